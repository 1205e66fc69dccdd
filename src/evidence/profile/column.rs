//! What is counted of the cells of one column.
//!
//! Invariant: memory is bounded whatever the file holds, and what a bound cuts off is said; two counts of the same column
//! in two files add up.

use super::integer;
use super::moment::{Notations, weekday};
use super::personal::{Trace, trace};
use crate::evidence::cell::trim;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The most distinct cells that are kept as text.
const VALUES: usize = 300;
/// The longest cell that is kept as text, in bytes.
const LONGEST: usize = 200;

/// What a notation reads of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Read {
    /// Cells that follow it.
    pub(super) count: u64,
    /// Cells earlier than the one before them.
    pub(super) descents: u64,
    /// Cells on a Saturday or Sunday.
    pub(super) weekends: u64,
    /// The earliest and the latest, in seconds.
    pub(super) least: i64,
    pub(super) most: i64,
    last: i64,
}

/// Counts over a column.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts {
    /// Cells, the empty ones included.
    pub(super) rows: u64,
    pub(super) empty: u64,
    /// Cells that are no text in the encoding.
    pub(super) undecodable: u64,
    /// The longest cell, in characters.
    pub(super) longest: usize,
    /// How often each cell stands, of those that were kept.
    pub(super) values: BTreeMap<String, u64>,
    /// Whether there are more distinct cells than those kept.
    pub(super) more: bool,
    /// Digests of the distinct cells, up to a bound.
    pub(super) digests: BTreeSet<u64>,
    /// How many cells were taken before the digests were full; none if they never were.
    pub(super) full_at: Option<u64>,
    /// What each notation reads.
    pub(super) reads: BTreeMap<usize, Read>,
    /// Cells that are whole numbers, and the least and greatest of them.
    pub(super) integers: u64,
    pub(super) least: Option<i64>,
    pub(super) most: Option<i64>,
    /// Cells that are numbers with a decimal comma or point.
    pub(super) decimals: u64,
    /// Cells that lead to a person, by kind.
    pub(super) traces: BTreeMap<Trace, u64>,
}

impl Counts {
    /// Cells that are not empty.
    pub(super) const fn filled(&self) -> u64 {
        self.rows.saturating_sub(self.empty)
    }

    /// Takes a cell; none if its bytes are no text.
    pub(super) fn take(&mut self, cell: Option<&str>, notations: &Notations, bound: usize) {
        self.rows += 1;
        let Some(cell) = cell else {
            self.undecodable += 1;
            return;
        };
        let cell = trim(cell);
        if cell.is_empty() {
            self.empty += 1;
            return;
        }
        self.longest = self.longest.max(cell.chars().count());
        self.enter_digest(cell, bound);
        if let Some(count) = self.values.get_mut(cell) {
            *count += 1;
        } else if self.values.len() < VALUES && cell.len() <= LONGEST {
            self.values.insert(cell.to_owned(), 1);
        } else {
            self.more = true;
        }
        for (index, seconds) in notations.read(cell) {
            self.enter_moment(index, seconds);
        }
        if let Some(number) = integer(cell) {
            self.integers += 1;
            self.least = Some(self.least.map_or(number, |least| least.min(number)));
            self.most = Some(self.most.map_or(number, |most| most.max(number)));
        } else if is_decimal(cell) {
            self.decimals += 1;
        }
        if let Some(trace) = trace(cell) {
            *self.traces.entry(trace).or_default() += 1;
        }
    }

    fn enter_digest(&mut self, cell: &str, bound: usize) {
        if self.full_at.is_some() {
            return;
        }
        self.digests.insert(digest(cell));
        if self.digests.len() >= bound {
            self.full_at = Some(self.filled());
        }
    }

    fn enter_moment(&mut self, index: usize, seconds: i64) {
        let read = self.reads.entry(index).or_insert(Read {
            count: 0,
            descents: 0,
            weekends: 0,
            least: seconds,
            most: seconds,
            last: seconds,
        });
        read.count += 1;
        read.descents += u64::from(seconds < read.last);
        read.weekends += u64::from(weekday(seconds) > 4);
        read.least = read.least.min(seconds);
        read.most = read.most.max(seconds);
        read.last = seconds;
    }

    /// Adds the counts of the same column in a later file.
    pub(super) fn add(&mut self, other: &Self, bound: usize) {
        let before = self.filled();
        self.rows += other.rows;
        self.empty += other.empty;
        self.undecodable += other.undecodable;
        self.longest = self.longest.max(other.longest);
        self.more |= other.more;
        for (value, count) in &other.values {
            if self.values.len() < VALUES || self.values.contains_key(value) {
                *self.values.entry(value.clone()).or_default() += count;
            } else {
                self.more = true;
            }
        }
        if self.full_at.is_none() {
            self.digests.extend(&other.digests);
            let inner = other.full_at.map(|at| before.saturating_add(at));
            self.full_at = inner.or_else(|| (self.digests.len() >= bound).then(|| self.filled()));
        }
        for (index, read) in &other.reads {
            let sum = self.reads.entry(*index).or_insert(Read {
                count: 0,
                descents: 0,
                weekends: 0,
                ..*read
            });
            sum.count += read.count;
            sum.descents += read.descents;
            sum.weekends += read.weekends;
            sum.least = sum.least.min(read.least);
            sum.most = sum.most.max(read.most);
        }
        self.integers += other.integers;
        self.decimals += other.decimals;
        self.least = self.least.into_iter().chain(other.least).min();
        self.most = self.most.into_iter().chain(other.most).max();
        for (trace, count) in &other.traces {
            *self.traces.entry(*trace).or_default() += count;
        }
    }

    /// The values kept, most frequent first.
    pub(super) fn by_frequency(&self) -> Vec<(&str, u64)> {
        let mut values: Vec<(&str, u64)> = self
            .values
            .iter()
            .map(|(value, count)| (value.as_str(), *count))
            .collect();
        values.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0)));
        values
    }

    /// Whether every cell stands once, as far as was looked, and how many cells that were.
    pub(super) fn distinct(&self) -> (u64, u64) {
        let distinct = u64::try_from(self.digests.len()).unwrap_or(u64::MAX);
        (distinct, self.full_at.unwrap_or(self.filled()))
    }
}

/// A digest of some text, the same in every run.
pub(super) fn digest(text: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// A number with a decimal comma or point.
fn is_decimal(cell: &str) -> bool {
    let (sign, rest) = (cell.strip_prefix(['-', '+']), cell);
    let Some((whole, part)) = sign.unwrap_or(rest).split_once([',', '.']) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    integer(whole).is_some() && digits(part)
}
