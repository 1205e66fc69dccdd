//! `charte calendar`: working days and holidays, under the charter's calendar or a zone's.

use super::console::Console;
use super::judged::texts;
use super::{General, exit};
use crate::calendar::{Calendar, CalendarParts, DayOff, WorkingWeek, Zone};
use crate::diagnostic::{Code, Diagnostic};
use crate::messages::Messages;
use crate::run::check::load;
use crate::run::folder::Folder;
use chrono::NaiveDate;
use std::path::Path;

/// A date or a number of days beyond what the calendar can count.
pub(super) const OUT_OF_RANGE: Code = Code::new("cli-calendar-range");

/// What `calendar` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// What is asked.
    #[command(subcommand)]
    question: Question,
    /// The holiday zone.
    #[arg(long, global = true, value_name = "ZONE", value_parser = crate::charter::fields::ZONES.to_vec())]
    zone: Option<String>,
    /// Good Friday is a holiday.
    #[arg(long, global = true)]
    good_friday: bool,
}

#[derive(Debug, clap::Subcommand)]
enum Question {
    /// The date after some working days.
    Add {
        /// The start, not counted.
        #[arg(value_parser = super::date)]
        start: NaiveDate,
        /// How many working days.
        days: u32,
    },
    /// The number of working days between two dates.
    Between {
        /// The start, not counted.
        #[arg(value_parser = super::date)]
        start: NaiveDate,
        /// The end, counted.
        #[arg(value_parser = super::date)]
        end: NaiveDate,
    },
    /// The holidays of a year.
    Holidays {
        /// The year.
        #[arg(value_parser = clap::value_parser!(i32).range(1583..=9999))]
        year: i32,
    },
}

/// Runs the verb.
pub(super) fn run(options: &Options, general: &General, start: &Path, console: &Console<'_>) -> u8 {
    let calendar = match calendar(options, general, start) {
        Ok(calendar) => calendar,
        Err((faults, files)) => {
            console.diagnostics(&faults, &files);
            return exit::FAULT;
        }
    };
    let answer = match options.question {
        Question::Add { start, days } => calendar
            .add_working_days(start, days)
            .map(|date| format!("{date}\n")),
        Question::Between { start, end } => calendar
            .working_days_between(start, end)
            .map(|days| format!("{days}\n")),
        Question::Holidays { year } => holidays(&calendar, year, console.messages),
    };
    match answer {
        Some(answer) => {
            console.data(&answer);
            exit::FINE
        }
        None => {
            console.diagnostics(&[Diagnostic::error(OUT_OF_RANGE)], &[]);
            exit::FAULT
        }
    }
}

type Fault = (Vec<Diagnostic>, Vec<(String, String)>);

/// The calendar of the zone that was asked for; else the charter's; else that of mainland France, Monday to Friday.
fn calendar(options: &Options, general: &General, start: &Path) -> Result<Calendar, Fault> {
    let asked = options.zone.is_some() || options.good_friday;
    let folder = if asked {
        None
    } else {
        Folder::find(general.charter.as_deref(), start).ok()
    };
    if let Some(folder) = folder {
        let loaded = load(&folder).map_err(|faults| (faults, Vec::new()))?;
        let texts = texts(&loaded.files);
        return match loaded.charter {
            Some(charter) => Ok(charter.town.reference.calendar),
            None => Err((loaded.faults, texts)),
        };
    }
    let default = if options.good_friday {
        Zone::AlsaceMoselle
    } else {
        Zone::Metropole
    };
    let zone = options
        .zone
        .as_deref()
        .and_then(Zone::parse)
        .unwrap_or(default);
    let mut parts = CalendarParts::new(WorkingWeek::MONDAY_TO_FRIDAY, zone);
    parts.good_friday = options.good_friday;
    Calendar::new(parts).map_err(|faults| {
        (
            faults.iter().map(|fault| fault.diagnostic()).collect(),
            Vec::new(),
        )
    })
}

/// One holiday a line: date, tab, name.
fn holidays(calendar: &Calendar, year: i32, messages: &Messages) -> Option<String> {
    let days = NaiveDate::from_ymd_opt(year, 1, 1)?..=NaiveDate::from_ymd_opt(year, 12, 31)?;
    let lines = calendar
        .holidays_within(&days)
        .into_iter()
        .map(|(date, off)| {
            let name = match off {
                DayOff::Legal(names) => {
                    let names: Vec<String> = names
                        .into_iter()
                        .map(|name| messages.plain(name.key()))
                        .collect();
                    names.join(", ")
                }
                DayOff::Added(reason) => reason.to_owned(),
            };
            format!("{date}\t{name}\n")
        });
    Some(lines.collect())
}
