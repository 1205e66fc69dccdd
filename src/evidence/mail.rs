//! E-mails as typed batches: one row a message, its columns the facts of [`facts`].
//!
//! Invariant: messages read, rejected and passed over add up to the messages of a file; of a message, only facts and
//! keyed digests are kept, and no word, address or name of it leaves this module.
//!
//! What is not recognised is unknown, not false. What a message quotes is cut before anything is looked at. Messages of
//! other mailboxes and personal ones are passed over unread. Threads need all messages of a source: memory grows with
//! them, by some two hundred bytes a message.

mod body;
mod clock;
mod envelope;
pub mod facts;
mod form;
mod guard;
mod html;
mod quote;
mod signature;
mod split;
pub mod template;
#[cfg(test)]
mod tests;
mod threading;
mod words;

use self::envelope::{Direction, Envelope, Head};
use self::facts::{DIRECTIONS, Fact, schema};
use self::signature::Known;
use self::split::{Kind, Messages};
pub use self::template::MailSettings;
use self::threading::{Entry, Thread, follow};
pub use self::words::Wording;
use super::batch::{BATCH_ROWS, Batch, Cells, ColumnData, RowRef, State};
use super::cell::cells_of;
use super::fault::FileFault;
use super::key::KeyRing;
use super::ledger::{FileLedger, Rejection, Skip};
use super::schema::Schema;
use crate::calendar::Zone;
use std::io::{BufRead, BufReader, Read};

/// The most messages of a file or folder.
const MESSAGES: u64 = 1_000_000;

/// What e-mails are read with.
#[derive(Debug, Clone, Copy)]
pub struct MailRequest<'a> {
    /// What the town declares.
    pub settings: &'a MailSettings,
    /// Where the town's local time is.
    pub zone: Zone,
    /// The day up to which the evidence is complete, counted from the common era.
    pub collected: i32,
    /// The key of ids and addresses.
    pub keys: &'a KeyRing,
}

/// The messages of one file or folder of a source.
#[derive(Debug)]
pub struct Letters {
    /// The account of the file or folder.
    pub ledger: FileLedger,
    entries: Vec<Entry>,
}

impl Letters {
    /// No message yet of a file or folder, counted from 1.
    pub fn new(file: u32) -> Self {
        Self {
            ledger: FileLedger {
                messages: true,
                ..FileLedger::new(file)
            },
            entries: Vec::new(),
        }
    }

    /// Reads a file: an mbox, or one message. After a fault, the letters must be dropped.
    pub fn add(
        &mut self,
        input: impl Read,
        draft: bool,
        request: &MailRequest<'_>,
    ) -> Result<(), FileFault> {
        let line = self.ledger.rows.saturating_add(1);
        let fault = |error| FileFault::reading(&error, line);
        let (kind, mut messages) = Messages::new(BufReader::new(input)).map_err(fault)?;
        match kind {
            Kind::Empty => return Err(FileFault::MailEmpty),
            Kind::Outlook => return Err(FileFault::MailOutlook),
            Kind::Mbox | Kind::Single => {}
        }
        let mut raw = Vec::new();
        while self.next(&mut messages, &mut raw)? {
            self.enter(std::mem::take(&mut raw), draft, request);
        }
        Ok(())
    }

    fn next(
        &self,
        messages: &mut Messages<impl BufRead>,
        raw: &mut Vec<u8>,
    ) -> Result<bool, FileFault> {
        let line = self.ledger.rows.saturating_add(1);
        if line > MESSAGES {
            return Err(FileFault::MailTooMany);
        }
        messages
            .next(raw)
            .map_err(|error| FileFault::reading(&error, line))
    }

    /// Enters a message that cannot even be opened, such as one that Outlook wrote in its own format.
    pub fn reject(&mut self, cause: Rejection) {
        self.ledger.rows = self.ledger.rows.saturating_add(1);
        self.ledger.reject(cause, self.ledger.rows, 0);
    }

