//! Saved pages full of markers: in headings, hours, delays, links, comments, attributes and names of files.

use super::markers::{Markers, Style};
use super::scan::Scanner;
use assert_cmd::cargo::cargo_bin_cmd;
use std::fs;
use std::path::Path;

const CHARTER: &str = r#"
title = "Charte"
version = "2026-1"
in_force = 2026-01-01
organisation = { name = "Ville de Bourg-l'Exemple" }
period = { from = 2026-05-01, to = 2026-06-30 }
calendar = { working_week = "lu-ve" }
call_peak = [{ hours = "lu 10h-11h", basis = "measured" }]
alternative = [{ name = "Mairie de Val-d'Exemple" }]

[sites.mairie]
name = "Mairie"
hours = "lu-ve 9h-12h"

[services.etat-civil]
name = "État civil"
sites = ["mairie"]
booking = ["online", "phone"]
by_appointment = true

[[announced_delay]]
service = "etat-civil"
from = 2026-01-01
working_days = 20
"#;

const ENGAGEMENT: &str = r#"
number = 1
title = "Information"
promise = "Ce que nous publions est exact."
theme = "Information"
owner = "Communication"

[[requirement]]
id = "tout"
title = "Tout est dit"
severity = "major"

[requirement.publication]
on = ["page", "guide", "affiche", "vide"]
exists = true
says = ["opening_hours", "announced_delays", "call_peaks", "alternatives", "booking_channels", "in_force", "version"]
sections = ["Codes"]
contains = ["bonjour"]
at_least = "100 %"
"#;

fn page(markers: &mut Markers) -> Vec<u8> {
    let mut page = b"<!DOCTYPE html><title>".to_vec();
    let mut put = |before: &str, after: &str, style: Style| {
        page.extend(before.as_bytes());
        page.extend(markers.make(style));
        page.extend(after.as_bytes());
    };
    for style in Style::ALL
        .into_iter()
        .filter(|style| *style != Style::Bytes)
    {
        put("</title><h1>Mairie ", "</h1>", style);
        put("<p>Lundi 9h-12h ", "</p>", style);
        put("<h2>", "</h2>", style);
        put("<p>Rendez-vous sous 20 jours ouvrés ", "</p>", style);
        put("<h2>État civil ", "</h2>", style);
        put("<p>Délai : 30 jours ouvrés, par téléphone ", "</p>", style);
        put("<p>Version ", "</p>", style);
        put("<p>En vigueur le 1er mars 2026 ", "</p>", style);
        put("<!-- ", " -->", style);
        put("<img alt='", "'>", style);
        put(
            "<a href='https://x.example/",
            "'>Autres communes</a>",
            style,
        );
        put("<p hidden>", "</p>", style);
        put(
            "<table><tr><td>Pics d'appels</td><td>",
            "</td></tr></table>",
            style,
        );
    }
    page
}

/// A town with nothing but pages.
fn town(root: &Path, markers: &mut Markers) -> Vec<String> {
    let html = page(markers);
    let files = ["html", "md", "txt", "vide"].map(|end| format!("{}.{end}", markers.plain()));
    let mut sources = String::new();
    for ((id, format), file) in [
        ("page", "html"),
        ("guide", "markdown"),
        ("affiche", "text"),
        ("vide", "html"),
    ]
    .into_iter()
    .zip(&files)
    {
        sources.push_str(&format!(
            "[{id}]\ntitle = \"Document\"\nnature = \"published-document\"\nformat = \"{format}\"\n\
             files = [\"evidence/{file}\"]\ncollected = 2026-06-30\nproof = \"census\"\n"
        ));
        let bytes = if id == "vide" { &b"<p></p>"[..] } else { &html };
        fs::create_dir_all(root.join("evidence")).expect("a folder");
        fs::write(root.join("evidence").join(file), bytes).expect("a file");
    }
    fs::create_dir_all(root.join("charter/engagements")).expect("a folder");
    for (path, text) in [
        ("charter.toml", CHARTER),
        ("sources.toml", &sources),
        ("engagements/information.toml", ENGAGEMENT),
    ] {
        fs::write(root.join("charter").join(path), text).expect("a file");
    }
    files.into_iter().collect()
}

/// Appends the bytes of every file of a folder.
pub(super) fn everything(folder: &Path, all: &mut Vec<u8>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            everything(&path, all);
        } else {
            all.extend(fs::read(path).expect("a file"));
        }
    }
}

/// Calls the program in a town, looks for what must not get out, and gives its messages.
pub(super) fn quiet(town: &Path, args: &[&str], scanner: &Scanner) -> String {
    let output = cargo_bin_cmd!("charte")
        .env_clear()
        .current_dir(town)
        .args(args)
        .output()
        .expect("the program runs");
    let shown = String::from_utf8_lossy(&output.stderr).into_owned();
    let code = output.status.code();
    assert!(code.is_some_and(|code| code != 2), "{args:?}: {shown}");
    for (what, bytes) in [("out", &output.stdout), ("err", &output.stderr)] {
        let found = scanner.found(bytes);
        assert!(found.is_empty(), "{args:?} on {what} tells {found:?}");
    }
    shown
}

#[test]
fn nothing_of_a_page_gets_out_but_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut markers = Markers::default();
    let files = town(folder.path(), &mut markers);
    let mut scanner = Scanner::default();
    markers
        .made
        .iter()
        .for_each(|marker| scanner.marker(marker));
    files.iter().for_each(|file| scanner.literal(file));
    for args in [
        &["check"][..],
        &["check", "--lang", "en"],
        &["check", "--format", "json"],
        &["check", "--format", "markdown"],
        &["explain", "information/tout"],
        &["publish"],
    ] {
        let shown = quiet(folder.path(), args, &scanner);
        if args == ["check"] {
            assert!(shown.contains("evidence-page-empty"), "{shown}");
        }
    }
    let mut published = Vec::new();
    everything(&folder.path().join("published"), &mut published);
    let found = scanner.found(&published);
    assert!(found.is_empty(), "the publication tells {found:?}");
}
