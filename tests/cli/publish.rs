//! `charte publish`: what it writes, what it replaces, what it leaves alone.

use super::town::{Town, calls, run_in};
use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

const PAGES: [&str; 3] = ["public/index.html", "staff/index.html", "audit/index.html"];

fn check_whole(tree: &BTreeMap<String, Vec<u8>>) {
    for page in PAGES {
        assert!(
            tree.get(page).is_some_and(|bytes| !bytes.is_empty()),
            "{page} in {:?}",
            tree.keys()
        );
    }
    let parts = ["public/", "staff/", "audit/"];
    let stray: Vec<&String> = tree
        .keys()
        .filter(|path| *path != ".charte" && !parts.iter().any(|part| path.starts_with(part)))
        .collect();
    assert!(stray.is_empty(), "{stray:?}");
}

#[test]
fn three_parts_are_published_and_named() {
    let town = Town::new();
    let said = town.run(&["publish"]);
    assert_eq!(said.code, 0);
    assert_eq!(town.names("."), ["charter", "evidence", "published"]);
    let tree = town.tree("published");
    check_whole(&tree);
    for page in PAGES {
        assert!(said.err.contains(&format!("published/{page}")), "{said:?}");
    }
    // The scorecard is data, the rest are messages.
    assert_eq!(said.out, town.run(&["check"]).out);
}

#[test]
fn a_gap_does_not_keep_from_publishing() {
    let town = Town::new();
    town.write("evidence/journal.csv", calls(1, 10));
    town.remove("evidence/fiches.csv");
    assert_eq!(town.run(&["check"]).code, 1);
    assert_eq!(town.run(&["publish"]).code, 0);
    check_whole(&town.tree("published"));
}

#[test]
fn a_second_run_replaces_the_first() {
    let town = Town::new();
    town.run(&["publish"]);
    let first = town.tree("published");
    town.run(&["publish"]);
    assert!(
        town.tree("published") == first,
        "the same inputs give other bytes"
    );
    town.replace(
        "charter/charter.toml",
        "Charte d'accueil",
        "Charte nouvelle",
    );
    assert_eq!(town.run(&["publish"]).code, 0);
    let second = town.tree("published");
    check_whole(&second);
    assert!(second != first);
    let page = String::from_utf8(second["public/index.html"].clone()).expect("UTF-8");
    assert!(page.contains("Charte nouvelle"));
    assert_eq!(town.names("."), ["charter", "evidence", "published"]);
}

#[test]
fn the_same_inputs_give_the_same_files_elsewhere() {
    let (one, two) = (Town::new(), Town::new());
    one.run(&["publish"]);
    two.run(&["publish", "--out", "site/2026/juin"]);
    assert!(one.tree("published") == two.tree("site/2026/juin"));
}

#[test]
fn folders_on_the_way_are_made() {
    let town = Town::new();
    for out in ["a/b/c", "d", "./e", "f/", "a/b/../g"] {
        let said = town.run(&["publish", "--out", out]);
        assert_eq!(said.code, 0, "{out}: {}", said.err);
        check_whole(&town.tree(out));
    }
    let absolute = town.path("absolute");
    let said = run_in(
        &town.path("evidence"),
        &["publish", "--out", absolute.to_str().expect("UTF-8")],
    );
    assert_eq!(said.code, 0);
    check_whole(&town.tree("absolute"));
    let expected = ["a", "absolute", "charter", "d", "e", "evidence", "f"];
    assert_eq!(town.names("."), expected);
    assert_eq!(town.names("a"), ["b", "g"]);
    assert_eq!(town.names("a/b"), ["c"]);
}

#[test]
fn an_empty_folder_is_filled() {
    let town = Town::new();
    fs::create_dir(town.path("published")).expect("a folder");
    assert_eq!(town.run(&["publish"]).code, 0);
    check_whole(&town.tree("published"));
}

/// A folder that holds anything else is refused, and nothing in it changes.
fn check_refused(town: &Town, out: &str) {
    let before = town.tree(".");
    let said = town.run(&["publish", "--out", out]);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{out}");
    assert_eq!(said.codes(), ["run-output-not-ours"], "{said:?}");
    assert!(said.err.contains(out), "{said:?}");
    assert!(town.tree(".") == before, "{out}: something changed");
}

#[test]
fn a_folder_with_something_else_is_refused() {
    let town = Town::new();
    town.write("own/letter.txt", "letter");
    town.write("likely/public/index.html", "page");
    town.write("file", "content");
    for out in ["own", "likely", "file", "charter", "evidence", "."] {
        check_refused(&town, out);
    }
}

#[test]
fn a_published_folder_with_something_more_is_refused() {
    let town = Town::new();
    assert_eq!(town.run(&["publish"]).code, 0);
    for added in [
        "letter.txt",
        "public/photo.jpg",
        "staff/more/letter.txt",
        ".htaccess",
        "public/.charte",
    ] {
        town.write(&format!("published/{added}"), "own");
        check_refused(&town, "published");
        town.remove(&format!("published/{added}"));
    }
    // Without them, all is well again.
    assert_eq!(town.run(&["publish"]).code, 0);
    check_whole(&town.tree("published"));
}

#[test]
fn pages_that_were_changed_or_removed_are_replaced() {
    let town = Town::new();
    town.run(&["publish"]);
    let first = town.tree("published");
    town.write("published/public/index.html", "changed");
    town.remove("published/audit/scorecard.json");
    assert_eq!(town.run(&["publish"]).code, 0);
    assert!(town.tree("published") == first);
}

