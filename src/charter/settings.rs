//! The settings and the target of each measure.
//!
//! Invariant: a target can be missed and can be reached, and the proof of the source can show it.

use super::condition::{self, unit_name};
use super::context::{Context, find_source};
use super::coverage;
use super::decode::duration;
use super::document::Node;
use super::fault::{
    CLOSE_NOT_STRICTER, CLOSE_OF_MEASURE, COLUMN_TYPE, EMPTY_TARGET, ONE_TARGET, OPERAND_UNIT,
    PROOF_OF_MEASURE, TIME_NEEDED, UNKNOWN_NAME, UNKNOWN_VALUE, VARIETY_TOO_LARGE, WHOLE_ON_SAMPLE,
};
use super::join::same_form;
use super::peaks;
use super::publication;
use super::shape::unknown;
use super::source::{Source, position};
use super::versions;
use crate::diagnostic::Diagnostic;
use crate::evidence::schema::Kind;
use crate::measure::cadence::Cadence;
use crate::measure::condition::Comparison;
use crate::measure::limit::Limit;
use crate::measure::roll_call::{Grace, Register, RollCall};
use crate::measure::rule::Measure;
use crate::measure::share::Share;
use crate::measure::target::{Bound, Proof, ShareTarget, Target};
use crate::measure::value::Unit;
use crate::measure::variety::Variety;
use crate::ratio::Ratio;
use std::collections::BTreeSet;

type Faults = Vec<Diagnostic>;

/// Reads the measure table of a requirement.
pub(super) fn read(
    kind: &str,
    requirement: &Node,
    source: &Source,
    context: &Context<'_>,
    faults: &mut Faults,
) -> Option<(Measure, Target)> {
    let node = requirement.get(kind)?;
    close_fits(kind, node, requirement, faults);
    match kind {
        "share" => {
            let holds = condition::read(node.get("holds")?, source, faults);
            let target = share_target(node, requirement, source, faults);
            let target = target?;
            let share = Share {
                holds: holds?,
                holding_fails: target.bound == Bound::AtMost,
            };
            Some((Measure::Share(share), Target::Share(target)))
        }
        "limit" => limit(node, requirement, source, faults),
        "roll_call" => {
            let target = share_target(node, requirement, source, faults);
            let roll = roll_call(node, source, context, faults);
            Some((Measure::RollCall(roll?), Target::Share(target?)))
        }
        "variety" => variety(node, source, faults)
            .map(|variety| (Measure::Variety(variety), Target::Variety)),
        "cadence" => {
            if source.time.is_none() {
                faults.push(
                    Diagnostic::error(TIME_NEEDED)
                        .arg("source", &source.id)
                        .at(node.place()),
                );
            }
            let every_days = node.number("every_days")?;
            Some((Measure::Cadence(Cadence { every_days }), Target::Cadence))
        }
        "coverage" => {
            let target = share_target(node, requirement, source, faults);
            let coverage = coverage::read(node, requirement, source, context, faults);
            Some((Measure::Coverage(coverage?), Target::Share(target?)))
        }
        "publication" => {
            let target = share_target(node, requirement, source, faults);
            let publication = publication::read(node, requirement, context, faults);
            Some((Measure::Publication(publication?), Target::Share(target?)))
        }
        "peaks" => {
            let target = share_target(node, requirement, source, faults);
            let peaks = peaks::read(node, requirement, source, context, faults);
            Some((Measure::Peaks(Box::new(peaks?)), Target::Share(target?)))
        }
        _ => None,
    }
}

/// `close_below` belongs to targets from below, `close_above` to those from above.
fn close_fits(kind: &str, node: &Node, requirement: &Node, faults: &mut Faults) {
    let from_above = kind == "limit" || node.get("at_most").is_some();
    for (key, fits) in [
        (
            "close_below",
            matches!(
                kind,
                "share" | "roll_call" | "coverage" | "publication" | "peaks"
            ) && !from_above,
        ),
        (
            "close_above",
            matches!(kind, "share" | "limit") && from_above,
        ),
    ] {
        if requirement.get(key).is_some() && !fits {
            let fault = Diagnostic::error(CLOSE_OF_MEASURE).arg("key", key);
            faults.push(fault.at(requirement.place_of_key(key)));
        }
    }
}

