//! The form of a message that the town sent, against its template: each fact yes, no, or not recognised.
//!
//! Invariant: "no" is said only where an absence is certain; a wording that is not declared but could be one leaves the
//! fact open, and so does a body that could not be read whole.

use super::body::Body;
use super::envelope::bare_subject;
use super::facts::Form;
use super::quote::own_lines;
use super::signature::{self, Block, Known};
use super::template::{MailSettings, Template};
use super::words::{any, words};

/// The facts of form, in the order of [`Form::ALL`].
pub(super) type Facts = [Known; Form::ALL.len()];

/// The lines among which a greeting stands.
const OPENING: usize = 3;
/// The longest line that could be a greeting or a closing, in letters.
const SHORT: usize = 60;
/// The most words of a line that a closing of one word shares.
const CLOSING_WORDS: usize = 14;
/// The lines of a signature.
const SIGNATURE: usize = 12;
/// What some programs write for a subject that was left empty.
const NO_SUBJECT: [&str; 5] = [
    "sans objet",
    "aucun objet",
    "pas de sujet",
    "sans sujet",
    "no subject",
];
/// Stems of words that may speak of an attachment.
const ATTACHED: [&str; 9] = [
    "joint",
    "joind",
    "annex",
    "piece",
    "fichier",
    "document",
    "formulaire",
    "pdf",
    "photo",
];
/// Words that may announce a delay.
const TIMES: [&str; 22] = [
    "jour",
    "jours",
    "semaine",
    "semaines",
    "mois",
    "heure",
    "heures",
    "demain",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "prochain",
    "prochaine",
    "prochainement",
    "bientot",
    "delai",
    "delais",
    "rapidement",
    "quinzaine",
];
/// Words in capitals in a row, and letters in all, that make a passage in capitals.
const CAPITALS: (usize, usize) = (3, 12);

/// Where the signature begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cut {
    /// The line of the closing.
    line: usize,
    /// The words of that line that belong to the text and its closing.
    words: usize,
}

/// The facts of form of a message.
pub(super) fn read(subject: &str, body: &Body, settings: &MailSettings) -> Facts {
    let template = &settings.template;
    let lines = own_lines(&body.text);
    let lined: Vec<Vec<String>> = lines.iter().map(|line| words(line)).collect();
    let closing = closing(&lined, template);
    let mark = lines.iter().position(|line| line.trim_end() == "--");
    let cut = closing
        .or(mark.map(|line| Cut { line, words: 0 }))
        .or(shortened(&lined, template));
    let text_lines = cut.map_or(lines.len(), |cut| cut.line.saturating_add(1));
    let text = lined.get(..text_lines).unwrap_or_default();
    let all: Vec<&String> = text.iter().flatten().collect();
    let open = body.damaged;
    let mut facts: Facts = [None; Form::ALL.len()];
    let mut set = |form: Form, known: Known| {
        // Nothing is absent from what was not read whole.
        let known = known.filter(|known| *known || !open || form == Form::Subject);
        if let Some(fact) = facts.get_mut(form as usize) {
            *fact = known;
        }
    };
    set(Form::Subject, Some(has_subject(subject)));
    set(Form::Greeting, greeting(&lines, &lined, template));
    set(Form::Closing, closed(closing, &lines, &lined, template));
    let (signed, parts) = signature(&lines, cut, body, settings);
    set(Form::Signature, signed);
    parts.into_iter().for_each(|(form, known)| set(form, known));
    let loud = std::iter::once(subject)
        .chain(lines.get(..text_lines).unwrap_or_default().iter().copied())
        .any(is_loud);
    set(Form::Capitals, Some(loud));
    set(Form::Abbreviation, Some(any(&template.abbreviations, &all)));
    set(Form::Announced, announced(&all, body, template));
    set(Form::Delay, delay(&all, template));
    if let Some(fact) = facts.get_mut(Form::Attachments as usize) {
        *fact = body.attachments;
    }
    facts
}

fn has_subject(subject: &str) -> bool {
    let bare = words(&bare_subject(subject)).join(" ");
    !bare.is_empty() && !NO_SUBJECT.contains(&bare.as_str())
}

/// A declared greeting among the first lines; a line that only could be one leaves it open.
fn greeting(lines: &[&str], lined: &[Vec<String>], template: &Template) -> Known {
    let written = lines.iter().zip(lined);
    let first: Vec<(&&str, &Vec<String>)> = written
        .filter(|(_, words)| !words.is_empty())
        .take(OPENING)
        .collect();
    let declared = |words: &Vec<String>| {
        template
            .greetings
            .iter()
            .any(|greeting| greeting.begins(words))
    };
    if first.iter().any(|(_, words)| declared(words)) {
        return Some(true);
    }
    let could = first
        .iter()
        .any(|(line, _)| is_short(line) && !line.trim_end().ends_with(['.', ':', ';', '?']));
    (!could).then_some(false)
}

fn is_short(line: &str) -> bool {
    line.trim().chars().count() <= SHORT
}

/// The first declared closing; one of a single word stands on a short line.
fn closing(lined: &[Vec<String>], template: &Template) -> Option<Cut> {
    lined.iter().enumerate().find_map(|(line, words)| {
        let found = template.closings.iter().filter_map(|closing| {
            let fits = closing.len() > 1 || words.len() <= CLOSING_WORDS;
            let at = closing.find(words).filter(|_| fits)?;
            Some(at.saturating_add(closing.len()))
        });
        found.max().map(|words| Cut { line, words })
    })
}

