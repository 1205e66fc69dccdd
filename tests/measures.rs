//! Measures against naive second implementations: every way to fill in what is unknown, every way to split the rows.
//!
//! The oracles here work on plain arrays of numbers and enumerate complete tables; they share no code with the measures.

#[cfg(test)]
mod measures {
    mod cadence;
    mod closing;
    mod condition;
    mod coverage;
    mod limit;
    mod merge;
    mod peaks;
    mod publication;
    mod quantity;
    mod roll_call;
    mod ruling;
    mod share;
    mod support;
    mod table;
    mod variety;
}
