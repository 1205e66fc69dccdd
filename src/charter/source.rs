//! `sources.toml`: each declared export, its files, columns and named quantities.
//!
//! Invariant: every column position in a quantity exists in the schema and has the type that the quantity needs.

use super::column;
pub(super) use super::column::position;
use super::decode::Decision;
use super::dialect;
use super::document::{Entry, Node};
use super::expected_days::{self, ExpectedDays};
use super::fault::{
    DUPLICATE_ID, ONE_COLUMN, ONE_QUANTITY, OUTSIDE_ROOT, PATH_CHARACTERS, PLAN_ACCEPTS_ALL,
    PLAN_AFTER_COLLECTION, UNKNOWN_NAME,
};
use super::format;
use super::layout;
use super::mail::{self, DELAYS};
use super::page;
use super::place;
use super::stitch;
use super::town::Town;
use crate::diagnostic::{Diagnostic, Place};
use crate::evidence::join::Join;
use crate::evidence::mail::{MailSettings, facts};
use crate::evidence::page::PageSettings;
use crate::evidence::schema::{Column, Dialect, Kind, Schema, Subject, Vocabulary};
use crate::evidence::stitch::Stitch;
use crate::evidence::table::Layout;
use crate::evidence::workbook::WorkbookFormat;
use crate::measure::target::{ControlPlan, Proof};
use crate::measure::value::{Quantity, Term, Unit};
use chrono::NaiveDate;

/// A declared export.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What kind of evidence it is.
    pub nature: String,
    /// The tool it comes from.
    pub system: Option<String>,
    /// Its files, relative to the root.
    pub files: Vec<String>,
    /// Everything up to this day is in it.
    pub collected: NaiveDate,
    /// How many days after its collection it can still be used.
    pub valid_days: Option<u32>,
    /// What kind of proof it is.
    pub proof: Proof,
    /// How and when the draw of a control plan was decided.
    pub plan: Option<Plan>,
    /// The column that places a row in the period.
    pub time: Option<usize>,
    /// Whether a source without a row is plausible.
    pub may_be_empty: bool,
    /// What days without a row mean.
    pub expected_days: ExpectedDays,
    /// What its files are.
    pub format: Format,
    /// Its columns.
    pub schema: Schema,
    /// Where the columns of its files stand, the layout of today first.
    pub layouts: Vec<Layout>,
    /// Whether every column of its files is declared.
    pub every_column: bool,
    /// Its named quantities.
    pub quantities: Vec<(String, Quantity)>,
    /// How its rows are brought together, where they are.
    pub stitch: Option<Stitch>,
    /// The columns that lists bring to it; they stand behind those of its files.
    pub joins: Vec<Join>,
    /// Who stated that the document does not exist, where it does not.
    pub absent: Option<Decision>,
    /// Where it is declared.
    pub place: Place,
}

/// What the files of a source are.
#[derive(Debug, Clone)]
pub enum Format {
    /// Tables as text, cut by a dialect.
    Csv(Dialect),
    /// An object of JSON on each line.
    Lines,
    /// A sheet of a workbook.
    Workbook {
        /// How the workbook is written.
        format: WorkbookFormat,
        /// The name of the sheet; without it, the workbook has one alone.
        sheet: Option<String>,
    },
    /// E-mails: their columns are the facts of messages.
    Mail(Box<MailSettings>),
    /// Saved pages: what they say is asked of them.
    Page(Box<PageSettings>),
}

/// The circumstances of a control plan.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The day it was set.
    pub on: NaiveDate,
    /// How the cases are drawn.
    pub draw: String,
    /// Who decided it.
    pub decision: Option<Decision>,
}

/// What a name of a source stands for.
#[derive(Debug, Clone)]
pub struct Named<'a> {
    /// Its value.
    pub term: Term,
    /// The unit of the value.
    pub unit: Unit,
    /// The declared values of a category.
    pub vocabulary: Option<&'a Vocabulary>,
}

