//! Faults of TOML syntax, named by what their writer most likely meant.
//!
//! Invariant: one fault a line at most, the likeliest cause first; what only follows from an open bracket is not said.

use super::fault::{
    AFTER_VALUE, BACKSLASH, BOOLEAN_WORD, DATE_FORM, DECIMAL_COMMA, DUPLICATE_KEY, IMPOSSIBLE_DATE,
    KEY_CHARACTERS, LEADING_ZERO, MISSING_COMMA, MISSING_EQUALS, MISSING_VALUE, SYNTAX,
    TEXT_QUOTES, TITLE_BRACKETS, UNCLOSED, UNCLOSED_QUOTE,
};
use crate::diagnostic::{Code, Diagnostic, FileId, Place};
use std::ops::Range;

/// What the parser says: its description, and where.
pub(super) type Reported<'a> = (&'a str, Range<usize>);

/// A fault before it is a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    code: Code,
    span: Range<usize>,
}

/// The faults to be said about what the parser reports.
pub(super) fn faults(file: FileId, text: &str, reported: &[Reported<'_>]) -> Vec<Diagnostic> {
    let mut found: Vec<Found> = reported
        .iter()
        .map(|(description, span)| name(description, text, span))
        .collect();
    // An open bracket swallows what comes after it.
    let swallowing = |found: &&Found| found.code == UNCLOSED;
    if let Some(open) = found
        .iter()
        .filter(swallowing)
        .map(|fault| fault.span.start)
        .min()
    {
        found.retain(|fault| {
            fault.span.start <= open || line_of(text, fault.span.start) == line_of(text, open)
        });
    }
    found.sort_by_key(|fault| {
        (
            line_of(text, fault.span.start),
            rank(fault.code),
            fault.span.start,
        )
    });
    found.dedup_by_key(|fault| line_of(text, fault.span.start));
    found
        .into_iter()
        .map(|fault| diagnostic(file, text, fault))
        .collect()
}

fn diagnostic(file: FileId, text: &str, fault: Found) -> Diagnostic {
    let stretch = text.get(fault.span.clone()).unwrap_or_default();
    let named = Diagnostic::error(fault.code);
    let named = match fault.code {
        TEXT_QUOTES => named.arg("text", stretch.trim_matches(typographic)),
        DUPLICATE_KEY => named.arg("key", stretch),
        UNCLOSED => named.arg("mark", if stretch == "{" { "brace" } else { "bracket" }),
        DECIMAL_COMMA => named.arg("text", stretch.replace(',', ".")),
        _ => named,
    };
    named.at(Place::Charter {
        file,
        span: fault.span,
    })
}

/// Quotes that word processors write.
const fn typographic(letter: char) -> bool {
    matches!(
        letter,
        '«' | '»' | '“' | '”' | '„' | '‘' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '"'
    )
}

/// Which of the faults of one line is the cause of the others.
fn rank(code: Code) -> u8 {
    match code {
        DECIMAL_COMMA => 0,
        UNCLOSED_QUOTE => 1,
        MISSING_EQUALS => 2,
        UNCLOSED => 3,
        _ => 4,
    }
}

fn name(description: &str, text: &str, span: &Range<usize>) -> Found {
    let described = |start: &str| description.starts_with(start);
    let line = line_around(text, span.start);
    let stretch = text.get(span.clone()).unwrap_or_default();
    let at = |code| Found {
        code,
        span: span.clone(),
    };
    if let Some(span) = decimal_comma(text, &line) {
        return Found {
            code: DECIMAL_COMMA,
            span,
        };
    }
    if described("unclosed array") || described("unclosed inline table") {
        let open = Scan::new(text.get(..span.start).unwrap_or(text)).open_bracket();
        let span = open.map_or_else(|| span.clone(), |open| open..open.saturating_add(1));
        return Found {
            code: UNCLOSED,
            span,
        };
    }
    if described("invalid multi-line") {
        let open = Scan::new(text).open_quote();
        let span = open.map_or_else(|| span.clone(), |open| open..open.saturating_add(3));
        return Found {
            code: UNCLOSED_QUOTE,
            span,
        };
    }
    let quoted = text
        .get(line)
        .is_some_and(|line| line.contains(['"', '\'']));
    match () {
        () if description.contains("string, expected `") && quoted => at(UNCLOSED_QUOTE),
        () if described("duplicate key") => at(DUPLICATE_KEY),
        () if described("string values must be quoted") && span.is_empty() => at(MISSING_VALUE),
        () if described("string values must be quoted") && is_french_date(stretch) => at(DATE_FORM),
        () if described("string values must be quoted") && is_answer(stretch) => at(BOOLEAN_WORD),
        () if described("string values must be quoted") => at(TEXT_QUOTES),
        () if described("invalid boolean") => at(BOOLEAN_WORD),
        () if described("invalid date, expected day between")
            || described("invalid date, expected month between") =>
        {
            at(IMPOSSIBLE_DATE)
        }
        () if described("invalid date") || described("invalid time") => at(DATE_FORM),
        () if described("key with no value") || stretch == ":" => at(MISSING_EQUALS),
        () if described("invalid unquoted key") => at(KEY_CHARACTERS),
        () if described("missing comma") => at(MISSING_COMMA),
        () if described("missing value") => at(MISSING_VALUE),
        () if described("unexpected leading zero") => at(LEADING_ZERO),
        () if described("unexpected key or value") => at(AFTER_VALUE),
        () if described("unclosed") => at(TITLE_BRACKETS),
        () if described("missing escaped value") => Found {
            code: BACKSLASH,
            span: span.start.saturating_sub(1)..span.end,
        },
        () => at(SYNTAX),
    }
}

/// `31/12/2026`
fn is_french_date(text: &str) -> bool {
    let parts: Vec<&str> = text.trim().split(['/', '.']).collect();
    parts.len() == 3
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Yes and no as people write them.
fn is_answer(text: &str) -> bool {
    let words = ["oui", "non", "vrai", "faux", "yes", "no"];
    words.contains(&text.trim().to_lowercase().as_str())
}

/// The number of the line of a byte, from 0.
fn line_of(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    before.iter().filter(|byte| **byte == b'\n').count()
}

/// The line of a byte, without its end.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |end| end.saturating_add(1));
    let rest = text.get(start..).unwrap_or_default();
    let length = rest.find('\n').unwrap_or(rest.len());
    start..start.saturating_add(length)
}

/// The first `= 1,5` of a line, outside quotes and lists: only the number.
fn decimal_comma(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let bytes = text.as_bytes().get(line.clone())?;
    let (mut quote, mut after_equals, mut number) = (None, false, None::<(usize, bool)>);
    for (offset, byte) in bytes.iter().chain(b"\n").copied().enumerate() {
        if let Some(open) = quote {
            quote = (byte != open).then_some(open);
            continue;
        }
        number = match (byte, number) {
            (b'0'..=b'9', None) if after_equals => Some((offset, false)),
            (b'0'..=b'9', Some((start, comma))) => Some((start, comma)),
            (b',', Some((start, false)))
                if bytes
                    .get(offset.saturating_add(1))
                    .is_some_and(u8::is_ascii_digit) =>
            {
                Some((start, true))
            }
            (_, Some((start, true))) => {
                let at = |offset: usize| line.start.saturating_add(offset);
                return Some(at(start)..at(offset));
            }
            _ => None,
        };
        match byte {
            b'#' => return None,
            b'"' | b'\'' => (quote, after_equals) = (Some(byte), false),
            b'=' => after_equals = true,
            b' ' | b'\t' | b'-' | b'+' => {}
            _ => after_equals = false,
        }
    }
    None
}

/// What is open at the end of a text.
#[derive(Debug, Default)]
struct Scan {
    brackets: Vec<(usize, char)>,
    quote: Option<usize>,
}

impl Scan {
    fn new(text: &str) -> Self {
        let mut scan = Self::default();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let first = rest.chars().next().unwrap_or_default();
            at = match first {
                '#' => at.saturating_add(rest.find('\n').unwrap_or(rest.len())),
                '"' | '\'' => match quoted(rest, first) {
                    Some(length) => at.saturating_add(length),
                    None => {
                        scan.quote = Some(at);
                        text.len()
                    }
                },
                _ => {
                    scan.bracket(at, first);
                    at.saturating_add(first.len_utf8())
                }
            };
        }
        scan
    }

    fn bracket(&mut self, at: usize, letter: char) {
        let open = match letter {
            '[' | '{' => return self.brackets.push((at, letter)),
            ']' => '[',
            '}' => '{',
            _ => return,
        };
        if self.brackets.last().is_some_and(|(_, last)| *last == open) {
            self.brackets.pop();
        }
    }

    fn open_bracket(&self) -> Option<usize> {
        self.brackets.first().map(|(at, _)| *at)
    }

    const fn open_quote(&self) -> Option<usize> {
        self.quote
    }
}

