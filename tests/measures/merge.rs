//! Merge laws over every way to split nine things into three shards, for each measure.

use super::table::{
    AFTER, Cell, DAY, FIRST, GROUP, KEY, Line, SECOND, SINCE, VALUE, WEIGHT, batch, batch_at,
    expected, is, line, rule, states, view, with,
};
use charte::evidence::batch::{Batch, RowRef};
use charte::measure::cadence::Cadence;
use charte::measure::condition::Comparison;
use charte::measure::coverage::{Cover, Coverage, End, Further, Moment, Places};
use charte::measure::grouping::Grouping;
use charte::measure::limit::Limit;
use charte::measure::peaks::{Factor, Peaks, Sought};
use charte::measure::roll_call::{Grace, Register, RollCall};
use charte::measure::rule::{Input, View};
use charte::measure::ruling::{Ruling, Rulings};
use charte::measure::share::Share;
use charte::measure::value::{Term, Unit};
use charte::measure::variety::Variety;
use charte::measure::{Measure, Reading, Rule, Tally};
use charte::ratio::Ratio;
use proptest::prelude::*;
use std::sync::LazyLock;

/// What may happen to a tally.
enum Event {
    Rows(Batch, Input),
    Rejected(u64, Input),
    Lost(Input),
}

/// What the rows are judged with, and how a few of them count after an objection.
fn heard() -> View<'static> {
    static RULINGS: LazyLock<Rulings> = LazyLock::new(|| {
        let rulings = [
            (0, Ruling::Failure),
            (1, Ruling::Aside),
            (2, Ruling::Success),
            (3, Ruling::Failure),
            (4, Ruling::Confirmed),
            (5, Ruling::Success),
        ];
        let row = |(index, ruling)| (at(index), ruling);
        rulings.map(row).into()
    });
    View {
        rulings: Some(&RULINGS),
        ..view()
    }
}

fn happen(tally: &mut Tally, rule: &Rule, event: &Event, view: View<'_>) {
    match event {
        Event::Rows(batch, input) => tally.observe(rule, batch, view, *input),
        Event::Rejected(rows, input) => tally.reject(rule, *rows, *input),
        Event::Lost(input) => tally.lose(*input),
    }
}

fn fold<'a>(rule: &Rule, events: impl Iterator<Item = &'a Event>, view: View<'_>) -> Tally {
    let mut tally = rule.tally();
    events.for_each(|event| happen(&mut tally, rule, event, view));
    tally
}

fn merged(one: &Tally, two: &Tally) -> Tally {
    let mut all = one.clone();
    all.merge(two);
    all
}

fn reading(rule: &Rule, tally: &Tally) -> Reading {
    tally.read(rule, view(), &expected())
}

/// Every way to split the events into three shards, and every way to merge these.
fn laws(rule: &Rule, events: &[Event]) {
    laws_under(rule, events, view());
}

fn laws_under(rule: &Rule, events: &[Event], view: View<'_>) {
    assert_eq!(events.len(), 9);
    let whole = fold(rule, events.iter(), view);
    assert_eq!(whole, fold(rule, events.iter().rev(), view));
    let read = reading(rule, &whole);
    assert_eq!(merged(&whole, &rule.tally()), whole);
    assert_eq!(merged(&rule.tally(), &whole), whole);
    // The tally of each set of events, by its bits.
    let tallies: Vec<Tally> = (0..1_usize << 9)
        .map(|set| {
            let mine = events
                .iter()
                .enumerate()
                .filter(|(event, _)| set >> event & 1 == 1);
            fold(rule, mine.map(|(_, event)| event), view)
        })
        .collect();
    for split in 0..3_usize.pow(9) {
        let mut sets = [0; 3];
        let mut rest = split;
        for event in 0..9 {
            sets[rest % 3] |= 1 << event;
            rest /= 3;
        }
        let [one, two, three] = sets.map(|set| &tallies[set]);
        let first = merged(one, two);
        let left = merged(&first, three);
        assert!(left == whole, "split {split}: {left:?} {whole:?}");
        assert!(merged(two, one) == first, "split {split}");
        assert!(merged(one, &merged(two, three)) == left, "split {split}");
        // Equal tallies read alike; the readings are compared now and then, for their cost.
        assert!(
            split % 9 > 0 || reading(rule, &left) == read,
            "split {split}"
        );
    }
}

