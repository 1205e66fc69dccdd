//! From the charter, the readings and the assessments to the scorecard.

use super::card::{
    ActionCard, CharterFileCard, DecisionCard, EngagementCard, FileCard, FindingCard, FoundCard,
    GroupCard, IntervalCard, MarginCard, MeasuredCard, MotiveCard, PlanCard, RequirementCard,
    RowCard, SCHEMA, Scorecard, SetAsideCard, SourceCard, StretchCard, TargetCard,
    TwelveMonthsCard, WaiverCard,
};
use super::compare::{demote, previous};
use super::label::simulate;
use crate::charter::Charter;
use crate::charter::decode::Decision;
use crate::charter::engagement::Engagement;
use crate::charter::requirement::{Judging, Measured, Requirement};
use crate::charter::source::Source;
use crate::evidence::batch::RowRef;
use crate::evidence::ledger::FileLedger;
use crate::evidence::schema::{Kind, Subject};
use crate::measure::condition::Comparison;
use crate::measure::reading::{Doubts, Figures, GroupReading, Reading, Stretch, unknown};
use crate::measure::rule::Measure;
use crate::measure::target::{Bound, Proof, Target};
use crate::measure::truth::Doubt;
use crate::measure::value::Unit;
use crate::verdict::{Assessment, Judgement, Margin, Verdict, roll_up};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// What was found for one measured requirement.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The figures.
    pub reading: Reading,
    /// What may be said.
    pub assessment: Assessment,
    /// The groups over twelve months, where small groups ask for them.
    pub twelve_months: Vec<GroupReading>,
    /// First day counted.
    pub from: Option<NaiveDate>,
    /// Last day counted.
    pub to: NaiveDate,
}

/// The account of one source.
#[derive(Debug, Clone, Default)]
pub struct SourceAccount {
    /// One per file: its digest if it could be opened, its ledger if it could be used.
    pub files: Vec<(Option<String>, Option<FileLedger>)>,
}

/// What a scorecard is made of.
#[derive(Debug)]
pub struct Assembly<'a> {
    /// The charter.
    pub charter: &'a Charter,
    /// The day the results stand for.
    pub as_of: NaiveDate,
    /// One per measured requirement, in the charter's order.
    pub results: &'a [Finding],
    /// One per source, in the charter's order.
    pub accounts: &'a [SourceAccount],
    /// The charter's files: path and digest.
    pub charter_files: Vec<(String, String)>,
    /// An earlier scorecard to compare with.
    pub previous: Option<&'a Scorecard>,
}

/// Assembles the scorecard.
pub fn assemble(assembly: &Assembly<'_>) -> Scorecard {
    let charter = assembly.charter;
    let mut results = assembly.results.iter();
    let engagements: Vec<EngagementCard> = charter
        .engagements
        .iter()
        .map(|engagement| engagement_card(engagement, assembly, &mut results))
        .collect();
    let mut requirements: BTreeMap<String, u64> = BTreeMap::new();
    for card in engagements
        .iter()
        .flat_map(|engagement| &engagement.requirements)
    {
        let count = requirements.entry(card.verdict.clone()).or_default();
        *count = count.saturating_add(1);
    }
    let sources = charter.sources.iter().zip(assembly.accounts);
    Scorecard {
        schema: SCHEMA,
        tool: env!("CARGO_PKG_VERSION").to_owned(),
        organisation: charter.town.organisation.name.clone(),
        title: charter.town.title.clone(),
        version: charter.town.version.clone(),
        from: charter.town.period.0,
        to: charter.town.period.1,
        as_of: assembly.as_of,
        provisional: assembly.as_of < charter.town.period.1,
        requirements,
        labels: charter
            .labels
            .iter()
            .map(|label| simulate(label, &engagements))
            .collect(),
        engagements,
        sources: sources
            .map(|(source, account)| source_card(source, account))
            .collect(),
        charter_files: assembly
            .charter_files
            .iter()
            .map(|(path, sha256)| CharterFileCard {
                path: path.clone(),
                sha256: sha256.clone(),
            })
            .collect(),
    }
}

