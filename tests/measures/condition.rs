//! Conditions: random trees against a naive evaluator, and against every way to fill in unknown cells.

use super::table::{
    Cell, DAY, FIRST, GROUP, Line, REFERENCE, SECOND, SINCE, VALUE, any_line, batch, line,
};
use charte::measure::condition::{Comparison, Condition, Operand};
use charte::measure::limit::Limit;
use charte::measure::truth::{Doubt, Truth};
use charte::measure::value::{Quantity, Row, Term, Unit};
use charte::ratio::Ratio;
use proptest::prelude::*;

const COMPARISONS: [Comparison; 6] = [
    Comparison::Is,
    Comparison::IsNot,
    Comparison::AtMost,
    Comparison::LessThan,
    Comparison::AtLeast,
    Comparison::MoreThan,
];

fn truth(condition: &Condition, line: &Line) -> Truth {
    let batch = batch(&[*line]);
    condition.truth(&Row {
        batch: &batch,
        index: 0,
        reference: &REFERENCE,
    })
}

/// A small number or a calendar delay: what conditions ask for in these tests.
fn any_term() -> impl Strategy<Value = Term> {
    prop_oneof![
        3 => proptest::sample::select(vec![FIRST, SECOND, GROUP, VALUE]).prop_map(Term::Column),
        1 => Just(Term::Quantity(Quantity::CalendarDays { from: SINCE, to: DAY })),
    ]
}

fn any_condition() -> impl Strategy<Value = Condition> {
    let operand = prop_oneof![
        (-1_i64..4).prop_map(Operand::Literal),
        any_term().prop_map(Operand::Term),
    ];
    let leaf = prop_oneof![
        (
            any_term(),
            proptest::sample::select(COMPARISONS.to_vec()),
            operand
        )
            .prop_map(|(left, comparison, right)| Condition::Compare {
                left,
                comparison,
                right
            }),
        (any_term(), prop::collection::vec(-1_i64..4, 0..3))
            .prop_map(|(left, values)| Condition::OneOf { left, values }),
        (any_term(), any::<bool>())
            .prop_map(|(left, expected)| Condition::Recorded { left, expected }),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::All),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::Any),
            inner.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

/// A value, or whether it is surely not recorded.
fn value(term: &Term, line: &Line) -> Result<i64, bool> {
    let cell = |column: usize| match line[column] {
        Cell::Is(value) => Ok(value),
        Cell::Empty => Err(true),
        Cell::Garbled => Err(false),
    };
    match term {
        Term::Column(column) => cell(*column),
        Term::Quantity(Quantity::CalendarDays { from, to }) => match (cell(*from), cell(*to)) {
            (Ok(from), Ok(to)) if from <= to => Ok(to - from),
            (Err(true), Ok(_) | Err(true)) | (Ok(_), Err(true)) => Err(true),
            _ => Err(false),
        },
        other => panic!("{other:?}"),
    }
}

/// The naive evaluator: none for "cannot be told".
fn naive(condition: &Condition, line: &Line) -> Option<bool> {
    match condition {
        Condition::All(parts) => {
            let parts: Vec<_> = parts.iter().map(|part| naive(part, line)).collect();
            if parts.contains(&Some(false)) {
                Some(false)
            } else {
                (!parts.contains(&None)).then_some(true)
            }
        }
        Condition::Any(parts) => {
            let parts: Vec<_> = parts.iter().map(|part| naive(part, line)).collect();
            if parts.contains(&Some(true)) {
                Some(true)
            } else {
                (!parts.contains(&None)).then_some(false)
            }
        }
        Condition::Not(part) => naive(part, line).map(|truth| !truth),
        Condition::Compare {
            left,
            comparison,
            right,
        } => {
            let left = value(left, line).ok()?;
            let right = match right {
                Operand::Literal(value) => *value,
                Operand::Term(term) => value(term, line).ok()?,
            };
            Some(match comparison {
                Comparison::Is => left == right,
                Comparison::IsNot => left != right,
                Comparison::AtMost => left <= right,
                Comparison::LessThan => left < right,
                Comparison::AtLeast => left >= right,
                Comparison::MoreThan => left > right,
            })
        }
        Condition::OneOf { left, values } => Some(values.contains(&value(left, line).ok()?)),
        Condition::Recorded { left, expected } => match value(left, line) {
            Ok(_) => Some(*expected),
            Err(true) => Some(!expected),
            Err(false) => None,
        },
    }
}

fn known(truth: Truth) -> Option<bool> {
    match truth {
        Truth::Yes => Some(true),
        Truth::No => Some(false),
        Truth::Unknown(_) => None,
    }
}

/// Whether a tree asks if something is recorded: an empty cell is then an answer, not a gap.
fn asks_for_presence(condition: &Condition) -> bool {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().any(asks_for_presence),
        Condition::Not(part) => asks_for_presence(part),
        Condition::Recorded { .. } => true,
        Condition::Compare { .. } | Condition::OneOf { .. } => false,
    }
}

