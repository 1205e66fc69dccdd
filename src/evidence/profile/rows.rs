//! What only whole rows show: repeats, totals, days without rows, days that repeat the one before, columns that contradict
//! each other.
//!
//! Invariant: rows are named by file and line; what is kept of a cell is a digest or a moment.

use super::column::digest;
use super::guess::{Guess, Judged};
use super::integer;
use super::moment::{Notations, Sort, weekday};
use super::words::folded;
use crate::evidence::cell::trim;
use crate::evidence::ledger::Rejection;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// How many rows are named of each kind.
const NAMED: usize = 3;
/// How many columns of moments are compared with each other.
const COMPARED: usize = 8;
/// The most days that are kept.
const DAYS: usize = 20_000;
/// How many days without rows are named.
const NAMED_DAYS: usize = 12;

const DAY: i64 = 86_400;

/// A row: file (counted from 1) and line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The file among those given, counted from 1.
    pub file: u32,
    /// Its line, counted from 1.
    pub line: u64,
}

/// Rows of a kind: how many, and the first of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spots {
    /// How many.
    pub count: u64,
    /// The first ones.
    pub first: Vec<Spot>,
}

impl Spots {
    fn enter(&mut self, spot: Spot) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push(spot);
        }
    }
}

/// The days of the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaysFound {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// For each day of the week, Monday first: days with rows, days in all.
    pub weekdays: [(u64, u64); 7],
    /// Days without a row, on days of the week that have some as a rule: how many, and the first ones.
    pub missing: u64,
    /// The first of them.
    pub missing_days: Vec<NaiveDate>,
    /// Stretches of days that all have the same rows: first day, last day, rows a day.
    pub frozen: Vec<(NaiveDate, NaiveDate, u64)>,
}

/// Two columns whose order differs in a few rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The column that is earlier as a rule.
    pub earlier: usize,
    /// The column that is later as a rule.
    pub later: usize,
    /// Rows with both.
    pub of: u64,
    /// Rows where the order is the other one.
    pub spots: Spots,
}

/// What whole rows show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowsFound {
    /// Sound rows.
    pub rows: u64,
    /// Rows that the reader would reject, by cause.
    pub broken: BTreeMap<Rejection, Spots>,
    /// Rows equal to an earlier one.
    pub repeated: Spots,
    /// Rows that repeat the header.
    pub headers: Spots,
    /// Rows that look like totals of others.
    pub totals: Spots,
    /// The days of the rows, where a column tells them.
    pub days: Option<DaysFound>,
    /// Columns that contradict each other.
    pub contradictions: Vec<Contradiction>,
}

/// How two moments stood to each other over the rows.
#[derive(Debug, Default)]
struct Order {
    before: Spots,
    after: Spots,
    same: u64,
}

/// What is counted over rows.
pub(super) struct Counting<'a> {
    notations: &'a Notations,
    columns: &'a [Judged],
    names: &'a [String],
    time: Option<usize>,
    bound: usize,
    found: RowsFound,
    digests: BTreeSet<u64>,
    days: BTreeMap<i64, (u64, u64)>,
    orders: BTreeMap<(usize, usize), Order>,
    sums: BTreeMap<usize, (i64, i64)>,
    in_file: u64,
    last: Option<Spot>,
}

impl<'a> Counting<'a> {
    pub(super) fn new(
        notations: &'a Notations,
        (columns, names): (&'a [Judged], &'a [String]),
        time: Option<usize>,
        bound: usize,
    ) -> Self {
        Self {
            notations,
            columns,
            names,
            time,
            bound,
            found: RowsFound::default(),
            digests: BTreeSet::new(),
            days: BTreeMap::new(),
            orders: BTreeMap::new(),
            sums: BTreeMap::new(),
            in_file: 0,
            last: None,
        }
    }

    pub(super) fn reject(&mut self, cause: Rejection, spot: Spot) {
        self.found.broken.entry(cause).or_default().enter(spot);
    }

