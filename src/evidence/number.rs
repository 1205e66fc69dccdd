//! Numbers as people write them: grouped digits, a decimal comma.
//!
//! Invariant: a number is read only as the declared signs allow, and only where what it stands for is whole; nothing is
//! rounded.

use std::borrow::Cow;

/// The signs of the numbers of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numerals {
    /// What stands before decimals; without it no number has any.
    pub decimal: Option<char>,
    /// What stands between groups of three digits.
    pub groups: Groups,
}

/// What may stand between groups of three digits, the same throughout a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Groups {
    /// A blank: a space or one of the no-break spaces of French typography.
    #[default]
    Blank,
    /// An apostrophe, straight or curved.
    Apostrophe,
    /// A comma.
    Comma,
    /// A point.
    Point,
}

impl Groups {
    const fn hold(self, sign: char) -> bool {
        match self {
            Self::Blank => matches!(sign, ' ' | '\u{a0}' | '\u{202f}'),
            Self::Apostrophe => matches!(sign, '\'' | '\u{2019}'),
            Self::Comma => sign == ',',
            Self::Point => sign == '.',
        }
    }
}

/// The longest decimals that are read.
const DECIMALS: usize = 15;

impl Numerals {
    /// Those of a file that has numbers of its own kind: a decimal point.
    pub(super) const TYPED: Self = Self {
        decimal: Some('.'),
        groups: Groups::Blank,
    };

    /// The whole number that so many times a text stands for; none where it is not whole.
    pub fn whole(self, text: &str, times: i64) -> Option<i64> {
        let (negative, text) = text
            .strip_prefix('-')
            .map_or((false, text), |rest| (true, rest));
        let (whole, decimals) = match self.decimal.and_then(|sign| text.split_once(sign)) {
            Some((_, "")) => return None,
            Some((whole, decimals)) => (whole, decimals.trim_end_matches('0')),
            None => (text, ""),
        };
        let mut unit = 1_i128;
        let mut number = self.grouped(whole)?;
        if decimals.len() > DECIMALS {
            return None;
        }
        for byte in decimals.bytes() {
            number = number.checked_mul(10)?.checked_add(digit(byte)?)?;
            unit = unit.checked_mul(10)?;
        }
        let number = number.checked_mul(i128::from(times))?;
        let number = (number % unit == 0).then_some(number / unit)?;
        i64::try_from(if negative { -number } else { number }).ok()
    }

    /// Digits in groups of three, or in none.
    fn grouped(self, text: &str) -> Option<i128> {
        let separator = text.chars().find(|sign| self.groups.hold(*sign));
        let mut total = 0_i128;
        for (rank, group) in text.split(|sign| Some(sign) == separator).enumerate() {
            let fits = match (separator, rank) {
                (None, _) => !group.is_empty(),
                (Some(_), 0) => (1..=3).contains(&group.len()),
                (Some(_), _) => group.len() == 3,
            };
            if !fits {
                return None;
            }
            for byte in group.bytes() {
                total = total.checked_mul(10)?.checked_add(digit(byte)?)?;
                // More than any whole number that is kept.
                if total > 1 << 64 {
                    return None;
                }
            }
        }
        Some(total)
    }

    /// A number without groups, with a decimal point for its decimal sign; a point is no other sign.
    pub(super) fn pointed(self, text: &str) -> Option<Cow<'_, str>> {
        match self.decimal {
            None | Some('.') => Some(Cow::Borrowed(text)),
            Some(_) if text.contains('.') => None,
            Some(sign) => Some(Cow::Owned(text.replacen(sign, ".", 1))),
        }
    }
}

fn digit(byte: u8) -> Option<i128> {
    byte.is_ascii_digit().then(|| i128::from(byte - b'0'))
}

#[cfg(test)]
mod tests;
