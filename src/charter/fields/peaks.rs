//! The shapes of peaks and quiet hours: those that are published, and those that are measured.

use super::basic::{DATE, DECISION, TEXT};
use crate::charter::shape::{Field, Shape};

/// What published peaks and quiet hours can rest on.
const BASES: &[&str] = &["measured", "declared", "arbitrary"];

pub(super) const CALL_PEAK: Shape = Shape::Table(&[
    Field::required("hours", TEXT),
    Field::required("basis", Shape::Word(BASES)),
    Field::optional("site", TEXT),
    Field::optional("on", DATE),
    Field::optional("measure_before", DATE),
    Field::optional("decision", DECISION),
]);

pub(super) const PEAKS: Shape = Shape::Table(&[
    Field::optional("of", Shape::Word(&["peaks", "quiet"])),
    Field::required("over", TEXT),
    Field::optional("at", TEXT),
    Field::optional("slot", Shape::Integer(1)),
    Field::optional("threshold", TEXT),
    Field::optional("weeks", Shape::Share),
    Field::optional("at_least", Shape::Share),
    Field::optional("more_than", Shape::Share),
    Field::optional("staffing", STAFFING),
]);

const STAFFING: Shape = Shape::Table(&[
    Field::required("operators", Shape::Integer(1)),
    Field::required("handling", TEXT),
    Field::required("answer_within", TEXT),
]);
