//! Rows on their way from a reader in a process of its own: what the reader writes, and what is taken from it.
//!
//! Invariant: nothing that is read is believed: lengths, places and texts are checked again, and a stream that ends without
//! its closing frame gives no row more. Writing and reading are pure; numbers are little-endian.

use super::raw::{Raw, Row};
use super::workbook::fault::WorkbookFault;
use std::io::{self, Read};

/// The most rows of a sheet.
pub const LAST_ROW: u32 = 1_048_576;
/// The most columns of a sheet.
pub const LAST_COLUMN: u32 = 16_384;
/// The most bytes of a text.
pub const LONGEST_TEXT: usize = 128 * 1024;
/// The most bytes of a row.
pub const LONGEST_ROW: usize = 1024 * 1024;
/// The longest number as decimal text: the smallest one has 1,077 digits and signs.
const LONGEST_NUMBER: usize = 1_100;

const SHEET: u8 = b'S';
const ROW: u8 = b'R';
const END: u8 = b'E';
const FAULT: u8 = b'F';

const GAP: u8 = 0;
const TEXT: u8 = 1;
const NUMBER: u8 = 2;
const INSTANT: u8 = 3;
const SPAN: u8 = 4;
const FALSE: u8 = 5;
const TRUE: u8 = 6;
const ERROR: u8 = 7;

/// What a reader says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Which sheet is read, counted from 1.
    Sheet(u32),
    /// A row; its cells are in the row that was lent.
    Row,
    /// That was all.
    End,
    /// The file cannot be used.
    Fault(WorkbookFault),
}

/// One row as bytes, cell by cell.
#[derive(Debug, Default)]
pub struct RowBytes {
    bytes: Vec<u8>,
    next: u32,
}

impl RowBytes {
    /// Begins a row, counted from 1.
    pub fn begin(&mut self, row: u32) {
        self.next = 0;
        self.bytes.clear();
        self.bytes.extend_from_slice(&row.to_le_bytes());
    }

    /// Adds a cell at a column, counted from 0; columns only grow.
    pub fn cell(&mut self, column: u32, raw: Raw<'_>) {
        if column > self.next {
            self.bytes.push(GAP);
            self.bytes
                .extend_from_slice(&(column - self.next).to_le_bytes());
        }
        self.next = column + 1;
        match raw {
            Raw::Empty => {
                self.bytes.push(GAP);
                self.bytes.extend_from_slice(&1_u32.to_le_bytes());
            }
            Raw::Text(text) => self.long(TEXT, text),
            Raw::Number(text) => self.long(NUMBER, text),
            Raw::Instant(seconds) => self.seconds(INSTANT, seconds),
            Raw::Span(seconds) => self.seconds(SPAN, seconds),
            Raw::Boolean(false) => self.bytes.push(FALSE),
            Raw::Boolean(true) => self.bytes.push(TRUE),
            Raw::Error | Raw::Undecodable => self.bytes.push(ERROR),
        }
    }

    fn long(&mut self, tag: u8, text: &str) {
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        self.bytes.push(tag);
        self.bytes.extend_from_slice(&length.to_le_bytes());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn seconds(&mut self, tag: u8, seconds: i64) {
        self.bytes.push(tag);
        self.bytes.extend_from_slice(&seconds.to_le_bytes());
    }

    /// How long the row has become.
    pub const fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether it has no cell.
    pub const fn is_empty(&self) -> bool {
        self.next == 0
    }

    /// The row as a frame.
    pub fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let length = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
        out.write_all(&[ROW])?;
        out.write_all(&length.to_le_bytes())?;
        out.write_all(&self.bytes)
    }
}

/// Says which sheet is read.
pub fn write_sheet(sheet: u32, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(&[SHEET])?;
    out.write_all(&sheet.to_le_bytes())
}

/// Says that the file was read to its end, or why it was not.
pub fn write_end(fault: Option<WorkbookFault>, out: &mut dyn io::Write) -> io::Result<()> {
    match fault.map(WorkbookFault::numbers) {
        None => out.write_all(&[END]),
        Some((kind, number)) => {
            out.write_all(&[FAULT, kind])?;
            out.write_all(&number.to_le_bytes())
        }
    }
}

