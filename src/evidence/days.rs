//! The days on which a source has rows, and the rows that are younger than its collection.
//!
//! Invariant: every row that was read counts, whatever requirement it belongs to; merging is associative and commutative.

use std::collections::BTreeSet;

use super::batch::{Batch, RowRef};
use crate::diagnostic::{Code, Diagnostic, Place};

/// Days on which rows are expected and none stands.
pub const DAYS_SILENT: Code = Code::new("evidence-days-silent");
/// Rows dated after the declared collection.
pub const ROWS_AFTER_COLLECTION: Code = Code::new("evidence-rows-after-collection");

/// The most stretches that a diagnostic names; the scorecard names them all.
const STRETCHES: usize = 12;

/// The days of the rows of a source, counted from the common era.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Days {
    seen: BTreeSet<i32>,
    /// Rows dated after the collection: how many, and the first.
    after: Option<(u64, RowRef)>,
}

impl Days {
    /// Enters the days of a batch; `collected` is the last day that the source says to cover.
    pub fn observe(&mut self, batch: &Batch, time: usize, collected: i32) {
        let Some(column) = batch.columns.get(time) else {
            return;
        };
        for (index, at) in batch.rows.iter().enumerate() {
            let Ok(day) = column.day(index) else { continue };
            self.seen.insert(day);
            if day > collected {
                self.enter_after(1, *at);
            }
        }
    }

    fn enter_after(&mut self, count: u64, at: RowRef) {
        let (known, first) = self.after.get_or_insert((0, at));
        *known = known.saturating_add(count);
        *first = (*first).min(at);
    }

    /// Adds the days of another part of the source.
    pub fn merge(&mut self, other: &Self) {
        self.seen.extend(&other.seen);
        if let Some((count, at)) = other.after {
            self.enter_after(count, at);
        }
    }

    /// The days with a row.
    pub const fn seen(&self) -> &BTreeSet<i32> {
        &self.seen
    }

    /// The warning about rows younger than the collection, if there are any.
    pub fn after_collection(
        &self,
        source: &str,
        column: &str,
        collected: &str,
    ) -> Option<Diagnostic> {
        let (count, at) = self.after?;
        Some(
            Diagnostic::warning(ROWS_AFTER_COLLECTION)
                .arg("source", source)
                .arg("count", count)
                .arg("file", at.file)
                .arg("line", at.line.to_string())
                .arg("column", column)
                .arg("collected", collected)
                .at(Place::Evidence {
                    source: source.to_owned(),
                    file: Some(at.file),
                    line: Some(at.line),
                    column: Some(column.to_owned()),
                }),
        )
    }
}

/// The error about days without any row; `stretches` are first and last days as texts.
pub fn days_silent(source: &str, days: u64, stretches: &[(String, String)]) -> Diagnostic {
    let named = stretches.iter().take(STRETCHES);
    let named = named.map(|(from, to)| {
        if from == to {
            from.clone()
        } else {
            format!("{from} → {to}")
        }
    });
    let mut list = named.collect::<Vec<String>>().join(", ");
    if stretches.len() > STRETCHES {
        list.push_str(", …");
    }
    Diagnostic::error(DAYS_SILENT)
        .arg("source", source)
        .arg("count", days)
        .arg("days", list)
        .at(Place::Evidence {
            source: source.to_owned(),
            file: None,
            line: None,
            column: None,
        })
}
