//! The settings of a publication: which documents, and what each of them is asked.
//!
//! Invariant: each medium is a source of pages; nothing is asked for which the charter declares nothing to say.

use super::context::{Context, find_source};
use super::document::Node;
use super::fault::{
    DUPLICATE_ID, NO_WORD, NOTHING_ASKED, NOTHING_TO_SAY, PAGE_NEEDED, PROOF_OF_MEASURE,
    SOURCE_OF_PUBLICATION,
};
use super::fields::SAYS;
use super::source::{Format, Source};
use super::town::{Service, Town};
use crate::diagnostic::Diagnostic;
use crate::evidence::page::{Ask, Names, PageSettings, Week, union};
use crate::measure::peaks::Sought;
use crate::measure::publication::{Medium, Publication};
use crate::measure::target::Proof;

type Faults = Vec<Diagnostic>;

/// The sources of a publication, in the order of `on`; none if some cannot be used.
pub(super) fn sources<'a>(
    requirement: &Node,
    context: &Context<'a>,
    faults: &mut Faults,
) -> Option<Vec<(usize, &'a Source)>> {
    if requirement.get("source").is_some() {
        let place = requirement.place_of_key("source");
        faults.push(Diagnostic::error(SOURCE_OF_PUBLICATION).at(place));
    }
    let mut found: Vec<Option<(usize, &Source)>> = Vec::new();
    for at in requirement
        .get("publication")?
        .get("on")
        .map_or(&[][..], Node::items)
    {
        let source = find_source(at, context, faults);
        let known = found
            .iter()
            .flatten()
            .any(|(known, _)| Some(*known) == source.map(|(position, _)| position));
        if let Some((_, source)) = source.filter(|_| known) {
            faults.push(
                Diagnostic::error(DUPLICATE_ID)
                    .arg("id", &source.id)
                    .at(at.place()),
            );
        }
        if let Some((_, source)) = source {
            if !matches!(source.format, Format::Page(_)) {
                faults.push(
                    Diagnostic::error(PAGE_NEEDED)
                        .arg("source", &source.id)
                        .at(at.place()),
                );
            }
            if source.proof != Proof::Census {
                let fault = Diagnostic::error(PROOF_OF_MEASURE).arg("measure", "publication");
                faults.push(fault.at(at.place()));
            }
        }
        found.push(source);
    }
    found
        .into_iter()
        .collect::<Option<Vec<_>>>()
        .filter(|found| !found.is_empty())
}

/// Reads the table of a publication.
pub(super) fn read(
    node: &Node,
    requirement: &Node,
    context: &Context<'_>,
    faults: &mut Faults,
) -> Option<Publication> {
    let asked = ["exists", "says", "sections", "contains"]
        .iter()
        .any(|key| node.get(key).is_some());
    if !asked {
        faults.push(Diagnostic::error(NOTHING_ASKED).at(node.place()));
    }
    for key in ["sections", "contains"] {
        for (text, at) in node.strings(key) {
            if !text.trim().is_empty() && !Names::is_name(text) {
                faults.push(Diagnostic::error(NO_WORD).arg("text", text).at(at.place()));
            }
        }
    }
    let mut silent = Vec::new();
    let sources = sources(requirement, context, &mut silent)?;
    let media: Vec<Medium> = sources
        .iter()
        .filter_map(|(_, source)| match &source.format {
            Format::Page(settings) => Some(medium(node, source, settings, context)),
            _ => None,
        })
        .collect();
    for (thing, at) in node.strings("says") {
        if !SAYS.contains(&thing) {
            continue;
        }
        let asked = media.iter().flat_map(|medium| &medium.asks);
        if media.len() == sources.len() && !asked.map(thing_of).any(|asked| asked == thing) {
            let fault = Diagnostic::error(NOTHING_TO_SAY).arg("thing", thing);
            faults.push(fault.at(at.place()));
        }
    }
    Some(Publication {
        media,
        names: names(context.town),
    })
}

/// The key of what is asked.
pub const fn thing_of(ask: &Ask) -> &'static str {
    match ask {
        Ask::Exists => "exists",
        Ask::Hours { .. } => "opening_hours",
        Ask::Peaks(_) => "call_peaks",
        Ask::Quiet(_) => "quiet_hours",
        Ask::Delay { .. } => "announced_delays",
        Ask::Alternative { .. } => "alternatives",
        Ask::Booking { .. } => "booking_channels",
        Ask::InForce(_) => "in_force",
        Ask::Version(_) => "version",
        Ask::Section(_) => "sections",
        Ask::Contains(_) => "contains",
    }
}

fn medium(node: &Node, source: &Source, settings: &PageSettings, context: &Context<'_>) -> Medium {
    let mut asks = Vec::new();
    if node.flag("exists") {
        asks.push(Ask::Exists);
    }
    for (thing, _) in node.strings("says") {
        asks.extend(said(thing, source, settings, context));
    }
    asks.extend(node.texts("sections").into_iter().map(Ask::Section));
    asks.extend(node.texts("contains").into_iter().map(Ask::Contains));
    Medium {
        asks,
        site: settings.site,
        absent: settings.absent,
    }
}