    /// Enters one message.
    fn enter(&mut self, raw: Vec<u8>, draft: bool, request: &MailRequest<'_>) {
        let raw = match guard::guard(raw) {
            Ok(raw) => raw,
            Err(cause) => return self.reject(cause),
        };
        match envelope::read(&raw, request.settings, request.zone, request.keys) {
            Head::Unreadable => self.reject(Rejection::MessageUnreadable),
            Head::Elsewhere => self.skip(Skip::OtherMailbox),
            Head::Here(envelope) if draft || envelope.draft => self.skip(Skip::Draft),
            Head::Here(mut envelope) => {
                if envelope.personal {
                    self.skip(Skip::Personal);
                } else {
                    self.ledger.rows = self.ledger.rows.saturating_add(1);
                }
                // The form of what a program sends is nobody's.
                let looked_at = envelope.direction == Direction::Sent
                    && !envelope.automatic
                    && !envelope.personal;
                let form = looked_at
                    .then(|| form::read(&envelope.subject, &body::read(&raw), request.settings));
                envelope.subject = String::new();
                self.entries.push(Entry {
                    at: RowRef {
                        file: self.ledger.file,
                        line: self.ledger.rows,
                    },
                    envelope: *envelope,
                    form,
                });
            }
        }
    }

    fn skip(&mut self, why: Skip) {
        self.ledger.rows = self.ledger.rows.saturating_add(1);
        self.ledger.skip(why);
    }
}

/// Follows the threads through all messages of a source and hands them over in batches. `lossy` says that a file or
/// folder of the source could not be used. Gives the accounts in the order of the letters.
pub fn deliver(
    letters: Vec<Letters>,
    lossy: bool,
    needed: &[bool],
    request: &MailRequest<'_>,
    sink: &mut dyn FnMut(&Batch),
) -> Vec<FileLedger> {
    let mut ledgers = Vec::new();
    let mut entries = Vec::new();
    for letters in letters {
        ledgers.push(letters.ledger);
        entries.extend(letters.entries);
    }
    entries.sort_by_key(|entry| entry.at);
    let lossy = lossy || ledgers.iter().any(|ledger| ledger.rejected_total() > 0);
    let threads = follow(&entries, lossy);
    let schema = schema(request.settings);
    let mut rows = Rows::new(&schema, needed, request);
    for (entry, thread) in entries.iter().zip(&threads) {
        if entry.envelope.personal {
            continue;
        }
        let ledger = ledgers
            .iter_mut()
            .find(|ledger| ledger.file == entry.at.file);
        let Some(ledger) = ledger else { continue };
        if thread.repeated {
            ledger.skip(Skip::Repeated);
            continue;
        }
        ledger.read = ledger.read.saturating_add(1);
        rows.push(entry, thread, ledger);
        if rows.batch.len() == BATCH_ROWS {
            sink(&rows.batch);
            rows.batch.clear();
        }
    }
    if !rows.batch.is_empty() {
        sink(&rows.batch);
    }
    ledgers
}

/// The batch that is being filled.
struct Rows<'a> {
    batch: Batch,
    facts: Vec<Option<Fact>>,
    request: &'a MailRequest<'a>,
}

impl<'a> Rows<'a> {
    fn new(schema: &Schema, needed: &[bool], request: &'a MailRequest<'a>) -> Self {
        let wanted = |rank: usize| needed.get(rank).copied().unwrap_or(false);
        let columns = schema.columns.iter().enumerate();
        let empty = columns.map(|(rank, column)| match wanted(rank) {
            true => cells_of(&column.kind),
            false => ColumnData::Skipped,
        });
        Self {
            batch: Batch {
                columns: empty.collect(),
                ..Batch::default()
            },
            facts: schema
                .columns
                .iter()
                .map(|column| Fact::of(&column.name))
                .collect(),
            request,
        }
    }

    fn push(&mut self, entry: &Entry, thread: &Thread, ledger: &mut FileLedger) {
        self.batch.rows.push(entry.at);
        let facts = self.facts.iter().zip(&mut self.batch.columns);
        for (rank, (fact, column)) in facts.enumerate() {
            let Some(fact) = *fact else { continue };
            match put(fact, entry, thread, self.request, column) {
                State::Known => {}
                State::Missing => ledger.enter_missing(rank),
                State::Unreadable | State::Contradictory => {
                    ledger.enter_unreadable(rank, entry.at.line);
                }
            }
        }
    }
}

