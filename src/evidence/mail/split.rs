//! A file of messages cut into its messages: an mbox, or one message alone.
//!
//! Invariant: at most the size limit of one message is held in memory, however long the file or its lines.

use super::guard::MESSAGE_BYTES;
use std::io::{self, BufRead, Read};

/// What a file begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing at all.
    Empty,
    /// Messages behind lines that begin with `From `.
    Mbox,
    /// A message or an archive of Outlook.
    Outlook,
    /// A message.
    Single,
}

const SEPARATOR: &[u8] = b"From ";
/// OLE files (.msg) and Outlook archives (.pst).
const OUTLOOK: [&[u8]; 2] = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"!BDN"];
const MARK: &[u8] = b"\xef\xbb\xbf";
/// The longest piece of a line that is looked at as one.
const PIECE: u64 = 64 * 1024;

/// The messages of a file, one after the other.
pub(super) struct Messages<R> {
    input: R,
    kind: Kind,
    /// Whether the separator of the message to come has been read.
    opened: bool,
    done: bool,
}

impl<R: BufRead> Messages<R> {
    /// Looks at the first bytes of a file.
    pub(super) fn new(mut input: R) -> io::Result<(Kind, Messages<impl BufRead>)> {
        let mut first = Vec::new();
        input.by_ref().take(8).read_to_end(&mut first)?;
        let kind = if first.is_empty() {
            Kind::Empty
        } else if first.starts_with(SEPARATOR) {
            Kind::Mbox
        } else if OUTLOOK.iter().any(|magic| first.starts_with(magic)) {
            Kind::Outlook
        } else {
            Kind::Single
        };
        let messages = Messages {
            input: io::Cursor::new(first).chain(input),
            kind,
            opened: false,
            done: matches!(kind, Kind::Empty | Kind::Outlook),
        };
        Ok((kind, messages))
    }

    /// The next message; one byte over the limit for one that is longer.
    pub(super) fn next(&mut self, message: &mut Vec<u8>) -> io::Result<bool> {
        message.clear();
        if self.done {
            return Ok(false);
        }
        let mut piece = Vec::new();
        let (mut starts, mut blank) = (true, true);
        loop {
            piece.clear();
            let read = self
                .input
                .by_ref()
                .take(PIECE)
                .read_until(b'\n', &mut piece)?;
            if self.kind == Kind::Single && message.is_empty() && piece.starts_with(MARK) {
                piece.drain(..MARK.len());
            }
            if read == 0 {
                self.done = true;
                return Ok(self.opened || self.kind == Kind::Single);
            }
            let ends = piece.ends_with(b"\n");
            if self.kind == Kind::Mbox && starts {
                if !self.opened {
                    self.opened = true;
                    starts = ends;
                    continue;
                }
                if blank && is_separator(&piece) {
                    return Ok(true);
                }
            }
            // `>From ` in a body stands for `From `, `>>From ` for `>From `.
            let quoted = self.kind == Kind::Mbox && starts && piece.starts_with(b">") && {
                let marks = piece.iter().take_while(|byte| **byte == b'>').count();
                piece
                    .get(marks..)
                    .is_some_and(|rest| rest.starts_with(SEPARATOR))
            };
            let line = piece.get(usize::from(quoted)..).unwrap_or_default();
            let room = MESSAGE_BYTES
                .saturating_add(1)
                .saturating_sub(message.len());
            message.extend(line.iter().take(room));
            blank = starts && line.trim_ascii().is_empty();
            starts = ends;
        }
    }
}

/// `From x@y.example Mon May  4 10:00:00 2026`: a sentence that begins with "From" has no time and year.
fn is_separator(line: &[u8]) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let time = |window: &[u8]| {
        window.get(2) == Some(&b':') && [0, 1, 3, 4].iter().all(|at| is_digit(window.get(*at)))
    };
    let year = |word: &[u8]| word.len() == 4 && word.iter().all(u8::is_ascii_digit);
    line.starts_with(SEPARATOR)
        && line.windows(5).any(time)
        && line
            .trim_ascii()
            .rsplit(|byte| *byte == b' ')
            .take(3)
            .any(year)
}

#[cfg(test)]
mod tests {
    use super::{Kind, Messages};
    use proptest::prelude::*;

    fn split(bytes: &[u8]) -> (Kind, Vec<Vec<u8>>) {
        let (kind, mut messages) = Messages::new(bytes).unwrap();
        let (mut all, mut message) = (Vec::new(), Vec::new());
        while messages.next(&mut message).unwrap() {
            all.push(message.clone());
        }
        (kind, all)
    }

    #[test]
    fn an_mbox_is_cut_at_its_separators() {
        let mbox = b"From - Mon May  4 10:00:00 2026\nSubject: a\n\nFrom now on\n\n>From here\n>>From there\n> From x\n\nFrom a@b.example Mon May  4 10:00:00 2026 +0200\nSubject: b\n\nFrom a Mon May  4 10:00:00 2026\n";
        let (kind, all) = split(mbox);
        assert_eq!(kind, Kind::Mbox);
        assert_eq!(
            all,
            [
                b"Subject: a\n\nFrom now on\n\nFrom here\n>From there\n> From x\n\n".to_vec(),
                b"Subject: b\n\n".to_vec(),
                Vec::new(),
            ]
        );
    }

    #[test]
    fn the_first_bytes_tell_the_kind() {
        for (bytes, kind, count) in [
            (&b""[..], Kind::Empty, 0),
            (b"Subject: a\n\nb", Kind::Single, 1),
            (b"From x", Kind::Mbox, 1),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xxx", Kind::Outlook, 0),
            (b"!BDN", Kind::Outlook, 0),
        ] {
            let (found, all) = split(bytes);
            assert_eq!((found, all.len()), (kind, count), "{bytes:?}");
        }
    }

    proptest! {
        /// Messages without lines that look like separators come back as they were written.
        #[test]
        fn an_mbox_gives_back_what_was_written(bodies in prop::collection::vec("([a-z:>F]{0,8}(From )?[a-z]{0,4}\n){0,5}", 1..6)) {
            let mut mbox = String::new();
            for body in &bodies {
                mbox.push_str("From a@b.example Mon May  4 10:00:00 2026\n");
                for line in body.lines() {
                    if line.trim_start_matches('>').starts_with("From ") {
                        mbox.push('>');
                    }
                    mbox.push_str(line);
                    mbox.push('\n');
                }
                mbox.push('\n');
            }
            let (_, all) = split(mbox.as_bytes());
            let written: Vec<Vec<u8>> = bodies.iter().map(|body| format!("{body}\n").into_bytes()).collect();
            prop_assert_eq!(all, written);
        }

        #[test]
        fn any_bytes_are_cut(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            split(&bytes);
        }
    }
}
