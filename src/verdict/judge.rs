//! From the figures of a requirement to its assessment.

use super::bounds::{Outcome, Standing};
use super::margin::{breaks, lacks, uncovers};
use super::{Assessment, Cause, Judgement, Margin, Verdict, roll_up, wilson};
use crate::measure::reading::{Cases, Doubts, Figures, Reading, unknown};
use crate::measure::rule::{Measure, Rule};
use crate::measure::target::{Bound, Proof, ShareTarget, Target};

/// What a requirement is judged with.
#[derive(Debug, Clone, Copy)]
pub struct Judge<'a> {
    /// The rule that was read.
    pub rule: &'a Rule,
    /// What must be reached.
    pub target: &'a Target,
    /// What kind of proof the evidence is.
    pub proof: &'a Proof,
    /// Whether a gap is a major one.
    pub major: bool,
    /// Groups with fewer cases are not judged alone.
    pub min_cases: Option<u64>,
    /// A cause that forbids any verdict (no evidence, stale).
    pub forbidden: Option<Cause>,
    /// Whether what operators have declared still stands in for what is not measured yet.
    pub declared: bool,
    /// Why further cases may be missing, where they may.
    pub incomplete: Option<Cause>,
    /// Whether days within the period are suspiciously without rows: further cases may be missing on them.
    pub silent: bool,
}

/// Judges a reading: the whole, and each group that is judged.
pub fn judge(judge: &Judge<'_>, reading: &Reading) -> Assessment {
    let total = judge.declared(judge.figures(&reading.total, reading.open));
    let groups: Vec<Option<Judgement>> = reading
        .groups
        .iter()
        .map(|group| {
            let judged = judge
                .rule
                .groupings
                .get(group.grouping)
                .is_some_and(|grouping| grouping.judged);
            let enough = judge
                .min_cases
                .is_none_or(|least| cases(&group.own) >= least);
            (judged && enough).then(|| judge.figures(&group.figures, reading.open))
        })
        .collect();
    let all = groups.iter().flatten().chain([&total]);
    let verdict = roll_up(all.clone().map(|judgement| judgement.verdict));
    let cause = all
        .filter(|judgement| judgement.verdict == verdict)
        .find_map(|judgement| judgement.cause);
    Assessment {
        verdict,
        cause,
        total,
        groups,
    }
}

/// How many cases figures speak of.
pub(super) fn cases(figures: &Figures) -> u64 {
    match figures {
        Figures::Share(cases)
        | Figures::Limit { cases, .. }
        | Figures::Coverage { cases, .. }
        | Figures::Published { cases, .. }
        | Figures::Peaks { cases, .. } => cases.all(),
        Figures::Distinct { rows, doubts, .. } => rows.saturating_add(unknown(doubts)),
        Figures::Rhythm { days, doubts, .. } => days.saturating_add(unknown(doubts)),
    }
}

