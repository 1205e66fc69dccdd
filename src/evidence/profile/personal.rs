//! Cells that lead to a person: e-mail addresses, telephone numbers, the social security number, bank accounts, postal
//! addresses, names.
//!
//! Invariant: only kinds and counts leave this file; when in doubt, a cell counts as personal.

use super::words::folded;

/// What a cell shows of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trace {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A social security number (NIR), its key right.
    Nir,
    /// A bank account (IBAN), its key right.
    Iban,
    /// A postal address.
    Address,
    /// A name.
    Name,
}

/// What a cell shows, if anything.
pub(super) fn trace(text: &str) -> Option<Trace> {
    if is_email(text) {
        Some(Trace::Email)
    } else if is_nir(text) {
        Some(Trace::Nir)
    } else if is_iban(text) {
        Some(Trace::Iban)
    } else if is_phone(text) {
        Some(Trace::Phone)
    } else if is_address(text) {
        Some(Trace::Address)
    } else if is_name(text) {
        Some(Trace::Name)
    } else {
        None
    }
}

fn is_email(text: &str) -> bool {
    text.split([' ', '<', '>', ',', ';', '"', '(', ')'])
        .any(|word| {
            let Some((local, domain)) = word.split_once('@') else {
                return false;
            };
            let dotted = domain.split_once('.');
            !local.is_empty()
                && dotted.is_some_and(|(name, end)| !name.is_empty() && end.len() >= 2)
        })
}

/// The digits of a text that holds nothing else but what parts them.
fn digits(text: &str, parting: &[char]) -> Option<String> {
    let mut out = String::new();
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            out.push(letter);
        } else if !parting.contains(&letter) {
            return None;
        }
    }
    Some(out)
}

fn is_phone(text: &str) -> bool {
    const PARTING: [char; 8] = [' ', '.', '-', '/', '(', ')', '\u{a0}', '\u{202f}'];
    let (abroad, rest) = match text.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => match text.strip_prefix("00") {
            Some(rest) => (true, rest),
            None => (false, text),
        },
    };
    let Some(digits) = digits(rest, &PARTING) else {
        return false;
    };
    if abroad {
        (9..=14).contains(&digits.len())
    } else {
        let second = digits.chars().nth(1);
        let french = digits.len() == 10 && digits.starts_with('0') && second != Some('0');
        // A day such as 01/06/2026 has eight.
        french && !text.contains('/')
    }
}

/// The social security number: sex, year, month, department, commune, order, and their remainder by 97.
fn is_nir(text: &str) -> bool {
    let compact: String = text
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-'))
        .collect();
    // Corsica's departments stand for 19 and 18.
    let numeric = compact.replacen("2A", "19", 1).replacen("2B", "18", 1);
    if compact.len() != 15 || !numeric.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let (Some(body), Some(key)) = (numeric.get(..13), numeric.get(13..)) else {
        return false;
    };
    let (Ok(body), Ok(key)) = (body.parse::<u64>(), key.parse::<u64>()) else {
        return false;
    };
    matches!(numeric.bytes().next(), Some(b'1'..=b'4' | b'7' | b'8')) && 97 - body % 97 == key
}

fn is_iban(text: &str) -> bool {
    let compact: String = text.chars().filter(|letter| *letter != ' ').collect();
    let sound = (15..=34).contains(&compact.len())
        && compact
            .bytes()
            .take(2)
            .all(|byte| byte.is_ascii_uppercase())
        && compact
            .bytes()
            .skip(2)
            .take(2)
            .all(|byte| byte.is_ascii_digit())
        && compact.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let (Some(head), Some(tail)) = (compact.get(..4), compact.get(4..)) else {
        return false;
    };
    let remainder = tail
        .chars()
        .chain(head.chars())
        .try_fold(0_u32, |rest, letter| {
            let value = letter.to_digit(36)?;
            let shift = if value > 9 { 100 } else { 10 };
            Some((rest * shift + value) % 97)
        });
    sound && remainder == Some(1)
}

/// Kinds of ways in French addresses.
const WAYS: [&str; 19] = [
    "rue",
    "avenue",
    "av",
    "boulevard",
    "bd",
    "bld",
    "place",
    "pl",
    "chemin",
    "ch",
    "impasse",
    "allee",
    "route",
    "quai",
    "cours",
    "square",
    "sentier",
    "residence",
    "lotissement",
];

