//! `engagements/<id>.toml`: a promise, its requirements, and what the town does about its gaps.
//!
//! Invariant: what is done names requirements of its own engagement.

use super::action::{self, Action, Solution};
use super::dated;
use super::decode::services;
use super::document::Node;
use super::fault::DUPLICATE_ID;
use super::requirement::{self, Requirement};
use super::source::Source;
use super::town::Town;
use super::waiver::{self, Waiver};
use crate::diagnostic::Diagnostic;
use chrono::NaiveDate;

/// A promise.
#[derive(Debug, Clone)]
pub struct Engagement {
    /// Its id: the file's stem.
    pub id: String,
    /// Its number in the charter.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The sentence that users read.
    pub promise: String,
    /// Its theme.
    pub theme: String,
    /// The channels it concerns.
    pub channels: Vec<String>,
    /// The function that owns it.
    pub owner: String,
    /// The perimeter, as positions of services; none for all of them.
    pub services: Option<Vec<u32>>,
    /// What it demands.
    pub requirements: Vec<Requirement>,
    /// What the town found when it began.
    pub findings: Vec<Finding>,
    /// What was discussed.
    pub solutions: Vec<Solution>,
    /// What is done about it.
    pub actions: Vec<Action>,
    /// Gaps accepted for a time.
    pub waivers: Vec<Waiver>,
}

/// What the town found when it began.
#[derive(Debug, Clone)]
pub struct Finding {
    /// What was found.
    pub text: String,
    /// When.
    pub on: Option<NaiveDate>,
}

/// Reads an engagement; none if a part that others depend on is missing.
pub fn read(
    id: &str,
    node: &Node,
    town: &Town,
    sources: &[Source],
    complete: bool,
    faults: &mut Vec<Diagnostic>,
) -> Option<Engagement> {
    let scope = services(node, "services", &town.service_ids(), faults);
    let context = requirement::Context {
        engagement: id,
        scope: scope.as_deref(),
        town,
        sources,
        complete,
    };
    let mut requirements: Vec<Requirement> = Vec::new();
    let mut ids: Vec<(&str, &Node)> = Vec::new();
    for table in node.tables("requirement") {
        if let Some((name, at)) = table
            .get("id")
            .and_then(|at| at.text().map(|name| (name, at)))
        {
            if let Some((_, first)) = ids.iter().find(|(known, _)| *known == name) {
                let fault = Diagnostic::error(DUPLICATE_ID).arg("id", name);
                faults.push(fault.at(at.place()).related(first.place()));
            }
            ids.push((name, at));
        }
        requirements.extend(requirement::read(table, &context, faults));
    }
    dated::replacements(node, faults);
    let ids: Vec<&str> = ids.into_iter().map(|(name, _)| name).collect();
    Some(Engagement {
        id: id.to_owned(),
        number: node.number("number")?,
        title: node.string("title")?,
        promise: node.string("promise")?,
        theme: node.string("theme")?,
        channels: node.texts("channels"),
        owner: node.string("owner")?,
        services: scope,
        waivers: waiver::read(node, &ids, &requirements, (town, sources), faults),
        requirements,
        findings: findings(node),
        solutions: action::solutions(node, &ids, faults),
        actions: action::actions(node, &ids, &town.service_ids(), faults),
    })
}

fn findings(node: &Node) -> Vec<Finding> {
    let findings = node.tables("finding").filter_map(|finding| {
        Some(Finding {
            text: finding.string("text")?,
            on: finding.day("on"),
        })
    });
    findings.collect()
}
