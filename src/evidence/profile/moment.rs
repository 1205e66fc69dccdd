//! The notations of days, instants and durations that a profile tries.
//!
//! Invariant: a cell follows a notation if the reader of the declaration would read it: the same readers are asked.

use crate::calendar::Zone;
use crate::evidence::format::{ColumnClock, DateFormat, DateTimeFormat, DurationFormat};
use std::collections::BTreeMap;

/// Longer texts are no moment.
const LONGEST: usize = 40;

/// The days of a notation; the first of two that differ only by day and month comes first.
const DAYS: [(&str, Option<&str>); 17] = [
    ("dd/mm/yyyy", Some("mm/dd/yyyy")),
    ("dd-mm-yyyy", Some("mm-dd-yyyy")),
    ("dd.mm.yyyy", Some("mm.dd.yyyy")),
    ("dd/mm/yy", Some("mm/dd/yy")),
    ("dd-mm-yy", Some("mm-dd-yy")),
    ("dd.mm.yy", Some("mm.dd.yy")),
    ("yyyy-mm-dd", None),
    ("yyyy/mm/dd", None),
    ("yyyy.mm.dd", None),
    ("yyyymmdd", None),
    ("ddmmyyyy", None),
    ("dd mmmm yyyy", None),
    ("jjjj dd mmmm yyyy", None),
    ("dd-mmmm-yyyy", None),
    ("dd-mmmm-yy", None),
    ("dd/mmmm/yyyy", None),
    ("dd mmmm yy", None),
];

/// What may follow a day.
const TIMES: [&str; 17] = [
    "",
    "THH:MM:SSz",
    "THH:MM:SS.000z",
    "THH:MM:SS.000",
    " HH:MM:SS.000",
    " HHh",
    " HH:MM",
    " HH:MM:SS",
    "THH:MM",
    "THH:MM:SS",
    " HHhMM",
    " à HH:MM",
    " à HHhMM",
    " - HH:MM",
    ", HH:MM",
    ", HH:MM:SS",
    " HH.MM",
];

/// Durations and times of the day.
const CLOCKS: [&str; 5] = ["HH:MM:SS", "HH:MM", "mm:ss", "HHhMM", "HHh"];

/// Instants that are numbers, and the seconds since 1970 within which such a number is likely one: 2001 to 2036.
const UNIX: [&str; 2] = ["epoch", "epoch-id"];
const LIKELY: std::ops::Range<i64> = 978_307_200..2_114_380_800;

/// What a notation writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    /// A day.
    Date,
    /// A day and a time.
    DateTime,
    /// A duration, or a time of the day.
    Duration,
}

#[derive(Debug)]
enum Reader {
    Date(DateFormat),
    DateTime(DateTimeFormat),
    Duration(DurationFormat),
    Unix(DateTimeFormat),
}

/// A notation that is tried.
#[derive(Debug)]
pub(super) struct Candidate {
    /// As it is declared.
    pub(super) notation: String,
    /// What it writes.
    pub(super) sort: Sort,
    /// The notation that differs from it by day and month alone.
    pub(super) twin: Option<usize>,
    reader: Reader,
}

/// All the notations, by the shape of the cells that may follow them.
#[derive(Debug)]
pub(super) struct Notations {
    all: Vec<Candidate>,
    by_shape: BTreeMap<String, Vec<usize>>,
}

impl Notations {
    /// Builds the table.
    pub(super) fn new() -> Self {
        let mut table = Self {
            all: Vec::new(),
            by_shape: BTreeMap::new(),
        };
        for (day, exchanged) in DAYS {
            for time in TIMES {
                let first = table.add(&format!("{day}{time}"), Sort::Date);
                let second =
                    exchanged.and_then(|day| table.add(&format!("{day}{time}"), Sort::Date));
                if let (Some(first), Some(second)) = (first, second) {
                    table.pair(first, second);
                    table.pair(second, first);
                }
            }
        }
        for clock in CLOCKS {
            table.add(clock, Sort::Duration);
        }
        for unix in UNIX {
            table.add(unix, Sort::DateTime);
        }
        table
    }

