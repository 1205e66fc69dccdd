//! Compressed files, inflated under a limit.
//!
//! Invariant: what comes out is the whole content of a file that is sound to its last byte, or an error that says why it
//! is not; no small file makes a large one, whatever its header claims.

#[cfg(test)]
mod tests;

use std::fmt;
use std::io::{self, BufReader, Cursor, ErrorKind, Read};

use flate2::bufread::MultiGzDecoder;

/// The first bytes of every compressed file.
const MAGIC: [u8; 2] = [0x1f, 0x8b];
/// The most that one file may hold, inflated: twice a year of calls of a whole country.
const LARGEST: u64 = 1 << 34;
/// From here on the ratio is watched.
const FREE: u64 = 1 << 24;
/// The most bytes that one byte may become: exports of text make some ten to fifty of one.
const RATIO: u64 = 200;
const BUFFER: usize = 1 << 15;

/// Why a compressed file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GzipFault {
    /// It stops half-way, or its content does not fit its check sum.
    Broken,
    /// It becomes too large, or grows too fast.
    TooLarge,
    /// Its name ends in `.gz` and it is not compressed.
    NotCompressed,
    /// It is compressed, and its name does not say so.
    Unnamed,
}

impl fmt::Display for GzipFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Broken => "broken",
            Self::TooLarge => "too large",
            Self::NotCompressed => "not compressed",
            Self::Unnamed => "unnamed",
        })
    }
}

impl std::error::Error for GzipFault {}

impl GzipFault {
    /// The fault that an error of reading carries.
    pub(super) fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

/// Bytes that count how many of them were read.
#[derive(Debug)]
struct Counted<R> {
    input: R,
    count: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        let more = u64::try_from(count).unwrap_or(u64::MAX);
        self.count = self.count.saturating_add(more);
        Ok(count)
    }
}

type Begun<R> = io::Chain<Cursor<Vec<u8>>, R>;

/// A file of the evidence, inflated where its name says that it is compressed.
#[derive(Debug)]
pub struct Inflated<R>(Way<R>);

#[derive(Debug)]
enum Way<R> {
    Plain(Begun<R>),
    Gzip {
        decoder: Box<MultiGzDecoder<BufReader<Counted<Begun<R>>>>>,
        inflated: u64,
    },
    Fault(R, GzipFault),
}

impl<R: Read> Inflated<R> {
    /// A file by its name and its bytes. What is wrong with its compression is said when it is read.
    ///
    /// # Errors
    /// The first bytes cannot be read.
    pub fn new(mut input: R, name: &str) -> io::Result<Self> {
        let mut head = Vec::with_capacity(MAGIC.len());
        input.by_ref().take(2).read_to_end(&mut head)?;
        let named = is_gzip(name);
        let begun = |input: R| Cursor::new(head.clone()).chain(input);
        Ok(Self(match (named, head == MAGIC) {
            (false, false) => Way::Plain(begun(input)),
            (true, true) => {
                let counted = Counted {
                    input: begun(input),
                    count: 0,
                };
                let input = BufReader::with_capacity(BUFFER, counted);
                Way::Gzip {
                    decoder: Box::new(MultiGzDecoder::new(input)),
                    inflated: 0,
                }
            }
            (true, false) => Way::Fault(input, GzipFault::NotCompressed),
            (false, true) => Way::Fault(input, GzipFault::Unnamed),
        }))
    }

    /// The file itself, somewhere behind its first bytes.
    pub fn into_inner(self) -> R {
        match self.0 {
            Way::Plain(begun) => begun.into_inner().1,
            Way::Gzip { decoder, .. } => decoder.into_inner().into_inner().input.into_inner().1,
            Way::Fault(input, _) => input,
        }
    }
}

/// Whether a name says that the file is compressed.
pub fn is_gzip(name: &str) -> bool {
    let ending = name.len().checked_sub(3).and_then(|at| name.get(at..));
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case(".gz"))
}

impl<R: Read> Read for Inflated<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.0 {
            Way::Plain(input) => input.read(buffer),
            Way::Fault(_, fault) => Err(io::Error::other(*fault)),
            Way::Gzip { decoder, inflated } => {
                let count = decoder.read(buffer).map_err(|error| match error.kind() {
                    // What flate2 makes of a file that is cut off or wrong.
                    ErrorKind::UnexpectedEof | ErrorKind::InvalidInput | ErrorKind::InvalidData => {
                        io::Error::other(GzipFault::Broken)
                    }
                    _ => error,
                })?;
                let more = u64::try_from(count).unwrap_or(u64::MAX);
                *inflated = inflated.saturating_add(more);
                let read = decoder.get_ref().get_ref().count;
                let fast = *inflated > FREE && *inflated / RATIO > read;
                if *inflated > LARGEST || fast {
                    return Err(io::Error::other(GzipFault::TooLarge));
                }
                Ok(count)
            }
        }
    }
}
