//! What an unknown export probably is: the declaration to propose, with the reasons and the doubts.
//!
//! Invariant: this is the one place that looks at the cells of columns no one has declared. It proposes and never decides:
//! nothing here is read by a check. What leaves it are findings; the text of a cell leaves it only as a value of a category,
//! or as one that means nothing, of a column not judged personal. Memory is bounded: counts are those of the first
//! [`ROWS`] rows of a file, and say so. The same files give the same findings.

mod bytes;
mod column;
mod compare;
mod guess;
mod kind;
mod known;
mod layout;
mod moment;
mod personal;
mod rows;
#[cfg(test)]
mod tests;
mod words;

use super::ledger::Rejection;
use super::number::Numerals;
use super::opening;
use super::record::{Record, Records};
use bytes::survey;
use column::Counts;
use layout::HEAD;
use moment::Notations;
use rows::Counting;
use std::io::{self, BufReader, Read};
use words::identifier;

pub use bytes::{Bytes, Charset, Container, EncodingReason, LineEnds};
pub use compare::{Difference, Link};
pub use guess::{ColumnDoubt, DayOrMonth, Guess, Judged, Nothing, NothingReason, PersonalReason};
pub use known::Known;
pub use layout::{HeaderFound, Layout};
pub use personal::Trace;
pub use rows::{Contradiction, DaysFound, RowsFound, Spot, Spots};

/// The rows of a file that are looked at.
pub const ROWS: u64 = 1_000_000;
/// The columns of a file that are looked at.
const COLUMNS: usize = 400;
/// Digests that are kept over all columns.
const DIGESTS: usize = 3_000_000;

/// A file that can be read several times.
pub type Input<'a> = &'a dyn Fn() -> io::Result<Box<dyn Read>>;

/// Why a file cannot be profiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileFault {
    /// It cannot be read to its end.
    Unreadable,
    /// It is no table of text.
    NotText(Container),
    /// It holds no row.
    Empty,
}

/// A file by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProfile {
    /// What its bytes say.
    pub bytes: Bytes,
    /// How it is cut.
    pub layout: Layout,
    /// Its rows, the broken ones included.
    pub rows: u64,
    /// Whether there are more rows than were looked at.
    pub limited: bool,
}

/// A column of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnProfile {
    /// Its header; empty where there is none.
    pub name: String,
    /// A name for rules; none for a column that cannot be declared by its header.
    pub id: Option<String>,
    /// Its cells.
    pub rows: u64,
    /// The empty ones.
    pub empty: u64,
    /// Distinct cells, among as many as were compared.
    pub distinct: u64,
    /// How many were compared.
    pub among: u64,
    /// What it probably is.
    pub judged: Judged,
}

/// Files of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Which of the files given, counted from 1.
    pub files: Vec<u32>,
    /// Its columns, those of its first file first.
    pub columns: Vec<ColumnProfile>,
    /// The column that probably places a row in time.
    pub time: Option<usize>,
    /// What whole rows show.
    pub rows: RowsFound,
    /// How its files differ.
    pub differences: Vec<Difference>,
    /// The export of a public shape that it is, where it is one.
    pub known: Option<Known>,
}

/// What the files given probably are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The files, in the order given.
    pub files: Vec<FileProfile>,
    /// The sources that they make up.
    pub groups: Vec<Group>,
    /// Columns that share their values.
    pub links: Vec<Link>,
}

/// A file with the counts over its columns.
struct Counted {
    profile: FileProfile,
    columns: Vec<Counts>,
}

