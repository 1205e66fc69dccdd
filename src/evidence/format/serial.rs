//! Days as spreadsheets count them, and seconds as Unix counts them, written as decimal numbers.
//!
//! Invariant: integers only. A number that is not a whole second, but for the error of its own digits and of a
//! spreadsheet's arithmetic, is no instant: nothing is rounded that was recorded more exactly than to the second.

use super::EPOCH_DAYS;
use chrono::{Datelike, NaiveDate};

/// Seconds in a day.
const DAY: i64 = 86_400;
/// How many decimals are looked at; a whole or a half second has fewer.
const DECIMALS: usize = 25;
/// Decimals that a spreadsheet shows of a day at least, before it drops trailing zeros: 5 tell seconds apart.
const SHOWN: u32 = 5;
/// Decimals under which the error of a spreadsheet's own arithmetic lies: about a millisecond.
const ARITHMETIC: u32 = 8;

/// From which day a spreadsheet counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Epoch {
    /// Day 61 is 1900-03-01. Day 60 never was, and of those before it each program makes days of its own: all are
    /// refused.
    Of1900,
    /// Day 0 is 1904-01-01.
    Of1904,
}

impl Epoch {
    /// The first day that is read, and day 0 counted from 1970-01-01.
    const fn first(self) -> (i64, i64) {
        match self {
            Self::Of1900 => (61, -25_569),
            Self::Of1904 => (0, -24_107),
        }
    }

    /// The day that a whole number names, as `NaiveDate::num_days_from_ce`.
    pub(super) fn day(self, text: &str) -> Option<i32> {
        let instant = self.instant(text)?;
        let day = instant.div_euclid(DAY).checked_add(EPOCH_DAYS)?;
        (instant.rem_euclid(DAY) == 0).then(|| i32::try_from(day).ok())?
    }

    /// The instant that a number of days names, in local seconds since 1970-01-01 00:00.
    pub(super) fn instant(self, text: &str) -> Option<i64> {
        let (first, zero) = self.first();
        let seconds = seconds(text)?;
        if seconds < first.checked_mul(DAY)? {
            return None;
        }
        plausible(seconds.checked_add(zero.checked_mul(DAY)?)?)
    }
}

/// The seconds in a number of days, which must be whole ones.
pub(super) fn seconds(text: &str) -> Option<i64> {
    let decimal = Decimal::parse(text)?;
    let unit = 10_i128.checked_pow(decimal.decimals)?;
    let scaled = decimal.digits.checked_mul(i128::from(DAY))?;
    let whole = scaled.checked_add(unit / 2)?.div_euclid(unit);
    let error = (scaled - whole.checked_mul(unit)?).abs();
    // Half of the last decimal that counts, over a day.
    let shown = 10_i128.checked_pow(decimal.decimals.clamp(SHOWN, ARITHMETIC))?;
    let tolerated = unit.checked_mul(i128::from(DAY))? / 2;
    (error.checked_mul(shown)? <= tolerated).then(|| i64::try_from(whole).ok())?
}

/// The instant of a number of seconds since 1970-01-01 00:00 universal time. A fraction must be zero, unless what
/// follows the point is not a fraction but the number of the call, as in the unique ids of Asterisk.
pub(super) fn unix(text: &str, numbered: bool) -> Option<i64> {
    let (whole, after) = text.split_once('.').map_or((text, "0"), |parts| parts);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = digits(whole) && digits(after) && (numbered || after.bytes().all(|b| b == b'0'));
    fits.then(|| whole.parse().ok())?.and_then(plausible)
}

/// An instant of the years that notations know.
fn plausible(instant: i64) -> Option<i64> {
    let day = instant.div_euclid(DAY).checked_add(EPOCH_DAYS)?;
    let date = NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?)?;
    super::YEARS
        .contains(&i64::from(date.year()))
        .then_some(instant)
}

/// A number as written: its digits without the point, and how many of them stand behind it.
#[derive(Debug, Clone, Copy)]
struct Decimal {
    digits: i128,
    decimals: u32,
}

impl Decimal {
    /// Understands `43913`, `43913.5375` and `1.157E-5`; not negative.
    fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let bare = whole.is_empty() || (mantissa.contains('.') && fraction.is_empty());
        if bare || !digits(whole) || !digits(fraction) || whole.len() > 12 {
            return None;
        }
        let places = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        let (written, places) = if places < 0 {
            let zeros = usize::try_from(places.checked_neg()?).ok()?;
            (zeros <= 12).then(|| (format!("{whole}{fraction}{}", "0".repeat(zeros)), 0))?
        } else {
            (format!("{whole}{fraction}"), usize::try_from(places).ok()?)
        };
        // Decimals further behind cannot tell one second from another.
        let dropped = places.saturating_sub(DECIMALS);
        let kept = written.len().saturating_sub(dropped);
        let digits = written.get(..kept)?;
        Some(Self {
            digits: if digits.is_empty() {
                0
            } else {
                digits.parse().ok()?
            },
            decimals: u32::try_from(places.min(DECIMALS)).ok()?,
        })
    }
}

#[cfg(test)]
mod tests;
