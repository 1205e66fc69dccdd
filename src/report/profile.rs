//! What `charte profile` says: what the files probably are, what to verify, and the declaration to paste.
//!
//! Invariant: where values may not be shown, no header, value, day or file name is: columns and files are numbered. Values
//! of columns judged personal are never here at all.

mod columns;
mod declaration;
mod quote;
mod ready;

use super::Style;
use super::explain::{Paragraph, draw};
use crate::diagnostic::Value;
use crate::evidence::profile::{
    DaysFound, Difference, FileProfile, Group, HeaderFound, Link, Profile, ROWS, Spots,
};
use crate::messages::Messages;
use chrono::NaiveDate;

/// A file as it is named.
#[derive(Debug, Clone)]
pub struct NamedFile {
    /// As it was given.
    pub shown: String,
    /// As `sources.toml` would name it.
    pub declared: String,
    /// Whether it lies where evidence is looked for.
    pub within: bool,
}

/// What is rendered, and how.
#[derive(Clone, Copy)]
pub(super) struct Saying<'a> {
    pub(super) profile: &'a Profile,
    pub(super) files: &'a [NamedFile],
    pub(super) messages: &'a Messages,
    /// Whether headers, values, days and file names are shown.
    pub(super) open: bool,
}

/// The whole text: for each source, what was found and, where values may be shown, its declaration.
pub fn render(
    profile: &Profile,
    files: &[NamedFile],
    messages: &Messages,
    style: Style,
    open: bool,
) -> String {
    let saying = Saying {
        profile,
        files,
        messages,
        open,
    };
    let mut parts = Vec::new();
    for (position, group) in profile.groups.iter().enumerate() {
        let paragraphs = saying.paragraphs(position, group);
        let name = saying.file_list(group);
        let mut part = draw(&name, &paragraphs, messages, style);
        if open {
            part.push('\n');
            part.push_str(&messages.plain("profile-paste"));
            part.push_str("\n\n");
            part.push_str(&declaration::toml(saying, position, group));
        }
        parts.push(part);
    }
    let mut text = parts.join("\n");
    if !open {
        let note = [(
            "profile-heading-values",
            vec![messages.plain("profile-closed")],
        )];
        text.push('\n');
        text.push_str(draw("", &note, messages, style).trim_start());
    }
    text
}