/// How long a quoted text is, with its quotes; none if a text of several lines is never closed.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let triple: String = std::iter::repeat_n(quote, 3).collect();
    let long = text.starts_with(&triple);
    let opening = if long { 3 } else { 1 };
    let mut escaped = false;
    for (offset, letter) in text.char_indices().skip(opening) {
        if escaped {
            escaped = false;
        } else if letter == '\\' && quote == '"' {
            escaped = true;
        } else if letter == '\n' && !long {
            // An open text of one line ends with it: the parser goes on after it.
            return Some(offset);
        } else if letter == quote
            && (!long
                || text
                    .get(offset..)
                    .is_some_and(|rest| rest.starts_with(&triple)))
        {
            return Some(offset.saturating_add(opening));
        }
    }
    (!long).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::{Scan, decimal_comma};

    #[test]
    fn finds_decimal_commas_outside_texts_and_lists() {
        for (line, number) in [
            ("a = 1,5", Some("1,5")),
            ("x = { a = 12,50, b = 2 }", Some("12,50")),
            ("a = [1,5]", None),
            ("a = \"= 1,5\"", None),
            ("a = 1 # = 1,5", None),
            ("x = { a = 1, b = 2 }", None),
        ] {
            let found = decimal_comma(line, &(0..line.len()));
            assert_eq!(found.and_then(|span| line.get(span)), number, "{line}");
        }
    }

    #[test]
    fn finds_what_is_open() {
        let open = Scan::new("a = \"]\" # [\nb = [ 'x]', {c = 1}\n[d]\n");
        assert_eq!(open.open_bracket(), Some(16));
        assert_eq!(Scan::new("a = [ { b = [] } ]").open_bracket(), None);
        assert_eq!(Scan::new("a = \"\"\"x\ny").open_quote(), Some(4));
        assert_eq!(Scan::new("a = \"\"\"x\ny\"\"\"").open_quote(), None);
    }
}
