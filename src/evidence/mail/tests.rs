//! Messages as a whole: what is read, rejected and passed over, and the facts of each.

use super::facts::{Fact, Form, schema};
use super::template::{MailSettings, Mailbox, Marks, Phone, Template};
use super::{Letters, MailRequest, Wording, deliver};
use crate::calendar::Zone;
use crate::evidence::batch::{Batch, ColumnData, State};
use crate::evidence::fault::FileFault;
use crate::evidence::key::KeyRing;
use crate::evidence::ledger::{FileLedger, Rejection, Skip};
use chrono::NaiveDate;
use proptest::prelude::*;

fn settings() -> MailSettings {
    let wordings = |texts: &[&str]| texts.iter().filter_map(|text| Wording::of(text)).collect();
    let mailbox = |id: &str| Mailbox {
        id: id.to_owned(),
        addresses: vec![format!("{id}@ville.example")],
        service: None,
    };
    MailSettings {
        mailboxes: vec![mailbox("mairie"), mailbox("urbanisme")],
        services: None,
        template: Template {
            greetings: wordings(&["Bonjour"]),
            closings: wordings(&["Cordialement"]),
            roles: wordings(&["Agent d’accueil"]),
            services: wordings(&["Accueil"]),
            addresses: wordings(&["1, place de la Mairie"]),
            phones: vec![Phone::parse("01 99 00 ## ##").unwrap()],
            ..Template::default()
        },
        marks: Marks {
            personal: wordings(&["personnel"]),
            automatic: wordings(&["SPAM"]),
            acknowledgements: wordings(&["Accusé de réception"]),
        },
    }
}

/// What was found: the accounts and, by row, each fact as text.
struct Found {
    ledgers: Vec<FileLedger>,
    rows: Vec<Vec<(String, String)>>,
}

impl Found {
    fn fact(&self, row: usize, name: &str) -> &str {
        let found = self.rows[row].iter().find(|(known, _)| known == name);
        &found.expect("a fact").1
    }
}

fn shown<T: std::fmt::Debug>(cell: Result<T, State>) -> String {
    match cell {
        Ok(value) => format!("{value:?}"),
        Err(State::Missing) => "-".to_owned(),
        Err(_) => "?".to_owned(),
    }
}

fn rows(batch: &Batch, settings: &MailSettings) -> Vec<Vec<(String, String)>> {
    let schema = schema(settings);
    let row = |row: usize| {
        let columns = schema.columns.iter().zip(&batch.columns);
        let text = |data: &ColumnData| match data {
            ColumnData::Date(cells) => shown(cells.get(row)),
            ColumnData::Instant(cells) => shown(cells.get(row)),
            ColumnData::Category(cells) => shown(cells.get(row)),
            ColumnData::Boolean(cells) => shown(cells.get(row)),
            other => panic!("{other:?}"),
        };
        columns
            .map(|(column, data)| (column.name.clone(), text(data)))
            .collect()
    };
    (0..batch.len()).map(row).collect()
}

fn read_all(files: &[&[u8]], key: [u8; 32]) -> Result<Found, FileFault> {
    let settings = settings();
    let keys = KeyRing::new(key);
    let request = MailRequest {
        settings: &settings,
        zone: Zone::Metropole,
        collected: day(2026, 6, 30),
        keys: &keys,
    };
    let mut letters = Vec::new();
    for (bytes, file) in files.iter().zip(1..) {
        let mut one = Letters::new(file);
        one.add(*bytes, false, &request)?;
        letters.push(one);
    }
    let mut found = Vec::new();
    let needed = vec![true; Fact::ALL.len() + Form::ALL.len()];
    let ledgers = deliver(letters, false, &needed, &request, &mut |batch| {
        found.extend(rows(batch, &settings));
    });
    Ok(Found {
        ledgers,
        rows: found,
    })
}

fn read(files: &[&str]) -> Found {
    let files: Vec<&[u8]> = files.iter().map(|file| file.as_bytes()).collect();
    read_all(&files, [7; 32]).expect("a readable file")
}

fn day(year: i32, month: u32, day: u32) -> i32 {
    use chrono::Datelike;
    NaiveDate::from_ymd_opt(year, month, day)
        .expect("a day")
        .num_days_from_ce()
}

