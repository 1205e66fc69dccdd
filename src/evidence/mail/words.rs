//! Words of a text, without case or accents, and the search of declared wordings among them.
//!
//! Invariant: two wordings are the same when their letters and digits are, whatever their case, accents, punctuation and
//! line breaks.

/// Letters in lower case and without accents, typographic signs as plain ones; combining marks are dropped.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' | 'ì' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' => folded.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
            'ÿ' | 'ý' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => {}
            '’' | '‘' | '`' => folded.push('\''),
            '\u{a0}' | '\u{202f}' | '\u{2009}' => folded.push(' '),
            other => folded.push(other),
        }
    }
    folded
}

/// The folded words of a text: runs of letters and digits.
pub(super) fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A wording to look for. A word `#` stands for any number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording(Vec<String>);

impl Wording {
    /// The wording of a declared text; none for a text without letter or digit.
    pub fn of(text: &str) -> Option<Self> {
        let words: Vec<String> = fold(text)
            .split(|letter: char| !letter.is_alphanumeric() && letter != '#')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    fn matches(&self, window: &[impl AsRef<str>]) -> bool {
        window.len() == self.0.len()
            && window.iter().zip(&self.0).all(|(found, wanted)| {
                let found = found.as_ref();
                found == wanted
                    || (wanted == "#" && found.bytes().all(|byte| byte.is_ascii_digit()))
            })
    }

    /// Whether the words begin with it.
    pub(super) fn begins(&self, words: &[impl AsRef<str>]) -> bool {
        words
            .get(..self.0.len())
            .is_some_and(|window| self.matches(window))
    }

    /// Where it first occurs among words.
    pub(super) fn find(&self, words: &[impl AsRef<str>]) -> Option<usize> {
        words
            .windows(self.0.len())
            .position(|window| self.matches(window))
    }
}

/// Whether one of the wordings occurs among words.
pub(super) fn any(wordings: &[Wording], words: &[impl AsRef<str>]) -> bool {
    wordings.iter().any(|wording| wording.find(words).is_some())
}

#[cfg(test)]
mod tests {
    use super::{Wording, any, fold, words};

    #[test]
    fn case_accents_and_signs_do_not_count() {
        for (one, two) in [
            ("ÉTAT CIVIL", "état civil"),
            ("e\u{301}tat-civil", "État\u{a0}civil"),
            ("Cœur d’Exemple", "COEUR D'EXEMPLE"),
            ("ci-joint", "Ci joint"),
        ] {
            assert_eq!(words(one), words(two), "{one}");
        }
        assert_eq!(fold("Façade"), "facade");
    }

    #[test]
    fn wordings_are_whole_words_in_a_row() {
        let text = words("Nous vous répondrons sous 10 jours, avant le 4 mai.");
        for (wording, found) in [
            ("sous # jours", true),
            ("AVANT le", true),
            ("jours avant", true),
            ("sous jours", false),
            ("jour", false),
            ("sous # jours avant le # mai", true),
        ] {
            let wording = Wording::of(wording).unwrap();
            assert_eq!(any(&[wording], &text), found);
        }
        assert_eq!(Wording::of(" !, "), None);
        let wording = Wording::of("nous").unwrap();
        assert!(wording.begins(&text));
        assert!(!Wording::of("vous").unwrap().begins(&text));
        assert_eq!(Wording::of("nous").unwrap().find(&[""; 0]), None);
    }
}
