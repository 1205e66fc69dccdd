//! Coverage: minute by minute over every way to fill in what is unknown, on ordinary days and on both changes of the
//! clock.
//!
//! The oracle walks through real time second by second, asks the European directive what the clock shows, and looks the
//! minute up in a list of opening hours of its own. Unknown bounds are filled in from a grid, unknown places and
//! conditions with every value.

use charte::calendar::{Calendar, CalendarParts, Closure, OpeningHours, WorkingWeek, Zone};
use charte::evidence::batch::{Batch, Cells, ColumnData, RowRef, State};
use charte::measure::condition::{Comparison, Condition, Operand};
use charte::measure::coverage::{Cover, Coverage, End, Further, Moment, Places};
use charte::measure::grouping::Grouping;
use charte::measure::population::{Population, Window};
use charte::measure::reading::{Cases, Figures, Gap};
use charte::measure::rule::{Input, View};
use charte::measure::truth::Doubt;
use charte::measure::value::Term;
use charte::measure::{Measure, Reading, Rule};
use charte::reference::Reference;
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const FROM: usize = 0;
const TO: usize = 1;
const PLACE: usize = 2;
const COUNTS: usize = 3;
const LENGTH: usize = 4;
const ON: usize = 5;

/// A cell that is known, or not.
type Cell = Option<i64>;

/// A row: start and end in local seconds, place, whether it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line {
    from: Cell,
    to: Cell,
    place: Cell,
    counts: Cell,
}

fn line(from: i64, to: i64) -> Line {
    Line {
        from: Some(from),
        to: Some(to),
        place: Some(0),
        counts: Some(1),
    }
}

pub(super) fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Local seconds of a minute of a day.
pub(super) fn at(date: NaiveDate, minute: i64) -> i64 {
    NaiveDateTime::from(date).and_utc().timestamp() + minute * 60
}

pub(super) const SPRING: (i32, u32, u32) = (2026, 3, 29);
pub(super) const AUTUMN: (i32, u32, u32) = (2026, 10, 25);
pub(super) const ORDINARY: (i32, u32, u32) = (2026, 6, 2);

/// What the clock in Paris is ahead of real time in 2026.
pub(super) fn ahead(instant: i64) -> i64 {
    let change = |(year, month, day): (i32, u32, u32)| at(date(year, month, day), 60);
    if (change(SPRING)..change(AUTUMN)).contains(&instant) {
        7_200
    } else {
        3_600
    }
}

/// The instants at which the clock shows a local time; if it never does, what it would be by each of both clocks.
fn named(local: i64) -> Vec<i64> {
    if never_shown(local) {
        vec![local - 7_200, local - 3_600]
    } else {
        shown(local)
    }
}

/// The instants at which the clock shows a local time.
pub(super) fn shown(local: i64) -> Vec<i64> {
    let mut real = vec![local - 7_200, local - 3_600];
    real.retain(|instant| instant + ahead(*instant) == local);
    real
}

/// Whether the clock never shows it.
pub(super) fn never_shown(local: i64) -> bool {
    shown(local).is_empty()
}

/// The minutes of the day in which a place is open: around the jumps of the clock, and over midnight.
pub(super) fn open(place: u32, minute: i64) -> bool {
    match place {
        0 => (118..124).contains(&minute) || (178..183).contains(&minute),
        _ => !(3..1_437).contains(&minute),
    }
}

fn reference(closure: Option<NaiveDate>) -> Reference {
    let mut parts = CalendarParts::new(WorkingWeek::parse("lu-ve").unwrap(), Zone::Metropole);
    parts.closures.extend(closure.map(|day| Closure {
        from: day,
        to: day,
        reason: "Fermé".into(),
    }));
    Reference {
        calendar: Calendar::new(parts).unwrap(),
        hours: ["lu-di 1h58-2h04, 2h58-3h03", "lu-di 0h-0h03, 23h57-24h"]
            .map(|hours| OpeningHours::parse(hours).unwrap())
            .into(),
        delays: Vec::new(),
        exceptional: Vec::new(),
    }
}

pub(super) static REFERENCE: LazyLock<Reference> = LazyLock::new(|| reference(None));

fn window(first: NaiveDate, days: i32) -> Window {
    let from = first.num_days_from_ce();
    Window {
        from: Some(from),
        to: from + days - 1,
    }
}