fn engagement_card<'a>(
    engagement: &Engagement,
    assembly: &Assembly<'a>,
    results: &mut std::slice::Iter<'a, Finding>,
) -> EngagementCard {
    let as_of = assembly.as_of;
    let requirements: Vec<RequirementCard> = engagement
        .requirements
        .iter()
        .map(|requirement| requirement_card(requirement, engagement, assembly, results))
        .collect();
    let verdicts = requirements.iter().filter_map(|card| {
        Verdict::ALL
            .into_iter()
            .find(|verdict| verdict.id() == card.verdict)
    });
    let services = &assembly.charter.town.services;
    let within = |position: usize| {
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        engagement
            .services
            .as_ref()
            .is_none_or(|scope| scope.contains(&position))
    };
    EngagementCard {
        id: engagement.id.clone(),
        number: engagement.number,
        title: engagement.title.clone(),
        promise: engagement.promise.clone(),
        theme: engagement.theme.clone(),
        channels: engagement.channels.clone(),
        owner: engagement.owner.clone(),
        services: services
            .iter()
            .enumerate()
            .filter(|(position, _)| within(*position))
            .map(|(_, service)| service.name.clone())
            .collect(),
        verdict: roll_up(verdicts).id().to_owned(),
        findings: engagement
            .findings
            .iter()
            .map(|finding| FindingCard {
                text: finding.text.clone(),
                on: finding.on,
            })
            .collect(),
        actions: engagement
            .actions
            .iter()
            .map(|action| ActionCard {
                text: action.text.clone(),
                owner: action.owner.clone(),
                due: action.due,
                state: action.state.clone(),
                overdue: action.state != "done" && action.due.is_some_and(|due| due < as_of),
                requirement: action.requirement.clone(),
                effect: action.effect.clone(),
            })
            .collect(),
        waivers: engagement
            .waivers
            .iter()
            .map(|waiver| WaiverCard {
                requirement: waiver.requirement.clone(),
                reason: waiver.reason.clone(),
                author: waiver.author.clone(),
                approver: waiver.approver.clone(),
                until: waiver.until,
                expired: waiver.until < as_of,
                decision: waiver.decision.as_ref().map(decision_card),
            })
            .collect(),
        requirements,
    }
}

fn decision_card(decision: &Decision) -> DecisionCard {
    DecisionCard {
        by: decision.by.clone(),
        on: decision.on,
        record: decision.record.clone(),
    }
}

fn requirement_card<'a>(
    requirement: &Requirement,
    engagement: &Engagement,
    assembly: &Assembly<'a>,
    results: &mut std::slice::Iter<'a, Finding>,
) -> RequirementCard {
    let waivers = engagement
        .waivers
        .iter()
        .filter(|waiver| waiver.requirement == requirement.id);
    let valid = waivers
        .map(|waiver| waiver.until)
        .filter(|until| assembly.as_of <= *until);
    let mut card = RequirementCard {
        engagement: engagement.id.clone(),
        id: requirement.id.clone(),
        title: requirement.title.clone(),
        severity: if requirement.major { "major" } else { "minor" }.to_owned(),
        verdict: Verdict::NotApplicable.id().to_owned(),
        cause: None,
        waived_until: None,
        not_applicable: None,
        measured: None,
        previous: None,
    };
    let mut watched = None;
    match &requirement.judging {
        Judging::NotApplicable { reason, decision } => {
            card.not_applicable = Some(MotiveCard {
                reason: reason.clone(),
                decision: decision.as_ref().map(decision_card),
            });
        }
        Judging::Measured(measured) => {
            if let (Some(result), Some(source)) = (
                results.next(),
                assembly.charter.sources.get(measured.source),
            ) {
                card.verdict = result.assessment.verdict.id().to_owned();
                card.cause = result.assessment.cause.map(|cause| cause.id().to_owned());
                if result.assessment.verdict.is_gap() {
                    card.waived_until = valid.max();
                }
                card.measured = Some(measured_card(measured, source, result, assembly.charter));
                watched = measured.worse_by;
            }
        }
    }
    card.previous = assembly
        .previous
        .and_then(|earlier| previous(&card, earlier, watched));
    demote(&mut card);
    card
}

