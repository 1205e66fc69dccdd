//! Groups of cases, and the unknown cases of a whole or of a group.

use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::publish::view::{Badge, view};
use crate::scorecard::card::{FoundCard, GroupCard, MeasuredCard, TargetCard};
use crate::scorecard::wording;

view! {
    /// Groups of a kind.
    struct Groups {
        /// The columns that make them, and whether they are judged.
        caption: String,
        /// Each group.
        rows: Vec<Group>,
    }

    /// A group.
    struct Group {
        /// Its name.
        name: String,
        /// The verdict; none for a group that is displayed only, or too small.
        badge: Option<Badge>,
        /// What is said instead of a verdict.
        instead: String,
        /// What was found.
        found: String,
        /// Unknown cases.
        unknown: String,
        /// Margin, interval or what would settle it.
        more: String,
    }
}

/// How many cases are unknown, and why.
pub(super) fn unknown(
    messages: &Messages,
    target: &TargetCard,
    found: &FoundCard,
) -> Option<String> {
    let total = wording::unknown(messages, target, found)?;
    let reasons = found
        .unknown_by
        .iter()
        .filter(|(_, count)| **count > 0)
        .map(|(reason, count)| {
            let word = messages.plain(&format!("doubt-{reason}"));
            messages.text(
                "publish-count",
                &[("name", word.into()), ("count", (*count).into())],
            )
        });
    let reasons: Vec<String> = reasons.collect();
    if reasons.is_empty() {
        return Some(total);
    }
    let args = [
        ("total", Value::from(total)),
        ("reasons", reasons.join(", ").into()),
    ];
    Some(messages.text("publish-unknown", &args))
}

/// The tables of the groups, one for each kind.
pub(super) fn tables(measured: &MeasuredCard, messages: &Messages) -> Vec<Groups> {
    let mut tables: Vec<(&[String], bool, Vec<Group>)> = Vec::new();
    for card in &measured.groups {
        let row = group(card, &measured.target, messages);
        match tables.last_mut() {
            Some((by, judged, rows)) if *by == card.by && *judged == card.judged => rows.push(row),
            _ => tables.push((&card.by, card.judged, vec![row])),
        }
    }
    let captioned = tables.into_iter().map(|(by, judged, rows)| {
        let by = Value::from(by.join(", "));
        let caption = match (judged, measured.min_cases) {
            (true, Some(least)) => messages.text(
                "publish-groups-least",
                &[("by", by), ("least", least.into())],
            ),
            (true, None) => messages.text("publish-groups-judged", &[("by", by)]),
            (false, _) => messages.text("publish-groups-shown", &[("by", by)]),
        };
        Groups { caption, rows }
    });
    captioned.collect()
}

/// A group.
pub(super) fn group(card: &GroupCard, target: &TargetCard, messages: &Messages) -> Group {
    let found = &card.found;
    let settle = card
        .cause
        .as_ref()
        .map(|cause| wording::settle(messages, cause, found.further));
    let more = [
        wording::margin(messages, target, found),
        wording::interval(messages, found),
        settle,
    ];
    let more: Vec<String> = more
        .into_iter()
        .flatten()
        .filter(|words| !words.is_empty())
        .collect();
    let verdict = card.verdict.as_ref();
    Group {
        name: card.name.join(", "),
        badge: verdict.map(|verdict| Badge::audit(messages, verdict, card.cause.as_deref())),
        instead: wording::small_group(messages, card)
            .unwrap_or_else(|| messages.plain("publish-group-shown")),
        found: wording::found(messages, target, found),
        unknown: unknown(messages, target, found).unwrap_or_default(),
        more: more.join(", "),
    }
}
