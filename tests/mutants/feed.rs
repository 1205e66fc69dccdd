//! What each kind of input is fed to, by the mutation test and by the fuzz targets alike.
//!
//! Nothing may panic, and what was read must add up: these are the assertions.

use charte::calendar::OpeningHours;
use charte::charter::requirement::{Judging, Measured};
use charte::charter::source::{Format, Source};
use charte::charter::{Charter, CharterFile, read};
use charte::evidence::batch::{Batch, ColumnData};
use charte::evidence::format::{DateFormat, DateTimeFormat, DurationFormat};
use charte::evidence::mail::{Letters, MailRequest, deliver};
use charte::evidence::page::read_page;
use charte::evidence::raw::Row;
use charte::evidence::table::{Layout, Wanted};
use charte::evidence::wire::{Broken, Frames, Said, write_end};
use charte::evidence::workbook::{WorkbookFormat, write_rows};
use charte::evidence::{FileLedger, KeyRing, TableRequest, read_csv, read_lines};
use charte::measure::rule::Input;
use charte::messages::{Lang, Messages};
use charte::report::diagnostic::{Style, render};
use charte::run::check::load;
use charte::run::folder::Folder;
use chrono::Datelike;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The kinds of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// CSV, by the log of calls of the example town.
    Csv,
    /// The same columns as JSON Lines.
    Lines,
    /// E-mails, by the example town's mailboxes.
    Mail,
    /// Saved pages, by the example town's publications.
    Html,
    /// The same in Markdown.
    Markdown,
    /// `sources.toml` of a small charter.
    Charter,
    /// Opening hours.
    Hours,
    /// Notations of dates and durations, and a text to read by them.
    Notation,
    /// Workbooks of Excel since 2007.
    Xlsx,
    /// Workbooks of Excel 97 to 2003.
    Xls,
    /// OpenDocument workbooks.
    Ods,
    /// What a reader of workbooks says.
    Wire,
}

/// The repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    // The fuzz targets are a package of their own, one folder down.
    match here.join("charter").is_dir() {
        true => here.to_owned(),
        false => here.join(".."),
    }
}

static TOWN: LazyLock<Charter> = LazyLock::new(|| {
    let root = root();
    let folder = Folder::find(Some(&root.join("charter")), &root).expect("the example town");
    let loaded = load(&folder).expect("readable files");
    loaded.charter.expect("a sound charter")
});

static SMALL: LazyLock<Vec<CharterFile>> = LazyLock::new(|| {
    let root = root().join("tests/invalid/base/charter");
    let names = [
        "charter.toml",
        "sources.toml",
        "engagements/rendez-vous.toml",
    ];
    let file = |name: &str| {
        let bytes = std::fs::read(root.join(name)).ok()?;
        Some(CharterFile {
            path: name.to_owned(),
            bytes,
        })
    };
    names.into_iter().filter_map(file).collect()
});

static MESSAGES: LazyLock<Messages> = LazyLock::new(|| Messages::new(Lang::Fr));

/// The key is of no matter: nothing of it is compared.
static KEYS: LazyLock<KeyRing> = LazyLock::new(|| KeyRing::new([7; 32]));

/// Feeds an input to all that reads its kind.
pub(crate) fn feed(family: Family, bytes: &[u8]) {
    match family {
        Family::Csv => table(bytes, false),
        Family::Lines => table(bytes, true),
        Family::Mail => mail(bytes),
        Family::Html => page(bytes, "html"),
        Family::Markdown => page(bytes, "markdown"),
        Family::Charter => charter(bytes),
        Family::Hours => hours(bytes),
        Family::Notation => notation(bytes),
        Family::Xlsx => workbook(bytes, WorkbookFormat::Xlsx),
        Family::Xls => workbook(bytes, WorkbookFormat::Xls),
        Family::Ods => workbook(bytes, WorkbookFormat::Ods),
        Family::Wire => drop(followed(bytes)),
    }
}

fn source(matches: impl Fn(&Source) -> bool) -> &'static Source {
    let mut sources = TOWN.sources.iter();
    sources.find(|source| matches(source)).expect("a source")
}

fn check(ledger: &FileLedger, source: &Source) {
    assert!(ledger.adds_up(), "{ledger:?}");
    let said = ledger.diagnostics(&source.id, &source.schema);
    let style = Style {
        color: false,
        unicode: true,
        width: 80,
    };
    assert_eq!(
        said.is_empty(),
        render(&said, &[], &MESSAGES, style).is_empty()
    );
}

fn is_whole(batch: &Batch) -> bool {
    let mut counts = batch.columns.iter().filter_map(ColumnData::cell_count);
    counts.all(|count| count == batch.len())
}

fn table(bytes: &[u8], lines: bool) {
    let source = source(|source| source.id == "appels");
    let schema = source.of_files();
    let layouts = [Layout::plain(&schema)];
    let needed = vec![true; schema.columns.len()];
    let request = TableRequest {
        wanted: Wanted {
            schema: &schema,
            layouts: &layouts,
            needed: &needed,
        },
        every_column: true,
        file: 1,
        keys: &KEYS,
        every_rejection: false,
    };
    let mut rows = 0;
    let mut sink = |batch: &Batch| {
        assert!(is_whole(batch));
        rows += batch.len() as u64;
    };
    let Format::Csv(dialect) = source.format else {
        panic!("a table")
    };
    let ledger = match lines {
        true => read_lines(bytes, request, &mut sink),
        false => read_csv(bytes, dialect, request, &mut sink),
    };
    match ledger {
        Ok(ledger) => {
            assert_eq!(ledger.read, rows);
            check(&ledger, source);
        }
        Err(fault) => assert!(!fault.diagnostics(&source.id, 1, &schema).is_empty()),
    }
}

