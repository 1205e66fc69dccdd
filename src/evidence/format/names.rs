//! French names of months and weekdays, at the head of a text.
//!
//! Invariant: a name is the whole run of letters at the head of the text, without regard to case and accents; what could
//! be two months (`jui`) is none.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The full name of each month, and what it is shortened to; a point may follow the short ones.
const MONTHS: [(&str, &[&str]); 12] = [
    ("janvier", &["janv", "jan"]),
    ("fevrier", &["fevr", "fev"]),
    ("mars", &["mar"]),
    ("avril", &["avr"]),
    ("mai", &[]),
    ("juin", &["jun"]),
    ("juillet", &["juill", "juil", "jul"]),
    ("aout", &["aou"]),
    ("septembre", &["sept", "sep"]),
    ("octobre", &["oct"]),
    ("novembre", &["nov"]),
    ("decembre", &["dec"]),
];

/// The same for each weekday, from Monday.
const WEEKDAYS: [(&str, &[&str]); 7] = [
    ("lundi", &["lun"]),
    ("mardi", &["mar"]),
    ("mercredi", &["mer", "merc"]),
    ("jeudi", &["jeu"]),
    ("vendredi", &["ven", "vend"]),
    ("samedi", &["sam"]),
    ("dimanche", &["dim"]),
];

/// More characters than any name has, each accent counted.
const LONGEST: usize = 24;

/// The month that the text begins with, from 1, and what follows its name. A point after a short name is part of it,
/// unless the notation asks for a point there and the text has no other.
pub(super) fn month(text: &str, point_follows: bool) -> Option<(i64, &str)> {
    let (rank, rest) = find(&MONTHS, text, point_follows)?;
    Some((rank + 1, rest))
}

/// The weekday that the text begins with, from 0 for Monday, and what follows its name.
pub(super) fn weekday(text: &str, point_follows: bool) -> Option<(i64, &str)> {
    find(&WEEKDAYS, text, point_follows)
}

fn find<'a>(
    names: &[(&str, &[&str])],
    text: &'a str,
    point_follows: bool,
) -> Option<(i64, &'a str)> {
    let letter = |c: char| c.is_alphabetic() || is_combining_mark(c);
    let end = text
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| !letter(*c))
        .map_or(text.len(), |(at, _)| at);
    let (word, rest) = text.split_at_checked(end)?;
    let word: String = word
        .chars()
        .take(LONGEST)
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
    for ((full, short), rank) in names.iter().zip(0..) {
        if word == *full {
            return Some((rank, rest));
        }
        if short.contains(&word.as_str()) {
            let rest = match rest.strip_prefix('.') {
                Some(after) if !point_follows || after.starts_with('.') => after,
                _ => rest,
            };
            return Some((rank, rest));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{month, weekday};

    #[test]
    fn months_by_hand() {
        for (text, point, expected) in [
            ("mars 2026", false, Some((3, " 2026"))),
            ("Février", false, Some((2, ""))),
            ("FEVRIER", false, Some((2, ""))),
            ("fe\u{301}vr. 26", false, Some((2, " 26"))),
            ("févr.2026", true, Some((2, ".2026"))),
            ("févr..2026", true, Some((2, ".2026"))),
            ("févr2026", true, Some((2, "2026"))),
            ("AOÛT", false, Some((8, ""))),
            ("aout", false, Some((8, ""))),
            ("déc.", false, Some((12, ""))),
            ("mai.", false, Some((5, "."))),
            ("juil", false, Some((7, ""))),
            ("juin", false, Some((6, ""))),
            ("jui", false, None),
            ("ju", false, None),
            ("ma", false, None),
            ("marsi", false, None),
            ("march", false, None),
            ("may", false, None),
            ("", false, None),
            (".", false, None),
            ("3", false, None),
        ] {
            assert_eq!(month(text, point), expected, "{text}");
        }
    }

    #[test]
    fn weekdays_by_hand() {
        for (text, expected) in [
            ("lundi 4", Some((0, " 4"))),
            ("Mar. 5", Some((1, " 5"))),
            ("mercredi", Some((2, ""))),
            ("JEU", Some((3, ""))),
            ("vendredi", Some((4, ""))),
            ("sam", Some((5, ""))),
            ("dim.", Some((6, ""))),
            ("mars", None),
            ("l", None),
        ] {
            assert_eq!(weekday(text, false), expected, "{text}");
        }
    }
}
