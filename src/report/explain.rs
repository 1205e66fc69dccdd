//! One requirement from the promise to the verdict, as one would tell it to an auditor.
//!
//! Invariant: every number comes from the scorecard; rows are named by file ordinal and line only.

mod coverage;
mod follow_up;
pub(super) mod peaks;
mod publication;
mod result;

use super::Style;
use super::diagnostic::{bind, harmless};
use super::text::wrap;
use crate::charter::Charter;
use crate::charter::describe;
use crate::charter::requirement::{Judging, Measured};
use crate::charter::source::Source;
use crate::diagnostic::Value;
use crate::evidence::schema::Kind;
use crate::measure::rule::Measure;
use crate::measure::value::Term;
use crate::measure::variety::Variety;
use crate::messages::Messages;
use crate::scorecard::card::{
    DecisionCard, EngagementCard, MeasuredCard, RequirementCard, RowCard, Scorecard, SourceCard,
};
use crate::scorecard::{evidence_words, wording};

/// Gaps of a coverage that are told one by one.
const GAPS: usize = 10;

/// Width of the column of headings.
const HEADING: usize = 14;

/// A paragraph: its heading's key and its lines.
pub(super) type Paragraph = (&'static str, Vec<String>);

/// The explanation of a requirement, by its `engagement/requirement`; none if there is no such requirement.
pub fn render(
    charter: &Charter,
    scorecard: &Scorecard,
    name: &str,
    messages: &Messages,
    style: Style,
) -> Option<String> {
    let (engagement, card) = find(scorecard, name)?;
    let measured = charter
        .engagements
        .iter()
        .find(|other| other.id == card.engagement)?
        .requirements
        .iter()
        .find(|other| other.id == card.id)
        .and_then(|requirement| match &requirement.judging {
            Judging::Measured(measured) => Some(measured.as_ref()),
            Judging::NotApplicable { .. } => None,
        });
    let mut paragraphs: Vec<Paragraph> = vec![
        (
            "explain-promise",
            vec![
                format!("{}. {}", engagement.number, engagement.title),
                engagement.promise.clone(),
            ],
        ),
        ("explain-rule", rule(charter, card, measured, messages)),
    ];
    match &card.measured {
        Some(found) => {
            paragraphs.push(("explain-evidence", evidence(scorecard, found, messages)));
            paragraphs.push(("explain-rows", rows(found, messages)));
            paragraphs.push(("explain-figures", figures(found, messages)));
            let title = match found.statements.as_slice() {
                [] => "explain-gaps",
                _ => "explain-statements",
            };
            paragraphs.push((title, wording::gaps(messages, found, GAPS)));
            paragraphs.extend(peaks::paragraphs(found, messages));
        }
        None => paragraphs.extend(card.not_applicable.as_ref().map(|motive| {
            (
                "explain-motive",
                vec![
                    motive.reason.clone(),
                    decision(motive.decision.as_ref(), messages),
                ],
            )
        })),
    }
    paragraphs.push(("explain-result", result::result(card, messages)));
    paragraphs.push(("explain-change", result::change(card, messages)));
    paragraphs.push(("explain-groups", groups(card, messages)));
    paragraphs.push((
        "explain-decisions",
        follow_up::decisions(scorecard, engagement, card, measured, messages),
    ));
    paragraphs.push((
        "explain-actions",
        follow_up::actions(engagement, card, messages),
    ));
    paragraphs.push(("explain-examples", examples(card, messages)));
    Some(draw(name, &paragraphs, messages, style))
}

fn find<'a>(
    scorecard: &'a Scorecard,
    name: &str,
) -> Option<(&'a EngagementCard, &'a RequirementCard)> {
    scorecard.engagements.iter().find_map(|engagement| {
        let mut requirements = engagement.requirements.iter();
        let found = requirements.find(|card| name == format!("{}/{}", card.engagement, card.id));
        found.map(|card| (engagement, card))
    })
}

