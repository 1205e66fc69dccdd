//! From when and until when a requirement is in force, in words.

use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::scorecard::card::{DatedCard, EngagementCard, RequirementCard};

/// The days.
pub fn days(messages: &Messages, card: &DatedCard) -> String {
    let date = |date: Option<chrono::NaiveDate>| date.map(|date| messages.date(date));
    let kind = match (card.from, card.until) {
        (Some(_), Some(_)) => "both",
        (Some(_), None) => "from",
        (None, Some(_)) => "until",
        (None, None) => "always",
    };
    let args = [
        ("kind", Value::from(kind)),
        ("from", date(card.from).unwrap_or_default().into()),
        ("until", date(card.until).unwrap_or_default().into()),
        ("judged", usize::from(card.judged).into()),
    ];
    messages.text("dated-days", &args)
}

/// The requirement that another one of the engagement replaces.
pub fn replaced<'a>(
    card: &RequirementCard,
    engagement: &'a EngagementCard,
) -> Option<&'a RequirementCard> {
    let id = card.dated.as_ref()?.replaces.as_ref()?;
    engagement.requirements.iter().find(|other| other.id == *id)
}

/// What changes in an engagement, and when: « À partir du … : … ». A requirement that another one replaces is named there.
pub fn changes(messages: &Messages, engagement: &EngagementCard) -> Vec<String> {
    let replaced_by_another = |card: &RequirementCard| {
        let mut others = engagement.requirements.iter();
        others.any(|other| {
            let dated = other.dated.as_ref();
            dated.is_some_and(|dated| dated.replaces.as_ref() == Some(&card.id))
        })
    };
    let said = engagement.requirements.iter().filter_map(|card| {
        let dated = card.dated.as_ref()?;
        let before = replaced(card, engagement);
        let kind = match (dated.from, dated.until, before) {
            (Some(_), None, Some(_)) => "replaces",
            (Some(_), Some(_), Some(_)) => "replaces-until",
            (Some(_), None, None) => "from",
            (Some(_), Some(_), None) => "both",
            (None, _, _) if replaced_by_another(card) => return None,
            (None, _, _) => "until",
        };
        let date = |date: Option<chrono::NaiveDate>| date.map(|date| messages.date(date));
        let args = [
            ("kind", Value::from(kind)),
            ("from", date(dated.from).unwrap_or_default().into()),
            ("until", date(dated.until).unwrap_or_default().into()),
            ("title", Value::from(&card.title)),
            (
                "before",
                before
                    .map_or_else(String::new, |before| before.title.clone())
                    .into(),
            ),
        ];
        Some(messages.text("dated-change", &args))
    });
    said.collect()
}
