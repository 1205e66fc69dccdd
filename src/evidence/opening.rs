//! A file of text opened in its declared encoding: its mark, and UTF-16 on its way to UTF-8.
//!
//! Invariant: a file whose mark contradicts the declaration is not read; what comes out can be cut at ASCII delimiters, and
//! what was broken in it is no text.

#[cfg(test)]
mod tests;

use std::io::{self, Cursor, Read};

use super::encoding::Encoding;
use super::fault::FileFault;
use encoding_rs::{Decoder, DecoderResult, UTF_16BE, UTF_16LE};

/// A byte that no UTF-8 text holds: what stands where UTF-16 was broken.
const BROKEN: u8 = 0xff;
/// How many bytes are converted at once.
const CHUNK: usize = 1 << 13;

/// What a file says at its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Utf8,
    Utf16Le,
    Utf16Be,
}

impl Mark {
    /// The mark that some bytes begin with, and its length; UTF-16 without a mark shows by its zeros.
    fn of(head: &[u8]) -> Option<(Self, usize)> {
        match head {
            [0xef, 0xbb, 0xbf, ..] => Some((Self::Utf8, 3)),
            [0xff, 0xfe, ..] => Some((Self::Utf16Le, 2)),
            [0xfe, 0xff, ..] => Some((Self::Utf16Be, 2)),
            [1..=255, 0, 1..=255, 0] => Some((Self::Utf16Le, 0)),
            [0, 1..=255, 0, 1..=255] => Some((Self::Utf16Be, 0)),
            _ => None,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
        }
    }
}

/// A file ready to be cut: its mark passed over, UTF-16 turned into UTF-8.
#[derive(Debug)]
pub(super) enum Opened<R> {
    /// As it stands.
    Plain(R),
    /// Converted on the way.
    Wide(Box<Wide<R>>),
}

/// Opens a file in its declared encoding.
pub(super) fn open<R: Read>(
    mut input: R,
    encoding: Encoding,
) -> Result<Opened<impl Read + use<R>>, FileFault> {
    let mut head = Vec::with_capacity(4);
    let read = input.by_ref().take(4).read_to_end(&mut head);
    read.map_err(|error| FileFault::reading(&error, 1))?;
    let found = Mark::of(&head);
    let mark = found.map(|(mark, _)| mark);
    let order =
        match (encoding, mark) {
            (Encoding::Utf8, None | Some(Mark::Utf8)) => None,
            (Encoding::Utf16 | Encoding::Utf16Le, Some(Mark::Utf16Le))
            | (Encoding::Utf16Le, None) => Some(UTF_16LE),
            (Encoding::Utf16 | Encoding::Utf16Be, Some(Mark::Utf16Be))
            | (Encoding::Utf16Be, None) => Some(UTF_16BE),
            (Encoding::Windows1252 | Encoding::Iso8859_15 | Encoding::Cp850, None) => None,
            (Encoding::Utf16, None) if head.is_empty() => None,
            (Encoding::Utf16, None) => return Err(FileFault::OrderUnsaid),
            (_, Some(mark)) => return Err(FileFault::OtherEncoding(mark.name())),
        };
    // Without a mark, UTF-16 is what was declared or nothing: what it looks like is no declaration.
    if encoding == Encoding::Utf16 && found.is_some_and(|(_, length)| length == 0) {
        return Err(FileFault::OrderUnsaid);
    }
    let rest = head.get(found.map_or(0, |(_, length)| length)..);
    let input = Cursor::new(rest.unwrap_or_default().to_vec()).chain(input);
    Ok(match order {
        None => Opened::Plain(input),
        Some(order) => Opened::Wide(Box::new(Wide {
            input,
            decoder: order.new_decoder_without_bom_handling(),
            raw: vec![0; CHUNK],
            // Two bytes make three at most.
            room: vec![0; CHUNK * 2],
            text: Vec::new(),
            given: 0,
            ended: false,
        })),
    })
}

impl<R: Read> Read for Opened<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(input) => input.read(buffer),
            Self::Wide(wide) => wide.read(buffer),
        }
    }
}

/// UTF-16 on its way to UTF-8.
#[derive(Debug)]
pub(super) struct Wide<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    room: Vec<u8>,
    text: Vec<u8>,
    /// How much of the text was handed over.
    given: usize,
    ended: bool,
}

impl<R: Read> Read for Wide<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() {
            if self.ended {
                return Ok(0);
            }
            self.convert()?;
        }
        let mut rest = self.text.get(self.given..).unwrap_or_default();
        let count = rest.read(buffer)?;
        self.given = self.given.saturating_add(count);
        Ok(count)
    }
}

impl<R: Read> Wide<R> {
    /// Converts the next bytes; a pair that is broken becomes a byte that is no text.
    fn convert(&mut self) -> io::Result<()> {
        let count = self.input.read(&mut self.raw)?;
        self.ended = count == 0;
        let mut raw = self.raw.get(..count).unwrap_or_default();
        self.text.clear();
        self.given = 0;
        loop {
            let (result, read, written) =
                self.decoder
                    .decode_to_utf8_without_replacement(raw, &mut self.room, self.ended);
            let text = self.room.get(..written);
            self.text.extend_from_slice(text.unwrap_or_default());
            raw = raw.get(read..).unwrap_or_default();
            match result {
                DecoderResult::InputEmpty => return Ok(()),
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => self.text.push(BROKEN),
            }
        }
    }
}
