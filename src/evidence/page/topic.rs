//! Which passages of a page are about what: a passage begins where its subject is named, and ends where another is, at the
//! next heading of the same rank, and with the part of the page.
//!
//! Invariant: every line is in the passages of the subjects that own it, and in no other; a line without subject is an
//! orphan, from which no silence can be concluded.

use super::lexer::{Kind, Token};
use super::line::Row;

/// A line without the names of the subjects.
#[derive(Debug, Clone)]
pub(super) struct Stripped {
    pub(super) cells: Vec<Vec<Token>>,
    pub(super) heading: u8,
    pub(super) table: u32,
    /// The subjects that own the line.
    pub(super) owners: Vec<usize>,
    /// Whether it names a subject.
    pub(super) names: bool,
    /// Whether the passage began with a row of a table that names its subject beside other things: what stands in the
    /// further rows may belong to any column.
    pub(super) columns: bool,
    /// Whether what it says may not hold.
    pub(super) doubt: bool,
}

impl Stripped {
    pub(super) fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.cells.iter().flatten()
    }

    pub(super) fn has_time(&self) -> bool {
        self.tokens().any(Token::is_time)
    }
}

/// A name and the subject that it names; none for words that name nothing.
pub(super) type Name<'a> = (Option<usize>, &'a [String]);

/// The lines with their owners. Those that no passage owns belong to `rest`.
pub(super) fn passages(rows: &[Row], names: &[Name<'_>], rest: Option<usize>) -> Vec<Stripped> {
    let mut lines: Vec<Stripped> = Vec::with_capacity(rows.len());
    let rest: Vec<usize> = rest.into_iter().collect();
    let mut owners = rest.clone();
    let (mut level, mut part, mut table) = (0, 0, None);
    for row in rows {
        let (cells, found) = strip(row, names);
        let ends = row.part != part || (row.heading > 0 && (level == 0 || row.heading <= level));
        part = row.part;
        let named = !found.is_empty();
        if named {
            owners = found;
            level = row.heading;
            let others = row
                .cells
                .iter()
                .filter(|cell| cell.iter().any(|token| !token.is_mark()));
            let timed = row.tokens().any(Token::is_time);
            table = (row.table > 0 && others.count() > 1 && !timed).then_some(row.table);
        } else if ends {
            owners.clone_from(&rest);
            level = 0;
            table = None;
        }
        lines.push(Stripped {
            cells,
            heading: row.heading,
            table: row.table,
            owners: owners.clone(),
            names: named,
            columns: !named && table == Some(row.table),
            doubt: row.doubt,
        });
    }
    lines
}

/// The cells without the names in them, and the subjects that are named. Of two names that begin at one word the longer
/// counts.
fn strip(row: &Row, names: &[Name<'_>]) -> (Vec<Vec<Token>>, Vec<usize>) {
    let mut found = Vec::new();
    let mut cells = Vec::with_capacity(row.cells.len());
    for cell in &row.cells {
        let mut kept: Vec<Token> = Vec::new();
        let mut rest = cell.as_slice();
        while let Some((first, behind)) = rest.split_first() {
            let fits = names.iter().filter_map(|(subject, name)| {
                begins(rest, name).map(|length| (name.len(), length, *subject))
            });
            match fits.max_by_key(|(words, length, subject)| (*words, *length, subject.is_some())) {
                Some((_, length, subject)) if !first.is_mark() => {
                    found.extend(subject);
                    rest = rest.get(length..).unwrap_or_default();
                }
                _ => {
                    kept.push(first.clone());
                    rest = behind;
                }
            }
        }
        cells.push(without_phones(kept));
    }
    found.sort_unstable();
    found.dedup();
    (cells, found)
}

/// How many tokens a name takes at the beginning of some.
fn begins(tokens: &[Token], name: &[String]) -> Option<usize> {
    let mut words = name.iter();
    let mut wanted = words.next()?;
    for (position, token) in tokens.iter().enumerate() {
        match token.kind {
            // A name runs over commas and dashes, not over the end of a sentence.
            Kind::Mark('.' | '(' | ')' | ';' | ':' | '/') if position > 0 => return None,
            Kind::Mark(_) => {}
            _ if token.text == *wanted => match words.next() {
                Some(next) => wanted = next,
                None => return Some(position.saturating_add(1)),
            },
            _ => return None,
        }
    }
    None
}

/// The tokens without telephone numbers: four pairs of digits or more.
fn without_phones(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::new();
    let mut pairs: Vec<Token> = Vec::new();
    let flush = |pairs: &mut Vec<Token>, kept: &mut Vec<Token>| {
        let count = pairs.iter().filter(|token| !token.is_mark()).count();
        if count < 4 {
            kept.append(pairs);
        }
        pairs.clear();
    };
    for token in tokens {
        let pair = matches!(token.kind, Kind::Number(_)) && token.text.len() == 2;
        let point = !pairs.is_empty() && token.kind == Kind::Mark('.');
        if !pair && !point {
            flush(&mut pairs, &mut kept);
            kept.push(token);
        } else {
            pairs.push(token);
        }
    }
    flush(&mut pairs, &mut kept);
    kept
}

/// The passages about a subject, each as its lines.
pub(super) fn about(lines: &[Stripped], subject: usize) -> Vec<Vec<&Stripped>> {
    let mut passages: Vec<Vec<&Stripped>> = Vec::new();
    let mut inside = false;
    for line in lines {
        let owned = line.owners.contains(&subject);
        match passages.last_mut() {
            Some(passage) if owned && inside => passage.push(line),
            _ if owned => passages.push(vec![line]),
            _ => {}
        }
        inside = owned;
    }
    passages
}
