//! A cell of an ODS document: its typed value, or its paragraphs.
//!
//! Invariant: the value counts where there is one, and what is shown of it never does.

use super::super::fault::WorkbookFault;
use super::super::grid::LONGEST_TEXT;
use super::super::serial::{iso_duration, iso_instant};
use super::super::shown::plain;
use super::super::xml::Tag;
use super::repeated;
use crate::evidence::raw::Raw;

/// What a cell holds, kept until its row ends.
#[derive(Debug, Clone)]
pub(super) enum Held {
    Text(String),
    Number(String),
    Other(Raw<'static>),
}

impl Held {
    pub(super) fn raw(&self) -> Raw<'_> {
        match self {
            Self::Text(text) => Raw::Text(text),
            Self::Number(text) => Raw::Number(text),
            Self::Other(raw) => *raw,
        }
    }

    /// How much memory it takes, about.
    pub(super) fn len(&self) -> usize {
        let text = match self {
            Self::Text(text) | Self::Number(text) => text.len(),
            Self::Other(_) => 0,
        };
        text.saturating_add(8)
    }
}

/// A cell that is being read.
#[derive(Debug, Default)]
pub(super) struct Cell {
    repeated: u32,
    kind: Option<String>,
    value: Option<String>,
    error: bool,
    text: String,
    paragraphs: u32,
    within: u32,
    /// Whether a blank was met that counts once more text follows.
    blank: bool,
    /// Whether text stands in the paragraph.
    begun: bool,
}

impl Cell {
    pub(super) fn of(tag: &Tag<'_>) -> Result<Self, WorkbookFault> {
        let mut cell = Self {
            repeated: repeated(tag, "table:number-columns-repeated")?,
            ..Self::default()
        };
        tag.each(&mut |key, value| {
            let value = || Ok(super::super::xml::unescaped(value)?.into_owned());
            match key {
                "office:value-type" => cell.kind = Some(value()?),
                "calcext:value-type" => cell.error = value()? == "error",
                "office:value"
                | "office:date-value"
                | "office:time-value"
                | "office:boolean-value"
                | "office:string-value" => cell.value = Some(value()?),
                _ => {}
            }
            Ok(())
        })?;
        Ok(cell)
    }

    /// An element begins in its text.
    pub(super) fn open(&mut self, tag: &Tag<'_>) -> Result<(), WorkbookFault> {
        match tag.name() {
            "p" | "h" => {
                if self.paragraphs > 0 {
                    self.push("\n")?;
                }
                self.paragraphs = self.paragraphs.saturating_add(1);
                self.within = self.within.saturating_add(1);
                (self.blank, self.begun) = (false, false);
            }
            "s" => {
                let count = tag.get("text:c")?.and_then(|count| count.parse().ok());
                let count: usize = count.unwrap_or(1);
                if count > LONGEST_TEXT {
                    return Err(WorkbookFault::Text);
                }
                self.settle()?;
                self.push(&" ".repeat(count))?;
            }
            "tab" => self.push("\t")?,
            "line-break" => self.push("\n")?,
            _ => {}
        }
        Ok(())
    }

    /// An element ends in its text.
    pub(super) fn close(&mut self, name: &str) {
        if matches!(name, "p" | "h") {
            self.within = self.within.saturating_sub(1);
            self.blank = false;
        }
    }

    /// Text comes, whose blanks count once.
    pub(super) fn text(&mut self, text: &str) -> Result<(), WorkbookFault> {
        if self.within == 0 {
            return Ok(());
        }
        for letter in text.chars() {
            if matches!(letter, ' ' | '\t' | '\r' | '\n') {
                self.blank |= self.begun;
            } else {
                self.settle()?;
                self.text.push(letter);
                self.begun = true;
            }
        }
        self.push("")
    }

    /// Writes the blank that was met.
    fn settle(&mut self) -> Result<(), WorkbookFault> {
        if std::mem::take(&mut self.blank) {
            self.push(" ")?;
        }
        self.begun = true;
        Ok(())
    }

    fn push(&mut self, text: &str) -> Result<(), WorkbookFault> {
        self.text.push_str(text);
        match self.text.len() <= LONGEST_TEXT {
            true => Ok(()),
            false => Err(WorkbookFault::Text),
        }
    }

    /// What it holds, and how often.
    pub(super) fn end(self) -> Result<(u32, Option<Held>), WorkbookFault> {
        let other = |raw: Option<Raw<'static>>| Some(Held::Other(raw.unwrap_or(Raw::Error)));
        let value = self.value.as_deref().map(str::trim);
        let held = match (self.kind.as_deref(), value) {
            _ if self.error => other(None),
            (Some("float" | "percentage" | "currency"), Some(value)) => {
                let mut spare = String::new();
                match value.parse::<f64>().map(|number| plain(number, &mut spare)) {
                    Ok(Raw::Number(_)) => Some(Held::Number(spare)),
                    _ => other(None),
                }
            }
            (Some("date"), Some(value)) => other(iso_instant(value).map(Raw::Instant)),
            (Some("time"), Some(value)) => other(iso_duration(value).map(Raw::Span)),
            (Some("boolean"), Some(value)) => other(match value {
                "true" => Some(Raw::Boolean(true)),
                "false" => Some(Raw::Boolean(false)),
                _ => None,
            }),
            (Some("float" | "percentage" | "currency" | "date" | "time" | "boolean"), None) => {
                other(None)
            }
            (_, value) => {
                let text = match value {
                    Some(_) => self.value.unwrap_or_default(),
                    None => self.text,
                };
                if text.len() > LONGEST_TEXT {
                    return Err(WorkbookFault::Text);
                }
                Some(text).filter(|text| !text.is_empty()).map(Held::Text)
            }
        };
        Ok((self.repeated, held))
    }
}
