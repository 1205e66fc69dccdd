//! The repository's own order: layers, texts, codes, keys, files.
//!
//! These checks read the sources as text; each has a small test of its own reader beside it.

#![expect(
    clippy::disallowed_methods,
    clippy::string_slice,
    reason = "the checks read the repository's files, and cut them where a search in the same text has led"
)]

#[cfg(test)]
mod tidy {
    mod catalogue;
    mod codes;
    mod files;
    mod keys;
    mod layers;
    mod reach;
    mod source;
}
