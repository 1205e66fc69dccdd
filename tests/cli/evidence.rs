//! Faults of the evidence: each is located, costs only the requirements that it concerns, and the run goes on.

use super::town::{ANSWERED, Said, Town, VISITS, calls};
use std::fs;

const JOURNAL: &str = "evidence/journal.csv";

/// The calls cannot be judged, with a cause; the visits are as they were; no name of a file is told.
fn check(town: &Town, codes: &[&str], cause: &str) -> Said {
    let visits = Town::new().judged().card(VISITS);
    let said = town.judged();
    assert_eq!(said.code, 3, "{said:?}");
    assert_eq!(said.codes(), codes, "{said:?}");
    assert_eq!(said.card(VISITS), visits);
    let card = said.card(ANSWERED);
    assert_eq!(
        (card["verdict"].as_str(), card["cause"].as_str()),
        (Some("not-shown"), Some(cause)),
        "{said:?}"
    );
    for secret in ["journal", "evidence/", "fiches", "Personne"] {
        assert!(!said.both().contains(secret), "{secret}: {said:?}");
    }
    assert!(said.err.contains("appels"), "{said:?}");
    said
}

#[test]
fn a_file_that_is_missing() {
    let town = Town::new();
    town.remove(JOURNAL);
    let said = check(&town, &["evidence-file-missing"], "no-evidence");
    assert!(said.err.contains("fichier 1"), "{said:?}");
}

#[test]
fn a_file_that_is_missing_among_others() {
    let town = Town::new();
    let two = "files = [\"evidence/journal.csv\", \"evidence/suite.csv\"]";
    town.replace(
        "charter/sources.toml",
        "files = [\"evidence/journal.csv\"]",
        two,
    );
    let said = town.judged();
    assert_eq!(
        (said.code, said.codes()),
        (3, vec!["evidence-file-missing"])
    );
    assert!(said.err.contains("fichier 2"), "{said:?}");
    assert!(!said.both().contains("suite"), "{said:?}");
    town.write("evidence/suite.csv", calls(10, 10));
    let said = town.judged();
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(said.card(ANSWERED)["measured"]["denominator"], 20);
    // The same rows under two names: a month is probably missing.
    town.write("evidence/suite.csv", calls(9, 10));
    let said = town.judged();
    assert_eq!((said.code, said.codes()), (3, vec!["evidence-file-twice"]));
    assert_eq!(said.card(ANSWERED)["measured"]["denominator"], 10);
    assert_eq!(said.card(ANSWERED)["verdict"], "not-shown");
}

#[test]
fn a_file_with_another_header() {
    let town = Town::new();
    town.replace(JOURNAL, "jour;repondu;nom", "jour;marqueur-inconnu;nom");
    let said = check(&town, &["evidence-header-missing"], "no-evidence");
    assert!(said.err.contains("repondu"), "{said:?}");
    assert!(!said.both().contains("marqueur-inconnu"), "{said:?}");
}

#[test]
fn a_header_that_stands_twice() {
    let town = Town::new();
    town.replace(JOURNAL, "jour;repondu;nom", "jour;repondu;repondu");
    check(&town, &["evidence-header-repeated"], "no-evidence");
}

#[test]
fn a_file_in_another_encoding() {
    let town = Town::new();
    town.write(JOURNAL, b"jour;r\xe9pondu;nom\n".as_slice());
    check(&town, &["evidence-header-encoding"], "no-evidence");
}

#[test]
fn a_file_that_is_empty() {
    let town = Town::new();
    town.write(JOURNAL, "");
    check(&town, &["evidence-file-empty"], "no-evidence");
}

#[test]
fn a_file_with_a_header_alone() {
    let town = Town::new();
    town.write(JOURNAL, calls(0, 0));
    check(&town, &["evidence-source-empty"], "no-evidence");
    town.replace(
        "charter/sources.toml",
        "time = \"jour\"",
        "time = \"jour\"\nmay_be_empty = true",
    );
    let said = town.judged();
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(said.card(ANSWERED)["verdict"], "no-case");
}

