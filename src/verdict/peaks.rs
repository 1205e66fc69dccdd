//! When published peaks, or quiet hours, are those that the calls show.
//!
//! Invariant: a slot that cannot be told is at worst published wrongly, or a peak that is not published; at best it is
//! published rightly, or no case at all. What operators declared counts only until there is a log
//! that is long enough, or may be.

use super::bounds::Standing;
use super::judge::Judge;
use super::{Cause, Judgement, Verdict};
use crate::measure::peaks::LEAST_DAYS;
use crate::measure::peaks::shape::Pattern;
use crate::measure::reading::Cases;
use crate::measure::target::ShareTarget;

impl Judge<'_> {
    /// `within` says why calls may be missing from the days that are judged. That the log does not cover the whole period
    /// matters not: what it covers is a month at least.
    pub(super) fn peaks(
        &self,
        slots: &Cases,
        pattern: &Pattern,
        target: &ShareTarget,
        within: Option<Cause>,
    ) -> Judgement {
        if let Some(cause) = within {
            return Judgement::not_shown(cause);
        }
        if pattern.days_at_most < LEAST_DAYS {
            return Judgement::not_shown(Cause::TooFewDays);
        }
        // An unknown call may open the log early enough for it to be long enough.
        if pattern.days < LEAST_DAYS {
            return Judgement::not_shown(Cause::TooManyUnknown);
        }
        let standing = Standing::new(slots, target, None);
        let all = standing.all();
        if all == 0 {
            return Judgement::plain(Verdict::NoCase);
        }
        if standing.reaches(standing.successes, all) {
            let close = standing
                .close
                .is_some_and(|close| close.compare(standing.successes, all).is_lt());
            return Judgement::plain(if close { Verdict::Close } else { Verdict::Met });
        }
        let least = all.saturating_sub(pattern.spare);
        let best = standing.at_best().saturating_sub(pattern.spare);
        if least == 0 || standing.reaches(best, least) {
            return Judgement::not_shown(Cause::TooManyUnknown);
        }
        Judgement::plain(self.gap())
    }

    /// Met until it is measured, where nothing is yet and a declaration stands. A log that is there and decides nothing, for
    /// what cannot be read in it or for its age, is no reason to believe the declaration.
    pub(super) fn declared(&self, judgement: Judgement) -> Judgement {
        let unmeasured = matches!(judgement.cause, Some(Cause::NoEvidence | Cause::TooFewDays));
        if self.declared && unmeasured && judgement.verdict == Verdict::NotShown {
            return Judgement {
                declared: true,
                ..Judgement::plain(Verdict::Met)
            };
        }
        judgement
    }
}
