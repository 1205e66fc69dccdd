//! `waivers` of `charter.toml`: what holds for every accepted gap.

use super::document::Node;

/// A year, the longest time of a waiver where the charter does not say otherwise.
const YEAR: u32 = 365;

/// From so many days before its end on, a waiver is about to end, where the charter does not say otherwise.
const NOTICE: u32 = 30;

/// What the charter says of every waiver.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// The longest one, in days, the first and the last included.
    pub longest_days: u32,
    /// From so many days before its end on, one is about to end.
    pub notice_days: u32,
}

/// Reads `waivers` of `charter.toml`.
pub(super) fn terms(node: Option<&Node>) -> Terms {
    let number = |key: &str| node.and_then(|node| node.number(key));
    Terms {
        longest_days: number("longest_days").unwrap_or(YEAR),
        notice_days: number("notice_days").unwrap_or(NOTICE),
    }
}
