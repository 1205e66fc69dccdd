//! How a text is cut into cells, and where its header stands.
//!
//! Invariant: the records are cut by the reader of the declaration itself; only what they show decides.

use super::bytes::Charset;
use super::integer;
use super::moment::Notations;
use super::personal::trace;
use crate::evidence::cell::trim;
use crate::evidence::record::{Record, Records};
use crate::evidence::schema::{Dialect, Encoding};
use std::collections::BTreeMap;

/// How many bytes of a file are looked at to find its cut.
pub(super) const HEAD: usize = 1 << 18;
/// How many records are looked at.
const RECORDS: usize = 300;
/// How far down a header is looked for.
const DEEPEST: usize = 30;
/// How many rows are compared with the header.
const BESIDE: usize = 60;

const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Whether the first full row holds the names of the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderFound {
    /// It does: its cells are unlike those below.
    Names,
    /// Perhaps: nothing tells it from the rows below.
    Perhaps,
    /// It does not: it holds data.
    Data,
}

/// How a text is cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The byte between two cells.
    pub delimiter: u8,
    /// The byte around a quoted cell.
    pub quote: u8,
    /// How many cells a row has.
    pub width: usize,
    /// Of the records looked at, how many have as many cells.
    pub regular: usize,
    /// The records looked at.
    pub looked_at: usize,
    /// Whether there is a header.
    pub header: HeaderFound,
    /// The line of the header, or of the first row where there is none.
    pub line: u64,
    /// How many records stand above it.
    pub titles: usize,
    /// The names, trimmed; empty ones where there is no header.
    pub names: Vec<String>,
}

impl Layout {
    /// The dialect, with an encoding of one byte a character at least.
    pub(super) const fn dialect(&self) -> Dialect {
        Dialect {
            delimiter: self.delimiter,
            quote: self.quote,
            encoding: Encoding::Utf8,
        }
    }
}

/// The cut of the head of a file; none if it holds no record.
pub(super) fn layout(head: &[u8], charset: Charset, notations: &Notations) -> Option<Layout> {
    let mut best: Option<(usize, Layout, Vec<Line>)> = None;
    for delimiter in DELIMITERS {
        for quote in quotes(head, delimiter, charset) {
            let (records, broken) = records(head, delimiter, quote, charset);
            let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
            for (_, cells) in &records {
                *widths.entry(cells.len()).or_default() += 1;
            }
            let Some((width, regular)) = widths
                .into_iter()
                .max_by_key(|(width, count)| (count.saturating_mul(*width.min(&64)), *width))
            else {
                continue;
            };
            let looked_at = records.len() + broken;
            let score = if width < 2 || regular * 10 < looked_at * 6 {
                1
            } else {
                width.min(64) * regular * 1_000 / looked_at.max(1)
            };
            if best.as_ref().is_none_or(|(known, _, _)| score > *known) {
                let found = Layout {
                    delimiter,
                    quote,
                    width,
                    regular,
                    looked_at,
                    header: HeaderFound::Data,
                    line: 1,
                    titles: 0,
                    names: Vec::new(),
                };
                best = Some((score, found, records));
            }
        }
    }
    let (score, mut layout, records) = best?;
    if score <= 1 {
        // Nothing cuts the lines: one column.
        (layout.width, layout.regular) = (1, layout.looked_at);
    }
    place_header(&mut layout, &records, notations);
    Some(layout)
}

/// The quotes to try: the apostrophe where it opens a cell in most records and always closes again.
fn quotes(head: &[u8], delimiter: u8, charset: Charset) -> Vec<u8> {
    let (plain, _) = records(head, delimiter, b'"', charset);
    let opened = plain
        .iter()
        .filter(|(_, cells)| cells.iter().any(|cell| cell.starts_with('\'')))
        .count();
    let (quoted, broken) = records(head, delimiter, b'\'', charset);
    if opened > 0 && opened * 2 >= plain.len() && broken * 10 <= quoted.len() {
        vec![b'\'']
    } else {
        vec![b'"']
    }
}

/// A record: its line and its cells.
type Line = (u64, Vec<String>);

/// The sound records of a text as cells, and how many are broken.
fn records(head: &[u8], delimiter: u8, quote: u8, charset: Charset) -> (Vec<Line>, usize) {
    let dialect = Dialect {
        delimiter,
        quote,
        encoding: Encoding::Utf8,
    };
    let mut reader = Records::new(head, dialect);
    let mut record = Record::default();
    let (mut found, mut broken) = (Vec::new(), 0);
    while found.len() + broken < RECORDS && reader.next(&mut record).unwrap_or(false) {
        if record.fault.is_some() {
            broken += 1;
            continue;
        }
        let cells = record
            .fields()
            .map(|field| trim(&charset.text(field).unwrap_or_default()).to_owned());
        found.push((record.line, cells.collect()));
    }
    (found, broken)
}

