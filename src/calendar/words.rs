//! The words and marks of a weekday list or of opening hours, in French and in OSM's English.
//!
//! Invariant: every lexeme knows the bytes it came from, and lexing keeps all that is not white space.

use std::ops::Range;

/// The language a word shows its writer to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    French,
    English,
    Both,
}

/// What a lexeme is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, in lower case, without accents.
    Word(String),
    /// Digits that are not a time of day.
    Number(u32),
    /// Minutes since midnight; more than a day for the end of a night.
    Time(u32),
    /// Any other character; dashes of all lengths are `-`.
    Mark(char),
    /// Something that starts like a time of day and is not one.
    BadTime,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lexeme {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
    /// Written the French way, as `9h30`.
    pub(super) french: bool,
}

struct Lexer {
    chars: Vec<(usize, char)>,
    at: usize,
    length: usize,
}

/// Cuts a text into lexemes. A new line is a semicolon.
pub(super) fn lex(text: &str) -> Vec<Lexeme> {
    let mut lexer = Lexer {
        chars: text.char_indices().collect(),
        at: 0,
        length: text.len(),
    };
    let mut lexemes = Vec::new();
    while let Some(lexeme) = lexer.lexeme() {
        lexemes.push(lexeme);
    }
    lexemes
}

impl Lexer {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).map(|&(_, char)| char)
    }

    fn offset(&self) -> usize {
        self.chars
            .get(self.at)
            .map_or(self.length, |&(offset, _)| offset)
    }

    fn run(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let mut run = String::new();
        while let Some(char) = self.peek(0).filter(|&char| belongs(char)) {
            run.push(char);
            self.at += 1;
        }
        run
    }

    fn lexeme(&mut self) -> Option<Lexeme> {
        self.run(|char| char.is_whitespace() && char != '\n');
        let start = self.offset();
        let char = self.peek(0)?;
        let (kind, french) = if char.is_ascii_digit() {
            self.number()
        } else if char.is_alphabetic() {
            let word = self.run(char::is_alphabetic);
            self.skip('.');
            (Kind::Word(plain(&word)), false)
        } else {
            self.at += 1;
            (Kind::Mark(mark(char)), false)
        };
        Some(Lexeme {
            kind,
            span: start..self.offset(),
            french,
        })
    }

    fn skip(&mut self, char: char) {
        if self.peek(0) == Some(char) {
            self.at += 1;
        }
    }

    fn number(&mut self) -> (Kind, bool) {
        let digits = self.run(|char| char.is_ascii_digit());
        if self.peek(0) == Some(':') && self.peek(1).is_some_and(|char| char.is_ascii_digit()) {
            // `Jul 1:09:00`: the first colon only separates.
            if self.digits_from(1) == 2 && self.peek(3) == Some(':') && self.digits_from(4) == 2 {
                return (Kind::Number(value(&digits)), false);
            }
            self.at += 1;
            let minutes = self.run(|char| char.is_ascii_digit());
            return (time(&digits, &minutes), false);
        }
        let apart = self.peek(0).is_some_and(blank);
        if self.hour_mark() {
            return (self.after_hour(&digits, apart), true);
        }
        if self.peek(0) == Some('e')
            && self.peek(1) == Some('r')
            && !self.peek(2).is_some_and(char::is_alphabetic)
        {
            self.at += 2;
            return (Kind::Number(value(&digits)), true);
        }
        (Kind::Number(value(&digits)), false)
    }

    /// Passes over `h`, ` h` or `heures`, if it is there.
    fn hour_mark(&mut self) -> bool {
        let before = self.at;
        self.run(blank);
        let word = self.run(char::is_alphabetic);
        let is_hour = matches!(plain(&word).as_str(), "h" | "heure" | "heures");
        if !is_hour {
            self.at = before;
        }
        is_hour
    }

    /// The minutes behind an hour mark: glued as in `9h30`, or apart as in `9 h 30`. In `12h 14-18h` they are not.
    fn after_hour(&mut self, hours: &str, apart: bool) -> Kind {
        if self.peek(0).is_some_and(|char| char.is_ascii_digit()) {
            let minutes = self.run(|char| char.is_ascii_digit());
            return time(hours, &minutes);
        }
        let before = self.at;
        if apart && !self.run(blank).is_empty() {
            let minutes = self.run(|char| char.is_ascii_digit());
            let after_minutes = self.at;
            let starts_a_time = self.hour_mark() || self.peek(0) == Some(':');
            self.at = after_minutes;
            if minutes.len() == 2 && !starts_a_time {
                return time(hours, &minutes);
            }
            self.at = before;
        }
        time(hours, "00")
    }

    fn digits_from(&self, ahead: usize) -> usize {
        (ahead..)
            .take_while(|&at| self.peek(at).is_some_and(|char| char.is_ascii_digit()))
            .count()
    }
}

fn blank(char: char) -> bool {
    char.is_whitespace() && char != '\n'
}

fn value(digits: &str) -> u32 {
    digits.parse().unwrap_or(u32::MAX)
}

fn time(hours: &str, minutes: &str) -> Kind {
    let (hours, count) = (value(hours), minutes.len());
    let minutes = value(minutes);
    if count != 2 || minutes > 59 || hours > 48 || (hours == 48 && minutes > 0) {
        return Kind::BadTime;
    }
    Kind::Time(hours * 60 + minutes)
}

fn mark(char: char) -> char {
    match char {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\n' => ';',
        '&' => ',',
        '\u{2019}' => '\'',
        other => other,
    }
}

/// Lower case, without the accents of French.
fn plain(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|char| match char {
            'à' | 'â' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' => 'o',
            'û' | 'ù' | 'ü' => 'u',
            'ç' => 'c',
            other => other,
        })
        .collect()
}

