//! The awareness guide, and what each engagement asks of those who keep it.
//!
//! Invariant: no result and no measured figure.

use super::markdown::html::Setting;
use super::markdown::{Document, Ids};
use super::view::{Format, Link, Ready, slug, view};
use crate::charter::Charter;
use crate::messages::Messages;

/// The level of the headings within a chapter: chapters are of the second.
const TOP: u8 = 3;

view! {
    /// The guide.
    struct Guide {
        /// The table of contents.
        contents: Vec<Link>,
        /// The chapters.
        chapters: Vec<Chapter>,
        /// What each engagement asks.
        duties: Vec<Duty>,
    }

    /// A chapter.
    struct Chapter {
        /// The anchor.
        id: String,
        /// Its title.
        title: String,
        /// Its text.
        body: Ready,
    }

    /// What an engagement asks.
    struct Duty {
        /// The anchor.
        id: String,
        /// Its number.
        number: String,
        /// Its title.
        title: String,
        /// The promise.
        promise: String,
        /// The channels concerned.
        channels: String,
        /// The function that owns it.
        owner: String,
        /// The rules, in plain words.
        rules: Vec<String>,
    }
}

/// The guide of a charter.
pub(super) fn view(charter: &Charter, messages: &Messages, format: Format) -> Guide {
    let mut ids = Ids::default();
    let documents: Vec<(Option<String>, Document<'_>)> = charter
        .guide
        .iter()
        .map(|(_, text)| Document::read_titled(text, TOP, messages.lang()))
        .collect();
    let anchors: Vec<(String, String)> = charter
        .guide
        .iter()
        .map(|(name, _)| {
            (
                format!("{name}.md"),
                ids.fresh(&format!("chapter-{}", slug(name))),
            )
        })
        .collect();
    let mut chapters = Vec::new();
    for ((title, document), ((name, _), (_, id))) in
        documents.iter().zip(charter.guide.iter().zip(&anchors))
    {
        let setting = Setting {
            prefix: id,
            files: &anchors,
            messages,
        };
        chapters.push(Chapter {
            id: id.clone(),
            title: title.clone().unwrap_or_else(|| name.replace('-', " ")),
            body: match format {
                Format::Html => document.html(&mut ids, &setting),
                Format::Markdown => document.markdown(),
            },
        });
    }
    let link = |chapter: &Chapter| Link {
        id: chapter.id.clone(),
        title: chapter.title.clone(),
    };
    let last = Link {
        id: "duties".to_owned(),
        title: messages.plain("publish-section-duties"),
    };
    Guide {
        contents: chapters.iter().map(link).chain([last]).collect(),
        chapters,
        duties: duties(charter),
    }
}

fn duties(charter: &Charter) -> Vec<Duty> {
    let duties = charter.engagements.iter().map(|engagement| Duty {
        id: format!("engagement-{}", engagement.id),
        number: engagement.number.to_string(),
        title: engagement.title.clone(),
        promise: engagement.promise.clone(),
        channels: engagement.channels.join(", "),
        owner: engagement.owner.clone(),
        rules: engagement
            .requirements
            .iter()
            .map(|requirement| requirement.title.clone())
            .collect(),
    });
    duties.collect()
}
