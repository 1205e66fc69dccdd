//! Workbooks made part by part, and what a reader says of them.

use charte::evidence::raw::{Raw, Row};
use charte::evidence::wire::{Frames, Said};
use charte::evidence::workbook::fault::WorkbookFault;
use charte::evidence::workbook::{WorkbookFormat, write_rows};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The rows of a sheet: their numbers and what their cells show.
pub(super) type Table = Vec<(u64, Vec<String>)>;

/// The rows that the reader gives.
pub(super) fn rows(
    bytes: &[u8],
    format: WorkbookFormat,
    sheet: Option<&str>,
) -> Result<Table, WorkbookFault> {
    let mut stream = Vec::new();
    write_rows(Cursor::new(bytes), format, sheet, &mut stream)?;
    let mut frames = Frames::new(stream.as_slice());
    let (mut row, mut table) = (Row::default(), Vec::new());
    while let Ok(said) = frames.next(&mut row) {
        if said == Said::Row {
            let cells = (0..row.len()).map(|cell| shown(row.get(cell)));
            table.push((row.line, cells.collect()));
        }
    }
    Ok(table)
}

/// A cell as text.
pub(super) fn shown(raw: Raw<'_>) -> String {
    match raw {
        Raw::Empty => String::new(),
        Raw::Text(text) => format!("'{text}'"),
        Raw::Number(text) => text.to_owned(),
        Raw::Instant(seconds) => {
            let instant = chrono::DateTime::from_timestamp(seconds, 0).unwrap();
            instant.format("%Y-%m-%dT%H:%M:%S").to_string()
        }
        Raw::Span(seconds) => format!("{seconds} s"),
        Raw::Boolean(value) => value.to_string(),
        Raw::Error | Raw::Undecodable => "#".to_owned(),
    }
}

/// An archive of parts.
pub(super) fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(super) const TYPES: &str = "[Content_Types].xml";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The relations of a part: ids, kinds and targets.
pub(super) fn relations(all: &[(&str, &str, &str)]) -> Vec<u8> {
    let all = all.iter().map(|(id, kind, target)| {
        format!(r#"<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
    });
    format!("<Relationships>{}</Relationships>", all.collect::<String>()).into_bytes()
}

/// The parts of an XLSX workbook of some sheets, each a name and the inside of its data.
pub(super) fn parts(sheets: &[(&str, &str)]) -> Vec<(&'static str, Vec<u8>)> {
    const SHEETS: [&str; 3] = [
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml",
    ];
    let names = sheets.iter().zip(1..).map(|((name, _), number)| {
        format!(r#"<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>"#)
    });
    let book = format!(
        "<workbook><sheets>{}</sheets></workbook>",
        names.collect::<String>()
    );
    let targets = [
        "worksheets/sheet1.xml",
        "worksheets/sheet2.xml",
        "worksheets/sheet3.xml",
    ];
    let mut all = vec![
        ("r1", "worksheet", targets[0]),
        ("r2", "worksheet", targets[1]),
        ("r3", "worksheet", targets[2]),
    ];
    all.truncate(sheets.len());
    all.push(("t", "sharedStrings", "sharedStrings.xml"));
    all.push(("s", "styles", "styles.xml"));
    let mut parts = vec![
        (TYPES, b"<Types/>".to_vec()),
        (
            "_rels/.rels",
            relations(&[("m", "officeDocument", "xl/workbook.xml")]),
        ),
        ("xl/workbook.xml", book.into_bytes()),
        ("xl/_rels/workbook.xml.rels", relations(&all)),
    ];
    for ((_, data), part) in sheets.iter().zip(SHEETS) {
        let sheet = format!("<worksheet><sheetData>{data}</sheetData></worksheet>");
        parts.push((part, sheet.into_bytes()));
    }
    parts
}

/// An XLSX workbook of one sheet.
pub(super) fn xlsx(data: &str) -> Vec<u8> {
    archive(&parts(&[("Feuille 1", data)]))
}

/// An XLSX workbook of one sheet and some parts more.
pub(super) fn xlsx_with(data: &str, more: &[(&'static str, Vec<u8>)]) -> Vec<u8> {
    let mut parts = parts(&[("Feuille 1", data)]);
    for (name, bytes) in more {
        parts.retain(|(known, _)| known != name);
        parts.push((name, bytes.clone()));
    }
    archive(&parts)
}

/// An ODS document of some sheets, each a name and its rows.
pub(super) fn ods(sheets: &[(&str, &str)]) -> Vec<u8> {
    archive(&ods_parts(sheets))
}

pub(super) fn ods_parts(sheets: &[(&str, &str)]) -> Vec<(&'static str, Vec<u8>)> {
    let tables = sheets
        .iter()
        .map(|(name, rows)| format!(r#"<table:table table:name="{name}">{rows}</table:table>"#));
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>",
        tables.collect::<String>()
    );
    vec![
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet".to_vec(),
        ),
        ("content.xml", content.into_bytes()),
    ]
}

/// A cell of text of an ODS document.
pub(super) fn said(text: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
    )
}