/// What a word of `says` asks of a medium.
fn said(thing: &str, source: &Source, settings: &PageSettings, context: &Context<'_>) -> Vec<Ask> {
    let town = context.town;
    match thing {
        "opening_hours" => hours(source, settings, context),
        "call_peaks" => {
            let week = calls(Sought::Peaks, source, settings, town);
            week.into_iter().map(Ask::Peaks).collect()
        }
        "quiet_hours" => {
            let week = calls(Sought::Quiet, source, settings, town);
            week.into_iter().map(Ask::Quiet).collect()
        }
        "announced_delays" => delays(source, settings, context),
        "alternatives" => alternatives(context),
        "booking_channels" => booking(settings, context),
        "in_force" => vec![Ask::InForce(settings.in_force.unwrap_or(town.in_force))],
        "version" => {
            let version = settings.version.clone();
            vec![Ask::Version(
                version.unwrap_or_else(|| town.version.clone()),
            )]
        }
        _ => Vec::new(),
    }
}

/// The published peaks, or quiet hours, of the line that a medium speaks of, on the day of the page; none where there are
/// none.
fn calls(sought: Sought, source: &Source, settings: &PageSettings, town: &Town) -> Option<Week> {
    let mut weeks = town
        .call_peaks
        .iter()
        .filter(|peak| {
            let here = settings.site.is_none() || peak.site.is_none() || peak.site == settings.site;
            let published = peak.on.is_none_or(|on| on <= source.collected);
            peak.sought == sought && here && published
        })
        .map(|peak| peak.hours.week_of(source.collected));
    let first = weeks.next()?;
    Some(weeks.fold(first, |sum, week| union(&sum, &week)))
}

/// The services that a medium speaks of: those of the perimeter that are at its place.
fn services<'a>(
    settings: &'a PageSettings,
    context: &Context<'a>,
) -> impl Iterator<Item = (u32, &'a Service)> {
    let scope = context.scope;
    let all = (0_u32..).zip(&context.town.services);
    all.filter(move |(position, service)| {
        let here = settings
            .site
            .is_none_or(|site| service.sites.contains(&site));
        here && scope.is_none_or(|scope| scope.contains(position))
    })
}

/// The hours of the place of a medium, or of every place of the perimeter.
fn hours(source: &Source, settings: &PageSettings, context: &Context<'_>) -> Vec<Ask> {
    let within = |place: u32| match (settings.site, context.scope) {
        (Some(site), _) => site == place,
        (None, None) => true,
        (None, Some(_)) => {
            services(settings, context).any(|(_, service)| service.sites.contains(&place))
        }
    };
    let sites = (0_u32..).zip(&context.town.sites);
    sites
        .filter(|(place, _)| within(*place))
        .map(|(site, place)| Ask::Hours {
            site,
            week: place.hours.week_of(source.collected),
        })
        .collect()
}

/// The delay in force on the day of the page, of each service that needs an appointment or has ever announced one.
fn delays(source: &Source, settings: &PageSettings, context: &Context<'_>) -> Vec<Ask> {
    let reference = &context.town.reference;
    let announces = |position: u32| {
        reference
            .delays
            .iter()
            .any(|delay| delay.service == position)
    };
    services(settings, context)
        .filter(|(position, service)| service.by_appointment || announces(*position))
        .map(|(service, _)| Ask::Delay {
            service,
            days: reference.announced_delay(service, source.collected),
        })
        .collect()
}

fn alternatives(context: &Context<'_>) -> Vec<Ask> {
    let within = |services: &[u32]| {
        let concerned = |scope: &[u32]| {
            services.is_empty() || services.iter().any(|service| scope.contains(service))
        };
        context.scope.is_none_or(concerned)
    };
    let all = (0_u32..).zip(&context.town.alternatives);
    all.filter(|(_, alternative)| within(&alternative.services))
        .map(|(position, alternative)| Ask::Alternative {
            position,
            names: std::iter::once(&alternative.name)
                .chain(&alternative.aliases)
                .cloned()
                .collect(),
            url: alternative.url.clone(),
        })
        .collect()
}

fn booking(settings: &PageSettings, context: &Context<'_>) -> Vec<Ask> {
    services(settings, context)
        .flat_map(|(service, declared)| {
            let channels = declared.booking.iter();
            channels.map(move |channel| Ask::Booking {
                service,
                channel: *channel,
            })
        })
        .collect()
}

fn names(town: &Town) -> Names {
    let named = |name: &str, aliases: &[String]| -> Vec<String> {
        std::iter::once(name.to_owned())
            .chain(aliases.iter().cloned())
            .collect()
    };
    let sites = town
        .sites
        .iter()
        .map(|site| named(&site.name, &site.aliases));
    let services = town
        .services
        .iter()
        .map(|service| named(&service.name, &service.aliases));
    let addresses = town.sites.iter().filter_map(|site| site.address.as_deref());
    Names::new(
        sites,
        services,
        addresses.chain(town.organisation.address.as_deref()),
    )
}
