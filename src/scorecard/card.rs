//! The scorecard's own data types: what `scorecard.json` holds.
//!
//! Invariant: versioned; a field is added with a new minor version of the tool, renamed or removed with a new schema
//! number. Nothing here is shared with the inner types.

mod action;
mod dated;
mod days;
mod decision;
mod gap;
mod label;
mod peaks;
mod review;
mod statement;
mod waiver;

pub use action::{ActionCard, OptionCard};
pub use dated::DatedCard;
pub use days::ExpectedDaysCard;
pub use decision::{ChoiceCard, ReferenceCard};
pub use gap::GapCard;
pub use label::{ClauseCard, LabelCard, LimitCard};
pub use peaks::{AnswerCard, LeftOutCard, PeaksCard, PublishedCard, ServiceCard, WindowCard};
pub use review::{BeforeCard, ObjectionCard, VersionCard};
pub use statement::StatementCard;
pub use waiver::WaiverCard;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of these types.
pub const SCHEMA: u32 = 1;

/// Everything that was judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scorecard {
    /// The version of this format.
    pub schema: u32,
    /// The version of the program.
    pub tool: String,
    /// The organisation's name.
    pub organisation: String,
    /// The charter's title.
    pub title: String,
    /// The charter's version.
    pub version: String,
    /// First day of the reference period.
    pub from: NaiveDate,
    /// Last day of the reference period.
    pub to: NaiveDate,
    /// The day the results stand for.
    pub as_of: NaiveDate,
    /// Whether the period goes on after that day.
    pub provisional: bool,
    /// Number of requirements per verdict.
    pub requirements: BTreeMap<String, u64>,
    /// The promises, by number.
    pub engagements: Vec<EngagementCard>,
    /// The grids.
    pub labels: Vec<LabelCard>,
    /// Everything that someone had to decide, what has no decision first.
    #[serde(default)]
    pub decisions: Vec<ChoiceCard>,
    /// The evidence.
    pub sources: Vec<SourceCard>,
    /// The charter's files and their SHA-256.
    pub charter_files: Vec<CharterFileCard>,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EngagementCard {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The sentence that users read.
    pub promise: String,
    /// Its theme.
    pub theme: String,
    /// The channels concerned.
    pub channels: Vec<String>,
    /// The function that owns it.
    pub owner: String,
    /// The services of its perimeter.
    pub services: Vec<String>,
    /// The verdict that weighs most among its requirements.
    pub verdict: String,
    /// Its requirements.
    pub requirements: Vec<RequirementCard>,
    /// What the town found when it began.
    pub findings: Vec<FindingCard>,
    /// What was discussed.
    #[serde(default)]
    pub options: Vec<OptionCard>,
    /// What is done about it.
    pub actions: Vec<ActionCard>,
    /// Gaps accepted for a time.
    pub waivers: Vec<WaiverCard>,
}

/// A demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequirementCard {
    /// The engagement's id.
    pub engagement: String,
    /// Its id within the engagement.
    pub id: String,
    /// The rule in plain words.
    pub title: String,
    /// `major` or `minor`.
    pub severity: String,
    /// The verdict.
    pub verdict: String,
    /// Why it is not shown.
    pub cause: Option<String>,
    /// Whether it is a gap or not shown, and no action names it.
    #[serde(default)]
    pub without_action: bool,
    /// Last day of a valid waiver.
    pub waived_until: Option<NaiveDate>,
    /// Why it is not applicable, and who decided it.
    pub not_applicable: Option<MotiveCard>,
    /// The days on which it is in force, where the charter limits them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<DatedCard>,
    /// What a référentiel asks, where the charter says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<ReferenceCard>,
    /// How it was measured; none when it is not applicable.
    pub measured: Option<MeasuredCard>,
    /// The same requirement in the previous scorecard, where one was given.
    pub previous: Option<PreviousCard>,
}

/// A requirement in an earlier scorecard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviousCard {
    /// The day those results stood for.
    pub as_of: NaiveDate,
    /// The verdict then.
    pub verdict: String,
    /// The numerator then, for a measured requirement.
    pub numerator: u64,
    /// The denominator then.
    pub denominator: u64,
    /// Whether the share has worsened by as much as the charter watches for.
    pub worse: bool,
}

