//! A rule is a requirement as the engine sees it: a population, groupings, one measure; its tally folds rows.
//!
//! Invariant: `observe`, `reject` and `lose` in any order over any split, then `merge`, then `read`, gives the same
//! reading as one pass over all rows.

mod columns;
mod hearing;

use hearing::weight;

use super::cadence::{Cadence, Events};
use super::coverage::{Coverage, Covered, Entry, Origin};
use super::grouping::{Grouped, Grouping, Merge, membership};
use super::limit::{Histogram, Limit};
use super::peaks::{Calls, Peaks};
use super::population::{Aside, Population, Standing, Window};
use super::publication::{Publication, Published};
use super::reading::{Cases, EXAMPLES, Examples, Figures, GroupReading, Reading, doubt};
use super::roll_call::{Attendance, RollCall, Statement};
use super::ruling::{Heard, Ruling, Rulings};
use super::share::Share;
use super::truth::{Doubt, Truth};
use super::value::Row;
use super::variety::{Seen, Variety};
use crate::evidence::batch::{Batch, RowRef};
use crate::evidence::page::Page;
use crate::reference::Reference;

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// In what share of the cases a condition holds.
    Share(Share),
    /// Whether a quantile stays within a limit.
    Limit(Limit),
    /// Whether everyone of a list is in a register.
    RollCall(RollCall),
    /// How many distinct values there are.
    Variety(Variety),
    /// Whether events come often enough.
    Cadence(Cadence),
    /// What part of the opening hours is covered.
    Coverage(Coverage),
    /// What documents say.
    Publication(Publication),
    /// Which slots of the week are peaks, or quiet.
    Peaks(Box<Peaks>),
}

/// A requirement as the engine sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Who is counted.
    pub population: Population,
    /// How the cases are split.
    pub groupings: Vec<Grouping>,
    /// Column that says how many cases a row stands for.
    pub weight: Option<usize>,
    /// What is measured.
    pub measure: Measure,
}

/// Which input of a rule a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// The requirement's source.
    Main,
    /// A further source of the requirement, by its order among them: the register of a roll-call.
    Beside(usize),
}

/// What rows are judged with.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The charter's values.
    pub reference: &'a Reference,
    /// The days that count.
    pub window: Window,
    /// How single rows of the requirement's source count once objections to them have been heard.
    pub rulings: Option<&'a Rulings>,
}

/// The mergeable state of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    aside: Aside,
    core: Core,
    open: bool,
    failing: Examples,
    doubtful: Examples,
    heard: Heard,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Core {
    Share(Grouped<Cases>),
    Limit(Grouped<Histogram>),
    RollCall(Box<Attendance>),
    Variety(Grouped<Seen>),
    Cadence(Grouped<Events>),
    Coverage(Covered),
    Publication(Published),
    Peaks(Calls),
}

impl Rule {
    /// An empty tally that keeps a few examples.
    pub fn tally(&self) -> Tally {
        self.tally_keeping(EXAMPLES)
    }

    /// An empty tally that keeps so many rows that fail, and as many that cannot be told.
    pub fn tally_keeping(&self, most: usize) -> Tally {
        Tally {
            aside: Aside::default(),
            core: match &self.measure {
                Measure::Share(_) => Core::Share(Grouped::default()),
                Measure::Limit(_) => Core::Limit(Grouped::default()),
                Measure::RollCall(_) => Core::RollCall(Box::new(Attendance::keeping(most))),
                Measure::Variety(_) => Core::Variety(Grouped::default()),
                Measure::Cadence(_) => Core::Cadence(Grouped::default()),
                Measure::Coverage(_) => Core::Coverage(Covered::default()),
                Measure::Publication(_) => Core::Publication(Published::default()),
                Measure::Peaks(_) => Core::Peaks(Calls::default()),
            },
            open: false,
            failing: Examples::keeping(most),
            doubtful: Examples::keeping(most),
            heard: Heard::default(),
        }
    }

