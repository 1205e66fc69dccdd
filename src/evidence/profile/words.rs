//! What headers say: the words of a header without case and accents, and what they usually stand for.
//!
//! Invariant: a header suggests; it never decides against what the cells show.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text in small letters without accents, its words parted by single blanks.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'œ' | 'Œ' => out.push_str("oe"),
            letter if letter.is_alphanumeric() => out.extend(letter.to_lowercase()),
            '°' | 'º' => {}
            _ if out.is_empty() || out.ends_with(' ') => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// What a column is about, by its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Theme {
    /// A person, or what leads to one.
    Person,
    /// A birth.
    Birth,
    /// An identifier of a row or a thing.
    Identifier,
    /// How many cases a row stands for.
    Count,
    /// A length of time.
    Length,
    /// A time of the day.
    Clock,
    /// Free text.
    Prose,
}

/// The words that name each theme; a phrase stands as a whole.
const THEMES: [(Theme, &[&str]); 7] = [
    (
        Theme::Birth,
        &["naissance", "ne le", "nee le", "birth", "birthdate", "dob"],
    ),
    (
        Theme::Count,
        &[
            "nb",
            "nbre",
            "nombre",
            "quantite",
            "qte",
            "effectif",
            "effectifs",
            "volume",
            "count",
            "total",
            "totaux",
        ],
    ),
    (
        Theme::Length,
        &[
            "duree",
            "attente",
            "temps",
            "delai",
            "wait",
            "waiting",
            "duration",
            "billsec",
            "holdtime",
            "talktime",
            "talk",
            "sonnerie",
            "traitement",
            "conversation",
        ],
    ),
    (
        Theme::Clock,
        &[
            "heure", "h", "horaire", "hour", "time", "arrivee", "debut", "fin", "start", "end",
        ],
    ),
    (
        Theme::Person,
        &[
            "nom",
            "noms",
            "prenom",
            "prenoms",
            "usager",
            "usagers",
            "demandeur",
            "demandeuse",
            "agent",
            "agents",
            "agente",
            "courriel",
            "courriels",
            "email",
            "mail",
            "mel",
            "telephone",
            "tel",
            "portable",
            "mobile",
            "gsm",
            "fax",
            "adresse",
            "rue",
            "nir",
            "securite sociale",
            "secu",
            "iban",
            "rib",
            "appelant",
            "appele",
            "caller",
            "callerid",
            "clid",
            "src",
            "dst",
            "caller id",
            "visiteur",
            "visiteuse",
            "conseiller",
            "conseillere",
            "guichetier",
            "guichetiere",
            "operateur",
            "operatrice",
            "utilisateur",
            "utilisatrice",
            "interlocuteur",
            "contact",
            "beneficiaire",
            "immatriculation",
            "civilite",
            "hote",
            "hotesse",
            "name",
            "firstname",
            "lastname",
            "surname",
            "user",
            "username",
            "login",
            "phone",
            "address",
            "assure",
            "allocataire",
            "parent",
            "enfant",
            "conjoint",
            "tuteur",
            "expediteur",
            "destinataire",
            "auteur",
            "accountcode",
            "ip",
        ],
    ),
    (
        Theme::Identifier,
        &[
            "n",
            "no",
            "num",
            "numero",
            "id",
            "uid",
            "uuid",
            "guid",
            "ref",
            "reference",
            "ticket",
            "matricule",
            "identifiant",
            "badge",
            "dossier",
            "uniqueid",
            "linkedid",
            "callid",
            "code",
            "cle",
            "key",
        ],
    ),
    (
        Theme::Prose,
        &[
            "commentaire",
            "commentaires",
            "observation",
            "observations",
            "remarque",
            "remarques",
            "message",
            "objet",
            "note",
            "notes",
            "contexte",
            "description",
            "comment",
            "comments",
        ],
    ),
];

/// What a name, an address or a number may belong to without being a person's.
const THINGS: [&str; 16] = [
    "service",
    "services",
    "site",
    "sites",
    "lieu",
    "lieux",
    "file",
    "files",
    "motif",
    "motifs",
    "guichet",
    "poste",
    "queue",
    "structure",
    "organisation",
    "commune",
];

/// Whether a folded header speaks of a theme.
pub(super) fn speaks_of(header: &str, theme: Theme) -> bool {
    let has = |phrase: &str| {
        let padded = format!(" {header} ");
        padded.contains(&format!(" {phrase} "))
    };
    let listed = THEMES
        .iter()
        .filter(|(known, _)| *known == theme)
        .any(|(_, phrases)| phrases.iter().any(|phrase| has(phrase)));
    match theme {
        // "Nom du service", "Nb d'usagers" are no one's.
        Theme::Person => {
            listed && !THINGS.iter().any(|thing| has(thing)) && !speaks_of(header, Theme::Count)
        }
        _ => listed,
    }
}

/// The unit that a header names for a number.
pub(super) fn unit(header: &str) -> Option<&'static str> {
    let words: Vec<&str> = header.split(' ').collect();
    let any = |names: &[&str]| words.iter().any(|word| names.contains(word));
    if any(&[
        "s", "sec", "secs", "seconde", "secondes", "seconds", "billsec",
    ]) {
        Some("seconds")
    } else if any(&["min", "mn", "mins", "minute", "minutes"]) {
        Some("minutes")
    } else {
        None
    }
}

/// A name for rules: small letters, digits and `_`, beginning with a letter.
pub(super) fn identifier(header: &str, position: usize) -> String {
    let folded = folded(header);
    let ascii = folded.chars().map(|letter| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '_'
        }
    });
    let mut name: String = ascii.take(40).collect();
    name.truncate(name.trim_end_matches('_').len());
    if name.starts_with(|letter: char| letter.is_ascii_lowercase()) {
        name
    } else {
        format!("colonne_{position}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Theme, folded, identifier, speaks_of, unit};

    #[test]
    fn headers_lose_case_accents_and_punctuation() {
        assert_eq!(folded("  N° de rendez-vous "), "n de rendez vous");
        assert_eq!(folded("Durée (min)"), "duree min");
        assert_eq!(folded("Vœux"), "voeux");
    }

    #[test]
    fn themes_are_known_by_whole_words() {
        for (header, theme, expected) in [
            ("Nom", Theme::Person, true),
            ("Nom du service", Theme::Person, false),
            ("Nombre", Theme::Person, false),
            ("Nb de courriels", Theme::Person, false),
            ("Numéro appelant", Theme::Person, true),
            ("Date de naissance", Theme::Birth, true),
            ("Nb d’appels", Theme::Count, true),
            ("Numéro", Theme::Identifier, true),
            ("Phone", Theme::Person, true),
            ("Tenue", Theme::Person, false),
        ] {
            assert_eq!(speaks_of(&folded(header), theme), expected, "{header}");
        }
        assert_eq!(unit(&folded("Attente (s)")), Some("seconds"));
        assert_eq!(unit(&folded("Durée en minutes")), Some("minutes"));
        assert_eq!(unit(&folded("Service")), None);
    }

    #[test]
    fn names_can_be_written_in_a_rule() {
        assert_eq!(
            identifier("Début de l'entretien", 3),
            "debut_de_l_entretien"
        );
        assert_eq!(identifier("2026", 3), "colonne_3");
        assert_eq!(identifier("", 1), "colonne_1");
        assert_eq!(identifier("日付", 2), "colonne_2");
    }
}
