//! One pass over the pages of a source: each is read whole, then asked by every requirement that needs it.
//!
//! Invariant: a page that cannot be used leaves what was to be said on its medium unknown, never unsaid.

use super::{Fold, Intake, Pass, twin};
use crate::diagnostic::Diagnostic;
use crate::evidence::FileLedger;
use crate::evidence::fault::file_twice;
use crate::evidence::page::{Page, PageSettings, read_page};
use crate::scorecard::SourceAccount;

impl<'a> Intake<'a> {
    /// Reads every page of a source and has the requirements ask it.
    pub(super) fn read_pages(
        &self,
        settings: &PageSettings,
        pass: &mut Pass<'a, '_>,
        folds: &mut [Fold],
        faults: &mut Vec<Diagnostic>,
    ) -> SourceAccount {
        let mut account = SourceAccount::default();
        for (path, file) in pass.source.files.iter().zip(1_u32..) {
            let (digest, found) = self.read_one(path, file, settings, pass, faults);
            let first = found
                .as_ref()
                .and_then(|(_, ledger)| twin(&account, digest.as_deref(), ledger));
            faults.extend(first.map(|first| file_twice(&pass.source.id, file, first)));
            let found = found.filter(|_| first.is_none());
            match &found {
                Some((page, _)) => self.ask(page, pass, folds),
                None => self.miss(pass, folds),
            }
            account
                .files
                .push((digest, found.map(|(_, ledger)| ledger)));
        }
        account
    }

    fn read_one(
        &self,
        path: &str,
        file: u32,
        settings: &PageSettings,
        pass: &Pass<'a, '_>,
        faults: &mut Vec<Diagnostic>,
    ) -> (Option<String>, Option<(Page, FileLedger)>) {
        let source = pass.source;
        let mut input = match self.open(path, source, file) {
            Ok(input) => input,
            Err(fault) => {
                faults.push(fault);
                return (None, None);
            }
        };
        let found = read_page(&mut input, settings, file);
        let packed = input.packed();
        let digest = input.finish().ok();
        match found {
            Ok((page, mut ledger)) => {
                ledger.packed = packed;
                (digest, Some((page, ledger)))
            }
            Err(fault) => {
                faults.extend(fault.diagnostics(&source.id, file, &source.schema));
                (digest, None)
            }
        }
    }

    fn ask(&self, page: &Page, pass: &Pass<'a, '_>, folds: &mut [Fold]) {
        for feed in &pass.feeds {
            let Some((measured, _)) = self.measured.get(feed.requirement) else {
                continue;
            };
            let tallies = folds
                .get_mut(feed.requirement)
                .into_iter()
                .flat_map(Fold::tallies);
            tallies.for_each(|(tally, _)| tally.observe_page(&measured.rule, page, feed.input));
        }
    }
}
