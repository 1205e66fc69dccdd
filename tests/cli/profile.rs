//! `charte profile`: what it proposes is a declaration that the program reads, and nothing of a cell gets into a pipe.

use super::town::{Said, Town, run_with};
use std::path::Path;

/// The declaration that the program proposes, once its day of collection is told.
fn declaration(said: &Said) -> String {
    assert_eq!(said.code, 0, "{said:?}");
    let (_, toml) = said
        .out
        .split_once("sources.toml\u{202f}:\n\n")
        .expect("a declaration");
    let told = |line: &str| match line.starts_with("# collected = ") {
        true => "collected = 2026-06-30".to_owned(),
        false => line.to_owned(),
    };
    toml.lines().map(|line| told(line) + "\n").collect()
}

/// The card of a source of a town whose `sources.toml` is completed by a declaration.
fn card(town: &Town, toml: &str) -> serde_json::Value {
    let sources = std::fs::read_to_string(town.path("charter/sources.toml")).expect("a file");
    town.write("charter/sources.toml", format!("{sources}\n{toml}"));
    let said = town.judged();
    assert_ne!(said.code, 2, "{toml}\n{said:?}");
    assert!(!said.err.contains("faute charter"), "{said:?}");
    let sources = said.scorecard()["sources"].clone();
    sources
        .as_array()
        .expect("sources")
        .last()
        .expect("the new one")
        .clone()
}

/// Rows of a table, and those as wide as its header, by a reader that is not ours.
fn rows(bytes: &[u8]) -> (u64, u64) {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .from_reader(bytes);
    let width = reader.byte_headers().expect("a header").len();
    let (mut all, mut sound) = (0, 0);
    for record in reader.byte_records() {
        all += 1;
        sound += u64::from(record.expect("a record").len() == width);
    }
    (all, sound)
}

/// Every table of the example town is proposed as a declaration that reads all its sound rows.
#[test]
fn what_is_proposed_for_the_example_town_is_read_by_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("evidence");
    let mut tables = 0;
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "csv") {
            continue;
        }
        tables += 1;
        let bytes = std::fs::read(&path).expect("a file");
        let town = Town::new();
        let name = format!(
            "evidence/{}",
            path.file_name().expect("a name").to_string_lossy()
        );
        town.write(&name, &bytes);
        let said = town.run(&["profile", &name, "--values"]);
        // A source of the town has this name already.
        let toml = declaration(&said).replace("[appels", "[journal-des-appels");
        let card = card(&town, &toml);
        let (all, sound) = rows(&bytes);
        assert_eq!(
            (&card["rows"], &card["read"]),
            (&all.into(), &sound.into()),
            "{name}: {card}"
        );
    }
    assert!(tables > 20);
}

/// Dirty cells: two exports that overlap, a month that grew a column, dates and words as tools write them.
#[test]
fn a_dirty_export_of_two_months_is_proposed_with_its_doubts() {
    let town = Town::new();
    let mut may = String::from("Date;Bureau;Attente;Reçu;Dossier;Suivi par;Remarque\r\n");
    for day in 1..=29 {
        if matches!(day % 7, 2 | 3) {
            continue;
        }
        for visit in 0..4 {
            let wait = if visit == 0 {
                "0:00:00".to_owned()
            } else {
                format!("0:{day:02}:{visit:02}")
            };
            may += &format!(
                "{day:02}/05/2026 1{visit}h05;Bureau {visit};{wait};{};D-{day}-{visit};Agent {visit};\r\n",
                if visit == 3 { "NON" } else { "oui" }
            );
        }
    }
    let june = may
        .replace("/05/2026", "/06/2026")
        .replace(";D-", ";E-")
        .replace("Remarque\r\n", "Remarque;Canal\r\n")
        .replace(";\r\n", ";;guichet\r\n");
    let june = june + "29/05/2026 10h05;Bureau 0;0:00:00;oui;D-29-0;Agent 0;;guichet\r\n";
    town.write("evidence/visites-2026-05.csv", &may);
    town.write("evidence/visites-2026-06.csv", &june);
    let said = town.run(&[
        "profile",
        "evidence/visites-2026-05.csv",
        "evidence/visites-2026-06.csv",
        "--values",
    ]);
    let flat = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "« Date » : jour et heure, écrits dd/mm/yyyy HHhMM",
        "« Bureau » : catégorie, 4 valeurs",
        "« 0:00:00 » (43 fois) est étrangement fréquent",
        "« Reçu » : oui ou non (oui / NON)",
        "« Dossier » : identifiant",
        "« Suivi par »",
        "« Remarque » : toujours vide",
        "visites-2026-06.csv : « Canal » n’est pas dans le premier fichier",
        "« Dossier » : 1 cellule répète une précédente",
    ] {
        assert!(
            flat.replace('\u{202f}', " ").contains(words),
            "{words}: {}",
            said.out
        );
    }
    let toml = declaration(&said);
    assert!(toml.contains("canal = { header = \"Canal\""), "{toml}");
    // The column of June alone is not in May: as it is, May would be refused.
    let toml = toml
        .replace("canal = {", "# canal = {")
        .replace("[visites", "[venues");
    let card = card(&town, &toml);
    assert_eq!(
        (&card["rows"], &card["read"]),
        (&169.into(), &169.into()),
        "{card}"
    );
}

