//! Peaks and quiet hours in words.
//!
//! Invariant: weekdays with the same hours stand together; what is said of calls is said of the whole, not of a slot.

use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::ratio::per_mille;
use crate::scorecard::card::{
    AnswerCard, FoundCard, LeftOutCard, PeaksCard, ServiceCard, WindowCard,
};

/// The hours of one or more weekdays.
struct Hours<'a> {
    weekdays: Vec<u32>,
    ranges: Vec<(&'a str, &'a str)>,
}

/// Weekdays with the same hours together, by the first of them.
fn grouped(windows: &[WindowCard]) -> Vec<Hours<'_>> {
    let mut days: Vec<Hours<'_>> = Vec::new();
    for window in windows {
        let range = (window.from.as_str(), window.to.as_str());
        match days.last_mut() {
            Some(last) if last.weekdays == [window.weekday] => last.ranges.push(range),
            _ => days.push(Hours {
                weekdays: vec![window.weekday],
                ranges: vec![range],
            }),
        }
    }
    let mut together: Vec<Hours<'_>> = Vec::new();
    for day in days {
        match together.iter_mut().find(|known| known.ranges == day.ranges) {
            Some(known) => known.weekdays.extend(day.weekdays),
            None => together.push(day),
        }
    }
    together
}

/// Weekdays that follow each other, as first and last.
fn runs(weekdays: &[u32]) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for day in weekdays {
        match runs.last_mut() {
            Some((_, last)) if last.saturating_add(1) == *day => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    runs
}

/// The hours in OSM's syntax, which the charter takes: `Mo-Fr 10:00-11:30,14:30-16:00`.
pub fn osm(windows: &[WindowCard]) -> String {
    const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    let name = |weekday: u32| {
        let position = usize::try_from(weekday.saturating_sub(1)).unwrap_or(0);
        DAYS.get(position).copied().unwrap_or_default()
    };
    let rule = |hours: &Hours<'_>| {
        let days = runs(&hours.weekdays).into_iter().map(|(first, last)| {
            if first == last {
                name(first).to_owned()
            } else {
                format!("{}-{}", name(first), name(last))
            }
        });
        let ranges = hours.ranges.iter().map(|(from, to)| format!("{from}-{to}"));
        let (days, ranges): (Vec<String>, Vec<String>) = (days.collect(), ranges.collect());
        format!("{} {}", days.join(","), ranges.join(","))
    };
    let rules: Vec<String> = grouped(windows).iter().map(rule).collect();
    rules.join("; ")
}

/// The hours as one says them: « du lundi au vendredi de 10 h à 11 h 30 et de 14 h 30 à 16 h ».
pub fn hours(messages: &Messages, windows: &[WindowCard]) -> String {
    let all = grouped(windows);
    let texts: Vec<String> = all.iter().map(|hours| said(messages, hours)).collect();
    texts.join(&messages.plain("peaks-between"))
}

fn said(messages: &Messages, hours: &Hours<'_>) -> String {
    let name = |weekday: u32| messages.plain(&format!("calendar-weekday-{weekday}"));
    let mut days = Vec::new();
    for (first, last) in runs(&hours.weekdays) {
        if last.saturating_sub(first) < 2 {
            days.extend(
                (first..=last).map(|day| messages.text("peaks-day", &[("day", name(day).into())])),
            );
        } else {
            let args = [("from", name(first).into()), ("to", name(last).into())];
            days.push(messages.text("publish-days-range", &args));
        }
    }
    let ranges = hours.ranges.iter().map(|(from, to)| {
        let args = [
            ("from", Value::from(time(messages, from))),
            ("to", time(messages, to).into()),
        ];
        messages.text("peaks-range", &args)
    });
    let args = [
        ("days", Value::from(listed(messages, &days))),
        (
            "ranges",
            listed(messages, &ranges.collect::<Vec<String>>()).into(),
        ),
    ];
    messages.text("peaks-hours", &args)
}

/// `a, b et c`.
fn listed(messages: &Messages, texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let args = [
                ("first", Value::from(first.join(", "))),
                ("last", last.into()),
            ];
            messages.text("peaks-and", &args)
        }
    }
}

/// `08:30` as one says it.
fn time(messages: &Messages, time: &str) -> String {
    let (hour, minute) = time.split_once(':').unwrap_or((time, "00"));
    let hour = match hour.strip_prefix('0') {
        Some(short) if !short.is_empty() => short,
        _ => hour,
    };
    match minute {
        "00" => messages.text("publish-time-hour", &[("hour", hour.into())]),
        minute => messages.text(
            "publish-time",
            &[("hour", hour.into()), ("minute", minute.into())],
        ),
    }
}

/// « sur déclaration, à mesurer avant le … », where it is met on that basis.
pub fn declared(messages: &Messages, card: &PeaksCard) -> Option<String> {
    let before = card.measure_before.filter(|_| card.declared)?;
    Some(messages.text(
        "peaks-on-declaration",
        &[("date", messages.date(before).into())],
    ))
}

/// What differs between the published hours and the measured ones, and what the published ones hold.
pub fn differences(messages: &Messages, card: &PeaksCard) -> Vec<String> {
    let mut lines = Vec::new();
    for (key, windows) in [
        ("peaks-unpublished", &card.unpublished),
        ("peaks-refuted", &card.refuted),
        ("peaks-undecided", &card.undecided),
    ] {
        if !windows.is_empty() {
            let args = [
                ("sought", Value::from(&card.sought)),
                ("hours", hours(messages, windows).into()),
            ];
            lines.push(messages.text(key, &args));
        }
    }
    lines
}