const REQUEST: &str = "From: Usager <usager@courriel.example>\r\nTo: mairie@ville.example\r\nDate: Mon, 4 May 2026 10:00:00 +0200\r\nMessage-ID: <r1@courriel.example>\r\nSubject: Un acte\r\n\r\nBonjour,\r\n";
const ANSWER: &str = "From: Mairie <mairie@ville.example>\r\nTo: usager@courriel.example\r\nDate: Wed, 6 May 2026 10:00:00 +0200\r\nMessage-ID: <a1@ville.example>\r\nIn-Reply-To: <r1@courriel.example>\r\nSubject: Re: Un acte\r\n\r\nBonjour,\r\nVoici.\r\nCordialement,\r\nClaire MARTIN\r\nAgent d'accueil\r\nAccueil\r\n1, place de la Mairie\r\n01 99 00 12 34\r\nmairie@ville.example\r\n";

#[test]
fn a_request_and_its_answer() {
    let found = read(&[REQUEST, ANSWER]);
    assert_eq!(found.rows.len(), 2);
    for (row, name, expected) in [
        (0, "sens", "0"),
        (0, "boite", "0"),
        (0, "automatique", "false"),
        (0, "nouvelle_demande", "true"),
        (0, "sans_reponse_au", "-"),
        (0, "premiere_reponse", "-"),
        (0, "objet", "-"),
        (1, "sens", "1"),
        (1, "premiere_reponse", "true"),
        (1, "accuse_reception", "false"),
        (1, "nouvelle_demande", "-"),
        (1, "repondu_le", "-"),
    ] {
        assert_eq!(found.fact(row, name), expected, "{row} {name}");
    }
    assert_eq!(found.fact(0, "repondu_le"), found.fact(1, "date"));
    let absent = [
        "capitales",
        "abreviation",
        "pieces_jointes",
        "pieces_annoncees",
        "delai_annonce",
    ];
    for (_, name) in Form::ALL {
        let expected = (!absent.contains(&name)).to_string();
        assert_eq!(found.fact(1, name), expected, "{name}");
    }
    assert!(found.ledgers.iter().all(FileLedger::adds_up));
}

#[test]
fn a_request_without_an_answer_has_none_until_the_collection() {
    let other = ANSWER.replace("r1@", "r2@").replace("usager@", "autre@");
    let found = read(&[REQUEST, &other]);
    assert_eq!(found.fact(0, "repondu_le"), "-");
    assert_eq!(
        found.fact(0, "sans_reponse_au"),
        day(2026, 6, 30).to_string()
    );
    // What it answers is not there: nobody knows whether it is the first.
    assert_eq!(found.fact(1, "premiere_reponse"), "?");
    // A message that cannot be read may be the answer.
    let found = read(&[REQUEST, &other, "rien du tout"]);
    assert_eq!(found.fact(0, "repondu_le"), "?");
    assert_eq!(found.fact(0, "sans_reponse_au"), "?");
    assert_eq!(
        found.ledgers[2].rejected.get(&Rejection::MessageUnreadable),
        Some(&1)
    );
}

#[test]
fn messages_are_passed_over_unread() {
    for (message, why) in [
        (
            REQUEST.replace("mairie@ville", "maire@ville"),
            Skip::OtherMailbox,
        ),
        (
            REQUEST.replace("Subject: Un acte", "Subject: Personnel : un acte"),
            Skip::Personal,
        ),
        (
            REQUEST.replace("Subject", "Sensitivity: Private\r\nSubject"),
            Skip::Personal,
        ),
        (
            ANSWER.replace("Subject", "X-Unsent: 1\r\nSubject"),
            Skip::Draft,
        ),
        (REQUEST.to_owned(), Skip::Repeated),
    ] {
        let found = read(&[REQUEST, &message]);
        assert_eq!(found.rows.len(), 1, "{why:?}");
        assert_eq!(found.ledgers[1].skipped.get(&why), Some(&1), "{why:?}");
        assert!(found.ledgers.iter().all(FileLedger::adds_up), "{why:?}");
    }
    // An answer that is personal is not read, and nobody knows when it came.
    let personal = ANSWER.replace("Subject: Re: Un acte", "Subject: Re: Personnel - un acte");
    assert_eq!(read(&[REQUEST, &personal]).fact(0, "repondu_le"), "?");
}

