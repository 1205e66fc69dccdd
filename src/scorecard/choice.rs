//! The register of decisions: everything in the charter that someone had to decide.
//!
//! Invariant: what has no decision comes first; otherwise the order is that of the charter.

use super::card::{ChoiceCard, ReferenceCard};
use super::finding::decision_card;
use super::measured::target_card;
use crate::charter::Charter;
use crate::charter::call_peak::Basis;
use crate::charter::decode::Decision;
use crate::charter::engagement::Engagement;
use crate::charter::expected_days::ExpectedDays;
use crate::charter::requirement::{Judging, Measured, Requirement};
use crate::charter::settled::{Choice, Reference};
use crate::measure::peaks::Sought;
use crate::measure::rule::Measure;
use crate::measure::target::Target;

/// Everything that someone had to decide.
pub(super) fn register(charter: &Charter) -> Vec<ChoiceCard> {
    let mut cards = of_town(charter);
    cards.extend(of_sources(charter));
    for engagement in &charter.engagements {
        for requirement in &engagement.requirements {
            cards.extend(of_requirement(engagement, requirement));
        }
        cards.extend(of_options(engagement));
        cards.extend(of_waivers(engagement));
    }
    cards.extend(of_objections(charter));
    cards.extend(charter.labels.iter().map(|label| ChoiceCard {
        label: Some(label.id.clone()),
        text: Some(label.origin.clone()),
        ..card("grid", label.decision.as_ref())
    }));
    cards.sort_by_key(|card| card.decision.is_some());
    cards
}

fn card(kind: &str, decision: Option<&Decision>) -> ChoiceCard {
    ChoiceCard {
        kind: kind.to_owned(),
        decision: decision.map(decision_card),
        ..ChoiceCard::default()
    }
}

/// The names of services; none of them for all.
fn names(charter: &Charter, positions: &[u32]) -> Vec<String> {
    let services = (0_u32..).zip(&charter.town.services);
    let named = services.filter(|(position, _)| positions.contains(position));
    named.map(|(_, service)| service.name.clone()).collect()
}

fn of_town(charter: &Charter) -> Vec<ChoiceCard> {
    let town = &charter.town;
    let periods = town.reference.exceptional.iter().zip(&town.exceptional);
    let mut cards: Vec<ChoiceCard> = periods
        .map(|(period, (reason, decision))| ChoiceCard {
            services: names(charter, period.services.as_deref().unwrap_or_default()),
            from: Some(period.from),
            to: Some(period.to),
            text: Some(reason.clone()),
            ..card("exceptional-period", decision.as_ref())
        })
        .collect();
    let delays = town.reference.delays.iter().zip(&town.delay_decisions);
    cards.extend(delays.map(|(delay, decision)| ChoiceCard {
        services: names(charter, &[delay.service]),
        from: Some(delay.from),
        to: delay.to,
        amount: Some(i64::from(delay.working_days)),
        unit: Some("working-days".to_owned()),
        ..card("announced-delay", decision.as_ref())
    }));
    cards.extend(town.supports.iter().map(|support| ChoiceCard {
        from: Some(support.in_force),
        text: Some(support.change.clone()),
        ..card("support", support.decision.as_ref())
    }));
    // What was measured needs no decision; a choice and a declaration do.
    let chosen = town.call_peaks.iter();
    let chosen = chosen.filter(|peak| peak.basis != Basis::Measured);
    cards.extend(chosen.map(|peak| ChoiceCard {
        from: peak.on,
        text: Some(peak.hours.osm().to_owned()),
        ..card(
            match peak.sought {
                Sought::Peaks => "call-peak",
                Sought::Quiet => "quiet-hour",
            },
            peak.decision.as_ref(),
        )
    }));
    cards
}

fn of_sources(charter: &Charter) -> Vec<ChoiceCard> {
    let mut cards = Vec::new();
    for source in &charter.sources {
        if let Some(plan) = &source.plan {
            cards.push(ChoiceCard {
                source: Some(source.id.clone()),
                text: Some(plan.draw.clone()),
                from: Some(plan.on),
                ..card("control-plan", plan.decision.as_ref())
            });
        }
        if let ExpectedDays::Irregular {
            reason: Some(reason),
            decision,
        } = &source.expected_days
        {
            cards.push(ChoiceCard {
                source: Some(source.id.clone()),
                text: Some(reason.clone()),
                ..card("irregular-rows", decision.as_ref())
            });
        }
    }
    cards
}

