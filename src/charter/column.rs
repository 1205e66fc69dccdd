//! The columns of a source: their types, formats and vocabularies.
//!
//! Invariant: a column of the schema can be decoded; words and headers are unambiguous.

use super::document::{Entry, Node, Value};
use super::fault::{
    COLUMN_TYPE, SETTING_OF_TYPE, TYPE_NEEDS, UNKNOWN_NAME, UNKNOWN_SERVICE, UNKNOWN_SITE,
    WORD_TWICE,
};
use super::shape::unknown;
use super::town::Town;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::evidence::format::{
    ColumnClock, DateFormat, DateTimeFormat, Declared, DurationFormat, FormatFault,
};
use crate::evidence::normal::Normal;
use crate::evidence::schema::{Column, Kind, Numerals, Schema, Subject, Vocabulary};

/// The name of a type in `sources.toml`.
pub(super) const fn type_name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Date(_) => "date",
        Kind::DateTime(_) => "datetime",
        Kind::Duration(_) => "duration",
        Kind::Integer => "integer",
        Kind::Category(vocabulary) => match vocabulary.subject {
            Subject::Own => "category",
            Subject::Services => "service",
            Subject::Sites => "site",
        },
        Kind::Boolean { .. } => "boolean",
        Kind::Text => "text",
        Kind::Weight => "weight",
        Kind::Personal => "personal",
        Kind::Key(_) => "key",
    }
}

/// The position of the column that a node names, if it has one of the types.
pub(super) fn position(
    at: &Node,
    schema: &Schema,
    types: &[&str],
    faults: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let name = at.text()?;
    let position = named(name, schema, at.place(), faults)?;
    let found = schema
        .columns
        .get(position)
        .map_or("", |column| type_name(&column.kind));
    if !types.contains(&found) {
        faults.push(
            Diagnostic::error(COLUMN_TYPE)
                .arg("name", name)
                .arg("found", found)
                .arg("expected", types.join("-"))
                .at(at.place()),
        );
        return None;
    }
    Some(position)
}

/// The position of the column of a name.
pub(super) fn named(
    name: &str,
    schema: &Schema,
    place: Place,
    faults: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let position = schema.position(name);
    if position.is_none() {
        let columns = schema.columns.iter().map(|column| column.name.as_str());
        faults.push(unknown(UNKNOWN_NAME, "name", name, columns).at(place));
    }
    position
}

/// Reads the columns; those with a fault are left out. Cells that are typed in the file need no notation.
pub(super) fn schema(
    node: &Node,
    typed: bool,
    town: &Town,
    faults: &mut Vec<Diagnostic>,
) -> Schema {
    let mut columns: Vec<Column> = Vec::new();
    for entry in node.entries() {
        columns.extend(column(entry, typed, town, faults));
    }
    Schema { columns }
}

fn column(entry: &Entry, typed: bool, town: &Town, faults: &mut Vec<Diagnostic>) -> Option<Column> {
    let node = &entry.node;
    let kind_name = node.string("type")?;
    settings_fit(&kind_name, typed, node, faults);
    let kind = kind(&kind_name, typed, node, town, faults)?;
    Some(Column {
        name: entry.key.clone(),
        header: header(node).unwrap_or_else(|| entry.key.clone()),
        kind,
        nothing: node.texts("nothing"),
        numerals: Numerals::default(),
    })
}

/// The header of a column as people are told of it.
fn header(node: &Node) -> Option<String> {
    let header = node.get("header")?;
    let of_two = || {
        header
            .items()
            .iter()
            .filter_map(Node::text)
            .collect::<Vec<_>>()
    };
    let one = header.text().map(str::to_owned);
    Some(one.unwrap_or_else(|| of_two().join(" + ")))
}

/// Each setting belongs to some types, and some types need theirs.
fn settings_fit(kind: &str, typed: bool, node: &Node, faults: &mut Vec<Diagnostic>) {
    for (setting, types, needed) in [
        ("format", &["date", "datetime", "duration"][..], !typed),
        (
            "values",
            &["category", "service", "site"][..],
            kind == "category",
        ),
        ("yes", &["boolean"][..], true),
        ("no", &["boolean"][..], true),
        ("clock", &["datetime"][..], false),
        ("normalise", &["key"][..], false),
    ] {
        let fits = types.contains(&kind);
        let there = node.get(setting).is_some();
        if there && !fits {
            let fault = Diagnostic::error(SETTING_OF_TYPE)
                .arg("setting", setting)
                .arg("type", kind)
                .arg("types", types.join("-"));
            faults.push(fault.at(node.place_of_key(setting)));
        }
        if fits && needed && !there {
            let fault = Diagnostic::error(TYPE_NEEDS)
                .arg("setting", setting)
                .arg("type", kind);
            faults.push(fault.at(node.place_of("type")));
        }
    }
}

