//! Files with planted faults, whose account is known beforehand.

use super::read_csv;
use crate::evidence::batch::{BATCH_ROWS, Batch, ColumnData, RowRef, State};
use crate::evidence::fault::FileFault;
use crate::evidence::format::DateFormat;
use crate::evidence::key::KeyRing;
use crate::evidence::ledger::{FileLedger, Rejection};
use crate::evidence::normal::Normal;
use crate::evidence::schema::{Column, Dialect, Encoding, Kind, Numerals, Schema};
use crate::evidence::table::{Layout, TableRequest, Wanted};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::{self, Read};

fn dialect(encoding: Encoding) -> Dialect {
    Dialect {
        delimiter: b';',
        quote: b'"',
        encoding,
    }
}

fn column(name: &str, header: &str, kind: Kind) -> Column {
    Column {
        name: name.to_owned(),
        header: header.to_owned(),
        kind,
        nothing: vec!["-".to_owned()],
        numerals: Numerals::default(),
    }
}

fn schema() -> Schema {
    Schema {
        columns: vec![
            column(
                "jour",
                "Jour",
                Kind::Date(DateFormat::parse("dd/mm/yyyy").unwrap()),
            ),
            column("nombre", "N°", Kind::Integer),
            column("cle", "Référence", Kind::Key(Normal::default())),
            column("nom", "Nom", Kind::Personal),
        ],
    }
}

struct Outcome {
    ledger: Result<FileLedger, FileFault>,
    batches: Vec<Batch>,
}

fn read_with(input: impl Read, encoding: Encoding, needed: &[bool]) -> Outcome {
    let (schema, keys) = (schema(), KeyRing::new([3; 32]));
    let layouts = [Layout::plain(&schema)];
    let request = TableRequest {
        wanted: Wanted {
            schema: &schema,
            layouts: &layouts,
            needed,
        },
        every_column: false,
        file: 2,
        keys: &keys,
        every_rejection: false,
    };
    let mut batches = Vec::new();
    let ledger = read_csv(input, dialect(encoding), request, &mut |batch| {
        batches.push(batch.clone());
    });
    Outcome { ledger, batches }
}

fn read(input: &[u8]) -> Outcome {
    read_with(input, Encoding::Utf8, &[true; 4])
}

fn numbers(batch: &Batch) -> Vec<Result<i64, State>> {
    let ColumnData::Integer(cells) = &batch.columns[1] else {
        panic!("integers")
    };
    (0..cells.len()).map(|row| cells.get(row)).collect()
}

#[test]
fn columns_are_found_by_header_whatever_their_order() {
    let file = "\u{feff} N° ;Autre;\"Référence\";Jour\u{a0}\r\n\r\n 1\u{202f}200;x;\"A\"\"1\";07/05/2026\r\n-;y;;08/05/26\r\n";
    let outcome = read(file.as_bytes());
    let ledger = outcome.ledger.unwrap();
    let batch = &outcome.batches[0];
    assert_eq!(numbers(batch), [Ok(1_200), Err(State::Missing)]);
    assert_eq!(
        batch.rows,
        [RowRef { file: 2, line: 3 }, RowRef { file: 2, line: 4 }]
    );
    let ColumnData::Key(cells) = &batch.columns[2] else {
        panic!("keys")
    };
    assert_eq!(cells.get(0), Ok(KeyRing::new([3; 32]).digest("A\"1")));
    assert_eq!(batch.columns[3], ColumnData::Skipped);
    assert_eq!(
        (ledger.rows, ledger.read, ledger.undeclared_columns),
        (2, 2, 1)
    );
    assert_eq!(ledger.missing, BTreeMap::from([(1, 1), (2, 1)]));
    assert_eq!(ledger.unreadable, BTreeMap::from([(0, (1, 4))]));
}

#[test]
fn what_is_not_needed_is_neither_decoded_nor_accounted_for() {
    let file = "Jour;N°;Référence;Nom\nnot a day;\u{1}5;x;y\n";
    let outcome = read_with(file.as_bytes(), Encoding::Utf8, &[false, true]);
    assert_eq!(outcome.batches[0].columns[0], ColumnData::Skipped);
    assert_eq!(outcome.batches[0].columns[2], ColumnData::Skipped);
    assert_eq!(
        outcome.ledger.unwrap().unreadable,
        BTreeMap::from([(1, (1, 2))])
    );
}

