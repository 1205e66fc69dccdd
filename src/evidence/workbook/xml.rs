//! The elements and texts of a part, one after another.
//!
//! Invariant: no tree is built; bytes, nesting and the length of one item are limited while they are read; a part that
//! declares entities, or uses others than XML's own, is refused.

use super::fault::WorkbookFault;
use quick_xml::Reader;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use std::borrow::Cow;
use std::io::{self, BufRead, Read};

/// How deep elements may be nested.
const DEEPEST: u32 = 256;
/// The most bytes of one tag or stretch of text.
const LONGEST_ITEM: usize = 1024 * 1024;
/// What every part may unpack to, however well it is packed.
const FREE: u64 = 32 * 1024 * 1024;
/// How many times its size a part may unpack to beyond that.
const RATIO: u64 = 300;

/// One thing met in a part.
#[derive(Debug)]
pub(super) enum Item<'b> {
    /// An element begins.
    Open(Tag<'b>),
    /// An element ends.
    Close(Closing<'b>),
    /// A stretch of text.
    Text(Cow<'b, str>),
    /// A comment, a declaration, an instruction.
    Other,
    /// The part ends.
    End,
}

/// The beginning of an element.
#[derive(Debug)]
pub(super) struct Tag<'b> {
    start: BytesStart<'b>,
}

impl Tag<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// Hands over every attribute, by its name with the prefix, its value as it is written.
    pub(super) fn each(
        &self,
        take: &mut dyn FnMut(&str, &str) -> Result<(), WorkbookFault>,
    ) -> Result<(), WorkbookFault> {
        let mut attributes = self.start.attributes();
        for attribute in attributes.with_checks(false) {
            let attribute = attribute.map_err(|_| WorkbookFault::Damaged)?;
            take(attribute.key.into_inner(), &attribute.value)?;
        }
        Ok(())
    }

    /// The value of an attribute, by its name with the prefix.
    pub(super) fn get(&self, name: &str) -> Result<Option<String>, WorkbookFault> {
        let mut found = None;
        self.each(&mut |key, value| {
            if key == name && found.is_none() {
                found = Some(unescaped(value)?.into_owned());
            }
            Ok(())
        })?;
        Ok(found)
    }
}

/// The end of an element.
#[derive(Debug)]
pub(super) struct Closing<'b> {
    end: BytesEnd<'b>,
}

impl Closing<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        self.end.local_name().into_inner()
    }
}

/// The text of an attribute's value.
pub(super) fn unescaped(value: &str) -> Result<Cow<'_, str>, WorkbookFault> {
    quick_xml::escape::unescape(value).map_err(|_| WorkbookFault::Entities)
}

/// A part on its way.
pub(super) struct Xml<R: BufRead> {
    reader: Reader<Guard<R>>,
    buffer: Vec<u8>,
    depth: u32,
}

impl<R: BufRead> Xml<R> {
    /// A part that takes so many bytes packed, and may unpack to so many at most.
    pub(super) fn new(input: R, packed: u64, most: u64) -> Self {
        let mut reader = Reader::from_reader(Guard {
            input,
            most: most.min(packed.saturating_mul(RATIO).max(FREE)),
            inflated: 0,
            item: 0,
            tripped: None,
        });
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            depth: 0,
        }
    }

    /// How many elements are open.
    pub(super) const fn depth(&self) -> u32 {
        self.depth
    }

    /// The next thing met.
    pub(super) fn next(&mut self) -> Result<Item<'_>, WorkbookFault> {
        self.buffer.clear();
        self.reader.get_mut().item = 0;
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(_) => {
                let tripped = self.reader.get_mut().tripped;
                return Err(tripped.unwrap_or(WorkbookFault::Damaged));
            }
        };
        Ok(match event {
            Event::Start(start) | Event::Empty(start) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(WorkbookFault::Deep);
                }
                Item::Open(Tag { start })
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Item::Close(Closing { end })
            }
            Event::Text(text) => Item::Text(text.into_inner()),
            Event::CData(text) => Item::Text(text.into_inner()),
            Event::GeneralRef(name) => {
                let letter = match name.resolve_char_ref() {
                    Ok(Some(letter)) => letter,
                    Ok(None) => match name.as_ref() {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "apos" => '\'',
                        "quot" => '"',
                        _ => return Err(WorkbookFault::Entities),
                    },
                    Err(_) => return Err(WorkbookFault::Damaged),
                };
                Item::Text(Cow::Owned(letter.to_string()))
            }
            Event::DocType(_) => return Err(WorkbookFault::Entities),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Item::Other,
            Event::Eof if self.depth > 0 => return Err(WorkbookFault::Damaged),
            Event::Eof => Item::End,
        })
    }
}

/// A reader that counts what goes through it, and stops at its limits.
struct Guard<R> {
    input: R,
    /// The most bytes in all.
    most: u64,
    inflated: u64,
    /// The bytes of the item that is being read.
    item: usize,
    /// The limit that was met.
    tripped: Option<WorkbookFault>,
}

impl<R: BufRead> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut input = self.fill_buf()?;
        let count = input.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Guard<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.inflated > self.most {
            self.tripped = Some(WorkbookFault::Inflated);
        } else if self.item > LONGEST_ITEM {
            self.tripped = Some(WorkbookFault::Text);
        }
        match self.tripped {
            Some(_) => Err(io::ErrorKind::InvalidData.into()),
            None => self.input.fill_buf(),
        }
    }

    fn consume(&mut self, count: usize) {
        self.inflated = self
            .inflated
            .saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        self.item = self.item.saturating_add(count);
        self.input.consume(count);
    }
}
