//! The charter as the public reads it.
//!
//! Invariant: the declared texts and a word for each result; no measured figure.

use super::hours::{self, Row, Season};
use super::markdown::html::Setting;
use super::markdown::{Document, Ids};
use super::view::{Badge, Format, Link, Ready, capital, view};
use crate::calendar::Closure;
use crate::charter::Charter;
use crate::charter::call_peak::{Basis, CallPeak};
use crate::charter::town::{PlaceKind, Service};
use crate::diagnostic::Value;
use crate::measure::peaks::Sought;
use crate::messages::Messages;
use crate::reference::AnnouncedDelay;
use crate::scorecard::{Scorecard, wording};
use chrono::NaiveDate;

/// The level of the headings of a town's own texts: they stand under a section.
const TOP: u8 = 3;

view! {
    /// The page.
    struct Public {
        /// Sections, for the way through the page.
        sections: Vec<Link>,
        /// First day of the charter.
        in_force: String,
        /// Whether that day has come, on the day the results stand for.
        begun: bool,
        /// The sentence that says it all.
        headline: String,
        /// Says that the results are provisional.
        provisional: Option<String>,
        /// The promises.
        engagements: Vec<Promise>,
        /// The places.
        sites: Vec<Place>,
        /// Whether every place is closed on public holidays.
        holidays_closed: bool,
        /// Days announced as closed.
        closures: Vec<Dated>,
        /// The day on which the announced delays are said to hold.
        delays_on: String,
        /// The announced delays.
        delays: Vec<Delay>,
        /// Periods out of the ordinary.
        exceptional: Vec<Dated>,
        /// Call peaks.
        peaks: Vec<Peak>,
        /// Quiet hours.
        quiet: Vec<Peak>,
        /// What users can do in return.
        reciprocal: Option<Ready>,
        /// How to complain.
        complaints: Option<Ready>,
        /// The postal address.
        address: Option<String>,
    }

    /// A promise.
    struct Promise {
        /// The anchor.
        id: String,
        /// Its number.
        number: String,
        /// Its title.
        title: String,
        /// The sentence.
        text: String,
        /// The channels concerned.
        channels: String,
        /// The services concerned.
        services: String,
        /// What changes, and when.
        changes: Vec<String>,
        /// The latest result.
        badge: Badge,
    }

    /// A place.
    struct Place {
        /// Its name.
        name: String,
        /// What it is, when it is no building.
        kind: Option<String>,
        /// Its postal address.
        address: Option<String>,
        /// Its services.
        services: String,
        /// Its hours.
        seasons: Vec<Season>,
        /// Days out of line.
        exceptions: Vec<Row>,
        /// Public holidays on which it opens.
        holidays: Vec<Row>,
    }

    /// Something that holds on some days.
    struct Dated {
        /// The days.
        days: String,
        /// What.
        text: String,
        /// The services concerned.
        services: Option<String>,
    }

    /// The delay of a service.
    struct Delay {
        /// The service.
        service: String,
        /// The delay in force.
        now: String,
        /// Those to come.
        next: Vec<String>,
    }

    /// Hours with many calls.
    struct Peak {
        /// Days and hours.
        rows: Vec<Row>,
        /// How they are known.
        basis: String,
    }
}