fn cover(until: i32) -> Cover {
    Cover {
        from: Moment::Instant(FROM),
        to: End::At(Moment::Instant(TO)),
        places: Places::Column(PLACE, None),
        longest: None,
        until,
    }
}

fn coverage(until: i32) -> Coverage {
    Coverage {
        main: cover(until),
        also: vec![Further {
            cover: cover(until),
            condition: Some(counts()),
        }],
        places: vec![0, 1],
    }
}

fn counts() -> Condition {
    Condition::Compare {
        left: Term::Column(COUNTS),
        comparison: Comparison::Is,
        right: Operand::Literal(1),
    }
}

fn rule(coverage: Coverage) -> Rule {
    Rule {
        population: Population {
            among: Some(counts()),
            ..Population::default()
        },
        groupings: vec![Grouping {
            columns: vec![PLACE],
            judged: true,
        }],
        weight: None,
        measure: Measure::Coverage(coverage),
    }
}

fn batch(lines: &[Line]) -> Batch {
    fn column<T: Copy + Default>(
        lines: &[Line],
        cell: impl Fn(&Line) -> Cell,
        convert: impl Fn(i64) -> T,
    ) -> Cells<T> {
        let mut cells = Cells::default();
        for line in lines {
            match cell(line) {
                Some(value) => cells.push(convert(value)),
                None => cells.push_unknown(State::Missing),
            }
        }
        cells
    }
    Batch {
        columns: vec![
            ColumnData::Instant(column(lines, |line| line.from, |from| from)),
            ColumnData::Instant(column(lines, |line| line.to, |to| to)),
            ColumnData::Category(column(
                lines,
                |line| line.place,
                |place| u32::try_from(place).unwrap(),
            )),
            ColumnData::Boolean(column(lines, |line| line.counts, |counts| counts == 1)),
            ColumnData::Seconds(column(
                lines,
                |line| Some(line.to? - line.from?),
                |length| length,
            )),
            ColumnData::Date(column(
                lines,
                |line| line.from,
                |from| i32::try_from(from.div_euclid(86_400) + 719_163).unwrap(),
            )),
        ],
        rows: (1..)
            .take(lines.len())
            .map(|line| RowRef { file: 1, line })
            .collect(),
        ..Batch::default()
    }
}

fn read(rule: &Rule, lines: &[Line], window: Window, reference: &Reference) -> Reading {
    let view = View {
        reference,
        window,
        rulings: None,
    };
    let mut tally = rule.tally();
    tally.observe(rule, &batch(lines), view, Input::Main);
    tally.read(rule, view, &[])
}

fn parts(figures: &Figures) -> (&Cases, &[Gap]) {
    match figures {
        Figures::Coverage { cases, gaps, .. } => (cases, gaps),
        other => panic!("{other:?}"),
    }
}

/// Every open minute of a window: place, day, minute of the day, and the instant at which it begins.
fn minutes(first: NaiveDate, days: i64) -> Vec<(u32, i32, i64, i64)> {
    let mut all = Vec::new();
    for place in [0, 1] {
        for instant in (at(first, -180)..at(first, days * 1_440 + 180)).step_by(60) {
            let local = instant + ahead(instant);
            let inside = (at(first, 0)..at(first, days * 1_440)).contains(&local);
            let minute = local.rem_euclid(86_400) / 60;
            if inside && open(place, minute) {
                let day = i32::try_from(local.div_euclid(86_400) + 719_163).unwrap();
                all.push((place, day, minute, instant));
            }
        }
    }
    all
}

/// A complete interval in real time: place, start, end.
type Full = (i64, i64, i64);

/// Every interval that a row may stand for; none where it does not count. An end before its start says that one of both
/// is wrong: then both are unknown.
fn completions(line: &Line, grid: &[i64]) -> Vec<Option<Full>> {
    let bounds = |cell: Cell| match cell {
        Some(local) => named(local),
        None => grid.to_vec(),
    };
    let pairs = |from: &[i64], to: &[i64]| -> Vec<(i64, i64)> {
        let all = from
            .iter()
            .flat_map(|from| to.iter().map(|to| (*from, *to)));
        all.filter(|(from, to)| from <= to).collect()
    };
    let mut spans = pairs(&bounds(line.from), &bounds(line.to));
    if spans.is_empty() {
        spans = pairs(grid, grid);
    }
    let places = line.place.map_or(vec![0, 1], |place| vec![place]);
    let mut all: Vec<Option<Full>> = Vec::new();
    if line.counts != Some(1) {
        all.push(None);
    }
    if line.counts != Some(0) {
        for place in places {
            all.extend(spans.iter().map(|(from, to)| Some((place, *from, *to))));
        }
    }
    all
}

