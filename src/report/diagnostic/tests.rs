//! Diagnostics as people read them.

use super::{Style, bind, count, harmless, render};
use crate::diagnostic::{Code, Diagnostic, FileId, Place};
use crate::messages::{Lang, Messages};
use std::ops::Range;

const UNKNOWN_KEY: Code = Code::new("charter-unknown-key");
const DUPLICATE_ID: Code = Code::new("charter-duplicate-id");
const UNUSED_SOURCE: Code = Code::new("charter-unused-source");
const HEADER_MISSING: Code = Code::new("evidence-header-missing");

const PLAIN: Style = Style {
    color: false,
    unicode: false,
    width: 80,
};

fn at(file: usize, span: Range<usize>) -> Place {
    Place::Charter {
        file: FileId(file),
        span,
    }
}

fn unknown_key(key: &str) -> Diagnostic {
    Diagnostic::error(UNKNOWN_KEY)
        .arg("key", key)
        .arg("known", "titre")
        .arg("count", 1_u32)
        .arg("near", 0_u32)
        .arg("nearest", "")
}

fn files(texts: &[&str]) -> Vec<(String, String)> {
    let file = |(number, text): (usize, &&str)| (format!("{number}.toml"), (*text).to_owned());
    texts.iter().enumerate().map(file).collect()
}

#[test]
fn nothing_is_drawn_for_nothing() {
    assert_eq!(render(&[], &[], &Messages::new(Lang::Fr), PLAIN), "");
}

#[test]
fn counts_in_both_languages() {
    let (fr, en) = (Messages::new(Lang::Fr), Messages::new(Lang::En));
    let error = || unknown_key("a");
    let warning = || Diagnostic::warning(UNUSED_SOURCE);
    for (faults, french, english) in [
        (vec![error()], "1 faute", "1 error"),
        (
            vec![error(), error(), error(), warning()],
            "3 fautes, 1 avertissement",
            "3 errors, 1 warning",
        ),
        (
            vec![warning(), warning()],
            "aucune faute, 2 avertissements",
            "no error, 2 warnings",
        ),
    ] {
        assert_eq!(count(&faults, &fr), french);
        assert_eq!(count(&faults, &en), english);
    }
}

#[test]
fn a_place_of_the_evidence_has_no_excerpt() {
    let fault = Diagnostic::error(HEADER_MISSING)
        .arg("source", "appels")
        .arg("file", 2_u32)
        .arg("line", 0_u32)
        .arg("column", "attente")
        .arg("header", "Attente")
        .at(Place::Evidence {
            source: "appels".to_owned(),
            file: Some(2),
            line: None,
            column: Some("attente".to_owned()),
        });
    let text = render(&[fault], &files(&["x"]), &Messages::new(Lang::Fr), PLAIN);
    assert!(text.contains("colonne «\u{a0}attente\u{a0}»"), "{text}");
    assert!(text.contains("aide\u{a0}:"), "{text}");
    assert!(!text.contains("0.toml"), "{text}");
}

#[test]
fn two_places_in_two_files_have_two_excerpts() {
    let fault = Diagnostic::error(DUPLICATE_ID)
        .arg("id", "1")
        .at(at(1, 4..5))
        .related(at(0, 6..7));
    let files = files(&["# un\nn1\n", "n = 1\n"]);
    let text = render(&[fault], &files, &Messages::new(Lang::Fr), PLAIN);
    let first = text.find("[1.toml:1:5]").expect("the main place");
    let second = text.find("[0.toml:2:2]").expect("the other place");
    assert!(first < second, "{text}");
    assert!(
        text.contains("déjà pris") && text.contains("première fois"),
        "{text}"
    );
}

