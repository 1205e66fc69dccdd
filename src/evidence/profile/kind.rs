//! What a column probably is, from the counts over its cells and from its header.
//!
//! Invariant: a type is proposed only if it reads nearly every cell; what it would not read is counted; a day that could
//! be a month gets no notation. No cell of a column judged personal leaves this file.

use super::column::{Counts, Read};
use super::guess::{
    ColumnDoubt, DayOrMonth, Guess, Judged, Nothing, NothingReason, PersonalReason,
};
use super::moment::{Candidate, Notations, Sort};
use super::personal::Trace;
use super::words::{Theme, folded, speaks_of, unit};

/// Of a hundred cells, so many follow a type that is proposed.
const MOST: u64 = 90;
/// The most values of a category.
const CATEGORY: usize = 40;
/// The longest value of a category, in characters.
const CATEGORY_LENGTH: usize = 80;

/// Words for yes and no, folded.
const YES_NO: [(&str, &str); 8] = [
    ("oui", "non"),
    ("o", "n"),
    ("yes", "no"),
    ("y", "n"),
    ("vrai", "faux"),
    ("true", "false"),
    ("1", "0"),
    ("fait", "non fait"),
];

/// Cells that say that there is nothing to say, folded; what has no letter and no digit does so too.
const NOTHING: [&str; 14] = [
    "n a",
    "na",
    "null",
    "none",
    "nan",
    "neant",
    "vide",
    "nc",
    "nr",
    "non renseigne",
    "non communique",
    "sans objet",
    "inconnu",
    "unknown",
];

/// Judges a column.
pub(super) fn judge(counts: &Counts, name: &str, notations: &Notations) -> Judged {
    let header = folded(name);
    if counts.filled() == 0 {
        let guess = if speaks_of(&header, Theme::Person) || speaks_of(&header, Theme::Birth) {
            Guess::Personal(vec![PersonalReason::Header])
        } else {
            Guess::Empty
        };
        return Judged::plain(guess);
    }
    let mut judged = judge_filled(counts, &header, notations);
    if counts.undecodable > 0 {
        let doubt = ColumnDoubt::Undecodable(counts.undecodable);
        judged.doubts.insert(0, doubt);
    }
    judged
}

fn judge_filled(counts: &Counts, header: &str, notations: &Notations) -> Judged {
    let words = words_for_nothing(counts);
    let nothing: u64 = words.iter().map(|word| word.count).sum();
    let known = counts.filled().saturating_sub(nothing).max(1);
    if let Some(reasons) = personal(counts, header, known) {
        return Judged::plain(Guess::Personal(reasons));
    }
    let mut judged = boolean(counts, &words)
        .or_else(|| moment(counts, header, notations, known))
        .or_else(|| number(counts, header, known))
        .unwrap_or_else(|| texts(counts, header, known));
    let typed = !matches!(judged.guess, Guess::Text | Guess::Key | Guess::Category(_));
    // Of a category, only marks without letters are nothing: "inconnu" may be one of its values.
    let marks = |word: &Nothing| typed || folded(&word.value).is_empty();
    let frequent = frequent(counts, &judged);
    let words = words.into_iter().filter(marks);
    judged.nothing = words.chain(frequent).collect();
    if let Guess::Category(values) = &mut judged.guess {
        values.retain(|(value, _)| !judged.nothing.iter().any(|word| word.value == *value));
    }
    judged
}

/// Whether a cell says that there is nothing to say.
fn is_word_for_nothing(value: &str) -> bool {
    let folded = folded(value);
    folded.is_empty() || NOTHING.contains(&folded.as_str()) || is_zero_span(value)
}

/// `00:00 - 00:00` and `0000-00-00`: zeros alone, in a shape that no duration has.
fn is_zero_span(value: &str) -> bool {
    let zeros = value.chars().filter(|letter| *letter == '0').count();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    zeros >= 8
        && zeros == digits
        && !value.chars().any(char::is_alphabetic)
        && value.contains(['-', '/', ':'])
}

fn words_for_nothing(counts: &Counts) -> Vec<Nothing> {
    let values = counts.by_frequency().into_iter();
    let words = values.filter(|(value, _)| is_word_for_nothing(value));
    words
        .map(|(value, count)| Nothing {
            value: value.to_owned(),
            count,
            reason: NothingReason::Word,
        })
        .collect()
}

