//! Typed cells by hand.

use super::{Raw, Row, Rows, decode_raw, joined};
use crate::evidence::batch::{Batch, ColumnData, State};
use crate::evidence::cell::cells_of;
use crate::evidence::fault::FileFault;
use crate::evidence::format::{DateFormat, DateTimeFormat, DurationFormat};
use crate::evidence::key::KeyRing;
use crate::evidence::schema::{Column, Kind, Schema};
use crate::evidence::table::{HeaderRow, Layout, TableRequest, Wanted, read_rows};

/// 2026-05-04 00:00 local, by `date -u -d 2026-05-04 +%s`.
const MIDNIGHT: i64 = 1_777_852_800;

fn column(kind: Kind) -> Column {
    Column {
        name: "c".to_owned(),
        header: "C".to_owned(),
        kind,
        nothing: ["0:00:00", "01/01/1990", "01/01/1990 17:00"]
            .map(str::to_owned)
            .to_vec(),
        numerals: crate::evidence::schema::Numerals::default(),
    }
}

fn day() -> Kind {
    Kind::Date(DateFormat::parse("dd/mm/yyyy").unwrap())
}

fn instant() -> Kind {
    Kind::DateTime(DateTimeFormat::parse("dd/mm/yyyy HH:MM").unwrap())
}

fn duration() -> Kind {
    Kind::Duration(DurationFormat::parse("HH:MM:SS").unwrap())
}

/// The state of one cell, and its value as text.
fn cell(kind: Kind, raw: Raw<'_>) -> (State, String) {
    let column = column(kind);
    let mut data = cells_of(&column.kind);
    let state = decode_raw(raw, &column, &KeyRing::new([1; 32]), &mut data);
    assert_eq!(data.cell_count(), Some(1));
    let value = match &data {
        ColumnData::Date(cells) => cells
            .get(0)
            .map_or_else(|_| String::new(), |v| v.to_string()),
        ColumnData::Instant(cells) | ColumnData::Seconds(cells) | ColumnData::Integer(cells) => {
            cells
                .get(0)
                .map_or_else(|_| String::new(), |v| v.to_string())
        }
        ColumnData::Boolean(cells) => cells
            .get(0)
            .map_or_else(|_| String::new(), |v| v.to_string()),
        _ => String::new(),
    };
    (state, value)
}

#[test]
fn a_typed_cell_needs_no_notation() {
    use State::{Known, Missing, Unreadable};
    let boolean = || Kind::Boolean {
        yes: vec!["oui".to_owned()],
        no: vec!["non".to_owned()],
    };
    let noon = MIDNIGHT + 43_200;
    // 2026-05-04 is day 739 740 of the common era; 1990-01-01 17:00 was 631 213 200.
    for (kind, raw, state, value) in [
        (day(), Raw::Instant(noon), Known, "739740"),
        (day(), Raw::Instant(MIDNIGHT - 1), Known, "739739"),
        (day(), Raw::Instant(631_152_000), Missing, ""),
        (day(), Raw::Text("04/05/2026"), Known, "739740"),
        (day(), Raw::Number("46146"), Unreadable, ""),
        (day(), Raw::Span(0), Missing, ""),
        (day(), Raw::Span(60), Unreadable, ""),
        (instant(), Raw::Instant(noon), Known, "1777896000"),
        (instant(), Raw::Instant(631_213_200), Missing, ""),
        (instant(), Raw::Boolean(true), Unreadable, ""),
        (duration(), Raw::Span(3_725), Known, "3725"),
        (duration(), Raw::Span(0), Missing, ""),
        (duration(), Raw::Span(-1), Unreadable, ""),
        (duration(), Raw::Instant(noon), Unreadable, ""),
        (Kind::Integer, Raw::Number("12"), Known, "12"),
        (Kind::Integer, Raw::Number("12.5"), Unreadable, ""),
        (Kind::Integer, Raw::Error, Unreadable, ""),
        (Kind::Integer, Raw::Empty, Missing, ""),
        (Kind::Integer, Raw::Undecodable, Unreadable, ""),
        (boolean(), Raw::Boolean(false), Known, "false"),
        (Kind::Text, Raw::Instant(noon), Known, ""),
        (Kind::Text, Raw::Span(7), Known, ""),
        (Kind::Text, Raw::Boolean(true), Known, ""),
    ] {
        let got = cell(kind.clone(), raw);
        assert_eq!(got, (state, value.to_owned()), "{kind:?} {raw:?}");
    }
}

#[test]
fn a_typed_yes_or_no_is_what_the_declared_words_make_of_it() {
    use State::{Known, Missing, Unreadable};
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    for (yes, no, nothing, of_true, of_false) in [
        (
            &["oui"][..],
            &["non"][..],
            &[][..],
            (Known, "true"),
            (Known, "false"),
        ),
        (
            &["false"],
            &["true"],
            &[],
            (Known, "false"),
            (Known, "true"),
        ),
        (&["VRAI"], &["FAUX"], &[], (Known, "true"), (Known, "false")),
        (
            &["TRUE", "oui"],
            &["non"],
            &[],
            (Known, "true"),
            (Unreadable, ""),
        ),
        (
            &["oui"],
            &["non"],
            &["false"],
            (Known, "true"),
            (Missing, ""),
        ),
        (
            &["true"],
            &["TRUE"],
            &[],
            (Unreadable, ""),
            (Unreadable, ""),
        ),
    ] {
        let mut column = column(Kind::Boolean {
            yes: words(yes),
            no: words(no),
        });
        column.nothing = words(nothing);
        for (value, (state, text)) in [(true, of_true), (false, of_false)] {
            let mut data = cells_of(&column.kind);
            let keys = KeyRing::new([1; 32]);
            let got = decode_raw(Raw::Boolean(value), &column, &keys, &mut data);
            let ColumnData::Boolean(cells) = data else {
                panic!("yes and no")
            };
            let read = cells
                .get(0)
                .map_or(String::new(), |value| value.to_string());
            assert_eq!(
                (got, read.as_str()),
                (state, text),
                "{yes:?} {no:?} {value}"
            );
        }
    }
}

