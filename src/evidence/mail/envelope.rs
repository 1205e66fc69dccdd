//! The head of a message: who wrote to whom, when, in answer to what; of what is kept, only digests.
//!
//! Invariant: nothing but the head is read here, so that a message can be passed over without being read.

use super::clock::local;
use super::template::{MailSettings, Marks, address};
use super::words::{Wording, fold, words};
use crate::calendar::Zone;
use crate::evidence::key::KeyRing;
use mail_parser::{Address, Header, HeaderValue, MessageParser};

/// The most messages that one message can answer, and the most correspondents that are kept of it.
const LINKS: usize = 64;

/// Where a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// From outside to a mailbox of the town.
    Received,
    /// From a mailbox of the town.
    Sent,
    /// From another address of the town, with a mailbox in copy.
    Within,
}

/// What the head of a message says.
#[derive(Debug)]
pub(super) struct Envelope {
    pub(super) direction: Direction,
    /// Which mailbox.
    pub(super) mailbox: u32,
    /// Whether it goes from the town to someone outside.
    pub(super) outgoing: bool,
    /// Local seconds.
    pub(super) date: Option<i64>,
    /// The digest of its id.
    pub(super) id: Option<u128>,
    /// A digest by which two copies of one message are known.
    pub(super) copy: u128,
    /// The digests of the ids that it answers.
    pub(super) parents: Vec<u128>,
    /// The digests of the addresses outside the town that wrote it, or that it goes to.
    pub(super) peers: Vec<u128>,
    /// Written by a program.
    pub(super) automatic: bool,
    /// Acknowledges receipt by itself.
    pub(super) acknowledgement: bool,
    /// Marked as personal or private.
    pub(super) personal: bool,
    /// Never sent.
    pub(super) draft: bool,
    /// The subject, which does not leave this module's callers.
    pub(super) subject: String,
}

/// What can be told of the head of a message.
pub(super) enum Head {
    /// It is not the head of a message.
    Unreadable,
    /// No declared mailbox wrote it or received it.
    Elsewhere,
    /// It concerns a mailbox.
    Here(Box<Envelope>),
}

/// Reads the head of a message.
pub(super) fn read(raw: &[u8], settings: &MailSettings, zone: Zone, keys: &KeyRing) -> Head {
    let Some(message) = MessageParser::default().parse_headers(raw) else {
        return Head::Unreadable;
    };
    let fields = Fields(message.headers());
    let known = ["from", "to", "date", "subject", "message-id", "received"];
    if known.iter().all(|name| fields.first(name).is_none()) {
        return Head::Unreadable;
    }
    let Some((direction, mailbox)) = place(&fields, settings) else {
        return Head::Elsewhere;
    };
    let subject = fields.text("subject");
    let towns = towns(settings);
    let outside = |address: &String| !is_within(address, &towns);
    let recipients = fields.addresses(&["to", "cc", "bcc"]);
    let outgoing = direction != Direction::Received && recipients.iter().any(outside);
    let peers = match direction {
        Direction::Received => fields.addresses(&["from", "reply-to"]),
        Direction::Sent | Direction::Within => recipients,
    };
    let machine = fields.automatic(&settings.marks, &subject);
    let acknowledgement = direction == Direction::Sent
        && (machine || marked(&settings.marks.acknowledgements, &subject));
    let digest = |text: &String| keys.digest(text);
    let ids = fields.ids(&["message-id"]);
    let mut parents: Vec<u128> = fields
        .ids(&["in-reply-to", "references"])
        .iter()
        .map(digest)
        .collect();
    parents.sort_unstable();
    parents.dedup();
    let from = fields.addresses(&["from"]).join(" ");
    Head::Here(Box::new(Envelope {
        direction,
        mailbox,
        outgoing,
        date: fields.date(direction, zone),
        id: ids.first().map(digest),
        copy: keys.digest(&format!("{from}\n{}\n{subject}", fields.raw_date())),
        parents,
        peers: peers
            .iter()
            .filter(|address| outside(address))
            .map(digest)
            .collect(),
        automatic: machine || acknowledgement,
        acknowledgement,
        personal: fields.personal() || marked(&settings.marks.personal, &subject),
        draft: fields.text("x-unsent").trim() == "1",
        subject,
    }))
}

