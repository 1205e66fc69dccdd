//! The charter folder: TOML documents → validated types, with every fault at once.
//!
//! Invariant: reading never fails half-way; a charter is returned only when no document has an error, and layers above
//! trust it without asking again.

pub mod action;
mod alternative;
mod bound;
pub mod call_peak;
mod column;
mod condition;
mod context;
mod coverage;
pub mod dated;
pub mod decode;
pub mod describe;
mod dialect;
pub mod document;
pub mod engagement;
pub mod expected_days;
pub mod fault;
pub mod fields;
mod format;
mod join;
pub mod json_schema;
pub mod label;
mod layout;
mod mail;
pub mod objection;
mod page;
mod peaks;
mod place;
pub mod publication;
pub mod requirement;
mod settings;
pub mod settled;
pub mod shape;
pub mod source;
mod stitch;
pub mod support;
mod syntax;
pub mod terms;
mod timetable;
pub mod town;
mod versions;
pub mod waiver;

use crate::diagnostic::{Code, Diagnostic, FileId, Place, Severity};
use document::Node;
use engagement::Engagement;
use fault::{BAD_FILE_NAME, DUPLICATE_ID, MISSING_FILE, NO_ENGAGEMENT, NOT_UTF8, UNUSED_SOURCE};
use label::Label;
use objection::Objection;
use requirement::Judging;
use shape::{Shape, is_id};
use source::Source;
use town::Town;

/// The file of the objections, which need not be there.
pub const OBJECTIONS: &str = "objections.toml";

/// A file of the charter folder.
#[derive(Debug, Clone)]
pub struct CharterFile {
    /// Its path relative to the folder, with `/`: `engagements/accueil.toml`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A valid charter.
#[derive(Debug, Clone)]
pub struct Charter {
    /// What `charter.toml` says.
    pub town: Town,
    /// The declared exports.
    pub sources: Vec<Source>,
    /// The promises, by number.
    pub engagements: Vec<Engagement>,
    /// The grids.
    pub labels: Vec<Label>,
    /// The objections to single rows.
    pub objections: Vec<Objection>,
    /// The chapters of the guide: id and Markdown.
    pub guide: Vec<(String, String)>,
}

/// A text file of the folder.
#[derive(Debug)]
struct Text<'a> {
    id: FileId,
    path: &'a str,
    text: &'a str,
}

/// Reads the files of a charter folder, given in the order of their paths.
pub fn read(files: &[CharterFile]) -> (Option<Charter>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let texts = texts(files, &mut faults);
    let named = |path: &str| texts.iter().find(|text| text.path == path);
    let town_node = named("charter.toml").map(|text| document(text, fields::CHARTER, &mut faults));
    let sources_node =
        named("sources.toml").map(|text| document(text, fields::SOURCES, &mut faults));
    for (path, node) in [
        ("charter.toml", &town_node),
        ("sources.toml", &sources_node),
    ] {
        if node.is_none() && !files.iter().any(|file| file.path == path) {
            faults.push(Diagnostic::error(MISSING_FILE).arg("path", path));
        }
    }
    // After a fault of structure, what looks undeclared may only be swallowed.
    let broken = |path: &str, codes: &[Code], faults: &[Diagnostic]| {
        let file = named(path).map(|text| text.id);
        let in_file = |fault: &&Diagnostic| spot(fault).map(|(file, _)| file) == file;
        let mut faults = faults.iter().filter(in_file);
        faults.any(|fault| codes.contains(&fault.code))
    };
    let whole = !broken("charter.toml", fault::STRUCTURAL, &faults);
    let listed = !broken("sources.toml", fault::STRUCTURAL, &faults);
    let town = town_node
        .as_ref()
        .filter(|_| whole)
        .and_then(|node| town::read(node, &mut faults));
    let sources = match (&town, &sources_node) {
        (Some(town), Some(node)) if listed => {
            let mut sources = source::read(node, town, &mut faults);
            join::read(node, &mut sources, &mut faults);
            sources
        }
        _ => Vec::new(),
    };
    let declared = sources_node.as_ref().map_or(0, |node| node.entries().len());
    let complete = town.is_some() && sources_node.is_some() && listed && declared == sources.len();
    let engagements = engagements(&texts, town.as_ref(), &sources, complete, &mut faults);
    let labels = labels(&texts, &engagements, &mut faults);
    let objections = objections(&texts, &engagements, &sources, &mut faults);
    let guide = chapters(&texts);
    finish(&texts, &mut faults);
    if faults.iter().any(|fault| fault.severity == Severity::Error) {
        return (None, faults);
    }
    let charter = town.map(|town| Charter {
        town,
        sources,
        engagements,
        labels,
        objections,
        guide,
    });
    if let Some(charter) = &charter {
        unused_sources(charter, &mut faults);
    }
    (charter, faults)
}

