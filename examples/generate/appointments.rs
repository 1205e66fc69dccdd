//! Appointments: the requests with the first slot offered, and the visits with their hours.
//!
//! Planted in the requests: an unreadable day of request, two unreadable slots, one missing slot, one slot before its
//! request, a row cut short, an unknown state; the export of June begins on 29 May, and one request of those days has
//! another state in each export. In the visits: missing arrivals, a missing start, an unreadable hour, a row
//! cut short, an unknown state.

use std::io;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::Town;
use crate::calendar::{after, day, days, moment, working_days, works, written};
use crate::output::{Monthly, Style, telephone};
use crate::random::Random;

const REQUESTS: [&str; 13] = [
    "N° de demande",
    "Service",
    "Lieu",
    "Canal",
    "Demandé le",
    "Premier créneau proposé",
    "Créneau retenu",
    "Date convenue avec l'usager",
    "Statut",
    "Objet",
    "Nom",
    "Téléphone",
    "Courriel",
];

const VISITS: [&str; 11] = [
    "N° de rendez-vous",
    "Service",
    "Lieu",
    "Heure prévue",
    "Arrivée",
    "Prise en charge",
    "Statut",
    "Usager informé du retard",
    "Solution proposée",
    "Agent",
    "Nom",
];

/// Planning meets six people a month: three slots spread over each half of the month.
const PLANNING_DAYS: [(u32, u32); 12] = [
    (5, 5),
    (5, 7),
    (5, 12),
    (5, 19),
    (5, 22),
    (5, 28),
    (6, 2),
    (6, 5),
    (6, 11),
    (6, 16),
    (6, 23),
    (6, 26),
];

/// Writes the requests.
pub(crate) fn write_requests(town: &Town) -> io::Result<()> {
    let mut random = Random::of(town.seed, "demandes-rdv");
    let mut log = Monthly::create(&town.out, "demandes-rdv", Style::Marked, &REQUESTS)?;
    for date in days(day(4, 29), day(6, 30)) {
        let civil = if works(date) {
            20 + random.below(5)
        } else if date.weekday() == Weekday::Sun {
            3
        } else {
            2
        };
        for _ in 0..civil * town.factor {
            request(&mut log, &mut random, date, "État civil")?;
        }
        if PLANNING_DAYS.contains(&(date.month(), date.day())) {
            for _ in 0..town.factor {
                request(&mut log, &mut random, date, "Urbanisme")?;
            }
        }
        if works(date) && date.day() % 3 == 0 {
            request(&mut log, &mut random, date, "Vie scolaire")?;
        }
    }
    log.finish()
}

fn request(
    log: &mut Monthly,
    random: &mut Random,
    date: NaiveDate,
    service: &str,
) -> io::Result<()> {
    let number = log.next_number();
    let delay = delay(random, date, service);
    let first = after(date, delay);
    let chosen = after(first, random.below(4));
    let channel = if works(date) {
        random.pick(&[
            ("en ligne", 52),
            ("téléphone", 31),
            ("accueil", 13),
            ("courriel", 4),
        ])
    } else {
        "en ligne"
    };
    let state = random.pick(&[
        ("Confirmé", 930),
        ("Annulé par l'usager", 60),
        ("Annulé par la mairie", 10),
    ]);
    let agreed = match number % 120 {
        7 | 47 | 87 => "non",
        13 => "",
        _ => "oui",
    };
    let user = random.below(10_000);
    let mut cells = [
        format!("D26-{number:06}"),
        service.to_owned(),
        site(random, service).to_owned(),
        channel.to_owned(),
        written(date),
        written(first),
        written(chosen),
        agreed.to_owned(),
        state.to_owned(),
        subject(random, service).to_owned(),
        format!("Usager {user:04}"),
        telephone(user),
        format!("usager{user:04}@courriel.example"),
    ];
    let [_, _, _, _, asked, offered, _, _, state, _, _, _, _] = &mut cells;
    if service == "État civil" && matches!(number, 150 | 220 | 231 | 300 | 301 | 333 | 400) {
        "Confirmé".clone_into(state);
        match number {
            150 => "31/06/2026".clone_into(asked),
            220 => "juin".clone_into(offered),
            231 => "1er juin 2026".clone_into(offered),
            300 => offered.clear(),
            301 => "02/01/2026".clone_into(offered),
            333 => "Reporté".clone_into(state),
            _ => return log.row(date, cells.get(..9).unwrap_or_default()),
        }
    }
    if date >= day(5, 29) && date < day(6, 1) {
        let mut later = cells.clone();
        if number == 410 {
            "Annulé par l'usager".clone_into(&mut later[8]);
        }
        log.again(&later)?;
    }
    log.row(date, &cells)
}

