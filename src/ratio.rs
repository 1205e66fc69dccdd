//! Exact fractions and their display.
//!
//! Invariant: no float; a fraction shown with one decimal is rounded down, so that a figure never looks better than it is.

use std::cmp::Ordering;

/// An exact fraction between 0 and 1, in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: u64,
    denominator: u64,
}

impl Ratio {
    /// The whole.
    pub const ONE: Self = Self {
        numerator: 1,
        denominator: 1,
    };

    /// The fraction `numerator / denominator`, if it lies between 0 and 1.
    pub fn new(numerator: u64, denominator: u64) -> Option<Self> {
        if denominator == 0 || numerator > denominator {
            return None;
        }
        let divisor = gcd(numerator, denominator);
        Some(Self {
            numerator: numerator.checked_div(divisor)?,
            denominator: denominator.checked_div(divisor)?,
        })
    }

    /// Reads `90 %`, `92,5 %`, `92.5%` or `9/10` exactly.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((numerator, denominator)) = text.split_once('/') {
            return Self::new(whole(numerator.trim())?, whole(denominator.trim())?);
        }
        let percent = text
            .strip_suffix('%')?
            .trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        let (units, decimals) = percent.split_once([',', '.']).unwrap_or((percent, ""));
        if decimals.len() > 6 || (percent.len() != units.len() && decimals.is_empty()) {
            return None;
        }
        let scale = 10_u64.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        let fraction = if decimals.is_empty() {
            0
        } else {
            whole(decimals)?
        };
        let numerator = whole(units)?.checked_mul(scale)?.checked_add(fraction)?;
        Self::new(numerator, scale.checked_mul(100)?)
    }

    /// The upper number.
    pub const fn numerator(self) -> u64 {
        self.numerator
    }

    /// The lower number, never 0.
    pub const fn denominator(self) -> u64 {
        self.denominator
    }

    /// What is missing to the whole.
    #[must_use]
    pub const fn complement(self) -> Self {
        Self {
            numerator: self.denominator.saturating_sub(self.numerator),
            denominator: self.denominator,
        }
    }

    /// Compares `part / whole` with this fraction, by cross-multiplication. `whole` is not 0.
    pub fn compare(self, part: u64, whole: u64) -> Ordering {
        let left = u128::from(part).saturating_mul(u128::from(self.denominator));
        let right = u128::from(whole).saturating_mul(u128::from(self.numerator));
        left.cmp(&right)
    }

    /// Thousandths, rounded down: 936 for 93.6 %.
    pub fn per_mille(self) -> u64 {
        per_mille(self.numerator, self.denominator).unwrap_or(0)
    }
}

/// Thousandths of `part / whole`, rounded down; none when `whole` is 0.
pub fn per_mille(part: u64, whole: u64) -> Option<u64> {
    let scaled = u128::from(part)
        .saturating_mul(1000)
        .checked_div(u128::from(whole))?;
    u64::try_from(scaled).ok()
}

/// Digits only: no sign, no blank.
fn whole(text: &str) -> Option<u64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn gcd(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a.checked_rem(b).unwrap_or(0));
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (text, numerator, denominator) in [
            ("90 %", 9, 10),
            ("90%", 9, 10),
            ("92,5\u{202f}%", 37, 40),
            ("92.5 %", 37, 40),
            ("9/10", 9, 10),
            (" 36 / 40 ", 9, 10),
            ("100 %", 1, 1),
            ("0 %", 0, 1),
            ("33,333333 %", 33_333_333, 100_000_000),
        ] {
            let ratio = Ratio::parse(text).expect(text);
            assert_eq!(
                (ratio.numerator(), ratio.denominator()),
                (numerator, denominator),
                "{text}"
            );
        }
    }

    #[test]
    fn refuses_what_is_no_share() {
        for text in [
            "",
            "90",
            "%",
            "101 %",
            "-5 %",
            "9/0",
            "10/9",
            "1e1 %",
            "9, %",
            ",5 %",
            "+90 %",
            "9,0000001 %",
        ] {
            assert_eq!(Ratio::parse(text), None, "{text}");
        }
    }

    #[test]
    fn compares_exactly_at_the_target() {
        let target = Ratio::parse("90 %").expect("a share");
        assert_eq!(target.compare(36, 40), Ordering::Equal);
        assert_eq!(target.compare(35, 39), Ordering::Less);
        assert_eq!(target.compare(37, 41), Ordering::Greater);
        assert_eq!(
            target.compare(u64::MAX / 10 * 9, u64::MAX / 10 * 10),
            Ordering::Equal
        );
    }

    #[test]
    fn shows_no_better_than_it_is() {
        assert_eq!(per_mille(8_999, 10_000), Some(899));
        assert_eq!(per_mille(2, 3), Some(666));
        assert_eq!(per_mille(0, 0), None);
    }
}
