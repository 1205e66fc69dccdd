//! The declaration to paste into `sources.toml`.
//!
//! Invariant: it is TOML that the reader of the charter accepts as it stands; what nobody can tell is a comment, which leaves
//! the declaration incomplete until someone has told it. Comments break no line of TOML.

use super::columns::of_column;
use super::quote::quoted;
use super::{NamedFile, Saying, ready};
use crate::evidence::profile::{
    ColumnDoubt, ColumnProfile, FileProfile, Group, Guess, HeaderFound,
};
use crate::report::text::wrap;
use std::fmt::Write;

/// How wide comments are.
const COMMENT: usize = 100;

/// The TOML of a source, which stands at a position among those proposed.
pub(super) fn toml(saying: Saying<'_>, position: usize, group: &Group) -> String {
    let mut out = String::new();
    let files: Vec<&NamedFile> = group
        .files
        .iter()
        .filter_map(|number| {
            saying
                .files
                .get(usize::try_from(*number).ok()?.checked_sub(1)?)
        })
        .collect();
    let id = source_id(saying, position, &files);
    let first = group
        .files
        .first()
        .and_then(|number| saying.of_file(*number));
    let Some(first) = first else { return out };
    if files.iter().any(|file| !file.within) {
        comment(&mut out, &saying.text("profile-toml-elsewhere", &[]));
    }
    let dialect = format!(
        "dialect = {{ delimiter = {}, quote = {}, encoding = \"{}\" }}",
        quoted(&char::from(first.layout.delimiter).to_string()),
        quoted(&char::from(first.layout.quote).to_string()),
        first.bytes.charset.name(),
    );
    if let Some(known) = group.known {
        let names: Vec<&str> = files.iter().map(|file| file.declared.as_str()).collect();
        let last = group.rows.days.as_ref().map(|days| days.to);
        out.push_str(&ready::toml(known, &names, last, &dialect));
        return out;
    }
    head(saying, group, (&id, &dialect), &files, &mut out);
    if let Some(header) = header_row(first) {
        let _ = writeln!(out, "{header}");
    }
    let _ = writeln!(out, "\n[{id}.columns]");
    for position in 0..group.columns.len() {
        declare(saying, group, position, &mut out);
    }
    out
}

/// The lines above the columns.
fn head(
    saying: Saying<'_>,
    group: &Group,
    (id, dialect): (&str, &str),
    files: &[&NamedFile],
    out: &mut String,
) {
    let confirm = saying.text("profile-toml-confirm", &[]);
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    line(format!("[{id}]"));
    line(format!("title = {}   # {confirm}", quoted(id)));
    line(format!("nature = \"software-export\"   # {confirm}"));
    let names: Vec<String> = files.iter().map(|file| quoted(&file.declared)).collect();
    line(format!("files = [{}]", names.join(", ")));
    match &group.rows.days {
        Some(days) => {
            let last = saying.text("profile-toml-collected", &[]);
            line(format!(
                "collected = {}   # {last}",
                days.to.format("%Y-%m-%d")
            ));
        }
        None => line(format!(
            "# collected = …   # {}",
            saying.text("profile-toml-collected-none", &[])
        )),
    }
    line(format!(
        "proof = \"census\"   # {}",
        saying.text("profile-toml-proof", &[])
    ));
    let time = group
        .time
        .and_then(|time| group.columns.get(time)?.id.clone());
    if let Some(time) = time {
        line(format!(
            "time = \"{time}\"   # {}",
            saying.text("profile-toml-time", &[])
        ));
    }
    line(dialect.to_owned());
}

/// The line that says where the header is, where it is not the first line.
fn header_row(first: &FileProfile) -> Option<String> {
    match first.layout.header {
        HeaderFound::Data => Some("header_row = 0".to_owned()),
        _ if first.layout.titles > 0 => Some(format!("header_row = {}", first.layout.line)),
        _ => None,
    }
}

fn comment(out: &mut String, text: &str) {
    for line in wrap(text, COMMENT) {
        let _ = writeln!(out, "# {}", line.trim_end());
    }
}

/// A column, its doubts above it.
fn declare(saying: Saying<'_>, group: &Group, position: usize, out: &mut String) {
    let Some(column) = group.columns.get(position) else {
        return;
    };
    let Some(id) = &column.id else {
        let key = match column.name.is_empty() {
            true => "profile-toml-nameless",
            false => "profile-toml-repeated",
        };
        comment(out, &saying.text(key, &[]));
        return;
    };
    for doubt in of_column(saying, group, column) {
        comment(out, &plain(&doubt));
    }
    let place = match column.name.is_empty() {
        true => format!("position = {}", position.saturating_add(1)),
        false => format!("header = {}", quoted(&column.name)),
    };
    let nothing: Vec<String> = column
        .judged
        .nothing
        .iter()
        .map(|word| quoted(&word.value))
        .collect();
    let nothing = match nothing.is_empty() {
        true => String::new(),
        false => format!(", nothing = [{}]", nothing.join(", ")),
    };
    if column.judged.guess == Guess::Empty {
        comment(out, &saying.text("profile-toml-empty", &[]));
    }
    for of_type in types(column) {
        let (mark, of_type) = match of_type.strip_prefix('#') {
            Some(rest) => ("# ", rest),
            None => ("", of_type.as_str()),
        };
        let _ = writeln!(out, "{mark}{id} = {{ {place}, type = {of_type}{nothing} }}");
    }
    if let Some(line) = together(group, position) {
        comment(out, &saying.text("profile-toml-together", &[]));
        let _ = writeln!(out, "# {line}");
    }
}

