//! `charte check`: exit codes, streams, formats, where the charter is found, and the day the results stand for.

use super::town::{ANSWERED, Town, VISITS, calls, run_in, run_with};
use std::fs;
use tempfile::TempDir;

const GAP: &str = "evidence/journal.csv";

#[test]
fn nothing_to_act_on_is_0() {
    let said = Town::new().run(&["check"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("Une réponse au téléphone"));
}

#[test]
fn a_gap_is_1_whatever_else_is_not_shown() {
    let town = Town::new();
    town.write(GAP, calls(5, 10));
    assert_eq!(town.run(&["check"]).code, 1);
    town.remove("evidence/fiches.csv");
    let said = town.judged();
    assert_eq!(said.code, 1);
    assert_eq!(said.card(VISITS)["verdict"], "not-shown");
    assert_eq!(said.card(ANSWERED)["verdict"], "major-gap");
}

#[test]
fn a_minor_gap_is_1_too() {
    let town = Town::new();
    town.replace("charter/engagements/telephone.toml", "major", "minor");
    town.write(GAP, calls(5, 10));
    let said = town.judged();
    assert_eq!(
        (said.code, &said.card(ANSWERED)["verdict"]),
        (1, &"minor-gap".into())
    );
}

const WAIVER: &str = "\n[[waiver]]\nrequirement = \"reponse\"\nreason = \"Panne du standard\"\n\
    author = \"Responsable du standard\"\napprover = \"Direction générale\"\nuntil = 2026-07-31\n";

#[test]
fn a_waived_gap_asks_for_nothing_until_the_waiver_ends() {
    let town = Town::new();
    town.write(GAP, calls(5, 10));
    let calls =
        fs::read_to_string(town.path("charter/engagements/telephone.toml")).expect("a file");
    town.write("charter/engagements/telephone.toml", calls + WAIVER);
    let said = town.judged();
    assert_eq!(said.code, 0, "{said:?}");
    // It does not change the verdict.
    assert_eq!(said.card(ANSWERED)["verdict"], "major-gap");
    assert_eq!(town.run(&["check", "--as-of", "2026-07-31"]).code, 0);
    assert_eq!(town.run(&["check", "--as-of", "2026-08-01"]).code, 1);
    town.remove("evidence/fiches.csv");
    assert_eq!(town.run(&["check"]).code, 3);
}

#[test]
fn a_faulty_charter_is_2_and_says_nothing_on_standard_output() {
    let town = Town::new();
    town.replace(
        "charter/sources.toml",
        "type = \"boolean\"",
        "type = \"booléen\"",
    );
    town.replace("charter/charter.toml", "2026-06-30", "2026-02-30");
    for args in [
        &["check"][..],
        &["check", "--format", "json"],
        &["check", "--format", "markdown"],
        &["publish"],
        &["explain", VISITS],
    ] {
        let said = town.run(args);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        // Both files, at once, each with its place.
        assert!(said.err.contains("charter/charter.toml:5:"), "{said:?}");
        assert!(said.err.contains("charter/sources.toml:"), "{said:?}");
    }
    assert_eq!(town.names("."), ["charter", "evidence"]);
}

#[test]
fn something_not_shown_is_3() {
    let town = Town::new();
    town.remove("evidence/fiches.csv");
    assert_eq!(town.run(&["check"]).code, 3);
}

#[test]
fn json_stands_alone_on_standard_output() {
    let town = Town::new();
    town.replace(GAP, "01/05/2026;oui", "01/05/2026;peut-être");
    let said = town.judged();
    assert_eq!(said.codes(), ["evidence-cell-new-value"]);
    assert!(said.out.starts_with('{') && said.out.ends_with("}\n"));
    let scorecard = said.scorecard();
    assert_eq!(scorecard["as_of"], "2026-06-30");
    assert_eq!(scorecard["provisional"], false);
}

#[test]
fn messages_stay_on_standard_error() {
    let town = Town::new();
    town.replace(GAP, "01/05/2026;oui", "01/05/2026;peut-être");
    for format in ["terminal", "json", "markdown"] {
        let said = town.run(&["check", "--format", format]);
        // The scorecard as data names the code where it says which cell it is; no message stands there.
        let is_told = said.out.contains("evidence-cell-new-value");
        assert!(!is_told || format == "json", "{format}");
        assert!(said.err.contains("evidence-cell-new-value"), "{format}");
        assert!(!said.err.contains("Une réponse au téléphone"), "{format}");
    }
}

#[test]
fn markdown_is_the_published_scorecard() {
    let town = Town::new();
    let shown = town.run(&["check", "--format", "markdown"]);
    assert_eq!(town.run(&["publish"]).code, 0);
    let published =
        fs::read_to_string(town.path("published/audit/tableau-de-bord.md")).expect("a file");
    assert_eq!(shown.out, published);
    let shown = town.judged();
    let published =
        fs::read_to_string(town.path("published/audit/scorecard.json")).expect("a file");
    assert_eq!(shown.out, published);
}

#[test]
fn the_same_inputs_give_the_same_bytes_wherever_they_are_read() {
    let (one, two) = (Town::new(), Town::new());
    for format in ["terminal", "json", "markdown"] {
        let args = ["check", "--format", format];
        assert_eq!(one.run(&args).out, two.run(&args).out);
    }
    let args = ["check"];
    let expected = one.run(&args).out;
    for variables in [
        &[
            ("LANG", "en_US.UTF-8"),
            ("LC_ALL", "en_US.UTF-8"),
            ("LANGUAGE", "en"),
        ][..],
        &[
            ("TZ", "Pacific/Kiritimati"),
            ("COLUMNS", "40"),
            ("TERM", "xterm-256color"),
        ],
        &[
            ("CLICOLOR_FORCE", "1"),
            ("FORCE_COLOR", "3"),
            ("COLORTERM", "truecolor"),
        ],
        &[("NO_COLOR", "1")],
        &[("TERM", "dumb")],
    ] {
        let said = run_with(one.root(), &args, variables);
        assert_eq!((said.code, &said.out), (0, &expected), "{variables:?}");
    }
}

#[test]
fn a_day_before_the_period_is_refused() {
    let town = Town::new();
    for lang in ["fr", "en"] {
        let said = town.run(&["check", "--as-of", "2026-04-30", "--lang", lang]);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert_eq!(said.codes(), ["run-before-period"]);
    }
    // The sheets have no day and were collected later: nothing is shown of them on that day.
    let said = town.run(&["check", "--as-of", "2026-05-01", "--format", "json"]);
    assert_eq!(said.code, 3);
    let card = said.card(VISITS);
    assert_eq!(
        (&card["verdict"], &card["cause"]),
        (&"not-shown".into(), &"no-evidence".into())
    );
}

#[test]
fn results_before_the_end_are_provisional() {
    let town = Town::new();
    let said = town.run(&["check", "--as-of", "2026-05-05", "--format", "json"]);
    let scorecard = said.scorecard();
    assert_eq!(scorecard["provisional"], true);
    // Calls of the first five days of May.
    assert_eq!(said.card(ANSWERED)["measured"]["denominator"], 5);
    let said = town.run(&["check", "--as-of", "2026-05-05"]);
    assert!(said.out.contains("provisoire"), "{said:?}");
}

#[test]
fn the_charter_is_found_from_below() {
    let town = Town::new();
    fs::create_dir_all(town.path("notes/2026")).expect("a folder");
    let expected = town.run(&["check"]).out;
    for folder in ["notes/2026", "charter", "charter/engagements", "evidence"] {
        let said = run_in(&town.path(folder), &["check"]);
        assert_eq!(
            (said.code, &said.out),
            (0, &expected),
            "{folder}: {}",
            said.err
        );
    }
}

#[test]
fn the_charter_can_be_named_by_its_folder_or_the_one_around_it() {
    let town = Town::new();
    let expected = town.run(&["check"]).out;
    let elsewhere = TempDir::new().expect("a folder");
    for path in [town.path("charter"), town.root().to_owned()] {
        let path = path.to_str().expect("UTF-8");
        for args in [
            vec!["check", "--charter", path],
            vec!["--charter", path, "check"],
            vec!["check", &format!("--charter={path}")],
        ] {
            let said = run_in(elsewhere.path(), &args);
            assert_eq!(
                (said.code, &said.out),
                (0, &expected),
                "{args:?}: {}",
                said.err
            );
        }
    }
    for args in [
        ["check", "--charter", "charter"],
        ["check", "--charter", "."],
        ["check", "--charter", "./charter/"],
    ] {
        assert_eq!(town.run(&args).out, expected, "{args:?}");
    }
}

#[test]
fn a_charter_that_is_not_there_is_2() {
    let folder = TempDir::new().expect("a folder");
    let said = run_in(folder.path(), &["check"]);
    assert_eq!((said.code, said.codes()), (2, vec!["run-no-charter"]));
    let said = run_in(folder.path(), &["check", "--charter", "nowhere"]);
    assert_eq!((said.code, said.codes()), (2, vec!["run-not-a-charter"]));
    assert!(said.err.contains("nowhere"), "{said:?}");
}

#[test]
fn the_language_is_the_call_s_then_the_charter_s() {
    let town = Town::new();
    assert!(town.run(&["check"]).out.contains("Conforme"));
    assert!(town.run(&["check", "--lang", "en"]).out.contains("Met"));
    town.replace(
        "charter/charter.toml",
        "version",
        "language = \"en\"\nversion",
    );
    assert!(town.run(&["check"]).out.contains("Met"));
    assert!(
        town.run(&["check", "--lang", "fr"])
            .out
            .contains("Conforme")
    );
    // A faulty charter still says in which language.
    town.replace("charter/charter.toml", "2026-06-30", "2026-02-30");
    assert!(town.run(&["check"]).err.starts_with("error "));
}

#[test]
fn an_earlier_scorecard_is_compared_with() {
    let town = Town::new();
    let earlier = town.judged().out;
    town.write("before.json", &earlier);
    town.write(GAP, calls(5, 10));
    let args = ["check", "--format", "json", "--previous", "before.json"];
    let said = town.run(&args);
    assert_eq!(said.code, 1);
    let card = said.card(ANSWERED);
    assert_eq!(card["measured"]["numerator"], 5);
    assert_eq!(card["previous"]["numerator"], 9);
    assert_eq!(card["previous"]["denominator"], 10);
    let told = town.run(&["check", "--previous", "before.json"]).out;
    let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat.contains("auparavant : Conforme, au 30 juin 2026"),
        "{told}"
    );
    town.write("not-json.json", "{");
    town.write("other.json", "{\"schema\": 1}");
    fs::create_dir(town.path("folder.json")).expect("a folder");
    for path in ["not-json.json", "other.json", "folder.json", "nowhere.json"] {
        let said = town.run(&["check", "--previous", path]);
        assert_eq!(
            (said.code, said.codes()),
            (2, vec!["run-previous"]),
            "{path}"
        );
        assert_eq!(said.out, "");
    }
}

#[test]
fn one_requirement_is_explained() {
    let town = Town::new();
    let said = town.run(&["explain", ANSWERED]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("Nous répondons."), "{said:?}");
    let said = town.run(&["explain", "telephone/reponce"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert_eq!(said.codes(), ["cli-explain-unknown"]);
    assert!(said.err.contains(ANSWERED), "{said:?}");
}

#[test]
fn schemas_are_json() {
    let folder = TempDir::new().expect("a folder");
    for document in ["charter", "sources", "engagement", "label"] {
        for lang in ["fr", "en"] {
            let said = run_in(folder.path(), &["schema", document, "--lang", lang]);
            assert_eq!((said.code, said.err.as_str()), (0, ""));
            assert!(said.scorecard()["$schema"].is_string(), "{document}");
        }
    }
}