/// Why a stream cannot be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// It ended too early.
    CutOff,
    /// It says something that no reader says.
    Nonsense,
}

/// The frames of a stream, one after another.
#[derive(Debug)]
pub struct Frames<R> {
    input: R,
    payload: Vec<u8>,
    last_row: u32,
    sheet: bool,
}

impl<R: Read> Frames<R> {
    /// The frames of a stream that has not been read.
    pub const fn new(input: R) -> Self {
        Self {
            input,
            payload: Vec::new(),
            last_row: 0,
            sheet: false,
        }
    }

    /// The stream, for what may stand behind its closing frame.
    pub const fn input(&mut self) -> &mut R {
        &mut self.input
    }

    /// The next frame; the cells of a row go into the one that is lent.
    pub fn next(&mut self, row: &mut Row) -> Result<Said, Broken> {
        let [tag] = self.read()?;
        match tag {
            SHEET if !self.sheet => {
                self.sheet = true;
                Ok(Said::Sheet(self.number()?))
            }
            ROW if self.sheet => {
                let length = usize::try_from(self.number()?).map_err(|_| Broken::Nonsense)?;
                if length > LONGEST_ROW {
                    return Err(Broken::Nonsense);
                }
                self.payload.resize(length, 0);
                self.input
                    .read_exact(&mut self.payload)
                    .map_err(|_| Broken::CutOff)?;
                let number = cells(&self.payload, row).ok_or(Broken::Nonsense)?;
                if number <= self.last_row {
                    return Err(Broken::Nonsense);
                }
                self.last_row = number;
                Ok(Said::Row)
            }
            END if self.sheet => Ok(Said::End),
            FAULT => {
                let [kind] = self.read()?;
                let fault = WorkbookFault::of_numbers(kind, self.number()?);
                fault.map(Said::Fault).ok_or(Broken::Nonsense)
            }
            _ => Err(Broken::Nonsense),
        }
    }

    fn read<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH], Broken> {
        let mut bytes = [0; LENGTH];
        self.input
            .read_exact(&mut bytes)
            .map_err(|_| Broken::CutOff)?;
        Ok(bytes)
    }

    fn number(&mut self) -> Result<u32, Broken> {
        self.read().map(u32::from_le_bytes)
    }
}

/// The cells of a row from the bytes of [`RowBytes`], and its number; none if they are no row.
pub fn cells(bytes: &[u8], row: &mut Row) -> Option<u32> {
    let (number, mut rest) = number(bytes)?;
    if number == 0 || number > LAST_ROW {
        return None;
    }
    row.begin(u64::from(number));
    let mut column = 0_u32;
    while let Some((tag, after)) = rest.split_first() {
        rest = after;
        let width = match *tag {
            GAP => {
                let (width, after) = self::number(rest)?;
                rest = after;
                if width > LAST_COLUMN {
                    return None;
                }
                (0..width).for_each(|_| row.push(Raw::Empty));
                width
            }
            TEXT => {
                let (text, after) = long(rest, LONGEST_TEXT)?;
                rest = after;
                row.push(Raw::Text(text));
                1
            }
            NUMBER => {
                let (text, after) = long(rest, LONGEST_NUMBER)?;
                rest = after;
                if !is_decimal(text) {
                    return None;
                }
                row.push(Raw::Number(text));
                1
            }
            INSTANT | SPAN => {
                let (seconds, after) = rest.split_first_chunk()?;
                rest = after;
                let seconds = i64::from_le_bytes(*seconds);
                row.push(if *tag == SPAN {
                    Raw::Span(seconds)
                } else {
                    Raw::Instant(seconds)
                });
                1
            }
            FALSE | TRUE => {
                row.push(Raw::Boolean(*tag == TRUE));
                1
            }
            ERROR => {
                row.push(Raw::Error);
                1
            }
            _ => return None,
        };
        column = column.saturating_add(width);
        if column > LAST_COLUMN {
            return None;
        }
    }
    Some(number)
}

fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*number), rest))
}

