//! A copy of the example town whose evidence is full of markers.

use super::mail;
use super::markers::{Markers, Style};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Rows of each file that are kept: enough for every kind of result.
const KEPT: usize = 300;

/// A column as `sources.toml` declares it.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) header: String,
    pub(super) kind: String,
}

/// A file of the evidence.
#[derive(Debug, Clone)]
pub(super) struct File {
    /// The path that `sources.toml` declares.
    pub(super) path: String,
    pub(super) columns: Vec<Column>,
    /// Whether it is in windows-1252.
    windows: bool,
}

/// The copy.
pub(super) struct Copy {
    folder: TempDir,
    pub(super) files: Vec<File>,
    /// The files and folders of e-mails.
    pub(super) mails: Vec<String>,
    /// What the columns of persons and of keys hold.
    pub(super) personal: BTreeSet<Vec<u8>>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}

/// The files that the sources declare.
fn declared(sources: &str) -> Vec<File> {
    let table: toml::Table = sources.parse().expect("TOML");
    let mut files = Vec::new();
    // Sources of e-mails have no columns of their own.
    for source in table
        .values()
        .filter(|source| source.get("columns").is_some())
    {
        let columns = source["columns"].as_table().expect("columns");
        let column = |(name, column): (&String, &toml::Value)| {
            let text = |key: &str| column.get(key).and_then(toml::Value::as_str);
            Column {
                header: text("header").unwrap_or(name).to_owned(),
                kind: text("type").expect("a type").to_owned(),
            }
        };
        let columns: Vec<Column> = columns.iter().map(column).collect();
        let encoding = source
            .get("dialect")
            .and_then(|dialect| dialect.get("encoding"));
        for path in source["files"].as_array().expect("files") {
            files.push(File {
                path: path.as_str().expect("a path").to_owned(),
                columns: columns.clone(),
                windows: encoding.and_then(toml::Value::as_str) == Some("windows-1252"),
            });
        }
    }
    files
}

/// A header as the file writes it; all of the example's letters stand at the same place in windows-1252 and in Unicode.
fn encoded(text: &str, windows: bool) -> Vec<u8> {
    if windows {
        text.chars()
            .map(|letter| u8::try_from(u32::from(letter)).expect("a letter"))
            .collect()
    } else {
        text.as_bytes().to_vec()
    }
}

type Row = Vec<Vec<u8>>;

fn read(path: &Path) -> (Row, Vec<Row>) {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .from_path(path)
        .expect("a file");
    let cells = |record: csv::ByteRecord| record.iter().map(<[u8]>::to_vec).collect::<Row>();
    let mut rows: Vec<Row> = reader
        .byte_records()
        .map(|record| cells(record.expect("a row")))
        .collect();
    let header = rows.remove(0);
    rows.truncate(KEPT);
    (header, rows)
}

fn write(path: &Path, rows: &[Row], end: &[u8]) {
    let mut writer = csv::WriterBuilder::new();
    let mut writer = writer
        .delimiter(b';')
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("a row");
    }
    let mut bytes = writer.into_inner().expect("the rows");
    bytes.extend(end);
    fs::write(path, bytes).expect("a file");
}

/// Whether a column of numbers or dates could take a telephone number for a value, and a result show it rightly.
fn counts(kind: &str) -> bool {
    matches!(
        kind,
        "integer" | "weight" | "date" | "datetime" | "duration"
    )
}