    fn standing(&self, row: &Row<'_>, window: Window) -> Standing {
        let standing = match (self.population.standing(row, window), row.unmatched()) {
            // As a case of its own it would be judged, as a repeat it would be none.
            (Standing::Judged, Some(reason)) => Standing::Undecided(reason),
            (standing, _) => standing,
        };
        let Measure::RollCall(RollCall {
            grace: Some(grace), ..
        }) = &self.measure
        else {
            return standing;
        };
        let days = i32::try_from(grace.days).unwrap_or(i32::MAX);
        let newcomer = match row.day(grace.since) {
            Ok(since) => (since.saturating_add(days) > window.to).into(),
            Err(reason) => Truth::Unknown(reason),
        };
        match (standing, newcomer) {
            // Whatever was in doubt before, the row is not judged.
            (Standing::Judged | Standing::Undecided(_), Truth::Yes) => {
                Standing::SetAside(self.grace_position())
            }
            (Standing::Judged, Truth::Unknown(reason)) => Standing::Undecided(reason),
            (Standing::Undecided(one), Truth::Unknown(two)) => Standing::Undecided(one.max(two)),
            (standing, _) => standing,
        }
    }

    /// The position under which newcomers are set aside: after the declared exclusions.
    pub fn grace_position(&self) -> usize {
        self.population.set_aside.len()
    }
}

impl Tally {
    /// Folds a batch.
    pub fn observe(&mut self, rule: &Rule, batch: &Batch, view: View<'_>, input: Input) {
        for (index, at) in batch.rows.iter().enumerate() {
            let row = Row {
                batch,
                index,
                reference: view.reference,
            };
            match (&rule.measure, &mut self.core, input) {
                (Measure::RollCall(roll), Core::RollCall(attendance), Input::Beside(_)) => {
                    attendance.register(&roll.register, &row, view.window.to);
                }
                (Measure::RollCall(roll), Core::RollCall(attendance), Input::Main) => {
                    let standing = rule.standing(&row, view.window);
                    let ruling = view.ruling(input, *at);
                    if ruling.is_some() {
                        self.heard.note(*at, standing);
                    }
                    let (standing, kept) = rule.ruled(standing, ruling);
                    let statement = Statement {
                        standing,
                        kept,
                        membership: membership(&rule.groupings, &row),
                    };
                    attendance.enlist(roll, statement, &row, *at);
                }
                (Measure::Coverage(coverage), Core::Coverage(covered), Input::Beside(rank)) => {
                    if let Some(further) = coverage.also.get(rank) {
                        covered.observe_beside(coverage, further, &row, view.window);
                    }
                }
                (Measure::Coverage(coverage), Core::Coverage(covered), Input::Main) => {
                    let standing = rule.standing(&row, view.window);
                    match covered.observe(coverage, standing, &row, view.window) {
                        Entry::Left(standing) => {
                            self.aside.count(standing, 1);
                        }
                        Entry::Doubtful => self.doubtful.insert(*at),
                        Entry::Certain => {}
                    }
                }
                _ => self.count(rule, &row, view.window, *at, view.ruling(input, *at)),
            }
        }
    }

    /// Asks a page.
    pub fn observe_page(&mut self, rule: &Rule, page: &Page, input: Input) {
        if let (Measure::Publication(publication), Core::Publication(published)) =
            (&rule.measure, &mut self.core)
        {
            published.observe(publication, page, medium(input));
        }
    }

    /// The pages of an input say nothing of the day that is judged.
    pub fn withdraw(&mut self, input: Input) {
        if let Core::Publication(published) = &mut self.core {
            published.withdraw(medium(input));
        }
    }