    fn add(&mut self, notation: &str, sort: Sort) -> Option<usize> {
        let reader = match sort {
            Sort::Duration => Reader::Duration(DurationFormat::parse(notation).ok()?),
            Sort::DateTime => Reader::Unix(unix(notation)?),
            Sort::Date => DateFormat::parse(notation)
                .map(Reader::Date)
                .ok()
                .or_else(|| DateTimeFormat::parse(notation).map(Reader::DateTime).ok())?,
        };
        let sort = match &reader {
            Reader::Date(_) => Sort::Date,
            Reader::DateTime(_) | Reader::Unix(_) => Sort::DateTime,
            Reader::Duration(_) => Sort::Duration,
        };
        let index = self.all.len();
        let shape = shape_of_notation(notation);
        self.by_shape.entry(shape).or_default().push(index);
        self.all.push(Candidate {
            notation: notation.to_owned(),
            sort,
            twin: None,
            reader,
        });
        Some(index)
    }

    fn pair(&mut self, one: usize, other: usize) {
        if let Some(candidate) = self.all.get_mut(one) {
            candidate.twin = Some(other);
        }
    }

    /// A notation by its position.
    pub(super) fn get(&self, index: usize) -> Option<&Candidate> {
        self.all.get(index)
    }

    /// The position of a notation.
    pub(super) fn position(&self, notation: &str) -> Option<usize> {
        self.all
            .iter()
            .position(|candidate| candidate.notation == notation)
    }

    /// The notations that a cell follows, each with the seconds that it reads: since 1970 for a day or an instant.
    pub(super) fn read<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, i64)> + 'a {
        let shape = shape_of(text).unwrap_or_default();
        let fitting = self.by_shape.get(&shape).map_or(&[][..], Vec::as_slice);
        let read = move |index: &usize| Some((*index, self.all.get(*index)?.seconds(text)?));
        fitting.iter().filter_map(read)
    }
}

impl Candidate {
    /// The seconds that a cell stands for; none if it does not follow the notation.
    pub(super) fn seconds(&self, text: &str) -> Option<i64> {
        match &self.reader {
            Reader::Date(format) => {
                let days = i64::from(format.read(text)?).checked_sub(719_163)?;
                days.checked_mul(86_400)
            }
            Reader::DateTime(format) => format.read(text),
            Reader::Duration(format) => format.read(text),
            Reader::Unix(format) => format.read(text).filter(|seconds| LIKELY.contains(seconds)),
        }
    }
}

/// Seconds of Unix, by the clock of the mainland: the day may be another one overseas, the notation is not.
fn unix(notation: &str) -> Option<DateTimeFormat> {
    let clock = ColumnClock {
        town: Zone::Metropole,
        declared: None,
    };
    DateTimeFormat::by(clock, notation).ok()
}

/// The shape of a cell: each run of digits is a 9, each word a w, an offset a z; all else stands for itself. None for what
/// is no moment.
fn shape_of(text: &str) -> Option<String> {
    if text.len() > LONGEST || !text.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let mut shape = String::with_capacity(text.len());
    let mut word = 0;
    for letter in text.chars() {
        let dot = letter == '.' && word > 2;
        if letter.is_alphabetic() || dot {
            word += 1;
            match word {
                // "9h05", "1er", "T" are no words.
                3 => {
                    shape.truncate(shape.trim_end_matches(char::is_alphabetic).len());
                    shape.push('w');
                }
                1 | 2 => shape.push(letter),
                _ => {}
            }
            continue;
        }
        word = 0;
        if !letter.is_ascii_digit() {
            shape.push(if letter.is_whitespace() { ' ' } else { letter });
        } else if !shape.ends_with('9') {
            shape.push('9');
        }
    }
    if let Some(rest) = shape.strip_prefix("9er ") {
        shape = format!("9 {rest}");
    }
    let shape = shape.replace(" 9er ", " 9 ");
    Some(with_offset(&shape))
}

