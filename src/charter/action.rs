//! What a town discussed and does about its gaps: options, corrections, corrective actions.
//!
//! Invariant: options and actions name requirements of their own engagement; an option that was rejected says why; only
//! what is done has a day on which it was.

use super::context::known_requirement;
use super::decode::{Decision, services};
use super::document::Node;
use super::fault::{ACTION_NOT_DONE, OPTION_WHY};
use crate::diagnostic::Diagnostic;
use chrono::NaiveDate;

/// A way to mend something, as it was discussed.
#[derive(Debug, Clone)]
pub struct Solution {
    /// What.
    pub text: String,
    /// `proposed`, `kept` or `rejected`.
    pub state: String,
    /// Why it was kept or rejected.
    pub why: Option<String>,
    /// When.
    pub on: Option<NaiveDate>,
    /// The requirement concerned.
    pub requirement: Option<String>,
    /// Who decided it.
    pub decision: Option<Decision>,
}

/// What is done about a gap.
#[derive(Debug, Clone)]
pub struct Action {
    /// What.
    pub text: String,
    /// `correction` (mends what went wrong) or `corrective` (mends why), where it is said.
    pub kind: Option<String>,
    /// The function that does it.
    pub owner: String,
    /// The services concerned, as positions; none for all of them.
    pub services: Option<Vec<u32>>,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// `open`, `doing` or `done`.
    pub state: String,
    /// The day on which it was done.
    pub done: Option<NaiveDate>,
    /// The requirement concerned.
    pub requirement: Option<String>,
    /// What proves its effect.
    pub effect: Option<Effect>,
}

/// What proves the effect of an action.
#[derive(Debug, Clone)]
pub struct Effect {
    /// What was seen.
    pub text: String,
    /// When.
    pub on: NaiveDate,
}

/// Reads the options of an engagement.
pub(super) fn solutions(node: &Node, ids: &[&str], faults: &mut Vec<Diagnostic>) -> Vec<Solution> {
    let options = node.tables("option").filter_map(|table| {
        known_requirement(table, ids, faults);
        let state = table.string("state")?;
        if state == "rejected" && table.get("why").is_none() {
            faults.push(Diagnostic::error(OPTION_WHY).at(table.place_of("state")));
        }
        Some(Solution {
            text: table.string("text")?,
            state,
            why: table.string("why"),
            on: table.day("on"),
            requirement: table.string("requirement"),
            decision: table.decision(),
        })
    });
    options.collect()
}

/// Reads the actions of an engagement; `known` are the ids of the services.
pub(super) fn actions(
    node: &Node,
    ids: &[&str],
    known: &[String],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Action> {
    let actions = node.tables("action").filter_map(|table| {
        known_requirement(table, ids, faults);
        let services = services(table, "services", known, faults);
        let state = table.string("state")?;
        for key in ["done", "effect"] {
            if table.get(key).is_some() && state != "done" {
                let fault = Diagnostic::error(ACTION_NOT_DONE).arg("key", key);
                faults.push(fault.at(table.place_of_key(key)));
            }
        }
        let effect = table.get("effect").and_then(|effect| {
            Some(Effect {
                text: effect.string("text")?,
                on: effect.day("on")?,
            })
        });
        Some(Action {
            text: table.string("text")?,
            kind: table.string("kind"),
            owner: table.string("owner")?,
            services,
            due: table.day("due"),
            state,
            done: table.day("done"),
            requirement: table.string("requirement"),
            effect,
        })
    });
    actions.collect()
}