/// Where no day is above 12, no notation is proposed, and what could settle it is said.
#[test]
fn a_day_that_could_be_a_month_is_never_proposed() {
    let town = Town::new();
    let mut table = String::from("Le;Fait le;Lieu\n");
    // The weekdays of two weeks.
    for day in (2..=12).filter(|day| !matches!(day, 7 | 8)) {
        table += &format!("{day:02}/03/2026;{:02}/03/2026;Hall\n", day + 13);
    }
    town.write("evidence/suivi.csv", &table);
    let said = town.run(&["profile", "evidence/suivi.csv", "--values", "--lang", "fr"]);
    let toml = declaration(&said);
    assert!(
        toml.contains("\n# le = { header = \"Le\", type = \"date\", format = \"dd/mm/yyyy\" }\n"),
        "{toml}"
    );
    assert!(
        toml.contains("\n# le = { header = \"Le\", type = \"date\", format = \"mm/dd/yyyy\" }\n"),
        "{toml}"
    );
    assert!(!toml.contains("\nle = "), "{toml}");
    assert!(
        toml.contains(
            "\nfait_le = { header = \"Fait le\", type = \"date\", format = \"dd/mm/yyyy\" }\n"
        ),
        "{toml}"
    );
    let flat = said
        .out
        .replace('\u{202f}', " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    for words in [
        "Aucun jour ne dépasse 12",
        "indice : « Fait le », écrite de même, se lit dd/mm/yyyy à coup sûr",
        "lue dd/mm/yyyy, 0 cellules tombent un samedi ou un dimanche",
    ] {
        assert!(flat.contains(words), "{words}: {}", said.out);
    }
    // Alone, nothing settles it, and nothing dates the rows.
    town.write(
        "evidence/seul.csv",
        "Le;Lieu\n01/02/2026;Hall\n03/04/2026;Hall\n05/02/2026;Hall\n",
    );
    let said = town.run(&["profile", "evidence/seul.csv", "--values"]);
    assert!(said.out.contains("# collected = …"), "{said:?}");
    assert!(!declaration(&said).contains("time ="), "{said:?}");
}

const MARKED: &str = "Qzkw Nom;Qzkw Courriel;Qzkw Statut;Qzkw Jour\n\
    Qzkwa Untel;qzkwb@courriel.example;qzkwc;23/03/2026\n\
    Qzkwa Autre;qzkwd@courriel.example;qzkwc;24/03/2026\n\
    Qzkwa Encore;qzkwe@courriel.example;qzkwc;25/03/2026\n\
    Qzkwa Enfin;qzkwf@courriel.example;qzkwc;-\n\
    Qzkwa Total;qzkwg@courriel.example;qzkwc;25/03/2026\n";

/// In a pipe, and in continuous integration whatever is told, nothing of a file is shown but counts.
#[test]
fn nothing_of_a_cell_header_or_file_name_gets_into_a_pipe() {
    let town = Town::new();
    town.write("evidence/qzkw-nom.csv", MARKED);
    let file = "evidence/qzkw-nom.csv";
    let ci: [(&str, &str); 1] = [("CI", "true")];
    for said in [
        town.run(&["profile", file]),
        town.run(&["profile", file, "--lang", "en"]),
        run_with(town.root(), &["profile", file, "--values"], &ci),
        run_with(town.root(), &["profile", file, file], &ci),
    ] {
        assert_eq!(said.code, 0, "{said:?}");
        let text = said.both().to_lowercase();
        for secret in ["qzkw", "mars 2026", "march 2026", "23/03", "2026"] {
            assert!(!text.contains(secret), "{secret}: {said:?}");
        }
        assert!(text.contains("--values"), "{said:?}");
    }
}

