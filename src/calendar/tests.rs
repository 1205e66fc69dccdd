//! Counting by table against counting day by day.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert_eq, proptest};

use super::{AddedHoliday, Calendar, CalendarParts, Closure, WorkingWeek, Zone, holidays};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn parts(zone: Zone) -> CalendarParts {
    CalendarParts::new(WorkingWeek::MONDAY_TO_FRIDAY, zone)
}

/// The oracle: a set of forbidden dates, and a walk.
struct Walk {
    week: Vec<Weekday>,
    off: BTreeSet<NaiveDate>,
}

impl Walk {
    fn new(calendar: &Calendar, years: RangeInclusive<i32>) -> Self {
        let legal = years.flat_map(|year| holidays(year, calendar.zone(), calendar.good_friday()));
        let mut off: BTreeSet<NaiveDate> = legal.map(|holiday| holiday.date).collect();
        off.retain(|day| !calendar.removed_holidays().contains(day));
        off.extend(calendar.added_holidays().iter().map(|added| added.on));
        for closure in calendar.closures() {
            off.extend(
                closure
                    .from
                    .iter_days()
                    .take_while(|&day| day <= closure.to),
            );
        }
        Self {
            week: calendar.week().days().collect(),
            off,
        }
    }

    fn works(&self, day: NaiveDate) -> bool {
        self.week.contains(&day.weekday()) && !self.off.contains(&day)
    }

    fn add(&self, start: NaiveDate, n: u32) -> NaiveDate {
        let mut day = start;
        for _ in 0..n {
            day = day + Days::new(1);
            while !self.works(day) {
                day = day + Days::new(1);
            }
        }
        day
    }
}

#[test]
fn the_ends_of_the_table_and_of_the_calendar() {
    let calendar = Calendar::new(parts(Zone::Metropole)).expect("a calendar");
    // Across 1990, across 2100, and far from both: two ways of counting, one answer.
    for (start, n) in [
        ("1989-12-20", 10),
        ("1989-12-31", 1),
        ("1980-01-01", 5000),
        ("2100-12-24", 10),
        ("2100-12-31", 1),
        ("1989-06-01", 30_000),
        ("2150-01-01", 300),
        ("1700-01-01", 3),
    ] {
        let (start, years) = (date(start), date(start).year()..=date(start).year() + 130);
        let end = calendar.add_working_days(start, n).expect("an end");
        assert_eq!(
            Walk::new(&calendar, years).add(start, n),
            end,
            "{start} + {n}"
        );
        assert_eq!(
            calendar.working_days_between(start, end),
            Some(i64::from(n))
        );
        assert_eq!(
            calendar.working_days_between(end, start),
            Some(-i64::from(n))
        );
    }
    assert_eq!(calendar.add_working_days(date("9999-12-30"), 5), None);
    assert_eq!(
        calendar.add_working_days(date("2026-01-01"), u32::MAX),
        None
    );
    assert_eq!(calendar.add_working_days(date("1582-12-31"), 1), None);
    assert_eq!(
        calendar.working_days_between(date("1582-12-31"), date("1600-01-01")),
        None
    );
    assert!(!calendar.is_working(date("1582-12-31")));
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let closure = (0_u64..1200, 0_u64..20);
    let closures = proptest::collection::vec(closure, 0..4);
    (
        1_u8..128,
        0_usize..9,
        any::<bool>(),
        closures,
        proptest::option::of(0_u64..1200),
    )
        .prop_map(|(bits, zone, good_friday, closures, added)| {
            let weekdays = [
                Weekday::Mon,
                Weekday::Tue,
                Weekday::Wed,
                Weekday::Thu,
                Weekday::Fri,
                Weekday::Sat,
                Weekday::Sun,
            ];
            let days: Vec<Weekday> = weekdays
                .into_iter()
                .enumerate()
                .filter(|(at, _)| bits >> at & 1 == 1)
                .map(|(_, day)| day)
                .collect();
            let zone = Zone::ALL[zone];
            let first = date("2025-01-01");
            let closures = closures.into_iter().map(|(from, length)| Closure {
                from: first + Days::new(from),
                to: first + Days::new(from + length),
                reason: String::new(),
            });
            let good_friday = good_friday && zone == Zone::AlsaceMoselle;
            let added = added.map(|ahead| first + Days::new(ahead));
            let added = added.filter(|day| {
                !holidays(day.year(), zone, good_friday)
                    .iter()
                    .any(|legal| legal.date == *day)
            });
            Calendar::new(CalendarParts {
                week: WorkingWeek::of(&days).expect("a day"),
                good_friday,
                closures: closures.collect(),
                added: added
                    .into_iter()
                    .map(|on| AddedHoliday {
                        on,
                        reason: String::new(),
                    })
                    .collect(),
                removed: vec![date("2026-05-08")],
                ..parts(zone)
            })
            .expect("a calendar")
        })
}

proptest! {
    // Each case counts a century of days.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn adding_is_walking(calendar in any_calendar(), ahead in 0_u64..1500, n in 0_u32..80) {
        let start = date("2024-06-01") + Days::new(ahead);
        let end = calendar.add_working_days(start, n).expect("an end");
        prop_assert_eq!(end, Walk::new(&calendar, 2024..=2040).add(start, n));
        prop_assert_eq!(calendar.working_days_between(start, end), Some(i64::from(n)));
    }

    #[test]
    fn counting_is_walking(calendar in any_calendar(), a in 0_u64..1500, b in 0_u64..1500) {
        let (a, b) = (date("2024-06-01") + Days::new(a), date("2024-06-01") + Days::new(b));
        let between = calendar.working_days_between(a, b).expect("a count");
        prop_assert_eq!(calendar.working_days_between(b, a), Some(-between));
        let (low, high) = (a.min(b), a.max(b));
        let walk = Walk::new(&calendar, 2024..=2029);
        let walked = low.iter_days().skip(1).take_while(|&day| day <= high).filter(|&day| walk.works(day));
        prop_assert_eq!(i64::try_from(walked.count()).expect("small"), between.abs());
    }
}
