//! Notations against chrono's own parsing.

mod clocks;

use super::{DateFormat, DateTimeFormat, DurationFormat, FormatFault};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use proptest::prelude::*;

fn days(year: i32) -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    (0..366)
        .map(move |shift| first.checked_add_days(Days::new(shift)).unwrap())
        .filter(move |date| date.year() == year)
}

#[test]
fn every_day_of_a_leap_year_reads_as_chrono_reads_it() {
    let notations = [
        ("dd/mm/yyyy", "%d/%m/%Y", "%d/%m/%Y"),
        ("jj/mm/aaaa", "%d/%m/%Y", "%d/%m/%Y"),
        ("JJ.MM.AAAA", "%d.%m.%Y", "%d.%m.%Y"),
        ("yyyy-mm-dd", "%Y-%m-%d", "%Y-%m-%d"),
        ("dd/mm/yy", "%d/%m/%y", "%d/%m/%y"),
        ("yyyymmdd", "%Y%m%d", "%Y%m%d"),
        ("mm/dd/yyyy", "%m/%d/%Y", "%m/%d/%Y"),
        ("dd/mm/yyyy", "%-d/%-m/%Y", "%d/%m/%Y"),
    ];
    for (ours, written, read) in notations {
        let format = DateFormat::parse(ours).unwrap();
        for date in days(2024) {
            let text = date.format(written).to_string();
            let oracle = NaiveDate::parse_from_str(&text, read).unwrap();
            assert_eq!(
                format.read(&text),
                Some(oracle.num_days_from_ce()),
                "{ours} {text}"
            );
        }
    }
}

#[test]
fn every_second_of_a_day_reads_as_chrono_reads_it() {
    let notations = [
        ("dd/mm/yyyy HH:MM:SS", "%d/%m/%Y %H:%M:%S"),
        ("jj/mm/aaaa hh:mm:ss", "%d/%m/%Y %H:%M:%S"),
        ("yyyy-mm-ddTHH:MM:SS", "%Y-%m-%dT%H:%M:%S"),
        ("yyyy-mm-ddTHH:MM:SSZ", "%Y-%m-%dT%H:%M:%SZ"),
        ("HH:MM:SS jj/mm/aaaa", "%H:%M:%S %d/%m/%Y"),
    ];
    let day = NaiveDate::from_ymd_opt(2026, 5, 7).unwrap();
    let clock = DurationFormat::parse("HH:MM:SS").unwrap();
    for second in 0..86_400 {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap();
        for (ours, theirs) in &notations[(second as usize % 5)..=(second as usize % 5)] {
            let text = day.and_time(time).format(theirs).to_string();
            let oracle = NaiveDateTime::parse_from_str(&text, theirs)
                .unwrap()
                .and_utc()
                .timestamp();
            assert_eq!(
                DateTimeFormat::parse(ours).unwrap().read(&text),
                Some(oracle),
                "{ours} {text}"
            );
        }
        let text = day.and_time(time).format("%H:%M:%S").to_string();
        assert_eq!(
            clock.read(&text),
            Some(i64::from(time.num_seconds_from_midnight()))
        );
    }
}

#[test]
fn short_notations_leave_the_rest_at_zero() {
    let noon = NaiveDate::from_ymd_opt(2026, 5, 7)
        .unwrap()
        .and_hms_opt(12, 0, 0)
        .unwrap()
        .and_utc()
        .timestamp();
    for (notation, text, expected) in [
        ("jj/mm/aaaa HHhMM", "07/05/2026 12h54", noon + 54 * 60),
        ("jj/mm/aaaa hhhmm", "7/5/2026 12h54", noon + 54 * 60),
        ("jj/mm/aaaa HH", "07/05/2026 12", noon),
        ("jj/mm/aaaa à HH:MM", "07/05/2026 à 12:00", noon),
        ("dd/mm/yy H\u{2019}HH:MM", "07/05/26 H\u{2019}12:00", noon),
    ] {
        assert_eq!(
            DateTimeFormat::parse(notation).unwrap().read(text),
            Some(expected),
            "{notation}"
        );
    }
}