fn of_requirement(engagement: &Engagement, requirement: &Requirement) -> Vec<ChoiceCard> {
    let mut cards = Vec::new();
    match &requirement.judging {
        Judging::NotApplicable { reason, decision } => cards.push(ChoiceCard {
            text: Some(reason.clone()),
            ..card("not-applicable", decision.as_ref())
        }),
        Judging::Measured(measured) => {
            cards.extend(
                measured
                    .set_aside
                    .iter()
                    .map(|(reason, decision)| ChoiceCard {
                        text: Some(reason.clone()),
                        ..card("set-aside", decision.as_ref())
                    }),
            );
            let settled = &requirement.settled;
            cards.extend(settled.choices.iter().map(|(choice, decision)| {
                let reference = settled.reference.as_ref();
                of_choice(choice, decision.as_ref(), measured, reference)
            }));
        }
    }
    for card in &mut cards {
        card.engagement = Some(engagement.id.clone());
        card.requirement = Some(requirement.id.clone());
    }
    cards
}

fn of_choice(
    choice: &Choice,
    decision: Option<&Decision>,
    measured: &Measured,
    reference: Option<&Reference>,
) -> ChoiceCard {
    let amount = |kind: &str, amount: Option<i64>, unit: &str| ChoiceCard {
        amount,
        unit: amount.map(|_| unit.to_owned()),
        ..card(kind, decision)
    };
    match choice {
        Choice::Tolerance(longest) => amount("tolerance", *longest, "seconds"),
        Choice::Grace(days) => amount("grace", Some(i64::from(*days)), "calendar-days"),
        Choice::MinCases(least) => amount("min-cases", i64::try_from(*least).ok(), "count"),
        Choice::Close(target) => ChoiceCard {
            target: Some(target_card(&from(measured, target))),
            ..card("close", decision)
        },
        Choice::Target => {
            let lower = reference.filter(|reference| reference.below);
            ChoiceCard {
                target: Some(target_card(measured)),
                text: lower.map(|reference| reference.source.clone()),
                ..card(lower.map_or("target", |_| "lower-target"), decision)
            }
        }
    }
}

/// A requirement whose target is the bound of a "point sensible".
fn from(measured: &Measured, close: &Target) -> Measured {
    let measure = match (&measured.rule.measure, close) {
        (Measure::Limit(limit), Target::Limit { close: Some(close) }) => {
            let mut limit = limit.clone();
            limit.limit = *close;
            Measure::Limit(limit)
        }
        (measure, _) => measure.clone(),
    };
    measured.with(measure, close.clone())
}

/// The options that were kept or rejected.
fn of_options(engagement: &Engagement) -> impl Iterator<Item = ChoiceCard> {
    let settled = engagement.solutions.iter();
    let settled = settled.filter(|solution| solution.state != "proposed");
    settled.map(|solution| ChoiceCard {
        engagement: Some(engagement.id.clone()),
        requirement: solution.requirement.clone(),
        text: Some(solution.text.clone()),
        ..card(
            match solution.state.as_str() {
                "kept" => "option-kept",
                _ => "option-rejected",
            },
            solution.decision.as_ref(),
        )
    })
}

fn of_waivers(engagement: &Engagement) -> impl Iterator<Item = ChoiceCard> {
    engagement.waivers.iter().map(|waiver| ChoiceCard {
        engagement: Some(engagement.id.clone()),
        requirement: Some(waiver.requirement.clone()),
        to: Some(waiver.until),
        text: Some(waiver.reason.clone()),
        ..card("waiver", waiver.decision.as_ref())
    })
}

fn of_objections(charter: &Charter) -> impl Iterator<Item = ChoiceCard> {
    charter.objections.iter().map(|objection| ChoiceCard {
        engagement: Some(objection.engagement.clone()),
        requirement: Some(objection.requirement.clone()),
        text: Some(objection.ground.clone()),
        file: Some(objection.row.file),
        line: Some(objection.row.line),
        ..card("objection", objection.decision.as_ref())
    })
}

/// What a référentiel asks of a requirement.
pub(super) fn reference_card(requirement: &Requirement) -> Option<ReferenceCard> {
    let reference = requirement.settled.reference.as_ref()?;
    let Judging::Measured(measured) = &requirement.judging else {
        return None;
    };
    let asked = measured.with(reference.measure.clone(), reference.target.clone());
    Some(ReferenceCard {
        target: target_card(&asked),
        source: reference.source.clone(),
        below: reference.below,
    })
}
