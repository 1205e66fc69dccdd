//! The letters of a notation, cut into parts, and the numbers of a text that follows it.
//!
//! Invariant: a notation names each unit at most once, and its parts cover it entirely.

use super::clock::offset;
use super::fault::FormatFault;
use super::names;

/// What a part of a notation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Month,
    Year,
    ShortYear,
    Weekday,
    Hour,
    Minute,
    Second,
    Fraction,
    Offset,
}

impl Unit {
    const COUNT: usize = Self::Offset as usize + 1;

    pub(super) const fn is_time(self) -> bool {
        matches!(
            self,
            Self::Hour | Self::Minute | Self::Second | Self::Fraction
        )
    }

    /// Seconds in one unit of a duration.
    pub(super) const fn seconds(self) -> i64 {
        match self {
            Self::Hour => 3_600,
            Self::Minute => 60,
            _ => 1,
        }
    }
}

/// A piece of a notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A number of at least and at most so many digits.
    Number {
        unit: Unit,
        least: usize,
        most: usize,
    },
    /// The number of a day, before the name of its month: the first may be written `1er`.
    DayBeforeName,
    /// The name of a month.
    Month,
    /// The name of a weekday.
    Weekday,
    /// Decimals of a second, all zero.
    Fraction,
    /// How far the clock is from universal time.
    Offset,
    /// A character that stands for itself.
    Literal(char),
}

impl Part {
    const fn unit(self) -> Option<Unit> {
        match self {
            Self::Number { unit, .. } => Some(unit),
            Self::DayBeforeName => Some(Unit::Day),
            Self::Month => Some(Unit::Month),
            Self::Weekday => Some(Unit::Weekday),
            Self::Fraction => Some(Unit::Fraction),
            Self::Offset => Some(Unit::Offset),
            Self::Literal(_) => None,
        }
    }
}

/// The pieces of a notation, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Notation(Vec<Part>);

/// The numbers read from a text, by unit.
#[derive(Debug, Default)]
pub(super) struct Fields([Option<i64>; Unit::COUNT]);

impl Fields {
    pub(super) fn get(&self, unit: Unit) -> Option<i64> {
        self.0.get(unit as usize).copied().flatten()
    }

    fn set(&mut self, unit: Unit, value: i64) {
        if let Some(slot) = self.0.get_mut(unit as usize) {
            *slot = Some(value);
        }
    }
}

impl Notation {
    /// Cuts a notation into parts. In a duration `mm` always counts minutes, and the first number may be long.
    pub(super) fn parse(notation: &str, duration: bool) -> Result<Self, FormatFault> {
        let mut parts = Self(Vec::new());
        let mut rest = notation;
        while let Some(first) = rest.chars().next() {
            let Some((letters, part)) = token(rest, &parts, duration) else {
                if first.is_ascii_digit() || "djmyas".contains(first.to_ascii_lowercase()) {
                    return Err(FormatFault::UnknownLetter(first));
                }
                parts.0.push(Part::Literal(first));
                rest = rest.strip_prefix(first).unwrap_or_default();
                continue;
            };
            let clash =
                |other: Unit, unit: Unit| other == unit || (is_year(other) && is_year(unit));
            if let Some(unit) = part.unit()
                && parts.units().any(|other| clash(other, unit))
            {
                return Err(FormatFault::Repeated);
            }
            parts.0.push(part);
            rest = rest.get(letters..).unwrap_or_default();
        }
        parts.part_glued_numbers();
        parts.let_first_days_be_ordinal();
        Ok(parts)
    }

    /// Without a separator between them, two numbers must be written in full to be told apart.
    fn part_glued_numbers(&mut self) {
        let numbers: Vec<bool> = self
            .0
            .iter()
            .map(|part| matches!(part, Part::Number { .. }))
            .collect();
        for (rank, part) in self.0.iter_mut().enumerate() {
            let is_number = |rank: Option<usize>| {
                rank.and_then(|rank| numbers.get(rank))
                    .is_some_and(|is| *is)
            };
            let glued = is_number(rank.checked_sub(1)) || is_number(rank.checked_add(1));
            if let (true, Part::Number { unit, least, most }) = (glued, part) {
                let width = if *unit == Unit::Year { 4 } else { 2 };
                (*least, *most) = (width, width);
            }
        }
    }

    /// Before the name of a month, the first day is written `1er`.
    fn let_first_days_be_ordinal(&mut self) {
        if !self.0.contains(&Part::Month) {
            return;
        }
        for part in &mut self.0 {
            let loose = matches!(
                part,
                Part::Number {
                    unit: Unit::Day,
                    least: 1,
                    ..
                }
            );
            if loose {
                *part = Part::DayBeforeName;
            }
        }
    }

