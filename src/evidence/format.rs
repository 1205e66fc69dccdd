//! Declared notations of days, instants and durations, and their strict reading.
//!
//! Invariant: a text is read only if it follows the notation to the last character and names a day of the calendar, a
//! time of the day or a duration that is not negative; nothing is guessed, completed or rounded.
//!
//! Letters of a notation, in either case: `dd` or `jj` a day, `mm` a month (minutes once the hour has come, or in a
//! duration), `yyyy` or `aaaa` a year from 1900 to 2199, `yy` or `aa` a year of two digits (00 to 69 stand for 2000 to
//! 2069, 70 to 99 for 1970 to 1999), `hh` hours, `ss` seconds. Any other character stands for itself, such as the `T` of
//! `yyyy-mm-ddTHH:MM:SS`, the `h` of `HHhMM` and the `à` of `jj/mm/aaaa à HH:MM`.

mod notation;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};

pub use notation::{
    FORMAT_DATE_IN_DURATION, FORMAT_INCOMPLETE, FORMAT_LETTER_UNKNOWN, FORMAT_TIME_IN_DATE,
    FORMAT_UNIT_REPEATED, FormatFault,
};
use notation::{Fields, Notation, Unit};

/// `NaiveDate::num_days_from_ce` of 1970-01-01.
const EPOCH_DAYS: i64 = 719_163;

/// How a column writes days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFormat(Notation);

impl DateFormat {
    /// Understands a notation such as `dd/mm/yyyy` or `jj/mm/aa`.
    pub fn parse(notation: &str) -> Result<Self, FormatFault> {
        let notation = Notation::parse(notation, false)?;
        if notation.units().any(Unit::is_time) {
            return Err(FormatFault::TimeInDate);
        }
        check_date(&notation)?;
        Ok(Self(notation))
    }

    /// The day that a text names, as `NaiveDate::num_days_from_ce`; none if it does not follow the notation.
    pub fn read(&self, text: &str) -> Option<i32> {
        day(&self.0.read(text)?)
    }
}

/// How a column writes local instants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTimeFormat(Notation);

impl DateTimeFormat {
    /// Understands a notation such as `dd/mm/yyyy HH:MM`; minutes and seconds that it does not name are zero.
    pub fn parse(notation: &str) -> Result<Self, FormatFault> {
        let notation = Notation::parse(notation, false)?;
        check_date(&notation)?;
        let has = |unit| notation.units().any(|other| other == unit);
        if !has(Unit::Hour) || (has(Unit::Second) && !has(Unit::Minute)) {
            return Err(FormatFault::Incomplete);
        }
        Ok(Self(notation))
    }

    /// The instant that a text names, in local seconds since 1970-01-01 00:00; none if it does not follow the notation.
    pub fn read(&self, text: &str) -> Option<i64> {
        let fields = self.0.read(text)?;
        let days = i64::from(day(&fields)?) - EPOCH_DAYS;
        let below =
            |unit, limit| Some(fields.get(unit).unwrap_or(0)).filter(|value| *value < limit);
        let (hour, minute, second) = (
            below(Unit::Hour, 24)?,
            below(Unit::Minute, 60)?,
            below(Unit::Second, 60)?,
        );
        Some(days * 86_400 + hour * 3_600 + minute * 60 + second)
    }
}

/// How a column writes durations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DurationFormat(Duration);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Duration {
    Count { seconds_each: i64 },
    Clock(Notation),
}

impl DurationFormat {
    /// Understands `seconds`, `minutes`, or a notation such as `mm:ss`, `HH:MM`, `HH:MM:SS` or `HHhMM`.
    pub fn parse(notation: &str) -> Result<Self, FormatFault> {
        match notation {
            "seconds" | "secondes" => return Ok(Self(Duration::Count { seconds_each: 1 })),
            "minutes" => return Ok(Self(Duration::Count { seconds_each: 60 })),
            _ => {}
        }
        let notation = Notation::parse(notation, true)?;
        let units: Vec<Unit> = notation.units().collect();
        match units.as_slice() {
            [Unit::Hour, Unit::Minute]
            | [Unit::Minute, Unit::Second]
            | [Unit::Hour, Unit::Minute, Unit::Second] => Ok(Self(Duration::Clock(notation))),
            units if units.iter().any(|unit| !unit.is_time()) => Err(FormatFault::DateInDuration),
            _ => Err(FormatFault::Incomplete),
        }
    }

    /// The duration that a text names, in seconds; none if it does not follow the notation. The first unit may pass its
    /// usual bound (`125:30` is a wait of two hours and more); the next ones may not.
    pub fn read(&self, text: &str) -> Option<i64> {
        match &self.0 {
            Duration::Count { seconds_each } => digits(text)?.checked_mul(*seconds_each),
            Duration::Clock(notation) => {
                let fields = notation.read(text)?;
                let mut total = 0_i64;
                for (rank, unit) in notation.units().enumerate() {
                    let value = fields.get(unit)?;
                    if rank > 0 && value >= 60 {
                        return None;
                    }
                    total = total.checked_add(value.checked_mul(unit.seconds())?)?;
                }
                Some(total)
            }
        }
    }
}

/// A whole number written with ASCII digits alone.
fn digits(text: &str) -> Option<i64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn check_date(notation: &Notation) -> Result<(), FormatFault> {
    let has = |unit| notation.units().any(|other| other == unit);
    if has(Unit::Day) && has(Unit::Month) && (has(Unit::Year) || has(Unit::ShortYear)) {
        Ok(())
    } else {
        Err(FormatFault::Incomplete)
    }
}

fn day(fields: &Fields) -> Option<i32> {
    let year = match (fields.get(Unit::Year), fields.get(Unit::ShortYear)) {
        (Some(year), _) => Some(year).filter(|year| (1900..=2199).contains(year))?,
        (None, Some(short)) if short <= 69 => 2000 + short,
        (None, short) => 1900 + short?,
    };
    let month = u32::try_from(fields.get(Unit::Month)?).ok()?;
    let day = u32::try_from(fields.get(Unit::Day)?).ok()?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some(date.num_days_from_ce())
}
