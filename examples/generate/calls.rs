//! The switchboard's log: about three hundred calls a working day.
//!
//! Planted: an unreadable moment, a row cut short, three unknown outcomes, an unknown service, an unreadable wait and a
//! missing one.

use std::io;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::Town;
use crate::calendar::{day, moment, working_days};
use crate::output::{Monthly, Style, telephone};
use crate::random::Random;

const HEADER: [&str; 9] = [
    "Date et heure",
    "Service demandé",
    "Plage",
    "Résultat",
    "Attente",
    "Durée",
    "Agent",
    "Numéro appelant",
    "Nom",
];

/// Half-hours of the day with their weights: two peaks, and the lunch break outside the opening hours.
const HALF_HOURS: [(i64, u64); 18] = [
    (510, 14),
    (540, 20),
    (570, 24),
    (600, 38),
    (630, 40),
    (660, 36),
    (690, 20),
    (720, 5),
    (750, 3),
    (780, 4),
    (810, 16),
    (840, 20),
    (870, 32),
    (900, 34),
    (930, 30),
    (960, 18),
    (990, 14),
    (1020, 10),
];

/// Writes the log.
pub(crate) fn write(town: &Town) -> io::Result<()> {
    let mut random = Random::of(town.seed, "appels");
    let mut log = Monthly::create(&town.out, "appels", Style::Plain, &HEADER)?;
    // The first export began a little early.
    for index in 0..12 {
        call(&mut log, &mut random, day(4, 30), 1000 + index)?;
    }
    for date in working_days() {
        let mean = if date.weekday() == Weekday::Mon {
            350
        } else {
            285
        };
        let calls = (mean + random.below(20)) * town.factor;
        let mut minutes: Vec<i64> = (0..calls).map(|_| minute(&mut random)).collect();
        minutes.sort_unstable();
        for minute in minutes {
            call(&mut log, &mut random, date, minute)?;
        }
    }
    log.finish()
}

fn minute(random: &mut Random) -> i64 {
    let total = HALF_HOURS.iter().map(|(_, weight)| weight).sum();
    let mut drawn = random.below(total);
    for (start, weight) in HALF_HOURS {
        if drawn < weight {
            return start + random.between(0, 29);
        }
        drawn -= weight;
    }
    0
}

fn call(log: &mut Monthly, random: &mut Random, date: NaiveDate, minute: i64) -> io::Result<()> {
    let number = log.next_number();
    let mut cells = row(random, date, minute, number);
    let [when, service, plage, outcome, wait, length, _, _, _] = &mut cells;
    // The switchboard answers a call outside the opening hours by a message only.
    if (720..810).contains(&minute) {
        "fermeture".clone_into(plage);
        "Abandonné".clone_into(outcome);
        "00:00".clone_into(length);
    }
    match number {
        500 | 1500 | 4500 | 5000 => {
            "ouverture".clone_into(plage);
            "Répondu".clone_into(outcome);
        }
        2500 | 2600 | 2700 => {
            "ouverture".clone_into(plage);
            "Transféré".clone_into(outcome);
        }
        _ => {}
    }
    match number {
        500 => "31/04/2026 10:12".clone_into(when),
        3500 => "Cimetière".clone_into(service),
        4500 => "??".clone_into(wait),
        5000 => wait.clear(),
        _ => {}
    }
    if number == 1500 {
        return log.row(date, cells.get(..6).unwrap_or_default());
    }
    log.row(date, &cells)
}

fn row(random: &mut Random, date: NaiveDate, minute: i64, number: u64) -> [String; 9] {
    let service = random.pick(&[
        ("Standard", 55),
        ("État civil", 27),
        ("Vie scolaire", 10),
        ("Urbanisme", 8),
    ]);
    let (answered, quick) = match service {
        "Vie scolaire" => (850, 930),
        "Urbanisme" => (945, 960),
        _ => (955, 962),
    };
    let answered = random.chance(answered);
    let wait = match (answered, random.chance(quick)) {
        (true, true) => random.between(4, 55),
        (true, false) => random.between(61, 240),
        (false, true) if random.chance(350) => random.between(2, 9),
        (false, _) => random.between(12, 180),
    };
    let length = if answered { random.between(25, 420) } else { 0 };
    let agent = if answered {
        format!("M{:03}", 1 + random.below(9))
    } else {
        String::new()
    };
    let caller = random.below(5000);
    [
        moment(date, minute),
        service.to_owned(),
        "ouverture".to_owned(),
        if answered { "Répondu" } else { "Abandonné" }.to_owned(),
        clock(wait),
        clock(length),
        agent,
        telephone(caller),
        format!("Usager {:04}", (number * 7 + caller) % 10_000),
    ]
}

/// `04:07` for 247 seconds.
fn clock(seconds: i64) -> String {
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}
