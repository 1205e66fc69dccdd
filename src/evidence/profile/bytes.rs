//! What the bytes of a file say before they are cut: what kind of file it is, its encoding, its line ends.
//!
//! Invariant: every byte is looked at once, in constant memory; an encoding is proposed with the counts that speak for it.

#[cfg(test)]
mod tests;

use crate::evidence::encoding::{Encoding, text_of};
use std::borrow::Cow;
use std::io::{self, ErrorKind, Read};

/// The letters that French writes beyond ASCII.
const SMALL: &str = "éèêëàâäçùûüîïôöœæÿñ";
const CAPITAL: &str = "ÉÈÊËÀÂÄÇÙÛÜÎÏÔÖŒÆŸÑ";
/// Signs of French texts.
const SIGNS: &str = "«»’‘“”–—…€°²³·•§£\u{a0}";

/// An encoding that a profile can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Charset {
    /// UTF-8.
    Utf8,
    /// Windows-1252.
    Windows1252,
    /// ISO-8859-15, with the euro sign and œ.
    Iso885915,
    /// Code page 850 of older DOS and Windows programs.
    Cp850,
    /// UTF-16 with its mark.
    Utf16,
    /// UTF-16 without mark, low byte first.
    Utf16Le,
    /// UTF-16 without mark, high byte first.
    Utf16Be,
}

impl Charset {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Windows1252 => "windows-1252",
            Self::Iso885915 => "iso-8859-15",
            Self::Cp850 => "cp850",
            Self::Utf16 => "utf-16",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
        }
    }

    /// The encoding as it is read.
    pub(super) const fn encoding(self) -> Encoding {
        match self {
            Self::Utf8 => Encoding::Utf8,
            Self::Windows1252 => Encoding::Windows1252,
            Self::Iso885915 => Encoding::Iso8859_15,
            Self::Cp850 => Encoding::Cp850,
            Self::Utf16 => Encoding::Utf16,
            Self::Utf16Le => Encoding::Utf16Le,
            Self::Utf16Be => Encoding::Utf16Be,
        }
    }

    /// The character of a byte beyond ASCII, in an encoding of one byte a character.
    fn letter(self, byte: u8) -> Option<char> {
        text_of(&[byte], self.encoding())?.chars().next()
    }

    /// Text of an opened file; none if the bytes are none.
    pub(super) fn text(self, bytes: &[u8]) -> Option<String> {
        text_of(bytes, self.encoding()).map(Cow::into_owned)
    }
}

/// A file that is no table of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// A zip: a workbook of Excel or LibreOffice, as a rule.
    Zip,
    /// An older workbook of Excel, or another document of that kind.
    Ole,
    /// Something packed by gzip.
    Gzip,
    /// A PDF document.
    Pdf,
    /// Bytes that are no text in any encoding that is known.
    Binary,
}

/// How many line breaks of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LineEnds {
    /// Carriage return and line feed.
    pub crlf: u64,
    /// Line feed alone.
    pub lf: u64,
    /// Carriage return alone.
    pub cr: u64,
}

/// What speaks for an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncodingReason {
    /// The file begins with the mark of its encoding.
    Mark,
    /// Bytes of ASCII alone: every encoding reads them alike.
    Ascii,
    /// All characters beyond ASCII are well formed.
    WellFormed,
    /// Every other byte is zero.
    Zeros,
    /// Bytes that are no UTF-8; read so, they are letters of French words.
    Letters,
    /// The same, and nothing tells the two Western encodings apart: they read this file alike.
    LettersEither,
}

/// What the bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bytes {
    /// The encoding to propose.
    pub charset: Charset,
    /// What speaks for it.
    pub reason: EncodingReason,
    /// How many bytes lie beyond ASCII.
    pub beyond_ascii: u64,
    /// How many characters were replaced before the file was written: they are lost.
    pub lost: u64,
    /// How many letters look encoded twice.
    pub twice: u64,
    /// Whether the encoding reads too many unlikely characters to be trusted.
    pub doubtful: bool,
    /// Line breaks.
    pub ends: LineEnds,
}

