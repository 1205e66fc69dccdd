//! Threads: which message was answered, by which, when; which copies are one message.
//!
//! Invariant: the result depends on the set of messages and their places alone, and takes a time in proportion to the
//! messages and their links. That nobody answered is said only where no message, read or not, could be the answer.

use super::envelope::{Direction, Envelope};
use super::form::Facts;
use super::signature::Known;
use crate::evidence::batch::{RowRef, State};
use std::collections::{BTreeMap, BTreeSet};

/// Seconds in a day.
const DAY: i64 = 86_400;

/// What is kept of a message: a few dozen bytes, and sixteen for each link or correspondent.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) at: RowRef,
    pub(super) envelope: Envelope,
    /// The facts of form, of a message whose form is looked at.
    pub(super) form: Option<Facts>,
}

/// When something happened to a message received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Event {
    /// At that instant.
    At(i64),
    /// Certainly not until the evidence was collected.
    NotYet,
    /// It cannot be told.
    Unknown,
}

impl Event {
    /// The instant, as a cell.
    pub(super) const fn instant(self) -> Result<i64, State> {
        match self {
            Self::At(instant) => Ok(instant),
            Self::NotYet => Err(State::Missing),
            Self::Unknown => Err(State::Unreadable),
        }
    }
}

/// What the threads tell of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Thread {
    /// A copy of an earlier message.
    pub(super) repeated: bool,
    /// A message received that answers none.
    pub(super) opens: Known,
    /// The first answer.
    pub(super) answered: Event,
    /// The first answer or acknowledgement.
    pub(super) acknowledged: Event,
    /// A message sent that is a first answer.
    pub(super) first: Known,
}

/// Follows the threads of all messages of a source, which are given in the order of their places. `lossy` says that some
/// message could not be read.
pub(super) fn follow(entries: &[Entry], lossy: bool) -> Vec<Thread> {
    let mail = Mail::new(entries);
    let answers = mail.mark(|envelope| envelope.outgoing && !envelope.automatic);
    let receipts = mail.mark(|envelope| envelope.outgoing);
    let silent = mail.silent();
    let threads = entries.iter().enumerate().map(|(position, entry)| {
        let envelope = &entry.envelope;
        let traceable = mail.is_traceable(position);
        let sure = !lossy && traceable && !silent.contains(&envelope.mailbox);
        let event = |marks: &Marks, any: bool| match marks.of.get(position).copied().flatten() {
            Some(Some(instant)) if traceable => Event::At(instant),
            None if sure && !mail.may_be_answered(envelope, any) => Event::NotYet,
            _ => Event::Unknown,
        };
        Thread {
            repeated: mail.repeated.contains(&position),
            opens: mail.opens(position),
            answered: event(&answers, false),
            acknowledged: event(&receipts, true),
            first: mail.first(position, &answers),
        }
    });
    threads.collect()
}

/// The messages and their links.
struct Mail<'a> {
    entries: &'a [Entry],
    /// The messages of each id, copies left out.
    by_id: BTreeMap<u128, Vec<usize>>,
    repeated: BTreeSet<usize>,
    /// The messages that go to each correspondent.
    to: BTreeMap<u128, Vec<usize>>,
}

/// Which messages were reached from messages sent, and when the earliest of these was sent.
struct Marks {
    /// By position: reached, and when if that is known.
    of: Vec<Option<Option<i64>>>,
    /// The messages sent that reached a message received before all others.
    first: BTreeSet<usize>,
}