/// How a requirement was measured, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasuredCard {
    /// The source's id.
    pub source: String,
    /// Ids of the further sources: the register of a roll-call.
    pub beside: Vec<String>,
    /// `census`, `sample` or `control-plan`.
    pub proof: String,
    /// First day counted; none for a state list.
    pub from: Option<NaiveDate>,
    /// Last day counted.
    pub to: NaiveDate,
    /// What must be reached.
    pub target: TargetCard,
    /// The verdict of all cases together; a group may weigh more.
    pub total_verdict: String,
    /// What was found over all cases.
    #[serde(flatten)]
    pub found: FoundCard,
    /// Cases outside the period.
    pub out_of_period: u64,
    /// Cases outside the perimeter.
    pub out_of_scope: u64,
    /// Cases outside the population.
    pub not_concerned: u64,
    /// Cases set aside, by reason.
    pub set_aside: Vec<SetAsideCard>,
    /// Whether an unknown number of further cases is missing.
    pub open: bool,
    /// Whether a value is known by an upper bound only.
    #[serde(default)]
    pub upper_bound: bool,
    /// Groups with fewer cases are not judged alone.
    pub min_cases: Option<u64>,
    /// Each group.
    pub groups: Vec<GroupCard>,
    /// Some rows that fail.
    pub failing: Vec<RowCard>,
    /// Some rows that cannot be told.
    pub doubtful: Vec<RowCard>,
    /// Every stretch of the opening hours that is not covered, or perhaps not, for a coverage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<GapCard>,
    /// Each thing asked of each document, for a publication.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<StatementCard>,
    /// What the calls show, for peaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub peaks: Option<PeaksCard>,
    /// The versions of the awareness support, for a roll-call that tells them apart.
    #[serde(default)]
    pub versions: Vec<VersionCard>,
    /// The objections to its rows.
    #[serde(default)]
    pub objections: Vec<ObjectionCard>,
    /// What was found before these corrected some rows.
    #[serde(default)]
    pub before: Option<BeforeCard>,
}

/// What a requirement must reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetCard {
    /// `share`, `limit`, `roll_call`, `variety`, `cadence`, `coverage`, `publication` or `peaks`.
    pub measure: String,
    /// `at-least`, `more-than`, `at-most` or `less-than`.
    pub bound: String,
    /// Upper number of the share or quantile to reach; the number to reach of a variety or cadence.
    pub numerator: u64,
    /// Lower number of the share or quantile; 1 for a variety or cadence.
    pub denominator: u64,
    /// The limit of a quantity.
    pub limit: Option<i64>,
    /// The unit of the limit and of the value found.
    pub unit: Option<String>,
}

/// What was found, over all cases or in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundCard {
    /// Cases that hold; distinct values of a variety; missing events of a cadence; covered minutes of a coverage.
    pub numerator: u64,
    /// Judged cases, unknown ones included; values asked for of a variety; days with an event of a cadence; open minutes
    /// of a coverage.
    pub denominator: u64,
    /// Unknown cases.
    pub unknown: u64,
    /// Unknown cases by reason.
    pub unknown_by: BTreeMap<String, u64>,
    /// The quantile found, in the target's unit.
    pub value: Option<i64>,
    /// The values seen, for a variety.
    pub values: Vec<String>,
    /// The longest stretch without an event, for a cadence.
    pub longest: Option<StretchCard>,
    /// How far the verdict is from changing.
    pub margin: Option<MarginCard>,
    /// The interval of a sample, in thousandths.
    pub interval: Option<IntervalCard>,
    /// How many further cases, all succeeding, would show it met.
    pub further: Option<u64>,
}

/// Days without an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StretchCard {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// How many.
    pub days: u64,
}

/// How far a verdict is from changing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarginCard {
    /// The last of this many further failing cases would break it.
    Breaks(u64),
    /// This many cases are lacking.
    Lacks(u64),
}

/// An interval in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntervalCard {
    /// Lower end.
    pub low: u64,
    /// Upper end.
    pub high: u64,
}

/// Cases set aside for a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAsideCard {
    /// Why; `grace` stands for newcomers of a roll-call.
    pub reason: String,
    /// How many.
    pub count: u64,
    /// Who decided it.
    pub decision: Option<DecisionCard>,
    /// Whether these are newcomers within their grace.
    pub grace: bool,
    /// Whether these are rows set aside after an objection.
    #[serde(default)]
    pub objection: bool,
}

/// Who decided something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionCard {
    /// Body or function.
    pub by: String,
    /// Day.
    pub on: NaiveDate,
    /// Record.
    pub record: String,
}