#[test]
fn directions_and_mailboxes() {
    for (from, to, expected) in [
        (
            "usager@courriel.example",
            "mairie@ville.example",
            ("0", "0"),
        ),
        (
            "usager@courriel.example",
            "x@y.example, Urbanisme <URBANISME@ville.example>",
            ("0", "1"),
        ),
        (
            "urbanisme@ville.example",
            "usager@courriel.example",
            ("1", "1"),
        ),
        ("c.martin@ville.example", "mairie@ville.example", ("2", "0")),
        (
            "c.martin@ville.example",
            "usager@courriel.example, mairie@ville.example",
            ("2", "0"),
        ),
    ] {
        let message = REQUEST
            .replace("Usager <usager@courriel.example>", from)
            .replacen("To: mairie@ville.example", &format!("To: {to}"), 1);
        let found = read(&[&message]);
        assert_eq!(
            (found.fact(0, "sens"), found.fact(0, "boite")),
            expected,
            "{from}"
        );
    }
    // An answer from a person's own address, with the mailbox in copy, is one.
    let own = ANSWER.replace(
        "mairie@ville.example>\r\nTo: ",
        "c.martin@ville.example>\r\nCc: mairie@ville.example\r\nTo: ",
    );
    let found = read(&[
        REQUEST,
        &own,
        &ANSWER.replace("a1@", "a2@").replace("6 May", "7 May"),
    ]);
    assert_eq!(found.fact(1, "sens"), "2");
    assert_eq!(found.fact(0, "repondu_le"), found.fact(1, "date"));
    assert_eq!(found.fact(1, "signature"), "-");
}

#[test]
fn programs_are_told_by_their_marks() {
    for mark in [
        "Auto-Submitted: auto-generated",
        "List-Id: <l.example>",
        "Precedence: bulk",
        "Return-Path: <>",
        "X-Spam-Flag: YES",
        "Content-Type: multipart/report; boundary=x",
    ] {
        let found = read(&[&REQUEST.replace("Subject", &format!("{mark}\r\nSubject"))]);
        assert_eq!(found.fact(0, "automatique"), "true", "{mark}");
        assert_eq!(found.fact(0, "nouvelle_demande"), "-", "{mark}");
    }
    for (old, new) in [
        ("Usager <usager@", "<MAILER-DAEMON@"),
        ("Un acte", "[SPAM] Un acte"),
    ] {
        assert_eq!(
            read(&[&REQUEST.replace(old, new)]).fact(0, "automatique"),
            "true"
        );
    }
    assert_eq!(
        read(&[&REQUEST.replace("Subject", "Auto-Submitted: no\r\nSubject")])
            .fact(0, "automatique"),
        "false"
    );
}

#[test]
fn an_acknowledgement_is_no_answer() {
    let by_subject = ANSWER.replace("Re: Un acte", "Accusé de réception : Un acte");
    let by_program = ANSWER.replace("Subject", "Auto-Submitted: auto-replied\r\nSubject");
    for receipt in [by_subject, by_program] {
        let later = ANSWER.replace("a1@", "a2@").replace("6 May", "8 May");
        let found = read(&[REQUEST, &receipt, &later]);
        assert_eq!(found.fact(0, "accuse_le"), found.fact(1, "date"));
        assert_eq!(found.fact(0, "repondu_le"), found.fact(2, "date"));
        assert_eq!(found.fact(1, "accuse_reception"), "true");
        assert_eq!(found.fact(1, "premiere_reponse"), "false");
        assert_eq!(found.fact(1, "salutation"), "-");
    }
}

#[test]
fn heads_may_be_broken() {
    // Received by the town's server, whatever the writer's clock says.
    let taken = REQUEST.replace(
        "From:",
        "Received: from a by b; Tue, 5 May 2026 08:00:00 +0200\r\nFrom:",
    );
    let plain = read(&[REQUEST]);
    let found = read(&[&taken]);
    assert_ne!(found.fact(0, "date"), plain.fact(0, "date"));
    let undated = REQUEST.replace("Date: Mon, 4 May 2026 10:00:00 +0200\r\n", "");
    assert_eq!(read(&[&undated]).fact(0, "date"), "-");
    let nonsense = REQUEST.replace("Mon, 4 May 2026 10:00:00 +0200", "hier");
    assert_eq!(read(&[&nonsense]).fact(0, "date"), "-");
    let unix = REQUEST.replace("\r\n", "\n");
    assert_eq!(read(&[&unix]).rows, plain.rows);
    let marked = format!("\u{feff}{REQUEST}");
    assert_eq!(read(&[&marked]).rows, plain.rows);
}

