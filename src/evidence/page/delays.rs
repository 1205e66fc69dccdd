//! Announced delays: a number of "jours ouvrés" in the passage of a service.
//!
//! Invariant: a number counts only under words that say that it is a delay for an appointment; any other length of time in
//! the passage leaves it unclear.

use super::ask::Answer;
use super::doubt::doubtful;
use super::lexer::{Kind, Token};
use super::topic::Stripped;
use super::words::MONTHS;
use std::collections::BTreeSet;

/// Words that say what the delay is for.
const APPOINTMENTS: [&str; 6] = ["rendez", "rdv", "delai", "delais", "attente", "creneau"];
/// Words of delays for something else.
const OTHERS: [&str; 19] = [
    "retrait",
    "remise",
    "confirmation",
    "confirmons",
    "annulation",
    "reponse",
    "reponses",
    "repondre",
    "repondons",
    "courriel",
    "courriels",
    "courrier",
    "courriers",
    "instruction",
    "accuse",
    "recepisse",
    "delivrance",
    "fabrication",
    "reclamation",
];
/// Words of a sentence that announces a delay and nothing else.
const KNOWN: [&str; 66] = [
    "delai",
    "delais",
    "annonce",
    "annonces",
    "actuel",
    "actuellement",
    "pour",
    "un",
    "une",
    "le",
    "la",
    "les",
    "de",
    "du",
    "des",
    "d",
    "l",
    "rendez",
    "vous",
    "rdv",
    "sous",
    "est",
    "sont",
    "votre",
    "vos",
    "premier",
    "premiers",
    "creneau",
    "creneaux",
    "propose",
    "proposes",
    "proposons",
    "disponible",
    "disponibles",
    "attente",
    "obtenir",
    "obtention",
    "prendre",
    "prise",
    "en",
    "a",
    "au",
    "aux",
    "jour",
    "jours",
    "j",
    "ouvre",
    "ouvres",
    "service",
    "services",
    "nous",
    "avoir",
    "il",
    "faut",
    "passeport",
    "passeports",
    "carte",
    "cartes",
    "identite",
    "nationale",
    "titre",
    "titres",
    "et",
    "accueil",
    "ou",
    "mairie",
];
/// Words that make a delay one of several, or of some days only.
const VAGUE: [&str; 32] = [
    "moins",
    "minimum",
    "mini",
    "maximum",
    "maxi",
    "environ",
    "jusqu",
    "moyen",
    "moyenne",
    "moyens",
    "presque",
    "parfois",
    "souvent",
    "generalement",
    "estime",
    "constate",
    "avant",
    "apres",
    "partir",
    "compter",
    "rentree",
    "ete",
    "hiver",
    "vacances",
    "bientot",
    "prochainement",
    "sera",
    "seront",
    "change",
    "reserve",
    "objectif",
    "approximativement",
];
/// Lengths of time.
const LENGTHS: [&str; 8] = [
    "jour",
    "jours",
    "j",
    "semaine",
    "semaines",
    "mois",
    "quinzaine",
    "heures",
];

/// Numbers in words, before a length of time.
const NUMBERS: [&str; 26] = [
    "un",
    "une",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "quelques",
    "plusieurs",
    "demi",
    "demie",
    "cent",
];
/// What kind of days they are.
const KINDS: [&str; 8] = [
    "ouvre",
    "ouvres",
    "ouvrable",
    "ouvrables",
    "calendaire",
    "calendaires",
    "franc",
    "francs",
];

/// Whether a line speaks of a length of time.
pub(super) fn speaks_of_delays(line: &Stripped) -> bool {
    let tokens: Vec<&Token> = line.tokens().filter(|token| !token.is_mark()).collect();
    let lengths = (0..tokens.len()).any(|position| is_length(&tokens, position));
    lengths || tokens.iter().any(|token| is_delay(token))
}

/// Whether the word at a position is the unit of a length: "20 jours", "quatre semaines", "jours ouvrés", and not "le jour
/// dit".
fn is_length(tokens: &[&Token], position: usize) -> bool {
    let word = |position: usize| tokens.get(position).map_or("", |token| token.text.as_str());
    let before = position
        .checked_sub(1)
        .and_then(|before| tokens.get(before));
    let counted = before.is_some_and(|before| {
        matches!(before.kind, Kind::Number(_)) || NUMBERS.contains(&before.text.as_str())
    });
    let kind = KINDS.contains(&word(position.saturating_add(1)));
    LENGTHS.contains(&word(position)) && (counted || kind || word(position) == "quinzaine")
}

fn is_delay(token: &Token) -> bool {
    matches!(token.text.as_str(), "delai" | "delais")
}

