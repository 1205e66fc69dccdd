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

pub use template::TEMPLATE;

use crate::charter::Charter;
use crate::diagnostic::{Code, Diagnostic};
use crate::messages::Messages;
use crate::scorecard::Scorecard;
use minijinja::Value;
use template::Templates;
use view::{Format, Frame, Part};

/// A scorecard that cannot be written as JSON.
pub const JSON: Code = Code::new("publish-json");

/// One published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it goes under the output folder, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The templates that a town can replace, by name.
pub fn template_names() -> impl Iterator<Item = &'static str> {
    template::BUILT_IN.iter().map(|(name, _)| *name)
}

/// Every published file. `override_of` gives the text of a template that the town replaces, by its name.
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
        ("audit/tableau-de-bord.md", Part::Audit, Format::Markdown),
    ] {
        let text = render(charter, scorecard, messages, &templates, part, format)?;
        pages.push(page(path, text));
    }
    pages.push(page("audit/scorecard.json", json(scorecard)?));
    Ok(pages)
}

/// The scorecard as people read it in Markdown: what `audit/tableau-de-bord.md` holds.
///
/// # Errors
/// A template that cannot be read or rendered.
pub fn scorecard_markdown(
    charter: &Charter,
    scorecard: &Scorecard,
    messages: &Messages,
    override_of: &dyn Fn(&str) -> Option<String>,
) -> Result<String, Diagnostic> {
    let templates = Templates::new(messages, override_of)?;
    render(charter, scorecard, messages, &templates, Part::Audit, Format::Markdown)
}

/// The scorecard as data: what `audit/scorecard.json` holds.
///
/// # Errors
/// A scorecard that cannot be written.
pub fn json(scorecard: &Scorecard) -> Result<String, Diagnostic> {
    let mut text = serde_json::to_string_pretty(scorecard).map_err(|_| Diagnostic::error(JSON))?;
    text.push('\n');
    Ok(text)
}

fn page(path: &str, text: String) -> Page {
    Page {
        path: path.to_owned(),
        bytes: text.into_bytes(),
    }
}

fn render(
    charter: &Charter,
    scorecard: &Scorecard,
    messages: &Messages,
    templates: &Templates,
    part: Part,
    format: Format,
) -> Result<String, Diagnostic> {
    let view = match part {
        Part::Public => Value::from(public::view(charter, scorecard, messages, format)),
        Part::Staff => Value::from(staff::view(charter, messages, format)),
        Part::Audit => Value::from(audit::view(charter, scorecard, messages)),
    };
    let frame = Frame::new(part, scorecard, messages, templates.style());
    let context = Value::from_pairs([("page", Value::from(frame)), ("view", view)]);
    templates.render(part.template(format), format, context)
}
