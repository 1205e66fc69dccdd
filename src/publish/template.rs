//! Templates: embedded, replaceable one by one, rendered with every inserted value escaped.
//!
//! Invariant: escaping depends neither on a template's name nor on anything a template says: there is no `safe` filter
//! and no way to turn it off; words come from the message catalogue through `t`.

use super::escape;
use super::view::Format;
use crate::diagnostic::{Code, Diagnostic, Value as Argument};
use crate::messages::{Lang, Messages};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};
use std::error::Error as _;
use std::sync::Arc;

/// A template that cannot be read or rendered.
pub const TEMPLATE: Code = Code::new("publish-template");

macro_rules! built_in {
    ($($name:literal,)*) => {
        [$(($name, include_str!(concat!("../../site/", $name))),)*]
    };
}

/// The embedded templates, by name, and the style of the pages.
static BUILT_IN: [(&str, &str); 9] = built_in![
    "style.css",
    "layout.html.j2",
    "parts.html.j2",
    "charter.html.j2",
    "charter.md.j2",
    "guide.html.j2",
    "guide.md.j2",
    "scorecard.html.j2",
    "scorecard.md.j2",
];

/// The templates that a town can replace, by name.
pub fn template_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

/// The name of the style.
const STYLE: &str = "style.css";

/// The templates of one publication.
#[derive(Debug)]
pub(super) struct Templates {
    html: Environment<'static>,
    markdown: Environment<'static>,
    style: String,
}

impl Templates {
    /// Reads the embedded templates and those that replace them.
    pub(super) fn new(
        messages: &Messages,
        override_of: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, Diagnostic> {
        // Functions of templates outlive the call: they get a catalogue of their own.
        let words = Arc::new(Messages::new(messages.lang()));
        let mut templates = Self {
            html: environment(Format::Html, &words).map_err(|error| fault(&error))?,
            markdown: environment(Format::Markdown, &words).map_err(|error| fault(&error))?,
            style: String::new(),
        };
        for (name, built_in) in BUILT_IN {
            let text = override_of(name).unwrap_or_else(|| built_in.to_owned());
            if name == STYLE {
                templates.style = style(&text);
                continue;
            }
            let environment = match Format::of(name) {
                Format::Html => &mut templates.html,
                Format::Markdown => &mut templates.markdown,
            };
            environment
                .add_template_owned(name, text)
                .map_err(|error| fault(&error))?;
        }
        Ok(templates)
    }

    /// The style of the pages.
    pub(super) fn style(&self) -> &str {
        &self.style
    }

    /// Renders a template.
    pub(super) fn render(
        &self,
        name: &str,
        format: Format,
        context: Value,
    ) -> Result<String, Diagnostic> {
        let environment = match format {
            Format::Html => &self.html,
            Format::Markdown => &self.markdown,
        };
        let text = environment
            .get_template(name)
            .and_then(|template| template.render(context));
        text.map_err(|error| fault(&error))
    }
}

/// A style that cannot end its element, with the line ends that a page's reader will see.
fn style(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\0', "")
        .replace("</", "<\\/")
}

fn environment(format: Format, words: &Arc<Messages>) -> Result<Environment<'static>, Error> {
    let lang = words.lang();
    let mut environment = Environment::new();
    environment.set_debug(true);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let mut syntax = SyntaxConfig::builder();
    syntax
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true);
    environment.set_syntax(syntax.build()?);
    // What a macro or a `set` block captures has been escaped by the formatter: any value but `None` marks it so.
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(move |out, _, value| {
        if value.is_undefined() {
            return Err(ErrorKind::UndefinedError.into());
        }
        if !value.is_none() {
            out.write_str(&written(value, format, lang))?;
        }
        Ok(())
    });
    for filter in ["safe", "escape", "e"] {
        environment.remove_filter(filter);
    }
    let words = Arc::clone(words);
    environment.add_function("t", move |key: String, named: Kwargs| {
        text(&words, &key, &named)
    });
    Ok(environment)
}

/// A value as the document takes it.
fn written(value: &Value, format: Format, lang: Lang) -> String {
    let text = value.to_string();
    if value.is_safe() {
        return text;
    }
    let text = escape::typography(&text, lang);
    match format {
        Format::Html => escape::html(&text),
        Format::Markdown => escape::markdown(&text),
    }
}

/// The words of a message.
fn text(words: &Messages, key: &str, named: &Kwargs) -> Result<String, Error> {
    if !words.has(key) {
        return Err(Error::new(ErrorKind::UnknownFunction, key.to_owned()));
    }
    let mut arguments = Vec::new();
    for name in named.args() {
        let value: Value = named.get(name)?;
        if value.is_undefined() {
            return Err(ErrorKind::UndefinedError.into());
        }
        let argument = value
            .as_i64()
            .map_or_else(|| Argument::Text(value.to_string()), Argument::Number);
        arguments.push((name, argument));
    }
    Ok(words.text(key, &arguments))
}

/// What is wrong with a template, and where.
fn fault(error: &Error) -> Diagnostic {
    let mut inner = error;
    while let Some(source) = inner
        .source()
        .and_then(|source| source.downcast_ref::<Error>())
    {
        inner = source;
    }
    let kind = match inner.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => "syntax",
        ErrorKind::UndefinedError => "undefined",
        ErrorKind::UnknownFilter
        | ErrorKind::UnknownTest
        | ErrorKind::UnknownFunction
        | ErrorKind::UnknownMethod => "unknown",
        ErrorKind::TemplateNotFound => "template",
        _ => "other",
    };
    let excerpt = inner
        .template_source()
        .zip(inner.range())
        .and_then(|(source, range)| source.get(range));
    let excerpt = excerpt
        .and_then(|text| text.lines().next())
        .unwrap_or("none");
    Diagnostic::error(TEMPLATE)
        .arg("template", inner.name().unwrap_or_default())
        .arg("line", inner.line().unwrap_or_default())
        .arg("kind", kind)
        .arg("excerpt", excerpt.chars().take(60).collect::<String>())
}
