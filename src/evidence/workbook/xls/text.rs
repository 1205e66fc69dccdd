//! Texts of an XLS workbook.
//!
//! Invariant: a text is as long as it says, or it is damage; one that goes on in a further record says anew there how its
//! letters are written.

use super::super::compound;
use super::super::fault::WorkbookFault;
use super::super::grid::LONGEST_TEXT;
use super::super::strings::Strings;
use WorkbookFault::Damaged;

/// The flag of letters of two bytes.
const WIDE: u8 = 0x01;
/// The flag of what says how letters sound.
const SOUND: u8 = 0x04;
/// The flag of stretches that look different.
const RICH: u8 = 0x08;

/// A text after one byte that says how long it is.
pub(super) fn short(bytes: &[u8]) -> Option<String> {
    let (count, rest) = bytes.split_first()?;
    let (flags, rest) = rest.split_first()?;
    letters(usize::from(*count), *flags, rest)
}

/// A text after two bytes that say how long it is.
pub(super) fn plain(bytes: &[u8]) -> Option<String> {
    let count = compound::short(bytes, 0)?;
    let (flags, rest) = bytes.get(2..)?.split_first()?;
    // What says more of the text stands before and behind it.
    let before = match (flags & RICH > 0, flags & SOUND > 0) {
        (true, true) => 6,
        (false, true) => 4,
        (true, false) => 2,
        (false, false) => 0,
    };
    letters(usize::from(count), *flags, rest.get(before..)?)
}

fn letters(count: usize, flags: u8, bytes: &[u8]) -> Option<String> {
    let mut text = String::new();
    let width = if flags & WIDE > 0 { 2 } else { 1 };
    push(bytes.get(..count.checked_mul(width)?)?, flags, &mut text);
    Some(text)
}

fn push(bytes: &[u8], flags: u8, text: &mut String) {
    if flags & WIDE > 0 {
        let (units, _) = bytes.as_chunks::<2>();
        let units = units.iter().map(|unit| u16::from_le_bytes(*unit));
        let letters = char::decode_utf16(units);
        text.extend(letters.map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
    } else {
        text.extend(bytes.iter().map(|byte| char::from(*byte)));
    }
}

/// A text whose length stands before it, over one record or several.
pub(super) fn long(bodies: &[&[u8]]) -> Result<String, WorkbookFault> {
    let mut reader = Bodies::new(bodies);
    let mut text = String::new();
    reader.text(&mut text)?;
    Ok(text)
}

/// The table of texts.
pub(super) fn table(bodies: &[&[u8]]) -> Result<Strings, WorkbookFault> {
    let mut reader = Bodies::new(bodies);
    let mut strings = Strings::default();
    reader.number::<4>()?;
    let count = u32::from_le_bytes(reader.number()?);
    let mut text = String::new();
    for _ in 0..count {
        if reader.is_at_end() {
            // Some programs count more texts than there are; a cell that asks for one of them is damage.
            break;
        }
        text.clear();
        reader.text(&mut text)?;
        strings.push(&text)?;
        strings.end()?;
    }
    Ok(strings)
}

/// Records that go on from one another.
struct Bodies<'a> {
    bodies: &'a [&'a [u8]],
    rest: &'a [u8],
}

impl<'a> Bodies<'a> {
    fn new(bodies: &'a [&'a [u8]]) -> Self {
        let (first, bodies) = bodies.split_first().unwrap_or((&(&[] as &[u8]), &[]));
        Self {
            bodies,
            rest: first,
        }
    }

    const fn is_at_end(&self) -> bool {
        self.rest.is_empty() && self.bodies.is_empty()
    }

    fn further(&mut self) -> Result<(), WorkbookFault> {
        let (first, bodies) = self.bodies.split_first().ok_or(Damaged)?;
        (self.rest, self.bodies) = (first, bodies);
        Ok(())
    }

    fn byte(&mut self) -> Result<u8, WorkbookFault> {
        while self.rest.is_empty() {
            self.further()?;
        }
        let (byte, rest) = self.rest.split_first().ok_or(Damaged)?;
        self.rest = rest;
        Ok(*byte)
    }

    fn number<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH], WorkbookFault> {
        let mut bytes = [0; LENGTH];
        for byte in &mut bytes {
            *byte = self.byte()?;
        }
        Ok(bytes)
    }

    fn skip(&mut self, mut count: usize) -> Result<(), WorkbookFault> {
        while count > 0 {
            if self.rest.is_empty() {
                self.further()?;
            }
            let step = count.min(self.rest.len());
            self.rest = self.rest.get(step..).unwrap_or_default();
            count -= step;
        }
        Ok(())
    }

    fn text(&mut self, text: &mut String) -> Result<(), WorkbookFault> {
        let mut count = usize::from(u16::from_le_bytes(self.number()?));
        let mut flags = self.byte()?;
        let mut behind = 0_usize;
        if flags & RICH > 0 {
            behind = 4 * usize::from(u16::from_le_bytes(self.number()?));
        }
        if flags & SOUND > 0 {
            let size = u32::from_le_bytes(self.number()?);
            behind = behind.saturating_add(usize::try_from(size).map_err(|_| Damaged)?);
        }
        while count > 0 {
            if self.rest.is_empty() {
                self.further()?;
                // How letters are written may change from one record to the next.
                flags = (flags & !WIDE) | (self.byte()? & WIDE);
            }
            let width = if flags & WIDE > 0 { 2 } else { 1 };
            let letters = count.min(self.rest.len() / width);
            if letters == 0 && !self.rest.is_empty() {
                return Err(Damaged);
            }
            let (now, rest) = self.rest.split_at_checked(letters * width).ok_or(Damaged)?;
            push(now, flags, text);
            self.rest = rest;
            count -= letters;
            if text.len() > LONGEST_TEXT {
                return Err(WorkbookFault::Text);
            }
        }
        self.skip(behind)
    }
}
