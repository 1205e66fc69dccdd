//! The settings of peaks: whose calls, over which hours, compared with what is published.
//!
//! Invariant: the source is complete and its calls have an instant; published hours are those of an ordinary week.

use super::call_peak::Basis;
use super::context::Context;
use super::decode::duration;
use super::document::Node;
use super::fault::{
    PEAKS_CLOSED, PEAKS_GROUPS, PEAKS_HANDLING, PEAKS_SEASONAL, PEAKS_SLOT, PEAKS_STEP,
    PEAKS_THRESHOLD, PROOF_OF_MEASURE, TIME_NEEDED,
};
use super::place;
use super::source::{Source, position};
use crate::diagnostic::Diagnostic;
use crate::evidence::schema::Kind;
use crate::measure::peaks::erlang::Staffing;
use crate::measure::peaks::{Factor, Peaks, Sought, is_ever_open, published};
use crate::measure::target::Proof;
use crate::ratio::Ratio;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

type Faults = Vec<Diagnostic>;

/// The lengths of a slot, in minutes.
const SLOTS: &[u32] = &[15, 20, 30, 60];

/// Reads the table of peaks.
pub(super) fn read(
    node: &Node,
    requirement: &Node,
    source: &Source,
    context: &Context<'_>,
    faults: &mut Faults,
) -> Option<Peaks> {
    let sought = match node.get("of").and_then(Node::text) {
        Some("quiet") => Sought::Quiet,
        _ => Sought::Peaks,
    };
    if source.proof != Proof::Census {
        // A sample of calls cannot show when most of them come.
        let fault = Diagnostic::error(PROOF_OF_MEASURE).arg("measure", "peaks");
        faults.push(fault.at(node.place()));
    }
    for key in ["each", "by"] {
        if requirement.get(key).is_some() {
            let fault = Diagnostic::error(PEAKS_GROUPS).arg("key", key);
            faults.push(fault.at(requirement.place_of_key(key)));
        }
    }
    let at = instant(node, source, faults);
    let slot = slot(node, source, faults);
    let threshold = threshold(node, sought, faults);
    let staffing = match node.get("staffing") {
        None => Some(None),
        Some(table) => staffing(table, faults).map(Some),
    };
    let place = line(node, context, faults);
    let (place, slot) = (place?, slot?);
    let (published, declared_until) = compared(node, sought, place, slot, context, faults)?;
    let services = source.service().and(context.scope);
    Some(Peaks {
        sought,
        place,
        at: at?,
        slot,
        threshold: threshold?,
        weeks: node.share("weeks").or_else(|| Ratio::new(3, 5))?,
        published,
        services: services.map(<[u32]>::to_vec),
        declared_until,
        staffing: staffing?,
    })
}

/// The column of the instant: the one named, or that of the source's time.
fn instant(node: &Node, source: &Source, faults: &mut Faults) -> Option<usize> {
    if source.time.is_none() {
        let fault = Diagnostic::error(TIME_NEEDED).arg("source", &source.id);
        faults.push(fault.at(node.place()));
    }
    if let Some(at) = node.get("at") {
        return position(at, &source.schema, &["datetime"], faults);
    }
    let time = source.time?;
    let kind = source.schema.columns.get(time).map(|column| &column.kind);
    if let Some(Kind::DateTime(_)) = kind {
        return Some(time);
    }
    let fault = Diagnostic::error(TIME_NEEDED).arg("source", &source.id);
    faults.push(fault.at(node.place()));
    None
}

fn line(node: &Node, context: &Context<'_>, faults: &mut Faults) -> Option<u32> {
    let named = place::over(node, context.town, faults)??;
    named.first().copied()
}

fn slot(node: &Node, source: &Source, faults: &mut Faults) -> Option<u32> {
    let Some(at) = node.get("slot") else {
        if source.weight().is_some() {
            let fault = Diagnostic::error(PEAKS_STEP).arg("source", &source.id);
            faults.push(fault.at(node.place()));
        }
        return Some(30);
    };
    let length: Option<u32> = node.number("slot");
    let known = length.filter(|length| SLOTS.contains(length));
    if known.is_none() {
        faults.push(Diagnostic::error(PEAKS_SLOT).at(at.place()));
    }
    known
}