impl<'a> Mail<'a> {
    fn new(entries: &'a [Entry]) -> Self {
        let mut by_id: BTreeMap<u128, Vec<usize>> = BTreeMap::new();
        let mut repeated = BTreeSet::new();
        for (position, entry) in entries.iter().enumerate() {
            let Some(id) = entry.envelope.id else {
                continue;
            };
            let same = by_id.entry(id).or_default();
            let copy = |other: &usize| {
                entries
                    .get(*other)
                    .is_some_and(|other| other.envelope.copy == entry.envelope.copy)
            };
            if same.iter().any(copy) {
                repeated.insert(position);
            } else {
                same.push(position);
            }
        }
        let mut to: BTreeMap<u128, Vec<usize>> = BTreeMap::new();
        let outgoing = entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.envelope.outgoing);
        for (position, entry) in outgoing {
            for peer in &entry.envelope.peers {
                to.entry(*peer).or_default().push(position);
            }
        }
        Self {
            entries,
            by_id,
            repeated,
            to,
        }
    }

    /// The messages that a message answers.
    fn parents(&self, position: usize) -> impl Iterator<Item = usize> {
        let entry = self.entries.get(position);
        let ids = entry.map_or(&[][..], |entry| &entry.envelope.parents);
        let found = ids.iter().filter_map(|id| self.by_id.get(id));
        found
            .flatten()
            .copied()
            .filter(move |parent| *parent != position)
    }

    /// Marks every message that is answered, straight or over others, by a message of a kind: the earliest reaches it
    /// first, and what is before a message that was reached has been reached already. A message whose date is not known,
    /// or that was not read, comes before all: with it, nothing is known.
    fn mark(&self, kind: impl Fn(&Envelope) -> bool) -> Marks {
        let date = |envelope: &Envelope| envelope.date.filter(|_| !envelope.personal);
        let mut sent: Vec<(Option<i64>, usize)> = self
            .entries
            .iter()
            .enumerate()
            .filter(|(position, entry)| kind(&entry.envelope) && !self.repeated.contains(position))
            .map(|(position, entry)| (date(&entry.envelope), position))
            .collect();
        sent.sort_unstable();
        let mut marks = Marks {
            of: vec![None; self.entries.len()],
            first: BTreeSet::new(),
        };
        for (date, position) in sent {
            let mut open: Vec<usize> = self.parents(position).collect();
            while let Some(reached) = open.pop() {
                let Some(mark @ None) = marks.of.get_mut(reached) else {
                    continue;
                };
                *mark = Some(date);
                let received = self
                    .entries
                    .get(reached)
                    .is_some_and(|entry| entry.envelope.direction == Direction::Received);
                if received {
                    marks.first.insert(position);
                }
                open.extend(self.parents(reached));
            }
        }
        marks
    }

    /// The mailboxes from which nothing was sent: what they sent is most likely not in the evidence.
    fn silent(&self) -> BTreeSet<u32> {
        let of = |sent: bool| {
            let entries = self.entries.iter().map(|entry| &entry.envelope);
            let some = entries.filter(move |envelope| {
                !sent || (envelope.direction == Direction::Sent && !envelope.automatic)
            });
            some.map(|envelope| envelope.mailbox)
                .collect::<BTreeSet<u32>>()
        };
        of(false).difference(&of(true)).copied().collect()
    }

    /// Whether an answer could name the message, and no other.
    fn is_traceable(&self, position: usize) -> bool {
        let id = self
            .entries
            .get(position)
            .and_then(|entry| entry.envelope.id);
        id.and_then(|id| self.by_id.get(&id))
            .is_some_and(|same| same.len() == 1)
    }

    /// Whether a message went to the same correspondent later on, or a little before by a clock that is slow: it may be
    /// the answer, though it names another message or none.
    fn may_be_answered(&self, envelope: &Envelope, any: bool) -> bool {
        let later = |position: &usize| {
            self.entries.get(*position).is_some_and(|other| {
                let other = &other.envelope;
                (any || !other.automatic)
                    && match (envelope.date, other.date) {
                        (Some(received), Some(sent)) => received.saturating_sub(DAY) <= sent,
                        _ => true,
                    }
            })
        };
        let to = envelope.peers.iter().filter_map(|peer| self.to.get(peer));
        envelope.peers.is_empty() || to.flatten().any(later)
    }

    /// Whether a message received answers none.
    fn opens(&self, position: usize) -> Known {
        let entry = self.entries.get(position)?;
        if entry.envelope.parents.is_empty() {
            Some(true)
        } else {
            self.parents(position).next().map(|_| false)
        }
    }

    /// Whether a message sent is a first answer.
    fn first(&self, position: usize, answers: &Marks) -> Known {
        let entry = self.entries.get(position)?;
        let envelope = &entry.envelope;
        if envelope.automatic || !envelope.outgoing {
            return Some(false);
        }
        if answers.first.contains(&position) {
            return envelope.date.map(|_| true);
        }
        // Without a link it may answer a message all the same.
        self.parents(position).next().map(|_| false)
    }
}

#[cfg(test)]
mod tests;