const fn proof_id(proof: &Proof) -> &'static str {
    match proof {
        Proof::Census => "census",
        Proof::Sample => "sample",
        Proof::ControlPlan(_) => "control-plan",
    }
}

fn measured_card(
    measured: &Measured,
    source: &Source,
    result: &Finding,
    charter: &Charter,
) -> MeasuredCard {
    let reading = &result.reading;
    let register = measured
        .register
        .and_then(|register| charter.sources.get(register));
    let groups = reading.groups.iter().zip(&result.assessment.groups);
    MeasuredCard {
        source: source.id.clone(),
        register: register.map(|register| register.id.clone()),
        proof: proof_id(&source.proof).to_owned(),
        from: result.from,
        to: result.to,
        target: target_card(measured),
        total_verdict: result.assessment.total.verdict.id().to_owned(),
        found: found_card(measured, source, &reading.total, &result.assessment.total),
        out_of_period: reading.aside.out_of_period,
        out_of_scope: reading.aside.out_of_scope,
        not_concerned: reading.aside.not_concerned,
        set_aside: set_aside(measured, reading),
        open: reading.open,
        min_cases: measured.min_cases,
        groups: groups
            .map(|(group, judgement)| {
                group_card(measured, source, group, *judgement, result, charter)
            })
            .collect(),
        failing: reading.failing.iter().map(row_card).collect(),
        doubtful: reading.doubtful.iter().map(row_card).collect(),
    }
}

const fn row_card(row: &RowRef) -> RowCard {
    RowCard {
        file: row.file,
        line: row.line,
    }
}

fn set_aside(measured: &Measured, reading: &Reading) -> Vec<SetAsideCard> {
    let count = |position: &usize| reading.aside.set_aside.get(position).copied().unwrap_or(0);
    let mut cards: Vec<SetAsideCard> = measured
        .set_aside
        .iter()
        .enumerate()
        .map(|(position, (reason, decision))| SetAsideCard {
            reason: reason.clone(),
            count: count(&position),
            decision: decision.as_ref().map(decision_card),
            grace: false,
        })
        .collect();
    if matches!(&measured.rule.measure, Measure::RollCall(roll) if roll.grace.is_some()) {
        cards.push(SetAsideCard {
            reason: "grace".to_owned(),
            count: count(&measured.rule.grace_position()),
            decision: None,
            grace: true,
        });
    }
    cards
}

const fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::WorkingDays => "working-days",
        Unit::CalendarDays => "calendar-days",
        Unit::Seconds => "seconds",
        _ => "count",
    }
}

fn target_card(measured: &Measured) -> TargetCard {
    let measure = match &measured.rule.measure {
        Measure::Share(_) => "share",
        Measure::Limit(_) => "limit",
        Measure::RollCall(_) => "roll_call",
        Measure::Variety(_) => "variety",
        Measure::Cadence(_) => "cadence",
    };
    let mut card = TargetCard {
        measure: measure.to_owned(),
        bound: "at-least".to_owned(),
        numerator: 0,
        denominator: 1,
        limit: None,
        unit: None,
    };
    match (&measured.rule.measure, &measured.target) {
        (_, Target::Share(target)) => {
            card.bound = match target.bound {
                Bound::AtLeast => "at-least",
                Bound::MoreThan => "more-than",
                Bound::AtMost => "at-most",
            }
            .to_owned();
            card.numerator = target.ratio.numerator();
            card.denominator = target.ratio.denominator();
        }
        (Measure::Limit(limit), _) => {
            let strict = limit.comparison == Comparison::LessThan;
            card.bound = if strict { "less-than" } else { "at-most" }.to_owned();
            card.numerator = limit.quantile.numerator();
            card.denominator = limit.quantile.denominator();
            card.limit = Some(limit.limit);
            card.unit = Some(unit_id(limit.unit).to_owned());
        }
        (Measure::Variety(variety), _) => card.numerator = u64::from(variety.at_least),
        (Measure::Cadence(cadence), _) => card.numerator = u64::from(cadence.every_days),
        _ => {}
    }
    card
}