impl Copy {
    /// The example town with only its first rows.
    pub(super) fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        for part in ["charter", "evidence"] {
            copy(&root().join(part), &folder.path().join(part));
        }
        let sources =
            fs::read_to_string(folder.path().join("charter/sources.toml")).expect("a file");
        let mut new = Self {
            folder,
            files: declared(&sources),
            mails: mail::declared(&sources),
            personal: mail::persons().into_iter().collect(),
        };
        for file in new.files.clone() {
            let (header, rows) = read(&new.path(&file.path));
            for column in file
                .columns
                .iter()
                .filter(|column| matches!(&*column.kind, "personal" | "key"))
            {
                let name = encoded(&column.header, file.windows);
                let at = header
                    .iter()
                    .position(|cell| *cell == name)
                    .expect("the column");
                let values = rows
                    .iter()
                    .filter_map(|row| row.get(at))
                    .filter(|value| value.len() >= 4);
                new.personal.extend(values.cloned());
            }
            let all: Vec<Row> = std::iter::once(header).chain(rows).collect();
            write(&new.path(&file.path), &all, b"");
        }
        new
    }

    pub(super) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Rows with a marker in each column in turn, a column that nobody declared, and rows that cannot be cut.
    pub(super) fn plant(&self, markers: &mut Markers) {
        let mut styles = Style::ALL.into_iter().cycle();
        for (number, file) in self.files.iter().enumerate() {
            let (mut header, mut rows) = read(&self.path(&file.path));
            let width = header.len();
            header.push(markers.make(Style::Name));
            let model = rows
                .last()
                .cloned()
                .unwrap_or_else(|| vec![Vec::new(); width]);
            for row in &mut rows {
                row.resize(width + 1, Vec::new());
            }
            for column in &file.columns {
                let name = encoded(&column.header, file.windows);
                let at = header
                    .iter()
                    .position(|cell| *cell == name)
                    .expect("the column");
                for _ in 0..4 {
                    let style =
                        styles.find(|style| *style != Style::Phone || !counts(&column.kind));
                    let mut row = model.clone();
                    row.resize(width + 1, Vec::new());
                    row[at] = markers.make(style.expect("a style"));
                    rows.push(row);
                }
            }
            // The undeclared column, a row with too many cells, one with too few.
            let mut row = model.clone();
            row.push(markers.make(Style::Name));
            rows.push(row.clone());
            row.push(markers.make(Style::Mail));
            rows.push(row);
            rows.push(vec![markers.make(Style::Name)]);
            let all: Vec<Row> = std::iter::once(header).chain(rows).collect();
            let mut end = Vec::new();
            if number % 3 == 0 {
                end = b"\"stray\" ".to_vec();
                end.extend(markers.make(Style::Name));
                end.extend(b"\n\"never closed ");
                end.extend(markers.make(Style::Terminal));
            }
            write(&self.path(&file.path), &all, &end);
        }
        for path in &self.mails {
            mail::plant(&self.path(path), markers);
        }
    }

    /// Gives every file a marker for a name.
    pub(super) fn rename(&mut self, markers: &mut Markers) {
        let sources = self.path("charter/sources.toml");
        let mut text = fs::read_to_string(&sources).expect("a file");
        for (number, file) in self.files.clone().into_iter().enumerate() {
            let new = format!("evidence/Dépôt de {}.{number}.csv", markers.plain());
            let quoted = |path: &str| format!("\"{path}\"");
            assert!(text.contains(&quoted(&file.path)), "{}", file.path);
            text = text.replace(&quoted(&file.path), &quoted(&new));
            fs::rename(self.path(&file.path), self.path(&new)).expect("a file");
            self.files[number].path = new;
        }
        for (number, path) in self.mails.clone().into_iter().enumerate() {
            let new = mail::rename(self.root(), &path, number, markers);
            let quoted = |path: &str| format!("\"{path}\"");
            assert!(text.contains(&quoted(&path)), "{path}");
            text = text.replace(&quoted(&path), &quoted(&new));
            self.mails[number] = new;
        }
        fs::write(sources, text).expect("a file");
    }

    /// Makes each file unusable, in one way or another.
    pub(super) fn break_files(&self, markers: &mut Markers) {
        for (number, file) in self.files.iter().enumerate() {
            let path = self.path(&file.path);
            let (mut header, rows) = read(&path);
            match number % 5 {
                // A declared header is another, or stands twice.
                0 => header[0] = markers.make(Style::Terminal),
                1 => {
                    let twice = header[0].clone();
                    header.extend([twice, markers.make(Style::Page)]);
                }
                // It is no text.
                2 => header.push(markers.make(Style::Bytes)),
                3 => {
                    fs::remove_file(&path).expect("a file");
                    continue;
                }
                _ => {
                    fs::remove_file(&path).expect("a file");
                    fs::create_dir(&path).expect("a folder");
                    continue;
                }
            }
            let all: Vec<Row> = std::iter::once(header).chain(rows).collect();
            write(&path, &all, b"");
        }
        for path in &self.mails {
            mail::spoil(&self.path(path), markers);
        }
    }
}
