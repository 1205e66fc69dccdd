//! Workbooks with something changed at random: whatever it is, the reader gives rows or a fault, and never breaks down.
//!
//! Every mutant is made from its number and the seed alone, so that one that fails is made again by the same numbers.
//! `CHARTE_MUTANTS=1000000 CHARTE_SEED=2 cargo test --release --test workbooks mutants_of` looks at more of them.

use super::build::{archive, ods_parts, parts, rows, said};
use super::compound::{cell, record, stream, xls};
use charte::evidence::workbook::WorkbookFormat;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// How many mutants of each format are looked at: `.ci/run` does so with the optimised program.
const MUTANTS: u64 = if cfg!(debug_assertions) {
    2_000
} else {
    20_000
};
const SEED: u64 = 1;

fn setting(name: &str, otherwise: u64) -> u64 {
    let value = std::env::var(name).ok();
    value.map_or(otherwise, |value| value.parse().expect("a number"))
}

/// Numbers in an order that looks like none.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most.max(1) as u64).unwrap()
    }
}

/// What is more likely than chance to be a limit of something.
const LIMITS: [&[u8]; 14] = [
    b"4294967295",
    b"-1",
    b"1048577",
    b"XFE1",
    b"99999999999999999999",
    b"1E308",
    b"NaN",
    b"&x;",
    b"<!DOCTYPE a>",
    b"<![CDATA[",
    b"\xff\xff\xff\xff",
    b"\x00\x00",
    b"'",
    b"_x0000_",
];

/// Changes some bytes in one of the ways that files break.
fn change(bytes: &mut Vec<u8>, chance: &mut Chance) {
    for _ in 0..=chance.below(3) {
        let from = chance.below(bytes.len());
        let to = (from + chance.below(24)).min(bytes.len());
        match chance.below(6) {
            0 => bytes.truncate(from),
            1 => drop(bytes.drain(from..to)),
            2 => {
                let again: Vec<u8> = bytes[from..to].to_vec();
                let place = chance.below(bytes.len() + 1);
                bytes.splice(place..place, again);
            }
            3 => {
                let limit = LIMITS[chance.below(LIMITS.len())];
                bytes.splice(from..to, limit.iter().copied());
            }
            _ => {
                if let Some(byte) = bytes.get_mut(from) {
                    *byte = u8::try_from(chance.below(256)).unwrap();
                }
            }
        }
    }
}

/// An archive with one of its parts changed, or its own bytes.
fn archive_changed(parts: &[(&str, Vec<u8>)], chance: &mut Chance) -> Vec<u8> {
    if chance.below(8) == 0 {
        let mut bytes = archive(parts);
        change(&mut bytes, chance);
        return bytes;
    }
    let chosen = chance.below(parts.len());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (place, (name, bytes)) in parts.iter().enumerate() {
        let mut bytes = bytes.clone();
        if place == chosen {
            change(&mut bytes, chance);
        }
        zip.start_file(*name, options).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Reads mutants, some of which are sound enough to be read.
fn read_all(format: WorkbookFormat, mutant: impl Fn(&mut Chance) -> Vec<u8>) {
    let mut sound = 0;
    let (count, seed) = (
        setting("CHARTE_MUTANTS", MUTANTS),
        setting("CHARTE_SEED", SEED),
    );
    for number in 0..count {
        let mut chance = Chance(((seed << 40) ^ (number << 8)) | 1);
        // Neighbouring numbers begin alike.
        for _ in 0..8 {
            chance.next();
        }
        sound += u64::from(rows(&mutant(&mut chance), format, None).is_ok());
    }
    println!("{format:?}: {count} mutants of seed {seed}, {sound} of them read");
    // Neither untouched nor broken from the first byte on.
    assert!(sound > count / 50 && sound < count);
}

#[test]
fn mutants_of_new_workbooks() {
    let texts =
        "<sst><si><t>deux</t></si><si><r><t>trois &amp; </t></r><rPh><t>x</t></rPh></si></sst>";
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="46"/></cellXfs></styleSheet>"#;
    let data = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>titre</t></is></c></row>
        <row r="3"><c r="A3" s="1"><v>43913.5375</v></c><c r="B3" s="2"><v>1.5</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="d"><v>2020-03-23T12:54:07</v></c></row>"#;
    let mut parts = parts(&[("F", data)]);
    parts.push(("xl/sharedStrings.xml", texts.into()));
    parts.push(("xl/styles.xml", styles.into()));
    read_all(WorkbookFormat::Xlsx, |chance| {
        archive_changed(&parts, chance)
    });
}

#[test]
fn mutants_of_documents() {
    let data = [
        "<table:table-row>",
        &said("titre<text:s text:c=\"2\"/>suite"),
        "<table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" office:value=\"7\"/></table:table-row>",
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"date\" office:date-value=\"2020-03-23T12:54:00\"/><table:covered-table-cell/><table:table-cell office:value-type=\"time\" office:time-value=\"PT12H54M07.5S\"/></table:table-row>",
    ]
    .concat();
    let parts = ods_parts(&[("F", &data)]);
    read_all(WorkbookFormat::Ods, |chance| {
        archive_changed(&parts, chance)
    });
}

#[test]
fn mutants_of_old_workbooks() {
    let texts = [
        &[2, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0][..],
        b"deux",
        &[2, 0, 1, b'a', 0, 0xe9, 0],
    ]
    .concat();
    let globals = [record(0x00e0, &[0, 0, 22, 0, 0, 0]), record(0x00fc, &texts)];
    let cells = [
        cell(0x00fd, 0, 0, 0, &1_u32.to_le_bytes()),
        cell(0x0203, 1, 0, 0, &43_913.5_f64.to_le_bytes()),
        record(
            0x00bd,
            &[2, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 10, 0, 0, 0, 2, 0],
        ),
        cell(0x0006, 3, 1, 0, &[0, 0, 0, 0, 0, 0, 255, 255, 0, 0]),
        record(0x0207, &[3, 0, 0, b'a', b'b', b'c']),
    ];
    let (whole, plain) = (xls(&globals, &cells), stream(&globals, &cells));
    read_all(WorkbookFormat::Xls, |chance| {
        // The records alone, or the container that they lie in.
        let mut bytes = match chance.below(4) {
            0 => whole.clone(),
            _ => plain.clone(),
        };
        change(&mut bytes, chance);
        bytes
    });
}