impl Source {
    /// What a name stands for.
    pub fn named(&self, name: &str) -> Option<Named<'_>> {
        if let Some((_, quantity)) = self.quantities.iter().find(|(known, _)| known == name) {
            return Some(Named {
                term: Term::Quantity(quantity.clone()),
                unit: quantity.unit(),
                vocabulary: None,
            });
        }
        let position = self.schema.position(name)?;
        let column = self.schema.columns.get(position)?;
        Some(Named {
            term: Term::Column(position),
            unit: unit(&column.kind)?,
            vocabulary: match &column.kind {
                Kind::Category(vocabulary) => Some(vocabulary),
                _ => None,
            },
        })
    }

    /// The names that rules can use.
    pub fn names(&self) -> Vec<&str> {
        let columns = self
            .schema
            .columns
            .iter()
            .filter(|column| unit(&column.kind).is_some());
        let quantities = self.quantities.iter().map(|(name, _)| name.as_str());
        columns
            .map(|column| column.name.as_str())
            .chain(quantities)
            .collect()
    }

    /// The columns that its files have.
    pub fn of_files(&self) -> Schema {
        let brought: usize = self.joins.iter().map(|join| join.columns.len()).sum();
        let own = self.schema.columns.len().saturating_sub(brought);
        Schema {
            columns: self.schema.columns.iter().take(own).cloned().collect(),
        }
    }

    /// The column of weights.
    pub fn weight(&self) -> Option<usize> {
        self.schema
            .columns
            .iter()
            .position(|column| column.kind == Kind::Weight)
    }

    /// The column of services.
    pub fn service(&self) -> Option<usize> {
        let is_service = |column: &Column| matches!(&column.kind, Kind::Category(vocabulary) if vocabulary.subject == Subject::Services);
        self.schema.columns.iter().position(is_service)
    }
}

/// The unit of a column's values; none for a column that rules cannot use.
const fn unit(kind: &Kind) -> Option<Unit> {
    Some(match kind {
        Kind::Date(_) => Unit::Date,
        Kind::DateTime(_) => Unit::Instant,
        Kind::Duration(_) => Unit::Seconds,
        Kind::Integer => Unit::Count,
        Kind::Category(_) => Unit::Category,
        Kind::Boolean { .. } => Unit::Boolean,
        Kind::Text | Kind::Key(_) => Unit::Presence,
        Kind::Weight | Kind::Personal => return None,
    })
}

/// Reads every source that has no fault of its own.
pub fn read(node: &Node, town: &Town, faults: &mut Vec<Diagnostic>) -> Vec<Source> {
    let entries = node.entries().iter();
    entries
        .filter_map(|entry| source(entry, town, faults))
        .collect()
}

fn source(entry: &Entry, town: &Town, faults: &mut Vec<Diagnostic>) -> Option<Source> {
    let node = &entry.node;
    let known = faults.len();
    format::format_fits(node, faults);
    format::files_fit(node, faults);
    let (format, schema) = format(node, town, faults)?;
    one_of_a_kind(node, &schema, faults);
    let mut found = Vec::new();
    let time = time(node, &schema, &mut found);
    let mut quantities = quantities(node, &schema, town, &mut found);
    if let Format::Mail(_) = &format {
        quantities.extend(mail::delays(&schema));
    }
    let stitch = stitch::read(&entry.key, node, &schema, time, &mut found);
    // A column left out for a fault of its own is not also unknown.
    let columns = node.get("columns").map_or(&[][..], Node::entries);
    found.retain(|fault| {
        let declared = |entry: &Entry| fault.args.contains(&("name", entry.key.as_str().into()));
        fault.code != UNKNOWN_NAME || !columns.iter().any(declared)
    });
    faults.extend(found);
    let layouts = layout::layouts(node, &schema, faults);
    let files = files(node, faults);
    let collected = node.day("collected")?;
    let (proof, plan) = proof(node.get("proof")?, collected, faults)?;
    let dated = node.get("time").is_some();
    let expected_days = expected_days::read(node, &schema, dated, &proof, faults);
    expected_days::lapses(node, faults);
    // A source with a fault is left out, so that rules do not repeat it as faults of their own.
    let sound = faults
        .iter()
        .skip(known)
        .all(|fault| fault.severity != crate::diagnostic::Severity::Error);
    sound.then_some(Source {
        id: entry.key.clone(),
        title: node.string("title")?,
        nature: node.string("nature")?,
        system: node.string("system"),
        files,
        collected,
        valid_days: node.number("valid_days"),
        proof,
        plan,
        time,
        may_be_empty: node.flag("may_be_empty"),
        expected_days,
        format,
        schema,
        layouts,
        every_column: node.flag("every_column"),
        quantities,
        stitch,
        joins: Vec::new(),
        absent: page::absent(node),
        place: entry.place(),
    })
}

