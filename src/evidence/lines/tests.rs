//! Lines of JSON against a second reader, and numbers against arithmetic of their own.

use super::{decimal, read_lines};
use crate::evidence::batch::{Batch, ColumnData, State};
use crate::evidence::fault::FileFault;
use crate::evidence::key::KeyRing;
use crate::evidence::ledger::{FileLedger, Rejection};
use crate::evidence::normal::Normal;
use crate::evidence::schema::{Column, Kind, Numerals, Schema};
use crate::evidence::table::{Layout, TableRequest, Wanted};
use proptest::prelude::*;

fn read(file: &[u8]) -> (Result<FileLedger, FileFault>, Vec<Batch>) {
    let column = |name: &str, kind| Column {
        name: name.to_owned(),
        header: name.to_owned(),
        kind,
        nothing: vec!["-".to_owned()],
        numerals: Numerals::default(),
    };
    let boolean = Kind::Boolean {
        yes: vec!["oui".to_owned()],
        no: vec!["non".to_owned()],
    };
    let schema = Schema {
        columns: vec![
            column("nombre", Kind::Integer),
            column("oui", boolean),
            column("cle", Kind::Key(Normal::default())),
            column("nom", Kind::Personal),
        ],
    };
    let (layouts, keys) = ([Layout::plain(&schema)], KeyRing::new([3; 32]));
    let request = TableRequest {
        wanted: Wanted {
            schema: &schema,
            layouts: &layouts,
            needed: &[true; 4],
        },
        every_column: true,
        file: 1,
        keys: &keys,
        every_rejection: false,
    };
    let mut batches = Vec::new();
    let ledger = read_lines(file, request, &mut |batch| batches.push(batch.clone()));
    (ledger, batches)
}

fn numbers(batches: &[Batch]) -> Vec<Result<i64, State>> {
    let mut numbers = Vec::new();
    for batch in batches {
        let ColumnData::Integer(cells) = &batch.columns[0] else {
            panic!("integers")
        };
        numbers.extend((0..cells.len()).map(|row| cells.get(row)));
    }
    numbers
}

#[test]
fn each_value_is_taken_for_what_it_is() {
    let lines = [
        r#"{"nombre": 12, "oui": true, "cle": "a", "nom": "Untel"}"#,
        r#"{"nombre": "12", "oui": "non", "cle": 123456789012345678901234567890, "autre": {"x": [1]}}"#,
        r#"{"nombre": 1.2e1, "oui": null, "cle": "-"}"#,
        r#"{"nombre": 12.5, "cle": [1]}"#,
        r#"{"nombre": true, "oui": "peut-être", "cle": ""}"#,
    ];
    let (ledger, batches) = read(lines.join("\n").as_bytes());
    let ledger = ledger.unwrap();
    let unreadable = Err(State::Unreadable);
    assert_eq!(
        numbers(&batches),
        [Ok(12), Ok(12), Ok(12), unreadable, unreadable]
    );
    let ColumnData::Boolean(cells) = &batches[0].columns[1] else {
        panic!("yes and no")
    };
    let missing = Err(State::Missing);
    let said: Vec<_> = (0..5).map(|row| cells.get(row)).collect();
    assert_eq!(
        said,
        [
            Ok(true),
            Ok(false),
            missing,
            missing,
            Err(State::Unreadable)
        ]
    );
    let ColumnData::Key(cells) = &batches[0].columns[2] else {
        panic!("keys")
    };
    let digest = |text| Ok(KeyRing::new([3; 32]).digest(text));
    assert_eq!(cells.get(0), digest("a"));
    assert_eq!(cells.get(1), digest("123456789012345678901234567890"));
    assert_eq!(batches[0].columns[3], ColumnData::Skipped);
    assert_eq!((ledger.undeclared_columns, ledger.new_column), (1, Some(4)));
}

#[test]
fn what_is_no_whole_object_is_rejected_and_a_key_without_row_is_missing() {
    let long = format!("{{\"nombre\": 1, \"nom\": \"{}\"}}", "x".repeat(1 << 20));
    let head = "\u{feff}{\"nombre\": 1, \"oui\": true, \"cle\": 1}";
    let deep = "[".repeat(100_000);
    let lines = [
        head,
        "",
        "[1]",
        "{\"nombre\": 1",
        "{\"nombre\": 1, \"nombre\": 2}",
        &long,
        "x",
        &deep,
    ];
    let (ledger, batches) = read(lines.join("\r\n").as_bytes());
    let ledger = ledger.unwrap();
    assert_eq!(numbers(&batches), [Ok(1)]);
    assert_eq!((ledger.rows, ledger.read), (7, 1));
    assert!(ledger.adds_up());
    assert_eq!(ledger.rejected[&Rejection::JsonBroken], 5);
    assert_eq!(ledger.rejected_at[&Rejection::TooLong], 6);
    let (fault, _) = read(b"{\"nombre\": 1, \"cle\": \"x\", \"Oui\": true}\n");
    assert_eq!(
        fault.unwrap_err(),
        FileFault::MissingColumns(vec!["oui".into()])
    );
    let (empty, _) = read(b"\n");
    assert_eq!(empty.unwrap().rows, 0);
}

#[test]
fn numbers_by_hand() {
    for (text, expected) in [
        ("0", Some("0")),
        ("-0", Some("0")),
        ("-0.50", Some("-0.5")),
        ("12.0", Some("12")),
        ("1584950400.123", Some("1584950400.123")),
        ("1.5e3", Some("1500")),
        ("-25E-1", Some("-2.5")),
        ("1e-3", Some("0.001")),
        ("1e+2", Some("100")),
        ("1e41", None),
    ] {
        assert_eq!(decimal(text).as_deref(), expected, "{text}");
    }
}

const LINE: &str =
    "[{}\\[\\]\":,a0-9]{0,12}|\\{\"nombre\": [0-9]{1,3}, \"oui\": true, \"cle\": 1\\}";

proptest! {
    #[test]
    fn an_exponent_moves_the_point(whole: u32, places in 0_usize..8, negative: bool) {
        let digits = format!("{whole:0>10}");
        let (head, tail) = digits.split_at(digits.len() - places);
        let head: u64 = head.parse().unwrap();
        let sign = if negative { "-" } else { "" };
        let pointed = format!("{sign}{head}.{tail}0");
        prop_assert_eq!(decimal(&format!("{sign}{whole}e-{places}")), decimal(&pointed));
    }

    #[test]
    fn any_lines_add_up(lines in prop::collection::vec(LINE, 0..30)) {
        let (ledger, batches) = read(lines.join("\n").as_bytes());
        if let Ok(ledger) = ledger {
            prop_assert!(ledger.adds_up());
            let is_object = |line: &&String| {
                matches!(serde_json::from_str(line), Ok(serde_json::Value::Object(_)))
            };
            prop_assert_eq!(lines.iter().filter(is_object).count(), numbers(&batches).len());
        }
    }
}