/// Working days from the request to the first slot offered.
fn delay(random: &mut Random, date: NaiveDate, service: &str) -> u64 {
    if service == "Urbanisme" {
        return if date == day(6, 5) {
            18
        } else {
            6 + random.below(9)
        };
    }
    let breakdown = date >= day(6, 8) && date <= day(6, 12);
    if breakdown && random.chance(600) {
        return 46 + random.below(8);
    }
    let announced = if date < day(6, 1) { 20 } else { 30 };
    if random.chance(918) {
        announced - random.below(9)
    } else {
        announced + 1 + random.below(10)
    }
}

/// Writes the visits.
pub(crate) fn write_visits(town: &Town) -> io::Result<()> {
    let mut random = Random::of(town.seed, "passages-rdv");
    let mut log = Monthly::create(&town.out, "passages-rdv", Style::Plain, &VISITS)?;
    for slot in 0..6 {
        visit(
            &mut log,
            &mut random,
            day(4, 30),
            840 + 20 * slot,
            "État civil",
        )?;
    }
    for date in working_days() {
        for slot in 0..22 {
            for _ in 0..town.factor {
                // Ten slots in the morning from 8.40, twelve in the afternoon from 13.30.
                let due = if slot < 10 {
                    520 + 20 * slot
                } else {
                    810 + 18 * (slot - 10)
                };
                visit(&mut log, &mut random, date, due, "État civil")?;
            }
        }
        if PLANNING_DAYS.contains(&(date.month(), date.day())) {
            for _ in 0..town.factor {
                visit(&mut log, &mut random, date, 600, "Urbanisme")?;
            }
        }
        if date.day() % 5 == 0 {
            visit(&mut log, &mut random, date, 960, "Vie scolaire")?;
        }
    }
    log.finish()
}

fn visit(
    log: &mut Monthly,
    random: &mut Random,
    date: NaiveDate,
    due: i64,
    service: &str,
) -> io::Result<()> {
    let number = log.next_number();
    let state = random.pick(&[
        ("Honoré", 905),
        ("Usager absent", 62),
        ("Annulé par l'usager", 33),
    ]);
    let flawed = service == "État civil"
        && matches!(
            number,
            90 | 170 | 260 | 351 | 420 | 480 | 530 | 610 | 700 | 777
        );
    let state = if flawed { "Honoré" } else { state };
    let late_user = random.chance(50);
    let arrival = due
        + if late_user {
            random.between(4, 18)
        } else {
            random.between(-14, 2)
        };
    let lateness = match random.below(1000) {
        0..=929 => random.between(0, 8),
        930..=959 => random.between(11, 15),
        _ => random.between(16, 42),
    };
    let came = state == "Honoré";
    let told = random.pick(&[("oui;oui", 70), ("oui;non", 14), ("non;non", 12), (";", 4)]);
    let told = if came && lateness > 15 { told } else { ";" };
    let (informed, solution) = told.split_once(';').unwrap_or_default();
    let start = due.max(arrival) + lateness;
    let mut cells = [
        format!("R26-{number:06}"),
        service.to_owned(),
        site(random, service).to_owned(),
        moment(date, due),
        if came {
            moment(date, arrival)
        } else {
            "-".to_owned()
        },
        if came {
            moment(date, start)
        } else {
            "-".to_owned()
        },
        state.to_owned(),
        informed.to_owned(),
        solution.to_owned(),
        format!("M{:03}", 10 + random.below(12)),
        format!("Usager {:04}", random.below(10_000)),
    ];
    if flawed {
        let [_, _, _, hour, arrived, started, state, _, _, _, _] = &mut cells;
        match number {
            90 => "05/2026 9h".clone_into(hour),
            351 => "Reporté".clone_into(state),
            420 => "-".clone_into(started),
            480 => return log.row(date, cells.get(..8).unwrap_or_default()),
            _ => arrived.clear(),
        }
    }
    log.row(date, &cells)
}

fn site(random: &mut Random, service: &str) -> &'static str {
    if service == "État civil" && random.chance(260) {
        "Mairie annexe"
    } else {
        "Hôtel de ville"
    }
}

fn subject(random: &mut Random, service: &str) -> &'static str {
    if service != "État civil" {
        return "";
    }
    random.pick(&[
        ("Carte d'identité", 45),
        ("Passeport", 35),
        ("Passeport ; renouvellement", 10),
        ("Dossier dit \"familial\" ; quatre personnes", 3),
        ("", 7),
    ])
}
