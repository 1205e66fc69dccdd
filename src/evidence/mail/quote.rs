//! What a message quotes or forwards is cut before anything is looked at.
//!
//! Invariant: what is left are lines that the sender wrote, as far as the usual marks of mail programs tell.

use super::words::{fold, words};

/// Lines with which mail programs open what they quote or forward, without their dashes.
const OPENINGS: [&str; 11] = [
    "message d'origine",
    "message original",
    "message transfere",
    "message initial",
    "original message",
    "forwarded message",
    "forwarded by",
    "begin forwarded message",
    "debut du message reexpedie",
    "debut du message transfere",
    "reply message",
];
/// The lines behind a line of attribution in which it may go on.
const WRAPPED: usize = 3;
/// The lines in which the head of a quoted message names its date.
const HEAD: usize = 5;

/// The sender's own lines.
pub(super) fn own_lines(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().collect();
    let mut own = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = lines.get(at..).unwrap_or_default();
        if line.trim_start().starts_with('>') {
            at = at.saturating_add(1);
            continue;
        }
        if opens(line) || heads(rest) {
            break;
        }
        if let Some(length) = attribution(rest) {
            let behind = rest.get(length..).unwrap_or_default();
            let next = behind.iter().find(|line| !line.trim().is_empty());
            if next.is_none_or(|next| !next.trim_start().starts_with('>')) {
                break;
            }
            at = at.saturating_add(length);
            continue;
        }
        own.push(*line);
        at = at.saturating_add(1);
    }
    own
}

/// `-----Message d'origine-----` and its like.
fn opens(line: &str) -> bool {
    let folded = fold(line);
    let bare = folded.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '-' | '_' | '*' | '=' | ':')
    });
    let dashed = folded.trim_start().starts_with("--") || folded.trim_end().ends_with(':');
    OPENINGS
        .iter()
        .any(|opening| bare == *opening || (dashed && bare.starts_with(opening)))
}

/// `De : …`, then `Envoyé : …` or `Date : …` within a few lines.
fn heads(lines: &[&str]) -> bool {
    let name = |line: &str| {
        let folded = fold(line);
        let (name, _) = folded.split_once(':')?;
        let name = name.trim_matches(|letter: char| letter.is_whitespace() || letter == '*');
        Some(name.to_owned())
    };
    let is =
        |line: &&str, names: &[&str]| name(line).is_some_and(|name| names.contains(&name.as_str()));
    let mut lines = lines.iter();
    lines.next().is_some_and(|line| is(line, &["de", "from"]))
        && lines
            .take(HEAD)
            .any(|line| is(line, &["envoye", "envoye le", "sent", "date"]))
}

/// `Le 4 mai 2026 à 10:02, … a écrit :`, on one line or wrapped over a few: how many lines it takes.
fn attribution(lines: &[&str]) -> Option<usize> {
    let first = words(lines.first()?);
    if !matches!(first.first().map(String::as_str), Some("le" | "on" | "am")) {
        return None;
    }
    // A day, a year or a time: a sentence that begins with "Le" has none of them and no colon at its end.
    let mut digits = false;
    for (at, line) in lines.iter().take(WRAPPED).enumerate() {
        let folded = fold(line);
        digits |= folded.contains(|letter: char| letter.is_ascii_digit());
        let bare = folded.trim_end();
        if let Some(bare) = bare.strip_suffix(':') {
            let ends = ["a ecrit", "ecrit", "wrote", "schrieb"];
            let said = ends.iter().any(|end| bare.trim_end().ends_with(end));
            return (said && digits).then(|| at.saturating_add(1));
        }
        if bare.is_empty() {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::own_lines;
    use proptest::prelude::*;

    #[test]
    fn quotes_are_cut_by_hand() {
        for (text, expected) in [
            ("Bonjour,\nOui.\n> Non\n>> Non", vec!["Bonjour,", "Oui."]),
            ("> Non\nOui.\n> Non\nAussi.", vec!["Oui.", "Aussi."]),
            (
                "Oui.\nLe 4 mai 2026 à 10:02, X <x@y.example> a écrit :\n\n> Non",
                vec!["Oui.", ""],
            ),
            (
                "Oui.\nLe lun. 4 mai 2026 à 10:02, X\n<x@y.example> a écrit\u{a0}:\nNon\nNon",
                vec!["Oui."],
            ),
            (
                "Oui.\nOn Mon, May 4, 2026, X wrote:\n> Non\nFin",
                vec!["Oui.", "Fin"],
            ),
            ("Oui.\n\n-----Message d'origine-----\nNon", vec!["Oui.", ""]),
            (
                "Oui.\n---------- Forwarded message ---------\nNon",
                vec!["Oui."],
            ),
            (
                "Oui.\n________________________________\nDe : X\nEnvoyé : lundi 4 mai 2026\nÀ : Y\nNon",
                vec!["Oui.", "________________________________"],
            ),
            ("Oui.\n*From:* X\n*Sent:* Monday\nNon", vec!["Oui."]),
            (
                "Le dossier est prêt.\nDe : cela dépend.\nLe 4 mai, nous vous avons écrit.",
                vec![
                    "Le dossier est prêt.",
                    "De : cela dépend.",
                    "Le 4 mai, nous vous avons écrit.",
                ],
            ),
        ] {
            assert_eq!(own_lines(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_left_was_written_in_order(text in "((> ?)?[a-zé :]{0,12}\n|Le 4 a écrit :\n|De : x\n|Envoyé : y\n){0,12}") {
            let own = own_lines(&text);
            let mut all = text.lines();
            for line in own {
                prop_assert!(!line.trim_start().starts_with('>'));
                prop_assert!(all.any(|other| other == line));
            }
        }
    }
}
