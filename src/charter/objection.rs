//! `objections.toml`: rows of the evidence that someone has objected to, and what the review has made of them.
//!
//! Invariant: an objection names a row of the source whose rows its requirement judges, by the digest of the file that it
//! was made on; the one who reviews it is not the one who made it; only a corrected row counts otherwise.

use super::decode::Decision;
use super::document::Node;
use super::engagement::Engagement;
use super::fault::{
    COUNTS_AS, OBJECTION_DIGEST, OBJECTION_FILE, OBJECTION_MEASURE, OBJECTION_SOURCE,
    OBJECTION_TWICE, SELF_REVIEWED, UNKNOWN_REQUIREMENT,
};
use super::requirement::{Judging, Measured};
use super::shape::unknown;
use super::source::Source;
use crate::diagnostic::{Diagnostic, Place};
use crate::evidence::batch::RowRef;
use crate::measure::Measure;
use crate::measure::ruling::Ruling;
use chrono::NaiveDate;

/// An objection to one row, and its outcome.
#[derive(Debug, Clone)]
pub struct Objection {
    /// The engagement's id.
    pub engagement: String,
    /// The requirement's id within it.
    pub requirement: String,
    /// The row.
    pub row: RowRef,
    /// SHA-256 of the file that the line was read in.
    pub digest: String,
    /// What is objected.
    pub ground: String,
    /// The function that objects.
    pub objector: String,
    /// The function that has reviewed it.
    pub reviewer: String,
    /// When.
    pub on: NaiveDate,
    /// How the row counts.
    pub ruling: Ruling,
    /// Who decided it.
    pub decision: Option<Decision>,
    /// Where it is written.
    pub place: Place,
}

