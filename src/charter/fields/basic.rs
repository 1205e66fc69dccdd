//! The shapes that every document shares.

use crate::charter::shape::{Field, Shape};

pub(super) const TEXT: Shape = Shape::Text;
pub(super) const TEXTS: Shape = Shape::List(&Shape::Text);
pub(super) const DATE: Shape = Shape::Date;
pub(super) const AMOUNT: Shape = Shape::Either(&[Shape::Integer(0), Shape::Text]);

pub(super) const DECISION: Shape = Shape::Table(&[
    Field::required("by", TEXT),
    Field::required("on", DATE),
    Field::required("record", TEXT),
]);
