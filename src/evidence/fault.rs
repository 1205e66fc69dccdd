//! Why a file of the evidence, or a whole source, cannot be used.
//!
//! Invariant: a fault names declared columns, ordinals and lines only; never a file name or an undeclared header.

use super::gzip::GzipFault;
use super::schema::Schema;
use super::workbook::fault::{Found, WorkbookFault};
use crate::diagnostic::{Code, Diagnostic, Place};
use std::io;

/// A declared column has no header in the file.
pub const HEADER_MISSING: Code = Code::new("evidence-header-missing");
/// The header of a declared column stands twice in the file.
pub const HEADER_REPEATED: Code = Code::new("evidence-header-repeated");
/// The header is not text in the declared encoding.
pub const HEADER_ENCODING: Code = Code::new("evidence-header-encoding");
/// The header cannot be cut into fields.
pub const HEADER_BROKEN: Code = Code::new("evidence-header-broken");
/// The file has a layout that was in use on other days than those of its rows.
pub const LAYOUT_OUTDATED: Code = Code::new("evidence-layout-outdated");
/// The file has no row on the line of its header.
pub const HEADER_ABSENT: Code = Code::new("evidence-header-absent");
/// The header is on another line.
pub const HEADER_ELSEWHERE: Code = Code::new("evidence-header-elsewhere");
/// The file begins as one in another encoding does.
pub const ENCODING_OTHER: Code = Code::new("evidence-encoding-other");
/// The file is declared as UTF-16 and does not say in which order its bytes are.
pub const ENCODING_ORDER: Code = Code::new("evidence-encoding-order");
/// The compressed file stops half-way or is damaged.
pub const GZIP_BROKEN: Code = Code::new("evidence-gzip-broken");
/// The compressed file becomes too large.
pub const GZIP_TOO_LARGE: Code = Code::new("evidence-gzip-too-large");
/// The name of the file says that it is compressed, and it is not.
pub const GZIP_NOT: Code = Code::new("evidence-gzip-not");
/// The file is compressed, and its name does not say so.
pub const GZIP_UNNAMED: Code = Code::new("evidence-gzip-unnamed");
/// The file holds nothing.
pub const FILE_EMPTY: Code = Code::new("evidence-file-empty");
/// The file is not there.
pub const FILE_MISSING: Code = Code::new("evidence-file-missing");
/// The file holds the same bytes as an earlier one of its source, and was not counted again.
pub const FILE_TWICE: Code = Code::new("evidence-file-twice");
/// The file cannot be opened, or reading it stopped half-way.
pub const FILE_UNREADABLE: Code = Code::new("evidence-file-unreadable");
/// The file of e-mails holds nothing.
pub const MAIL_EMPTY: Code = Code::new("evidence-mail-empty");
/// The file is a message or an archive in Outlook's own format.
pub const MAIL_OUTLOOK: Code = Code::new("evidence-mail-outlook");
/// The file or folder holds more messages than are read.
pub const MAIL_TOO_MANY: Code = Code::new("evidence-mail-too-many");
/// The page holds no word.
pub const PAGE_EMPTY: Code = Code::new("evidence-page-empty");
/// The page is not text in the declared encoding.
pub const PAGE_ENCODING: Code = Code::new("evidence-page-encoding");
/// The page is over the limit of size.
pub const PAGE_TOO_LONG: Code = Code::new("evidence-page-too-long");
/// The page is nested too deep.
pub const PAGE_TOO_DEEP: Code = Code::new("evidence-page-too-deep");
/// All files of the source together hold no row.
pub const SOURCE_EMPTY: Code = Code::new("evidence-source-empty");

/// Why a file cannot be used. Batches handed over before the fault must be dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// The file holds no byte besides line breaks.
    Empty,
    /// Declared columns (by name) without header in the file.
    MissingColumns(Vec<String>),
    /// Declared columns (by name) whose header stands more than once.
    RepeatedColumns(Vec<String>),
    /// The header is not text in the declared encoding.
    HeaderEncoding,
    /// The header has an open or stray quote, or is over the length limit.
    HeaderBroken,
    /// No row begins on the line that is declared as the header's.
    HeaderAbsent,
    /// The header is on another line than the declared one.
    HeaderElsewhere {
        /// The line, counted from 1.
        line: u64,
    },
    /// It begins as one in this other encoding does.
    OtherEncoding(&'static str),
    /// It is declared as UTF-16 and has no mark of the order of its bytes.
    OrderUnsaid,
    /// Its compression is not sound, not said or not true.
    Gzip(GzipFault),
    /// Reading stopped at a line.
    Unreadable {
        /// The line that reading had come to, counted from 1.
        line: u64,
    },
    /// A file of e-mails holds nothing.
    MailEmpty,
    /// It is a message or an archive in Outlook's own format.
    MailOutlook,
    /// It holds more messages than are read.
    MailTooMany,
    /// A page holds no word.
    PageEmpty,
    /// It is not text in the declared encoding.
    PageEncoding,
    /// It is longer than 4 MiB.
    PageTooLong,
    /// It is nested too deep.
    PageTooDeep,
    /// A workbook cannot be used.
    Workbook(WorkbookFault),
}

