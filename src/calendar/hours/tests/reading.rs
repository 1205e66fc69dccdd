//! French and OSM: what is read, what it means, what is refused.

use std::ops::Range;

use chrono::NaiveDate;
use opening_hours::{OpeningHours as Osm, RuleKind};
use proptest::prelude::{any, prop_oneof, proptest};
use proptest::strategy::{Just, Strategy};

use super::{calendar, date, hours};
use crate::calendar::Calendar;
use crate::calendar::hours::{HoursFaultKind, OpeningHours};

/// What the library itself opens on a day, for an OSM text that did not pass through us.
fn raw(osm: &Osm, day: NaiveDate) -> Vec<Range<u32>> {
    let schedule = osm.schedule_at(day).into_iter();
    let open = schedule.filter(|piece| piece.kind == RuleKind::Open);
    open.map(|piece| {
        u32::from(piece.range.start.mins_from_midnight())
            ..u32::from(piece.range.end.mins_from_midnight())
    })
    .collect()
}

/// The days of two years that are neither holidays nor closures, and do not follow one (its night is not opened).
fn ordinary_days(calendar: &Calendar) -> impl Iterator<Item = NaiveDate> {
    let ordinary = |day: NaiveDate| !calendar.is_holiday(day) && calendar.closure(day).is_none();
    date("2026-01-01")
        .iter_days()
        .take(730)
        .filter(move |&day| ordinary(day) && day.pred_opt().is_some_and(ordinary))
}

