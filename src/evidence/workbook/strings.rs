//! The texts that many cells of a workbook share.
//!
//! Invariant: one stretch of memory holds them all, and it is limited.

use super::fault::WorkbookFault;

/// The most bytes of all texts together, their places included.
const MOST: usize = 128 * 1024 * 1024;

/// Texts by their numbers.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Adds to the text that is being written.
    pub(super) fn push(&mut self, text: &str) -> Result<(), WorkbookFault> {
        self.text.push_str(text);
        self.fits()
    }

    /// Ends the text that is being written, and gives its number.
    pub(super) fn end(&mut self) -> Result<u32, WorkbookFault> {
        let number = u32::try_from(self.ends.len()).map_err(|_| WorkbookFault::Strings)?;
        let end = u32::try_from(self.text.len()).map_err(|_| WorkbookFault::Strings)?;
        self.ends.push(end);
        self.fits().map(|()| number)
    }

    /// The text of a number.
    pub(super) fn get(&self, number: u32) -> Option<&str> {
        let place = usize::try_from(number).ok()?;
        let end = usize::try_from(*self.ends.get(place)?).ok()?;
        let start = match place.checked_sub(1) {
            Some(before) => usize::try_from(*self.ends.get(before)?).ok()?,
            None => 0,
        };
        self.text.get(start..end)
    }

    fn fits(&self) -> Result<(), WorkbookFault> {
        let places = self.ends.len().saturating_mul(size_of::<u32>());
        match self.text.len().saturating_add(places) <= MOST {
            true => Ok(()),
            false => Err(WorkbookFault::Strings),
        }
    }
}
