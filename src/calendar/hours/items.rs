//! Opening hours as a row of meaningful items: days, months, times, marks.
//!
//! Invariant: what the two languages write differently is one item here; `mar` is settled, or a fault.

use std::ops::Range;

use super::fault::{HoursFault, HoursFaultKind};
use crate::calendar::words::{self, Kind, Lexeme, Tongue};

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A weekday, from Monday = 0.
    Day(u8),
    /// A month, from January = 0.
    Month(u8),
    /// `mar`, until it is settled.
    Mar,
    /// Every day of the week.
    Everyday,
    /// Public holidays.
    Holiday,
    /// Closed.
    Off,
    /// The keyword before week numbers.
    Week,
    Number(u32),
    Time(u32),
    Dash,
    Comma,
    Semicolon,
    Colon,
    Slash,
    Open,
    Close,
}

/// A piece of opening hours.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) what: What,
    pub(super) span: Range<usize>,
}

/// Which languages the text shows.
#[derive(Debug, Default)]
struct Seen {
    french: bool,
    english: bool,
}

impl Seen {
    fn note(&mut self, tongue: Tongue) {
        self.french |= tongue == Tongue::French;
        self.english |= tongue == Tongue::English;
    }
}

/// Reads the items of a text.
pub(super) fn items(text: &str) -> Result<Vec<Item>, HoursFault> {
    let lexemes = words::lex(text);
    let (mut items, mut seen) = (Vec::new(), Seen::default());
    let mut rest = lexemes.as_slice();
    while let Some((lexeme, after)) = rest.split_first() {
        let fault = |kind| HoursFault::new(kind, text, lexeme.span.clone());
        if lexeme.french {
            seen.note(Tongue::French);
        }
        let (what, length) = match &lexeme.kind {
            Kind::Word(word) => read_word(word, after, &mut seen).map_err(fault)?,
            Kind::Number(number) => (Some(What::Number(*number)), 1),
            Kind::Time(minutes) => (Some(What::Time(*minutes)), 1),
            Kind::Mark(mark) => (Some(read_mark(*mark).map_err(fault)?), 1),
            Kind::BadTime => return Err(fault(HoursFaultKind::Time)),
        };
        let end = rest
            .get(length - 1)
            .map_or(lexeme.span.end, |last| last.span.end);
        if let Some(what) = what {
            items.push(Item {
                what,
                span: lexeme.span.start..end,
            });
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    settle(text, items, &seen)
}

fn read_mark(mark: char) -> Result<What, HoursFaultKind> {
    match mark {
        '-' => Ok(What::Dash),
        ',' => Ok(What::Comma),
        ';' => Ok(What::Semicolon),
        ':' => Ok(What::Colon),
        '/' => Ok(What::Slash),
        '[' => Ok(What::Open),
        ']' => Ok(What::Close),
        '+' | '"' | '|' | '(' | ')' => Err(HoursFaultKind::Unsupported),
        _ => Err(HoursFaultKind::Unexpected),
    }
}

/// The item a word begins, if it means something, and the number of lexemes it takes.
fn read_word(
    word: &str,
    after: &[Lexeme],
    seen: &mut Seen,
) -> Result<(Option<What>, usize), HoursFaultKind> {
    let next = |ahead: usize, wanted: &[&str]| {
        after.get(ahead).is_some_and(
            |lexeme| matches!(&lexeme.kind, Kind::Word(word) if wanted.contains(&word.as_str())),
        )
    };
    let (what, length, tongue) = match word {
        "mar" => (What::Mar, 1, Tongue::Both),
        "jour" | "jours" if next(0, &["ferie", "feries"]) => (What::Holiday, 2, Tongue::French),
        "jf" | "ferie" | "feries" => (What::Holiday, 1, Tongue::French),
        "ph" => (What::Holiday, 1, Tongue::Both),
        "public" if next(0, &["holiday", "holidays"]) => (What::Holiday, 2, Tongue::English),
        "tous" if next(0, &["les"]) && next(1, &["jours"]) => (What::Everyday, 3, Tongue::French),
        "tlj" => (What::Everyday, 1, Tongue::French),
        "ferme" | "fermes" | "fermee" | "fermees" => (What::Off, 1, Tongue::French),
        "off" => (What::Off, 1, Tongue::Both),
        "closed" => (What::Off, 1, Tongue::English),
        "midi" => (What::Time(12 * 60), 1, Tongue::French),
        "minuit" => (What::Time(0), 1, Tongue::French),
        "week" => (What::Week, 1, Tongue::English),
        "semaine" | "semaines" => (What::Week, 1, Tongue::French),
        "sh" | "sunrise" | "sunset" | "dawn" | "dusk" | "easter" | "unknown" | "day" | "days"
        | "vacances" | "sauf" | "hors" | "except" => return Err(HoursFaultKind::Unsupported),
        _ => return plain_word(word, seen),
    };
    seen.note(tongue);
    Ok((Some(what), length))
}

fn plain_word(word: &str, seen: &mut Seen) -> Result<(Option<What>, usize), HoursFaultKind> {
    let day = words::weekday(word).map(|(day, tongue)| (Some(What::Day(day)), tongue));
    let month = || words::month(word).map(|(month, tongue)| (Some(What::Month(month)), tongue));
    let joins = || words::joins(word).map(|tongue| (Some(What::Dash), tongue));
    let adds = || words::adds(word).map(|tongue| (Some(What::Comma), tongue));
    let filler = || words::is_filler(word).map(|tongue| (None, tongue));
    let found = day
        .or_else(month)
        .or_else(joins)
        .or_else(adds)
        .or_else(filler);
    let (what, tongue) = found.ok_or(HoursFaultKind::Word)?;
    seen.note(tongue);
    Ok((what, 1))
}

/// Settles each `mar`: by its neighbours, else by the language of the rest of the text.
fn settle(text: &str, mut items: Vec<Item>, seen: &Seen) -> Result<Vec<Item>, HoursFault> {
    for at in 0..items.len() {
        let Some(span) = items
            .get(at)
            .filter(|item| item.what == What::Mar)
            .map(|item| item.span.clone())
        else {
            continue;
        };
        let settled = by_neighbours(&items, at).or(match (seen.french, seen.english) {
            (true, false) => Some(TUESDAY),
            (false, true) => Some(MARCH),
            _ => None,
        });
        let what = settled.ok_or_else(|| HoursFault::new(HoursFaultKind::Ambiguous, text, span))?;
        if let Some(item) = items.get_mut(at) {
            item.what = what;
        }
    }
    Ok(items)
}

const TUESDAY: What = What::Day(1);
const MARCH: What = What::Month(2);

fn by_neighbours(items: &[Item], at: usize) -> Option<What> {
    let after = |ahead: usize| items.get(at + ahead).map(|item| item.what);
    let before = |behind: usize| items.get(at.checked_sub(behind)?).map(|item| item.what);
    let pairs = [(after(1), after(2)), (before(1), before(2))];
    for (joint, neighbour) in pairs {
        match (joint, neighbour) {
            (
                Some(What::Dash | What::Comma),
                Some(What::Day(_) | What::Everyday | What::Holiday),
            ) => return Some(TUESDAY),
            (Some(What::Dash | What::Comma), Some(What::Month(_))) => return Some(MARCH),
            _ => {}
        }
    }
    let day_before = matches!(before(1), Some(What::Number(_))) && before(2) != Some(What::Dash);
    let starts_a_time = after(2) == Some(What::Dash) && matches!(after(3), Some(What::Time(_)));
    let day_after = matches!(after(1), Some(What::Number(_))) && !starts_a_time;
    let weekday_after = matches!(after(1), Some(What::Day(_) | What::Everyday));
    (day_before || day_after || weekday_after).then_some(MARCH)
}
