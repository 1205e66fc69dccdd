//! Working days and holidays, against tables of other programs and vectors worked out by hand.

#![expect(
    clippy::expect_used,
    reason = "what a helper of a test expects, the test asserts"
)]

use std::collections::{BTreeMap, BTreeSet};

use charte::calendar::{
    AddedHoliday, Calendar, CalendarFault, CalendarParts, Closure, DayOff, HolidayName,
    WorkingWeek, Zone, easter, holidays,
};
use chrono::{Datelike, NaiveDate};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn parts(zone: Zone) -> CalendarParts {
    CalendarParts::new(WorkingWeek::MONDAY_TO_FRIDAY, zone)
}

fn calendar(zone: Zone, good_friday: bool) -> Calendar {
    Calendar::new(CalendarParts {
        good_friday,
        ..parts(zone)
    })
    .expect("a calendar")
}

/// Adds to `start`, and checks that counting finds the number again.
fn add(calendar: &Calendar, start: &str, n: u32) -> String {
    let end = calendar.add_working_days(date(start), n).expect("an end");
    assert_eq!(
        calendar.working_days_between(date(start), end),
        Some(i64::from(n))
    );
    assert_eq!(
        calendar.working_days_between(end, date(start)),
        Some(-i64::from(n))
    );
    end.to_string()
}

#[test]
fn vectors_of_the_domain() {
    let metropole = calendar(Zone::Metropole, false);
    let alsace = calendar(Zone::AlsaceMoselle, true);
    let martinique = calendar(Zone::Martinique, false);
    for (calendar, start, n, end) in [
        (&metropole, "2026-03-02", 45, "2026-05-06"),
        (&alsace, "2026-03-02", 45, "2026-05-07"),
        (&metropole, "2026-04-01", 45, "2026-06-10"),
        (&alsace, "2026-04-01", 45, "2026-06-11"),
        (&martinique, "2026-04-01", 45, "2026-06-11"),
        (&metropole, "2025-12-01", 45, "2026-02-04"),
        (&alsace, "2025-12-01", 45, "2026-02-05"),
        (&metropole, "2026-11-02", 45, "2027-01-07"),
        (&metropole, "2026-04-30", 5, "2026-05-11"),
        (&metropole, "2026-05-07", 5, "2026-05-18"),
        (&metropole, "2026-05-09", 0, "2026-05-09"),
    ] {
        assert_eq!(add(calendar, start, n), end, "{start} + {n}");
    }
    let week = WorkingWeek::MONDAY_TO_SATURDAY;
    let ouvrables = Calendar::new(CalendarParts::new(week, Zone::Metropole)).expect("a calendar");
    assert_eq!(add(&ouvrables, "2026-04-01", 45), "2026-05-29");
}

/// A table of `tests/data/holidays`: the dates of each zone and year.
fn table(text: &str) -> BTreeMap<(Zone, i32), BTreeSet<NaiveDate>> {
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let entry = |line: &str| {
        let mut fields = line.split(',');
        let zone = fields.next().and_then(Zone::parse).expect("a zone");
        let year = fields.next().expect("a year");
        let dates = fields.next().expect("dates").split(' ');
        let dates = dates.map(|day| date(&format!("{year}-{day}"))).collect();
        ((zone, year.parse().expect("a number")), dates)
    };
    lines.map(entry).collect()
}

fn ours(zone: Zone, year: i32) -> BTreeSet<NaiveDate> {
    holidays(year, zone, true)
        .into_iter()
        .map(|holiday| holiday.date)
        .collect()
}

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

/// Replaces in a foreign table what differs from today's law.
fn mend(dates: &mut BTreeSet<NaiveDate>, wrong: &[NaiveDate], right: &[NaiveDate]) {
    for day in wrong {
        assert!(
            dates.remove(day),
            "{day} is not in the table: the exception is out of date"
        );
    }
    for day in right {
        assert!(
            dates.insert(*day),
            "{day} is in the table: the exception is out of date"
        );
    }
}

#[test]
fn holidays_agree_with_etalab() {
    let mut table = table(include_str!("data/holidays/etalab.csv"));
    assert_eq!(table.len(), 9 * 61);
    for (&(zone, year), dates) in &mut table {
        // Etalab says 28 May since 2018; the article says 27 May.
        if zone == Zone::SaintMartin && year >= 2018 {
            swap_28_for_27_may(dates, year);
        }
        assert_eq!(ours(zone, year), *dates, "{zone:?} {year}");
    }
}

/// 28 May becomes 27 May, unless it is also another holiday that year; 27 May may be one already.
fn swap_28_for_27_may(dates: &mut BTreeSet<NaiveDate>, year: i32) {
    if !ours(Zone::Metropole, year).contains(&on(year, 5, 28)) {
        assert!(
            dates.remove(&on(year, 5, 28)),
            "28 May {year} is not in the table"
        );
    }
    dates.insert(on(year, 5, 27));
}

