//! Diagnostics: what is wrong with an input, where, and under which code.
//!
//! Invariant: a diagnostic carries no text for people and no cell value of the evidence; its words are in the message
//! catalogue under its code, and its arguments are declared names, counts and charter texts only.

use std::ops::Range;

/// A stable kebab-case identifier of one kind of fault; also the key of its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

impl Code {
    /// Names a kind of fault. Each code is declared once, beside the code that raises it.
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The identifier as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The input cannot be used.
    Error,
    /// The input can be used, but is probably not what was meant.
    Warning,
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A declared name or a text of the charter.
    Text(String),
    /// A count.
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// A file of the charter, by its order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub usize);

/// Where a fault is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A stretch of a charter file, in bytes.
    Charter {
        /// Which file.
        file: FileId,
        /// First byte and the byte after the last.
        span: Range<usize>,
    },
    /// A place in the evidence, by declared names and numbers only.
    Evidence {
        /// The source's id.
        source: String,
        /// Which file of the source, counted from 1; none for the source as a whole.
        file: Option<u32>,
        /// Line in that file, counted from 1.
        line: Option<u64>,
        /// The declared column.
        column: Option<String>,
    },
}

/// One fault of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of fault.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Arguments of the message.
    pub args: Vec<(&'static str, Value)>,
    /// Where it is, if it is somewhere.
    pub place: Option<Place>,
    /// Another place that matters to it (the first of two duplicates, say).
    pub related: Option<Place>,
}

impl Diagnostic {
    /// A fault that makes the input unusable.
    pub const fn error(code: Code) -> Self {
        Self::new(code, Severity::Error)
    }

    /// A likely mistake.
    pub const fn warning(code: Code) -> Self {
        Self::new(code, Severity::Warning)
    }

    const fn new(code: Code, severity: Severity) -> Self {
        Self {
            code,
            severity,
            args: Vec::new(),
            place: None,
            related: None,
        }
    }

    /// Adds an argument of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Says where it is.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Says which other place matters to it.
    #[must_use]
    pub fn related(mut self, place: Place) -> Self {
        self.related = Some(place);
        self
    }
}
