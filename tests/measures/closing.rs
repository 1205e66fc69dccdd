//! Openings and durations by the legal clock, against a walk through real time, minute by minute.

use super::coverage::{
    AUTUMN, ORDINARY, REFERENCE, SPRING, ahead, at, date, never_shown, open, shown,
};
use charte::evidence::batch::{Batch, Cells, ColumnData, RowRef, State};
use charte::measure::truth::Doubt;
use charte::measure::value::{PlaceOf, Quantity, Row};
use std::collections::BTreeSet;

/// The values of a quantity over one row of instants and a place.
fn value(quantity: &Quantity, instants: &[Option<i64>], place: Option<u32>) -> Result<i64, Doubt> {
    let mut columns = Vec::new();
    for instant in instants {
        let mut cells = Cells::default();
        match instant {
            Some(instant) => cells.push(*instant),
            None => cells.push_unknown(State::Missing),
        }
        columns.push(ColumnData::Instant(cells));
    }
    let mut places = Cells::default();
    match place {
        Some(place) => places.push(place),
        None => places.push_unknown(State::Unreadable),
    }
    columns.push(ColumnData::Category(places));
    let batch = Batch {
        columns,
        rows: vec![RowRef { file: 1, line: 1 }],
        ..Batch::default()
    };
    quantity.value(&Row {
        batch: &batch,
        index: 0,
        reference: &REFERENCE,
    })
}

/// What readings of times allow to say.
fn settled(values: &BTreeSet<i64>, skipped: bool) -> Result<i64, Doubt> {
    match values.iter().collect::<Vec<_>>().as_slice() {
        _ if skipped => Err(Doubt::ClockChange),
        [] => Err(Doubt::Contradictory),
        [value] => Ok(**value),
        _ => Err(Doubt::ClockChange),
    }
}

const ELAPSED: Quantity = Quantity::Elapsed { from: 0, to: 1 };
const LATENESS: Quantity = Quantity::Lateness {
    due: 0,
    arrival: Some(1),
    start: 2,
};

#[test]
fn durations_across_both_changes_are_real_or_unknown() {
    for day in [ORDINARY, SPRING, AUTUMN] {
        let day = date(day.0, day.1, day.2);
        let times: Vec<i64> = (60..=270)
            .step_by(10)
            .map(|minute| at(day, minute))
            .collect();
        for start in &times {
            for end in &times {
                let ends = || shown(*end);
                let values = shown(*start)
                    .into_iter()
                    .flat_map(|start| ends().into_iter().map(move |end| end - start));
                let values = values.filter(|value| *value >= 0).collect();
                let skipped = never_shown(*start) || never_shown(*end);
                let found = value(&ELAPSED, &[Some(*start), Some(*end)], None);
                assert_eq!(found, settled(&values, skipped), "{start} {end}");
            }
        }
    }
}

#[test]
fn durations_by_hand() {
    let minutes = |day: (i32, u32, u32), from: i64, to: i64| {
        let day = date(day.0, day.1, day.2);
        value(&ELAPSED, &[Some(at(day, from)), Some(at(day, to))], None).map(|seconds| seconds / 60)
    };
    // From 01:50 to 03:10: 80 minutes, 20 in March, 140 in October.
    assert_eq!(minutes(ORDINARY, 110, 190), Ok(80));
    assert_eq!(minutes(SPRING, 110, 190), Ok(20));
    assert_eq!(minutes(AUTUMN, 110, 190), Ok(140));
    assert_eq!(minutes(SPRING, 110, 150), Err(Doubt::ClockChange));
    assert_eq!(minutes(AUTUMN, 110, 150), Err(Doubt::ClockChange));
    // From 02:40 to 02:20 is possible on one night of the year only.
    assert_eq!(minutes(AUTUMN, 160, 140), Ok(40));
    assert_eq!(minutes(ORDINARY, 160, 140), Err(Doubt::Contradictory));
}

