//! The scorecard on a terminal: readable at 80 columns, without colour, and by ear.
//!
//! Invariant: a verdict is a sign and a word before it is a colour; no control character of a charter text gets through.

use super::Style;
use super::diagnostic::{bind, harmless};
use super::text::wrap;
use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::scorecard::card::{EngagementCard, GroupCard, RequirementCard, Scorecard};
use crate::scorecard::wording;
use anstyle::{AnsiColor, Style as Ansi};
use unicode_width::UnicodeWidthStr;

/// Width of the verdict column: the longest is « Aucun cas survenu », with its sign.
const VERDICT: usize = 21;
/// Blanks before the second and third columns.
const GAP: usize = 2;
/// Gaps of a coverage that are shown; the scorecard holds them all.
const UNCOVERED: usize = 3;
/// Below this width, three columns would be too narrow to read.
const NARROW: usize = 72;

/// The scorecard as text, with a final newline.
pub fn render(scorecard: &Scorecard, messages: &Messages, style: Style) -> String {
    let mut out = String::new();
    let title = format!(
        "{} – {} ({})",
        scorecard.organisation, scorecard.title, scorecard.version
    );
    for text in wrap(&tame(&title, messages), style.width) {
        line(&mut out, &paint(&text, bold(), style));
    }
    let dates = [
        ("from", messages.date(scorecard.from).into()),
        ("to", messages.date(scorecard.to).into()),
        ("date", messages.date(scorecard.as_of).into()),
        (
            "provisional",
            if scorecard.provisional { "yes" } else { "no" }.into(),
        ),
    ];
    let dates = messages.text("cli-scorecard-dates", &dates);
    for text in wrap(&tame(&dates, messages), style.width) {
        line(&mut out, &text);
    }
    line(&mut out, "");
    for engagement in &scorecard.engagements {
        render_engagement(&mut out, engagement, messages, style);
    }
    for label in &scorecard.labels {
        let state = if label.blocked {
            "cli-label-blocked"
        } else {
            "cli-label-clear"
        };
        let text = messages.text(state, &[("title", Value::from(&label.title))]);
        for text in wrap(&tame(&text, messages), style.width) {
            line(&mut out, &text);
        }
    }
    if !scorecard.labels.is_empty() {
        line(&mut out, "");
    }
    let headline = wording::headline(messages, scorecard);
    for text in wrap(&tame(&headline, messages), style.width) {
        line(&mut out, &paint(&text, bold(), style));
    }
    out
}

fn render_engagement(
    out: &mut String,
    engagement: &EngagementCard,
    messages: &Messages,
    style: Style,
) {
    let heading = format!("{}. {}", engagement.number, engagement.title);
    let heading = tame(&heading, messages);
    let verdict = paint(
        &shown(messages, &engagement.verdict),
        color(&engagement.verdict),
        style,
    );
    let room = style.width.saturating_sub(VERDICT).saturating_sub(GAP);
    for (index, text) in wrap(&heading, room).iter().enumerate() {
        let text = paint(text, bold(), style);
        if index == 0 {
            line(
                out,
                &format!(
                    "{}{}",
                    pad(
                        &verdict,
                        &shown(messages, &engagement.verdict),
                        VERDICT + GAP
                    ),
                    text
                ),
            );
        } else {
            line(out, &format!("{}{text}", " ".repeat(VERDICT + GAP)));
        }
    }
    for requirement in &engagement.requirements {
        render_requirement(out, requirement, messages, style);
    }
    line(out, "");
}

/// Three columns: verdict, rule and target, figures; one under the other where there is no room.
fn render_requirement(out: &mut String, card: &RequirementCard, messages: &Messages, style: Style) {
    let name = shown(messages, &card.verdict);
    let verdict = paint(&name, color(&card.verdict), style);
    if style.width < NARROW {
        line(out, &format!("  {verdict}"));
        let room = style.width.saturating_sub(4);
        for text in rule(card, messages, room)
            .into_iter()
            .chain(figures(card, messages, room))
        {
            line(out, &format!("    {text}"));
        }
        return;
    }
    let room = style
        .width
        .saturating_sub(VERDICT)
        .saturating_sub(GAP * 2)
        .saturating_sub(2);
    let left = room / 2;
    let rule = rule(card, messages, left);
    let figures = figures(card, messages, room.saturating_sub(left));
    for index in 0..rule.len().max(figures.len()).max(1) {
        let cell = |column: &[String]| column.get(index).cloned().unwrap_or_default();
        let verdict = match index {
            0 => pad(&verdict, &name, VERDICT + GAP),
            _ => " ".repeat(VERDICT + GAP),
        };
        let rule = cell(&rule);
        let text = format!(
            "  {verdict}{}{}",
            pad(&rule, &rule, left + GAP),
            cell(&figures)
        );
        line(out, text.trim_end());
    }
}

/// The rule and its target.
fn rule(card: &RequirementCard, messages: &Messages, width: usize) -> Vec<String> {
    let mut lines = wrap(&tame(&card.title, messages), width);
    if let Some(measured) = &card.measured {
        let target = wording::target(messages, &measured.target);
        let target = messages.text("cli-target", &[("target", target.into())]);
        lines.extend(hanging(&tame(&target, messages), width));
    }
    lines
}

