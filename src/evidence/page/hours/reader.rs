//! What the tokens of a passage amount to, one after the other: days, times, closing.
//!
//! Invariant: a token that has no place leaves the passage unclear; a day that is given twice must be given the same.

use super::clause::{closes, is_neutral, is_timely, without_holidays};
use crate::calendar::OpeningHours;
use crate::evidence::page::ask::Week;
use crate::evidence::page::lexer::{Kind, Token};
use crate::evidence::page::words::{CLOSED, NEUTRAL, OSM, RESTRICTING, SHORT, weekday};
use std::collections::BTreeSet;

/// What a passage says of hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::evidence::page) enum Hours {
    /// Nothing.
    Nothing,
    /// Something that is not recognised.
    Unclear,
    /// A week, and the weekdays that are named in it.
    Week(Week, BTreeSet<u8>),
}

/// What the tokens so far amount to.
#[derive(Default)]
pub(super) struct Reader {
    week: [Option<Vec<(u32, u32)>>; 7],
    days: Vec<u8>,
    spans: Vec<(u32, u32)>,
    start: Option<u32>,
    joining: bool,
    /// The last two times are joined by a slash.
    slashed: bool,
    last: Last,
    closed: bool,
    /// "fermé" stands before its days.
    closed_first: bool,
    pub(super) unclear: bool,
    restricted: bool,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Last {
    #[default]
    Nothing,
    Day,
    Span,
}

impl Reader {
    pub(super) fn clause(&mut self, clause: &[Token]) {
        let Some(clause) = without_holidays(clause) else {
            self.unclear = true;
            return;
        };
        let has = |words: &[&str]| {
            clause
                .iter()
                .any(|token| words.contains(&token.text.as_str()))
        };
        let words: Vec<&str> = clause
            .iter()
            .filter(|token| !token.is_mark())
            .map(|token| token.text.as_str())
            .collect();
        let by_appointment = words
            .windows(3)
            .any(|some| some == ["sur", "rendez", "vous"]);
        self.restricted |= has(RESTRICTING) || by_appointment;
        if !is_timely(&clause) {
            return;
        }
        let dayless = !clause
            .iter()
            .any(|token| token.is_time() || weekday(&token.text).is_some());
        if dayless
            && self.days.is_empty()
            && words.iter().all(|word| CLOSED.contains(word))
            && self.last != Last::Nothing
        {
            // "fermé les jours fériés".
            return;
        }
        self.unclear |= closes(clause.iter()) && has(&["matin", "apresmidi"]);
        for (position, token) in clause.iter().enumerate() {
            let before = position
                .checked_sub(1)
                .and_then(|before| clause.get(before));
            self.token(
                token,
                before,
                clause.get(position.saturating_add(1)..).unwrap_or_default(),
            );
        }
        if self.closed_first && !self.days.is_empty() {
            self.flush();
        }
    }

    fn token(&mut self, token: &Token, before: Option<&Token>, behind: &[Token]) {
        let next = behind.first();
        let beside = |token: Option<&Token>| {
            token
                .is_some_and(|token| token.is_time() || matches!(token.kind, Kind::Mark('-' | ',')))
        };
        match (token.kind, token.text.as_str()) {
            (Kind::Time(minutes), _) => self.time(minutes),
            (Kind::Number(hour), _) if hour < 25 && (self.start.is_some() || opens(behind)) => {
                self.time(hour.saturating_mul(60));
            }
            (Kind::Mark('-' | '>' | '→'), _) | (_, "a" | "au" | "aux" | "jusqu") => {
                self.joining = true
            }
            (Kind::Mark('/'), _) => {
                self.joining = self.start.is_some();
                self.slashed = self.joining;
            }
            (Kind::Mark(',' | ';' | '|' | '&' | '+' | ':'), _) | (_, "et" | "puis" | "en") => {
                // "de 8 h à 12 h et" keeps its end; "de 8 h et" has none.
                self.joining = false;
            }
            (_, "tous") if starts(behind, &["les", "jours"]) => self.add((0..7).collect()),
            (_, "week") | (Kind::Mark('«' | '»' | '"' | '“' | '”'), _) => {}
            (_, "end" | "weekend" | "weekends") => self.add(vec![5, 6]),
            (_, word) if CLOSED.contains(&word) => self.closes(),
            (_, word) if weekday(word).is_some() => {
                weekday(word).into_iter().for_each(|day| self.day(day))
            }
            (_, word) if SHORT.contains(&word) && (beside(before) || beside(next)) => {
                let day = SHORT.iter().position(|short| *short == word);
                let day = day.and_then(|day| u8::try_from(day).ok());
                day.into_iter().for_each(|day| self.day(day));
            }
            (_, word) => self.unclear |= !NEUTRAL.contains(&word),
        }
    }

