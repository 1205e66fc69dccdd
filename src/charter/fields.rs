//! The fields of each document of the charter folder.
//!
//! Invariant: this is the only list of keys; the JSON Schema and the check of documents both come from it.

mod basic;
mod follow_up;
mod peaks;
mod publication;

pub use follow_up::{LABEL, OBJECTIONS};
pub(super) use publication::SAYS;

use super::shape::{Field, Shape};
use crate::evidence::encoding::Encoding;
use crate::evidence::format::Declared;
use crate::evidence::normal::Normal;
use basic::{AMOUNT, DATE, DECISION, TEXT, TEXTS};
use follow_up::{ACTION, DECISIONS, FINDING, NOT_APPLICABLE, OPTION, REFERENCE, WAIVER, WAIVERS};
use peaks::{CALL_PEAK, PEAKS};
use publication::{ALTERNATIVE, CHANNELS, PUBLICATION};

/// `charter.toml`
pub const CHARTER: Shape = Shape::Table(&[
    Field::required("title", TEXT),
    Field::required("version", TEXT),
    Field::optional("language", Shape::Word(&["fr", "en"])),
    Field::required("in_force", DATE),
    Field::required("organisation", ORGANISATION),
    Field::required("period", PERIOD),
    Field::required("calendar", CALENDAR),
    Field::optional("privacy", PRIVACY),
    Field::optional("waivers", WAIVERS),
    Field::required("sites", Shape::Ids(&SITE)),
    Field::required("services", Shape::Ids(&SERVICE)),
    Field::optional("announced_delay", Shape::AnyList(&ANNOUNCED_DELAY)),
    Field::optional("call_peak", Shape::AnyList(&CALL_PEAK)),
    Field::optional("alternative", Shape::AnyList(&ALTERNATIVE)),
    Field::optional("quiet_hour", Shape::AnyList(&CALL_PEAK)),
    Field::optional("exceptional_period", Shape::AnyList(&EXCEPTIONAL_PERIOD)),
    Field::optional("support", Shape::AnyList(&SUPPORT)),
]);

const ORGANISATION: Shape = Shape::Table(&[
    Field::required("name", TEXT),
    Field::optional("address", TEXT),
    Field::optional("complaints", TEXT),
    Field::optional("reciprocal", TEXT),
]);

const PERIOD: Shape = Shape::Table(&[Field::required("from", DATE), Field::required("to", DATE)]);

/// The holiday zones.
pub const ZONES: &[&str] = &[
    "metropole",
    "alsace-moselle",
    "guadeloupe",
    "martinique",
    "guyane",
    "reunion",
    "mayotte",
    "saint-martin",
    "saint-barthelemy",
];

const CALENDAR: Shape = Shape::Table(&[
    Field::optional("zone", Shape::Word(ZONES)),
    Field::optional("good_friday", Shape::Boolean),
    Field::required("working_week", TEXT),
    Field::optional("closures", Shape::AnyList(&DAYS_WITH_REASON)),
    Field::optional("add_holidays", Shape::AnyList(&DAYS_WITH_REASON)),
    Field::optional("remove_holidays", Shape::AnyList(&DATE)),
]);

const DAYS_WITH_REASON: Shape = Shape::Table(&[
    Field::optional("on", DATE),
    Field::optional("from", DATE),
    Field::optional("to", DATE),
    Field::required("reason", TEXT),
]);

const PRIVACY: Shape = Shape::Table(&[
    Field::optional("small_cells", Shape::Integer(2)),
    Field::optional("reason", TEXT),
    Field::optional("retention", TEXT),
]);

/// What a place with hours of its own is.
pub const PLACE_KINDS: &[&str] = &["site", "desk", "line"];

const SITE: Shape = Shape::Table(&[
    Field::required("name", TEXT),
    Field::optional("aliases", TEXTS),
    Field::optional("kind", Shape::Word(PLACE_KINDS)),
    Field::optional("address", TEXT),
    Field::required("hours", TEXT),
]);

const SERVICE: Shape = Shape::Table(&[
    Field::required("name", TEXT),
    Field::optional("aliases", TEXTS),
    Field::optional("sites", TEXTS),
    Field::optional("by_appointment", Shape::Boolean),
    Field::optional("booking", Shape::List(&Shape::Word(CHANNELS))),
]);

