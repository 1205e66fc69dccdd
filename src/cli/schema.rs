//! `charte schema`: the JSON Schema of a document, for the editor.

use super::console::Console;
use super::exit;
use crate::charter::json_schema::{Document, schema};
use clap::ValueEnum;

/// What `schema` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Which document.
    #[arg(value_name = "DOCUMENT")]
    document: Kind,
}

/// The documents of a charter folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Charter,
    Sources,
    Engagement,
    Label,
    Objections,
}

/// Runs the verb.
pub(super) fn run(options: &Options, console: &Console<'_>) -> u8 {
    let document = match options.document {
        Kind::Charter => Document::Charter,
        Kind::Sources => Document::Sources,
        Kind::Engagement => Document::Engagement,
        Kind::Label => Document::Label,
        Kind::Objections => Document::Objections,
    };
    console.data(&format!("{:#}\n", schema(document, console.messages)));
    exit::FINE
}
