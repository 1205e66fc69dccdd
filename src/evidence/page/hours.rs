//! Weekly hours as towns write them, found in a passage and handed to the calendar's reader.
//!
//! Invariant: a week is only read where every word of each sentence that speaks of days or times is known; anything else
//! leaves the passage unclear. Words such as "vacances", "exceptionnel" or "sur rendez-vous" leave it unclear as a whole.

mod clause;
mod reader;

pub(super) use reader::Hours;

use super::doubt::doubts_hours;
use super::lexer::{Kind, Token};
use super::topic::Stripped;
use super::words::{CLOSED, MONTHS, OTHER_HOURS, STREETS, weekday};
use clause::{clauses, closes, is_neutral, is_timely, without_holidays};
use reader::Reader;

/// Whether a line speaks of days, times or openings, as far as it shows.
pub(super) fn speaks_of_hours(line: &Stripped) -> bool {
    let day = line.tokens().any(|token| weekday(&token.text).is_some());
    let digits = line
        .tokens()
        .any(|token| matches!(token.kind, Kind::Number(_)));
    let openings = [
        "horaire",
        "horaires",
        "ouvert",
        "ouverte",
        "ouverts",
        "ouvertes",
        "ouverture",
    ];
    let open = line
        .tokens()
        .any(|token| openings.contains(&token.text.as_str()));
    !is_update(line) && (day || line.has_time() || closes(line.tokens()) || (open && digits))
}

/// The line in which a page says when it was changed.
fn is_update(line: &Stripped) -> bool {
    let words: Vec<&str> = line
        .tokens()
        .filter(|token| !token.is_mark())
        .map(|token| token.text.as_str())
        .collect();
    let starts = |some: &[&str]| words.starts_with(some);
    starts(&["mis", "a", "jour"])
        || starts(&["mise", "a", "jour"])
        || starts(&["page", "mise", "a", "jour"])
        || starts(&["derniere", "mise", "a", "jour"])
        || starts(&["publie", "le"])
}

/// The hours that a passage gives.
pub(super) fn read(passage: &[&Stripped]) -> Hours {
    let mut reader = Reader::default();
    let mut seen = false;
    let mut odd = false;
    let mut columns: Option<(u32, Vec<Vec<u8>>)> = None;
    let mut foreign = Foreign::default();
    for line in passage.iter().filter(|line| !is_update(line)) {
        seen |= speaks_of_hours(line);
        reader.unclear |= is_doubted(line) || has_season(line);
        if let Some(days) = day_columns(line) {
            reader.line_ends();
            columns = Some((line.table, days));
            continue;
        }
        match &columns {
            Some((table, days)) if *table == line.table && days.len() == line.cells.len() => {
                reader.columns(&line.cells, days);
                continue;
            }
            _ => columns = None,
        }
        let clauses = clauses(&line.cells);
        let timely = clauses.iter().any(|clause| is_timely(clause));
        if line.heading > 0 && !line.names {
            odd = !timely && !line.tokens().all(is_neutral);
        }
        reader.unclear |= timely && (odd || (line.columns && line.has_time()));
        reader.unclear |= foreign.passes(line, &clauses);
        clauses.iter().for_each(|clause| reader.clause(clause));
        reader.line_ends();
    }
    reader.finish(seen)
}

/// Whether what a line says of hours is taken back, or left to a note or to the line above it.
fn is_doubted(line: &Stripped) -> bool {
    let about = [
        "horaire",
        "horaires",
        "ouverture",
        "ouvertures",
        "ouvert",
        "ouverte",
        "ouverts",
    ];
    let speaks = speaks_of_hours(line)
        || line.has_time()
        || line
            .tokens()
            .any(|token| about.contains(&token.text.as_str()));
    let noted = line
        .tokens()
        .skip(1)
        .any(|token| matches!(token.kind, Kind::Mark('*' | '†' | '‡')));
    let ditto = |cell: &Vec<Token>| {
        let quotes = |token: &Token| {
            matches!(
                token.kind,
                Kind::Mark('"' | '”' | '“' | '«' | '»' | '〃' | '′' | '↓' | '=')
            )
        };
        !cell.is_empty() && cell.iter().all(quotes)
    };
    let doubted = line.doubt || doubts_hours(line.tokens());
    (speaks && (doubted || noted)) || line.cells.iter().any(ditto)
}

/// Whether a line names months, and not only the day of a document.
fn has_season(line: &Stripped) -> bool {
    let tokens: Vec<&Token> = line.tokens().collect();
    let month = |position: &usize| {
        let token = tokens.get(*position);
        token.is_some_and(|token| MONTHS.contains(&token.text.as_str()))
    };
    let months: Vec<usize> = (0..tokens.len()).filter(month).collect();
    let year = |position: usize| {
        let behind = tokens
            .get(position.saturating_add(1))
            .map(|token| token.kind);
        matches!(behind, Some(Kind::Number(1000..)))
    };
    let opens = tokens
        .last()
        .is_some_and(|last| last.kind == Kind::Mark(':'));
    match months.as_slice() {
        [] => false,
        [one] => opens || !year(*one),
        _ => true,
    }
}

/// Whether something else has been named since the hours began: further hours may be its own.
#[derive(Default)]
struct Foreign {
    begun: bool,
    named: bool,
}

impl Foreign {
    /// Whether hours of the next line may be those of something else.
    fn passes(&mut self, line: &Stripped, clauses: &[Vec<Token>]) -> bool {
        if line.heading > 0 {
            self.named = false;
        }
        let street = line
            .tokens()
            .any(|token| STREETS.contains(&token.text.as_str()));
        let mut doubted = false;
        for clause in clauses {
            let other = |token: &Token| OTHER_HOURS.contains(&token.text.as_str());
            let idle = |token: &Token| is_neutral(token) || matches!(token.kind, Kind::Number(_));
            let known = without_holidays(clause).is_none_or(|kept| kept.iter().all(idle));
            if clause.iter().any(Token::is_time) {
                doubted |= self.named;
                self.begun = true;
            } else {
                let behind = self.begun && !is_timely(clause) && !known;
                self.named |= behind || (!street && clause.iter().any(other));
            }
        }
        doubted
    }
}

/// Whether a line that names a place says nothing else than hours.
pub(super) fn is_plain(line: &Stripped) -> bool {
    line.tokens().all(|token| {
        is_neutral(token)
            || token.is_time()
            || matches!(token.kind, Kind::Number(_))
            || weekday(&token.text).is_some()
            || CLOSED.contains(&token.text.as_str())
    })
}

/// The days of the columns, where a row of a table heads its columns with days.
fn day_columns(line: &Stripped) -> Option<Vec<Vec<u8>>> {
    let days = |cell: &Vec<Token>| -> Option<Vec<u8>> {
        let words = cell.iter().filter(|token| !token.is_mark());
        words.map(|token| weekday(&token.text)).collect()
    };
    let columns: Vec<Vec<u8>> = line.cells.iter().map(days).collect::<Option<_>>()?;
    let headed = columns.iter().filter(|days| days.len() == 1).count();
    let single = columns.iter().all(|days| days.len() <= 1);
    (line.table > 0 && headed > 1 && single).then_some(columns)
}
