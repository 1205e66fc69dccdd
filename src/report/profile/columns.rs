//! The columns in words: what each probably is, and what a person should look at.

use super::Saying;
use crate::diagnostic::Value;
use crate::evidence::profile::{
    ColumnDoubt, ColumnProfile, DayOrMonth, EncodingReason, Group, Guess, Judged, Nothing,
    NothingReason, PersonalReason, Trace,
};

/// How many values of a category are told one by one.
const VALUES: usize = 12;

/// The message of a reason for an encoding.
pub(super) const fn encoding_key(reason: EncodingReason) -> &'static str {
    match reason {
        EncodingReason::Mark => "profile-encoding-mark",
        EncodingReason::Ascii => "profile-encoding-ascii",
        EncodingReason::WellFormed => "profile-encoding-well-formed",
        EncodingReason::Zeros => "profile-encoding-zeros",
        EncodingReason::Letters => "profile-encoding-letters",
        EncodingReason::LettersEither => "profile-encoding-letters-either",
    }
}

const fn trace_key(trace: Trace) -> &'static str {
    match trace {
        Trace::Email => "profile-trace-email",
        Trace::Phone => "profile-trace-phone",
        Trace::Nir => "profile-trace-nir",
        Trace::Iban => "profile-trace-iban",
        Trace::Address => "profile-trace-address",
        Trace::Name => "profile-trace-name",
    }
}

/// One line a column.
pub(super) fn lines(saying: Saying<'_>, group: &Group) -> Vec<String> {
    let of = |(position, column): (usize, &ColumnProfile)| {
        let args = [
            ("number", Value::from(position.saturating_add(1))),
            ("column", saying.column(group, position).into()),
            ("kind", kind(saying, &column.judged).into()),
            ("empty", column.empty.into()),
            ("rows", column.rows.into()),
        ];
        let named = saying.open && !column.name.is_empty();
        saying.text(
            if named {
                "profile-line-named"
            } else {
                "profile-line"
            },
            &args,
        )
    };
    group.columns.iter().enumerate().map(of).collect()
}

fn kind(saying: Saying<'_>, judged: &Judged) -> String {
    let plain = |key: &str| saying.text(key, &[]);
    let notation = |key: &str, notation: &String| {
        let others = judged.others.iter().map(|(other, _)| other.as_str());
        let all: Vec<&str> = std::iter::once(notation.as_str()).chain(others).collect();
        saying.text(key, &[("notation", all.join(", ").into())])
    };
    match &judged.guess {
        Guess::Empty => plain("profile-kind-empty"),
        Guess::Personal(reasons) => {
            let reasons: Vec<String> = reasons
                .iter()
                .map(|reason| personal(saying, *reason))
                .collect();
            saying.text(
                "profile-kind-personal",
                &[("reasons", reasons.join(", ").into())],
            )
        }
        Guess::Key => plain("profile-kind-key"),
        Guess::Boolean { yes, no } if saying.open => saying.text(
            "profile-kind-boolean",
            &[("yes", yes.join(", ").into()), ("no", no.join(", ").into())],
        ),
        Guess::Boolean { .. } => plain("profile-kind-boolean-closed"),
        Guess::Date(written) => notation("profile-kind-date", written),
        Guess::DateTime(written) => notation("profile-kind-datetime", written),
        Guess::Duration(unit) if unit == "seconds" => plain("profile-kind-seconds"),
        Guess::Duration(unit) if unit == "minutes" => plain("profile-kind-minutes"),
        Guess::Duration(written) => notation("profile-kind-duration", written),
        Guess::DayOrMonth(_) => plain("profile-kind-day-or-month"),
        Guess::HoursOrMinutes => plain("profile-kind-hours-or-minutes"),
        Guess::WhichClock(written) => notation("profile-kind-which-clock", written),
        Guess::Integer => plain("profile-kind-integer"),
        Guess::Weight => plain("profile-kind-weight"),
        Guess::Category(values) => category(saying, values),
        Guess::Text => plain("profile-kind-text"),
    }
}

fn category(saying: Saying<'_>, values: &[(String, u64)]) -> String {
    let count = Value::from(values.len());
    if !saying.open {
        return saying.text("profile-kind-category-closed", &[("count", count)]);
    }
    let shown = values.iter().take(VALUES).map(|(value, count)| {
        let args = [("value", Value::from(value)), ("count", (*count).into())];
        saying.text("profile-value", &args)
    });
    let mut shown: Vec<String> = shown.collect();
    if values.len() > VALUES {
        shown.push("…".to_owned());
    }
    let args = [("count", count), ("values", shown.join(", ").into())];
    saying.text("profile-kind-category", &args)
}

fn personal(saying: Saying<'_>, reason: PersonalReason) -> String {
    match reason {
        PersonalReason::Header => saying.text("profile-personal-header", &[]),
        PersonalReason::Cells(trace, count) => traces(saying, trace, count),
    }
}

