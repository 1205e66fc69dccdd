//! What a source of e-mails declares: mailboxes, template, marks.
//!
//! Invariant: settings that are returned name each address once, and every wording of theirs can be found in a text.

use super::decode::service;
use super::document::Node;
use super::fault::{MAIL_ADDRESS, NO_WORD, PHONE, WORD_TWICE};
use super::town::Town;
use crate::diagnostic::Diagnostic;
use crate::evidence::mail::facts::{ACKNOWLEDGEMENT_DELAY, ANSWER_DELAY};
use crate::evidence::mail::template::{Mailbox, Marks, Phone, Template, address};
use crate::evidence::mail::{MailSettings, Wording};
use crate::evidence::schema::Schema;
use crate::measure::value::Quantity;

/// The quantities that every source of e-mails has.
pub(super) const DELAYS: [&str; 2] = [ANSWER_DELAY, ACKNOWLEDGEMENT_DELAY];

type Faults = Vec<Diagnostic>;

/// Whether the files of a source are e-mails.
pub(super) fn is_mail(node: &Node) -> bool {
    node.get("format").and_then(Node::text) == Some("mail")
}

/// The delays that the threads of e-mails give.
pub(super) fn delays(schema: &Schema) -> Vec<(String, Quantity)> {
    let delay = |name: &str, to: &str, until: &str| {
        let quantity = Quantity::AnswerDelay {
            from: schema.position("date")?,
            to: schema.position(to)?,
            until: schema.position(until)?,
        };
        Some((name.to_owned(), quantity))
    };
    [
        delay(ANSWER_DELAY, "repondu_le", "sans_reponse_au"),
        delay(ACKNOWLEDGEMENT_DELAY, "accuse_le", "sans_accuse_au"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Reads the settings of a source of e-mails.
pub(super) fn settings(node: &Node, town: &Town, faults: &mut Faults) -> Option<MailSettings> {
    let mailboxes = mailboxes(node, town, faults);
    let template = template(node, faults);
    let marks = Marks {
        personal: wordings(node, "marks", "personal", faults),
        automatic: wordings(node, "marks", "automatic", faults),
        acknowledgements: wordings(node, "marks", "acknowledgements", faults),
    };
    node.get("template")?;
    let served = mailboxes.iter().any(|mailbox| mailbox.service.is_some());
    (!mailboxes.is_empty()).then(|| MailSettings {
        mailboxes,
        services: served.then(|| town.service_ids()),
        template,
        marks,
    })
}

fn mailboxes(node: &Node, town: &Town, faults: &mut Faults) -> Vec<Mailbox> {
    let mut mailboxes: Vec<Mailbox> = Vec::new();
    let entries = node.get("mailboxes").map_or(&[][..], Node::entries);
    for entry in entries {
        let mut addresses: Vec<String> = Vec::new();
        for (text, at) in entry.node.strings("addresses") {
            let Some(address) = address(text) else {
                faults.push(
                    Diagnostic::error(MAIL_ADDRESS)
                        .arg("text", text)
                        .at(at.place()),
                );
                continue;
            };
            let known = mailboxes.iter().flat_map(|mailbox| &mailbox.addresses);
            if known.chain(&addresses).any(|known| *known == address) {
                faults.push(
                    Diagnostic::error(WORD_TWICE)
                        .arg("word", text)
                        .at(at.place()),
                );
            }
            addresses.push(address);
        }
        let named = entry.node.get("service");
        let service = named.and_then(|at| service(at.text()?, at, &town.service_ids(), faults));
        mailboxes.push(Mailbox {
            id: entry.key.clone(),
            addresses,
            service,
        });
    }
    mailboxes
}

fn template(node: &Node, faults: &mut Faults) -> Template {
    let mut words = |key: &str| wordings(node, "template", key, faults);
    let mut template = Template {
        greetings: words("greetings"),
        closings: words("closings"),
        abbreviations: words("abbreviations"),
        roles: words("roles"),
        services: words("services"),
        addresses: words("addresses"),
        phones: Vec::new(),
        attachments: words("attachments"),
        delays: words("delays"),
        ignored: words("other_lines"),
    };
    let Some(table) = node.get("template") else {
        return template;
    };
    for (text, at) in table.strings("phones") {
        match Phone::parse(text) {
            Some(phone) => template.phones.push(phone),
            None => faults.push(Diagnostic::error(PHONE).arg("text", text).at(at.place())),
        }
    }
    // What ends a message well cannot be what must not be written.
    for (text, at) in table.strings("abbreviations") {
        if Wording::of(text).is_some_and(|word| template.closings.contains(&word)) {
            faults.push(
                Diagnostic::error(WORD_TWICE)
                    .arg("word", text)
                    .at(at.place()),
            );
        }
    }
    template
}

/// The wordings of a list of a table.
fn wordings(node: &Node, table: &str, key: &str, faults: &mut Faults) -> Vec<Wording> {
    let mut wordings = Vec::new();
    let Some(table) = node.get(table) else {
        return wordings;
    };
    for (text, at) in table.strings(key) {
        match Wording::of(text) {
            Some(wording) => wordings.push(wording),
            // An empty text has a fault of its own.
            None if text.trim().is_empty() => {}
            None => faults.push(Diagnostic::error(NO_WORD).arg("text", text).at(at.place())),
        }
    }
    wordings
}
