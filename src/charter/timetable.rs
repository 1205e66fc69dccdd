//! `[calendar]` and opening hours: what is open when.
//!
//! Invariant: a fault of a list of days or of hours stands on the very word, not on the table.

use super::decode::days;
use super::document::Node;
use crate::calendar::{
    AddedHoliday, Calendar, CalendarFault, CalendarParts, Closure, OpeningHours, WorkingWeek, Zone,
};
use crate::diagnostic::{Diagnostic, Place};
use chrono::NaiveDate;
use std::ops::Range;

/// The place of a stretch of a text: the text's own place, moved past its opening quote.
fn inside(node: &Node, span: &Range<usize>) -> Place {
    let start = node.span.start.saturating_add(1).saturating_add(span.start);
    let end = node
        .span
        .start
        .saturating_add(1)
        .saturating_add(span.end)
        .min(node.span.end);
    Place::Charter {
        file: node.file,
        span: start.min(end)..end,
    }
}

/// The calendar that a table declares.
pub(super) fn calendar(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Calendar> {
    let week_node = node.get("working_week")?;
    let week = match WorkingWeek::parse(week_node.text()?) {
        Ok(week) => Some(week),
        Err(fault) => {
            faults.push(fault.diagnostic().at(inside(week_node, &fault.span)));
            None
        }
    };
    let zone = node
        .string("zone")
        .map_or(Some(Zone::Metropole), |id| Zone::parse(&id));
    let closures = node.tables("closures").filter_map(|closure| {
        let (from, to) = days(closure, faults)?;
        let reason = closure.string("reason")?;
        Some(Closure { from, to, reason })
    });
    let closures = closures.collect();
    let mut added = Vec::new();
    for holiday in node.tables("add_holidays") {
        let (Some((from, to)), Some(reason)) = (days(holiday, faults), holiday.string("reason"))
        else {
            continue;
        };
        let every_day = from.iter_days().take_while(|day| *day <= to);
        added.extend(every_day.map(|on| AddedHoliday {
            on,
            reason: reason.clone(),
        }));
    }
    let removed = node.get("remove_holidays").map_or(&[][..], Node::items);
    let mut parts = CalendarParts::new(week?, zone?);
    parts.good_friday = node.flag("good_friday");
    parts.closures = closures;
    parts.added = added;
    parts.removed = removed.iter().filter_map(Node::date).collect();
    match Calendar::new(parts) {
        Ok(calendar) => Some(calendar),
        Err(found) => {
            let place = |fault: &CalendarFault| match *fault {
                CalendarFault::GoodFridayElsewhere { .. } => node.place_of("good_friday"),
                CalendarFault::ClosureInverted { .. } => node.place_of("closures"),
                CalendarFault::AddedAlready { on, .. } => place_of_day(node, "add_holidays", on),
                CalendarFault::RemovedNotHoliday { on, .. } => {
                    place_of_day(node, "remove_holidays", on)
                }
            };
            faults.extend(
                found
                    .iter()
                    .map(|fault| fault.diagnostic().at(place(fault))),
            );
            None
        }
    }
}

/// The last element of a list that covers a day: the one that a fault of the calendar is about.
fn place_of_day(node: &Node, key: &str, day: NaiveDate) -> Place {
    let covers = |item: &&Node| match item.date() {
        Some(date) => date == day,
        None => days(item, &mut Vec::new()).is_some_and(|(from, to)| from <= day && day <= to),
    };
    let items = node.get(key).map_or(&[][..], Node::items);
    items
        .iter()
        .rev()
        .find(covers)
        .map_or_else(|| node.place_of(key), Node::place)
}

/// Opening hours under a key.
pub(super) fn hours(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<OpeningHours> {
    let text = node.get("hours")?;
    match OpeningHours::parse(text.text()?) {
        Ok(hours) => Some(hours),
        Err(fault) => {
            faults.push(fault.diagnostic().at(inside(text, &fault.span)));
            None
        }
    }
}
