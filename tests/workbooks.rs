//! Workbooks: sound ones against what was written in them, hostile ones against the fault of their name, and the whole
//! program with readers that fail.

#![expect(
    clippy::disallowed_methods,
    clippy::float_arithmetic,
    clippy::too_many_lines,
    reason = "the tests write the files that they read, time themselves, and list many files in one table; the environment says how many mutants"
)]

#[cfg(test)]
mod workbooks {
    mod build;
    mod compound;
    mod hostile;
    mod large;
    mod mutants;
    mod program;
    mod sound;
}
