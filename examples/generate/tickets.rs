//! The tickets of the walk-in desk: the kiosk works part of the day at one site only, so most arrivals are missing.
//!
//! Planted: a row cut short.

use std::io;

use chrono::NaiveDate;

use crate::Town;
use crate::calendar::{moment, working_days, written};
use crate::output::{Monthly, Style};
use crate::random::Random;

const HEADER: [&str; 8] = [
    "Ticket",
    "Jour",
    "Lieu",
    "Motif",
    "Arrivée",
    "Début de l'entretien",
    "Solution proposée",
    "Agent",
];

/// Writes the tickets.
pub(crate) fn write(town: &Town) -> io::Result<()> {
    let mut random = Random::of(town.seed, "file-attente");
    let mut log = Monthly::create(&town.out, "file-attente", Style::Old, &HEADER)?;
    for date in working_days() {
        let visitors = (70 + random.below(20)) * town.factor;
        for visitor in 0..visitors {
            ticket(&mut log, &mut random, date, visitor)?;
        }
    }
    log.finish()
}

fn ticket(log: &mut Monthly, random: &mut Random, date: NaiveDate, visitor: u64) -> io::Result<()> {
    let number = log.next_number();
    let annexe = random.chance(400);
    let morning = random.chance(550);
    let arrival = if morning {
        random.between(510, 700)
    } else {
        random.between(810, 1030)
    };
    let wait = if random.chance(930) {
        random.between(1, 14)
    } else {
        random.between(15, 34)
    };
    let recorded = !annexe && morning && random.chance(800);
    let started = random.chance(970);
    let cells = [
        format!("T{:04}", visitor + 1),
        written(date),
        if annexe {
            "Mairie annexe"
        } else {
            "Hôtel de ville"
        }
        .to_owned(),
        random
            .pick(&[
                ("Renseignement", 50),
                ("Dépôt de pièces", 30),
                ("Inscription", 15),
                ("", 5),
            ])
            .to_owned(),
        match (recorded, annexe) {
            (true, _) => moment(date, arrival),
            (false, true) => "-".to_owned(),
            (false, false) => String::new(),
        },
        if started {
            moment(date, arrival + wait)
        } else {
            "-".to_owned()
        },
        match (started, wait > 15) {
            (true, true) => {
                if visitor.is_multiple_of(8) {
                    "non"
                } else {
                    "oui"
                }
            }
            _ => "",
        }
        .to_owned(),
        format!("M{:03}", 1 + random.below(9)),
    ];
    if number == 800 {
        return log.row(date, cells.get(..5).unwrap_or_default());
    }
    log.row(date, &cells)
}
