//! Dates and versions that a document gives of itself.

use super::ask::Answer;
use super::lexer::{Kind, Token, stands_in, words};
use super::line::Row;
use chrono::NaiveDate;
use std::collections::BTreeSet;

const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// The dates of a line.
fn dates(row: &Row) -> BTreeSet<NaiveDate> {
    let tokens: Vec<&Token> = row.tokens().filter(|token| token.text != "er").collect();
    (0..tokens.len())
        .filter_map(|from| date(tokens.get(from..)?))
        .collect()
}

fn date(tokens: &[&Token]) -> Option<NaiveDate> {
    let number = |token: Option<&&Token>| match token?.kind {
        Kind::Number(number) => Some(number),
        _ => None,
    };
    let first = number(tokens.first())?;
    let month = tokens
        .get(1)
        .and_then(|word| MONTHS.iter().position(|month| *month == word.text));
    if let Some(month) = month.and_then(|month| u32::try_from(month).ok()) {
        let year = i32::try_from(number(tokens.get(2))?)
            .ok()
            .filter(|year| *year > 999)?;
        return NaiveDate::from_ymd_opt(year, month.saturating_add(1), first);
    }
    let mark = tokens.get(1).map(|token| token.kind)?;
    let separated = matches!(mark, Kind::Mark('/' | '.' | '-'));
    let (second, third) = (number(tokens.get(2))?, number(tokens.get(4))?);
    if !separated || tokens.get(3)?.kind != mark {
        return None;
    }
    let (year, day) = if first > 999 {
        (first, third)
    } else {
        (third, first)
    };
    NaiveDate::from_ymd_opt(
        i32::try_from(year).ok().filter(|year| *year > 999)?,
        second,
        day,
    )
}

/// Whether the document says that it holds from this day.
pub(super) fn in_force(rows: &[Row], day: NaiveDate) -> Answer {
    let mut given: BTreeSet<NaiveDate> = BTreeSet::new();
    let (mut hinted, mut several) = (false, false);
    for row in rows {
        let known = dates(row);
        let said = row.has_any(&["vigueur", "applicable", "applicables"])
            || row.words().windows(2).any(|some| some == ["a", "compter"]);
        hinted |= said || !known.is_empty();
        if said && known.len() == 1 {
            given.extend(known);
        } else {
            several |= said && known.len() > 1;
        }
    }
    match (given.contains(&day), given.len()) {
        (true, 1) => Answer::Says,
        (false, 1..) => Answer::Differs,
        (true, _) => Answer::Unclear,
        (false, _) if several => Answer::Unclear,
        (false, _) if hinted => Answer::Hints,
        (false, _) => Answer::Silent,
    }
}

/// Whether the document says that it is this version.
pub(super) fn version(rows: &[Row], version: &str) -> Answer {
    let wanted = words(version);
    let mut answer = Answer::Silent;
    for row in rows {
        let mut tokens: &[Token] = &row.tokens().cloned().collect::<Vec<_>>();
        while let Some((first, rest)) = tokens.split_first() {
            tokens = rest;
            if first.text == "version" {
                answer = answer.max(numbered(rest, &wanted));
            }
        }
        if answer == Answer::Silent && stands_in(&wanted, &row.words()) {
            answer = Answer::Hints;
        }
    }
    answer
}

/// What stands behind the word "version".
fn numbered(tokens: &[Token], wanted: &[String]) -> Answer {
    let idle = |token: &&Token| {
        let filler = matches!(token.text.as_str(), "n" | "no" | "numero" | "o");
        filler || matches!(token.kind, Kind::Mark(':' | '°' | '.' | '-'))
    };
    let mut left: Vec<&Token> = tokens.iter().skip_while(idle).collect();
    let mut given = Vec::new();
    let mut glued = true;
    left.reverse();
    while let Some(token) = left.pop() {
        match token.kind {
            Kind::Mark('-' | '.' | '/' | '_') if !glued => glued = true,
            Kind::Mark(_) => break,
            _ if glued => {
                given.push(token.text.clone());
                glued = false;
            }
            _ => break,
        }
    }
    let digits = given
        .iter()
        .any(|word| word.chars().any(|letter| letter.is_ascii_digit()));
    if given == *wanted {
        Answer::Says
    } else if given.len() >= wanted.len() && stands_in(wanted, &given) {
        Answer::Unclear
    } else if digits {
        Answer::Differs
    } else {
        Answer::Silent
    }
}
