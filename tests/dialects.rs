//! One table in every dialect that an export may have: the values are always the same, and written here by hand.
//!
//! Each variant goes the whole way, from what a charter declares to the cells of a batch: encodings, delimiters, line ends,
//! quotes, and the notations of days, instants, durations and numbers.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a helper of a test may stop it"
)]

use charte::charter::source::{Format, Source};
use charte::charter::{CharterFile, read};
use charte::evidence::batch::{Batch, ColumnData, State};
use charte::evidence::table::Wanted;
use charte::evidence::{KeyRing, TableRequest, read_csv};
use std::fmt::Debug;

const CHARTER: &str = r#"
title = "Charte de l'accueil"
version = "1"
in_force = 2020-01-01
organisation = { name = "Ville de Bourg-l'Exemple" }
period = { from = 2020-01-01, to = 2020-12-31 }
calendar = { working_week = "lu-ve" }
sites = {}
services = {}
"#;

const ENGAGEMENT: &str = r#"
number = 1
title = "Un accueil attentif"
promise = "Nous vous recevons."
theme = "Accueil"
owner = "Responsable de l'accueil"

[[requirement]]
id = "recus"
title = "Reçus"
source = "passages"
severity = "minor"

[requirement.share]
holds = { statut = "reçu" }
at_least = "1/2"
"#;

/// A text in an encoding.
type Encode = fn(&str) -> Vec<u8>;

/// Encodings: what is declared, and how the bytes are made.
const ENCODINGS: [(&str, Encode); 9] = [
    ("utf-8", |text| text.as_bytes().to_vec()),
    ("utf-8", |text| format!("\u{feff}{text}").into_bytes()),
    ("utf-16", |text| {
        wide(&format!("\u{feff}{text}"), u16::to_le_bytes)
    }),
    ("utf-16", |text| {
        wide(&format!("\u{feff}{text}"), u16::to_be_bytes)
    }),
    ("utf-16le", |text| wide(text, u16::to_le_bytes)),
    ("utf-16be", |text| wide(text, u16::to_be_bytes)),
    ("windows-1252", |text| one_by_one(text, latin)),
    ("iso-8859-15", |text| one_by_one(text, latin)),
    ("cp850", |text| one_by_one(text, dos)),
];