    /// The units that the notation names, in order.
    pub(super) fn units(&self) -> impl Iterator<Item = Unit> {
        self.0.iter().filter_map(|part| part.unit())
    }

    /// Whether a decimal point or comma follows the seconds.
    fn ends_in_a_point(&self) -> bool {
        let mut last = self.0.iter().rev();
        matches!(last.next(), Some(Part::Literal('.' | ',')))
            && last.next().and_then(|part| part.unit()) == Some(Unit::Second)
    }

    /// Whether a `Z` of the notation stands for itself.
    pub(super) fn says_z(&self) -> bool {
        self.0.contains(&Part::Literal('Z'))
    }

    /// The numbers of a text that follows the notation to its end.
    pub(super) fn read(&self, text: &str) -> Option<Fields> {
        let mut fields = Fields::default();
        let mut rest = text;
        for (rank, part) in self.0.iter().enumerate() {
            let point = self.0.get(rank.saturating_add(1)) == Some(&Part::Literal('.'));
            let (value, tail) = match *part {
                Part::Literal(literal) => {
                    rest = after_literal(rest, literal)?;
                    continue;
                }
                Part::Number { least, most, .. } => number(rest, least, most)?,
                Part::DayBeforeName => ordinal(rest)?,
                Part::Month => names::month(rest, point)?,
                Part::Weekday => names::weekday(rest, point)?,
                Part::Fraction => number(rest, 1, 9).filter(|(decimals, _)| *decimals == 0)?,
                Part::Offset => offset(rest)?,
            };
            fields.set(part.unit()?, value);
            rest = tail;
        }
        rest.is_empty().then_some(fields)
    }
}

/// A blank of the notation is any blank of French typography.
fn after_literal(text: &str, literal: char) -> Option<&str> {
    if literal == ' ' {
        text.strip_prefix([' ', '\u{a0}', '\u{202f}'])
    } else {
        text.strip_prefix(literal)
    }
}

fn number(text: &str, least: usize, most: usize) -> Option<(i64, &str)> {
    let digits = text.bytes().take(most).take_while(u8::is_ascii_digit);
    let count = digits.count();
    if count < least {
        return None;
    }
    let (number, rest) = text.split_at_checked(count)?;
    Some((number.parse().ok()?, rest))
}

/// The number of a day; `1er` is the first.
fn ordinal(text: &str) -> Option<(i64, &str)> {
    let (day, rest) = number(text, 1, 2)?;
    let first = text.strip_prefix('1').and_then(|rest| {
        let endings = ["er", "ER", "Er", "\u{1d49}\u{2b3}"];
        endings.iter().find_map(|ending| rest.strip_prefix(ending))
    });
    Some(first.map_or((day, rest), |rest| (1, rest)))
}

const fn is_year(unit: Unit) -> bool {
    matches!(unit, Unit::Year | Unit::ShortYear)
}

/// The part at the head of a notation, and how many letters write it. Its letters are all of one case, so that the
/// middle letter of `HHhMM` is a separator.
fn token(rest: &str, before: &Notation, duration: bool) -> Option<(usize, Part)> {
    let first = rest.chars().next()?;
    let run = rest
        .chars()
        .take(9)
        .take_while(|letter| *letter == first)
        .count();
    let has = |unit| before.units().any(|other| other == unit);
    let minutes = duration || (has(Unit::Hour) && !has(Unit::Minute));
    let leads = duration && before.units().next().is_none();
    let number = |unit, least: usize, most: usize| Some((2, Part::Number { unit, least, most }));
    match (first.to_ascii_lowercase(), run) {
        ('y' | 'a', 4..) => Some((
            4,
            Part::Number {
                unit: Unit::Year,
                least: 4,
                most: 4,
            },
        )),
        ('y' | 'a', 2..) => number(Unit::ShortYear, 2, 2),
        ('d' | 'j', 3..) => Some((run.min(4), Part::Weekday)),
        ('d' | 'j', 2) => number(Unit::Day, 1, 2),
        ('m', 3..) => Some((run.min(4), Part::Month)),
        ('m', 2) if minutes => number(Unit::Minute, 2, if leads { 6 } else { 2 }),
        ('m', 2) => number(Unit::Month, 1, 2),
        ('h', 2..) => number(Unit::Hour, 1, if leads { 6 } else { 2 }),
        ('s', 2..) => number(Unit::Second, 2, 2),
        ('0', _) if has(Unit::Second) && before.ends_in_a_point() => Some((run, Part::Fraction)),
        _ if first == 'z' => Some((1, Part::Offset)),
        _ => None,
    }
}
