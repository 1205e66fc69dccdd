//! Facts of form on hand-made bodies.

use super::super::facts::Form;
use super::super::guard::guard;
use super::super::template::{MailSettings, Mailbox, Phone, Template};
use super::super::words::Wording;
use super::{Known, read};
use proptest::prelude::*;

fn settings() -> MailSettings {
    let wordings = |texts: &[&str]| texts.iter().filter_map(|text| Wording::of(text)).collect();
    MailSettings {
        mailboxes: vec![Mailbox {
            id: "mairie".to_owned(),
            addresses: vec!["mairie@ville.example".to_owned()],
            service: None,
        }],
        template: Template {
            greetings: wordings(&["Madame", "Monsieur", "Madame, Monsieur", "Bonjour"]),
            closings: wordings(&[
                "Cordialement",
                "Bien cordialement",
                "salutations distinguées",
            ]),
            abbreviations: wordings(&["Cdt", "rdv"]),
            roles: wordings(&["Agent d’accueil"]),
            services: wordings(&["Accueil et standard"]),
            addresses: wordings(&["1, place de la Mairie, 00000 Ville"]),
            phones: vec![Phone::parse("01 99 00 ## ##").unwrap()],
            attachments: wordings(&["ci-joint", "pièce jointe"]),
            delays: wordings(&["sous # jours", "avant le #"]),
            ignored: Vec::new(),
        },
        ..MailSettings::default()
    }
}

const SIGNATURE: &str = "Claire MARTIN\nAgent d’accueil\nAccueil et standard\n1, place de la Mairie\n00000 Ville\n01 99 00 12 34\nmairie@ville.example\n";

fn facts_of(subject: &str, message: &str) -> Vec<Known> {
    let raw = guard(message.as_bytes().to_vec()).unwrap();
    read(subject, &super::super::body::read(&raw), &settings()).to_vec()
}

fn fact(form: Form, subject: &str, text: &str) -> Known {
    facts_of(
        subject,
        &format!("Content-Type: text/plain; charset=utf-8\n\n{text}"),
    )[form as usize]
}

const YES: Known = Some(true);
const NO: Known = Some(false);

fn check(form: Form, cases: &[(&str, Known)]) {
    for (text, expected) in cases {
        assert_eq!(fact(form, "Acte", text), *expected, "{form:?} of {text:?}");
    }
}

#[test]
fn subjects() {
    for (subject, expected) in [
        ("Votre demande", YES),
        ("Re: acte", YES),
        ("", NO),
        ("RE : Tr:", NO),
        ("(sans objet)", NO),
        ("Re: Sans objet", NO),
        ("…", NO),
    ] {
        assert_eq!(fact(Form::Subject, subject, "x"), expected, "{subject}");
    }
}

#[test]
fn greetings() {
    check(
        Form::Greeting,
        &[
            ("Bonjour,\n\nVotre acte est prêt.", YES),
            ("MADAME, MONSIEUR,\nVotre acte est prêt.", YES),
            ("Réf. : 2026-12.\n\nMonsieur,\nVotre acte est prêt.", YES),
            // Not declared, but it could be one.
            ("Chère Claire,\n\nVotre acte est prêt.", None),
            ("Votre acte est prêt.\nVous pouvez venir le chercher.", NO),
            ("", NO),
            // Only what was quoted has one.
            ("> Bonjour,\n> Je demande un acte.", NO),
            (
                "Votre acte est prêt.\nLe 4 mai 2026 à 10:02, X a écrit :\n> Bonjour,",
                NO,
            ),
        ],
    );
}

#[test]
fn closings() {
    check(
        Form::Closing,
        &[
            ("Bonjour,\nVoici.\nCordialement,", YES),
            ("Bonjour,\nVoici.\nBien cordialement\nClaire", YES),
            (
                "Bonjour,\nVoici.\nVeuillez agréer nos salutations distinguées.",
                YES,
            ),
            // Not declared, but it could be one.
            ("Bonjour,\nVoici.\nBien à vous,\nClaire", None),
            (
                "Bonjour,\nVeuillez agréer, Madame, nos\nsalutations respectueuses.",
                None,
            ),
            ("Bonjour,\nVoici.\nCdt,\nClaire", NO),
            ("Bonjour,\nVoici l’acte.", NO),
            ("Bonjour,\nVoici.\n> Cordialement,", NO),
        ],
    );
}