    fn time(&mut self, minutes: u32) {
        self.unclear |= self.closed || self.closed_first;
        match self.start.take() {
            Some(start) => {
                self.unclear |= !self.joining || minutes <= start;
                self.spans.push((start, minutes));
                self.last = Last::Span;
            }
            None => {
                // In `8h30/12h - 13h30/17h30` the dash only separates.
                self.unclear |= self.joining && self.last == Last::Span && !self.slashed;
                self.start = Some(minutes);
            }
        }
        self.joining = false;
    }

    fn day(&mut self, day: u8) {
        self.unclear |= self.start.is_some();
        if !self.spans.is_empty() || self.closed {
            self.flush();
        }
        let first = self
            .days
            .last()
            .copied()
            .filter(|_| self.joining && self.last == Last::Day);
        match first {
            Some(first) => {
                let length = day.saturating_add(7).saturating_sub(first) % 7;
                self.days
                    .extend((1..=length).map(|step| first.saturating_add(step) % 7));
            }
            None => self.days.push(day),
        }
        self.joining = false;
        self.last = Last::Day;
    }

    fn add(&mut self, days: Vec<u8>) {
        self.joining = false;
        days.into_iter().for_each(|day| self.day(day));
    }

    fn closes(&mut self) {
        self.unclear |= self.start.is_some();
        if self.closed {
            // Closed in the morning, closed in the afternoon.
            return;
        }
        if !self.spans.is_empty() {
            self.flush();
        }
        if self.days.is_empty() {
            self.closed_first = true;
        } else {
            self.closed = true;
        }
    }

    pub(super) fn line_ends(&mut self) {
        self.joining = false;
        self.unclear |= self.start.take().is_some();
        if self.closed_first {
            self.flush();
        }
    }

    /// A row under columns of days.
    pub(super) fn columns(&mut self, cells: &[Vec<Token>], days: &[Vec<u8>]) {
        for (cell, days) in cells.iter().zip(days) {
            let [day] = days.as_slice() else {
                self.unclear |= !cell.iter().all(is_neutral);
                continue;
            };
            let mut own = Self::default();
            own.day(*day);
            own.clause(cell);
            own.line_ends();
            own.closed |=
                cell.iter().all(|token| token.kind == Kind::Mark('-')) && !cell.is_empty();
            self.unclear |= own.unclear || own.restricted;
            let Some(known) = self.week.get_mut(usize::from(*day)) else {
                continue;
            };
            // A row for the morning, one for the afternoon.
            let known = known.get_or_insert_default();
            known.extend(own.spans);
        }
        self.last = Last::Span;
    }

    fn flush(&mut self) {
        let closed = self.closed || self.closed_first;
        let spans = std::mem::take(&mut self.spans);
        let days = std::mem::take(&mut self.days);
        self.unclear |= days.is_empty() || (spans.is_empty() && !closed);
        for day in days {
            match self.week.get_mut(usize::from(day)) {
                Some(known @ None) => *known = Some(spans.clone()),
                Some(Some(known)) => self.unclear |= *known != spans,
                None => {}
            }
        }
        self.closed = false;
        self.closed_first = false;
        self.last = Last::Nothing;
    }

    pub(super) fn finish(mut self, seen: bool) -> Hours {
        self.line_ends();
        if !self.days.is_empty() || !self.spans.is_empty() || self.closed {
            self.flush();
        }
        let found = self.week.iter().any(Option::is_some);
        if !found && !seen && !self.unclear {
            return Hours::Nothing;
        }
        if self.unclear || self.restricted || !found {
            return Hours::Unclear;
        }
        let named = (0_u8..).zip(&self.week).filter(|(_, day)| day.is_some());
        let named = named.map(|(day, _)| day).collect();
        match week(&self.week) {
            Some(week) => Hours::Week(week, named),
            None => Hours::Unclear,
        }
    }
}

/// Whether a dash and a time come next, as behind the bare hour of `9-12h`.
fn opens(behind: &[Token]) -> bool {
    match behind {
        [dash, time, ..] => matches!(dash.text.as_str(), "-" | "a") && time.is_time(),
        _ => false,
    }
}

fn starts(tokens: &[Token], words: &[&str]) -> bool {
    tokens.len() >= words.len()
        && tokens
            .iter()
            .zip(words)
            .all(|(token, word)| token.text == *word)
}

/// The week that the calendar's reader makes of these spans; none if some overlap.
fn week(days: &[Option<Vec<(u32, u32)>>; 7]) -> Option<Week> {
    let mut rules = Vec::new();
    for (day, spans) in OSM.iter().zip(days) {
        let spans = spans.as_deref().unwrap_or_default();
        let apart = spans.windows(2).all(|pair| match pair {
            [one, two] => one.1 <= two.0,
            _ => true,
        });
        if !apart {
            return None;
        }
        let clock = |minutes: u32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        let written: Vec<String> = spans
            .iter()
            .map(|(start, end)| format!("{}-{}", clock(*start), clock(*end)))
            .collect();
        if !written.is_empty() {
            rules.push(format!("{day} {}", written.join(",")));
        }
    }
    if rules.is_empty() {
        return Some(Week::default());
    }
    OpeningHours::parse(&rules.join("; "))
        .ok()
        .map(|hours| hours.weekly())
}
