//! Figures in words: what pages, the terminal and Markdown say of a card, in one place.
//!
//! Invariant: a share is rounded down to a tenth of a percent and always stands beside its numerator and denominator.

pub mod bounds;
pub mod choice;
pub mod dated;
pub mod peaks;
pub mod publication;
pub mod review;
pub mod waiver;

use super::card::{
    FoundCard, GapCard, GroupCard, MarginCard, MeasuredCard, RequirementCard, Scorecard, TargetCard,
};
use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::ratio::per_mille;

/// The verdict's name.
pub fn verdict(messages: &Messages, id: &str) -> String {
    messages.plain(&format!("verdict-{id}"))
}

/// The verdict as the public reads it.
pub fn public(messages: &Messages, id: &str) -> String {
    messages.plain(&format!("public-{id}"))
}

/// The sign that goes with a verdict, for those who do not see its colour.
pub fn sign(id: &str) -> &'static str {
    match id {
        "met" => "✓",
        "close" => "≈",
        "minor-gap" => "✗",
        "major-gap" => "✗✗",
        "not-shown" => "?",
        "no-case" => "∅",
        _ => "–",
    }
}

/// Why a requirement is not shown.
pub fn cause(messages: &Messages, id: &str) -> String {
    messages.plain(&format!("cause-{id}"))
}

/// What would settle a requirement that is not shown.
pub fn settle(messages: &Messages, id: &str, further: Option<u64>) -> String {
    let args = [("further", Value::from(further.unwrap_or(0)))];
    messages
        .attribute(&format!("cause-{id}"), "settle", &args)
        .unwrap_or_default()
}

/// A value with its unit.
pub fn amount(messages: &Messages, value: i64, unit: &str) -> String {
    match unit {
        "seconds" => messages.duration(value),
        unit => messages.text(&format!("unit-{unit}"), &[("count", Value::from(value))]),
    }
}

fn share(messages: &Messages, part: u64, whole: u64) -> String {
    per_mille(part, whole).map_or_else(String::new, |thousandths| messages.percent(thousandths))
}

/// Whether the cases that count in the numerator are those that fail: under an "at most" share.
pub fn fewer_is_better(card: &TargetCard) -> bool {
    card.measure == "share" && card.bound == "at-most"
}

/// The target in words.
pub fn target(messages: &Messages, card: &TargetCard) -> String {
    let share = share(messages, card.numerator, card.denominator);
    match card.measure.as_str() {
        "limit" => {
            let unit = card.unit.as_deref().unwrap_or("count");
            let limit = amount(messages, card.limit.unwrap_or_default(), unit);
            let maximum = if card.numerator == card.denominator {
                "max-"
            } else {
                ""
            };
            let key = format!("target-limit-{maximum}{}", card.bound);
            messages.text(&key, &[("share", share.into()), ("limit", limit.into())])
        }
        "variety" | "cadence" => {
            let key = format!("target-{}", card.measure);
            messages.text(&key, &[("count", card.numerator.into())])
        }
        "coverage" if card.numerator == card.denominator && card.bound == "at-least" => {
            messages.plain("target-coverage-all")
        }
        "coverage" => {
            let key = match card.bound.as_str() {
                "more-than" => "target-coverage-more-than",
                _ => "target-coverage-at-least",
            };
            messages.text(key, &[("share", share.into())])
        }
        "peaks" => {
            let key = match card.bound.as_str() {
                "more-than" => "target-peaks-more-than",
                _ => "target-peaks-at-least",
            };
            messages.text(key, &[("share", share.into())])
        }
        _ if card.numerator == card.denominator && card.bound == "at-least" => {
            messages.plain("target-all")
        }
        _ if card.numerator == 0 && card.bound == "at-most" => messages.plain("target-none"),
        _ => messages.text(
            &format!("target-{}", card.bound),
            &[("share", share.into())],
        ),
    }
}