/// A value of a time or a number that stands far more often than the others.
fn frequent(counts: &Counts, judged: &Judged) -> Option<Nothing> {
    let zero = match &judged.guess {
        Guess::Duration(_) | Guess::HoursOrMinutes => true,
        Guess::Date(_) | Guess::DateTime(_) => false,
        _ => return None,
    };
    let ranked = counts.by_frequency();
    let mut values = ranked
        .iter()
        .filter(|(value, _)| !is_word_for_nothing(value));
    let (value, count) = values.next()?;
    let next = values.next().map_or(0, |(_, count)| *count);
    let of_zeros = !value.chars().any(|letter| ('1'..='9').contains(&letter));
    let filled = counts.filled();
    let distinct = u64::try_from(ranked.len()).unwrap_or(u64::MAX);
    // Zero is the usual mark; any other value must stand out more.
    let (share, times) = if zero && of_zeros { (4, 3) } else { (10, 6) };
    let stands_out = *count >= 5
        && distinct >= 5
        && count.saturating_mul(100) >= filled.saturating_mul(share)
        && *count >= next.saturating_mul(times);
    stands_out.then(|| Nothing {
        value: (*value).to_owned(),
        count: *count,
        reason: NothingReason::Frequent,
    })
}

/// Why a column is personal, if it is.
fn personal(counts: &Counts, header: &str, known: u64) -> Option<Vec<PersonalReason>> {
    let mut reasons = Vec::new();
    let moments = counts.reads.values().map(|read| read.count).max();
    let timed = moments.is_some_and(|count| count.saturating_mul(100) >= known * MOST);
    let few = is_yes_no(counts);
    let birth = speaks_of(header, Theme::Birth);
    let named = speaks_of(header, Theme::Person) && !timed && !few;
    if birth || named {
        reasons.push(PersonalReason::Header);
    }
    for (trace, count) in &counts.traces {
        // A digit beside a date looks like little else; names are the least certain.
        let share = match trace {
            Trace::Nir | Trace::Iban => 5,
            Trace::Email => 20,
            Trace::Phone | Trace::Address => 30,
            Trace::Name => 40,
        };
        if !timed && count.saturating_mul(100) >= known.saturating_mul(share) {
            reasons.push(PersonalReason::Cells(*trace, *count));
        }
    }
    (!reasons.is_empty()).then_some(reasons)
}

/// Whether the cells are words for yes and no alone.
fn is_yes_no(counts: &Counts) -> bool {
    boolean(counts, &words_for_nothing(counts)).is_some()
}

fn boolean(counts: &Counts, nothing: &[Nothing]) -> Option<Judged> {
    if counts.more {
        return None;
    }
    let is_nothing = |value: &&String| nothing.iter().any(|word| word.value == **value);
    let values: Vec<&String> = counts
        .values
        .keys()
        .filter(|value| !is_nothing(value))
        .collect();
    let among = |word: &str| -> Vec<String> {
        let same = values.iter().filter(|value| folded(value) == word);
        same.map(|value| (*value).clone()).collect()
    };
    YES_NO.iter().find_map(|(yes, no)| {
        let (mut yes_words, mut no_words) = (among(yes), among(no));
        let all = yes_words.len() + no_words.len() == values.len();
        if values.is_empty()
            || !all
            || (yes.len() < 2 && (yes_words.is_empty() || no_words.is_empty()))
        {
            return None;
        }
        if yes_words.is_empty() {
            yes_words.push((*yes).to_owned());
        }
        if no_words.is_empty() {
            no_words.push((*no).to_owned());
        }
        let doubt = (*yes == "1").then_some(ColumnDoubt::ZeroOne);
        let guess = Guess::Boolean {
            yes: yes_words,
            no: no_words,
        };
        Some(Judged::doubting(guess, doubt))
    })
}

