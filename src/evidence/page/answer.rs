//! What a page answers to what it is asked.

use super::Page;
use super::ask::{Answer, Ask, Brief, Channel, Names, Week, union};
use super::doubt::{doubtful, under};
use super::hours::{Hours, is_plain, read, speaks_of_hours};
use super::lexer::{Kind, Token, stands_in, words};
use super::line::Row;
use super::topic::{Name, Stripped, about, passages};
use super::words::{NAMES_TOO, RESTRICTING};
use super::{dates, delays};
use std::collections::BTreeSet;

/// Words for the time of most calls, and of few.
const PEAKS: [&str; 6] = [
    "pic",
    "pics",
    "affluence",
    "heures de pointe",
    "heure de pointe",
    "forte affluence",
];
const QUIET: [&str; 8] = [
    "heures creuses",
    "heure creuse",
    "heures calmes",
    "moments calmes",
    "faible affluence",
    "moins d affluence",
    "periodes creuses",
    "periodes calmes",
];
/// Words of what is not so yet, or of an appointment that is taken already.
const LATER: [&str; 14] = [
    "bientot",
    "prochainement",
    "sera",
    "seront",
    "partir",
    "compter",
    "rentree",
    "presentez",
    "presenter",
    "modifier",
    "deplacer",
    "confirmer",
    "reporter",
    "decommander",
];
/// Words for other bodies that offer a service.
const ELSEWHERE: [&str; 4] = [
    "autres communes",
    "communes voisines",
    "autre commune",
    "autres mairies",
];

impl Page {
    /// What the page answers to each thing it is asked.
    pub fn answers(&self, asks: &[Ask], brief: &Brief<'_>) -> Vec<Answer> {
        let hours = self.hourly(brief);
        let services = subjects(&brief.names.services);
        let services = passages(&self.rows, &services, None);
        let answer = |ask: &Ask| {
            let answer = match ask {
                Ask::Exists => Answer::Says,
                Ask::Hours { site, week } => hours.answer(position(*site), week),
                Ask::Peaks(week) => hours.answer(hours.peaks, week),
                Ask::Quiet(week) => hours.answer(hours.peaks.saturating_add(1), week),
                Ask::Delay { service, days } => delay(&services, position(*service), *days),
                Ask::Alternative { names, url, .. } => self.alternative(names, url.as_deref()),
                Ask::Booking { service, channel } => {
                    booking(&services, position(*service), *channel)
                }
                Ask::InForce(day) => dates::in_force(&self.rows, *day),
                Ask::Version(version) => dates::version(&self.rows, version),
                Ask::Section(title) => self.section(title),
                Ask::Contains(text) => self.contains(text),
            };
            if self.cut && answer == Answer::Silent {
                Answer::Unclear
            } else {
                answer
            }
        };
        asks.iter().map(answer).collect()
    }

    fn hourly(&self, brief: &Brief<'_>) -> Hourly {
        let sites = brief.names.sites.len();
        let peaks: Vec<Vec<String>> = PEAKS.iter().map(|words_| words(words_)).collect();
        let quiet: Vec<Vec<String>> = QUIET.iter().map(|words_| words(words_)).collect();
        let mut names = subjects(&brief.names.sites);
        names.extend(peaks.iter().map(|name| (Some(sites), name.as_slice())));
        names.extend(
            quiet
                .iter()
                .map(|name| (Some(sites.saturating_add(1)), name.as_slice())),
        );
        names.extend(
            brief
                .names
                .addresses
                .iter()
                .map(|name| (None, name.as_slice())),
        );
        let mut lines = passages(&self.rows, &names, brief.site.map(position));
        let seasons: Vec<&str> = RESTRICTING
            .iter()
            .copied()
            .filter(|word| !NAMES_TOO.contains(word))
            .collect();
        let seasonal = under(&self.rows, &seasons);
        for (line, seasonal) in lines.iter_mut().zip(seasonal) {
            line.doubt |= seasonal;
            // "Pics d'appels du standard" is about the peaks.
            if line.owners.iter().any(|owner| *owner >= sites) {
                line.owners.retain(|owner| *owner >= sites);
            }
        }
        Hourly {
            lines,
            peaks: sites,
        }
    }