/// What was found, in words: numerator, denominator, share.
pub fn found(messages: &Messages, target: &TargetCard, card: &FoundCard) -> String {
    match target.measure.as_str() {
        "variety" => messages.text(
            "found-variety",
            &[
                ("count", card.numerator.into()),
                ("values", card.values.join(", ").into()),
            ],
        ),
        "cadence" => {
            let mut text = messages.text("found-cadence", &[("missing", card.numerator.into())]);
            if let Some(longest) = &card.longest {
                let args = [
                    ("days", longest.days.into()),
                    ("from", messages.date(longest.from).into()),
                    ("to", messages.date(longest.to).into()),
                ];
                text = format!("{text}, {}", messages.text("found-longest", &args));
            }
            text
        }
        "coverage" if card.denominator == 0 => messages.plain("found-coverage-none"),
        "peaks" if card.denominator == 0 => messages.plain("found-peaks-none"),
        _ if card.denominator == 0 => messages.plain("found-none"),
        measure => {
            let mut args = vec![
                ("part", Value::from(messages.number(card.numerator))),
                ("whole", Value::from(messages.number(card.denominator))),
                (
                    "percent",
                    share(messages, card.numerator, card.denominator).into(),
                ),
            ];
            let key = match (measure, card.value) {
                ("limit", Some(value)) => {
                    let unit = target.unit.as_deref().unwrap_or("count");
                    args.push(("value", amount(messages, value, unit).into()));
                    "found-limit"
                }
                ("limit", None) => "found-limit-plain",
                ("coverage", _) => "found-coverage",
                ("peaks", _) => "found-peaks",
                _ => "found-share",
            };
            messages.text(key, &args)
        }
    }
}

/// How many cases are unknown, if any.
pub fn unknown(messages: &Messages, target: &TargetCard, card: &FoundCard) -> Option<String> {
    let key = match target.measure.as_str() {
        "coverage" => "found-unknown-minutes",
        "peaks" => "found-unknown-slots",
        _ => "found-unknown",
    };
    (card.unknown > 0).then(|| messages.text(key, &[("count", card.unknown.into())]))
}

/// A stretch of the opening hours that is not covered, or perhaps not.
pub fn gap(messages: &Messages, card: &GapCard) -> String {
    let time = |time: &str| {
        let (hour, minute) = time.split_once(':').unwrap_or((time, "00"));
        let hour = ("hour", hour.strip_prefix('0').unwrap_or(hour).into());
        match minute {
            "00" => messages.text("publish-time-hour", &[hour]),
            minute => messages.text("publish-time", &[hour, ("minute", minute.into())]),
        }
    };
    let args = [
        ("place", Value::from(&card.name)),
        ("date", messages.date(card.on).into()),
        ("from", time(&card.from).into()),
        ("to", time(&card.to).into()),
        ("minutes", card.minutes.into()),
        ("repeated", yes_no(card.repeated)),
        ("known", yes_no(card.known)),
    ];
    messages.text("coverage-gap", &args)
}

/// The first gaps in words, and how many there are beyond; for a publication, the first things that are not said.
pub fn gaps(messages: &Messages, card: &MeasuredCard, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = card
        .gaps
        .iter()
        .take(most)
        .map(|card| gap(messages, card))
        .collect();
    let beyond = card.gaps.len().saturating_sub(most);
    if beyond > 0 {
        lines.push(messages.text("coverage-gaps-more", &[("count", beyond.into())]));
    }
    lines.extend(publication::statements(messages, card, most));
    lines
}

fn yes_no(yes: bool) -> Value {
    Value::from(if yes { "yes" } else { "no" })
}

/// The margin of a share or a limit, if there is one; the other measures say what is missing in their figures.
pub fn margin(messages: &Messages, target: &TargetCard, card: &FoundCard) -> Option<String> {
    if matches!(target.measure.as_str(), "variety" | "cadence") {
        return None;
    }
    let coverage = target.measure == "coverage";
    let (key, count) = match card.margin.as_ref()? {
        MarginCard::Breaks(count) if coverage => ("margin-uncovers", count),
        MarginCard::Lacks(count) if coverage => ("margin-uncovered", count),
        MarginCard::Breaks(count) => ("margin-breaks", count),
        MarginCard::Lacks(count) => ("margin-lacks", count),
    };
    Some(messages.text(key, &[("count", (*count).into())]))
}

