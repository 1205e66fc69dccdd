//! Signatures on hand-made lines.

use super::{Block, Known, Name, name, read};
use crate::evidence::mail::facts::Form;
use crate::evidence::mail::template::{MailSettings, Mailbox, Phone, Template};
use crate::evidence::mail::words::Wording;
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
            roles: wordings(&["Officier d'état civil", "Agent d'accueil"]),
            services: wordings(&["Service état civil", "État civil"]),
            addresses: wordings(&["1, place de la Mairie, 00000 Ville"]),
            phones: vec![Phone::parse("01 99 00 ## ##").unwrap()],
            ignored: wordings(&["Pensez à l'environnement"]),
            ..Template::default()
        },
        ..MailSettings::default()
    }
}

fn facts(text: &str, unsure: bool) -> Vec<Known> {
    let lines: Vec<&str> = text.lines().collect();
    let given = read(&mut Block::new(&lines), &settings(), unsure);
    given.parts.iter().map(|(_, known)| *known).collect()
}

const YES: Known = Some(true);
const NO: Known = Some(false);

#[test]
fn signatures_by_hand() {
    let whole = "Claire MARTIN\nOfficier d’état civil\nService État civil\n1, place de la Mairie\n00000 Ville\nTél. : 01 99 00 12 34\nmairie@ville.example\n";
    // First name, name, role, service, address, telephone, mailbox.
    for (text, expected) in [
        (whole.to_owned(), [YES; 7]),
        (whole.replace('\n', " | "), [YES; 7]),
        (format!("{whole}Pensez à l’environnement\n"), [YES; 7]),
        // The role is none of the declared ones.
        (
            whole.replace("Officier d’état civil", "Référente des actes"),
            [YES, YES, None, YES, YES, YES, YES],
        ),
        // No line of a role at all.
        (
            whole.replace("Officier d’état civil\n", ""),
            [YES, YES, NO, YES, YES, YES, YES],
        ),
        (
            whole.replace("01 99 00 12 34", "01 98 00 12 34"),
            [YES, YES, YES, YES, YES, None, YES],
        ),
        (
            whole.replace("Tél. : 01 99 00 12 34\n", ""),
            [YES, YES, YES, YES, YES, NO, YES],
        ),
        (
            whole.replace("mairie@ville.example\n", ""),
            [YES, YES, YES, YES, YES, YES, NO],
        ),
        (
            whole.replace("mairie@", "c.martin@"),
            [YES, YES, YES, YES, YES, YES, None],
        ),
        (
            whole.replace("1, place de la Mairie\n00000 Ville\n", ""),
            [YES, YES, YES, YES, NO, YES, YES],
        ),
        (
            whole.replace("1, place de la Mairie\n00000 Ville\n", "1 place\n"),
            [YES, YES, YES, YES, None, YES, YES],
        ),
        (
            whole.replace("Claire MARTIN\n", ""),
            [NO, NO, YES, YES, YES, YES, YES],
        ),
        (
            whole.replace("Claire MARTIN", "Mme MARTIN"),
            [NO, YES, YES, YES, YES, YES, YES],
        ),
        (
            whole.replace("Claire MARTIN", "C. Martin"),
            [NO, YES, YES, YES, YES, YES, YES],
        ),
        (whole.replace("Claire MARTIN", "Claire Martin"), [YES; 7]),
        (
            whole.replace("Claire MARTIN", "Claire"),
            [None, None, YES, YES, YES, YES, YES],
        ),
        // Two words with a capital and no role: the words may be the role.
        (
            "Responsable Accueil\nÉtat civil".to_owned(),
            [None, None, None, YES, None, NO, NO],
        ),
        (
            "Claire Martin".to_owned(),
            [None, None, None, None, NO, NO, NO],
        ),
        ("Claire MARTIN".to_owned(), [YES, YES, NO, NO, NO, NO, NO]),
    ] {
        assert_eq!(facts(&text, false), expected, "{text}");
    }
    assert_eq!(
        facts("Claire MARTIN", true),
        [YES, YES, None, None, None, None, None]
    );
}

#[test]
fn names_by_hand() {
    for (text, expected) in [
        ("Claire MARTIN", Name::Sure),
        ("MARTIN Claire", Name::Sure),
        ("Jean-Pierre DE LA TOUR", Name::Sure),
        ("Mme Claire MARTIN", Name::Sure),
        ("Claire Martin", Name::Likely),
        ("CLAIRE MARTIN", Name::Likely),
        ("M. Martin", Name::LastOnly),
        ("C. MARTIN", Name::LastOnly),
        ("Claire", Name::One),
        ("Chargée de mission", Name::No),
        ("Mairie de BOURG", Name::No),
        ("Officier d'état civil", Name::No),
        ("12", Name::No),
        ("M.", Name::No),
    ] {
        let run: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(name(&run), expected, "{text}");
    }
}

proptest! {
    /// What is certainly absent stays so whatever is taken away, and doubt takes certain absences away alone.
    #[test]
    fn doubt_only_removes_absences(text in "([A-Z]?[a-zé]{0,6}[ ,:\n]|01 99 00 12 34|@ville.example|État civil){0,12}") {
        let (sure, unsure) = (facts(&text, false), facts(&text, true));
        for (one, two) in sure.iter().zip(&unsure) {
            prop_assert_ne!(*two, Some(false));
            prop_assert!(*one == *two || *one == Some(false), "{:?} {:?}", one, two);
        }
    }
}

#[test]
fn parts_stand_in_the_order_of_forms() {
    let given = read(&mut Block::new(&[]), &settings(), false);
    let forms: Vec<Form> = given.parts.iter().map(|(form, _)| *form).collect();
    let all: Vec<Form> = Form::ALL.iter().map(|(form, _)| *form).collect();
    assert_eq!(forms, all[4..11]);
}
