//! What documents fail to say, in words.
//!
//! Invariant: a sentence names the document's source and things of the charter, and nothing of the document's text.

use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::scorecard::card::{MeasuredCard, StatementCard};

/// The first things that are not said, or perhaps not, and how many there are beyond.
pub fn statements(messages: &Messages, card: &MeasuredCard, most: usize) -> Vec<String> {
    let lacking = || {
        let all = card.statements.iter();
        all.filter(|statement| statement.state != "holds")
    };
    let mut lines: Vec<String> = lacking()
        .take(most)
        .map(|statement| sentence(messages, statement))
        .collect();
    let beyond = lacking().count().saturating_sub(most);
    if beyond > 0 {
        lines.push(messages.text("coverage-gaps-more", &[("count", beyond.into())]));
    }
    lines
}

/// The key of the title above what a requirement lacks.
pub fn gaps_title(card: &MeasuredCard) -> &'static str {
    if card.statements.is_empty() {
        "publish-gaps-coverage"
    } else {
        "publish-gaps-publication"
    }
}

fn sentence(messages: &Messages, card: &StatementCard) -> String {
    let subject = card.subject.as_deref().unwrap_or_default();
    let day = subject.parse().ok().filter(|_| card.thing == "in_force");
    let subject = day.map_or_else(|| subject.to_owned(), |day| messages.date(day));
    let thing = messages.text(
        "statement-thing",
        &[
            ("thing", Value::from(&card.thing)),
            ("subject", subject.into()),
            (
                "channel",
                Value::from(card.channel.as_deref().unwrap_or_default()),
            ),
        ],
    );
    messages.text(
        "statement",
        &[
            ("title", Value::from(&card.title)),
            ("thing", thing.into()),
            ("outcome", Value::from(&card.outcome)),
        ],
    )
}
