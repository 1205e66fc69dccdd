//! Quantities and the reference: hand computations, and counting days one by one.

use charte::calendar::{Calendar, CalendarParts, WorkingWeek, Zone};
use charte::evidence::batch::{Batch, Cells, ColumnData, RowRef, State};
use charte::measure::condition::Condition;
use charte::measure::truth::{Doubt, Truth};
use charte::measure::value::{Quantity, Row, Term};
use charte::reference::{AnnouncedDelay, ExceptionalPeriod, Reference};
use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;
use std::sync::LazyLock;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn delay(service: u32, from: &str, to: Option<&str>, working_days: u32) -> AnnouncedDelay {
    AnnouncedDelay {
        service,
        from: on(from),
        to: to.map(on),
        working_days,
    }
}

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| {
    let period = |from: &str, to: &str, services: Option<Vec<u32>>| ExceptionalPeriod {
        from: on(from),
        to: on(to),
        services,
    };
    let week = WorkingWeek::parse("lu-ve").unwrap();
    Reference {
        calendar: Calendar::new(CalendarParts::new(week, Zone::Metropole)).unwrap(),
        hours: Vec::new(),
        delays: vec![
            delay(0, "2026-01-01", Some("2026-05-31"), 20),
            delay(0, "2026-06-01", Some("2026-08-31"), 30),
            delay(1, "2026-01-01", None, 10),
            delay(1, "2026-07-01", Some("2026-07-31"), 15),
        ],
        exceptional: vec![
            period("2026-06-08", "2026-06-12", Some(vec![0])),
            period("2026-06-10", "2026-06-11", Some(vec![1])),
            period("2026-06-20", "2026-06-21", None),
        ],
    }
});

/// The value of a quantity over a row of these columns.
fn value(quantity: &Quantity, columns: Vec<ColumnData>) -> Result<i64, Doubt> {
    let batch = batch(columns);
    quantity.value(&Row {
        batch: &batch,
        index: 0,
        reference: &REFERENCE,
    })
}

fn batch(columns: Vec<ColumnData>) -> Batch {
    Batch {
        columns,
        rows: vec![RowRef { file: 1, line: 1 }],
        ..Batch::default()
    }
}

fn cell<T: Copy + Default>(value: Result<T, State>) -> Cells<T> {
    let mut cells = Cells::default();
    match value {
        Ok(value) => cells.push(value),
        Err(state) => cells.push_unknown(state),
    }
    cells
}

fn date(day: NaiveDate) -> ColumnData {
    ColumnData::Date(cell(Ok(day.num_days_from_ce())))
}

fn instant(seconds: Result<i64, State>) -> ColumnData {
    ColumnData::Instant(cell(seconds))
}

fn service(index: Result<u32, State>) -> ColumnData {
    ColumnData::Category(cell(index))
}

/// Monday to Friday, without the holidays of May 2026 and around.
fn works(day: NaiveDate) -> bool {
    let holidays = [
        "2026-04-06",
        "2026-05-01",
        "2026-05-08",
        "2026-05-14",
        "2026-05-25",
        "2026-07-14",
    ];
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays.map(on).contains(&day)
}

const WORKING_DAYS: Quantity = Quantity::WorkingDays { from: 0, to: 1 };
const CALENDAR_DAYS: Quantity = Quantity::CalendarDays { from: 0, to: 1 };
const ELAPSED: Quantity = Quantity::Elapsed { from: 0, to: 1 };

