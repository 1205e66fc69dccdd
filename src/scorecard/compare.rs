//! Comparison with an earlier scorecard.
//!
//! Invariant: a comparison can make a met requirement a "point sensible"; it never changes any other verdict.

use super::card::{MeasuredCard, PreviousCard, RequirementCard, Scorecard};
use crate::ratio::Ratio;
use crate::verdict::Verdict;

/// What an earlier scorecard says of a requirement, and whether it has worsened by as much as is watched for.
pub(super) fn previous(
    card: &RequirementCard,
    earlier: &Scorecard,
    watched: Option<Ratio>,
) -> Option<PreviousCard> {
    let then = earlier
        .all_requirements()
        .find(|other| other.engagement == card.engagement && other.id == card.id)?;
    let found = then.measured.as_ref().map(|measured| &measured.found);
    let worse = watched
        .zip(card.measured.as_ref())
        .zip(then.measured.as_ref());
    Some(PreviousCard {
        as_of: earlier.as_of,
        verdict: then.verdict.clone(),
        numerator: found.map_or(0, |found| found.numerator),
        denominator: found.map_or(0, |found| found.denominator),
        worse: worse.is_some_and(|((watched, now), then)| worsened(now, then, watched)),
    })
}

/// Whether a share has moved away from its target by at least so much: k₀/n₀ − k₁/n₁ ≥ w, by cross-multiplication.
fn worsened(now: &MeasuredCard, then: &MeasuredCard, watched: Ratio) -> bool {
    // Another rule is not comparable.
    if now.target != then.target {
        return false;
    }
    let shares = [
        (now.found.numerator, now.found.denominator),
        (then.found.numerator, then.found.denominator),
    ];
    let [(k1, n1), (k0, n0)] = shares.map(|(part, whole)| (i128::from(part), i128::from(whole)));
    if n0 == 0 || n1 == 0 {
        return false;
    }
    let (a, d) = (
        i128::from(watched.numerator()),
        i128::from(watched.denominator()),
    );
    let drop = k0.saturating_mul(n1).saturating_sub(k1.saturating_mul(n0));
    let drop = if now.target.bound == "at-most" && now.target.measure == "share" {
        drop.saturating_neg()
    } else {
        drop
    };
    drop.saturating_mul(d) >= a.saturating_mul(n0).saturating_mul(n1)
}

/// A met requirement that is getting worse is a "point sensible".
pub(super) fn demote(card: &mut RequirementCard) {
    let worse = card
        .previous
        .as_ref()
        .is_some_and(|previous| previous.worse);
    if worse && card.verdict == Verdict::Met.id() {
        Verdict::Close.id().clone_into(&mut card.verdict);
    }
}