#[test]
fn a_span_of_several_lines_or_beyond_the_end_is_cut() {
    let text = "a = [\n  1,\n]\nb = 2";
    for (span, header) in [
        (4..12, "[0.toml:1:5]"),
        (13..900, "[0.toml:4:1]"),
        (900..901, "[0.toml:4:6]"),
        (0..0, "[0.toml:1:1]"),
    ] {
        let fault = unknown_key("a").at(at(0, span));
        let report = render(&[fault], &files(&[text]), &Messages::new(Lang::Fr), PLAIN);
        assert!(report.contains(header), "{report}");
        assert!(report.contains("champ inconnu"), "{report}");
    }
}

#[test]
fn a_span_inside_a_character_is_widened() {
    // Byte 1 is inside `é`.
    let fault = unknown_key("a").at(at(0, 1..1));
    let report = render(
        &[fault],
        &files(&["é = 1"]),
        &Messages::new(Lang::Fr),
        PLAIN,
    );
    assert!(report.contains("[0.toml:1:1]"), "{report}");
}

#[test]
fn places_are_counted_after_a_byte_order_mark() {
    let fault = unknown_key("a").at(at(0, 0..1));
    let files = files(&["\u{feff}a = 1\n"]);
    let report = render(&[fault], &files, &Messages::new(Lang::Fr), PLAIN);
    assert!(report.contains(" 1 | a = 1\n   : |\n"), "{report}");
}

#[test]
fn control_characters_reach_neither_message_nor_excerpt() {
    let text = "k\u{1b}[2J\u{7} = \u{202e}\"x\"\r\n";
    let fault = unknown_key("k\u{1b}]0;x\u{7}\nv").at(at(0, 0..1));
    let report = render(&[fault], &files(&[text]), &Messages::new(Lang::Fr), PLAIN);
    let bad = |letter: &char| (letter.is_control() && *letter != '\n') || *letter == '\u{202e}';
    assert_eq!(report.chars().find(bad), None, "{report}");
    assert_eq!(harmless("a\u{1b}b\nc\u{200b}"), "a\u{fffd}b c\u{fffd}");
}

#[test]
fn a_long_line_is_cut_around_its_caret() {
    let line = format!("{} = \"{}\"", "é".repeat(300), "字".repeat(300));
    let start = "é".repeat(300).len();
    let fault = unknown_key("a").at(at(0, start + 1..start + 2));
    let report = render(&[fault], &files(&[&line]), &Messages::new(Lang::Fr), PLAIN);
    for line in report.lines() {
        let wide = unicode_width::UnicodeWidthStr::width(line);
        assert!(wide <= PLAIN.width, "{wide} columns: {line}");
    }
    assert!(report.contains("[0.toml:1:302]"), "{report}");
}

#[test]
fn no_word_is_left_in_english_nor_any_colour_unasked() {
    let faults = [
        unknown_key("a").at(at(0, 0..1)),
        Diagnostic::warning(UNUSED_SOURCE)
            .arg("source", "appels")
            .at(at(0, 0..1)),
        Diagnostic::error(DUPLICATE_ID)
            .arg("id", "a")
            .at(at(0, 0..1))
            .related(at(0, 0..1)),
    ];
    let messages = Messages::new(Lang::Fr);
    for unicode in [false, true] {
        let style = Style { unicode, ..PLAIN };
        let text = render(&faults, &files(&["a = 1"]), &messages, style);
        for word in ["help", "Error", "error", "Warning", "warning", "Failed"] {
            assert!(!text.contains(word), "{text}");
        }
        assert!(!text.contains('\u{1b}'), "{text}");
        assert!(
            text.contains("avertissement charter-unused-source"),
            "{text}"
        );
    }
    let style = Style {
        color: true,
        ..PLAIN
    };
    assert!(render(&faults, &files(&["a = 1"]), &messages, style).contains("\u{1b}["));
}

#[test]
fn punctuation_stays_with_its_word() {
    assert_eq!(
        bind("« a » : 15 min, 90 % ; 3", Lang::Fr),
        "«\u{a0}a\u{a0}»\u{a0}: 15\u{a0}min, 90\u{a0}%\u{a0}; 3"
    );
    assert_eq!(bind("a : 15 min", Lang::En), "a : 15\u{a0}min");
}
