//! `label/<id>.toml`: a grid that maps requirements to clauses of a référentiel, and says what blocks.
//!
//! Invariant: a clause names existing requirements.

use super::decode::Decision;
use super::document::Node;
use super::fault::UNKNOWN_REQUIREMENT;
use super::shape::unknown;
use crate::diagnostic::Diagnostic;

/// A grid.
#[derive(Debug, Clone)]
pub struct Label {
    /// Its id: the file's stem.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The référentiel and its version.
    pub framework: String,
    /// Where its policy comes from.
    pub origin: String,
    /// Who decided to use it.
    pub decision: Option<Decision>,
    /// Verdicts that block, by their id.
    pub blocking: Vec<String>,
    /// How many minor gaps weigh as much as a major one.
    pub minors_make_major: Option<u64>,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}

/// A clause of the référentiel.
#[derive(Debug, Clone)]
pub struct Clause {
    /// Its number there.
    pub id: String,
    /// Its title, in the town's words.
    pub title: String,
    /// `engagement/requirement`.
    pub requirements: Vec<String>,
}

/// Reads a grid.
pub fn read(
    id: &str,
    node: &Node,
    known: &[String],
    faults: &mut Vec<Diagnostic>,
) -> Option<Label> {
    let mut clauses = Vec::new();
    for table in node.tables("clause") {
        for (name, at) in table.strings("requirements") {
            if !known.iter().any(|requirement| requirement == name) {
                let known = known.iter().map(String::as_str);
                faults
                    .push(unknown(UNKNOWN_REQUIREMENT, "requirement", name, known).at(at.place()));
            }
        }
        clauses.push(Clause {
            id: table.string("id")?,
            title: table.string("title")?,
            requirements: table.texts("requirements"),
        });
    }
    let policy = node.get("policy")?;
    Some(Label {
        id: id.to_owned(),
        title: node.string("title")?,
        framework: node.string("framework")?,
        origin: node.string("origin")?,
        decision: node.decision(),
        blocking: policy.texts("blocking"),
        minors_make_major: policy.number("minors_make_major"),
        clauses,
    })
}
