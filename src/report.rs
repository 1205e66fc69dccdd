//! What the program says to people and to other programs about a run.
//!
//! Invariant: a report is a text made from what it is given; nothing here prints, reads a file or asks the time.

pub mod diagnostic;
pub mod explain;
pub mod peaks;
pub mod profile;
pub mod rows;
pub mod sheet;
pub mod terminal;
mod text;
pub mod unread;

pub use diagnostic::Style;
