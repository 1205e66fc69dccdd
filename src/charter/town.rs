//! `charter.toml`: the organisation, its calendar, sites and services, and what it has announced.
//!
//! Invariant: a town is only built from a document without fault; services and sites are positions in its order.

use super::alternative::{self, Alternative};
use super::call_peak::{self, CallPeak};
use super::decode::{Decision, end, range, service, services};
use super::document::Node;
use super::fault::{DELAY_ABOVE_CEILING, OVERLAPPING_DELAYS, UNKNOWN_SITE};
use super::shape::unknown;
use super::support::{self, Support};
use super::terms::{Terms, terms};
use super::timetable::{calendar, hours};
use crate::calendar::OpeningHours;
use crate::diagnostic::Diagnostic;
use crate::evidence::page::Channel;
use crate::messages::Lang;
use crate::reference::{AnnouncedDelay, CEILING, ExceptionalPeriod, Reference};
use chrono::NaiveDate;

/// What `charter.toml` says.
#[derive(Debug, Clone)]
pub struct Town {
    /// The charter's title.
    pub title: String,
    /// Its version, as the town numbers it.
    pub version: String,
    /// The language of what is published.
    pub lang: Lang,
    /// Its first day.
    pub in_force: NaiveDate,
    /// The organisation.
    pub organisation: Organisation,
    /// First and last day of the reference period.
    pub period: (NaiveDate, NaiveDate),
    /// What protects small services.
    pub privacy: Privacy,
    /// What holds for every waiver.
    pub waivers: Terms,
    /// Places open to the public.
    pub sites: Vec<Site>,
    /// Services to the public.
    pub services: Vec<Service>,
    /// Announced delays, with what decided them, in the order of `reference.delays`.
    pub delay_decisions: Vec<Option<Decision>>,
    /// Published call peaks and quiet hours.
    pub call_peaks: Vec<CallPeak>,
    /// Other communes or bodies that offer a service.
    pub alternatives: Vec<Alternative>,
    /// Reasons and decisions of the exceptional periods, in the order of `reference.exceptional`.
    pub exceptional: Vec<(String, Option<Decision>)>,
    /// The versions of the awareness support, by their first days.
    pub supports: Vec<Support>,
    /// What rows are compared with.
    pub reference: Reference,
}

/// The organisation that promises.
#[derive(Debug, Clone, Default)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Its postal address.
    pub address: Option<String>,
    /// How to complain, in Markdown.
    pub complaints: Option<String>,
    /// What users can do in return, in Markdown.
    pub reciprocal: Option<String>,
}

/// What protects small services.
#[derive(Debug, Clone)]
pub struct Privacy {
    /// Counts under this are not published.
    pub small_cells: u64,
    /// Why this number.
    pub reason: Option<String>,
    /// How long evidence is kept.
    pub retention: Option<String>,
}

/// What a place with hours of its own is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlaceKind {
    /// A building.
    #[default]
    Site,
    /// A desk.
    Desk,
    /// A telephone line.
    Line,
}

/// A place open to the public: a building, a desk, or a telephone line.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// What else it is called.
    pub aliases: Vec<String>,
    /// Its postal address.
    pub address: Option<String>,
    /// When it is open.
    pub hours: OpeningHours,
}

/// A service to the public.
#[derive(Debug, Clone)]
pub struct Service {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What else it is called.
    pub aliases: Vec<String>,
    /// How one books an appointment.
    pub booking: Vec<Channel>,
    /// Where, as positions of sites.
    pub sites: Vec<u32>,
    /// Whether one needs an appointment.
    pub by_appointment: bool,
}

impl Town {
    /// The ids of the services, in order.
    pub fn service_ids(&self) -> Vec<String> {
        self.services
            .iter()
            .map(|service| service.id.clone())
            .collect()
    }

    /// The ids of the sites, in order.
    pub fn site_ids(&self) -> Vec<String> {
        self.sites.iter().map(|site| site.id.clone()).collect()
    }
}