/// Why a requirement is not applicable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MotiveCard {
    /// Why.
    pub reason: String,
    /// Who decided it.
    pub decision: Option<DecisionCard>,
}

/// A group of cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupCard {
    /// The columns that make the group.
    pub by: Vec<String>,
    /// Its values.
    pub key: Vec<String>,
    /// Its values as people read them.
    pub name: Vec<String>,
    /// Whether groups of this kind are judged, or only displayed.
    pub judged: bool,
    /// The verdict; none for a group that is displayed only, or too small.
    pub verdict: Option<String>,
    /// Why it is not shown.
    pub cause: Option<String>,
    /// What was found.
    #[serde(flatten)]
    pub found: FoundCard,
    /// What was found over twelve months, for a group too small to be judged.
    pub twelve_months: Option<TwelveMonthsCard>,
}

/// Twelve months of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TwelveMonthsCard {
    /// Cases that hold.
    pub numerator: u64,
    /// Judged cases.
    pub denominator: u64,
    /// Unknown cases.
    pub unknown: u64,
}

/// A row of the evidence, by number only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowCard {
    /// File of the source, counted from 1.
    pub file: u32,
    /// Line in the file, counted from 1.
    pub line: u64,
}

/// What the town found when it began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingCard {
    /// What was found.
    pub text: String,
    /// When.
    pub on: Option<NaiveDate>,
}

/// A source of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceCard {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What kind of evidence it is.
    pub nature: String,
    /// The tool it comes from.
    pub system: Option<String>,
    /// `census`, `sample` or `control-plan`.
    pub proof: String,
    /// The circumstances of a control plan.
    pub plan: Option<PlanCard>,
    /// Everything up to this day is in it.
    pub collected: NaiveDate,
    /// Last day on which it can be used.
    pub valid_until: Option<NaiveDate>,
    /// Rows met, rejected ones included.
    pub rows: u64,
    /// Rows read, each an event of its own.
    pub read: u64,
    /// Rows that repeat another, or are a further segment of its event.
    #[serde(default)]
    pub merged: u64,
    /// Rows rejected.
    pub rejected: u64,
    /// The days on which rows are expected; none for a state list, a draw, or a source with a file that cannot be used.
    #[serde(default)]
    pub expected_days: Option<ExpectedDaysCard>,
    /// Messages passed over, by reason.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub skipped: BTreeMap<String, u64>,
    /// Its files, by their order.
    pub files: Vec<FileCard>,
    /// Who stated that the document does not exist, where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent: Option<DecisionCard>,
}

/// A control plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanCard {
    /// Cases to draw.
    pub size: u64,
    /// Failures accepted.
    pub accept: u64,
    /// The day it was set.
    pub on: NaiveDate,
    /// How the cases are drawn.
    pub draw: String,
    /// Who decided it.
    pub decision: Option<DecisionCard>,
}

/// A file of the evidence, by its order in its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileCard {
    /// Its order, counted from 1.
    pub file: u32,
    /// Whether it could be used.
    pub used: bool,
    /// SHA-256 of its bytes; none if it could not be opened.
    pub sha256: Option<String>,
    /// Which sheet of a workbook was read, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<u32>,
    /// Rows met.
    pub rows: u64,
    /// Rows read.
    pub read: u64,
    /// Rows that repeat another, or are a further segment of its event.
    #[serde(default)]
    pub merged: u64,
    /// Rows rejected, by cause.
    pub rejected: BTreeMap<String, u64>,
    /// Messages passed over, by reason.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub skipped: BTreeMap<String, u64>,
    /// Cells that do not fit their type, by declared column.
    pub unreadable: BTreeMap<String, u64>,
    /// Where the first rejected rows and unreadable cells are, by line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub first: Vec<LocatedCard>,
}

/// A row or a cell that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LocatedCard {
    /// The line of the row in the file, counted from 1; for messages, its order.
    pub line: u64,
    /// The declared column; none for a whole row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Why, as the code of the diagnostic.
    pub cause: String,
}

/// A file of the charter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CharterFileCard {
    /// Its path in the folder.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

impl Scorecard {
    /// The scorecard as JSON, with a final newline.
    pub fn to_json(&self) -> String {
        // Every key is a text and every value a number, a text or a list: serialising cannot fail.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Every requirement, in order.
    pub fn all_requirements(&self) -> impl Iterator<Item = &RequirementCard> {
        self.engagements
            .iter()
            .flat_map(|engagement| &engagement.requirements)
    }
}
