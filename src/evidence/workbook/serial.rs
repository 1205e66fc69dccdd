//! Days and times as spreadsheets count them.
//!
//! Invariant: no floating-point arithmetic: a serial number is taken apart into the integers that it is made of, and its
//! second is the nearest one; a day that never was is no day.

use chrono::{Datelike, NaiveDate, NaiveTime};

/// Seconds of a day.
pub(super) const DAY: i64 = 86_400;
/// From 1899-12-30 to 1970-01-01, in days.
const FROM_1900: i64 = 25_569;
/// From 1904-01-01 to 1970-01-01, in days.
const FROM_1904: i64 = 24_107;
/// The serial number of a 29 February 1900, which never was.
const NO_DAY: i64 = 60;
/// The serial number of 9999-12-31.
const LAST: i64 = 2_958_465;

/// The day from which a workbook counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Epoch {
    /// 1 is 1900-01-01, and 1900 is held to be a leap year.
    #[default]
    From1900,
    /// 0 is 1904-01-01.
    From1904,
}

/// The whole seconds nearest to a number of days; halves go up. None beyond the years that spreadsheets know.
pub(super) fn seconds(days: f64) -> Option<i64> {
    let bits = days.to_bits();
    let exponent = i32::try_from((bits >> 52) & 0x7ff).ok()?;
    let fraction = bits & 0x000f_ffff_ffff_ffff;
    // Infinite, or none.
    if exponent == 0x7ff {
        return None;
    }
    let (mantissa, exponent) = match exponent {
        0 => (fraction, -1_074),
        _ => (fraction | 1 << 52, exponent - 1_075),
    };
    // Below 2^70: the product never overflows, and an exponent of 11 or more is beyond the year 9999.
    let product = u128::from(mantissa) * 86_400;
    let whole = match u32::try_from(exponent) {
        Ok(up) if up > 11 => return None,
        Ok(up) => product << up,
        Err(_) => {
            let down = exponent.unsigned_abs();
            match down {
                1..=126 => (product + (1 << (down - 1))) >> down,
                _ => 0,
            }
        }
    };
    let whole = i64::try_from(whole).ok()?;
    let limit = (LAST + 1) * DAY;
    let signed = if days.is_sign_negative() {
        -whole
    } else {
        whole
    };
    (whole < limit).then_some(signed)
}

/// The local instant of a serial number in seconds, since 1970-01-01 00:00; none for a day that never was.
pub(super) fn instant(serial: i64, epoch: Epoch) -> Option<i64> {
    let day = serial.div_euclid(DAY);
    let from = match epoch {
        Epoch::From1900 if day < 1 || day == NO_DAY => return None,
        // Before the day that never was, numbers run one behind.
        Epoch::From1900 if day < NO_DAY => FROM_1900 - 1,
        Epoch::From1900 => FROM_1900,
        Epoch::From1904 if day < 0 => return None,
        Epoch::From1904 => FROM_1904,
    };
    let found = serial - from * DAY;
    (found < (LAST + 1 - FROM_1900) * DAY).then_some(found)
}

/// The local instant of `2020-03-23` or `2020-03-23T12:54:07.25`, in seconds since 1970-01-01 00:00.
pub(super) fn iso_instant(text: &str) -> Option<i64> {
    let (day, time) = match text.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let well_formed = day.len() == 10
        && day.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let day: NaiveDate = day.parse().ok().filter(|_| well_formed)?;
    // As for texts: a date that stands for none, such as 1899-12-30, is no day.
    if !(1900..=2199).contains(&day.year()) {
        return None;
    }
    let midnight = day.and_time(NaiveTime::MIN).and_utc().timestamp();
    Some(midnight + time.map_or(Some(0), iso_time)?)
}

/// The seconds of `12:54:07.25` or `12:54`, below a day or a day itself.
fn iso_time(text: &str) -> Option<i64> {
    let mut parts = text.split(':');
    let (hours, minutes) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let seconds = parts.next().unwrap_or("0");
    // 59.75 is nearer to the next minute, but 60 is no second of any.
    let below = seconds
        .split('.')
        .next()
        .is_some_and(|whole| !matches!(whole, "60" | "060"));
    let seconds = fractional(seconds).filter(|_| below)?;
    let whole = hours * 3_600 + minutes * 60 + seconds;
    (parts.next().is_none() && hours < 24 && minutes < 60 && seconds <= 60).then_some(whole)
}

