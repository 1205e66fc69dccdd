//! Days on which a log is expected to have rows and has none: a day, or a month, that was forgotten.
//!
//! Invariant: a day is silent only if it is expected and no row of the source, whatever its subject, is dated that day.

use super::reading::Stretch;
use std::collections::BTreeSet;

/// So many expected days in a row without a row are a full week: no longer an accident of a quiet log.
pub const WEEK: u64 = 5;

/// How often a log is expected to have rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// On every open day.
    EveryOpenDay,
    /// Never five open days in a row without one.
    EveryWeek,
}

impl Pace {
    /// Its name in `sources.toml`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::EveryOpenDay => "every-open-day",
            Self::EveryWeek => "every-week",
        }
    }
}

/// A run of expected days without any row; days that are not expected (week-ends, holidays, closures) do not end it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// First and last expected day.
    pub stretch: Stretch,
    /// How many expected days.
    pub days: u64,
}

/// What was found of the expected days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Silence {
    /// How many days are expected.
    pub expected: u64,
    /// The runs without a row, in order.
    pub runs: Vec<Quiet>,
}

impl Silence {
    /// Compares the expected days, in order, with those that have rows.
    pub fn new(expected: impl IntoIterator<Item = i32>, seen: &BTreeSet<i32>) -> Self {
        let mut silence = Self::default();
        let mut goes_on = false;
        for day in expected {
            silence.expected = silence.expected.saturating_add(1);
            let silent = !seen.contains(&day);
            match silence.runs.last_mut() {
                Some(run) if silent && goes_on => {
                    run.stretch.to = day;
                    run.days = run.days.saturating_add(1);
                }
                _ if silent => silence.runs.push(Quiet {
                    stretch: Stretch { from: day, to: day },
                    days: 1,
                }),
                _ => {}
            }
            goes_on = silent;
        }
        silence
    }

    /// How many expected days have no row.
    pub fn days(&self) -> u64 {
        self.runs
            .iter()
            .fold(0, |sum, run| sum.saturating_add(run.days))
    }

    /// Whether so much silence cannot be ordinary: an unknown number of rows may be missing.
    pub fn is_too_long(&self, pace: Pace) -> bool {
        let longest = self.runs.iter().map(|run| run.days).max().unwrap_or(0);
        match pace {
            Pace::EveryOpenDay => longest > 0,
            Pace::EveryWeek => longest >= WEEK,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pace, Silence, WEEK};

    /// Every set of expected days and of days with rows among twelve, against a definition by windows.
    #[test]
    fn runs_are_those_of_the_definition() {
        for expected in 0_u32..1 << 8 {
            for seen in 0_u32..1 << 8 {
                let days = |set: u32| (0..8).filter(move |day| set >> day & 1 == 1);
                let wanted: Vec<i32> = days(expected).collect();
                let silence = Silence::new(days(expected), &days(seen).collect());
                let silent: Vec<bool> = wanted.iter().map(|day| seen >> day & 1 == 0).collect();
                let count = silent.iter().filter(|silent| **silent).count();
                assert_eq!(silence.days(), u64::try_from(count).unwrap());
                assert_eq!(silence.expected, u64::try_from(wanted.len()).unwrap());
                let window = |length: usize| {
                    silent
                        .windows(length)
                        .any(|window| window.iter().all(|silent| *silent))
                };
                assert_eq!(silence.is_too_long(Pace::EveryOpenDay), window(1));
                let week = usize::try_from(WEEK).unwrap();
                assert_eq!(silence.is_too_long(Pace::EveryWeek), window(week));
                // Each run is silent throughout, and bounded by the ends or by days with rows.
                let mut listed = Vec::new();
                for run in &silence.runs {
                    let inside = wanted
                        .iter()
                        .filter(|day| (run.stretch.from..=run.stretch.to).contains(*day));
                    assert_eq!(u64::try_from(inside.clone().count()).unwrap(), run.days);
                    listed.extend(inside.copied());
                }
                let all: Vec<i32> = wanted
                    .iter()
                    .copied()
                    .filter(|day| seen >> day & 1 == 0)
                    .collect();
                assert_eq!(listed, all);
            }
        }
    }
}
