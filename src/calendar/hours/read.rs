//! The grammar of opening hours: from items to rules.
//!
//! Invariant: whatever is not understood is a fault with its place; nothing is guessed or dropped.

use std::ops::Range;

use super::fault::{HoursFault, HoursFaultKind};
use super::items::{self, Item, What};
use super::rule::{DAY, DAYS, MONTHS, Rule};

mod dates;

/// Reads the rules of a text.
pub(super) fn rules(text: &str) -> Result<Vec<Rule>, HoursFault> {
    let mut reader = Reader {
        text,
        items: items::items(text)?,
        at: 0,
    };
    let mut rules = Vec::new();
    let mut additional = false;
    loop {
        while !additional && reader.take(What::Semicolon) {}
        if reader.what(0).is_none() && !additional {
            break;
        }
        rules.push(reader.rule(additional)?);
        additional = match reader.what(0) {
            None => break,
            Some(What::Semicolon) => false,
            Some(What::Comma) => reader.take(What::Comma),
            Some(_) => return Err(reader.fault_here(HoursFaultKind::Unexpected)),
        };
    }
    if rules.is_empty() {
        return Err(HoursFault::new(HoursFaultKind::Empty, text, 0..text.len()));
    }
    Ok(rules)
}

struct Reader<'t> {
    text: &'t str,
    items: Vec<Item>,
    at: usize,
}