/// `5/4`, `125 %`: above 1 for peaks, below it for quiet hours.
fn threshold(node: &Node, sought: Sought, faults: &mut Faults) -> Option<Factor> {
    let Some(at) = node.get("threshold") else {
        return Some(match sought {
            Sought::Peaks => Factor {
                numerator: 5,
                denominator: 4,
            },
            Sought::Quiet => Factor {
                numerator: 3,
                denominator: 4,
            },
        });
    };
    let factor = at.text().and_then(factor).filter(|factor| match sought {
        Sought::Peaks => factor.numerator > factor.denominator,
        Sought::Quiet => factor.numerator < factor.denominator,
    });
    if factor.is_none() {
        let fault = Diagnostic::error(PEAKS_THRESHOLD).arg("sought", sought.id());
        faults.push(fault.at(at.place()));
    }
    factor
}

/// A positive fraction of at most a thousand; one above 1 is the inverse of one that is not.
fn factor(text: &str) -> Option<Factor> {
    const MOST: u64 = 1000;
    let number = |text: &str| -> Option<u64> {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| digits)
    };
    let (numerator, denominator) = match text.trim().split_once('/') {
        Some((upper, lower)) => (number(upper.trim())?, number(lower.trim())?),
        None => {
            let percent = text.trim().strip_suffix('%')?;
            (number(percent.trim())?, 100)
        }
    };
    let fits = |number: &u64| (1..=MOST).contains(number);
    (fits(&numerator) && fits(&denominator)).then_some(Factor {
        numerator,
        denominator,
    })
}

fn staffing(table: &Node, faults: &mut Faults) -> Option<Staffing> {
    let seconds = |key: &str, faults: &mut Faults| {
        let at = table.get(key)?;
        duration(at.text()?, at, faults).and_then(|seconds| u64::try_from(seconds).ok())
    };
    let handling = seconds("handling", faults);
    let answer_within = seconds("answer_within", faults);
    if handling == Some(0) {
        faults.push(Diagnostic::error(PEAKS_HANDLING).at(table.place_of("handling")));
    }
    Some(Staffing {
        operators: table.number("operators")?,
        handling: handling?,
        answer_within: answer_within?,
    })
}

type Compared = (BTreeSet<(u32, u32)>, Option<i32>);

/// The published slots of a line, and until when what operators declared of them stands.
fn compared(
    node: &Node,
    sought: Sought,
    place: u32,
    slot: u32,
    context: &Context<'_>,
    faults: &mut Faults,
) -> Option<Compared> {
    let published_here = context
        .town
        .call_peaks
        .iter()
        .filter(|peak| peak.sought == sought && peak.site.is_none_or(|site| site == place));
    let position = usize::try_from(place).ok()?;
    let hours = context.town.reference.hours.get(position);
    let (mut slots, mut until) = (BTreeSet::new(), Vec::new());
    for peak in published_here {
        if peak.hours.is_seasonal() {
            faults.push(Diagnostic::error(PEAKS_SEASONAL).at(node.place()));
            return None;
        }
        let here = published(&peak.hours, slot);
        let opens = |at: &(u32, u32)| hours.is_none_or(|hours| is_ever_open(hours, *at, slot));
        if !here.iter().all(opens) {
            faults.push(Diagnostic::error(PEAKS_CLOSED).at(node.place()));
            return None;
        }
        slots.extend(here);
        until.push(match peak.basis {
            Basis::Declared { measure_before } => Some(measure_before),
            // A choice proves nothing, and what was measured shows it.
            Basis::Measured | Basis::Arbitrary => None,
        });
    }
    let until: Option<Vec<NaiveDate>> = until.into_iter().collect();
    let first = until.and_then(|days| days.into_iter().min());
    Some((slots, first.map(|day| day.num_days_from_ce())))
}