/// Whether every second of a minute is within some interval.
fn covered(place: u32, instant: i64, intervals: &[Full]) -> bool {
    (instant..instant + 60).all(|second| {
        intervals
            .iter()
            .any(|(at, from, to)| *at == i64::from(place) && (*from..*to).contains(&second))
    })
}

/// The minutes covered in every world, and in some.
fn naive(
    lines: &[Line],
    grid: &[i64],
    minutes: &[(u32, i32, i64, i64)],
) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let mut worlds: Vec<Vec<Full>> = vec![Vec::new()];
    for line in lines {
        let ways = completions(line, grid);
        worlds = worlds
            .iter()
            .flat_map(|world| {
                ways.iter().map(move |way| {
                    let mut world = world.clone();
                    world.extend(way);
                    world
                })
            })
            .collect();
    }
    let mut always: BTreeSet<usize> = (0..minutes.len()).collect();
    let mut sometimes = BTreeSet::new();
    for world in &worlds {
        for (index, (place, _, _, instant)) in minutes.iter().enumerate() {
            if covered(*place, *instant, world) {
                sometimes.insert(index);
            } else {
                always.remove(&index);
            }
        }
    }
    (always, sometimes)
}

/// The minutes of gaps: place, day, minute, whether repeated or not told apart, and whether it is certain.
fn spread(gaps: &[Gap]) -> BTreeMap<(u32, i32, u32), Vec<bool>> {
    let mut all: BTreeMap<(u32, i32, u32), Vec<bool>> = BTreeMap::new();
    for gap in gaps {
        assert!(gap.from < gap.to && gap.to <= 1_440, "{gap:?}");
        for minute in gap.from..gap.to {
            all.entry((gap.place, gap.day, minute))
                .or_default()
                .push(gap.known);
        }
    }
    all
}

/// Compares a reading with the naive one. `sharp` asks for equality; without it, the reading may know less.
fn check(
    reading: &Reading,
    naive: &(BTreeSet<usize>, BTreeSet<usize>),
    all: &[(u32, i32, i64, i64)],
    sharp: bool,
) {
    let (always, sometimes) = naive;
    let (cases, gaps) = parts(&reading.total);
    let count = |set: usize| u64::try_from(set).unwrap();
    assert_eq!(cases.all(), count(all.len()));
    assert!(cases.holds <= count(always.len()), "{cases:?}");
    assert!(
        cases.fails <= count(all.len() - sometimes.len()),
        "{cases:?}"
    );
    if sharp {
        assert_eq!(cases.holds, count(always.len()), "{cases:?}");
        assert_eq!(cases.fails, count(all.len() - sometimes.len()), "{cases:?}");
    }
    let mut told = spread(gaps);
    for (index, (place, day, minute, _)) in all.iter().enumerate() {
        let key = (*place, *day, u32::try_from(*minute).unwrap());
        let known = told.get_mut(&key).and_then(Vec::pop);
        // A minute that the clock shows twice is in the gaps twice; which of both is which, the counts above say.
        let twice = all
            .iter()
            .filter(|other| (other.0, other.1, other.2) == (*place, *day, *minute))
            .count()
            > 1;
        match known {
            None => assert!(always.contains(&index) || twice, "{key:?}"),
            Some(true) => assert!(!sometimes.contains(&index) || twice, "{key:?}"),
            Some(false) => assert!(
                !sharp || twice || (sometimes.contains(&index) && !always.contains(&index)),
                "{key:?}"
            ),
        }
    }
    assert!(
        told.values().all(Vec::is_empty),
        "a gap outside the opening hours"
    );
    let sum = |known: bool| {
        gaps.iter()
            .filter(|gap| gap.known == known)
            .map(|gap| u64::from(gap.to - gap.from))
            .sum::<u64>()
    };
    assert_eq!((sum(true), sum(false)), (cases.fails, cases.unknown()));
    // The groups are the places.
    let groups: Vec<&Cases> = reading
        .groups
        .iter()
        .map(|group| parts(&group.figures).0)
        .collect();
    assert_eq!(
        groups.iter().map(|cases| cases.holds).sum::<u64>(),
        cases.holds
    );
    assert_eq!(
        groups.iter().map(|cases| cases.fails).sum::<u64>(),
        cases.fails
    );
}

