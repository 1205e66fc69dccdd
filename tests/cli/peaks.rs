//! `charte peaks`: what it says of peaks and quiet hours, what can be pasted, and what it refuses.

use super::town::{ANSWERED, Said, Town};
use std::fmt::Write;

const SOURCE: &str = r#"
[standard]
title = "Journal du standard"
nature = "software-export"
files = ["evidence/standard.csv"]
collected = 2026-06-30
proof = "census"
time = "appel_le"

[standard.columns]
appel_le = { type = "datetime", format = "yyyy-mm-dd HH:MM" }
"#;

const ENGAGEMENT: &str = r#"number = 3
title = "Quand appeler"
promise = "Nous disons quand appeler."
theme = "Téléphone"
owner = "Responsable du standard"

[[requirement]]
id = "pics"
title = "Les pics publiés sont ceux du journal"
source = "standard"
severity = "minor"

[requirement.peaks]
over = "standard"
at_least = "80 %"
staffing = { operators = 1, handling = "3 min", answer_within = "30 s" }

[[requirement]]
id = "creux"
title = "Les heures creuses publiées sont celles du journal"
source = "standard"
severity = "minor"

[requirement.peaks]
of = "quiet"
over = "standard"
at_least = "80 %"
"#;

const LINE: &str =
    "sites = { standard = { name = \"Standard\", kind = \"line\", hours = \"lu-ve 9h-12h\" } }";
const PEAKS: &str = "quand-appeler/pics";
const QUIET: &str = "quand-appeler/creux";

/// Twenty-two days of June: four calls a half-hour, and ten from ten to half past.
fn town(published: &str) -> Town {
    let town = Town::new();
    let read = |path: &str| std::fs::read_to_string(town.path(path)).expect("a file");
    let charter = read("charter/charter.toml").replace("sites = {}", LINE);
    town.write("charter/charter.toml", charter + published);
    town.write(
        "charter/sources.toml",
        read("charter/sources.toml") + SOURCE,
    );
    town.write("charter/engagements/quand-appeler.toml", ENGAGEMENT);
    let mut log = String::from("appel_le\n");
    for day in (1..=30).filter(|day| (day - 1) % 7 < 5) {
        for minute in (540..720).step_by(30) {
            let calls = if minute == 600 { 10 } else { 4 };
            for call in 0..calls {
                let (hour, minute) = (minute / 60, minute % 60 + call);
                writeln!(log, "2026-06-{day:02} {hour:02}:{minute:02}").expect("a text");
            }
        }
    }
    town.write("evidence/standard.csv", log);
    town
}

/// Lines as they are drawn: as wide as a terminal, but for what is pasted.
fn narrow(said: &Said) {
    let long = said
        .out
        .lines()
        .filter(|line| line.chars().count() > 80 && !line.starts_with("hours = "));
    assert_eq!(long.count(), 0, "{said:?}");
}

#[test]
fn peaks_are_told_published_and_pasted() {
    let town = town("");
    let said = town.run(&["peaks", PEAKS, "--lang", "en"]);
    assert_eq!(said.code, 0, "{said:?}");
    narrow(&said);
    for words in [
        "measured peaks: Monday to Friday from 10:00 to 10:30",
        "no peak is published",
        "Standard: most calls come Monday to Friday from 10:00 to 10:30.",
        "660 calls during opening hours, over 22 days; 0 outside",
        // Ten calls of three minutes in thirty: one operator is busy all the time, and calls pile up.
        "in the busiest slot: a load of 1.00 erlang, these operators cannot take it all: at least 2 are",
        // Thirty in three hours: half of the time, so half wait, e^(−1/2 · 30/180) of them longer: 46 % less.
        "on average: a load of 0.50 erlang, 53.9% of the calls answered within 30 s",
    ] {
        let flat = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(words), "{words}: {}", said.out);
    }
    // Pasted as it stands, it is what the calls show.
    let (_, block) = said.out.split_once("[[call_peak]]").expect("a block");
    let pasted = self::town(&format!("\n[[call_peak]]{block}"));
    let checked = pasted.run(&["check", "--format", "json"]);
    let card = checked.card(PEAKS);
    assert_eq!(
        (&card["verdict"], &card["measured"]["numerator"]),
        (&"met".into(), &5.into()),
        "{checked:?}"
    );
    let said = pasted.run(&["peaks", PEAKS]);
    let flat = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("5 à la fois publiés et mesurés"), "{said:?}");
}

#[test]
fn without_a_name_both_are_told_and_a_flat_day_has_nothing_quiet() {
    let said = town("").run(&["peaks"]);
    assert_eq!(said.code, 0, "{said:?}");
    narrow(&said);
    assert!(
        said.out.contains(PEAKS) && said.out.contains(QUIET),
        "{said:?}"
    );
    // Three quarters of the mean of 5 are 3.75: 4 calls are more.
    assert!(said.out.contains("aucune heure creuse mesurée"), "{said:?}");
    assert_eq!(said.out.matches("[[").count(), 1, "{said:?}");
}

#[test]
fn what_measures_something_else_is_refused() {
    let town = town("");
    for (name, code) in [
        (ANSWERED, "cli-peaks-other"),
        ("quand-appeler/pic", "cli-explain-unknown"),
    ] {
        let said = town.run(&["peaks", name]);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert_eq!(said.codes().last(), Some(&code), "{said:?}");
    }
    let said = Town::new().run(&["peaks"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert_eq!(said.codes(), ["cli-peaks-none"], "{said:?}");
}

/// A log of too few days, or with a file missing, gives nothing to publish.
#[test]
fn nothing_is_offered_before_the_calls_decide() {
    let town = town("");
    let said = town.run(&["peaks", PEAKS, "--as-of", "2026-06-25"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        said.out.contains("trop peu de jours d’ouverture"),
        "{said:?}"
    );
    assert!(said.out.contains("Rien encore"), "{said:?}");
    assert!(!said.out.contains("[[call_peak]]"), "{said:?}");
}
