//! What a signature gives: names, role, service, address, telephone, mailbox.
//!
//! Invariant: what a declared wording explains is taken out first; a part that is not found is certainly absent only when
//! nothing is left that could be it.

use super::facts::Form;
use super::template::{MailSettings, address};
use super::words::{Wording, fold};

/// What is known of a fact: yes, no, or not recognised.
pub(super) type Known = Option<bool>;

/// The words that may stand beside a number or an address, and say nothing by themselves.
const LABELS: [&str; 30] = [
    "tel",
    "telephone",
    "fixe",
    "fax",
    "portable",
    "mobile",
    "ligne",
    "directe",
    "standard",
    "poste",
    "courriel",
    "mel",
    "mail",
    "email",
    "e",
    "adresse",
    "site",
    "internet",
    "web",
    "www",
    "http",
    "https",
    "a",
    "au",
    "de",
    "du",
    "la",
    "le",
    "l",
    "d",
];
/// The words with which lines of a signature begin that are no names of persons.
const COMMON: [&str; 40] = [
    "mairie",
    "ville",
    "commune",
    "communaute",
    "agglomeration",
    "metropole",
    "service",
    "services",
    "hotel",
    "direction",
    "departement",
    "pole",
    "bureau",
    "cabinet",
    "centre",
    "espace",
    "maison",
    "accueil",
    "standard",
    "guichet",
    "cs",
    "bp",
    "cedex",
    "place",
    "rue",
    "avenue",
    "boulevard",
    "chemin",
    "responsable",
    "chef",
    "cheffe",
    "agent",
    "agente",
    "directeur",
    "directrice",
    "adjoint",
    "adjointe",
    "charge",
    "chargee",
    "secretaire",
];
const TITLES: [&str; 9] = [
    "m",
    "mr",
    "mme",
    "mlle",
    "madame",
    "monsieur",
    "mademoiselle",
    "dr",
    "me",
];
const PARTICLES: [&str; 10] = [
    "de", "du", "des", "le", "la", "van", "von", "ben", "el", "al",
];

/// A word of the signature and where it stands.
struct Word {
    folded: String,
    line: usize,
    segment: usize,
    start: usize,
    end: usize,
    explained: bool,
}

/// The text behind the closing, taken apart.
pub(super) struct Block<'a> {
    lines: &'a [&'a str],
    words: Vec<Word>,
    mails: Vec<String>,
    numbers: Vec<Vec<u8>>,
}

/// What is left of the block once everything known is explained.
#[derive(Default)]
struct Left {
    letters: bool,
    anything: bool,
}