const fn doubt_id(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::NotRecorded => "not-recorded",
        Doubt::Unreadable => "unreadable",
        Doubt::Contradictory => "contradictory",
        Doubt::NoReference => "no-reference",
    }
}

fn found_card(
    measured: &Measured,
    source: &Source,
    figures: &Figures,
    judgement: &Judgement,
) -> FoundCard {
    let (numerator, denominator, doubts) = fraction(measured, figures);
    let mut card = FoundCard {
        numerator,
        denominator,
        unknown: unknown(doubts),
        unknown_by: doubts
            .iter()
            .map(|(doubt, count)| (doubt_id(*doubt).to_owned(), *count))
            .collect(),
        value: None,
        values: Vec::new(),
        longest: None,
        margin: judgement.margin.map(|margin| match margin {
            Margin::Breaks(count) => MarginCard::Breaks(count),
            Margin::Lacks(count) => MarginCard::Lacks(count),
        }),
        interval: judgement.interval.map(|interval| IntervalCard {
            low: interval.low,
            high: interval.high,
        }),
        further: judgement.further,
    };
    match (figures, &measured.rule.measure) {
        (Figures::Limit { value, .. }, _) => card.value = *value,
        (Figures::Distinct { seen, .. }, Measure::Variety(variety)) => {
            card.values = seen
                .iter()
                .filter_map(|value| category(source, variety.of, *value))
                .collect();
        }
        (Figures::Rhythm { longest, .. }, _) => card.longest = longest.and_then(stretch_card),
        _ => {}
    }
    card
}

fn fraction<'a>(measured: &Measured, figures: &'a Figures) -> (u64, u64, &'a Doubts) {
    match figures {
        Figures::Share(cases) | Figures::Limit { cases, .. } => {
            (cases.holds, cases.all(), &cases.doubts)
        }
        Figures::Distinct { seen, doubts, .. } => {
            let wanted = match &measured.rule.measure {
                Measure::Variety(variety) => u64::from(variety.at_least),
                _ => 0,
            };
            (
                u64::try_from(seen.len()).unwrap_or(u64::MAX),
                wanted,
                doubts,
            )
        }
        Figures::Rhythm {
            missing,
            days,
            doubts,
            ..
        } => (*missing, *days, doubts),
    }
}

fn stretch_card(stretch: Stretch) -> Option<StretchCard> {
    let days = i64::from(stretch.to)
        .saturating_sub(i64::from(stretch.from))
        .saturating_add(1);
    Some(StretchCard {
        from: NaiveDate::from_num_days_from_ce_opt(stretch.from)?,
        to: NaiveDate::from_num_days_from_ce_opt(stretch.to)?,
        days: u64::try_from(days).ok()?,
    })
}

/// The declared value of a category.
fn category(source: &Source, column: usize, value: u32) -> Option<String> {
    let Kind::Category(vocabulary) = &source.schema.columns.get(column)?.kind else {
        return None;
    };
    vocabulary.values.get(usize::try_from(value).ok()?).cloned()
}

/// The value of a category as people read it: a service or a site by its name.
fn category_name(source: &Source, column: usize, value: u32, charter: &Charter) -> Option<String> {
    let Kind::Category(vocabulary) = &source.schema.columns.get(column)?.kind else {
        return None;
    };
    let position = usize::try_from(value).ok()?;
    match vocabulary.subject {
        Subject::Services => charter
            .town
            .services
            .get(position)
            .map(|service| service.name.clone()),
        Subject::Sites => charter
            .town
            .sites
            .get(position)
            .map(|site| site.name.clone()),
        Subject::Own => vocabulary.values.get(position).cloned(),
    }
}

