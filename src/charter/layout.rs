//! Where the columns of a source stand in its files: header line, positions, and the layouts that its exports had before.
//!
//! Invariant: each layout has one place for each column; a column has a position if and only if the files have no header.

use super::column::named;
use super::document::Node;
use super::fault::{
    DATES_REVERSED, HEADER_OF_HEADERLESS, HEADER_TWICE, HEADERS_TWO, LAYOUT_HEADERLESS,
    POSITION_MISSING, POSITION_UNDER_HEADER,
};
use crate::diagnostic::Diagnostic;
use crate::evidence::schema::Schema;
use crate::evidence::table::{HeaderRow, Layout, Place};

/// The layouts of a source, that of today first.
pub(super) fn layouts(node: &Node, schema: &Schema, faults: &mut Vec<Diagnostic>) -> Vec<Layout> {
    let header_row = header_row(node).unwrap_or_default();
    let today = Layout {
        header_row,
        places: places(node, schema, header_row, faults),
        from: None,
        until: None,
    };
    let mut layouts = vec![today.clone()];
    for earlier in node.get("layouts").map_or(&[][..], Node::items) {
        layouts.push(layout(earlier, schema, &today, faults));
    }
    layouts
}

fn header_row(node: &Node) -> Option<HeaderRow> {
    Some(match node.number::<u64>("header_row")? {
        0 => HeaderRow::Absent,
        line => HeaderRow::Line(line),
    })
}

fn places(
    node: &Node,
    schema: &Schema,
    header_row: HeaderRow,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Place> {
    let mut places = Vec::new();
    for column in &schema.columns {
        let entry = node
            .get("columns")
            .and_then(|columns| columns.get(&column.name));
        let Some(entry) = entry else { continue };
        let position: Option<usize> = entry.number("position");
        let header = entry.get("header");
        let headerless = header_row == HeaderRow::Absent;
        if headerless && header.is_some() {
            let place = entry.place_of_key("header");
            faults.push(Diagnostic::error(HEADER_OF_HEADERLESS).at(place));
        }
        if headerless && position.is_none() && header.is_none() {
            let fault = Diagnostic::error(POSITION_MISSING).arg("column", &column.name);
            faults.push(fault.at(entry.place_of("type")));
        }
        if !headerless && position.is_some() {
            let place = entry.place_of_key("position");
            faults.push(Diagnostic::error(POSITION_UNDER_HEADER).at(place));
        }
        let place = match position {
            Some(position) if headerless => Place::Position(position),
            _ => headers(header, &column.name, faults),
        };
        if places.contains(&place) {
            let at = entry.place_of(if headerless { "position" } else { "header" });
            let fault = Diagnostic::error(HEADER_TWICE).arg("header", shown(&place));
            faults.push(fault.at(at));
        }
        places.push(place);
    }
    places
}

/// The header of a column, or the two whose cells are read together; without either, its name is its header.
fn headers(header: Option<&Node>, name: &str, faults: &mut Vec<Diagnostic>) -> Place {
    let Some(header) = header else {
        return Place::Headers(vec![name.to_owned()]);
    };
    if let Some(text) = header.text() {
        return Place::Headers(vec![text.to_owned()]);
    }
    let items = header.items();
    if !matches!(items, [_, _]) {
        faults.push(Diagnostic::error(HEADERS_TWO).at(header.place()));
    }
    let texts = items.iter().filter_map(Node::text);
    Place::Headers(texts.map(str::to_owned).collect())
}

fn shown(place: &Place) -> String {
    match place {
        Place::Headers(headers) => headers.join(" + "),
        Place::Position(position) => position.to_string(),
    }
}

/// A layout that exports had until some day: as today's, but for what it says.
fn layout(node: &Node, schema: &Schema, today: &Layout, faults: &mut Vec<Diagnostic>) -> Layout {
    let (from, until) = (node.day("from"), node.day("until"));
    if from.zip(until).is_some_and(|(from, until)| from > until) {
        faults.push(
            Diagnostic::error(DATES_REVERSED)
                .arg("last", "until")
                .at(node.place_of("until")),
        );
    }
    let header_row = header_row(node).unwrap_or(today.header_row);
    if header_row == HeaderRow::Absent || today.header_row == HeaderRow::Absent {
        faults.push(Diagnostic::error(LAYOUT_HEADERLESS).at(node.place()));
    }
    let mut places = today.places.clone();
    for entry in node.get("headers").map_or(&[][..], Node::entries) {
        let Some(position) = named(&entry.key, schema, entry.place(), faults) else {
            continue;
        };
        let place = headers(Some(&entry.node), &entry.key, faults);
        if let Some(slot) = places.get_mut(position) {
            *slot = place;
        }
    }
    for (rank, place) in places.iter().enumerate() {
        if places.iter().take(rank).any(|other| other == place) {
            let fault = Diagnostic::error(HEADER_TWICE).arg("header", shown(place));
            faults.push(fault.at(node.place()));
        }
    }
    Layout {
        header_row,
        places,
        from,
        until,
    }
}
