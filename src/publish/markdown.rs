//! Markdown written by the town → HTML, or Markdown again, that holds nothing active.
//!
//! Invariant: raw HTML becomes text; a link goes to the web, to a mailbox or to a neighbouring file, or is none; an
//! image becomes its words; headings follow each other without a gap under the level they are given.

pub(super) mod html;
mod text;

use super::escape::typography;
use super::view::slug;
use crate::messages::Lang;
use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
};
use std::collections::BTreeSet;

/// Containers within containers, beyond which they are left out.
const DEEPEST: usize = 24;

/// The anchors of a page, each of which is given once.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    /// An anchor that no other has, as near as can be to the wanted one.
    pub(super) fn fresh(&mut self, wanted: &str) -> String {
        let numbered = (2_u64..).map(|number| format!("{wanted}-{number}"));
        let mut candidates = std::iter::once(wanted.to_owned()).chain(numbered);
        let free = candidates
            .find(|id| !self.0.contains(id))
            .unwrap_or_default();
        self.0.insert(free.clone());
        free
    }
}

/// A text without anything active.
#[derive(Debug)]
pub(super) struct Document<'a> {
    events: Vec<Event<'a>>,
}

impl<'a> Document<'a> {
    /// Reads a text; its headings begin at a level.
    pub(super) fn read(source: &'a str, top: u8, lang: Lang) -> Self {
        let mut document = Self::parse(source, lang);
        document.level(top);
        document
    }

    fn parse(source: &'a str, lang: Lang) -> Self {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        let plain = Parser::new_ext(source, options).filter_map(|event| tame(event, lang));
        Self {
            events: links(shallow(plain), &allowed),
        }
    }

    /// Reads a text whose first heading of the first level is its title; the others begin at a level.
    pub(super) fn read_titled(source: &'a str, top: u8, lang: Lang) -> (Option<String>, Self) {
        let mut document = Self::parse(source, lang);
        let is_title = |event: &Event<'_>| {
            matches!(
                event,
                Event::Start(Tag::Heading {
                    level: HeadingLevel::H1,
                    ..
                })
            )
        };
        let title = document.events.iter().position(is_title).map(|start| {
            let is_end = |event: &Event<'_>| matches!(event, Event::End(TagEnd::Heading(_)));
            let length = document
                .events
                .iter()
                .skip(start)
                .position(is_end)
                .unwrap_or(0);
            let heading: Vec<Event<'_>> = document
                .events
                .drain(start..=start.saturating_add(length))
                .collect();
            words(&heading)
        });
        document.level(top);
        (title.filter(|title| !title.is_empty()), document)
    }

    /// Moves the headings to a level and those under it, without a gap.
    fn level(&mut self, top: u8) {
        let first = self.events.iter().filter_map(|event| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(rank(*level)),
            _ => None,
        });
        let highest = first.min().unwrap_or(1);
        let mut last = top.saturating_sub(1);
        for event in &mut self.events {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    let wanted = top.saturating_add(rank(*level)).saturating_sub(highest);
                    last = wanted.min(last.saturating_add(1)).min(6);
                    *level = heading(last);
                }
                Event::End(TagEnd::Heading(level)) => *level = heading(last),
                _ => {}
            }
        }
    }

    /// The texts of the headings, in order.
    fn headings(&self) -> Vec<String> {
        let mut headings = Vec::new();
        let mut rest = self.events.as_slice();
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            if matches!(first, Event::Start(Tag::Heading { .. })) {
                let is_end = |event: &Event<'_>| matches!(event, Event::End(TagEnd::Heading(_)));
                let length = rest.iter().position(is_end).unwrap_or(rest.len());
                headings.push(words(rest.get(..length).unwrap_or_default()));
            }
        }
        headings
    }
}

const fn rank(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

const fn heading(rank: u8) -> HeadingLevel {
    match rank {
        0 | 1 => HeadingLevel::H1,
        2 => HeadingLevel::H2,
        3 => HeadingLevel::H3,
        4 => HeadingLevel::H4,
        5 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

/// The words of some events, on one line.
fn words(events: &[Event<'_>]) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::Text(piece) | Event::Code(piece) => text.push_str(piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// What a link within the page aims at, compared without dashes and accents.
fn aim(text: &str) -> String {
    slug(text).replace('-', "")
}

/// An event without anything active; none for what is left out.
fn tame<'a>(event: Event<'a>, lang: Lang) -> Option<Event<'a>> {
    let plain = |text: &str| {
        let kept: String = text
            .chars()
            .filter(|letter| *letter == '\n' || !letter.is_control())
            .collect();
        CowStr::from(typography(&kept, lang))
    };
    Some(match event {
        Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) => {
            Event::Text(plain(&text))
        }
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level,
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::Start(Tag::BlockQuote(_)) => Event::Start(Tag::BlockQuote(None)),
        Event::End(TagEnd::BlockQuote(_)) => Event::End(TagEnd::BlockQuote(None)),
        Event::Start(Tag::CodeBlock(_)) => Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            id,
            ..
        }) => {
            let email = link_type == LinkType::Email;
            Event::Start(Tag::Link {
                link_type: LinkType::Inline,
                dest_url: if email {
                    format!("mailto:{dest_url}").into()
                } else {
                    dest_url
                },
                title: CowStr::from(""),
                id,
            })
        }
        other => other,
    })
}

/// Leaves out the containers that lie too deep.
fn shallow<'a>(events: impl Iterator<Item = Event<'a>>) -> Vec<Event<'a>> {
    let mut depth = 0_usize;
    let mut kept = Vec::new();
    for event in events {
        let opens = matches!(
            event,
            Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item)
        );
        let closes = matches!(
            event,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item)
        );
        // A list goes with its items.
        let room = if matches!(event, Event::Start(Tag::Item) | Event::End(TagEnd::Item)) {
            1
        } else {
            0
        };
        if closes {
            depth = depth.saturating_sub(1);
        }
        if !(opens || closes) || depth < DEEPEST.saturating_add(room) {
            kept.push(event);
        }
        if opens {
            depth = depth.saturating_add(1);
        }
    }
    kept
}

/// Gives each link the address it is rewritten to; one that has none leaves its words.
fn links<'a>(events: Vec<Event<'a>>, address: &dyn Fn(&str) -> Option<String>) -> Vec<Event<'a>> {
    let mut open = Vec::new();
    let mut kept = Vec::with_capacity(events.len());
    for event in events {
        match event {
            Event::Start(Tag::Link {
                dest_url,
                title,
                link_type,
                id,
            }) => {
                let address = address(&dest_url);
                open.push(address.is_some());
                kept.extend(address.map(|address| {
                    Event::Start(Tag::Link {
                        link_type,
                        dest_url: address.into(),
                        title,
                        id,
                    })
                }));
            }
            Event::End(TagEnd::Link) => {
                if open.pop() == Some(true) {
                    kept.push(event);
                }
            }
            other => kept.push(other),
        }
    }
    kept
}

/// The address of a link, if it may be followed.
fn allowed(address: &str) -> Option<String> {
    // Browsers skip blanks and control characters within a scheme and read `\` as `/`.
    let hides = |letter: char| letter.is_control() || letter.is_whitespace() || letter == '\\';
    if address.is_empty() || address.chars().any(hides) || address.starts_with("//") {
        return None;
    }
    let scheme = address
        .split(['/', '?', '#'])
        .next()
        .and_then(|start| start.split_once(':'));
    let known = scheme.is_none_or(|(scheme, _)| {
        ["https", "http", "mailto"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(scheme))
    });
    known.then(|| address.to_owned())
}

#[cfg(test)]
mod tests;
