//! Which columns of a list are brought to the rows of a source.
//!
//! Invariant: a joined column is a column of the source for every rule, behind those of its files; a list takes no columns
//! of another.

use super::column::position;
use super::document::Node;
use super::fault::{DUPLICATE_ID, LIST_OF_LIST, NORMALISE_DIFFERS, ONE_COLUMN, UNKNOWN_SOURCE};
use super::shape::unknown;
use super::source::Source;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::evidence::join::Join;
use crate::evidence::schema::{Column, Kind, Schema, Subject};

/// A join as it is written, its list not yet found among the sources without fault.
struct Written {
    list: String,
    join: Join,
    columns: Vec<Column>,
}

/// Reads the joins of every source, once all are known; sources with a faulty join are left out.
pub(super) fn read(node: &Node, sources: &mut Vec<Source>, faults: &mut Vec<Diagnostic>) {
    let mut written: Vec<Option<Vec<Written>>> = Vec::new();
    for source in sources.iter() {
        let tables = node.get(&source.id).map(|node| node.tables("join"));
        let joins = tables.into_iter().flatten();
        let joins = joins.map(|at| join(at, node, source, sources, faults));
        written.push(joins.collect());
    }
    let mut kept = written.iter().map(Option::is_some);
    sources.retain(|_| kept.next().unwrap_or(false));
    let ids: Vec<String> = sources.iter().map(|source| source.id.clone()).collect();
    for (source, joins) in sources.iter_mut().zip(written.into_iter().flatten()) {
        for Written {
            list,
            mut join,
            columns,
        } in joins
        {
            if let Some(position) = ids.iter().position(|id| *id == list) {
                join.list = position;
                source.schema.columns.extend(columns);
                source.joins.push(join);
            }
        }
    }
}

fn join(
    at: &Node,
    document: &Node,
    source: &Source,
    sources: &[Source],
    faults: &mut Vec<Diagnostic>,
) -> Option<Written> {
    let known = faults.len();
    let name = at.get("source")?;
    let id = name.text()?;
    if id == source.id
        || document
            .get(id)
            .is_some_and(|list| list.get("join").is_some())
    {
        faults.push(Diagnostic::error(LIST_OF_LIST).at(name.place()));
        return None;
    }
    let Some(list) = sources.iter().find(|list| list.id == id) else {
        // A list with a fault of its own is not also unknown.
        if document.get(id).is_none() {
            let ids = document.entries().iter().map(|entry| entry.key.as_str());
            faults.push(unknown(UNKNOWN_SOURCE, "source", id, ids).at(name.place()));
        }
        return None;
    };
    let key = position(at.get("key")?, &source.schema, &["key"], faults);
    let in_list = at.get("list_key").or_else(|| at.get("key"))?;
    let list_key = position(in_list, &list.schema, &["key"], faults);
    let (key, list_key) = (key?, list_key?);
    same_form(
        (&source.schema, key),
        (&list.schema, list_key),
        in_list.place(),
        faults,
    );
    let mut columns = Vec::new();
    for item in at.get("columns")?.items() {
        if let Some(column) = position(item, &list.schema, BROUGHT, faults) {
            brought(item, column, (source, list), faults);
            columns.push(column);
        }
    }
    let of = |position: &usize| list.schema.columns.get(*position).cloned();
    let sound = faults
        .iter()
        .skip(known)
        .all(|fault| fault.severity != Severity::Error);
    sound.then(|| Written {
        list: id.to_owned(),
        columns: columns.iter().filter_map(of).collect(),
        join: Join {
            list: 0,
            key,
            list_key,
            columns,
        },
    })
}

/// The types of columns that can be brought.
const BROUGHT: &[&str] = &[
    "date", "datetime", "duration", "integer", "category", "service", "site", "boolean", "text",
];

/// A column that is brought must not take the place of another.
fn brought(
    item: &Node,
    column: usize,
    (source, list): (&Source, &Source),
    faults: &mut Vec<Diagnostic>,
) {
    let name = item.text().unwrap_or_default();
    let is_known = source.schema.position(name).is_some()
        || source.quantities.iter().any(|(known, _)| known == name);
    if is_known {
        let fault = Diagnostic::error(DUPLICATE_ID).arg("id", name);
        faults.push(fault.at(item.place()));
    }
    let is_service = |column: Option<&Column>| matches!(column.map(|column| &column.kind), Some(Kind::Category(vocabulary)) if vocabulary.subject == Subject::Services);
    if is_service(list.schema.columns.get(column)) && source.service().is_some() {
        faults.push(
            Diagnostic::error(ONE_COLUMN)
                .arg("type", "service")
                .at(item.place()),
        );
    }
}

/// Two key columns that are compared must write identifiers in one form: else nobody is found who is written otherwise.
pub(super) fn same_form(
    (one, first): (&Schema, usize),
    (two, second): (&Schema, usize),
    place: Place,
    faults: &mut Vec<Diagnostic>,
) {
    let kind = |schema: &Schema, position: usize| {
        let column = schema.columns.get(position);
        column.map(|column| column.kind.clone())
    };
    if kind(one, first) != kind(two, second) {
        faults.push(Diagnostic::error(NORMALISE_DIFFERS).at(place));
    }
}