#[test]
fn signatures() {
    check(
        Form::Signature,
        &[
            (
                &format!("Bonjour,\nVoici.\nCordialement,\n\n{SIGNATURE}"),
                YES,
            ),
            ("Bonjour,\nVoici.\nCordialement,", NO),
            (
                "Bonjour,\nVoici.\nCordialement,\n\n-----Message d’origine-----\nClaire MARTIN",
                NO,
            ),
            ("Bonjour,\nVoici.\n--\nClaire MARTIN", YES),
            // Without a closing, nobody knows where it would begin.
            ("Bonjour,\nVoici.", None),
            (&format!("Bonjour,\nVoici.\nBien à vous,\n{SIGNATURE}"), YES),
            ("", NO),
        ],
    );
    let whole = format!("Bonjour,\nVoici.\nCordialement,\n\n{SIGNATURE}");
    for form in [
        Form::FirstName,
        Form::LastName,
        Form::Role,
        Form::Service,
        Form::Address,
        Form::Phone,
        Form::Mail,
    ] {
        check(
            form,
            &[
                (&whole, YES),
                // A perfect signature that was quoted is nobody's.
                (
                    &format!(
                        "Bonjour,\nVoici.\nCordialement,\n\nDe : X\nEnvoyé : lundi\n\n{SIGNATURE}"
                    ),
                    NO,
                ),
                (
                    &format!(
                        "Bonjour,\nVoici.\nCordialement,\n\n{}",
                        SIGNATURE
                            .replace("\n", "\n> ")
                            .replacen("Claire", "> Claire", 1)
                    ),
                    NO,
                ),
                ("Bonjour,\nVoici.\nCordialement,", NO),
            ],
        );
    }
}

#[test]
fn parts_of_signatures() {
    let whole = format!("Bonjour,\nVoici.\nCordialement,\n\n{SIGNATURE}");
    check(
        Form::Role,
        &[
            (&whole.replace("Agent d’accueil", "Hôte d’accueil"), None),
            (&whole.replace("Agent d’accueil\n", ""), NO),
            (
                "Bonjour,\nJe suis agent d’accueil.\nBien à vous,\nClaire",
                YES,
            ),
        ],
    );
    check(
        Form::FirstName,
        &[
            (&whole.replace("Cordialement", "Cdt"), YES),
            ("Bonjour,\nVoici.\nCdt,", NO),
            // An abbreviation within a line ends nothing.
            ("Bonjour,\nVotre rdv est pris.\nClaire MARTIN", None),
        ],
    );
    check(
        Form::LastName,
        &[("Bonjour,\nMerci à Claire MARTIN.\nBien à vous,", None)],
    );
}

#[test]
fn capitals() {
    check(
        Form::Capitals,
        &[
            ("Bonjour,\nMERCI DE FOURNIR LES PIÈCES.\nCordialement,", YES),
            (
                "Bonjour,\nVoici la CNI et le RIB.\nCordialement,\nCLAIRE MARTIN DE LA TOUR",
                NO,
            ),
            ("Bonjour,\nTRÈS URGENT.\n", NO),
            ("Voici.\n> MERCI DE FOURNIR LES PIÈCES.", NO),
        ],
    );
    assert_eq!(
        fact(Form::Capitals, "DEMANDE D’ACTE DE NAISSANCE", "x"),
        YES
    );
}

#[test]
fn abbreviations() {
    check(
        Form::Abbreviation,
        &[
            ("Bonjour,\nVoici.\nCdt,", YES),
            ("Bonjour,\nVotre RDV est pris.\nCordialement,", YES),
            ("Bonjour,\nVoici.\nCordialement,\nCdt. Martin", NO),
            ("Bonjour,\nVoici.", NO),
        ],
    );
}

#[test]
fn delays() {
    check(
        Form::Delay,
        &[
            ("Nous répondrons sous 10 jours.", YES),
            ("Nous répondrons avant le 4 juin.", YES),
            ("Nous répondrons la semaine prochaine.", None),
            ("Nous répondrons en juin 2026.", None),
            ("Nous avons bien noté votre question.", NO),
        ],
    );
}