/// Reads the document; none if something that others depend on is missing.
pub fn read(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Town> {
    let organisation = node.get("organisation").and_then(organisation);
    let period = node.get("period").and_then(|period| range(period, faults));
    let calendar = node.get("calendar").and_then(|node| calendar(node, faults));
    let sites = sites(node, faults);
    let site_ids: Vec<&str> = node.get("sites").map_or(Vec::new(), keys);
    let services = self::services_of(node, &site_ids, faults);
    let ids: Vec<String> = services.iter().map(|service| service.id.clone()).collect();
    let (delays, delay_decisions) = delays(node, &ids, faults);
    let call_peaks = call_peak::read(node, &site_ids, faults);
    let alternatives = alternative::read(node, &ids, faults);
    alternative::names_apart(node, faults);
    let (exceptional_periods, exceptional) = exceptional(node, &ids, faults);
    let supports = support::read(node, faults);
    let hours_of_sites = sites.iter().map(|site| site.hours.clone()).collect();
    Some(Town {
        title: node.string("title")?,
        version: node.string("version")?,
        lang: node
            .string("language")
            .and_then(|tag| Lang::parse(&tag))
            .unwrap_or_default(),
        in_force: node.day("in_force")?,
        organisation: organisation?,
        period: period?,
        privacy: privacy(node.get("privacy")),
        waivers: terms(node.get("waivers")),
        sites,
        services,
        delay_decisions,
        call_peaks,
        alternatives,
        exceptional,
        supports,
        reference: Reference {
            calendar: calendar?,
            hours: hours_of_sites,
            delays,
            exceptional: exceptional_periods,
        },
    })
}

fn keys(node: &Node) -> Vec<&str> {
    node.entries()
        .iter()
        .map(|entry| entry.key.as_str())
        .collect()
}

fn organisation(node: &Node) -> Option<Organisation> {
    Some(Organisation {
        name: node.string("name")?,
        address: node.string("address"),
        complaints: node.string("complaints"),
        reciprocal: node.string("reciprocal"),
    })
}

fn privacy(node: Option<&Node>) -> Privacy {
    // Eleven is the usual threshold of statistical offices for counts of people.
    Privacy {
        small_cells: node
            .and_then(|node| node.number("small_cells"))
            .unwrap_or(11),
        reason: node.and_then(|node| node.string("reason")),
        retention: node.and_then(|node| node.string("retention")),
    }
}

fn sites(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<Site> {
    let entries = node.get("sites").map_or(&[][..], Node::entries).iter();
    entries
        .filter_map(|entry| {
            let hours = hours(&entry.node, faults);
            Some(Site {
                id: entry.key.clone(),
                name: entry.node.string("name")?,
                kind: match entry.node.get("kind").and_then(Node::text) {
                    Some("desk") => PlaceKind::Desk,
                    Some("line") => PlaceKind::Line,
                    _ => PlaceKind::Site,
                },
                aliases: entry.node.texts("aliases"),
                address: entry.node.string("address"),
                hours: hours?,
            })
        })
        .collect()
}

fn services_of(node: &Node, sites: &[&str], faults: &mut Vec<Diagnostic>) -> Vec<Service> {
    let entries = node.get("services").map_or(&[][..], Node::entries).iter();
    entries
        .filter_map(|entry| {
            let mut at = Vec::new();
            for (name, node) in entry.node.strings("sites") {
                match sites.iter().position(|site| *site == name) {
                    Some(position) => at.extend(u32::try_from(position)),
                    None => faults.push(
                        unknown(UNKNOWN_SITE, "site", name, sites.iter().copied()).at(node.place()),
                    ),
                }
            }
            Some(Service {
                id: entry.key.clone(),
                name: entry.node.string("name")?,
                aliases: entry.node.texts("aliases"),
                booking: alternative::booking(&entry.node),
                sites: at,
                by_appointment: entry.node.flag("by_appointment"),
            })
        })
        .collect()
}

fn delays(
    node: &Node,
    ids: &[String],
    faults: &mut Vec<Diagnostic>,
) -> (Vec<AnnouncedDelay>, Vec<Option<Decision>>) {
    let mut delays: Vec<(AnnouncedDelay, &Node)> = Vec::new();
    let mut decisions = Vec::new();
    for table in node.tables("announced_delay") {
        let Some(delay) = delay(table, ids, faults) else {
            continue;
        };
        let overlapping = delays.iter().find(|(other, _)| overlap(other, &delay));
        if let Some((_, other)) = overlapping {
            faults.push(
                Diagnostic::error(OVERLAPPING_DELAYS)
                    .at(table.place())
                    .related(other.place()),
            );
        }
        delays.push((delay, table));
        decisions.push(table.decision());
    }
    (
        delays.into_iter().map(|(delay, _)| delay).collect(),
        decisions,
    )
}

fn delay(table: &Node, ids: &[String], faults: &mut Vec<Diagnostic>) -> Option<AnnouncedDelay> {
    let name = table.get("service")?;
    let service = service(name.text()?, name, ids, faults);
    let from = table.day("from")?;
    let to = end(table, from, faults);
    let working_days: u32 = table.number("working_days")?;
    if working_days > CEILING {
        let place = table.place_of("working_days");
        faults.push(
            Diagnostic::warning(DELAY_ABOVE_CEILING)
                .arg("ceiling", CEILING)
                .at(place),
        );
    }
    Some(AnnouncedDelay {
        service: service?,
        from,
        to,
        working_days,
    })
}

/// Two delays of one service in force on the same day. One without end is replaced by the next.
fn overlap(one: &AnnouncedDelay, two: &AnnouncedDelay) -> bool {
    let (first, second) = if one.from <= two.from {
        (one, two)
    } else {
        (two, one)
    };
    one.service == two.service
        && (first.from == second.from || first.to.is_some_and(|to| second.from <= to))
}

fn exceptional(
    node: &Node,
    ids: &[String],
    faults: &mut Vec<Diagnostic>,
) -> (Vec<ExceptionalPeriod>, Vec<(String, Option<Decision>)>) {
    let mut periods = Vec::new();
    let mut reasons = Vec::new();
    for table in node.tables("exceptional_period") {
        let services = services(table, "services", ids, faults);
        let (Some((from, to)), Some(reason)) = (range(table, faults), table.string("reason"))
        else {
            continue;
        };
        periods.push(ExceptionalPeriod { from, to, services });
        reasons.push((reason, table.decision()));
    }
    (periods, reasons)
}
