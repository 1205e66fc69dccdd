//! How the rows of a source are brought together.
//!
//! Invariant: every column that is named exists and has a type that fits its part.

use super::column::{position, type_name};
use super::document::Node;
use super::fault::{MERGE_RULE, STITCH_ONE_WAY, TIME_NEEDED, UNKNOWN_NAME};
use super::shape::unknown;
use crate::diagnostic::Diagnostic;
use crate::evidence::schema::Schema;
use crate::evidence::stitch::{Merging, Segments, Stitch};

/// The types of columns that can name an event.
const KEYS: &[&str] = &[
    "key", "date", "datetime", "integer", "category", "service", "site",
];

/// Reads `stitch`.
pub(super) fn read(
    id: &str,
    node: &Node,
    schema: &Schema,
    time: Option<usize>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Stitch> {
    let at = node.get("stitch")?;
    let names = at.get("key").map_or(&[][..], Node::items).iter();
    let keys: Vec<usize> = names
        .filter_map(|name| position(name, schema, KEYS, faults))
        .collect();
    let way = match (at.get("repeats"), at.get("segments")) {
        (Some(_), None) if at.get("part").is_some() => "part",
        (Some(_), None) | (None, Some(_)) => "",
        (None, None) => "none",
        (Some(_), Some(_)) => "both",
    };
    if !way.is_empty() {
        let place = at.place_of_key(if way == "part" { "part" } else { "segments" });
        faults.push(Diagnostic::error(STITCH_ONE_WAY).arg("way", way).at(place));
    }
    let segments = at.get("segments").map(|rules| Segments {
        part: at
            .get("part")
            .and_then(|part| position(part, schema, &["key", "integer"], faults)),
        time,
        rules: self::rules(id, rules, schema, time, faults),
    });
    Some(Stitch { keys, segments })
}

/// The rule of each column; without one, segments must agree, and of the time the first counts.
fn rules(
    id: &str,
    node: &Node,
    schema: &Schema,
    time: Option<usize>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Merging> {
    let mut rules = vec![Merging::Same; schema.columns.len()];
    if let Some(rule) = time.and_then(|time| rules.get_mut(time)) {
        *rule = Merging::First;
    }
    for entry in node.entries() {
        let Some(column) = schema.position(&entry.key) else {
            let columns = schema.columns.iter().map(|column| column.name.as_str());
            let fault = unknown(UNKNOWN_NAME, "name", &entry.key, columns);
            faults.push(fault.at(entry.place()));
            continue;
        };
        let word = entry.node.text().unwrap_or_default();
        let Some((_, rule)) = Merging::ALL.iter().find(|(name, _)| *name == word) else {
            continue;
        };
        let kind = schema
            .columns
            .get(column)
            .map_or("", |column| type_name(&column.kind));
        if !fits(*rule, kind) {
            let fault = Diagnostic::error(MERGE_RULE)
                .arg("rule", word)
                .arg("name", &entry.key)
                .arg("type", kind);
            faults.push(fault.at(entry.node.place()));
        }
        if matches!(rule, Merging::First | Merging::Last) && time.is_none() {
            let fault = Diagnostic::error(TIME_NEEDED).arg("source", id);
            faults.push(fault.at(entry.node.place()));
        }
        if let Some(known) = rules.get_mut(column) {
            *known = *rule;
        }
    }
    rules
}

/// Whether cells of a type can be merged by a rule.
fn fits(rule: Merging, kind: &str) -> bool {
    match rule {
        Merging::Same | Merging::First | Merging::Last => kind != "personal",
        Merging::Any => matches!(kind, "boolean" | "text"),
        Merging::Sum => matches!(kind, "duration" | "integer"),
        Merging::Max => matches!(kind, "duration" | "integer" | "date" | "datetime"),
    }
}