/// An abbreviation alone on its line closes a message too, though not as the town does.
fn shortened(lined: &[Vec<String>], template: &Template) -> Option<Cut> {
    let alone = |words: &Vec<String>| {
        let mut short = template.abbreviations.iter();
        short.any(|short| short.len() == words.len() && short.begins(words))
    };
    let line = lined.iter().position(alone)?;
    Some(Cut {
        line,
        words: lined.get(line).map_or(0, Vec::len),
    })
}

/// Whether there is a declared closing; a short line that ends with a comma could be another one.
fn closed(
    closing: Option<Cut>,
    lines: &[&str],
    lined: &[Vec<String>],
    template: &Template,
) -> Known {
    if closing.is_some() {
        return Some(true);
    }
    let written = lines
        .iter()
        .zip(lined)
        .filter(|(_, words)| !words.is_empty());
    // The greeting ends with a comma too.
    let could = written.skip(1).any(|(line, words)| {
        let shortened = template
            .abbreviations
            .iter()
            .any(|short| short.begins(words));
        is_short(line) && line.trim_end().ends_with([',', '!']) && !shortened
    });
    // A formula that is written out may be worded or wrapped in another way.
    let all: Vec<&String> = lined.iter().flatten().collect();
    let formula = [
        "agreer",
        "salutations",
        "sentiments",
        "cordial",
        "cordiales",
    ];
    let worded = all.iter().any(|word| formula.contains(&word.as_str()));
    (!could && !worded).then_some(false)
}

/// Whether there is a signature, and what it gives.
fn signature(
    lines: &[&str],
    cut: Option<Cut>,
    body: &Body,
    settings: &MailSettings,
) -> (Known, Vec<(Form, Known)>) {
    let written = |line: &&&str| !line.trim().is_empty();
    let (behind, more) = match cut {
        Some(cut) => {
            let first = lines.get(cut.line).copied().unwrap_or_default();
            let next = lines.get(cut.line.saturating_add(1)..).unwrap_or_default();
            let all: Vec<&str> = std::iter::once(after_words(first, cut.words))
                .chain(next.iter().copied())
                .filter(|line| !line.trim().is_empty())
                .collect();
            let kept: Vec<&str> = all.iter().take(SIGNATURE).copied().collect();
            (kept, all.len() > SIGNATURE)
        }
        None => {
            let all: Vec<&str> = lines.iter().filter(written).copied().collect();
            let from = all.len().saturating_sub(SIGNATURE);
            (
                all.get(from..).unwrap_or_default().to_vec(),
                !all.is_empty(),
            )
        }
    };
    let mut block = Block::new(&behind);
    let unsure = body.images || more || body.damaged;
    let empty = block.is_empty();
    let given = signature::read(&mut block, settings, unsure);
    // Without a closing, nobody knows where the text ends: what looks like a name there may be anyone's.
    let of_text = |form: Form| cut.is_none() && matches!(form, Form::FirstName | Form::LastName);
    let parts: Vec<(Form, Known)> = given
        .parts
        .into_iter()
        .map(|(form, known)| (form, known.filter(|known| !(*known && of_text(form)))))
        .collect();
    let some = parts.iter().any(|(_, known)| *known == Some(true));
    let signed = match (cut, empty) {
        (Some(_), false) => Some(true),
        (None, false) if some => Some(true),
        (_, true) if !unsure => Some(false),
        _ => None,
    };
    (signed, parts)
}

/// A line behind its first words.
fn after_words(line: &str, count: usize) -> &str {
    let mut rest = line;
    for _ in 0..count {
        rest = rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        rest = rest.trim_start_matches(|letter: char| {
            letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter)
        });
    }
    rest
}

/// Whether a line has a passage in capitals.
fn is_loud(line: &str) -> bool {
    let (mut run, mut letters) = (0_usize, 0_usize);
    for word in
        line.split(|letter: char| !letter.is_alphanumeric() && letter != '’' && letter != '\'')
    {
        let alphabetic = word.chars().filter(|letter| letter.is_alphabetic());
        let count = alphabetic.clone().count();
        if count == 0 {
            continue;
        }
        if alphabetic.clone().all(char::is_uppercase) {
            run = run.saturating_add(1);
            letters = letters.saturating_add(count);
            if run >= CAPITALS.0 && letters >= CAPITALS.1 {
                return true;
            }
        } else {
            (run, letters) = (0, 0);
        }
    }
    false
}

/// Whether the text speaks of an attachment.
fn announced(all: &[&String], body: &Body, template: &Template) -> Known {
    if any(&template.attachments, all) {
        return Some(true);
    }
    let stem = |word: &&String| ATTACHED.iter().any(|stem| word.starts_with(stem));
    let named: Vec<String> = body.names.iter().flat_map(|name| words(name)).collect();
    let by_name = |word: &&String| word.chars().count() >= 4 && named.contains(word);
    let could = all.iter().any(|word| stem(word) || by_name(word));
    (!could).then_some(false)
}

/// Whether the text announces a delay.
fn delay(all: &[&String], template: &Template) -> Known {
    if any(&template.delays, all) {
        return Some(true);
    }
    let could = all.iter().any(|word| {
        TIMES.contains(&word.as_str()) || word.contains(|letter: char| letter.is_ascii_digit())
    });
    (!could).then_some(false)
}

#[cfg(test)]
mod tests;