impl<'a> Block<'a> {
    /// Takes the lines of a block apart.
    pub(super) fn new(lines: &'a [&'a str]) -> Self {
        let mut block = Self {
            lines,
            words: Vec::new(),
            mails: Vec::new(),
            numbers: Vec::new(),
        };
        let mut segment = 0;
        for (rank, line) in lines.iter().enumerate() {
            segment += 1;
            block.numbers.extend(numbers(line));
            for (start, chunk) in chunks(line) {
                let bare = chunk.trim_matches(|letter: char| "<>()[]\"',;:".contains(letter));
                let bare = bare.strip_prefix("mailto:").unwrap_or(bare);
                if bare.contains('@') {
                    block.mails.push(bare.to_owned());
                    continue;
                }
                if bare.contains("://") || bare.starts_with("www.") {
                    continue;
                }
                if chunk.chars().all(|letter| "-–—|/•·*_=".contains(letter)) {
                    segment += 1;
                    continue;
                }
                block.enter(chunk, start, rank, &mut segment);
            }
        }
        block
    }

    fn enter(&mut self, chunk: &str, start: usize, line: usize, segment: &mut usize) {
        let mut open: Option<usize> = None;
        let mut push = |from: usize, to: usize, segment: usize| {
            self.words.push(Word {
                folded: fold(chunk.get(from..to).unwrap_or_default()),
                line,
                segment,
                start: start.saturating_add(from),
                end: start.saturating_add(to),
                explained: false,
            });
        };
        for (at, letter) in chunk.char_indices() {
            let within = letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
            match (open, within) {
                (None, true) => open = Some(at),
                (Some(from), false) => {
                    push(from, at, *segment);
                    open = None;
                }
                _ => {}
            }
            if ",;:|•·/()".contains(letter) {
                *segment += 1;
            }
        }
        if let Some(from) = open {
            push(from, chunk.len(), *segment);
        }
    }

    /// Whether nothing is written there.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.mails.is_empty()
    }

    /// Explains every occurrence of some wordings; whether there was one.
    fn explain(&mut self, wordings: &[Wording]) -> bool {
        let folded: Vec<String> = self.words.iter().map(|word| word.folded.clone()).collect();
        let mut found = false;
        for wording in wordings {
            let mut from = 0;
            while let Some(at) = folded.get(from..).and_then(|rest| wording.find(rest)) {
                let start = from.saturating_add(at);
                let words = self.words.iter_mut().skip(start).take(wording.len());
                words.for_each(|word| word.explained = true);
                found = true;
                from = start.saturating_add(wording.len());
            }
        }
        found
    }

    /// The runs of words that nothing explains, each within one segment, as they are written.
    fn runs(&self) -> Vec<(Vec<&str>, &'a str)> {
        let mut runs: Vec<(Vec<&Word>, usize)> = Vec::new();
        let mut before: Option<usize> = None;
        for (at, word) in self.words.iter().enumerate() {
            if word.explained {
                continue;
            }
            let joins = before.is_some_and(|last| last.saturating_add(1) == at);
            before = Some(at);
            match runs.last_mut() {
                Some((run, segment)) if joins && *segment == word.segment => run.push(word),
                _ => runs.push((vec![word], word.segment)),
            }
        }
        let written = |(run, _): (Vec<&Word>, usize)| {
            let (first, last) = (run.first()?, run.last()?);
            let line: &'a str = self.lines.get(first.line).copied()?;
            let text = line.get(first.start..last.end)?;
            Some((first.line, text))
        };
        let texts = runs.into_iter().filter_map(written);
        texts
            .map(|(_, text)| (text.split_whitespace().collect(), text))
            .collect()
    }
}

/// The parts of a line between blanks, each with its place.
fn chunks(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let blank = |letter: char| letter.is_whitespace();
    let mut at = 0_usize;
    line.split_inclusive(blank).filter_map(move |chunk| {
        let start = at;
        at = at.saturating_add(chunk.len());
        let chunk = chunk.trim_end_matches(blank);
        (!chunk.is_empty()).then_some((start, chunk))
    })
}

/// The telephone-like numbers of a line.
fn numbers(line: &str) -> Vec<Vec<u8>> {
    let part = |letter: char| letter.is_ascii_digit() || " .-+()\u{a0}\u{202f}".contains(letter);
    let runs = line.split(|letter: char| !part(letter));
    let digits = runs.map(|run| {
        run.bytes()
            .filter(u8::is_ascii_digit)
            .map(|byte| byte.saturating_sub(b'0'))
            .collect::<Vec<u8>>()
    });
    digits.filter(|digits| digits.len() >= 6).collect()
}

/// What a run of words is, as a name of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    /// None.
    No,
    /// First and family name, one of them in capitals.
    Sure,
    /// Two words that begin with a capital: a name if nothing else is missing.
    Likely,
    /// A family name behind a title or an initial.
    LastOnly,
    /// One word: a first name or a family name.
    One,
}

fn name(run: &[&str]) -> Name {
    let (mut upper, mut mixed, mut short) = (0_usize, 0_usize, false);
    for written in run {
        let bare = written.trim_matches(|letter: char| !letter.is_alphanumeric());
        let folded = fold(bare);
        let initial = bare.chars().filter(|letter| letter.is_alphabetic()).count() == 1;
        let first = bare.chars().next().is_some_and(char::is_uppercase);
        let letters = bare.chars().all(|letter| {
            letter.is_alphabetic()
                || "-'’".contains(letter)
                || ('\u{300}'..='\u{36f}').contains(&letter)
        });
        let label = LABELS.contains(&folded.as_str()) && !PARTICLES.contains(&folded.as_str());
        if COMMON.contains(&folded.as_str()) || label || !letters {
            return Name::No;
        }
        if TITLES.contains(&folded.as_str()) || (initial && first) {
            short = true;
        } else if PARTICLES.contains(&folded.as_str()) {
            // Part of a family name.
        } else if !first {
            return Name::No;
        } else if bare
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .all(char::is_uppercase)
        {
            upper = upper.saturating_add(1);
        } else {
            mixed = mixed.saturating_add(1);
        }
    }
    match (upper, mixed) {
        (0, 0) => Name::No,
        (1.., 1..) if upper.saturating_add(mixed) <= 4 => Name::Sure,
        (0, 2..=4) | (2..=4, 0) => Name::Likely,
        (1, 0) | (0, 1) if short => Name::LastOnly,
        (1, 0) | (0, 1) => Name::One,
        _ => Name::No,
    }
}

