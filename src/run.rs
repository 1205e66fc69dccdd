//! The pipeline: from a charter folder and its evidence to a scorecard, and from there to published files.
//!
//! Invariant: the only layer that touches the file system; a result depends on the bytes read and on the given date
//! alone.

pub mod anonymise;
pub mod check;
mod earlier;
mod effect;
mod evidence;
pub mod folder;
pub mod key;
pub mod lapse;
mod lists;
pub mod local;
mod objections;
pub mod output;
mod plan;
pub mod profile;
pub mod reader;
pub mod reminders;
pub mod rows;
mod silence;
mod waiver;