/// The type of a column and its settings; behind a `#` where a person must choose first.
fn types(column: &ColumnProfile) -> Vec<String> {
    let noted = |kind: &str, notation: &str| {
        let others = column.judged.others.iter().map(|(other, _)| other.clone());
        let all: Vec<String> = std::iter::once(notation.to_owned()).chain(others).collect();
        match all.as_slice() {
            [one] => format!("\"{kind}\", format = {}", quoted(one)),
            all => format!("\"{kind}\", format = [{}]", list(all)),
        }
    };
    match &column.judged.guess {
        Guess::Empty => vec!["#\"text\"".to_owned()],
        Guess::Personal(_) => vec!["\"personal\"".to_owned()],
        Guess::Key => vec!["\"key\"".to_owned()],
        Guess::Boolean { yes, no } => {
            let (yes, no) = (list(yes), list(no));
            vec![format!("\"boolean\", yes = [{yes}], no = [{no}]")]
        }
        Guess::Date(notation) => vec![noted("date", notation)],
        Guess::DateTime(notation) => vec![noted("datetime", notation)],
        Guess::Duration(notation) => vec![noted("duration", notation)],
        Guess::DayOrMonth(doubt) => {
            let kind = if doubt.time { "datetime" } else { "date" };
            let either = doubt.candidates.iter();
            either
                .map(|notation| format!("#{}", noted(kind, notation)))
                .collect()
        }
        Guess::HoursOrMinutes => ["HH:MM", "mm:ss"]
            .map(|notation| format!("#{}", noted("duration", notation)))
            .to_vec(),
        Guess::WhichClock(notation) => vec![
            format!("#{}", noted("datetime", notation)),
            format!("#{}, clock = \"local\"", noted("datetime", notation)),
        ],
        Guess::Integer => vec!["\"integer\"".to_owned()],
        Guess::Weight => vec!["\"weight\"".to_owned()],
        Guess::Category(values) if !values.is_empty() => {
            let values: Vec<String> = values.iter().map(|(value, _)| value.clone()).collect();
            vec![format!("\"category\", values = [{}]", list(&values))]
        }
        Guess::Category(_) | Guess::Text => vec!["\"text\"".to_owned()],
    }
}

/// A day and the time of the day beside it, as one column.
fn together(group: &Group, position: usize) -> Option<String> {
    let (day, time) = (
        group.columns.get(position.checked_sub(1)?)?,
        group.columns.get(position)?,
    );
    let of_day = time.judged.doubts.contains(&ColumnDoubt::TimeOfDay);
    let (Guess::Date(date), Guess::Duration(clock)) = (&day.judged.guess, &time.judged.guess)
    else {
        return None;
    };
    let sound =
        of_day && day.judged.others.is_empty() && !day.name.is_empty() && !time.name.is_empty();
    let id = format!("{}_{}", day.id.as_ref()?, time.id.as_ref()?);
    sound.then(|| {
        format!(
            "{id} = {{ header = [{}, {}], type = \"datetime\", format = \"{date} {clock}\" }}",
            quoted(&day.name),
            quoted(&time.name),
        )
    })
}

fn list(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    words.join(", ")
}

/// A text without control characters, for a comment.
fn plain(text: &str) -> String {
    let shown = |letter: char| if letter.is_control() { ' ' } else { letter };
    text.chars().map(shown).collect()
}

/// A name for the source: the words of its first file's name, without the numbers of a day or a month.
fn source_id(saying: Saying<'_>, position: usize, files: &[&NamedFile]) -> String {
    let name = files.first().map_or("", |file| file.declared.as_str());
    let stem = name.rsplit('/').next().unwrap_or(name);
    let stem = stem.split_once('.').map_or(stem, |(stem, _)| stem);
    let words = stem
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_alphabetic()));
    let words: Vec<String> = words.map(str::to_ascii_lowercase).collect();
    let base = match words.is_empty() {
        true => "source".to_owned(),
        false => words.join("-"),
    };
    let others = saying.profile.groups.iter().take(position);
    let same = others.filter(|group| {
        let first = group
            .files
            .first()
            .and_then(|number| usize::try_from(*number).ok());
        let file = first.and_then(|number| saying.files.get(number.checked_sub(1)?));
        file.is_some_and(|file| source_id(saying, 0, &[file]) == base)
    });
    match same.count() {
        0 => base,
        count => format!("{base}-{}", count.saturating_add(1)),
    }
}
