//! What covers the opening hours: presences, relays, the switchboard, the ticket terminals, the slots, the last visitors.
//!
//! Planted: the annexe's only agent leaves early or comes back late on some days, while the video relay is on; an end that
//! was not noted and a start that cannot be read, both beside others who were there; a voice server out of order on two
//! days; terminals that stop a few minutes before closing, and one that noted nothing; on Wednesday mornings the annexe
//! offers no slot.

use std::io;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::Town;
use crate::calendar::{day, days, moment, working_days, works, written};
use crate::output::{Style, Table};
use crate::random::Random;

const HALL: &str = "Hôtel de ville";
const ANNEXE: &str = "Mairie annexe";
/// The openings of both town halls, in minutes since midnight.
const OPENINGS: [(i64, i64); 2] = [(510, 720), (810, 1_050)];

/// The first badge of those who are not trained yet.
const BEGINNERS: u64 = 41;

/// Writes them all.
pub(crate) fn write(town: &Town) -> io::Result<()> {
    presences_and_relays(town)?;
    trained(town)?;
    switchboard(town)?;
    last_arrivals(town)?;
    terminals(town)?;
    slots(town)?;
    last_visits(town)
}

fn open(town: &Town, name: &str, header: &[&str]) -> io::Result<Table> {
    Table::create(&town.out, name, Style::Plain, header)
}

/// A day that a planted flaw is about.
fn is(date: NaiveDate, month: u32, number: u32) -> bool {
    date == day(month, number)
}

/// Trained agents and trainees at the desks of both town halls; the video relay of the annexe, the voice server of the
/// switchboard.
fn presences_and_relays(town: &Town) -> io::Result<()> {
    let mut random = Random::of(town.seed, "presences");
    let mut table = open(town, "presences.csv", &["Début", "Fin", "Lieu", "Badge"])?;
    let header = ["Début", "Fin", "Lieu", "Relais", "État"];
    let mut relays = open(town, "relais.csv", &header)?;
    for date in days(day(4, 30), day(6, 30)).filter(|date| works(*date)) {
        let mut shift = |from: i64, to: Option<i64>, site: &str, trained: &str| {
            let number = match trained {
                "oui" => 1 + random.below(20),
                _ => BEGINNERS + random.below(4),
            };
            let badge = format!("M{number:03}");
            // Noted by hand, once.
            let by_hand = is(date, 6, 18) && trained == "oui" && from == 540;
            let from = match by_hand {
                true => moment(date, from).replace(':', "h"),
                false => moment(date, from),
            };
            let to = to.map_or_else(String::new, |to| moment(date, to));
            table.row(&[from.as_str(), &to, site, &badge])
        };
        if is(date, 6, 18) {
            shift(540, Some(660), HALL, "oui")?;
        }
        let mut random = Random::of(town.seed, &written(date));
        for (opens, closes) in OPENINGS {
            let early = random.between(3, 12);
            let late = random.between(0, 9);
            shift(opens - early, Some(closes + late), HALL, "oui")?;
            shift(
                opens - 5,
                Some(closes - random.between(20, 60)),
                HALL,
                "oui",
            )?;
            if random.chance(200) {
                shift(opens + 30, Some(closes), HALL, "non")?;
            }
            // One agent at the annexe.
            let early = random.between(2, 10);
            let absent = random.chance(140) || is(date, 5, 12) || is(date, 6, 3);
            let ends = match (absent, opens) {
                _ if is(date, 6, 11) && opens == 810 => None,
                (true, 510) => Some(closes - random.between(5, 20)),
                _ => Some(closes + random.between(0, 8)),
            };
            let late = if absent && opens == 810 {
                random.between(8, 25)
            } else {
                -early
            };
            shift(opens + late, ends, ANNEXE, "oui")?;
            let on = match (absent || ends.is_none(), opens) {
                (false, _) => None,
                (true, 510) => Some((closes - 30, closes + 10)),
                (true, _) => Some((opens - 15, closes + 5)),
            };
            if let Some((from, to)) = on {
                let (from, to) = (moment(date, from), moment(date, to));
                relays.row(&[from.as_str(), &to, ANNEXE, "Visiophone", "En service"])?;
            }
        }
        let broken = is(date, 5, 5) || is(date, 6, 17);
        let state = if broken { "En panne" } else { "En service" };
        let (from, to) = (moment(date, 720), moment(date, 810));
        relays.row(&[from.as_str(), &to, "Standard", "Serveur vocal", state])?;
    }
    table.finish()?;
    relays.finish()
}

/// Who may hold a desk alone: the human resources know it, the badge reader does not.
fn trained(town: &Town) -> io::Result<()> {
    let header = ["Matricule", "Nom", "Formé à l'accueil"];
    let mut table = open(town, "agents-accueil.csv", &header)?;
    for number in (1..=20).chain(BEGINNERS..BEGINNERS + 4) {
        let (badge, name) = (format!("m{number:03}"), format!("Agent {number:03}"));
        let trained = if number < BEGINNERS { "oui" } else { "non" };
        table.row(&[badge.as_str(), &name, trained])?;
    }
    table.finish()
}