/// A shape whose offset is a z.
fn with_offset(shape: &str) -> String {
    let timed = |rest: &str| rest.ends_with(":9:9") || rest.ends_with(".9");
    for ending in ["Z", "+9:9", "-9:9", "+9"] {
        if let Some(rest) = shape.strip_suffix(ending).filter(|rest| timed(rest)) {
            return format!("{rest}z");
        }
    }
    shape.to_owned()
}

/// The shape of the cells that a notation writes.
fn shape_of_notation(notation: &str) -> String {
    match notation {
        "epoch" => return "9".to_owned(),
        "epoch-id" => return "9.9".to_owned(),
        _ => {}
    }
    let named = notation.replace("jjjj", "w").replace("mmmm", "w");
    let mut shape = String::new();
    for letter in named.chars() {
        let unit = matches!(letter, 'd' | 'm' | 'y' | 'H' | 'M' | 'S' | 's' | '0');
        if !unit {
            shape.push(letter);
        } else if !shape.ends_with('9') {
            shape.push('9');
        }
    }
    shape
}

/// The day of the week of some seconds since 1970, Monday first, from 0.
pub(super) fn weekday(seconds: i64) -> usize {
    // 1 January 1970 was a Thursday.
    let day = seconds.div_euclid(86_400).saturating_add(3).rem_euclid(7);
    usize::try_from(day).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Notations, weekday};

    fn names(text: &str) -> Vec<String> {
        let table = Notations::new();
        let names = table
            .read(text)
            .map(|(index, _)| table.get(index).expect("a notation").notation.clone());
        names.collect()
    }

    #[test]
    fn cells_are_read_by_every_notation_that_fits() {
        assert_eq!(names("23/03/2020"), ["dd/mm/yyyy"]);
        assert_eq!(
            names("03/04/2020 12h54"),
            ["dd/mm/yyyy HHhMM", "mm/dd/yyyy HHhMM"]
        );
        assert_eq!(names("2020-03-23T12:54:07"), ["yyyy-mm-ddTHH:MM:SS"]);
        assert_eq!(names("12:54"), ["HH:MM", "mm:ss"]);
        assert_eq!(names("20200323"), ["yyyymmdd"]);
        assert_eq!(names("2020-03-23T12:54:07Z"), ["yyyy-mm-ddTHH:MM:SSz"]);
        assert_eq!(names("2020-03-23T12:54:07+01:00"), ["yyyy-mm-ddTHH:MM:SSz"]);
        assert_eq!(
            names("2020-03-23T12:54:07.000Z"),
            ["yyyy-mm-ddTHH:MM:SS.000z"]
        );
        assert_eq!(names("1er mars 2020"), ["dd mmmm yyyy"]);
        assert_eq!(
            names("lundi 23 mars 2020 à 9h05"),
            ["jjjj dd mmmm yyyy à HHhMM"]
        );
        assert_eq!(names("23-févr.-20"), ["dd-mmmm-yy"]);
        assert_eq!(names("9h"), ["HHh"]);
        assert_eq!(names("1584950400"), ["epoch"]);
        assert_eq!(names("1584950400.123"), ["epoch-id"]);
        assert_eq!(names("12.5"), Vec::<String>::new());
        assert_eq!(names("31/02/2020"), Vec::<String>::new());
        assert_eq!(names("Passeport"), Vec::<String>::new());
    }

    #[test]
    fn twins_differ_by_day_and_month() {
        let table = Notations::new();
        for index in 0.. {
            let Some(candidate) = table.get(index) else {
                break;
            };
            let Some(twin) = candidate.twin.and_then(|twin| table.get(twin)) else {
                continue;
            };
            assert_eq!(twin.twin, Some(index));
            assert_eq!(candidate.notation.len(), twin.notation.len());
        }
    }

    #[test]
    fn days_of_the_week_are_those_of_the_calendar() {
        // 1 June 2026 is a Monday: 20,605 days after 1970-01-01.
        assert_eq!(weekday(20_605 * 86_400), 0);
        assert_eq!(weekday(20_605 * 86_400 - 1), 6);
    }
}
