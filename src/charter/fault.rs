//! The kinds of fault a charter folder can have. Their words are in the catalogue, under the same names.

use crate::diagnostic::Code;

// The text itself.

/// A fault of syntax without a more precise name.
pub const SYNTAX: Code = Code::new("charter-syntax");
/// `1,5`: TOML writes numbers with a point, shares as texts.
pub const DECIMAL_COMMA: Code = Code::new("charter-decimal-comma");
/// A key that stands twice.
pub const DUPLICATE_KEY: Code = Code::new("charter-duplicate-key");
/// A text without its quotes.
pub const TEXT_QUOTES: Code = Code::new("charter-text-quotes");
/// `key =` and nothing.
pub const MISSING_VALUE: Code = Code::new("charter-missing-value");
/// A day that is in no calendar.
pub const IMPOSSIBLE_DATE: Code = Code::new("charter-impossible-date");
/// A key with letters that need quotes.
pub const KEY_CHARACTERS: Code = Code::new("charter-key-characters");
/// Two elements without a comma between them.
pub const MISSING_COMMA: Code = Code::new("charter-missing-comma");
/// A bracket or brace that is not closed.
pub const UNCLOSED: Code = Code::new("charter-unclosed");
/// A text whose quotes are not closed.
pub const UNCLOSED_QUOTE: Code = Code::new("charter-unclosed-quote");
/// A day that is not written `2026-05-31`.
pub const DATE_FORM: Code = Code::new("charter-date-form");
/// `True`, `vrai`: TOML has `true` and `false` only.
pub const BOOLEAN_WORD: Code = Code::new("charter-boolean-word");
/// A name without `=` after it.
pub const MISSING_EQUALS: Code = Code::new("charter-missing-equals");
/// Something after a value on its line.
pub const AFTER_VALUE: Code = Code::new("charter-after-value");
/// `\`, which has a meaning of its own in texts and is no separator of paths.
pub const BACKSLASH: Code = Code::new("charter-backslash");
/// The title of a block without its closing brackets.
pub const TITLE_BRACKETS: Code = Code::new("charter-title-brackets");
/// A number that starts with a zero.
pub const LEADING_ZERO: Code = Code::new("charter-leading-zero");
/// A number too large.
pub const NUMBER_RANGE: Code = Code::new("charter-number-range");

// Keys and types.

/// A key that no document has here.
pub const UNKNOWN_KEY: Code = Code::new("charter-unknown-key");
/// A key that must be there.
pub const MISSING_KEY: Code = Code::new("charter-missing-key");
/// A value of another type.
pub const WRONG_TYPE: Code = Code::new("charter-wrong-type");
/// A text or list with nothing in it.
pub const EMPTY_TEXT: Code = Code::new("charter-empty");
/// A number under its least value.
pub const NUMBER_TOO_SMALL: Code = Code::new("charter-number-too-small");
/// A share that cannot be read.
pub const RATIO: Code = Code::new("charter-share");
/// A share written as a number with a point.
pub const FRACTION: Code = Code::new("charter-share-number");
/// A word that is none of those expected.
pub const UNKNOWN_WORD: Code = Code::new("charter-unknown-word");
/// An id with other characters than ids have.
pub const BAD_ID: Code = Code::new("charter-bad-id");

// The folder.

/// A file that every charter has is not there.
pub const MISSING_FILE: Code = Code::new("charter-missing-file");
/// No engagement at all.
pub const NO_ENGAGEMENT: Code = Code::new("charter-no-engagement");
/// A file that is not UTF-8.
pub const NOT_UTF8: Code = Code::new("charter-not-utf8");
/// A file name that is no id.
pub const BAD_FILE_NAME: Code = Code::new("charter-bad-file-name");

// Dates and hours.

/// An end before its start.
pub const DATES_REVERSED: Code = Code::new("charter-dates-reversed");
/// Neither one day nor two ends, or both.
pub const DAY_OR_RANGE: Code = Code::new("charter-day-or-range");
/// Two announced delays of one service on one day.
pub const OVERLAPPING_DELAYS: Code = Code::new("charter-overlapping-delays");
/// An announced delay above the ceiling of 45 working days.
pub const DELAY_ABOVE_CEILING: Code = Code::new("charter-delay-above-ceiling");

// Names.

