//! Several files: which make up one source, how those differ, and which columns of different sources share their values.
//!
//! Invariant: columns are the same if their headers are; without headers, if their places are.

use super::column::Counts;
use super::guess::{Guess, Judged};
use super::kind::judge;
use super::moment::Notations;
use super::{Counted, Group, HeaderFound, ordinal};
use std::collections::BTreeMap;

/// Distinct values that a link needs.
const LINKED: usize = 5;

/// How a file differs from the first of its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// It lacks a column (by position in the source).
    Missing(u32, usize),
    /// It brings a column that the first does not have.
    Added(u32, usize),
    /// Its columns stand in another order.
    Moved(u32),
    /// A column is written otherwise: the file's notation.
    Notation(u32, usize, String),
    /// Its encoding is another one.
    Encoding(u32, &'static str),
    /// Its delimiter is another one.
    Delimiter(u32, u8),
    /// Its header stands on another line, or is missing.
    Header(u32),
}

/// Two columns of different sources that share their values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// A source and its column, both by position: the one whose values are found in the other.
    pub from: (usize, usize),
    /// The source and column that hold them.
    pub to: (usize, usize),
    /// Distinct values of the first that the second holds.
    pub shared: u64,
    /// Distinct values of the first.
    pub of: u64,
}

/// The columns of a source, over all its files.
pub(super) struct Merged {
    pub(super) names: Vec<String>,
    pub(super) counts: Vec<Counts>,
    /// For each file, the field of each column; none for one that it lacks.
    pub(super) fields: Vec<Vec<Option<usize>>>,
}

fn names(file: &Counted) -> &[String] {
    &file.profile.layout.names
}

/// The positions of the files of each source.
pub(super) fn groups(counted: &[Counted]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (position, file) in counted.iter().enumerate() {
        let fits = |group: &&mut Vec<usize>| {
            let first = group.first().and_then(|first| counted.get(*first));
            first.is_some_and(|first| is_alike(first, file))
        };
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(position),
            None => groups.push(vec![position]),
        }
    }
    groups
}

/// Whether two files are of one source: most headers are the same.
fn is_alike(one: &Counted, other: &Counted) -> bool {
    let (ours, theirs) = (names(one), names(other));
    let headless = |file: &Counted| file.profile.layout.header == HeaderFound::Data;
    if headless(one) || headless(other) {
        return ours.len() == theirs.len();
    }
    let shared = ours.iter().filter(|name| theirs.contains(name)).count();
    shared * 3 >= ours.len().max(theirs.len()) * 2
}

/// Brings the columns of some files together.
pub(super) fn merge(counted: &[Counted], members: &[usize], bound: usize) -> Merged {
    let mut merged = Merged {
        names: Vec::new(),
        counts: Vec::new(),
        fields: Vec::new(),
    };
    let headless = members
        .iter()
        .filter_map(|position| counted.get(*position))
        .any(|file| file.profile.layout.header == HeaderFound::Data);
    for file in members.iter().filter_map(|position| counted.get(*position)) {
        let mut fields = vec![None; merged.names.len()];
        for (field, (name, counts)) in names(file).iter().zip(&file.columns).enumerate() {
            let is_free = |rank: &usize| fields.get(*rank).copied().flatten().is_none();
            let same = |rank: &usize| {
                is_free(rank)
                    && match headless {
                        true => *rank == field,
                        false => merged.names.get(*rank) == Some(name),
                    }
            };
            let known = (0..merged.names.len()).find(same);
            if let Some(rank) = known {
                if let Some(slot) = fields.get_mut(rank) {
                    *slot = Some(field);
                }
                if let Some(sum) = merged.counts.get_mut(rank) {
                    sum.add(counts, bound);
                }
            } else {
                merged.names.push(name.clone());
                merged.counts.push(counts.clone());
                fields.push(Some(field));
            }
        }
        merged.fields.push(fields);
    }
    let width = merged.names.len();
    for fields in &mut merged.fields {
        fields.resize(width, None);
    }
    merged
}

/// Says of days that could be months which columns written alike settle them.
pub(super) fn settle(judged: &mut [Judged], counts: &[Counts], notations: &Notations) {
    let settled: Vec<(usize, String)> = judged
        .iter()
        .zip(counts)
        .enumerate()
        .filter_map(|(rank, (column, _))| match &column.guess {
            Guess::Date(notation) | Guess::DateTime(notation) => {
                let twin = notations.get(notations.position(notation)?)?.twin;
                twin.map(|_| (rank, notation.clone()))
            }
            _ => None,
        })
        .collect();
    for column in judged {
        let Guess::DayOrMonth(doubt) = &mut column.guess else {
            continue;
        };
        let day = |notation: &str| notation.get(..8).unwrap_or_default().to_owned();
        for (rank, notation) in &settled {
            let alike = doubt
                .candidates
                .iter()
                .find(|one| day(one) == day(notation));
            doubt
                .settled_by
                .extend(alike.map(|one| (*rank, one.clone())));
        }
    }
}

