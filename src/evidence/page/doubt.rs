//! Words that take back, limit or put off what stands beside them, and the lines that stand in their shadow.
//!
//! Invariant: nothing that a doubted line says is said, and nothing that it says is different.

use super::lexer::{Kind, Token};
use super::line::Row;

/// Words that deny, or that leave something out.
const NEGATIONS: [&str; 12] = [
    "ne", "pas", "jamais", "aucun", "aucune", "ni", "sans", "sauf", "excepte", "excepter",
    "hormis", "hors",
];
/// How words begin that say of something that it holds no longer.
const GONE: [&str; 13] = [
    "ancien",
    "supprim",
    "suspen",
    "remplac",
    "abrog",
    "annul",
    "perime",
    "obsolete",
    "caduc",
    "interromp",
    "indisponible",
    "archiv",
    "expire",
];
/// Behind "plus" these words say that there is no more of something.
const NO_MORE: [&str; 12] = [
    "de",
    "d",
    "en",
    "valable",
    "valables",
    "possible",
    "possibles",
    "disponible",
    "disponibles",
    "ouvert",
    "ouverte",
    "ouverts",
];
/// A line of as many words, or fewer, is the label of what follows.
const LABEL: usize = 4;

/// Whether a word is denied: "ne", "n’" (and not "n°"), "pas", "sans".
fn denies(tokens: &[&Token]) -> bool {
    tokens.iter().enumerate().any(|(position, token)| {
        let next = tokens.get(position.saturating_add(1));
        let numbered = next.is_none_or(|next| {
            matches!(next.kind, Kind::Number(_) | Kind::Mark(_)) || next.text == "o"
        });
        NEGATIONS.contains(&token.text.as_str()) || (token.text == "n" && !numbered)
    })
}

/// Whether something is said to hold no longer.
fn takes_back(tokens: &[&Token]) -> bool {
    let gone = |token: &&Token| GONE.iter().any(|start| token.text.starts_with(start));
    let no_more = tokens.windows(2).any(|pair| match pair {
        [one, two] => one.text == "plus" && NO_MORE.contains(&two.text.as_str()),
        _ => false,
    });
    no_more || tokens.iter().any(gone)
}

/// Whether a line says something that takes a part of it back.
pub(super) fn doubtful<'a>(tokens: impl Iterator<Item = &'a Token>) -> bool {
    let tokens: Vec<&Token> = tokens.collect();
    denies(&tokens) || takes_back(&tokens) || tokens.iter().any(|token| token.text == "plus")
}

/// Whether a line that gives hours takes them back: "sans interruption", "sauf jours fériés" and "non stop" do not.
pub(super) fn doubts_hours<'a>(tokens: impl Iterator<Item = &'a Token>) -> bool {
    const VAGUE: [&str; 6] = [
        "moins",
        "minimum",
        "maximum",
        "environ",
        "approximativement",
        "guichet",
    ];
    const KEPT: [&str; 3] = ["sans", "sauf", "hors"];
    let tokens: Vec<&Token> = tokens
        .filter(|token| !KEPT.contains(&token.text.as_str()))
        .collect();
    let contrary = (0..tokens.len()).any(|position| {
        let text = |position: usize| tokens.get(position).map_or("", |token| token.text.as_str());
        let next = match text(position.saturating_add(1)) {
            "-" => text(position.saturating_add(2)),
            next => next,
        };
        text(position) == "non" && next != "stop"
    });
    let vague = |token: &&Token| VAGUE.contains(&token.text.as_str());
    denies(&tokens) || takes_back(&tokens) || contrary || tokens.iter().any(vague)
}

/// Doubts the lines under a heading, or behind a label, that takes back what follows.
pub(super) fn shade(rows: &mut [Row]) {
    let mut heads: Vec<(u8, bool)> = Vec::new();
    let (mut behind, mut part) = (false, 0);
    for row in rows {
        let tokens: Vec<&Token> = row.tokens().collect();
        let taken = denies(&tokens) || takes_back(&tokens);
        let opens = tokens
            .last()
            .is_some_and(|last| last.kind == Kind::Mark(':'));
        if row.part != part {
            behind = false;
            part = row.part;
        }
        if row.heading > 0 {
            heads.retain(|(level, _)| *level < row.heading);
            heads.push((row.heading, taken));
            behind = false;
        } else if opens || (taken && row.words().len() <= LABEL) {
            behind = taken;
        }
        row.doubt |= behind || heads.iter().any(|(_, taken)| *taken);
    }
}

/// Whether each line stands under a heading that has one of these words.
pub(super) fn under(rows: &[Row], words: &[&str]) -> Vec<bool> {
    let mut heads: Vec<(u8, bool)> = Vec::new();
    let shaded = |row: &Row| {
        if row.heading > 0 {
            heads.retain(|(level, _)| *level < row.heading);
            heads.push((row.heading, row.has_any(words)));
        }
        heads.iter().any(|(_, found)| *found)
    };
    rows.iter().map(shaded).collect()
}
