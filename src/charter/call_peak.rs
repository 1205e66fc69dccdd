//! Peaks and quiet hours that the town publishes, and what each rests on.
//!
//! Invariant: what operators declared says until when it may go unmeasured, and nothing else does.

use super::decode::Decision;
use super::document::Node;
use super::fault::{PEAK_DEADLINE, UNKNOWN_SITE};
use super::shape::unknown;
use super::timetable::hours;
use crate::calendar::OpeningHours;
use crate::diagnostic::Diagnostic;
use crate::measure::peaks::Sought;
use chrono::NaiveDate;

/// What published hours rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Calls that were counted.
    Measured,
    /// What operators said.
    Declared {
        /// The day before which they are to be measured.
        measure_before: NaiveDate,
    },
    /// Nothing: a choice.
    Arbitrary,
}

/// Published peaks or quiet hours.
#[derive(Debug, Clone)]
pub struct CallPeak {
    /// Which of the two.
    pub sought: Sought,
    /// When.
    pub hours: OpeningHours,
    /// What they rest on.
    pub basis: Basis,
    /// The line, as a position in the charter's order; none for all lines.
    pub site: Option<u32>,
    /// Since when they are published.
    pub on: Option<NaiveDate>,
    /// Who decided them.
    pub decision: Option<Decision>,
}

impl Basis {
    /// Its name in the charter and in `scorecard.json`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Declared { .. } => "declared",
            Self::Arbitrary => "arbitrary",
        }
    }
}

/// Reads both lists.
pub(super) fn read(node: &Node, sites: &[&str], faults: &mut Vec<Diagnostic>) -> Vec<CallPeak> {
    let mut peaks = Vec::new();
    for (key, sought) in [("call_peak", Sought::Peaks), ("quiet_hour", Sought::Quiet)] {
        let tables = node.tables(key);
        peaks.extend(tables.filter_map(|table| one(table, sought, sites, faults)));
    }
    peaks
}

fn one(
    table: &Node,
    sought: Sought,
    sites: &[&str],
    faults: &mut Vec<Diagnostic>,
) -> Option<CallPeak> {
    let hours = hours(table, faults);
    let basis = basis(table, faults);
    let site = match table.get("site") {
        None => Some(None),
        Some(at) => site(at, sites, faults).map(Some),
    };
    Some(CallPeak {
        sought,
        hours: hours?,
        basis: basis?,
        site: site?,
        on: table.day("on"),
        decision: table.decision(),
    })
}

fn basis(table: &Node, faults: &mut Vec<Diagnostic>) -> Option<Basis> {
    let basis = table.get("basis").and_then(Node::text)?;
    let deadline = table.get("measure_before");
    if (basis == "declared") != deadline.is_some() {
        let place = match deadline {
            Some(_) => table.place_of_key("measure_before"),
            None => table.place_of("basis"),
        };
        faults.push(Diagnostic::error(PEAK_DEADLINE).at(place));
    }
    match basis {
        "measured" => Some(Basis::Measured),
        "arbitrary" => Some(Basis::Arbitrary),
        _ => Some(Basis::Declared {
            measure_before: table.day("measure_before")?,
        }),
    }
}

fn site(at: &Node, sites: &[&str], faults: &mut Vec<Diagnostic>) -> Option<u32> {
    let name = at.text()?;
    let position = sites.iter().position(|site| *site == name);
    if position.is_none() {
        faults.push(unknown(UNKNOWN_SITE, "site", name, sites.iter().copied()).at(at.place()));
    }
    u32::try_from(position?).ok()
}
