//! Files that someone made to break a reader, or that are not what they are said to be: each is refused by name, by the
//! reader in its own process under its own limits.

use super::build::{TYPES, archive, ods, ods_parts, parts, relations, said, xlsx, xlsx_with};
use super::compound::{begin, cell, container, record, stream, xls};
use charte::evidence::raw::Row;
use charte::evidence::wire::{Frames, Said};
use charte::evidence::workbook::WorkbookFormat;
use charte::evidence::workbook::fault::{Found, WorkbookFault};
use std::io::{Cursor, Seek, Write};
use std::process::{Command, Stdio};
use std::time::Instant;
use zip::unstable::write::FileOptionsExt as _;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const XLSX: WorkbookFormat = WorkbookFormat::Xlsx;
const XLS: WorkbookFormat = WorkbookFormat::Xls;
const ODS: WorkbookFormat = WorkbookFormat::Ods;

/// What the reader says of a file: how many rows, or why none.
fn said_of(name: &str, bytes: &[u8], format: WorkbookFormat) -> Result<u64, Option<WorkbookFault>> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.rewind().unwrap();
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_charte"))
        .args(["read-workbook", format.id()])
        .env_clear()
        .stdin(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut frames = Frames::new(std::io::BufReader::new(child.stdout.take().unwrap()));
    let (mut row, mut rows) = (Row::default(), 0);
    let outcome = loop {
        match frames.next(&mut row) {
            Ok(Said::Row) => rows += 1,
            Ok(Said::Sheet(_)) => {}
            Ok(Said::End) => break Ok(rows),
            Ok(Said::Fault(fault)) => break Err(Some(fault)),
            Err(_) => break Err(None),
        }
    };
    drop(frames);
    let status = child.wait().unwrap();
    let spent = start.elapsed().as_millis();
    println!(
        "{name}: {spent} ms, {} bytes, {outcome:?}, {status}",
        bytes.len()
    );
    outcome
}

