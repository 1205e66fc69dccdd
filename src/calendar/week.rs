//! The days of the week that are worked.
//!
//! Invariant: a working week is never empty, so that counting working days always moves on.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use super::words::{self, Kind, Lexeme};
use crate::diagnostic::{Code, Diagnostic};

/// No weekday at all.
pub const WEEK_EMPTY: Code = Code::new("calendar-week-empty");
/// A word that names no weekday.
pub const WEEK_WORD: Code = Code::new("calendar-week-word");
/// A mark or a number that has no place in a weekday list.
pub const WEEK_UNEXPECTED: Code = Code::new("calendar-week-unexpected");

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// A set of weekdays, with one at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingWeek {
    /// One bit for each weekday, Monday first.
    bits: u8,
}

/// Why a weekday list cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekFault {
    /// What is wrong.
    pub kind: WeekFaultKind,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// The piece of the text that was not understood.
    pub text: String,
}

/// What can be wrong with a weekday list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekFaultKind {
    /// It names no day.
    Empty,
    /// A word names no weekday.
    Word,
    /// Something stands where a weekday, a comma or the end was due.
    Unexpected,
}

impl WeekFault {
    /// The code of the fault.
    pub const fn code(&self) -> Code {
        match self.kind {
            WeekFaultKind::Empty => WEEK_EMPTY,
            WeekFaultKind::Word => WEEK_WORD,
            WeekFaultKind::Unexpected => WEEK_UNEXPECTED,
        }
    }

    /// The fault as a diagnostic without a place.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic::error(self.code()).arg("text", &self.text)
    }
}

impl WorkingWeek {
    /// Monday to Friday: the usual *jours ouvrés*.
    pub const MONDAY_TO_FRIDAY: Self = Self { bits: 0b001_1111 };
    /// Monday to Saturday: the *jours ouvrables*.
    pub const MONDAY_TO_SATURDAY: Self = Self { bits: 0b011_1111 };

    /// The week of these days; none if there are none.
    pub fn of(days: &[Weekday]) -> Option<Self> {
        let bits = days
            .iter()
            .fold(0, |bits, day| bits | bit(day.num_days_from_monday()));
        (bits != 0).then_some(Self { bits })
    }

    /// Reads a list of weekdays and ranges, in French or in English, short or long: `lu-ve`, `lundi au samedi`, `Mo-Fr`,
    /// `lu, ma, je`. A range may run over the end of the week (`sa-lu`).
    ///
    /// # Errors
    /// The first piece that was not understood.
    pub fn parse(text: &str) -> Result<Self, WeekFault> {
        let lexemes = words::lex(text);
        let fault = |kind, span: Range<usize>| WeekFault {
            kind,
            text: text.get(span.clone()).unwrap_or_default().to_owned(),
            span,
        };
        let mut reader = Reader::default();
        for lexeme in &lexemes {
            reader
                .read(lexeme)
                .map_err(|kind| fault(kind, lexeme.span.clone()))?;
        }
        let last = lexemes
            .last()
            .map_or(0..text.len(), |lexeme| lexeme.span.clone());
        match reader.state {
            State::Start => Err(fault(WeekFaultKind::Empty, 0..text.len())),
            State::Join(_) => Err(fault(WeekFaultKind::Unexpected, last)),
            State::Day(_) | State::Range | State::Comma => Ok(Self { bits: reader.bits }),
        }
    }

    /// Whether this weekday is worked.
    pub fn contains(self, day: Weekday) -> bool {
        self.bits & bit(day.num_days_from_monday()) != 0
    }

    /// Whether this date falls on a worked weekday.
    pub fn includes(self, date: NaiveDate) -> bool {
        self.contains(date.weekday())
    }

    /// Its days, from Monday.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        DAYS.into_iter().filter(move |&day| self.contains(day))
    }
}

/// What the reader has just seen.
#[derive(Debug, Clone, Copy, Default)]
enum State {
    #[default]
    Start,
    Day(u8),
    Join(u8),
    Range,
    Comma,
}

#[derive(Debug, Default)]
struct Reader {
    bits: u8,
    state: State,
}

impl Reader {
    fn read(&mut self, lexeme: &Lexeme) -> Result<(), WeekFaultKind> {
        self.state = match (&lexeme.kind, self.state) {
            (Kind::Mark('-'), State::Day(day)) => State::Join(day),
            (Kind::Mark(',' | ';'), State::Day(_) | State::Range) => State::Comma,
            (Kind::Word(word), state) => self.word(word, state)?,
            _ => return Err(WeekFaultKind::Unexpected),
        };
        Ok(())
    }

