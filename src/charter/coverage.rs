//! The settings of a coverage: which columns make an interval, where it covers, and what else covers.
//!
//! Invariant: each source has bounds of the right type and covers at least one known place; groups are places.

use super::condition;
use super::context::{Context, find_source};
use super::decode::duration;
use super::document::Node;
use super::fault::{CLOSE_OF_MEASURE, GROUPS_OF_COVERAGE, ONE_END, PROOF_OF_MEASURE, TIME_NEEDED};
use super::place;
use super::source::{Source, position};
use crate::diagnostic::Diagnostic;
use crate::evidence::schema::Kind;
use crate::measure::coverage::{Cover, Coverage, End, Further, Moment, Places};
use crate::measure::target::Proof;
use chrono::Datelike;

type Faults = Vec<Diagnostic>;

/// Reads the table of a coverage.
pub(super) fn read(
    node: &Node,
    requirement: &Node,
    source: &Source,
    context: &Context<'_>,
    faults: &mut Faults,
) -> Option<Coverage> {
    if source.time.is_none() {
        let fault = Diagnostic::error(TIME_NEEDED).arg("source", &source.id);
        faults.push(fault.at(node.place()));
    }
    if requirement.get("min_cases").is_some() {
        let fault = Diagnostic::error(CLOSE_OF_MEASURE).arg("key", "min_cases");
        faults.push(fault.at(requirement.place_of_key("min_cases")));
    }
    complete(node, source, faults);
    groups_are_places(node, requirement, source, faults);
    let main = cover(node, source, context, faults);
    let also: Vec<Option<Further>> = node
        .tables("also")
        .map(|table| further(table, context, faults))
        .collect();
    let main = main?;
    Some(Coverage {
        places: places(&main.places, source),
        main,
        also: also.into_iter().collect::<Option<_>>()?,
    })
}

fn further(table: &Node, context: &Context<'_>, faults: &mut Faults) -> Option<Further> {
    let (_, source) = find_source(table.get("source")?, context, faults)?;
    complete(table, source, faults);
    let cover = cover(table, source, context, faults);
    let condition = table
        .get("where")
        .map(|at| condition::read(at, source, faults));
    if condition == Some(None) {
        return None;
    }
    Some(Further {
        cover: cover?,
        condition: condition.flatten(),
    })
}

/// A sample of intervals cannot show what is not covered.
fn complete(node: &Node, source: &Source, faults: &mut Faults) {
    if source.proof != Proof::Census {
        let fault = Diagnostic::error(PROOF_OF_MEASURE).arg("measure", "coverage");
        faults.push(fault.at(node.place()));
    }
}

/// `each` and `by` name the column of places, and nothing else.
fn groups_are_places(node: &Node, requirement: &Node, source: &Source, faults: &mut Faults) {
    let site = node.get("site").and_then(Node::text);
    for key in ["each", "by"] {
        let named: Vec<(&str, &Node)> = requirement.strings(key);
        let fits = match named.as_slice() {
            [] => true,
            [(name, _)] => Some(*name) == site,
            _ => false,
        };
        // A column that does not exist has a fault of its own.
        let known = named
            .iter()
            .all(|(name, _)| source.schema.position(name).is_some());
        if !fits && known {
            let fault = Diagnostic::error(GROUPS_OF_COVERAGE).arg("key", key);
            faults.push(fault.at(requirement.place_of(key)));
        }
    }
}

fn cover(
    node: &Node,
    source: &Source,
    context: &Context<'_>,
    faults: &mut Faults,
) -> Option<Cover> {
    let day = match node.get("on") {
        None => Some(None),
        Some(at) => position(at, &source.schema, &["date"], faults).map(Some),
    };
    let from = moment(node, "from", day, source, faults);
    let to = match (node.get("to"), node.get("lasting")) {
        (Some(_), None) => moment(node, "to", day, source, faults).map(End::At),
        (None, Some(at)) => position(at, &source.schema, &["duration"], faults).map(End::After),
        _ => {
            faults.push(Diagnostic::error(ONE_END).at(node.place()));
            None
        }
    };
    let longest = node
        .get("longest")
        .map(|at| duration(at.text().unwrap_or_default(), at, faults));
    let column = place::column(node, &source.schema, faults);
    let over = place::over(node, context.town, faults);
    let places = match (column?, over?) {
        (Some(column), among) => Places::Column(column, among),
        (None, Some(these)) => Places::These(these),
        (None, None) => {
            faults.push(place::needed(node));
            return None;
        }
    };
    if longest == Some(None) {
        return None;
    }
    Some(Cover {
        from: from?,
        to: to?,
        places,
        longest: longest.flatten(),
        until: source.collected.num_days_from_ce(),
    })
}

/// The column of a bound: an instant, a day, or a time of the day that `on` names.
fn moment(
    node: &Node,
    key: &str,
    day: Option<Option<usize>>,
    source: &Source,
    faults: &mut Faults,
) -> Option<Moment> {
    let at = node.get(key)?;
    if node.get("on").is_some() {
        let time = position(at, &source.schema, &["duration"], faults);
        return Some(Moment::Time {
            day: day??,
            time: time?,
        });
    }
    // What lasts a while begins at some instant, not on some day.
    let types: &[&str] = if node.get("lasting").is_some() {
        &["datetime"]
    } else {
        &["date", "datetime"]
    };
    let column = position(at, &source.schema, types, faults)?;
    match source.schema.columns.get(column).map(|column| &column.kind) {
        Some(Kind::Date(_)) => Some(Moment::Day(column)),
        _ => Some(Moment::Instant(column)),
    }
}

/// The places that must be covered: those that the source's rows can name, or those of `over`.
fn places(places: &Places, source: &Source) -> Vec<u32> {
    let column = match places {
        Places::These(places) | Places::Column(_, Some(places)) => return places.clone(),
        Places::Column(column, None) => *column,
    };
    match source.schema.columns.get(column).map(|column| &column.kind) {
        Some(Kind::Category(vocabulary)) => {
            let mut named: Vec<u32> = vocabulary.words.iter().map(|(_, place)| *place).collect();
            named.sort_unstable();
            named.dedup();
            named
        }
        _ => Vec::new(),
    }
}
