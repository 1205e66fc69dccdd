//! The catalogues: both languages say the same things with the same variables.
//!
//! Messages are read here line by line, not by the library that the program uses; it only confirms that they parse.

use super::source::files;
use charte::diagnostic::Value;
use charte::messages::{Lang, Messages};
use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};

/// A message: its own text under the empty name, and its attributes'.
pub(super) type Entry = BTreeMap<String, String>;

/// The messages of one file, each with its line.
fn entries(text: &str) -> Vec<(usize, String, Entry)> {
    let mut found: Vec<(usize, String, Entry)> = Vec::new();
    let mut attribute = String::new();
    for (line, number) in text.lines().zip(1..) {
        let within = line.starts_with([' ', '\t', '}']);
        let named = line.trim().split_once('=');
        let id = |name: &str| {
            let name = name.trim_end();
            let plain = !name.is_empty()
                && name
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
            plain.then(|| name.to_owned())
        };
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if !within {
            let (name, pattern) = named.expect("a message");
            let name = id(name).unwrap_or_else(|| panic!("line {number}: {line}"));
            attribute.clear();
            found.push((
                number,
                name,
                Entry::from([(String::new(), pattern.to_owned())]),
            ));
            continue;
        }
        let (_, _, entry) = found.last_mut().expect("a message before its continuation");
        let start = named.and_then(|(name, pattern)| Some((id(name.strip_prefix('.')?)?, pattern)));
        if let Some((name, pattern)) = start {
            attribute.clone_from(&name);
            assert!(
                entry.insert(name, pattern.to_owned()).is_none(),
                "line {number}: {line}"
            );
        } else {
            let pattern = entry.get_mut(&attribute).expect("the pattern");
            pattern.push('\n');
            pattern.push_str(line);
        }
    }
    found
}

/// Every message of a language.
pub(super) fn catalogue(lang: Lang) -> BTreeMap<String, Entry> {
    let mut all = BTreeMap::new();
    for (area, text) in lang.sources() {
        for (line, key, entry) in entries(text) {
            let before = all.insert(key.clone(), entry);
            assert!(
                before.is_none(),
                "{lang:?} {area}.ftl:{line}: {key} stands twice"
            );
        }
    }
    all
}

/// The names after a mark in a text: `$count` → `count`.
pub(super) fn marked(text: &str, mark: char) -> BTreeSet<String> {
    let name = |rest: &str| {
        let end =
            rest.find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_".contains(letter));
        rest[..end.unwrap_or(rest.len())].to_owned()
    };
    text.split(mark).skip(1).map(name).collect()
}

/// The messages that a message takes in: `{ cli-zone }`.
pub(super) fn references(text: &str) -> BTreeSet<String> {
    let placeables = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'));
    placeables
        .map(|(inner, _)| inner.trim().to_owned())
        .filter(|inner| {
            inner.starts_with(|letter: char| letter.is_ascii_lowercase()) && !inner.contains(' ')
        })
        .collect()
}

#[test]
fn catalogues_parse() {
    for lang in Lang::ALL {
        for (area, text) in lang.sources() {
            let parsed = FluentResource::try_new((*text).to_owned());
            let errors = parsed.map(|_| ()).map_err(|(_, errors)| errors);
            assert_eq!(errors, Ok(()), "{lang:?} {area}");
        }
        let messages = Messages::new(lang);
        for key in catalogue(lang).keys() {
            assert!(messages.has(key), "{lang:?} {key}");
        }
    }
}

#[test]
fn every_file_of_messages_is_in_the_catalogue() {
    for lang in Lang::ALL {
        let folder = format!("src/messages/{}", lang.tag());
        let found: Vec<String> = files(&folder)
            .into_iter()
            .map(|path| path[folder.len() + 1..].trim_end_matches(".ftl").to_owned())
            .collect();
        let known: Vec<&str> = lang.sources().iter().map(|(area, _)| *area).collect();
        assert_eq!(found, known, "{folder}");
    }
}

#[test]
fn languages_have_the_same_keys_attributes_and_variables() {
    let (one, two) = (catalogue(Lang::Fr), catalogue(Lang::En));
    let keys = |of: &BTreeMap<String, Entry>| of.keys().cloned().collect::<BTreeSet<_>>();
    let differ: Vec<String> = keys(&one)
        .symmetric_difference(&keys(&two))
        .cloned()
        .collect();
    assert!(differ.is_empty(), "in one language only: {differ:#?}");
    let mut faults = Vec::new();
    for (key, entry) in &one {
        let other = &two[key];
        if !entry.keys().eq(other.keys()) {
            faults.push(format!("{key}: attributes"));
        }
        for (attribute, pattern) in entry {
            let other = other.get(attribute).map_or("", String::as_str);
            let (mine, theirs) = (marked(pattern, '$'), marked(other, '$'));
            if mine != theirs {
                faults.push(format!("{key}.{attribute}: {mine:?} and {theirs:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn areas_have_the_same_keys_in_the_same_order() {
    for ((area, one), (_, two)) in Lang::Fr.sources().iter().zip(Lang::En.sources()) {
        let keys = |text: &str| -> Vec<String> {
            entries(text).into_iter().map(|(_, key, _)| key).collect()
        };
        assert_eq!(keys(one), keys(two), "{area}");
    }
}

#[test]
fn messages_only_take_in_messages_that_exist() {
    for lang in Lang::ALL {
        let all = catalogue(lang);
        for (key, entry) in &all {
            for reference in entry.values().flat_map(|pattern| references(pattern)) {
                assert!(all.contains_key(&reference), "{lang:?} {key}: {reference}");
            }
        }
    }
}

/// The variables of a message, those of the messages that it takes in included.
fn variables(key: &str, all: &BTreeMap<String, Entry>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for pattern in all[key].values() {
        found.extend(marked(pattern, '$'));
        for reference in references(pattern) {
            found.extend(variables(&reference, all));
        }
    }
    found
}

/// With all its variables given, a message leaves no variable and no empty text behind.
#[test]
fn messages_resolve() {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let all = catalogue(lang);
        for (key, entry) in &all {
            let variables = variables(key, &all);
            for value in [
                Value::Number(0),
                Value::Number(1),
                Value::Number(1234),
                Value::from("x"),
            ] {
                let args: Vec<(&str, Value)> = variables
                    .iter()
                    .map(|name| (&**name, value.clone()))
                    .collect();
                let whole = entry.keys().map(|attribute| match &**attribute {
                    "" => messages.text(key, &args),
                    attribute => messages
                        .attribute(key, attribute, &args)
                        .unwrap_or_default(),
                });
                for text in whole {
                    if text.trim().is_empty() || text.contains('$') {
                        faults.push(format!("{lang:?} {key} with {value:?}: {text}"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn messages_are_read_line_by_line() {
    let text = "# no\na = { $b ->\n    [one] x\n   *[other] { $c }\n}\n    .help = d\n      e { f-g }\n\nh =\n    i\n";
    let found = entries(text);
    assert_eq!(found.len(), 2);
    let (line, key, entry) = &found[0];
    assert_eq!((*line, key.as_str()), (2, "a"));
    assert_eq!(
        marked(&entry[""], '$'),
        BTreeSet::from(["b".to_owned(), "c".to_owned()])
    );
    assert_eq!(
        references(&entry["help"]),
        BTreeSet::from(["f-g".to_owned()])
    );
    assert_eq!(found[1].2[""].trim(), "i");
}