/// What the previous scorecard said, if there is one.
pub fn previous(messages: &Messages, card: &RequirementCard) -> Option<String> {
    let (previous, measured) = (card.previous.as_ref()?, card.measured.as_ref()?);
    let then = FoundCard {
        numerator: previous.numerator,
        denominator: previous.denominator,
        value: None,
        longest: None,
        values: Vec::new(),
        ..measured.found.clone()
    };
    let args = [
        ("date", messages.date(previous.as_of).into()),
        ("found", found(messages, &measured.target, &then).into()),
        (
            "worse",
            Value::from(if previous.worse { "yes" } else { "no" }),
        ),
    ];
    Some(messages.text("found-previous", &args))
}

/// The interval of a sample, if there is one.
pub fn interval(messages: &Messages, card: &FoundCard) -> Option<String> {
    let interval = card.interval?;
    let (low, high) = (
        messages.percent(interval.low),
        messages.percent(interval.high),
    );
    Some(messages.text(
        "found-interval",
        &[("low", low.into()), ("high", high.into())],
    ))
}

/// « selon le plan de contrôle, 0 écart sur n », for a requirement judged under one.
pub fn plan(messages: &Messages, card: &MeasuredCard) -> Option<String> {
    if card.proof != "control-plan" || card.found.denominator == 0 {
        return None;
    }
    let others = card
        .found
        .denominator
        .saturating_sub(card.found.numerator)
        .saturating_sub(card.found.unknown);
    let failures = if fewer_is_better(&card.target) {
        card.found.numerator
    } else {
        others
    };
    let args = [
        ("failures", failures.into()),
        ("size", card.found.denominator.into()),
    ];
    Some(messages.text("found-plan", &args))
}

/// What a group that is too small says instead of a verdict.
pub fn small_group(messages: &Messages, card: &GroupCard) -> Option<String> {
    if !card.judged || card.verdict.is_some() {
        return None;
    }
    Some(card.twelve_months.as_ref().map_or_else(
        || messages.plain("group-small"),
        |year| {
            let args = [
                ("part", year.numerator.into()),
                ("whole", year.denominator.into()),
            ];
            messages.text("group-small-year", &args)
        },
    ))
}

/// Verdict, with its cause where it is not shown.
pub fn outcome(messages: &Messages, card: &RequirementCard) -> String {
    let name = verdict(messages, &card.verdict);
    let peaks = card.measured.as_ref().and_then(|card| card.peaks.as_ref());
    match &card.cause {
        Some(id) => format!("{name} ({})", cause(messages, id)),
        None => match peaks.and_then(|card| peaks::declared(messages, card)) {
            Some(basis) => format!("{name} ({basis})"),
            None => name,
        },
    }
}

/// The sentence that says it all.
pub fn headline(messages: &Messages, scorecard: &Scorecard) -> String {
    let mut parts = Vec::new();
    for (key, verdicts, named) in [
        ("headline-met", &["met"][..], false),
        ("headline-improve", &["close", "minor-gap"][..], true),
        ("headline-failed", &["major-gap"][..], true),
        ("headline-unknown", &["not-shown"][..], true),
        ("headline-no-case", &["no-case"][..], false),
        ("headline-neutral", &["not-applicable"][..], false),
    ] {
        let of_kind = scorecard
            .engagements
            .iter()
            .filter(|card| verdicts.contains(&card.verdict.as_str()));
        let titles: Vec<&str> = of_kind.map(|card| card.title.as_str()).collect();
        if !titles.is_empty() {
            let names = if named {
                titles.join(", ")
            } else {
                String::new()
            };
            parts.push(messages.text(
                key,
                &[("count", titles.len().into()), ("names", names.into())],
            ));
        }
    }
    if parts.is_empty() {
        parts.push(messages.plain("headline-none"));
    }
    let args = [
        (
            "provisional",
            Value::from(if scorecard.provisional { "yes" } else { "no" }),
        ),
        ("date", messages.date(scorecard.as_of).into()),
        ("total", scorecard.engagements.len().into()),
        ("parts", parts.join(", ").into()),
    ];
    messages.text("headline", &args)
}

#[cfg(test)]
mod tests;