fn share_target(
    node: &Node,
    requirement: &Node,
    source: &Source,
    faults: &mut Faults,
) -> Option<ShareTarget> {
    let bounds = [
        ("at_least", Bound::AtLeast),
        ("more_than", Bound::MoreThan),
        ("at_most", Bound::AtMost),
    ];
    let given: Vec<_> = bounds
        .into_iter()
        .filter(|(key, _)| node.get(key).is_some())
        .collect();
    let [(key, bound)] = given.as_slice() else {
        faults.push(
            Diagnostic::error(ONE_TARGET)
                .arg("known", "at_least, more_than, at_most")
                .arg("measure", "share")
                .at(node.place()),
        );
        return None;
    };
    let ratio = node.share(key)?;
    let zero = ratio.numerator() == 0;
    let vacuous = match bound {
        Bound::AtLeast => zero,
        Bound::MoreThan | Bound::AtMost => ratio == Ratio::ONE,
    };
    if vacuous {
        faults.push(Diagnostic::error(EMPTY_TARGET).at(node.place_of(key)));
    }
    let whole = match bound {
        Bound::AtLeast => ratio == Ratio::ONE,
        Bound::MoreThan => false,
        Bound::AtMost => zero,
    };
    if whole && source.proof == Proof::Sample {
        faults.push(
            Diagnostic::error(WHOLE_ON_SAMPLE)
                .arg("source", &source.id)
                .at(node.place_of(key)),
        );
    }
    let close = match bound {
        Bound::AtMost => requirement.share("close_above"),
        Bound::AtLeast | Bound::MoreThan => requirement.share("close_below"),
    };
    if let Some(close) = close {
        let order = ratio.compare(close.numerator(), close.denominator());
        let stricter = if *bound == Bound::AtMost {
            order.is_lt()
        } else {
            order.is_gt()
        };
        if !stricter {
            let key = if *bound == Bound::AtMost {
                "close_above"
            } else {
                "close_below"
            };
            faults.push(
                Diagnostic::error(CLOSE_NOT_STRICTER)
                    .arg("key", key)
                    .at(requirement.place_of(key)),
            );
        }
    }
    Some(ShareTarget {
        bound: *bound,
        ratio,
        close,
    })
}

/// A whole number of days, or a duration.
fn amount(node: &Node, unit: Unit, faults: &mut Faults) -> Option<i64> {
    match (unit, node.integer(), node.text()) {
        (Unit::WorkingDays | Unit::CalendarDays | Unit::Count, Some(number), _) => Some(number),
        (Unit::Seconds, _, Some(text)) => duration(text, node, faults),
        _ => {
            let fault = Diagnostic::error(OPERAND_UNIT)
                .arg("expected", unit_name(unit))
                .arg("found", "other");
            faults.push(fault.at(node.place()));
            None
        }
    }
}

fn limit(
    node: &Node,
    requirement: &Node,
    source: &Source,
    faults: &mut Faults,
) -> Option<(Measure, Target)> {
    let at = node.get("of")?;
    let name = at.text()?;
    let Some(named) = source.named(name) else {
        let fault = unknown(UNKNOWN_NAME, "name", name, source.names().into_iter())
            .arg("source", &source.id);
        faults.push(fault.at(at.place()));
        return None;
    };
    if !matches!(
        named.unit,
        Unit::WorkingDays | Unit::CalendarDays | Unit::Seconds | Unit::Count
    ) {
        faults.push(
            Diagnostic::error(COLUMN_TYPE)
                .arg("name", name)
                .arg("found", unit_name(named.unit))
                .arg("expected", "amount")
                .at(at.place()),
        );
        return None;
    }
    let quantile = node.share("quantile").unwrap_or(Ratio::ONE);
    if quantile.numerator() == 0 {
        faults.push(Diagnostic::error(EMPTY_TARGET).at(node.place_of("quantile")));
    }
    if quantile == Ratio::ONE && source.proof == Proof::Sample {
        faults.push(
            Diagnostic::error(WHOLE_ON_SAMPLE)
                .arg("source", &source.id)
                .at(node.place()),
        );
    }
    let (comparison, bound) = match (node.get("at_most"), node.get("less_than")) {
        (Some(bound), None) => (Comparison::AtMost, bound),
        (None, Some(bound)) => (Comparison::LessThan, bound),
        _ => {
            faults.push(
                Diagnostic::error(ONE_TARGET)
                    .arg("known", "at_most, less_than")
                    .arg("measure", "limit")
                    .at(node.place()),
            );
            return None;
        }
    };
    let limit = amount(bound, named.unit, faults)?;
    let close = close_above(requirement, named.unit, limit, faults);
    let measure = Measure::Limit(Limit {
        of: named.term,
        unit: named.unit,
        quantile,
        comparison,
        limit,
    });
    Some((measure, Target::Limit { close }))
}

