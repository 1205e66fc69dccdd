//! What is said of files: in both languages, complete, and without a value of the evidence.

use super::{FileLedger, Rejection};
use crate::diagnostic::{Diagnostic, Place, Severity, Value};
use crate::evidence::batch::{Batch, Cells, ColumnData, RowRef};
use crate::evidence::csv::read_csv;
use crate::evidence::days::{Days, days_silent};
use crate::evidence::fault::{
    FileFault, file_missing, file_twice, file_unreadable, layout_outdated, source_empty,
};
use crate::evidence::format::FormatFault;
use crate::evidence::gzip::GzipFault;
use crate::evidence::join::{Join, Roster, Strangers, stranger};
use crate::evidence::key::KeyRing;
use crate::evidence::schema::{Column, Dialect, Encoding, Kind, Numerals, Schema, Vocabulary};
use crate::evidence::stitch::{Stitch, Stitched};
use crate::evidence::table::{Layout, TableRequest, Wanted};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use std::collections::BTreeSet;

const MARKER: &str = "ZQXJ";
const CATALOGUES: [(&str, &str); 2] = [
    ("fr", include_str!("../../messages/fr/evidence.ftl")),
    ("en", include_str!("../../messages/en/evidence.ftl")),
];

fn schema() -> Schema {
    let column = |name: &str, header: &str, kind| Column {
        name: name.to_owned(),
        header: header.to_owned(),
        kind,
        nothing: Vec::new(),
        numerals: Numerals::default(),
    };
    Schema {
        columns: vec![
            column("nombre", "Nombre", Kind::Integer),
            column("objet", "Objet", Kind::Text),
        ],
    }
}

fn read(file: &[u8]) -> Result<FileLedger, FileFault> {
    let (schema, keys) = (schema(), KeyRing::new([0; 32]));
    let layouts = [Layout::plain(&schema)];
    let request = TableRequest {
        wanted: Wanted {
            schema: &schema,
            layouts: &layouts,
            needed: &[true, true],
        },
        every_column: false,
        file: 3,
        keys: &keys,
        every_rejection: false,
    };
    let dialect = Dialect {
        delimiter: b',',
        quote: b'"',
        encoding: Encoding::Utf8,
    };
    read_csv(file, dialect, request, &mut |_| {})
}

/// Message and help of a diagnostic, formatted without fault.
fn words(diagnostic: &Diagnostic, language: &str, catalogue: &str) -> String {
    let resource = FluentResource::try_new(catalogue.to_owned()).expect("a sound catalogue");
    let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).expect("keys that stand once");
    let mut args = FluentArgs::new();
    for (name, value) in &diagnostic.args {
        match value {
            Value::Text(text) => args.set(*name, text.clone()),
            Value::Number(number) => args.set(*name, *number),
        }
    }
    let message = bundle
        .get_message(diagnostic.code.as_str())
        .expect("a text for each code");
    let help = message.get_attribute("help").expect("a help for each code");
    let mut faults = Vec::new();
    let text = bundle
        .format_pattern(message.value().unwrap(), Some(&args), &mut faults)
        .into_owned();
    let help = bundle
        .format_pattern(help.value(), Some(&args), &mut faults)
        .into_owned();
    assert_eq!(faults, [], "{language} {:?}", diagnostic.code);
    format!("{text}\n{help}")
}