/// An id or number that stands twice.
pub const DUPLICATE_ID: Code = Code::new("charter-duplicate-id");
/// A service that the charter does not declare.
pub const UNKNOWN_SERVICE: Code = Code::new("charter-unknown-service");
/// A site that the charter does not declare.
pub const UNKNOWN_SITE: Code = Code::new("charter-unknown-site");
/// A source that the charter does not declare.
pub const UNKNOWN_SOURCE: Code = Code::new("charter-unknown-source");
/// A column or quantity that the source does not declare.
pub const UNKNOWN_NAME: Code = Code::new("charter-unknown-name");
/// A requirement that the charter does not declare.
pub const UNKNOWN_REQUIREMENT: Code = Code::new("charter-unknown-requirement");
/// A value that the category does not declare.
pub const UNKNOWN_VALUE: Code = Code::new("charter-unknown-value");

// Sources.

/// A column setting that its type does not have.
pub const SETTING_OF_TYPE: Code = Code::new("charter-setting-of-type");
/// A column type without the setting that it needs.
pub const TYPE_NEEDS: Code = Code::new("charter-type-needs");
/// A word that stands for two values.
pub const WORD_TWICE: Code = Code::new("charter-word-twice");
/// A column with a position in a file that has a header.
pub const POSITION_UNDER_HEADER: Code = Code::new("charter-position-under-header");
/// A column without a position in a file that has no header.
pub const POSITION_MISSING: Code = Code::new("charter-position-missing");
/// A column with a header in a file that has none.
pub const HEADER_OF_HEADERLESS: Code = Code::new("charter-header-of-headerless");
/// A column of one, or of three headers, written as a list.
pub const HEADERS_TWO: Code = Code::new("charter-headers-two");
/// An earlier layout of, or as, a file without header.
pub const LAYOUT_HEADERLESS: Code = Code::new("charter-layout-headerless");
/// Two columns of one header.
pub const HEADER_TWICE: Code = Code::new("charter-header-twice");
/// A quantity of no kind or of several.
pub const ONE_QUANTITY: Code = Code::new("charter-one-quantity");
/// A column of another type than is needed here.
pub const COLUMN_TYPE: Code = Code::new("charter-column-type");
/// More than one column of weights or of services.
pub const ONE_COLUMN: Code = Code::new("charter-one-column");
/// A path that leaves the charter's root.
pub const OUTSIDE_ROOT: Code = Code::new("charter-outside-root");
/// A path with `\\` or an invisible character.
pub const PATH_CHARACTERS: Code = Code::new("charter-path-characters");
/// A source that no requirement uses.
pub const UNUSED_SOURCE: Code = Code::new("charter-unused-source");
/// A control plan dated after the collection.
pub const PLAN_AFTER_COLLECTION: Code = Code::new("charter-plan-after-collection");
/// A control plan that accepts as many failures as it draws cases.
pub const PLAN_ACCEPTS_ALL: Code = Code::new("charter-plan-accepts-all");

/// Expected days of a source that is no complete log.
pub const EXPECTED_OF_LOG: Code = Code::new("charter-expected-of-log");
/// A dated human statement without end.
pub const ATTESTATION_LAPSES: Code = Code::new("charter-attestation-lapses");
/// The decimal sign of numbers is that between their groups of digits too.
pub const DECIMAL_AND_GROUPS: Code = Code::new("charter-decimal-and-groups");
/// A setting that the format of the files does not have.
pub const SETTING_OF_FORMAT: Code = Code::new("charter-setting-of-format");
/// An address of a mailbox that is none.
pub const MAIL_ADDRESS: Code = Code::new("charter-mail-address");
/// A telephone number that is none.
pub const PHONE: Code = Code::new("charter-phone");
/// A wording without letter or digit.
pub const NO_WORD: Code = Code::new("charter-no-word");

/// Rows brought together in no way, or in two.
pub const STITCH_ONE_WAY: Code = Code::new("charter-stitch-one-way");
/// A way to merge cells that their type does not have.
pub const MERGE_RULE: Code = Code::new("charter-merge-rule");
/// A list that is the source itself, or that takes columns of another list.
pub const LIST_OF_LIST: Code = Code::new("charter-list-of-list");
/// Two key columns to be compared that write identifiers in different forms.
pub const NORMALISE_DIFFERS: Code = Code::new("charter-normalise-differs");

// Requirements.

