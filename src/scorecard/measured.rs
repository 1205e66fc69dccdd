//! How a requirement was measured and what was found, as cards.
//!
//! Invariant: a row is named by file ordinal and line, a group by the values that the charter declares.

use super::account::proof_id;
use super::card::{
    BeforeCard, FoundCard, GroupCard, IntervalCard, MarginCard, MeasuredCard, RowCard,
    SetAsideCard, StretchCard, TargetCard, TwelveMonthsCard,
};
use super::finding::{Finding, decision_card};
use super::gap::gaps;
use super::peaks::peaks;
use super::review::{objection_card, versions};
use super::statement::statements;
use crate::charter::Charter;
use crate::charter::requirement::Measured;
use crate::charter::source::Source;
use crate::evidence::batch::RowRef;
use crate::evidence::schema::{Kind, Subject};
use crate::measure::condition::Comparison;
use crate::measure::reading::{Doubts, Figures, GroupReading, Reading, Stretch, unknown};
use crate::measure::rule::Measure;
use crate::measure::target::{Bound, Target};
use crate::measure::truth::Doubt;
use crate::measure::value::Unit;
use crate::verdict::{Judgement, Margin, Verdict};
use chrono::NaiveDate;

pub(super) fn measured_card(
    measured: &Measured,
    source: &Source,
    result: &Finding,
    charter: &Charter,
) -> MeasuredCard {
    let reading = &result.reading;
    let lists = measured.lists(source);
    let beside = measured.beside.iter().chain(&lists);
    let groups = reading.groups.iter().zip(&result.assessment.groups);
    MeasuredCard {
        source: source.id.clone(),
        beside: beside
            .filter_map(|position| charter.sources.get(*position))
            .map(|source| source.id.clone())
            .collect(),
        proof: proof_id(&source.proof).to_owned(),
        from: result.from,
        to: result.to,
        target: target_card(measured),
        total_verdict: result.assessment.total.verdict.id().to_owned(),
        found: found_card(measured, source, &reading.total, &result.assessment.total),
        out_of_period: reading.aside.out_of_period,
        out_of_scope: reading.aside.out_of_scope,
        not_concerned: reading.aside.not_concerned,
        set_aside: set_aside(measured, reading),
        open: reading.open,
        upper_bound: measured.rule.has_upper_bound(),
        min_cases: measured.min_cases,
        groups: groups
            .map(|(group, judgement)| {
                group_card(measured, source, group, *judgement, result, charter)
            })
            .collect(),
        failing: reading.failing.iter().map(row_card).collect(),
        doubtful: reading.doubtful.iter().map(row_card).collect(),
        gaps: gaps(reading, charter),
        statements: statements(measured, reading, charter),
        peaks: peaks(measured, result, charter),
        versions: versions(measured, result, charter),
        objections: result.reviews.iter().map(objection_card).collect(),
        before: result
            .before
            .as_ref()
            .map(|(reading, assessment)| BeforeCard {
                verdict: assessment.verdict.id().to_owned(),
                cause: assessment.cause.map(|cause| cause.id().to_owned()),
                found: found_card(measured, source, &reading.total, &assessment.total),
            }),
    }
}

const fn row_card(row: &RowRef) -> RowCard {
    RowCard {
        file: row.file,
        line: row.line,
    }
}

fn set_aside(measured: &Measured, reading: &Reading) -> Vec<SetAsideCard> {
    let count = |position: &usize| reading.aside.set_aside.get(position).copied().unwrap_or(0);
    let mut cards: Vec<SetAsideCard> = measured
        .set_aside
        .iter()
        .enumerate()
        .map(|(position, (reason, decision))| SetAsideCard {
            reason: reason.clone(),
            count: count(&position),
            decision: decision.as_ref().map(decision_card),
            grace: false,
            objection: false,
        })
        .collect();
    if matches!(&measured.rule.measure, Measure::RollCall(roll) if roll.grace.is_some()) {
        cards.push(SetAsideCard {
            reason: "grace".to_owned(),
            count: count(&measured.rule.grace_position()),
            decision: None,
            grace: true,
            objection: false,
        });
    }
    // Each of these rows carries its own decision, in the list of objections.
    let after_objection = count(&measured.rule.ruling_position());
    if after_objection > 0 {
        cards.push(SetAsideCard {
            reason: "objection".to_owned(),
            count: after_objection,
            decision: None,
            grace: false,
            objection: true,
        });
    }
    cards
}

const fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::WorkingDays => "working-days",
        Unit::CalendarDays => "calendar-days",
        Unit::Seconds => "seconds",
        _ => "count",
    }
}

pub(super) fn target_card(measured: &Measured) -> TargetCard {
    let measure = match &measured.rule.measure {
        Measure::Share(_) => "share",
        Measure::Limit(_) => "limit",
        Measure::RollCall(_) => "roll_call",
        Measure::Variety(_) => "variety",
        Measure::Cadence(_) => "cadence",
        Measure::Coverage(_) => "coverage",
        Measure::Publication(_) => "publication",
        Measure::Peaks(_) => "peaks",
    };
    let mut card = TargetCard {
        measure: measure.to_owned(),
        bound: "at-least".to_owned(),
        numerator: 0,
        denominator: 1,
        limit: None,
        unit: None,
    };
    match (&measured.rule.measure, &measured.target) {
        (_, Target::Share(target)) => {
            card.bound = match target.bound {
                Bound::AtLeast => "at-least",
                Bound::MoreThan => "more-than",
                Bound::AtMost => "at-most",
            }
            .to_owned();
            card.numerator = target.ratio.numerator();
            card.denominator = target.ratio.denominator();
        }
        (Measure::Limit(limit), _) => {
            let strict = limit.comparison == Comparison::LessThan;
            card.bound = if strict { "less-than" } else { "at-most" }.to_owned();
            card.numerator = limit.quantile.numerator();
            card.denominator = limit.quantile.denominator();
            card.limit = Some(limit.limit);
            card.unit = Some(unit_id(limit.unit).to_owned());
        }
        (Measure::Variety(variety), _) => card.numerator = u64::from(variety.at_least),
        (Measure::Cadence(cadence), _) => card.numerator = u64::from(cadence.every_days),
        _ => {}
    }
    card
}

/// The name of a reason in `scorecard.json` and in the catalogue.
pub const fn doubt_id(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::NotRecorded => "not-recorded",
        Doubt::Unreadable => "unreadable",
        Doubt::Contradictory => "contradictory",
        Doubt::NoReference => "no-reference",
        Doubt::ClockChange => "clock-change",
        Doubt::NotCollected => "not-collected",
    }
}

fn found_card(
    measured: &Measured,
    source: &Source,
    figures: &Figures,
    judgement: &Judgement,
) -> FoundCard {
    let (numerator, denominator, doubts) = fraction(measured, figures);
    let mut card = FoundCard {
        numerator,
        denominator,
        unknown: unknown(doubts),
        unknown_by: doubts
            .iter()
            .map(|(doubt, count)| (doubt_id(*doubt).to_owned(), *count))
            .collect(),
        value: None,
        values: Vec::new(),
        longest: None,
        margin: judgement.margin.map(|margin| match margin {
            Margin::Breaks(count) => MarginCard::Breaks(count),
            Margin::Lacks(count) => MarginCard::Lacks(count),
        }),
        interval: judgement.interval.map(|interval| IntervalCard {
            low: interval.low,
            high: interval.high,
        }),
        further: judgement.further,
    };
    match (figures, &measured.rule.measure) {
        (Figures::Limit { value, .. }, _) => card.value = *value,
        (Figures::Distinct { seen, .. }, Measure::Variety(variety)) => {
            card.values = seen
                .iter()
                .filter_map(|value| category(source, variety.of, *value))
                .collect();
        }
        (Figures::Rhythm { longest, .. }, _) => card.longest = longest.and_then(stretch_card),
        _ => {}
    }
    card
}

