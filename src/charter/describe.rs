//! Conditions in words: the rule as it is applied, with the names that the charter gives.
//!
//! Invariant: what is described is the compiled condition, not the text it came from.

use super::source::Source;
use crate::diagnostic::Value;
use crate::evidence::schema::Kind;
use crate::measure::condition::{Comparison, Condition, Operand};
use crate::measure::value::{PlaceOf, Quantity, Term, Unit};
use crate::messages::Messages;
use chrono::NaiveDate;

/// A condition in words.
pub fn condition(condition: &Condition, source: &Source, messages: &Messages) -> String {
    let describe = |part: &Condition| self::condition(part, source, messages);
    match condition {
        Condition::All(parts) => join(parts.iter().map(describe), &messages.plain("describe-and")),
        Condition::Any(parts) => {
            let any = join(parts.iter().map(describe), &messages.plain("describe-or"));
            messages.text("describe-any", &[("parts", any.into())])
        }
        Condition::Not(part) => messages.text("describe-not", &[("part", describe(part).into())]),
        Condition::Compare {
            left,
            comparison,
            right,
        } => {
            let right = match right {
                Operand::Literal(value) => literal(*value, left, source, messages),
                Operand::Term(term) => term_name(term, source),
            };
            compare(&term_name(left, source), *comparison, &right, messages)
        }
        Condition::OneOf { left, values } => {
            let values = values
                .iter()
                .map(|value| literal(*value, left, source, messages));
            let values = join(values, &messages.plain("describe-or"));
            compare(&term_name(left, source), Comparison::Is, &values, messages)
        }
        Condition::Recorded { left, expected } => {
            let key = if *expected {
                "describe-recorded"
            } else {
                "describe-not-recorded"
            };
            messages.text(key, &[("name", term_name(left, source).into())])
        }
    }
}

fn join(parts: impl Iterator<Item = String>, word: &str) -> String {
    parts.collect::<Vec<String>>().join(&format!(" {word} "))
}

fn compare(left: &str, comparison: Comparison, right: &str, messages: &Messages) -> String {
    let key = match comparison {
        Comparison::Is => "describe-is",
        Comparison::IsNot => "describe-is-not",
        Comparison::AtMost => "describe-at-most",
        Comparison::LessThan => "describe-less-than",
        Comparison::AtLeast => "describe-at-least",
        Comparison::MoreThan => "describe-more-than",
    };
    messages.text(
        key,
        &[("left", Value::from(left)), ("right", Value::from(right))],
    )
}

/// What each quantity that is asked for means, once each, in the order of the terms: its name, and what it is in words.
pub fn definitions<'a>(
    terms: impl IntoIterator<Item = &'a Term>,
    source: &Source,
    messages: &Messages,
) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for term in terms {
        let Term::Quantity(quantity) = term else {
            continue;
        };
        let name = term_name(term, source);
        if !found.iter().any(|(known, _)| *known == name) {
            found.push((name, self::quantity(quantity, source, messages)));
        }
    }
    found
}

fn quantity(quantity: &Quantity, source: &Source, messages: &Messages) -> String {
    let name = |position: usize| Value::from(term_name(&Term::Column(position), source));
    let place = |place: PlaceOf| match place {
        PlaceOf::Column(position) => name(position),
        // The same place for every row: the promise names it.
        PlaceOf::Fixed(_) => Value::from("fixed"),
    };
    let (key, args) = match quantity {
        Quantity::WorkingDays { from, to } => (
            "quantity-working-days",
            vec![("from", name(*from)), ("to", name(*to))],
        ),
        Quantity::CalendarDays { from, to } => (
            "quantity-calendar-days",
            vec![("from", name(*from)), ("to", name(*to))],
        ),
        Quantity::Elapsed { from, to } => (
            "quantity-elapsed",
            vec![("from", name(*from)), ("to", name(*to))],
        ),
        Quantity::Lateness {
            due,
            arrival,
            start,
        } => {
            let arrival = arrival.map_or_else(|| Value::from("none"), name);
            let args = vec![
                ("due", name(*due)),
                ("arrival", arrival),
                ("start", name(*start)),
            ];
            ("quantity-lateness", args)
        }
        Quantity::AnnouncedDelay { service, on } => (
            "quantity-announced-delay",
            vec![("service", name(*service)), ("on", name(*on))],
        ),
        Quantity::ExceptionalPeriod { on, .. } => {
            ("quantity-exceptional-period", vec![("on", name(*on))])
        }
        Quantity::AnswerDelay { .. } => ("quantity-answer-delay", Vec::new()),
        Quantity::UpperBound(inner) => {
            let text = self::quantity(inner, source, messages);
            ("quantity-upper-bound", vec![("text", text.into())])
        }
        Quantity::Open { place: of, at } => (
            "quantity-open",
            vec![("place", place(*of)), ("at", name(*at))],
        ),
        Quantity::UntilClosing { place: of, at } => (
            "quantity-until-closing",
            vec![("place", place(*of)), ("at", name(*at))],
        ),
    };
    messages.text(key, &args)
}

/// The name that the charter gives to a value of a row.
pub fn term_name(term: &Term, source: &Source) -> String {
    match term {
        Term::Column(position) => {
            let column = source.schema.columns.get(*position);
            column.map(|column| column.name.clone()).unwrap_or_default()
        }
        Term::Quantity(quantity) => {
            let named = source
                .quantities
                .iter()
                .find(|(_, known)| known == quantity);
            named.map(|(name, _)| name.clone()).unwrap_or_default()
        }
    }
}

fn literal(value: i64, term: &Term, source: &Source, messages: &Messages) -> String {
    let column = match term {
        Term::Column(position) => source
            .schema
            .columns
            .get(*position)
            .map(|column| &column.kind),
        Term::Quantity(_) => None,
    };
    let unit = match (term, column) {
        (Term::Quantity(quantity), _) => quantity.unit(),
        (_, Some(Kind::Date(_))) => Unit::Date,
        (_, Some(Kind::Duration(_))) => Unit::Seconds,
        (_, Some(Kind::Boolean { .. })) => Unit::Boolean,
        (_, Some(Kind::Category(vocabulary))) => {
            let value = usize::try_from(value)
                .ok()
                .and_then(|position| vocabulary.values.get(position));
            return messages.text(
                "describe-value",
                &[("value", value.cloned().unwrap_or_default().into())],
            );
        }
        _ => Unit::Count,
    };
    match unit {
        Unit::WorkingDays => messages.text("unit-working-days", &[("count", value.into())]),
        Unit::CalendarDays => messages.text("unit-calendar-days", &[("count", value.into())]),
        Unit::Seconds => messages.duration(value),
        Unit::Boolean => messages.plain(if value == 1 {
            "describe-yes"
        } else {
            "describe-no"
        }),
        Unit::Date => {
            let date = i32::try_from(value)
                .ok()
                .and_then(NaiveDate::from_num_days_from_ce_opt);
            date.map(|date| messages.date(date)).unwrap_or_default()
        }
        _ => value.to_string(),
    }
}
