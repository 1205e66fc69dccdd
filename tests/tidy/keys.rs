//! The keys of the catalogues: every key that the program or a template asks for exists, and every message is asked for.

use super::catalogue::{Entry, catalogue, marked, references};
use super::source::{Source, files, program, text};
use charte::charter::json_schema::hover_keys;
use charte::messages::{Lang, Messages};
use std::collections::BTreeSet;

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
            "by the code of a rejected row or of a cell",
            Tails::Exactly(rejections()),
        ),
        (
            "publish-skipped-",
            "by why a message is passed over",
            Tails::Literals,
        ),
        (
            "publish-name-",
            "by the part of the publication",
            Tails::Literals,
        ),
        ("choice-", "by what was decided", Tails::Literals),
        ("publish-section-", "by the section's id", Tails::Literals),
        ("publish-fact-", "by the fact's key", Tails::Literals),
        ("publish-method-", "by the note's id", Tails::Literals),
        ("publish-state-", "by the action's state", Tails::Literals),
        (
            "publish-kind-of-action-",
            "by the action's kind",
            Tails::Exactly(vec!["correction".to_owned(), "corrective".to_owned()]),
        ),
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
    let rows = codes
        .iter()
        .filter_map(|code| code.strip_prefix("evidence-row-"));
    let cells = ["cell-unreadable", "cell-new-value", "fact-unknown"];
    rows.chain(cells).map(str::to_owned).collect()
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
        let general = matches!(
            id,
            "help" | "version" | "charter" | "lang" | "as_of" | "previous"
        );
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
fn every_attribute_is_asked_for() {
    let words = Words::read();
    for (key, entry) in catalogue(Lang::Fr) {
        for attribute in entry.keys().filter(|attribute| !attribute.is_empty()) {
            assert!(words.is_text(attribute), "{key}.{attribute}");
        }
    }
}
