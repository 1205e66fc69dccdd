//! Diagnostics for people: code, message, excerpt of the charter with carets, and how to mend.
//!
//! Invariant: every word comes from the catalogue; the same diagnostics give the same bytes; nothing quoted from a
//! charter can steer a terminal. Evidence has no excerpt: its place is in the message already.

mod excerpt;
mod gathered;
#[cfg(test)]
mod tests;

use crate::diagnostic::{Diagnostic, Place, Severity, Value};
use crate::messages::{Lang, Messages};
use excerpt::{Excerpts, Spot};
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeCharacters, ThemeStyles,
};
use std::fmt;

/// How a report is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// With terminal colours.
    pub color: bool,
    /// With drawing characters beyond ASCII.
    pub unicode: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// Draws diagnostics, and counts them in a last line; nothing for none.
///
/// `files` are the charter's files in the order of their reading, each with the path to show and its text. A file that is
/// not UTF-8 is given with replacement characters: its fault stands before the first of them.
pub fn render(
    diagnostics: &[Diagnostic],
    files: &[(String, String)],
    messages: &Messages,
    style: Style,
) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let mut out = String::new();
    for diagnostic in diagnostics
        .iter()
        .filter(|one| !gathered::is_of_evidence(one))
    {
        let report = Report::new(diagnostic, files, messages, style);
        // Writing into a string cannot fail; whatever was written stays.
        let _ = report.draw(&mut out, style);
        out.push('\n');
    }
    gathered::draw(diagnostics, messages, style, &mut out);
    out.push_str(&count(diagnostics, messages));
    out.push('\n');
    let lines: Vec<&str> = out.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

/// `3 fautes, 1 avertissement`
pub fn count(diagnostics: &[Diagnostic], messages: &Messages) -> String {
    let number = |severity| {
        let of_severity = diagnostics.iter().filter(|one| one.severity == severity);
        Value::from(of_severity.count())
    };
    let args = [
        ("errors", number(Severity::Error)),
        ("warnings", number(Severity::Warning)),
    ];
    messages.text("report-count", &args)
}

/// A text of the charter as it may be shown on one line: without control characters, nor those that turn the direction of
/// writing or take no room.
pub fn harmless(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\n' | '\r' | '\t' => ' ',
        letter if excerpt::is_harmless(letter) => letter,
        _ => char::REPLACEMENT_CHARACTER,
    };
    text.chars().map(shown).collect()
}

/// One diagnostic, with its words.
#[derive(Debug)]
struct Report {
    heading: String,
    message: String,
    footer: Option<String>,
    severity: Severity,
    excerpts: Excerpts,
}

impl Report {
    fn new(
        diagnostic: &Diagnostic,
        files: &[(String, String)],
        messages: &Messages,
        style: Style,
    ) -> Self {
        let code = diagnostic.code.as_str();
        let safe = |(name, value): &(&'static str, Value)| match value {
            Value::Text(text) => (*name, Value::Text(harmless(text))),
            Value::Number(number) => (*name, Value::Number(*number)),
        };
        let args: Vec<(&str, Value)> = diagnostic.args.iter().map(safe).collect();
        let bound = |text: String| bind(&text, messages.lang());
        let attribute = |name: &str| messages.attribute(code, name, &args).map(bound);
        let related = || Some(bound(messages.plain("report-related")));
        let mut spots = Vec::new();
        spots.extend(spot(diagnostic.place.as_ref(), attribute("label"), files));
        let second = attribute("related").or_else(related);
        spots.extend(spot(diagnostic.related.as_ref(), second, files));
        let severity = match diagnostic.severity {
            Severity::Error => "report-error",
            Severity::Warning => "report-warning",
        };
        Self {
            heading: messages.text(severity, &[("code", Value::from(code))]),
            message: bound(messages.text(code, &args)),
            footer: attribute("help")
                .map(|help| bound(messages.text("report-help", &[("help", Value::from(help))]))),
            severity: diagnostic.severity,
            excerpts: Excerpts::new(&spots, style.width.saturating_sub(12), style.unicode),
        }
    }

    fn draw(&self, out: &mut String, style: Style) -> fmt::Result {
        let theme = GraphicalTheme {
            characters: if style.unicode {
                ThemeCharacters::unicode()
            } else {
                ThemeCharacters::ascii()
            },
            styles: if style.color {
                ThemeStyles::ansi()
            } else {
                ThemeStyles::none()
            },
        };
        let mut handler = GraphicalReportHandler::new_themed(theme)
            .with_width(style.width.max(40))
            .with_urls(false)
            .without_syntax_highlighting();
        if let Some(footer) = &self.footer {
            handler = handler.with_footer(footer.clone());
        }
        handler.render_report(out, self)
    }
}

/// A place of the charter with its words; none for a place of the evidence.
fn spot<'a>(
    place: Option<&Place>,
    label: Option<String>,
    files: &'a [(String, String)],
) -> Option<Spot<'a>> {
    let Some(Place::Charter { file, span }) = place else {
        return None;
    };
    let (path, text) = files.get(file.0)?;
    Some(Spot {
        path: harmless(path),
        // Places are counted without the mark that some editors put first.
        text: text.strip_prefix('\u{feff}').unwrap_or(text),
        span: span.clone(),
        label,
    })
}

/// Keeps a number on the line of its unit, and French punctuation on the line of its word.
pub(super) fn bind(text: &str, lang: Lang) -> String {
    let mut bound = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut after_digit = false;
    while let Some(letter) = letters.next() {
        let joins = letters
            .peek()
            .is_some_and(|next| next.is_alphanumeric() || *next == '%');
        bound.push(if letter == ' ' && after_digit && joins {
            '\u{a0}'
        } else {
            letter
        });
        after_digit = letter.is_ascii_digit();
    }
    if lang != Lang::Fr {
        return bound;
    }
    let mut bound = bound.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
    for mark in [" ;", " :", " ?", " !", " %"] {
        bound = bound.replace(mark, &mark.replace(' ', "\u{a0}"));
    }
    bound
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Report {}

impl miette::Diagnostic for Report {
    fn code(&self) -> Option<Box<dyn fmt::Display + '_>> {
        Some(Box::new(&self.heading))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpts)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let labels = self.excerpts.labels();
        if labels.is_empty() {
            return None;
        }
        Some(Box::new(labels.into_iter()))
    }
}
