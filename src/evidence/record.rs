//! Bytes cut into records and fields, by the grammar of RFC 4180 with a declared delimiter and quote.
//!
//! Invariant: a record is sound or says what is wrong with it. CSV libraries accept text behind a closing quote and a
//! quote that is never closed; both melt rows together in silence, so both are faults here. No record takes more memory
//! than the length limit and one reading buffer.

#[cfg(test)]
mod tests;

use std::io::{self, BufRead, ErrorKind};

use super::ledger::Rejection;
use super::schema::Dialect;

/// The longest record that is read, in bytes.
pub(super) const LONGEST: usize = 1 << 20;

/// One record: its fields and where it stands.
#[derive(Debug, Default)]
pub(super) struct Record {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    size: usize,
    /// First line, counted from 1.
    pub(super) line: u64,
    /// How many line breaks stand inside it.
    pub(super) breaks: u64,
    /// Delimiters on its present line, once it has gone over a line break.
    on_line: usize,
    /// The most delimiters on one of its lines behind the first.
    pub(super) widest: usize,
    /// Why its fields cannot be trusted.
    pub(super) fault: Option<Rejection>,
}

impl Record {
    /// How many fields it has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A field; one whose bytes were not to be kept is empty.
    pub(super) fn field(&self, index: usize) -> Option<&[u8]> {
        let end = *self.ends.get(index)?;
        let start = index
            .checked_sub(1)
            .map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.bytes.get(start..end)
    }

    /// The fields in order.
    pub(super) fn fields(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).filter_map(|index| self.field(index))
    }

    fn clear(&mut self, line: u64) {
        self.bytes.clear();
        self.ends.clear();
        (self.size, self.line, self.breaks, self.fault) = (0, line, 0, None);
        (self.on_line, self.widest) = (0, 0);
    }

    /// Counts bytes of the file against the limit.
    fn grow(&mut self, count: usize) {
        self.size = self.size.saturating_add(count);
        if self.size > LONGEST {
            self.fault = Some(Rejection::TooLong);
        }
    }

    /// Counts the delimiters on lines behind the first, quoted or not.
    fn see_delimiters(&mut self, count: usize) {
        if self.breaks > 0 {
            self.on_line += count;
            self.widest = self.widest.max(self.on_line);
        }
    }

    fn is_stored(&self) -> bool {
        self.fault != Some(Rejection::TooLong)
    }

    fn end_field(&mut self) {
        if self.is_stored() {
            self.ends.push(self.bytes.len());
        }
    }
}

/// Where in a field the reader stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Before its first byte.
    Start,
    /// Among bytes that stand for themselves.
    Bare,
    /// Between quotes.
    Quoted,
    /// Behind a quote that closes the field, unless another quote follows.
    Closed,
}

/// The records of a file, one after the other.
#[derive(Debug)]
pub(super) struct Records<R> {
    input: R,
    dialect: Dialect,
    within: Within,
    /// The line of the next byte.
    line: u64,
    /// Whether the last byte was a carriage return, with which a line feed makes one line break.
    after_return: bool,
    /// Which fields are kept; all of them beyond its end.
    kept: Vec<bool>,
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(input: R, dialect: Dialect) -> Self {
        Self {
            input,
            dialect,
            within: Within::Start,
            line: 1,
            after_return: false,
            kept: Vec::new(),
        }
    }

    /// The line that reading has come to.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Says which fields of the next records are kept; the bytes of the others are passed over.
    pub(super) fn keep(&mut self, kept: Vec<bool>) {
        self.kept = kept;
    }

