//! Shapes: the table of fields of each document, from which come the check of keys and types, and the JSON Schema.
//!
//! Invariant: what a decoder reads has passed its shape, or a fault says why not; a decoder never reports a type.

use super::document::{Node, Value};
use super::fault::{
    BAD_ID, EMPTY_TEXT, FRACTION, MISSING_KEY, NUMBER_TOO_SMALL, RATIO, UNKNOWN_KEY, UNKNOWN_WORD,
    WRONG_TYPE,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::ratio::Ratio;

/// What a value may be.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text, not empty.
    Text,
    /// A whole number, at least this.
    Integer(i64),
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// A share, such as `"90 %"`.
    Share,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of at least one.
    List(&'static Self),
    /// A list that may be empty.
    AnyList(&'static Self),
    /// A table whose keys are ids chosen by the town.
    Ids(&'static Self),
    /// A table whose keys are free texts.
    Words(&'static Self),
    /// A table with these fields.
    Table(&'static [Field]),
    /// One of these.
    Either(&'static [Self]),
    /// Whatever the decoder makes of it (a condition).
    Free,
}

/// A key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What its value may be.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
}

impl Field {
    /// A key that must be there.
    pub const fn required(key: &'static str, shape: Shape) -> Self {
        Self {
            key,
            shape,
            required: true,
        }
    }

    /// A key that may be left out.
    pub const fn optional(key: &'static str, shape: Shape) -> Self {
        Self {
            key,
            shape,
            required: false,
        }
    }
}

impl Field {
    /// How the key can be written, with a value that shows its form.
    fn example(&self, document: bool) -> String {
        let key = self.key;
        match self.shape {
            Shape::List(Shape::Table(_)) => format!("[[{key}]]"),
            Shape::Ids(_) if document => format!("[{key}.…]"),
            shape => format!("{key} = {}", shape.example()),
        }
    }
}

impl Shape {
    /// A value that shows the form.
    fn example(self) -> String {
        match self {
            Self::Text => "\"…\"".to_owned(),
            Self::Integer(least) => least.max(1).to_string(),
            Self::Boolean => "true".to_owned(),
            Self::Date => "2026-05-31".to_owned(),
            Self::Share => "\"90 %\"".to_owned(),
            Self::Word(words) => format!("\"{}\"", words.first().unwrap_or(&"…")),
            Self::List(shape) | Self::AnyList(shape) => format!("[{}]", shape.example()),
            Self::Either(shapes) => shapes
                .first()
                .map_or_else(String::new, |shape| shape.example()),
            Self::Table(fields) => {
                let needed: Vec<String> = fields
                    .iter()
                    .filter(|field| field.required)
                    .map(|field| field.example(false))
                    .collect();
                format!("{{ {} }}", needed.join(", "))
            }
            Self::Ids(_) | Self::Words(_) | Self::Free => "{ … }".to_owned(),
        }
    }

    /// The word under which the catalogue names the type.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text | Self::Word(_) => "text",
            Self::Integer(_) => "integer",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::Share => "share",
            Self::List(_) | Self::AnyList(_) => "list",
            Self::Ids(_) | Self::Words(_) | Self::Table(_) => "table",
            Self::Either(_) | Self::Free => "other",
        }
    }

    /// Reports everything about a value that does not fit.
    pub fn check(self, node: &Node, faults: &mut Vec<Diagnostic>) {
        match (self, &node.value) {
            (_, Value::Broken)
            | (Self::Free, _)
            | (Self::Boolean, Value::Boolean(_))
            | (Self::Date, Value::Date(_)) => {}
            (Self::Text, Value::Text(text)) => {
                if text.trim().is_empty() {
                    faults.push(Diagnostic::error(EMPTY_TEXT).at(node.place()));
                }
            }
            (Self::Integer(least), Value::Integer(number)) => {
                if *number < least {
                    faults.push(
                        Diagnostic::error(NUMBER_TOO_SMALL)
                            .arg("least", least)
                            .at(node.place()),
                    );
                }
            }
            (Self::Share, Value::Text(text)) => {
                if Ratio::parse(text).is_none() {
                    faults.push(Diagnostic::error(RATIO).at(node.place()));
                }
            }
            (Self::Share, Value::Other) => {
                faults.push(Diagnostic::error(FRACTION).at(node.place()))
            }
            (Self::Word(words), Value::Text(text)) => {
                if !words.contains(&text.as_str()) {
                    faults.push(
                        unknown(UNKNOWN_WORD, "word", text, words.iter().copied()).at(node.place()),
                    );
                }
            }
            (Self::List(_), Value::List(items)) if items.is_empty() => {
                faults.push(Diagnostic::error(EMPTY_TEXT).at(node.place()));
            }
            (Self::List(shape) | Self::AnyList(shape), Value::List(items)) => {
                items.iter().for_each(|item| shape.check(item, faults));
            }
            (Self::Ids(shape) | Self::Words(shape), Value::Table(entries)) => {
                for entry in entries {
                    if matches!(self, Self::Ids(_)) && !is_id(&entry.key) {
                        faults.push(
                            Diagnostic::error(BAD_ID)
                                .arg("id", &entry.key)
                                .at(entry.place()),
                        );
                    }
                    shape.check(&entry.node, faults);
                }
            }
            (Self::Table(fields), Value::Table(_)) => check_fields(fields, node, faults),
            (Self::Either(shapes), _) => {
                match shapes.iter().find(|shape| shape.accepts(&node.value)) {
                    Some(shape) => shape.check(node, faults),
                    None => faults.push(wrong_type(shapes, node)),
                }
            }
            (expected, _) => faults.push(wrong_type(&[expected], node)),
        }
    }

    /// Whether a value is of the right kind, whatever is in it.
    const fn accepts(self, value: &Value) -> bool {
        matches!(
            (self, value),
            (Self::Text | Self::Word(_) | Self::Share, Value::Text(_))
                | (Self::Integer(_), Value::Integer(_))
                | (Self::Boolean, Value::Boolean(_))
                | (Self::Date, Value::Date(_))
                | (Self::List(_) | Self::AnyList(_), Value::List(_))
                | (
                    Self::Ids(_) | Self::Words(_) | Self::Table(_),
                    Value::Table(_)
                )
                | (Self::Free, _)
        )
    }
}

fn check_fields(fields: &'static [Field], node: &Node, faults: &mut Vec<Diagnostic>) {
    // A misspelt key is not also a missing one.
    let mut meant = Vec::new();
    for entry in node.entries() {
        match fields.iter().find(|field| field.key == entry.key) {
            Some(field) => field.shape.check(&entry.node, faults),
            None => {
                let known = || fields.iter().map(|field| field.key);
                meant.extend(nearest(&entry.key, known()));
                faults.push(unknown(UNKNOWN_KEY, "key", &entry.key, known()).at(entry.place()));
            }
        }
    }
    let absent = |field: &&Field| {
        field.required && node.get(field.key).is_none() && !meant.contains(&field.key)
    };
    for field in fields.iter().filter(absent) {
        // Only a document's own table has no header to point at.
        let document = node.span.is_empty();
        let is_block = matches!(field.shape, Shape::List(Shape::Table(_)) | Shape::Ids(_));
        let fault = Diagnostic::error(MISSING_KEY)
            .arg("key", field.key)
            .arg("example", field.example(document))
            .arg(
                "where",
                match (document, is_block) {
                    (false, _) => "block",
                    (true, false) => "top",
                    (true, true) => "end",
                },
            );
        faults.push(fault.at(node.place()));
    }
}

fn wrong_type(expected: &[Shape], node: &Node) -> Diagnostic {
    // `integer-text`: the catalogue has a name for each choice that the documents leave.
    let expected: Vec<&str> = expected.iter().map(|shape| shape.name()).collect();
    let expected = expected.join("-");
    let found = match &node.value {
        Value::Text(_) => "text",
        Value::Integer(_) => "integer",
        Value::Boolean(_) => "boolean",
        Value::Date(_) => "date",
        Value::List(_) => "list",
        Value::Table(_) => "table",
        Value::Other | Value::Broken => "other",
    };
    Diagnostic::error(WRONG_TYPE)
        .arg("expected", expected)
        .arg("found", found)
        .at(node.place())
}

/// A fault about a name that is none of the known ones, with the nearest as a suggestion.
pub fn unknown<'a>(
    code: Code,
    what: &'static str,
    name: &str,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    let nearest = nearest(name, known.iter().copied());
    Diagnostic::error(code)
        .arg(what, name)
        .arg("known", known.join(", "))
        .arg("count", known.len())
        // The catalogue chooses its words by numbers: any text could be a name.
        .arg("near", usize::from(nearest.is_some()))
        .arg("nearest", nearest.unwrap_or_default())
}

/// The known name that was most likely meant.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let distances = known.map(|candidate| {
        let distance = strsim::damerau_levenshtein(&fold(name), &fold(candidate));
        (distance, candidate)
    });
    distances
        .filter(|(distance, candidate)| *distance <= 1.max(candidate.chars().count() / 3))
        .min()
        .map(|(_, candidate)| candidate)
}

/// Letters without their accents, in lower case: `Délai` and `delai` are one slip apart at most.
fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'à' | 'â' | 'ä' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            '-' | ' ' => '_',
            other => other,
        })
        .collect()
}

/// Ids are lower-case letters, digits, `-` and `_`, and start with a letter.
pub fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_'
        })
}
