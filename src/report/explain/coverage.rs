//! What the explanation of a coverage says in its own words.
//!
//! Invariant: sources and columns appear under the names that the charter gives them.

use crate::charter::Charter;
use crate::charter::describe;
use crate::charter::requirement::Measured;
use crate::charter::source::Source;
use crate::diagnostic::Value;
use crate::measure::coverage::{Cover, Coverage, End, Moment, Places};
use crate::messages::Messages;
use crate::scorecard::card::TargetCard;

/// What covers, source by source, and what must be covered.
pub(super) fn rule(
    coverage: &Coverage,
    measured: &Measured,
    charter: &Charter,
    messages: &Messages,
) -> Vec<String> {
    let places = name(&coverage.places, charter);
    let mut lines = vec![messages.text("explain-coverage-places", &[("places", places.into())])];
    let also = coverage.also.iter();
    let covers = also.map(|further| (&further.cover, further.condition.as_ref()));
    let among = measured.rule.population.among.as_ref();
    for ((cover, condition), position) in std::iter::once((&coverage.main, among))
        .chain(covers)
        .zip(measured.sources())
    {
        let Some(source) = charter.sources.get(position) else {
            continue;
        };
        let condition = condition.map_or_else(
            || "none".to_owned(),
            |condition| describe::condition(condition, source, messages),
        );
        lines.push(messages.text(
            "explain-coverage",
            &[
                ("source", Value::from(&source.id)),
                ("from", moment(cover.from, source).into()),
                ("to", end(cover, source).into()),
                ("places", places_of(cover, source, charter).into()),
                ("condition", condition.into()),
            ],
        ));
    }
    lines
}

/// The message that counts unknown cases of a reason.
pub(super) fn unknown_key(target: &TargetCard) -> &'static str {
    match target.measure.as_str() {
        "coverage" => "explain-unknown-minutes",
        "peaks" => "explain-unknown-slots",
        _ => "explain-unknown",
    }
}

/// The message that gives both bounds.
pub(super) const BOUNDS: &str = "explain-bounds-minutes";

fn name(places: &[u32], charter: &Charter) -> String {
    let names = (0_u32..)
        .zip(&charter.town.sites)
        .filter(|(position, _)| places.contains(position))
        .map(|(_, site)| site.name.as_str());
    names.collect::<Vec<&str>>().join(", ")
}

fn column(position: usize, source: &Source) -> String {
    let column = source.schema.columns.get(position);
    column.map(|column| column.name.clone()).unwrap_or_default()
}

fn moment(moment: Moment, source: &Source) -> String {
    match moment {
        Moment::Instant(position) | Moment::Day(position) => column(position, source),
        Moment::Time { day, time } => {
            format!("{} {}", column(day, source), column(time, source))
        }
    }
}

fn end(cover: &Cover, source: &Source) -> String {
    match cover.to {
        End::At(at) => moment(at, source),
        End::After(length) => format!(
            "{} + {}",
            moment(cover.from, source),
            column(length, source)
        ),
    }
}

fn places_of(cover: &Cover, source: &Source, charter: &Charter) -> String {
    match &cover.places {
        Places::Column(position, _) => column(*position, source),
        Places::These(places) => name(places, charter),
    }
}
