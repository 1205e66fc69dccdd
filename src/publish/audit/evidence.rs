//! The evidence and the charter's files: dates, accounts of rows, digests.

use super::follow_up::decided;
use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::publish::view::{Fact, view};
use crate::scorecard::Scorecard;
use crate::scorecard::card::{CharterFileCard, FileCard, PlanCard, SourceCard};
use crate::scorecard::evidence_words::{self, cause};
use std::collections::BTreeMap;

/// Letters of a digest that are shown; the whole is in its title and in the data.
const SHORT: usize = 12;

view! {
    /// A source.
    struct Source {
        /// The anchor.
        id: String,
        /// Its id in the charter.
        reference: String,
        /// What it is.
        title: String,
        /// Nature, proof, dates, rows.
        facts: Vec<Fact>,
        /// Whether it is out of date on the day the results stand for.
        stale: bool,
        /// Its files.
        files: Vec<File>,
        /// Where the first rows and cells are that could not be read.
        first: Vec<String>,
    }

    /// A file of a source.
    struct File {
        /// Its order.
        ordinal: String,
        /// Whether it could be used.
        used: bool,
        /// Rows met.
        rows: String,
        /// Rows read.
        read: String,
        /// Rows rejected, and why.
        rejected: String,
        /// Cells that do not fit their type, by column.
        unreadable: String,
        /// The beginning of its digest.
        short: String,
        /// Its digest.
        digest: String,
    }

    /// A file of the charter.
    struct Register {
        /// Its path.
        path: String,
        /// The beginning of its digest.
        short: String,
        /// Its digest.
        digest: String,
    }
}

/// A file of the charter.
pub(super) fn register(card: &CharterFileCard) -> Register {
    Register {
        path: card.path.clone(),
        short: short(&card.sha256),
        digest: card.sha256.clone(),
    }
}

fn short(digest: &str) -> String {
    digest.chars().take(SHORT).collect()
}

/// A source of evidence.
pub(super) fn source(card: &SourceCard, scorecard: &Scorecard, messages: &Messages) -> Source {
    let stale = card
        .valid_until
        .is_some_and(|until| until < scorecard.as_of);
    let proof = messages.plain(&format!("proof-{}", card.proof));
    let mut facts = vec![
        Fact::new(
            messages,
            "nature",
            messages.plain(&format!("nature-{}", card.nature)),
        ),
        Fact::new(messages, "proof", proof),
    ];
    facts.extend(
        card.system
            .as_ref()
            .map(|system| Fact::new(messages, "system", system)),
    );
    facts.extend(
        card.plan
            .as_ref()
            .map(|plan| Fact::new(messages, "control-plan", planned(plan, messages))),
    );
    facts.push(Fact::new(
        messages,
        "collected",
        messages.date(card.collected),
    ));
    facts.push(match card.valid_until {
        Some(until) => Fact::new(messages, "valid-until", messages.date(until)),
        None => Fact::new(messages, "valid-until", messages.plain("publish-no-limit")),
    });
    if let Some(statement) = &card.absent {
        let words = decided(messages, Some(statement));
        facts.push(Fact::new(messages, "absent", words));
    }
    facts.extend(rows(card, messages));
    if let Some(days) = evidence_words::days(messages, card) {
        facts.push(Fact::new(messages, "days", days));
    }
    Source {
        id: format!("source-{}", card.id),
        reference: card.id.clone(),
        title: card.title.clone(),
        facts,
        stale,
        files: card
            .files
            .iter()
            .map(|file| self::file(file, messages))
            .collect(),
        first: card
            .files
            .iter()
            .flat_map(|file| first(file, messages))
            .collect(),
    }
}

/// What became of the rows of a source.
fn rows(card: &SourceCard, messages: &Messages) -> Vec<Fact> {
    let skipped: u64 = card.skipped.values().sum();
    let args = [
        ("read", card.read.into()),
        ("merged", card.merged.into()),
        ("rejected", card.rejected.into()),
        ("skipped", skipped.into()),
        ("total", card.rows.into()),
    ];
    let mut facts = vec![Fact::new(
        messages,
        "rows",
        messages.text("publish-rows", &args),
    )];
    if !card.skipped.is_empty() {
        let reason = |reason: &str| messages.plain(&format!("publish-skipped-{reason}"));
        let skipped = counts(&card.skipped, messages, reason);
        facts.push(Fact::new(messages, "skipped", skipped));
    }
    facts
}

fn planned(plan: &PlanCard, messages: &Messages) -> String {
    let args = [
        ("size", plan.size.into()),
        ("accept", plan.accept.into()),
        ("on", messages.date(plan.on).into()),
        ("draw", Value::from(&plan.draw)),
        ("decision", decided(messages, plan.decision.as_ref()).into()),
    ];
    messages.text("publish-plan", &args)
}

/// Where the first rows and cells of a file are that could not be read, and why.
fn first(card: &FileCard, messages: &Messages) -> Vec<String> {
    let located = card.first.iter().map(|located| {
        let args = [
            ("file", Value::from(card.file)),
            ("sheet", card.sheet.unwrap_or(0).into()),
            ("line", located.line.to_string().into()),
            ("cell", usize::from(located.column.is_some()).into()),
            ("column", located.column.clone().unwrap_or_default().into()),
            ("cause", cause(&located.cause, messages).into()),
        ];
        messages.text("publish-located", &args)
    });
    located.collect()
}

fn file(card: &FileCard, messages: &Messages) -> File {
    let cause = |code: &str| cause(code, messages);
    let digest = card.sha256.clone().unwrap_or_default();
    let causes = counts(&card.rejected, messages, cause);
    File {
        ordinal: card.file.to_string(),
        used: card.used,
        rows: messages.number(card.rows),
        read: if card.merged == 0 {
            messages.number(card.read)
        } else {
            let args = [
                ("read", Value::from(card.read)),
                ("merged", card.merged.into()),
            ];
            messages.text("publish-file-merged", &args)
        },
        rejected: if causes.is_empty() {
            messages.number(0)
        } else {
            causes
        },
        unreadable: counts(&card.unreadable, messages, str::to_owned),
        short: short(&digest),
        digest,
    }
}

/// Counts by name, none that is nil.
fn counts(
    counts: &BTreeMap<String, u64>,
    messages: &Messages,
    name: impl Fn(&str) -> String,
) -> String {
    let some = counts
        .iter()
        .filter(|(_, count)| **count > 0)
        .map(|(key, count)| {
            messages.text(
                "publish-count",
                &[("name", name(key).into()), ("count", (*count).into())],
            )
        });
    some.collect::<Vec<String>>().join(", ")
}
