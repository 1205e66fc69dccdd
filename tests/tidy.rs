//! The repository's own order: layers, texts, codes, keys, files.
//!
//! These checks read the sources as text; each has a small test of its own reader beside it.

#![expect(
    clippy::disallowed_methods,
    reason = "the checks read the repository's files"
)]

#[cfg(test)]
mod tidy {
    mod catalogue;
    mod codes;
    mod files;
    mod layers;
    mod reach;
    mod source;
}
