//! Words, numbers, times of day and marks of a line, in one form whatever the capitals, accents and blanks.
//!
//! Invariant: every letter and digit of the text is in some token.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Digits that are not a time of day.
    Number(u32),
    /// Minutes since midnight.
    Time(u32),
    /// Any other character; dashes of all lengths are `-`.
    Mark(char),
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// In small letters, without accents.
    pub(super) text: String,
}

impl Token {
    pub(super) const fn is_mark(&self) -> bool {
        matches!(self.kind, Kind::Mark(_))
    }

    pub(super) const fn is_time(&self) -> bool {
        matches!(self.kind, Kind::Time(_))
    }
}

/// The words and numbers of a text.
pub(super) fn words(text: &str) -> Vec<String> {
    let tokens = lex(text).into_iter().filter(|token| !token.is_mark());
    tokens.map(|token| token.text).collect()
}

/// Whether words stand one after the other among others.
pub(super) fn stands_in<T: AsRef<str>>(words: &[String], all: &[T]) -> bool {
    !words.is_empty()
        && all.windows(words.len()).any(|some| {
            some.iter()
                .map(T::as_ref)
                .eq(words.iter().map(String::as_str))
        })
}

/// Small letters without accents nor signs that are not seen.
fn fold(text: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(text.len());
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        match letter {
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            'œ' => letters.extend(['o', 'e']),
            'æ' => letters.extend(['a', 'e']),
            _ if is_combining_mark(letter) => {}
            _ => letters.push(letter),
        }
    }
    letters
}

/// Cuts a text into tokens.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        letters: fold(text),
        at: 0,
    };
    let mut tokens: Vec<Token> = Vec::new();
    while let Some(token) = lexer.token() {
        // `après-midi` is no range that ends at noon.
        let behind = tokens.iter().rev().take(2).collect::<Vec<_>>();
        let afternoon = token.text == "midi"
            && match behind.as_slice() {
                [last, ..] if last.text == "apres" => Some(1),
                [last, before] if last.text == "-" && before.text == "apres" => Some(2),
                _ => None,
            }
            .is_some_and(|count| {
                tokens.truncate(tokens.len().saturating_sub(count));
                true
            });
        tokens.push(if afternoon {
            Token {
                kind: Kind::Word,
                text: "apresmidi".to_owned(),
            }
        } else {
            token
        });
    }
    tokens
}

struct Lexer {
    letters: Vec<char>,
    at: usize,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at.saturating_add(ahead)).copied()
    }

    fn run(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let mut run = String::new();
        while let Some(letter) = self.peek(0).filter(|letter| belongs(*letter)) {
            run.push(letter);
            self.at = self.at.saturating_add(1);
        }
        run
    }

    fn token(&mut self) -> Option<Token> {
        self.run(|letter| letter.is_whitespace() || matches!(letter, '\'' | '’' | '‘' | 'ʼ'));
        let letter = self.peek(0)?;
        if letter.is_ascii_digit() {
            return Some(self.number());
        }
        if letter.is_alphabetic() {
            let text = self.run(char::is_alphabetic);
            // The point of `lun.` ends no sentence.
            let abbreviated = text.chars().count() <= 3 && self.peek(0) == Some('.');
            if abbreviated && super::words::weekday(&text).is_some() {
                self.at = self.at.saturating_add(1);
            }
            let kind = match text.as_str() {
                "midi" => Kind::Time(12 * 60),
                "minuit" => Kind::Time(24 * 60),
                _ => Kind::Word,
            };
            return Some(Token { kind, text });
        }
        self.at = self.at.saturating_add(1);
        let mark = match letter {
            '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
            other => other,
        };
        Some(Token {
            kind: Kind::Mark(mark),
            text: mark.to_string(),
        })
    }

    fn number(&mut self) -> Token {
        let start = self.at;
        let digits = self.run(|letter| letter.is_ascii_digit());
        let kind = match self.minutes(&digits) {
            Some(minutes) => Kind::Time(minutes),
            None => Kind::Number(digits.parse().unwrap_or(u32::MAX)),
        };
        let text = match kind {
            Kind::Time(_) => self
                .letters
                .get(start..self.at)
                .unwrap_or_default()
                .iter()
                .filter(|letter| !letter.is_whitespace())
                .collect(),
            _ => digits,
        };
        Token { kind, text }
    }

    /// The time of day that begins with these digits; passes over it if it is one.
    fn minutes(&mut self, digits: &str) -> Option<u32> {
        let before = self.at;
        let found = self.after_hours(digits);
        if found.is_none() {
            self.at = before;
        }
        found
    }

    fn after_hours(&mut self, digits: &str) -> Option<u32> {
        let hours: u32 = digits.parse().ok().filter(|_| digits.len() <= 2)?;
        let colon = self.peek(0) == Some(':');
        if colon {
            self.at = self.at.saturating_add(1);
        } else {
            self.run(char::is_whitespace);
            let word = self.run(char::is_alphabetic);
            if !matches!(word.as_str(), "h" | "heure" | "heures" | "hrs") {
                return None;
            }
        }
        let end = self.at;
        if !colon {
            self.run(char::is_whitespace);
        }
        let minutes = self.run(|letter| letter.is_ascii_digit());
        // In `12 h 14 h` the second number is an hour of its own.
        let rest = self.letters.get(self.at..).unwrap_or_default();
        let next = rest.iter().find(|letter| !letter.is_whitespace());
        let own = next == Some(&'h') || (next == Some(&':') && !colon);
        let minutes = if minutes.len() == 2 && (colon || !own) {
            minutes.parse().ok()?
        } else if colon {
            return None;
        } else {
            self.at = end;
            0
        };
        (minutes < 60 && (hours < 24 || (hours == 24 && minutes == 0)))
            .then(|| hours.saturating_mul(60).saturating_add(minutes))
    }
}