/// Even told to show values, what is personal is not.
#[test]
fn values_of_personal_columns_are_never_shown() {
    let town = Town::new();
    town.write("evidence/table.csv", MARKED);
    let said = town.run(&["profile", "evidence/table.csv", "--values"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("qzkwc"), "{said:?}");
    for secret in ["Qzkwa", "qzkwb", "courriel.example"] {
        assert!(!said.both().contains(secret), "{secret}: {said:?}");
    }
}

/// Without headers, the first row is data: it is never taken for names.
#[test]
fn a_first_row_of_data_is_no_header() {
    let town = Town::new();
    let rows = |from: usize| {
        (from..from + 9).map(|day| format!("0{day}/05/2026;qzkw{day}@x.example;{day}\n"))
    };
    town.write(
        "evidence/sans.csv",
        rows(1).collect::<String>() + "23/05/2026;qzkw@x.example;9\n",
    );
    let said = town.run(&["profile", "evidence/sans.csv", "--values"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("pas d’en-tête"), "{said:?}");
    assert!(!said.both().contains("qzkw"), "{said:?}");
}

/// Title lines above a header, no header, a day and a time in two columns, several notations: all can be declared.
#[test]
fn what_a_declaration_can_say_of_odd_files_is_proposed() {
    let rows = |from: u32| -> String {
        let row =
            |day: u32| format!("{day}/06/2026;9h{day};{day};oui\n2026-06-{day};10h{day};9;non\n");
        (from..from + 12).map(row).collect()
    };
    for (name, head, expected) in [
        (
            "titres",
            "Registre\n\nJour;Heure;Nb lus;Reçu\n",
            "header_row = 3",
        ),
        ("sans", "", "header_row = 0"),
    ] {
        let town = Town::new();
        let path = format!("evidence/{name}.csv");
        town.write(&path, format!("{head}{}", rows(13)));
        let said = town.run(&["profile", &path, "--values"]);
        let toml = declaration(&said);
        assert!(toml.contains(expected), "{toml}");
        let days = "type = \"date\", format = [\"dd/mm/yyyy\", \"yyyy-mm-dd\"] }\n";
        assert!(toml.contains(days), "{toml}");
        let found = card(&town, &toml);
        assert_eq!(
            (&found["rows"], &found["read"]),
            (&24.into(), &24.into()),
            "{found}"
        );
    }
    let town = Town::new();
    town.write(
        "evidence/rdv.csv",
        "date rdv;heure rdv;motif\n23/03/2026;9h30;Passeport\n24/03/2026;10h15;Passeport\n",
    );
    let said = town.run(&["profile", "evidence/rdv.csv", "--values"]);
    let toml = declaration(&said);
    let together = "# date_rdv_heure_rdv = { header = [\"date rdv\", \"heure rdv\"], type = \"datetime\", format = \"dd/mm/yyyy HHhMM\" }";
    assert!(toml.contains(together), "{toml}");
    let lines = toml
        .lines()
        .filter(|line| !line.starts_with("date_rdv =") && !line.starts_with("heure_rdv ="));
    let toml: String = lines
        .map(|line| line.replace("# date_rdv_", "date_rdv_") + "\n")
        .collect();
    let toml = toml.replace("time = \"date_rdv\"", "time = \"date_rdv_heure_rdv\"");
    let found = card(&town, &toml);
    assert_eq!(
        (&found["rows"], &found["read"]),
        (&2.into(), &2.into()),
        "{found}"
    );
}

#[test]
fn what_is_no_table_is_refused_by_its_kind() {
    let town = Town::new();
    town.write("evidence/qzkw.xlsx", b"PK\x03\x04\x14\x00");
    town.write("evidence/qzkw.csv", "");
    for (path, code) in [
        ("evidence/qzkw.xlsx", "run-profile-not-text"),
        ("evidence/qzkw.csv", "run-profile-empty"),
        ("evidence/qzkw-absent.csv", "run-profile-unreadable"),
        ("evidence", "run-profile-unreadable"),
    ] {
        let said = town.run(&["profile", path]);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert_eq!(said.codes(), [code], "{said:?}");
        assert!(!said.err.contains("qzkw"), "{said:?}");
    }
}