const ANNOUNCED_DELAY: Shape = Shape::Table(&[
    Field::required("service", TEXT),
    Field::required("from", DATE),
    Field::optional("to", DATE),
    Field::required("working_days", Shape::Integer(0)),
    Field::optional("decision", DECISION),
]);

const EXCEPTIONAL_PERIOD: Shape = Shape::Table(&[
    Field::required("from", DATE),
    Field::required("to", DATE),
    Field::optional("services", TEXTS),
    Field::required("reason", TEXT),
    Field::optional("decision", DECISION),
]);

const SUPPORT: Shape = Shape::Table(&[
    Field::required("id", TEXT),
    Field::required("in_force", DATE),
    Field::required("resets", Shape::Boolean),
    Field::optional("grace_days", Shape::Integer(0)),
    Field::required("change", TEXT),
    Field::optional("decision", DECISION),
]);

/// `sources.toml`
pub const SOURCES: Shape = Shape::Ids(&SOURCE);

/// The kinds of evidence.
pub const NATURES: &[&str] = &[
    "published-document",
    "visual-record",
    "software-export",
    "schedule",
    "sample",
    "mystery-sheet",
    "survey",
    "register",
    "attestation",
    "observation",
];

const SOURCE: Shape = Shape::Table(&[
    Field::required("title", TEXT),
    Field::required("nature", Shape::Word(NATURES)),
    Field::optional("system", TEXT),
    Field::optional("files", TEXTS),
    Field::optional("absent", DECISION),
    Field::required("collected", DATE),
    Field::optional("valid_days", Shape::Integer(0)),
    Field::required(
        "proof",
        Shape::Either(&[Shape::Word(&["census", "sample"]), CONTROL_PLAN_TABLE]),
    ),
    Field::optional("time", TEXT),
    Field::optional("may_be_empty", Shape::Boolean),
    Field::optional("rows_expected", ROWS_EXPECTED),
    Field::optional("format", Shape::Word(FORMATS)),
    Field::optional("sheet", TEXT),
    Field::optional("dialect", DIALECT),
    Field::optional("header_row", Shape::Integer(0)),
    Field::optional("columns", Shape::Ids(&COLUMN)),
    Field::optional("every_column", Shape::Boolean),
    Field::optional("layouts", Shape::List(&LAYOUT)),
    Field::optional("quantities", Shape::Ids(&QUANTITY)),
    Field::optional("stitch", STITCH),
    Field::optional("join", Shape::List(&JOIN)),
    Field::optional("mailboxes", Shape::Ids(&MAILBOX)),
    Field::optional("template", TEMPLATE),
    Field::optional("marks", MARKS),
    Field::optional("encoding", Shape::Word(Encoding::WORDS)),
    Field::optional("site", TEXT),
    Field::optional("in_force", DATE),
    Field::optional("version", TEXT),
]);

/// The header of a column, or the two whose cells are read together.
const HEADER: Shape = Shape::Either(&[TEXT, TEXTS]);

const LAYOUT: Shape = Shape::Table(&[
    Field::optional("from", DATE),
    Field::required("until", DATE),
    Field::optional("header_row", Shape::Integer(1)),
    Field::optional("headers", Shape::Ids(&HEADER)),
]);

const STITCH: Shape = Shape::Table(&[
    Field::required("key", TEXTS),
    Field::optional("repeats", Shape::Word(&["once"])),
    Field::optional(
        "segments",
        Shape::Ids(&Shape::Word(&[
            "same", "first", "last", "any", "sum", "max",
        ])),
    ),
    Field::optional("part", TEXT),
]);

const JOIN: Shape = Shape::Table(&[
    Field::required("source", TEXT),
    Field::required("key", TEXT),
    Field::optional("list_key", TEXT),
    Field::required("columns", TEXTS),
]);

/// The formats of evidence.
pub const FORMATS: &[&str] = &[
    "csv", "jsonl", "xlsx", "xls", "ods", "mail", "html", "markdown", "text",
];

const MAILBOX: Shape = Shape::Table(&[
    Field::required("addresses", TEXTS),
    Field::optional("service", TEXT),
]);

