//! Records against a naive reader over the whole text, and against the csv crate.

use super::{LONGEST, Record, Records};
use crate::evidence::ledger::Rejection;
use crate::evidence::schema::{Dialect, Encoding};
use proptest::prelude::*;
use std::io::{BufReader, Read};

const DIALECT: Dialect = Dialect {
    delimiter: b';',
    quote: b'"',
    encoding: Encoding::Utf8,
};

type Row = (u64, Vec<Vec<u8>>, Option<Rejection>);

/// Reads with a buffer of so many bytes.
fn ours(input: &[u8], buffer: usize) -> Vec<Row> {
    let mut records = Records::new(BufReader::with_capacity(buffer, input), DIALECT);
    let mut record = Record::default();
    let mut rows = Vec::new();
    while records.next(&mut record).unwrap() {
        rows.push((
            record.line,
            record.fields().map(<[u8]>::to_vec).collect(),
            record.fault,
        ));
    }
    rows
}

/// The same grammar, by recursion-free descent over a whole text: first cut off a field, then look at what follows it.
fn naive(input: &[u8]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = 0;
    let peek = |at: usize| input.get(at).copied();
    while at < input.len() {
        if matches!(peek(at), Some(b'\r' | b'\n')) {
            at += 1;
            continue;
        }
        let before = String::from_utf8_lossy(&input[..at])
            .replace("\r\n", "\n")
            .replace('\r', "\n");
        let (mut fields, mut fault) = (Vec::new(), None);
        loop {
            let mut field = Vec::new();
            if peek(at) == Some(b'"') {
                at += 1;
                loop {
                    match (peek(at), peek(at + 1)) {
                        (None, _) => {
                            fault = Some(Rejection::UnclosedQuote);
                            break;
                        }
                        (Some(b'"'), Some(b'"')) => {
                            field.push(b'"');
                            at += 2;
                        }
                        (Some(b'"'), _) => {
                            at += 1;
                            break;
                        }
                        (Some(byte), _) => {
                            field.push(byte);
                            at += 1;
                        }
                    }
                }
                if !matches!(peek(at), None | Some(b';' | b'\r' | b'\n')) {
                    fault = fault.or(Some(Rejection::StrayQuote));
                    // The byte behind the quote is dropped with the row; what follows is read as unquoted.
                    at += 1;
                }
            }
            while let Some(byte) = peek(at).filter(|byte| !b";\r\n".contains(byte)) {
                field.push(byte);
                at += 1;
            }
            fields.push(field);
            if peek(at) != Some(b';') {
                break;
            }
            at += 1;
        }
        rows.push((before.matches('\n').count() as u64 + 1, fields, fault));
    }
    rows
}

