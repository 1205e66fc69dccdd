//! The container of an XLS workbook: streams that are chains of sectors.
//!
//! Invariant: no chain has a sector twice, so none can turn in a circle; a sector outside the file is damage.

use super::fault::{Found, WorkbookFault};
use WorkbookFault::Damaged;

/// What the container begins with.
pub(super) const MAGIC: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// The number that ends a chain.
const END: u32 = 0xffff_fffe;
/// The bytes of an entry of the directory.
const ENTRY: usize = 128;

/// A container in memory.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    /// The size of a sector, as a power of two.
    shift: u32,
    /// The sector that follows each one.
    next: Vec<u32>,
    directory: Vec<u8>,
}

/// A stream as the directory has it.
struct Entry {
    start: u32,
    size: usize,
}

impl<'a> Compound<'a> {
    /// Opens a container.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, WorkbookFault> {
        let shift = u32::from(short(bytes, 30).ok_or(Damaged)?);
        if !matches!(shift, 9 | 12) {
            return Err(Damaged);
        }
        let mut container = Self {
            bytes,
            shift,
            next: Vec::new(),
            directory: Vec::new(),
        };
        container.next = container.table()?;
        let start = long(bytes, 48).ok_or(Damaged)?;
        container.directory = container.chain(start, usize::MAX)?;
        Ok(container)
    }

    /// The records of the workbook.
    pub(super) fn workbook(&self) -> Result<Vec<u8>, WorkbookFault> {
        if self.entry("encryptedpackage").is_some() {
            return Err(WorkbookFault::Encrypted);
        }
        let Some(entry) = self.entry("workbook") else {
            let found = match self.entry("book") {
                Some(_) => Found::OldExcel,
                None => Found::Unknown,
            };
            return Err(WorkbookFault::Other(found));
        };
        let cutoff = long(self.bytes, 56).ok_or(Damaged)?;
        let stream = if entry.size < usize::try_from(cutoff).map_err(|_| Damaged)? {
            self.small(&entry)?
        } else {
            self.chain(entry.start, entry.size)?
        };
        match stream.len() >= entry.size {
            true => Ok(stream),
            false => Err(Damaged),
        }
    }

    /// How many sectors the file may have.
    const fn most(&self) -> usize {
        (self.bytes.len() >> self.shift) + 1
    }

    /// The bytes of a sector; the last one of a file may be short.
    fn sector(&self, number: u32) -> Result<&'a [u8], WorkbookFault> {
        let number = usize::try_from(number).map_err(|_| Damaged)?;
        let start = number
            .checked_add(1)
            .and_then(|number| number.checked_mul(1 << self.shift))
            .ok_or(Damaged)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty());
        let rest = rest.ok_or(Damaged)?;
        Ok(rest.get(..1 << self.shift).unwrap_or(rest))
    }

    /// Which sector follows each one.
    fn table(&self) -> Result<Vec<u32>, WorkbookFault> {
        let mut places: Vec<u32> = (0..109)
            .filter_map(|place| long(self.bytes, 76 + 4 * place))
            .collect();
        let mut further = long(self.bytes, 68).ok_or(Damaged)?;
        let mut steps = 0;
        while further < END {
            steps += 1;
            if steps > self.most() {
                return Err(Damaged);
            }
            let sector = self.sector(further)?;
            let mut numbers: Vec<u32> = numbers(sector).collect();
            further = numbers.pop().ok_or(Damaged)?;
            places.extend(numbers);
        }
        let mut next = Vec::new();
        for place in places.into_iter().filter(|place| *place < END - 2) {
            if next.len() > self.most().saturating_add(1 << self.shift) {
                return Err(Damaged);
            }
            next.extend(numbers(self.sector(place)?));
        }
        Ok(next)
    }

    /// The bytes of a chain of sectors, up to a size.
    fn chain(&self, start: u32, size: usize) -> Result<Vec<u8>, WorkbookFault> {
        let (mut bytes, mut sector) = (Vec::new(), start);
        let mut seen = vec![false; self.next.len()];
        while sector < END && bytes.len() < size {
            let following = follow(&self.next, sector, &mut seen)?;
            bytes.extend_from_slice(self.sector(sector)?);
            sector = following;
        }
        bytes.truncate(size);
        Ok(bytes)
    }

    /// The bytes of a short stream, which lies in small sectors of its own.
    fn small(&self, entry: &Entry) -> Result<Vec<u8>, WorkbookFault> {
        let root = self.entry_of(0).ok_or(Damaged)?;
        let all = self.chain(root.start, root.size)?;
        let table = self.chain(long(self.bytes, 60).ok_or(Damaged)?, usize::MAX)?;
        let next: Vec<u32> = numbers(&table).collect();
        let (mut bytes, mut sector) = (Vec::new(), entry.start);
        let mut seen = vec![false; next.len()];
        while sector < END && bytes.len() < entry.size {
            let following = follow(&next, sector, &mut seen)?;
            let start = usize::try_from(sector).ok();
            let start = start.and_then(|number| number.checked_mul(64));
            let rest = start.and_then(|start| all.get(start..)).ok_or(Damaged)?;
            bytes.extend_from_slice(rest.get(..64).unwrap_or(rest));
            sector = following;
        }
        bytes.truncate(entry.size);
        Ok(bytes)
    }

    /// A stream of the directory, by its name in small letters.
    fn entry(&self, name: &str) -> Option<Entry> {
        let mut places = 0..self.directory.len() / ENTRY;
        places.find_map(|place| {
            let entry = self.directory.get(place * ENTRY..)?.get(..ENTRY)?;
            let letters = usize::from(short(entry, 64)?).checked_sub(2)?.min(62) / 2;
            let units = (0..letters).filter_map(|letter| short(entry, 2 * letter));
            let found = char::decode_utf16(units).map(|letter| letter.unwrap_or(' '));
            let found: String = found.collect();
            let is_stream = entry.get(66) == Some(&2);
            (is_stream && found.to_lowercase() == name)
                .then(|| self.entry_of(place))
                .flatten()
        })
    }

    fn entry_of(&self, place: usize) -> Option<Entry> {
        let entry = self.directory.get(place * ENTRY..)?.get(..ENTRY)?;
        Some(Entry {
            start: long(entry, 116)?,
            size: usize::try_from(long(entry, 120)?).ok()?,
        })
    }
}

/// The sector that follows one, which no chain has twice.
fn follow(next: &[u32], sector: u32, seen: &mut [bool]) -> Result<u32, WorkbookFault> {
    let place = usize::try_from(sector).map_err(|_| Damaged)?;
    let seen = seen.get_mut(place).ok_or(Damaged)?;
    match std::mem::replace(seen, true) {
        true => Err(Damaged),
        false => next.get(place).copied().ok_or(Damaged),
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let (chunks, _) = bytes.as_chunks::<4>();
    chunks.iter().map(|chunk| u32::from_le_bytes(*chunk))
}

/// Two bytes of some, at a place.
pub(super) fn short(bytes: &[u8], place: usize) -> Option<u16> {
    let found = bytes.get(place..)?.first_chunk()?;
    Some(u16::from_le_bytes(*found))
}

/// Four bytes of some, at a place.
pub(super) fn long(bytes: &[u8], place: usize) -> Option<u32> {
    let found = bytes.get(place..)?.first_chunk()?;
    Some(u32::from_le_bytes(*found))
}
