//! Lists that stay on the machine: every row of a requirement, and the people to remind.

use super::town::{ANSWERED, Town, calls, run_with};

const AWARENESS: &str = r#"number = 3
title = "Des agents sensibilisés"
promise = "Nous sensibilisons tous nos agents."
theme = "Formation"
owner = "Direction des ressources humaines"

[[requirement]]
id = "tous"
title = "Chaque agent est venu"
source = "agents"
severity = "minor"

[requirement.roll_call]
key = "matricule"
register = { source = "seances", key = "matricule" }
at_least = "100 %"
"#;

const LISTS: &str = r#"
[agents]
title = "Agents"
nature = "register"
files = ["evidence/agents-1.csv", "evidence/agents-2.csv"]
collected = 2026-06-30
proof = "census"
dialect = { delimiter = ";", encoding = "windows-1252" }

[agents.columns]
matricule = { header = "N°", type = "key" }
nom = { header = "Nom", type = "personal" }
courriel = { header = "Courriel", type = "personal" }
service = { header = "Service", type = "text" }

[seances]
title = "Séances"
nature = "register"
files = ["evidence/seances.csv"]
collected = 2026-06-30
proof = "census"

[seances.columns]
matricule = { type = "key" }
"#;

const TOLD: &str = "sensibilisation/tous";

/// The town with a list of five agents in two files, of whom two came.
fn town() -> Town {
    let town = Town::new();
    let sources = std::fs::read_to_string(town.path("charter/sources.toml")).expect("a file");
    town.write("charter/sources.toml", sources + LISTS);
    town.write("charter/engagements/sensibilisation.toml", AWARENESS);
    town.write(
        "evidence/agents-1.csv",
        b"Service;N\xb0;Nom;Courriel\nVoirie;A1;L\xe9a Exemple;lea@example.org\nSports;A2;=1+1;\nVoirie;A3;\"Untel; Jean\";jean@example.org\n",
    );
    // Here the columns are elsewhere, and one row is broken.
    town.write(
        "evidence/agents-2.csv",
        b"N\xb0;Service;Courriel;Nom\nA4;Voirie;x@example.org;Personne Quatre\nA5;Voirie;Personne Cinq\n",
    );
    town.write("evidence/seances.csv", "matricule\nA1\nA4\n");
    town
}

fn text(town: &Town, path: &str) -> String {
    std::fs::read_to_string(town.path(path)).expect("a list")
}