/// The page of a charter.
pub(super) fn view(
    charter: &Charter,
    scorecard: &Scorecard,
    messages: &Messages,
    format: Format,
) -> Public {
    let town = &charter.town;
    let as_of = scorecard.as_of;
    let calendar = &town.reference.calendar;
    let places: Vec<Place> = (0_u32..)
        .zip(&town.sites)
        .map(|(position, site)| {
            let (seasons, exceptions) = hours::seasons(messages, &site.hours, as_of);
            let here = |service: &&Service| service.sites.contains(&position);
            Place {
                name: site.name.clone(),
                kind: match site.kind {
                    PlaceKind::Site => None,
                    PlaceKind::Desk => Some(messages.plain("publish-kind-desk")),
                    PlaceKind::Line => Some(messages.plain("publish-kind-line")),
                },
                address: site.address.clone(),
                services: list(town.services.iter().filter(here)),
                seasons,
                exceptions,
                holidays: hours::open_holidays(messages, &site.hours, calendar, as_of),
            }
        })
        .collect();
    let mut ids = Ids::default();
    let mut own = |text: &Option<String>, prefix: &str| {
        let document = Document::read(text.as_ref()?, TOP, messages.lang());
        let setting = Setting {
            prefix,
            files: &[],
            messages,
        };
        Some(match format {
            Format::Html => document.html(&mut ids, &setting),
            Format::Markdown => document.markdown(),
        })
    };
    let mut view = Public {
        sections: Vec::new(),
        in_force: messages.date(town.in_force),
        begun: town.in_force <= as_of,
        headline: wording::headline(messages, scorecard),
        provisional: scorecard.provisional.then(|| {
            let args = [
                ("date", messages.date(as_of).into()),
                ("end", messages.date(scorecard.to).into()),
            ];
            messages.text("publish-provisional", &args)
        }),
        engagements: promises(charter, scorecard, messages),
        holidays_closed: places.iter().all(|place| place.holidays.is_empty()),
        sites: places,
        closures: closures(charter, messages, as_of),
        delays_on: messages.date(as_of),
        delays: delays(charter, messages, as_of),
        exceptional: exceptional(charter, messages),
        peaks: peaks(charter, messages, as_of, Sought::Peaks),
        quiet: peaks(charter, messages, as_of, Sought::Quiet),
        reciprocal: own(&town.organisation.reciprocal, "reciprocal"),
        complaints: own(&town.organisation.complaints, "complaints"),
        address: town.organisation.address.clone(),
    };
    view.sections = sections(&view, messages);
    view
}

fn sections(view: &Public, messages: &Messages) -> Vec<Link> {
    let all = [
        ("engagements", true),
        ("hours", !view.sites.is_empty()),
        ("delays", !view.delays.is_empty()),
        ("peaks", !(view.peaks.is_empty() && view.quiet.is_empty())),
        ("closures", true),
        ("reciprocal", view.reciprocal.is_some()),
        ("complaints", view.complaints.is_some()),
    ];
    let kept = all.into_iter().filter(|(_, shown)| *shown);
    kept.map(|(id, _)| Link {
        id: id.to_owned(),
        title: messages.plain(&format!("publish-section-{id}")),
    })
    .collect()
}

fn list<'a>(services: impl Iterator<Item = &'a Service>) -> String {
    services
        .map(|service| service.name.as_str())
        .collect::<Vec<&str>>()
        .join(", ")
}

fn promises(charter: &Charter, scorecard: &Scorecard, messages: &Messages) -> Vec<Promise> {
    let cards = scorecard.engagements.iter();
    let all = charter.town.services.len();
    cards
        .map(|card| Promise {
            id: format!("engagement-{}", card.id),
            number: card.number.to_string(),
            title: card.title.clone(),
            text: card.promise.clone(),
            channels: card.channels.join(", "),
            services: if card.services.len() == all {
                messages.plain("publish-services-all")
            } else {
                messages.text(
                    "publish-services",
                    &[("names", card.services.join(", ").into())],
                )
            },
            changes: wording::dated::changes(messages, card),
            badge: Badge::public(messages, &card.verdict),
        })
        .collect()
}

/// « du … au … », « le … » or « à partir du … ».
pub(super) fn days(messages: &Messages, from: NaiveDate, to: Option<NaiveDate>) -> String {
    let start = Value::from(messages.date(from));
    match to {
        Some(to) if to == from => messages.text("publish-dates-on", &[("date", start)]),
        Some(to) => messages.text(
            "publish-dates-range",
            &[("from", start), ("to", messages.date(to).into())],
        ),
        None => messages.text("publish-dates-from", &[("from", start)]),
    }
}

