//! How far a census is from another verdict, in whole cases.

use super::Margin;
use super::bounds::Standing;
use super::search::least;

/// The least number of further failing cases that would break a met target.
pub(super) fn breaks(standing: &Standing) -> Option<Margin> {
    let all = standing.all();
    least(u64::MAX.saturating_sub(all).min(1 << 40), |more| {
        more > 0 && !standing.reaches(standing.successes, all.saturating_add(more))
    })
    .map(Margin::Breaks)
}

/// The least number of failing cases that would have had to succeed.
pub(super) fn lacks(standing: &Standing) -> Option<Margin> {
    let all = standing.all();
    least(standing.failures, |more| {
        standing.reaches(standing.at_best().saturating_add(more), all)
    })
    .map(Margin::Lacks)
}

/// The least number of succeeding cases that would have to fail to break a met target, the number of cases being fixed.
pub(super) fn uncovers(standing: &Standing) -> Option<Margin> {
    let all = standing.all();
    least(standing.successes, |fewer| {
        !standing.reaches(standing.successes.saturating_sub(fewer), all)
    })
    .map(Margin::Breaks)
}
