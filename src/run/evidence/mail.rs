//! One pass over the e-mails of a source: files, folders and maildirs, then their threads, then the tallies.
//!
//! Invariant: the messages of a folder are taken in the order of their paths; nothing outside the root is opened, links
//! resolved; a folder counts wholly or not at all.

use super::{EvidenceFile, Feed, Fold, Intake, Pass, hex, twin};
use crate::charter::source::Source;
use crate::diagnostic::Diagnostic;
use crate::evidence::fault::{file_missing, file_twice, file_unreadable};
use crate::evidence::ledger::Rejection;
use crate::evidence::mail::{Letters, MailRequest, MailSettings, deliver};
use crate::evidence::{FileFault, FileLedger};
use crate::scorecard::SourceAccount;
use chrono::Datelike;
use sha2::{Digest, Sha256};
use std::io;
use std::path::{Path, PathBuf};

/// How deep folders of messages may be nested.
const DEPTH: usize = 8;
/// The most files of a folder.
const FILES: usize = 1_000_000;

/// Why a path of the evidence gives no messages.
enum Trouble {
    /// It cannot be opened.
    Io(io::Error),
    /// What is there cannot be used.
    File(FileFault),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<FileFault> for Trouble {
    fn from(fault: FileFault) -> Self {
        Self::File(fault)
    }
}

/// The messages of a path and the digest of what it holds.
type Opened = (String, Letters);

impl<'a> Intake<'a> {
    /// Reads every message of a source, follows their threads, and feeds the tallies.
    pub(super) fn read_mail(
        &self,
        settings: &MailSettings,
        pass: &mut Pass<'a, '_>,
        folds: &mut [Fold],
        faults: &mut Vec<Diagnostic>,
    ) -> SourceAccount {
        let source = pass.source;
        let request = MailRequest {
            settings,
            zone: self.reference.calendar.zone(),
            collected: source.collected.num_days_from_ce(),
            keys: self.keys,
        };
        let mut account = SourceAccount::default();
        let mut letters = Vec::new();
        for (path, file) in source.files.iter().zip(1_u32..) {
            let mut none = Letters::new(file);
            if self.names_every_row(&pass.feeds) {
                none.ledger.keep_every_line();
            }
            match self.letters(&self.root.join(path), none, &request) {
                Ok((digest, found)) => {
                    // Its ledger is put there once the threads are known.
                    let first = twin(&account, Some(&digest), &found.ledger);
                    faults.extend(first.map(|first| file_twice(&source.id, file, first)));
                    let ledger = first.is_none().then(|| found.ledger.clone());
                    account.files.push((Some(digest), ledger));
                    if first.is_none() {
                        letters.push(found);
                    }
                }
                Err(trouble) => {
                    faults.extend(trouble.diagnostics(source, file));
                    account.files.push((None, None));
                }
            }
        }
        let lossy = account.files.iter().any(|(_, ledger)| ledger.is_none());
        if lossy {
            self.miss(pass, folds);
        }
        let columns = self.columns(pass);
        let claims = |feed: &Feed| vec![self.docket.known(*feed, &account)];
        let mut part = self.part(pass, folds, &claims);
        let ledgers = deliver(letters, lossy, &columns, &request, &mut |batch| {
            self.take(pass, &mut part, batch);
        });
        self.keep(pass, part, &ledgers, None, folds);
        for ledger in ledgers {
            faults.extend(ledger.diagnostics(&source.id, &source.schema));
            enter(&mut account, ledger);
        }
        account
    }

    /// The messages of a file or folder.
    fn letters(
        &self,
        path: &Path,
        mut letters: Letters,
        request: &MailRequest<'_>,
    ) -> Result<Opened, Trouble> {
        if !path.is_dir() {
            let mut input = EvidenceFile::open(self.root, path)?;
            letters.add(&mut input, false, request)?;
            letters.ledger.packed = input.packed();
            return Ok((input.finish()?, letters));
        }
        let mut paths = Vec::new();
        collect(self.root, path, DEPTH, &mut paths)?;
        paths.sort_unstable();
        let mut all = Sha256::new();
        for message in paths {
            let mut input = EvidenceFile::open(self.root, &message)?;
            match letters.add(&mut input, is_draft(&message), request) {
                Ok(()) => {}
                Err(FileFault::MailEmpty) => letters.reject(Rejection::MessageUnreadable),
                Err(FileFault::MailOutlook) => letters.reject(Rejection::MessageOutlook),
                Err(fault) => return Err(fault.into()),
            }
            all.update(input.finish()?);
        }
        Ok((hex(&all.finalize()), letters))
    }
}

/// Puts a ledger in the place of the one that its file had before its threads were known.
fn enter(account: &mut SourceAccount, ledger: FileLedger) {
    let mut ledgers = account
        .files
        .iter_mut()
        .filter_map(|(_, ledger)| ledger.as_mut());
    if let Some(place) = ledgers.find(|place| place.file == ledger.file) {
        *place = ledger;
    }
}

impl Trouble {
    fn diagnostics(&self, source: &Source, file: u32) -> Vec<Diagnostic> {
        match self {
            Self::File(fault) => fault.diagnostics(&source.id, file, &source.schema),
            Self::Io(error) if error.kind() == io::ErrorKind::NotFound => {
                vec![file_missing(&source.id, file)]
            }
            Self::Io(_) => vec![file_unreadable(&source.id, file)],
        }
    }
}

/// The files of a folder and of the folders within: of a maildir, those of `cur` and `new`; of any other folder, all that
/// are not hidden.
fn collect(root: &Path, folder: &Path, depth: usize, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    if !folder.canonicalize()?.starts_with(root.canonicalize()?) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let maildir = folder.join("cur").is_dir();
    for entry in folder.read_dir()? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = entry.path();
        if name.starts_with('.') || (maildir && !matches!(&*name, "cur" | "new")) {
            continue;
        }
        if path.is_dir() {
            let left = depth.checked_sub(1).ok_or(io::ErrorKind::InvalidInput)?;
            collect(root, &path, left, paths)?;
        } else {
            paths.push(path);
        }
        if paths.len() > FILES {
            return Err(io::ErrorKind::InvalidInput.into());
        }
    }
    Ok(())
}

/// Whether a maildir marks a message as a draft: a `D` among the letters behind `:2,` (`;2,` or `!2,` on some systems).
fn is_draft(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let flags = [":2,", ";2,", "!2,"]
        .iter()
        .find_map(|mark| name.rsplit_once(mark));
    flags.is_some_and(|(_, flags)| flags.contains('D'))
}
