//! One checkable demand: a source, a population, one measure, one target, one severity.
//!
//! Invariant: a requirement that is returned can be folded over its source and judged; measure, target and proof go
//! together.

use super::condition;
pub use super::context::Context;
use super::context::find_source;
use super::dated::{self, Dated};
use super::decode::Decision;
use super::document::Node;
use super::fault::{
    BAD_ID, CLOSE_OF_MEASURE, EACH_ON_PLAN, MIN_CASES_WITHOUT_EACH, ONE_MEASURE, SOURCE_NEEDED,
    WEIGHT_OF_MEASURE,
};
use super::fields::MEASURES;
use super::publication;
use super::settings;
use super::settled::{self, Settled};
use super::shape::is_id;
use super::source::{Source, position};
use crate::diagnostic::Diagnostic;
use crate::evidence::schema::{Kind, Subject};
use crate::measure::grouping::Grouping;
use crate::measure::population::{Population, Scope};
use crate::measure::rule::{Input, Measure, Rule};
use crate::measure::target::{Proof, Target};
use crate::ratio::Ratio;

/// A demand.
#[derive(Debug, Clone)]
pub struct Requirement {
    /// Its id within the engagement.
    pub id: String,
    /// The rule in plain words.
    pub title: String,
    /// Whether a gap is a major one.
    pub major: bool,
    /// How it is judged, or why not.
    pub judging: Judging,
    /// What it leaves to decisions.
    pub settled: Settled,
    /// The days on which it is in force.
    pub dated: Dated,
}

/// How a requirement is judged.
#[derive(Debug, Clone)]
pub enum Judging {
    /// By a measure.
    Measured(Box<Measured>),
    /// Not at all: "sans objet".
    NotApplicable {
        /// Why.
        reason: String,
        /// Who decided it.
        decision: Option<Decision>,
    },
}

/// A measured demand.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Position of its source.
    pub source: usize,
    /// Positions of the further sources that its measure reads: the register of a roll-call, what else covers.
    pub beside: Vec<usize>,
    /// What the engine folds.
    pub rule: Rule,
    /// What must be reached.
    pub target: Target,
    /// Groups with fewer cases are not judged alone.
    pub min_cases: Option<u64>,
    /// Met but worse by this much than in the previous scorecard is a "point sensible".
    pub worse_by: Option<Ratio>,
    /// The days on which it is in force.
    pub dated: Dated,
    /// Why cases are set aside, in the order of the rule's population.
    pub set_aside: Vec<(String, Option<Decision>)>,
}

