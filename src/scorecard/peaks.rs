//! What the calls of a line show, as a card.
//!
//! Invariant: hours are those of the slots, days those that the charter leaves out; no row, and no count of a slot.

use super::card::{AnswerCard, LeftOutCard, PeaksCard, PublishedCard, ServiceCard, WindowCard};
use super::finding::Finding;
use crate::calendar::OpeningHours;
use crate::charter::Charter;
use crate::charter::call_peak::{Basis, CallPeak};
use crate::charter::requirement::Measured;
use crate::measure::peaks::Peaks;
use crate::measure::peaks::erlang::{Answer, Service};
use crate::measure::peaks::shape::{Left, Pattern, Slot, Why};
use crate::measure::reading::Figures;
use crate::measure::rule::Measure;
use chrono::NaiveDate;

/// The card of peaks; none for another measure.
pub(super) fn peaks(measured: &Measured, result: &Finding, charter: &Charter) -> Option<PeaksCard> {
    let (Measure::Peaks(settings), Figures::Peaks { pattern, .. }) =
        (&measured.rule.measure, &result.reading.total)
    else {
        return None;
    };
    let position = usize::try_from(settings.place).ok()?;
    let site = charter.town.sites.get(position)?;
    let windows = |kind: fn(&Slot) -> bool| windows(pattern, settings.slot, kind);
    let (threshold, weeks) = (settings.threshold, settings.weeks);
    Some(PeaksCard {
        sought: settings.sought.id().to_owned(),
        place: site.id.clone(),
        name: site.name.clone(),
        slot: settings.slot,
        threshold: format!("{}/{}", threshold.numerator, threshold.denominator),
        weeks: format!("{}/{}", weeks.numerator(), weeks.denominator()),
        begins: pattern
            .begins
            .and_then(NaiveDate::from_num_days_from_ce_opt),
        collected: charter.sources.get(measured.source)?.collected,
        days: pattern.days,
        days_at_most: pattern.days_at_most,
        left_out: left_out(&pattern.left, charter),
        calls: pattern.calls,
        inside: pattern.inside,
        unknown_calls: pattern.unknown,
        outside: pattern.outside,
        measured: windows(|slot| slot.found == Some(true)),
        undecided: windows(|slot| slot.found.is_none()),
        unpublished: windows(|slot| slot.found == Some(true) && !slot.published),
        refuted: windows(|slot| slot.found == Some(false) && slot.published),
        spare: pattern.spare,
        published: published(settings, charter),
        declared: result.assessment.total.declared,
        measure_before: settings
            .declared_until
            .and_then(NaiveDate::from_num_days_from_ce_opt),
        service: pattern.service.as_ref().map(service),
    })
}

fn windows(pattern: &Pattern, length: u32, kind: fn(&Slot) -> bool) -> Vec<WindowCard> {
    let windows = pattern.windows(length, kind).into_iter();
    windows
        .map(|window| WindowCard {
            weekday: window.weekday.saturating_add(1),
            from: clock(window.from),
            to: clock(window.to),
        })
        .collect()
}

/// `08:05`.
fn clock(minute: u32) -> String {
    let (hour, minute) = (minute / 60, minute % 60);
    format!("{hour:02}:{minute:02}")
}

fn left_out(days: &[Left], charter: &Charter) -> Vec<LeftOutCard> {
    let mut cards: Vec<LeftOutCard> = Vec::new();
    for left in days {
        let Some(day) = NaiveDate::from_num_days_from_ce_opt(left.day) else {
            continue;
        };
        let (why, reason) = reason(left.why, day, charter);
        match cards.last_mut() {
            Some(last)
                if last.why == why
                    && last.reason == reason
                    && last.to.succ_opt() == Some(day)
                    && reason.is_some() =>
            {
                last.to = day;
            }
            _ => cards.push(LeftOutCard {
                from: day,
                to: day,
                why: why.to_owned(),
                reason,
            }),
        }
    }
    cards
}

fn reason(why: Why, day: NaiveDate, charter: &Charter) -> (&'static str, Option<String>) {
    let town = &charter.town;
    match why {
        Why::Closure => {
            let closure = town.reference.calendar.closure(day);
            ("closure", closure.map(|closure| closure.reason.clone()))
        }
        Why::Holiday => ("holiday", None),
        Why::Exceptional => {
            let periods = town.reference.exceptional.iter().zip(&town.exceptional);
            let mut covering = periods.filter(|(period, _)| period.from <= day && day <= period.to);
            let reason = covering.next().map(|(_, (reason, _))| reason.clone());
            ("exceptional", reason)
        }
    }
}

fn published(settings: &Peaks, charter: &Charter) -> Vec<PublishedCard> {
    let all = charter.town.call_peaks.iter();
    let here = all.filter(|peak| {
        peak.sought == settings.sought && peak.site.is_none_or(|site| site == settings.place)
    });
    here.map(|peak: &CallPeak| PublishedCard {
        hours: weekly(&peak.hours),
        basis: peak.basis.id().to_owned(),
        on: peak.on,
        measure_before: match peak.basis {
            Basis::Declared { measure_before } => Some(measure_before),
            Basis::Measured | Basis::Arbitrary => None,
        },
    })
    .collect()
}

fn weekly(hours: &OpeningHours) -> Vec<WindowCard> {
    let days = (1_u32..).zip(hours.weekly());
    days.flat_map(|(weekday, ranges)| {
        ranges.into_iter().map(move |range| WindowCard {
            weekday,
            from: clock(range.start),
            to: clock(range.end),
        })
    })
    .collect()
}

fn service(service: &Service) -> ServiceCard {
    let answer = |answer: Answer| AnswerCard {
        load: answer.load,
        needed: answer.needed,
        in_time: answer.in_time,
    };
    ServiceCard {
        operators: service.staffing.operators,
        handling: service.staffing.handling,
        answer_within: service.staffing.answer_within,
        mean: answer(service.mean),
        busiest: answer(service.busiest),
    }
}
