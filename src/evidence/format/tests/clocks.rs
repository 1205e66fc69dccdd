//! Instants by the clock that they are told by, against chrono's zones.

use crate::calendar::Zone;
use crate::evidence::format::{
    ColumnClock, DateFormat, DateTimeFormat, Declared, DurationFormat, FormatFault,
};
use chrono::NaiveDateTime;
use proptest::prelude::*;

fn clock(town: Zone, declared: Option<Declared>) -> ColumnClock {
    ColumnClock { town, declared }
}

/// A local time as seconds since 1970-01-01 00:00.
fn local(text: &str) -> i64 {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S")
        .unwrap()
        .and_utc()
        .timestamp()
}

#[test]
fn offsets_become_the_town_s_time() {
    let written = "yyyy-mm-ddTHH:MM:SSz";
    for (town, text, expected) in [
        (
            Zone::Metropole,
            "2020-03-23T12:54:07Z",
            "2020-03-23 13:54:07",
        ),
        (
            Zone::Metropole,
            "2020-07-14T12:00:00Z",
            "2020-07-14 14:00:00",
        ),
        (
            Zone::Metropole,
            "2020-07-14T12:00:00+02:00",
            "2020-07-14 12:00:00",
        ),
        (
            Zone::Metropole,
            "2020-07-14T12:00:00+0200",
            "2020-07-14 12:00:00",
        ),
        (
            Zone::Metropole,
            "2020-07-14T12:00:00-04",
            "2020-07-14 18:00:00",
        ),
        (
            Zone::Metropole,
            "2020-12-31T23:30:00Z",
            "2021-01-01 00:30:00",
        ),
        // Both sides of the two changes of 2020.
        (
            Zone::Metropole,
            "2020-03-29T00:59:59Z",
            "2020-03-29 01:59:59",
        ),
        (
            Zone::Metropole,
            "2020-03-29T01:00:00Z",
            "2020-03-29 03:00:00",
        ),
        (
            Zone::Metropole,
            "2020-10-25T00:30:00Z",
            "2020-10-25 02:30:00",
        ),
        (
            Zone::Metropole,
            "2020-10-25T01:30:00Z",
            "2020-10-25 02:30:00",
        ),
        (
            Zone::Martinique,
            "2020-07-14T12:00:00Z",
            "2020-07-14 08:00:00",
        ),
        (Zone::Reunion, "2020-07-14T21:00:00Z", "2020-07-15 01:00:00"),
    ] {
        let format = DateTimeFormat::by(clock(town, None), written).unwrap();
        assert_eq!(format.read(text), Some(local(expected)), "{text}");
        let lies = clock(town, Some(Declared::Local));
        let read = DateTimeFormat::by(lies, written).unwrap().read(text);
        assert_eq!(
            read,
            Some(local(&text.get(..19).unwrap().replace('T', " "))),
            "{text}"
        );
    }
}

#[test]
fn an_offset_is_whole_or_nothing() {
    let written = "yyyy-mm-ddTHH:MM:SSz";
    for text in [
        "2020-03-23T12:54:07",
        "2020-03-23T12:54:07z",
        "2020-03-23T12:54:07+15:00",
    ] {
        let format = DateTimeFormat::by(clock(Zone::Metropole, None), written).unwrap();
        assert_eq!(format.read(text), None, "{text}");
    }
}