/// Who is logged in at the switchboard: nobody for an hour at noon, when the voice server takes over.
fn switchboard(town: &Town) -> io::Result<()> {
    let mut random = Random::of(town.seed, "standard");
    let header = ["Connexion", "Durée", "Poste", "Agent"];
    let mut table = open(town, "standard.csv", &header)?;
    for date in days(day(4, 30), day(6, 30)).filter(|date| works(*date)) {
        for (from, to) in [(510, 735), (795, 1_050)] {
            let early = random.between(1, 9);
            let length = to - from + early + if to == 1_050 { random.between(0, 6) } else { 0 };
            let agent = format!("M{:03}", 21 + random.below(6));
            table.row(&[
                moment(date, from - early).as_str(),
                &format!("{:02}:{:02}", length / 60, length % 60),
                "Poste 1",
                &agent,
            ])?;
            // A second post for the busy hours.
            if random.chance(600) {
                let agent = format!("M{:03}", 27 + random.below(4));
                table.row(&[moment(date, from + 60).as_str(), "02:00", "Poste 2", &agent])?;
            }
        }
    }
    table.finish()
}

/// Who comes in the last minutes before closing, or after it.
fn last_arrivals(town: &Town) -> io::Result<()> {
    let mut random = Random::of(town.seed, "fin-de-journee");
    let header = ["Arrivée", "Lieu", "Issue", "Agent"];
    let mut table = open(town, "fin-de-journee.csv", &header)?;
    for date in working_days() {
        for site in [HALL, ANNEXE] {
            for (_, closes) in OPENINGS {
                for _ in 0..random.between(0, 3) {
                    let minute = closes + random.between(-40, 12);
                    let issue = if minute >= closes {
                        "Renvoyé"
                    } else {
                        random.pick(&[("Reçu", 95), ("Parti de lui-même", 5)])
                    };
                    let agent = format!("M{:03}", 1 + random.below(20));
                    table.row(&[moment(date, minute).as_str(), site, issue, &agent])?;
                }
            }
        }
    }
    table.finish()
}

/// The last moment at which each ticket terminal gave a ticket, half-day by half-day.
fn terminals(town: &Town) -> io::Result<()> {
    let mut random = Random::of(town.seed, "bornes");
    let header = ["Jour", "Lieu", "Dernier instant"];
    let mut table = open(town, "bornes.csv", &header)?;
    for date in working_days() {
        for site in [HALL, ANNEXE] {
            for (_, closes) in OPENINGS {
                let cut = matches!(
                    (site, date.month(), date.day(), closes),
                    (ANNEXE, 5, 6 | 19, 1_050) | (ANNEXE, 5, 27, 720) | (ANNEXE, 6, 9 | 23, 1_050)
                );
                let last = match (cut, site) {
                    (true, _) => moment(date, closes - random.between(4, 15)),
                    _ if is(date, 6, 16) && site == HALL && closes == 720 => String::new(),
                    _ => moment(date, closes + random.between(0, 3)),
                };
                table.row(&[written(date).as_str(), site, &last])?;
            }
        }
    }
    table.finish()
}

/// Slots of half an hour, as offered: some of another service, some outside the opening hours.
fn slots(town: &Town) -> io::Result<()> {
    let header = ["Jour", "Heure", "Durée (min)", "Service", "Lieu"];
    let mut table = open(town, "creneaux.csv", &header)?;
    for date in working_days() {
        let wednesday = date.weekday() == Weekday::Wed;
        let offered = [
            (540, 720, "État civil", HALL),
            (810, 1_020, "État civil", HALL),
            (600, 720, "Urbanisme", HALL),
            (540, 690, "Vie scolaire", HALL),
            (510, if wednesday { 510 } else { 720 }, "État civil", ANNEXE),
            (810, 1_020, "État civil", ANNEXE),
            (
                720,
                if date.day() % 7 == 0 { 750 } else { 720 },
                "Urbanisme",
                HALL,
            ),
        ];
        for (from, to, service, site) in offered {
            let mut minute = from;
            while minute < to {
                let time = format!("{:02}:{:02}", minute / 60, minute % 60);
                table.row(&[written(date).as_str(), &time, "30", service, site])?;
                minute += 30;
            }
        }
    }
    table.finish()
}

/// Mystery visits of the last quarter of an hour; one came earlier than planned.
fn last_visits(town: &Town) -> io::Result<()> {
    let header = ["Arrivée", "Lieu", "Reçu", "Salué", "Écouté", "Visiteur"];
    let mut table = open(town, "visites-fermeture.csv", &header)?;
    let visits = [
        (5, 6, 708, HALL),
        (5, 13, 1_038, ANNEXE),
        (5, 20, 1_040, HALL),
        (5, 28, 710, ANNEXE),
        (6, 3, 1_036, HALL),
        (6, 10, 1_042, ANNEXE),
        (6, 17, 706, HALL),
        (6, 24, 1_045, ANNEXE),
        (6, 29, 1_025, HALL),
    ];
    for (number, (month, date, minute, site)) in (1_u32..).zip(visits) {
        let visitor = format!("Visiteur {}", 1 + number % 3);
        let arrival = moment(day(month, date), minute);
        table.row(&[arrival.as_str(), site, "oui", "oui", "oui", &visitor])?;
    }
    table.finish()
}