#[test]
fn faults_of_a_file() {
    let fault = |file: &[u8]| read(file).ledger.unwrap_err();
    assert_eq!(fault(b""), FileFault::Empty);
    assert_eq!(fault(b"\xef\xbb\xbf\r\n\n"), FileFault::Empty);
    assert_eq!(
        fault("Jour;Nom\n".as_bytes()),
        FileFault::MissingColumns(vec!["nombre".into(), "cle".into()])
    );
    assert_eq!(
        fault("Jour;N°;Référence;N°\n".as_bytes()),
        FileFault::RepeatedColumns(vec!["nombre".into()])
    );
    assert_eq!(
        fault(b"Jour;N\xb0;R\xe9f\xe9rence\n"),
        FileFault::HeaderEncoding
    );
    assert_eq!(
        fault("Jour;\"N°;Référence\n1;2;3\n".as_bytes()),
        FileFault::HeaderBroken
    );
}

#[test]
fn encodings_decode_as_declared() {
    let file = b"Jour;N\xb0;R\xe9f\xe9rence\n07/05/2026;1\xa0200;\xe9t\xe9\x80\n";
    let outcome = read_with(&file[..], Encoding::Windows1252, &[true; 4]);
    assert_eq!(numbers(&outcome.batches[0]), [Ok(1_200)]);
    let ColumnData::Key(cells) = &outcome.batches[0].columns[2] else {
        panic!("keys")
    };
    assert_eq!(cells.get(0), Ok(KeyRing::new([3; 32]).digest("été€")));
    let bad = [
        "Jour;N°;Référence\n07/05/2026;".as_bytes(),
        b"1\xa0200;x\n08/05/2026;2;\xff\n",
    ]
    .concat();
    let ledger = read(&bad).ledger.unwrap();
    assert_eq!(
        ledger.unreadable,
        BTreeMap::from([(1, (1, 2)), (2, (1, 3))])
    );
    assert_eq!((ledger.read, ledger.rows), (2, 2));
}

#[test]
fn batches_are_bounded_and_hold_every_row_once() {
    let mut file = String::from("Jour;N°;Référence\n");
    for number in 0..10_000 {
        file.push_str(&format!("07/05/2026;{number};r{number}\n"));
    }
    let outcome = read(file.as_bytes());
    let sizes: Vec<usize> = outcome.batches.iter().map(Batch::len).collect();
    assert_eq!(sizes, [BATCH_ROWS, BATCH_ROWS, 10_000 - 2 * BATCH_ROWS]);
    let all: Vec<_> = outcome.batches.iter().flat_map(numbers).collect();
    assert_eq!(all, (0..10_000).map(Ok).collect::<Vec<_>>());
    let lines = outcome
        .batches
        .iter()
        .flat_map(|batch| batch.rows.iter().map(|row| row.line));
    assert!(lines.eq(2..10_002));
}

/// Fails once its text is read.
struct Broken<'a>(&'a [u8]);

impl Read for Broken<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer) {
            Ok(0) => Err(io::Error::other("gone")),
            other => other,
        }
    }
}

#[test]
fn an_interrupted_reading_says_its_line() {
    let outcome = read_with(
        Broken("Jour;N°;Référence\n\n07/05/2026;1;x\n07".as_bytes()),
        Encoding::Utf8,
        &[true; 4],
    );
    assert_eq!(
        outcome.ledger.unwrap_err(),
        FileFault::Unreadable { line: 4 }
    );
    assert_eq!(
        read_with(Broken(b""), Encoding::Utf8, &[])
            .ledger
            .unwrap_err(),
        FileFault::Unreadable { line: 1 }
    );
}

#[derive(Debug, Clone, Copy)]
enum Plant {
    Good,
    GoodOverTwoLines,
    BadDay,
    NoNumber,
    Short,
    Long,
    Stray,
    LongOverTwoLines,
}

