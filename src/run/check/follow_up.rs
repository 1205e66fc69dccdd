//! What the same tallies say of waivers and of actions.
//!
//! Invariant: whatever is asked of them is judged as the requirement is, with every unknown case counted both ways.

use super::State;
use crate::charter::requirement::Measured;
use crate::run::effect;
use crate::run::evidence::Fold;
use crate::run::plan::measured_names;
use crate::run::waiver;
use crate::verdict::{Assessment, Verdict};
use chrono::NaiveDate;
use std::collections::BTreeMap;

impl State<'_> {
    /// What the rows dated after each day on which an action was done say; a state that was taken after it, what it says.
    pub(super) fn since(
        &self,
        position: usize,
        measured: &Measured,
        fold: &Fold,
        major: bool,
        whole: Verdict,
    ) -> BTreeMap<NaiveDate, Verdict> {
        let source = self.charter.sources.get(measured.source);
        let state = source.filter(|source| source.time.is_none());
        let mut tallies = fold.since.iter();
        let days = effect::done_days(self.charter, position).into_iter();
        let verdicts = days.filter_map(|done| {
            if let Some(source) = state {
                return (done < source.collected).then_some((done, whole));
            }
            effect::after(fold.window, done)?;
            let (tally, window) = tallies.next()?;
            let (_, since) = self.found(measured, major, (tally, *window))?;
            Some((done, since.verdict))
        });
        verdicts.collect()
    }

    /// The waivers, by their position in the engagement, whose ceiling the gaps that were found do not keep to.
    pub(super) fn exceeded(
        &self,
        position: usize,
        fold: &Fold,
        major: bool,
        found: &Assessment,
    ) -> Vec<usize> {
        let names = measured_names(self.charter);
        let Some((engagement, requirement)) = names.get(position) else {
            return Vec::new();
        };
        let mut engagements = self.charter.engagements.iter();
        let engagement = engagements.find(|known| known.id == *engagement);
        let waivers = engagement.iter().flat_map(|known| &known.waivers);
        let beyond = waivers.enumerate().filter(|(_, waiver)| {
            let ceiling = waiver.ceiling.as_deref();
            let ceiling = ceiling.filter(|_| waiver.requirement == *requirement);
            let days = (&fold.period, fold.window);
            let under = ceiling.and_then(|ceiling| self.found(ceiling, major, days));
            under.is_some_and(|(_, under)| !waiver::keeps_to(found, &under))
        });
        beyond.map(|(position, _)| position).collect()
    }
}