fn is_address(text: &str) -> bool {
    let folded = folded(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let number = |word: &&str| word.len() <= 4 && word.starts_with(|c: char| c.is_ascii_digit());
    let street = words.first().is_some_and(number)
        && words.iter().skip(1).take(3).any(|word| WAYS.contains(word))
        && words.len() >= 3;
    let postal = |word: &&str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let town = words.len() >= 2
        && words.iter().any(postal)
        && words
            .last()
            .is_some_and(|word| word.chars().all(char::is_alphabetic));
    street || town
}

/// What stands before a name.
const TITLES: [&str; 9] = [
    "m",
    "mme",
    "mlle",
    "mr",
    "mrs",
    "ms",
    "monsieur",
    "madame",
    "mademoiselle",
];

/// Frequent given names, folded.
const GIVEN: [&str; 132] = [
    "adam",
    "adele",
    "agathe",
    "agnes",
    "alain",
    "albert",
    "alex",
    "alexandra",
    "alexandre",
    "alice",
    "aline",
    "amandine",
    "amelie",
    "amina",
    "anais",
    "andre",
    "andrea",
    "angelique",
    "anne",
    "annie",
    "antoine",
    "arnaud",
    "arthur",
    "audrey",
    "aurelie",
    "axel",
    "benjamin",
    "benoit",
    "bernadette",
    "bernard",
    "brigitte",
    "bruno",
    "camille",
    "carole",
    "caroline",
    "catherine",
    "cecile",
    "celine",
    "chantal",
    "charles",
    "charlotte",
    "chloe",
    "christelle",
    "christian",
    "christiane",
    "christine",
    "christophe",
    "claire",
    "claude",
    "claudine",
    "clement",
    "corinne",
    "cyril",
    "damien",
    "daniel",
    "danielle",
    "david",
    "delphine",
    "denis",
    "didier",
    "dominique",
    "elisabeth",
    "elodie",
    "emilie",
    "emma",
    "emmanuel",
    "eric",
    "estelle",
    "etienne",
    "fabien",
    "fabrice",
    "fatima",
    "florence",
    "florian",
    "franck",
    "francois",
    "francoise",
    "frederic",
    "gabriel",
    "genevieve",
    "georges",
    "gerard",
    "gilles",
    "guillaume",
    "helene",
    "henri",
    "hugo",
    "isabelle",
    "jacqueline",
    "jacques",
    "jean",
    "jeanne",
    "jerome",
    "jessica",
    "joel",
    "josiane",
    "julie",
    "julien",
    "karim",
    "karine",
    "laetitia",
    "laura",
    "laurence",
    "laurent",
    "lea",
    "louis",
    "louise",
    "lucas",
    "lucie",
    "marc",
    "marie",
    "martine",
    "mathieu",
    "maxime",
    "michel",
    "mohamed",
    "monique",
    "nadia",
    "nathalie",
    "nicolas",
    "olivier",
    "pascal",
    "patricia",
    "patrick",
    "paul",
    "philippe",
    "pierre",
    "sandrine",
    "sophie",
    "stephane",
    "sylvie",
    "thomas",
];

fn is_name(text: &str) -> bool {
    if text.len() > 60 || text.chars().any(|letter| letter.is_ascii_digit()) {
        return false;
    }
    let folded = folded(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let titled = words.len() >= 2 && words.first().is_some_and(|word| TITLES.contains(word));
    let given = words.len() <= 4 && words.iter().any(|word| GIVEN.binary_search(word).is_ok());
    // "DUPONT Zoé": a word in capitals beside one with a capital.
    let shape = |word: &str| {
        let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
        let first = letters.next().is_some_and(char::is_uppercase);
        let rest: Vec<char> = letters.collect();
        let capitals = first && !rest.is_empty() && rest.iter().all(|c| c.is_uppercase());
        let capital = first && !rest.is_empty() && rest.iter().all(|c| c.is_lowercase());
        (capitals, capital)
    };
    let shapes: Vec<(bool, bool)> = text.split_whitespace().map(shape).collect();
    let mixed = matches!(
        shapes.as_slice(),
        [(true, _), (_, true)] | [(_, true), (true, _)]
    );
    titled || given || mixed
}

#[cfg(test)]
mod tests {
    use super::{GIVEN, Trace, trace};

    #[test]
    fn cells_that_lead_to_a_person_are_known() {
        for (text, expected) in [
            ("lea.exemple@courriel.example", Some(Trace::Email)),
            ("Léa <lea@ville.fr>", Some(Trace::Email)),
            ("mairie@", None),
            ("01 99 00 45 59", Some(Trace::Phone)),
            ("0199004559", Some(Trace::Phone)),
            ("+33 1 99 00 45 59", Some(Trace::Phone)),
            ("01/06/2026", None),
            ("2026-06-01", None),
            ("1591006500", None),
            // The example of the public notices: its key is 97 − (2550814168025 mod 97).
            ("2 55 08 14 168 025 38", Some(Trace::Nir)),
            ("255081416802538", Some(Trace::Nir)),
            ("255081416802539", None),
            ("FR76 3000 6000 0112 3456 7890 189", Some(Trace::Iban)),
            ("FR76 3000 6000 0112 3456 7890 188", None),
            ("12 bis rue des Lilas", Some(Trace::Address)),
            ("00000 Bourg", Some(Trace::Address)),
            ("M. Untel", Some(Trace::Name)),
            ("Marie Curie", Some(Trace::Name)),
            ("UNTEL Zoé", Some(Trace::Name)),
            ("État civil", None),
            ("Carte d'identité", None),
            ("Hôtel de ville", None),
            ("ABANDON", None),
            ("D26-000001", None),
        ] {
            assert_eq!(trace(text), expected, "{text}");
        }
    }

    #[test]
    fn given_names_are_in_order() {
        assert!(GIVEN.is_sorted());
    }
}
