//! Everything a person reads: one catalogue per language, with numbers and dates as that language writes them.
//!
//! Invariant: both catalogues have the same keys; the language comes from the call or the charter, never from the locale.

use crate::diagnostic::Value;
use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// Reads `fr` or `en`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == text)
    }

    /// The language tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The catalogue's files, by area.
    pub const fn sources(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Fr => &FR,
            Self::En => &EN,
        }
    }
}

macro_rules! catalogue {
    ($lang:literal) => {
        [
            (
                "anonymise",
                include_str!(concat!("messages/", $lang, "/anonymise.ftl")),
            ),
            (
                "calendar",
                include_str!(concat!("messages/", $lang, "/calendar.ftl")),
            ),
            (
                "charter",
                include_str!(concat!("messages/", $lang, "/charter.ftl")),
            ),
            ("cli", include_str!(concat!("messages/", $lang, "/cli.ftl"))),
            (
                "coverage",
                include_str!(concat!("messages/", $lang, "/coverage.ftl")),
            ),
            (
                "evidence",
                include_str!(concat!("messages/", $lang, "/evidence.ftl")),
            ),
            (
                "follow_up",
                include_str!(concat!("messages/", $lang, "/follow_up.ftl")),
            ),
            (
                "mail",
                include_str!(concat!("messages/", $lang, "/mail.ftl")),
            ),
            (
                "peaks",
                include_str!(concat!("messages/", $lang, "/peaks.ftl")),
            ),
            (
                "profile",
                include_str!(concat!("messages/", $lang, "/profile.ftl")),
            ),
            (
                "publication",
                include_str!(concat!("messages/", $lang, "/publication.ftl")),
            ),
            (
                "publish",
                include_str!(concat!("messages/", $lang, "/publish.ftl")),
            ),
            (
                "review",
                include_str!(concat!("messages/", $lang, "/review.ftl")),
            ),
            (
                "schema",
                include_str!(concat!("messages/", $lang, "/schema.ftl")),
            ),
            (
                "scorecard",
                include_str!(concat!("messages/", $lang, "/scorecard.ftl")),
            ),
            (
                "workbook",
                include_str!(concat!("messages/", $lang, "/workbook.ftl")),
            ),
        ]
    };
}

static FR: [(&str, &str); 16] = catalogue!("fr");
static EN: [(&str, &str); 16] = catalogue!("en");

/// The message catalogue of one language.
pub struct Messages {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Messages")
            .field("lang", &self.lang)
            .finish()
    }
}

