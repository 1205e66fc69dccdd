//! What documents were asked, as cards.
//!
//! Invariant: a card names things of the charter and the source of the document, and nothing of its text.

use super::card::StatementCard;
use crate::charter::Charter;
use crate::charter::publication::thing_of;
use crate::charter::requirement::Measured;
use crate::evidence::page::Ask;
use crate::measure::publication::Publication;
use crate::measure::reading::{Figures, Reading};
use crate::measure::rule::Measure;
use crate::measure::statement::Statement;
use crate::measure::truth::Truth;

/// Every thing that was asked; none for a measure other than publication.
pub(super) fn statements(
    measured: &Measured,
    reading: &Reading,
    charter: &Charter,
) -> Vec<StatementCard> {
    match (&reading.total, &measured.rule.measure) {
        (Figures::Published { statements, .. }, Measure::Publication(publication)) => {
            let cards = statements
                .iter()
                .filter_map(|statement| card(statement, publication, measured, charter));
            cards.collect()
        }
        _ => Vec::new(),
    }
}

fn card(
    statement: &Statement,
    publication: &Publication,
    measured: &Measured,
    charter: &Charter,
) -> Option<StatementCard> {
    let ask = publication
        .media
        .get(statement.medium)?
        .asks
        .get(statement.ask)?;
    let source = charter
        .sources
        .get(measured.sources().nth(statement.medium)?)?;
    Some(StatementCard {
        medium: source.id.clone(),
        title: source.title.clone(),
        thing: thing_of(ask).to_owned(),
        subject: subject(ask, charter),
        channel: match ask {
            Ask::Booking { channel, .. } => Some(channel.id().to_owned()),
            _ => None,
        },
        outcome: statement.outcome.id().to_owned(),
        state: match statement.outcome.truth() {
            Truth::Yes => "holds",
            Truth::No => "fails",
            Truth::Unknown(_) => "unknown",
        }
        .to_owned(),
    })
}

fn subject(ask: &Ask, charter: &Charter) -> Option<String> {
    let town = &charter.town;
    let at = |position: u32| usize::try_from(position).ok();
    match ask {
        Ask::Hours { site, .. } => Some(town.sites.get(at(*site)?)?.name.clone()),
        Ask::Delay { service, .. } | Ask::Booking { service, .. } => {
            Some(town.services.get(at(*service)?)?.name.clone())
        }
        Ask::Alternative { position, .. } => {
            Some(town.alternatives.get(at(*position)?)?.name.clone())
        }
        Ask::Section(text) | Ask::Contains(text) | Ask::Version(text) => Some(text.clone()),
        Ask::InForce(day) => Some(day.to_string()),
        Ask::Exists | Ask::Peaks(_) | Ask::Quiet(_) => None,
    }
}