#[test]
fn a_typed_instant_follows_the_clock_of_its_column() {
    use crate::calendar::Zone;
    use crate::evidence::format::{ColumnClock, Declared};
    // Paris is two hours ahead in May, one in January; the word that means nothing is in the file's own time.
    for (declared, seconds, expected) in [
        (None, MIDNIGHT, Ok(MIDNIGHT)),
        (Some(Declared::Local), MIDNIGHT, Ok(MIDNIGHT)),
        (Some(Declared::Utc), MIDNIGHT, Ok(MIDNIGHT + 7_200)),
        (
            Some(Declared::Utc),
            1_767_225_600,
            Ok(1_767_225_600 + 3_600),
        ),
        (Some(Declared::Utc), 631_213_200, Err(State::Missing)),
    ] {
        let clock = ColumnClock {
            town: Zone::Metropole,
            declared,
        };
        let format = DateTimeFormat::by(clock, "dd/mm/yyyy HH:MM").unwrap();
        let column = column(Kind::DateTime(format));
        let mut data = cells_of(&column.kind);
        decode_raw(
            Raw::Instant(seconds),
            &column,
            &KeyRing::new([1; 32]),
            &mut data,
        );
        let ColumnData::Instant(cells) = data else {
            panic!("instants")
        };
        assert_eq!(cells.get(0), expected, "{declared:?} {seconds}");
    }
}

#[test]
fn two_cells_make_one() {
    let mut spare = String::new();
    for (first, second, both) in [
        (
            Raw::Text(" 04/05/2026 "),
            Raw::Text("9h"),
            Raw::Text("04/05/2026 9h"),
        ),
        (Raw::Text("a"), Raw::Text(" "), Raw::Empty),
        (Raw::Empty, Raw::Text("9h"), Raw::Empty),
        (Raw::Error, Raw::Empty, Raw::Error),
        (
            Raw::Instant(MIDNIGHT),
            Raw::Span(60),
            Raw::Instant(MIDNIGHT + 60),
        ),
        (Raw::Instant(MIDNIGHT + 1), Raw::Span(60), Raw::Error),
        (Raw::Instant(MIDNIGHT), Raw::Span(86_400), Raw::Error),
        (Raw::Instant(MIDNIGHT), Raw::Text("9h"), Raw::Error),
    ] {
        assert_eq!(
            joined(first, second, &mut spare),
            both,
            "{first:?} {second:?}"
        );
    }
}

/// Rows that stand in memory.
struct Given(Vec<Vec<Raw<'static>>>, usize);

impl Rows for Given {
    fn next(&mut self, row: &mut Row) -> Result<bool, FileFault> {
        let Some(cells) = self.0.get(self.1) else {
            return Ok(false);
        };
        self.1 += 1;
        row.begin(self.1 as u64);
        cells.iter().for_each(|cell| row.push(*cell));
        Ok(true)
    }
}

#[test]
fn rows_of_typed_cells_are_a_table() {
    let titles = vec![Raw::Text("Export"), Raw::Instant(MIDNIGHT)];
    let header = vec![Raw::Text("Autre"), Raw::Text(" C "), Raw::Empty];
    let row = |cell| vec![Raw::Text("x"), cell];
    let rows = vec![
        titles,
        header,
        row(Raw::Instant(MIDNIGHT)),
        vec![Raw::Empty, Raw::Text(" ")],
        vec![Raw::Text("a row that ends early")],
        row(Raw::Text("04/05/2026")),
    ];
    let schema = Schema {
        columns: vec![column(day())],
    };
    let mut layouts = [Layout::plain(&schema)];
    let keys = KeyRing::new([1; 32]);
    let mut lines = Vec::new();
    let mut read = |layouts: &[Layout]| {
        let request = TableRequest {
            wanted: Wanted {
                schema: &schema,
                layouts,
                needed: &[true],
            },
            every_column: true,
            file: 1,
            keys: &keys,
            every_rejection: false,
        };
        let mut given = Given(rows.clone(), 0);
        let mut sink = |batch: &Batch| lines.extend(batch.rows.iter().map(|row| row.line));
        read_rows(&mut given, request, &mut sink)
    };
    let fault = read(&layouts).unwrap_err();
    assert_eq!(fault, FileFault::HeaderElsewhere { line: 2 });
    layouts[0].header_row = HeaderRow::Line(1_000_000_000);
    let fault = read(&layouts).unwrap_err();
    assert_eq!(fault, FileFault::HeaderElsewhere { line: 2 });
    layouts[0].header_row = HeaderRow::Line(2);
    let ledger = read(&layouts).unwrap();
    assert_eq!(
        (ledger.rows, ledger.read, ledger.new_column),
        (3, 3, Some(1))
    );
    assert_eq!(ledger.missing[&0], 1);
    assert_eq!(lines, [3, 5, 6]);
}
