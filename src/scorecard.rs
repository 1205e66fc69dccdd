//! The scorecard: every verdict with its figures, as data.
//!
//! Invariant: together with the charter's texts it is all that publication and reports know; it holds no row of the
//! evidence, no file name of it, no cell value; rows appear as file ordinal and line only.

pub mod account;
mod action;
mod assemble;
pub mod card;
mod choice;
mod compare;
pub mod evidence_words;
mod finding;
mod gap;
mod label;
mod measured;
mod peaks;
mod review;
mod statement;
mod waiver;
pub mod wording;

pub use assemble::{Assembly, assemble};
pub use card::Scorecard;
pub use finding::{Finding, Review, ReviewState, SourceAccount};
pub use measured::doubt_id;