pub(super) fn draw(
    name: &str,
    paragraphs: &[Paragraph],
    messages: &Messages,
    style: Style,
) -> String {
    let mut out = format!("{}\n\n", harmless(name));
    for (key, lines) in paragraphs.iter().filter(|(_, lines)| !lines.is_empty()) {
        let heading = messages.plain(key);
        let room = style.width.saturating_sub(HEADING).max(20);
        let lines = lines
            .iter()
            .filter(|line| !line.is_empty())
            .flat_map(|line| wrap(&bind(&harmless(line), messages.lang()), room));
        for (index, line) in lines.enumerate() {
            let heading = if index == 0 { heading.as_str() } else { "" };
            let blanks = " ".repeat(HEADING.saturating_sub(heading.chars().count()));
            out.push_str(format!("{heading}{blanks}{line}").trim_end());
            out.push('\n');
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn rule(
    charter: &Charter,
    card: &RequirementCard,
    measured: Option<&Measured>,
    messages: &Messages,
) -> Vec<String> {
    let mut lines = vec![card.title.clone()];
    let Some((measured, found)) = measured.zip(card.measured.as_ref()) else {
        return lines;
    };
    let Some(source) = charter.sources.get(measured.source) else {
        return lines;
    };
    let of = |key: &str, text: String| messages.text(key, &[("text", Value::from(text))]);
    match &measured.rule.measure {
        Measure::Share(share) => lines.push(of(
            "explain-share",
            describe::condition(&share.holds, source, messages),
        )),
        Measure::Limit(limit) => {
            lines.push(of("explain-limit", describe::term_name(&limit.of, source)))
        }
        Measure::RollCall(_) => lines.push(of("explain-roll-call", found.beside.join(", "))),
        Measure::Coverage(coverage) => {
            lines.extend(coverage::rule(coverage, measured, charter, messages));
        }
        Measure::Publication(publication) => {
            lines.extend(publication::rule(publication, measured, charter, messages));
        }
        Measure::Variety(variety) => lines.push(variety_of(variety, source, messages)),
        Measure::Cadence(_) => lines.push(messages.plain("explain-cadence")),
        Measure::Peaks(_) => lines.extend(peaks::rule(found, messages)),
    }
    // What a row of a coverage must be is said with what it covers.
    let coverage = matches!(measured.rule.measure, Measure::Coverage(_));
    let among = measured.rule.population.among.as_ref();
    if let Some(among) = among.filter(|_| !coverage) {
        lines.push(of(
            "explain-among",
            describe::condition(among, source, messages),
        ));
    }
    for (exclusion, (reason, _)) in measured
        .rule
        .population
        .set_aside
        .iter()
        .zip(&measured.set_aside)
    {
        let text = describe::condition(exclusion, source, messages);
        let args = [("text", Value::from(text)), ("reason", Value::from(reason))];
        lines.push(messages.text("explain-set-aside", &args));
    }
    let definitions = describe::definitions(measured.rule.terms(), source, messages);
    lines.extend(definitions.into_iter().map(|(name, text)| {
        let args = [("name", Value::from(name)), ("text", text.into())];
        messages.text("explain-definition", &args)
    }));
    lines.push(messages.text(
        "cli-target",
        &[("target", wording::target(messages, &found.target).into())],
    ));
    lines
}

/// What is counted, and what must be among it.
fn variety_of(variety: &Variety, source: &Source, messages: &Messages) -> String {
    let column = source.schema.columns.get(variety.of);
    let among = column.into_iter().flat_map(|column| match &column.kind {
        Kind::Category(vocabulary) => vocabulary.values.as_slice(),
        _ => &[],
    });
    let among: Vec<&str> = (0_u32..)
        .zip(among)
        .filter(|(position, _)| variety.including.contains(position))
        .map(|(_, value)| value.as_str())
        .collect();
    let args = [
        (
            "text",
            Value::from(describe::term_name(&Term::Column(variety.of), source)),
        ),
        ("count", among.len().into()),
        ("including", among.join(", ").into()),
    ];
    messages.text("explain-variety", &args)
}

fn evidence(scorecard: &Scorecard, found: &MeasuredCard, messages: &Messages) -> Vec<String> {
    let named = std::iter::once(&found.source).chain(&found.beside);
    let sources = named.filter_map(|id| scorecard.sources.iter().find(|source| source.id == *id));
    let lines = |source: &SourceCard| {
        let mut lines = vec![messages.text(
            "explain-source",
            &[
                ("id", Value::from(&source.id)),
                ("title", Value::from(&source.title)),
                (
                    "proof",
                    messages.plain(&format!("proof-{}", source.proof)).into(),
                ),
                ("date", messages.date(source.collected).into()),
                ("rows", source.rows.into()),
                ("read", source.read.into()),
                ("merged", source.merged.into()),
                ("rejected", source.rejected.into()),
                ("skipped", source.skipped.values().sum::<u64>().into()),
            ],
        )];
        if let Some(statement) = &source.absent {
            let stated = wording::review::decided(messages, Some(statement));
            lines.push(messages.text("explain-absent", &[("text", stated.into())]));
        }
        if let Some(until) = source.valid_until {
            let args = [("date", Value::from(messages.date(until)))];
            lines.push(messages.text("explain-valid-until", &args));
        }
        if let Some(days) = evidence_words::days(messages, source) {
            lines.push(messages.text("explain-days", &[("text", days.into())]));
        }
        lines
    };
    sources.flat_map(lines).collect()
}

/// Where every row went.
fn rows(found: &MeasuredCard, messages: &Messages) -> Vec<String> {
    let count =
        |key: &str, count: u64| (count > 0).then(|| messages.text(key, &[("count", count.into())]));
    let mut lines: Vec<String> = [
        count("explain-out-of-period", found.out_of_period),
        count("explain-out-of-scope", found.out_of_scope),
        count("explain-not-concerned", found.not_concerned),
    ]
    .into_iter()
    .flatten()
    .collect();
    for aside in found.set_aside.iter().filter(|aside| aside.count > 0) {
        let reason = wording::review::aside_reason(messages, aside);
        let args = [
            ("count", Value::from(aside.count)),
            ("reason", reason.into()),
        ];
        lines.push(messages.text("explain-aside", &args));
    }
    if !matches!(
        found.target.measure.as_str(),
        "variety" | "cadence" | "coverage" | "peaks"
    ) {
        lines.extend(count("explain-judged", found.found.denominator));
    }
    if found.upper_bound {
        lines.push(messages.plain("publish-upper-bound"));
    }
    if found.open {
        lines.push(messages.plain("explain-open"));
    }
    lines
}

fn figures(found: &MeasuredCard, messages: &Messages) -> Vec<String> {
    let mut lines = vec![wording::found(messages, &found.target, &found.found)];
    for (reason, count) in &found.found.unknown_by {
        let args = [
            ("count", Value::from(*count)),
            ("reason", messages.plain(&format!("doubt-{reason}")).into()),
        ];
        lines.push(messages.text(coverage::unknown_key(&found.target), &args));
    }
    lines.extend(wording::plan(messages, found));
    lines.extend(wording::interval(messages, &found.found));
    lines
}

fn groups(card: &RequirementCard, messages: &Messages) -> Vec<String> {
    let Some(measured) = &card.measured else {
        return Vec::new();
    };
    let line = |group: &crate::scorecard::card::GroupCard| {
        let mut parts = vec![wording::found(messages, &measured.target, &group.found)];
        parts.extend(wording::unknown(messages, &measured.target, &group.found));
        match &group.verdict {
            Some(verdict) => parts.push(wording::verdict(messages, verdict)),
            None => parts.extend(wording::small_group(messages, group)),
        }
        messages.text(
            "cli-group",
            &[
                ("name", group.name.join(", ").into()),
                ("text", parts.join(", ").into()),
            ],
        )
    };
    measured.groups.iter().map(line).collect()
}

fn decision(card: Option<&DecisionCard>, messages: &Messages) -> String {
    card.map_or_else(
        || messages.plain("decision-missing"),
        |decision| {
            messages.text(
                "decision",
                &[
                    ("by", Value::from(&decision.by)),
                    ("date", messages.date(decision.on).into()),
                    ("record", Value::from(&decision.record)),
                ],
            )
        },
    )
}

fn examples(card: &RequirementCard, messages: &Messages) -> Vec<String> {
    let Some(measured) = &card.measured else {
        return Vec::new();
    };
    let shown = |rows: &[RowCard]| {
        let rows = rows.iter().map(|row| {
            messages.text(
                "explain-row",
                &[
                    ("file", row.file.into()),
                    ("line", Value::from(row.line.to_string())),
                ],
            )
        });
        rows.collect::<Vec<String>>().join(", ")
    };
    let mut lines = Vec::new();
    for (key, rows) in [
        ("explain-failing", &measured.failing),
        ("explain-doubtful", &measured.doubtful),
    ] {
        if !rows.is_empty() {
            lines.push(messages.text(key, &[("rows", shown(rows).into())]));
        }
    }
    lines
}