/// One diagnostic of every code of this layer.
fn of_every_code() -> Vec<Diagnostic> {
    let schema = schema();
    let mut ledger = FileLedger::new(3);
    for cause in [
        Rejection::FieldCount,
        Rejection::StrayQuote,
        Rejection::TooLong,
        Rejection::UnclosedQuote,
        Rejection::JsonBroken,
    ] {
        ledger.reject(cause, 7, 1);
    }
    ledger.enter_unreadable(0, 9);
    ledger.new_column = Some(4);
    ledger.enter_hidden(11, 2);
    let faults = [
        FileFault::Empty,
        FileFault::MissingColumns(vec!["nombre".into()]),
        FileFault::RepeatedColumns(vec!["objet".into()]),
        FileFault::HeaderEncoding,
        FileFault::OtherEncoding("utf-8"),
        FileFault::OrderUnsaid,
        FileFault::Gzip(GzipFault::Broken),
        FileFault::Gzip(GzipFault::TooLarge),
        FileFault::Gzip(GzipFault::NotCompressed),
        FileFault::Gzip(GzipFault::Unnamed),
        FileFault::HeaderBroken,
        FileFault::HeaderAbsent,
        FileFault::HeaderElsewhere { line: 4 },
        FileFault::Unreadable { line: 5 },
    ];
    let formats = [
        FormatFault::UnknownLetter('d'),
        FormatFault::Repeated,
        FormatFault::Incomplete,
        FormatFault::TimeInDate,
        FormatFault::DateInDuration,
        FormatFault::ClockUnsaid,
        FormatFault::ClockTwice,
    ];
    let mut all = ledger.diagnostics("appels", &schema);
    all.extend(
        faults
            .iter()
            .flat_map(|fault| fault.diagnostics("appels", 3, &schema)),
    );
    all.extend(formats.iter().map(|fault| fault.diagnostic()));
    all.extend([
        file_missing("appels", 3),
        file_twice("appels", 3, 1),
        file_unreadable("appels", 3),
        source_empty("appels"),
        layout_outdated("appels", 3, "2026-05-31"),
    ]);
    all.extend(of_cells());
    all.extend(of_days());
    all.extend(of_events());
    all
}

/// What is said of cells by their type, and of a column that cannot be read to the end.
fn of_cells() -> Vec<Diagnostic> {
    let mut schema = schema();
    schema.columns[1].kind = Kind::Category(Vocabulary::default());
    let mut ledger = FileLedger::new(3);
    ledger.enter_unreadable(0, 9);
    ledger.enter_run(0, 30, 10);
    ledger.enter_unreadable(1, 9);
    ledger.enter_run(1, 19, 10);
    ledger.diagnostics("appels", &schema)
}

/// What is said of the days of a source: three rows of one day, after the collection of the day before.
fn of_days() -> [Diagnostic; 2] {
    let at = |line| RowRef { file: 2, line };
    let mut cells = Cells::default();
    (0..3).for_each(|_| cells.push(739_741));
    let batch = Batch {
        columns: vec![ColumnData::Date(cells)],
        rows: vec![at(9), at(4), at(7)],
        ..Batch::default()
    };
    let mut days = Days::default();
    days.observe(&batch, 0, 739_740);
    let late = days.after_collection("appels", "jour", "2026-05-04");
    let runs = [("2026-05-04".to_owned(), "2026-05-12".to_owned())];
    [
        late.expect("rows after the collection"),
        days_silent("appels", 6, &runs),
    ]
}

/// What is said of rows that were brought together.
fn of_events() -> Vec<Diagnostic> {
    let at = RowRef { file: 2, line: 9 };
    let stitched = Stitched {
        contradictions: [(0, (3, at))].into(),
        unmatched: Some((1, at)),
        ..Stitched::default()
    };
    let stitch = Stitch {
        keys: vec![1],
        segments: None,
    };
    let mut said = stitched.diagnostics("appels", &schema(), &stitch);
    let mut keys = Cells::default();
    keys.push(7);
    let mut batch = Batch {
        columns: vec![ColumnData::Key(keys)],
        rows: vec![at],
        ..Batch::default()
    };
    let join = Join {
        list: 0,
        key: 0,
        list_key: 0,
        columns: Vec::new(),
    };
    let mut strangers = Strangers::default();
    Roster::default().append(&join, &[], &mut batch, &mut strangers);
    said.extend(stranger("appels", "agent", "agents", strangers));
    said
}

#[test]
fn rows_after_the_collection_are_counted_and_placed_at_the_first() {
    let [late, _] = of_days();
    assert!(late.args.contains(&("count", Value::Number(3))));
    let place = Place::Evidence {
        source: "appels".to_owned(),
        file: Some(2),
        line: Some(4),
        column: Some("jour".to_owned()),
    };
    assert_eq!(late.place, Some(place));
}

