//! Identifiers as different tools write them, brought to one form before they are digested.
//!
//! Invariant: only what the charter declares is folded; two texts that differ in anything else keep different digests.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What does not count in an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Normal {
    /// Capital and small letters are the same.
    pub case: bool,
    /// Blanks inside do not count, no-break ones included.
    pub spaces: bool,
    /// The two ways in which Unicode writes an accented letter are the same.
    pub unicode: bool,
}

impl Normal {
    /// The names of the foldings in `sources.toml`.
    pub const WORDS: &'static [&'static str] = &["case", "spaces", "unicode"];

    /// The folding of a list of names.
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut normal = Self::default();
        for word in words {
            match word {
                "case" => normal.case = true,
                "spaces" => normal.spaces = true,
                "unicode" => normal.unicode = true,
                _ => {}
            }
        }
        normal
    }

    /// An identifier in its one form.
    pub fn fold(self, text: &str) -> Cow<'_, str> {
        let mut text = Cow::Borrowed(text);
        if self.spaces && text.contains(char::is_whitespace) {
            text = text.chars().filter(|c| !c.is_whitespace()).collect();
        }
        if self.case {
            // Through capitals, so that final sigmas and sharp s have one form.
            text = text.to_uppercase().to_lowercase().into();
        }
        if self.unicode && !is_nfc(&text) {
            text = text.nfc().collect();
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Normal;

    const TEXTS: [&str; 8] = [
        "A 12",
        "a 12",
        "A12",
        "a\u{a0}12",
        "É 12",
        "E\u{301} 12",
        "é12",
        "B12",
    ];

    /// Which of the texts are the same, by hand: the numbers of their classes under each set of foldings.
    #[test]
    fn texts_are_the_same_as_declared_and_no_more() {
        for (words, classes) in [
            (&[][..], [0, 1, 2, 3, 4, 5, 6, 7]),
            (&["case"][..], [0, 0, 1, 2, 3, 4, 5, 6]),
            (&["spaces"][..], [0, 1, 0, 1, 2, 3, 4, 5]),
            (&["unicode"][..], [0, 1, 2, 3, 4, 4, 5, 6]),
            (&["case", "spaces"][..], [0, 0, 0, 0, 1, 2, 1, 3]),
            (&["case", "unicode"][..], [0, 0, 1, 2, 3, 3, 4, 5]),
            (&["spaces", "unicode"][..], [0, 1, 0, 1, 2, 2, 3, 4]),
            (&["case", "spaces", "unicode"][..], [0, 0, 0, 0, 1, 1, 1, 2]),
        ] {
            let normal = Normal::of(words.iter().copied());
            for (one, first) in TEXTS.iter().zip(classes) {
                for (two, second) in TEXTS.iter().zip(classes) {
                    let same = normal.fold(one) == normal.fold(two);
                    assert_eq!(same, first == second, "{words:?} {one} {two}");
                }
            }
        }
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        let normal = Normal::of(Normal::WORDS.iter().copied());
        for text in ["ΑΣ ΑΣ", "Straße", "İ", "ﬀ", "a\u{327}\u{301}"] {
            let once = normal.fold(text).into_owned();
            assert_eq!(normal.fold(&once), once, "{text}");
        }
        assert_eq!(normal.fold("STRASSE"), normal.fold("Straße"));
    }
}