#[test]
fn a_row_that_is_broken() {
    let town = Town::new();
    // Nine of ten become nine of eleven, or ten of eleven.
    town.write(
        JOURNAL,
        calls(9, 10) + "11/05/2026;oui;Personne 11;de trop\n",
    );
    let said = check(&town, &["evidence-row-field-count"], "too-many-unknown");
    assert!(said.err.contains("ligne 12"), "{said:?}");
}

#[test]
fn a_cell_that_cannot_be_read() {
    let town = Town::new();
    town.write(JOURNAL, calls(9, 10) + "11/05/2026;marqueur;Personne 11\n");
    let said = check(&town, &["evidence-cell-new-value"], "too-many-unknown");
    assert!(
        said.err.contains("ligne 12") && said.err.contains("repondu"),
        "{said:?}"
    );
    assert!(!said.both().contains("marqueur"), "{said:?}");
}

#[test]
fn a_quote_that_is_never_closed() {
    let town = Town::new();
    town.write(JOURNAL, calls(9, 10) + "11/05/2026;oui;\"Personne 11\n");
    check(
        &town,
        &["evidence-row-unclosed-quote", "evidence-rows-lost"],
        "unreadable",
    );
}

#[test]
fn a_folder_in_the_place_of_a_file() {
    let town = Town::new();
    town.remove(JOURNAL);
    fs::create_dir(town.path(JOURNAL)).expect("a folder");
    check(&town, &["evidence-file-unreadable"], "no-evidence");
}

#[test]
#[cfg(unix)]
fn a_pipe_in_the_place_of_a_file_is_not_waited_for() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let town = Town::new();
    town.remove(JOURNAL);
    let mode = Mode::from_raw_mode(0o600);
    mknodat(CWD, town.path(JOURNAL), FileType::Fifo, mode, 0).expect("a pipe");
    check(&town, &["evidence-file-unreadable"], "no-evidence");
    let pipe = town.path(JOURNAL);
    let previous = ["check", "--previous", pipe.to_str().expect("UTF-8")];
    let said = town.run(&previous);
    assert_eq!((said.code, said.codes()), (2, vec!["run-previous"]));
}

#[test]
#[cfg(unix)]
fn a_link_that_leaves_the_town_is_refused() {
    use std::os::unix::fs::symlink;
    let elsewhere = Town::new();
    let town = Town::new();
    town.remove(JOURNAL);
    symlink(elsewhere.path(JOURNAL), town.path(JOURNAL)).expect("a link");
    check(&town, &["evidence-file-unreadable"], "no-evidence");
    // A folder that leads out does so too.
    let town = Town::new();
    fs::rename(town.path("evidence/fiches.csv"), town.path("fiches.csv")).expect("a file");
    town.replace("charter/sources.toml", "evidence/fiches.csv", "fiches.csv");
    fs::remove_dir_all(town.path("evidence")).expect("a folder");
    symlink(elsewhere.path("evidence"), town.path("evidence")).expect("a link");
    let said = town.judged();
    assert_eq!(
        (said.code, said.codes()),
        (3, vec!["evidence-file-unreadable"])
    );
    assert_eq!(said.card(ANSWERED)["verdict"], "not-shown");
    // One that stays inside is followed.
    let town = Town::new();
    fs::rename(town.path(JOURNAL), town.path("kept.csv")).expect("a file");
    symlink("../kept.csv", town.path(JOURNAL)).expect("a link");
    assert_eq!(town.judged().code, 0);
}

#[test]
fn a_path_that_leaves_the_town_is_a_fault_of_the_charter() {
    let town = Town::new();
    for path in [
        "../journal.csv",
        "/etc/hostname",
        "evidence/../../journal.csv",
    ] {
        let sources = fs::read_to_string(town.path("charter/sources.toml")).expect("a file");
        town.replace("charter/sources.toml", "evidence/journal.csv", path);
        let said = town.judged();
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{path}");
        assert_eq!(said.codes(), ["charter-outside-root"], "{said:?}");
        town.write("charter/sources.toml", sources);
    }
}