fn texts<'a>(files: &'a [CharterFile], faults: &mut Vec<Diagnostic>) -> Vec<Text<'a>> {
    let mut texts = Vec::new();
    for (position, file) in files.iter().enumerate() {
        let id = FileId(position);
        let bytes = file
            .bytes
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(&file.bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => texts.push(Text {
                id,
                path: &file.path,
                text,
            }),
            Err(error) => {
                let at = error.valid_up_to();
                faults.push(Diagnostic::error(NOT_UTF8).arg("path", &file.path).at(
                    Place::Charter {
                        file: id,
                        span: at..at,
                    },
                ));
            }
        }
    }
    texts
}

/// Parses a document and checks its shape.
fn document(text: &Text<'_>, shape: Shape, faults: &mut Vec<Diagnostic>) -> Node {
    let node = document::parse(text.id, text.text, faults);
    shape.check(&node, faults);
    node
}

/// The files of a folder with an ending, with their ids.
fn folder<'a, 'b>(
    texts: &'b [Text<'a>],
    folder: &'b str,
    ending: &'b str,
) -> impl Iterator<Item = (&'a str, &'b Text<'a>)> {
    texts.iter().filter_map(move |text| {
        let name = text
            .path
            .strip_prefix(folder)?
            .strip_prefix('/')?
            .strip_suffix(ending)?;
        (!name.contains('/')).then_some((name, text))
    })
}

fn check_name(name: &str, text: &Text<'_>, faults: &mut Vec<Diagnostic>) {
    if !is_id(name) {
        let place = Place::Charter {
            file: text.id,
            span: 0..0,
        };
        faults.push(Diagnostic::error(BAD_FILE_NAME).arg("name", name).at(place));
    }
}