/// The format of a source's files and the columns that go with it.
fn format(node: &Node, town: &Town, faults: &mut Vec<Diagnostic>) -> Option<(Format, Schema)> {
    if mail::is_mail(node) {
        let settings = mail::settings(node, town, faults)?;
        let schema = facts::schema(&settings);
        return Some((Format::Mail(Box::new(settings)), schema));
    }
    if let Some(markup) = page::markup(node) {
        let settings = page::settings(node, markup, town, faults);
        return Some((
            Format::Page(Box::new(settings)),
            Schema {
                columns: Vec::new(),
            },
        ));
    }
    let typed = format::workbook(node).is_some();
    let mut schema = column::schema(node.get("columns")?, typed, town, faults);
    let numerals = dialect::numerals(node, faults);
    for column in &mut schema.columns {
        column.numerals = numerals;
    }
    if format::is_lines(node) {
        return Some((Format::Lines, schema));
    }
    if let Some(format) = format::workbook(node) {
        let sheet = node.string("sheet");
        return Some((Format::Workbook { format, sheet }, schema));
    }
    Some((Format::Csv(dialect::read(node)), schema))
}

fn one_of_a_kind(node: &Node, schema: &Schema, faults: &mut Vec<Diagnostic>) {
    let is_service = |kind: &Kind| matches!(kind, Kind::Category(vocabulary) if vocabulary.subject == Subject::Services);
    for (kind, test) in [
        (
            "weight",
            &(|kind: &Kind| *kind == Kind::Weight) as &dyn Fn(&Kind) -> bool,
        ),
        ("service", &is_service),
    ] {
        if let Some(second) = schema
            .columns
            .iter()
            .filter(|column| test(&column.kind))
            .nth(1)
        {
            let columns = node.get("columns").unwrap_or(node);
            let place = columns.place_of_key(&second.name);
            faults.push(Diagnostic::error(ONE_COLUMN).arg("type", kind).at(place));
        }
    }
}

fn files(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut files: Vec<String> = Vec::new();
    for (name, at) in node.strings("files") {
        let leaves = name.starts_with(['/', '\\'])
            || name.contains(':')
            || name.split(['/', '\\']).any(|part| part == "..");
        if leaves {
            faults.push(Diagnostic::error(OUTSIDE_ROOT).at(at.place()));
        } else if name.contains(|letter: char| letter == '\\' || letter.is_control()) {
            // `"evidence\table.csv"` holds a tab.
            faults.push(Diagnostic::error(PATH_CHARACTERS).at(at.place()));
        }
        if files.iter().any(|known| known == name) {
            faults.push(
                Diagnostic::error(DUPLICATE_ID)
                    .arg("id", name)
                    .at(at.place()),
            );
        }
        files.push(name.to_owned());
    }
    files
}