/// The amount from which a limit that is kept is a "point sensible": under the limit itself.
fn close_above(requirement: &Node, unit: Unit, limit: i64, faults: &mut Faults) -> Option<i64> {
    let at = requirement.get("close_above")?;
    let close = amount(at, unit, faults)?;
    if close >= limit {
        let fault = Diagnostic::error(CLOSE_NOT_STRICTER).arg("key", "close_above");
        faults.push(fault.at(at.place()));
    }
    Some(close)
}

fn roll_call(
    node: &Node,
    source: &Source,
    context: &Context<'_>,
    faults: &mut Faults,
) -> Option<RollCall> {
    let key = node
        .get("key")
        .and_then(|at| position(at, &source.schema, &["key"], faults));
    let grace = node.get("grace").map(|grace| {
        let since = grace
            .get("since")
            .and_then(|at| position(at, &source.schema, &["date", "datetime"], faults));
        Some(Grace {
            since: since?,
            days: grace.number("days")?,
        })
    });
    let at = node.get("register")?;
    let (_, register) = find_source(at.get("source")?, context, faults)?;
    for (source, place) in [(source, node.place_of("key")), (register, at.place())] {
        // A sample of a list or of a register cannot show that everyone is in it.
        if source.proof != Proof::Census {
            faults.push(
                Diagnostic::error(PROOF_OF_MEASURE)
                    .arg("measure", "roll_call")
                    .at(place),
            );
        }
    }
    let register_key = at
        .get("key")
        .and_then(|at| position(at, &register.schema, &["key"], faults));
    let condition = at
        .get("where")
        .map(|at| condition::read(at, register, faults));
    if let (Some(key), Some(other), Some(place)) = (key, register_key, at.get("key")) {
        let (one, two) = ((&source.schema, key), (&register.schema, other));
        same_form(one, two, place.place(), faults);
    }
    let versions = at
        .get("version")
        .map(|at| versions::read(at, register, &context.town.supports, faults));
    if condition == Some(None) || grace == Some(None) || versions == Some(None) {
        return None;
    }
    Some(RollCall {
        key: key?,
        register: Register {
            key: register_key?,
            time: register.time,
            condition: condition.flatten(),
            versions: versions.flatten(),
        },
        grace: grace.flatten(),
    })
}

fn variety(node: &Node, source: &Source, faults: &mut Faults) -> Option<Variety> {
    let of = position(
        node.get("of")?,
        &source.schema,
        &["category", "service", "site"],
        faults,
    )?;
    let Some(Kind::Category(vocabulary)) = source.schema.columns.get(of).map(|column| &column.kind)
    else {
        return None;
    };
    let declared = u32::try_from(vocabulary.values.len()).ok()?;
    let at_least = node.number("at_least")?;
    if at_least > declared {
        let place = node.place_of("at_least");
        faults.push(
            Diagnostic::error(VARIETY_TOO_LARGE)
                .arg("declared", declared)
                .at(place),
        );
    }
    let mut including = BTreeSet::new();
    for (text, at) in node.strings("including") {
        match vocabulary.values.iter().position(|value| value == text) {
            Some(position) => including.extend(u32::try_from(position)),
            None => {
                let known = vocabulary.values.iter().map(String::as_str);
                faults.push(unknown(UNKNOWN_VALUE, "value", text, known).at(at.place()));
            }
        }
    }
    Some(Variety {
        of,
        declared,
        at_least,
        including,
    })
}
