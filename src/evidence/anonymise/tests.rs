//! What is written of each kind of cell and row, and that the reader finds the same in the copy.

use super::{Written, anonymise};
use crate::evidence::encoding::Encoding;
use crate::evidence::format::DateFormat;
use crate::evidence::normal::Normal;
use crate::evidence::number::Numerals;
use crate::evidence::schema::{Column, Dialect, Kind, Schema, Vocabulary};
use crate::evidence::table::{HeaderRow, Layout, Place, TableRequest, Wanted};
use crate::evidence::{FileLedger, KeyRing, read_csv};

const DIALECT: Dialect = Dialect {
    delimiter: b';',
    quote: b'"',
    encoding: Encoding::Utf8,
};

fn schema() -> Schema {
    let column = |name: &str, kind: Kind, nothing: &[&str]| Column {
        name: name.to_owned(),
        header: name.to_owned(),
        kind,
        numerals: Numerals::default(),
        nothing: nothing.iter().map(|word| (*word).to_owned()).collect(),
    };
    let words = vec![("oui".to_owned(), 0), ("?".to_owned(), 1)];
    Schema {
        columns: vec![
            column(
                "jour",
                Kind::Date(DateFormat::parse("dd/mm/yyyy").expect("a format")),
                &["-"],
            ),
            column("nom", Kind::Personal, &[]),
            column("objet", Kind::Text, &["néant"]),
            column("fiche", Kind::Key(Normal::of(["case"].into_iter())), &[]),
            column(
                "avis",
                Kind::Category(Vocabulary {
                    values: vec!["oui".to_owned(), "doute".to_owned()],
                    words,
                    ..Vocabulary::default()
                }),
                &[],
            ),
        ],
    }
}

fn wanted<'a>(schema: &'a Schema, layouts: &'a [Layout]) -> Wanted<'a> {
    Wanted {
        schema,
        layouts,
        needed: &[true; 5],
    }
}

fn copy(text: &str, layouts: &[Layout]) -> (String, Written) {
    let schema = schema();
    let mut out = Vec::new();
    let keys = KeyRing::new([7; 32]);
    let written = anonymise(
        text.as_bytes(),
        &mut out,
        DIALECT,
        wanted(&schema, layouts),
        &keys,
    );
    let written = written.expect("written").expect("read");
    (String::from_utf8_lossy(&out).into_owned(), written)
}

fn ledger(text: &str, layouts: &[Layout]) -> FileLedger {
    let schema = schema();
    let keys = KeyRing::new([1; 32]);
    let request = TableRequest {
        wanted: wanted(&schema, layouts),
        every_column: false,
        file: 1,
        keys: &keys,
        every_rejection: true,
    };
    let mut found = read_csv(text.as_bytes(), DIALECT, request, &mut |_| {}).expect("read");
    found.undeclared_columns = 0;
    found
}

const TABLE: &str = "autre;fiche;jour;nom;objet;avis\n\
    secret;A1;23/03/2026;Léa Untel;un mot;oui\n\
    secret;a1;voir Léa;Untel;néant;?\n\
    secret;;-;;;Léa\n\
    secret;B2;24/03/2026;\"Un\ntel\";\"dit \"\"oui\"\"\";oui\n\
    secret;trop court\n\
    \"secret\"x;C3;24/03/2026;a;b;oui\n\
    secret;D4;24/03/2026;\"a\nb;c;d;e;f;g\";h;oui\n\
    secret;E5;\"25/03/2026;Léa\n";

#[test]
fn cells_keep_what_their_type_reads() {
    let schema = schema();
    let layouts = [Layout::plain(&schema)];
    let (text, written) = copy(TABLE, &layouts);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "fiche;jour;nom;objet;avis");
    let key = lines[1].split(';').next().expect("a key");
    assert_eq!(key.len(), 32);
    assert_eq!(lines[1], format!("{key};23/03/2026;;x;oui"));
    // The same identifier, unreadable day; "?" is a declared word here.
    assert_eq!(lines[2], format!("{key};?;;néant;?"));
    assert_eq!(lines[3], ";-;;;??");
    for secret in ["Léa", "Untel", "secret", "A1", "mot", "dit", "trop"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    let expected = Written {
        rows: 8,
        kept: 2,
        pseudonyms: 1,
        emptied: 2,
        left_out: 1,
    };
    assert_eq!(written, expected);
}

#[test]
fn the_reader_finds_the_same_in_the_copy() {
    let schema = schema();
    let layouts = [Layout::plain(&schema)];
    let (text, _) = copy(TABLE, &layouts);
    assert_eq!(ledger(&text, &layouts), ledger(TABLE, &layouts), "{text}");
    // The mark of UTF-8 stays, and a copy of the copy is the copy but for its pseudonyms.
    let (marked, _) = copy(&format!("\u{feff}{TABLE}"), &layouts);
    assert_eq!(marked, format!("\u{feff}{text}"));
}

#[test]
fn positions_and_title_lines_stay() {
    let schema = schema();
    let place = |position: usize| Place::Position(position);
    let headless = [Layout {
        header_row: HeaderRow::Absent,
        places: [3, 4, 5, 2, 6].map(place).to_vec(),
        ..Layout::plain(&schema)
    }];
    let (_, rows) = TABLE.split_once('\n').expect("a header");
    let (text, _) = copy(rows, &headless);
    assert_eq!(ledger(&text, &headless), ledger(rows, &headless), "{text}");
    assert!(text.starts_with(';') && !text.contains("secret"), "{text}");
    let titled = [Layout {
        header_row: HeaderRow::Line(3),
        ..Layout::plain(&schema)
    }];
    let table = format!("Registre de Léa\n\n{TABLE}");
    let (text, _) = copy(&table, &titled);
    assert_eq!(ledger(&text, &titled), ledger(&table, &titled), "{text}");
    assert!(text.starts_with("x\nx\nfiche;"), "{text}");
}