/// Keeps one column of weights, and none where rows are identified one by one.
pub(super) fn one_weight(judged: &mut [Judged], counts: &[Counts]) {
    let identified = judged.iter().zip(counts).any(|(column, counts)| {
        let (distinct, among) = counts.distinct();
        column.guess == Guess::Key && distinct == among
    });
    let mut taken = identified;
    for column in judged
        .iter_mut()
        .filter(|column| column.guess == Guess::Weight)
    {
        if std::mem::replace(&mut taken, true) {
            column.guess = Guess::Integer;
        }
    }
}

/// How the files of a source differ from its first.
pub(super) fn differences(
    counted: &[Counted],
    members: &[usize],
    merged: &Merged,
    judged: &[Judged],
    notations: &Notations,
) -> Vec<Difference> {
    let mut found = Vec::new();
    let files = members.iter().zip(&merged.fields);
    let mut files =
        files.filter_map(|(position, fields)| Some((*position, fields, counted.get(*position)?)));
    let Some((_, own, first)) = files.next() else {
        return found;
    };
    for (position, fields, file) in files {
        let number = ordinal(position);
        let (one, two) = (&first.profile, &file.profile);
        if one.bytes.charset != two.bytes.charset {
            let ascii = |profile: &super::FileProfile| profile.bytes.beyond_ascii == 0;
            if !ascii(one) && !ascii(two) {
                found.push(Difference::Encoding(number, two.bytes.charset.name()));
            }
        }
        if one.layout.delimiter != two.layout.delimiter {
            found.push(Difference::Delimiter(number, two.layout.delimiter));
        }
        if (one.layout.titles, one.layout.header) != (two.layout.titles, two.layout.header) {
            found.push(Difference::Header(number));
        }
        let mut order = Vec::new();
        for (rank, (theirs, ours)) in fields.iter().zip(own).enumerate() {
            match (theirs, ours) {
                (None, Some(_)) => found.push(Difference::Missing(number, rank)),
                (Some(_), None) => found.push(Difference::Added(number, rank)),
                (Some(theirs), Some(_)) => order.push(*theirs),
                (None, None) => {}
            }
        }
        if !order.is_sorted() {
            found.push(Difference::Moved(number));
        }
        for (rank, field) in fields.iter().enumerate() {
            let written = notation(field, file, merged.names.get(rank), notations);
            let usual = judged.get(rank).and_then(|column| of_guess(&column.guess));
            if let (Some(written), Some(usual)) = (written, usual)
                && written != usual
            {
                found.push(Difference::Notation(number, rank, written));
            }
        }
    }
    found
}

fn of_guess(guess: &Guess) -> Option<String> {
    match guess {
        Guess::Date(notation) | Guess::DateTime(notation) | Guess::Duration(notation) => {
            Some(notation.clone())
        }
        _ => None,
    }
}

/// How a file alone writes a column.
fn notation(
    field: &Option<usize>,
    file: &Counted,
    name: Option<&String>,
    notations: &Notations,
) -> Option<String> {
    let counts = file.columns.get((*field)?)?;
    of_guess(&judge(counts, name?, notations).guess)
}

/// Columns of different sources that share most of their values.
pub(super) fn links(groups: &[Group], counts: &[Vec<Counts>]) -> Vec<Link> {
    let identifies = |group: usize, column: usize| {
        let column = groups
            .get(group)
            .and_then(|group| group.columns.get(column));
        column.map(|column| match column.judged.guess {
            Guess::Key => 2,
            Guess::Personal(_) | Guess::Text => 1,
            _ => 0,
        })
    };
    let mut best: BTreeMap<(usize, usize, usize), Link> = BTreeMap::new();
    for (one, ours) in counts.iter().enumerate() {
        for (two, theirs) in counts.iter().enumerate().filter(|(two, _)| *two != one) {
            for (from, mine) in ours.iter().enumerate() {
                for (to, other) in theirs.iter().enumerate() {
                    let weight = identifies(one, from).zip(identifies(two, to));
                    let worth =
                        weight.is_some_and(|(from, to)| from > 0 && to > 0 && from + to > 2);
                    if !worth || mine.digests.len() < LINKED || mine.full_at.is_some() {
                        continue;
                    }
                    let shared = mine.digests.intersection(&other.digests).count();
                    let of = mine.digests.len();
                    if shared * 10 < of * 8 {
                        continue;
                    }
                    let link = Link {
                        from: (one, from),
                        to: (two, to),
                        shared: u64::try_from(shared).unwrap_or(u64::MAX),
                        of: u64::try_from(of).unwrap_or(u64::MAX),
                    };
                    best.entry((one, from, two)).or_insert(link);
                }
            }
        }
    }
    best.into_values().collect()
}