const TEMPLATE: Shape = Shape::Table(&[
    Field::required("greetings", TEXTS),
    Field::required("closings", TEXTS),
    Field::required("roles", TEXTS),
    Field::required("services", TEXTS),
    Field::required("addresses", TEXTS),
    Field::required("phones", TEXTS),
    Field::optional("abbreviations", TEXTS),
    Field::optional("attachments", TEXTS),
    Field::optional("delays", TEXTS),
    Field::optional("other_lines", TEXTS),
]);

const MARKS: Shape = Shape::Table(&[
    Field::optional("personal", TEXTS),
    Field::optional("automatic", TEXTS),
    Field::optional("acknowledgements", TEXTS),
]);

const ROWS_EXPECTED: Shape = Shape::Either(&[
    Shape::Word(&["every-open-day", "every-week"]),
    Shape::Table(&[Field::required(
        "irregular",
        Shape::Table(&[
            Field::required("reason", TEXT),
            Field::optional("decision", DECISION),
        ]),
    )]),
]);

const CONTROL_PLAN_TABLE: Shape = Shape::Table(&[Field::required("control_plan", CONTROL_PLAN)]);

const CONTROL_PLAN: Shape = Shape::Table(&[
    Field::required("size", Shape::Integer(2)),
    Field::optional("accept", Shape::Integer(0)),
    Field::required("on", DATE),
    Field::required("draw", TEXT),
    Field::optional("decision", DECISION),
]);

const DIALECT: Shape = Shape::Table(&[
    Field::optional("delimiter", Shape::Word(&[";", ",", "\t", "|"])),
    Field::optional("quote", Shape::Word(&["\"", "'"])),
    Field::optional("encoding", Shape::Word(Encoding::WORDS)),
    Field::optional("decimal", Shape::Word(&[",", "."])),
    Field::optional("groups", Shape::Word(&[" ", ".", ",", "'"])),
]);

/// The types of a column.
pub const COLUMN_TYPES: &[&str] = &[
    "date", "datetime", "duration", "integer", "category", "service", "site", "boolean", "text",
    "weight", "personal", "key",
];

const COLUMN: Shape = Shape::Table(&[
    Field::optional("header", HEADER),
    Field::optional("position", Shape::Integer(1)),
    Field::required("type", Shape::Word(COLUMN_TYPES)),
    Field::optional("format", Shape::Either(&[TEXT, TEXTS])),
    Field::optional("clock", Shape::Word(Declared::WORDS)),
    Field::optional("values", Shape::Either(&[TEXTS, Shape::Words(&TEXT)])),
    Field::optional("yes", TEXTS),
    Field::optional("no", TEXTS),
    Field::optional("nothing", TEXTS),
    Field::optional("normalise", Shape::List(&Shape::Word(Normal::WORDS))),
]);

const FROM_TO: Shape = Shape::Table(&[
    Field::required("from", TEXT),
    Field::required("to", TEXT),
    Field::optional("upper_bound", Shape::Boolean),
]);

const PLACE_AT: Shape = Shape::Table(&[
    Field::optional("site", TEXT),
    Field::optional("over", TEXT),
    Field::required("at", TEXT),
]);

const QUANTITY: Shape = Shape::Table(&[
    Field::optional("working_days", FROM_TO),
    Field::optional("calendar_days", FROM_TO),
    Field::optional("minutes", FROM_TO),
    Field::optional(
        "lateness",
        Shape::Table(&[
            Field::required("due", TEXT),
            Field::optional("arrival", TEXT),
            Field::required("start", TEXT),
        ]),
    ),
    Field::optional("open", PLACE_AT),
    Field::optional("until_closing", PLACE_AT),
    Field::optional(
        "announced_delay",
        Shape::Table(&[
            Field::required("service", TEXT),
            Field::required("on", TEXT),
        ]),
    ),
    Field::optional(
        "exceptional_period",
        Shape::Table(&[
            Field::optional("service", TEXT),
            Field::required("on", TEXT),
        ]),
    ),
]);

/// `engagements/<id>.toml`
pub const ENGAGEMENT: Shape = Shape::Table(&[
    Field::required("number", Shape::Integer(1)),
    Field::required("title", TEXT),
    Field::required("promise", TEXT),
    Field::required("theme", TEXT),
    Field::optional("channels", TEXTS),
    Field::required("owner", TEXT),
    Field::optional("services", TEXTS),
    Field::required("requirement", Shape::List(&REQUIREMENT)),
    Field::optional("finding", Shape::AnyList(&FINDING)),
    Field::optional("option", Shape::AnyList(&OPTION)),
    Field::optional("action", Shape::AnyList(&ACTION)),
    Field::optional("waiver", Shape::AnyList(&WAIVER)),
]);

