//! The catalogues: both languages say the same things with the same variables, and every word is used.
//!
//! Messages are read here line by line, not by the library that the program uses; it only confirms that they parse.

use super::source::{Source, files, program, text};
use charte::charter::json_schema::hover_keys;
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
fn marked(text: &str, mark: char) -> BTreeSet<String> {
    let name = |rest: &str| {
        let end =
            rest.find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_".contains(letter));
        rest[..end.unwrap_or(rest.len())].to_owned()
    };
    text.split(mark).skip(1).map(name).collect()
}

/// The messages that a message takes in: `{ cli-zone }`.
fn references(text: &str) -> BTreeSet<String> {
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

/// What can stand behind a prefix.
enum Tails {
    /// These, all of them.
    Exactly(Vec<String>),
    /// Texts of the program.
    Literals,
}

/// Keys that are put together when the program runs, and why.
fn families() -> Vec<(&'static str, &'static str, Tails)> {
    let numbers = |range: std::ops::RangeInclusive<u32>| {
        Tails::Exactly(range.map(|number| number.to_string()).collect())
    };
    let texts =
        |texts: &[&str]| Tails::Exactly(texts.iter().map(|text| (*text).to_owned()).collect());
    let verdicts: Vec<&str> = charte::verdict::Verdict::ALL
        .iter()
        .map(|verdict| verdict.id())
        .collect();
    let limits = ["at-most", "less-than", "max-at-most", "max-less-than"];
    vec![
        ("calendar-month-", "by number", numbers(1..=12)),
        ("calendar-weekday-", "by number", numbers(1..=7)),
        ("verdict-", "by the verdict's id", texts(&verdicts)),
        ("public-", "by the verdict's id", texts(&verdicts)),
        (
            "target-limit-",
            "by bound, and whether every case counts",
            texts(&limits),
        ),
        ("target-", "by measure or bound", Tails::Literals),
        ("cause-", "by the cause's id", Tails::Literals),
        ("doubt-", "by the doubt's id", Tails::Literals),
        ("unit-", "by the unit's id", Tails::Literals),
        (
            "severity-",
            "by the requirement's severity",
            Tails::Literals,
        ),
        ("proof-", "by the source's proof", Tails::Literals),
        ("nature-", "by the source's nature", Tails::Literals),
        ("action-", "by the action's state", Tails::Literals),
        (
            "publish-none-",
            "by the kind of list",
            texts(&["gaps", "unknown"]),
        ),
        (
            "publish-rejected-",
            "by the code of a rejected row",
            Tails::Exactly(rejections()),
        ),
        (
            "publish-name-",
            "by the part of the publication",
            Tails::Literals,
        ),
        ("publish-section-", "by the section's id", Tails::Literals),
        ("publish-fact-", "by the fact's key", Tails::Literals),
        ("publish-method-", "by the note's id", Tails::Literals),
        ("publish-state-", "by the action's state", Tails::Literals),
        (
            "publish-peak-",
            "by what a call peak rests on",
            Tails::Literals,
        ),
    ]
}

/// What the codes of rejected rows end with.
fn rejections() -> Vec<String> {
    let codes = super::codes::all();
    let tails = codes
        .iter()
        .filter_map(|code| code.strip_prefix("evidence-row-"));
    tails.map(str::to_owned).collect()
}

/// What the program and the templates say.
struct Words {
    sources: &'static [Source],
    templates: Vec<(String, String)>,
    literals: BTreeSet<String>,
}

impl Words {
    fn read() -> Self {
        let sources = program();
        let templates = files("site")
            .into_iter()
            .filter(|path| path.ends_with(".j2"))
            .map(|path| {
                let text = text(&path).expect("UTF-8");
                (path, text)
            })
            .collect();
        let literals = sources.iter().flat_map(|source| &source.literals);
        let literals = literals.map(|literal| literal.text.clone()).collect();
        Self {
            sources,
            templates,
            literals,
        }
    }

    /// The first arguments of calls, where they are texts: `.plain("…")`, `t("…")`; each with its place.
    fn called(&self) -> Vec<(String, String)> {
        let mut called = Vec::new();
        for source in self.sources {
            for literal in &source.literals {
                let before = source.code[..literal.at].trim_end();
                let call = [".plain(", "messages.text(", ".attribute(", "messages.has("];
                if call.iter().any(|call| before.ends_with(call)) {
                    let place = format!("{}:{}", source.path, source.line(literal.at));
                    called.push((literal.text.clone(), place));
                }
            }
        }
        for (path, text) in &self.templates {
            for (at, _) in text.match_indices("t(") {
                let name = text[..at].chars().next_back();
                if name.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') {
                    continue;
                }
                let quoted = text[at + 2..].trim_start().strip_prefix(['"', '\'']);
                // What is joined to something is a prefix, not a key.
                let key = quoted
                    .and_then(|inner| inner.split_once(['"', '\'']))
                    .filter(|(_, rest)| !rest.trim_start().starts_with('~'));
                called.extend(key.map(|(key, _)| (key.to_owned(), path.clone())));
            }
        }
        called
    }

    /// Whether a key is put together from a prefix somewhere.
    fn is_built(&self, prefix: &str) -> bool {
        let opening = format!("{prefix}{{");
        let joined = |text: &str| {
            text.contains(&format!("\"{prefix}\" ~")) || text.contains(&format!("'{prefix}' ~"))
        };
        self.literals
            .iter()
            .any(|text| text.starts_with(&opening) || text == prefix)
            || self.templates.iter().any(|(_, text)| joined(text))
    }

    fn is_text(&self, text: &str) -> bool {
        self.literals.contains(text)
    }
}