fn mail(bytes: &[u8]) {
    let source = source(|source| matches!(source.format, Format::Mail(_)));
    let Format::Mail(settings) = &source.format else {
        panic!("mail")
    };
    let request = MailRequest {
        settings,
        zone: TOWN.town.reference.calendar.zone(),
        collected: source.collected.num_days_from_ce(),
        keys: &KEYS,
    };
    let mut letters = Letters::new(1);
    if letters.add(bytes, false, &request).is_err() {
        return;
    }
    let needed = vec![true; source.schema.columns.len()];
    let ledgers = deliver(vec![letters], false, &needed, &request, &mut |batch| {
        assert!(is_whole(batch));
    });
    ledgers.iter().for_each(|ledger| check(ledger, source));
}

/// The requirements that ask something of saved pages.
fn asking() -> impl Iterator<Item = &'static Measured> {
    let requirements = TOWN
        .engagements
        .iter()
        .flat_map(|engagement| &engagement.requirements);
    requirements.filter_map(|requirement| match &requirement.judging {
        Judging::Measured(measured) => {
            let source = TOWN.sources.get(measured.source)?;
            matches!(source.format, Format::Page(_)).then_some(&**measured)
        }
        Judging::NotApplicable { .. } => None,
    })
}

fn page(bytes: &[u8], markup: &str) {
    let source = source(|source| match &source.format {
        Format::Page(settings) => format!("{:?}", settings.markup).to_lowercase() == markup,
        _ => false,
    });
    let Format::Page(settings) = &source.format else {
        panic!("a page")
    };
    match read_page(&mut &bytes[..], settings, 1) {
        Ok((page, ledger)) => {
            check(&ledger, source);
            for measured in asking() {
                let mut tally = measured.rule.tally();
                tally.observe_page(&measured.rule, &page, Input::Main);
            }
        }
        Err(fault) => assert!(!fault.diagnostics(&source.id, 1, &source.schema).is_empty()),
    }
}

fn charter(bytes: &[u8]) {
    let mut files = SMALL.clone();
    for file in &mut files {
        if file.path == "sources.toml" {
            file.bytes = bytes.to_vec();
        }
    }
    let (charter, faults) = read(&files);
    let errors = faults
        .iter()
        .any(|fault| fault.severity == charte::diagnostic::Severity::Error);
    assert!(charter.is_some() || errors);
    let texts: Vec<(String, String)> = files
        .iter()
        .map(|file| {
            (
                file.path.clone(),
                String::from_utf8_lossy(&file.bytes).into_owned(),
            )
        })
        .collect();
    let style = Style {
        color: false,
        unicode: false,
        width: 100,
    };
    assert_eq!(
        faults.is_empty(),
        render(&faults, &texts, &MESSAGES, style).is_empty()
    );
}

fn hours(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(hours) = OpeningHours::parse(&text) {
        let calendar = &TOWN.town.reference.calendar;
        let (from, _) = TOWN.town.period;
        for date in from.iter_days().take(60) {
            for range in hours.open_ranges(date, calendar) {
                assert!(range.start < range.end);
            }
        }
        // What was understood is understood again, and alike.
        let again = OpeningHours::parse(hours.osm()).map(|again| again.weekly());
        assert_eq!(again.ok(), Some(hours.weekly()), "{text:?}");
    }
}

/// The first line is a notation, the second a text.
fn notation(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (notation, text) = text.split_once('\n').unwrap_or((&text, ""));
    if let Ok(format) = DateFormat::parse(notation) {
        assert_eq!(format.read(text), format.read(text));
    }
    if let Ok(format) = DateTimeFormat::parse(notation) {
        assert_eq!(format.read(text), format.read(text));
    }
    if let Ok(format) = DurationFormat::parse(notation) {
        assert!(format.read(text).is_none_or(|seconds| seconds >= 0));
    }
}

/// Whatever a reader makes of a workbook, what it says of it can be followed to its end.
fn workbook(bytes: &[u8], format: WorkbookFormat) {
    let mut stream = Vec::new();
    let fault = write_rows(Cursor::new(bytes), format, None, &mut stream).err();
    write_end(fault, &mut stream).expect("memory");
    assert_eq!(followed(&stream), Ok(fault.map_or(Said::End, Said::Fault)));
}

/// The last thing said in a stream.
fn followed(stream: &[u8]) -> Result<Said, Broken> {
    let mut frames = Frames::new(stream);
    let (mut row, mut last) = (Row::default(), 0);
    loop {
        match frames.next(&mut row)? {
            Said::Row => {
                assert!(row.line > last, "rows come in order");
                last = row.line;
            }
            Said::Sheet(_) => {}
            end => return Ok(end),
        }
    }
}