fn proof(
    node: &Node,
    collected: NaiveDate,
    faults: &mut Vec<Diagnostic>,
) -> Option<(Proof, Option<Plan>)> {
    match node.text() {
        Some("census") => return Some((Proof::Census, None)),
        Some("sample") => return Some((Proof::Sample, None)),
        _ => {}
    }
    let plan = node.get("control_plan")?;
    let on = plan.day("on")?;
    if on > collected {
        faults.push(Diagnostic::error(PLAN_AFTER_COLLECTION).at(plan.place_of("on")));
    }
    let size = plan.number("size")?;
    let accept = plan.number("accept").unwrap_or(0);
    if accept >= size {
        faults.push(Diagnostic::error(PLAN_ACCEPTS_ALL).at(plan.place_of("accept")));
    }
    let circumstances = Plan {
        on,
        draw: plan.string("draw")?,
        decision: plan.decision(),
    };
    Some((
        Proof::ControlPlan(ControlPlan { size, accept }),
        Some(circumstances),
    ))
}

fn time(node: &Node, schema: &Schema, faults: &mut Vec<Diagnostic>) -> Option<usize> {
    let at = node.get("time")?;
    position(at, schema, &["date", "datetime"], faults)
}

fn quantities(
    node: &Node,
    schema: &Schema,
    town: &Town,
    faults: &mut Vec<Diagnostic>,
) -> Vec<(String, Quantity)> {
    let mut quantities = Vec::new();
    for entry in node.get("quantities").map_or(&[][..], Node::entries) {
        let given = mail::is_mail(node) && DELAYS.contains(&entry.key.as_str());
        if given || schema.position(&entry.key).is_some() {
            faults.push(
                Diagnostic::error(DUPLICATE_ID)
                    .arg("id", &entry.key)
                    .at(entry.place()),
            );
        }
        match entry.node.entries() {
            [kind] => {
                if let Some(quantity) = quantity(&kind.key, &kind.node, schema, town, faults) {
                    let quantity = if kind.node.flag("upper_bound") {
                        Quantity::UpperBound(Box::new(quantity))
                    } else {
                        quantity
                    };
                    quantities.push((entry.key.clone(), quantity));
                }
            }
            _ => faults.push(Diagnostic::error(ONE_QUANTITY).at(entry.place())),
        }
    }
    quantities
}

fn quantity(
    kind: &str,
    node: &Node,
    schema: &Schema,
    town: &Town,
    faults: &mut Vec<Diagnostic>,
) -> Option<Quantity> {
    const DAYS: &[&str] = &["date", "datetime"];
    const INSTANTS: &[&str] = &["datetime"];
    let mut column = |key: &str, types: &[&str]| position(node.get(key)?, schema, types, faults);
    match kind {
        "working_days" | "calendar_days" => {
            let (from, to) = (column("from", DAYS), column("to", DAYS));
            let (from, to) = (from?, to?);
            Some(match kind {
                "working_days" => Quantity::WorkingDays { from, to },
                _ => Quantity::CalendarDays { from, to },
            })
        }
        "minutes" => {
            let (from, to) = (column("from", INSTANTS), column("to", INSTANTS));
            Some(Quantity::Elapsed {
                from: from?,
                to: to?,
            })
        }
        "lateness" => {
            let (due, start) = (column("due", INSTANTS), column("start", INSTANTS));
            let arrival = column("arrival", INSTANTS);
            if node.get("arrival").is_some() && arrival.is_none() {
                return None;
            }
            Some(Quantity::Lateness {
                due: due?,
                arrival,
                start: start?,
            })
        }
        "announced_delay" => {
            let (service, on) = (column("service", &["service"]), column("on", DAYS));
            Some(Quantity::AnnouncedDelay {
                service: service?,
                on: on?,
            })
        }
        "exceptional_period" => {
            let (service, on) = (column("service", &["service"]), column("on", DAYS));
            Some(Quantity::ExceptionalPeriod { service, on: on? })
        }
        "open" | "until_closing" => {
            let at = column("at", INSTANTS);
            let place = place::of_row(node, schema, town, faults);
            let (place, at) = (place?, at?);
            Some(match kind {
                "open" => Quantity::Open { place, at },
                _ => Quantity::UntilClosing { place, at },
            })
        }
        _ => None,
    }
}