/// Profiles files; the fault of each that cannot be (counted from 0) otherwise.
pub fn profile(inputs: &[Input<'_>]) -> Result<Profile, Vec<(usize, ProfileFault)>> {
    let notations = Notations::new();
    let (mut counted, mut faults) = (Vec::new(), Vec::new());
    let bound = DIGESTS / (inputs.len().max(1) * 40).max(1);
    for (position, input) in inputs.iter().enumerate() {
        match count(*input, &notations, bound) {
            Ok(file) => counted.push(file),
            Err(fault) => faults.push((position, fault)),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let (mut groups, mut merged) = (Vec::new(), Vec::new());
    for members in compare::groups(&counted) {
        let (group, counts) = source(inputs, &counted, &members, &notations, bound)
            .map_err(|position| vec![(position, ProfileFault::Unreadable)])?;
        groups.push(group);
        merged.push(counts);
    }
    let links = compare::links(&groups, &merged);
    let files = counted.into_iter().map(|file| file.profile).collect();
    Ok(Profile {
        files,
        groups,
        links,
    })
}

/// Looks at the bytes of a file, at its head, and at each of its cells.
fn count(input: Input<'_>, notations: &Notations, bound: usize) -> Result<Counted, ProfileFault> {
    let open = || input().map_err(|_| ProfileFault::Unreadable);
    let bytes = survey(open()?)
        .map_err(|_| ProfileFault::Unreadable)?
        .map_err(ProfileFault::NotText)?;
    let mut head = Vec::new();
    text_of(open()?, bytes.charset)
        .and_then(|text| {
            text.take(u64::try_from(HEAD).unwrap_or(u64::MAX))
                .read_to_end(&mut head)
        })
        .map_err(|_| ProfileFault::Unreadable)?;
    if head.len() == HEAD {
        // The last record may be cut off.
        let end = head.iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
        head.truncate(end.unwrap_or(HEAD));
    }
    let layout = layout::layout(&head, bytes.charset, notations).ok_or(ProfileFault::Empty)?;
    let width = layout.width.min(COLUMNS);
    let mut columns = vec![Counts::default(); width];
    let mut file = FileProfile {
        bytes,
        layout,
        rows: 0,
        limited: false,
    };
    let reading = Reading {
        charset: bytes.charset,
        layout: &file.layout,
    };
    let (rows, limited) = reading
        .each(open()?, &mut |row| {
            if let Ok(cells) = row.cells {
                for (counts, cell) in columns.iter_mut().zip(cells) {
                    counts.take(cell.as_deref(), notations, bound);
                }
            }
        })
        .map_err(|_| ProfileFault::Unreadable)?;
    (file.rows, file.limited) = (rows, limited);
    Ok(Counted {
        profile: file,
        columns,
    })
}

/// The text of a file, without its mark.
fn text_of(input: Box<dyn Read>, charset: Charset) -> io::Result<Box<dyn Read>> {
    let opened = opening::open(input, charset.encoding());
    let opened = opened.map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    Ok(Box::new(opened))
}

/// A whole number, as a source reads it that declares nothing of numbers.
fn integer(text: &str) -> Option<i64> {
    Numerals::default().whole(text, 1)
}

/// A row: its line, and its cells or why they cannot be trusted.
struct RowRead<'a> {
    line: u64,
    cells: Result<&'a [Option<String>], Rejection>,
}

/// How the rows of a file are read.
struct Reading<'a> {
    charset: Charset,
    layout: &'a Layout,
}

impl Reading<'_> {
    /// Hands over the rows below the header, up to the limit; how many there were, and whether there are more.
    fn each(
        &self,
        input: Box<dyn Read>,
        sink: &mut dyn FnMut(&RowRead<'_>),
    ) -> io::Result<(u64, bool)> {
        let text = text_of(input, self.charset)?;
        let buffered = BufReader::with_capacity(1 << 16, text);
        let mut records = Records::new(buffered, self.layout.dialect());
        let mut record = Record::default();
        let mut rows = 0;
        let first = match self.layout.header {
            HeaderFound::Data => self.layout.line,
            HeaderFound::Names | HeaderFound::Perhaps => self.layout.line.saturating_add(1),
        };
        let mut cells = Vec::new();
        while records.next(&mut record)? {
            if record.line < first {
                continue;
            }
            if rows == ROWS {
                return Ok((rows, true));
            }
            rows += 1;
            cells.clear();
            let miscounted = record.len() != self.layout.width;
            let fault = record.fault.or(miscounted.then_some(Rejection::FieldCount));
            if fault.is_none() {
                cells.extend(record.fields().map(|field| self.charset.text(field)));
            }
            sink(&RowRead {
                line: record.line,
                cells: fault.map_or(Ok(&cells), Err),
            });
        }
        Ok((rows, false))
    }
}

/// One source of some files; the position of a file that can no longer be read otherwise.
fn source(
    inputs: &[Input<'_>],
    counted: &[Counted],
    members: &[usize],
    notations: &Notations,
    bound: usize,
) -> Result<(Group, Vec<Counts>), usize> {
    let merged = compare::merge(counted, members, bound);
    let mut judged: Vec<Judged> = merged
        .names
        .iter()
        .zip(&merged.counts)
        .map(|(name, counts)| kind::judge(counts, name, notations))
        .collect();
    compare::settle(&mut judged, &merged.counts, notations);
    compare::one_weight(&mut judged, &merged.counts);
    let time = time(&judged, &merged.counts);
    let mut counting = Counting::new(notations, (&judged, &merged.names), time, bound);
    for (position, fields) in members.iter().zip(&merged.fields) {
        let (Some(file), Some(input)) = (counted.get(*position), inputs.get(*position)) else {
            continue;
        };
        let reading = Reading {
            charset: file.profile.bytes.charset,
            layout: &file.profile.layout,
        };
        let ordinal = ordinal(*position);
        let mut sink = |row: &RowRead<'_>| {
            let spot = Spot {
                file: ordinal,
                line: row.line,
            };
            match row.cells {
                Err(cause) => counting.reject(cause, spot),
                Ok(cells) => {
                    let cell = |field: &Option<usize>| cells.get((*field)?)?.as_deref();
                    let cells: Vec<Option<&str>> = fields.iter().map(cell).collect();
                    counting.take(&cells, spot);
                }
            }
        };
        input()
            .and_then(|opened| reading.each(opened, &mut sink))
            .map_err(|_| *position)?;
        counting.end_file();
    }
    let rows = counting.conclude();
    let differences = compare::differences(counted, members, &merged, &judged, notations);
    let first = members.first().and_then(|first| counted.get(*first));
    let first = first.map(|file| &file.profile.layout);
    let known = first.and_then(|layout| known::recognise(layout, &judged, &merged.counts));
    let ids = ids(
        &merged.names,
        first.is_some_and(|layout| layout.header == HeaderFound::Data),
    );
    let columns = merged.names.iter().zip(ids).zip(&merged.counts).zip(judged);
    let columns = columns.map(|(((name, id), counts), judged)| {
        let (distinct, among) = counts.distinct();
        ColumnProfile {
            name: name.clone(),
            id,
            rows: counts.rows,
            empty: counts.empty,
            distinct,
            among,
            judged,
        }
    });
    let group = Group {
        files: members.iter().map(|position| ordinal(*position)).collect(),
        columns: columns.collect(),
        time,
        rows,
        differences,
        known,
    };
    Ok((group, merged.counts))
}

/// Which of the files given, counted from 1.
fn ordinal(position: usize) -> u32 {
    u32::try_from(position)
        .unwrap_or(u32::MAX)
        .saturating_add(1)
}

/// A name for each column that has a header of its own, or a position where none has a header.
fn ids(names: &[String], headless: bool) -> Vec<Option<String>> {
    if headless {
        let places = 1..=names.len();
        return places.map(|place| Some(identifier("", place))).collect();
    }
    let mut taken: Vec<Option<String>> = Vec::new();
    for (rank, name) in names.iter().enumerate() {
        let first = !name.is_empty() && names.iter().take(rank).all(|other| other != name);
        let id = first.then(|| {
            let base = identifier(name, rank.saturating_add(1));
            let is_free = |id: &String| !taken.iter().flatten().any(|other| other == id);
            let numbered = (2..).map(|number: u32| format!("{base}_{number}"));
            let mut tried = std::iter::once(base.clone()).chain(numbered);
            tried.find(is_free).unwrap_or(base.clone())
        });
        taken.push(id);
    }
    taken
}

/// The first column whose moments are read in nearly every row.
fn time(judged: &[Judged], counts: &[Counts]) -> Option<usize> {
    judged.iter().zip(counts).position(|(judged, counts)| {
        let dated = matches!(judged.guess, Guess::Date(_) | Guess::DateTime(_));
        dated && counts.filled().saturating_mul(10) >= counts.rows.saturating_mul(8)
    })
}
