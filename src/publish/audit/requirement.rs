//! One requirement with everything that was found.

use super::follow_up::{Action, Waiver, action, decided, waiver};
use super::group::{Group, Groups, group, tables, unknown};
use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::publish::public::days;
use crate::publish::view::{Badge, Fact, view};
use crate::scorecard::card::{EngagementCard, MeasuredCard, RequirementCard, RowCard};
use crate::scorecard::{Scorecard, wording};

/// Gaps of a coverage that are listed with what asks for action.
const FEW_GAPS: usize = 5;
/// Gaps of a coverage that are listed with the requirement; the scorecard holds them all.
const GAPS: usize = 30;

view! {
    /// A requirement that asks for action.
    struct Gap {
        /// The anchor of the whole.
        anchor: String,
        /// The rule in plain words.
        title: String,
        /// The verdict.
        badge: Badge,
        /// The engagement's number.
        number: String,
        /// The engagement's title.
        engagement: String,
        /// The promise.
        promise: String,
        /// Target, figures, what would settle it, owner.
        facts: Vec<Fact>,
        /// What is lacking: stretches of the opening hours that are not covered, things that documents do not say.
        gaps: Vec<String>,
        /// What stands above them.
        gaps_title: String,
        /// The groups that have the verdict.
        groups: Vec<Group>,
        /// What is done about it.
        actions: Vec<Action>,
        /// Gaps accepted for a time.
        waivers: Vec<Waiver>,
    }

    /// A requirement.
    struct Requirement {
        /// The anchor.
        id: String,
        /// `engagement/requirement`.
        reference: String,
        /// The rule in plain words.
        title: String,
        /// Major or minor.
        severity: String,
        /// The verdict.
        badge: Badge,
        /// Target, figures, what is not counted.
        facts: Vec<Fact>,
        /// The anchor of its source.
        source: Option<String>,
        /// The name of its source.
        source_title: String,
        /// What is lacking: stretches of the opening hours that are not covered, things that documents do not say.
        gaps: Vec<String>,
        /// What stands above them.
        gaps_title: String,
        /// Cases set aside.
        set_aside: Vec<Aside>,
        /// Groups, table by table.
        tables: Vec<Groups>,
        /// Some rows that fail.
        failing: Vec<String>,
        /// Some rows that cannot be told.
        doubtful: Vec<String>,
    }

    /// Cases set aside for a reason.
    struct Aside {
        /// Why.
        reason: String,
        /// How many.
        count: String,
        /// Who decided it.
        decision: String,
    }
}

/// The anchor of a requirement.
pub(super) fn anchor(card: &RequirementCard) -> String {
    format!("requirement-{}.{}", card.engagement, card.id)
}

/// A requirement that asks for action.
pub(super) fn gap(
    engagement: &EngagementCard,
    card: &RequirementCard,
    scorecard: &Scorecard,
    messages: &Messages,
) -> Gap {
    let mut facts = Vec::new();
    let mut groups = Vec::new();
    let mut gaps = Vec::new();
    let mut gaps_title = String::new();
    if let Some(measured) = &card.measured {
        gaps.extend(wording::gaps(messages, measured, FEW_GAPS));
        gaps_title = messages.plain(wording::publication::gaps_title(measured));
        let guilty = measured
            .groups
            .iter()
            .filter(|group| group.verdict.as_ref() == Some(&card.verdict));
        groups.extend(guilty.map(|card| group(card, &measured.target, messages)));
        facts.extend(figures(card, measured, messages));
        facts.extend(peaks(measured, messages));
        let source = scorecard
            .sources
            .iter()
            .find(|source| source.id == measured.source);
        facts.extend(source.map(|source| Fact::new(messages, "source", &source.title)));
    }
    facts.push(Fact::new(messages, "owner", &engagement.owner));
    let actions = engagement
        .actions
        .iter()
        .filter(|item| item.requirement.as_ref() == Some(&card.id));
    let waivers = engagement
        .waivers
        .iter()
        .filter(|item| item.requirement == card.id);
    Gap {
        anchor: anchor(card),
        title: card.title.clone(),
        badge: Badge::audit(messages, &card.verdict, card.cause.as_deref()),
        number: engagement.number.to_string(),
        engagement: engagement.title.clone(),
        promise: engagement.promise.clone(),
        facts,
        gaps,
        gaps_title,
        groups,
        actions: actions
            .map(|item| action(item, engagement, messages))
            .collect(),
        waivers: waivers
            .map(|item| waiver(item, engagement, messages))
            .collect(),
    }
}