#[test]
#[cfg(unix)]
fn documents_of_the_charter_are_files_of_the_town_too() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    use std::os::unix::fs::symlink;
    let elsewhere = Town::new();
    let replace = |put: &dyn Fn(&Town)| {
        let town = Town::new();
        town.remove("charter/engagements/accueil.toml");
        put(&town);
        let said = town.judged();
        assert_eq!(
            (said.code, said.codes()),
            (2, vec!["run-charter-unreadable"]),
            "{said:?}"
        );
    };
    let path = "charter/engagements/accueil.toml";
    replace(&|town| symlink(elsewhere.path(path), town.path(path)).expect("a link"));
    replace(&|town| fs::create_dir(town.path(path)).expect("a folder"));
    replace(&|town| {
        let mode = Mode::from_raw_mode(0o600);
        mknodat(CWD, town.path(path), FileType::Fifo, mode, 0).expect("a pipe");
    });
}

#[test]
fn a_document_larger_than_any_charter_is_refused() {
    let town = Town::new();
    town.write(
        "charter/engagements/accueil.toml",
        vec![b'#'; 5 * 1024 * 1024],
    );
    let said = town.judged();
    assert_eq!(
        (said.code, said.codes()),
        (2, vec!["run-charter-too-large"])
    );
}

#[test]
fn rows_hidden_between_quotes_are_not_met() {
    let town = Town::new();
    // A quote opened by mistake in a column that is never decoded, closed two rows further down.
    let hiding = "jour;repondu;nom\n01/05/2026;oui;\"Personne 1\n02/05/2026;non;Personne 2\n03/05/2026;non;Personne 3\"\n";
    town.write(JOURNAL, hiding);
    let said = check(&town, &["evidence-rows-hidden"], "unreadable");
    assert!(said.err.contains("ligne 2"), "{said:?}");
    // A text over two lines is no row.
    let plain = calls(9, 10).replace("Personne 3", "\"Personne\n3 ; suite\"");
    town.write(JOURNAL, plain);
    let said = town.judged();
    assert_eq!((said.code, said.codes()), (0, vec![]), "{said:?}");
}

#[test]
fn the_export_of_another_year_shows_nothing() {
    let town = Town::new();
    town.write(JOURNAL, calls(9, 10).replace("/2026", "/2025"));
    let said = town.judged();
    let card = said.card(ANSWERED);
    assert_eq!((said.code, said.codes()), (3, vec![]), "{said:?}");
    assert_eq!(card["cause"], "no-evidence");
    assert_eq!(card["measured"]["out_of_period"], 10);
}

#[test]
fn a_log_that_stops_early_is_not_met() {
    let town = Town::new();
    let said = town.run(&["check", "--as-of", "2026-06-29", "--format", "json"]);
    assert_ne!(said.card(ANSWERED)["cause"], "period-incomplete");
    let sources = fs::read_to_string(town.path("charter/sources.toml")).expect("sources");
    let (visits, log) = sources.split_once("[appels]").expect("the log");
    let log = log.replace("collected = 2026-06-30", "collected = 2026-05-31");
    town.write("charter/sources.toml", format!("{visits}[appels]{log}"));
    let said = town.run(&["check", "--as-of", "2026-06-29", "--format", "json"]);
    assert_eq!(said.card(ANSWERED)["cause"], "period-incomplete");
}

#[cfg(unix)]
#[test]
fn a_document_that_leads_nowhere_is_a_fault() {
    let town = Town::new();
    let link = town.path("charter/engagements/perdu.toml");
    std::os::unix::fs::symlink("/nowhere", link).expect("a link");
    let said = town.judged();
    assert_eq!(
        (said.code, said.codes()),
        (2, vec!["run-charter-unreadable"])
    );
}

#[test]
#[cfg(unix)]
fn a_device_or_a_folder_is_no_file() {
    use std::os::unix::fs::symlink;
    let town = Town::new();
    town.remove(JOURNAL);
    symlink("/dev/zero", town.path(JOURNAL)).expect("a link");
    check(&town, &["evidence-file-unreadable"], "no-evidence");
    town.remove(JOURNAL);
    std::fs::create_dir(town.path(JOURNAL)).expect("a folder");
    check(&town, &["evidence-file-unreadable"], "no-evidence");
}