/// What was found, or why nothing was looked for.
fn figures(card: &RequirementCard, messages: &Messages, width: usize) -> Vec<String> {
    match &card.not_applicable {
        Some(motive) => hanging(&tame(&motive.reason, messages), width),
        None => remarks(card, messages)
            .iter()
            .flat_map(|text| hanging(&tame(text, messages), width))
            .collect(),
    }
}

/// A text that can neither steer the terminal nor break a line between a word and its punctuation.
fn tame(text: &str, messages: &Messages) -> String {
    bind(&harmless(text), messages.lang())
}

/// Lines of at most a width; all but the first begin further in, so that one sees where the next text begins.
fn hanging(text: &str, width: usize) -> Vec<String> {
    let lines = wrap(text, width.saturating_sub(GAP));
    let further = |(index, text): (usize, String)| match index {
        0 => text,
        _ => format!("{}{text}", " ".repeat(GAP)),
    };
    lines.into_iter().enumerate().map(further).collect()
}

/// What is to be said beside a rule: figures, doubts, cause, margin, groups, waiver.
fn remarks(card: &RequirementCard, messages: &Messages) -> Vec<String> {
    let Some(measured) = &card.measured else {
        return Vec::new();
    };
    let mut first = wording::found(messages, &measured.target, &measured.found);
    if let Some(unknown) = wording::unknown(messages, &measured.target, &measured.found) {
        first = format!("{first}, {unknown}");
    }
    let mut texts = vec![first];
    texts.extend(wording::plan(messages, measured));
    texts.extend(wording::interval(messages, &measured.found));
    if let Some(cause) = &card.cause {
        let settle = wording::settle(messages, cause, measured.found.further);
        let args = [
            ("cause", wording::cause(messages, cause).into()),
            ("settle", settle.into()),
        ];
        texts.push(messages.text("cli-cause", &args));
    }
    // Where a group weighs more than the whole, the margin of the whole would mislead.
    if measured.total_verdict == card.verdict {
        texts.extend(wording::margin(messages, &measured.target, &measured.found));
    }
    texts.extend(wording::gaps(messages, measured, UNCOVERED));
    if let Some(peaks) = &measured.peaks {
        texts.extend(wording::peaks::declared(messages, peaks));
        texts.extend(wording::peaks::differences(messages, peaks));
    }
    texts.extend(
        measured
            .groups
            .iter()
            .filter_map(|group| remarkable(group, card, messages)),
    );
    if card
        .previous
        .as_ref()
        .is_some_and(|previous| previous.worse)
    {
        texts.extend(wording::previous(messages, card));
    }
    let changed = card.previous.as_ref();
    if let Some(then) = changed.filter(|then| then.verdict != card.verdict) {
        let args = [
            (
                "verdict",
                Value::from(wording::verdict(messages, &then.verdict)),
            ),
            ("date", messages.date(then.as_of).into()),
        ];
        texts.push(messages.text("cli-was", &args));
    }
    if let Some(until) = card.waived_until {
        texts.push(messages.text("cli-waived", &[("date", messages.date(until).into())]));
    }
    texts
}

/// A group is worth a line when it is not simply met.
fn remarkable(group: &GroupCard, card: &RequirementCard, messages: &Messages) -> Option<String> {
    let measured = card.measured.as_ref()?;
    let name = group.name.join(", ");
    if let Some(small) = wording::small_group(messages, group) {
        return Some(messages.text(
            "cli-group",
            &[("name", name.into()), ("text", small.into())],
        ));
    }
    let verdict = group.verdict.as_deref()?;
    if matches!(verdict, "met" | "no-case") {
        return None;
    }
    let mut text = wording::found(messages, &measured.target, &group.found);
    if let Some(unknown) = wording::unknown(messages, &measured.target, &group.found) {
        text = format!("{text}, {unknown}");
    }
    let text = format!(
        "{text}, {}",
        wording::verdict(messages, verdict).to_lowercase()
    );
    Some(messages.text("cli-group", &[("name", name.into()), ("text", text.into())]))
}

fn shown(messages: &Messages, verdict: &str) -> String {
    format!(
        "{} {}",
        wording::sign(verdict),
        wording::verdict(messages, verdict)
    )
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

const fn bold() -> Ansi {
    Ansi::new().bold()
}

const fn color(verdict: &str) -> Ansi {
    let color = match verdict.as_bytes() {
        b"met" => AnsiColor::Green,
        b"close" | b"minor-gap" => AnsiColor::Yellow,
        b"major-gap" => AnsiColor::Red,
        b"not-shown" => AnsiColor::Magenta,
        _ => return Ansi::new().dimmed(),
    };
    Ansi::new().fg_color(Some(anstyle::Color::Ansi(color)))
}

fn paint(text: &str, ansi: Ansi, style: Style) -> String {
    if style.color && !text.is_empty() {
        format!("{ansi}{text}{ansi:#}")
    } else {
        text.to_owned()
    }
}

/// A text followed by blanks up to a width; `plain` is the text without styles.
fn pad(text: &str, plain: &str, width: usize) -> String {
    let blanks = width.saturating_sub(plain.width());
    format!("{text}{}", " ".repeat(blanks))
}