/// One row on its own line, the later rows on the smaller lines.
fn row(index: usize, line: Line, input: Input) -> Event {
    Event::Rows(batch_at(&[line], |_| at(index)), input)
}

fn at(index: usize) -> RowRef {
    RowRef {
        file: u32::try_from(index % 2).unwrap() + 1,
        line: 100 - u64::try_from(index).unwrap(),
    }
}

/// Six rows, two lots of rejected rows, and a loss.
fn events(lines: [Line; 6]) -> Vec<Event> {
    let rows = lines.into_iter().enumerate();
    let mut events: Vec<Event> = rows
        .map(|(index, line)| row(index, line, Input::Main))
        .collect();
    events.extend([
        Event::Rejected(2, Input::Main),
        Event::Rejected(3, Input::Main),
        Event::Lost(Input::Main),
    ]);
    events
}

/// Two groupings, one of them of two columns.
fn grouped(rule: Rule) -> Rule {
    let mut groupings = rule.groupings.clone();
    groupings.push(Grouping {
        columns: vec![FIRST, GROUP],
        judged: false,
    });
    Rule { groupings, ..rule }
}

fn measures() -> [Measure; 6] {
    [
        Measure::Share(Share {
            holds: is(VALUE, 1),
            holding_fails: false,
        }),
        Measure::Limit(Limit {
            of: Term::Column(VALUE),
            unit: Unit::Count,
            quantile: Ratio::new(9, 10).unwrap(),
            comparison: Comparison::AtMost,
            limit: 1,
        }),
        Measure::Variety(Variety {
            of: VALUE,
            declared: 4,
            at_least: 2,
            including: [2].into(),
        }),
        Measure::Cadence(Cadence { every_days: 3 }),
        Measure::Coverage(coverage_of_days()),
        Measure::Peaks(Box::new(peaks_of_instants())),
    ]
}

/// Every split of two tables, with weights and without.
fn laws_of(measure: usize) {
    use Cell::{Empty, Garbled, Is};
    let day = |offset| (DAY, Is(super::table::FROM + offset));
    let mixed = [
        with(&[(WEIGHT, Is(3))]),
        with(&[(VALUE, Is(2)), (GROUP, Is(1)), (WEIGHT, Is(2)), day(4)]),
        with(&[(VALUE, Garbled), (WEIGHT, Is(0)), day(8)]),
        with(&[(GROUP, Empty), (VALUE, Is(2)), day(4)]),
        with(&[(FIRST, Is(1)), (WEIGHT, Is(5))]),
        with(&[(WEIGHT, Empty), (VALUE, Is(3))]),
    ];
    let doubtful = [
        with(&[(DAY, Is(AFTER)), (WEIGHT, Is(4))]),
        with(&[(DAY, Garbled), (WEIGHT, Is(2))]),
        with(&[(SECOND, Is(1)), (FIRST, Garbled), (WEIGHT, Is(2))]),
        with(&[(VALUE, Empty), (GROUP, Is(1))]),
        with(&[(VALUE, Is(3)), (WEIGHT, Is(2)), day(9)]),
        with(&[(VALUE, Is(3)), (GROUP, Garbled), day(9)]),
    ];
    let plain = grouped(rule(measures()[measure].clone()));
    let weighted = Rule {
        weight: Some(WEIGHT),
        ..plain.clone()
    };
    laws(&weighted, &events(mixed));
    laws(&plain, &events(doubtful));
    // A coverage judges minutes: no row of it can be ruled on.
    if !matches!(weighted.measure, Measure::Coverage(_)) {
        let (before, after) = (
            fold(&weighted, events(mixed).iter(), view()),
            fold(&weighted, events(mixed).iter(), heard()),
        );
        assert_ne!(before, after, "the rulings change something");
        laws_under(&weighted, &events(mixed), heard());
    }
}

#[test]
fn share() {
    laws_of(0);
}

#[test]
fn limit() {
    laws_of(1);
}

