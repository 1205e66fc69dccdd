//! Opening hours as tables that people read.
//!
//! Invariant: what is shown follows from the declared hours and the day the results stand for; hours that change in the
//! year say when they do.

use super::view::{capital, view};
use crate::calendar::{Calendar, OpeningHours};
use crate::diagnostic::Value;
use crate::messages::Messages;
use chrono::{Datelike, Days, NaiveDate};
use std::ops::Range;

/// Weeks looked ahead for changes.
const AHEAD: u64 = 52;
/// Seasons shown at most; hours that change more often are shown as an ordinary week and its exceptions.
const SEASONS: usize = 4;
/// Weeks whose exceptions are listed.
const NEAR: u64 = 8;

/// The openings of each weekday, from Monday.
type Week = [Vec<Range<u32>>; 7];

view! {
    /// Days with the same hours.
    struct Row {
        /// The days.
        days: String,
        /// Their hours, or that they are closed.
        hours: String,
    }

    /// The hours of a season.
    struct Season {
        /// When it holds; none for all the year.
        period: Option<String>,
        /// Days and hours.
        rows: Vec<Row>,
    }
}

/// The hours of the year ahead, season by season, and the days of the near future that are out of line.
pub(super) fn seasons(
    messages: &Messages,
    hours: &OpeningHours,
    as_of: NaiveDate,
) -> (Vec<Season>, Vec<Row>) {
    let table = |period: Option<String>, week: &Week| Season {
        period,
        rows: rows(messages, week, true),
    };
    if !hours.is_seasonal() {
        return (vec![table(None, &hours.weekly())], Vec::new());
    }
    let monday = monday(as_of);
    let mut runs: Vec<(NaiveDate, Week)> = Vec::new();
    for ahead in 0..AHEAD {
        let Some(start) = monday.checked_add_days(Days::new(ahead.saturating_mul(7))) else {
            break;
        };
        let week = hours.week_of(start);
        if runs.last().is_none_or(|(_, last)| *last != week) {
            runs.push((start, week));
        }
    }
    if runs.len() > SEASONS {
        let period = messages.plain("publish-hours-ordinary");
        return (
            vec![table(Some(period), &hours.weekly())],
            exceptions(messages, hours, monday),
        );
    }
    let ends = runs
        .iter()
        .skip(1)
        .map(|(next, _)| next.pred_opt())
        .chain([None]);
    let seasons = runs.iter().zip(ends).map(|((start, week), end)| {
        let from = messages.date((*start).max(as_of));
        let period = match end {
            Some(end) => messages.text(
                "publish-dates-range",
                &[("from", from.into()), ("to", messages.date(end).into())],
            ),
            None => messages.text("publish-dates-from", &[("from", from.into())]),
        };
        table(Some(capital(&period)), week)
    });
    (seasons.collect(), Vec::new())
}

/// The days of the weeks ahead whose hours are not those of an ordinary week.
fn exceptions(messages: &Messages, hours: &OpeningHours, monday: NaiveDate) -> Vec<Row> {
    let ordinary = hours.weekly();
    let mut rows = Vec::new();
    for start in
        (0..NEAR).filter_map(|ahead| monday.checked_add_days(Days::new(ahead.saturating_mul(7))))
    {
        let days = (0_u64..).zip(hours.week_of(start)).zip(&ordinary);
        rows.extend(
            days.filter(|((_, found), usual)| found != *usual)
                .filter_map(|((ahead, found), _)| {
                    let day = start.checked_add_days(Days::new(ahead))?;
                    Some(Row {
                        days: capital(&day_in_full(messages, day)),
                        hours: ranges(messages, &found),
                    })
                }),
        );
    }
    rows
}

/// The hours of an ordinary week, days without any left out.
pub(super) fn open_days(messages: &Messages, hours: &OpeningHours, as_of: NaiveDate) -> Vec<Row> {
    let week = if hours.is_seasonal() {
        hours.week_of(as_of)
    } else {
        hours.weekly()
    };
    rows(messages, &week, false)
}

/// The public holidays of the year ahead on which a site opens all the same.
pub(super) fn open_holidays(
    messages: &Messages,
    hours: &OpeningHours,
    calendar: &Calendar,
    as_of: NaiveDate,
) -> Vec<Row> {
    let end = as_of.checked_add_days(Days::new(365)).unwrap_or(as_of);
    let holidays = calendar.holidays_within(&(as_of..=end));
    let open = holidays.into_iter().filter_map(|(day, _)| {
        let found = hours.open_ranges(day, calendar);
        (!found.is_empty()).then(|| Row {
            days: capital(&day_in_full(messages, day)),
            hours: ranges(messages, &found),
        })
    });
    open.collect()
}

/// A weekday and its date.
pub(super) fn day_in_full(messages: &Messages, day: NaiveDate) -> String {
    let weekday = messages.plain(&format!(
        "calendar-weekday-{}",
        day.weekday().number_from_monday()
    ));
    let args = [
        ("weekday", Value::from(weekday)),
        ("date", messages.date(day).into()),
    ];
    messages.text("publish-day", &args)
}

fn monday(day: NaiveDate) -> NaiveDate {
    let back = Days::new(u64::from(day.weekday().num_days_from_monday()));
    day.checked_sub_days(back).unwrap_or(day)
}

