//! What a page can be asked, and what it can answer.

use super::lexer::words;
use chrono::NaiveDate;
use std::ops::Range;

/// The openings of each weekday, from Monday: minutes since midnight, sorted and apart.
pub type Week = [Vec<Range<u32>>; 7];

/// A way to book an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// On a site.
    Online,
    /// By telephone.
    Phone,
    /// At a desk.
    Desk,
    /// By e-mail.
    Email,
    /// By letter.
    Post,
}

impl Channel {
    /// Every channel with its name in the charter.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Online, "online"),
        (Self::Phone, "phone"),
        (Self::Desk, "desk"),
        (Self::Email, "email"),
        (Self::Post, "post"),
    ];

    /// The channel of a name.
    pub fn parse(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|(_, known)| *known == name)
            .map(|(channel, _)| *channel)
    }

    /// Its name in the charter.
    pub fn id(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(channel, _)| *channel == self)
            .map_or("", |(_, name)| name)
    }
}

/// Something that a page should say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// That there is a page at all.
    Exists,
    /// The opening hours of a place.
    Hours {
        /// The place, by its position in the charter's order.
        site: u32,
        /// When it is open, in the week of the page.
        week: Week,
    },
    /// When most people call.
    Peaks(Week),
    /// When few people call.
    Quiet(Week),
    /// The delay that a service announces, in working days, on the day of the page.
    Delay {
        /// The service, by its position in the charter's order.
        service: u32,
        /// The delay; none where the charter has none in force on that day.
        days: Option<u32>,
    },
    /// Another body that offers a service.
    Alternative {
        /// By its position in the charter's order.
        position: u32,
        /// How it is called.
        names: Vec<String>,
        /// Where it is found on the web.
        url: Option<String>,
    },
    /// A way to book an appointment with a service.
    Booking {
        /// The service, by its position in the charter's order.
        service: u32,
        /// The way.
        channel: Channel,
    },
    /// The day from which the document holds.
    InForce(NaiveDate),
    /// The version of the document.
    Version(String),
    /// A heading with something under it.
    Section(String),
    /// Words.
    Contains(String),
}

/// What a page answers. Ordered so that of two pages of one medium the larger answer counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// It says nothing of it.
    Silent,
    /// It speaks of it without saying anything that could be wrong.
    Hints,
    /// It says what it should.
    Says,
    /// What it says of it is not recognised.
    Unclear,
    /// It says something else.
    Differs,
}

/// How things are called on pages, as words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// Of each place: its name and its aliases.
    pub(super) sites: Vec<Vec<Vec<String>>>,
    /// Of each service: its name and its aliases.
    pub(super) services: Vec<Vec<Vec<String>>>,
    /// Postal addresses, in which the name of a place names nothing.
    pub(super) addresses: Vec<Vec<String>>,
}

impl Names {
    /// The names of places and services, each with its aliases, and addresses.
    pub fn new<'a>(
        sites: impl Iterator<Item = Vec<String>>,
        services: impl Iterator<Item = Vec<String>>,
        addresses: impl Iterator<Item = &'a str>,
    ) -> Self {
        let all = |names: Vec<String>| -> Vec<Vec<String>> {
            let names = names.iter().map(|name| words(name));
            names.filter(|name| !name.is_empty()).collect()
        };
        Self {
            sites: sites.map(all).collect(),
            services: services.map(all).collect(),
            addresses: all(addresses.map(str::to_owned).collect()),
        }
    }
}

/// What pages of a medium are read with.
#[derive(Debug, Clone, Copy)]
pub struct Brief<'a> {
    /// How things are called.
    pub names: &'a Names,
    /// The one place that the medium speaks of.
    pub site: Option<u32>,
}

/// The openings of both weeks.
pub fn union(one: &Week, two: &Week) -> Week {
    let mut week = Week::default();
    for ((day, one), two) in week.iter_mut().zip(one).zip(two) {
        let mut all: Vec<Range<u32>> = one.iter().chain(two).cloned().collect();
        all.sort_unstable_by_key(|range| (range.start, range.end));
        for range in all {
            match day.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => day.push(range),
            }
        }
    }
    week
}
