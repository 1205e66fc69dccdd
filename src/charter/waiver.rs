//! Gaps accepted for a time.
//!
//! Invariant: a waiver is not approved by its author, ends within the longest time that the charter allows, and covers no
//! more than its ceiling.

use super::bound;
use super::context::known_requirement;
use super::decode::{Decision, in_order};
use super::document::Node;
use super::fault::{
    BOUND_OF_MEASURE, CEILING_NOT_LAXER, CEILING_ON_PLAN, SELF_APPROVED, WAIVER_TOO_LONG,
};
use super::requirement::{Judging, Measured, Requirement};
use super::source::Source;
use super::town::Town;
use crate::diagnostic::{Diagnostic, Place};
use crate::measure::rule::Measure;
use crate::measure::target::{Proof, Target};
use chrono::{Days, NaiveDate};

/// A gap accepted for a time. It never changes a verdict.
#[derive(Debug, Clone)]
pub struct Waiver {
    /// The requirement.
    pub requirement: String,
    /// Why.
    pub reason: String,
    /// The function that asked for it.
    pub author: String,
    /// The function that approved it.
    pub approver: String,
    /// Its first day: the one given, or that of its decision, or that of the reference period.
    pub from: NaiveDate,
    /// Its last day, included: it is over when that day ends in the charter's zone.
    pub until: NaiveDate,
    /// The requirement with the bound that the gap must keep to.
    pub ceiling: Option<Box<Measured>>,
    /// Who decided it.
    pub decision: Option<Decision>,
    /// Where its last day is written.
    pub place: Place,
}

/// Reads the waivers of an engagement.
pub(super) fn read(
    node: &Node,
    ids: &[&str],
    requirements: &[Requirement],
    (town, sources): (&Town, &[Source]),
    faults: &mut Vec<Diagnostic>,
) -> Vec<Waiver> {
    let waivers = node.tables("waiver").filter_map(|table| {
        known_requirement(table, ids, faults);
        let (author, approver) = (table.string("author")?, table.string("approver")?);
        if author.trim().to_lowercase() == approver.trim().to_lowercase() {
            faults.push(Diagnostic::error(SELF_APPROVED).at(table.place_of("approver")));
        }
        let requirement = table.string("requirement")?;
        let concerned = requirements.iter().find(|known| known.id == requirement);
        let ceiling = concerned.and_then(|concerned| ceiling(table, concerned, sources, faults));
        let until = table.day("until")?;
        let decision = table.decision();
        let decided = decision.as_ref().map(|decision| decision.on);
        let from = table.day("from");
        if let Some(from) = from {
            in_order(table, ("from", from), ("until", until), faults);
        }
        let from = from.or(decided).unwrap_or(town.period.0);
        let longest = town.waivers.longest_days;
        let beyond = from.checked_add_days(Days::new(u64::from(longest)));
        if beyond.is_some_and(|beyond| beyond <= until) {
            let fault = Diagnostic::error(WAIVER_TOO_LONG).arg("longest", longest);
            faults.push(fault.at(table.place_of("until")));
        }
        Some(Waiver {
            requirement,
            reason: table.string("reason")?,
            author,
            approver,
            from,
            until,
            ceiling: ceiling.map(Box::new),
            decision,
            place: table.place_of("until"),
        })
    });
    waivers.collect()
}

/// The requirement with the ceiling of a waiver instead of its target: it asks for less than that, and can be judged.
fn ceiling(
    table: &Node,
    requirement: &Requirement,
    sources: &[Source],
    faults: &mut Vec<Diagnostic>,
) -> Option<Measured> {
    let at = table.get("ceiling")?;
    let Judging::Measured(measured) = &requirement.judging else {
        let fault = Diagnostic::error(BOUND_OF_MEASURE)
            .arg("known", "")
            .arg("count", 0_u32);
        faults.push(fault.at(at.place()));
        return None;
    };
    let own: (&Measure, &Target) = (&measured.rule.measure, &measured.target);
    let (measure, target) = bound::other(at, own, faults)?;
    let source = sources.get(measured.source)?;
    if matches!(source.proof, Proof::ControlPlan(_)) {
        let fault = Diagnostic::error(CEILING_ON_PLAN).arg("source", &source.id);
        faults.push(fault.at(at.place()));
    }
    if !bound::is_laxer((&measure, &target), own) || bound::is_laxer(own, (&measure, &target)) {
        faults.push(Diagnostic::error(CEILING_NOT_LAXER).at(at.place()));
    }
    Some(measured.with(measure, target))
}