#[test]
fn holidays_agree_with_vacanza() {
    let mut table = table(include_str!("data/holidays/vacanza.csv"));
    assert_eq!(table.len(), 9 * 61);
    for (&(zone, year), dates) in &mut table {
        let from_easter = |days: i64| easter(year).expect("Easter") + chrono::Duration::days(days);
        if (2005..=2007).contains(&year) {
            // Whit Monday was not named by the law in these three years; today's list is carried back.
            mend(dates, &[], &[from_easter(50)]);
        }
        if zone == Zone::Guadeloupe {
            // Customs, not in the article: Good Friday, mid-Lent, Schœlcher's day.
            mend(
                dates,
                &[from_easter(-2), from_easter(-24), on(year, 7, 21)],
                &[],
            );
        }
        if zone == Zone::Martinique {
            mend(dates, &[on(year, 7, 21)], &[]);
        }
        if zone == Zone::SaintMartin {
            // The zone's own days begin in 2012 there, 28 May and Schœlcher's day.
            if year >= 2012 {
                mend(dates, &[on(year, 7, 21)], &[]);
                swap_28_for_27_may(dates, year);
            } else {
                dates.insert(on(year, 5, 27));
            }
        }
        if zone == Zone::SaintBarthelemy && year < 2012 {
            mend(dates, &[], &[on(year, 10, 9)]);
        }
        assert_eq!(ours(zone, year), *dates, "{zone:?} {year}");
    }
}

#[test]
fn two_names_on_one_day_count_once() {
    let calendar = calendar(Zone::Metropole, false);
    let names = vec![HolidayName::LabourDay, HolidayName::Ascension];
    assert_eq!(
        calendar.holiday(date("2008-05-01")),
        Some(DayOff::Legal(names))
    );
    assert_eq!(
        calendar.working_days_between(date("2008-04-30"), date("2008-05-02")),
        Some(1)
    );
    let may = date("2008-05-01")..=date("2008-05-31");
    let days: Vec<_> = calendar
        .holidays_within(&may)
        .into_iter()
        .map(|(day, _)| day.day())
        .collect();
    assert_eq!(days, [1, 8, 12]);
}

#[test]
fn what_the_charter_declares_counts() {
    let calendar = Calendar::new(CalendarParts {
        closures: vec![
            Closure {
                from: date("2026-05-15"),
                to: date("2026-05-15"),
                reason: "pont".to_owned(),
            },
            Closure {
                from: date("2026-12-24"),
                to: date("2026-12-31"),
                reason: "fêtes".to_owned(),
            },
        ],
        added: vec![AddedHoliday {
            on: date("2026-05-28"),
            reason: "usage".to_owned(),
        }],
        removed: vec![date("2026-05-27")],
        ..parts(Zone::SaintMartin)
    })
    .expect("a calendar");
    assert_eq!(calendar.holiday(date("2026-05-27")), None);
    assert!(calendar.is_working(date("2026-05-27")));
    assert_eq!(
        calendar.holiday(date("2026-05-28")),
        Some(DayOff::Added("usage"))
    );
    assert!(!calendar.is_working(date("2026-05-28")));
    assert!(
        calendar.is_holiday(date("2027-05-27")),
        "removed for one year only"
    );
    let reason = |day: &str| {
        calendar
            .closure(date(day))
            .map(|closure| closure.reason.clone())
    };
    assert_eq!(reason("2026-05-15").as_deref(), Some("pont"));
    assert_eq!(reason("2026-12-24").as_deref(), Some("fêtes"));
    assert_eq!(reason("2026-12-31").as_deref(), Some("fêtes"));
    assert_eq!(reason("2027-01-01"), None);
    // Wednesday 13 to Monday 18 May 2026: Ascension, then the bridge, then the week-end.
    assert_eq!(add(&calendar, "2026-05-13", 1), "2026-05-18");
    assert_eq!(add(&calendar, "2026-12-23", 1), "2027-01-04");
}

#[test]
fn faults_are_all_said() {
    let added = |on: &str| AddedHoliday {
        on: date(on),
        reason: String::new(),
    };
    let faults = Calendar::new(CalendarParts {
        good_friday: true,
        closures: vec![Closure {
            from: date("2026-05-15"),
            to: date("2026-05-14"),
            reason: String::new(),
        }],
        added: vec![
            added("2026-05-04"),
            added("2026-05-01"),
            added("2026-05-04"),
        ],
        removed: vec![date("2026-05-08"), date("2026-05-07"), date("2026-05-08")],
        ..parts(Zone::Guyane)
    })
    .expect_err("faults");
    assert_eq!(
        faults,
        [
            CalendarFault::GoodFridayElsewhere { zone: Zone::Guyane },
            CalendarFault::ClosureInverted {
                index: 0,
                from: date("2026-05-15"),
                to: date("2026-05-14")
            },
            CalendarFault::AddedAlready {
                index: 1,
                on: date("2026-05-01")
            },
            CalendarFault::AddedAlready {
                index: 2,
                on: date("2026-05-04")
            },
            CalendarFault::RemovedNotHoliday {
                index: 1,
                on: date("2026-05-07")
            },
            CalendarFault::RemovedNotHoliday {
                index: 2,
                on: date("2026-05-08")
            },
        ]
    );
    assert!(
        faults
            .iter()
            .all(|fault| fault.diagnostic().code == fault.code())
    );
}