fn fraction<'a>(measured: &Measured, figures: &'a Figures) -> (u64, u64, &'a Doubts) {
    match figures {
        Figures::Share(cases)
        | Figures::Limit { cases, .. }
        | Figures::Coverage { cases, .. }
        | Figures::Published { cases, .. }
        | Figures::Peaks { cases, .. } => (cases.holds, cases.all(), &cases.doubts),
        Figures::Distinct { seen, doubts, .. } => {
            let wanted = match &measured.rule.measure {
                Measure::Variety(variety) => u64::from(variety.at_least),
                _ => 0,
            };
            (
                u64::try_from(seen.len()).unwrap_or(u64::MAX),
                wanted,
                doubts,
            )
        }
        Figures::Rhythm {
            missing,
            days,
            doubts,
            ..
        } => (*missing, *days, doubts),
    }
}

fn stretch_card(stretch: Stretch) -> Option<StretchCard> {
    let days = i64::from(stretch.to)
        .saturating_sub(i64::from(stretch.from))
        .saturating_add(1);
    Some(StretchCard {
        from: NaiveDate::from_num_days_from_ce_opt(stretch.from)?,
        to: NaiveDate::from_num_days_from_ce_opt(stretch.to)?,
        days: u64::try_from(days).ok()?,
    })
}

/// The declared value of a category.
fn category(source: &Source, column: usize, value: u32) -> Option<String> {
    let Kind::Category(vocabulary) = &source.schema.columns.get(column)?.kind else {
        return None;
    };
    vocabulary.values.get(usize::try_from(value).ok()?).cloned()
}

/// The value of a category as people read it: a service or a site by its name.
fn category_name(source: &Source, column: usize, value: u32, charter: &Charter) -> Option<String> {
    let Kind::Category(vocabulary) = &source.schema.columns.get(column)?.kind else {
        return None;
    };
    let position = usize::try_from(value).ok()?;
    match vocabulary.subject {
        Subject::Services => charter
            .town
            .services
            .get(position)
            .map(|service| service.name.clone()),
        Subject::Sites => charter
            .town
            .sites
            .get(position)
            .map(|site| site.name.clone()),
        Subject::Own => vocabulary.values.get(position).cloned(),
    }
}

fn group_card(
    measured: &Measured,
    source: &Source,
    group: &GroupReading,
    judgement: Option<Judgement>,
    result: &Finding,
    charter: &Charter,
) -> GroupCard {
    let grouping = measured.rule.groupings.get(group.grouping);
    let columns = grouping.map_or(&[][..], |grouping| grouping.columns.as_slice());
    let pairs = || columns.iter().zip(&group.key);
    let judged = grouping.is_some_and(|grouping| grouping.judged);
    let small = judged && judgement.is_none();
    let year = result
        .twelve_months
        .iter()
        .find(|other| other.grouping == group.grouping && other.key == group.key);
    GroupCard {
        by: columns
            .iter()
            .filter_map(|column| {
                source
                    .schema
                    .columns
                    .get(*column)
                    .map(|column| column.name.clone())
            })
            .collect(),
        key: pairs()
            .filter_map(|(column, value)| category(source, *column, *value))
            .collect(),
        name: pairs()
            .filter_map(|(column, value)| category_name(source, *column, *value, charter))
            .collect(),
        judged,
        verdict: judgement.map(|judgement| judgement.verdict.id().to_owned()),
        cause: judgement
            .and_then(|judgement| judgement.cause)
            .map(|cause| cause.id().to_owned()),
        found: found_card(
            measured,
            source,
            &group.figures,
            &judgement.unwrap_or(Judgement::plain(Verdict::NoCase)),
        ),
        twelve_months: year.filter(|_| small).map(|year| {
            let (numerator, denominator, doubts) = fraction(measured, &year.figures);
            TwelveMonthsCard {
                numerator,
                denominator,
                unknown: unknown(doubts),
            }
        }),
    }
}