impl Messages {
    /// Loads the catalogue of a language.
    pub fn new(lang: Lang) -> Self {
        let tag = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Fr => |value, _| format_number(value, Lang::Fr),
            Lang::En => |value, _| format_number(value, Lang::En),
        }));
        for (_, text) in lang.sources() {
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The catalogue's language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether the catalogue has a message.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The text of a message; its key in brackets if the catalogue lacks it (a test forbids that).
    pub fn text(&self, key: &str, args: &[(&str, Value)]) -> String {
        self.resolve(key, None, args)
            .unwrap_or_else(|| format!("[{key}]"))
    }

    /// The text of a message without arguments.
    pub fn plain(&self, key: &str) -> String {
        self.text(key, &[])
    }

    /// An attribute of a message (`help`, `label`), if there is one.
    pub fn attribute(&self, key: &str, attribute: &str, args: &[(&str, Value)]) -> Option<String> {
        self.resolve(key, Some(attribute), args)
    }

    fn resolve(
        &self,
        key: &str,
        attribute: Option<&str>,
        args: &[(&str, Value)],
    ) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(attribute) => message.get_attribute(attribute)?.value(),
        };
        let mut named = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value {
                Value::Text(text) => named.set(*name, FluentValue::from(text.as_str())),
                Value::Number(number) => named.set(*name, FluentValue::from(*number)),
            }
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&named), &mut errors);
        Some(text.into_owned())
    }

    /// A whole number with its groups of thousands.
    pub fn number(&self, number: u64) -> String {
        group(&number.to_string(), self.lang)
    }

    /// Thousandths as a percentage with at most one decimal: 936 → `93,6 %`.
    pub fn percent(&self, per_mille: u64) -> String {
        let units = self.number(per_mille / 10);
        let tenths = per_mille % 10;
        match (self.lang, tenths) {
            (Lang::Fr, 0) => format!("{units}\u{202f}%"),
            (Lang::Fr, _) => format!("{units},{tenths}\u{202f}%"),
            (Lang::En, 0) => format!("{units}%"),
            (Lang::En, _) => format!("{units}.{tenths}%"),
        }
    }

    /// A date in full: `1er juillet 2026`, `1 July 2026`.
    pub fn date(&self, date: NaiveDate) -> String {
        let month = self.plain(&format!("calendar-month-{}", date.month()));
        match (self.lang, date.day()) {
            (Lang::Fr, 1) => format!("1er {month} {}", date.year()),
            (_, day) => format!("{day} {month} {}", date.year()),
        }
    }

    /// A duration in the largest units that keep it exact: `1 h 05 min`, `15 min`, `15 min 30 s`.
    pub fn duration(&self, seconds: i64) -> String {
        let sign = if seconds < 0 { "−" } else { "" };
        let total = seconds.unsigned_abs();
        let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60);
        let mut parts = Vec::new();
        if hours > 0 {
            parts.push(format!("{hours}\u{a0}h"));
        }
        match (hours, minutes) {
            (0, 0) => {}
            (0, _) => parts.push(format!("{minutes}\u{a0}min")),
            (_, 0) if rest == 0 => {}
            _ => parts.push(format!("{minutes:02}\u{a0}min")),
        }
        if rest > 0 || parts.is_empty() {
            parts.push(format!("{rest}\u{a0}s"));
        }
        format!("{sign}{}", parts.join("\u{a0}"))
    }
}

fn format_number(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(group(&number.as_string(), lang)),
        _ => None,
    }
}

/// Puts the language's separator between groups of three digits.
fn group(digits: &str, lang: Lang) -> String {
    let separator = match lang {
        Lang::Fr => '\u{202f}',
        Lang::En => ',',
    };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(index);
        if index > 0 && left.is_multiple_of(3) && !out.ends_with('-') {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_numbers_as_each_language_does() {
        let (fr, en) = (Messages::new(Lang::Fr), Messages::new(Lang::En));
        assert_eq!(fr.number(12_345), "12\u{202f}345");
        assert_eq!(en.number(1_234_567), "1,234,567");
        assert_eq!(fr.number(999), "999");
        assert_eq!(fr.percent(936), "93,6\u{202f}%");
        assert_eq!(en.percent(900), "90%");
        assert_eq!(group("-1234", Lang::En), "-1,234");
        assert_eq!(group("-123", Lang::En), "-123");
    }

    #[test]
    fn writes_dates_and_durations() {
        let (fr, en) = (Messages::new(Lang::Fr), Messages::new(Lang::En));
        let day = NaiveDate::from_ymd_opt(2026, 7, 1).expect("a day");
        assert_eq!(fr.date(day), "1er juillet 2026");
        assert_eq!(en.date(day), "1 July 2026");
        for (seconds, text) in [
            (0, "0\u{a0}s"),
            (930, "15\u{a0}min\u{a0}30\u{a0}s"),
            (900, "15\u{a0}min"),
            (3600, "1\u{a0}h"),
            (3900, "1\u{a0}h\u{a0}05\u{a0}min"),
            (3605, "1\u{a0}h\u{a0}00\u{a0}min\u{a0}5\u{a0}s"),
            (-60, "−1\u{a0}min"),
        ] {
            assert_eq!(fr.duration(seconds), text);
        }
    }
}
