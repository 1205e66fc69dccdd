//! By which clock a column's times are, and the town's local clock of an instant.
//!
//! Invariant: an instant becomes what the town's legal clock showed; which of two equal hours of the autumn night it was
//! is then unknown, as it is of any local time.

use crate::calendar::{Clock, Zone};

/// The clock that a column is declared to follow, against what its texts say or in their silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declared {
    /// The town's: a `Z` or an offset in the texts is not true.
    Local,
    /// Universal time.
    Utc,
}

impl Declared {
    /// Its names in a charter.
    pub const WORDS: &[&str] = &["local", "utc"];

    /// The clock that a charter names so.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "local" => Some(Self::Local),
            "utc" => Some(Self::Utc),
            _ => None,
        }
    }
}

/// What a time of a column is told by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnClock {
    /// Where the town is.
    pub town: Zone,
    /// What the column declares, if anything.
    pub declared: Option<Declared>,
}

impl ColumnClock {
    /// What the town's clock showed at an instant, both in seconds since 1970-01-01 00:00.
    pub(super) fn local(self, instant: i64) -> i64 {
        Clock::of(self.town).local(instant).0
    }
}

/// The most that a legal clock is away from universal time, in seconds.
const FARTHEST: i64 = 14 * 3_600;

/// The offset that a text begins with (`Z`, `+01:00`, `+0100`, `+01`), in seconds east of universal time, and what
/// follows it.
pub(super) fn offset(text: &str) -> Option<(i64, &str)> {
    if let Some(rest) = text.strip_prefix('Z') {
        return Some((0, rest));
    }
    let (sign, rest) = text
        .strip_prefix('+')
        .map(|rest| (1, rest))
        .or_else(|| text.strip_prefix('-').map(|rest| (-1, rest)))?;
    let (hours, rest) = two_digits(rest)?;
    let minutes = match rest.strip_prefix(':') {
        Some(after) => Some(two_digits(after)?),
        None => two_digits(rest),
    };
    let (minutes, rest) = minutes.unwrap_or((0, rest));
    let seconds = hours * 3_600 + minutes * 60;
    (minutes < 60 && seconds <= FARTHEST).then_some((sign * seconds, rest))
}

fn two_digits(text: &str) -> Option<(i64, &str)> {
    let (number, rest) = text.split_at_checked(2)?;
    number
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| number.parse().ok())?
        .map(|number| (number, rest))
}

#[cfg(test)]
mod tests {
    use super::offset;

    #[test]
    fn offsets_by_hand() {
        for (text, expected) in [
            ("Z", Some((0, ""))),
            ("+01:00", Some((3_600, ""))),
            ("+0100", Some((3_600, ""))),
            ("+01", Some((3_600, ""))),
            ("-04:30", Some((-16_200, ""))),
            ("-0000", Some((0, ""))),
            ("+05:45]", Some((20_700, "]"))),
            ("+01 h", Some((3_600, " h"))),
            ("+14:00", Some((50_400, ""))),
            ("+14:01", None),
            ("+01:60", None),
            ("+01:6", None),
            ("+1", None),
            ("01:00", None),
            ("z", None),
            ("+", None),
            ("+é1", None),
            ("", None),
        ] {
            assert_eq!(offset(text), expected, "{text}");
        }
    }
}