/// Days, instants and durations.
fn moment(counts: &Counts, header: &str, notations: &Notations, known: u64) -> Option<Judged> {
    let mut reads: Vec<(&usize, &Read)> = counts.reads.iter().collect();
    reads.sort_by(|one, other| {
        other
            .1
            .count
            .cmp(&one.1.count)
            .then_with(|| one.0.cmp(other.0))
    });
    let (index, read) = reads.first()?;
    let candidate = notations.get(**index)?;
    if read.count.saturating_mul(100) < known * MOST
        && together(counts, notations, candidate.sort).saturating_mul(100) < known * MOST
    {
        return None;
    }
    let digits = counts.integers.saturating_mul(100) >= known * MOST;
    let dated = [
        "date",
        "jour",
        "le",
        "heure",
        "time",
        "epoch",
        "timestamp",
        "start",
        "calldate",
    ];
    let is_dated = header.split(' ').any(|word| dated.contains(&word));
    if digits && candidate.sort != Sort::Duration && !is_dated {
        // Eight or ten digits may be a number.
        return None;
    }
    let guess = match candidate.sort {
        Sort::Duration => clock(counts, header, &candidate.notation),
        sort => match day_or_month(counts, **index, notations) {
            Some(ambiguous) => Guess::DayOrMonth(ambiguous),
            None if sort == Sort::Date => Guess::Date(candidate.notation.clone()),
            None if candidate.notation.ends_with('z') && all_say_z(counts) => {
                Guess::WhichClock(candidate.notation.clone())
            }
            None => Guess::DateTime(candidate.notation.clone()),
        },
    };
    let mut judged = Judged::plain(guess);
    let settled = matches!(
        judged.guess,
        Guess::Date(_) | Guess::DateTime(_) | Guess::Duration(_)
    );
    let mut known_by = read.count;
    if settled {
        judged.readings = vec![match &judged.guess {
            Guess::Duration(notation) => notations.position(notation).unwrap_or(**index),
            _ => **index,
        }];
        known_by += beside(&mut judged, &reads, (candidate, **index), counts, notations);
    }
    let misfits = known.saturating_sub(known_by);
    if misfits > 0 {
        judged.doubts.push(ColumnDoubt::Misfits(misfits));
    }
    let of_day = speaks_of(header, Theme::Clock) && !speaks_of(header, Theme::Length);
    if matches!(judged.guess, Guess::Duration(_)) && of_day {
        judged.doubts.push(ColumnDoubt::TimeOfDay);
    }
    Some(judged)
}

/// Enters the other notations of a column; how many cells they read. One whose days could be months is told, not entered.
fn beside(
    judged: &mut Judged,
    reads: &[(&usize, &Read)],
    (candidate, index): (&Candidate, usize),
    counts: &Counts,
    notations: &Notations,
) -> u64 {
    let mut known = 0;
    for (other, read) in reads.iter().filter(|(other, _)| **other != index) {
        let Some(found) = notations.get(**other) else {
            continue;
        };
        let twin = candidate.twin == Some(**other);
        if found.sort != candidate.sort || twin || is_lesser_twin(notations, counts, **other) {
            continue;
        }
        let ambiguous = day_or_month(counts, **other, notations).is_some();
        let either = ["HH:MM", "mm:ss"];
        if either.contains(&found.notation.as_str())
            && either.contains(&candidate.notation.as_str())
        {
            continue;
        }
        if candidate.sort == Sort::Duration || ambiguous {
            let doubt = ColumnDoubt::OtherNotation(found.notation.clone(), read.count);
            judged.doubts.push(doubt);
        } else {
            judged.others.push((found.notation.clone(), read.count));
            judged.readings.push(**other);
            known += read.count;
        }
    }
    known
}

/// Whether every kept cell that ends an instant ends it with Z.
fn all_say_z(counts: &Counts) -> bool {
    let instants = |value: &&String| value.contains('T') || value.contains(':');
    counts
        .values
        .keys()
        .filter(instants)
        .all(|value| value.ends_with('Z'))
}

/// Cells that some notation of a sort reads: several may make a column up together.
fn together(counts: &Counts, notations: &Notations, sort: Sort) -> u64 {
    let of_sort = |index: &usize| {
        let candidate = notations.get(*index);
        candidate.is_some_and(|candidate| candidate.sort == sort)
            && !is_lesser_twin(notations, counts, *index)
    };
    let reads = counts.reads.iter().filter(|(index, _)| of_sort(index));
    reads.map(|(_, read)| read.count).sum()
}

/// Whether a notation reads no more cells than the one that differs from it by day and month alone.
fn is_lesser_twin(notations: &Notations, counts: &Counts, index: usize) -> bool {
    let twin = notations.get(index).and_then(|candidate| candidate.twin);
    let of = |index: usize| counts.reads.get(&index).map_or(0, |read| read.count);
    twin.is_some_and(|twin| (of(twin), index) > (of(index), twin))
}

fn day_or_month(counts: &Counts, index: usize, notations: &Notations) -> Option<DayOrMonth> {
    let candidate = notations.get(index)?;
    let twin = candidate.twin?;
    let other = notations.get(twin)?;
    let (one, two) = (counts.reads.get(&index)?, counts.reads.get(&twin)?);
    if two.count < one.count {
        return None;
    }
    Some(DayOrMonth {
        candidates: [candidate.notation.clone(), other.notation.clone()],
        time: candidate.sort == Sort::DateTime,
        descents: [one.descents, two.descents],
        weekends: [one.weekends, two.weekends],
        settled_by: Vec::new(),
    })
}

