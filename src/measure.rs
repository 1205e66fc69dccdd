//! Measures: from batches of rows to exact figures, by mergeable tallies.
//!
//! Invariant: integers only; `merge` is associative and commutative with the default tally as identity, so neither the
//! order of files nor the number of threads can change a byte of a reading.

pub mod cadence;
pub mod condition;
pub mod coverage;
pub mod grouping;
pub mod limit;
pub mod peaks;
pub mod population;
pub mod publication;
pub mod reading;
pub mod roll_call;
pub mod rule;
pub mod ruling;
pub mod share;
pub mod silence;
pub mod statement;
pub mod support;
pub mod target;
pub mod time;
pub mod truth;
pub mod value;
pub mod variety;
pub mod waver;

pub use reading::{Figures, Reading};
pub use rule::{Measure, Rule, Tally};