fn closures(charter: &Charter, messages: &Messages, as_of: NaiveDate) -> Vec<Dated> {
    let mut closures: Vec<&Closure> = charter.town.reference.calendar.closures().iter().collect();
    closures.retain(|closure| as_of <= closure.to);
    closures.sort_by_key(|closure| closure.from);
    let dated = closures.into_iter().map(|closure| Dated {
        days: capital(&days(messages, closure.from, Some(closure.to))),
        text: closure.reason.clone(),
        services: None,
    });
    dated.collect()
}

/// The names of services; none for all of them.
pub(super) fn services(charter: &Charter, positions: Option<&[u32]>) -> Option<String> {
    let positions = positions?;
    let named = (0_u32..)
        .zip(&charter.town.services)
        .filter(|(position, _)| positions.contains(position));
    Some(list(named.map(|(_, service)| service)))
}

fn exceptional(charter: &Charter, messages: &Messages) -> Vec<Dated> {
    let town = &charter.town;
    let periods = town.reference.exceptional.iter().zip(&town.exceptional);
    periods
        .map(|(period, (reason, _))| Dated {
            days: capital(&days(messages, period.from, Some(period.to))),
            text: reason.clone(),
            services: services(charter, period.services.as_deref()),
        })
        .collect()
}

fn delays(charter: &Charter, messages: &Messages, as_of: NaiveDate) -> Vec<Delay> {
    let town = &charter.town;
    let rows = (0_u32..)
        .zip(&town.services)
        .filter_map(|(position, service)| {
            let mut dated: Vec<&AnnouncedDelay> = town
                .reference
                .delays
                .iter()
                .filter(|delay| delay.service == position)
                .collect();
            if dated.is_empty() && !service.by_appointment {
                return None;
            }
            dated.sort_by_key(|delay| delay.from);
            let in_force = dated
                .iter()
                .rev()
                .find(|delay| delay.from <= as_of && delay.to.is_none_or(|to| as_of <= to));
            let length = |delay: &AnnouncedDelay| {
                wording::amount(messages, i64::from(delay.working_days), "working-days")
            };
            let now = in_force.map_or_else(
                || messages.plain("publish-delay-none"),
                |delay| match delay.to {
                    Some(to) => {
                        let args = [
                            ("delay", length(delay).into()),
                            ("to", messages.date(to).into()),
                        ];
                        messages.text("publish-delay-until", &args)
                    }
                    None => length(delay),
                },
            );
            let upcoming = dated
                .iter()
                .filter(|delay| as_of < delay.from)
                .map(|delay| {
                    let args = [
                        ("delay", length(delay).into()),
                        ("days", days(messages, delay.from, delay.to).into()),
                    ];
                    messages.text("publish-delay-next", &args)
                });
            Some(Delay {
                service: service.name.clone(),
                now,
                next: upcoming.collect(),
            })
        });
    rows.collect()
}

fn peaks(charter: &Charter, messages: &Messages, as_of: NaiveDate, sought: Sought) -> Vec<Peak> {
    let all = charter.town.call_peaks.iter();
    let published = all.filter(|peak| peak.sought == sought);
    let peaks = published.map(|peak| Peak {
        rows: hours::open_days(messages, &peak.hours, as_of),
        basis: basis(peak, charter, messages, as_of),
    });
    peaks.collect()
}

/// On what published hours rest, and since when.
fn basis(peak: &CallPeak, charter: &Charter, messages: &Messages, as_of: NaiveDate) -> String {
    let mut args = vec![(
        "on",
        Value::from(
            peak.on
                .map_or_else(|| "none".to_owned(), |day| messages.date(day)),
        ),
    )];
    if let Basis::Declared { measure_before } = peak.basis {
        args.push(("before", messages.date(measure_before).into()));
        args.push(("late", usize::from(as_of >= measure_before).into()));
    }
    let basis = messages.text(&format!("publish-peak-{}", peak.basis.id()), &args);
    let site = peak.site.and_then(|site| usize::try_from(site).ok());
    match site.and_then(|site| charter.town.sites.get(site)) {
        Some(site) => {
            let args = [("place", Value::from(&site.name)), ("basis", basis.into())];
            messages.text("publish-peaks-of", &args)
        }
        None => basis,
    }
}
