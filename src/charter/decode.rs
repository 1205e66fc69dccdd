//! Reading typed values out of nodes that have passed their shape.
//!
//! Invariant: nothing here reports a wrong type; that was the shape's part.

use super::document::{Entry, Node, Value};
use super::fault::{DATES_REVERSED, DAY_OR_RANGE, DURATION, UNKNOWN_SERVICE};
use super::shape::unknown;
use crate::diagnostic::{Diagnostic, Place};
use crate::ratio::Ratio;
use chrono::NaiveDate;

/// Who decided something, when, and where it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Body or function.
    pub by: String,
    /// Day.
    pub on: NaiveDate,
    /// Record.
    pub record: String,
}

impl Node {
    /// The string under a key.
    pub(super) fn string(&self, key: &str) -> Option<String> {
        self.get(key).and_then(Self::text).map(str::to_owned)
    }

    /// The strings under a key, each with its node.
    pub(super) fn strings(&self, key: &str) -> Vec<(&str, &Self)> {
        let items = self.get(key).map_or(&[][..], Self::items);
        items
            .iter()
            .filter_map(|item| item.text().map(|text| (text, item)))
            .collect()
    }

    /// The owned strings under a key.
    pub(super) fn texts(&self, key: &str) -> Vec<String> {
        self.strings(key)
            .into_iter()
            .map(|(text, _)| text.to_owned())
            .collect()
    }

    /// The number under a key.
    pub(super) fn number<T: TryFrom<i64>>(&self, key: &str) -> Option<T> {
        self.get(key)
            .and_then(Self::integer)
            .and_then(|number| T::try_from(number).ok())
    }

    /// The boolean under a key; no when it is left out.
    pub(super) fn flag(&self, key: &str) -> bool {
        self.get(key).and_then(Self::boolean).unwrap_or(false)
    }

    /// The date under a key.
    pub(super) fn day(&self, key: &str) -> Option<NaiveDate> {
        self.get(key).and_then(Self::date)
    }

    /// The share under a key.
    pub(super) fn share(&self, key: &str) -> Option<Ratio> {
        self.get(key).and_then(Self::text).and_then(Ratio::parse)
    }

    /// The decision under a key.
    pub(super) fn decision(&self) -> Option<Decision> {
        self.get("decision")?.as_decision()
    }

    /// The decision that the table itself is.
    pub(super) fn as_decision(&self) -> Option<Decision> {
        Some(Decision {
            by: self.string("by")?,
            on: self.day("on")?,
            record: self.string("record")?,
        })
    }

    /// The tables of a list under a key.
    pub(super) fn tables(&self, key: &str) -> impl Iterator<Item = &Self> {
        let items = self.get(key).map_or(&[][..], Self::items);
        items
            .iter()
            .filter(|item| matches!(item.value, Value::Table(_)))
    }

    /// The place of a key's value, or of the table where the key is left out.
    pub(super) fn place_of(&self, key: &str) -> Place {
        self.get(key).map_or_else(|| self.place(), Self::place)
    }

    /// The place of a key.
    pub(super) fn place_of_key(&self, key: &str) -> Place {
        self.entry(key).map_or_else(|| self.place(), Entry::place)
    }
}

