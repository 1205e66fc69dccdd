//! `charte calendar`: working days by hand-computed vectors, under a zone or the charter's calendar.

use super::town::{Town, run_in};
use tempfile::TempDir;

/// The answer to a question asked where there is no charter.
fn answer(question: &str) -> String {
    let folder = TempDir::new().expect("a folder");
    let args: Vec<&str> = question.split_whitespace().collect();
    let said = run_in(folder.path(), &args);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{question}");
    said.out
}

#[test]
fn forty_five_working_days_by_hand() {
    let alsace = "--zone alsace-moselle";
    for (start, options, end) in [
        ("2026-03-02", "", "2026-05-06"),
        (
            "2026-03-02",
            "--zone alsace-moselle --good-friday",
            "2026-05-07",
        ),
        ("2026-04-01", "", "2026-06-10"),
        (
            "2026-04-01",
            "--zone alsace-moselle --good-friday",
            "2026-06-11",
        ),
        ("2026-04-01", "--zone martinique", "2026-06-11"),
        ("2025-12-01", "", "2026-02-04"),
        ("2025-12-01", alsace, "2026-02-05"),
        ("2026-11-02", "", "2027-01-07"),
    ] {
        let question = format!("calendar add {start} 45 {options}");
        assert_eq!(answer(&question), format!("{end}\n"), "{question}");
        let back = format!("calendar between {start} {end} {options}");
        assert_eq!(answer(&back), "45\n", "{back}");
    }
}

#[test]
fn five_working_days_by_hand() {
    for (start, end) in [("2026-04-30", "2026-05-11"), ("2026-05-07", "2026-05-18")] {
        assert_eq!(
            answer(&format!("calendar add {start} 5")),
            format!("{end}\n")
        );
        assert_eq!(answer(&format!("calendar between {start} {end}")), "5\n");
    }
}

#[test]
fn working_days_before_are_negative() {
    assert_eq!(answer("calendar between 2026-05-11 2026-04-30"), "-5\n");
    assert_eq!(answer("calendar between 2026-05-11 2026-05-11"), "0\n");
}

fn days(zone: &str, year: u32) -> Vec<String> {
    let text = answer(&format!("calendar holidays {year} {zone}"));
    let line = |line: &str| {
        let (date, name) = line.split_once('\t').unwrap_or_else(|| panic!("{line}"));
        assert!(!name.trim().is_empty() && !name.contains('['), "{line}");
        date.to_owned()
    };
    text.lines().map(line).collect()
}

/// Easter Sunday of 2026 is 5 April.
#[test]
fn holidays_of_a_year() {
    let mainland = [
        "2026-01-01",
        "2026-04-06",
        "2026-05-01",
        "2026-05-08",
        "2026-05-14",
        "2026-05-25",
        "2026-07-14",
        "2026-08-15",
        "2026-11-01",
        "2026-11-11",
        "2026-12-25",
    ];
    assert_eq!(days("", 2026), mainland);
    let with = |more: &[&str]| {
        let mut all: Vec<String> = mainland
            .iter()
            .chain(more)
            .map(|day| (*day).to_owned())
            .collect();
        all.sort();
        all
    };
    assert_eq!(days("--zone alsace-moselle", 2026), with(&["2026-12-26"]));
    assert_eq!(
        days("--zone alsace-moselle --good-friday", 2026),
        with(&["2026-04-03", "2026-12-26"])
    );
    assert_eq!(
        days("--good-friday", 2026),
        with(&["2026-04-03", "2026-12-26"])
    );
    for (zone, day) in [
        ("mayotte", "2026-04-27"),
        ("martinique", "2026-05-22"),
        ("guadeloupe", "2026-05-27"),
        ("saint-martin", "2026-05-27"),
        ("guyane", "2026-06-10"),
        ("saint-barthelemy", "2026-10-09"),
        ("reunion", "2026-12-20"),
    ] {
        assert_eq!(
            days(&format!("--zone {zone}"), 2026),
            with(&[day]),
            "{zone}"
        );
    }
}

#[test]
fn holidays_that_coincide_stand_on_one_line() {
    let found = days("", 2008);
    assert_eq!(found.len(), 10);
    assert_eq!(found.iter().filter(|day| *day == "2008-05-01").count(), 1);
}

#[test]
fn names_follow_the_language() {
    assert!(answer("calendar holidays 2026 --lang fr").contains("2026-12-25\tNoël\n"));
    assert!(answer("calendar holidays 2026 --lang en").contains("2026-12-25\tChristmas"));
}

#[test]
fn the_calendar_of_the_charter_counts_where_there_is_one() {
    let town = Town::new();
    let ask = |args: &[&str]| {
        let said = town.run(args);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{args:?}");
        said.out
    };
    assert_eq!(ask(&["calendar", "add", "2026-04-30", "5"]), "2026-05-11\n");
    let closed = "calendar = { working_week = \"lu-sa\", closures = [{ on = 2026-05-05, reason = \"Pont\" }], \
                  add_holidays = [{ on = 2026-05-06, reason = \"Fête de la ville\" }] }";
    town.replace(
        "charter/charter.toml",
        "calendar = { working_week = \"lu-ve\" }",
        closed,
    );
    // Saturday 2 May, 4 May, 7 May, Saturday 9 May, 11 May: 1 and 8 May are holidays, 5 and 6 May are the town's own.
    assert_eq!(ask(&["calendar", "add", "2026-04-30", "3"]), "2026-05-07\n");
    assert_eq!(
        ask(&["calendar", "between", "2026-04-30", "2026-05-10"]),
        "4\n"
    );
    assert!(ask(&["calendar", "holidays", "2026"]).contains("2026-05-06\tFête de la ville\n"));
    // A zone that is asked for counts instead: 4 to 7 May.
    let zone = ["calendar", "add", "2026-04-30", "3", "--zone", "metropole"];
    assert_eq!(ask(&zone), "2026-05-06\n");
    let elsewhere = TempDir::new().expect("a folder");
    let charter = town.path("charter");
    let args = [
        "calendar",
        "add",
        "2026-04-30",
        "4",
        "--charter",
        charter.to_str().expect("UTF-8"),
    ];
    assert_eq!(run_in(elsewhere.path(), &args).out, "2026-05-09\n");
}

#[test]
fn questions_without_an_answer_are_faults() {
    let folder = TempDir::new().expect("a folder");
    for (args, code) in [
        (
            vec!["calendar", "add", "9999-12-01", "4000"],
            "cli-calendar-range",
        ),
        (
            vec!["calendar", "add", "9990-01-01", "4294967295"],
            "cli-calendar-range",
        ),
        (
            vec![
                "calendar",
                "holidays",
                "2026",
                "--zone",
                "martinique",
                "--good-friday",
            ],
            "calendar-good-friday-elsewhere",
        ),
    ] {
        let said = run_in(folder.path(), &args);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        assert_eq!(said.codes(), [code], "{said:?}");
    }
    let town = Town::new();
    town.replace("charter/charter.toml", "lu-ve", "lundredi");
    let said = town.run(&["calendar", "add", "2026-04-30", "5"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert_eq!(said.codes(), ["calendar-week-word"], "{said:?}");
    assert!(said.err.contains("lundredi"), "{said:?}");
}