/// A part that is stored as it is.
fn stored(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Changes every stretch of bytes for another of the same length.
fn changed(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let places: Vec<usize> = (0..=bytes.len() - from.len())
        .filter(|place| bytes[*place..].starts_with(from))
        .collect();
    assert!(!places.is_empty(), "nothing to change");
    for place in places {
        bytes[place..place + to.len()].copy_from_slice(to);
    }
    bytes
}

fn shared(texts: &str) -> Vec<u8> {
    format!("<sst>{texts}</sst>").into_bytes()
}

const ONE: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;

/// What unpacks, is repeated, or is nested beyond measure.
fn bombs() -> Vec<(&'static str, Vec<u8>, WorkbookFormat, WorkbookFault)> {
    let rows = format!("<row></row>{}", " ".repeat(60_000)).repeat(1_000);
    let bomb = xlsx(&rows);
    let size = u32::try_from(rows.len() + "<worksheet><sheetData></sheetData></worksheet>".len());
    let lying = changed(
        bomb.clone(),
        &size.unwrap().to_le_bytes(),
        &64_u32.to_le_bytes(),
    );
    let many = (0..200).map(|_| format!("<si><t>{}</t></si>", "a".repeat(100_000)));
    let many = shared(&many.collect::<String>().repeat(7));
    let mut strings = parts(&[("F", ONE)]);
    strings.push(("xl/sharedStrings.xml", many));
    let long = shared(&format!("<si><t>{}</t></si>", "a".repeat(64 << 20)));
    let laughs = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>"#;
    let deep = "<a>".repeat(100_000);
    let filled = |times: u32| {
        said("x").replacen(
            "cell",
            &format!("cell table:number-columns-repeated=\"{times}\""),
            1,
        )
    };
    let row = |times: u32, cells: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>")
    };
    let attributes = format!("<row r=\"1\" {}></row>", "a='' ".repeat(300_000));
    let names: Vec<String> = (0..5_000).map(|number| format!("part{number}")).collect();
    let entries: Vec<(&str, Vec<u8>)> = names
        .iter()
        .map(|name| (name.as_str(), Vec::new()))
        .collect();
    let small = xlsx(ONE);
    let count = u16::try_from(parts(&[("F", ONE)]).len())
        .unwrap()
        .to_le_bytes();
    let claimed = [&b"PK\x05\x06\0\0\0\0"[..], &count, &count].concat();
    let claim = changed(small, &claimed, b"PK\x05\x06\0\0\0\0\xff\xff\xff\xff");
    vec![
        (
            "a sheet that unpacks a thousand times",
            bomb,
            XLSX,
            WorkbookFault::Inflated,
        ),
        (
            "the same, said to be 64 bytes",
            lying,
            XLSX,
            WorkbookFault::Damaged,
        ),
        (
            "140 MB of shared texts",
            stored(&strings),
            XLSX,
            WorkbookFault::Strings,
        ),
        (
            "one endless shared text",
            xlsx_with(ONE, &[("xl/sharedStrings.xml", long)]),
            XLSX,
            WorkbookFault::Text,
        ),
        (
            "entities within entities",
            xlsx_with(ONE, &[("xl/sharedStrings.xml", laughs.into())]),
            XLSX,
            WorkbookFault::Entities,
        ),
        (
            "an entity of nobody",
            xlsx_with(
                ONE,
                &[("xl/sharedStrings.xml", shared("<si><t>&x;</t></si>"))],
            ),
            XLSX,
            WorkbookFault::Entities,
        ),
        (
            "elements a hundred thousand deep",
            xlsx(&deep),
            XLSX,
            WorkbookFault::Deep,
        ),
        (
            "a document a hundred thousand deep",
            ods(&[("F", &deep)]),
            ODS,
            WorkbookFault::Deep,
        ),
        (
            "a cell repeated a billion times",
            ods(&[("F", &row(1, &filled(1_000_000_000)))]),
            ODS,
            WorkbookFault::Repeated,
        ),
        (
            "a row repeated a million times",
            ods(&[("F", &row(1_000_000, &filled(2)))]),
            ODS,
            WorkbookFault::Repeated,
        ),
        (
            "a cell repeated minus once",
            ods(&[("F", &row(1, &filled(7).replace("\"7\"", "\"-1\"")))]),
            ODS,
            WorkbookFault::Repeated,
        ),
        (
            "an element of three hundred thousand attributes",
            xlsx(&attributes),
            XLSX,
            WorkbookFault::Text,
        ),
        (
            "a cell of a megabyte",
            xlsx(&ONE.replace("<v>1", &format!("<v>{}", "1".repeat(400_000)))),
            XLSX,
            WorkbookFault::Text,
        ),
        (
            "five thousand parts",
            archive(&entries),
            XLSX,
            WorkbookFault::Entries,
        ),
        (
            "parts said to be 65,535",
            claim,
            XLSX,
            WorkbookFault::Entries,
        ),
    ]
}