    fn alternative(&self, names: &[String], url: Option<&str>) -> Answer {
        let doubted: Vec<bool> = self
            .rows
            .iter()
            .map(|row| row.doubt || doubtful(row.tokens()))
            .collect();
        let all: Vec<&str> = self.rows.iter().flat_map(Row::words).collect();
        let sure: Vec<&str> = self
            .rows
            .iter()
            .zip(&doubted)
            .flat_map(|(row, doubted)| if *doubted { vec![""] } else { row.words() })
            .collect();
        let stands = |words_: &[&str]| {
            let mut names = names.iter().map(String::as_str).chain(url);
            names.any(|name| stands_in(&words(name), words_))
        };
        let bare = |url: &str| url.trim_end_matches('/').to_owned();
        let links = |(_, link): &&(usize, String)| url.is_some_and(|url| bare(link) == bare(url));
        let mut linked = self.links.iter().filter(links);
        let doubtless = |(line, _): &(usize, String)| !doubted.get(*line).copied().unwrap_or(true);
        if stands(&sure) || linked.clone().any(doubtless) {
            return Answer::Says;
        }
        let other = ELSEWHERE.iter().any(|some| stands_in(&words(some), &all));
        let torn = || names.iter().any(|name| self.holds_letters(name));
        // "Mairie de Val" may be called "ville de Val".
        let short = || {
            names
                .iter()
                .any(|name| stands_in(place_of(&words(name)), &all))
        };
        if stands(&all) || linked.next().is_some() || other || torn() || short() {
            Answer::Unclear
        } else {
            Answer::Silent
        }
    }

    /// Whether the letters of a text stand in the page, whatever blanks, marks and ends of lines stand between them.
    fn holds_letters(&self, text: &str) -> bool {
        let letters: String = self.rows.iter().flat_map(Row::words).collect();
        letters.contains(&words(text).concat())
    }

    fn section(&self, title: &str) -> Answer {
        let wanted = words(title);
        let mut empty = false;
        let mut answer = Answer::Silent;
        for (position, row) in self.rows.iter().enumerate() {
            let unnumbered = row.words();
            let unnumbered: Vec<&str> = unnumbered
                .into_iter()
                .skip_while(|word| word.chars().all(|letter| letter.is_ascii_digit()))
                .collect();
            let titled = unnumbered
                .iter()
                .copied()
                .eq(wanted.iter().map(String::as_str));
            let heads = row.heading > 0 || self.plain;
            empty |= titled && heads;
            let filled = || {
                let behind = self.rows.iter().skip(position.saturating_add(1));
                let ends = |row: &&Row| row.heading > 0 && row.heading <= self.rank(position);
                behind
                    .take_while(|row| !ends(row))
                    .any(|row| row.heading == 0 && row.has_words())
            };
            let here = match titled && heads {
                true if row.struck => Answer::Unclear,
                true if filled() => Answer::Says,
                true => Answer::Silent,
                false if stands_in(&wanted, &row.words()) => Answer::Unclear,
                false => Answer::Silent,
            };
            answer = match (answer, here) {
                (Answer::Says, _) | (_, Answer::Says) => Answer::Says,
                (before, here) => before.max(here),
            };
        }
        if answer == Answer::Silent && !empty && self.holds_letters(title) {
            return Answer::Unclear;
        }
        answer
    }

    fn rank(&self, position: usize) -> u8 {
        self.rows.get(position).map_or(0, |row| {
            if row.heading > 0 {
                row.heading
            } else {
                u8::MAX
            }
        })
    }

    fn contains(&self, text: &str) -> Answer {
        let wanted = words(text);
        let said = |row: &Row| {
            let struck = row.struck;
            if struck {
                vec![String::new()]
            } else {
                row.words().into_iter().map(str::to_owned).collect()
            }
        };
        let all: Vec<String> = self.rows.iter().flat_map(said).collect();
        if stands_in(&wanted, &all) {
            Answer::Says
        } else if self.holds_letters(text) {
            Answer::Unclear
        } else {
            Answer::Silent
        }
    }
}

/// The name of a town without what it is called as a body.
fn place_of(name: &[String]) -> &[String] {
    match name {
        [body, of, rest @ ..]
            if matches!(body.as_str(), "mairie" | "ville" | "commune")
                && matches!(of.as_str(), "de" | "d" | "du" | "des") =>
        {
            rest
        }
        _ => name,
    }
}

fn position(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn subjects(names: &[Vec<Vec<String>>]) -> Vec<Name<'_>> {
    let all = names.iter().enumerate();
    all.flat_map(|(subject, names)| {
        names
            .iter()
            .map(move |name| (Some(subject), name.as_slice()))
    })
    .collect()
}

/// A week that a passage gives, the weekdays that it names, and whether its first line only names the place.
type Said = (Week, BTreeSet<u8>, bool);

/// The lines of a page by what their hours are about: places, then peaks, then quiet hours.
struct Hourly {
    lines: Vec<Stripped>,
    peaks: usize,
}