/// The keys of the command line: one for each verb, option and argument.
fn command_keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let command = charte::cli::command(&Messages::new(Lang::Fr));
    // Not built: options that every verb has are then listed once, where they are declared.
    collect(&command, "cli", &mut keys);
    keys
}

fn collect(command: &clap::Command, key: &str, keys: &mut BTreeSet<String>) {
    keys.extend([format!("{key}-about"), format!("{key}-usage")]);
    for argument in command.get_arguments() {
        let id = argument.get_id().as_str();
        let general = matches!(id, "help" | "version" | "charter" | "lang");
        keys.insert(if general {
            format!("cli-{id}")
        } else {
            format!("{key}-{id}")
        });
    }
    for verb in command.get_subcommands() {
        collect(verb, &format!("{key}-{}", verb.get_name()), keys);
    }
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let words = Words::read();
    let (fr, cli) = (catalogue(Lang::Fr), command_keys());
    let mut missing: Vec<String> = Vec::new();
    for (key, place) in words.called() {
        if !fr.contains_key(&key) {
            missing.push(format!("{place}: {key}"));
        }
    }
    missing.extend(cli.into_iter().filter(|key| !fr.contains_key(key)));
    missing.extend(hover_keys().into_iter().filter(|key| !fr.contains_key(key)));
    for (prefix, _, tails) in families() {
        if let Tails::Exactly(tails) = tails {
            let keys = tails.into_iter().map(|tail| format!("{prefix}{tail}"));
            missing.extend(keys.filter(|key| !fr.contains_key(key)));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// A text of the program that looks like a key is one.
#[test]
fn texts_with_the_shape_of_a_key_are_keys() {
    let fr = catalogue(Lang::Fr);
    let areas = [
        "cli-",
        "run-",
        "report-",
        "found-",
        "margin-",
        "headline-",
        "group-",
        "target-",
        "calendar-holiday-",
    ];
    let is_key = |text: &str| {
        areas.iter().any(|area| text.starts_with(area))
            && !text.ends_with('-')
            && text.chars().all(|letter| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter)
            })
    };
    let families = families();
    let is_tail = |text: &str| {
        families
            .iter()
            .any(|(prefix, _, _)| fr.contains_key(&format!("{prefix}{text}")))
    };
    let literals = Words::read().literals;
    let idle: Vec<&String> = literals
        .iter()
        .filter(|text| is_key(text) && !fr.contains_key(*text) && !is_tail(text))
        .collect();
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn every_message_is_used() {
    let words = Words::read();
    let called: BTreeSet<String> = words.called().into_iter().map(|(key, _)| key).collect();
    let (cli, hover) = (command_keys(), hover_keys());
    let all = catalogue(Lang::Fr);
    let taken_in: BTreeSet<String> = all
        .values()
        .flat_map(Entry::values)
        .flat_map(|text| references(text))
        .collect();
    let of_family = |key: &str| {
        families().into_iter().any(|(prefix, _, tails)| {
            key.strip_prefix(prefix).is_some_and(|tail| match tails {
                Tails::Exactly(tails) => tails.iter().any(|known| known == tail),
                Tails::Literals => words.is_text(tail),
            })
        })
    };
    let idle: Vec<&String> = all
        .keys()
        .filter(|key| {
            let key = key.as_str();
            !(words.is_text(key)
                || called.contains(key)
                || cli.contains(key)
                || taken_in.contains(key)
                || hover.iter().any(|hover| hover == key)
                || of_family(key))
        })
        .collect();
    assert!(idle.is_empty(), "messages without use: {idle:#?}");
}

#[test]
fn every_family_of_keys_is_built_somewhere() {
    let words = Words::read();
    let idle: Vec<&str> = families()
        .into_iter()
        .map(|(prefix, _, _)| prefix)
        .filter(|prefix| !words.is_built(prefix))
        .collect();
    assert!(idle.is_empty(), "prefixes without use: {idle:#?}");
}

/// A variable that nothing names would show as it is written.
#[test]
fn every_variable_is_given_somewhere() {
    let words = Words::read();
    let given = |name: &str| {
        let keyword = |text: &String| text.contains(&format!("{name}="));
        words.is_text(name) || words.templates.iter().any(|(_, text)| keyword(text))
    };
    let mut idle = Vec::new();
    for (key, entry) in catalogue(Lang::Fr) {
        for name in entry.values().flat_map(|pattern| marked(pattern, '$')) {
            if !given(&name) {
                idle.push(format!("{key}: {name}"));
            }
        }
    }
    assert!(idle.is_empty(), "{idle:#?}");
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
