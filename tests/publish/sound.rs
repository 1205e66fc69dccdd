//! Accessible, self-contained, the same each time, and without a figure outside the audit's part.

use super::card::{FIGURES, scorecard};
use super::scan;
use super::town::{harmless, html, text};
use charte::messages::Lang;
use charte::publish::{SCORECARD_JSON, SCORECARD_MARKDOWN};
use charte::scorecard::Scorecard;
use std::collections::BTreeSet;

#[test]
fn every_page_is_there() {
    let paths: Vec<String> = harmless(Lang::Fr)
        .into_iter()
        .map(|page| page.path)
        .collect();
    assert_eq!(
        paths,
        [
            "public/index.html",
            "public/charte.md",
            "staff/index.html",
            "staff/guide.md",
            "audit/index.html",
            SCORECARD_MARKDOWN,
            SCORECARD_JSON,
        ]
    );
}

#[test]
fn pages_are_sound() {
    for lang in Lang::ALL {
        for page in html(&harmless(lang)) {
            let (tags, _) = scan::scan(text(page));
            let named = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
            let path = &page.path;
            assert_eq!(named("h1"), 1, "{path}");
            assert_eq!((named("main"), named("title")), (1, 1), "{path}");
            for forbidden in [
                "script", "img", "iframe", "object", "embed", "form", "link", "base",
            ] {
                assert_eq!(named(forbidden), 0, "{forbidden} in {path}");
            }
            let language = tags
                .iter()
                .find(|tag| tag.name == "html")
                .and_then(|tag| tag.attribute("lang"));
            assert_eq!(language, Some(lang.tag()), "{path}");
            assert!(
                tags.iter().all(|tag| tag.attribute("style").is_none()),
                "{path}"
            );
            let tables = named("table");
            let captioned = named("caption")
                + tags
                    .iter()
                    .filter(|tag| tag.name == "div" && tag.attribute("aria-labelledby").is_some())
                    .count();
            assert!(
                captioned >= tables,
                "{path}: {captioned} names for {tables} tables"
            );
            assert!(
                tags.iter()
                    .filter(|tag| tag.name == "th")
                    .all(|tag| tag.attribute("scope").is_some()),
                "{path}"
            );
            balanced(&tags, path);
            let levels = tags
                .iter()
                .filter_map(|tag| tag.name.strip_prefix('h')?.parse::<u8>().ok());
            let mut last = 0;
            for level in levels {
                assert!(
                    level <= last + 1,
                    "heading of level {level} after {last} in {path}"
                );
                last = level;
            }
        }
    }
}

/// Each element that opens closes, in order.
fn balanced(tags: &[scan::Element], path: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in tags.iter().map(|tag| tag.name.as_str()) {
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{path}"),
            None if ["meta", "!doctype", "br", "hr"].contains(&tag) => {}
            None => open.push(tag),
        }
    }
    assert!(open.is_empty(), "{open:?} in {path}");
}

#[test]
fn anchors_are_unique_and_links_lead_somewhere() {
    for page in html(&harmless(Lang::Fr)) {
        let (tags, _) = scan::scan(text(page));
        let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.attribute("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{}", page.path);
        let labels = tags
            .iter()
            .filter_map(|tag| tag.attribute("aria-labelledby"));
        let links = tags
            .iter()
            .filter_map(|tag| tag.attribute("href")?.strip_prefix('#'));
        for target in labels.chain(links) {
            assert!(unique.contains(target), "{target} in {}", page.path);
        }
    }
    let guide = harmless(Lang::Fr)
        .into_iter()
        .find(|page| page.path == "staff/index.html")
        .expect("a guide");
    assert!(text(&guide).contains(
        "<a href=\"#chapter-02-suite\">02</a> <a href=\"#chapter-01-chapitre-un\">a</a>"
    ));
    for heading in [
        "<h3 id=\"chapter-01-chapitre-un\">Un</h3>",
        "<h3 id=\"chapter-01-chapitre-un-2\">Un</h3>",
        "<h3 id=\"chapter-01-chapitre-deux\">Deux</h3>",
    ] {
        assert!(text(&guide).contains(heading), "{heading}");
    }
}