fn long(bytes: &[u8], most: usize) -> Option<(&str, &[u8])> {
    let (length, rest) = number(bytes)?;
    let length = usize::try_from(length)
        .ok()
        .filter(|length| *length <= most)?;
    let (text, rest) = rest.split_at_checked(length)?;
    Some((std::str::from_utf8(text).ok()?, rest))
}

/// Whether a text is a decimal number as readers write one.
fn is_decimal(text: &str) -> bool {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell() -> impl Strategy<Value = (u8, String, i64)> {
        (0_u8..8, "[ -~é]{0,12}", any::<i64>())
    }

    fn raw<'a>(kind: u8, text: &'a str, number: &'a str, seconds: i64) -> Raw<'a> {
        match kind {
            0 => Raw::Text(text),
            1 => Raw::Number(number),
            2 => Raw::Instant(seconds),
            3 => Raw::Span(seconds),
            4 => Raw::Boolean(seconds > 0),
            5 => Raw::Error,
            _ => Raw::Empty,
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(number in 1_u32..=LAST_ROW, cells in prop::collection::vec(cell(), 0..20)) {
            let mut bytes = RowBytes::default();
            bytes.begin(number);
            let mut expected = Row::default();
            expected.begin(u64::from(number));
            for (column, (kind, text, seconds)) in (0_u32..).zip(&cells) {
                let digits = seconds.to_string();
                let raw = raw(*kind, text, &digits, *seconds);
                expected.push(raw);
                if *kind < 7 {
                    bytes.cell(column, raw);
                }
            }
            let mut stream = Vec::new();
            write_sheet(3, &mut stream).unwrap();
            bytes.write(&mut stream).unwrap();
            write_end(None, &mut stream).unwrap();
            let mut frames = Frames::new(stream.as_slice());
            let mut row = Row::default();
            prop_assert_eq!(frames.next(&mut row), Ok(Said::Sheet(3)));
            prop_assert_eq!(frames.next(&mut row), Ok(Said::Row));
            prop_assert_eq!(row.line, expected.line);
            for column in 0..20 {
                prop_assert_eq!(row.get(column), expected.get(column));
            }
            prop_assert_eq!(frames.next(&mut row), Ok(Said::End));
        }

        #[test]
        fn anything_at_all_is_read_or_refused(mut bytes in prop::collection::vec(any::<u8>(), 0..200), whole in any::<bool>()) {
            if whole {
                bytes.splice(0..0, [SHEET, 1, 0, 0, 0, ROW, 9, 0, 0, 0, 1, 0, 0, 0]);
            }
            let mut frames = Frames::new(bytes.as_slice());
            let mut row = Row::default();
            while let Ok(Said::Row | Said::Sheet(_)) = frames.next(&mut row) {
                prop_assert!(row.len() <= LAST_COLUMN as usize);
            }
        }
    }

    #[test]
    fn faults_keep_their_numbers() {
        for kind in 0..=u8::MAX {
            for number in [0, 1, 8, 9, u32::MAX] {
                if let Some(fault) = WorkbookFault::of_numbers(kind, number) {
                    let back = fault.numbers();
                    assert!(back == (kind, number) || back == (kind, 0));
                }
            }
        }
    }

    #[test]
    fn rows_come_in_order_after_their_sheet_and_before_the_end() {
        let mut row = RowBytes::default();
        row.begin(2);
        row.cell(0, Raw::Boolean(true));
        let mut twice = Vec::new();
        write_sheet(1, &mut twice).unwrap();
        row.write(&mut twice).unwrap();
        row.write(&mut twice).unwrap();
        let mut frames = Frames::new(twice.as_slice());
        let mut lent = Row::default();
        assert_eq!(frames.next(&mut lent), Ok(Said::Sheet(1)));
        assert_eq!(frames.next(&mut lent), Ok(Said::Row));
        assert_eq!(frames.next(&mut lent), Err(Broken::Nonsense));
        let mut early = Vec::new();
        row.write(&mut early).unwrap();
        assert_eq!(
            Frames::new(early.as_slice()).next(&mut lent),
            Err(Broken::Nonsense)
        );
        assert_eq!(
            Frames::new(twice.get(..8).unwrap_or_default()).next(&mut lent),
            Ok(Said::Sheet(1))
        );
    }
}
