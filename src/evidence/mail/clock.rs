//! The town's local time, in which the day of a message is told whatever clock wrote it.
//!
//! Invariant: an instant outside the years that a calendar counts is no instant.

use crate::calendar::{Clock, Zone};
use chrono::{DateTime, Datelike, NaiveDate};
use mail_parser::DateTime as Written;
use std::ops::RangeInclusive;

/// The years in which messages are plausible.
const PLAUSIBLE: RangeInclusive<i32> = 1990..=2100;

/// A date of a header as local seconds since 1970-01-01 00:00; none for a day or time that does not exist.
pub(super) fn local(written: &Written, town: Zone) -> Option<i64> {
    let day = NaiveDate::from_ymd_opt(
        i32::from(written.year),
        u32::from(written.month),
        u32::from(written.day),
    )?;
    // A minute may have sixty-one seconds.
    let time = day.and_hms_opt(
        u32::from(written.hour),
        u32::from(written.minute),
        u32::from(written.second.min(59)),
    )?;
    let shift = i64::from(written.tz_hour) * 3_600 + i64::from(written.tz_minute) * 60;
    let shift = if written.tz_before_gmt { shift } else { -shift };
    let instant = time.and_utc().timestamp().checked_add(shift)?;
    let (local, _) = Clock::of(town).local(instant);
    let year = DateTime::from_timestamp(local, 0)?.year();
    PLAUSIBLE.contains(&year).then_some(local)
}

#[cfg(test)]
mod tests {
    use super::local;
    use crate::calendar::Zone;
    use chrono::NaiveDate;
    use mail_parser::DateTime;

    fn seconds(date: (i32, u32, u32), time: (u32, u32, u32)) -> Option<i64> {
        let day = NaiveDate::from_ymd_opt(date.0, date.1, date.2)?;
        Some(
            day.and_hms_opt(time.0, time.1, time.2)?
                .and_utc()
                .timestamp(),
        )
    }

    #[test]
    fn the_day_is_the_town_s() {
        for (text, zone, date, time) in [
            (
                "Mon, 4 May 2026 10:00:00 +0200",
                Zone::Metropole,
                (2026, 5, 4),
                (10, 0, 0),
            ),
            (
                "Mon, 4 May 2026 23:30:00 +0000",
                Zone::Metropole,
                (2026, 5, 5),
                (1, 30, 0),
            ),
            // Across the two clock changes of 2026.
            (
                "Sun, 29 Mar 2026 00:59:59 +0000",
                Zone::Metropole,
                (2026, 3, 29),
                (1, 59, 59),
            ),
            (
                "Sun, 29 Mar 2026 01:00:00 +0000",
                Zone::Metropole,
                (2026, 3, 29),
                (3, 0, 0),
            ),
            (
                "Sun, 25 Oct 2026 00:59:59 +0000",
                Zone::AlsaceMoselle,
                (2026, 10, 25),
                (2, 59, 59),
            ),
            (
                "Sun, 25 Oct 2026 01:00:00 +0000",
                Zone::AlsaceMoselle,
                (2026, 10, 25),
                (2, 0, 0),
            ),
            (
                "Mon, 4 May 2026 01:00:00 +0000",
                Zone::Guyane,
                (2026, 5, 3),
                (22, 0, 0),
            ),
            (
                "Mon, 4 May 2026 22:00:00 +0000",
                Zone::Reunion,
                (2026, 5, 5),
                (2, 0, 0),
            ),
        ] {
            let written = DateTime::parse_rfc822(text).unwrap();
            assert_eq!(local(&written, zone), seconds(date, time), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "Mon, 31 Feb 2026 10:00:00 +0200",
            "Mon, 4 May 1826 10:00:00 +0200",
            "4 May 2026 25:00:00 +0000",
        ] {
            let read =
                DateTime::parse_rfc822(text).and_then(|written| local(&written, Zone::Metropole));
            assert_eq!(read, None, "{text}");
        }
    }
}