#[test]
fn a_declared_clock_tells_what_the_text_does_not() {
    let noon = "2020-07-14 12:00:00";
    for (declared, notation, text, expected) in [
        (
            Some(Declared::Local),
            "yyyy-mm-ddTHH:MM:SSZ",
            "2020-07-14T12:00:00Z",
            noon,
        ),
        (
            Some(Declared::Utc),
            "yyyy-mm-ddTHH:MM:SSZ",
            "2020-07-14T10:00:00Z",
            noon,
        ),
        (
            Some(Declared::Utc),
            "yyyy-mm-dd HH:MM:SS",
            "2020-07-14 10:00:00",
            noon,
        ),
        (None, "yyyy-mm-dd HH:MM:SS", "2020-07-14 12:00:00", noon),
        (
            None,
            "yyyy-mm-dd HH:MM:SS.000",
            "2020-07-14 12:00:00.000000",
            noon,
        ),
        (
            None,
            "yyyy-mm-dd HH:MM:SS,0z",
            "2020-07-14 10:00:00,0Z",
            noon,
        ),
        (None, "epoch", "1594720800", noon),
        (None, "epoch-id", "1594720800.4711", noon),
        (None, "excel", "44026.5", noon),
        (None, "excel-1904", "42564.5", noon),
        (Some(Declared::Utc), "excel", "44026.4166666667", noon),
        (None, "jj/mm/aaaa HHh", "14/07/2020 12h", noon),
        (
            None,
            "jjjj jj mmmm aaaa à HHhMM",
            "mardi 14 juillet 2020 à 12h00",
            noon,
        ),
    ] {
        let format = DateTimeFormat::by(clock(Zone::Metropole, declared), notation).unwrap();
        assert_eq!(
            format.read(text),
            Some(local(expected)),
            "{notation} {text}"
        );
    }
}

#[test]
fn a_clock_is_said_once_and_a_fraction_is_zero() {
    let fraction = DateTimeFormat::parse("yyyy-mm-dd HH:MM:SS.000").unwrap();
    for text in [
        "2020-07-14 12:00:00.001",
        "2020-07-14 12:00:00.",
        "2020-07-14 12:00:00",
        "2020-07-14 12:00:00.0000000000",
    ] {
        assert_eq!(fraction.read(text), None, "{text}");
    }
    for (declared, notation, fault) in [
        (None, "yyyy-mm-ddTHH:MM:SSZ", FormatFault::ClockUnsaid),
        (
            Some(Declared::Utc),
            "yyyy-mm-ddTHH:MM:SSz",
            FormatFault::ClockTwice,
        ),
        (Some(Declared::Utc), "epoch", FormatFault::ClockTwice),
        (Some(Declared::Local), "epoch-id", FormatFault::ClockTwice),
        (
            None,
            "yyyy-mm-dd HH:MM.000",
            FormatFault::UnknownLetter('0'),
        ),
        (None, "yyyy-mm-dd HHzz", FormatFault::Repeated),
        (None, "dddd jjjj mmmm yyyy HH", FormatFault::Repeated),
        (None, "dd mm mmmm yyyy HH", FormatFault::Repeated),
    ] {
        let read = DateTimeFormat::by(clock(Zone::Metropole, declared), notation);
        assert_eq!(read.err(), Some(fault), "{notation}");
    }
    for notation in ["epoch", "epoch-id", "dd/mm/yyyyz"] {
        assert_eq!(
            DateFormat::parse(notation),
            Err(FormatFault::TimeInDate),
            "{notation}"
        );
    }
    for notation in ["epoch", "HH:MMz", "dddd HH:MM"] {
        assert_eq!(
            DurationFormat::parse(notation),
            Err(FormatFault::DateInDuration),
            "{notation}"
        );
    }
}

proptest! {
    /// A naive second conversion: chrono's own reading of RFC 3339 and its own zone tables.
    #[test]
    fn written_offsets_read_as_chrono_reads_them(instant in 0_i64..4_000_000_000, quarter in -56_i32..=56) {
        let east = chrono::FixedOffset::east_opt(quarter * 900).unwrap();
        let moment = chrono::DateTime::from_timestamp(instant, 0).unwrap();
        let text = moment.with_timezone(&east).format("%Y-%m-%dT%H:%M:%S%:z").to_string();
        let shown = moment.with_timezone(&chrono_tz::Europe::Paris).naive_local().and_utc().timestamp();
        for (notation, text) in [("yyyy-mm-ddTHH:MM:SSz", text), ("epoch", instant.to_string())] {
            let format = DateTimeFormat::by(clock(Zone::Metropole, None), notation).unwrap();
            prop_assert_eq!(format.read(&text), Some(shown), "{}", text);
        }
    }
}
