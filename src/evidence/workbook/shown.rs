//! What a number format of a workbook makes of a number: a day, a time of day, a duration, or a plain number.
//!
//! Invariant: only the first section of a format counts; quoted and escaped text in it says nothing.

use super::serial::{self, DAY, Epoch};
use crate::evidence::raw::Raw;

/// How a cell shows its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shown {
    /// As a number, a percentage included.
    #[default]
    Number,
    /// As a day, with its time or without.
    Day,
    /// As the time of a day that it does not show.
    Time,
    /// As hours, minutes or seconds in all.
    Duration,
}

impl Shown {
    /// The meaning of a format that every workbook has; none for the formats of its own.
    pub(super) const fn built_in(id: u32) -> Self {
        match id {
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57..=58 => Self::Day,
            18..=21 | 32..=35 | 55..=56 | 45 | 47 => Self::Time,
            46 => Self::Duration,
            _ => Self::Number,
        }
    }

    /// The meaning of a format's code, such as `dd/mm/yyyy hh:mm` or `[h]:mm`.
    pub(super) fn of_code(code: &str) -> Self {
        let name = code.trim();
        if name.eq_ignore_ascii_case("general") || name.eq_ignore_ascii_case("standard") {
            return Self::Number;
        }
        let mut letters = code.chars();
        let (mut month, mut time) = (false, false);
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '"' => {
                    letters.by_ref().find(|letter| *letter == '"');
                }
                '\\' | '_' | '*' => {
                    letters.next();
                }
                '[' => {
                    let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                    let mut units = inside.chars().map(|letter| letter.to_ascii_lowercase());
                    let first = units.next();
                    if matches!(first, Some('h' | 'm' | 's'))
                        && units.all(|unit| Some(unit) == first)
                    {
                        return Self::Duration;
                    }
                }
                'd' | 'D' | 'y' | 'Y' => return Self::Day,
                'h' | 'H' | 's' | 'S' => time = true,
                'm' | 'M' => month = true,
                _ => {}
            }
        }
        match (time, month) {
            (true, _) => Self::Time,
            (false, true) => Self::Day,
            (false, false) => Self::Number,
        }
    }

    /// The cell of a number; its decimal text goes to `spare`.
    pub(super) fn cell(self, number: f64, epoch: Epoch, spare: &mut String) -> Raw<'_> {
        if self == Self::Number {
            return plain(number, spare);
        }
        let Some(all) = serial::seconds(number) else {
            return Raw::Error;
        };
        // Below one, there is no day to show but the first one of 1904.
        let no_day = (0..DAY).contains(&all) && (epoch == Epoch::From1900 || self == Self::Time);
        if self == Self::Duration || no_day {
            return Raw::Span(all);
        }
        serial::instant(all, epoch).map_or(Raw::Error, Raw::Instant)
    }
}

/// A number as its shortest decimal text.
pub(super) fn plain(number: f64, spare: &mut String) -> Raw<'_> {
    use std::fmt::Write;
    spare.clear();
    // Writing to a string cannot fail; of a zero, the sign says nothing.
    match number {
        number if !number.is_finite() => return Raw::Error,
        0.0 => spare.push('0'),
        number => {
            let _ = write!(spare, "{number}");
        }
    }
    Raw::Number(spare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_as_they_are_met() {
        for (code, expected) in [
            ("General", Shown::Number),
            ("Standard", Shown::Number),
            ("0.00%", Shown::Number),
            ("#,##0.00 [$€-40C]", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("@", Shown::Number),
            ("0\" jours\"", Shown::Number),
            ("0 \\d\\a\\y\\s", Shown::Number),
            ("[Red]0;[Blue]-0", Shown::Number),
            ("dd/mm/yyyy", Shown::Day),
            ("[$-40C]d mmmm yyyy;@", Shown::Day),
            ("dd/mm/yyyy hh:mm", Shown::Day),
            ("mmm", Shown::Day),
            ("yyyy\\-mm\\-dd", Shown::Day),
            ("hh:mm", Shown::Time),
            ("h:mm AM/PM", Shown::Time),
            ("hh\"h\"mm", Shown::Time),
            ("mm:ss", Shown::Time),
            ("[h]:mm:ss", Shown::Duration),
            ("[hh]:mm", Shown::Duration),
            ("[mm]:ss", Shown::Duration),
            ("0;dd/mm/yyyy", Shown::Number),
        ] {
            assert_eq!(Shown::of_code(code), expected, "{code}");
        }
    }

    #[test]
    fn numbers_as_cells() {
        let mut spare = String::new();
        let mut cell =
            |shown: Shown, number: f64, epoch| match shown.cell(number, epoch, &mut spare) {
                Raw::Number(text) => text.to_owned(),
                other => format!("{other:?}"),
            };
        for (shown, number, expected) in [
            (Shown::Number, 12.0, "12"),
            (Shown::Number, -0.5, "-0.5"),
            (Shown::Number, -0.0, "0"),
            (Shown::Number, 0.1, "0.1"),
            (Shown::Number, f64::NAN, "Error"),
            (Shown::Day, 43_913.5, "Instant(1584964800)"),
            (Shown::Day, 0.0, "Span(0)"),
            (Shown::Day, 60.0, "Error"),
            (Shown::Time, 0.5, "Span(43200)"),
            (Shown::Time, 43_913.5, "Instant(1584964800)"),
            (Shown::Duration, 1.5, "Span(129600)"),
            (Shown::Day, -1.0, "Error"),
            (Shown::Duration, -0.5, "Span(-43200)"),
        ] {
            assert_eq!(cell(shown, number, Epoch::From1900), expected);
        }
        assert_eq!(
            cell(Shown::Day, 0.0, Epoch::From1904),
            "Instant(-2082844800)"
        );
        assert_eq!(cell(Shown::Time, 0.5, Epoch::From1904), "Span(43200)");
    }
}