/// A duration: `12:54` may be hours and minutes, or minutes and seconds.
fn clock(counts: &Counts, header: &str, notation: &str) -> Guess {
    if !matches!(notation, "HH:MM" | "mm:ss") {
        return Guess::Duration(notation.to_owned());
    }
    let length = speaks_of(header, Theme::Length);
    let clock = speaks_of(header, Theme::Clock);
    let first = |value: &String| {
        value
            .split(':')
            .next()
            .and_then(|part| part.parse::<u32>().ok())
    };
    let beyond = counts
        .values
        .keys()
        .filter_map(first)
        .any(|first| first > 23);
    match (length, clock, beyond) {
        (_, true, false) if !length => Guess::Duration("HH:MM".to_owned()),
        (true, false, _) | (_, false, true) => Guess::Duration("mm:ss".to_owned()),
        _ => Guess::HoursOrMinutes,
    }
}

fn number(counts: &Counts, header: &str, known: u64) -> Option<Judged> {
    if counts.integers.saturating_mul(100) < known * MOST {
        return None;
    }
    let misfits = known.saturating_sub(counts.integers);
    let doubts = || (misfits > 0).then_some(ColumnDoubt::Misfits(misfits));
    let positive = counts.least.is_some_and(|least| least >= 0);
    let (distinct, among) = counts.distinct();
    if speaks_of(header, Theme::Identifier) && among >= 5 {
        let mut judged = Judged::plain(Guess::Key);
        let repeated = among.saturating_sub(distinct);
        if repeated > 0 && repeated.saturating_mul(20) <= among {
            judged.doubts.push(ColumnDoubt::NearlyUnique(repeated));
        }
        return Some(judged);
    }
    if speaks_of(header, Theme::Count) && positive {
        return Some(Judged::doubting(
            Guess::Weight,
            doubts().into_iter().chain([ColumnDoubt::MayBeWeight]),
        ));
    }
    match unit(header) {
        Some(unit) if positive => {
            Some(Judged::doubting(Guess::Duration(unit.to_owned()), doubts()))
        }
        _ => Some(Judged::doubting(Guess::Integer, doubts())),
    }
}

/// Identifiers, categories and other texts.
fn texts(counts: &Counts, header: &str, known: u64) -> Judged {
    let (distinct, among) = counts.distinct();
    let repeated = among.saturating_sub(distinct);
    let coded = |value: &&String| value.chars().any(|letter| letter.is_ascii_digit());
    let codes = counts.values.keys().filter(coded).count() * 10 >= counts.values.len() * 9;
    let identifies = speaks_of(header, Theme::Identifier);
    if among >= 5 && counts.longest <= 64 && (codes || identifies) && repeated * 20 <= among
        || (identifies && codes && counts.longest <= 64)
    {
        let doubt =
            (repeated > 0 && repeated * 20 <= among).then_some(ColumnDoubt::NearlyUnique(repeated));
        return Judged::doubting(Guess::Key, doubt);
    }
    let mut doubts = Vec::new();
    for (trace, count) in &counts.traces {
        doubts.push(ColumnDoubt::Traces(*trace, *count));
    }
    if counts.decimals.saturating_mul(100) >= known * MOST {
        doubts.push(ColumnDoubt::Decimals(counts.decimals));
        return Judged::doubting(Guess::Text, doubts);
    }
    let kept = counts.values.len();
    let few = !counts.more
        && kept <= CATEGORY
        && counts.longest <= CATEGORY_LENGTH
        && distinct.saturating_mul(3) <= known.max(6)
        && !speaks_of(header, Theme::Prose)
        && doubts.is_empty();
    if !few {
        if speaks_of(header, Theme::Prose) && counts.longest > 20 {
            doubts.push(ColumnDoubt::FreeText);
        }
        return Judged::doubting(Guess::Text, doubts);
    }
    let values: Vec<(String, u64)> = counts
        .by_frequency()
        .into_iter()
        .map(|(value, count)| (value.to_owned(), count))
        .collect();
    doubts.extend(alike(&values));
    let once = values.iter().filter(|(_, count)| *count == 1).count();
    if once > 0 && known >= 100 {
        doubts.push(ColumnDoubt::Rare(u64::try_from(once).unwrap_or(u64::MAX)));
    }
    Judged::doubting(Guess::Category(values), doubts)
}

/// Values that differ only by case, accents or punctuation.
fn alike(values: &[(String, u64)]) -> Vec<ColumnDoubt> {
    let mut found = Vec::new();
    for (rank, (one, _)) in values.iter().enumerate() {
        let same = |(other, _): &&(String, u64)| folded(one) == folded(other);
        let others = values.iter().skip(rank + 1).filter(same);
        found.extend(others.map(|(other, _)| ColumnDoubt::Alike(one.clone(), other.clone())));
    }
    found
}
