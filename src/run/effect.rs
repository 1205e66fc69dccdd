//! The evidence after an action: on which days rows would show that it has had its effect.
//!
//! Invariant: only rows dated after the day on which an action was done count; a state counts if it was taken after it.

use super::plan::measured_names;
use crate::charter::Charter;
use crate::measure::population::Window;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// The days on which actions about a measured requirement were done, each once, in order.
pub(super) fn done_days(charter: &Charter, position: usize) -> BTreeSet<NaiveDate> {
    let names = measured_names(charter);
    let Some((engagement, requirement)) = names.get(position) else {
        return BTreeSet::new();
    };
    let mut engagements = charter.engagements.iter();
    let engagement = engagements.find(|known| known.id == *engagement);
    let actions = engagement.iter().flat_map(|known| &known.actions);
    actions
        .filter(|action| action.requirement.as_deref() == Some(*requirement))
        .filter_map(|action| action.done)
        .collect()
}

/// The days of a window that come after a day; none where the rows have no day.
pub(super) fn after(window: Window, done: NaiveDate) -> Option<Window> {
    let next = done.num_days_from_ce().saturating_add(1);
    let from = window.from?.max(next);
    (from <= window.to).then_some(Window {
        from: Some(from),
        to: window.to,
    })
}