#[test]
fn the_people_to_remind_are_named_in_a_local_file() {
    let town = town();
    let said = town.run(&["reminders", TOLD, "--out", "relances.csv"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{said:?}");
    assert!(said.err.contains("3 personnes"), "{said:?}");
    for name in ["Léa", "Untel", "A2", "example.org"] {
        assert!(!said.err.contains(name), "{said:?}");
    }
    // A1 and A4 came; the broken row of A5 may be anyone's.
    assert_eq!(
        text(&town, "relances.csv"),
        "\u{feff}suite;motif;fichier;ligne;N°;Nom;Courriel\n\
         à relancer;;1;3;A2;'=1+1;\n\
         à relancer;;1;4;A3;\"Untel; Jean\";jean@example.org\n\
         à vérifier;illisible;2;3\n"
    );
    // An earlier list gives way, and nothing is left beside it.
    town.write("evidence/seances.csv", "matricule\nA1\nA2\nA3\nA4\n");
    let said = town.run(&["reminders", TOLD, "--out", "relances.csv", "--lang", "fr"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(!text(&town, "relances.csv").contains("Untel"));
    assert_eq!(town.names("."), ["charter", "evidence", "relances.csv"]);
}

#[test]
#[cfg(unix)]
fn a_list_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let town = town();
    town.run(&["reminders", TOLD, "--out", "relances.csv"]);
    let metadata = std::fs::metadata(town.path("relances.csv")).expect("a list");
    assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
}

#[test]
fn every_row_that_fails_is_named_by_file_and_line() {
    let town = town();
    town.write(
        "evidence/journal.csv",
        calls(9, 40) + "31/05/2026;peut-être;Personne\n",
    );
    let said = town.run(&["explain", ANSWERED, "--rows", "lignes.csv"]);
    assert_eq!(said.code, 0, "{said:?}");
    let lines: Vec<String> = (11..=41)
        .map(|line| format!("appels;1;{line};non tenu;;\n"))
        .collect();
    assert_eq!(
        text(&town, "lignes.csv"),
        format!(
            "\u{feff}source;fichier;ligne;compte;motif;où\n{}appels;1;42;inconnu;illisible;\n",
            lines.concat()
        )
    );
}

#[test]
fn no_list_is_written_in_continuous_integration() {
    let town = town();
    for ci in ["true", "1", "woodpecker"] {
        for args in [
            &["reminders", TOLD, "--out", "liste.csv"][..],
            &["explain", TOLD, "--rows", "liste.csv"],
        ] {
            let said = run_with(town.root(), args, &[("CI", ci)]);
            assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
            assert_eq!(said.codes(), ["cli-local-in-ci"], "{args:?}");
        }
    }
    for service in ["GITHUB_ACTIONS", "TF_BUILD", "JENKINS_URL"] {
        let args = ["reminders", TOLD, "--out", "liste.csv"];
        let said = run_with(town.root(), &args, &[(service, "1")]);
        assert_eq!(said.codes(), ["cli-local-in-ci"], "{service}");
    }
    assert_eq!(town.names("."), ["charter", "evidence"]);
    // The explanation itself names nobody, and is welcome there.
    let said = run_with(town.root(), &["explain", TOLD], &[("CI", "true")]);
    assert_eq!(said.code, 0, "{said:?}");
    let args = ["explain", TOLD, "--rows", "liste.csv"];
    for ci in ["", "false", "0"] {
        assert_eq!(run_with(town.root(), &args, &[("CI", ci)]).code, 0);
    }
}

#[test]
fn a_list_takes_the_place_of_nothing_else_and_is_not_published() {
    let town = town();
    town.write("notes.csv", "mes notes\n");
    let said = town.run(&["reminders", TOLD, "--out", "notes.csv"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.codes().contains(&"run-local-taken"), "{said:?}");
    assert_eq!(text(&town, "notes.csv"), "mes notes\n");
    // A list of rows is no list of people.
    town.run(&["explain", TOLD, "--rows", "lignes.csv"]);
    let said = town.run(&["reminders", TOLD, "--out", "lignes.csv"]);
    assert!(said.codes().contains(&"run-local-taken"), "{said:?}");

    assert_eq!(town.run(&["publish"]).code, 0);
    for path in ["published/liste.csv", "published/audit/liste.csv"] {
        let said = town.run(&["reminders", TOLD, "--out", path]);
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.codes().contains(&"run-local-published"), "{said:?}");
        assert!(!town.path(path).exists(), "{path}");
    }
    let said = town.run(&["reminders", TOLD, "--out", "nulle/part.csv"]);
    assert!(said.codes().contains(&"run-local-write"), "{said:?}");
}

#[test]
fn only_a_roll_call_has_people_to_remind() {
    let town = town();
    let said = town.run(&["reminders", ANSWERED, "--out", "liste.csv"]);
    assert_eq!(said.codes(), ["run-reminders-no-roll-call"]);
    assert!(said.err.contains(TOLD), "{said:?}");
    assert!(!town.path("liste.csv").exists());
}

#[test]
fn an_explanation_warns_of_its_own_evidence_alone() {
    let town = town();
    town.write("evidence/seances.csv", "matricule\nA1\nA4\n\"\n");
    town.write(
        "evidence/journal.csv",
        calls(9, 10) + "31/05/2026;peut-être;Personne\n",
    );
    let whole = town.run(&["check"]);
    assert!(
        whole.codes().contains(&"evidence-cell-new-value"),
        "{whole:?}"
    );
    let told = town.run(&["explain", TOLD]);
    assert!(told.err.contains("seances") && told.err.contains("agents"));
    assert!(!told.err.contains("appels"), "{told:?}");
    let told = town.run(&["explain", ANSWERED]);
    assert!(told.err.contains("appels") && !told.err.contains("seances"));
}

#[test]
fn every_row_and_cell_that_could_not_be_read_is_named_without_its_value() {
    let town = Town::new();
    let broken: String = (1..=30).map(|_| "31/05/2026;oui\n").collect();
    let bad: String = (1..=30).map(|_| "99/05/2026;marqueur;Personne\n").collect();
    town.write("evidence/journal.csv", calls(9, 10) + &broken + &bad);
    let said = town.run(&["check", "--rejections", "illisibles.csv"]);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.err.contains("90 lignes ou cellules"), "{said:?}");
    // The calls are lines 2 to 11, the short rows 12 to 41, the unreadable ones 42 to 71.
    let rows = (12..=41).map(|line| format!("appels;1;;{line};;nombre de cellules\n"));
    let cells = (42..=71).flat_map(|line| {
        [
            format!("appels;1;;{line};jour;ne suit pas le format déclaré\n"),
            format!("appels;1;;{line};repondu;valeur non déclarée\n"),
        ]
    });
    let list: String = rows.chain(cells).collect();
    assert_eq!(
        text(&town, "illisibles.csv"),
        format!("\u{feff}source;fichier;feuille;ligne;colonne;motif\n{list}")
    );
    assert!(!said.both().contains("marqueur"), "{said:?}");
    // The page for the auditor has the first twenty.
    let said = town.run(&["publish"]);
    assert!(said.code != 2, "{said:?}");
    let page = text(&town, "published/audit/index.html");
    let narrow = '\u{202f}';
    assert!(page.contains(&format!("fichier 1, ligne 31{narrow}: nombre de cellules")));
    assert!(!page.contains("ligne 32") && !page.contains("marqueur"));
    // Never where others read it.
    let refused = run_with(
        town.root(),
        &["check", "--rejections", "non.csv"],
        &[("CI", "true")],
    );
    assert_eq!(
        (refused.code, refused.codes()),
        (2, vec!["cli-local-in-ci"])
    );
}
