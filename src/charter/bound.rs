//! Another bound for a measure, in the measure's own words: what a référentiel asks, how far an accepted gap may go.
//!
//! Invariant: the other bound is read from the same rows as the target is, and compares with it in the same direction.

use super::decode::duration;
use super::document::Node;
use super::fault::{BOUND_OF_MEASURE, EMPTY_TARGET, OPERAND_UNIT, RATIO};
use crate::diagnostic::Diagnostic;
use crate::measure::cadence::Cadence;
use crate::measure::condition::Comparison;
use crate::measure::limit::Limit;
use crate::measure::rule::Measure;
use crate::measure::target::{Bound, ShareTarget, Target};
use crate::measure::value::Unit;
use crate::ratio::Ratio;
use std::cmp::Ordering;

/// The words of every bound.
const KEYS: [&str; 6] = [
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "every_days",
    "quantile",
];

/// A measure with the target that it is judged by.
pub(super) type Bounded = (Measure, Target);

/// The measure with the bound that a table gives instead of its target; none after a fault.
pub(super) fn other(
    table: &Node,
    (measure, target): (&Measure, &Target),
    faults: &mut Vec<Diagnostic>,
) -> Option<Bounded> {
    let words: &[&str] = match (measure, target) {
        (_, Target::Share(target)) if target.bound == Bound::AtMost => &["at_most"],
        (_, Target::Share(_)) => &["at_least", "more_than"],
        (Measure::Limit(_), _) => &["at_most", "less_than", "quantile"],
        (Measure::Variety(_), _) => &["at_least"],
        (Measure::Cadence(_), _) => &["every_days"],
        _ => &[],
    };
    let given: Vec<&str> = KEYS
        .into_iter()
        .filter(|key| table.get(key).is_some())
        .collect();
    let bounds = given.iter().filter(|key| **key != "quantile").count();
    if bounds != 1 || given.iter().any(|key| !words.contains(key)) {
        let fault = Diagnostic::error(BOUND_OF_MEASURE)
            .arg("known", words.join(", "))
            .arg("count", words.len());
        faults.push(fault.at(table.place()));
        return None;
    }
    let key = given.into_iter().find(|key| *key != "quantile")?;
    match (measure, target) {
        (measure, Target::Share(_)) => {
            let target = share(table, key, faults)?;
            Some((measure.clone(), Target::Share(target)))
        }
        (Measure::Limit(own), _) => {
            let limit = limit(table, key, own, faults)?;
            Some((Measure::Limit(limit), Target::Limit { close: None }))
        }
        (Measure::Variety(own), target) => {
            let mut variety = own.clone();
            variety.at_least = whole(table, key, faults)?;
            Some((Measure::Variety(variety), target.clone()))
        }
        (Measure::Cadence(_), target) => {
            let every_days = whole(table, key, faults)?;
            Some((Measure::Cadence(Cadence { every_days }), target.clone()))
        }
        _ => None,
    }
}

fn share(table: &Node, key: &str, faults: &mut Vec<Diagnostic>) -> Option<ShareTarget> {
    let Some(ratio) = table.share(key) else {
        faults.push(Diagnostic::error(RATIO).at(table.place_of(key)));
        return None;
    };
    let bound = match key {
        "more_than" => Bound::MoreThan,
        "at_most" => Bound::AtMost,
        _ => Bound::AtLeast,
    };
    Some(ShareTarget {
        bound,
        ratio,
        close: None,
    })
}

fn limit(table: &Node, key: &str, own: &Limit, faults: &mut Vec<Diagnostic>) -> Option<Limit> {
    let at = table.get(key)?;
    let amount = match (own.unit, at.integer(), at.text()) {
        (Unit::Seconds, _, Some(text)) => duration(text, at, faults)?,
        (Unit::WorkingDays | Unit::CalendarDays | Unit::Count, Some(number), _) => number,
        _ => {
            let fault = Diagnostic::error(OPERAND_UNIT)
                .arg("expected", super::condition::unit_name(own.unit))
                .arg("found", "other");
            faults.push(fault.at(at.place()));
            return None;
        }
    };
    let quantile = match table.get("quantile") {
        None => own.quantile,
        Some(_) => table.share("quantile")?,
    };
    let comparison = match key {
        "less_than" => Comparison::LessThan,
        _ => Comparison::AtMost,
    };
    Some(Limit {
        quantile,
        comparison,
        limit: amount,
        ..own.clone()
    })
}

/// A whole number of values or days, at least one.
fn whole(table: &Node, key: &str, faults: &mut Vec<Diagnostic>) -> Option<u32> {
    let number = table.number(key).filter(|number: &u32| *number > 0);
    if number.is_none() {
        faults.push(Diagnostic::error(EMPTY_TARGET).at(table.place_of(key)));
    }
    number
}

/// Whether one bound of a measure asks for less than another, in any respect.
pub(super) fn is_laxer(one: (&Measure, &Target), than: (&Measure, &Target)) -> bool {
    match (one, than) {
        ((_, Target::Share(one)), (_, Target::Share(than))) => {
            match (order(one.ratio, than.ratio), one.bound) {
                (Ordering::Less, Bound::AtLeast | Bound::MoreThan)
                | (Ordering::Greater, Bound::AtMost) => true,
                (Ordering::Equal, Bound::AtLeast) => than.bound == Bound::MoreThan,
                _ => false,
            }
        }
        ((Measure::Limit(one), _), (Measure::Limit(than), _)) => {
            highest(one) > highest(than) || order(one.quantile, than.quantile).is_lt()
        }
        ((Measure::Variety(one), _), (Measure::Variety(than), _)) => one.at_least < than.at_least,
        ((Measure::Cadence(one), _), (Measure::Cadence(than), _)) => {
            one.every_days > than.every_days
        }
        _ => false,
    }
}

fn order(one: Ratio, than: Ratio) -> Ordering {
    than.compare(one.numerator(), one.denominator())
}

/// The highest value within a limit: values are whole numbers.
const fn highest(limit: &Limit) -> i64 {
    match limit.comparison {
        Comparison::LessThan => limit.limit.saturating_sub(1),
        _ => limit.limit,
    }
}