#[test]
fn attachments() {
    let mixed = |text: &str| {
        format!(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--b\nContent-Type: application/pdf; name=\"liste-cantine.pdf\"\n\nx\n--b--\n"
        )
    };
    for (text, expected) in [
        ("Vous trouverez ci-joint la liste.", YES),
        ("Vous trouverez en annexe la liste.", None),
        ("Voici pour la cantine.", None),
        ("Bonne journée.", NO),
    ] {
        let facts = facts_of("Acte", &mixed(text));
        assert_eq!(facts[Form::Announced as usize], expected, "{text}");
        assert_eq!(facts[Form::Attachments as usize], YES, "{text}");
    }
    check(Form::Attachments, &[("Voici.", NO)]);
}

#[test]
fn what_was_not_read_whole_lacks_nothing_for_certain() {
    let sealed = "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\nAAAA\n";
    let facts = facts_of("Acte", sealed);
    assert_eq!(facts[0], YES);
    assert!(facts[1..].iter().all(Option::is_none), "{facts:?}");
    let damaged = format!(
        "Content-Type: text/plain; charset=utf-8\n\nBonjour,\nFa\u{fffd}ade.\nCordialement,\n\n{SIGNATURE}"
    );
    let facts = facts_of("Acte", &damaged);
    for form in [
        Form::Greeting,
        Form::Closing,
        Form::Signature,
        Form::Role,
        Form::Mail,
    ] {
        assert_eq!(facts[form as usize], YES, "{form:?}");
    }
    for form in [
        Form::Capitals,
        Form::Abbreviation,
        Form::Announced,
        Form::Delay,
    ] {
        assert_eq!(facts[form as usize], None, "{form:?}");
    }
    let image = "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>Bonjour,</p><p>Voici.</p><p>Cordialement,</p><img src=\"cid:a\">\n--b\nContent-Type: image/png\nContent-ID: <a>\n\nx\n--b--\n";
    let facts = facts_of("Acte", image);
    for form in [Form::Signature, Form::FirstName, Form::Role, Form::Phone] {
        assert_eq!(facts[form as usize], None, "{form:?}");
    }
}

#[test]
fn html_is_judged_as_text_is() {
    let lines = format!("Bonjour,\nVoici.\nCordialement,\n{SIGNATURE}");
    let paragraphs: String = lines.lines().map(|line| format!("<p>{line}</p>")).collect();
    let quoted = format!("{paragraphs}<blockquote><p>Cdt, {SIGNATURE}</p></blockquote>");
    let plain = facts_of(
        "Acte",
        &format!("Content-Type: text/plain; charset=utf-8\n\n{lines}"),
    );
    for html in [paragraphs, quoted] {
        let rich = facts_of(
            "Acte",
            &format!("Content-Type: text/html; charset=utf-8\n\n{html}"),
        );
        assert_eq!(rich, plain, "{html}");
    }
}

proptest! {
    /// What is quoted behind a message changes nothing of its facts.
    #[test]
    fn quotes_change_nothing(
        text in "((Bonjour|Cordialement|Claire MARTIN|ci-joint|Cdt|sous 3 jours|X Y)[,.]?\n){1,6}",
        quoted in "((Bonjour|Cordialement|Claire MARTIN|Agent d’accueil|ci-joint|Cdt)[,.]?\n){0,6}",
    ) {
        let head = "Content-Type: text/plain; charset=utf-8\n\n";
        let alone = facts_of("Acte", &format!("{head}{text}"));
        let marked: String = quoted.lines().map(|line| format!("> {line}\n")).collect();
        for behind in [
            format!("{text}{marked}"),
            format!("{text}Le 4 mai 2026 à 10:02, X a écrit :\n{marked}"),
            format!("{text}De : X\nEnvoyé : lundi 4 mai\nÀ : Y\n\n{quoted}"),
            format!("{text}-----Message d’origine-----\n{quoted}"),
        ] {
            prop_assert_eq!(&facts_of("Acte", &format!("{head}{behind}")), &alone, "{}", behind);
        }
    }

    #[test]
    fn any_text_is_judged(text in ".{0,300}") {
        fact(Form::Role, &text, &text);
    }
}