#[test]
fn pages_load_nothing_and_run_nothing() {
    for page in html(&harmless(Lang::Fr)) {
        let (tags, _) = scan::scan(text(page));
        let policy = tags
            .iter()
            .find(|tag| tag.attribute("http-equiv") == Some("Content-Security-Policy"));
        let policy = policy
            .and_then(|tag| tag.attribute("content"))
            .expect("a policy");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'sha256-"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe"), "{policy}");
        for address in tags
            .iter()
            .flat_map(|tag| ["href", "src"].map(|name| tag.attribute(name)))
            .flatten()
        {
            let safe = ["#", "https:", "http:", "mailto:"]
                .iter()
                .any(|start| address.starts_with(start));
            assert!(safe, "{address} in {}", page.path);
        }
        assert!(
            !text(page).contains("url(") && !text(page).contains("@import"),
            "{}",
            page.path
        );
    }
}

#[test]
fn no_figure_reaches_the_public_nor_the_staff() {
    for lang in Lang::ALL {
        let pages = harmless(lang);
        for page in &pages {
            let body = text(page)
                .split_once("<body")
                .map_or(text(page), |(_, body)| body);
            let body = body.replace([',', '\u{202f}', '\u{a0}'], "");
            for figure in FIGURES {
                let figure = figure.to_string();
                match page.path.as_str() {
                    path if !path.starts_with("audit/") => {
                        assert!(!body.contains(&figure), "{figure} in {path}")
                    }
                    "audit/index.html" | SCORECARD_MARKDOWN
                        if !["367", "983"].contains(&figure.as_str()) =>
                    {
                        assert!(body.contains(&figure), "{figure} not in {}", page.path);
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    assert_eq!(harmless(Lang::Fr), harmless(Lang::Fr));
    let json = harmless(Lang::Fr)
        .into_iter()
        .find(|page| page.path == SCORECARD_JSON)
        .expect("data");
    assert!(text(&json).ends_with("}\n"));
    let back: Scorecard = serde_json::from_str(text(&json)).expect("a scorecard");
    assert_eq!(back, scorecard(&str::to_owned));
}

#[test]
fn every_word_is_in_the_catalogue() {
    for lang in Lang::ALL {
        for page in harmless(lang) {
            let found = text(&page);
            for area in [
                "publish-",
                "verdict-",
                "public-",
                "cause-",
                "unit-",
                "proof-",
                "nature-",
                "doubt-",
                "calendar-",
            ] {
                for bracket in ["[", "\\["] {
                    assert!(
                        !found.contains(&format!("{bracket}{area}")),
                        "{area} in {}",
                        page.path
                    );
                }
            }
            assert!(
                !found.contains("{ $") && !found.contains("{$"),
                "{}",
                page.path
            );
        }
    }
}

#[test]
fn provisional_results_and_self_assessment_are_said() {
    let notice = "Auto-évaluation\u{202f}: ne vaut ni label ni certification.";
    for page in harmless(Lang::Fr) {
        if page.path == SCORECARD_JSON {
            continue;
        }
        assert!(text(&page).contains(notice), "{}", page.path);
        let provisional = text(&page).contains("Résultats provisoires, arrêtés au 30 juin 2026");
        assert_eq!(
            provisional,
            !page.path.starts_with("staff/"),
            "{}",
            page.path
        );
    }
    let audit = harmless(Lang::Fr)
        .into_iter()
        .find(|page| page.path == "audit/index.html")
        .expect("an audit");
    let said = "Simulation selon la grille «\u{202f}Grille\u{202f}». Auto-évaluation, ne vaut ni label ni certification.";
    assert!(text(&audit).contains(said));
}
