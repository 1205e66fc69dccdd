//! Publication: every sequence of what may happen to a medium, against the rule said in plain words.

use super::table::{expected, view};
use charte::evidence::page::{Ask, Markup, Names, Page, PageSettings, read_page};
use charte::evidence::schema::Encoding;
use charte::measure::grouping::Grouping;
use charte::measure::population::Population;
use charte::measure::publication::{Medium, Publication};
use charte::measure::reading::Figures;
use charte::measure::rule::Input;
use charte::measure::statement::Outcome;
use charte::measure::truth::Truth;
use charte::measure::{Measure, Rule, Tally};
use std::collections::BTreeSet;

/// What may happen to a medium.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Says,
    Silent,
    Hints,
    Unclear,
    Differs,
    Lost,
    Outdated,
}

const EVENTS: [Event; 7] = [
    Event::Says,
    Event::Silent,
    Event::Hints,
    Event::Unclear,
    Event::Differs,
    Event::Lost,
    Event::Outdated,
];

fn page(text: &str) -> Page {
    let settings = PageSettings {
        markup: Markup::Text,
        encoding: Encoding::Utf8,
        site: None,
        in_force: None,
        version: None,
        absent: false,
    };
    let (page, _) = read_page(&mut text.as_bytes(), &settings, 1).expect("a page");
    page
}

/// A version, which another page can contradict, and a section, which none can.
fn rule(absent: bool) -> Rule {
    let medium = || Medium {
        asks: vec![
            Ask::Version("2".to_owned()),
            Ask::Section("Codes".to_owned()),
        ],
        site: None,
        absent,
    };
    Rule {
        population: Population::default(),
        groupings: Vec::<Grouping>::new(),
        weight: None,
        measure: Measure::Publication(Publication {
            media: vec![medium(), medium()],
            names: Names::default(),
        }),
    }
}

fn happen(tally: &mut Tally, rule: &Rule, event: Event, input: Input) {
    match event {
        Event::Says => tally.observe_page(rule, &page("Version 2\nCodes\nTenue"), input),
        Event::Silent => tally.observe_page(rule, &page("Bonjour"), input),
        Event::Unclear => tally.observe_page(rule, &page("Version 2-1 : nos codes"), input),
        Event::Hints => tally.observe_page(rule, &page("Le 2"), input),
        Event::Differs => tally.observe_page(rule, &page("Version 3"), input),
        Event::Lost => tally.lose(input),
        Event::Outdated => tally.withdraw(input),
    }
}

fn outcomes(rule: &Rule, tally: &Tally) -> Vec<Outcome> {
    let reading = tally.read(rule, view(), &expected());
    let Figures::Published { cases, statements } = &reading.total else {
        panic!("figures of another measure");
    };
    let count = |wanted: fn(Truth) -> bool| {
        let kept = statements.iter();
        kept.filter(|statement| wanted(statement.outcome.truth()))
            .count() as u64
    };
    assert_eq!(cases.holds, count(|truth| truth == Truth::Yes));
    assert_eq!(cases.fails, count(|truth| truth == Truth::No));
    assert_eq!(cases.all(), statements.len() as u64);
    statements
        .iter()
        .map(|statement| statement.outcome)
        .collect()
}

/// The rule in plain words, for the version and for the section.
fn plainly(events: &BTreeSet<Event>) -> [Outcome; 2] {
    let has = |event| events.contains(&event);
    if has(Event::Outdated) {
        return [Outcome::Outdated; 2];
    }
    let read = events.iter().any(|event| *event != Event::Lost);
    let version = if has(Event::Differs) {
        Outcome::Differs
    } else if has(Event::Unclear) {
        Outcome::Unclear
    } else if has(Event::Lost) || !read {
        Outcome::Unread
    } else if has(Event::Says) {
        Outcome::Said
    } else if has(Event::Hints) {
        Outcome::Unclear
    } else {
        Outcome::Silent
    };
    let section = if has(Event::Says) {
        Outcome::Said
    } else if has(Event::Unclear) {
        Outcome::Unclear
    } else if has(Event::Lost) || !read {
        Outcome::Unread
    } else {
        Outcome::Silent
    };
    [version, section]
}

/// Every sequence of three events on one medium, split in every way over two shards merged in either order, while the other
/// medium says all.
#[test]
fn every_sequence_amounts_to_what_the_rule_says() {
    let rule = rule(false);
    for first in EVENTS {
        for second in EVENTS {
            for third in EVENTS {
                let events = [first, second, third];
                let [version, section] = plainly(&events.into_iter().collect());
                for split in 0..8_u32 {
                    let mut shards = [rule.tally(), rule.tally()];
                    happen(&mut shards[0], &rule, Event::Says, Input::Beside(0));
                    for (place, event) in events.into_iter().enumerate() {
                        let shard = usize::from(split & (1 << place) > 0);
                        happen(&mut shards[shard], &rule, event, Input::Main);
                    }
                    let [one, two] = shards;
                    let (mut forth, mut back) = (one.clone(), two.clone());
                    forth.merge(&two);
                    back.merge(&one);
                    let wanted = [version, section, Outcome::Said, Outcome::Said];
                    assert_eq!(outcomes(&rule, &forth), wanted, "{events:?}");
                    assert_eq!(outcomes(&rule, &back), wanted, "{events:?}");
                }
            }
        }
    }
}

#[test]
fn without_a_page_nothing_is_known_and_of_an_absent_document_all() {
    let nothing = rule(false);
    assert_eq!(
        outcomes(&nothing, &nothing.tally()),
        [Outcome::Unread; 4],
        "no page was read"
    );
    let absent = rule(true);
    assert_eq!(
        outcomes(&absent, &absent.tally()),
        [Outcome::Absent; 4],
        "the documents do not exist"
    );
}
