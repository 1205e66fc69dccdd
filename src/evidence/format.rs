//! Declared notations of days, instants and durations, and their strict reading.
//!
//! Invariant: a text is read only if it follows a notation to the last character and names a day of the calendar, a
//! time of the day or a duration that is not negative; nothing is guessed, completed or rounded. A text that fits
//! several declared notations with different values fits none.
//!
//! Letters of a notation, in either case: `dd` or `jj` a day, `mm` a month (minutes once the hour has come, or in a
//! duration), `mmm` or `mmmm` the French name of a month in full or short ("mars", "févr.", "1er" before it), `jjj` or
//! `jjjj` (`ddd`, `dddd`) the French name of a weekday, which must be that of the day, `yyyy` or `aaaa` a year from 1900
//! to 2199, `yy` or `aa` a year of two digits (00 to 69 stand for 2000 to 2069, 70 to 99 for 1970 to 1999), `hh` hours,
//! `ss` seconds, `ss.000` or `ss,000` decimals of a second, which must be zero: an instant between two seconds is not
//! read, since either of them could make or break a promise. A small `z` is the offset of the clock (`Z`, `+01:00`,
//! `+0100`, `+01`). A blank stands for any blank, and another character for itself, such as the `T` of
//! `yyyy-mm-ddTHH:MM:SS`, the `h` of `HHhMM` and the `à` of `jj/mm/aaaa à HH:MM`.
//!
//! Words: `excel` and `excel-1904` are the days of spreadsheets, `epoch` the seconds of Unix, `epoch-id` the unique ids
//! of Asterisk, whose number after the point counts calls. Instants with an offset and the seconds of Unix become what
//! the town's legal clock showed. A local time that the spring change skips is kept as it was written: the legal clock
//! bounds what it may mean wherever time is counted.

mod clock;
mod fault;
mod names;
mod notation;
mod serial;
#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

use super::number::Numerals;
use crate::calendar::Zone;
use chrono::{Datelike, NaiveDate};

pub use clock::{ColumnClock, Declared};
pub use fault::{
    FORMAT_CLOCK_TWICE, FORMAT_CLOCK_UNSAID, FORMAT_DATE_IN_DURATION, FORMAT_INCOMPLETE,
    FORMAT_LETTER_UNKNOWN, FORMAT_TIME_IN_DATE, FORMAT_UNIT_REPEATED, FormatFault,
};
use notation::{Fields, Notation, Unit};
use serial::Epoch;

/// `NaiveDate::num_days_from_ce` of 1970-01-01.
const EPOCH_DAYS: i64 = 719_163;
/// The years of a text.
const YEARS: RangeInclusive<i64> = 1900..=2199;

/// How a column writes days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFormat(Vec<Day>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Day {
    Written(Notation),
    Serial(Epoch),
}

impl DateFormat {
    /// Of a column whose cells are typed in the file: no text is a day.
    pub const fn typed() -> Self {
        Self(Vec::new())
    }

    /// Understands `excel`, `excel-1904`, or a notation such as `dd/mm/yyyy` or `jj mmmm aaaa`.
    pub fn parse(notation: &str) -> Result<Self, FormatFault> {
        if let Some(epoch) = epoch(notation) {
            return Ok(Self(vec![Day::Serial(epoch)]));
        }
        if matches!(notation, "epoch" | "epoch-id") {
            return Err(FormatFault::TimeInDate);
        }
        let notation = Notation::parse(notation, false)?;
        if notation.units().any(Unit::is_time) || has(&notation, Unit::Offset) {
            return Err(FormatFault::TimeInDate);
        }
        check_date(&notation)?;
        Ok(Self(vec![Day::Written(notation)]))
    }

    /// Adds the notations of another.
    pub fn or(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The day that a text names, as `NaiveDate::num_days_from_ce`; none if it does not follow a notation.
    pub fn read(&self, text: &str) -> Option<i32> {
        self.read_with(text, Numerals::default())
    }

    /// The same where numbers are written with some signs.
    pub fn read_with(&self, text: &str, numerals: Numerals) -> Option<i32> {
        agreed(self.0.iter().map(|notation| match notation {
            Day::Written(notation) => day(&notation.read(text)?),
            Day::Serial(epoch) => epoch.day(&numerals.pointed(text)?),
        }))
    }
}

/// How a column writes instants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTimeFormat {
    clock: ColumnClock,
    notations: Vec<Instant>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Instant {
    Written(Notation),
    Serial(Epoch),
    Unix { numbered: bool },
}

impl DateTimeFormat {
    /// Of a column whose cells are typed in the file: no text is an instant.
    pub const fn typed(clock: ColumnClock) -> Self {
        Self {
            clock,
            notations: Vec::new(),
        }
    }

