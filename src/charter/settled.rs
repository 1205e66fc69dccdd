//! What a requirement leaves to a decision: tolerance, grace, thresholds, and a target below that of a référentiel.
//!
//! Invariant: whatever loosens a requirement is listed, whether a decision is given for it or not.

use super::bound;
use super::decode::Decision;
use super::document::Node;
use super::fault::DECISION_OF_NOTHING;
use crate::diagnostic::Diagnostic;
use crate::measure::condition::{Comparison, Condition, Operand};
use crate::measure::rule::Measure;
use crate::measure::target::{ShareTarget, Target};
use crate::measure::value::{Quantity, Term};

/// What a référentiel asks of a requirement.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The measure with the référentiel's bound instead of the town's.
    pub measure: Measure,
    /// The target with it.
    pub target: Target,
    /// Where that stands.
    pub source: String,
    /// Whether the requirement's own target asks for less.
    pub below: bool,
}

/// Something that a requirement leaves to a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Lateness of so many seconds is no lateness; none where the charter only names the decision.
    Tolerance(Option<i64>),
    /// So many days of grace for newcomers.
    Grace(u32),
    /// Groups of fewer cases are not judged alone.
    MinCases(u64),
    /// The bound from which a result that is met is a "point sensible".
    Close(Target),
    /// The target itself.
    Target,
}

/// What a requirement leaves to decisions.
#[derive(Debug, Clone, Default)]
pub struct Settled {
    /// What the référentiel asks.
    pub reference: Option<Reference>,
    /// What was chosen, and who decided it.
    pub choices: Vec<(Choice, Option<Decision>)>,
}

/// Reads `reference` and `decisions` of a requirement, beside its measure and target.
pub(super) fn read(
    node: &Node,
    own: (&Measure, &Target),
    min_cases: Option<u64>,
    faults: &mut Vec<Diagnostic>,
) -> Settled {
    let reference = node.get("reference").and_then(|table| {
        let (measure, target) = bound::other(table, own, faults)?;
        Some(Reference {
            below: bound::is_laxer(own, (&measure, &target)),
            measure,
            target,
            source: table.string("source")?,
        })
    });
    let below = reference.as_ref().is_some_and(|reference| reference.below);
    let decisions = node.get("decisions");
    let given = |key: &str| decisions.and_then(|table| table.get(key));
    let found = [
        ("tolerance", tolerance(own.0, given("tolerance"))),
        ("grace", grace(own.0)),
        ("close", close(own.1)),
        ("min_cases", min_cases.map(Choice::MinCases)),
        (
            "target",
            (below || given("target").is_some()).then_some(Choice::Target),
        ),
    ];
    let mut choices = Vec::new();
    for (key, choice) in found {
        match (choice, given(key)) {
            (Some(choice), at) => choices.push((choice, at.and_then(Node::as_decision))),
            (None, Some(at)) => {
                let fault = Diagnostic::error(DECISION_OF_NOTHING).arg("key", key);
                faults.push(fault.at(at.place()));
            }
            (None, None) => {}
        }
    }
    Settled { reference, choices }
}

/// The longest lateness that the condition of a share lets pass, or what the charter calls a tolerance.
fn tolerance(measure: &Measure, given: Option<&Node>) -> Option<Choice> {
    let longest = match measure {
        Measure::Share(share) => latenesses(&share.holds).into_iter().max(),
        _ => None,
    };
    match longest {
        Some(longest) => Some(Choice::Tolerance(Some(longest))),
        None => given.map(|_| Choice::Tolerance(None)),
    }
}

/// The amounts above zero that a lateness is compared with.
fn latenesses(condition: &Condition) -> Vec<i64> {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().flat_map(latenesses).collect()
        }
        Condition::Not(part) => latenesses(part),
        Condition::Compare {
            left: Term::Quantity(Quantity::Lateness { .. }),
            right: Operand::Literal(amount),
            comparison:
                Comparison::AtMost | Comparison::LessThan | Comparison::MoreThan | Comparison::AtLeast,
        } if *amount > 0 => vec![*amount],
        Condition::Compare { .. } | Condition::OneOf { .. } | Condition::Recorded { .. } => {
            Vec::new()
        }
    }
}

fn grace(measure: &Measure) -> Option<Choice> {
    match measure {
        Measure::RollCall(roll) => roll.grace.as_ref().map(|grace| Choice::Grace(grace.days)),
        _ => None,
    }
}

fn close(target: &Target) -> Option<Choice> {
    match target {
        Target::Share(ShareTarget {
            bound,
            close: Some(close),
            ..
        }) => Some(Choice::Close(Target::Share(ShareTarget {
            bound: *bound,
            ratio: *close,
            close: None,
        }))),
        Target::Limit { close: Some(_) } => Some(Choice::Close(target.clone())),
        _ => None,
    }
}