impl FileFault {
    /// What an error of reading means, that came up at a line.
    pub(super) fn reading(error: &io::Error, line: u64) -> Self {
        GzipFault::of(error).map_or(Self::Unreadable { line }, Self::Gzip)
    }

    /// What is to be said: one error for each missing or repeated column, or one in all.
    pub fn diagnostics(&self, source: &str, file: u32, schema: &Schema) -> Vec<Diagnostic> {
        let of_columns = |code, names: &[String]| {
            let of_column = |name: &String| {
                let header = schema.columns.iter().find(|column| column.name == *name);
                file_error(code, source, file, None, Some(name))
                    .arg("column", name)
                    .arg(
                        "header",
                        header.map_or(name.as_str(), |column| column.header.as_str()),
                    )
            };
            names.iter().map(of_column).collect()
        };
        match self {
            Self::MissingColumns(names) => of_columns(HEADER_MISSING, names),
            Self::RepeatedColumns(names) => of_columns(HEADER_REPEATED, names),
            Self::Empty => vec![file_error(FILE_EMPTY, source, file, None, None)],
            Self::HeaderEncoding => vec![file_error(HEADER_ENCODING, source, file, None, None)],
            Self::HeaderAbsent => vec![file_error(HEADER_ABSENT, source, file, None, None)],
            Self::HeaderElsewhere { line } => {
                vec![file_error(
                    HEADER_ELSEWHERE,
                    source,
                    file,
                    Some(*line),
                    None,
                )]
            }
            Self::OtherEncoding(found) => {
                let fault = file_error(ENCODING_OTHER, source, file, None, None);
                vec![fault.arg("found", *found)]
            }
            Self::OrderUnsaid => vec![file_error(ENCODING_ORDER, source, file, None, None)],
            Self::Gzip(fault) => {
                let code = match fault {
                    GzipFault::Broken => GZIP_BROKEN,
                    GzipFault::TooLarge => GZIP_TOO_LARGE,
                    GzipFault::NotCompressed => GZIP_NOT,
                    GzipFault::Unnamed => GZIP_UNNAMED,
                };
                vec![file_error(code, source, file, None, None)]
            }
            Self::HeaderBroken => vec![file_error(HEADER_BROKEN, source, file, None, None)],
            Self::MailEmpty => vec![file_error(MAIL_EMPTY, source, file, None, None)],
            Self::MailOutlook => vec![file_error(MAIL_OUTLOOK, source, file, None, None)],
            Self::MailTooMany => vec![file_error(MAIL_TOO_MANY, source, file, None, None)],
            Self::PageEmpty => vec![file_error(PAGE_EMPTY, source, file, None, None)],
            Self::PageEncoding => vec![file_error(PAGE_ENCODING, source, file, None, None)],
            Self::PageTooLong => vec![file_error(PAGE_TOO_LONG, source, file, None, None)],
            Self::PageTooDeep => vec![file_error(PAGE_TOO_DEEP, source, file, None, None)],
            Self::Workbook(fault) => {
                let error = file_error(fault.code(), source, file, None, None);
                let error = error.arg("sheets", fault.sheets().unwrap_or(0));
                vec![error.arg("found", fault.found().map_or("", Found::id))]
            }
            Self::Unreadable { line } => {
                vec![file_error(FILE_UNREADABLE, source, file, Some(*line), None)]
            }
        }
    }
}

/// The diagnostic of a file that is not there.
pub fn file_missing(source: &str, file: u32) -> Diagnostic {
    file_error(FILE_MISSING, source, file, None, None)
}

/// The diagnostic of a file that holds the same bytes as an earlier one.
pub fn file_twice(source: &str, file: u32, first: u32) -> Diagnostic {
    file_error(FILE_TWICE, source, file, None, None).arg("first", first)
}

/// The warning about a file whose layout was in use until a day, and that has rows of other days.
pub fn layout_outdated(source: &str, file: u32, until: &str) -> Diagnostic {
    Diagnostic::warning(LAYOUT_OUTDATED)
        .arg("source", source)
        .arg("file", file)
        .arg("until", until)
        .at(Place::Evidence {
            source: source.to_owned(),
            file: Some(file),
            line: None,
            column: None,
        })
}

/// The diagnostic of a file that cannot be opened.
pub fn file_unreadable(source: &str, file: u32) -> Diagnostic {
    file_error(FILE_UNREADABLE, source, file, None, None)
}

/// The diagnostic of a source without any row.
pub fn source_empty(source: &str) -> Diagnostic {
    Diagnostic::error(SOURCE_EMPTY)
        .arg("source", source)
        .at(Place::Evidence {
            source: source.to_owned(),
            file: None,
            line: None,
            column: None,
        })
}

fn file_error(
    code: Code,
    source: &str,
    file: u32,
    line: Option<u64>,
    column: Option<&str>,
) -> Diagnostic {
    Diagnostic::error(code)
        .arg("source", source)
        .arg("file", file)
        // Whether there is a line to name, and its number as one copies it into an editor.
        .arg("at", usize::from(line.is_some()))
        .arg("line", line.unwrap_or(0).to_string())
        .at(Place::Evidence {
            source: source.to_owned(),
            file: Some(file),
            line,
            column: column.map(str::to_owned),
        })
}