/// Whether a cell is data by its looks: a number, a moment, something personal.
fn is_data(cell: &str, notations: &Notations) -> bool {
    let number = cell.replace([',', '.'], "");
    integer(&number).is_some()
        || notations.read(cell).next().is_some()
        || matches!(trace(cell), Some(trace) if trace != super::personal::Trace::Name)
}

fn place_header(layout: &mut Layout, records: &[Line], notations: &Notations) {
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let is_wide =
        |(_, cells): &Line| cells.len() == layout.width && filled(cells) * 10 >= layout.width * 6;
    let Some(at) = records.iter().take(DEEPEST).position(is_wide) else {
        return;
    };
    let Some((line, first)) = records.get(at) else {
        return;
    };
    let below: Vec<&Vec<String>> = records
        .iter()
        .skip(at + 1)
        .map(|(_, cells)| cells)
        .filter(|cells| cells.len() == layout.width)
        .take(BESIDE)
        .collect();
    let (mut names, mut data) = (0, 0);
    for (rank, name) in first.iter().enumerate() {
        let column = below.iter().filter_map(|cells| cells.get(rank));
        let column: Vec<&String> = column.filter(|cell| !cell.is_empty()).collect();
        let typed = column.iter().filter(|cell| is_data(cell, notations));
        let mostly = !column.is_empty() && typed.count() * 10 >= column.len() * 7;
        match (is_data(name, notations), mostly) {
            (false, true) if !name.is_empty() => names += 1,
            (true, true) => data += 1,
            // A name does not recur below it.
            (false, false) if !name.is_empty() && column.contains(&name) => data += 1,
            _ => {}
        }
    }
    layout.titles = at;
    layout.line = *line;
    layout.header = if data > names {
        HeaderFound::Data
    } else if names > 0 {
        HeaderFound::Names
    } else {
        HeaderFound::Perhaps
    };
    layout.names = match layout.header {
        HeaderFound::Data => vec![String::new(); layout.width],
        _ => first.clone(),
    };
}

#[cfg(test)]
mod tests {
    use super::{HeaderFound, Layout, layout};
    use crate::evidence::profile::bytes::Charset;
    use crate::evidence::profile::moment::Notations;

    fn of(text: &str) -> Layout {
        layout(text.as_bytes(), Charset::Utf8, &Notations::new()).expect("a record")
    }

    #[test]
    fn the_cut_is_the_one_that_gives_regular_rows() {
        for (text, delimiter, quote, width) in [
            ("a;b;c\n1;2,5;x\n2;3,5;y\n", b';', b'"', 3),
            ("a,b,c\n1,\"2;5\",x\n2,\"3;5\",y\n", b',', b'"', 3),
            ("a\tb\n1\t2\n", b'\t', b'"', 2),
            ("a|b\r1|2\r", b'|', b'"', 2),
            ("'a;b';c\n'1;2';3\n'4;5';6\n", b';', b'\'', 2),
            ("seul\nl'un\nl'autre\n", b';', b'"', 1),
        ] {
            let found = of(text);
            assert_eq!(
                (found.delimiter, found.quote, found.width),
                (delimiter, quote, width),
                "{text}"
            );
        }
    }

    #[test]
    fn the_header_is_unlike_what_stands_below() {
        for (text, header, line, titles) in [
            (
                "Jour;Nb\n01/06/2026;3\n02/06/2026;4\n",
                HeaderFound::Names,
                1,
                0,
            ),
            (
                "Export du 1er juin\n\nJour;Nb\n01/06/2026;3\n02/06/2026;4\n03/06/2026;4\n",
                HeaderFound::Names,
                3,
                1,
            ),
            (
                "Export;;\nJour;Nb;Site\n01/06/2026;3;a\n02/06/2026;4;b\n",
                HeaderFound::Names,
                2,
                1,
            ),
            ("01/06/2026;3\n02/06/2026;4\n", HeaderFound::Data, 1, 0),
            ("oui;a\nnon;b\noui;c\n", HeaderFound::Data, 1, 0),
            (
                "Salle;Lieu\nbleue;ici\nverte;ici\n",
                HeaderFound::Perhaps,
                1,
                0,
            ),
        ] {
            let found = of(text);
            assert_eq!(
                (found.header, found.line, found.titles),
                (header, line, titles),
                "{text}"
            );
        }
        assert!(layout(b"", Charset::Utf8, &Notations::new()).is_none());
    }
}