/// Target, figures, how far the verdict is from changing, and what would settle it.
fn figures(card: &RequirementCard, measured: &MeasuredCard, messages: &Messages) -> Vec<Fact> {
    let found = &measured.found;
    let settle = card
        .cause
        .as_ref()
        .map(|cause| wording::settle(messages, cause, found.further));
    // Where a group weighs more than the whole, figures and margin of the whole alone would mislead.
    let whole = measured.total_verdict == card.verdict;
    let margin = wording::margin(messages, &measured.target, found).filter(|_| whole);
    let total = (!whole).then(|| wording::verdict(messages, &measured.total_verdict));
    let asked = card.reference.as_ref();
    let reference = asked.map(|asked| wording::choice::reference(messages, asked));
    let values = [
        ("target", Some(wording::target(messages, &measured.target))),
        ("reference", reference),
        (
            if whole { "found" } else { "found-all" },
            Some(wording::found(messages, &measured.target, found)),
        ),
        ("total", total),
        ("unknown", unknown(messages, &measured.target, found)),
        ("margin", margin),
        ("previous", wording::previous(messages, card)),
        ("interval", wording::interval(messages, found)),
        ("plan", wording::plan(messages, measured)),
        ("settle", settle.filter(|words| !words.is_empty())),
    ];
    let kept = values
        .into_iter()
        .filter_map(|(key, value)| Some(Fact::new(messages, key, value?)));
    kept.collect()
}

/// What the calls show beside what is published.
fn peaks(measured: &MeasuredCard, messages: &Messages) -> Vec<Fact> {
    let Some(card) = &measured.peaks else {
        return Vec::new();
    };
    let mut facts: Vec<Fact> = wording::peaks::declared(messages, card)
        .map(|basis| Fact::new(messages, "peaks-basis", basis))
        .into_iter()
        .collect();
    let lists = [
        ("peaks-published", wording::peaks::published(messages, card)),
        (
            "peaks-measured",
            vec![wording::peaks::measured(messages, card)],
        ),
        (
            "peaks-differences",
            wording::peaks::differences(messages, card),
        ),
        ("peaks-grounds", wording::peaks::grounds(messages, card)),
        (
            "peaks-service",
            card.service
                .as_ref()
                .map_or_else(Vec::new, |card| wording::peaks::service(messages, card)),
        ),
    ];
    let kept = lists.into_iter().filter(|(_, lines)| !lines.is_empty());
    facts.extend(kept.map(|(key, lines)| Fact::new(messages, key, lines.join(" ; "))));
    facts
}

/// A requirement with everything that was found.
pub(super) fn view(
    card: &RequirementCard,
    scorecard: &Scorecard,
    messages: &Messages,
) -> Requirement {
    let mut requirement = Requirement {
        id: anchor(card),
        reference: format!("{}/{}", card.engagement, card.id),
        title: card.title.clone(),
        severity: messages.plain(&format!("severity-{}", card.severity)),
        badge: Badge::audit(messages, &card.verdict, card.cause.as_deref()),
        facts: Vec::new(),
        source: None,
        source_title: String::new(),
        gaps: Vec::new(),
        gaps_title: String::new(),
        set_aside: Vec::new(),
        tables: Vec::new(),
        failing: Vec::new(),
        doubtful: Vec::new(),
    };
    if let Some(dated) = &card.dated {
        let words = wording::dated::days(messages, dated);
        requirement.facts.push(Fact::new(messages, "dated", words));
    }
    let mut all = scorecard.engagements.iter();
    let engagement = all.find(|engagement| engagement.id == card.engagement);
    let replaced = engagement.and_then(|engagement| wording::dated::replaced(card, engagement));
    requirement
        .facts
        .extend(replaced.map(|replaced| Fact::new(messages, "replaces", &replaced.title)));
    if let Some(motive) = &card.not_applicable {
        requirement
            .facts
            .push(Fact::new(messages, "motive", &motive.reason));
        requirement.facts.push(Fact::new(
            messages,
            "decision",
            decided(messages, motive.decision.as_ref()),
        ));
    }
    if let Some(until) = card.waived_until {
        requirement
            .facts
            .push(Fact::new(messages, "waived", messages.date(until)));
    }
    if let Some(measured) = &card.measured {
        let source = scorecard
            .sources
            .iter()
            .find(|source| source.id == measured.source);
        requirement.source = source.map(|source| format!("source-{}", source.id));
        requirement.source_title =
            source.map_or_else(|| measured.source.clone(), |source| source.title.clone());
        requirement.facts.extend(figures(card, measured, messages));
        requirement.facts.extend(peaks(measured, messages));
        requirement
            .facts
            .extend(circumstances(measured, scorecard, messages));
        requirement.gaps = wording::gaps(messages, measured, GAPS);
        requirement.gaps_title = messages.plain(wording::publication::gaps_title(measured));
        requirement.set_aside = set_aside(measured, messages);
        requirement.tables = tables(measured, messages);
        requirement.failing = rows(&measured.failing, &measured.source, messages);
        requirement.doubtful = rows(&measured.doubtful, &measured.source, messages);
    }
    requirement
}

