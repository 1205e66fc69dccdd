//! Weekly hours as towns write them, found in a passage and handed to the calendar's reader.
//!
//! Invariant: a week is only read where every word of each sentence that speaks of days or times is known; anything else
//! leaves the passage unclear. Words such as "vacances", "exceptionnel" or "sur rendez-vous" leave it unclear as a whole.

mod clause;
mod reader;

pub(super) use reader::Hours;

use super::lexer::{Kind, Token};
use super::topic::Stripped;
use super::words::weekday;
use clause::{clauses, closes, is_neutral, is_timely};
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
    for line in passage.iter().filter(|line| !is_update(line)) {
        seen |= speaks_of_hours(line);
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
        clauses.iter().for_each(|clause| reader.clause(clause));
        reader.line_ends();
    }
    reader.finish(seen)
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