/// What a signature gives.
pub(super) struct Given {
    /// The facts of [`Form::FirstName`] to [`Form::Mail`].
    pub(super) parts: [(Form, Known); 7],
}

/// Reads a signature. Images beside it may hold anything; so may text that was damaged.
pub(super) fn read(block: &mut Block<'_>, settings: &MailSettings, unsure: bool) -> Given {
    let template = &settings.template;
    block.explain(&template.ignored);
    let address_found = block.explain(&template.addresses);
    let role = block.explain(&template.roles);
    let service = block.explain(&template.services);
    let ours = |mail: &String| {
        let mail = address(mail);
        mail.is_some_and(|mail| {
            settings
                .mailboxes
                .iter()
                .any(|mailbox| mailbox.addresses.contains(&mail))
        })
    };
    let mail = block.mails.iter().any(ours);
    let strange_mail = !block.mails.iter().all(ours);
    let is_ours = |digits: &Vec<u8>| template.phones.iter().any(|phone| phone.matches(digits));
    let phone = block.numbers.iter().any(is_ours);
    let strange_number = !block.numbers.iter().all(is_ours);
    let runs = block.runs();
    let named = runs
        .iter()
        .map(|(run, _)| name(run))
        .enumerate()
        .filter(|(_, name)| *name != Name::No)
        .min_by_key(|(rank, name)| (*name as usize, *rank));
    let left = left(&runs, named.map(|(rank, _)| rank));
    let (first, last) = names(
        named.map(|(_, name)| name),
        role && service,
        left.letters || unsure,
    );
    let known = |found: bool, open: bool| {
        found
            .then_some(true)
            .or((!open && !unsure).then_some(false))
    };
    Given {
        parts: [
            (Form::FirstName, first),
            (Form::LastName, last),
            (
                Form::Role,
                known(role, left.letters || named_doubtfully(named)),
            ),
            (
                Form::Service,
                known(service, left.letters || named_doubtfully(named)),
            ),
            (Form::Address, known(address_found, left.anything)),
            (Form::Phone, known(phone, strange_number)),
            (Form::Mail, known(mail, strange_mail)),
        ],
    }
}

/// A name that is only likely could as well be a role or a service.
fn named_doubtfully(named: Option<(usize, Name)>) -> bool {
    matches!(named, Some((_, Name::Likely | Name::One)))
}

fn names(name: Option<Name>, rest_known: bool, open: bool) -> (Known, Known) {
    match name {
        Some(Name::Sure) => (Some(true), Some(true)),
        Some(Name::Likely) if rest_known => (Some(true), Some(true)),
        Some(Name::LastOnly) => ((!open).then_some(false), Some(true)),
        Some(Name::Likely | Name::One) => (None, None),
        Some(Name::No) | None => {
            let known = (!open).then_some(false);
            (known, known)
        }
    }
}

/// What the runs other than the name leave open.
fn left(runs: &[(Vec<&str>, &str)], named: Option<usize>) -> Left {
    let mut left = Left::default();
    for (rank, (run, _)) in runs.iter().enumerate() {
        if Some(rank) == named {
            continue;
        }
        for written in run {
            let words = super::words::words(written);
            let label = |word: &String| LABELS.contains(&word.as_str());
            left.anything |= !words.iter().all(label);
            left.letters |= words
                .iter()
                .any(|word| !label(word) && word.contains(char::is_alphabetic));
        }
    }
    // A telephone number alone is no address.
    left.anything = left.letters || (left.anything && digits_of_an_address(runs, named));
    left
}

/// Whether digits are left that are too few for a telephone number: a house number or a postal code.
fn digits_of_an_address(runs: &[(Vec<&str>, &str)], named: Option<usize>) -> bool {
    let others = runs
        .iter()
        .enumerate()
        .filter(|(rank, _)| Some(*rank) != named);
    others
        .map(|(_, (_, text))| text.bytes().filter(u8::is_ascii_digit).count())
        .any(|digits| digits > 0 && digits < 6)
}

#[cfg(test)]
mod tests;