#[test]
fn lateness_across_both_changes_is_real_or_unknown() {
    for day in [ORDINARY, SPRING, AUTUMN] {
        let day = date(day.0, day.1, day.2);
        let times: Vec<i64> = (90..=210)
            .step_by(15)
            .map(|minute| at(day, minute))
            .collect();
        for due in &times {
            for start in &times {
                for arrival in times.iter().map(Some).chain([None]) {
                    let mut values = BTreeSet::new();
                    let mut hidden = false;
                    let skipped = never_shown(*due) || never_shown(*start);
                    for due in shown(*due) {
                        for start in shown(*start) {
                            match arrival {
                                None if start <= due => drop(values.insert(0)),
                                None => hidden = true,
                                Some(arrival) => {
                                    let arrivals = shown(*arrival);
                                    hidden |= arrivals.is_empty() && start > due;
                                    if arrivals.is_empty() && start <= due {
                                        values.insert(0);
                                    }
                                    let arrivals = arrivals.into_iter();
                                    values.extend(
                                        arrivals
                                            .filter(|arrival| *arrival <= start || *arrival <= due)
                                            .map(|arrival| (start - due.max(arrival)).max(0)),
                                    );
                                }
                            }
                        }
                    }
                    let expected = match (skipped, hidden, arrival) {
                        (false, true, None) => Err(Doubt::NotRecorded),
                        (false, true, Some(_)) => Err(Doubt::ClockChange),
                        _ => settled(&values, skipped),
                    };
                    let cells = [Some(*due), arrival.copied(), Some(*start)];
                    let found = value(&LATENESS, &cells, None);
                    assert_eq!(found, expected, "{due} {arrival:?} {start}");
                }
            }
        }
    }
}

/// Which of the place's openings a minute of the day belongs to.
fn opening(place: u32, minute: i64) -> Option<bool> {
    open(place, minute).then_some(place == 0 && minute >= 178)
}

/// Real seconds from an instant until the end of its opening.
fn left(place: u32, instant: i64) -> i64 {
    let opening = |instant: i64| {
        let minute = (instant + ahead(instant)).rem_euclid(86_400) / 60;
        opening(place, minute)
    };
    let mut end = instant;
    while opening(end).is_some() && opening(end) == opening(instant) {
        end += 60 - end.rem_euclid(60);
    }
    end - instant
}

#[test]
fn openings_and_the_time_to_closing_minute_by_minute() {
    let opened = |place| Quantity::Open { place, at: 0 };
    let closing = |place| Quantity::UntilClosing { place, at: 0 };
    for day in [ORDINARY, SPRING, AUTUMN] {
        let day = date(day.0, day.1, day.2);
        for place in [0, 1] {
            for second in (at(day, -10)..at(day, 1_450)).step_by(30) {
                let minute = second.rem_euclid(86_400) / 60;
                let (cells, here) = ([Some(second)], Some(place));
                let by_column = value(&opened(PlaceOf::Column(1)), &cells, here);
                let by_name = value(&opened(PlaceOf::Fixed(place)), &cells, None);
                assert_eq!(by_column, by_name);
                let until = value(&closing(PlaceOf::Column(1)), &cells, here);
                assert_eq!(until, value(&closing(PlaceOf::Fixed(place)), &cells, None));
                let instants = shown(second);
                match instants.as_slice() {
                    [] => {
                        assert_eq!(by_column, Err(Doubt::ClockChange));
                        assert_eq!(until, Err(Doubt::ClockChange));
                    }
                    [instant] => {
                        assert_eq!(by_column, Ok(i64::from(open(place, minute))));
                        assert_eq!(until, Ok(left(place, *instant)), "{place} {second}");
                    }
                    instants => {
                        assert_eq!(by_column, Ok(i64::from(open(place, minute))));
                        let values: BTreeSet<i64> = instants
                            .iter()
                            .map(|instant| left(place, *instant))
                            .collect();
                        assert_eq!(until, settled(&values, false), "{place} {second}");
                    }
                }
            }
        }
    }
}

#[test]
fn an_unknown_place_or_instant_leaves_both_unknown() {
    let day = date(2026, 6, 2);
    let quantities = [
        Quantity::Open {
            place: PlaceOf::Column(1),
            at: 0,
        },
        Quantity::UntilClosing {
            place: PlaceOf::Column(1),
            at: 0,
        },
    ];
    for quantity in quantities {
        assert_eq!(
            value(&quantity, &[Some(at(day, 0))], None),
            Err(Doubt::Unreadable)
        );
        assert_eq!(value(&quantity, &[None], Some(0)), Err(Doubt::NotRecorded));
        // No hours are known of a third place.
        assert_eq!(
            value(&quantity, &[Some(at(day, 0))], Some(2)),
            Err(Doubt::NoReference)
        );
    }
}