impl Judge<'_> {
    /// `lost` says whether an unknown number of rows is missing.
    fn figures(&self, figures: &Figures, lost: bool) -> Judgement {
        if let Some(cause) = self.forbidden {
            return Judgement::not_shown(cause);
        }
        // Rows that may be missing from within the days that are judged.
        let within = match (lost, self.silent) {
            (true, _) => Some(Cause::Unreadable),
            (false, true) => Some(Cause::PeriodIncomplete),
            (false, false) => None,
        };
        let open = within.or(self.incomplete);
        match (figures, &self.rule.measure, self.target) {
            (
                Figures::Share(cases) | Figures::Published { cases, .. },
                _,
                Target::Share(target),
            ) => self.share(cases, target, open),
            (
                Figures::Limit { cases, worst, .. },
                Measure::Limit(limit),
                Target::Limit { close },
            ) => {
                let target = ShareTarget {
                    bound: Bound::AtLeast,
                    ratio: limit.quantile,
                    close: None,
                };
                let mut judgement = self.share(cases, &target, open);
                let beyond = close.is_some_and(|close| worst.is_none_or(|worst| worst > close));
                if judgement.verdict == Verdict::Met && beyond {
                    judgement.verdict = Verdict::Close;
                }
                judgement
            }
            (
                Figures::Distinct {
                    seen,
                    declared,
                    absent,
                    rows,
                    doubts,
                },
                Measure::Variety(variety),
                _,
            ) => {
                let seen = u64::try_from(seen.len()).unwrap_or(u64::MAX);
                let absent = u64::try_from(absent.len()).unwrap_or(u64::MAX);
                let lacking = u64::from(variety.at_least).saturating_sub(seen).max(absent);
                self.variety(lacking, declared.saturating_sub(seen), *rows, doubts, open)
            }
            (
                Figures::Rhythm {
                    days,
                    missing,
                    span,
                    doubts,
                    ..
                },
                Measure::Cadence(cadence),
                _,
            ) => {
                let too_short = *days == 0 && *span < u64::from(cadence.every_days);
                self.cadence(*missing, too_short, doubts, within)
            }
            (Figures::Coverage { cases, .. }, Measure::Coverage(_), Target::Share(target)) => {
                self.coverage(cases, target)
            }
            (Figures::Peaks { cases, pattern }, Measure::Peaks(_), Target::Share(target)) => {
                self.peaks(cases, pattern, target, within)
            }
            _ => Judgement::not_shown(Cause::NoEvidence),
        }
    }

    pub(super) const fn gap(&self) -> Verdict {
        if self.major {
            Verdict::MajorGap
        } else {
            Verdict::MinorGap
        }
    }

    fn share(&self, cases: &Cases, target: &ShareTarget, open: Option<Cause>) -> Judgement {
        let standing = Standing::new(cases, target, open);
        if standing.all() == 0 {
            return match (open, self.proof) {
                (Some(cause), _) => Judgement::not_shown(cause),
                (None, Proof::Census) => Judgement::plain(Verdict::NoCase),
                (None, Proof::Sample) => Judgement {
                    further: wilson::further(0, 0, standing.target, standing.strict),
                    ..Judgement::not_shown(Cause::TooFewCases)
                },
                (None, Proof::ControlPlan(plan)) => Judgement {
                    further: Some(plan.size),
                    ..Judgement::not_shown(Cause::TooFewCases)
                },
            };
        }
        let mut judgement = match standing.outcome(self.proof, &cases.doubts) {
            Outcome::Met => {
                let close = standing
                    .close
                    .is_some_and(|close| close.compare(standing.successes, standing.all()).is_lt());
                Judgement::plain(if close { Verdict::Close } else { Verdict::Met })
            }
            Outcome::Missed => Judgement::plain(self.gap()),
            Outcome::Unsettled(cause) => Judgement::not_shown(cause),
        };
        self.explain(&standing, cases, &mut judgement);
        judgement
    }

    /// Adds margin, interval and further cases.
    fn explain(&self, standing: &Standing, cases: &Cases, judgement: &mut Judgement) {
        match self.proof {
            Proof::Census => {
                judgement.margin = match judgement.verdict {
                    Verdict::Met | Verdict::Close => breaks(standing),
                    Verdict::MajorGap | Verdict::MinorGap => lacks(standing),
                    _ => None,
                };
            }
            Proof::Sample => {
                judgement.interval = sampled(cases);
                if judgement.cause == Some(Cause::TooFewCases) {
                    let all = standing.all();
                    judgement.further =
                        wilson::further(standing.successes, all, standing.target, standing.strict);
                }
            }
            Proof::ControlPlan(plan) => {
                judgement.interval = sampled(cases);
                if judgement.cause == Some(Cause::TooFewCases) {
                    judgement.further = Some(plan.size.saturating_sub(standing.all()));
                }
            }
        }
    }

    fn variety(
        &self,
        lacking: u64,
        possible: u64,
        rows: u64,
        doubts: &Doubts,
        open: Option<Cause>,
    ) -> Judgement {
        let unknown = unknown(doubts);
        let all = rows.saturating_add(unknown);
        let census = *self.proof == Proof::Census;
        if all == 0 {
            return match (open, census) {
                (Some(cause), _) => Judgement::not_shown(cause),
                (None, true) => Judgement::plain(Verdict::NoCase),
                (None, false) => Judgement::not_shown(Cause::TooFewCases),
            };
        }
        // What was seen was seen, even in a sample; but one sampled case shows nothing.
        if lacking == 0 && (census || rows > 1) {
            return Judgement::plain(Verdict::Met);
        }
        if !census || lacking == 0 {
            return Judgement::not_shown(Cause::TooFewCases);
        }
        if let Some(cause) = open {
            return Judgement::not_shown(cause);
        }
        // Unknown rows alone may be no cases at all.
        if rows > 0 && lacking > unknown.min(possible) {
            return Judgement {
                margin: Some(Margin::Lacks(lacking)),
                ..Judgement::plain(self.gap())
            };
        }
        Judgement::not_shown(prevailing(doubts, all))
    }

    /// The open minutes are known from the charter: lost rows and missing days are unknown minutes, no further cases.
    fn coverage(&self, minutes: &Cases, target: &ShareTarget) -> Judgement {
        let standing = Standing::new(minutes, target, None);
        if standing.all() == 0 {
            return Judgement::plain(Verdict::NoCase);
        }
        match standing.outcome(&Proof::Census, &minutes.doubts) {
            Outcome::Met => {
                let close = standing
                    .close
                    .is_some_and(|close| close.compare(standing.successes, standing.all()).is_lt());
                Judgement {
                    margin: uncovers(&standing),
                    ..Judgement::plain(if close { Verdict::Close } else { Verdict::Met })
                }
            }
            // On the days without rows there may be some that cover.
            Outcome::Missed if self.silent => Judgement::not_shown(Cause::PeriodIncomplete),
            Outcome::Missed => Judgement {
                margin: lacks(&standing),
                ..Judgement::plain(self.gap())
            },
            Outcome::Unsettled(_) => {
                Judgement::not_shown(prevailing(&minutes.doubts, standing.unknown))
            }
        }
    }

    fn cadence(
        &self,
        missing: u64,
        too_short: bool,
        doubts: &Doubts,
        within: Option<Cause>,
    ) -> Judgement {
        // Lost rows could only be further events; a period that is not covered could lack some.
        match (missing, within, self.incomplete) {
            (0, _, Some(cause)) => Judgement::not_shown(cause),
            (0, _, None) if too_short => Judgement::not_shown(Cause::PeriodIncomplete),
            (0, _, None) => Judgement::plain(Verdict::Met),
            (_, Some(cause), _) => Judgement::not_shown(cause),
            _ if missing > unknown(doubts) => Judgement {
                margin: Some(Margin::Lacks(missing)),
                ..Judgement::plain(self.gap())
            },
            _ => Judgement::not_shown(prevailing(doubts, unknown(doubts))),
        }
    }
}

/// The interval of the share that holds: from all unknown cases failing to all of them holding.
fn sampled(cases: &Cases) -> Option<super::Interval> {
    let all = cases.all();
    let low = wilson::interval(cases.holds, all)?;
    let high = wilson::interval(cases.holds.saturating_add(cases.unknown()), all)?;
    Some(super::Interval {
        low: low.low,
        high: high.high,
    })
}

/// The cause that weighs at least half, or "too many unknown".
fn prevailing(doubts: &Doubts, all: u64) -> Cause {
    let most = doubts
        .iter()
        .find(|(_, count)| count.saturating_mul(2) >= all);
    most.map_or(Cause::TooManyUnknown, |(doubt, _)| Cause::of(*doubt))
}