/// The direction of a message and the mailbox that it concerns.
fn place(fields: &Fields<'_>, settings: &MailSettings) -> Option<(Direction, u32)> {
    let mailbox = |address: &String| {
        let mut mailboxes = settings.mailboxes.iter();
        let position = mailboxes.position(|mailbox| mailbox.addresses.contains(address));
        position.and_then(|position| u32::try_from(position).ok())
    };
    let from = fields.addresses(&["from"]);
    if let Some(mailbox) = from.iter().find_map(mailbox) {
        return Some((Direction::Sent, mailbox));
    }
    let to = fields.addresses(&["to", "cc", "delivered-to", "x-original-to", "bcc"]);
    let mailbox = to.iter().find_map(mailbox)?;
    let towns = towns(settings);
    let within = !from.is_empty() && from.iter().all(|address| is_within(address, &towns));
    Some(match within {
        true => (Direction::Within, mailbox),
        false => (Direction::Received, mailbox),
    })
}

/// The domains of the mailboxes.
fn towns(settings: &MailSettings) -> Vec<&str> {
    let addresses = settings
        .mailboxes
        .iter()
        .flat_map(|mailbox| &mailbox.addresses);
    addresses
        .filter_map(|address| address.split_once('@').map(|(_, domain)| domain))
        .collect()
}

fn is_within(address: &str, towns: &[&str]) -> bool {
    address
        .split_once('@')
        .is_some_and(|(_, domain)| towns.contains(&domain))
}

/// Whether a subject begins with a mark, alone or set off by a sign.
fn marked(marks: &[Wording], subject: &str) -> bool {
    let bare = bare_subject(subject);
    let open = bare.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let found = words(open);
    marks.iter().any(|mark| {
        if !mark.begins(&found) {
            return false;
        }
        // What follows the last word of the mark.
        let mut rest = open;
        for _ in 0..mark.len() {
            rest = rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
            rest = rest.trim_start_matches(char::is_alphanumeric);
        }
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with(|letter: char| ":])-–—*|/".contains(letter))
    })
}

/// A subject without the marks of answers and forwarded messages.
pub(super) fn bare_subject(subject: &str) -> String {
    let mut bare = fold(subject);
    loop {
        let trimmed = bare.trim_start();
        let prefixes = ["re", "ref", "rep", "tr", "fw", "fwd", "aw"];
        let rest = prefixes.iter().find_map(|prefix| {
            let rest = trimmed.strip_prefix(prefix)?.trim_start();
            rest.strip_prefix(':')
        });
        match rest {
            Some(rest) => bare = rest.to_owned(),
            None => return trimmed.to_owned(),
        }
    }
}