#[test]
fn files_that_hold_no_messages() {
    for (bytes, fault) in [
        (&b""[..], FileFault::MailEmpty),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on",
            FileFault::MailOutlook,
        ),
    ] {
        assert_eq!(read_all(&[bytes], [7; 32]).err(), Some(fault));
    }
    let found = read(&["nom;prenom\r\nMartin;Claire\r\n"]);
    assert_eq!(
        found.ledgers[0].rejected.get(&Rejection::MessageUnreadable),
        Some(&1)
    );
    let deep = format!("{REQUEST}{}", "--\r\n".repeat(3_000));
    assert_eq!(
        read(&[&deep]).ledgers[0]
            .rejected
            .get(&Rejection::MessageTooComplex),
        Some(&1)
    );
}

/// A message within a message, thousands of times over, in clear and encoded.
#[test]
fn nested_messages_do_not_weigh() {
    let level = "Content-Type: message/rfc822\r\n\r\n";
    let nested = format!(
        "From: a@b.example\r\nTo: mairie@ville.example\r\n{}",
        level.repeat(400)
    );
    assert_eq!(read(&[&nested]).rows.len(), 1);
    let many = format!(
        "From: a@b.example\r\nTo: mairie@ville.example\r\n{}",
        level.repeat(100_000)
    );
    assert_eq!(read(&[&many]).ledgers[0].rejected_total(), 1);
    let parts = (0..400)
        .map(|_| "--b\r\nContent-Type: message/rfc822\r\n\r\n")
        .collect::<String>();
    let mixed = format!(
        "From: mairie@ville.example\r\nTo: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{parts}"
    );
    assert_eq!(read(&[&mixed]).rows.len(), 1);
}

fn mbox(messages: &[String]) -> String {
    messages
        .iter()
        .map(|message| {
            format!(
                "From - Mon May  4 10:00:00 2026\n{}\n",
                message.replace("\r\n", "\n")
            )
        })
        .collect()
}

proptest! {
    #[test]
    fn any_bytes_add_up(bytes in prop::collection::vec(any::<u8>(), 1..600)) {
        if let Ok(found) = read_all(&[&bytes], [7; 32]) {
            prop_assert!(found.ledgers[0].adds_up());
            prop_assert_eq!(found.ledgers[0].rows, 1);
        }
    }

    /// Bytes of good messages are replaced, removed and doubled: nothing stops, every message has its place.
    #[test]
    fn mutated_messages_add_up(
        changes in prop::collection::vec((0..2_000_usize, any::<u8>(), 0..3_u8), 1..30),
        multipart: bool,
    ) {
        let parts = "Content-Type: multipart/mixed; boundary=\"=_b\"\r\n\r\n--=_b\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Bonjour =C9</p>\r\n--=_b\r\nContent-Type: application/pdf; name*=utf-8''a%20b.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--=_b--\r\n";
        let answer = if multipart { ANSWER.replacen("\r\n\r\n", &format!("\r\n{parts}"), 1) } else { ANSWER.to_owned() };
        let mut bytes = mbox(&[REQUEST.to_owned(), answer, REQUEST.replace("r1", "r2")]).into_bytes();
        for (at, byte, kind) in changes {
            let at = at % bytes.len();
            match kind {
                0 => bytes[at] = byte,
                1 => { bytes.remove(at); }
                _ => bytes.insert(at, byte),
            }
        }
        if let Ok(found) = read_all(&[&bytes], [7; 32]) {
            let ledger = &found.ledgers[0];
            prop_assert!(ledger.adds_up(), "{:?}", ledger);
            prop_assert_eq!(u64::try_from(found.rows.len()).unwrap(), ledger.read);
            prop_assert!(ledger.rows <= 4);
        }
    }

    /// The key of the run changes no fact, nor does the way the messages are spread over files.
    #[test]
    fn facts_depend_on_the_messages_alone(one: [u8; 32], two: [u8; 32], late in 6..9_u8) {
        let answer = ANSWER.replace("6 May", &format!("{late} May"));
        let messages = [REQUEST.to_owned(), answer, REQUEST.replace("r1", "r2").replace("usager@", "autre@")];
        let whole = mbox(&messages);
        let bytes: Vec<&[u8]> = messages.iter().map(|message| message.as_bytes()).collect();
        let (one, two) = (read_all(&[whole.as_bytes()], one), read_all(&bytes, two));
        prop_assert_eq!(one.unwrap().rows, two.unwrap().rows);
    }
}
