//! Saved pages: HTML, Markdown and plain text as lines of words, asked what they say of the charter.
//!
//! Invariant: nothing of a page leaves this module but answers. What is not recognised is unclear, never different; a page
//! is silent on a thing only where nothing of that kind stands outside the passages about something else.

mod answer;
pub mod ask;
mod dates;
mod delays;
mod doubt;
mod hours;
mod html;
mod lexer;
mod line;
mod tags;
mod topic;
mod veil;
mod words;

pub use ask::{Answer, Ask, Brief, Channel, Names, Week, union};

use super::encoding::{Encoding, text_of};
use super::fault::FileFault;
use super::ledger::FileLedger;
use super::opening::open;
use chrono::NaiveDate;
use html::Lines;
use line::{Line, Row};
use std::io::Read;

/// The most bytes of a page.
const LONGEST: usize = 4 * 1024 * 1024;

/// How the files of a source of pages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// As a browser saves them.
    Html,
    /// Markdown.
    Markdown,
    /// Lines of text.
    Text,
}

/// What a source of pages declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageSettings {
    /// How its files are written.
    pub markup: Markup,
    /// Their encoding.
    pub encoding: Encoding,
    /// The one place that the page speaks of, by its position in the charter's order.
    pub site: Option<u32>,
    /// The day from which the document says that it holds.
    pub in_force: Option<NaiveDate>,
    /// The version that the document says it is.
    pub version: Option<String>,
    /// Whether the document is known not to exist.
    pub absent: bool,
}

/// A page that was read.
#[derive(Debug, Clone)]
pub struct Page {
    rows: Vec<Row>,
    plain: bool,
    /// Where its links lead, each with the position of its line.
    links: Vec<(usize, String)>,
    /// It is not sure where something that is hidden ends: more of the page may be shown.
    cut: bool,
}

/// Reads a file of a source of pages.
///
/// # Errors
/// The file is empty or too long, is not text in the declared encoding, or is nested too deep.
pub fn read_page(
    input: &mut impl Read,
    settings: &PageSettings,
    file: u32,
) -> Result<(Page, FileLedger), FileFault> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX).saturating_add(1);
    let read = input.take(most).read_to_end(&mut bytes);
    read.map_err(|error| FileFault::reading(&error, 1))?;
    if bytes.len() > LONGEST {
        return Err(FileFault::PageTooLong);
    }
    let text = decode(&bytes, settings.encoding)?;
    let lines = match settings.markup {
        Markup::Html => html::lines(&text),
        Markup::Markdown => html::lines(&markdown(&text)),
        Markup::Text => Some(plain(&text)),
    };
    let lines = lines.ok_or(FileFault::PageTooDeep)?;
    let mut rows: Vec<Row> = lines.lines.iter().map(Row::of).collect();
    if !rows.iter().any(Row::has_words) {
        return Err(FileFault::PageEmpty);
    }
    doubt::shade(&mut rows);
    let ledger = FileLedger {
        file,
        rows: 1,
        read: 1,
        ..FileLedger::default()
    };
    let page = Page {
        rows,
        plain: settings.markup == Markup::Text,
        links: lines.links,
        cut: lines.cut,
    };
    Ok((page, ledger))
}

fn decode(bytes: &[u8], encoding: Encoding) -> Result<String, FileFault> {
    let mut text = Vec::new();
    let read = open(bytes, encoding)?.read_to_end(&mut text);
    read.map_err(|error| FileFault::reading(&error, 1))?;
    let text = text_of(&text, encoding).ok_or(FileFault::PageEncoding)?;
    Ok(text.into_owned())
}

/// Markdown as HTML, which is read like any other.
fn markdown(text: &str) -> String {
    let options =
        pulldown_cmark::Options::ENABLE_TABLES | pulldown_cmark::Options::ENABLE_STRIKETHROUGH;
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new_ext(text, options));
    html
}

/// The lines of a plain text; a line that is underlined is a heading.
fn plain(text: &str) -> Lines {
    let mut lines: Vec<Line> = Vec::new();
    for text in text.split(['\n', '\r', '\u{c}']) {
        let rule = |mark: char| {
            let text = text.trim();
            text.len() > 2 && text.chars().all(|letter| letter == mark)
        };
        let level = match (rule('='), rule('-')) {
            (true, _) => 1,
            (_, true) => 2,
            _ => 0,
        };
        match lines.last_mut() {
            Some(line) if level > 0 && line.heading == 0 => line.heading = level,
            _ if level > 0 || text.trim().is_empty() => {}
            _ => lines.push(Line {
                cells: text.split('\t').map(str::to_owned).collect(),
                ..Line::default()
            }),
        }
    }
    Lines {
        lines,
        ..Lines::default()
    }
}

#[cfg(test)]
mod tests;