/// Reads a requirement.
pub fn read(
    node: &Node,
    context: &Context<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Requirement> {
    let id = node.get("id").and_then(Node::text);
    if let Some(id) = id.filter(|id| !is_id(id)) {
        faults.push(
            Diagnostic::error(BAD_ID)
                .arg("id", id)
                .at(node.place_of("id")),
        );
    }
    let dated = dated::read(node, faults);
    let judging = match node.get("not_applicable") {
        Some(motive) => Some(Judging::NotApplicable {
            reason: motive.string("reason")?,
            decision: motive.decision(),
        }),
        None => measured(node, context, faults).map(|measured| {
            let dated = dated.clone();
            Judging::Measured(Box::new(Measured { dated, ..measured }))
        }),
    };
    let settled = match &judging {
        Some(Judging::Measured(measured)) => {
            let own = (&measured.rule.measure, &measured.target);
            settled::read(node, own, measured.min_cases, faults)
        }
        _ => Settled::default(),
    };
    Some(Requirement {
        settled,
        dated,
        id: id?.to_owned(),
        title: node.string("title")?,
        major: node.string("severity")? == "major",
        judging: judging?,
    })
}

fn measured(node: &Node, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<Measured> {
    let kinds: Vec<&str> = MEASURES
        .iter()
        .copied()
        .filter(|kind| node.get(kind).is_some())
        .collect();
    let kind = match kinds.as_slice() {
        [kind] => Some(*kind),
        _ => {
            let fault = Diagnostic::error(ONE_MEASURE)
                .arg("known", MEASURES.join(", "))
                .arg("count", kinds.len());
            faults.push(fault.at(node.place()));
            None
        }
    };
    let ((source_position, source), media) = sources(node, kind, context, faults)?;
    let (population, set_aside) = population(node, source, context, faults);
    let (groupings, min_cases) = groupings(node, source, faults);
    let weight = source.weight();
    let settings = settings::read(kind?, node, source, context, faults);
    if node.get("worse_by").is_some() && matches!(kind, Some("variety" | "cadence")) {
        let fault = Diagnostic::error(CLOSE_OF_MEASURE).arg("key", "worse_by");
        faults.push(fault.at(node.place_of_key("worse_by")));
    }
    if node.get("each").is_some() && matches!(source.proof, Proof::ControlPlan(_)) {
        faults.push(
            Diagnostic::error(EACH_ON_PLAN)
                .arg("source", &source.id)
                .at(node.place_of_key("each")),
        );
    }
    if weight.is_some() {
        weight_fits(kind.unwrap_or_default(), node, faults);
    }
    let (measure, target) = settings?;
    let beside = match &measure {
        Measure::RollCall(_) => {
            let at = node.get("roll_call")?.get("register")?.get("source")?;
            vec![find_source(at, context, faults)?.0]
        }
        Measure::Coverage(_) => {
            let also = node.get("coverage")?.tables("also");
            let named = also.filter_map(|table| find_source(table.get("source")?, context, faults));
            named.map(|(position, _)| position).collect()
        }
        Measure::Publication(_) => media,
        _ => Vec::new(),
    };
    let mut population = population?;
    if matches!(measure, Measure::Coverage(_)) {
        // An interval counts on the days that it covers, not on that of its row.
        population.time = None;
    }
    Some(Measured {
        source: source_position,
        beside,
        rule: Rule {
            population,
            groupings,
            weight,
            measure,
        },
        target,
        min_cases,
        worse_by: node.share("worse_by"),
        dated: Dated::default(),
        set_aside,
    })
}

/// The source of a requirement, and the further documents of a publication.
fn sources<'a>(
    node: &Node,
    kind: Option<&str>,
    context: &Context<'a>,
    faults: &mut Vec<Diagnostic>,
) -> Option<((usize, &'a Source), Vec<usize>)> {
    if kind == Some("publication") {
        let media = publication::sources(node, context, faults)?;
        let (first, rest) = media.split_first()?;
        return Some((*first, rest.iter().map(|(position, _)| *position).collect()));
    }
    let Some(at) = node.get("source") else {
        faults.push(Diagnostic::error(SOURCE_NEEDED).at(node.place()));
        return None;
    };
    Some((find_source(at, context, faults)?, Vec::new()))
}

/// Weights count cases, which some measures do not have.
fn weight_fits(kind: &str, node: &Node, faults: &mut Vec<Diagnostic>) {
    if matches!(kind, "roll_call" | "variety" | "cadence" | "coverage") {
        let fault = Diagnostic::error(WEIGHT_OF_MEASURE).arg("measure", kind);
        faults.push(fault.at(node.place_of("source")));
    }
}

type Reasons = Vec<(String, Option<Decision>)>;

fn population(
    node: &Node,
    source: &Source,
    context: &Context<'_>,
    faults: &mut Vec<Diagnostic>,
) -> (Option<Population>, Reasons) {
    let among = node
        .get("among")
        .map(|among| condition::read(among, source, faults));
    let mut conditions = Vec::new();
    let mut reasons = Vec::new();
    for table in node.tables("set_aside") {
        conditions.push(
            table
                .get("where")
                .and_then(|at| condition::read(at, source, faults)),
        );
        reasons.push((table.string("reason").unwrap_or_default(), table.decision()));
    }
    let scope = match (context.scope, source.service()) {
        (Some(services), Some(column)) => Some(Scope {
            column,
            services: services.to_vec(),
        }),
        _ => None,
    };
    let all = conditions.into_iter().collect::<Option<Vec<_>>>();
    let population = all
        .filter(|_| among != Some(None))
        .map(|set_aside| Population {
            time: source.time,
            scope,
            among: among.flatten(),
            set_aside,
        });
    (population, reasons)
}

fn groupings(
    node: &Node,
    source: &Source,
    faults: &mut Vec<Diagnostic>,
) -> (Vec<Grouping>, Option<u64>) {
    let mut groupings = Vec::new();
    for (key, judged) in [("each", true), ("by", false)] {
        let items = node.get(key).map_or(&[][..], Node::items);
        let columns: Vec<usize> = items
            .iter()
            .filter_map(|at| position(at, &source.schema, &["category", "service", "site"], faults))
            .collect();
        if !columns.is_empty() {
            groupings.push(Grouping { columns, judged });
        }
    }
    let min_cases = node.number("min_cases");
    if min_cases.is_some() && node.get("each").is_none() {
        faults.push(Diagnostic::error(MIN_CASES_WITHOUT_EACH).at(node.place_of_key("min_cases")));
    }
    (groupings, min_cases)
}

impl Measured {
    /// The same requirement with another bound.
    #[must_use]
    pub fn with(&self, measure: Measure, target: Target) -> Self {
        let rule = Rule {
            measure,
            ..self.rule.clone()
        };
        Self {
            rule,
            target,
            ..self.clone()
        }
    }

    /// Positions of all its sources, the main one first.
    pub fn sources(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.source).chain(self.beside.iter().copied())
    }

    /// Positions of the lists whose columns it reads in its main source.
    pub fn lists(&self, source: &Source) -> Vec<usize> {
        let columns = self.rule.columns(Input::Main);
        let mut first = source.of_files().columns.len();
        let mut lists = Vec::new();
        for join in &source.joins {
            let brought = first..first.saturating_add(join.columns.len());
            first = brought.end;
            if columns.iter().any(|column| brought.contains(column)) {
                lists.push(join.list);
            }
        }
        lists
    }

    /// The groups that must appear even without a case, per grouping: the services of the perimeter, the sites, the
    /// declared values of a category.
    pub fn expected_groups(&self, source: &Source) -> Vec<Vec<Vec<u32>>> {
        let groups_of = |grouping: &Grouping| {
            let [column] = grouping.columns.as_slice() else {
                // Combinations of values appear when they occur.
                return Vec::new();
            };
            let Some(Kind::Category(vocabulary)) = source
                .schema
                .columns
                .get(*column)
                .map(|column| &column.kind)
            else {
                return Vec::new();
            };
            let all = 0..u32::try_from(vocabulary.values.len()).unwrap_or(u32::MAX);
            let scope = self.rule.population.scope.as_ref();
            let within = |value: &u32| match (vocabulary.subject, scope) {
                (Subject::Services, Some(scope)) => scope.services.contains(value),
                (Subject::Sites | Subject::Own, _) | (Subject::Services, None) => vocabulary
                    .words
                    .iter()
                    .any(|(_, position)| position == value),
            };
            all.filter(within).map(|value| vec![value]).collect()
        };
        self.rule.groupings.iter().map(groups_of).collect()
    }
}