#[test]
fn every_code_has_its_words_in_both_languages_and_no_key_is_idle() {
    let all = of_every_code();
    for (language, catalogue) in CATALOGUES {
        for diagnostic in &all {
            let words = words(diagnostic, language, catalogue);
            assert!(!words.chars().next().unwrap().is_uppercase(), "{words}");
            assert!(!words.lines().next().unwrap().ends_with('.'), "{words}");
        }
        let is_key = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        let keys: BTreeSet<&str> = catalogue
            .lines()
            .filter(is_key)
            .filter_map(|line| line.split(' ').next())
            .collect();
        let codes: BTreeSet<&str> = all
            .iter()
            .map(|diagnostic| diagnostic.code.as_str())
            .collect();
        assert_eq!(keys, codes, "{language}");
    }
}

#[test]
fn words_count_and_place() {
    let ledger = read(b"Nombre,Objet\n1\n2,x\ny,x\n3\n").unwrap();
    let said = ledger.diagnostics("appels", &schema());
    assert_eq!(said.len(), 2);
    assert!(
        said.iter()
            .all(|diagnostic| diagnostic.severity == Severity::Warning)
    );
    let place = |line, column: Option<&str>| Place::Evidence {
        source: "appels".into(),
        file: Some(3),
        line: Some(line),
        column: column.map(Into::into),
    };
    assert_eq!(said[0].place, Some(place(2, None)));
    assert_eq!(said[1].place, Some(place(4, Some("nombre"))));
    let [(fr, french), (en, english)] = CATALOGUES;
    let text = words(&said[0], fr, french);
    assert!(
        text.contains("2 lignes") && text.contains("ligne 2"),
        "{text}"
    );
    let text = words(&said[1], en, english);
    assert!(
        text.contains("one cell") && text.contains("line 4") && text.contains("nombre"),
        "{text}"
    );
}

#[test]
fn the_first_line_of_a_cause_is_known_beyond_the_lines_kept() {
    let mut ledger = FileLedger::new(1);
    for line in 2..40 {
        ledger.reject(Rejection::FieldCount, line, 0);
    }
    ledger.reject(Rejection::TooLong, 50, 0);
    assert_eq!(ledger.rejected_first.len(), 20);
    assert_eq!(ledger.rejected_at[&Rejection::TooLong], 50);
    assert!(!ledger.open_ended);
}

#[test]
fn no_value_and_no_undeclared_header_is_ever_said() {
    let m = MARKER;
    let files = [
        format!("Nombre,{m},Objet\n{m},{m},{m}\n{m}\n\"{m}\"{m},{m},{m}\n{m},\"{m}\n{m},{m}\n"),
        format!("Nombre,{m}\n{m},{m}\n"),
        format!("Nombre,Objet,Nombre,{m}\n"),
        format!("Nombre,\"{m}\n"),
    ];
    let mut files: Vec<Vec<u8>> = files.into_iter().map(String::into_bytes).collect();
    files.push([m.as_bytes(), b"\xe9,Nombre,Objet\n"].concat());
    files.push([b"Nombre,Objet\n", m.as_bytes(), b"\xe9,x\n"].concat());
    let mut said = Vec::new();
    let mut debug = String::new();
    for file in &files {
        let outcome = read(file);
        debug.push_str(&format!("{outcome:?}"));
        match outcome {
            Ok(ledger) => said.extend(ledger.diagnostics("appels", &schema())),
            Err(fault) => said.extend(fault.diagnostics("appels", 3, &schema())),
        }
    }
    assert!(said.len() >= 9, "{said:?}");
    for diagnostic in &said {
        debug.push_str(&format!("{diagnostic:?}"));
        for (language, catalogue) in CATALOGUES {
            debug.push_str(&words(diagnostic, language, catalogue));
        }
    }
    assert!(!debug.contains("ZQ"), "{debug}");
}