    /// Takes a sound row: for each column of the source, its cell; none where the file lacks it.
    pub(super) fn take(&mut self, cells: &[Option<&str>], spot: Spot) {
        self.found.rows += 1;
        self.in_file += 1;
        let text = |cell: &Option<&str>| cell.map(trim).unwrap_or_default().to_owned();
        let texts: Vec<String> = cells.iter().map(text).collect();
        let named = self.names.iter().any(|name| !name.is_empty());
        if named && texts.iter().eq(self.names.iter()) {
            self.found.headers.enter(spot);
            return;
        }
        let digest = digest(&texts);
        let room = self.digests.len() < self.bound;
        let known = self.digests.contains(&digest);
        if known {
            self.found.repeated.enter(spot);
        } else if room {
            self.digests.insert(digest);
        }
        if is_total(&texts) {
            self.found.totals.enter(spot);
            self.last = None;
            return;
        }
        self.sum(&texts, spot);
        let moments: Vec<Option<i64>> = self
            .columns
            .iter()
            .zip(&texts)
            .map(|(column, text)| self.seconds(column, text))
            .collect();
        self.compare(&moments, spot);
        self.enter_day(&moments, &texts);
    }

    /// What a cell stands for, by the first of its column's notations that it follows.
    fn seconds(&self, column: &Judged, text: &str) -> Option<i64> {
        let mut readings = column.readings.iter();
        readings.find_map(|reading| self.notations.get(*reading)?.seconds(text))
    }

    fn is_day(&self, column: usize) -> bool {
        let reading = self
            .columns
            .get(column)
            .and_then(|column| column.readings.first());
        let candidate = reading.and_then(|reading| self.notations.get(*reading));
        candidate.is_some_and(|candidate| candidate.sort != Sort::Duration)
    }

    /// The seconds of a column, or the day alone where the other column has no time.
    fn compare(&mut self, moments: &[Option<i64>], spot: Spot) {
        let days: Vec<usize> = (0..moments.len())
            .filter(|column| self.is_day(*column))
            .take(COMPARED)
            .collect();
        let only_day = |column: usize| {
            matches!(
                self.columns.get(column).map(|column| &column.guess),
                Some(Guess::Date(_))
            )
        };
        for (rank, one) in days.iter().enumerate() {
            for two in days.iter().skip(rank + 1) {
                let (Some(Some(first)), Some(Some(second))) =
                    (moments.get(*one), moments.get(*two))
                else {
                    continue;
                };
                let (mut first, mut second) = (*first, *second);
                if only_day(*one) || only_day(*two) {
                    (first, second) = (first.div_euclid(DAY), second.div_euclid(DAY));
                }
                let order = self.orders.entry((*one, *two)).or_default();
                match first.cmp(&second) {
                    std::cmp::Ordering::Less => order.before.enter(spot),
                    std::cmp::Ordering::Greater => order.after.enter(spot),
                    std::cmp::Ordering::Equal => order.same += 1,
                }
            }
        }
    }

    fn enter_day(&mut self, moments: &[Option<i64>], texts: &[String]) {
        let Some(Some(seconds)) = self.time.and_then(|time| moments.get(time)) else {
            return;
        };
        let day = seconds.div_euclid(DAY);
        if self.days.len() >= DAYS && !self.days.contains_key(&day) {
            return;
        }
        // What stays when only the day changes: of instants, the time; of identifiers, nothing.
        let mut stays = Vec::new();
        for (rank, (column, text)) in self.columns.iter().zip(texts).enumerate() {
            match (&column.guess, moments.get(rank).copied().flatten()) {
                (Guess::Key, _) => {}
                (_, Some(seconds)) if self.is_day(rank) => {
                    stays.push((seconds.rem_euclid(DAY).to_string(), rank));
                }
                _ => stays.push((text.clone(), rank)),
            }
        }
        let entry = self.days.entry(day).or_default();
        entry.0 += 1;
        entry.1 = entry.1.wrapping_add(digest(stays));
    }

    /// Adds up the whole numbers; the last row of a file may be their total.
    fn sum(&mut self, texts: &[String], spot: Spot) {
        for (rank, column) in self.columns.iter().enumerate() {
            if !matches!(column.guess, Guess::Integer | Guess::Weight) {
                continue;
            }
            let value = texts.get(rank).and_then(|text| integer(text)).unwrap_or(0);
            let entry = self.sums.entry(rank).or_default();
            entry.0 = entry.0.saturating_add(value);
            entry.1 = value;
        }
        self.last = Some(spot);
    }

    /// Says that a file has ended.
    pub(super) fn end_file(&mut self) {
        let totals = self.in_file >= 4
            && !self.sums.is_empty()
            && self
                .sums
                .values()
                .all(|(sum, last)| *last > 0 && sum.checked_sub(*last) == Some(*last));
        if let (true, Some(spot)) = (totals, self.last) {
            self.found.totals.enter(spot);
        }
        self.sums.clear();
        self.in_file = 0;
        self.last = None;
    }

