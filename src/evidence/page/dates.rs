//! Dates and versions that a document gives of itself.

use super::ask::Answer;
use super::doubt::doubtful;
use super::lexer::{Kind, Token, stands_in, words};
use super::line::Row;
use super::words::MONTHS;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Words that may stand between "en vigueur" and its date.
const FILLERS: [&str; 12] = [
    "depuis", "le", "la", "du", "a", "au", "compter", "partir", "des", "est", "date", "dater",
];
/// Words that may stand before "en vigueur" where nothing says what holds.
const BEFORE: [&str; 13] = [
    "en", "entre", "entree", "date", "d", "de", "est", "elle", "il", "sont", "et", "le", "la",
];
/// What a document calls itself.
const DOCUMENTS: [&str; 12] = [
    "charte",
    "version",
    "document",
    "guide",
    "procedure",
    "texte",
    "edition",
    "reglement",
    "present",
    "presente",
    "note",
    "protocole",
];
/// Words behind a version that say nothing of it.
const BEHIND: [&str; 18] = [
    "du",
    "de",
    "d",
    "des",
    "la",
    "le",
    "l",
    "en",
    "a",
    "au",
    "applicable",
    "adoptee",
    "approuvee",
    "datee",
    "valide",
    "validee",
    "et",
    "est",
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

/// The day that a line says the document holds from; none if it does not say it in known words.
fn holds_from(row: &Row) -> Option<NaiveDate> {
    let tokens: Vec<&Token> = row.tokens().filter(|token| token.text != "er").collect();
    let said = |token: &&Token| matches!(token.text.as_str(), "vigueur" | "applicable");
    let at = tokens.iter().position(said)?;
    let (before, behind) = tokens.split_at_checked(at)?;
    let idle = |token: &&&Token| {
        FILLERS.contains(&token.text.as_str()) || matches!(token.kind, Kind::Mark(':' | '-'))
    };
    let filled = behind.iter().skip(1).take_while(idle).count();
    let day = date(behind.get(filled.saturating_add(1)..)?)?;
    let stops =
        |token: &&Token| matches!(token.kind, Kind::Mark('.' | '(' | ')' | ';' | '!' | '?'));
    let from = before
        .iter()
        .rposition(stops)
        .map_or(0, |stop| stop.saturating_add(1));
    let mut sentence = before
        .get(from..)
        .unwrap_or_default()
        .iter()
        .filter(|token| !token.is_mark())
        .map(|token| token.text.as_str());
    let named = sentence.clone().any(|word| DOCUMENTS.contains(&word));
    (named || sentence.all(|word| BEFORE.contains(&word))).then_some(day)
}

/// Whether the document says that it holds from this day.
pub(super) fn in_force(rows: &[Row], day: NaiveDate) -> Answer {
    let mut given: BTreeSet<NaiveDate> = BTreeSet::new();
    let (mut hinted, mut unclear, mut elsewhere) = (false, false, false);
    for row in rows {
        let known = dates(row);
        let said = row.has_any(&["vigueur", "applicable", "applicables"])
            || row.words().windows(2).any(|some| some == ["a", "compter"]);
        hinted |= said || !known.is_empty();
        if !said {
            elsewhere |= known.contains(&day);
            continue;
        }
        let doubted = row.doubt || doubtful(row.tokens());
        match holds_from(row) {
            Some(from) if known.len() == 1 && !doubted => given.extend([from]),
            _ => unclear |= doubted || !known.is_empty(),
        }
    }
    match (given.contains(&day), given.len()) {
        (true, 1) if !unclear => Answer::Says,
        (false, 1) if !unclear && !elsewhere => Answer::Differs,
        (_, 1..) => Answer::Unclear,
        (_, 0) if unclear => Answer::Unclear,
        (_, 0) if hinted => Answer::Hints,
        (_, 0) => Answer::Silent,
    }
}

/// Whether the document says that it is this version.
pub(super) fn version(rows: &[Row], version: &str) -> Answer {
    let wanted = words(version);
    let mut given: BTreeSet<Vec<String>> = BTreeSet::new();
    let (mut hinted, mut unclear) = (false, false);
    for row in rows {
        let all: Vec<Token> = row.tokens().cloned().collect();
        let vague = [
            "bis",
            "ter",
            "quater",
            "projet",
            "provisoire",
            "brouillon",
            "prochaine",
            "future",
        ];
        let doubted = row.doubt || row.has_any(&vague) || doubtful(row.tokens());
        let mut tokens: &[Token] = &all;
        let mut found = false;
        while let Some((first, rest)) = tokens.split_first() {
            tokens = rest;
            let Some((number, sure)) = (first.text == "version").then(|| numbered(rest)).flatten()
            else {
                continue;
            };
            let part = stands_in(&wanted, &number) || stands_in(&number, &wanted);
            unclear |= doubted || (number == wanted && !sure) || (number != wanted && part);
            found |= stands_in(&wanted, &number);
            given.insert(number);
        }
        hinted |= !found && stands_in(&wanted, &row.words());
    }
    match (given.contains(&wanted), given.len()) {
        (_, 0) if hinted => Answer::Hints,
        (_, 0) => Answer::Silent,
        (true, 1) if !unclear => Answer::Says,
        (false, 1) if !unclear && !hinted => Answer::Differs,
        _ => Answer::Unclear,
    }
}

/// The number behind the word "version", and whether nothing is added to it.
fn numbered(tokens: &[Token]) -> Option<(Vec<String>, bool)> {
    let idle = |token: &&Token| {
        let filler = matches!(token.text.as_str(), "n" | "no" | "numero" | "o");
        filler || matches!(token.kind, Kind::Mark(':' | '°' | '.' | '-'))
    };
    let mut given: Vec<String> = Vec::new();
    let (mut glued, mut sure) = (true, true);
    for token in tokens.iter().skip_while(idle) {
        match token.kind {
            Kind::Mark('-' | '.' | '/' | '_') if !glued => glued = true,
            Kind::Mark(mark) => {
                sure = matches!(mark, ',' | '.' | '-' | ';' | ':' | '(' | ')' | '«' | '»');
                break;
            }
            _ if glued => {
                given.push(token.text.clone());
                glued = false;
            }
            _ => {
                sure = BEHIND.contains(&token.text.as_str());
                break;
            }
        }
    }
    let digits = given
        .iter()
        .any(|word| word.chars().any(|letter| letter.is_ascii_digit()));
    digits.then_some((given, sure))
}