#[test]
fn impossible_or_loose_texts_are_refused() {
    let date = DateFormat::parse("dd/mm/yyyy").unwrap();
    for text in [
        "29/02/2026",
        "31/04/2026",
        "00/01/2026",
        "01/00/2026",
        "01/13/2026",
        "32/01/2026",
        "01/01/26",
        "01/01/0026",
        "01/01/1899",
        "01/01/2200",
        "001/01/2026",
        "01/001/2026",
        "01/01/20260",
        "01/01/2026 ",
        " 01/01/2026",
        "+1/01/2026",
        "01-01-2026",
        "01/01/2026x",
        "",
        "/",
        "01/01",
        "٠١/01/2026",
        "01/01/2026 10:00",
    ] {
        assert_eq!(date.read(text), None, "{text}");
    }
    assert_eq!(DateFormat::parse("yyyymmdd").unwrap().read("2026115"), None);
    let instant = DateTimeFormat::parse("dd/mm/yyyy HH:MM:SS").unwrap();
    for text in [
        "01/01/2026 24:00:00",
        "01/01/2026 12:60:00",
        "01/01/2026 12:00:60",
        "01/01/2026 12:5:00",
        "01/01/2026 12:05",
    ] {
        assert_eq!(instant.read(text), None, "{text}");
    }
    assert!(instant.read("1/1/2026 9:05:00").is_some());
}

#[test]
fn two_digit_years_turn_at_70_as_chrono_does() {
    let format = DateFormat::parse("jj/mm/aa").unwrap();
    for year in 0..100 {
        let text = format!("15/06/{year:02}");
        let oracle = NaiveDate::parse_from_str(&text, "%d/%m/%y").unwrap();
        assert_eq!(format.read(&text), Some(oracle.num_days_from_ce()));
        assert_eq!(
            oracle.year(),
            if year < 70 { 2000 + year } else { 1900 + year }
        );
    }
}

#[test]
fn durations_read_by_hand() {
    for (notation, text, expected) in [
        ("seconds", "90", Some(90)),
        ("secondes", "0", Some(0)),
        ("minutes", "15", Some(900)),
        ("minutes", "1,5", None),
        ("minutes", "-1", None),
        ("minutes", "99999999999999999999", None),
        ("minutes", "9223372036854775807", None),
        ("mm:ss", "02:05", Some(125)),
        ("mm:ss", "2:05", None),
        ("mm:ss", "125:30", Some(7_530)),
        ("mm:ss", "02:60", None),
        ("HH:MM", "01:30", Some(5_400)),
        ("HH:MM", "1:30", Some(5_400)),
        ("HH:MM", "25:00", Some(90_000)),
        ("HH:MM:SS", "100:00:01", Some(360_001)),
        ("HH:MM:SS", "10:00", None),
        ("HHhMM", "12h54", Some(46_440)),
        ("HHhMM", "12h5", None),
        ("HHh", "9h", Some(32_400)),
        ("HHh", "9", None),
        ("HHh", "9h30", None),
        ("HH:MM:SS.000", "00:01:00.0", Some(60)),
        ("HH:MM:SS.000", "00:01:00.5", None),
        ("mm:ss,0", "01:30,00", Some(90)),
        ("excel", "0.00104166666666667", Some(90)),
        ("excel-1904", "1.5", Some(129_600)),
        ("excel", "-0.5", None),
    ] {
        assert_eq!(
            DurationFormat::parse(notation).unwrap().read(text),
            expected,
            "{notation} {text}"
        );
    }
}

#[test]
fn faulty_notations_say_why() {
    for (notation, fault) in [
        ("d/mm/yyyy", FormatFault::UnknownLetter('d')),
        ("dd/mm/yyy", FormatFault::UnknownLetter('y')),
        ("dd/mm/2026", FormatFault::UnknownLetter('2')),
        ("dd/mm", FormatFault::Incomplete),
        ("", FormatFault::Incomplete),
        ("dd/dd/yyyy", FormatFault::Repeated),
        ("dd/mm/yyyy yy", FormatFault::Repeated),
        ("dd/mm/yyyy HH:MM", FormatFault::TimeInDate),
    ] {
        assert_eq!(DateFormat::parse(notation), Err(fault), "{notation}");
    }
    assert_eq!(
        DateTimeFormat::parse("dd/mm/yyyy"),
        Err(FormatFault::Incomplete)
    );
    assert_eq!(DateTimeFormat::parse("HHhMM"), Err(FormatFault::Incomplete));
    assert_eq!(DurationFormat::parse("ss:mm"), Err(FormatFault::Incomplete));
    assert_eq!(
        DurationFormat::parse("dd HH:MM"),
        Err(FormatFault::DateInDuration)
    );
}

