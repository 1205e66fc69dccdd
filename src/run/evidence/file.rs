//! A file of the evidence: opened within the root, inflated where its name says so, its bytes digested on the way.
//!
//! Invariant: the digest is that of the file as it lies there, compressed or not.

use super::hex;
use crate::evidence::gzip::{Inflated, is_gzip};
use crate::run::folder::open_within;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// A file of the evidence that is being read.
pub(super) struct EvidenceFile {
    input: Inflated<Digested>,
    /// The digest of what it holds, so far, where it is compressed.
    packed: Option<Sha256>,
}

impl EvidenceFile {
    /// Opens a regular file that lies under a root once links are resolved.
    pub(super) fn open(root: &Path, path: &Path) -> io::Result<Self> {
        let input = Digested {
            input: open_within(root, path)?,
            hash: Sha256::new(),
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(Self {
            input: Inflated::new(input, &name)?,
            packed: is_gzip(&name).then(Sha256::new),
        })
    }

    /// The digest of what a compressed file holds, once it has been read to its end.
    pub(super) fn packed(&self) -> Option<String> {
        let hash = self.packed.clone()?;
        Some(hex(&hash.finalize()))
    }

    /// Reads what is left, and gives the digest of all.
    pub(super) fn finish(self) -> io::Result<String> {
        self.whole().map(|(digest, _)| digest)
    }

    /// Reads what is left, and gives the digest of all and the file as it lies there.
    pub(super) fn whole(self) -> io::Result<(String, File)> {
        let mut file = self.input.into_inner();
        io::copy(&mut file, &mut io::sink())?;
        Ok((hex(&file.hash.finalize()), file.input))
    }
}

impl Read for EvidenceFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        if let Some(packed) = &mut self.packed {
            packed.update(buffer.get(..count).unwrap_or_default());
        }
        Ok(count)
    }
}

/// A reader that keeps the digest of what went through it.
#[derive(Debug)]
struct Digested {
    input: File,
    hash: Sha256,
}

impl Read for Digested {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        self.hash.update(buffer.get(..count).unwrap_or_default());
        Ok(count)
    }
}