#[test]
fn variety() {
    laws_of(2);
}

#[test]
fn cadence() {
    laws_of(3);
}

/// A row covers its group from one of its days to another; a row of the further source two groups on its day.
fn coverage_of_days() -> Coverage {
    let cover = |from, to, places| Cover {
        from: Moment::Day(from),
        to: End::At(Moment::Day(to)),
        places,
        longest: Some(5 * 86_400),
        until: i32::try_from(super::table::TO).unwrap() - 1,
    };
    Coverage {
        main: cover(SINCE, DAY, Places::Column(GROUP, None)),
        also: vec![Further {
            cover: cover(DAY, DAY, Places::These(vec![0, 2])),
            condition: Some(is(VALUE, 1)),
        }],
        places: vec![0, 1, 2],
    }
}

#[test]
fn coverage() {
    laws_of(4);
}

/// Calls whose instants are the numbers of the day column, by quarters of an hour.
fn peaks_of_instants() -> Peaks {
    Peaks {
        sought: Sought::Peaks,
        place: 0,
        at: DAY,
        slot: 15,
        threshold: Factor {
            numerator: 5,
            denominator: 4,
        },
        weeks: Ratio::new(3, 5).unwrap(),
        published: [(0, 40)].into(),
        services: None,
        declared_until: None,
        staffing: None,
    }
}

#[test]
fn peaks() {
    laws_of(5);
}

#[test]
fn coverage_with_further_sources_split_over_shards() {
    use Cell::{Empty, Garbled, Is};
    let from = super::table::FROM;
    let days = |first, last| [(SINCE, Is(from + first)), (DAY, Is(from + last))];
    let main = |index, cells: &[(usize, Cell)]| row(index, with(cells), Input::Main);
    let also = |index, cells: &[(usize, Cell)]| row(index, with(cells), Input::Beside(0));
    laws(
        &grouped(rule(measures()[4].clone())),
        &[
            main(0, &days(0, 2)),
            main(1, &days(2, 4)),
            main(2, &[days(1, 3).as_slice(), &[(GROUP, Is(1))]].concat()),
            main(3, &[days(1, 3).as_slice(), &[(GROUP, Empty)]].concat()),
            main(4, &[(SINCE, Garbled), (DAY, Is(from + 4))]),
            main(5, &days(4, 1)),
            also(6, &[(DAY, Is(from + 7))]),
            also(7, &[(DAY, Empty), (VALUE, Empty)]),
            Event::Rejected(1, Input::Beside(0)),
        ],
    );
}

fn roll_call() -> Rule {
    grouped(rule(Measure::RollCall(RollCall {
        key: KEY,
        register: Register {
            key: KEY,
            time: Some(DAY),
            condition: Some(is(VALUE, 1)),
            versions: None,
        },
        grace: Some(Grace {
            since: SINCE,
            days: 30,
        }),
    })))
}

