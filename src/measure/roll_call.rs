//! Roll-call: is everyone on list A in register B?
//!
//! Invariant: a person counts once, however many rows name them; rows that judge and set aside one person make them
//! unknown, rows that place them in several groups make their group unknown, and rows outside the list (period,
//! perimeter, population) say nothing. A row of the list that names nobody stands for somebody else. A register row that
//! cannot be read may be anyone's, so as many absent people become unknown. Identifiers are keyed digests throughout.
//! Shards may be split anywhere: people are matched when the reading is taken.

use super::condition::Condition;
use super::grouping::{Grouped, Membership};
use super::population::{Aside, Standing};
use super::reading::{Cases, Examples, doubt};
use super::support::Versions;
use super::truth::{Doubt, Truth};
use super::value::Row;
use crate::evidence::batch::RowRef;
use std::collections::{BTreeMap, BTreeSet};

/// The settings of a roll-call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollCall {
    /// Key column of the list.
    pub key: usize,
    /// The register.
    pub register: Register,
    /// Newcomers are set aside for a while.
    pub grace: Option<Grace>,
}

/// The register that people must be in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// Key column of the register.
    pub key: usize,
    /// Column that dates a register row, where there is one; later rows than the as-of day do not count.
    pub time: Option<usize>,
    /// What makes a register row count.
    pub condition: Option<Condition>,
    /// The versions of the support, where only some of them count.
    pub versions: Option<Versions>,
}

/// Newcomers are set aside until some days after a date of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grace {
    /// Date column of the list.
    pub since: usize,
    /// Calendar days.
    pub days: u32,
}

/// What one row of the list says of a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement {
    /// Whether the person is judged.
    pub standing: Standing,
    /// Whether the promise is kept for them, where a ruling says so.
    pub kept: Option<bool>,
    /// Their groups.
    pub membership: Membership,
}

/// What is said of a person, each with the first row that says so.
type Person = BTreeMap<Statement, RowRef>;

/// Whether a register row counts for its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Presence {
    Perhaps(Doubt),
    Certain,
}

/// The mergeable state of a roll-call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attendance {
    people: BTreeMap<u128, Person>,
    nameless: Grouped<Cases>,
    nameless_rows: Examples,
    nameless_aside: Aside,
    settled: Grouped<Cases>,
    settled_rows: Examples,
    presence: BTreeMap<u128, Presence>,
    unread: u64,
    register_open: bool,
}

/// What a roll-call found, before it is made a reading.
#[derive(Debug, Clone, Default)]
pub struct Roll {
    /// The cases.
    pub cases: Grouped<Cases>,
    /// People not judged.
    pub aside: Aside,
    /// Some absent people's rows.
    pub failing: Examples,
    /// Some unknown people's rows.
    pub doubtful: Examples,
    /// The cases that a ruling settles, which no row of the register can change.
    settled: Grouped<Cases>,
    /// Some of their rows that fail.
    settled_rows: Examples,
}

impl Attendance {
    /// Nobody yet; at most so many rows of each kind are kept.
    pub fn keeping(most: usize) -> Self {
        Self {
            nameless_rows: Examples::keeping(most),
            settled_rows: Examples::keeping(most),
            ..Self::default()
        }
    }

    /// Counts one row of the list.
    pub fn enlist(&mut self, settings: &RollCall, statement: Statement, row: &Row<'_>, at: RowRef) {
        let key = match row.key(settings.key) {
            Ok(key) => key,
            Err(reason) => {
                self.enlist_nameless(&statement, reason, at);
                return;
            }
        };
        state(self.people.entry(key).or_default(), statement, at);
    }

    fn enlist_nameless(&mut self, statement: &Statement, reason: Doubt, at: RowRef) {
        if self.nameless_aside.count(statement.standing, 1) {
            return;
        }
        let groups = &statement.membership;
        if let Some(kept) = statement.kept {
            self.settled
                .update(groups, |cases| cases.count(kept.into(), 1));
            if !kept {
                self.settled_rows.insert(at);
            }
        } else {
            self.nameless
                .update(groups, |cases| doubt(&mut cases.doubts, reason, 1));
            self.nameless_rows.doubt(at, reason);
        }
    }

    /// Counts one row of the register; `until` is the as-of day.
    pub fn register(&mut self, settings: &Register, row: &Row<'_>, until: i32) {
        let day = settings.time.map(|column| row.day(column));
        let in_time = match day {
            None => Truth::Yes,
            Some(Ok(day)) => (day <= until).into(),
            Some(Err(reason)) => Truth::Unknown(reason),
        };
        let version = settings.versions.as_ref().map_or(Truth::Yes, |versions| {
            versions.truth(row, day.unwrap_or(Err(Doubt::NotRecorded)), until)
        });
        let counts = settings
            .condition
            .as_ref()
            .map_or(Truth::Yes, |condition| condition.truth(row));
        let presence = match in_time.and(counts).and(version) {
            Truth::No => return,
            Truth::Yes => Presence::Certain,
            Truth::Unknown(reason) => Presence::Perhaps(reason),
        };
        match row.key(settings.key) {
            Ok(key) => {
                let known = self.presence.entry(key).or_insert(presence);
                *known = (*known).max(presence);
            }
            Err(_) => self.unread = self.unread.saturating_add(1),
        }
    }

    /// Counts rows of the list that were rejected.
    pub fn reject_list(&mut self, groupings: usize, rows: u64) {
        self.nameless.update(&vec![None; groupings], |cases| {
            doubt(&mut cases.doubts, Doubt::Unreadable, rows)
        });
    }

    /// Counts rows of the register that were rejected.
    pub fn reject_register(&mut self, rows: u64) {
        self.unread = self.unread.saturating_add(rows);
    }

