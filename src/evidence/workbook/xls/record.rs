//! Records of a stream, one after another.
//!
//! Invariant: a record that reaches over the end of its stream is damage, not a shorter record.

use super::super::compound::short;
use super::super::fault::WorkbookFault;

/// What goes on from the record before.
const CONTINUED: u16 = 0x003c;

/// One record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) body: &'a [u8],
}

/// The records of a stream.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) const fn new(stream: &'a [u8]) -> Self {
        Self { rest: stream }
    }

    /// The next record; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Record<'a>>, WorkbookFault> {
        let (Some(kind), Some(length)) = (short(self.rest, 0), short(self.rest, 2)) else {
            return Ok(None);
        };
        let end = usize::from(length).saturating_add(4);
        let body = self.rest.get(4..end).ok_or(WorkbookFault::Damaged)?;
        self.rest = self.rest.get(end..).unwrap_or_default();
        Ok(Some(Record { kind, body }))
    }

    /// The bodies of a record and of those that go on from it.
    pub(super) fn whole(&mut self, first: Record<'a>) -> Result<Vec<&'a [u8]>, WorkbookFault> {
        let mut bodies = vec![first.body];
        while short(self.rest, 0) == Some(CONTINUED) {
            match self.next()? {
                Some(record) => bodies.push(record.body),
                None => break,
            }
        }
        Ok(bodies)
    }
}