fn engagements(
    texts: &[Text<'_>],
    town: Option<&Town>,
    sources: &[Source],
    complete: bool,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Engagement> {
    let mut engagements: Vec<Engagement> = Vec::new();
    let mut numbers: Vec<(i64, Place)> = Vec::new();
    let mut found = false;
    for (name, text) in folder(texts, "engagements", ".toml") {
        found = true;
        check_name(name, text, faults);
        let node = document(text, fields::ENGAGEMENT, faults);
        if let Some(at) = node.get("number") {
            let number = at.integer().unwrap_or_default();
            if let Some((_, first)) = numbers.iter().find(|(known, _)| *known == number) {
                let fault = Diagnostic::error(DUPLICATE_ID).arg("id", number.to_string());
                faults.push(fault.at(at.place()).related(first.clone()));
            }
            numbers.push((number, at.place()));
        }
        // Without the town, names cannot be checked: its faults come first.
        let open = |fault: &Diagnostic| {
            fault::SWALLOWING.contains(&fault.code)
                && spot(fault).is_some_and(|(file, _)| file == text.id)
        };
        if let Some(town) = town.filter(|_| !faults.iter().any(open)) {
            engagements.extend(engagement::read(
                name, &node, town, sources, complete, faults,
            ));
        }
    }
    if !found {
        faults.push(Diagnostic::error(NO_ENGAGEMENT));
    }
    engagements.sort_by(|one, two| (one.number, &one.id).cmp(&(two.number, &two.id)));
    engagements
}

fn labels(
    texts: &[Text<'_>],
    engagements: &[Engagement],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Label> {
    let known: Vec<String> = engagements
        .iter()
        .flat_map(|engagement| {
            let requirements = engagement.requirements.iter();
            requirements.map(|requirement| format!("{}/{}", engagement.id, requirement.id))
        })
        .collect();
    // Requirements with faults are not known here: their own faults are said already.
    let sound = faults.iter().all(|fault| fault.severity != Severity::Error);
    let mut labels = Vec::new();
    for (name, text) in folder(texts, "label", ".toml") {
        check_name(name, text, faults);
        let node = document(text, fields::LABEL, faults);
        if sound {
            labels.extend(label::read(name, &node, &known, faults));
        }
    }
    labels
}

fn objections(
    texts: &[Text<'_>],
    engagements: &[Engagement],
    sources: &[Source],
    faults: &mut Vec<Diagnostic>,
) -> Vec<Objection> {
    let Some(text) = texts.iter().find(|text| text.path == OBJECTIONS) else {
        return Vec::new();
    };
    // Requirements with faults are not known here: their own faults are said already.
    let sound = faults.iter().all(|fault| fault.severity != Severity::Error);
    let node = document(text, fields::OBJECTIONS, faults);
    if sound {
        objection::read(&node, engagements, sources, faults)
    } else {
        Vec::new()
    }
}

fn chapters(texts: &[Text<'_>]) -> Vec<(String, String)> {
    let chapters = folder(texts, "guide", ".md");
    chapters
        .map(|(name, text)| (name.to_owned(), text.text.to_owned()))
        .collect()
}

/// The file and the first byte of a fault.
fn spot(fault: &Diagnostic) -> Option<(FileId, usize)> {
    match &fault.place {
        Some(Place::Charter { file, span }) => Some((*file, span.start)),
        _ => None,
    }
}

/// Orders the faults by place, and drops those that only follow from a fault of syntax: on the same line, after a bracket
/// that is never closed, or about what a fault of structure may have swallowed.
fn finish(texts: &[Text<'_>], faults: &mut Vec<Diagnostic>) {
    let line = |(file, start): (FileId, usize)| {
        let text = texts
            .iter()
            .find(|text| text.id == file)
            .map_or("", |text| text.text);
        let before = text.get(..start).unwrap_or(text);
        (file, before.bytes().filter(|byte| *byte == b'\n').count())
    };
    let spots = |codes: &[Code]| -> Vec<(FileId, usize)> {
        let faults = faults.iter().filter(|fault| codes.contains(&fault.code));
        faults.filter_map(spot).map(line).collect()
    };
    let lines = spots(fault::SYNTACTIC);
    let structural = spots(fault::STRUCTURAL);
    let open = spots(fault::SWALLOWING);
    faults.retain(|fault| {
        let Some(at) = spot(fault).filter(|_| !fault::SYNTACTIC.contains(&fault.code)) else {
            return true;
        };
        let swallowed = fault::ABSENCES.contains(&fault.code)
            && structural.iter().any(|(file, _)| *file == at.0);
        let (file, number) = line(at);
        let inside = open
            .iter()
            .any(|(other, first)| *other == file && *first <= number);
        !swallowed && !inside && !lines.contains(&(file, number))
    });
    faults.sort_by_key(|fault| spot(fault).unwrap_or((FileId(0), 0)));
    faults.dedup();
}

fn unused_sources(charter: &Charter, faults: &mut Vec<Diagnostic>) {
    let requirements = charter
        .engagements
        .iter()
        .flat_map(|engagement| &engagement.requirements);
    let used: Vec<usize> = requirements
        .filter_map(|requirement| match &requirement.judging {
            Judging::Measured(measured) => Some(measured.sources()),
            Judging::NotApplicable { .. } => None,
        })
        .flatten()
        .collect();
    let listed = |list: usize| {
        let mut takers = used.iter().filter_map(|taker| charter.sources.get(*taker));
        takers.any(|taker| taker.joins.iter().any(|join| join.list == list))
    };
    for (position, source) in charter.sources.iter().enumerate() {
        if !used.contains(&position) && !listed(position) {
            let fault = Diagnostic::warning(UNUSED_SOURCE).arg("source", &source.id);
            faults.push(fault.at(source.place.clone()));
        }
    }
}
