//! The readers of pages, by hand: many ways in which towns write the same thing, and ways to write another.

use super::ask::{Answer, Ask, Brief, Channel, Names, Week};
use super::{Markup, Page, PageSettings, read_page};
use crate::calendar::OpeningHours;
use crate::evidence::FileFault;
use crate::evidence::schema::Encoding;
use chrono::NaiveDate;
use proptest::prelude::*;

mod documents;
mod doubts;
mod hidden;
mod hours;

fn settings(markup: Markup) -> PageSettings {
    PageSettings {
        markup,
        encoding: Encoding::Utf8,
        site: None,
        in_force: None,
        version: None,
        absent: false,
    }
}

fn read(markup: Markup, text: &str) -> Result<Page, FileFault> {
    read_page(&mut text.as_bytes(), &settings(markup), 1).map(|(page, _)| page)
}

fn html(text: &str) -> Page {
    read(Markup::Html, text).expect("a page")
}

fn plain(text: &str) -> Page {
    read(Markup::Text, text).expect("a page")
}

fn list(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Two places and two services.
fn names() -> Names {
    Names::new(
        [
            list(&["Hôtel de ville", "Mairie"]),
            list(&["Mairie annexe des Tilleuls", "Mairie annexe"]),
        ]
        .into_iter(),
        [
            list(&["État civil et titres d’identité", "État civil"]),
            list(&["Urbanisme"]),
        ]
        .into_iter(),
        ["1, place de la Mairie", "12, rue des Tilleuls"].into_iter(),
    )
}

fn week(osm: &str) -> Week {
    OpeningHours::parse(osm)
        .unwrap_or_else(|fault| panic!("{osm}: {fault:?}"))
        .weekly()
}

fn answer_at(page: &Page, ask: Ask, site: Option<u32>) -> Answer {
    let names = names();
    let brief = Brief {
        names: &names,
        site,
    };
    let answers = page.answers(&[ask], &brief);
    *answers.first().expect("one answer")
}

fn answer(page: &Page, ask: Ask) -> Answer {
    answer_at(page, ask, None)
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

proptest! {
    /// Whatever a page holds, it is read and asked without a panic, and the same way twice.
    #[test]
    fn any_page_answers(text in "(<[/a-z1-6!\\-]{0,8}( hidden| style='display:none')?>|[a-zé&;# \"'=:/,.-]|lundi|8h30|12 h|fermé|Mairie|20 jours ouvrés|\\n|\\t){0,60}") {
        for markup in [Markup::Html, Markup::Markdown, Markup::Text] {
            if let Ok(page) = read(markup, &text) {
                let asks = || Ask::Hours { site: 0, week: week("Mo 08:30-12:00") };
                prop_assert_eq!(answer(&page, asks()), answer(&page, asks()));
                answer(&page, Ask::Delay { service: 0, days: Some(20) });
                answer(&page, Ask::Section("Codes".to_owned()));
                answer(&page, Ask::Version("2026-1".to_owned()));
            }
        }
    }
}
