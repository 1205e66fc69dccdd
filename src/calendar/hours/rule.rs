//! A rule of opening hours, and its writing in OSM.
//!
//! Invariant: a rule is open for some time or closed; a span starts within the day and ends after it started.

use std::ops::Range;

use opening_hours::OpeningHours as Osm;

/// The weekday names of OSM.
pub(super) const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
/// The month names of OSM.
pub(super) const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
/// Minutes of a day.
pub(super) const DAY: u32 = 24 * 60;

/// One rule.
#[derive(Debug, Clone, Default)]
pub(super) struct Rule {
    /// Added to the rules before it, where it would otherwise replace them on its days.
    pub(super) additional: bool,
    /// Years, months, days, in OSM; empty for every day of the year.
    pub(super) dates: String,
    /// Week numbers, in OSM.
    pub(super) weeks: String,
    /// Weekdays and public holidays, in OSM.
    pub(super) days: String,
    /// Some weekday is counted within its month.
    pub(super) nth: bool,
    /// It speaks of public holidays.
    pub(super) holidays: bool,
    /// Minutes since midnight; the end may lie on the next day.
    pub(super) spans: Vec<(u32, u32)>,
    /// Closed, not open.
    pub(super) off: bool,
    /// Its bytes in the text.
    pub(super) span: Range<usize>,
}

/// Which part of the spans is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// All, for people and for other programs.
    Whole,
    /// What lies on the day itself.
    Evening,
    /// What lies on the next day, moved to the day itself.
    Morning,
}

impl Rule {
    /// Whether it does not hold all year round.
    pub(super) fn is_seasonal(&self) -> bool {
        self.nth || !self.dates.is_empty() || !self.weeks.is_empty()
    }

    fn selector(&self) -> String {
        let parts = [&self.dates, &self.weeks, &self.days];
        let filled: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        filled.join(" ")
    }

    fn write(&self, part: Part) -> Option<String> {
        let spans: Vec<String> = self
            .spans
            .iter()
            .filter_map(|&span| clip(span, part))
            .map(write_span)
            .collect();
        let selector = self.selector();
        let mut pieces = Vec::new();
        if self.spans == [(0, DAY)] && selector.is_empty() && !self.off && !spans.is_empty() {
            return Some("24/7".to_owned());
        }
        if !selector.is_empty() {
            pieces.push(selector);
        }
        let lost = spans.is_empty() && !self.spans.is_empty();
        if lost && (self.off || self.additional) {
            // Nothing of it lies there, and it replaces nothing.
            return None;
        }
        if !spans.is_empty() {
            pieces.push(spans.join(","));
        }
        if self.off || lost {
            pieces.push("off".to_owned());
        }
        Some(pieces.join(" "))
    }
}

/// Writes rules in OSM.
pub(super) fn write<'a>(rules: impl IntoIterator<Item = &'a Rule>, part: Part) -> String {
    let mut text = String::new();
    for rule in rules {
        if let Some(written) = rule.write(part) {
            if !text.is_empty() {
                text.push_str(if rule.additional { ", " } else { "; " });
            }
            text.push_str(&written);
        }
    }
    text
}

/// Rules compiled for evaluation, by the day on which the opening begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Engine {
    /// What lies on the day.
    pub(super) evening: Option<Osm>,
    /// What runs over midnight.
    pub(super) morning: Option<Osm>,
}

impl Engine {
    /// Compiles rules; none if OSM does not accept one of them.
    pub(super) fn new<'a>(rules: impl IntoIterator<Item = &'a Rule> + Clone) -> Option<Self> {
        let over_midnight = rules
            .clone()
            .into_iter()
            .any(|rule| rule.spans.iter().any(|&(_, end)| end > DAY));
        let evening = compile(&write(rules.clone(), Part::Evening))?;
        let morning = if over_midnight {
            compile(&write(rules, Part::Morning))?
        } else {
            None
        };
        Some(Self { evening, morning })
    }
}

/// No engine for no rule; nothing for a text that OSM does not accept.
fn compile(text: &str) -> Option<Option<Osm>> {
    if text.is_empty() {
        return Some(None);
    }
    text.parse().ok().map(Some)
}

fn clip((start, end): (u32, u32), part: Part) -> Option<(u32, u32)> {
    match part {
        Part::Whole => Some((start, end)),
        Part::Evening => Some((start, end.min(DAY))),
        Part::Morning => end
            .checked_sub(DAY)
            .filter(|&end| end > 0)
            .map(|end| (0, end)),
    }
}

fn write_span((start, end): (u32, u32)) -> String {
    // `20:00-02:00` reads better than `20:00-26:00`; beyond a day only the latter is exact.
    let shown = if end > DAY && end - DAY < start {
        end - DAY
    } else {
        end
    };
    format!(
        "{:02}:{:02}-{:02}:{:02}",
        start / 60,
        start % 60,
        shown / 60,
        shown % 60
    )
}
