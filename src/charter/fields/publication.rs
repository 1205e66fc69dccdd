//! The fields of published documents.
//!
//! Invariant: as for every list of keys: this is the only one.

use super::basic::{TEXT, TEXTS};
use crate::charter::shape::{Field, Shape};

/// The ways to book an appointment.
pub(super) const CHANNELS: &[&str] = &["online", "phone", "desk", "email", "post"];

pub(super) const ALTERNATIVE: Shape = Shape::Table(&[
    Field::required("name", TEXT),
    Field::optional("aliases", TEXTS),
    Field::optional("services", TEXTS),
    Field::optional("address", TEXT),
    Field::optional("url", TEXT),
]);

/// What documents can be asked to say, by the word that asks for it.
pub(in crate::charter) const SAYS: &[&str] = &[
    "opening_hours",
    "announced_delays",
    "call_peaks",
    "quiet_hours",
    "alternatives",
    "booking_channels",
    "in_force",
    "version",
];

pub(super) const PUBLICATION: Shape = Shape::Table(&[
    Field::required("on", TEXTS),
    Field::optional("exists", Shape::Boolean),
    Field::optional("says", Shape::List(&Shape::Word(SAYS))),
    Field::optional("sections", TEXTS),
    Field::optional("contains", TEXTS),
    Field::optional("at_least", Shape::Share),
    Field::optional("more_than", Shape::Share),
]);