/// The fields of a head.
struct Fields<'a>(&'a [Header<'a>]);

impl<'a> Fields<'a> {
    fn all(&self, name: &str) -> impl Iterator<Item = &'a HeaderValue<'a>> {
        let same = move |header: &&'a Header<'a>| header.name().eq_ignore_ascii_case(name);
        self.0.iter().filter(same).map(Header::value)
    }

    fn first(&self, name: &str) -> Option<&'a HeaderValue<'a>> {
        self.all(name).next()
    }

    fn text(&self, name: &str) -> String {
        let text = self.first(name).and_then(HeaderValue::as_text);
        text.unwrap_or_default().trim().to_owned()
    }

    /// The addresses of some fields, in their order.
    fn addresses(&self, names: &[&str]) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for name in names {
            for value in self.all(name) {
                let texts: Vec<&str> = match value {
                    HeaderValue::Address(Address::List(list)) => list
                        .iter()
                        .filter_map(|one| one.address.as_deref())
                        .collect(),
                    HeaderValue::Address(Address::Group(groups)) => groups
                        .iter()
                        .flat_map(|group| &group.addresses)
                        .filter_map(|one| one.address.as_deref())
                        .collect(),
                    HeaderValue::Text(text) => vec![text.trim().trim_matches(['<', '>'])],
                    _ => Vec::new(),
                };
                let fresh = texts.into_iter().filter_map(address);
                found.extend(fresh.take(LINKS.saturating_sub(found.len())));
            }
        }
        found
    }

    /// The ids of some fields, the first and the last of them.
    fn ids(&self, names: &[&str]) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for value in names.iter().flat_map(|name| self.all(name)) {
            match value {
                HeaderValue::Text(text) => found.push(text.trim().to_owned()),
                HeaderValue::TextList(texts) => {
                    found.extend(texts.iter().map(|text| text.trim().to_owned()));
                }
                _ => {}
            }
        }
        found.retain(|id| !id.is_empty());
        if found.len() > LINKS {
            let last = found.split_off(found.len().saturating_sub(LINKS / 2));
            found.truncate(LINKS / 2);
            found.extend(last);
        }
        found
    }

    fn raw_date(&self) -> String {
        match self.first("date") {
            Some(HeaderValue::DateTime(date)) => date.to_timestamp().to_string(),
            _ => String::new(),
        }
    }

    /// When the town's own server took a message in; when its writer says that it was sent.
    fn date(&self, direction: Direction, zone: Zone) -> Option<i64> {
        let written = match self.first("date") {
            Some(HeaderValue::DateTime(date)) => Some(*date),
            _ => None,
        };
        let taken = match self.first("received") {
            Some(HeaderValue::Received(received)) => received.date(),
            _ => None,
        };
        let date = match direction {
            Direction::Received => taken.or(written),
            Direction::Sent | Direction::Within => written.or(taken),
        };
        local(&date?, zone)
    }

    /// Whether a program wrote the message, by the marks that programs set.
    fn automatic(&self, marks: &Marks, subject: &str) -> bool {
        let text = |name: &str| self.text(name).to_lowercase();
        let submitted = text("auto-submitted");
        let answers = !submitted.is_empty() && !submitted.starts_with("no");
        let bulk = ["bulk", "junk", "list", "auto_reply"].contains(&text("precedence").as_str());
        let listed = [
            "list-id",
            "list-unsubscribe",
            "x-autoreply",
            "x-autorespond",
            "feedback-id",
        ]
        .iter()
        .any(|name| self.first(name).is_some());
        let bounced = self.all("return-path").next().is_some_and(|path| {
            let path = path.as_text().unwrap_or_default();
            path.trim().trim_matches(['<', '>']).is_empty()
        });
        let machines = [
            "mailer-daemon",
            "postmaster",
            "noreply",
            "no-reply",
            "ne-pas-repondre",
            "nepasrepondre",
        ];
        let daemon = self.addresses(&["from"]).iter().any(|from| {
            let local = from.split('@').next().unwrap_or_default();
            machines.contains(&local)
        });
        let spam =
            text("x-spam-flag").starts_with("yes") || text("x-spam-status").starts_with("yes");
        let report = match self.first("content-type") {
            Some(HeaderValue::ContentType(kind)) => {
                kind.ctype() == "multipart" && kind.subtype() == Some("report")
            }
            _ => false,
        };
        answers
            || bulk
            || listed
            || bounced
            || daemon
            || spam
            || report
            || marked(&marks.automatic, subject)
    }

    fn personal(&self) -> bool {
        ["personal", "private"].contains(&self.text("sensitivity").to_lowercase().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{bare_subject, marked};
    use crate::evidence::mail::words::Wording;

    #[test]
    fn marks_are_set_off_by_a_sign() {
        let marks = [
            Wording::of("personnel").unwrap(),
            Wording::of("à titre privé").unwrap(),
        ];
        for (subject, expected) in [
            ("Personnel", true),
            ("PERSONNEL : rendez-vous", true),
            ("Re: [Personnel] rendez-vous", true),
            ("(personnel) x", true),
            ("À titre privé - x", true),
            ("Personnel communal", false),
            ("Mon dossier personnel", false),
            ("", false),
        ] {
            assert_eq!(marked(&marks, subject), expected, "{subject}");
        }
    }

    #[test]
    fn prefixes_of_answers_are_no_subject() {
        assert_eq!(bare_subject("RE: Tr : Fwd: Acte"), "acte");
        assert_eq!(bare_subject("Re:"), "");
        assert_eq!(bare_subject("Renseignement"), "renseignement");
    }
}