/// Looks at every byte of a file; the kind of file instead, if it is no table of text.
pub(super) fn survey(mut input: impl Read) -> io::Result<Result<Bytes, Container>> {
    let mut survey = Survey::default();
    let mut buffer = vec![0_u8; 1 << 16];
    let mut first = true;
    loop {
        let count = match input.read(&mut buffer) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            other => other?,
        };
        let chunk = buffer.get(..count).unwrap_or_default();
        if chunk.is_empty() {
            break;
        }
        if first && let Some(container) = container(chunk) {
            return Ok(Err(container));
        }
        if first {
            survey.mark = mark(chunk);
            first = false;
        }
        survey.feed(chunk);
    }
    Ok(survey.conclude())
}

fn container(head: &[u8]) -> Option<Container> {
    let kinds: [(&[u8], Container); 4] = [
        (b"PK\x03\x04", Container::Zip),
        (b"\xd0\xcf\x11\xe0", Container::Ole),
        (b"\x1f\x8b", Container::Gzip),
        (b"%PDF", Container::Pdf),
    ];
    let found = kinds.iter().find(|(magic, _)| head.starts_with(magic));
    found.map(|(_, container)| *container)
}

fn mark(head: &[u8]) -> Option<Charset> {
    let marks: [(&[u8], Charset); 3] = [
        (b"\xef\xbb\xbf", Charset::Utf8),
        (b"\xff\xfe", Charset::Utf16),
        (b"\xfe\xff", Charset::Utf16),
    ];
    let found = marks.iter().find(|(mark, _)| head.starts_with(mark));
    found.map(|(_, charset)| *charset)
}

/// Counts over the bytes seen so far.
#[derive(Debug)]
struct Survey {
    mark: Option<Charset>,
    size: u64,
    zeros: [u64; 2],
    beyond: u64,
    /// Bytes beyond ASCII inside words, and elsewhere.
    inside: Vec<u64>,
    outside: Vec<u64>,
    before: u8,
    last: u8,
    ends: LineEnds,
    carry: Vec<u8>,
    malformed: bool,
    lost: u64,
    twice: u64,
}

impl Default for Survey {
    fn default() -> Self {
        Self {
            mark: None,
            size: 0,
            zeros: [0; 2],
            beyond: 0,
            inside: vec![0; 256],
            outside: vec![0; 256],
            before: 0,
            last: 0,
            ends: LineEnds::default(),
            carry: Vec::new(),
            malformed: false,
            lost: 0,
            twice: 0,
        }
    }
}

impl Survey {
    fn feed(&mut self, chunk: &[u8]) {
        for byte in chunk {
            self.step(*byte);
        }
        if self.malformed {
            return;
        }
        self.carry.extend_from_slice(chunk);
        let (sound, rest) = match std::str::from_utf8(&self.carry) {
            Ok(text) => (text, 0),
            Err(error) => {
                self.malformed = error.error_len().is_some();
                let sound = self.carry.get(..error.valid_up_to()).unwrap_or_default();
                let sound = std::str::from_utf8(sound).unwrap_or_default();
                (sound, self.carry.len().saturating_sub(error.valid_up_to()))
            }
        };
        self.lost += count(sound.matches('\u{fffd}').count());
        self.twice += count(sound.matches(['Ã', 'Â']).count());
        let kept = self.carry.len().saturating_sub(rest);
        self.carry.drain(..kept);
    }

    /// Takes a byte; the one before it is counted now that both its neighbours are known.
    fn step(&mut self, byte: u8) {
        let parity = usize::from(self.size % 2 == 1);
        if byte == 0
            && let Some(zeros) = self.zeros.get_mut(parity)
        {
            *zeros += 1;
        }
        self.size += 1;
        self.enter_last(byte);
        match (self.last, byte) {
            (b'\r', b'\n') => self.ends.crlf += 1,
            (b'\r', _) => self.ends.cr += 1,
            (_, b'\n') => self.ends.lf += 1,
            _ => {}
        }
        (self.before, self.last) = (self.last, byte);
    }

