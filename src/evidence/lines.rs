//! JSON Lines as typed batches: one object on each line, its keys the headers.
//!
//! Invariant: a line is an object that was read whole, or it is rejected; a number is taken as the digits that stand in the
//! file, never through a binary fraction.

#[cfg(test)]
mod tests;

use super::batch::Batch;
use super::encoding::Encoding;
use super::fault::FileFault;
use super::ledger::{FileLedger, Rejection};
use super::opening::open;
use super::raw::{Raw, Row};
use super::record::LONGEST;
use super::schema::Kind;
use super::table::{Found, Place, Table, TableRequest, Wanted};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

/// The most keys of a file that are told apart.
const KEYS: usize = 10_000;
/// The most digits that an exponent may add to a number.
const SHIFT: usize = 40;

/// Reads a file to its end and hands its rows over in batches; the batch is reused once the sink returns. After a fault,
/// the batches handed over must be dropped. Blank lines are no rows; a key that no row has is a missing column.
pub fn read_lines(
    input: impl Read,
    request: TableRequest<'_>,
    sink: &mut dyn FnMut(&Batch),
) -> Result<FileLedger, FileFault> {
    let input = open(input, Encoding::Utf8)?;
    let mut input = BufReader::new(input);
    let mut keys = Keys::new(request.wanted);
    let mut table = Table::new(request, keys.found(request.wanted), sink);
    let (mut bytes, mut row, mut line) = (Vec::new(), Row::default(), 0_u64);
    loop {
        line += 1;
        let whole = next_line(&mut input, &mut bytes);
        let Some(whole) = whole.map_err(|error| FileFault::reading(&error, line))? else {
            break;
        };
        if !whole {
            table.reject(Rejection::TooLong, line, 0);
        } else if !bytes.trim_ascii().is_empty() {
            row.begin(line);
            match keys.fill(&bytes, &mut row) {
                Some(()) => table.take(line, &row),
                None => table.reject(Rejection::JsonBroken, line, 0),
            }
        }
    }
    let missing = keys.missing(request.wanted);
    if table.ledger.rows > table.ledger.rejected_total() && !missing.is_empty() {
        return Err(FileFault::MissingColumns(missing));
    }
    table.ledger.undeclared_columns = u64::try_from(keys.others.len()).unwrap_or(u64::MAX);
    table.ledger.new_column = keys.first_other.filter(|_| request.every_column);
    Ok(table.finish())
}

/// Reads a line without its end: whether all of it was kept; none at the end of the file.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    let limit = u64::try_from(LONGEST).unwrap_or(u64::MAX);
    let mut part = io::Read::take(&mut *input, limit);
    if part.read_until(b'\n', line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') || line.len() < LONGEST {
        return Ok(Some(true));
    }
    // The rest of it is passed over, without being kept.
    loop {
        let chunk = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        let end = memchr::memchr(b'\n', chunk);
        let used = end.map_or(chunk.len(), |end| end + 1);
        let done = end.is_some() || chunk.is_empty();
        input.consume(used);
        if done {
            return Ok(Some(false));
        }
    }
}

/// The keys that are looked for, and what was seen of them.
struct Keys {
    names: Vec<String>,
    seen: Vec<bool>,
    /// Keys that no column has.
    others: BTreeSet<String>,
    /// The position in its object, counted from 1, of the first of those.
    first_other: Option<u64>,
}

impl Keys {
    fn new(wanted: Wanted<'_>) -> Self {
        let mut names: Vec<String> = Vec::new();
        for place in wanted.layouts.iter().flat_map(|layout| &layout.places) {
            if let Place::Headers(headers) = place {
                names.extend(headers.iter().cloned());
            }
        }
        names.sort_unstable();
        names.dedup();
        Self {
            seen: vec![false; names.len()],
            names,
            others: BTreeSet::new(),
            first_other: None,
        }
    }

    /// The fields of each column, its keys taken for headers.
    fn fields(&self, wanted: Wanted<'_>) -> Vec<Vec<usize>> {
        let places = wanted
            .layouts
            .first()
            .map_or(&[][..], |layout| &layout.places);
        let fields = |place: &Place| match place {
            Place::Headers(headers) => {
                let of = |header| self.names.binary_search(header).ok();
                headers.iter().filter_map(of).collect()
            }
            Place::Position(_) => Vec::new(),
        };
        places.iter().map(fields).collect()
    }