impl Saying<'_> {
    pub(super) fn text(self, key: &str, args: &[(&str, Value)]) -> String {
        self.messages.text(key, args)
    }

    fn paragraphs(self, position: usize, group: &Group) -> Vec<Paragraph> {
        let known = group.known.map(|known| {
            let software = Value::from(ready::software(known));
            self.text("profile-known", &[("software", software)])
        });
        let cut = group.files.iter().flat_map(|file| self.cut(*file));
        let cut: Vec<String> = known.into_iter().chain(cut).collect();
        vec![
            ("profile-heading-cut", cut),
            ("profile-heading-differences", self.differences(group)),
            ("profile-heading-columns", columns::lines(self, group)),
            ("profile-heading-days", self.days(group)),
            ("profile-heading-rows", self.rows(group)),
            ("profile-heading-links", self.links(position)),
            ("profile-heading-doubts", columns::doubts(self, group)),
        ]
    }

    /// The name of a file.
    pub(super) fn file(self, number: u32) -> String {
        let position = usize::try_from(number).unwrap_or(0).saturating_sub(1);
        match self.files.get(position) {
            Some(file) if self.open => file.shown.clone(),
            _ => self.text("profile-file", &[("file", number.into())]),
        }
    }

    fn file_list(self, group: &Group) -> String {
        let names: Vec<String> = group.files.iter().map(|file| self.file(*file)).collect();
        names.join(", ")
    }

    /// The name of a column, in the language's quotes.
    pub(super) fn column(self, group: &Group, position: usize) -> String {
        let name = group
            .columns
            .get(position)
            .map(|column| column.name.as_str());
        match name {
            Some(name) if self.open && !name.is_empty() => {
                self.text("profile-column-named", &[("name", name.into())])
            }
            _ => self.text(
                "profile-column",
                &[("number", position.saturating_add(1).into())],
            ),
        }
    }

    /// Rows of a kind: the first of them by line.
    fn spots(self, spots: &Spots) -> String {
        let several = self.profile.files.len() > 1;
        let named = spots.first.iter().map(|spot| {
            let key = if several {
                "profile-spot-of"
            } else {
                "profile-spot"
            };
            let line = Value::from(spot.line.to_string());
            self.text(key, &[("file", spot.file.into()), ("line", line)])
        });
        let named: Vec<String> = named.collect();
        let more = spots.count > u64::try_from(named.len()).unwrap_or(u64::MAX);
        let key = if more {
            "profile-spots-more"
        } else {
            "profile-spots"
        };
        self.text(key, &[("rows", named.join(", ").into())])
    }

    fn day(self, date: NaiveDate) -> Value {
        self.messages.date(date).into()
    }

    fn days(self, group: &Group) -> Vec<String> {
        let (Some(days), Some(time)) = (&group.rows.days, group.time) else {
            return vec![self.text("profile-days-none", &[])];
        };
        let column = self.column(group, time);
        let mut lines = vec![match self.open {
            true => self.text(
                "profile-days",
                &[
                    ("column", column.into()),
                    ("from", self.day(days.from)),
                    ("to", self.day(days.to)),
                ],
            ),
            false => self.text("profile-days-closed", &[("column", column.into())]),
        }];
        if days.weekdays.iter().any(|(_, all)| *all > 0) {
            lines.push(self.weekdays(days));
        }
        if days.missing > 0 {
            lines.push(self.text("profile-missing", &[("count", days.missing.into())]));
            if self.open {
                let named = days.missing_days.iter().map(|day| self.messages.date(*day));
                let named: Vec<String> = named.collect();
                let key = match days.missing > u64::try_from(named.len()).unwrap_or(0) {
                    true => "profile-missing-first",
                    false => "profile-missing-days",
                };
                lines.push(self.text(key, &[("days", named.join(", ").into())]));
            }
        }
        for (from, to, rows) in &days.frozen {
            let key = if self.open {
                "profile-frozen"
            } else {
                "profile-frozen-closed"
            };
            let args = [
                ("from", self.day(*from)),
                ("to", self.day(*to)),
                ("rows", (*rows).into()),
            ];
            lines.push(self.text(key, &args));
        }
        lines
    }

    /// How many days of each weekday have rows.
    fn weekdays(self, days: &DaysFound) -> String {
        let named = days
            .weekdays
            .iter()
            .enumerate()
            .filter(|(_, (_, all))| *all > 0);
        let named: Vec<String> = named
            .map(|(rank, (with, all))| {
                let day = format!("calendar-weekday-{}", rank.saturating_add(1));
                let args = [
                    ("day", self.messages.plain(&day).into()),
                    ("with", (*with).into()),
                    ("all", (*all).into()),
                ];
                self.text("profile-weekday", &args)
            })
            .collect();
        self.text("profile-weekdays", &[("days", named.join(", ").into())])
    }

    fn rows(self, group: &Group) -> Vec<String> {
        let found = &group.rows;
        let mut lines = vec![self.text("profile-rows", &[("count", found.rows.into())])];
        let limited = group
            .files
            .iter()
            .filter_map(|number| self.of_file(*number))
            .any(|file| file.limited);
        if limited {
            lines.push(self.text("profile-limited", &[("rows", ROWS.into())]));
        }
        for (cause, spots) in &found.broken {
            let why = cause
                .code()
                .as_str()
                .replacen("evidence-row-", "publish-rejected-", 1);
            let args = [
                ("count", Value::from(spots.count)),
                ("why", self.messages.plain(&why).into()),
                ("rows", self.spots(spots).into()),
            ];
            lines.push(self.text("profile-broken", &args));
        }
        for (key, spots) in [
            ("profile-repeated", &found.repeated),
            ("profile-headers", &found.headers),
            ("profile-totals", &found.totals),
        ] {
            if spots.count > 0 {
                let rows = self.spots(spots);
                lines.push(self.text(key, &[("count", spots.count.into()), ("rows", rows.into())]));
            }
        }
        for found in &found.contradictions {
            let args = [
                ("count", Value::from(found.spots.count)),
                ("of", found.of.into()),
                ("earlier", self.column(group, found.earlier).into()),
                ("later", self.column(group, found.later).into()),
                ("rows", self.spots(&found.spots).into()),
            ];
            lines.push(self.text("profile-contradiction", &args));
        }
        lines
    }

    fn links(self, position: usize) -> Vec<String> {
        let of = |link: &&Link| link.from.0 == position;
        let named = |(group, column): (usize, usize)| {
            let found = self.profile.groups.get(group);
            let name = found.map_or_else(String::new, |group| self.column(group, column));
            let files = found.map_or_else(String::new, |group| self.file_list(group));
            (name, files)
        };
        let links = self.profile.links.iter().filter(of);
        links
            .map(|link| {
                let ((from, _), (to, files)) = (named(link.from), named(link.to));
                let args = [
                    ("from", Value::from(from)),
                    ("to", to.into()),
                    ("files", files.into()),
                    ("shared", link.shared.into()),
                    ("of", link.of.into()),
                ];
                self.text("profile-link", &args)
            })
            .collect()
    }

    fn differences(self, group: &Group) -> Vec<String> {
        let line = |difference: &Difference| {
            let (key, file, column, what) = match difference {
                Difference::Missing(file, column) => (
                    "profile-differs-missing",
                    file,
                    Some(*column),
                    String::new(),
                ),
                Difference::Added(file, column) => {
                    ("profile-differs-added", file, Some(*column), String::new())
                }
                Difference::Moved(file) => ("profile-differs-moved", file, None, String::new()),
                Difference::Notation(file, column, notation) => (
                    "profile-differs-notation",
                    file,
                    Some(*column),
                    notation.clone(),
                ),
                Difference::Encoding(file, name) => {
                    ("profile-differs-encoding", file, None, (*name).to_owned())
                }
                Difference::Delimiter(file, byte) => (
                    "profile-differs-delimiter",
                    file,
                    None,
                    self.delimiter(*byte),
                ),
                Difference::Header(file) => ("profile-differs-header", file, None, String::new()),
            };
            let column = column.map_or_else(String::new, |column| self.column(group, column));
            let args = [
                ("file", Value::from(self.file(*file))),
                ("column", column.into()),
                ("what", what.into()),
            ];
            self.text(key, &args)
        };
        let mut lines: Vec<String> = group.differences.iter().map(line).collect();
        if !lines.is_empty() {
            lines.push(self.text("profile-differs-help", &[]));
        }
        lines
    }

    fn of_file(&self, number: u32) -> Option<&FileProfile> {
        let position = usize::try_from(number).ok()?.checked_sub(1)?;
        self.profile.files.get(position)
    }

    fn delimiter(self, byte: u8) -> String {
        match byte {
            b'\t' => self.messages.plain("profile-tab"),
            byte => char::from(byte).to_string(),
        }
    }

    /// How a file is encoded and cut, and why one thinks so.
    fn cut(self, number: u32) -> Vec<String> {
        let Some(file) = self.of_file(number) else {
            return Vec::new();
        };
        let (bytes, layout) = (&file.bytes, &file.layout);
        let mut lines = Vec::new();
        if self.profile.files.len() > 1 {
            let args = [
                ("name", Value::from(self.file(number))),
                ("rows", file.rows.into()),
            ];
            lines.push(self.text("profile-of-file", &args));
        }
        let args = [
            ("name", Value::from(bytes.charset.name())),
            ("count", bytes.beyond_ascii.into()),
        ];
        lines.push(self.text(columns::encoding_key(bytes.reason), &args));
        if bytes.doubtful {
            lines.push(self.text("profile-encoding-doubtful", &[]));
        }
        for (key, count) in [("profile-lost", bytes.lost), ("profile-twice", bytes.twice)] {
            if count > 0 {
                lines.push(self.text(key, &[("count", count.into())]));
            }
        }
        let args = [
            ("delimiter", Value::from(self.delimiter(layout.delimiter))),
            ("quote", char::from(layout.quote).to_string().into()),
            ("width", layout.width.into()),
            ("regular", layout.regular.into()),
            ("looked", layout.looked_at.into()),
        ];
        let key = if layout.width > 1 {
            "profile-delimiter"
        } else {
            "profile-one-column"
        };
        lines.push(self.text(key, &args));
        let ends = [
            ("CRLF", bytes.ends.crlf),
            ("LF", bytes.ends.lf),
            ("CR", bytes.ends.cr),
        ];
        let ends = ends.into_iter().filter(|(_, count)| *count > 0);
        let ends: Vec<String> = ends
            .map(|(name, count)| format!("{name} ({})", self.messages.number(count)))
            .collect();
        if !ends.is_empty() {
            lines.push(self.text("profile-ends", &[("ends", ends.join(", ").into())]));
        }
        let key = match layout.header {
            HeaderFound::Names => "profile-header",
            HeaderFound::Perhaps => "profile-header-perhaps",
            HeaderFound::Data => "profile-header-none",
        };
        let args = [
            ("line", Value::from(layout.line.to_string())),
            ("titles", layout.titles.into()),
        ];
        lines.push(self.text(key, &args));
        lines
    }
}