/// Everyday writing, the canonical text expected of it; the latter goes to the library as it is.
const SAME: [(&str, &str); 59] = [
    ("lu-ve 9h-12h", "Mo-Fr 09:00-12:00"),
    ("Lu-Ve 9h-12h", "Mo-Fr 09:00-12:00"),
    ("lun-ven 9h-12h", "Mo-Fr 09:00-12:00"),
    ("lun.-ven. 9h-12h", "Mo-Fr 09:00-12:00"),
    ("lundi-vendredi 9h-12h", "Mo-Fr 09:00-12:00"),
    ("lundi au vendredi 9h-12h", "Mo-Fr 09:00-12:00"),
    ("du lundi au vendredi de 9h à 12h", "Mo-Fr 09:00-12:00"),
    ("Du lundi au vendredi, de 9h à 12h", "Mo-Fr 09:00-12:00"),
    ("ouvert du lundi au vendredi : 9h-12h", "Mo-Fr 09:00-12:00"),
    ("lu–ve 9h–12h", "Mo-Fr 09:00-12:00"),
    ("lu-ve 9 h 30 - 12 h", "Mo-Fr 09:30-12:00"),
    (
        "lu-ve 9\u{a0}h\u{a0}30 – 12\u{a0}h\u{a0}15",
        "Mo-Fr 09:30-12:15",
    ),
    ("lu-ve 9h30-12h", "Mo-Fr 09:30-12:00"),
    ("lu-ve 09h30-12h00", "Mo-Fr 09:30-12:00"),
    ("lu-ve 9:30-12:00", "Mo-Fr 09:30-12:00"),
    ("lu-ve 9-12h", "Mo-Fr 09:00-12:00"),
    ("lu-ve 9h-12", "Mo-Fr 09:00-12:00"),
    (
        "lu-ve 8h30-12h, 13h30-17h30",
        "Mo-Fr 08:30-12:00,13:30-17:30",
    ),
    (
        "lu-ve 8h30-12h,13h30-17h30",
        "Mo-Fr 08:30-12:00,13:30-17:30",
    ),
    (
        "lu-ve 8h30-12h 13h30-17h30",
        "Mo-Fr 08:30-12:00,13:30-17:30",
    ),
    ("lu-ve 9h-12h 14-18h", "Mo-Fr 09:00-12:00,14:00-18:00"),
    (
        "lu-ve 8h30-12h et 13h30-17h30",
        "Mo-Fr 08:30-12:00,13:30-17:30",
    ),
    (
        "lu-ve 8h30-12h, 13h30-17h30; sa 9h-12h",
        "Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00",
    ),
    (
        "lu-ve 8h30-12h, 13h30-17h30, sa 9h-12h",
        "Mo-Fr 08:30-12:00,13:30-17:30, Sa 09:00-12:00",
    ),
    (
        "lu-ve 8h30-17h\nsa 9h-12h\n",
        "Mo-Fr 08:30-17:00; Sa 09:00-12:00",
    ),
    ("lu, ma, je 9h-12h", "Mo,Tu,Th 09:00-12:00"),
    ("lundi, mardi et jeudi 9h-12h", "Mo,Tu,Th 09:00-12:00"),
    ("lu-me,ve 9h-12h", "Mo-We,Fr 09:00-12:00"),
    ("ma 9h-12h", "Tu 09:00-12:00"),
    ("mar-sam 9h-12h", "Tu-Sa 09:00-12:00"),
    ("lu, mar, mer 9h-12h", "Mo,Tu,We 09:00-12:00"),
    ("lun 9h-12h; mar 14h-17h", "Mo 09:00-12:00; Tu 14:00-17:00"),
    ("mar 14h-17h", "Tu 14:00-17:00"),
    (
        "me 9h-12h; je 9h-12h; ve 9h-12h; di 9h-12h",
        "We 09:00-12:00; Th 09:00-12:00; Fr 09:00-12:00; Su 09:00-12:00",
    ),
    ("dim 10h-midi", "Su 10:00-12:00"),
    (
        "lu-ve 9h-18h; me 12h-14h fermé",
        "Mo-Fr 09:00-18:00; We 12:00-14:00 off",
    ),
    ("lu-ve 9h-12h; me fermé", "Mo-Fr 09:00-12:00; We off"),
    (
        "lu-ve 9h-12h; fermé le mercredi",
        "Mo-Fr 09:00-12:00; We off",
    ),
    (
        "lu-ve 9h-12h; jours fériés fermé",
        "Mo-Fr 09:00-12:00; PH off",
    ),
    ("lu-ve 9h-12h; jf : fermé", "Mo-Fr 09:00-12:00; PH off"),
    ("lu-ve,jf 9h-12h", "Mo-Fr,PH 09:00-12:00"),
    (
        "lundi 9h-12h; fermé les jours fériés",
        "Mo 09:00-12:00; PH off",
    ),
    ("tous les jours 9h-minuit", "Mo-Su 09:00-24:00"),
    ("tlj 0h-24h", "Mo-Su 00:00-24:00"),
    ("9h-12h", "09:00-12:00"),
    ("24/7", "24/7"),
    ("fermé", "off"),
    ("ve 20h-2h", "Fr 20:00-02:00"),
    ("juillet-août lu-ve 9h-12h", "Jul-Aug Mo-Fr 09:00-12:00"),
    (
        "lu-ve 9h-17h; du 1er juillet au 31 août : lu-ve 9h-12h",
        "Mo-Fr 09:00-17:00; Jul 01-Aug 31 Mo-Fr 09:00-12:00",
    ),
    (
        "du 1 au 15 juillet lu 9h-12h",
        "Jul 01-Jul 15 Mo 09:00-12:00",
    ),
    (
        "lundi au vendredi du 1er juillet au 31 août 2026 9h-12h",
        "2026 Jul 01-2026 Aug 31 Mo-Fr 09:00-12:00",
    ),
    (
        "14 juillet 10h-12h; lu 9h-12h",
        "Jul 14 10:00-12:00; Mo 09:00-12:00",
    ),
    ("mars-octobre sa 9h-12h", "Mar-Oct Sa 09:00-12:00"),
    ("mai : lu 9h-12h", "May Mo 09:00-12:00"),
    ("sa[1] 9h-12h", "Sa[1] 09:00-12:00"),
    ("sa[-1] 9h-12h", "Sa[-1] 09:00-12:00"),
    ("semaine 1-53/2 lu 9h-12h", "week 1-53/2 Mo 09:00-12:00"),
    (
        "lu-ve 8h30-12h30 & 14h-18h",
        "Mo-Fr 08:30-12:30,14:00-18:00",
    ),
];