impl Reader<'_> {
    fn what(&self, ahead: usize) -> Option<What> {
        self.items.get(self.at + ahead).map(|item| item.what)
    }

    fn take(&mut self, wanted: What) -> bool {
        let found = self.what(0) == Some(wanted);
        if found {
            self.at += 1;
        }
        found
    }

    fn span(&self, at: usize) -> Range<usize> {
        let end = self.items.last().map_or(0, |item| item.span.end);
        self.items
            .get(at)
            .map_or(end..end, |item| item.span.clone())
    }

    /// A fault at the next item, or at the last one when the text stops short.
    fn fault_here(&self, kind: HoursFaultKind) -> HoursFault {
        let at = self.at.min(self.items.len().saturating_sub(1));
        HoursFault::new(kind, self.text, self.span(at))
    }

    /// The bytes of the items from `first` to the last one taken.
    fn span_since(&self, first: usize) -> Range<usize> {
        let last = self.at.saturating_sub(1).max(first);
        self.span(first).start..self.span(last).end
    }

    fn rule(&mut self, additional: bool) -> Result<Rule, HoursFault> {
        let first = self.at;
        let mut rule = Rule {
            additional,
            ..Rule::default()
        };
        rule.off = self.take(What::Off);
        self.selector(&mut rule, first)?;
        if self.at > first && self.what(0) == Some(What::Comma) && self.starts_time(1) {
            // `du lundi au vendredi, de 9h à 12h`: days without hours would be a fault anyhow.
            self.at += 1;
        }
        if self.starts_time(0) {
            self.spans(&mut rule)?;
        }
        rule.off |= self.take(What::Off);
        if self.at == first {
            return Err(self.fault_here(HoursFaultKind::Unexpected));
        }
        rule.span = self.span_since(first);
        if rule.spans.is_empty() && !rule.off {
            return Err(HoursFault::new(
                HoursFaultKind::Missing,
                self.text,
                rule.span,
            ));
        }
        Ok(rule)
    }

    fn selector(&mut self, rule: &mut Rule, first: usize) -> Result<(), HoursFault> {
        while let Some(what) = self.what(0) {
            if self.starts_time(0) {
                break;
            }
            match what {
                What::Number(24)
                    if self.what(1) == Some(What::Slash)
                        && self.what(2) == Some(What::Number(7)) =>
                {
                    if self.at > first {
                        return Err(self.fault_here(HoursFaultKind::Unexpected));
                    }
                    self.at += 3;
                    rule.spans.push((0, DAY));
                    break;
                }
                What::Number(_) | What::Month(_) if rule.dates.is_empty() => {
                    rule.dates = self.dates()?
                }
                What::Week if rule.weeks.is_empty() => rule.weeks = self.weeks()?,
                What::Day(_) | What::Everyday | What::Holiday if rule.days.is_empty() => {
                    self.days(rule)?
                }
                What::Colon if self.at > first => self.at += 1,
                What::Off | What::Comma | What::Semicolon => break,
                _ => return Err(self.fault_here(HoursFaultKind::Unexpected)),
            }
        }
        Ok(())
    }

    /// Weekdays and holidays; in OSM the holidays come last.
    fn days(&mut self, rule: &mut Rule) -> Result<(), HoursFault> {
        let mut days = Vec::new();
        loop {
            match self.what(0) {
                Some(What::Everyday) => {
                    self.at += 1;
                    days.push("Mo-Su".to_owned());
                }
                Some(What::Holiday) => {
                    self.at += 1;
                    rule.holidays = true;
                }
                _ => days.push(self.weekdays(rule)?),
            }
            let listed = matches!(
                self.what(1),
                Some(What::Day(_) | What::Everyday | What::Holiday)
            );
            if !(listed && self.take(What::Comma)) {
                break;
            }
        }
        if rule.holidays {
            days.push("PH".to_owned());
        }
        rule.days = days.join(",");
        Ok(())
    }

    fn weekdays(&mut self, rule: &mut Rule) -> Result<String, HoursFault> {
        let first = self.weekday()?;
        if self.take(What::Dash) {
            let last = self.weekday()?;
            return Ok(format!("{first}-{last}"));
        }
        if self.what(0) != Some(What::Open) {
            return Ok(first.to_owned());
        }
        rule.nth = true;
        let mut text = first.to_owned();
        while let Some(what) = self.what(0) {
            match what {
                What::Open => text.push('['),
                What::Dash => text.push('-'),
                What::Comma => text.push(','),
                What::Number(number) => text.push_str(&number.to_string()),
                What::Close => text.push(']'),
                _ => break,
            }
            self.at += 1;
            if what == What::Close {
                return Ok(text);
            }
        }
        Err(self.fault_here(HoursFaultKind::Unexpected))
    }

    fn weekday(&mut self) -> Result<&'static str, HoursFault> {
        let name = match self.what(0) {
            Some(What::Day(day)) => DAYS.get(usize::from(day)),
            _ => None,
        };
        let name = name.ok_or_else(|| self.fault_here(HoursFaultKind::Unexpected))?;
        self.at += 1;
        Ok(name)
    }

    /// Whether a time range begins there: a time, or the bare hour of `9-12h`.
    fn starts_time(&self, ahead: usize) -> bool {
        match self.what(ahead) {
            Some(What::Time(_)) => true,
            Some(What::Number(hour)) => {
                hour < 24
                    && self.what(ahead + 1) == Some(What::Dash)
                    && matches!(self.what(ahead + 2), Some(What::Time(_)))
            }
            _ => false,
        }
    }

    fn spans(&mut self, rule: &mut Rule) -> Result<(), HoursFault> {
        loop {
            let first = self.at;
            let start = self.time()?;
            if start >= DAY {
                return Err(HoursFault::new(
                    HoursFaultKind::Time,
                    self.text,
                    self.span(first),
                ));
            }
            let has_end = self.take(What::Dash)
                && matches!(self.what(0), Some(What::Time(_) | What::Number(_)));
            if !has_end {
                return Err(HoursFault::new(
                    HoursFaultKind::Range,
                    self.text,
                    self.span_since(first),
                ));
            }
            let end = self.time()?;
            if end == start {
                return Err(HoursFault::new(
                    HoursFaultKind::NoLength,
                    self.text,
                    self.span_since(first),
                ));
            }
            if self.what(0) == Some(What::Slash) {
                return Err(self.fault_here(HoursFaultKind::Unsupported));
            }
            rule.spans
                .push((start, if end < start { end + DAY } else { end }));
            if self.what(0) == Some(What::Comma) && self.starts_time(1) {
                self.at += 1;
            } else if !self.starts_time(0) {
                return Ok(());
            }
        }
    }

    /// A time of day, or a bare hour next to one.
    fn time(&mut self) -> Result<u32, HoursFault> {
        let minutes = match self.what(0) {
            Some(What::Time(minutes)) => Some(minutes),
            Some(What::Number(hour)) if hour <= 24 => Some(hour * 60),
            _ => None,
        };
        let minutes = minutes.ok_or_else(|| self.fault_here(HoursFaultKind::Time))?;
        self.at += 1;
        Ok(minutes)
    }
}