/// The rule that makes a slot one.
pub fn rule(messages: &Messages, card: &PeaksCard) -> String {
    messages.text(
        "peaks-rule",
        &[
            ("sought", Value::from(&card.sought)),
            ("slot", card.slot.into()),
            ("threshold", Value::from(&card.threshold)),
            ("weeks", Value::from(&card.weeks)),
        ],
    )
}

/// What is measured.
pub fn measured(messages: &Messages, card: &PeaksCard) -> String {
    let args = [
        ("sought", Value::from(&card.sought)),
        ("hours", hours(messages, &card.measured).into()),
    ];
    if card.measured.is_empty() {
        messages.text("peaks-measured-none", &args)
    } else {
        messages.text("peaks-measured", &args)
    }
}

/// On what the figures rest: days, calls, and what is left out.
pub fn grounds(messages: &Messages, card: &PeaksCard) -> Vec<String> {
    let number = |count: u64| Value::from(messages.number(count));
    let mut lines = vec![messages.text(
        "peaks-calls",
        &[
            ("place", Value::from(&card.name)),
            ("days", card.days.into()),
            ("calls", number(card.calls)),
            ("outside", number(card.outside)),
        ],
    )];
    if let Some(first) = card.begins {
        let args = [
            ("from", messages.date(first).into()),
            ("to", messages.date(card.collected).into()),
        ];
        lines.push(messages.text("peaks-log", &args));
    }
    if card.unknown_calls > 0 {
        lines.push(messages.text(
            "peaks-unknown-calls",
            &[("count", card.unknown_calls.into())],
        ));
    }
    if card.days_at_most > card.days {
        lines.push(messages.text(
            "peaks-unknown-beginning",
            &[("days", card.days_at_most.into())],
        ));
    }
    if !card.published.is_empty() {
        let percent = per_mille(card.inside, card.calls).unwrap_or(0);
        let args = [
            ("sought", Value::from(&card.sought)),
            ("part", number(card.inside)),
            ("whole", number(card.calls)),
            ("percent", messages.percent(percent).into()),
        ];
        lines.push(messages.text("peaks-inside", &args));
    }
    lines.extend(card.left_out.iter().map(|days| left_out(messages, days)));
    lines
}

fn left_out(messages: &Messages, card: &LeftOutCard) -> String {
    let days = if card.from == card.to {
        let args = [("date", messages.date(card.from).into())];
        messages.text("publish-dates-on", &args)
    } else {
        let args = [
            ("from", messages.date(card.from).into()),
            ("to", messages.date(card.to).into()),
        ];
        messages.text("publish-dates-range", &args)
    };
    let args = [
        ("days", Value::from(days)),
        ("why", Value::from(&card.why)),
        ("reason", card.reason.clone().unwrap_or_default().into()),
    ];
    messages.text("peaks-left-out", &args)
}

/// What is published, and on what basis.
pub fn published(messages: &Messages, card: &PeaksCard) -> Vec<String> {
    let said = card.published.iter().map(|published| {
        let date = |day: Option<chrono::NaiveDate>| {
            day.map_or_else(|| "none".to_owned(), |day| messages.date(day))
        };
        messages.text(
            "peaks-published",
            &[
                ("sought", Value::from(&card.sought)),
                ("hours", hours(messages, &published.hours).into()),
                ("basis", Value::from(&published.basis)),
                ("on", date(published.on).into()),
                ("before", date(published.measure_before).into()),
            ],
        )
    });
    let mut lines: Vec<String> = said.collect();
    if lines.is_empty() {
        let args = [("sought", Value::from(&card.sought))];
        lines.push(messages.text("peaks-published-none", &args));
    }
    let mut bases = card.published.iter().map(|published| &published.basis);
    if bases.any(|basis| basis == "arbitrary") {
        lines.push(messages.plain("peaks-hypothesis"));
    }
    lines
}

/// The bounds of the share of slots, where some cannot be told.
pub fn bounds(messages: &Messages, card: &PeaksCard, found: &FoundCard) -> Option<String> {
    let published = found.unknown.saturating_sub(card.spare);
    let args = [
        ("least", Value::from(found.numerator)),
        ("whole", found.denominator.into()),
        ("most", found.numerator.saturating_add(published).into()),
        ("rest", found.denominator.saturating_sub(card.spare).into()),
    ];
    (found.unknown > 0).then(|| messages.text("peaks-bounds", &args))
}

/// Whether the operators can answer, on the whole and in the busiest slot.
pub fn service(messages: &Messages, card: &ServiceCard) -> Vec<String> {
    let seconds = |seconds: u64| messages.duration(i64::try_from(seconds).unwrap_or(i64::MAX));
    let mut lines = vec![messages.text(
        "peaks-operators",
        &[
            ("operators", Value::from(card.operators)),
            ("handling", seconds(card.handling).into()),
        ],
    )];
    for (when, answer) in [("mean", &card.mean), ("busiest", &card.busiest)] {
        lines.push(line(messages, card, when, answer));
    }
    lines.push(messages.plain("peaks-erlang"));
    lines
}

fn line(messages: &Messages, card: &ServiceCard, when: &str, answer: &AnswerCard) -> String {
    let within = messages.duration(i64::try_from(card.answer_within).unwrap_or(i64::MAX));
    let (units, hundredths) = (answer.load / 100, answer.load % 100);
    let mut args = vec![
        ("when", Value::from(when)),
        ("units", messages.number(units).into()),
        ("hundredths", format!("{hundredths:02}").into()),
        ("needed", answer.needed.into()),
        ("within", within.into()),
    ];
    match answer.in_time {
        Some(in_time) => {
            args.push(("percent", messages.percent(in_time).into()));
            messages.text("peaks-answered", &args)
        }
        None => messages.text("peaks-overrun", &args),
    }
}
