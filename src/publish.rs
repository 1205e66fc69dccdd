//! Publication: the charter's texts and the scorecard → self-contained pages, Markdown and the machine-readable file.
//!
//! Invariant: no file system, no clock, no row of evidence; the same inputs give the same bytes. Every text is escaped
//! for the document it goes into; only what this layer made itself is inserted as it is. No measured figure goes to
//! `public/`.

mod audit;
mod escape;
mod hours;
mod markdown;
mod public;
mod staff;
mod template;
mod view;

pub use template::{TEMPLATE, template_names};

use crate::charter::Charter;
use crate::diagnostic::Diagnostic;
use crate::messages::Messages;
use crate::scorecard::Scorecard;
use minijinja::Value;
use template::Templates;
use view::{Format, Frame, Part};

/// The path of the scorecard in Markdown.
pub const SCORECARD_MARKDOWN: &str = "audit/tableau-de-bord.md";

/// The path of the scorecard as data.
pub const SCORECARD_JSON: &str = "audit/scorecard.json";

/// One published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it goes under the output folder, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Every published file. `override_of` gives the text of a template that the town replaces, by its name in `site/`.
///
/// # Errors
/// A template that cannot be read or rendered.
pub fn pages(
    charter: &Charter,
    scorecard: &Scorecard,
    messages: &Messages,
    override_of: &dyn Fn(&str) -> Option<String>,
) -> Result<Vec<Page>, Diagnostic> {
    let templates = Templates::new(messages, override_of)?;
    let mut pages = Vec::new();
    for (path, part, format) in [
        ("public/index.html", Part::Public, Format::Html),
        ("public/charte.md", Part::Public, Format::Markdown),
        ("staff/index.html", Part::Staff, Format::Html),
        ("staff/guide.md", Part::Staff, Format::Markdown),
        ("audit/index.html", Part::Audit, Format::Html),
        (SCORECARD_MARKDOWN, Part::Audit, Format::Markdown),
    ] {
        let view = match part {
            Part::Public => Value::from(public::view(charter, scorecard, messages, format)),
            Part::Staff => Value::from(staff::view(charter, messages, format)),
            Part::Audit => Value::from(audit::view(charter, scorecard, messages)),
        };
        let frame = Frame::new(part, scorecard, messages, templates.style());
        let context = Value::from_pairs([("page", Value::from(frame)), ("view", view)]);
        pages.push(page(
            path,
            templates.render(part.template(format), format, context)?,
        ));
    }
    pages.push(page(SCORECARD_JSON, scorecard.to_json()));
    Ok(pages)
}

fn page(path: &str, text: String) -> Page {
    Page {
        path: path.to_owned(),
        bytes: text.into_bytes(),
    }
}