/// The measures, by the key of their table.
pub const MEASURES: &[&str] = &[
    "share",
    "limit",
    "roll_call",
    "variety",
    "cadence",
    "coverage",
    "publication",
    "peaks",
];

const REQUIREMENT: Shape = Shape::Table(&[
    Field::required("id", TEXT),
    Field::required("title", TEXT),
    Field::optional("source", TEXT),
    Field::required("severity", Shape::Word(&["major", "minor"])),
    Field::optional("among", Shape::Free),
    Field::optional("each", TEXTS),
    Field::optional("by", TEXTS),
    Field::optional("min_cases", Shape::Integer(1)),
    Field::optional("close_below", Shape::Share),
    Field::optional(
        "close_above",
        Shape::Either(&[Shape::Integer(0), Shape::Text]),
    ),
    Field::optional("worse_by", Shape::Share),
    Field::optional("not_applicable", NOT_APPLICABLE),
    Field::optional("from", DATE),
    Field::optional("until", DATE),
    Field::optional("replaces", TEXT),
    Field::optional("reference", REFERENCE),
    Field::optional("decisions", DECISIONS),
    Field::optional("set_aside", Shape::AnyList(&SET_ASIDE)),
    Field::optional("share", SHARE),
    Field::optional("limit", LIMIT),
    Field::optional("roll_call", ROLL_CALL),
    Field::optional("variety", VARIETY),
    Field::optional("cadence", CADENCE),
    Field::optional("coverage", COVERAGE),
    Field::optional("publication", PUBLICATION),
    Field::optional("peaks", PEAKS),
]);

const SET_ASIDE: Shape = Shape::Table(&[
    Field::required("where", Shape::Free),
    Field::required("reason", TEXT),
    Field::optional("decision", DECISION),
]);

const SHARE: Shape = Shape::Table(&[
    Field::required("holds", Shape::Free),
    Field::optional("at_least", Shape::Share),
    Field::optional("more_than", Shape::Share),
    Field::optional("at_most", Shape::Share),
]);

const LIMIT: Shape = Shape::Table(&[
    Field::required("of", TEXT),
    Field::optional("quantile", Shape::Share),
    Field::optional("at_most", AMOUNT),
    Field::optional("less_than", AMOUNT),
]);

const ROLL_CALL: Shape = Shape::Table(&[
    Field::required("key", TEXT),
    Field::required(
        "register",
        Shape::Table(&[
            Field::required("source", TEXT),
            Field::required("key", TEXT),
            Field::optional("where", Shape::Free),
            Field::optional("version", TEXT),
        ]),
    ),
    Field::optional(
        "grace",
        Shape::Table(&[
            Field::required("since", TEXT),
            Field::required("days", Shape::Integer(0)),
        ]),
    ),
    Field::optional("at_least", Shape::Share),
    Field::optional("more_than", Shape::Share),
]);

const VARIETY: Shape = Shape::Table(&[
    Field::required("of", TEXT),
    Field::required("at_least", Shape::Integer(1)),
    Field::optional("including", TEXTS),
]);

const CADENCE: Shape = Shape::Table(&[Field::required("every_days", Shape::Integer(1))]);

const PLACES: Shape = Shape::Either(&[TEXT, TEXTS]);

const COVERAGE: Shape = Shape::Table(&[
    Field::required("from", TEXT),
    Field::optional("to", TEXT),
    Field::optional("lasting", TEXT),
    Field::optional("on", TEXT),
    Field::optional("site", TEXT),
    Field::optional("over", PLACES),
    Field::optional("longest", TEXT),
    Field::optional("also", Shape::AnyList(&COVERAGE_ALSO)),
    Field::optional("at_least", Shape::Share),
    Field::optional("more_than", Shape::Share),
]);

const COVERAGE_ALSO: Shape = Shape::Table(&[
    Field::required("source", TEXT),
    Field::required("from", TEXT),
    Field::optional("to", TEXT),
    Field::optional("lasting", TEXT),
    Field::optional("on", TEXT),
    Field::optional("site", TEXT),
    Field::optional("over", PLACES),
    Field::optional("longest", TEXT),
    Field::optional("where", Shape::Free),
]);