/// Reads the objections that have no fault of their own.
pub(super) fn read(
    node: &Node,
    engagements: &[Engagement],
    sources: &[Source],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Objection> {
    let mut objections: Vec<Objection> = Vec::new();
    for table in node.tables("objection") {
        let Some(objection) = objection(table, engagements, sources, faults) else {
            continue;
        };
        let twin = objections.iter().find(|other| {
            (&other.engagement, &other.requirement, other.row)
                == (&objection.engagement, &objection.requirement, objection.row)
        });
        if let Some(twin) = twin {
            let fault = Diagnostic::error(OBJECTION_TWICE).at(objection.place.clone());
            faults.push(fault.related(twin.place.clone()));
        }
        objections.push(objection);
    }
    objections
}

fn objection(
    table: &Node,
    engagements: &[Engagement],
    sources: &[Source],
    faults: &mut Vec<Diagnostic>,
) -> Option<Objection> {
    let ruling = ruling(table, faults);
    let digest = digest(table, faults);
    let (objector, reviewer) = (table.string("objector")?, table.string("reviewer")?);
    if objector.trim().to_lowercase() == reviewer.trim().to_lowercase() {
        faults.push(Diagnostic::error(SELF_REVIEWED).at(table.place_of("reviewer")));
    }
    let (engagement, requirement, measured) = requirement(table, engagements, faults)?;
    let source = sources.get(measured.source)?;
    source_fits(table, source, faults);
    if let Some(ruling) = ruling {
        measure_fits(table, ruling, measured, faults);
    }
    let files = u32::try_from(source.files.len()).unwrap_or(u32::MAX);
    let file: u32 = table.number("file").unwrap_or(1);
    if file > files {
        let fault = Diagnostic::error(OBJECTION_FILE).arg("source", &source.id);
        faults.push(fault.arg("files", files).at(table.place_of("file")));
    }
    Some(Objection {
        engagement: engagement.to_owned(),
        requirement: requirement.to_owned(),
        row: RowRef {
            file,
            line: table.number("line")?,
        },
        digest: digest?,
        ground: table.string("ground")?,
        objector,
        reviewer,
        on: table.day("on")?,
        ruling: ruling?,
        decision: table.decision(),
        place: table.place_of("line"),
    })
}

/// How the row counts: `counts_as` says it of a corrected row, and of no other.
fn ruling(table: &Node, faults: &mut Vec<Diagnostic>) -> Option<Ruling> {
    let outcome = table.get("outcome")?.text()?;
    let counts_as = table.get("counts_as").and_then(Node::text);
    match (outcome, counts_as) {
        ("confirmed", None) => Some(Ruling::Confirmed),
        ("corrected", Some("success")) => Some(Ruling::Success),
        ("corrected", Some("failure")) => Some(Ruling::Failure),
        ("corrected", Some("aside")) => Some(Ruling::Aside),
        ("confirmed", Some(_)) => {
            let fault = Diagnostic::error(COUNTS_AS).arg("outcome", outcome);
            faults.push(fault.at(table.place_of_key("counts_as")));
            None
        }
        ("corrected", None) => {
            let fault = Diagnostic::error(COUNTS_AS).arg("outcome", outcome);
            faults.push(fault.at(table.place_of("outcome")));
            None
        }
        // Another word is reported by the shape.
        _ => None,
    }
}

fn digest(table: &Node, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let at = table.get("digest")?;
    let text = at.text()?.to_lowercase();
    let is_digest = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_digest {
        faults.push(Diagnostic::error(OBJECTION_DIGEST).at(at.place()));
    }
    is_digest.then_some(text)
}

/// The measured requirement that a table names, with its engagement's id and its own.
fn requirement<'a>(
    table: &Node,
    engagements: &'a [Engagement],
    faults: &mut Vec<Diagnostic>,
) -> Option<(&'a str, &'a str, &'a Measured)> {
    let at = table.get("requirement")?;
    let name = at.text()?;
    let all = || {
        engagements.iter().flat_map(|engagement| {
            let requirements = engagement.requirements.iter();
            requirements.map(move |requirement| (engagement, requirement))
        })
    };
    let found = all().find(|(engagement, requirement)| {
        name.split_once('/') == Some((engagement.id.as_str(), requirement.id.as_str()))
    });
    let Some((engagement, requirement)) = found else {
        let names: Vec<String> = all()
            .map(|(engagement, requirement)| format!("{}/{}", engagement.id, requirement.id))
            .collect();
        let known = names.iter().map(String::as_str);
        faults.push(unknown(UNKNOWN_REQUIREMENT, "requirement", name, known).at(at.place()));
        return None;
    };
    match &requirement.judging {
        Judging::Measured(measured) => Some((&engagement.id, &requirement.id, measured)),
        Judging::NotApplicable { .. } => {
            let fault = Diagnostic::error(OBJECTION_MEASURE).arg("why", "not-applicable");
            faults.push(fault.at(at.place()));
            None
        }
    }
}

/// The source is the one whose rows the requirement judges.
fn source_fits(table: &Node, source: &Source, faults: &mut Vec<Diagnostic>) {
    let Some(at) = table
        .get("source")
        .filter(|at| at.text() != Some(source.id.as_str()))
    else {
        return;
    };
    let fault = Diagnostic::error(OBJECTION_SOURCE).arg("source", &source.id);
    faults.push(fault.at(at.place()));
}

/// A case of a share or of a roll-call keeps the promise or does not; a row of a limit, a variety or a cadence has a value,
/// which no ruling can replace, but it can be set aside; the other measures judge no single row.
fn measure_fits(table: &Node, ruling: Ruling, measured: &Measured, faults: &mut Vec<Diagnostic>) {
    let replaces = matches!(ruling, Ruling::Success | Ruling::Failure);
    let fault = match &measured.rule.measure {
        Measure::Share(_) | Measure::RollCall(_) => None,
        Measure::Limit(_) | Measure::Variety(_) | Measure::Cadence(_) => {
            replaces.then_some(("value", "counts_as"))
        }
        _ => Some(("no-row", "requirement")),
    };
    faults.extend(fault.map(|(why, key)| {
        let fault = Diagnostic::error(OBJECTION_MEASURE).arg("why", why);
        fault.at(table.place_of(key))
    }));
}