/// The days of a week, those with the same hours that follow each other on one row.
fn rows(messages: &Messages, week: &Week, closed: bool) -> Vec<Row> {
    let mut runs: Vec<(u32, u32, &Vec<Range<u32>>)> = Vec::new();
    for (day, found) in (1_u32..).zip(week) {
        match runs.last_mut() {
            Some((_, last, known)) if *known == found => *last = day,
            _ => runs.push((day, day, found)),
        }
    }
    let name = |day: u32| messages.plain(&format!("calendar-weekday-{day}"));
    let kept = runs
        .into_iter()
        .filter(|(_, _, found)| closed || !found.is_empty());
    kept.map(|(first, last, found)| {
        let days = match last.saturating_sub(first) {
            0 => name(first),
            1 => messages.text(
                "publish-days-pair",
                &[("from", name(first).into()), ("to", name(last).into())],
            ),
            _ => messages.text(
                "publish-days-range",
                &[("from", name(first).into()), ("to", name(last).into())],
            ),
        };
        Row {
            days: capital(&days),
            hours: ranges(messages, found),
        }
    })
    .collect()
}

fn ranges(messages: &Messages, found: &[Range<u32>]) -> String {
    if found.is_empty() {
        return messages.plain("publish-closed");
    }
    let texts = found.iter().map(|range| {
        let args = [
            ("from", time(messages, range.start).into()),
            ("to", time(messages, range.end).into()),
        ];
        messages.text("publish-time-range", &args)
    });
    texts.collect::<Vec<String>>().join(", ")
}

/// A time of day, in minutes since midnight.
fn time(messages: &Messages, minute: u32) -> String {
    let (hour, rest) = (minute / 60, minute % 60);
    let hour = Value::from(hour.to_string());
    match rest {
        0 => messages.text("publish-time-hour", &[("hour", hour)]),
        _ => messages.text(
            "publish-time",
            &[("hour", hour), ("minute", format!("{rest:02}").into())],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{open_days, open_holidays, seasons};
    use crate::calendar::{Calendar, CalendarParts, OpeningHours, WorkingWeek, Zone};
    use crate::messages::{Lang, Messages};
    use chrono::NaiveDate;

    fn hours(text: &str) -> OpeningHours {
        OpeningHours::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
    }

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
    }

    fn lines(text: &str) -> Vec<String> {
        let (tables, exceptions) = seasons(&Messages::new(Lang::Fr), &hours(text), day(6, 30));
        let rows = tables.into_iter().flat_map(|table| {
            table.period.into_iter().chain(
                table
                    .rows
                    .into_iter()
                    .map(|row| format!("{} {}", row.days, row.hours)),
            )
        });
        let all = rows.chain(
            exceptions
                .into_iter()
                .map(|row| format!("! {} {}", row.days, row.hours)),
        );
        all.map(|line| line.replace(['\u{a0}', '\u{202f}'], " "))
            .collect()
    }

    #[test]
    fn a_week_is_grouped() {
        assert_eq!(
            lines("lu-ve 8h30-12h, 13h30-17h30; sa 9h-12h"),
            [
                "Du lundi au vendredi 8 h 30 – 12 h, 13 h 30 – 17 h 30",
                "Samedi 9 h – 12 h",
                "Dimanche Fermé"
            ]
        );
        assert_eq!(
            lines("ma-di 9h-12h").first().map(String::as_str),
            Some("Lundi Fermé")
        );
        assert_eq!(
            lines("lu-ve 9h-12h").last().map(String::as_str),
            Some("Samedi et dimanche Fermé")
        );
    }

    #[test]
    fn seasons_are_dated() {
        let lines = lines("lu-ve 9h-17h; juillet-août lu-ve 9h-12h");
        // The week of the 30th of June holds both hours: it is a season of its own.
        assert_eq!(
            lines.first().map(String::as_str),
            Some("Du 30 juin 2026 au 5 juillet 2026")
        );
        assert!(
            lines.contains(&"Du 6 juillet 2026 au 30 août 2026".to_owned()),
            "{lines:?}"
        );
        assert!(
            lines.contains(&"Du lundi au vendredi 9 h – 12 h".to_owned()),
            "{lines:?}"
        );
    }

    #[test]
    fn frequent_changes_are_exceptions() {
        let lines = lines("lu-ve 9h-17h; sa[1] 9h-12h");
        assert!(
            lines.contains(&"! Samedi 4 juillet 2026 9 h – 12 h".to_owned()),
            "{lines:?}"
        );
        assert!(
            lines.contains(&"! Samedi 1er août 2026 9 h – 12 h".to_owned()),
            "{lines:?}"
        );
    }

    #[test]
    fn holidays_close_unless_said() {
        let messages = Messages::new(Lang::Fr);
        let calendar = Calendar::new(CalendarParts::new(
            WorkingWeek::MONDAY_TO_FRIDAY,
            Zone::Metropole,
        ))
        .expect("valid");
        let count = |text| open_holidays(&messages, &hours(text), &calendar, day(6, 30)).len();
        assert_eq!(count("lu-ve 9h-17h"), 0);
        assert_eq!(count("lu-ve 9h-17h; jf 10h-12h"), 11);
        assert_eq!(
            open_days(&messages, &hours("lu-ve 10h-11h30"), day(6, 30)).len(),
            1
        );
    }
}