#[test]
#[cfg(unix)]
fn links_are_not_followed_out_of_the_folder() {
    let town = Town::new();
    town.write("elsewhere/letter.txt", "letter");
    std::os::unix::fs::symlink(town.path("elsewhere"), town.path("link")).expect("a link");
    std::os::unix::fs::symlink(town.path("nowhere"), town.path("dangling")).expect("a link");
    for out in ["link", "dangling"] {
        let said = town.run(&["publish", "--out", out]);
        assert_eq!(
            (said.code, said.codes()),
            (2, vec!["run-output-not-ours"]),
            "{out}"
        );
    }
    town.run(&["publish"]);
    std::os::unix::fs::symlink(town.path("elsewhere"), town.path("published/public/more"))
        .expect("a link");
    let said = town.run(&["publish"]);
    assert_eq!((said.code, said.codes()), (2, vec!["run-output-not-ours"]));
    assert_eq!(town.names("elsewhere"), ["letter.txt"]);
}

#[test]
fn a_place_that_cannot_be_written_is_2() {
    let town = Town::new();
    town.write("file", "content");
    let before = town.tree(".");
    for lang in ["fr", "en"] {
        for out in ["file/published", "file/a/b"] {
            let said = town.run(&["publish", "--lang", lang, "--out", out]);
            assert_eq!((said.code, said.out.as_str()), (2, ""), "{out}");
            assert_eq!(said.codes(), ["run-output-write"], "{said:?}");
            let word = if lang == "fr" { "dossier" } else { "folder" };
            assert!(said.err.contains(word), "{said:?}");
        }
    }
    assert!(town.tree(".") == before);
    assert_eq!(town.names("."), ["charter", "evidence", "file"]);
}

#[test]
#[cfg(unix)]
fn a_folder_without_the_right_to_write_is_2() {
    use std::os::unix::fs::PermissionsExt;
    let town = Town::new();
    fs::create_dir(town.path("locked")).expect("a folder");
    let set = |mode| fs::set_permissions(town.path("locked"), fs::Permissions::from_mode(mode));
    set(0o555).expect("rights");
    // Some users may write everywhere.
    let barred = fs::write(town.path("locked/probe"), "").is_err();
    if barred {
        let said = town.run(&["publish", "--out", "locked/published"]);
        assert_eq!((said.code, said.codes()), (2, vec!["run-output-write"]));
        assert!(said.err.contains("droits"), "{said:?}");
        assert!(town.names("locked").is_empty());
    }
    set(0o755).expect("rights");
}

#[test]
fn a_faulty_charter_leaves_what_was_published() {
    let town = Town::new();
    town.run(&["publish"]);
    let before = town.tree("published");
    town.replace("charter/charter.toml", "2026-06-30", "2026-02-30");
    assert_eq!(town.run(&["publish"]).code, 2);
    assert_eq!(town.run(&["publish", "--out", "new"]).code, 2);
    assert!(town.tree("published") == before);
    assert_eq!(town.names("."), ["charter", "evidence", "published"]);
}

#[test]
fn a_faulty_template_leaves_what_was_published() {
    let town = Town::new();
    town.run(&["publish"]);
    let before = town.tree("published");
    town.write("site/charter.html.j2", "{% if %}");
    let said = town.run(&["publish"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert_eq!(said.codes(), ["publish-template"], "{said:?}");
    assert!(town.tree("published") == before);
    assert_eq!(
        town.names("."),
        ["charter", "evidence", "published", "site"]
    );
}

/// Whenever a run is stopped, the folder holds either all of the old pages or all of the new ones.
#[test]
fn a_run_that_is_stopped_leaves_one_whole_publication() {
    let town = Town::new();
    let publication = |title: &str| {
        town.replace("charter/charter.toml", "title = ", "title = \"X\"\n#");
        let charter = fs::read_to_string(town.path("charter/charter.toml")).expect("a file");
        let rest = charter.lines().skip(2).collect::<Vec<_>>().join("\n");
        town.write(
            "charter/charter.toml",
            format!("title = \"{title}\"\n{rest}\n"),
        );
        assert_eq!(town.run(&["publish"]).code, 0);
        town.tree("published")
    };
    let (new, old) = (publication("Nouvelle"), publication("Ancienne"));
    assert!(old != new);
    town.replace("charter/charter.toml", "Ancienne", "Nouvelle");
    let mut seen = [0, 0];
    for pause in 0..14 {
        let mut running = Command::new(env!("CARGO_BIN_EXE_charte"))
            .arg("publish")
            .current_dir(town.root())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        std::thread::sleep(Duration::from_millis(pause * 5));
        let _ = running.kill();
        running.wait().expect("the program ends");
        let found = town.tree("published");
        assert!(found == old || found == new, "after {} ms", pause * 5);
        seen[usize::from(found == new)] += 1;
        for name in town.names(".") {
            if name.starts_with("published.new-") {
                fs::remove_dir_all(town.path(&name)).expect("what the stopped run left");
            }
        }
    }
    assert_eq!(seen[0] + seen[1], 14);
    assert_eq!(town.run(&["publish"]).code, 0);
    assert!(town.tree("published") == new);
    assert_eq!(town.names("."), ["charter", "evidence", "published"]);
}