    pub(super) fn conclude(mut self) -> RowsFound {
        self.found.days = days(&self.days);
        for ((one, two), order) in self.orders {
            let of = order.before.count + order.after.count + order.same;
            let swapped = order.before.count < order.after.count;
            let (rule, few) = if swapped {
                (order.after, order.before)
            } else {
                (order.before, order.after)
            };
            // A few rows against many others, in an order that is one.
            if few.count > 0 && of >= 10 && few.count * 20 <= of && rule.count * 2 >= of {
                let (earlier, later) = if swapped { (two, one) } else { (one, two) };
                self.found.contradictions.push(Contradiction {
                    earlier,
                    later,
                    of,
                    spots: few,
                });
            }
        }
        self.found
    }
}

/// Whether a row calls itself a total.
fn is_total(texts: &[String]) -> bool {
    let Some(first) = texts.iter().find(|text| !text.is_empty()) else {
        return false;
    };
    let folded = folded(first);
    let mut words = folded.split(' ');
    let word = words.next().unwrap_or_default();
    let sub = word == "sous" && words.next() == Some("total");
    sub || ["total", "totaux", "somme", "moyenne", "cumul", "ensemble"].contains(&word)
}

fn date(day: i64) -> Option<NaiveDate> {
    let days = i32::try_from(day.checked_add(719_163)?).ok()?;
    NaiveDate::from_num_days_from_ce_opt(days).filter(|date| date.year() < 9_999)
}

fn days(found: &BTreeMap<i64, (u64, u64)>) -> Option<DaysFound> {
    let (first, last) = (*found.keys().next()?, *found.keys().next_back()?);
    let mut weekdays = [(0_u64, 0_u64); 7];
    // A slip of the pen may put a row a century away: beyond some years, days are not walked through.
    let span = last.saturating_sub(first);
    let walked = span <= 4_000;
    if walked {
        for day in first..=last {
            if let Some(weekday) = weekdays.get_mut(weekday(day.saturating_mul(DAY))) {
                weekday.0 += u64::from(found.contains_key(&day));
                weekday.1 += 1;
            }
        }
    }
    let usual = |day: i64| {
        let weekday = weekdays.get(weekday(day.saturating_mul(DAY)));
        weekday.is_some_and(|(with, all)| with * 10 >= all * 6 && *all >= 2)
    };
    let missing: Vec<i64> = match walked {
        true => (first..=last)
            .filter(|day| !found.contains_key(day) && usual(*day))
            .collect(),
        false => Vec::new(),
    };
    Some(DaysFound {
        from: date(first)?,
        to: date(last)?,
        weekdays,
        missing: u64::try_from(missing.len()).unwrap_or(u64::MAX),
        missing_days: missing
            .into_iter()
            .take(NAMED_DAYS)
            .filter_map(date)
            .collect(),
        frozen: frozen(found),
    })
}

/// Stretches of days whose rows are those of the day before.
fn frozen(found: &BTreeMap<i64, (u64, u64)>) -> Vec<(NaiveDate, NaiveDate, u64)> {
    let days: Vec<(i64, (u64, u64))> = found.iter().map(|(day, rows)| (*day, *rows)).collect();
    let mut stretches: Vec<(i64, i64, u64, u64)> = Vec::new();
    for (day, (rows, digest)) in &days {
        match stretches.last_mut() {
            Some((_, last, count, known)) if known == digest => {
                (*last, *count) = (*day, *count + 1);
            }
            _ => stretches.push((*day, *day, 1, *digest)),
        }
        let _ = rows;
    }
    let pairs: u64 = stretches
        .iter()
        .map(|(_, _, count, _)| count.saturating_sub(1))
        .sum();
    let all = u64::try_from(days.len()).unwrap_or(u64::MAX);
    // Where days are alike as a rule, alike days are no news.
    if pairs.saturating_mul(4) > all {
        return Vec::new();
    }
    let of = |day: &i64| found.get(day).map_or(0, |(rows, _)| *rows);
    let long = |(first, _, count, _): &&(i64, i64, u64, u64)| {
        let rows = of(first);
        (*count >= 2 && rows >= 8) || (*count >= 3 && rows >= 3) || *count >= 4
    };
    let shown = stretches.iter().filter(long);
    let dated =
        |(first, last, _, _): &(i64, i64, u64, u64)| Some((date(*first)?, date(*last)?, of(first)));
    shown.filter_map(dated).collect()
}
