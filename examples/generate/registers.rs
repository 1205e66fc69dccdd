//! The small files: registers, attestations, sheets, samples. Their size does not depend on the scale.
//!
//! Planted: an empty cell in the sample of e-mails, e-mails without an answer yet.

use std::io;

use crate::Town;
use crate::calendar::{day, days, working_days, works, written};
use crate::output::{Style, Table};
use crate::random::Random;

const HALL: &str = "Hôtel de ville";
const ANNEXE: &str = "Mairie annexe";

/// Writes them all.
pub(crate) fn write(town: &Town) -> io::Result<()> {
    answers(town)?;
    reread(town)?;
    observations(town)?;
    desks(town)?;
    trainees(town)?;
    staff(town)?;
    awareness(town)?;
    mystery_visits(town)?;
    not_received(town)
}

fn open(town: &Town, name: &str, header: &[&str]) -> io::Result<Table> {
    Table::create(&town.out, name, Style::Plain, header)
}

/// E-mails received, by day, mailbox and delay of the first answer.
fn answers(town: &Town) -> io::Result<()> {
    let mut random = Random::of(town.seed, "courriels-delais");
    let header = [
        "Reçus le",
        "Boîte",
        "Délai (jours ouvrés)",
        "Nb de courriels",
    ];
    let mut table = open(town, "courriels-delais.csv", &header)?;
    for date in days(day(4, 28), day(6, 30)).filter(|date| works(*date)) {
        for (mailbox, most) in [("mairie@", 9), ("etat-civil@", 6), ("urbanisme@", 3)] {
            for delay in 0..=5_u64 {
                let messages = random.below(most + 2 - delay.min(most));
                // The last days of June still wait for an answer.
                let pending = date > day(6, 26) && delay >= 3;
                let delay = if pending {
                    String::new()
                } else {
                    delay.to_string()
                };
                if messages > 0 {
                    table.row(&[
                        written(date),
                        mailbox.to_owned(),
                        delay,
                        messages.to_string(),
                    ])?;
                }
            }
            if random.chance(400) {
                let delay = random.between(6, 12).to_string();
                table.row(&[written(date), mailbox.to_owned(), delay, "1".to_owned()])?;
            }
        }
    }
    table.finish()
}

/// Sixty e-mails drawn among those sent: two faulty, one sheet left incomplete.
fn reread(town: &Town) -> io::Result<()> {
    let header = [
        "Fiche",
        "Envoyé le",
        "Objet clair",
        "Salutation",
        "Formule de fin",
        "Signature complète",
        "Texte en capitales",
        "Agent",
    ];
    let mut table = open(town, "courriels-forme.csv", &header)?;
    let sent = working_days().flat_map(|date| [date, date]).take(60);
    for (number, date) in (1_u64..).zip(sent) {
        let signature = if number == 17 { "non" } else { "oui" };
        let capitals = if number == 44 { "oui" } else { "non" };
        let closing = if number == 31 { "" } else { "oui" };
        table.row(&[
            format!("C{number:02}"),
            written(date),
            "oui".to_owned(),
            "oui".to_owned(),
            closing.to_owned(),
            signature.to_owned(),
            capitals.to_owned(),
            format!("M{:03}", 1 + number % 20),
        ])?;
    }
    table.finish()
}

/// Fifty desks drawn and observed: each agent wears one sign at least.
fn observations(town: &Town) -> io::Result<()> {
    let mut random = Random::of(town.seed, "observations");
    let header = [
        "Jour",
        "Lieu",
        "Poste",
        "Badge avec nom",
        "Badge avec service",
        "Tenue",
        "Chevalet",
        "Autre signe",
        "Stagiaire",
    ];
    let mut table = open(town, "observations.csv", &header)?;
    let drawn = working_days().chain(working_days().take(12));
    for (number, date) in (1_u64..).zip(drawn) {
        let signs = random.pick(&[
            ("oui;oui;non;oui;non", 55),
            ("non;oui;non;non;non", 20),
            ("non;non;oui;oui;non", 10),
            ("non;non;non;oui;non", 10),
            ("non;non;non;non;oui", 5),
        ]);
        let mut cells = vec![
            written(date),
            if number % 3 == 0 { ANNEXE } else { HALL }.to_owned(),
            format!("Poste {}", 1 + number % 5),
        ];
        cells.extend(signs.split(';').map(str::to_owned));
        cells.push(if number % 12 == 5 { "oui" } else { "non" }.to_owned());
        table.row(&cells)?;
    }
    table.finish()
}