/// The weekday a word names, counted from Monday = 0. `mar` is left out: OSM reads it as March.
pub(super) fn weekday(word: &str) -> Option<(u8, Tongue)> {
    let singular = word
        .strip_suffix('s')
        .filter(|stem| stem.len() > 4)
        .unwrap_or(word);
    let found = match singular {
        "lu" | "lun" | "lundi" => (0, Tongue::French),
        "ma" | "mardi" => (1, Tongue::French),
        "me" | "mer" | "mercredi" => (2, Tongue::French),
        "je" | "jeu" | "jeudi" => (3, Tongue::French),
        "ve" | "ven" | "vendredi" => (4, Tongue::French),
        "sa" => (5, Tongue::Both),
        "sam" | "samedi" => (5, Tongue::French),
        "di" | "dim" | "dimanche" => (6, Tongue::French),
        "mo" | "mon" | "monday" => (0, Tongue::English),
        "tu" | "tue" | "tues" | "tuesday" => (1, Tongue::English),
        "we" | "wed" | "wednesday" => (2, Tongue::English),
        "th" | "thu" | "thur" | "thurs" | "thursday" => (3, Tongue::English),
        "fr" | "fri" | "friday" => (4, Tongue::English),
        "sat" | "saturday" => (5, Tongue::English),
        "su" | "sun" | "sunday" => (6, Tongue::English),
        _ => return None,
    };
    Some(found)
}

/// The month a word names, counted from January = 0. `mar` is left out: French reads it as Tuesday.
pub(super) fn month(word: &str) -> Option<(u8, Tongue)> {
    let found = match word {
        "jan" => (0, Tongue::Both),
        "janv" | "janvier" => (0, Tongue::French),
        "january" => (0, Tongue::English),
        "fev" | "fevr" | "fevrier" => (1, Tongue::French),
        "feb" | "february" => (1, Tongue::English),
        "mars" => (2, Tongue::French),
        "march" => (2, Tongue::English),
        "avr" | "avril" => (3, Tongue::French),
        "apr" | "april" => (3, Tongue::English),
        "mai" => (4, Tongue::French),
        "may" => (4, Tongue::English),
        "juin" => (5, Tongue::French),
        "jun" | "june" => (5, Tongue::English),
        "juil" | "juillet" => (6, Tongue::French),
        "jul" | "july" => (6, Tongue::English),
        "aou" | "aout" => (7, Tongue::French),
        "aug" | "august" => (7, Tongue::English),
        "sep" | "sept" => (8, Tongue::Both),
        "septembre" => (8, Tongue::French),
        "september" => (8, Tongue::English),
        "oct" => (9, Tongue::Both),
        "octobre" => (9, Tongue::French),
        "october" => (9, Tongue::English),
        "nov" => (10, Tongue::Both),
        "novembre" => (10, Tongue::French),
        "november" => (10, Tongue::English),
        "dec" => (11, Tongue::Both),
        "decembre" => (11, Tongue::French),
        "december" => (11, Tongue::English),
        _ => return None,
    };
    Some(found)
}

/// A word that joins two ends of a range.
pub(super) fn joins(word: &str) -> Option<Tongue> {
    match word {
        "au" | "a" => Some(Tongue::French),
        "to" => Some(Tongue::English),
        _ => None,
    }
}

/// A word that adds to a list.
pub(super) fn adds(word: &str) -> Option<Tongue> {
    match word {
        "et" => Some(Tongue::French),
        "and" => Some(Tongue::English),
        _ => None,
    }
}

/// A word that says nothing by itself.
pub(super) fn is_filler(word: &str) -> Option<Tongue> {
    match word {
        "de" | "du" | "le" | "la" | "les" | "des" | "ouvert" | "ouverte" => Some(Tongue::French),
        "from" | "the" | "open" => Some(Tongue::English),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, lex};

    fn kinds(text: &str) -> Vec<Kind> {
        lex(text).into_iter().map(|lexeme| lexeme.kind).collect()
    }

    #[test]
    fn times_of_day() {
        for text in [
            "9h30",
            "09h30",
            "9 h 30",
            "9H30",
            "9:30",
            "09:30",
            "9\u{a0}h\u{a0}30",
            "9 heures 30",
        ] {
            assert_eq!(kinds(text), [Kind::Time(570)], "{text}");
        }
        for text in ["9h", "9 h", "09h00", "9 heures", "09:00"] {
            assert_eq!(kinds(text), [Kind::Time(540)], "{text}");
        }
        for text in ["9h5", "9h60", "49h", "9:5", "9:075", "48h30"] {
            assert_eq!(kinds(text), [Kind::BadTime], "{text}");
        }
        assert_eq!(kinds("9 h 12 h"), [Kind::Time(540), Kind::Time(720)]);
        assert_eq!(kinds("9h 12"), [Kind::Time(540), Kind::Number(12)]);
        assert_eq!(
            kinds("1:09:00"),
            [Kind::Number(1), Kind::Mark(':'), Kind::Time(540)]
        );
        assert_eq!(kinds("1er"), [Kind::Number(1)]);
    }

    #[test]
    fn words_lose_case_accents_and_dots() {
        assert_eq!(kinds("FÉRIÉS"), [Kind::Word("feries".to_owned())]);
        assert_eq!(kinds("lun."), [Kind::Word("lun".to_owned())]);
    }

    #[test]
    fn spans_are_bytes_of_the_text() {
        let text = "à – 9h30";
        let found: Vec<_> = lex(text)
            .into_iter()
            .map(|lexeme| text.get(lexeme.span).expect("bytes of the text"))
            .collect();
        assert_eq!(found, ["à", "–", "9h30"]);
    }
}