/// The rows that the exhaustive tests combine, on a day.
fn states(day: NaiveDate) -> Vec<Line> {
    let known = |from: i64, to: i64| line(at(day, from), at(day, to));
    let place = |line: Line| Line {
        place: Some(1),
        ..line
    };
    vec![
        known(118, 124),
        known(119, 121),
        known(121, 180),
        known(121, 122),
        known(150, 200),
        known(170, 130),
        known(122, 122),
        place(known(-3, 2)),
        place(known(2, 1_500)),
        Line {
            from: None,
            ..known(0, 122)
        },
        Line {
            to: None,
            ..known(179, 0)
        },
        Line {
            from: None,
            to: None,
            ..known(0, 0)
        },
        Line {
            place: None,
            ..known(120, 182)
        },
        Line {
            counts: None,
            ..known(118, 181)
        },
        Line {
            counts: Some(0),
            ..known(0, 1_440)
        },
        Line {
            to: Some(at(day, 121) + 30),
            ..known(118, 0)
        },
        Line {
            from: Some(at(day, 121) + 30),
            ..known(0, 182)
        },
        known(-2_000, -1_500),
    ]
}

/// Real times from before to after everything, at every bound of an opening and between.
fn grid(day: NaiveDate) -> Vec<i64> {
    let local = [
        -4_000, 0, 2, 118, 120, 121, 122, 124, 150, 178, 179, 180, 182, 183, 1_438, 4_000,
    ];
    let mut all: Vec<i64> = local
        .iter()
        .flat_map(|minute| named(at(day, *minute)))
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Every pair of rows; `sharp` where no bound is ambiguous.
fn every_pair(day: (i32, u32, u32), sharp: bool) {
    let day = date(day.0, day.1, day.2);
    let (states, grid, all) = (states(day), grid(day), minutes(day, 1));
    let window = window(day, 1);
    let rule = rule(coverage(window.to));
    for (first, one) in states.iter().enumerate() {
        check(
            &read(&rule, &[*one], window, &REFERENCE),
            &naive(&[*one], &grid, &all),
            &all,
            sharp,
        );
        for two in &states[first..] {
            let unknown = |line: &Line| completions(line, &grid).len() > 40;
            if unknown(one) && unknown(two) {
                continue;
            }
            let lines = [*one, *two];
            let reading = read(&rule, &lines, window, &REFERENCE);
            check(&reading, &naive(&lines, &grid, &all), &all, sharp);
        }
    }
}

#[test]
fn every_pair_of_rows_on_an_ordinary_day() {
    every_pair(ORDINARY, true);
}

#[test]
fn every_pair_of_rows_on_the_night_that_skips_an_hour() {
    every_pair(SPRING, false);
}

#[test]
fn every_pair_of_rows_on_the_night_that_repeats_an_hour() {
    every_pair(AUTUMN, false);
}

/// The figures of the first place.
fn first_place(reading: &Reading) -> (u64, u64, u64) {
    let (cases, _) = parts(&reading.groups[0].figures);
    (cases.holds, cases.fails, cases.unknown())
}

#[test]
fn the_skipped_hour_is_never_expected_and_the_repeated_one_twice() {
    let figures = |day: (i32, u32, u32), lines: &[(i64, i64)]| {
        let day = date(day.0, day.1, day.2);
        let lines: Vec<Line> = lines
            .iter()
            .map(|(from, to)| line(at(day, *from), at(day, *to)))
            .collect();
        let window = window(day, 1);
        first_place(&read(
            &rule(coverage(window.to)),
            &lines,
            window,
            &REFERENCE,
        ))
    };
    // Ordinary: 6 + 5 minutes. In March 02:00 to 03:00 is skipped: 01:58, 01:59 and 03:00 to 03:03 remain. In October
    // 02:00 to 02:04 and 02:58 to 03:00 come twice: 2 + 4 + 2 + 4 + 2 + 3.
    assert_eq!(figures(ORDINARY, &[]), (0, 11, 0));
    assert_eq!(figures(SPRING, &[]), (0, 5, 0));
    assert_eq!(figures(AUTUMN, &[]), (0, 17, 0));
    for day in [ORDINARY, SPRING, AUTUMN] {
        let (_, all, _) = figures(day, &[]);
        assert_eq!(figures(day, &[(60, 240)]), (all, 0, 0));
    }
    // From 01:00 to 02:02: covered to 02:02 of the first pass, perhaps from there to 02:02 of the second.
    assert_eq!(figures(AUTUMN, &[(60, 122)]), (4, 7, 6));
    // Both of 02:58 to 03:00 and all later ones; the first pass from 02:01 on is certain only if it is meant.
    assert_eq!(figures(AUTUMN, &[(121, 240)]), (2 + 3 + 3, 3, 6));
}

#[test]
fn seconds_join_within_a_minute_and_a_minute_is_covered_to_its_last_second() {
    let day = date(2026, 6, 2);
    let window = window(day, 1);
    let rule = rule(coverage(window.to));
    let half = at(day, 120) + 30;
    let joined = [line(at(day, 118), half), line(half, at(day, 124))];
    assert_eq!(
        first_place(&read(&rule, &joined, window, &REFERENCE)),
        (6, 5, 0)
    );
    let hole = [line(at(day, 118), half), line(half + 1, at(day, 124))];
    assert_eq!(
        first_place(&read(&rule, &hole, window, &REFERENCE)),
        (5, 6, 0)
    );
}

#[test]
fn closures_and_holidays_are_never_expected() {
    let (tuesday, labour_day) = (date(2026, 6, 2), date(2026, 5, 1));
    let figures = |day, closure| {
        let window = window(day, 1);
        let reading = read(&rule(coverage(window.to)), &[], window, &reference(closure));
        parts(&reading.total).0.all()
    };
    assert_eq!(figures(tuesday, None), 17);
    assert_eq!(figures(tuesday, Some(tuesday)), 0);
    assert_eq!(figures(labour_day, None), 0);
}

#[test]
fn days_after_the_collection_are_unknown_and_plans_are_no_facts() {
    let day = date(2026, 6, 2);
    let two = window(day, 2);
    let rule = rule(coverage(two.to - 1));
    let planned = [line(at(day, 0), at(day, 2_880))];
    let reading = read(&rule, &planned, two, &REFERENCE);
    assert_eq!(first_place(&reading), (11, 0, 11));
    let (cases, _) = parts(&reading.groups[0].figures);
    assert_eq!(cases.doubts, [(Doubt::NotCollected, 11)].into());
    assert_eq!(first_place(&read(&rule, &[], two, &REFERENCE)), (0, 11, 11));
}

#[test]
fn rejected_and_lost_rows_leave_no_gap_and_what_is_covered_covered() {
    let day = date(2026, 6, 2);
    let window = window(day, 1);
    let view = View {
        reference: &REFERENCE,
        window,
        rulings: None,
    };
    for input in [Input::Main, Input::Beside(0)] {
        for lost in [false, true] {
            let mut coverage = coverage(window.to);
            coverage.also[0].cover.places = Places::These(vec![0]);
            let rule = rule(coverage);
            let mut tally = rule.tally();
            tally.observe(
                &rule,
                &batch(&[line(at(day, 118), at(day, 122))]),
                view,
                Input::Main,
            );
            if lost {
                tally.lose(input);
            } else {
                tally.reject(&rule, 1, input);
            }
            let reading = tally.read(&rule, view, &[]);
            assert_eq!(first_place(&reading), (4, 0, 7));
            assert_eq!(reading.open, lost);
            // The further source cannot cover the other place.
            let (other, _) = parts(&reading.groups[1].figures);
            let expected = if input == Input::Main { (0, 6) } else { (6, 0) };
            assert_eq!((other.fails, other.unknown()), expected);
        }
    }
}

#[test]
fn a_longest_duration_bounds_what_has_no_end_and_disbelieves_what_is_longer() {
    let day = date(2026, 6, 2);
    let window = window(day, 1);
    let mut coverage = coverage(window.to);
    coverage.main.longest = Some(180);
    let rule = rule(coverage);
    let figures = |line: Line| first_place(&read(&rule, &[line], window, &REFERENCE));
    let endless = Line {
        to: None,
        ..line(at(day, 119), 0)
    };
    assert_eq!(figures(endless), (0, 8, 3));
    let without_start = Line {
        from: None,
        ..line(0, at(day, 180))
    };
    assert_eq!(figures(without_start), (0, 9, 2));
    assert_eq!(figures(line(at(day, 120), at(day, 123))), (3, 8, 0));
    assert_eq!(figures(line(at(day, 120), at(day, 124))), (0, 7, 4));
}

#[test]
fn lengths_days_and_times_of_the_day_bound_alike() {
    let day = date(2026, 6, 2);
    let window = window(day, 2);
    let figures = |change: &dyn Fn(&mut Cover)| {
        let mut coverage = coverage(window.to);
        change(&mut coverage.main);
        let row = line(at(day, 119), at(day, 181));
        first_place(&read(&rule(coverage), &[row], window, &REFERENCE))
    };
    assert_eq!(figures(&|_| {}), (8, 14, 0));
    assert_eq!(figures(&|cover| cover.to = End::After(LENGTH)), (8, 14, 0));
    assert_eq!(
        figures(&|cover| {
            cover.from = Moment::Day(ON);
            cover.to = End::At(Moment::Day(ON));
        }),
        (11, 11, 0)
    );
    // 01:02, the length of the row, as the end of the day's interval; from midnight.
    assert_eq!(
        figures(&|cover| {
            cover.from = Moment::Time {
                day: ON,
                time: LENGTH,
            };
            cover.to = End::At(Moment::Day(ON));
        }),
        (11, 11, 0)
    );
}

#[test]
fn rows_outside_the_days_and_places_are_told_apart() {
    let day = date(2026, 6, 2);
    let window = window(day, 1);
    let mut coverage = coverage(window.to);
    coverage.places = vec![0];
    let rule = rule(coverage);
    let lines = [
        line(at(day, -60), at(day, 0)),
        line(at(day, 1_440), at(day, 1_500)),
        Line {
            place: Some(1),
            ..line(at(day, 118), at(day, 124))
        },
        Line {
            counts: Some(0),
            ..line(at(day, 118), at(day, 124))
        },
        line(at(day, 118), at(day, 119)),
        Line {
            to: None,
            ..line(at(day, 180), 0)
        },
    ];
    let reading = read(&rule, &lines, window, &REFERENCE);
    assert_eq!(
        (reading.aside.out_of_period, reading.aside.not_concerned),
        (2, 2)
    );
    assert_eq!(reading.doubtful, [RowRef { file: 1, line: 6 }]);
    let Figures::Coverage { rows, .. } = reading.total else {
        panic!("a coverage")
    };
    assert_eq!(rows, 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn random_tables(
        day in prop::sample::select(vec![ORDINARY, SPRING, AUTUMN, (2026, 3, 28), (2026, 10, 26)]),
        rows in prop::collection::vec(
            (-5_i64..260, 0_i64..200, 0_i64..60, 0_i64..60, 0_i64..2, 0_u32..8),
            0..5,
        ),
    ) {
        let day = date(day.0, day.1, day.2);
        let mut unknown = 0;
        let lines: Vec<Line> = rows
            .iter()
            .map(|(from, length, one, two, place, hole)| {
                let from_second = at(day, *from) + one * i64::from(*hole == 7);
                let to = at(day, from + length) + two * i64::from(*hole == 7);
                let mut line = Line { place: Some(*place), ..line(from_second, to.max(from_second)) };
                // At most two rows with something unknown: worlds multiply.
                if unknown < 2 {
                    match hole {
                        0 => line.from = None,
                        1 => line.to = None,
                        2 => line.place = None,
                        3 => line.counts = None,
                        _ => {}
                    }
                    unknown += u32::from(*hole < 4);
                }
                line
            })
            .collect();
        let all = minutes(day, 1);
        let window = window(day, 1);
        let reading = read(&rule(coverage(window.to)), &lines, window, &REFERENCE);
        let changes = [SPRING, AUTUMN].map(|(year, month, day)| date(year, month, day));
        let whole = lines.iter().all(|line| [line.from, line.to].iter().flatten().all(|at| at % 60 == 0));
        let sharp = !changes.contains(&day) && unknown == 0 && whole;
        check(&reading, &naive(&lines, &grid(day), &all), &all, sharp);
    }
}
