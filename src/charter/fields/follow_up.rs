//! The fields of what a town decides and does about its requirements: decisions, findings, actions, waivers, objections,
//! grids.

use super::basic::{AMOUNT, DATE, DECISION, TEXT, TEXTS};
use crate::charter::shape::{Field, Shape};

pub(super) const REFERENCE: Shape = Shape::Table(&[
    Field::optional("at_least", AMOUNT),
    Field::optional("more_than", AMOUNT),
    Field::optional("at_most", AMOUNT),
    Field::optional("less_than", AMOUNT),
    Field::optional("every_days", Shape::Integer(1)),
    Field::optional("quantile", Shape::Share),
    Field::required("source", TEXT),
]);

pub(super) const DECISIONS: Shape = Shape::Table(&[
    Field::optional("tolerance", DECISION),
    Field::optional("grace", DECISION),
    Field::optional("close", DECISION),
    Field::optional("min_cases", DECISION),
    Field::optional("target", DECISION),
]);

pub(super) const NOT_APPLICABLE: Shape = Shape::Table(&[
    Field::required("reason", TEXT),
    Field::optional("decision", DECISION),
]);

pub(super) const FINDING: Shape =
    Shape::Table(&[Field::required("text", TEXT), Field::optional("on", DATE)]);

pub(super) const ACTION: Shape = Shape::Table(&[
    Field::required("text", TEXT),
    Field::optional("kind", Shape::Word(&["correction", "corrective"])),
    Field::required("owner", TEXT),
    Field::optional("services", TEXTS),
    Field::optional("due", DATE),
    Field::required("state", Shape::Word(&["open", "doing", "done"])),
    Field::optional("done", DATE),
    Field::optional("requirement", TEXT),
    Field::optional("effect", EFFECT),
]);

const EFFECT: Shape = Shape::Table(&[Field::required("text", TEXT), Field::required("on", DATE)]);

pub(super) const OPTION: Shape = Shape::Table(&[
    Field::required("text", TEXT),
    Field::required("state", Shape::Word(&["proposed", "kept", "rejected"])),
    Field::optional("why", TEXT),
    Field::optional("on", DATE),
    Field::optional("requirement", TEXT),
    Field::optional("decision", DECISION),
]);

pub(super) const WAIVER: Shape = Shape::Table(&[
    Field::required("requirement", TEXT),
    Field::required("reason", TEXT),
    Field::required("author", TEXT),
    Field::required("approver", TEXT),
    Field::optional("from", DATE),
    Field::required("until", DATE),
    Field::optional("ceiling", CEILING),
    Field::optional("decision", DECISION),
]);

const CEILING: Shape = Shape::Table(&[
    Field::optional("at_least", AMOUNT),
    Field::optional("more_than", AMOUNT),
    Field::optional("at_most", AMOUNT),
    Field::optional("less_than", AMOUNT),
    Field::optional("every_days", Shape::Integer(1)),
    Field::optional("quantile", Shape::Share),
]);

pub(super) const WAIVERS: Shape = Shape::Table(&[
    Field::optional("longest_days", Shape::Integer(1)),
    Field::optional("notice_days", Shape::Integer(0)),
]);

const NOT_APPLICABLE_LIMIT: Shape = Shape::Table(&[
    Field::optional("at_most", Shape::Integer(0)),
    Field::optional("share", Shape::Share),
]);

/// `label/<id>.toml`
pub const LABEL: Shape = Shape::Table(&[
    Field::required("title", TEXT),
    Field::required("framework", TEXT),
    Field::required("version", TEXT),
    Field::required("origin", TEXT),
    Field::optional("decision", DECISION),
    Field::required(
        "policy",
        Shape::Table(&[
            Field::required(
                "blocking",
                Shape::List(&Shape::Word(&["major-gap", "minor-gap", "not-shown"])),
            ),
            Field::optional("minors_make_major", Shape::Integer(1)),
            Field::optional("missing_proof_is_major", Shape::Boolean),
            Field::optional("not_applicable", NOT_APPLICABLE_LIMIT),
        ]),
    ),
    Field::required("clause", Shape::List(&CLAUSE)),
]);

pub(super) const CLAUSE: Shape = Shape::Table(&[
    Field::required("id", TEXT),
    Field::required("title", TEXT),
    Field::required("requirements", Shape::AnyList(&Shape::Text)),
]);

/// `objections.toml`
pub const OBJECTIONS: Shape =
    Shape::Table(&[Field::optional("objection", Shape::AnyList(&OBJECTION))]);

pub(super) const OBJECTION: Shape = Shape::Table(&[
    Field::required("requirement", TEXT),
    Field::required("source", TEXT),
    Field::optional("file", Shape::Integer(1)),
    Field::required("line", Shape::Integer(2)),
    Field::required("digest", TEXT),
    Field::required("ground", TEXT),
    Field::required("objector", TEXT),
    Field::required("reviewer", TEXT),
    Field::required("on", DATE),
    Field::required("outcome", Shape::Word(&["confirmed", "corrected"])),
    Field::optional("counts_as", Shape::Word(&["success", "failure", "aside"])),
    Field::optional("decision", DECISION),
]);
