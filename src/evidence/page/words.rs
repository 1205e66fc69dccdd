//! The words of hours: weekdays, closing, and what says nothing about when.
//!
//! Invariant: all are in small letters without accents, as the lexer gives them.

/// Words that say nothing about when.
pub(super) const NEUTRAL: &[&str] = &[
    "horaires",
    "horaire",
    "heures",
    "heure",
    "ouverture",
    "ouvertures",
    "d",
    "l",
    "la",
    "le",
    "les",
    "de",
    "du",
    "des",
    "ouvert",
    "ouverte",
    "ouverts",
    "ouvertes",
    "est",
    "sont",
    "nous",
    "vous",
    "accueille",
    "accueillent",
    "accueillons",
    "recevons",
    "ouvrons",
    "repond",
    "repondons",
    "repondent",
    "accueil",
    "public",
    "nos",
    "notre",
    "votre",
    "vos",
    "bureaux",
    "services",
    "municipaux",
    "agents",
    "recoivent",
    "recoit",
    "jours",
    "jour",
    "matin",
    "apresmidi",
    "sans",
    "interruption",
    "continu",
    "journee",
    "continue",
    "non",
    "stop",
    "tel",
    "telephone",
    "joignable",
    "joignables",
    "appels",
    "appel",
    "telephoniques",
    "ville",
    "commune",
    "periodes",
    "principaux",
];
/// Words behind which the hours hold for some of the time only.
pub(super) const RESTRICTING: &[&str] = &[
    "vacances",
    "scolaire",
    "scolaires",
    "ete",
    "hiver",
    "estivale",
    "estivaux",
    "saison",
    "exceptionnel",
    "exceptionnelle",
    "exceptionnels",
    "exceptionnelles",
    "exceptionnellement",
    "provisoire",
    "provisoires",
    "temporaire",
    "temporairement",
    "travaux",
    "juillet",
    "aout",
    "sauf",
    "hors",
    "uniquement",
    "seulement",
    "compter",
    "partir",
];
pub(super) const CLOSED: &[&str] = &[
    "ferme",
    "fermee",
    "fermes",
    "fermees",
    "fermeture",
    "fermetures",
];
pub(super) const DAYS: [[&str; 3]; 7] = [
    ["lundi", "lundis", "lun"],
    ["mardi", "mardis", "mar"],
    ["mercredi", "mercredis", "mer"],
    ["jeudi", "jeudis", "jeu"],
    ["vendredi", "vendredis", "ven"],
    ["samedi", "samedis", "sam"],
    ["dimanche", "dimanches", "dim"],
];
/// Two letters are a weekday only beside a dash, a comma or a time: most are words of their own.
pub(super) const SHORT: &[&str] = &["lu", "ma", "me", "je", "ve", "sa", "di"];
pub(super) const OSM: &[&str] = &["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

fn position_in<const N: usize>(words: &[[&str; N]], word: &str) -> Option<u8> {
    let found = words.iter().position(|names| names.contains(&word))?;
    u8::try_from(found).ok()
}

/// The weekday of a word, from Monday.
pub(super) fn weekday(word: &str) -> Option<u8> {
    position_in(&DAYS, word)
}