    fn enter_last(&mut self, next: u8) {
        if self.last < 0x80 {
            return;
        }
        self.beyond += 1;
        let within = self.before.is_ascii_lowercase() || next.is_ascii_lowercase();
        let counts = if within {
            &mut self.inside
        } else {
            &mut self.outside
        };
        if let Some(count) = counts.get_mut(usize::from(self.last)) {
            *count += 1;
        }
    }

    fn conclude(mut self) -> Result<Bytes, Container> {
        self.enter_last(0);
        if self.last == b'\r' {
            self.ends.cr += 1;
        }
        let wide = match self.mark {
            Some(Charset::Utf16) => self.mark,
            _ => self.wide(),
        };
        if wide.is_none() && self.zeros.iter().any(|zeros| *zeros > 0) {
            return Err(Container::Binary);
        }
        let well_formed = !self.malformed && self.carry.is_empty();
        let (charset, reason, doubtful) = match (wide, well_formed) {
            (Some(charset), _) => {
                let reason = if self.mark.is_some() {
                    EncodingReason::Mark
                } else {
                    EncodingReason::Zeros
                };
                (charset, reason, false)
            }
            (None, true) if self.mark.is_some() => (Charset::Utf8, EncodingReason::Mark, false),
            (None, true) if self.beyond == 0 => (Charset::Utf8, EncodingReason::Ascii, false),
            (None, true) => (Charset::Utf8, EncodingReason::WellFormed, false),
            (None, false) => self.single(),
        };
        Ok(Bytes {
            charset,
            reason,
            beyond_ascii: self.beyond,
            lost: if well_formed { self.lost } else { 0 },
            twice: if well_formed { self.twice } else { 0 },
            doubtful,
            ends: self.ends,
        })
    }

    /// UTF-16 without its mark: nearly every other byte is zero in texts of Western letters.
    fn wide(&self) -> Option<Charset> {
        let [even, odd] = self.zeros;
        let most = self.size.saturating_mul(3) / 10;
        if self.size < 4 || (even <= most && odd <= most) {
            None
        } else if odd > even {
            Some(Charset::Utf16Le)
        } else {
            Some(Charset::Utf16Be)
        }
    }

    /// Of the encodings of one byte a character, the one that reads the most likely letters.
    fn single(&self) -> (Charset, EncodingReason, bool) {
        let score = |charset| self.score(charset);
        let (windows, iso, dos) = (
            score(Charset::Windows1252),
            score(Charset::Iso885915),
            score(Charset::Cp850),
        );
        let best = windows.max(iso).max(dos);
        let (charset, reason) = if windows == best && iso == best {
            (Charset::Windows1252, EncodingReason::LettersEither)
        } else if windows == best {
            (Charset::Windows1252, EncodingReason::Letters)
        } else if iso == best {
            (Charset::Iso885915, EncodingReason::Letters)
        } else {
            (Charset::Cp850, EncodingReason::Letters)
        };
        (charset, reason, best <= 0)
    }

    fn score(&self, charset: Charset) -> i64 {
        let mut score = 0_i64;
        for (byte, (inside, outside)) in (0_u8..=255).zip(self.inside.iter().zip(&self.outside)) {
            if *inside == 0 && *outside == 0 {
                continue;
            }
            let (in_word, apart) = match charset.letter(byte) {
                Some(letter) if SMALL.contains(letter) => (2, 1),
                Some(letter) if CAPITAL.contains(letter) => (0, 1),
                Some(letter) if SIGNS.contains(letter) => (0, 1),
                Some(letter) if letter.is_alphanumeric() => (-1, -1),
                Some(letter) if letter.is_control() => (-3, -3),
                _ => (-2, -1),
            };
            let weigh = |times: u64, each: i64| {
                i64::try_from(times)
                    .unwrap_or(i64::MAX)
                    .saturating_mul(each)
            };
            score = score
                .saturating_add(weigh(*inside, in_word))
                .saturating_add(weigh(*outside, apart));
        }
        score
    }
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