impl Hourly {
    fn answer(&self, subject: usize, expected: &Week) -> Answer {
        let mut weeks: Vec<Said> = Vec::new();
        let mut unclear = false;
        for passage in about(&self.lines, subject) {
            // Of two subjects that share a passage it is not told which one each hour belongs to.
            let shared = subject >= self.peaks && passage.iter().any(|line| line.owners.len() > 1);
            match read(&passage) {
                Hours::Nothing => {}
                Hours::Week(week, named) if !shared => {
                    let opens = passage.first();
                    let plain = opens.is_none_or(|line| !line.names || is_plain(line));
                    weeks.push((week, named, plain));
                }
                Hours::Week(..) | Hours::Unclear => unclear = true,
            }
        }
        // Days on which a page says that a place is closed, and no more, add nothing to its hours.
        let agrees = |(week, named, _): &Said| {
            let days = (0_u8..).zip(week.iter().zip(expected));
            days.into_iter()
                .all(|(day, (said, is))| !named.contains(&day) || said == is)
        };
        let equal = weeks.iter().any(|(week, ..)| week == expected);
        if equal {
            // Beside the hours of a place those of something else may stand in a passage that names it.
            let before = weeks.len();
            weeks.retain(|week| week.2 || agrees(week));
            unclear |= weeks.len() < before;
        }
        let whole = weeks
            .iter()
            .fold(Week::default(), |all, (week, ..)| union(&all, week));
        let closed = |(week, ..): &Said| week.iter().all(Vec::is_empty);
        if weeks.iter().all(closed) && !expected.iter().all(Vec::is_empty) {
            let said = unclear || weeks.iter().any(|week| !agrees(week)) || self.orphans();
            return if said {
                Answer::Unclear
            } else {
                Answer::Silent
            };
        }
        if equal && weeks.iter().all(agrees) {
            return if unclear {
                Answer::Unclear
            } else {
                Answer::Says
            };
        }
        // What is missing may stand where it belongs to nobody.
        let elsewhere = weeks.iter().all(agrees) && self.orphans();
        if !equal && (whole == *expected || unclear || elsewhere) {
            return Answer::Unclear;
        }
        Answer::Differs
    }

    /// Whether hours stand somewhere that belongs to no subject.
    fn orphans(&self) -> bool {
        let orphan = |line: &Stripped| line.owners.is_empty() && speaks_of_hours(line);
        self.lines.iter().any(orphan)
    }
}

fn delay(lines: &[Stripped], service: usize, days: Option<u32>) -> Answer {
    let Some(days) = days else {
        return Answer::Silent;
    };
    let orphan = |line: &Stripped| line.owners.is_empty() && delays::speaks_of_delays(line);
    match delays::read(lines, service, days) {
        Answer::Silent if lines.iter().any(orphan) => Answer::Unclear,
        answer => answer,
    }
}

/// Whether the passage of a service says that appointments can be booked this way.
fn booking(lines: &[Stripped], service: usize, channel: Channel) -> Answer {
    let speaks = |line: &Stripped| {
        let tokens: Vec<&Token> = line.tokens().collect();
        let said = tokens
            .iter()
            .any(|token| ways(channel).contains(&token.text.as_str()));
        let online = channel == Channel::Online
            && tokens
                .windows(2)
                .any(|some| matches!(some, [one, two] if one.text == "en" && two.text == "ligne"));
        let at =
            channel == Channel::Email && tokens.iter().any(|token| token.kind == Kind::Mark('@'));
        let place = channel == Channel::Desk
            && tokens
                .windows(2)
                .any(|some| matches!(some, [one, two] if one.text == "sur" && two.text == "place"));
        said || online || at || place
    };
    let books = |line: &Stripped| {
        line.tokens()
            .any(|token| matches!(token.text.as_str(), "rendez" | "rdv"))
    };
    let halts = |token: &Token| {
        let starts = ["supprim", "suspen", "interromp", "indisponible"];
        starts.iter().any(|start| token.text.starts_with(start))
    };
    let doubted = |line: &Stripped| {
        let late = |token: &Token| LATER.contains(&token.text.as_str());
        line.doubt || doubtful(line.tokens()) || line.tokens().any(late)
    };
    let mut passages = about(lines, service).into_iter();
    let said = passages.any(|passage| {
        let mut headed = false;
        // "Ce service est suspendu" may mean any of its lines.
        if passage.iter().any(|line| line.tokens().any(halts)) {
            return false;
        }
        passage.iter().any(|line| {
            headed = if line.heading > 0 {
                books(line)
            } else {
                headed
            };
            speaks(line) && (books(line) || headed) && !doubted(line)
        })
    });
    if said {
        Answer::Says
    } else if lines.iter().any(speaks) {
        Answer::Unclear
    } else {
        Answer::Silent
    }
}

const fn ways(channel: Channel) -> &'static [&'static str] {
    match channel {
        Channel::Online => &["internet", "teleservice", "site", "web"],
        Channel::Phone => &["telephone", "tel", "telephonique", "appelez", "appelant"],
        Channel::Desk => &["accueil", "guichet", "comptoir"],
        Channel::Email => &["courriel", "mail", "mel", "email", "courriels"],
        Channel::Post => &["courrier", "postal", "postale", "lettre"],
    }
}

impl Names {
    /// A name in the form in which it is looked for.
    pub fn form(text: &str) -> String {
        words(text).join(" ")
    }

    /// Whether a name is made of words at all.
    pub fn is_name(text: &str) -> bool {
        !words(text).is_empty()
    }
}
