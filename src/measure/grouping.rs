//! Counting for the whole and for each group in the same pass.
//!
//! Invariant: a case whose group is unknown counts in the whole, and as a stray that every group must fear.

use super::value::Row;
use std::collections::BTreeMap;

/// Something that merges: associative, commutative, with the default as identity.
pub trait Merge: Default + Clone {
    /// Adds what another shard has seen.
    fn merge(&mut self, other: &Self);
}

/// The columns that split a requirement's cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping {
    /// Category columns.
    pub columns: Vec<usize>,
    /// Whether each group is judged, or only displayed.
    pub judged: bool,
}

/// A group's values, one per column of its grouping.
pub type Key = Vec<u32>;

/// The groups a row belongs to, one per grouping; none where a value is unknown.
pub type Membership = Vec<Option<Key>>;

/// The groups of a row.
pub fn membership(groupings: &[Grouping], row: &Row<'_>) -> Membership {
    groupings
        .iter()
        .map(|grouping| {
            grouping
                .columns
                .iter()
                .map(|column| {
                    row.column(*column)
                        .ok()
                        .and_then(|value| u32::try_from(value).ok())
                })
                .collect()
        })
        .collect()
}

/// One count for the whole, one per group, one for the strays of each grouping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouped<C> {
    /// The whole.
    pub total: C,
    /// Per grouping, per group.
    pub groups: Vec<BTreeMap<Key, C>>,
    /// Per grouping, the cases whose group is unknown.
    pub strays: Vec<C>,
}

impl<C> Default for Grouped<C>
where
    C: Default,
{
    fn default() -> Self {
        Self {
            total: C::default(),
            groups: Vec::new(),
            strays: Vec::new(),
        }
    }
}

impl<C: Merge> Grouped<C> {
    /// Counts one case in the whole and in its groups.
    pub fn update(&mut self, membership: &[Option<Key>], change: impl Fn(&mut C)) {
        change(&mut self.total);
        self.fit(membership.len());
        for ((key, groups), strays) in membership
            .iter()
            .zip(&mut self.groups)
            .zip(&mut self.strays)
        {
            match key {
                Some(key) => change(groups.entry(key.clone()).or_default()),
                None => change(strays),
            }
        }
    }

    /// Adds what another shard has counted.
    pub fn merge(&mut self, other: &Self) {
        self.total.merge(&other.total);
        self.fit(other.groups.len());
        for (mine, theirs) in self.groups.iter_mut().zip(&other.groups) {
            for (key, count) in theirs {
                mine.entry(key.clone()).or_default().merge(count);
            }
        }
        for (mine, theirs) in self.strays.iter_mut().zip(&other.strays) {
            mine.merge(theirs);
        }
    }

    fn fit(&mut self, groupings: usize) {
        if self.groups.len() < groupings {
            self.groups.resize_with(groupings, BTreeMap::new);
            self.strays.resize_with(groupings, C::default);
        }
    }
}
