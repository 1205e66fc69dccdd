//! Publication: what part of the things that documents should say do they say, on every medium?
//!
//! Invariant: each thing asked of a medium is one case. It holds or fails only on what was recognised; what is unclear, what
//! stands in a file that could not be read, and what a page said on another day is unknown. Memory is bounded by what is
//! asked.

use super::reading::{Cases, Figures};
use super::statement::{Outcome, Statement};
use crate::evidence::page::{Answer, Ask, Brief, Names, Page};
use crate::reference::CEILING;
use std::collections::{BTreeMap, BTreeSet};

/// The settings of a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// What is asked of each medium, in the order of the requirement's sources.
    pub media: Vec<Medium>,
    /// How things are called on pages.
    pub names: Names,
}

/// A medium, and what is asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medium {
    /// What it should say.
    pub asks: Vec<Ask>,
    /// The one place that it speaks of, by its position in the charter's order.
    pub site: Option<u32>,
    /// Whether the document is known not to exist.
    pub absent: bool,
}

/// What the pages that were read answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Published {
    answers: BTreeMap<(usize, usize), BTreeSet<Answer>>,
    lost: BTreeSet<usize>,
    outdated: BTreeSet<usize>,
}

impl Medium {
    const fn brief<'a>(&self, names: &'a Names) -> Brief<'a> {
        Brief {
            names,
            site: self.site,
        }
    }
}

/// Whether a further page could say otherwise. A heading, words, a name that stand somewhere stand there.
const fn can_be_contradicted(ask: &Ask) -> bool {
    match ask {
        Ask::Hours { .. }
        | Ask::Peaks(_)
        | Ask::Quiet(_)
        | Ask::Delay { .. }
        | Ask::InForce(_)
        | Ask::Version(_) => true,
        Ask::Exists
        | Ask::Alternative { .. }
        | Ask::Booking { .. }
        | Ask::Section(_)
        | Ask::Contains(_) => false,
    }
}

impl Published {
    /// Asks a page of a medium, by its position among the requirement's sources.
    pub fn observe(&mut self, settings: &Publication, page: &Page, position: usize) {
        let Some(medium) = settings.media.get(position) else {
            return;
        };
        let answers = page.answers(&medium.asks, &medium.brief(&settings.names));
        for (ask, answer) in answers.into_iter().enumerate() {
            self.answers
                .entry((position, ask))
                .or_default()
                .insert(answer);
        }
    }

    /// A file of a medium could not be read.
    pub fn lose(&mut self, medium: usize) {
        self.lost.insert(medium);
    }

    /// The pages of a medium say nothing of the day that is judged.
    pub fn withdraw(&mut self, medium: usize) {
        self.outdated.insert(medium);
    }

    /// Adds what another shard has seen.
    pub fn merge(&mut self, other: &Self) {
        for (key, answers) in &other.answers {
            self.answers.entry(*key).or_default().extend(answers);
        }
        self.lost.extend(&other.lost);
        self.outdated.extend(&other.outdated);
    }

    /// The figures under the settings.
    pub fn figures(&self, settings: &Publication) -> Figures {
        let mut cases = Cases::default();
        let mut statements = Vec::new();
        for (position, medium) in settings.media.iter().enumerate() {
            for (ask, wanted) in medium.asks.iter().enumerate() {
                let outcome = self.outcome((position, ask), medium, wanted);
                cases.count(outcome.truth(), 1);
                statements.push(Statement {
                    medium: position,
                    ask,
                    outcome,
                });
            }
        }
        Figures::Published { cases, statements }
    }

    fn outcome(&self, key: (usize, usize), medium: &Medium, ask: &Ask) -> Outcome {
        // What the charter lacks or says itself does not depend on the page.
        match ask {
            Ask::Delay { days: None, .. } => return Outcome::NotInForce,
            Ask::Delay {
                days: Some(days), ..
            } if *days > CEILING => return Outcome::TooLong,
            _ => {}
        }
        if self.outdated.contains(&key.0) {
            return Outcome::Outdated;
        }
        if medium.absent {
            return Outcome::Absent;
        }
        let nothing = BTreeSet::new();
        let answers = self.answers.get(&key).unwrap_or(&nothing);
        let lost = self.lost.contains(&key.0);
        let fragile = can_be_contradicted(ask);
        if !fragile && answers.contains(&Answer::Says) {
            return Outcome::Said;
        }
        match answers.last() {
            Some(Answer::Differs) => Outcome::Differs,
            Some(Answer::Unclear) => Outcome::Unclear,
            _ if lost => Outcome::Unread,
            Some(Answer::Hints) => Outcome::Unclear,
            Some(Answer::Says) => Outcome::Said,
            Some(Answer::Silent) => Outcome::Silent,
            None => Outcome::Unread,
        }
    }
}