/// No measure, or several.
pub const ONE_MEASURE: Code = Code::new("charter-one-measure");
/// A measured requirement without source.
pub const SOURCE_NEEDED: Code = Code::new("charter-source-needed");
/// No target, or several.
pub const ONE_TARGET: Code = Code::new("charter-one-target");
/// A target that everything reaches or nothing can.
pub const EMPTY_TARGET: Code = Code::new("charter-empty-target");
/// A 100 % target on a plain sample.
pub const WHOLE_ON_SAMPLE: Code = Code::new("charter-whole-on-sample");
/// A "point sensible" limit that is no stricter than the target.
pub const CLOSE_NOT_STRICTER: Code = Code::new("charter-close-not-stricter");
/// A "point sensible" limit that the measure does not have.
pub const CLOSE_OF_MEASURE: Code = Code::new("charter-close-of-measure");
/// Groups to be judged each by a control plan, which fixes the size of the whole only.
pub const EACH_ON_PLAN: Code = Code::new("charter-each-on-plan");
/// `min_cases` without `each`.
pub const MIN_CASES_WITHOUT_EACH: Code = Code::new("charter-min-cases-without-each");
/// A condition that is no table.
pub const CONDITION_TABLE: Code = Code::new("charter-condition-table");
/// A condition without any part.
pub const CONDITION_EMPTY: Code = Code::new("charter-condition-empty");
/// A comparison that a value of this type does not have.
pub const COMPARISON_OF_TYPE: Code = Code::new("charter-comparison-of-type");
/// A value of another unit.
pub const OPERAND_UNIT: Code = Code::new("charter-operand-unit");
/// A duration that cannot be read.
pub const DURATION: Code = Code::new("charter-duration");
/// A source without time column where one is needed.
pub const TIME_NEEDED: Code = Code::new("charter-time-needed");
/// More distinct values asked for than are declared.
pub const VARIETY_TOO_LARGE: Code = Code::new("charter-variety-too-large");
/// A measure that does not take weights.
pub const WEIGHT_OF_MEASURE: Code = Code::new("charter-weight-of-measure");
/// A measure or proof that do not go together.
pub const PROOF_OF_MEASURE: Code = Code::new("charter-proof-of-measure");
/// Opening hours of no place.
pub const PLACE_NEEDED: Code = Code::new("charter-place-needed");
/// A place given both by a column and by its id.
pub const PLACE_TWICE: Code = Code::new("charter-place-twice");
/// Intervals without an end, or with two.
pub const ONE_END: Code = Code::new("charter-one-end");
/// A document that is said not to exist, and has files.
pub const FILES_OR_ABSENT: Code = Code::new("charter-files-or-absent");
/// The statement that a document does not exist, dated after the collection.
pub const ABSENT_AFTER_COLLECTION: Code = Code::new("charter-absent-after-collection");
/// A source of a publication other than the documents of `on`.
pub const SOURCE_OF_PUBLICATION: Code = Code::new("charter-source-of-publication");
/// A source that is no page where a document is needed.
pub const PAGE_NEEDED: Code = Code::new("charter-page-needed");
/// A publication that asks nothing of its documents.
pub const NOTHING_ASKED: Code = Code::new("charter-nothing-asked");
/// Something that documents should say, of which the charter declares nothing.
pub const NOTHING_TO_SAY: Code = Code::new("charter-nothing-to-say");
/// Groups of a coverage other than its places.
pub const GROUPS_OF_COVERAGE: Code = Code::new("charter-groups-of-coverage");
/// Peaks split into groups.
pub const PEAKS_GROUPS: Code = Code::new("charter-peaks-groups");
/// A slot that is none of those a day is cut into.
pub const PEAKS_SLOT: Code = Code::new("charter-peaks-slot");
/// A source that counts calls, without the length of its steps.
pub const PEAKS_STEP: Code = Code::new("charter-peaks-step");
/// A threshold that no peak, or no quiet hour, can have.
pub const PEAKS_THRESHOLD: Code = Code::new("charter-peaks-threshold");
/// Calls that take no time.
pub const PEAKS_HANDLING: Code = Code::new("charter-peaks-handling");
/// Published peaks that hold for a part of the year.
pub const PEAKS_SEASONAL: Code = Code::new("charter-peaks-seasonal");
/// Published peaks at hours at which the line is closed.
pub const PEAKS_CLOSED: Code = Code::new("charter-peaks-closed");
/// A declared peak without `measure_before`, or another one with it.
pub const PEAK_DEADLINE: Code = Code::new("charter-peak-deadline");
/// A value of a register's column that is no version of the support.
pub const UNKNOWN_SUPPORT: Code = Code::new("charter-unknown-support");
/// A version of the support that a register's column cannot name.
pub const SUPPORT_NOT_READ: Code = Code::new("charter-support-not-read");
/// Two versions of the support from the same day.
pub const SUPPORT_SAME_DAY: Code = Code::new("charter-support-same-day");
/// Days of grace after a version that asks nothing of anyone.
pub const GRACE_WITHOUT_RESET: Code = Code::new("charter-grace-without-reset");
/// An objection reviewed by the one who made it.
pub const SELF_REVIEWED: Code = Code::new("charter-self-reviewed");
/// A corrected row without `counts_as`, or a confirmed one with it.
pub const COUNTS_AS: Code = Code::new("charter-counts-as");
/// A digest that is no SHA-256.
pub const OBJECTION_DIGEST: Code = Code::new("charter-objection-digest");
/// A file that the source does not have.
pub const OBJECTION_FILE: Code = Code::new("charter-objection-file");
/// A source whose rows the requirement does not judge.
pub const OBJECTION_SOURCE: Code = Code::new("charter-objection-source");
/// A requirement whose rows cannot be ruled on in this way.
pub const OBJECTION_MEASURE: Code = Code::new("charter-objection-measure");
/// Two objections to one row for one requirement.
pub const OBJECTION_TWICE: Code = Code::new("charter-objection-twice");
/// A bound in words that the measure does not have.
pub const BOUND_OF_MEASURE: Code = Code::new("charter-bound-of-measure");
/// A decision on something that the requirement does not leave to one.
pub const DECISION_OF_NOTHING: Code = Code::new("charter-decision-of-nothing");
/// A requirement that begins before the one that it replaces has ended.
pub const REPLACES_DATES: Code = Code::new("charter-replaces-dates");
/// A rejected option that does not say why.
pub const OPTION_WHY: Code = Code::new("charter-option-why");
/// What only an action that is done has.
pub const ACTION_NOT_DONE: Code = Code::new("charter-action-not-done");
/// A ceiling that asks for no less than the target.
pub const CEILING_NOT_LAXER: Code = Code::new("charter-ceiling-not-laxer");
/// A ceiling beside a control plan, which fixes by itself how many failures it accepts.
pub const CEILING_ON_PLAN: Code = Code::new("charter-ceiling-on-plan");
/// A waiver longer than the charter allows.
pub const WAIVER_TOO_LONG: Code = Code::new("charter-waiver-too-long");
/// A waiver approved by its author.
pub const SELF_APPROVED: Code = Code::new("charter-self-approved");

