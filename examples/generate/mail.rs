//! E-mails of two generic mailboxes: an mbox and a folder of messages, in the encodings that mail programs use.
//!
//! Planted: a late answer, a request without an answer and one too young to have one, acknowledgements, a bounce and a
//! newsletter, a private message and its answer, a message of another mailbox, a copy, a draft; answers without role,
//! without subject, in capitals, with an abbreviation, with a role that is not declared, with an attachment that is not
//! mentioned, and one whose only signature is in what it quotes.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};

use crate::Town;
use crate::calendar::{after, at, day};
use crate::random::Random;

const DOMAIN: &str = "bourg-l-exemple.example";
const ADDRESS: &str = "1, place de la Mairie\n00000 Bourg-l’Exemple";

/// A mailbox and the agent who answers there.
#[derive(Clone, Copy)]
struct Mailbox {
    local: &'static str,
    agent: &'static str,
    role: &'static str,
    service: &'static str,
    phone: &'static str,
}

const SCHOOL: Mailbox = Mailbox {
    local: "vie-scolaire",
    agent: "Camille MODÈLE",
    role: "Gestionnaire des inscriptions scolaires",
    service: "Service Vie scolaire",
    phone: "01 99 00 40 10",
};
const CLUBS: Mailbox = Mailbox {
    local: "associations",
    agent: "Alix GABARIT",
    role: "Chargée des relations avec les associations",
    service: "Accueil et standard",
    phone: "01 99 00 40 20",
};

/// What is wrong, or unusual, with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Plain,
    Late,
    NoRole,
    OtherRole,
    Short,
    Loud,
    NoSubject,
    QuotedSignature,
    Html,
    SilentAttachment,
    Attachment,
    Quoting,
    OldLetters,
    NoAnswer,
}

const SCHOOL_TURNS: [Turn; 16] = [
    Turn::Plain,
    Turn::Quoting,
    Turn::NoRole,
    Turn::Plain,
    Turn::Html,
    Turn::Short,
    Turn::Plain,
    Turn::Late,
    Turn::OldLetters,
    Turn::QuotedSignature,
    Turn::NoAnswer,
    Turn::Attachment,
    Turn::Plain,
    Turn::OtherRole,
    Turn::Plain,
    Turn::NoAnswer,
];
const CLUBS_TURNS: [Turn; 11] = [
    Turn::Plain,
    Turn::Loud,
    Turn::Html,
    Turn::Plain,
    Turn::NoSubject,
    Turn::OldLetters,
    Turn::Plain,
    Turn::SilentAttachment,
    Turn::Quoting,
    Turn::Plain,
    Turn::Plain,
];

const SUBJECTS: [&str; 6] = [
    "Inscription à la cantine",
    "Prêt d’une salle",
    "Dérogation scolaire",
    "Quotient familial",
    "Calendrier des activités",
    "Attestation demandée",
];

/// Writes both mailboxes.
pub(crate) fn write(town: &Town) -> io::Result<()> {
    let folder = town.out.join("courriels");
    fs::create_dir_all(folder.join("associations"))?;
    let mut school = exchange(SCHOOL, &SCHOOL_TURNS, 100, town.seed);
    school.extend(aside());
    let mbox: String = school
        .iter()
        .map(|message| {
            let message = message.replace("\nFrom ", "\n>From ");
            format!("From - Wed Jul  1 08:00:00 2026\n{message}\n")
        })
        .collect();
    save(&folder.join("vie-scolaire.mbox"), &mbox)?;
    for (number, message) in (1..).zip(exchange(CLUBS, &CLUBS_TURNS, 300, town.seed)) {
        let name = format!("associations/{number:02}.eml");
        save(&folder.join(name), &message.replace('\n', "\r\n"))?;
    }
    Ok(())
}

fn save(path: &Path, text: &str) -> io::Result<()> {
    File::create(path)?.write_all(text.as_bytes())
}

/// Requests to a mailbox and what became of each.
fn exchange(mailbox: Mailbox, turns: &[Turn], first: u64, seed: u64) -> Vec<String> {
    let mut random = Random::of(seed, mailbox.local);
    let mut messages = Vec::new();
    for (number, turn) in (first..).zip(turns) {
        let rank = number - first;
        let last = rank + 1 == turns.len() as u64;
        let received = match (turn, last) {
            (Turn::NoAnswer, true) => day(6, 29),
            _ => after(day(5, 3), 1 + rank * 38 / turns.len() as u64),
        };
        let minute = random.between(7 * 60, 19 * 60);
        let subject = random.pick(&SUBJECTS.map(|subject| (subject, 1)));
        messages.push(request(mailbox, number, subject, at(received, minute)));
        if *turn == Turn::NoAnswer {
            messages.push(receipt(mailbox, number, subject, at(received, minute + 1)));
            continue;
        }
        let delay = match turn {
            Turn::Late => 8,
            _ => random.below(5),
        };
        let minute = if delay == 0 {
            minute + 60
        } else {
            random.between(9 * 60, 17 * 60)
        };
        let sent = at(after(received, delay), minute);
        messages.push(answer(mailbox, *turn, number, subject, received, sent));
    }
    messages
}

