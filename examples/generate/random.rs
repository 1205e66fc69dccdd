//! Pseudo-random numbers (splitmix64).
//!
//! Invariant: integers only, and one stream per table, so that a change to one table leaves the others as they are.

/// A stream of numbers.
#[derive(Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// The stream of one table.
    pub(crate) fn of(seed: u64, table: &str) -> Self {
        let name = table.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed ^ name)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `limit - 1`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        ((self.next() >> 32) * limit) >> 32
    }

    /// A number between two bounds, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.below((high - low + 1).unsigned_abs())).unwrap_or(0)
    }

    /// Whether something happens that happens so many times in a thousand.
    pub(crate) fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// One of the weighted choices.
    pub(crate) fn pick<'a>(&mut self, choices: &[(&'a str, u64)]) -> &'a str {
        let total = choices.iter().map(|(_, weight)| weight).sum();
        let mut drawn = self.below(total);
        for (choice, weight) in choices {
            if drawn < *weight {
                return choice;
            }
            drawn -= weight;
        }
        ""
    }
}