/// What the passage of a service says of its delay.
pub(super) fn read(lines: &[Stripped], service: usize, days: u32) -> Answer {
    let mut found: BTreeSet<u32> = BTreeSet::new();
    let mut unclear = false;
    let has = |line: &Stripped, words: &[&str]| {
        line.tokens()
            .any(|token| words.contains(&token.text.as_str()))
    };
    let mut heads: Vec<&Stripped> = Vec::new();
    let mut table: Option<&Stripped> = None;
    for line in lines {
        if line.heading > 0 {
            heads.retain(|head| head.heading < line.heading);
            heads.push(line);
        }
        if line.table == 0 {
            table = None;
        } else if table.is_none_or(|first| first.table != line.table) {
            table = Some(line);
        }
        if !line.owners.contains(&service) || !speaks_of_delays(line) {
            continue;
        }
        let about = [line].into_iter().chain(heads.iter().copied()).chain(table);
        let mut about = about.filter(|line| has(line, &APPOINTMENTS));
        let other = has(line, &OTHERS) || heads.iter().any(|head| has(head, &OTHERS));
        let (numbers, odd) = working_days(line);
        let doubted =
            line.doubt || doubtful(line.tokens()) || has(line, &VAGUE) || has(line, &MONTHS);
        if numbers.is_empty() && !odd {
            // "Ce délai n’est plus tenu."
            unclear |= doubted && line.tokens().any(is_delay);
            continue;
        }
        let vague = |line: &Stripped| doubtful(line.tokens()) || has(line, &VAGUE);
        let headed = heads.iter().copied().any(vague) || table.is_some_and(vague);
        unclear |= odd || other || line.columns || about.next().is_none();
        unclear |= doubted || headed || !announces(line);
        found.extend(numbers);
    }
    let mut found = found.into_iter();
    match (found.next(), found.next(), unclear) {
        (None, _, false) => Answer::Silent,
        (Some(one), None, false) if one == days => Answer::Says,
        (Some(_), None, false) => Answer::Differs,
        _ => Answer::Unclear,
    }
}

/// Whether the sentences of a line that give a length are made of known words.
fn announces(line: &Stripped) -> bool {
    line.cells.iter().all(|cell| {
        let mut sentences: Vec<Vec<&Token>> = vec![Vec::new()];
        for token in cell {
            let last = sentences.last().and_then(|sentence| sentence.last());
            let short = last.is_some_and(|last| last.text == "j");
            let ends =
                matches!(token.kind, Kind::Mark('.' | '!' | '?' | ';' | '(' | ')')) && !short;
            if ends {
                sentences.push(Vec::new());
            } else if let Some(sentence) = sentences.last_mut().filter(|_| !token.is_mark()) {
                sentence.push(token);
            }
        }
        let known = |token: &&Token| {
            matches!(token.kind, Kind::Number(_)) || KNOWN.contains(&token.text.as_str())
        };
        let gives =
            |sentence: &[&Token]| (0..sentence.len()).any(|position| is_length(sentence, position));
        sentences
            .iter()
            .all(|sentence| !gives(sentence) || sentence.iter().all(known))
    })
}

/// The numbers of working days of a line, and whether it speaks of another length of time.
fn working_days(line: &Stripped) -> (Vec<u32>, bool) {
    let tokens: Vec<&Token> = line.tokens().filter(|token| !token.is_mark()).collect();
    let mut numbers = Vec::new();
    let mut odd = false;
    for (position, token) in tokens.iter().enumerate() {
        if !is_length(&tokens, position) {
            continue;
        }
        let at = |step: usize| tokens.get(step).map(|token| token.text.as_str());
        let before = position
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .map(|token| token.kind);
        let worked = matches!(at(position.saturating_add(1)), Some("ouvre" | "ouvres"));
        let day = matches!(token.text.as_str(), "jour" | "jours" | "j");
        let ranged = position
            .checked_sub(2)
            .and_then(|two| tokens.get(two))
            .is_some_and(|two| {
                matches!(two.kind, Kind::Number(_))
                    || matches!(two.text.as_str(), "a" | "ou" | "et")
            });
        match before {
            Some(Kind::Number(number)) if worked && day && !ranged => numbers.push(number),
            // A heading such as "Délai (jours ouvrés)" gives no number.
            Some(Kind::Word) | None if worked && day => odd |= !heads_only(&tokens),
            _ => odd = true,
        }
    }
    (numbers, odd)
}

/// Whether a line gives no length itself: it has no number, in digits or in words.
fn heads_only(tokens: &[&Token]) -> bool {
    const HEADS: [&str; 16] = [
        "delai", "delais", "de", "en", "jours", "jour", "ouvres", "ouvre", "rendez", "vous",
        "pour", "un", "annonce", "service", "annonces", "les",
    ];
    tokens
        .iter()
        .all(|token| HEADS.contains(&token.text.as_str()))
}