/// What no requirement judges.
fn aside() -> Vec<String> {
    let when = at(day(6, 3), 9 * 60);
    let to = address(SCHOOL);
    let plain = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit";
    let bounce = format!(
        "Return-Path: <>\nFrom: MAILER-DAEMON@courriel.example\nTo: {to}\nDate: {}\nMessage-ID: <b1@courriel.example>\nSubject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\n{plain}\n\nThe message could not be delivered.\n",
        date(when)
    );
    let letter = format!(
        "From: Lettre <lettre@editeur.example>\nTo: {to}\nDate: {}\nMessage-ID: <l1@editeur.example>\nSubject: Nos offres de juin\nList-Id: <lettre.editeur.example>\nList-Unsubscribe: <mailto:non@editeur.example>\n{plain}\n\nBonjour,\n\nNos offres de juin.\n",
        date(when)
    );
    let private = request(SCHOOL, 190, "Personnel : déjeuner", when);
    let reply = answer(
        SCHOOL,
        Turn::NoRole,
        190,
        "Personnel : déjeuner",
        when.date(),
        at(when.date(), 700),
    );
    let elsewhere = request(SCHOOL, 191, "Question", when).replace(&to, &format!("maire@{DOMAIN}"));
    let canteen = "Inscription à la cantine";
    let copy = request(SCHOOL, 192, canteen, at(day(6, 4), 600));
    let found = answer(
        SCHOOL,
        Turn::Plain,
        192,
        canteen,
        day(6, 4),
        at(day(6, 4), 900),
    );
    let draft = answer(
        SCHOOL,
        Turn::Short,
        193,
        canteen,
        day(6, 4),
        at(day(6, 4), 900),
    )
    .replacen("Subject:", "X-Unsent: 1\nSubject:", 1);
    vec![
        bounce,
        letter,
        private,
        reply,
        elsewhere,
        copy.clone(),
        found,
        copy,
        draft,
    ]
}

fn address(mailbox: Mailbox) -> String {
    format!("{}@{DOMAIN}", mailbox.local)
}

fn user(number: u64) -> String {
    format!("usager{number}@courriel.example")
}

/// `Mon, 4 May 2026 10:00:00 +0200`: the town is two hours ahead all through the period.
fn date(when: NaiveDateTime) -> String {
    when.format("%a, %-d %b %Y %H:%M:00 +0200").to_string()
}

fn request(mailbox: Mailbox, number: u64, subject: &str, when: NaiveDateTime) -> String {
    format!(
        "Received: from mx.courriel.example by mx.{DOMAIN}; {}\nFrom: Usager {number} <{}>\nTo: {}\nDate: {}\nMessage-ID: <r{number}@courriel.example>\nSubject: {}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nBonjour,\n\n{subject} : que dois-je faire ?\n\nMerci,\nUsager {number}\n",
        date(when),
        user(number),
        address(mailbox),
        date(when),
        encoded(subject)
    )
}

fn receipt(mailbox: Mailbox, number: u64, subject: &str, when: NaiveDateTime) -> String {
    format!(
        "From: {}\nTo: {}\nDate: {}\nMessage-ID: <c{number}@{DOMAIN}>\nIn-Reply-To: <r{number}@courriel.example>\nSubject: {}\nAuto-Submitted: auto-replied\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nNous avons bien reçu votre message.\n",
        address(mailbox),
        user(number),
        date(when),
        encoded(&format!("Accusé de réception : {subject}"))
    )
}

/// The signature that the town installed.
fn signature(mailbox: Mailbox, turn: Turn) -> String {
    let role = match turn {
        Turn::NoRole => String::new(),
        Turn::OtherRole => "Référente des familles\n".to_owned(),
        _ => format!("{}\n", mailbox.role),
    };
    format!(
        "{}\n{role}{}\nVille de Bourg-l’Exemple\n{ADDRESS}\nTél. : {}\n{}\n",
        mailbox.agent,
        mailbox.service,
        mailbox.phone,
        address(mailbox)
    )
}

