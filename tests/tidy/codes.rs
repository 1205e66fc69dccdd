//! Diagnostic codes: declared once, named after their area, explained in every language.

use super::catalogue::catalogue;
use super::source::{Source, program};
use charte::messages::Lang;
use std::collections::BTreeMap;

/// A declared code.
struct Declared {
    code: String,
    constant: String,
    path: String,
    line: usize,
}

fn declared(sources: &[Source]) -> Vec<Declared> {
    let mut found = Vec::new();
    for source in sources {
        for literal in &source.literals {
            let before = source.code[..literal.at].trim_end();
            let Some(before) = before.strip_suffix("Code::new(") else {
                continue;
            };
            let before = before.trim_end().strip_suffix('=').expect("a constant");
            let (_, constant) = before.rsplit_once("const ").expect("a constant");
            let constant = constant.split(':').next().unwrap_or_default().trim();
            found.push(Declared {
                code: literal.text.clone(),
                constant: constant.to_owned(),
                path: source.path.clone(),
                line: source.line(literal.at),
            });
        }
    }
    found
}

/// Every code.
pub(super) fn all() -> Vec<String> {
    declared(program())
        .into_iter()
        .map(|declared| declared.code)
        .collect()
}

#[test]
fn codes_are_unique() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for code in declared(program()) {
        let place = format!("{}:{}", code.path, code.line);
        let before = seen.insert(code.code.clone(), place.clone());
        assert_eq!(before, None, "{} stands at {place} too", code.code);
    }
    assert!(seen.len() > 50, "{} codes only", seen.len());
}

#[test]
fn codes_are_in_kebab_case_behind_their_area() {
    for Declared {
        code, path, line, ..
    } in declared(program())
    {
        let place = format!("{path}:{line}");
        let name = path.trim_start_matches("src/").trim_end_matches(".rs");
        let area = name.split('/').next().unwrap_or(name);
        let rest = code
            .strip_prefix(area)
            .and_then(|rest| rest.strip_prefix('-'));
        let rest = rest.unwrap_or_else(|| panic!("{place}: {code} does not begin with {area}-"));
        let kebab = rest.split('-').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        });
        assert!(kebab, "{place}: {code}");
    }
}

#[test]
fn every_code_has_a_message_and_a_help() {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        let all = catalogue(lang);
        for Declared { code, .. } in declared(program()) {
            let full = |attribute: &str| {
                let text = all.get(&code).and_then(|entry| entry.get(attribute));
                text.is_some_and(|text| !text.trim().is_empty())
            };
            if !full("") || !full("help") {
                faults.push(format!("{lang:?} {code}"));
            }
        }
    }
    assert!(faults.is_empty(), "without message or help: {faults:#?}");
}

/// Names may begin a message.
const NAMES: [&str; 1] = ["Good Friday"];

#[test]
fn messages_of_codes_begin_small_and_end_without_a_period() {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        let all = catalogue(lang);
        for Declared { code, .. } in declared(program()) {
            let text = all
                .get(&code)
                .and_then(|entry| entry.get(""))
                .map_or("", |text| text.trim());
            if text.ends_with('.')
                || (text.starts_with(char::is_uppercase)
                    && !NAMES.iter().any(|name| text.starts_with(name)))
            {
                faults.push(format!("{lang:?} {code}: {text}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_code_is_raised() {
    let sources = program();
    let mut idle = Vec::new();
    for code in declared(sources) {
        let uses: usize = sources
            .iter()
            .map(|source| source.words(&code.constant).count())
            .sum();
        if uses < 2 {
            idle.push(code.code);
        }
    }
    assert!(idle.is_empty(), "codes that nothing raises: {idle:#?}");
}
