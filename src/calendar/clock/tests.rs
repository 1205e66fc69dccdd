//! The clock against the rule of the European directive 2000/84, written down minute by minute.

use super::super::Zone;
use super::{Clock, Instants};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};
use proptest::prelude::*;

fn seconds(date: NaiveDate, minute: i64) -> i64 {
    let midnight = NaiveDateTime::from(date).and_utc().timestamp();
    midnight + minute * 60
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn last_sunday(year: i32, month: u32) -> NaiveDate {
    let last = day(year, month, 31);
    (0..7)
        .map(|back| last - Days::new(back))
        .find(|date| date.weekday() == Weekday::Sun)
        .unwrap()
}

/// Summer time runs from 01:00 UTC of the last Sunday of March to 01:00 UTC of the last Sunday of October.
fn offset_of_paris(instant: i64) -> i64 {
    let year = chrono::DateTime::from_timestamp(instant, 0).unwrap().year();
    let summer = seconds(last_sunday(year, 3), 60)..seconds(last_sunday(year, 10), 60);
    if summer.contains(&instant) {
        7_200
    } else {
        3_600
    }
}

#[test]
fn both_changes_of_every_year_since_1996_follow_the_directive() {
    let clock = Clock::of(Zone::Metropole);
    for year in 1996..=2099 {
        for date in [last_sunday(year, 3), last_sunday(year, 10)] {
            for minute in -180..240 {
                let instant = seconds(date, minute);
                let local = instant + offset_of_paris(instant);
                assert_eq!(clock.local(instant).0, local, "{date} {minute}");
                let named: Vec<i64> = [local - 7_200, local - 3_600]
                    .into_iter()
                    .filter(|instant| instant + offset_of_paris(*instant) == local)
                    .collect();
                assert_eq!(clock.instants(local).all().collect::<Vec<_>>(), named);
            }
        }
    }
}

#[test]
fn the_changes_of_2026_by_hand() {
    let clock = Clock::of(Zone::AlsaceMoselle);
    let (spring, autumn) = (day(2026, 3, 29), day(2026, 10, 25));
    // 02:30 does not exist in March: it would be 00:30 UTC by the new clock, 01:30 UTC by the old one.
    assert_eq!(
        clock.instants(seconds(spring, 150)),
        Instants::Never(seconds(spring, 30), seconds(spring, 90))
    );
    assert_eq!(
        clock.instants(seconds(autumn, 150)),
        Instants::Twice(seconds(autumn, 30), seconds(autumn, 90))
    );
    assert_eq!(
        clock.local(seconds(autumn, 30)),
        (seconds(autumn, 150), false)
    );
    assert_eq!(
        clock.local(seconds(autumn, 90)),
        (seconds(autumn, 150), true)
    );
    // From 01:30 to 03:30, one hour passes in March, three in October.
    let real = |date| clock.real(seconds(date, 90)..seconds(date, 210));
    let (before, change) = (seconds(spring, 30), seconds(spring, 60));
    assert_eq!(real(spring), [before..change, change..change + 1_800]);
    let change = seconds(autumn, 60);
    assert_eq!(
        real(autumn),
        [seconds(autumn, -30)..change, change..seconds(autumn, 150)]
    );
    assert_eq!(clock.real(seconds(spring, 120)..seconds(spring, 180)), []);
    assert_eq!(
        clock.real(seconds(autumn, 150)..seconds(autumn, 160)),
        [
            seconds(autumn, 30)..seconds(autumn, 40),
            seconds(autumn, 90)..seconds(autumn, 100)
        ]
    );
}

#[test]
fn overseas_clocks_do_not_jump() {
    for (zone, hours) in [
        (Zone::Guadeloupe, -4),
        (Zone::Martinique, -4),
        (Zone::Guyane, -3),
        (Zone::Reunion, 4),
        (Zone::Mayotte, 3),
        (Zone::SaintMartin, -4),
        (Zone::SaintBarthelemy, -4),
    ] {
        for date in day(2026, 1, 1).iter_days().take(365) {
            for minute in (0..1_440).step_by(30) {
                let local = seconds(date, minute);
                let instant = local - hours * 3_600;
                assert_eq!(Clock::of(zone).instants(local), Instants::Once(instant));
                assert_eq!(Clock::of(zone).local(instant), (local, false));
            }
        }
    }
}

proptest! {
    #[test]
    fn real_time_is_every_second_that_shows_a_local_time(
        near in prop::sample::select(vec![
            (2026, 3, 29), (2026, 10, 25), (2025, 10, 26), (2026, 7, 1),
        ]),
        from in -200_i64..400,
        length in 0_i64..400,
    ) {
        let clock = Clock::of(Zone::Metropole);
        let date = day(near.0, near.1, near.2);
        let local = seconds(date, from)..seconds(date, from + length);
        let pieces = clock.real(local.clone());
        prop_assert!(pieces.windows(2).all(|pair| pair[0].end <= pair[1].start));
        for minute in -500..900 {
            let instant = seconds(date, minute);
            let shown = local.contains(&(instant + offset_of_paris(instant)));
            prop_assert_eq!(pieces.iter().any(|piece| piece.contains(&instant)), shown);
        }
    }
}