/// The faults of syntax: others on the same line only follow from them.
pub const SYNTACTIC: &[Code] = &[
    SYNTAX,
    DECIMAL_COMMA,
    DUPLICATE_KEY,
    TEXT_QUOTES,
    MISSING_VALUE,
    IMPOSSIBLE_DATE,
    KEY_CHARACTERS,
    MISSING_COMMA,
    UNCLOSED,
    UNCLOSED_QUOTE,
    DATE_FORM,
    BOOLEAN_WORD,
    MISSING_EQUALS,
    AFTER_VALUE,
    LEADING_ZERO,
    BACKSLASH,
    TITLE_BRACKETS,
];

/// The faults of syntax after which keys may be missing that the writer did write.
pub const STRUCTURAL: &[Code] = &[
    SYNTAX,
    KEY_CHARACTERS,
    MISSING_COMMA,
    MISSING_EQUALS,
    UNCLOSED,
    UNCLOSED_QUOTE,
    TITLE_BRACKETS,
];

/// The faults of syntax after which nothing more can be said about the document.
pub const SWALLOWING: &[Code] = &[UNCLOSED, TITLE_BRACKETS];

/// The faults that say that something is not there.
pub const ABSENCES: &[Code] = &[
    MISSING_KEY,
    TYPE_NEEDS,
    ONE_QUANTITY,
    DAY_OR_RANGE,
    ONE_MEASURE,
    ONE_TARGET,
    ONE_END,
    PLACE_NEEDED,
    PEAKS_STEP,
    SOURCE_NEEDED,
    MIN_CASES_WITHOUT_EACH,
    UNKNOWN_REQUIREMENT,
    ATTESTATION_LAPSES,
    STITCH_ONE_WAY,
];
