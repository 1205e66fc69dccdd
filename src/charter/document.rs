//! TOML text → a tree of values, each with its place; every syntax fault at once.
//!
//! Invariant: parsing never fails; what could not be read is a fault, and the rest of the tree stands.

use super::fault::NUMBER_RANGE;
use super::syntax;
use crate::diagnostic::{Diagnostic, FileId, Place};
use chrono::NaiveDate;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Which file.
    pub file: FileId,
    /// Its bytes in that file.
    pub span: Range<usize>,
    /// The value.
    pub value: Value,
}

/// A TOML value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A string.
    Text(String),
    /// An integer.
    Integer(i64),
    /// `true` or `false`.
    Boolean(bool),
    /// A local date.
    Date(NaiveDate),
    /// An array.
    List(Vec<Node>),
    /// A table, in the order of the text.
    Table(Vec<Entry>),
    /// A float, a time, a date with a time: nothing in a charter is one.
    Other,
    /// What could not be read, and was reported.
    Broken,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub span: Range<usize>,
    /// The value.
    pub node: Node,
}

impl Node {
    /// Where it stands.
    pub fn place(&self) -> Place {
        Place::Charter {
            file: self.file,
            span: self.span.clone(),
        }
    }

    /// The entries of a table; none for any other value.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Table(entries) => entries,
            _ => &[],
        }
    }

    /// The elements of a list; none for any other value.
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// An entry of a table.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The value of an entry of a table.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The string.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The integer.
    pub const fn integer(&self) -> Option<i64> {
        match self.value {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// The boolean.
    pub const fn boolean(&self) -> Option<bool> {
        match self.value {
            Value::Boolean(known) => Some(known),
            _ => None,
        }
    }

    /// The date.
    pub const fn date(&self) -> Option<NaiveDate> {
        match self.value {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }
}

impl Entry {
    /// Where the key stands.
    pub fn place(&self) -> Place {
        Place::Charter {
            file: self.node.file,
            span: self.span.clone(),
        }
    }
}

/// Reads a document.
pub fn parse(file: FileId, text: &str, faults: &mut Vec<Diagnostic>) -> Node {
    let (table, errors) = DeTable::parse_recoverable(text);
    let reported: Vec<syntax::Reported<'_>> = errors
        .iter()
        .map(|error| (error.message(), error.span().unwrap_or(0..0)))
        .collect();
    faults.extend(syntax::faults(file, text, &reported));
    let span = table.span();
    let entries = entries(file, text, table.get_ref(), faults);
    Node {
        file,
        span,
        value: Value::Table(entries),
    }
}

fn entries(
    file: FileId,
    text: &str,
    table: &DeTable<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            span: key.span(),
            node: node(file, text, value, faults),
        })
        .collect();
    entries.sort_by_key(|entry| entry.span.start);
    entries
}

fn node(
    file: FileId,
    text: &str,
    value: &Spanned<DeValue<'_>>,
    faults: &mut Vec<Diagnostic>,
) -> Node {
    let span = value.span();
    let read = match value.get_ref() {
        DeValue::String(string) => Value::Text(string.to_string()),
        DeValue::Boolean(known) => Value::Boolean(*known),
        DeValue::Float(_) => Value::Other,
        DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix())
            .map_or_else(
                |_| {
                    let place = Place::Charter {
                        file,
                        span: span.clone(),
                    };
                    faults.push(Diagnostic::error(NUMBER_RANGE).at(place));
                    Value::Broken
                },
                Value::Integer,
            ),
        DeValue::Datetime(moment) => match (moment.date, moment.time) {
            (Some(date), None) => {
                let (year, month, day) = (
                    i32::from(date.year),
                    u32::from(date.month),
                    u32::from(date.day),
                );
                NaiveDate::from_ymd_opt(year, month, day).map_or(Value::Broken, Value::Date)
            }
            // The parser has already reported what it could not read as a date.
            (None, None) => Value::Broken,
            _ => Value::Other,
        },
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .map(|item| node(file, text, item, faults))
                .collect(),
        ),
        DeValue::Table(table) => Value::Table(entries(file, text, table, faults)),
    };
    Node {
        file,
        span,
        value: read,
    }
}