impl Plant {
    const fn text(self) -> (&'static str, u64) {
        match self {
            Self::Good => ("07/05/2026;12;abc", 1),
            Self::GoodOverTwoLines => ("07/05/2026;12;\"a;\nb\"\"c\"", 2),
            Self::BadDay => ("31/02/2026;12;abc", 1),
            Self::NoNumber => ("07/05/2026; - ;abc", 1),
            Self::Short => ("07/05/2026;12", 1),
            Self::Long => ("07/05/2026;12;abc;", 1),
            Self::Stray => ("07/05/2026;\"12\"3;abc", 1),
            Self::LongOverTwoLines => ("07/05/2026;12;\"a\nb\";c", 2),
        }
    }

    const fn rejection(self) -> Option<Rejection> {
        match self {
            Self::Short | Self::Long | Self::LongOverTwoLines => Some(Rejection::FieldCount),
            Self::Stray => Some(Rejection::StrayQuote),
            Self::Good | Self::GoodOverTwoLines | Self::BadDay | Self::NoNumber => None,
        }
    }
}

fn plants() -> impl Strategy<Value = Vec<Plant>> {
    let plant = prop::sample::select(vec![
        Plant::Good,
        Plant::Good,
        Plant::GoodOverTwoLines,
        Plant::BadDay,
        Plant::NoNumber,
        Plant::Short,
        Plant::Long,
        Plant::Stray,
        Plant::LongOverTwoLines,
    ]);
    prop::collection::vec(plant, 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_ledger_adds_up(plants in plants(), blank in any::<bool>(), crlf in any::<bool>(), unclosed in any::<bool>()) {
        let mut file = String::from("Jour;N°;Référence\n");
        let mut expected = FileLedger::new(2);
        let mut line = 2;
        for plant in &plants {
            let (text, lines) = plant.text();
            file.push_str(text);
            file.push_str(if blank { "\n\n" } else { "\n" });
            expected.rows += 1;
            if let Some(cause) = plant.rejection() {
                *expected.rejected.entry(cause).or_default() += 1;
                expected.rejected_at.entry(cause).or_insert(line);
                expected.rejected_first.push((line, cause));
                expected.open_ended |= lines > 1;
                expected.swallowed_lines += lines - 1;
            } else {
                expected.read += 1;
            }
            match plant {
                Plant::BadDay => {
                    expected.unreadable.entry(0).or_insert((0, line)).0 += 1;
                    expected.unreadable_first.push((line, 0));
                }
                Plant::NoNumber => *expected.missing.entry(1).or_default() += 1,
                _ => {}
            }
            line += lines + u64::from(blank);
        }
        if unclosed {
            file.push_str("07/05/2026;\"12;abc\n07/05/2026;13;abc");
            expected.rows += 1;
            expected.rejected.insert(Rejection::UnclosedQuote, 1);
            expected.rejected_at.insert(Rejection::UnclosedQuote, line);
            expected.rejected_first.push((line, Rejection::UnclosedQuote));
            expected.open_ended = true;
            expected.swallowed_lines += 1;
        }
        expected.rejected_first.truncate(20);
        expected.unreadable_first.truncate(20);
        let file = if crlf { file.replace('\n', "\r\n") } else { file };
        let outcome = read(file.as_bytes());
        let ledger = outcome.ledger.unwrap();
        prop_assert_eq!(&ledger, &expected);
        prop_assert!(ledger.adds_up());
        prop_assert_eq!(outcome.batches.iter().map(|batch| batch.len() as u64).sum::<u64>(), ledger.read);
    }

    #[test]
    fn any_bytes_end_in_an_account(
        bytes in prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(b";\"\r\n1".to_vec())], 0..300),
        with_header in any::<bool>(),
        latin in any::<bool>(),
    ) {
        let (encoding, header) = if latin {
            (Encoding::Windows1252, &b"Jour;N\xb0;R\xe9f\xe9rence\n"[..])
        } else {
            (Encoding::Utf8, "Jour;N°;Référence\n".as_bytes())
        };
        let file = if with_header { [header, &bytes].concat() } else { bytes };
        let outcome = read_with(&file[..], encoding, &[true; 4]);
        if let Ok(ledger) = outcome.ledger {
            prop_assert!(ledger.adds_up());
            for batch in &outcome.batches {
                prop_assert!(batch.columns.iter().filter_map(ColumnData::cell_count).all(|count| count == batch.len()));
            }
        } else {
            prop_assert!(!with_header);
        }
    }
}