/// Adds a fact to its column. What a message of this direction does not have is missing; what cannot be told is unreadable.
fn put(
    fact: Fact,
    entry: &Entry,
    thread: &Thread,
    request: &MailRequest<'_>,
    column: &mut ColumnData,
) -> State {
    let envelope = &entry.envelope;
    let received = envelope.direction == Direction::Received && !envelope.automatic;
    let sent = envelope.direction == Direction::Sent;
    let of = |concerned: bool, known: Known| {
        if concerned {
            known.ok_or(State::Unreadable)
        } else {
            Err(State::Missing)
        }
    };
    let until = |event: threading::Event| match event {
        threading::Event::NotYet if received => Ok(request.collected),
        threading::Event::Unknown if received => Err(State::Unreadable),
        _ => Err(State::Missing),
    };
    let instant = |event: threading::Event| {
        if received {
            event.instant()
        } else {
            Err(State::Missing)
        }
    };
    match (fact, column) {
        (_, ColumnData::Skipped) => State::Known,
        (Fact::Date, ColumnData::Instant(cells)) => {
            cell(cells, envelope.date.ok_or(State::Missing))
        }
        (Fact::AnsweredOn, ColumnData::Instant(cells)) => cell(cells, instant(thread.answered)),
        (Fact::AcknowledgedOn, ColumnData::Instant(cells)) => {
            cell(cells, instant(thread.acknowledged))
        }
        (Fact::UnansweredUntil, ColumnData::Date(cells)) => cell(cells, until(thread.answered)),
        (Fact::UnacknowledgedUntil, ColumnData::Date(cells)) => {
            cell(cells, until(thread.acknowledged))
        }
        (Fact::Direction, ColumnData::Category(cells)) => cell(cells, Ok(direction(envelope))),
        (Fact::Mailbox, ColumnData::Category(cells)) => cell(cells, Ok(envelope.mailbox)),
        (Fact::Service, ColumnData::Category(cells)) => {
            let mailbox = usize::try_from(envelope.mailbox).ok();
            let mailbox = mailbox.and_then(|rank| request.settings.mailboxes.get(rank));
            cell(
                cells,
                mailbox
                    .and_then(|mailbox| mailbox.service)
                    .ok_or(State::Missing),
            )
        }
        (Fact::Automatic, ColumnData::Boolean(cells)) => cell(cells, Ok(envelope.automatic)),
        (Fact::Opens, ColumnData::Boolean(cells)) => cell(cells, of(received, thread.opens)),
        (Fact::FirstAnswer, ColumnData::Boolean(cells)) => cell(cells, of(sent, thread.first)),
        (Fact::Acknowledgement, ColumnData::Boolean(cells)) => {
            cell(cells, of(sent, Some(envelope.acknowledgement)))
        }
        (Fact::Form(form), ColumnData::Boolean(cells)) => {
            let known = entry
                .form
                .as_ref()
                .map(|facts| facts.get(form as usize).copied().flatten());
            cell(cells, of(known.is_some(), known.flatten()))
        }
        (_, column) => {
            column.push_unknown(State::Unreadable);
            State::Unreadable
        }
    }
}

fn direction(envelope: &Envelope) -> u32 {
    let name = match envelope.direction {
        Direction::Received => "reçu",
        Direction::Sent => "envoyé",
        Direction::Within => "interne",
    };
    let position = DIRECTIONS.iter().position(|known| *known == name);
    position
        .and_then(|position| u32::try_from(position).ok())
        .unwrap_or_default()
}

fn cell<T: Copy + Default>(cells: &mut Cells<T>, value: Result<T, State>) -> State {
    match value {
        Ok(value) => {
            cells.push(value);
            State::Known
        }
        Err(state) => {
            cells.push_unknown(state);
            state
        }
    }
}