/// Every way to fill in the cells that the trees read; garbled cells may turn out to be empty.
fn fillings(line: &Line, empty_too: bool) -> Vec<Line> {
    let mut lines = vec![*line];
    for column in [FIRST, SECOND, GROUP, VALUE, SINCE, DAY] {
        if matches!(line[column], Cell::Is(_)) || (line[column] == Cell::Empty && !empty_too) {
            continue;
        }
        let mut cells: Vec<Cell> = super::table::DOMAINS[column]
            .iter()
            .copied()
            .map(Cell::Is)
            .collect();
        if !empty_too {
            cells.push(Cell::Empty);
        }
        lines = lines
            .iter()
            .flat_map(|line| {
                cells.iter().map(move |cell| {
                    let mut line = *line;
                    line[column] = *cell;
                    line
                })
            })
            .collect();
    }
    lines
}

proptest! {
    #[test]
    fn a_tree_is_what_the_naive_evaluator_says(condition in any_condition(), line in any_line()) {
        prop_assert_eq!(known(truth(&condition, &line)), naive(&condition, &line));
    }

    #[test]
    fn what_is_known_stands_however_cells_are_filled_in(condition in any_condition(), line in any_line()) {
        if let Some(known) = known(truth(&condition, &line)) {
            for filling in fillings(&line, !asks_for_presence(&condition)) {
                prop_assert_eq!(naive(&condition, &filling), Some(known), "{:?}", filling);
            }
        }
    }

    #[test]
    fn columns_name_every_cell_that_matters(condition in any_condition(), one in any_line(), two in any_line()) {
        let mut mixed = two;
        for column in condition.columns() {
            mixed[column] = one[column];
        }
        prop_assert_eq!(truth(&condition, &mixed), truth(&condition, &one));
    }
}

#[test]
fn empty_lists_and_the_larger_doubt() {
    let mut doubtful = line();
    doubtful[VALUE] = Cell::Empty;
    doubtful[GROUP] = Cell::Garbled;
    assert_eq!(truth(&Condition::All(Vec::new()), &doubtful), Truth::Yes);
    assert_eq!(truth(&Condition::Any(Vec::new()), &doubtful), Truth::No);
    let one = super::table::is(VALUE, 1);
    let two = super::table::is(GROUP, 1);
    for parts in [vec![one.clone(), two.clone()], vec![two, one]] {
        let unknown = Truth::Unknown(Doubt::Unreadable);
        assert_eq!(truth(&Condition::All(parts.clone()), &doubtful), unknown);
        assert_eq!(truth(&Condition::Any(parts), &doubtful), unknown);
    }
}

/// The days from SINCE to DAY, known by an upper bound only.
fn bounded() -> Term {
    let days = Quantity::CalendarDays {
        from: SINCE,
        to: DAY,
    };
    Term::Quantity(Quantity::UpperBound(Box::new(days)))
}

#[test]
fn an_upper_bound_decides_when_every_value_up_to_it_agrees() {
    let agree = |answers: Vec<bool>| {
        let first = answers.first().copied();
        first.filter(|first| answers.iter().all(|answer| answer == first))
    };
    for bound in 0..6_i64 {
        let mut row = line();
        row[SINCE] = Cell::Is(1);
        row[DAY] = Cell::Is(1 + bound);
        for literal in -2..8_i64 {
            for comparison in COMPARISONS {
                let answers = (0..=bound).map(|value| comparison.accepts(value.cmp(&literal)));
                let condition = Condition::Compare {
                    left: bounded(),
                    comparison,
                    right: Operand::Literal(literal),
                };
                let expected = agree(answers.collect());
                assert_eq!(
                    known(truth(&condition, &row)),
                    expected,
                    "{bound} {comparison:?} {literal}"
                );
                // The same question asked from the other side.
                row[VALUE] = Cell::Is(literal);
                let turned = Condition::Compare {
                    left: Term::Column(VALUE),
                    comparison,
                    right: Operand::Term(bounded()),
                };
                let answers = (0..=bound).map(|value| comparison.accepts(literal.cmp(&value)));
                assert_eq!(known(truth(&turned, &row)), agree(answers.collect()));
            }
            let one_of = Condition::OneOf {
                left: bounded(),
                values: vec![literal],
            };
            let answers = (0..=bound).map(|value| value == literal);
            assert_eq!(known(truth(&one_of, &row)), agree(answers.collect()));
        }
    }
}

#[test]
fn a_limit_counts_an_upper_bound_within_it_alone() {
    for strict in [false, true] {
        for bound in 0..6_i64 {
            for limit in 0..6_i64 {
                let mut row = line();
                row[SINCE] = Cell::Is(1);
                row[DAY] = Cell::Is(1 + bound);
                let comparison = if strict {
                    Comparison::LessThan
                } else {
                    Comparison::AtMost
                };
                let settings = Limit {
                    of: bounded(),
                    unit: Unit::CalendarDays,
                    quantile: Ratio::ONE,
                    comparison,
                    limit,
                };
                let batch = batch(&[row]);
                let found = settings.value(&Row {
                    batch: &batch,
                    index: 0,
                    reference: &REFERENCE,
                });
                let within = if strict {
                    bound < limit
                } else {
                    bound <= limit
                };
                // An exact zero has no room below it.
                let expected = if within || bound == 0 {
                    Ok(bound)
                } else {
                    Err(Doubt::NotRecorded)
                };
                assert_eq!(found, expected, "{bound} {limit} {strict}");
            }
        }
    }
}
