//! `label/<id>.toml`: a grid that maps requirements to clauses of a référentiel, and says what blocks.
//!
//! Invariant: a clause names existing requirements.

use super::decode::Decision;
use super::document::Node;
use super::fault::UNKNOWN_REQUIREMENT;
use super::shape::unknown;
use crate::diagnostic::Diagnostic;
use crate::ratio::Ratio;

/// A grid.
#[derive(Debug, Clone)]
pub struct Label {
    /// Its id: the file's stem.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The référentiel.
    pub framework: String,
    /// Its version.
    pub version: String,
    /// Where its policy comes from.
    pub origin: String,
    /// Who decided to use it.
    pub decision: Option<Decision>,
    /// Verdicts that block, by their id.
    pub blocking: Vec<String>,
    /// How many minor gaps weigh as much as a major one.
    pub minors_make_major: Option<u64>,
    /// Whether what is not shown weighs as much as a major gap.
    pub missing_proof_is_major: bool,
    /// How many requirements may be "sans objet".
    pub not_applicable: Option<Limit>,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}

/// How many requirements of a grid may be "sans objet".
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// At most so many.
    pub at_most: Option<u64>,
    /// At most this share of them.
    pub share: Option<Ratio>,
}

/// A clause of the référentiel.
#[derive(Debug, Clone)]
pub struct Clause {
    /// Its number there.
    pub id: String,
    /// Its title, in the town's words.
    pub title: String,
    /// `engagement/requirement`; none where nothing answers it.
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
        version: node.string("version")?,
        origin: node.string("origin")?,
        decision: node.decision(),
        blocking: policy.texts("blocking"),
        minors_make_major: policy.number("minors_make_major"),
        missing_proof_is_major: policy.flag("missing_proof_is_major"),
        not_applicable: policy.get("not_applicable").map(|limit| Limit {
            at_most: limit.number("at_most"),
            share: limit.share("share"),
        }),
        clauses,
    })
}