    fn count(
        &mut self,
        rule: &Rule,
        row: &Row<'_>,
        window: Window,
        at: RowRef,
        ruling: Option<Ruling>,
    ) {
        let standing = rule.standing(row, window);
        if ruling.is_some() {
            self.heard.note(at, standing);
        }
        let (standing, kept) = rule.ruled(standing, ruling);
        let Some(weight) = weight(rule, row) else {
            // Outside whatever the weight, or an unknown number of cases.
            if !Aside::default().count(standing, 0) {
                self.open = true;
                self.doubtful.doubt(at, Doubt::Unreadable);
            }
            return;
        };
        if self.aside.count(standing, weight) {
            return;
        }
        let undecided = match standing {
            Standing::Undecided(reason) => Some(reason),
            _ => None,
        };
        let groups = membership(&rule.groupings, row);
        let truth = match (&rule.measure, &mut self.core) {
            (Measure::Share(share), Core::Share(cases)) => {
                let said = || undecided.map_or_else(|| share.truth(row), Truth::Unknown);
                let truth = kept.map_or_else(said, |kept| share.ruled(kept));
                cases.update(&groups, |cases| cases.count(truth, weight));
                share.kept(truth)
            }
            (Measure::Limit(limit), Core::Limit(histograms)) => {
                let value = undecided.map_or_else(|| limit.value(row), Err);
                histograms.update(&groups, |histogram| histogram.count(value, weight));
                value.map_or_else(Truth::Unknown, |value| {
                    limit.comparison.accepts(value.cmp(&limit.limit)).into()
                })
            }
            (Measure::Variety(variety), Core::Variety(seen)) => {
                let value = undecided.map_or_else(|| row.column(variety.of), Err);
                seen.update(&groups, |seen| seen.count(value, weight));
                value.map_or_else(Truth::Unknown, |_| Truth::Yes)
            }
            (Measure::Cadence(_), Core::Cadence(events)) => {
                let day = undecided.map_or_else(|| day(rule, row), Err);
                events.update(&groups, |events| events.count(day, weight));
                day.map_or_else(Truth::Unknown, |_| Truth::Yes)
            }
            (Measure::Peaks(peaks), Core::Peaks(calls)) => {
                let counted = calls.count(peaks, undecided, row, weight);
                counted.map_or_else(Truth::Unknown, |()| Truth::Yes)
            }
            _ => return,
        };
        match truth {
            _ if weight == 0 => {}
            Truth::Yes => {}
            Truth::No => self.failing.insert(at),
            Truth::Unknown(reason) => self.doubtful.doubt(at, reason),
        }
    }

    /// Counts rows that were rejected: unknown cases, in every group.
    pub fn reject(&mut self, rule: &Rule, rows: u64, input: Input) {
        if rows == 0 {
            return;
        }
        let nowhere = vec![None; rule.groupings.len()];
        let unreadable = Doubt::Unreadable;
        match &mut self.core {
            Core::Share(cases) => {
                cases.update(&nowhere, |cases| doubt(&mut cases.doubts, unreadable, rows))
            }
            Core::Limit(values) => {
                values.update(&nowhere, |values| values.count(Err(unreadable), rows))
            }
            Core::Variety(seen) => seen.update(&nowhere, |seen| seen.count(Err(unreadable), rows)),
            Core::Cadence(events) => {
                events.update(&nowhere, |events| events.count(Err(unreadable), rows))
            }
            Core::RollCall(attendance) => match input {
                Input::Main => attendance.reject_list(rule.groupings.len(), rows),
                Input::Beside(_) => attendance.reject_register(rows),
            },
            Core::Coverage(covered) => covered.open(origin(input)),
            Core::Publication(published) => published.lose(medium(input)),
            Core::Peaks(calls) => calls.lose(unreadable, rows),
        }
        if rule.weight.is_some()
            && matches!(self.core, Core::Share(_) | Core::Limit(_) | Core::Peaks(_))
        {
            // A rejected row may have stood for any number of cases.
            self.open = true;
        }
    }

    /// An unknown number of rows is missing.
    pub fn lose(&mut self, input: Input) {
        match (&mut self.core, input) {
            (Core::RollCall(attendance), Input::Beside(_)) => attendance.open_register(),
            (Core::Coverage(covered), input) => {
                covered.open(origin(input));
                self.open = true;
            }
            (Core::Publication(published), input) => published.lose(medium(input)),
            _ => self.open = true,
        }
    }

    /// Adds what another shard has seen. Both tallies are of the same rule.
    pub fn merge(&mut self, other: &Self) {
        self.aside.merge(&other.aside);
        self.open |= other.open;
        self.failing.merge(&other.failing);
        self.doubtful.merge(&other.doubtful);
        self.heard.merge(&other.heard);
        match (&mut self.core, &other.core) {
            (Core::Share(mine), Core::Share(theirs)) => mine.merge(theirs),
            (Core::Limit(mine), Core::Limit(theirs)) => mine.merge(theirs),
            (Core::RollCall(mine), Core::RollCall(theirs)) => mine.merge(theirs),
            (Core::Variety(mine), Core::Variety(theirs)) => mine.merge(theirs),
            (Core::Cadence(mine), Core::Cadence(theirs)) => mine.merge(theirs),
            (Core::Coverage(mine), Core::Coverage(theirs)) => mine.merge(theirs),
            (Core::Publication(mine), Core::Publication(theirs)) => mine.merge(theirs),
            (Core::Peaks(mine), Core::Peaks(theirs)) => mine.merge(theirs),
            _ => debug_assert!(false, "tallies of two rules"),
        }
    }

