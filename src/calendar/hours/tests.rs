//! What opens when; the reading of texts is tested beside it.

mod reading;

use std::ops::Range;

use chrono::NaiveDate;

use super::OpeningHours;
use crate::calendar::{AddedHoliday, Calendar, CalendarParts, Closure, WorkingWeek, Zone};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn hours(text: &str) -> OpeningHours {
    OpeningHours::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

fn parts() -> CalendarParts {
    CalendarParts::new(WorkingWeek::MONDAY_TO_FRIDAY, Zone::Metropole)
}

fn calendar() -> Calendar {
    let closure = Closure {
        from: date("2026-05-15"),
        to: date("2026-05-16"),
        reason: "pont".to_owned(),
    };
    Calendar::new(CalendarParts {
        closures: vec![closure],
        ..parts()
    })
    .expect("a calendar")
}

/// Ranges as people write them.
fn show(ranges: &[Range<u32>]) -> String {
    let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
    let ranges: Vec<String> = ranges
        .iter()
        .map(|range| clock(range.start) + "-" + &clock(range.end))
        .collect();
    ranges.join(" ")
}

fn open(text: &str, on: &str) -> String {
    show(&hours(text).open_ranges(date(on), &calendar()))
}

#[test]
fn holidays_and_closures_are_closed() {
    // 8 May 2026 is a Friday, 15 May a Friday within the closure, 22 May an ordinary Friday.
    assert_eq!(open("lu-ve 9h-12h", "2026-05-22"), "09:00-12:00");
    assert!(open("lu-ve 9h-12h", "2026-05-08").is_empty());
    assert!(open("24/7", "2026-05-08").is_empty());
    assert!(open("lu-ve 9h-12h; jf 10h-11h", "2026-05-15").is_empty());
}

#[test]
fn a_text_that_speaks_of_holidays_rules_them() {
    assert_eq!(
        open("lu-ve 9h-12h; jf 10h-11h", "2026-05-08"),
        "10:00-11:00"
    );
    assert_eq!(open("lu-ve,jf 9h-12h", "2026-05-08"), "09:00-12:00");
    assert_eq!(open("Mo-Fr 09:00-12:00; PH off", "2026-05-08"), "");
    // 11 November 2029 is a Sunday.
    assert_eq!(open("lu-ve,jf 9h-12h", "2029-11-11"), "09:00-12:00");
    assert_eq!(open("lu-ve,jf 9h-12h", "2029-11-18"), "");
    let added = AddedHoliday {
        on: date("2026-06-10"),
        reason: "fête locale".to_owned(),
    };
    let removed = vec![date("2026-05-08")];
    let local = Calendar::new(CalendarParts {
        added: vec![added],
        removed,
        ..parts()
    })
    .expect("a calendar");
    let site = hours("lu-ve 9h-12h; jf 10h-11h");
    assert_eq!(
        show(&site.open_ranges(date("2026-06-10"), &local)),
        "10:00-11:00"
    );
    assert_eq!(
        show(&site.open_ranges(date("2026-05-08"), &local)),
        "09:00-12:00"
    );
}

#[test]
fn what_runs_over_midnight_belongs_to_its_first_day() {
    assert_eq!(open("ve 20h-2h", "2026-05-22"), "20:00-24:00");
    assert_eq!(open("ve 20h-2h", "2026-05-23"), "00:00-02:00");
    assert_eq!(open("ve 20h-2h", "2026-05-24"), "");
    // Friday 8 May is a holiday: nothing begins, and nothing is left over on Saturday.
    assert_eq!(open("ve 20h-2h; sa 10h-12h", "2026-05-09"), "10:00-12:00");
    // Thursday 7 May is not: its night ends on the holiday.
    assert_eq!(open("je 20h-2h; ve 9h-12h", "2026-05-08"), "00:00-02:00");
    // A rule for Saturday does not cut Friday's night.
    assert_eq!(
        open("ve 20h-2h; sa 10h-12h", "2026-05-23"),
        "00:00-02:00 10:00-12:00"
    );
    // A rule that replaces Friday's hours also replaces its night.
    assert_eq!(open("tlj 20h-2h; ve 9h-12h", "2026-05-23"), "20:00-24:00");
    assert_eq!(open("tlj 20h-2h; ve fermé", "2026-05-23"), "20:00-24:00");
    assert_eq!(
        open("tlj 20h-2h, ve 9h-12h", "2026-05-23"),
        "00:00-02:00 20:00-24:00"
    );
    assert_eq!(
        open("tlj 20h-1h30, ve 22h-4h", "2026-05-23"),
        "00:00-04:00 20:00-24:00"
    );
    assert_eq!(open("Fr 20:00-36:00", "2026-05-23"), "00:00-12:00");
    assert_eq!(
        hours("Fr 20:00-36:00").osm(),
        "Fr 20:00-36:00".replace("36", "12")
    );
    assert_eq!(hours("Fr 10:00-36:00").osm(), "Fr 10:00-36:00");
}

#[test]
fn ranges_are_merged_and_closing_is_their_end() {
    let site = hours("lu-ve 9h-12h, 11h-14h, 14h-15h, 16h-17h");
    let day = date("2026-05-22");
    assert_eq!(
        show(&site.open_ranges(day, &calendar())),
        "09:00-15:00 16:00-17:00"
    );
    assert_eq!(site.closing_minute(day, &calendar()), Some(17 * 60));
    assert_eq!(site.closing_minute(date("2026-05-23"), &calendar()), None);
    assert!(site.is_open(day, 9 * 60, &calendar()));
    assert!(!site.is_open(day, 15 * 60, &calendar()));
}

#[test]
fn the_published_week_knows_no_holiday() {
    let week = hours("lu-ve 9h-12h, 14h-17h; me 9h-12h; sa 22h-1h; jf fermé").weekly();
    let long = "09:00-12:00 14:00-17:00";
    let expected = [
        long,
        long,
        "09:00-12:00",
        long,
        long,
        "22:00-24:00",
        "00:00-01:00",
    ];
    assert_eq!(week.map(|day| show(&day)), expected);
    let night = hours("di 22h-1h").weekly().map(|day| show(&day));
    assert_eq!(night, ["00:00-01:00", "", "", "", "", "", "22:00-24:00"]);
}

#[test]
fn seasons_are_left_out_of_the_published_week() {
    let site = hours("lu-ve 9h-17h; juillet-août lu-ve 9h-12h; sa[1] 9h-12h");
    assert!(site.is_seasonal());
    assert!(!hours("lu-ve 9h-17h; jf fermé").is_seasonal());
    let week = site.weekly().map(|day| show(&day));
    assert_eq!(week[0], "09:00-17:00");
    assert_eq!(week[5], "");
    let summer = site.week_of(date("2026-07-14")).map(|day| show(&day));
    assert_eq!(summer[1], "09:00-12:00", "as if 14 July were not a holiday");
    assert!(
        hours("juillet lu 9h-12h")
            .weekly()
            .iter()
            .all(Vec::is_empty)
    );
}
