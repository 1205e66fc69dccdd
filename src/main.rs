//! The `charte` program.
fn main() {}