fn group_card(
    measured: &Measured,
    source: &Source,
    group: &GroupReading,
    judgement: Option<Judgement>,
    result: &Finding,
    charter: &Charter,
) -> GroupCard {
    let grouping = measured.rule.groupings.get(group.grouping);
    let columns = grouping.map_or(&[][..], |grouping| grouping.columns.as_slice());
    let pairs = || columns.iter().zip(&group.key);
    let judged = grouping.is_some_and(|grouping| grouping.judged);
    let small = judged && judgement.is_none();
    let year = result
        .twelve_months
        .iter()
        .find(|other| other.grouping == group.grouping && other.key == group.key);
    GroupCard {
        by: columns
            .iter()
            .filter_map(|column| {
                source
                    .schema
                    .columns
                    .get(*column)
                    .map(|column| column.name.clone())
            })
            .collect(),
        key: pairs()
            .filter_map(|(column, value)| category(source, *column, *value))
            .collect(),
        name: pairs()
            .filter_map(|(column, value)| category_name(source, *column, *value, charter))
            .collect(),
        judged,
        verdict: judgement.map(|judgement| judgement.verdict.id().to_owned()),
        cause: judgement
            .and_then(|judgement| judgement.cause)
            .map(|cause| cause.id().to_owned()),
        found: found_card(
            measured,
            source,
            &group.figures,
            &judgement.unwrap_or(Judgement::plain(Verdict::NoCase)),
        ),
        twelve_months: year.filter(|_| small).map(|year| {
            let (numerator, denominator, doubts) = fraction(measured, &year.figures);
            TwelveMonthsCard {
                numerator,
                denominator,
                unknown: unknown(doubts),
            }
        }),
    }
}

fn source_card(source: &Source, account: &SourceAccount) -> SourceCard {
    let ledgers = || {
        account
            .files
            .iter()
            .filter_map(|(_, ledger)| ledger.as_ref())
    };
    let sum = |count: fn(&FileLedger) -> u64| ledgers().map(count).fold(0_u64, u64::saturating_add);
    let files = account
        .files
        .iter()
        .zip(1_u32..)
        .map(|((digest, ledger), file)| file_card(source, file, digest, ledger.as_ref()));
    SourceCard {
        id: source.id.clone(),
        title: source.title.clone(),
        nature: source.nature.clone(),
        system: source.system.clone(),
        proof: proof_id(&source.proof).to_owned(),
        plan: match (&source.proof, &source.plan) {
            (Proof::ControlPlan(plan), Some(circumstances)) => Some(PlanCard {
                size: plan.size,
                accept: plan.accept,
                on: circumstances.on,
                draw: circumstances.draw.clone(),
                decision: circumstances.decision.as_ref().map(decision_card),
            }),
            _ => None,
        },
        collected: source.collected,
        valid_until: source.valid_days.and_then(|days| {
            source
                .collected
                .checked_add_days(Days::new(u64::from(days)))
        }),
        rows: sum(|ledger| ledger.rows),
        read: sum(|ledger| ledger.read),
        rejected: sum(FileLedger::rejected_total),
        files: files.collect(),
    }
}

fn file_card(
    source: &Source,
    file: u32,
    digest: &Option<String>,
    ledger: Option<&FileLedger>,
) -> FileCard {
    let column = |position: &usize| {
        let column = source.schema.columns.get(*position);
        column.map(|column| column.name.clone()).unwrap_or_default()
    };
    FileCard {
        file,
        used: ledger.is_some(),
        sha256: digest.clone(),
        rows: ledger.map_or(0, |ledger| ledger.rows),
        read: ledger.map_or(0, |ledger| ledger.read),
        rejected: ledger.map_or_else(BTreeMap::new, |ledger| {
            let rejected = ledger.rejected.iter();
            rejected
                .map(|(cause, count)| (cause.code().as_str().to_owned(), *count))
                .collect()
        }),
        unreadable: ledger.map_or_else(BTreeMap::new, |ledger| {
            let unreadable = ledger.unreadable.iter();
            unreadable
                .map(|(position, (count, _))| (column(position), *count))
                .collect()
        }),
    }
}