    /// What the town's clock showed at a typed instant, which is by the clock that the column declares, or the town's own.
    pub fn local(&self, seconds: i64) -> i64 {
        match self.clock.declared {
            Some(Declared::Utc) => self.clock.local(seconds),
            Some(Declared::Local) | None => seconds,
        }
    }

    /// Understands a notation of times that are the town's local ones, whatever they say.
    pub fn parse(notation: &str) -> Result<Self, FormatFault> {
        let clock = ColumnClock {
            town: Zone::Metropole,
            declared: Some(Declared::Local),
        };
        Self::by(clock, notation)
    }

    /// Understands `excel`, `excel-1904`, `epoch`, `epoch-id`, or a notation such as `dd/mm/yyyy HH:MM`; minutes and
    /// seconds that it does not name are zero.
    pub fn by(clock: ColumnClock, notation: &str) -> Result<Self, FormatFault> {
        let instant = if let Some(epoch) = epoch(notation) {
            Instant::Serial(epoch)
        } else if matches!(notation, "epoch" | "epoch-id") {
            let numbered = notation == "epoch-id";
            Instant::Unix { numbered }
        } else {
            Instant::Written(Notation::parse(notation, false)?)
        };
        match &instant {
            Instant::Written(notation) => {
                check_date(notation)?;
                if !has(notation, Unit::Hour)
                    || (has(notation, Unit::Second) && !has(notation, Unit::Minute))
                {
                    return Err(FormatFault::Incomplete);
                }
                let offset = has(notation, Unit::Offset);
                match clock.declared {
                    None if notation.says_z() => return Err(FormatFault::ClockUnsaid),
                    Some(Declared::Utc) if offset => return Err(FormatFault::ClockTwice),
                    _ => {}
                }
            }
            Instant::Unix { .. } if clock.declared.is_some() => {
                return Err(FormatFault::ClockTwice);
            }
            Instant::Serial(_) | Instant::Unix { .. } => {}
        }
        Ok(Self {
            clock,
            notations: vec![instant],
        })
    }

    /// Adds the notations of another, of the same column.
    pub fn or(mut self, other: Self) -> Self {
        self.notations.extend(other.notations);
        self
    }

    /// The instant that a text names, in local seconds since 1970-01-01 00:00; none if it does not follow a notation.
    pub fn read(&self, text: &str) -> Option<i64> {
        self.read_with(text, Numerals::default())
    }

    /// The same where numbers are written with some signs.
    pub fn read_with(&self, text: &str, numerals: Numerals) -> Option<i64> {
        agreed(self.notations.iter().map(|notation| {
            match notation {
                Instant::Written(notation) => {
                    let fields = notation.read(text)?;
                    let written = instant(&fields)?;
                    match (fields.get(Unit::Offset), self.clock.declared) {
                        (_, Some(Declared::Local)) | (None, None) => Some(written),
                        (offset, _) => Some(self.clock.local(written - offset.unwrap_or(0))),
                    }
                }
                Instant::Serial(epoch) => {
                    let written = epoch.instant(&numerals.pointed(text)?)?;
                    let universal = self.clock.declared == Some(Declared::Utc);
                    Some(if universal {
                        self.clock.local(written)
                    } else {
                        written
                    })
                }
                Instant::Unix { numbered } => Some(
                    self.clock
                        .local(serial::unix(&numerals.pointed(text)?, *numbered)?),
                ),
            }
        }))
    }
}

/// How a column writes durations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DurationFormat(Vec<Duration>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Duration {
    Count { seconds_each: i64 },
    Clock(Notation),
    Serial,
}

impl DurationFormat {
    /// Of a column whose cells are typed in the file: no text is a duration.
    pub const fn typed() -> Self {
        Self(Vec::new())
    }