/// What is broken, or lies elsewhere than it may.
fn broken() -> Vec<(&'static str, Vec<u8>, WorkbookFormat, WorkbookFault)> {
    let at = |reference: &str| xlsx(&ONE.replace("A1", reference));
    let small = xlsx(ONE);
    let half = small[..small.len() / 2].to_vec();
    let inner = xlsx_with(ONE, &[("xl/worksheets/sheet1.xml", small.clone())]);
    let outside = relations(&[("m", "officeDocument", "../../etc/passwd")]);
    let twice = changed(
        xlsx_with(
            ONE,
            &[("xl/worksheets/sheet2.xml", b"<worksheet/>".to_vec())],
        ),
        b"xl/worksheets/sheet2.xml",
        b"xl/worksheets/sheet1.xml",
    );
    let number = |row: u16, column: u16| cell(0x0203, row, column, 0, &1_f64.to_le_bytes());
    let circle = container("Workbook", &stream(&[], &[]), |next| next[5] = 2);
    let away = container("Workbook", &stream(&[], &[]), |next| next[5] = 0x00ff_ffff);
    let turning = container("Workbook", &stream(&[], &[]), |next| next[1] = 1);
    let texts = record(0x00fc, &[1, 0, 0, 0, 1, 0, 0, 0, 255, 255, 0, b'a']);
    let shared = cell(0x00fd, 0, 0, 0, &9_u32.to_le_bytes());
    let mut cut = stream(&[], &[]);
    let length = cut.len();
    cut[length - 2] = 0xff;
    vec![
        (
            "a column behind the last",
            at("XFE1"),
            XLSX,
            WorkbookFault::Grid,
        ),
        (
            "a row behind the last",
            xlsx(
                &ONE.replace("\"1\"", "\"1048577\"")
                    .replace("A1", "A1048577"),
            ),
            XLSX,
            WorkbookFault::Grid,
        ),
        (
            "a column of ten letters",
            at("AAAAAAAAAA1"),
            XLSX,
            WorkbookFault::Grid,
        ),
        (
            "a row before the first",
            at("A0"),
            XLSX,
            WorkbookFault::Grid,
        ),
        (
            "a row that comes twice",
            xlsx(&ONE.repeat(2)),
            XLSX,
            WorkbookFault::Grid,
        ),
        (
            "cells that run backwards",
            xlsx(r#"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#),
            XLSX,
            WorkbookFault::Grid,
        ),
        (
            "a document behind the last column",
            ods(&[(
                "F",
                &format!(
                    "<table:table-row><table:table-cell table:number-columns-repeated=\"16384\"/>{}</table:table-row>",
                    said("x")
                ),
            )]),
            ODS,
            WorkbookFault::Grid,
        ),
        ("half an archive", half, XLSX, WorkbookFault::Damaged),
        (
            "an archive for a sheet",
            inner,
            XLSX,
            WorkbookFault::Damaged,
        ),
        (
            "a text that is not in the table",
            xlsx(&ONE.replace("<c r=\"A1\"", "<c r=\"A1\" t=\"s\"")),
            XLSX,
            WorkbookFault::Damaged,
        ),
        (
            "a part outside the archive",
            xlsx_with(ONE, &[("_rels/.rels", outside)]),
            XLSX,
            WorkbookFault::Damaged,
        ),
        ("two parts of one name", twice, XLSX, WorkbookFault::Damaged),
        (
            "tags that do not close",
            xlsx("<row>"),
            XLSX,
            WorkbookFault::Damaged,
        ),
        (
            "two sheets of one name",
            archive(&parts(&[("F", ONE), ("F", ONE)])),
            XLSX,
            WorkbookFault::SheetNeeded(2),
        ),
        ("sectors in a circle", circle, XLS, WorkbookFault::Damaged),
        (
            "a sector outside the file",
            away,
            XLS,
            WorkbookFault::Damaged,
        ),
        (
            "a directory in a circle",
            turning,
            XLS,
            WorkbookFault::Damaged,
        ),
        (
            "an old workbook's column behind the last",
            xls(&[], &[number(0, 256)]),
            XLS,
            WorkbookFault::Grid,
        ),
        (
            "an old workbook's cell that comes twice",
            xls(&[], &[number(3, 3), number(3, 3)]),
            XLS,
            WorkbookFault::Grid,
        ),
        (
            "a text that goes on nowhere",
            xls(&[texts], &[]),
            XLS,
            WorkbookFault::Damaged,
        ),
        (
            "an old workbook's text that is not there",
            xls(&[], &[shared]),
            XLS,
            WorkbookFault::Damaged,
        ),
        ("a record behind the end", cut, XLS, WorkbookFault::Damaged),
    ]
}

/// What is locked, or of another format than the declared one.
fn others() -> Vec<(&'static str, Vec<u8>, WorkbookFormat, WorkbookFault)> {
    let locked = |name: &str| container(name, &[0; 100], |_| {});
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let mut document = ods_parts(&[("F", "")]);
    document.push(("META-INF/manifest.xml", manifest.to_vec()));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .with_deprecated_encryption(b"secret")
        .unwrap();
    for (name, bytes) in parts(&[("F", ONE)]) {
        zip.start_file(name, options).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let zip = zip.finish().unwrap().into_inner();
    let binary = [
        (TYPES, Vec::new()),
        (
            "_rels/.rels",
            relations(&[("m", "officeDocument", "xl/workbook.bin")]),
        ),
    ];
    let old = [begin(0x0500, 5), record(0x000a, &[])].concat();
    let other = |found| WorkbookFault::Other(found);
    vec![
        (
            "a workbook under a password",
            locked("EncryptedPackage"),
            XLSX,
            WorkbookFault::Encrypted,
        ),
        (
            "a document under a password",
            archive(&document),
            ODS,
            WorkbookFault::Encrypted,
        ),
        (
            "an archive under a password",
            zip,
            XLSX,
            WorkbookFault::Encrypted,
        ),
        (
            "an old workbook under a password",
            xls(&[record(0x002f, &[0; 6])], &[]),
            XLS,
            WorkbookFault::Encrypted,
        ),
        (
            "a page for a workbook",
            b"\xef\xbb\xbf <html><body><table>".to_vec(),
            XLS,
            other(Found::Html),
        ),
        (
            "Excel 2003's XML for a workbook",
            b"<?xml version=\"1.0\"?><Workbook>".to_vec(),
            XLS,
            other(Found::Xml),
        ),
        (
            "lines for a workbook",
            b"date;heure\r\n".to_vec(),
            XLS,
            other(Found::Text),
        ),
        ("nothing at all", Vec::new(), XLSX, other(Found::Unknown)),
        (
            "a new workbook for an old one",
            xlsx(ONE),
            XLS,
            other(Found::Xlsx),
        ),
        (
            "an old workbook for a new one",
            xls(&[], &[]),
            XLSX,
            other(Found::Xls),
        ),
        (
            "a document for a workbook",
            ods(&[("F", "")]),
            XLSX,
            other(Found::Ods),
        ),
        (
            "a workbook for a document",
            xlsx(ONE),
            ODS,
            other(Found::Xlsx),
        ),
        (
            "a binary workbook",
            archive(&binary),
            XLSX,
            other(Found::Xlsb),
        ),
        (
            "an archive of something else",
            archive(&[("lisez-moi.txt", Vec::new())]),
            XLSX,
            other(Found::Unknown),
        ),
        (
            "a workbook from before Excel 97",
            old,
            XLS,
            other(Found::OldExcel),
        ),
        (
            "its stream in a container",
            locked("Book"),
            XLS,
            other(Found::OldExcel),
        ),
        (
            "a container of something else",
            locked("WordDocument"),
            XLS,
            other(Found::Unknown),
        ),
    ]
}

#[test]
fn hostile_files_are_refused_by_name() {
    let all = [bombs(), broken(), others()].concat();
    assert!(all.len() > 50);
    let mut wrong = Vec::new();
    for (name, bytes, format, fault) in all {
        let found = said_of(name, &bytes, format);
        if found != Err(Some(fault)) {
            wrong.push((name, found, fault));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_only_looks_hostile_is_read() {
    let dimension = "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>";
    let sheet = format!("{dimension}{ONE}</sheetData></worksheet>");
    let large = xlsx_with(ONE, &[("xl/worksheets/sheet1.xml", sheet.into_bytes())]);
    let path = xlsx_with(ONE, &[("../../../../charte-escaped", b"x".to_vec())]);
    let spread = xls(
        &[],
        &[
            record(0x0200, &[0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0]),
            cell(0x0203, 65_535, 255, 0, &1_f64.to_le_bytes()),
            cell(0x0203, 0, 0, 0, &1_f64.to_le_bytes()),
        ],
    );
    for (name, bytes, format, rows) in [
        ("a sheet said to fill the grid", large, XLSX, 1),
        ("a part named by a path", path, XLSX, 1),
        ("two cells at the ends of the grid", spread, XLS, 2),
    ] {
        assert_eq!(said_of(name, &bytes, format), Ok(rows), "{name}");
    }
    assert!(!std::path::Path::new("/charte-escaped").exists());
}