/// Period, proof, register, and what is not counted.
fn circumstances(measured: &MeasuredCard, scorecard: &Scorecard, messages: &Messages) -> Vec<Fact> {
    let period = match measured.from {
        Some(from) if measured.to < from => messages.plain("dated-no-day"),
        Some(from) => days(messages, from, Some(measured.to)),
        None => messages.text(
            "publish-state-on",
            &[("date", messages.date(measured.to).into())],
        ),
    };
    let mut facts = vec![
        Fact::new(messages, "counted", period),
        Fact::new(
            messages,
            "proof",
            messages.plain(&format!("proof-{}", measured.proof)),
        ),
    ];
    for id in &measured.beside {
        let register = scorecard.sources.iter().find(|source| source.id == *id);
        let key = match measured.target.measure.as_str() {
            "coverage" => "also",
            "publication" => "medium",
            _ => "register",
        };
        facts.push(Fact::new(
            messages,
            key,
            register.map_or(id, |source| &source.title),
        ));
    }
    for version in &measured.versions {
        let words = wording::review::version(messages, version, measured);
        facts.push(Fact::new(messages, "support", words));
    }
    facts.extend(measured.before.as_ref().map(|before| {
        let words = wording::review::before(messages, &measured.target, before);
        Fact::new(messages, "before", words)
    }));
    for objection in &measured.objections {
        let words = wording::review::objection(messages, objection);
        facts.push(Fact::new(messages, "objection", words));
    }
    let left_out = [
        measured.out_of_period,
        measured.out_of_scope,
        measured.not_concerned,
    ];
    if left_out.iter().any(|count| *count > 0) {
        let [period, scope, population] = left_out;
        let args = [
            ("period", period.into()),
            ("scope", scope.into()),
            ("population", population.into()),
        ];
        facts.push(Fact::new(
            messages,
            "left-out",
            messages.text("publish-left-out", &args),
        ));
    }
    if measured.upper_bound {
        facts.push(Fact::new(
            messages,
            "upper-bound",
            messages.plain("publish-upper-bound"),
        ));
    }
    if measured.open {
        facts.push(Fact::new(messages, "lost", messages.plain("publish-lost")));
    }
    facts
}

fn set_aside(measured: &MeasuredCard, messages: &Messages) -> Vec<Aside> {
    let asides = measured.set_aside.iter().map(|card| Aside {
        reason: wording::review::aside_reason(messages, card),
        count: messages.number(card.count),
        // The grace is part of the rule: it needs no decision of its own; each objection carries its own.
        decision: if card.grace {
            messages.plain("publish-decision-rule")
        } else if card.objection {
            messages.plain("publish-decision-objection")
        } else {
            decided(messages, card.decision.as_ref())
        },
    });
    asides.collect()
}

/// Rows by their numbers.
fn rows(cards: &[RowCard], source: &str, messages: &Messages) -> Vec<String> {
    let rows = cards.iter().map(|row| {
        // Numbers of files and lines are names, not amounts: no groups of thousands.
        let (file, line) = (row.file.to_string(), row.line.to_string());
        let args = [
            ("source", Value::from(source)),
            ("file", file.into()),
            ("line", line.into()),
        ];
        messages.text("publish-row", &args)
    });
    rows.collect()
}