fn desks(town: &Town) -> io::Result<()> {
    let header = ["Guichet", "Lieu", "Chevalet au modèle de la ville"];
    let mut table = open(town, "guichets.csv", &header)?;
    for number in 1..=9 {
        let site = if number > 6 { ANNEXE } else { HALL };
        table.row(&[format!("Guichet {number}").as_str(), site, "oui"])?;
    }
    table.finish()
}

/// Seven trainees of the period: one got the badge three days after arriving.
fn trainees(town: &Town) -> io::Result<()> {
    let header = [
        "Matricule",
        "Lieu",
        "Arrivée",
        "Départ",
        "Badge « stagiaire » remis le",
        "Nom",
    ];
    let mut table = open(town, "stagiaires.csv", &header)?;
    let stays = [
        ((5, 4), (5, 29)),
        ((5, 4), (6, 12)),
        ((5, 11), (5, 22)),
        ((5, 18), (6, 26)),
        ((6, 1), (6, 12)),
        ((6, 8), (6, 30)),
        ((6, 15), (6, 26)),
    ];
    for (number, (from, to)) in (1_u32..).zip(stays) {
        let (from, to) = (day(from.0, from.1), day(to.0, to.1));
        let given = if number == 5 { day(6, 4) } else { from };
        table.row(&[
            format!("S{number:02}"),
            if number % 3 == 0 { ANNEXE } else { HALL }.to_owned(),
            written(from),
            written(to),
            written(given),
            format!("Stagiaire {number:02}"),
        ])?;
    }
    table.finish()
}

/// Sixty-four agents: three on a long leave (20, 40, 60), two newcomers (63, 64).
fn staff(town: &Town) -> io::Result<()> {
    let header = ["Matricule", "Nom", "Entrée", "Situation"];
    let mut table = open(town, "agents.csv", &header)?;
    for number in 1_u32..=64 {
        let entered = match number {
            63 => "08/06/2026".to_owned(),
            64 => "15/06/2026".to_owned(),
            62 => "04/05/2026".to_owned(),
            _ => format!("01/{:02}/{}", 1 + number % 12, 2004 + number % 21),
        };
        let situation = if matches!(number, 20 | 40 | 60) {
            "Absence longue"
        } else {
            "En poste"
        };
        let name = format!("Agent {number:03}");
        table.row(&[format!("M{number:03}"), name, entered, situation.to_owned()])?;
    }
    table.finish()
}

/// Everyone but those on leave and the newcomers; one in ten saw the former support only; one has left since.
fn awareness(town: &Town) -> io::Result<()> {
    let header = ["Matricule", "Nom", "Séance du", "Support"];
    let mut table = open(town, "sensibilisation.csv", &header)?;
    for number in (1_u32..=62).chain([99]) {
        if matches!(number, 20 | 40 | 60) {
            continue;
        }
        let key = format!("M{number:03}");
        let name = format!("Agent {number:03}");
        if number % 9 < 3 {
            table.row(&[key.as_str(), &name, "06/11/2025", "v1"])?;
        }
        if number % 9 > 0 {
            let session = if number % 2 == 0 {
                "12/03/2026"
            } else {
                "02/06/2026"
            };
            table.row(&[key.as_str(), &name, session, "v2"])?;
        }
    }
    table.finish()
}

/// Five visits at the town hall, three at the annexe with a hole of 26 days in May.
fn mystery_visits(town: &Town) -> io::Result<()> {
    let header = [
        "Jour",
        "Lieu",
        "Salué à l'arrivée",
        "Demande reformulée",
        "Prise de congé",
        "Attente (minutes)",
        "Visiteur",
    ];
    let mut table = open(town, "visites-mysteres.csv", &header)?;
    let hall = [(5, 6), (5, 19), (6, 2), (6, 16), (6, 29)].map(|date| (date, HALL));
    let annexe = [(5, 7), (6, 3), (6, 17)].map(|date| (date, ANNEXE));
    for (number, ((month, date), site)) in (1_u32..).zip(hall.into_iter().chain(annexe)) {
        let visitor = format!("Visiteur {}", 1 + number % 3);
        let date = written(day(month, date));
        let wait = (2 + number * 5 % 13).to_string();
        table.row(&[date.as_str(), site, "oui", "oui", "oui", &wait, &visitor])?;
    }
    table.finish()
}

/// Nobody was turned away: the register is kept, and empty.
fn not_received(town: &Town) -> io::Result<()> {
    let header = [
        "Jour",
        "Lieu",
        "Recontacté sous un jour ouvré",
        "Nom",
        "Téléphone",
    ];
    open(town, "non-recus.csv", &header)?.finish()
}