fn traces(saying: Saying<'_>, trace: Trace, count: u64) -> String {
    saying.text(trace_key(trace), &[("count", count.into())])
}

/// What a person should look at, column by column.
pub(super) fn doubts(saying: Saying<'_>, group: &Group) -> Vec<String> {
    let mut lines = Vec::new();
    for (position, column) in group.columns.iter().enumerate() {
        let name = saying.column(group, position);
        for text in of_column(saying, group, column) {
            let args = [("column", Value::from(&name)), ("text", text.into())];
            lines.push(saying.text("profile-doubt", &args));
        }
    }
    lines
}

/// The doubts about one column.
pub(super) fn of_column(saying: Saying<'_>, group: &Group, column: &ColumnProfile) -> Vec<String> {
    let mut lines = Vec::new();
    match &column.judged.guess {
        Guess::DayOrMonth(doubt) => lines.extend(day_or_month(saying, group, doubt)),
        Guess::HoursOrMinutes => lines.push(saying.text("profile-doubt-hours-or-minutes", &[])),
        Guess::WhichClock(_) => lines.push(saying.text("profile-doubt-which-clock", &[])),
        _ => {}
    }
    let others = column.judged.others.iter().map(|(notation, count)| {
        let args = [
            ("notation", Value::from(notation)),
            ("count", (*count).into()),
        ];
        saying.text("profile-doubt-other-notation", &args)
    });
    lines.extend(others);
    lines.extend(
        column
            .judged
            .nothing
            .iter()
            .map(|word| nothing(saying, word)),
    );
    lines.extend(
        column
            .judged
            .doubts
            .iter()
            .map(|doubt| of_doubt(saying, doubt)),
    );
    lines
}

fn day_or_month(saying: Saying<'_>, group: &Group, doubt: &DayOrMonth) -> Vec<String> {
    let [first, second] = &doubt.candidates;
    let candidates = [("first", Value::from(first)), ("second", second.into())];
    let mut lines = vec![saying.text("profile-doubt-day-or-month", &candidates)];
    for (column, notation) in &doubt.settled_by {
        let args = [
            ("column", Value::from(saying.column(group, *column))),
            ("notation", notation.into()),
        ];
        lines.push(saying.text("profile-doubt-settled-by", &args));
    }
    for (key, counts) in [
        ("profile-doubt-descents", doubt.descents),
        ("profile-doubt-weekends", doubt.weekends),
    ] {
        let [one, two] = counts;
        if one != two {
            let args = [
                ("first", Value::from(first)),
                ("second", second.into()),
                ("one", one.into()),
                ("two", two.into()),
            ];
            lines.push(saying.text(key, &args));
        }
    }
    lines
}

fn nothing(saying: Saying<'_>, word: &Nothing) -> String {
    let key = match (word.reason, saying.open) {
        (NothingReason::Word, true) => "profile-nothing-word",
        (NothingReason::Frequent, true) => "profile-nothing-frequent",
        (NothingReason::Word, false) => "profile-nothing-word-closed",
        (NothingReason::Frequent, false) => "profile-nothing-frequent-closed",
    };
    let args = [
        ("value", Value::from(&word.value)),
        ("count", word.count.into()),
    ];
    saying.text(key, &args)
}

fn of_doubt(saying: Saying<'_>, doubt: &ColumnDoubt) -> String {
    let counted = |key: &str, count: u64| saying.text(key, &[("count", count.into())]);
    match doubt {
        ColumnDoubt::Misfits(count) => counted("profile-doubt-misfits", *count),
        ColumnDoubt::Undecodable(count) => counted("profile-doubt-undecodable", *count),
        ColumnDoubt::OtherNotation(notation, count) => saying.text(
            "profile-doubt-other-notation",
            &[("notation", notation.into()), ("count", (*count).into())],
        ),
        ColumnDoubt::Traces(trace, count) => {
            let text = traces(saying, *trace, *count);
            saying.text("profile-doubt-traces", &[("text", text.into())])
        }
        ColumnDoubt::Alike(one, other) if saying.open => saying.text(
            "profile-doubt-alike",
            &[("one", one.into()), ("other", other.into())],
        ),
        ColumnDoubt::Alike(..) => saying.text("profile-doubt-alike-closed", &[]),
        ColumnDoubt::Rare(count) => counted("profile-doubt-rare", *count),
        ColumnDoubt::Decimals(count) => counted("profile-doubt-decimals", *count),
        ColumnDoubt::ZeroOne => saying.text("profile-doubt-zero-one", &[]),
        ColumnDoubt::NearlyUnique(count) => counted("profile-doubt-nearly-unique", *count),
        ColumnDoubt::TimeOfDay => saying.text("profile-doubt-time-of-day", &[]),
        ColumnDoubt::MayBeWeight => saying.text("profile-doubt-weight", &[]),
        ColumnDoubt::FreeText => saying.text("profile-doubt-free-text", &[]),
    }
}
