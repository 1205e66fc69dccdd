//! Naive readings of a page: its tags, its text, what a Markdown reader sees.

use pulldown_cmark::{Event, Options, Parser, Tag};

/// A tag: its name (with `/` when it closes) and its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Its name and the names of its attributes.
    pub(crate) fn shape(&self) -> String {
        let names: Vec<&str> = self
            .attributes
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        format!("{} {}", self.name, names.join(" "))
    }
}

/// The tags of a page and its text, as a browser tells them apart: the style's content is neither.
pub(crate) fn scan(page: &str) -> (Vec<Element>, String) {
    let (mut elements, mut text) = (Vec::new(), String::new());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (inside, after) = after
            .split_at_checked(end_of_tag(after))
            .expect("a place in the text");
        let element = element(inside);
        rest = after.strip_prefix('>').expect("a tag that ends");
        if element.name == "style" {
            let end = rest.find("</style>").expect("an end of the style");
            rest = rest.split_at_checked(end).expect("a place in the text").1;
        }
        elements.push(element);
    }
    text.push_str(rest);
    (elements, plain(&text))
}

/// The place of the `>` that ends a tag: not one within quotes.
fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    for (at, letter) in tag.char_indices() {
        match (quote, letter) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    tag.len()
}

fn element(inside: &str) -> Element {
    let inside = inside.trim_end_matches('/').trim();
    let (name, mut rest) = inside
        .split_once(char::is_whitespace)
        .unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let Some((key, after)) = rest.split_once("=\"") else {
            attributes.push((rest.to_owned(), String::new()));
            break;
        };
        let (value, after) = after.split_once('"').expect("a quoted value");
        attributes.push((key.to_owned(), plain(value)));
        rest = after;
    }
    Element {
        name: name.to_ascii_lowercase(),
        attributes,
    }
}

/// Text without its escapes, blanks made one.
pub(crate) fn plain(text: &str) -> String {
    let mut out = text.to_owned();
    for (escaped, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        out = out.replace(escaped, letter);
    }
    blanks(&out)
}

/// A text whose blanks are one space each.
pub(crate) fn blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// What a Markdown reader sees: the kinds of its events, adjoining texts as one, and the text.
pub(crate) fn events(source: &str) -> (Vec<String>, String) {
    let (mut kinds, mut text): (Vec<String>, String) = (Vec::new(), String::new());
    for event in Parser::new_ext(source, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        let kind = match &event {
            Event::Text(piece) => {
                text.push_str(piece);
                "text".to_owned()
            }
            Event::SoftBreak => {
                text.push(' ');
                "text".to_owned()
            }
            Event::Code(piece) => {
                text.push_str(piece);
                "code".to_owned()
            }
            Event::Start(Tag::Heading {
                level,
                id,
                classes,
                attrs,
            }) => {
                assert!(
                    id.is_none() && classes.is_empty() && attrs.is_empty(),
                    "attributes on a heading"
                );
                format!("heading {level}")
            }
            Event::Start(Tag::Link { dest_url, .. }) => format!("link to {dest_url}"),
            other => {
                text.push('\n');
                format!("{other:?}")
            }
        };
        if kind != "text" || kinds.last().is_none_or(|last| last != "text") {
            kinds.push(kind);
        }
    }
    (kinds, blanks(&text))
}