proptest! {
    #[test]
    fn days_are_counted_one_by_one(start in 0_i32..120, length in -20_i32..60) {
        let first = on("2026-04-01").num_days_from_ce();
        let day = |offset: i32| NaiveDate::from_num_days_from_ce_opt(first + offset).unwrap();
        let (from, to) = (day(start), day((start + length).min(120)));
        let columns = || vec![date(from), date(to)];
        let after: Vec<NaiveDate> = from.iter_days().skip(1).take_while(|day| *day <= to).collect();
        let count = |days: usize| if from <= to { Ok(i64::try_from(days).unwrap()) } else { Err(Doubt::Contradictory) };
        let worked = after.iter().filter(|day| works(**day)).count();
        prop_assert_eq!(value(&WORKING_DAYS, columns()), count(worked));
        prop_assert_eq!(value(&CALENDAR_DAYS, columns()), count(after.len()));
    }

    #[test]
    fn lateness_by_its_formula(due in -50_i64..50, arrival in -50_i64..50, start in -50_i64..50) {
        let columns = |arrival| vec![instant(Ok(due)), instant(arrival), instant(Ok(start))];
        let with_arrival = Quantity::Lateness { due: 0, arrival: Some(1), start: 2 };
        let without = Quantity::Lateness { due: 0, arrival: None, start: 2 };
        let formula = |reference: i64| (start - reference).max(0);
        // No one is received before arriving; an arrival up to the appointed instant changes nothing.
        let impossible = arrival > start && arrival > due;
        let expected = if impossible { Err(Doubt::Contradictory) } else { Ok(formula(due.max(arrival))) };
        prop_assert_eq!(value(&with_arrival, columns(Ok(arrival))), expected);
        prop_assert_eq!(value(&without, columns(Ok(arrival))), Ok(formula(due)));
        // An arrival that is not known matters only to someone received late.
        for (state, doubt) in [(State::Missing, Doubt::NotRecorded), (State::Unreadable, Doubt::Unreadable)] {
            let expected = if start <= due { Ok(0) } else { Err(doubt) };
            prop_assert_eq!(value(&with_arrival, columns(Err(state))), expected);
        }
    }

    #[test]
    fn elapsed_is_exact_to_the_second(from in -200_000_i64..200_000, length in -10_i64..200_000) {
        let columns = vec![instant(Ok(from)), instant(Ok(from + length))];
        let expected = if length < 0 { Err(Doubt::Contradictory) } else { Ok(length) };
        prop_assert_eq!(value(&ELAPSED, columns), expected);
    }
}

#[test]
fn instants_are_days_too() {
    // 1969-12-31 23:59:59 and 1970-01-01 00:00:00.
    let columns = vec![instant(Ok(-1)), instant(Ok(0))];
    assert_eq!(value(&CALENDAR_DAYS, columns), Ok(1));
    let columns = vec![instant(Ok(0)), instant(Ok(86_399))];
    assert_eq!(value(&CALENDAR_DAYS, columns), Ok(0));
    let columns = vec![instant(Ok(0)), date(on("1970-01-02"))];
    assert_eq!(value(&WORKING_DAYS, columns), Ok(1));
}

#[test]
fn an_end_at_the_start_is_no_contradiction() {
    for quantity in [WORKING_DAYS, CALENDAR_DAYS, ELAPSED] {
        let columns = vec![instant(Ok(5)), instant(Ok(5))];
        assert_eq!(value(&quantity, columns), Ok(0), "{quantity:?}");
    }
}

#[test]
fn the_larger_doubt_is_kept() {
    let missing = || instant(Err(State::Missing));
    let unreadable = || instant(Err(State::Unreadable));
    for quantity in [WORKING_DAYS, CALENDAR_DAYS, ELAPSED] {
        for (columns, doubt) in [
            (vec![missing(), missing()], Doubt::NotRecorded),
            (vec![missing(), unreadable()], Doubt::Unreadable),
            (vec![instant(Ok(0)), missing()], Doubt::NotRecorded),
            (vec![unreadable(), instant(Ok(0))], Doubt::Unreadable),
        ] {
            assert_eq!(value(&quantity, columns), Err(doubt));
        }
    }
}

#[test]
fn announced_delays_follow_the_season() {
    let announced = Quantity::AnnouncedDelay { service: 0, on: 1 };
    let of = |index, day: &str| value(&announced, vec![service(index), date(on(day))]);
    for (index, day, expected) in [
        (0, "2025-12-31", Err(Doubt::NoReference)),
        (0, "2026-01-01", Ok(20)),
        (0, "2026-05-31", Ok(20)),
        (0, "2026-06-01", Ok(30)),
        (0, "2026-08-31", Ok(30)),
        (0, "2026-09-01", Err(Doubt::NoReference)),
        (1, "2026-06-30", Ok(10)),
        (1, "2026-07-01", Ok(15)),
        (1, "2026-08-01", Ok(10)),
        (2, "2026-06-01", Err(Doubt::NoReference)),
    ] {
        assert_eq!(of(Ok(index), day), expected, "{index} {day}");
    }
    assert_eq!(
        of(Err(State::Unreadable), "2026-06-01"),
        Err(Doubt::Unreadable)
    );
}

