//! Texts as TOML writes them.
//!
//! Invariant: what is read back is the text, and nothing in it acts on a terminal or an editor unseen.

use std::fmt::Write;

/// A basic string of TOML.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            // Marks without width and of direction would show another text than what is declared.
            letter if letter.is_control() || is_unseen(letter) => {
                let _ = write!(out, "\\u{:04X}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// Whether a letter acts on a terminal or an editor without being seen.
const fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn texts_are_quoted_for_toml() {
        for text in [
            "a\"b\\c",
            "d\te\r\n",
            "\u{202e}f",
            "Début de l’entretien",
            "\u{7f}\u{85}",
        ] {
            let document = format!("a = {}", quoted(text));
            let table: toml::Table = document.parse().expect("TOML");
            assert_eq!(table.get("a").and_then(toml::Value::as_str), Some(text));
        }
    }
}