    fn word(&mut self, word: &str, state: State) -> Result<State, WeekFaultKind> {
        let day = if word == "mar" {
            Some(1)
        } else {
            words::weekday(word).map(|(day, _)| day)
        };
        match (day, state) {
            (Some(day), State::Start | State::Comma) => {
                self.bits |= bit(u32::from(day));
                Ok(State::Day(day))
            }
            (Some(day), State::Join(first)) => {
                self.bits |= span_bits(first, day);
                Ok(State::Range)
            }
            (None, State::Day(first)) if words::joins(word).is_some() => Ok(State::Join(first)),
            (None, State::Day(_) | State::Range) if words::adds(word).is_some() => Ok(State::Comma),
            (None, state) if matches!(word, "du" | "le" | "les" | "from") => Ok(state),
            (None, _) if words::joins(word).is_none() && words::adds(word).is_none() => {
                Err(WeekFaultKind::Word)
            }
            _ => Err(WeekFaultKind::Unexpected),
        }
    }
}

fn bit(day: u32) -> u8 {
    1_u8.checked_shl(day).unwrap_or(0)
}

/// The days from one to the other, over the end of the week if need be.
fn span_bits(first: u8, last: u8) -> u8 {
    let length = (last + 7 - first) % 7;
    (0..=length).fold(0, |bits, step| bits | bit(u32::from((first + step) % 7)))
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::{WeekFaultKind, WorkingWeek};

    fn days(text: &str) -> Vec<u32> {
        let week = WorkingWeek::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        week.days().map(|day| day.number_from_monday()).collect()
    }

    #[test]
    fn lists_and_ranges_in_both_languages() {
        let five = [1, 2, 3, 4, 5];
        for text in [
            "lu-ve",
            "Lu-Ve",
            "lundi au vendredi",
            "du lundi au vendredi",
            "Mo-Fr",
            "mon-fri",
            "Monday to Friday",
            "lun.-ven.",
            "lundi – vendredi",
            "lu,ma,me,je,ve",
            "lundi, mardi, mercredi, jeudi et vendredi",
            "Mo-We, Th, Fr",
        ] {
            assert_eq!(days(text), five, "{text}");
            assert_eq!(WorkingWeek::parse(text), Ok(WorkingWeek::MONDAY_TO_FRIDAY));
        }
        assert_eq!(days("lundi-samedi"), [1, 2, 3, 4, 5, 6]);
        assert_eq!(
            WorkingWeek::parse("lundi-samedi"),
            Ok(WorkingWeek::MONDAY_TO_SATURDAY)
        );
        assert_eq!(days("lu, ma, je"), [1, 2, 4]);
        assert_eq!(days("mar-sam"), [2, 3, 4, 5, 6]);
        assert_eq!(days("ma-sa"), [2, 3, 4, 5, 6]);
        assert_eq!(days("sa-lu"), [1, 6, 7]);
        assert_eq!(days("di"), [7]);
        assert_eq!(days("Su"), [7]);
        assert_eq!(days("les lundis et mardis"), [1, 2]);
        assert_eq!(days("lu-lu"), [1]);
    }

    #[test]
    fn what_is_not_a_weekday_is_named() {
        for (text, kind, piece) in [
            ("", WeekFaultKind::Empty, ""),
            ("  ", WeekFaultKind::Empty, "  "),
            ("lu-vd", WeekFaultKind::Word, "vd"),
            ("lu-ve sauf me", WeekFaultKind::Word, "sauf"),
            ("lu-", WeekFaultKind::Unexpected, "-"),
            ("lu-ve-sa", WeekFaultKind::Unexpected, "-"),
            ("lu ma", WeekFaultKind::Unexpected, "ma"),
            ("lu, , ma", WeekFaultKind::Unexpected, ","),
            ("lu/ve", WeekFaultKind::Unexpected, "/"),
            ("lu-ve 9h-12h", WeekFaultKind::Unexpected, "9h"),
            ("au ve", WeekFaultKind::Unexpected, "au"),
        ] {
            let fault = WorkingWeek::parse(text).expect_err(text);
            assert_eq!((fault.kind, fault.text.as_str()), (kind, piece), "{text}");
            assert_eq!(text.get(fault.span.clone()), Some(piece));
        }
    }

    #[test]
    fn a_week_holds_its_days() {
        assert_eq!(WorkingWeek::of(&[]), None);
        let week = WorkingWeek::of(&[Weekday::Sat, Weekday::Mon]).expect("two days");
        assert_eq!(
            week.days().collect::<Vec<_>>(),
            [Weekday::Mon, Weekday::Sat]
        );
    }
}