    fn found(&self, wanted: Wanted<'_>) -> Found {
        let mut fields = self.fields(wanted);
        for (rank, (of, column)) in fields.iter_mut().zip(&wanted.schema.columns).enumerate() {
            let needed = wanted.needed.get(rank).copied().unwrap_or(false);
            if !needed || column.kind == Kind::Personal {
                of.clear();
            }
        }
        Found {
            width: self.names.len(),
            fields,
            undeclared: Vec::new(),
            layout: 0,
            first: 0,
        }
    }

    /// The names of the columns of which no row has the key.
    fn missing(&self, wanted: Wanted<'_>) -> Vec<String> {
        let unseen = |field: &usize| self.seen.get(*field) == Some(&false);
        let columns = wanted.schema.columns.iter().zip(self.fields(wanted));
        columns
            .filter(|(column, fields)| column.kind != Kind::Personal && fields.iter().any(unseen))
            .map(|(column, _)| column.name.clone())
            .collect()
    }

    /// Puts the values of an object into a row, one for each key; none if the line is no object, or names a key twice.
    fn fill(&mut self, line: &[u8], row: &mut Row) -> Option<()> {
        let object: Object<'_> = serde_json::from_slice(line).ok()?;
        let mut values: Vec<Option<&RawValue>> = vec![None; self.names.len()];
        for ((key, value), position) in object.0.iter().zip(1_u64..) {
            match self.names.binary_search(key) {
                Ok(rank) => {
                    if let (Some(slot), Some(seen)) =
                        (values.get_mut(rank), self.seen.get_mut(rank))
                    {
                        *seen = true;
                        *slot = Some(value);
                    }
                }
                Err(_) => {
                    self.first_other.get_or_insert(position);
                    if self.others.len() < KEYS {
                        self.others.insert(key.clone());
                    }
                }
            }
        }
        values.into_iter().try_for_each(|value| push(value, row))
    }
}

/// Appends a value to a row.
fn push(value: Option<&RawValue>, row: &mut Row) -> Option<()> {
    let text = value.map_or("null", RawValue::get);
    match text.bytes().next()? {
        b'n' => row.push(Raw::Empty),
        b't' => row.push(Raw::Boolean(true)),
        b'f' => row.push(Raw::Boolean(false)),
        b'"' => {
            let text: String = serde_json::from_str(text).ok()?;
            row.push(Raw::Text(&text));
        }
        b'{' | b'[' => row.push(Raw::Error),
        _ => match decimal(text) {
            Some(number) => row.push(Raw::Number(&number)),
            None => row.push(Raw::Error),
        },
    }
    Some(())
}

/// A JSON number as its shortest decimal text; none if its exponent is far from any figure of a town.
fn decimal(text: &str) -> Option<String> {
    let (sign, text) = text
        .strip_prefix('-')
        .map_or(("", text), |rest| ("-", rest));
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let exponent: i64 = exponent
        .strip_prefix('+')
        .unwrap_or(exponent)
        .parse()
        .ok()?;
    let shift = usize::try_from(exponent.unsigned_abs())
        .ok()
        .filter(|shift| *shift <= SHIFT)?;
    let zeros = "0".repeat(shift);
    let (whole, fraction) = if exponent < 0 {
        let all = format!("{zeros}{whole}");
        let (whole, moved) = all.split_at_checked(all.len().checked_sub(shift)?)?;
        (whole.to_owned(), format!("{moved}{fraction}"))
    } else {
        let all = format!("{fraction}{zeros}");
        let (moved, fraction) = all.split_at_checked(shift)?;
        (format!("{whole}{moved}"), fraction.to_owned())
    };
    let (whole, fraction) = (
        whole.trim_start_matches('0'),
        fraction.trim_end_matches('0'),
    );
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(match fraction {
        "" if whole == "0" => "0".to_owned(),
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    })
}

/// The keys of an object, each once, with the bytes of their values.
struct Object<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries)
    }
}

struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Object<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut entries, mut keys) = (Vec::new(), BTreeSet::new());
        while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
            if !keys.insert(key.clone()) {
                return Err(A::Error::custom("a key stands twice"));
            }
            entries.push((key, value));
        }
        Ok(Object(entries))
    }
}
