//! The sentences of a line, and what kind of sentences they are.
//!
//! Invariant: every token is in one sentence, and only public holidays are left out of it.

use crate::evidence::page::lexer::{Kind, Token};
use crate::evidence::page::words::{CLOSED, NEUTRAL, weekday};

pub(super) fn closes<'a>(mut tokens: impl Iterator<Item = &'a Token>) -> bool {
    tokens.any(|token| CLOSED.contains(&token.text.as_str()))
}

pub(super) fn is_neutral(token: &Token) -> bool {
    token.is_mark()
        || NEUTRAL.contains(&token.text.as_str())
        || matches!(token.text.as_str(), "et" | "a" | "au" | "en")
}

/// Sentences and what stands between brackets, over the cells of a line.
pub(super) fn clauses(cells: &[Vec<Token>]) -> Vec<Vec<Token>> {
    let mut clauses = vec![Vec::new()];
    let empty = |cell: &Vec<Token>| cell.iter().all(|token| token.kind == Kind::Mark('-'));
    let nothing = cells.len() > 1
        && cells.iter().skip(1).all(empty)
        && cells.iter().skip(1).any(|cell| !cell.is_empty());
    for cell in cells {
        if empty(cell) {
            continue;
        }
        for token in cell {
            match (token.kind, clauses.last_mut()) {
                (Kind::Mark('.' | '!' | '?' | '(' | ')' | '•' | '·' | '*'), _) => {
                    clauses.push(Vec::new())
                }
                (_, Some(clause)) => clause.push(token.clone()),
                _ => {}
            }
        }
        if let Some(clause) = clauses.last_mut() {
            let text = ",".to_owned();
            clause.push(Token {
                kind: Kind::Mark(','),
                text,
            });
        }
    }
    if let Some(clause) = clauses.last_mut().filter(|_| nothing) {
        // In a table of hours a day with nothing but dashes is closed.
        let text = "ferme".to_owned();
        clause.push(Token {
            kind: Kind::Word,
            text,
        });
    }
    clauses
}

pub(super) fn is_timely(clause: &[Token]) -> bool {
    let day = |token: &Token| token.is_time() || weekday(&token.text).is_some();
    clause.iter().any(day) || closes(clause.iter())
}

/// The clause without public holidays, on which a town is closed anyhow; none if it opens on them.
pub(super) fn without_holidays(clause: &[Token]) -> Option<Vec<Token>> {
    let holiday = |token: &Token| matches!(token.text.as_str(), "ferie" | "feries");
    let Some(end) = clause.iter().position(holiday) else {
        return Some(clause.to_vec());
    };
    let mut kept: Vec<Token> = clause.get(..end)?.to_vec();
    let filler = |token: &Token| {
        matches!(
            token.text.as_str(),
            "jour" | "jours" | "les" | "et" | "le" | "," | "des"
        )
    };
    while kept.last().is_some_and(filler) {
        kept.pop();
    }
    let except = kept
        .last()
        .is_some_and(|token| matches!(token.text.as_str(), "sauf" | "hors"));
    if except {
        kept.pop();
    } else if !closes(kept.iter()) {
        return None;
    }
    let rest = clause.get(end.saturating_add(1)..).unwrap_or_default();
    kept.extend(rest.iter().cloned());
    Some(kept)
}