/// The seconds of `PT12H54M07.25S`, `-PT1H` or `P1DT2H`.
pub(super) fn iso_duration(text: &str) -> Option<i64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let text = text.strip_prefix('P')?;
    let (days, time) = text.split_once('T').unwrap_or((text, ""));
    let mut total = match days.strip_suffix('D') {
        Some(number) => digits(number, 7)? * DAY,
        None if days.is_empty() => 0,
        None => return None,
    };
    let mut rest = time;
    for (letter, unit) in [('H', 3_600), ('M', 60), ('S', 1)] {
        if let Some((number, after)) = rest.split_once(letter) {
            let amount = match letter {
                'S' => fractional(number)?,
                _ => digits(number, 9)?,
            };
            total += amount * unit;
            rest = after;
        }
    }
    (rest.is_empty() && (!days.is_empty() || !time.is_empty())).then_some(if negative {
        -total
    } else {
        total
    })
}

/// A number of at most so many digits.
fn digits(text: &str, most: usize) -> Option<i64> {
    let fits =
        !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}

/// The nearest second of `07.25` or `07,25`; halves go up.
fn fractional(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let is_number = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let up = i64::from(part.bytes().next().is_some_and(|digit| digit >= b'5'));
    digits(whole, 9)
        .filter(|_| is_number)
        .map(|whole| whole + up)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(
        clippy::float_arithmetic,
        reason = "the numbers that spreadsheets write are made by dividing"
    )]
    fn serial(day: i32, second: i32) -> f64 {
        f64::from(day) + f64::from(second) / 86_400.0
    }

    fn local(year: i32, month: u32, day: u32) -> i64 {
        let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        date.and_time(NaiveTime::MIN).and_utc().timestamp()
    }

    #[test]
    fn every_second_of_the_day_is_exact_in_both_epochs() {
        for second in 0..86_400 {
            for (day, epoch, midnight) in [
                (43_913, Epoch::From1900, local(2020, 3, 23)),
                (61, Epoch::From1900, local(1900, 3, 1)),
                (2_958_465, Epoch::From1900, local(9999, 12, 31)),
                (42_451, Epoch::From1904, local(2020, 3, 23)),
                (0, Epoch::From1904, local(1904, 1, 1)),
            ] {
                let found = seconds(serial(day, second)).and_then(|all| instant(all, epoch));
                assert_eq!(found, Some(midnight + i64::from(second)), "{day} {second}");
            }
        }
    }

    #[test]
    fn days_around_the_one_that_never_was() {
        let day = |number: i64| instant(number * DAY, Epoch::From1900);
        assert_eq!(day(1), Some(local(1900, 1, 1)));
        assert_eq!(day(59), Some(local(1900, 2, 28)));
        assert_eq!(day(60), None);
        assert_eq!(day(61), Some(local(1900, 3, 1)));
        assert_eq!(day(0), None);
        assert_eq!(instant(-DAY, Epoch::From1904), None);
    }

    #[test]
    fn numbers_that_are_no_days() {
        for number in [f64::NAN, f64::INFINITY, -f64::INFINITY, 1e300, 2_958_466.0] {
            assert_eq!(seconds(number), None, "{number}");
        }
        for (number, expected) in [
            (5e-324, 0),
            (0.0, 0),
            (-0.0, 0),
            (-1.0, -86_400),
            (0.500_001 / 86_400.0, 1),
            (0.499 / 86_400.0, 0),
        ] {
            assert_eq!(seconds(number), Some(expected), "{number}");
        }
    }

    #[test]
    fn iso_days_and_times() {
        for (text, expected) in [
            ("2020-03-23", Some(local(2020, 3, 23))),
            ("2020-03-23T12:54:07", Some(local(2020, 3, 23) + 46_447)),
            ("2020-03-23T12:54:07.5", Some(local(2020, 3, 23) + 46_448)),
            ("2020-03-23T12:54", Some(local(2020, 3, 23) + 46_440)),
            ("2020-02-30", None),
            ("26-03-23", None),
            ("2020-03-23T25:00:00", None),
            ("2020-03-23T10:00:60", None),
            ("2020-03-23T10:00:59.75", Some(local(2020, 3, 23) + 36_060)),
            ("1899-12-30", None),
            ("0001-01-01", None),
            ("2020-03-23T", None),
        ] {
            assert_eq!(iso_instant(text), expected, "{text}");
        }
        for (text, expected) in [
            ("PT12H54M07S", Some(46_447)),
            ("PT12H54M07.499999S", Some(46_447)),
            ("PT49H", Some(176_400)),
            ("P1DT1H", Some(90_000)),
            ("-PT1M", Some(-60)),
            ("PT", None),
            ("P", None),
            ("12:54", None),
            ("PT1X", None),
        ] {
            assert_eq!(iso_duration(text), expected, "{text}");
        }
    }
}