/// The days from `from` to `to`, both there, in order.
pub(super) fn range(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<(NaiveDate, NaiveDate)> {
    let (from, to) = (node.day("from")?, node.day("to")?);
    in_order(node, ("from", from), ("to", to), faults)
}

/// Two days, each with its key, the second not before the first.
pub(super) fn in_order(
    node: &Node,
    (first, from): (&str, NaiveDate),
    (last, to): (&str, NaiveDate),
    faults: &mut Vec<Diagnostic>,
) -> Option<(NaiveDate, NaiveDate)> {
    if to < from {
        faults.push(
            Diagnostic::error(DATES_REVERSED)
                .arg("last", last)
                .at(node.place_of(last))
                .related(node.place_of(first)),
        );
        return None;
    }
    Some((from, to))
}

/// One day (`on`) or a range (`from`, `to`).
pub(super) fn days(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<(NaiveDate, NaiveDate)> {
    let present = |key: &str| node.get(key).is_some();
    match (present("on"), present("from"), present("to")) {
        (true, false, false) => node.day("on").map(|day| (day, day)),
        (false, true, true) => range(node, faults),
        _ => {
            faults.push(Diagnostic::error(DAY_OR_RANGE).at(node.place()));
            None
        }
    }
}

/// An optional end that is not before its start.
pub(super) fn end(node: &Node, from: NaiveDate, faults: &mut Vec<Diagnostic>) -> Option<NaiveDate> {
    node.day("to")
        .and_then(|to| in_order(node, ("from", from), ("to", to), faults))
        .map(|(_, to)| to)
}

/// The positions of the services under a key; unknown ones are reported.
pub(super) fn services(
    node: &Node,
    key: &str,
    known: &[String],
    faults: &mut Vec<Diagnostic>,
) -> Option<Vec<u32>> {
    node.get(key)?;
    let named = node.strings(key).into_iter();
    Some(
        named
            .filter_map(|(name, node)| service(name, node, known, faults))
            .collect(),
    )
}

/// The position of a service; an unknown one is reported.
pub(super) fn service(
    name: &str,
    node: &Node,
    known: &[String],
    faults: &mut Vec<Diagnostic>,
) -> Option<u32> {
    let position = known.iter().position(|service| service == name);
    if position.is_none() {
        let known = known.iter().map(String::as_str);
        faults.push(unknown(UNKNOWN_SERVICE, "service", name, known).at(node.place()));
    }
    u32::try_from(position?).ok()
}

/// Seconds of `15 min`, `30 s`, `1 h 30`, `1 h 30 min`; reported when it is none of these.
pub(super) fn duration(text: &str, node: &Node, faults: &mut Vec<Diagnostic>) -> Option<i64> {
    let seconds = parse_duration(text);
    if seconds.is_none() {
        faults.push(
            Diagnostic::error(DURATION)
                .arg("text", text)
                .at(node.place()),
        );
    }
    seconds
}

/// Whether a text could only be meant as a duration.
pub(super) fn looks_like_duration(text: &str) -> bool {
    text.trim_start()
        .starts_with(|first: char| first.is_ascii_digit())
}

fn parse_duration(text: &str) -> Option<i64> {
    let mut rest = text.trim();
    let mut total = 0_i64;
    let mut last_unit = i64::MAX;
    while !rest.is_empty() {
        let digits = rest
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(rest.len());
        let (number, after) = rest.split_at_checked(digits)?;
        let number: i64 = number.parse().ok()?;
        let after = after.trim_start();
        let letters = after
            .find(|letter: char| !letter.is_alphabetic())
            .unwrap_or(after.len());
        let (word, after) = after.split_at_checked(letters)?;
        let unit = match word {
            "h" | "heure" | "heures" | "hour" | "hours" => 3600,
            "min" | "mn" | "minute" | "minutes" => 60,
            "s" | "sec" | "seconde" | "secondes" | "second" | "seconds" => 1,
            // `1 h 30`
            "" if last_unit == 3600 && after.is_empty() => 60,
            _ => return None,
        };
        if unit >= last_unit {
            return None;
        }
        total = total.checked_add(number.checked_mul(unit)?)?;
        last_unit = unit;
        rest = after.trim_start();
    }
    (last_unit != i64::MAX).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::parse_duration;

    #[test]
    fn reads_durations() {
        for (text, seconds) in [
            ("15 min", Some(900)),
            ("30 s", Some(30)),
            ("1 h 30", Some(5400)),
            ("1h30min", Some(5400)),
            ("2 heures", Some(7200)),
            ("1 min 30 s", Some(90)),
            ("15", None),
            ("quinze min", None),
            ("30 s 1 min", None),
            ("1 h 1 h", None),
            ("", None),
        ] {
            assert_eq!(parse_duration(text), seconds, "{text}");
        }
    }
}
