//! Who is counted: period, perimeter, population and exclusions, each row in exactly one place.
//!
//! Invariant: a row whose place cannot be told is undecided, never silently left out.

use super::condition::Condition;
use super::truth::{Doubt, Truth};
use super::value::Row;
use std::collections::BTreeMap;

/// The days that count, counted from the common era, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// First day; none when any earlier day counts.
    pub from: Option<i32>,
    /// Last day.
    pub to: i32,
}

/// The perimeter: rows of other services are out of scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Column of the service.
    pub column: usize,
    /// The services within.
    pub services: Vec<u32>,
}

/// Which rows a requirement judges.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Population {
    /// Column that places a row in the period; none for a state list.
    pub time: Option<usize>,
    /// The perimeter, where the source knows services.
    pub scope: Option<Scope>,
    /// The population.
    pub among: Option<Condition>,
    /// The exclusions, in order; the first that matches counts.
    pub set_aside: Vec<Condition>,
}

/// The place of a row. Ordered so that it can be kept in sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is judged.
    Judged,
    /// Its day is not in the period.
    OutOfPeriod,
    /// Its service is not in the perimeter.
    OutOfScope,
    /// It is not in the population.
    NotConcerned,
    /// Set aside by the exclusion of this position.
    SetAside(usize),
    /// It cannot be told.
    Undecided(Doubt),
}

impl Population {
    /// The place of a row.
    pub fn standing(&self, row: &Row<'_>, window: Window) -> Standing {
        let mut doubt: Option<Doubt> = None;
        for (truth, outside) in [
            (self.within_period(row, window), Standing::OutOfPeriod),
            (self.within_scope(row), Standing::OutOfScope),
            (self.among(row), Standing::NotConcerned),
        ] {
            match truth {
                Truth::Yes => {}
                Truth::No => return outside,
                Truth::Unknown(found) => doubt = doubt.max(Some(found)),
            }
        }
        for (index, condition) in self.set_aside.iter().enumerate() {
            match condition.truth(row) {
                Truth::No => {}
                // Whatever was in doubt before, the row is not judged.
                Truth::Yes => return Standing::SetAside(index),
                Truth::Unknown(found) => doubt = doubt.max(Some(found)),
            }
        }
        doubt.map_or(Standing::Judged, Standing::Undecided)
    }

    fn within_period(&self, row: &Row<'_>, window: Window) -> Truth {
        let Some(column) = self.time else {
            return Truth::Yes;
        };
        match row.day(column) {
            Ok(day) => (window.from.is_none_or(|from| from <= day) && day <= window.to).into(),
            Err(doubt) => Truth::Unknown(doubt),
        }
    }

    fn within_scope(&self, row: &Row<'_>) -> Truth {
        let Some(scope) = &self.scope else {
            return Truth::Yes;
        };
        match row.column(scope.column) {
            Ok(service) => scope
                .services
                .iter()
                .any(|within| i64::from(*within) == service)
                .into(),
            Err(doubt) => Truth::Unknown(doubt),
        }
    }

    fn among(&self, row: &Row<'_>) -> Truth {
        self.among
            .as_ref()
            .map_or(Truth::Yes, |condition| condition.truth(row))
    }

    /// The columns it reads.
    pub fn columns(&self) -> Vec<usize> {
        let mut columns: Vec<usize> = self.time.into_iter().collect();
        columns.extend(self.scope.iter().map(|scope| scope.column));
        columns.extend(self.among.iter().flat_map(Condition::columns));
        columns.extend(self.set_aside.iter().flat_map(Condition::columns));
        columns
    }
}

/// How many cases were not judged, and why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Aside {
    /// Outside the period.
    pub out_of_period: u64,
    /// Outside the perimeter.
    pub out_of_scope: u64,
    /// Outside the population.
    pub not_concerned: u64,
    /// By position of the exclusion.
    pub set_aside: BTreeMap<usize, u64>,
}

impl Aside {
    /// Counts a row that is not judged; says whether it is one.
    pub fn count(&mut self, standing: Standing, weight: u64) -> bool {
        let counter = match standing {
            Standing::Judged | Standing::Undecided(_) => return false,
            Standing::OutOfPeriod => &mut self.out_of_period,
            Standing::OutOfScope => &mut self.out_of_scope,
            Standing::NotConcerned => &mut self.not_concerned,
            Standing::SetAside(index) => self.set_aside.entry(index).or_default(),
        };
        *counter = counter.saturating_add(weight);
        true
    }

    /// Adds the counts of another tally.
    pub fn merge(&mut self, other: &Self) {
        self.out_of_period = self.out_of_period.saturating_add(other.out_of_period);
        self.out_of_scope = self.out_of_scope.saturating_add(other.out_of_scope);
        self.not_concerned = self.not_concerned.saturating_add(other.not_concerned);
        for (index, count) in &other.set_aside {
            let counter = self.set_aside.entry(*index).or_default();
            *counter = counter.saturating_add(*count);
        }
    }
}
