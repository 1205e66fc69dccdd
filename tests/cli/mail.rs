//! E-mails as evidence: folders, links, what is passed over, and where it is said.

use super::town::Town;
use std::fmt::Write;

const SOURCE: &str = r#"
[courriels]
title = "Courriels de la mairie"
format = "mail"
nature = "software-export"
files = ["evidence/mairie"]
collected = 2026-06-30
proof = "census"
time = "date"
rows_expected = { irregular = { reason = "Quelques messages par mois" } }

[courriels.mailboxes]
mairie = { addresses = ["mairie@ville.example"] }

[courriels.template]
greetings = ["Bonjour"]
closings = ["Cordialement"]
roles = ["Agent d'accueil"]
services = ["Accueil"]
addresses = ["1, place de la Mairie"]
phones = ["01 99 00 ## ##"]
"#;

const ENGAGEMENT: &str = r#"number = 3
title = "Des courriels clairs"
promise = "Nous répondons."
theme = "Courriels"
owner = "Responsable de l'accueil"

[[requirement]]
id = "reponse"
title = "La première réponse part en 5 jours ouvrés"
source = "courriels"
severity = "minor"
among = { sens = "reçu", nouvelle_demande = true }

[requirement.share]
holds = { delai_reponse = { at_most = 5 } }
at_least = "90 %"
"#;

const NAME: &str = "courriels/reponse";

fn request(number: usize, more: &str) -> String {
    format!(
        "From: usager{number}@courriel.example\nTo: mairie@ville.example\nDate: Mon, 1 Jun 2026 10:00:00 +0200\nMessage-ID: <r{number}@courriel.example>\nSubject: Question\n{more}\nBonjour\n"
    )
}

fn answer(number: usize) -> String {
    format!(
        "From: mairie@ville.example\nTo: usager{number}@courriel.example\nDate: Tue, 2 Jun 2026 10:00:00 +0200\nMessage-ID: <a{number}@ville.example>\nIn-Reply-To: <r{number}@courriel.example>\nSubject: Re: Question\n\nBonjour\n"
    )
}

fn read(town: &Town, path: &str) -> String {
    std::fs::read_to_string(town.path(path)).expect("a file")
}

/// A town with e-mails, one request of which is answered.
fn town() -> Town {
    let town = Town::new();
    let sources = format!("{}{SOURCE}", read(&town, "charter/sources.toml"));
    town.write("charter/sources.toml", sources);
    town.write("charter/engagements/courriels.toml", ENGAGEMENT);
    town.write("evidence/mairie/1.eml", request(1, ""));
    town.write("evidence/mairie/2.eml", answer(1));
    town
}

#[test]
fn what_is_passed_over_is_said() {
    let town = town();
    town.write("evidence/mairie/3.eml", request(1, ""));
    town.write(
        "evidence/mairie/4.eml",
        request(2, "Sensitivity: Personal\n"),
    );
    town.write("evidence/mairie/5.eml", request(3, "X-Unsent: 1\n"));
    town.write(
        "evidence/mairie/6.eml",
        request(4, "").replace("To: mairie", "To: maire"),
    );
    let said = town.judged();
    assert_eq!((said.code, said.codes().len()), (0, 0), "{said:?}");
    let scorecard = said.scorecard();
    let sources = scorecard["sources"].as_array().expect("sources");
    let source = sources
        .iter()
        .find(|source| source["id"] == "courriels")
        .expect("the source");
    let skipped =
        serde_json::json!({ "draft": 1, "other-mailbox": 1, "personal": 1, "repeated": 1 });
    assert_eq!(
        (&source["rows"], &source["read"], &source["skipped"]),
        (&6.into(), &2.into(), &skipped)
    );
    let told = town.run(&["explain", NAME]);
    let words: Vec<&str> = told.out.split_whitespace().collect();
    let account = "2 lignes lues + 0 rejetée + 4 non examinés = 6";
    let told = words.join(" ");
    assert!(told.contains(account), "{told}");
    let told = town.run(&["publish"]);
    assert_eq!(told.code, 0, "{told:?}");
    let page = read(&town, "published/audit/index.html").to_lowercase();
    for text in [
        "non examinés",
        "autre boîte",
        "personnels ou privés",
        "brouillons",
        "copies",
    ] {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn an_mbox_and_a_folder_give_the_same_figures() {
    let (folder, file) = (town(), town());
    let mut mbox = String::new();
    for message in [request(1, ""), answer(1)] {
        writeln!(mbox, "From - Mon Jun  1 10:00:00 2026\n{message}").expect("a text");
    }
    file.remove("evidence/mairie/1.eml");
    file.remove("evidence/mairie/2.eml");
    file.write("evidence/mairie/dans/un/dossier/boite", mbox);
    assert_eq!(folder.judged().card(NAME), file.judged().card(NAME));
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_folder_is_not_followed() {
    use std::os::unix::fs::symlink;
    let (inside, outside) = (town(), tempfile::tempdir().expect("a folder"));
    std::fs::write(outside.path().join("7.eml"), request(7, "")).expect("a file");
    for target in [outside.path().join("7.eml"), outside.path().to_owned()] {
        let link = inside.path("evidence/mairie/7.eml");
        symlink(&target, &link).expect("a link");
        let said = inside.judged();
        assert_eq!(said.codes(), ["evidence-file-unreadable"], "{said:?}");
        assert_eq!(said.card(NAME)["cause"], "no-evidence", "{said:?}");
        std::fs::remove_file(link).expect("a link");
    }
    // Links within the folder are as good as files, and circles end.
    symlink(
        inside.path("evidence/mairie"),
        inside.path("evidence/mairie/encore"),
    )
    .expect("a link");
    let said = inside.judged();
    assert_eq!(said.codes(), ["evidence-file-unreadable"], "{said:?}");
}

#[test]
fn messages_of_a_person_are_named_by_their_number_alone() {
    let town = town();
    town.write("evidence/mairie/3 Martin.eml", "rien\n");
    let said = town.judged();
    assert_eq!(
        said.codes(),
        ["evidence-row-message-unreadable"],
        "{said:?}"
    );
    assert!(said.err.contains("n° 3"), "{said:?}");
    assert!(
        !said.both().contains("Martin") && !said.both().contains("eml"),
        "{said:?}"
    );
}
