//! What the explanation of a publication says in its own words.
//!
//! Invariant: documents appear under the names that the charter gives their sources.

use crate::charter::Charter;
use crate::charter::requirement::Measured;
use crate::charter::source::{Format, Source};
use crate::diagnostic::Value;
use crate::measure::publication::Publication;
use crate::messages::Messages;

/// Each document, with how many things it is asked and how it was collected.
pub(super) fn rule(
    publication: &Publication,
    measured: &Measured,
    charter: &Charter,
    messages: &Messages,
) -> Vec<String> {
    let sources = measured
        .sources()
        .filter_map(|position| charter.sources.get(position));
    let line = |(source, asked): (&Source, usize)| {
        let statement = source.absent.as_ref();
        let site = match &source.format {
            Format::Page(settings) => settings.site,
            _ => None,
        };
        let site = site.and_then(|site| charter.town.sites.get(usize::try_from(site).ok()?));
        messages.text(
            "explain-publication",
            &[
                ("source", Value::from(&source.id)),
                ("asked", asked.into()),
                (
                    "site",
                    Value::from(site.map_or("none", |site| site.name.as_str())),
                ),
                (
                    "absent",
                    Value::from(if statement.is_some() { "yes" } else { "no" }),
                ),
                (
                    "by",
                    Value::from(statement.map_or("", |statement| statement.by.as_str())),
                ),
                (
                    "date",
                    statement
                        .map_or_else(String::new, |statement| messages.date(statement.on))
                        .into(),
                ),
                (
                    "record",
                    Value::from(statement.map_or("", |statement| statement.record.as_str())),
                ),
            ],
        )
    };
    let asked = publication.media.iter().map(|medium| medium.asks.len());
    sources.zip(asked).map(line).collect()
}