    /// The figures found so far. `expected` gives the groups that must appear even without a case, per grouping.
    pub fn read(&self, rule: &Rule, view: View<'_>, expected: &[Vec<Vec<u32>>]) -> Reading {
        let mut reading = Reading {
            aside: self.aside.clone(),
            total: Figures::Share(Cases::default()),
            groups: Vec::new(),
            open: self.open,
            failing: self.failing.rows(),
            doubtful: self.doubtful.rows(),
        };
        match (&self.core, &rule.measure) {
            (Core::Share(cases), _) => {
                fill(&mut reading, cases, expected, |mine, strays| {
                    mine.with_strays(strays).figures()
                });
            }
            (Core::Limit(values), Measure::Limit(limit)) => {
                fill(&mut reading, values, expected, |mine, strays| {
                    mine.with_strays(strays).figures(limit)
                });
            }
            (Core::Variety(seen), Measure::Variety(variety)) => {
                fill(&mut reading, seen, expected, |mine, strays| {
                    mine.with_strays(strays).figures(variety)
                });
            }
            (Core::Cadence(events), Measure::Cadence(cadence)) => {
                fill(&mut reading, events, expected, |mine, strays| {
                    mine.with_strays(strays).figures(cadence, view.window)
                });
            }
            (Core::RollCall(attendance), _) => {
                let roll = attendance.read();
                reading.aside = roll.aside;
                reading.failing = roll.failing.rows();
                reading.doubtful = roll.doubtful.rows();
                fill(&mut reading, &roll.cases, expected, |mine, strays| {
                    mine.with_strays(strays).figures()
                });
            }
            (Core::Publication(published), Measure::Publication(publication)) => {
                reading.total = published.figures(publication);
            }
            (Core::Coverage(covered), Measure::Coverage(coverage)) => {
                let places = covered.places(coverage, view.reference, view.window);
                reading.total = covered.whole(&places);
                let groupings = 0..rule.groupings.len();
                reading.groups = groupings
                    .flat_map(|grouping| {
                        places.iter().map(move |(key, figures)| GroupReading {
                            grouping,
                            key: key.clone(),
                            figures: figures.clone(),
                            own: figures.clone(),
                        })
                    })
                    .collect();
            }
            (Core::Peaks(calls), Measure::Peaks(peaks)) => {
                reading.total = calls.figures(peaks, view.reference, view.window);
                if let Figures::Peaks { pattern, .. } = &reading.total {
                    let outside = &mut reading.aside.not_concerned;
                    *outside = outside.saturating_add(pattern.outside);
                }
            }
            _ => debug_assert!(false, "a tally of another rule"),
        }
        reading
    }
}

/// Where the rows of an input come from, for a coverage.
const fn origin(input: Input) -> Origin {
    match input {
        Input::Main => Origin::Main,
        Input::Beside(rank) => Origin::Beside(rank),
    }
}

/// The position of the medium that an input is.
const fn medium(input: Input) -> usize {
    match input {
        Input::Main => 0,
        Input::Beside(rank) => rank.saturating_add(1),
    }
}

/// Turns counts into the figures of the whole and of each group.
fn fill<C: Merge>(
    reading: &mut Reading,
    counts: &Grouped<C>,
    expected: &[Vec<Vec<u32>>],
    figures: impl Fn(&C, &C) -> Figures,
) {
    let nothing = C::default();
    reading.total = figures(&counts.total, &nothing);
    for grouping in 0..counts.groups.len().max(expected.len()) {
        let mut groups = counts.groups.get(grouping).cloned().unwrap_or_default();
        for key in expected.get(grouping).into_iter().flatten() {
            groups.entry(key.clone()).or_default();
        }
        let strays = counts.strays.get(grouping).unwrap_or(&nothing);
        reading
            .groups
            .extend(groups.into_iter().map(|(key, mine)| GroupReading {
                grouping,
                figures: figures(&mine, strays),
                own: figures(&mine, &nothing),
                key,
            }));
    }
}

fn day(rule: &Rule, row: &Row<'_>) -> Result<i32, Doubt> {
    rule.population
        .time
        .map_or(Err(Doubt::NotRecorded), |column| row.day(column))
}
