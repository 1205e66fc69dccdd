//! What a requirement leaves to decisions, and the days on which it is in force.

use crate::diagnostic::Value;
use crate::messages::Messages;
use crate::scorecard::card::{RequirementCard, Scorecard};
use crate::scorecard::wording;

/// What is said elsewhere: exclusions, waivers, objections, why it is not applicable.
const ELSEWHERE: [&str; 4] = ["set-aside", "waiver", "objection", "not-applicable"];

/// The days, what the référentiel asks, and each choice with who decided it.
pub(super) fn lines(
    scorecard: &Scorecard,
    card: &RequirementCard,
    messages: &Messages,
) -> Vec<String> {
    let dated = card.dated.as_ref().map(|dated| {
        let days = wording::dated::days(messages, dated);
        messages.text("explain-dated", &[("days", days.into())])
    });
    let asked = card.reference.as_ref().map(|asked| {
        let asked = wording::choice::reference(messages, asked);
        messages.text("explain-reference", &[("asked", asked.into())])
    });
    let choices = scorecard.decisions.iter().filter(|choice| {
        let own = choice.engagement.as_ref() == Some(&card.engagement)
            && choice.requirement.as_ref() == Some(&card.id);
        own && !ELSEWHERE.contains(&choice.kind.as_str())
    });
    let choices = choices.map(|choice| {
        let decided = wording::review::decided(messages, choice.decision.as_ref());
        let args = [
            ("what", Value::from(wording::choice::what(messages, choice))),
            ("decision", decided.into()),
        ];
        messages.text("explain-choice", &args)
    });
    dated.into_iter().chain(asked).chain(choices).collect()
}