#[test]
fn french_and_osm_open_the_same_minutes() {
    let calendar = calendar();
    for (french, osm) in SAME {
        let ours = hours(french);
        assert_eq!(ours.osm(), osm, "{french}");
        assert_eq!(hours(osm).osm(), osm, "OSM stays as it is");
        let library: Osm = osm.parse().unwrap_or_else(|_| panic!("{osm}"));
        for day in ordinary_days(&calendar) {
            assert_eq!(
                ours.open_ranges(day, &calendar),
                raw(&library, day),
                "{french} on {day}"
            );
        }
    }
}

#[test]
fn osm_keeps_its_meaning() {
    let calendar = calendar();
    for osm in [
        "Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00",
        "Mo-Fr 08:30-12:00, 13:30-17:30",
        "Mo,We 09:00-12:00; Tu,Th 14:00-17:00",
        "Mo-Sa 09:00-18:00; Sa,Su off",
        "Su 10:00-12:00",
        "Sa 10:00-12:00",
        "Mar-Oct Mo-Fr 09:00-12:00",
        "Mar Mo-Fr 09:00-12:00; Apr Tu 10:00-11:00",
        "Mar 15-Apr 10: Mo-Fr 09:00-12:00",
        "Mo-Fr 09:00-12:00; Mar off",
        "Jan,Mar,May Mo 09:00-12:00",
        "May-Sep 08:00-20:00; Oct-Apr 09:00-17:00",
        "Mo-Fr 09:00-12:00 open; We closed",
        "Dec 24-Jan 02 off",
        "Mo-Fr 08:00-18:00; Dec 24-Jan 02 off",
        "2026 Mo 09:00-12:00; 2027 Tu 09:00-12:00",
        "2026 Jul 01-2026 Aug 31 Mo-Fr 10:00-12:00",
        "week 10-20 Mo 09:00-12:00",
        "Sa[1,3] 09:00-12:00",
        "Sa-Mo 09:00-12:00",
        "Th 22:00-26:00",
        "Mo-Fr 09:00-12:00, We 14:00-17:00",
        "Mo-Fr 9:00-12:00",
        "mo-fr 09:00-12:00",
    ] {
        let library: Osm = osm.parse().unwrap_or_else(|_| panic!("{osm}"));
        let ours = hours(osm);
        for day in ordinary_days(&calendar) {
            assert_eq!(
                ours.open_ranges(day, &calendar),
                raw(&library, day),
                "{osm} on {day}"
            );
        }
    }
}