    /// An unknown number of register rows is missing.
    pub fn open_register(&mut self) {
        self.register_open = true;
    }

    /// Adds what another shard has seen.
    pub fn merge(&mut self, other: &Self) {
        for (key, theirs) in &other.people {
            let mine = self.people.entry(*key).or_default();
            for (statement, row) in theirs {
                state(mine, statement.clone(), *row);
            }
        }
        for (key, theirs) in &other.presence {
            let mine = self.presence.entry(*key).or_insert(*theirs);
            *mine = (*mine).max(*theirs);
        }
        self.nameless.merge(&other.nameless);
        self.nameless_rows.merge(&other.nameless_rows);
        self.nameless_aside.merge(&other.nameless_aside);
        self.settled.merge(&other.settled);
        self.settled_rows.merge(&other.settled_rows);
        self.unread = self.unread.saturating_add(other.unread);
        self.register_open |= other.register_open;
    }

    /// Matches the list with the register.
    pub fn read(&self) -> Roll {
        let mut roll = Roll {
            cases: self.nameless.clone(),
            aside: self.nameless_aside.clone(),
            doubtful: self.nameless_rows.clone(),
            failing: self.nameless_rows.emptied(),
            settled: self.settled.clone(),
            settled_rows: self.settled_rows.clone(),
        };
        for (key, person) in &self.people {
            self.call(*key, person, &mut roll);
        }
        let unread = if self.register_open {
            u64::MAX
        } else {
            self.unread
        };
        excuse(&mut roll.cases.total, unread);
        for groups in &mut roll.cases.groups {
            groups.values_mut().for_each(|cases| excuse(cases, unread));
        }
        roll.cases
            .strays
            .iter_mut()
            .for_each(|cases| excuse(cases, unread));
        if roll.cases.total.fails == 0 {
            // Each absent person may be in one of those rows.
            for row in std::mem::take(&mut roll.failing).rows() {
                roll.doubtful.doubt(row, Doubt::Unreadable);
            }
        }
        roll.cases.merge(&roll.settled);
        roll.failing.merge(&roll.settled_rows);
        roll
    }

    fn call(&self, key: u128, person: &Person, roll: &mut Roll) {
        let listed = || person.iter().filter(|(said, _)| on_list(said.standing));
        let Some((first, row)) = listed().next() else {
            if let Some((said, _)) = person.last_key_value() {
                roll.aside.count(said.standing, 1);
            }
            return;
        };
        let standing = listed().fold(first.standing, |one, (said, _)| agree(one, said.standing));
        let kept = listed().filter_map(|(said, _)| said.kept);
        let rulings: BTreeSet<bool> = kept.collect();
        let ruled = match rulings.first().zip(rulings.last()) {
            Some((one, two)) if one != two => Some(Truth::Unknown(Doubt::Contradictory)),
            Some((kept, _)) => Some((*kept).into()),
            None => None,
        };
        let truth = match standing {
            Standing::Undecided(reason) => Truth::Unknown(reason),
            Standing::Judged => ruled.unwrap_or_else(|| self.present(key)),
            aside => {
                roll.aside.count(aside, 1);
                return;
            }
        };
        let membership: Membership = first
            .membership
            .iter()
            .enumerate()
            .map(|(grouping, key)| {
                let same = listed().all(|(said, _)| said.membership.get(grouping) == Some(key));
                key.clone().filter(|_| same)
            })
            .collect();
        let row = listed().fold(*row, |row, (_, other)| row.min(*other));
        // An undecided person is so whatever the ruling.
        let settled = ruled.is_some() && standing == Standing::Judged;
        let (cases, failing) = if settled {
            (&mut roll.settled, &mut roll.settled_rows)
        } else {
            (&mut roll.cases, &mut roll.failing)
        };
        match truth {
            Truth::Yes => {}
            Truth::No => failing.insert(row),
            Truth::Unknown(reason) => roll.doubtful.doubt(row, reason),
        }
        cases.update(&membership, |cases| cases.count(truth, 1));
    }

    /// Whether a person is in the register.
    fn present(&self, key: u128) -> Truth {
        match self.presence.get(&key) {
            Some(Presence::Certain) => Truth::Yes,
            Some(Presence::Perhaps(reason)) => Truth::Unknown(*reason),
            None => Truth::No,
        }
    }

    /// How many register rows could not be matched with anyone.
    pub fn unread(&self) -> u64 {
        self.unread
    }
}

/// Adds a statement, with the smallest row that makes it.
fn state(person: &mut Person, statement: Statement, at: RowRef) {
    let row = person.entry(statement).or_insert(at);
    *row = (*row).min(at);
}

/// Whether a row of this standing is on the list, or may be.
const fn on_list(standing: Standing) -> bool {
    matches!(
        standing,
        Standing::Judged | Standing::SetAside(_) | Standing::Undecided(_)
    )
}

/// What two rows on the list say of one person.
fn agree(one: Standing, two: Standing) -> Standing {
    match (one, two) {
        (Standing::Undecided(one), Standing::Undecided(two)) => Standing::Undecided(one.max(two)),
        (undecided @ Standing::Undecided(_), _) | (_, undecided @ Standing::Undecided(_)) => {
            undecided
        }
        (Standing::SetAside(one), Standing::SetAside(two)) => Standing::SetAside(one.min(two)),
        (Standing::Judged, Standing::Judged) => Standing::Judged,
        _ => Standing::Undecided(Doubt::Contradictory),
    }
}

/// Makes as many absent people unknown as there are register rows that could be theirs.
fn excuse(cases: &mut Cases, unread: u64) {
    let excused = cases.fails.min(unread);
    cases.fails = cases.fails.saturating_sub(excused);
    doubt(&mut cases.doubts, Doubt::Unreadable, excused);
}