/// How 23 March and 1 April 2020 are written: the declared format, and the texts.
const DAYS: [(&str, [&str; 2]); 9] = [
    (r#""dd/mm/yyyy""#, ["23/03/2020", "01/04/2020"]),
    (r#""jj/mm/aa""#, ["23/03/20", "1/4/20"]),
    (r#""yyyy-mm-dd""#, ["2020-03-23", "2020-04-01"]),
    (r#""jj mmmm aaaa""#, ["23 mars 2020", "1er avril 2020"]),
    (
        r#""jjjj jj mmmm aaaa""#,
        ["lundi 23 mars 2020", "Mercredi 1er Avril 2020"],
    ),
    (r#""jj-mmm-aa""#, ["23-mars-20", "01-avr.-20"]),
    (r#""excel""#, ["43913", "43922"]),
    (r#""excel-1904""#, ["42451", "42460"]),
    (
        r#"["dd/mm/yyyy", "yyyy-mm-dd"]"#,
        ["23/03/2020", "2020-04-01"],
    ),
];

/// How 12:54:07 on 23 March and 9:00 on 14 July 2020 are written.
const INSTANTS: [(&str, [&str; 2]); 9] = [
    (
        r#""dd/mm/yyyy HH:MM:SS""#,
        ["23/03/2020 12:54:07", "14/07/2020 09:00:00"],
    ),
    (
        r#""yyyy-mm-ddTHH:MM:SSz""#,
        ["2020-03-23T12:54:07+01:00", "2020-07-14T07:00:00Z"],
    ),
    (
        r#""yyyy-mm-ddTHH:MM:SSZ", clock = "local""#,
        ["2020-03-23T12:54:07Z", "2020-07-14T09:00:00Z"],
    ),
    (
        r#""yyyy-mm-dd HH:MM:SS", clock = "utc""#,
        ["2020-03-23 11:54:07", "2020-07-14 07:00:00"],
    ),
    (
        r#""yyyy-mm-dd HH:MM:SS.000""#,
        ["2020-03-23 12:54:07.000", "2020-07-14 09:00:00.0"],
    ),
    (
        r#"["jj/mm/aaaa HH:MM:SS", "jjjj jj mmmm aaaa à HHhMM"]"#,
        ["23/03/2020 12:54:07", "mardi 14 juillet 2020 à 09h00"],
    ),
    (r#""epoch""#, ["1584964447", "1594710000"]),
    (r#""epoch-id""#, ["1584964447.12", "1594710000.7"]),
    (r#""excel""#, ["43913.5375810185", "44026.375"]),
];

/// How 150 seconds and none are written; the last ones take a decimal sign.
const WAITS: [(&str, [&str; 2]); 5] = [
    (r#""mm:ss""#, ["02:30", "00:00"]),
    (r#""HH:MM:SS""#, ["0:02:30", "0:00:00"]),
    (r#""seconds""#, ["150", "0"]),
    (r#""excel""#, ["0.00173611111111111", "0"]),
    (r#""minutes""#, ["2.5", "0"]),
];

/// How 1234 and -7 are written, and the signs that are declared.
const NUMBERS: [(&str, Option<char>, [&str; 2]); 6] = [
    ("", None, ["1 234", "-7"]),
    ("", None, ["1\u{a0}234", "-7"]),
    (r#", decimal = ",""#, Some(','), ["1234,00", "-7,0"]),
    (
        r#", decimal = ",", groups = ".""#,
        Some(','),
        ["1.234,00", "-7"],
    ),
    (
        r#", decimal = ".", groups = ",""#,
        Some('.'),
        ["1,234.0", "-7.00"],
    ),
    (r#", groups = "'""#, None, ["1'234", "-7"]),
];

const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];
const LINE_ENDS: [&str; 3] = ["\n", "\r\n", "\r"];
/// The sign, and whether it stands around every cell.
const QUOTES: [(char, bool); 3] = [('"', false), ('"', true), ('\'', true)];

fn wide(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn one_by_one(text: &str, byte: fn(char) -> u8) -> Vec<u8> {
    text.chars().map(byte).collect()
}

fn latin(character: char) -> u8 {
    u8::try_from(u32::from(character)).expect("a character of Latin-1")
}

fn dos(character: char) -> u8 {
    match character {
        'à' => 0x85,
        'ç' => 0x87,
        'é' => 0x82,
        'û' => 0x96,
        '°' => 0xf8,
        '\u{a0}' => 0xff,
        other if other.is_ascii() => latin(other),
        other => panic!("{other} is not among the letters of this table"),
    }
}

/// A variant of the table: what the charter says of it, and its bytes.
struct Variant {
    name: String,
    sources: String,
    bytes: Vec<u8>,
}

/// The variant of that number in one dialect; its notations follow from the number.
fn variant(rank: usize, dialect: (usize, usize, usize, usize)) -> Variant {
    let (encoding, encode) = ENCODINGS[dialect.0];
    let delimiter = DELIMITERS[dialect.1];
    let line_end = LINE_ENDS[dialect.2];
    let (quote, everywhere) = QUOTES[dialect.3];
    let (signs, decimal, numbers) = NUMBERS[rank % NUMBERS.len()];
    // Without a decimal sign there are no halves of minutes.
    let (wait, waits) = WAITS[rank % (WAITS.len() - usize::from(decimal.is_none()))];
    let (day, days) = DAYS[rank % DAYS.len()];
    let (instant, instants) = INSTANTS[(rank / 3) % INSTANTS.len()];
    // Days of a spreadsheet and decimals are written with the sign of the file.
    let pointed = |text: &str| match decimal {
        Some(',') => text.replace('.', ","),
        _ => text.to_owned(),
    };
    let counted = |format: &str, text: &str| {
        if format.contains("excel") || format.contains("epoch") || format.contains("minutes") {
            pointed(text)
        } else {
            text.to_owned()
        }
    };
    let row = |at: usize, status: &str, note: &str| {
        [
            counted(day, days[at]),
            counted(instant, instants[at]),
            counted(wait, waits[at]),
            numbers[at].to_owned(),
            status.to_owned(),
            note.to_owned(),
        ]
    };
    let header = ["Jour", "Reçu à", "Attente", "N° d'appel", "Statut", "Note"].map(str::to_owned);
    let rows = [
        header,
        row(
            0,
            "reçu",
            &format!("dit \"bientôt\"{delimiter} l'a su{line_end}plus tard").replace('ô', "o"),
        ),
        row(1, "décalé", ""),
        ["", "\u{a0}", "-", "", "", ""].map(str::to_owned),
    ];
    let cell = |text: &String| {
        let special = [quote, delimiter, '\n', '\r', '"', '\''];
        if everywhere || text.contains(special) {
            let doubled = text.replace(quote, &format!("{quote}{quote}"));
            format!("{quote}{doubled}{quote}")
        } else {
            text.clone()
        }
    };
    let line = |row: &[String; 6]| {
        let cells: Vec<String> = row.iter().map(cell).collect();
        cells.join(&delimiter.to_string()) + line_end
    };
    let text: String = rows.iter().map(line).collect();
    let formats = [day, instant, wait];
    let sources = declared(encoding, delimiter, quote, signs, formats);
    Variant {
        name: format!("{rank}: {sources}{text}"),
        sources,
        bytes: encode(&text),
    }
}

/// What the charter says of a variant.
fn declared(
    encoding: &str,
    delimiter: char,
    quote: char,
    signs: &str,
    [day, instant, wait]: [&str; 3],
) -> String {
    let quote = if quote == '"' { "'\"'" } else { "\"'\"" };
    let delimiter = delimiter.escape_default();
    format!(
        r#"[passages]
title = "Passages"
nature = "software-export"
files = ["evidence/passages.csv"]
collected = 2020-12-31
proof = "census"
dialect = {{ encoding = "{encoding}", delimiter = "{delimiter}", quote = {quote}{signs} }}

[passages.columns]
jour = {{ header = "Jour", type = "date", format = {day} }}
recu = {{ header = "Reçu à", type = "datetime", format = {instant} }}
attente = {{ header = "Attente", type = "duration", format = {wait}, nothing = ["-"] }}
numero = {{ header = "N° d'appel", type = "integer" }}
statut = {{ header = "Statut", type = "category", values = ["reçu", "décalé"] }}
note = {{ header = "Note", type = "text" }}
"#
    )
}

fn source(variant: &Variant) -> Source {
    let file = |path: &str, text: &str| CharterFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let files = [
        file("charter.toml", CHARTER),
        file("engagements/accueil.toml", ENGAGEMENT),
        file("sources.toml", &variant.sources),
    ];
    let (charter, faults) = read(&files);
    let charter = charter.unwrap_or_else(|| panic!("{}\n{faults:?}", variant.name));
    charter.sources.into_iter().next().expect("a source")
}

/// The only batch of a file.
fn batch(variant: &Variant) -> Batch {
    let source = source(variant);
    let Format::Csv(dialect) = source.format else {
        panic!("a table of text")
    };
    let schema = source.of_files();
    let request = TableRequest {
        wanted: Wanted {
            schema: &schema,
            layouts: &source.layouts,
            needed: &[true; 6],
        },
        every_column: source.every_column,
        file: 1,
        keys: &KeyRing::new([7; 32]),
        every_rejection: false,
    };
    let mut batches = Vec::new();
    let ledger = read_csv(&variant.bytes[..], dialect, request, &mut |batch| {
        batches.push(batch.clone());
    });
    let ledger = ledger.unwrap_or_else(|fault| panic!("{fault:?} {}", variant.name));
    assert_eq!((ledger.rows, ledger.read), (3, 3), "{}", variant.name);
    batches.pop().expect("a batch")
}

fn same<T: Copy + Default + Debug + PartialEq>(
    cells: &charte::evidence::batch::Cells<T>,
    expected: [T; 2],
    name: &str,
) {
    let all = [0, 1, 2].map(|row| cells.get(row));
    let [first, second] = expected;
    assert_eq!(all, [Ok(first), Ok(second), Err(State::Missing)], "{name}");
}

fn assert_values(variant: &Variant) {
    let (batch, name) = (batch(variant), &variant.name);
    let [
        ColumnData::Date(days),
        ColumnData::Instant(instants),
        ColumnData::Seconds(waits),
        ColumnData::Integer(numbers),
        ColumnData::Category(statuses),
        ColumnData::Text(notes),
    ] = &batch.columns[..]
    else {
        panic!("{name}: {:?}", batch.columns)
    };
    // 18,344 and 18,353 days after 1970-01-01, which is the 719,163rd day.
    same(days, [737_507, 737_516], name);
    // 18,344 days and 12:54:07, 18,457 days and 9:00.
    same(instants, [1_584_968_047, 1_594_717_200], name);
    same(waits, [150, 0], name);
    same(numbers, [1_234, -7], name);
    same(statuses, [0, 1], name);
    assert_eq!(
        [0, 1, 2].map(|row| notes.get(row)),
        [Ok(()), Err(State::Missing), Err(State::Missing)],
        "{name}"
    );
}

#[test]
fn every_dialect_of_one_table_has_the_same_values() {
    let mut rank = 0;
    for encoding in 0..ENCODINGS.len() {
        for delimiter in 0..DELIMITERS.len() {
            for line_end in 0..LINE_ENDS.len() {
                for quote in 0..QUOTES.len() {
                    assert_values(&variant(rank, (encoding, delimiter, line_end, quote)));
                    // Within the 36 of an encoding, every notation of each list comes up.
                    rank += 1;
                }
            }
        }
    }
    assert_eq!(rank, 324);
}