fn answer(
    mailbox: Mailbox,
    turn: Turn,
    number: u64,
    subject: &str,
    asked: NaiveDate,
    when: NaiveDateTime,
) -> String {
    let closing = if turn == Turn::Short {
        "Cdt,"
    } else {
        "Cordialement,"
    };
    let middle = match turn {
        Turn::Loud => "MERCI DE PASSER EN MAIRIE.\n",
        Turn::Attachment => "Vous trouverez ci-joint la liste des pièces.\n",
        Turn::SilentAttachment => "Tout est en ordre.\n",
        _ => "Votre demande est enregistrée : nous vous écrirons sous 10 jours.\n",
    };
    let asked = asked.format("%d/%m/%Y");
    let text = format!("Bonjour,\n\nVous nous avez écrit le {asked}.\n{middle}\n{closing}\n\n");
    let subject = match turn {
        Turn::NoSubject => String::new(),
        _ => encoded(&format!("Re: {subject}")),
    };
    let head = format!(
        "From: {} <{}>\nTo: {}\nDate: {}\nMessage-ID: <a{number}@{DOMAIN}>\nIn-Reply-To: <r{number}@courriel.example>\nReferences: <r{number}@courriel.example>\nSubject: {subject}\nMIME-Version: 1.0\n",
        encoded(mailbox.service),
        address(mailbox),
        user(number),
        date(when)
    );
    let own = signature(mailbox, turn);
    head + &content(turn, &text, &own, number)
}

/// The body and the fields that say how it is written.
fn content(turn: Turn, text: &str, own: &str, number: u64) -> String {
    let plain = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
    match turn {
        Turn::Quoting => format!(
            "{plain}{text}{own}\nLe lundi 4 mai 2026 à 10:00, Usager {number} a écrit :\n\n> Bonjour,\n>\n> Que dois-je faire ? Cdt\n"
        ),
        Turn::QuotedSignature => format!(
            "{plain}{text}________________________________\nDe : Vie scolaire\nEnvoyé : lundi 4 mai 2026 10:00\nÀ : Usager {number}\nObjet : Inscription\n\nBonjour,\n\nVoici.\n\nCordialement,\n\n{own}"
        ),
        Turn::Html => {
            let lines = |text: &str| -> String {
                let lines = text.lines().filter(|line| !line.is_empty());
                lines
                    .map(|line| format!("<div>{}</div>\n", entities(line)))
                    .collect()
            };
            format!(
                "Content-Type: text/html; charset=us-ascii\nContent-Transfer-Encoding: 7bit\n\n<html><head><style>div {{ margin: 0 }}</style></head><body>\n{}{}<div class=\"gmail_quote\"><div class=\"gmail_attr\">Le lun. 4 mai 2026, Usager {number} a &eacute;crit&nbsp;:</div>\n<blockquote><div>Bonjour, RIEN NE VA PLUS DU TOUT. Cdt</div></blockquote></div></body></html>\n",
                lines(text),
                lines(own)
            )
        }
        Turn::OldLetters => format!(
            "Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n{}",
            quoted_printable(&format!("{text}{own}"))
        ),
        Turn::Attachment | Turn::SilentAttachment => format!(
            "Content-Type: multipart/mixed; boundary=\"=_{number}\"\n\n--=_{number}\n{plain}{text}{own}\n--=_{number}\nContent-Type: application/pdf; name=\"liste.pdf\"\nContent-Disposition: attachment; filename=\"liste.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n--=_{number}--\n"
        ),
        _ => format!("{plain}{text}{own}"),
    }
}

/// Letters beyond ASCII as numbered entities.
fn entities(line: &str) -> String {
    let letter = |letter: char| match letter {
        '&' => "&amp;".to_owned(),
        letter if letter.is_ascii() => letter.to_string(),
        letter => format!("&#{};", u32::from(letter)),
    };
    line.chars().map(letter).collect()
}

/// The letters of windows-1252 that the texts use: those of Latin-1, and the apostrophe of print.
fn windows(letter: char) -> u8 {
    match letter {
        '’' => 0x92,
        letter => u8::try_from(u32::from(letter)).unwrap_or(b'?'),
    }
}

/// Lines of at most 76 signs, letters beyond ASCII and `=` as two hexadecimal digits.
fn quoted_printable(text: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for letter in text.chars() {
        let sign = match letter {
            '\n' => {
                out.push('\n');
                width = 0;
                continue;
            }
            letter if letter.is_ascii() && letter != '=' => letter.to_string(),
            letter => format!("={:02X}", windows(letter)),
        };
        if width + sign.len() > 72 {
            out.push_str("=\n");
            width = 0;
        }
        width += sign.len();
        out.push_str(&sign);
    }
    out
}

/// A text for a field of the head: as it is when it is ASCII, else as one word in UTF-8 and base64.
fn encoded(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut out = "=?utf-8?B?".to_owned();
    for chunk in text.as_bytes().chunks(3) {
        let byte = |rank: usize| chunk.get(rank).copied().map_or(0, u32::from);
        let number = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = usize::try_from((number >> (18 - 6 * place)) & 63).unwrap_or(0);
            let sign = DIGITS.get(digit).filter(|_| place <= chunk.len());
            out.push(sign.map_or('=', |sign| char::from(*sign)));
        }
    }
    out + "?="
}
