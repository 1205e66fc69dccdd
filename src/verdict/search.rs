//! The least number for which something holds.

/// The least number up to a limit for which a condition holds that stays true once it is.
pub(super) fn least(limit: u64, holds: impl Fn(u64) -> bool) -> Option<u64> {
    if !holds(limit) {
        return None;
    }
    let (mut low, mut high) = (0_u64, limit);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle.saturating_add(1);
        }
    }
    Some(low)
}