fn kind(
    name: &str,
    typed: bool,
    node: &Node,
    town: &Town,
    faults: &mut Vec<Diagnostic>,
) -> Option<Kind> {
    match name {
        "date" => {
            let typed = typed.then(DateFormat::typed);
            any_of(node, typed, faults, DateFormat::parse, DateFormat::or).map(Kind::Date)
        }
        "datetime" => {
            let clock = ColumnClock {
                town: town.reference.calendar.zone(),
                // A misspelt clock is a fault already.
                declared: node.get("clock").map(|clock| {
                    let declared = clock.text().and_then(Declared::parse);
                    declared.unwrap_or(Declared::Local)
                }),
            };
            let parse = |notation: &str| DateTimeFormat::by(clock, notation);
            let typed = typed.then_some(DateTimeFormat::typed(clock));
            any_of(node, typed, faults, parse, DateTimeFormat::or).map(Kind::DateTime)
        }
        "duration" => {
            let typed = typed.then(DurationFormat::typed);
            let parse = DurationFormat::parse;
            any_of(node, typed, faults, parse, DurationFormat::or).map(Kind::Duration)
        }
        "integer" => Some(Kind::Integer),
        "text" => Some(Kind::Text),
        "weight" => Some(Kind::Weight),
        "personal" => Some(Kind::Personal),
        "key" => Some(Kind::Key(Normal::of(
            node.strings("normalise").into_iter().map(|(word, _)| word),
        ))),
        "boolean" => Some(boolean(node, faults)),
        "category" => Some(Kind::Category(own_vocabulary(node, faults))),
        "service" => Some(Kind::Category(shared(
            node,
            Subject::Services,
            &town.service_ids(),
            UNKNOWN_SERVICE,
            faults,
        ))),
        "site" => Some(Kind::Category(shared(
            node,
            Subject::Sites,
            &town.site_ids(),
            UNKNOWN_SITE,
            faults,
        ))),
        _ => None,
    }
}

/// The notations of `format`, one or several; none if one of them is faulty.
fn any_of<F>(
    node: &Node,
    typed: Option<F>,
    faults: &mut Vec<Diagnostic>,
    parse: impl Fn(&str) -> Result<F, FormatFault>,
    or: impl Fn(F, F) -> F,
) -> Option<F> {
    let Some(format) = node.get("format") else {
        return typed;
    };
    let notations: Vec<&Node> = match format.items() {
        [] => vec![format],
        items => items.iter().collect(),
    };
    let known = faults.len();
    let mut all: Option<F> = None;
    for notation in notations {
        match parse(notation.text()?) {
            Ok(one) => {
                all = Some(match all {
                    Some(before) => or(before, one),
                    None => one,
                });
            }
            Err(fault) => faults.push(fault.diagnostic().at(notation.place())),
        }
    }
    all.filter(|_| faults.len() == known)
}

fn boolean(node: &Node, faults: &mut Vec<Diagnostic>) -> Kind {
    let yes = node.texts("yes");
    for (word, at) in node.strings("no") {
        if yes.iter().any(|other| other == word) {
            faults.push(
                Diagnostic::error(WORD_TWICE)
                    .arg("word", word)
                    .at(at.place()),
            );
        }
    }
    Kind::Boolean {
        yes,
        no: node.texts("no"),
    }
}

/// The words of `values`: a list stands for itself, a table gives the value of each word.
fn words(node: &Node) -> Vec<(String, String, &Node)> {
    let Some(values) = node.get("values") else {
        return Vec::new();
    };
    match &values.value {
        Value::Table(entries) => entries
            .iter()
            .filter_map(|entry| {
                Some((
                    entry.key.clone(),
                    entry.node.text()?.to_owned(),
                    &entry.node,
                ))
            })
            .collect(),
        _ => values
            .items()
            .iter()
            .filter_map(|item| {
                item.text()
                    .map(|text| (text.to_owned(), text.to_owned(), item))
            })
            .collect(),
    }
}

fn own_vocabulary(node: &Node, faults: &mut Vec<Diagnostic>) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for (word, value, at) in words(node) {
        let position = vocabulary.values.iter().position(|known| *known == value);
        let position = position.unwrap_or_else(|| {
            vocabulary.values.push(value);
            vocabulary.values.len().saturating_sub(1)
        });
        enter(&mut vocabulary, &word, position, at, faults);
    }
    vocabulary
}

/// A category whose values are ids of the charter; without `values`, the file holds the ids themselves.
fn shared(
    node: &Node,
    subject: Subject,
    ids: &[String],
    code: Code,
    faults: &mut Vec<Diagnostic>,
) -> Vocabulary {
    let mut vocabulary = Vocabulary {
        subject,
        values: ids.to_vec(),
        words: Vec::new(),
    };
    let what = if subject == Subject::Services {
        "service"
    } else {
        "site"
    };
    for (word, value, at) in words(node) {
        match ids.iter().position(|id| *id == value) {
            Some(position) => enter(&mut vocabulary, &word, position, at, faults),
            None => faults
                .push(unknown(code, what, &value, ids.iter().map(String::as_str)).at(at.place())),
        }
    }
    if node.get("values").is_none() {
        for (position, id) in ids.iter().enumerate() {
            enter(&mut vocabulary, id, position, node, faults);
        }
    }
    vocabulary
}

fn enter(
    vocabulary: &mut Vocabulary,
    word: &str,
    position: usize,
    at: &Node,
    faults: &mut Vec<Diagnostic>,
) {
    // Cells are compared after trimming.
    let word = word.trim();
    if vocabulary.words.iter().any(|(known, _)| known == word) {
        faults.push(
            Diagnostic::error(WORD_TWICE)
                .arg("word", word)
                .at(at.place()),
        );
        return;
    }
    if let Ok(position) = u32::try_from(position) {
        vocabulary.words.push((word.to_owned(), position));
    }
}
