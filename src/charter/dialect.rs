//! The dialect of a source: how its files are cut, encoded, and write their numbers.
//!
//! Invariant: no sign of a number has two meanings.

use super::document::Node;
use super::fault::DECIMAL_AND_GROUPS;
use crate::diagnostic::Diagnostic;
use crate::evidence::schema::{Dialect, Encoding, Groups, Numerals};

/// How the files of a source are cut and encoded.
pub(super) fn read(node: &Node) -> Dialect {
    let node = node.get("dialect");
    let byte = |key: &str| {
        let text = node.and_then(|node| node.string(key));
        text.and_then(|text| text.bytes().next())
    };
    Dialect {
        delimiter: byte("delimiter").unwrap_or(b';'),
        quote: byte("quote").unwrap_or(b'"'),
        encoding: node.map_or(Encoding::Utf8, encoding),
    }
}

/// The encoding that a table declares, UTF-8 if none.
pub(super) fn encoding(node: &Node) -> Encoding {
    let word = node.get("encoding").and_then(Node::text);
    word.and_then(Encoding::parse).unwrap_or(Encoding::Utf8)
}

/// How the files of a source write numbers.
pub(super) fn numerals(node: &Node, faults: &mut Vec<Diagnostic>) -> Numerals {
    let Some(node) = node.get("dialect") else {
        return Numerals::default();
    };
    let word = |key| node.get(key).and_then(Node::text);
    let (decimal, groups) = (word("decimal"), word("groups"));
    if decimal.is_some() && decimal == groups {
        faults.push(Diagnostic::error(DECIMAL_AND_GROUPS).at(node.place_of("groups")));
    }
    Numerals {
        decimal: decimal.and_then(|sign| sign.chars().next()),
        groups: match groups {
            Some("'") => Groups::Apostrophe,
            Some(",") => Groups::Comma,
            Some(".") => Groups::Point,
            _ => Groups::Blank,
        },
    }
}