#[test]
fn what_is_neither_is_refused_with_its_place() {
    use HoursFaultKind::{
        Ambiguous, Empty, Missing, NoLength, Range, Selector, Time, Unexpected, Unsupported, Word,
    };
    for (text, kind, piece) in [
        ("", Empty, ""),
        (" ; ", Empty, " ; "),
        ("lu-vd 9h-12h", Word, "vd"),
        ("Montag 9h-12h", Word, "Montag"),
        ("lu-ve 9h-12h sur rendez-vous", Word, "sur"),
        ("lu-ve 9h-12h, après-midi", Word, "après"),
        ("lu-ve", Missing, "lu-ve"),
        ("lu-ve 9h-12h; sa", Missing, "sa"),
        ("Mo-Fr open", Missing, "Mo-Fr"),
        ("lu-ve 9h", Range, "9h"),
        ("lu-ve 9h-", Range, "9h-"),
        ("lu-ve 9h-12h-14h", Unexpected, "-"),
        ("lu-ve 9h75-12h", Time, "9h75"),
        ("lu-ve 9h5-12h", Time, "9h5"),
        ("lu-ve 24h-25h", Time, "24h"),
        ("lu-ve 9-12", Time, "9"),
        ("lu-ve 9h-9h", NoLength, "9h-9h"),
        ("lu-ve 9h-12h sa 9h-12h", Unexpected, "sa"),
        ("lu ma 9h-12h", Unexpected, "ma"),
        ("lu- 9h-12h", Unexpected, "9h"),
        ("lu-ve 9h-12h,", Unexpected, ","),
        ("lu-ve 9h-12h, ; sa 9h-12h", Unexpected, ";"),
        ("lu-juillet 9h-12h", Unexpected, "juillet"),
        ("lu_ve 9h-12h", Unexpected, "_"),
        ("9h-12h lu-ve", Unexpected, "lu"),
        ("Mar 09:00-12:00", Ambiguous, "Mar"),
        ("Mo 9h-12h; mar 14h-17h", Ambiguous, "mar"),
        ("SH 09:00-12:00", Unsupported, "SH"),
        ("Mo-Fr sunrise-sunset", Unsupported, "sunrise"),
        ("Mo-Fr 09:00+", Unsupported, "+"),
        ("Mo-Fr 09:00-18:00/02:00", Unsupported, "/"),
        ("Mo-Fr 09:00-12:00 \"sur rendez-vous\"", Unsupported, "\""),
        ("Mo-Fr 09:00-12:00 || off", Unsupported, "|"),
        ("Mo-Fr 09:00-12:00 unknown", Unsupported, "unknown"),
        ("PH +1 day off", Unsupported, "+"),
        ("lu-ve 9h-12h sauf me", Unsupported, "sauf"),
        ("31 février 9h-12h", Selector, "31 février"),
        ("lu 9h-12h; sa[9] 9h-12h", Selector, "sa[9] 9h-12h"),
        ("lu[1 9h-12h", Unexpected, "9h"),
    ] {
        let fault = OpeningHours::parse(text).expect_err(text);
        assert_eq!((fault.kind, fault.text.as_str()), (kind, piece), "{text}");
        assert_eq!(text.get(fault.span.clone()), Some(piece), "{text}");
        assert_eq!(fault.diagnostic().code, fault.code());
    }
}

/// Pieces that a writer may put together, well or badly.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("lu"),
        Just("mar"),
        Just("Mo"),
        Just("ve"),
        Just("jf"),
        Just("9h"),
        Just("12h30"),
        Just("23:00"),
        Just("2h"),
        Just("-"),
        Just(","),
        Just(", "),
        Just("; "),
        Just(" "),
        Just(":"),
        Just("fermé"),
        Just("juillet"),
        Just("31"),
        Just("Feb"),
        Just("2026"),
        Just("week"),
        Just("["),
        Just("]"),
        Just("/"),
        Just("à"),
        Just("\""),
        Just("24/7"),
        Just("48:00"),
        Just("\n"),
        Just("29"),
        Just("1er"),
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_breaks_the_reader(text in any::<String>()) {
        if let Err(fault) = OpeningHours::parse(&text) {
            assert_eq!(text.get(fault.span.clone()), Some(fault.text.as_str()));
        }
    }

    #[test]
    fn what_is_read_is_written_and_read_again(text in pieces(), ahead in 0_u64..800) {
        if let Ok(site) = OpeningHours::parse(&text) {
            let again = hours(site.osm());
            assert_eq!(again.osm(), site.osm());
            assert!(site.osm().parse::<Osm>().is_ok(), "{}", site.osm());
            let day = date("2026-01-01") + chrono::Days::new(ahead);
            let ranges = site.open_ranges(day, &calendar());
            assert_eq!(again.open_ranges(day, &calendar()), ranges);
            assert!(ranges.iter().all(|range| range.start < range.end && range.end <= 1440));
            assert!(ranges.is_sorted_by(|a, b| a.end < b.start));
        }
    }
}