#[test]
fn a_delay_that_is_not_announced_is_not_recorded() {
    let left = Term::Quantity(Quantity::AnnouncedDelay { service: 0, on: 1 });
    let recorded = Condition::Recorded {
        left,
        expected: true,
    };
    for (index, day, truth) in [
        (Ok(0), "2026-06-01", Truth::Yes),
        (Ok(0), "2026-09-01", Truth::No),
        (Err(State::Missing), "2026-06-01", Truth::No),
        (
            Err(State::Unreadable),
            "2026-06-01",
            Truth::Unknown(Doubt::Unreadable),
        ),
    ] {
        let batch = batch(vec![service(index), date(on(day))]);
        let row = Row {
            batch: &batch,
            index: 0,
            reference: &REFERENCE,
        };
        assert_eq!(recorded.truth(&row), truth, "{index:?} {day}");
    }
}

#[test]
fn exceptional_periods_with_and_without_a_service() {
    let with = Quantity::ExceptionalPeriod {
        service: Some(0),
        on: 1,
    };
    let without = Quantity::ExceptionalPeriod {
        service: None,
        on: 1,
    };
    let unreadable = Err(Doubt::Unreadable);
    for (day, first, second, unknown) in [
        ("2026-06-07", Ok(0), Ok(0), Ok(0)),
        ("2026-06-08", Ok(1), Ok(0), unreadable),
        ("2026-06-10", Ok(1), Ok(1), unreadable),
        ("2026-06-12", Ok(1), Ok(0), unreadable),
        ("2026-06-13", Ok(0), Ok(0), Ok(0)),
        ("2026-06-20", Ok(1), Ok(1), Ok(1)),
        ("2026-06-22", Ok(0), Ok(0), Ok(0)),
    ] {
        let columns = |index| vec![service(index), date(on(day))];
        assert_eq!(value(&with, columns(Ok(0))), first, "{day}");
        assert_eq!(value(&with, columns(Ok(1))), second, "{day}");
        assert_eq!(
            value(&with, columns(Err(State::Unreadable))),
            unknown,
            "{day}"
        );
        let none = unknown.map_err(|_| Doubt::NotRecorded);
        assert_eq!(value(&without, columns(Ok(0))), none, "{day}");
    }
    let undated = vec![service(Ok(0)), ColumnData::Date(cell(Err(State::Missing)))];
    assert_eq!(value(&with, undated), Err(Doubt::NotRecorded));
}

/// A message received that is not answered yet may be answered on any later day: the comparison holds, or fails, when it
/// does so for all of them.
#[test]
fn an_answer_that_has_not_come_comes_later() {
    use charte::measure::condition::{Comparison, Operand};
    let quantity = Quantity::AnswerDelay {
        from: 0,
        to: 1,
        until: 2,
    };
    let received = on("2026-05-04");
    let truth = |answered: Result<NaiveDate, State>, until: Option<NaiveDate>, comparison, days| {
        let condition = Condition::Compare {
            left: Term::Quantity(quantity.clone()),
            comparison,
            right: Operand::Literal(days),
        };
        let day = |day: NaiveDate| day.num_days_from_ce();
        let batch = batch(vec![
            date(received),
            ColumnData::Date(cell(answered.map(day))),
            ColumnData::Date(cell(until.map(day).ok_or(State::Missing))),
        ]);
        condition.truth(&Row {
            batch: &batch,
            index: 0,
            reference: &REFERENCE,
        })
    };
    let comparisons = [
        Comparison::Is,
        Comparison::IsNot,
        Comparison::AtMost,
        Comparison::LessThan,
        Comparison::AtLeast,
        Comparison::MoreThan,
    ];
    for waited in 0..20 {
        let until = received + chrono::Days::new(waited);
        for comparison in comparisons {
            for days in 0..14 {
                let later = (waited..60).map(|later| received + chrono::Days::new(later));
                let all: Vec<Truth> = later
                    .map(|answered| truth(Ok(answered), None, comparison, days))
                    .collect();
                let expected = if all.iter().all(|truth| *truth == Truth::Yes) {
                    Truth::Yes
                } else if all.iter().all(|truth| *truth == Truth::No) {
                    Truth::No
                } else {
                    Truth::Unknown(Doubt::NotRecorded)
                };
                let found = truth(Err(State::Missing), Some(until), comparison, days);
                assert_eq!(found, expected, "{waited} {comparison:?} {days}");
            }
        }
    }
    // Nobody knows whether it was answered, or since when not.
    let unknown = |answered, until| truth(Err(answered), until, Comparison::AtMost, 0);
    let until = Some(on("2026-06-30"));
    assert_eq!(
        unknown(State::Unreadable, until),
        Truth::Unknown(Doubt::Unreadable)
    );
    assert_eq!(
        unknown(State::Missing, None),
        Truth::Unknown(Doubt::NotRecorded)
    );
}