fn by_the_csv_crate(input: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .has_headers(false)
        .from_reader(input);
    reader
        .byte_records()
        .map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect())
        .collect()
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// Tables of cells, and the file that holds them, quoted where needed or where chance says.
fn tables() -> impl Strategy<Value = (Vec<Vec<String>>, String)> {
    let cell = ("[ab;\"\r\né ]{0,5}", any::<bool>());
    let row = prop::collection::vec(cell, 2..5);
    (
        prop::collection::vec(row, 0..12),
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        any::<bool>(),
    )
        .prop_map(|(rows, end, last)| {
            let mut file = String::new();
            for row in &rows {
                let cells = row.iter().map(|(cell, always)| {
                    let needs = cell.contains([';', '"', '\r', '\n']);
                    if *always || needs {
                        quoted(cell)
                    } else {
                        cell.clone()
                    }
                });
                file.push_str(&cells.collect::<Vec<_>>().join(";"));
                file.push_str(end);
            }
            if last {
                file.truncate(
                    file.trim_end_matches(end)
                        .len()
                        .max(file.len().saturating_sub(end.len())),
                );
            }
            (
                rows.into_iter()
                    .map(|row| row.into_iter().map(|(cell, _)| cell).collect())
                    .collect(),
                file,
            )
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn sound_files_give_their_tables_back((table, file) in tables(), buffer in 1_usize..40) {
        let rows = ours(file.as_bytes(), buffer);
        let cells: Vec<Vec<Vec<u8>>> = rows.iter().map(|row| row.1.clone()).collect();
        let expected: Vec<Vec<Vec<u8>>> =
            table.iter().map(|row| row.iter().map(|cell| cell.clone().into_bytes()).collect()).collect();
        prop_assert_eq!(&cells, &expected);
        prop_assert_eq!(cells, by_the_csv_crate(file.as_bytes()));
        prop_assert!(rows.iter().all(|row| row.2.is_none()));
    }

    #[test]
    fn any_bytes_are_cut_as_the_naive_reader_cuts_them(input in "[a;\"\r\n ]{0,40}", buffer in 1_usize..9) {
        prop_assert_eq!(ours(input.as_bytes(), buffer), naive(input.as_bytes()));
    }

    #[test]
    fn the_csv_crate_finds_as_many_records_in_any_bytes(input in "[a;\"\r\n ]{0,40}") {
        let theirs = by_the_csv_crate(input.as_bytes());
        let ours = ours(input.as_bytes(), 7);
        prop_assert_eq!(ours.len(), theirs.len());
        for (row, record) in ours.iter().zip(&theirs) {
            if row.2.is_none() {
                prop_assert_eq!(&row.1, record);
            }
        }
    }
}

#[test]
fn text_behind_a_closing_quote_is_a_fault_where_the_csv_crate_melts_two_rows_into_one() {
    let file = b"a;\"b;c\nx;\"y\";z\n";
    assert_eq!(by_the_csv_crate(file).len(), 1);
    assert_eq!(by_the_csv_crate(file)[0].len(), 3);
    assert_eq!(ours(file, 64)[0].2, Some(Rejection::StrayQuote));
}

#[test]
fn lines_are_those_of_an_editor() {
    for end in ["\n", "\r\n", "\r"] {
        let file = format!("{end}h;i{end}{end}\"a{end}b\";c{end}d;e{end}{end}{end}f;g");
        let lines: Vec<u64> = ours(file.as_bytes(), 3).iter().map(|row| row.0).collect();
        assert_eq!(lines, [2, 4, 6, 9], "{end:?}");
    }
}

#[test]
fn a_long_record_is_rejected_and_the_next_one_is_read() {
    let fits = "x".repeat(LONGEST - 2);
    let rows = ours(format!("a;{fits}\nb;c\n").as_bytes(), 1 << 16);
    assert!(rows.iter().all(|row| row.2.is_none()));
    let rows = ours(format!("a;{fits}x\nb;c\n").as_bytes(), 1 << 16);
    assert_eq!(rows[0].2, Some(Rejection::TooLong));
    assert_eq!((rows[1].0, rows[1].2), (2, None));
    let rows = ours(
        format!("{}\nb;c\n", ";".repeat(LONGEST + 1)).as_bytes(),
        1 << 16,
    );
    assert_eq!(rows[0].2, Some(Rejection::TooLong));
    assert_eq!(rows.len(), 2);
}

#[test]
fn a_quote_open_for_a_long_file_takes_bounded_memory() {
    let file = std::io::repeat(b'a').take(40 << 20);
    let input = BufReader::new(b"h;i\na;\"".chain(file));
    let mut records = Records::new(input, DIALECT);
    let mut record = Record::default();
    assert!(records.next(&mut record).unwrap());
    assert!(records.next(&mut record).unwrap());
    assert_eq!(record.fault, Some(Rejection::UnclosedQuote));
    assert!(record.bytes.capacity() <= 4 * LONGEST);
    assert!(!records.next(&mut record).unwrap());
}

#[test]
fn fields_that_are_not_kept_are_empty() {
    let mut records = Records::new(&b"a;\"b\"\"c\";d\n"[..], DIALECT);
    records.keep(vec![true, false, true]);
    let mut record = Record::default();
    assert!(records.next(&mut record).unwrap());
    assert_eq!(record.fields().collect::<Vec<_>>(), [&b"a"[..], b"", b"d"]);
}