    /// Understands `seconds`, `minutes`, `excel` (days), or a notation such as `mm:ss`, `HH:MM`, `HH:MM:SS`, `HHhMM` or
    /// `HHh`.
    pub fn parse(notation: &str) -> Result<Self, FormatFault> {
        let count = |seconds_each| Ok(Self(vec![Duration::Count { seconds_each }]));
        match notation {
            "seconds" | "secondes" => return count(1),
            "minutes" => return count(60),
            "epoch" | "epoch-id" => return Err(FormatFault::DateInDuration),
            _ if epoch(notation).is_some() => return Ok(Self(vec![Duration::Serial])),
            _ => {}
        }
        let notation = Notation::parse(notation, true)?;
        let units: Vec<Unit> = notation.units().collect();
        match units.as_slice() {
            [Unit::Hour]
            | [Unit::Hour, Unit::Minute]
            | [Unit::Minute, Unit::Second]
            | [Unit::Minute, Unit::Second, Unit::Fraction]
            | [Unit::Hour, Unit::Minute, Unit::Second]
            | [Unit::Hour, Unit::Minute, Unit::Second, Unit::Fraction] => {
                Ok(Self(vec![Duration::Clock(notation)]))
            }
            units if units.iter().any(|unit| !unit.is_time()) => Err(FormatFault::DateInDuration),
            _ => Err(FormatFault::Incomplete),
        }
    }

    /// Adds the notations of another.
    pub fn or(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The duration that a text names, in seconds; none if it does not follow a notation. The first unit may pass its
    /// usual bound (`125:30` is a wait of two hours and more); the next ones may not.
    pub fn read(&self, text: &str) -> Option<i64> {
        self.read_with(text, Numerals::default())
    }

    /// The same where numbers are written with some signs.
    pub fn read_with(&self, text: &str, numerals: Numerals) -> Option<i64> {
        agreed(self.0.iter().map(|notation| match notation {
            Duration::Count { seconds_each } if !text.starts_with('-') => {
                numerals.whole(text, *seconds_each)
            }
            Duration::Count { .. } => None,
            Duration::Serial => serial::seconds(&numerals.pointed(text)?),
            Duration::Clock(notation) => clock_duration(notation, text),
        }))
    }
}

fn clock_duration(notation: &Notation, text: &str) -> Option<i64> {
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

/// The one value that the readings of a text have; none where there is none, or where two differ.
fn agreed<T: PartialEq>(readings: impl Iterator<Item = Option<T>>) -> Option<T> {
    let mut values = readings.flatten();
    let first = values.next()?;
    values.all(|other| other == first).then_some(first)
}

/// The spreadsheet calendar of that name.
fn epoch(notation: &str) -> Option<Epoch> {
    match notation {
        "excel" => Some(Epoch::Of1900),
        "excel-1904" => Some(Epoch::Of1904),
        _ => None,
    }
}

fn has(notation: &Notation, unit: Unit) -> bool {
    notation.units().any(|other| other == unit)
}

fn check_date(notation: &Notation) -> Result<(), FormatFault> {
    let year = has(notation, Unit::Year) || has(notation, Unit::ShortYear);
    if has(notation, Unit::Day) && has(notation, Unit::Month) && year {
        Ok(())
    } else {
        Err(FormatFault::Incomplete)
    }
}

/// The day of the fields, if its weekday is the one that they name.
fn day(fields: &Fields) -> Option<i32> {
    let year = match (fields.get(Unit::Year), fields.get(Unit::ShortYear)) {
        (Some(year), _) => Some(year).filter(|year| YEARS.contains(year))?,
        (None, Some(short)) if short <= 69 => 2000 + short,
        (None, short) => 1900 + short?,
    };
    let month = u32::try_from(fields.get(Unit::Month)?).ok()?;
    let day = u32::try_from(fields.get(Unit::Day)?).ok()?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    let weekday = i64::from(date.weekday().num_days_from_monday());
    let named = fields.get(Unit::Weekday).unwrap_or(weekday);
    (named == weekday).then(|| date.num_days_from_ce())
}

/// The time of the fields, in seconds since 1970-01-01 00:00.
fn instant(fields: &Fields) -> Option<i64> {
    let days = i64::from(day(fields)?) - EPOCH_DAYS;
    let below = |unit, limit| Some(fields.get(unit).unwrap_or(0)).filter(|value| *value < limit);
    let (hour, minute, second) = (
        below(Unit::Hour, 24)?,
        below(Unit::Minute, 60)?,
        below(Unit::Second, 60)?,
    );
    Some(days * 86_400 + hour * 3_600 + minute * 60 + second)
}
