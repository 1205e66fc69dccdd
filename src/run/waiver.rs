//! Waivers: which of them cover less than the gap that was found, and what is to be said of them.
//!
//! Invariant: the day that counts is the day the results stand for, never today.

use crate::charter::Charter;
use crate::diagnostic::{Code, Diagnostic};
use crate::scorecard::Scorecard;
use crate::verdict::{Assessment, Judgement, Verdict};

/// A waiver is over.
pub(super) const WAIVER_EXPIRED: Code = Code::new("run-waiver-expired");
/// A waiver is about to end.
pub(super) const WAIVER_ENDS: Code = Code::new("run-waiver-ends");
/// A waiver covers nothing: there is no gap.
pub(super) const WAIVER_UNUSED: Code = Code::new("run-waiver-unused");
/// The gap is worse than the waiver's ceiling, or may be.
pub(super) const WAIVER_EXCEEDED: Code = Code::new("run-waiver-exceeded");

/// Whether every gap of an assessment, and everything that may be one, meets a ceiling: `under` is the assessment of the same
/// figures with the ceiling for a target.
pub(super) fn keeps_to(found: &Assessment, under: &Assessment) -> bool {
    let met = |judgement: &Judgement| matches!(judgement.verdict, Verdict::Met | Verdict::Close);
    let groups = found.groups.iter().zip(&under.groups);
    let mut pairs = groups
        .map(|(found, under)| (found.as_ref(), under.as_ref()))
        .chain([(Some(&found.total), Some(&under.total))]);
    pairs.all(|pair| match pair {
        (Some(found), Some(under)) => {
            let sound = !found.verdict.is_gap() && found.verdict != Verdict::NotShown;
            sound || met(under)
        }
        _ => true,
    })
}

/// What is to be said of the waivers.
pub(super) fn warnings(charter: &Charter, scorecard: &Scorecard) -> Vec<Diagnostic> {
    let engagements = charter.engagements.iter().zip(&scorecard.engagements);
    let waivers = engagements.flat_map(|(engagement, card)| {
        let waivers = engagement.waivers.iter().zip(&card.waivers);
        waivers.map(move |(waiver, card)| (&engagement.id, waiver, card))
    });
    let warning = |(engagement, waiver, card): (&String, _, &_)| {
        let waiver: &crate::charter::waiver::Waiver = waiver;
        let card: &crate::scorecard::card::WaiverCard = card;
        let code = match (card.state.as_str(), card.days_left) {
            ("expired", _) => WAIVER_EXPIRED,
            ("exceeded", _) => WAIVER_EXCEEDED,
            ("unused", _) => WAIVER_UNUSED,
            ("covers", Some(_)) => WAIVER_ENDS,
            _ => return None,
        };
        let fault = Diagnostic::warning(code)
            .arg(
                "requirement",
                format!("{engagement}/{}", waiver.requirement),
            )
            .arg("days", card.days_left.unwrap_or_default())
            .arg("until", waiver.until.to_string());
        Some(fault.at(waiver.place.clone()))
    };
    waivers.filter_map(warning).collect()
}