    /// Reads the next record. Lines without any byte are no records. False at the end of the file.
    pub(super) fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        if !self.skip_breaks()? {
            return Ok(false);
        }
        record.clear(self.line);
        self.within = Within::Start;
        loop {
            let chunk = match self.input.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                other => other?,
            };
            if chunk.is_empty() {
                if self.within == Within::Quoted {
                    record.fault = Some(Rejection::UnclosedQuote);
                }
                record.end_field();
                return Ok(true);
            }
            let mut cutter = Cutter {
                dialect: self.dialect,
                kept: &self.kept,
                within: &mut self.within,
                line: &mut self.line,
                after_return: &mut self.after_return,
            };
            let (used, done) = cutter.feed(chunk, record);
            self.input.consume(used);
            if done {
                return Ok(true);
            }
        }
    }

    /// Passes over line breaks; false at the end of the file.
    fn skip_breaks(&mut self) -> io::Result<bool> {
        loop {
            let byte = match self.input.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                other => other?.first().copied(),
            };
            match byte {
                None => return Ok(false),
                Some(byte @ (b'\r' | b'\n')) => {
                    self.line += u64::from(is_new_line(byte, self.after_return));
                    self.after_return = byte == b'\r';
                    self.input.consume(1);
                }
                Some(_) => return Ok(true),
            }
        }
    }
}

/// Whether a byte begins a line break of its own.
const fn is_new_line(byte: u8, after_return: bool) -> bool {
    byte == b'\r' || (byte == b'\n' && !after_return)
}

/// The state of [`Records`] while a stretch of its input is borrowed.
struct Cutter<'a> {
    dialect: Dialect,
    kept: &'a [bool],
    within: &'a mut Within,
    line: &'a mut u64,
    after_return: &'a mut bool,
}

impl Cutter<'_> {
    /// Cuts a stretch up to the end of the record; how many bytes were used, and whether the record ended.
    fn feed(&mut self, chunk: &[u8], record: &mut Record) -> (usize, bool) {
        let mut rest = chunk;
        loop {
            let (plain, tail) = rest
                .split_at_checked(self.plain_run(rest))
                .unwrap_or((rest, &[]));
            if !plain.is_empty() {
                *self.after_return = false;
                record.grow(plain.len());
                if record.breaks > 0 {
                    let delimiter = |byte: &&u8| **byte == self.dialect.delimiter;
                    record.see_delimiters(plain.iter().filter(delimiter).count());
                }
                self.store(plain, record);
            }
            let Some((&byte, tail)) = tail.split_first() else {
                return (chunk.len(), false);
            };
            rest = tail;
            if self.step(byte, record) {
                return (chunk.len() - rest.len(), true);
            }
        }
    }

    /// How many bytes ahead stand for themselves.
    fn plain_run(&self, rest: &[u8]) -> usize {
        let Dialect {
            delimiter, quote, ..
        } = self.dialect;
        let special = match *self.within {
            Within::Start | Within::Closed => return 0,
            Within::Bare => delimiter,
            Within::Quoted => quote,
        };
        let ends = |byte: &u8| *byte == special || *byte == b'\n' || *byte == b'\r';
        rest.iter().position(ends).unwrap_or(rest.len())
    }

    /// Takes one byte; true if it ends the record.
    fn step(&mut self, byte: u8, record: &mut Record) -> bool {
        let Dialect {
            delimiter, quote, ..
        } = self.dialect;
        let new_line = is_new_line(byte, *self.after_return);
        *self.line += u64::from(new_line);
        *self.after_return = byte == b'\r';
        if *self.within == Within::Quoted {
            record.grow(1);
            record.breaks += u64::from(new_line);
            if new_line {
                record.on_line = 0;
            }
            if byte == quote {
                *self.within = Within::Closed;
            } else {
                self.store(&[byte], record);
            }
            return false;
        }
        if byte == b'\r' || byte == b'\n' {
            record.end_field();
            return true;
        }
        record.grow(1);
        *self.within = match *self.within {
            _ if byte == delimiter => {
                record.see_delimiters(1);
                record.end_field();
                Within::Start
            }
            Within::Start if byte == quote => Within::Quoted,
            Within::Closed if byte == quote => {
                self.store(&[byte], record);
                Within::Quoted
            }
            Within::Closed => {
                record.fault = record.fault.or(Some(Rejection::StrayQuote));
                Within::Bare
            }
            _ => {
                self.store(&[byte], record);
                Within::Bare
            }
        };
        false
    }

    fn store(&self, bytes: &[u8], record: &mut Record) {
        if record.is_stored() && self.kept.get(record.ends.len()).copied().unwrap_or(true) {
            record.bytes.extend_from_slice(bytes);
        }
    }
}
