//! Limits: the nearest-rank quantile of a sorted list, each unknown value being far below or far above all others.

use super::{Lack, judged, rule};
use crate::measure::condition::Comparison;
use crate::measure::limit::{Histogram, Limit};
use crate::measure::reading::Figures;
use crate::measure::rule::Measure;
use crate::measure::target::{Proof, Target};
use crate::measure::truth::Doubt;
use crate::measure::value::{Term, Unit};
use crate::ratio::Ratio;
use crate::verdict::{Margin, Verdict};

const QUANTILES: [(usize, usize); 6] = [(1, 10), (1, 3), (1, 2), (2, 3), (9, 10), (1, 1)];

/// Every list of values from 1 to 3, each at most three times.
fn lists() -> Vec<Vec<i64>> {
    let times = |value: i64, count: usize| std::iter::repeat_n(value, count);
    let mut lists = Vec::new();
    for code in 0..64_usize {
        let counts = [code % 4, code / 4 % 4, code / 16];
        lists.push(
            (1..)
                .zip(counts)
                .flat_map(|(value, count)| times(value, count))
                .collect(),
        );
    }
    lists
}

/// The value of rank ⌈q·n⌉ of a sorted list.
fn nearest_rank(values: &[i64], (part, whole): (usize, usize)) -> i64 {
    values[(values.len() * part).div_ceil(whole) - 1]
}

fn settings(quantile: (usize, usize), comparison: Comparison, limit: i64) -> Limit {
    let [part, whole] = [quantile.0, quantile.1].map(|number| u64::try_from(number).unwrap());
    Limit {
        of: Term::Column(0),
        unit: Unit::Count,
        quantile: Ratio::new(part, whole).unwrap(),
        comparison,
        limit,
    }
}

/// The lists that the unknown values could make: so many of them far above, the others far below.
fn completions(values: &[i64], unknown: usize) -> Vec<Vec<i64>> {
    let with = |above: usize| {
        let mut list = values.to_vec();
        list.extend((0..unknown).map(|index| if index < above { 1_000 } else { -1_000 }));
        list.sort_unstable();
        list
    };
    (0..=unknown).map(with).collect()
}

fn histogram(values: &[i64], unknown: usize) -> Histogram {
    let mut histogram = Histogram::default();
    values
        .iter()
        .for_each(|value| histogram.count(Ok(*value), 1));
    (0..unknown).for_each(|_| histogram.count(Err(Doubt::NotRecorded), 1));
    histogram
}

#[test]
fn a_quantile_is_within_its_limit_exactly_when_the_nearest_rank_is() {
    for values in lists() {
        for unknown in 0..=3 {
            for quantile in QUANTILES {
                for comparison in [Comparison::AtMost, Comparison::LessThan] {
                    for limit in 0..=4 {
                        check(&values, unknown, quantile, comparison, limit);
                    }
                }
            }
        }
    }
}

fn check(
    values: &[i64],
    unknown: usize,
    quantile: (usize, usize),
    comparison: Comparison,
    limit: i64,
) {
    let settings = settings(quantile, comparison, limit);
    let figures = histogram(values, unknown).figures(&settings);
    let Figures::Limit { value, .. } = figures else {
        panic!("figures of another measure")
    };
    let known = !values.is_empty();
    assert_eq!(
        value,
        known.then(|| nearest_rank(values, quantile)),
        "{values:?} {quantile:?}"
    );
    let rule = rule(Measure::Limit(settings));
    let found = judged(
        &rule,
        &Target::Limit { close: None },
        &Proof::Census,
        figures,
        Lack::NOTHING,
    )
    .total;
    let within = |list: &Vec<i64>| match comparison {
        Comparison::LessThan => nearest_rank(list, quantile) < limit,
        _ => nearest_rank(list, quantile) <= limit,
    };
    let all = completions(values, unknown);
    let wanted = if values.len() + unknown == 0 {
        Verdict::NoCase
    } else if all.iter().all(within) {
        Verdict::Met
    } else if all.iter().any(within) {
        Verdict::NotShown
    } else {
        Verdict::MajorGap
    };
    assert_eq!(
        found.verdict, wanted,
        "{values:?} {unknown} {quantile:?} {comparison:?} {limit}"
    );
}

#[test]
fn a_met_quantile_is_close_when_a_completion_is_beyond_the_second_limit() {
    for values in lists().into_iter().filter(|values| !values.is_empty()) {
        for (unknown, quantile) in (0..=2).flat_map(|unknown| QUANTILES.map(|one| (unknown, one))) {
            let settings = settings(quantile, Comparison::AtMost, 3);
            let figures = histogram(&values, unknown).figures(&settings);
            let target = Target::Limit { close: Some(2) };
            let found = judged(
                &rule(Measure::Limit(settings)),
                &target,
                &Proof::Census,
                figures,
                Lack::NOTHING,
            )
            .total;
            let all = completions(&values, unknown);
            let within = |limit: i64| all.iter().all(|list| nearest_rank(list, quantile) <= limit);
            let wanted = match (within(3), within(2)) {
                (true, true) => Verdict::Met,
                (true, false) => Verdict::Close,
                (false, _) => continue,
            };
            assert_eq!(found.verdict, wanted, "{values:?} {unknown} {quantile:?}");
            assert!(matches!(found.margin, Some(Margin::Breaks(_))));
        }
    }
}

#[test]
fn an_open_maximum_can_be_missed_but_not_met() {
    let verdict = |values: &[i64], lack| {
        let settings = settings((1, 1), Comparison::AtMost, 2);
        let figures = histogram(values, 0).figures(&settings);
        judged(
            &rule(Measure::Limit(settings)),
            &Target::Limit { close: None },
            &Proof::Census,
            figures,
            lack,
        )
        .verdict
    };
    for lack in Lack::ALL.into_iter().filter(|lack| lack.anything()) {
        assert_eq!(verdict(&[1, 2], lack), Verdict::NotShown);
        assert_eq!(verdict(&[1, 3], lack), Verdict::MajorGap);
        assert_eq!(verdict(&[], lack), Verdict::NotShown);
    }
}
