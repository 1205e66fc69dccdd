//! Objections to single rows, and versions of the awareness support, as cards.
//!
//! Invariant: an objection names its row by file ordinal and line, and people by their functions.

use super::card::{ObjectionCard, VersionCard};
use super::finding::{Finding, Review, ReviewState, decision_card};
use crate::charter::Charter;
use crate::charter::requirement::Measured;
use crate::charter::support::measured as support_of;
use crate::measure::rule::Measure;
use crate::measure::ruling::Ruling;
use crate::measure::support::{Support, first_counted, last_day_before};
use chrono::{Datelike, NaiveDate};

pub(super) fn objection_card(review: &Review) -> ObjectionCard {
    let objection = &review.objection;
    let counts_as = match objection.ruling {
        Ruling::Confirmed => None,
        Ruling::Success => Some("success"),
        Ruling::Failure => Some("failure"),
        Ruling::Aside => Some("aside"),
    };
    let state = match review.state {
        ReviewState::Applied => "applied",
        ReviewState::OtherFile => "other-file",
        ReviewState::NoRow => "no-row",
    };
    ObjectionCard {
        file: objection.row.file,
        line: objection.row.line,
        ground: objection.ground.clone(),
        objector: objection.objector.clone(),
        reviewer: objection.reviewer.clone(),
        on: objection.on,
        outcome: counts_as.map_or("confirmed", |_| "corrected").to_owned(),
        counts_as: counts_as.map(str::to_owned),
        state: state.to_owned(),
        decision: objection.decision.as_ref().map(decision_card),
    }
}

/// The versions that a roll-call tells apart, each with whether it counts on the last of the days that do.
pub(super) fn versions(
    measured: &Measured,
    result: &Finding,
    charter: &Charter,
) -> Vec<VersionCard> {
    let told_apart = match &measured.rule.measure {
        Measure::RollCall(roll) => roll.register.versions.is_some(),
        _ => false,
    };
    if !told_apart {
        return Vec::new();
    }
    let supports: Vec<Support> = charter.town.supports.iter().map(support_of).collect();
    let on = result.to.num_days_from_ce();
    let first = first_counted(&supports, on);
    let card = |(position, support): (usize, &crate::charter::support::Support)| {
        let counts = support.in_force <= result.to && first.is_some_and(|first| first <= position);
        // A reset after it puts an end to it, once its grace is over.
        let later = supports.iter().skip(position.saturating_add(1));
        let resets = later.filter(|later| later.resets && later.in_force <= on);
        let last = resets.map(last_day_before).min();
        VersionCard {
            id: support.id.clone(),
            in_force: support.in_force,
            resets: support.resets,
            change: support.change.clone(),
            counts,
            until: last
                .filter(|_| counts)
                .and_then(NaiveDate::from_num_days_from_ce_opt),
            decision: support.decision.as_ref().map(decision_card),
        }
    };
    charter.town.supports.iter().enumerate().map(card).collect()
}
