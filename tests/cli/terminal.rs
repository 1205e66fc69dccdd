//! The scorecard of the example town on terminals of every width, with and without colour.

use super::town::{Town, run_in};
use charte::messages::{Lang, Messages};
use charte::report::{Style, terminal};
use charte::scorecard::Scorecard;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

fn example() -> Scorecard {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let said = run_in(root, &["check", "--format", "json"]);
    serde_json::from_str(&said.out).expect("a scorecard")
}

fn rendered(scorecard: &Scorecard, lang: Lang, width: usize, color: bool) -> String {
    let style = Style {
        color,
        unicode: true,
        width,
    };
    terminal::render(scorecard, &Messages::new(lang), style)
}

/// The text without the sequences that set colours.
fn without_colors(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| {
        let (codes, rest) = part.split_once('m').expect("a colour");
        let plain = codes
            .chars()
            .all(|letter| letter.is_ascii_digit() || letter == ';');
        assert!(plain, "{codes:?} is no colour");
        whole + rest
    })
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let scorecard = example();
    for lang in Lang::ALL {
        for width in [40, 50, 60, 71, 72, 80, 100, 110] {
            let text = rendered(&scorecard, lang, width, false);
            for line in text.lines() {
                assert!(line.width() <= width, "{width}: {line}");
                assert_eq!(line, line.trim_end(), "{width}");
            }
        }
    }
}

#[test]
fn colour_adds_nothing_but_colour() {
    let scorecard = example();
    for width in [40, 60, 80, 110] {
        let plain = rendered(&scorecard, Lang::Fr, width, false);
        let colored = rendered(&scorecard, Lang::Fr, width, true);
        assert!(!plain.contains('\u{1b}') && colored.contains('\u{1b}'));
        let colored = without_colors(&colored);
        let lines: Vec<&str> = colored.lines().map(str::trim_end).collect();
        assert_eq!(lines.join("\n") + "\n", plain, "{width}");
    }
}

/// Broken into lines or not, each requirement and its result are there, in the order of the charter.
#[test]
fn every_width_says_the_same() {
    let scorecard = example();
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let bare = |text: &str| -> String {
            let plain = text.chars().filter(|letter| !letter.is_whitespace());
            plain.collect()
        };
        for width in [40, 60, 71] {
            let text = bare(&rendered(&scorecard, lang, width, false));
            let mut at = 0;
            for card in scorecard.all_requirements() {
                let verdict = messages.plain(&format!("verdict-{}", card.verdict));
                let expected = bare(&format!("{verdict}{}", card.title));
                let found = text.get(at..).and_then(|rest| rest.find(&expected));
                at += found.unwrap_or_else(|| panic!("{width}: no {expected}"));
            }
        }
        for width in [72, 80, 110] {
            let text = rendered(&scorecard, lang, width, false);
            for card in scorecard.all_requirements() {
                for word in card.title.split(|letter: char| !letter.is_alphabetic()) {
                    assert!(text.contains(word), "{width}: no {word}");
                }
            }
        }
    }
}

#[test]
fn texts_of_the_charter_cannot_steer_a_terminal() {
    let town = Town::new();
    let steering = r"\u001b[31mRouge\u0007\u009b2J\u202egauche\r\b";
    let title = format!("title = \"{steering}\"");
    town.replace(
        "charter/charter.toml",
        "title = \"Charte d'accueil\"",
        &title,
    );
    town.replace(
        "charter/engagements/accueil.toml",
        "title = \"Un accueil attentif\"",
        &title,
    );
    town.replace(
        "charter/engagements/accueil.toml",
        "title = \"Chaque personne est saluée\"",
        &title,
    );
    for args in [
        &["check"][..],
        &["explain", "accueil/salutation"],
        &["publish"],
    ] {
        // No escape is looked for in every call already.
        let said = town.run(args);
        let steers = |letter: char| {
            (letter.is_control() && letter != '\n') || ('\u{202a}'..='\u{202e}').contains(&letter)
        };
        assert_eq!(said.both().find(steers), None, "{args:?}: {said:?}");
        assert!(said.code != 2 || said.out.is_empty());
    }
}