#[test]
fn months_and_weekdays_in_french() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).map(|date| date.num_days_from_ce());
    for (notation, text, expected) in [
        ("jj mmmm aaaa", "7 mai 2026", day(2026, 5, 7)),
        ("jj mmmm aaaa", "1er mars 2026", day(2026, 3, 1)),
        ("jj mmmm aaaa", "1ER MARS 2026", day(2026, 3, 1)),
        (
            "jj mmmm aaaa",
            "1\u{1d49}\u{2b3} mars 2026",
            day(2026, 3, 1),
        ),
        ("jj mmmm aaaa", "1 mars 2026", day(2026, 3, 1)),
        ("jj mmmm aaaa", "2er mars 2026", None),
        ("jj mmmm aaaa", "11er mars 2026", None),
        ("jj mmmm aaaa", "7\u{a0}févr.\u{202f}2026", day(2026, 2, 7)),
        ("jj-mmm-aa", "07-janv-26", day(2026, 1, 7)),
        ("jj-mmm-aa", "07-AOU-26", day(2026, 8, 7)),
        ("jj.mmm.aaaa", "07.déc.2026", day(2026, 12, 7)),
        ("jjmmmaaaa", "07mars2026", day(2026, 3, 7)),
        ("jjjj jj mmmm aaaa", "jeudi 7 mai 2026", day(2026, 5, 7)),
        ("dddd dd mmmm yyyy", "Jeudi 07 Mai 2026", day(2026, 5, 7)),
        ("jjj jj/mm/aaaa", "jeu. 07/05/2026", day(2026, 5, 7)),
        // A weekday that contradicts the day.
        ("jjjj jj mmmm aaaa", "vendredi 7 mai 2026", None),
        ("jjjj jj mmmm aaaa", "7 mai 2026", None),
        ("jj mmmm aaaa", "31 avril 2026", None),
        ("jj/mm/aaaa", "1er/05/2026", None),
        ("jj mmmm aaaa", "7 05 2026", None),
    ] {
        let format = DateFormat::parse(notation).unwrap();
        assert_eq!(format.read(text), expected, "{notation} {text}");
    }
}

#[test]
fn every_day_of_a_year_reads_in_letters() {
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    const DAYS: [&str; 7] = [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ];
    let format = DateFormat::parse("jjjj jj mmmm aaaa").unwrap();
    for date in days(2028) {
        let month = MONTHS[date.month0() as usize];
        for (rank, weekday) in DAYS.iter().enumerate() {
            let right = rank == date.weekday().num_days_from_monday() as usize;
            let text = format!("{weekday} {} {month} {}", date.day(), date.year());
            assert_eq!(
                format.read(&text),
                right.then(|| date.num_days_from_ce()),
                "{text}"
            );
        }
    }
}

#[test]
fn several_notations_are_read_where_they_agree() {
    let either = |all: &[&str]| {
        let mut formats = all
            .iter()
            .map(|notation| DateFormat::parse(notation).unwrap());
        let first = formats.next().unwrap();
        formats.fold(first, DateFormat::or)
    };
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).map(|date| date.num_days_from_ce());
    let french = either(&["dd/mm/yyyy", "yyyy-mm-dd", "jj mmmm aaaa", "dd/mm/yy"]);
    for (text, expected) in [
        ("23/03/2020", day(2020, 3, 23)),
        ("2020-03-23", day(2020, 3, 23)),
        ("23 mars 2020", day(2020, 3, 23)),
        ("23/03/20", day(2020, 3, 23)),
        ("03-23-2020", None),
    ] {
        assert_eq!(french.read(text), expected, "{text}");
    }
    let mixed = either(&["dd/mm/yyyy", "mm/dd/yyyy"]);
    for (text, expected) in [
        ("23/03/2020", day(2020, 3, 23)),
        ("03/23/2020", day(2020, 3, 23)),
        ("03/03/2020", day(2020, 3, 3)),
        ("02/03/2020", None),
    ] {
        assert_eq!(mixed.read(text), expected, "{text}");
    }
    let wait = DurationFormat::parse("HH:MM").unwrap();
    let wait = wait.or(DurationFormat::parse("mm:ss").unwrap());
    assert_eq!(wait.read("00:00"), Some(0));
    assert_eq!(wait.read("12:54"), None);
    assert_eq!(wait.read("1:54"), Some(6_840));
}

proptest! {
    #[test]
    fn any_notation_and_text_end_without_panic(notation in "[djmyahsz/: TàHMZ.0-9]{0,16}", text in "[0-9/: ThàZ+.a-v]{0,20}", wild in ".*") {
        for text in [&text, &wild] {
            if let Ok(format) = DateFormat::parse(&notation) { let _ = format.read(text); }
            if let Ok(format) = DateTimeFormat::parse(&notation) { let _ = format.read(text); }
            if let Ok(format) = DurationFormat::parse(&notation) { let _ = format.read(text); }
        }
        let _ = DateFormat::parse(&wild);
    }
}