#[test]
fn roll_call_with_keys_split_over_shards() {
    use Cell::{Empty, Garbled, Is};
    let listed = |index, cells: &[(usize, Cell)]| row(index, with(cells), Input::Main);
    let entry = |index, cells: &[(usize, Cell)]| row(index, with(cells), Input::Beside(0));
    let rule = roll_call();
    laws(
        &rule,
        &[
            listed(0, &[(KEY, Is(1))]),
            listed(1, &[(KEY, Is(1)), (GROUP, Is(1))]),
            listed(2, &[(KEY, Is(2))]),
            listed(3, &[(KEY, Is(2)), (FIRST, Is(1))]),
            listed(4, &[(KEY, Is(3))]),
            listed(5, &[(KEY, Is(3)), (DAY, Is(AFTER))]),
            entry(6, &[(KEY, Is(1)), (VALUE, Empty)]),
            entry(7, &[(KEY, Is(1)), (VALUE, Is(1))]),
            entry(8, &[(KEY, Is(3)), (VALUE, Garbled)]),
        ],
    );
    laws_under(
        &rule,
        &[
            listed(0, &[(KEY, Is(1))]),
            listed(1, &[(KEY, Is(2))]),
            listed(2, &[(KEY, Is(3)), (FIRST, Empty)]),
            listed(3, &[(KEY, Garbled), (GROUP, Is(1))]),
            listed(4, &[(KEY, Is(5))]),
            listed(5, &[(KEY, Is(1))]),
            entry(6, &[(KEY, Garbled)]),
            entry(7, &[(KEY, Is(5)), (VALUE, Empty)]),
            Event::Rejected(1, Input::Beside(0)),
        ],
        heard(),
    );
    laws(
        &rule,
        &[
            listed(0, &[(KEY, Is(1))]),
            listed(1, &[(KEY, Is(2)), (SINCE, Is(super::table::TO))]),
            listed(2, &[(KEY, Empty), (GROUP, Is(1))]),
            listed(3, &[(KEY, Garbled), (SECOND, Is(1))]),
            listed(4, &[(KEY, Is(4)), (FIRST, Garbled)]),
            listed(5, &[(KEY, Is(5))]),
            entry(6, &[(KEY, Empty)]),
            Event::Rejected(1, Input::Main),
            Event::Rejected(1, Input::Beside(0)),
        ],
    );
    laws(
        &rule,
        &[
            listed(0, &[(KEY, Is(1))]),
            listed(1, &[(KEY, Is(1))]),
            listed(2, &[(KEY, Is(2)), (GROUP, Garbled)]),
            listed(3, &[(KEY, Is(3))]),
            entry(4, &[(KEY, Is(2)), (DAY, Is(AFTER))]),
            entry(5, &[(KEY, Garbled), (VALUE, Is(2))]),
            entry(6, &[(KEY, Is(3)), (DAY, Empty)]),
            Event::Lost(Input::Main),
            Event::Lost(Input::Beside(0)),
        ],
    );
}

#[test]
fn a_batch_is_its_rows() {
    let mut rules: Vec<Rule> = measures().map(|measure| grouped(rule(measure))).into();
    rules.push(roll_call());
    let lines = states();
    for rule in rules {
        for input in [Input::Main, Input::Beside(0)] {
            let all = fold(&rule, [Event::Rows(batch(&lines), input)].iter(), view());
            let mut rows = rule.tally();
            for (index, one) in lines.iter().enumerate() {
                let at = RowRef {
                    file: 1,
                    line: u64::try_from(index).unwrap() + 1,
                };
                rows.observe(&rule, &batch_at(&[*one], |_| at), view(), input);
            }
            assert_eq!(all, rows);
        }
    }
}

proptest! {
    #[test]
    fn examples_are_the_smallest_whatever_the_order(
        rows in prop::collection::vec((1_u32..4, 1_u64..30, 0_usize..5, 0_usize..3), 0..30),
        holding_fails: bool,
        most in 0_usize..12,
    ) {
        let rule = rule(Measure::Share(Share { holds: is(VALUE, 1), holding_fails }));
        let states = [
            line(),
            with(&[(VALUE, Cell::Is(2))]),
            with(&[(VALUE, Cell::Empty)]),
            with(&[(VALUE, Cell::Garbled)]),
            with(&[(FIRST, Cell::Is(1))]),
        ];
        let tally = || rule.tally_keeping(most);
        let mut shards = [tally(), tally(), tally()];
        for (file, line, state, shard) in &rows {
            let at = RowRef { file: *file, line: *line };
            shards[*shard].observe(&rule, &batch_at(&[states[*state]], |_| at), view(), Input::Main);
        }
        let read = reading(&rule, &merged(&merged(&shards[2], &shards[0]), &shards[1]));
        let smallest = |wanted: &[usize]| {
            let mut found: Vec<RowRef> = rows
                .iter()
                .filter(|(_, _, state, _)| wanted.contains(state))
                .map(|(file, line, _, _)| RowRef { file: *file, line: *line })
                .collect();
            found.sort_unstable();
            found.dedup();
            found.truncate(most);
            found
        };
        // Under an "at most" target, the cases for which the condition holds are those that fail it.
        prop_assert_eq!(read.failing, smallest(&[usize::from(!holding_fails)]));
        prop_assert_eq!(read.doubtful, smallest(&[2, 3]));
    }
}
