//! A tamed document as HTML.

use super::{Document, Ids, aim, links};
use crate::messages::Messages;
use crate::publish::view::{Ready, escaped, slug};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// Where a document stands in its page.
#[derive(Debug)]
pub(in crate::publish) struct Setting<'a> {
    /// What its anchors begin with.
    pub(in crate::publish) prefix: &'a str,
    /// Neighbouring files that are parts of the page, with their anchors.
    pub(in crate::publish) files: &'a [(String, String)],
    /// The catalogue.
    pub(in crate::publish) messages: &'a Messages,
}

impl Document<'_> {
    /// The document as HTML.
    pub(in crate::publish) fn html(&self, ids: &mut Ids, setting: &Setting<'_>) -> Ready {
        let headings = self.headings();
        let anchors: Vec<(String, String)> = headings
            .iter()
            .map(|words| {
                (
                    aim(words),
                    ids.fresh(&format!("{}-{}", setting.prefix, slug(words))),
                )
            })
            .collect();
        let events = links(self.events.clone(), &|address| {
            resolve(address, &anchors, setting.files)
        });
        let mut writer = Writer {
            anchors: anchors.into_iter().map(|(_, id)| id),
            label: format!(
                "aria-label=\"{}\"",
                escaped(&setting.messages.plain("publish-table"), setting.messages)
            ),
            head: false,
        };
        let mut out = String::new();
        pulldown_cmark::html::push_html(
            &mut out,
            events.into_iter().map(|event| writer.event(event)),
        );
        Ready(out)
    }
}

/// Where a link leads; none if that is neither on the page nor elsewhere.
fn resolve(
    address: &str,
    anchors: &[(String, String)],
    files: &[(String, String)],
) -> Option<String> {
    let (file, fragment) = address
        .split_once('#')
        .map_or((address, None), |(file, fragment)| (file, Some(fragment)));
    if file.is_empty() {
        let wanted = aim(fragment?);
        let found = anchors.iter().find(|(words, _)| *words == wanted);
        return found.map(|(_, id)| format!("#{id}"));
    }
    let name = file.strip_prefix("./").unwrap_or(file);
    let known = files.iter().find(|(known, _)| known == name);
    Some(known.map_or_else(|| address.to_owned(), |(_, id)| format!("#{id}")))
}

struct Writer<I> {
    anchors: I,
    /// The attribute that names the next table.
    label: String,
    /// Whether the row is a table's head.
    head: bool,
}

impl<I: Iterator<Item = String>> Writer<I> {
    fn event<'a>(&mut self, event: Event<'a>) -> Event<'a> {
        let tag = match &event {
            Event::Start(Tag::Heading { level, .. }) => {
                let id = self.anchors.next().unwrap_or_default();
                self.label = format!("aria-labelledby=\"{id}\"");
                return Event::Start(Tag::Heading {
                    level: *level,
                    id: Some(CowStr::from(id)),
                    classes: Vec::new(),
                    attrs: Vec::new(),
                });
            }
            // Written here: heads have a scope, and nothing has a style of its own, which the page's policy forbids.
            Event::Start(Tag::Table(_)) => {
                format!(
                    "<div class=\"scroll\" role=\"group\" tabindex=\"0\" {}><table>\n",
                    self.label
                )
            }
            Event::Start(Tag::TableHead) => {
                self.head = true;
                "<thead><tr>".to_owned()
            }
            Event::End(TagEnd::TableHead) => {
                self.head = false;
                "</tr></thead>\n<tbody>\n".to_owned()
            }
            Event::End(TagEnd::Table) => "</tbody></table></div>\n".to_owned(),
            Event::Start(Tag::TableRow) => "<tr>".to_owned(),
            Event::End(TagEnd::TableRow) => "</tr>\n".to_owned(),
            Event::Start(Tag::TableCell) if self.head => "<th scope=\"col\">".to_owned(),
            Event::Start(Tag::TableCell) => "<td>".to_owned(),
            Event::End(TagEnd::TableCell) if self.head => "</th>".to_owned(),
            Event::End(TagEnd::TableCell) => "</td>".to_owned(),
            _ => return event,
        };
        Event::Html(CowStr::from(tag))
    }
}
