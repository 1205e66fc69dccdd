//! Public holidays, computed for any year of the Gregorian calendar.
//!
//! Invariant: the list is today's law carried to every year; two holidays on one date stay two names of one day.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::zone::Zone;

/// The years for which holidays are computed: the whole Gregorian calendar with years of four digits.
pub const YEARS: RangeInclusive<i32> = 1583..=9999;

/// What a public holiday celebrates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolidayName {
    /// 1 January.
    NewYear,
    /// Two days before Easter; Alsace and Moselle, in some communes.
    GoodFriday,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 8 May.
    Victory1945,
    /// 39 days after Easter.
    Ascension,
    /// 50 days after Easter.
    WhitMonday,
    /// The day of the zone; overseas.
    SlaveryAbolition,
    /// 14 July.
    NationalDay,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice1918,
    /// 25 December.
    Christmas,
    /// 26 December; Alsace and Moselle.
    SecondChristmasDay,
}

impl HolidayName {
    /// Every name.
    pub const ALL: [Self; 14] = [
        Self::NewYear,
        Self::GoodFriday,
        Self::EasterMonday,
        Self::LabourDay,
        Self::Victory1945,
        Self::Ascension,
        Self::WhitMonday,
        Self::SlaveryAbolition,
        Self::NationalDay,
        Self::Assumption,
        Self::AllSaints,
        Self::Armistice1918,
        Self::Christmas,
        Self::SecondChristmasDay,
    ];

    /// The key of its text in the message catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NewYear => "calendar-holiday-new-year",
            Self::GoodFriday => "calendar-holiday-good-friday",
            Self::EasterMonday => "calendar-holiday-easter-monday",
            Self::LabourDay => "calendar-holiday-labour-day",
            Self::Victory1945 => "calendar-holiday-victory-1945",
            Self::Ascension => "calendar-holiday-ascension",
            Self::WhitMonday => "calendar-holiday-whit-monday",
            Self::SlaveryAbolition => "calendar-holiday-slavery-abolition",
            Self::NationalDay => "calendar-holiday-national-day",
            Self::Assumption => "calendar-holiday-assumption",
            Self::AllSaints => "calendar-holiday-all-saints",
            Self::Armistice1918 => "calendar-holiday-armistice-1918",
            Self::Christmas => "calendar-holiday-christmas",
            Self::SecondChristmasDay => "calendar-holiday-second-christmas-day",
        }
    }

    /// How its date is found in a zone, if it is a holiday there.
    const fn feast(self, zone: Zone, good_friday: bool) -> Option<Feast> {
        let local = matches!(zone, Zone::AlsaceMoselle);
        match self {
            Self::NewYear => Some(Feast::Fixed(1, 1)),
            Self::GoodFriday if local && good_friday => Some(Feast::FromEaster(-2)),
            Self::EasterMonday => Some(Feast::FromEaster(1)),
            Self::LabourDay => Some(Feast::Fixed(5, 1)),
            Self::Victory1945 => Some(Feast::Fixed(5, 8)),
            Self::Ascension => Some(Feast::FromEaster(39)),
            Self::WhitMonday => Some(Feast::FromEaster(50)),
            Self::SlaveryAbolition => match zone.abolition() {
                Some((month, day)) => Some(Feast::Fixed(month, day)),
                None => None,
            },
            Self::NationalDay => Some(Feast::Fixed(7, 14)),
            Self::Assumption => Some(Feast::Fixed(8, 15)),
            Self::AllSaints => Some(Feast::Fixed(11, 1)),
            Self::Armistice1918 => Some(Feast::Fixed(11, 11)),
            Self::Christmas => Some(Feast::Fixed(12, 25)),
            Self::SecondChristmasDay if local => Some(Feast::Fixed(12, 26)),
            Self::GoodFriday | Self::SecondChristmasDay => None,
        }
    }
}

/// How the date of a holiday is found.
#[derive(Debug, Clone, Copy)]
enum Feast {
    /// A month and a day.
    Fixed(u32, u32),
    /// Days after Easter, negative before.
    FromEaster(i64),
}

impl Feast {
    fn date(self, year: i32, easter: Option<NaiveDate>) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::FromEaster(days) => easter?.checked_add_signed(TimeDelta::try_days(days)?),
        }
    }
}

/// A public holiday in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holiday {
    /// Its date.
    pub date: NaiveDate,
    /// What it celebrates.
    pub name: HolidayName,
}

/// Easter Sunday, for the years of [`YEARS`].
///
/// The algorithm is the one printed in Butcher's *Ecclesiastical Calendar* (1876), taken up by Meeus and Jones: integer
/// divisions only, no table, no exception.
pub fn easter(year: i32) -> Option<NaiveDate> {
    if !YEARS.contains(&year) {
        return None;
    }
    let year_unsigned = u32::try_from(year).ok()?;
    let golden = year_unsigned % 19;
    let (century, in_century) = (year_unsigned / 100, year_unsigned % 100);
    let moon_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, days / 31, days % 31 + 1)
}

/// The holidays of a year, by date; none outside [`YEARS`].
///
/// `good_friday` counts in Alsace and Moselle only. On a date with two holidays both are listed.
pub fn holidays(year: i32, zone: Zone, good_friday: bool) -> Vec<Holiday> {
    let easter = easter(year);
    if easter.is_none() {
        return Vec::new();
    }
    let mut list: Vec<Holiday> = HolidayName::ALL
        .into_iter()
        .filter_map(|name| {
            let date = name.feast(zone, good_friday)?.date(year, easter)?;
            Some(Holiday { date, name })
        })
        .collect();
    list.sort_unstable();
    list
}

/// The names of a date, in a zone.
pub(super) fn names_on(
    date: NaiveDate,
    zone: Zone,
    good_friday: bool,
) -> impl Iterator<Item = HolidayName> {
    let known = YEARS.contains(&date.year());
    // From the earliest Good Friday to the latest Whit Monday: Easter is not worth computing on other days.
    let easter = if (3..=6).contains(&date.month()) {
        easter(date.year())
    } else {
        None
    };
    HolidayName::ALL.into_iter().filter(move |name| {
        known
            && name
                .feast(zone, good_friday)
                .is_some_and(|feast| match feast {
                    Feast::Fixed(month, day) => (date.month(), date.day()) == (month, day),
                    Feast::FromEaster(_) => feast.date(date.year(), easter) == Some(date),
                })
    })
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate, Weekday};

    use super::{HolidayName, YEARS, Zone, easter, holidays, names_on};

    /// Easter by golden number, epact and dominical Sunday, as the Gregorian reform defined it (Clavius): another road.
    fn easter_by_epact(year: i32) -> NaiveDate {
        let golden = year % 19 + 1;
        let century = year / 100 + 1;
        let solar = 3 * century / 4 - 12;
        let lunar = (8 * century + 5) / 25 - 5;
        let mut epact = (11 * golden + 20 + lunar - solar).rem_euclid(30);
        if (epact == 25 && golden > 11) || epact == 24 {
            epact += 1;
        }
        let mut full_moon = 44 - epact;
        if full_moon < 21 {
            full_moon += 30;
        }
        let march = NaiveDate::from_ymd_opt(year, 3, 1).expect("1 March exists");
        let moon = march + chrono::Duration::days(i64::from(full_moon) - 1);
        moon.iter_days()
            .skip(1)
            .find(|day| day.weekday() == Weekday::Sun)
            .expect("a week has a Sunday")
    }

    #[test]
    fn easter_follows_the_reform_in_every_year() {
        for year in YEARS {
            assert_eq!(easter(year), Some(easter_by_epact(year)), "{year}");
        }
        assert_eq!(easter(1582), None);
        assert_eq!(easter(10_000), None);
    }

    #[test]
    fn known_easters() {
        // Earliest, latest, and years quoted in almanacs.
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (2000, 4, 23),
            (2008, 3, 23),
            (2026, 4, 5),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }

    #[test]
    fn ascension_on_the_first_of_may_keeps_both_names() {
        let day = NaiveDate::from_ymd_opt(2008, 5, 1).expect("a date");
        let names: Vec<_> = names_on(day, Zone::Metropole, false).collect();
        assert_eq!(names, [HolidayName::LabourDay, HolidayName::Ascension]);
        let list = holidays(2008, Zone::Metropole, false);
        assert_eq!(list.len(), 11);
        assert_eq!(list.iter().filter(|holiday| holiday.date == day).count(), 2);
    }

    #[test]
    fn counts_by_zone() {
        for zone in Zone::ALL {
            let expected = if zone == Zone::Metropole { 11 } else { 12 };
            assert_eq!(holidays(2026, zone, false).len(), expected, "{zone:?}");
        }
        assert_eq!(holidays(2026, Zone::AlsaceMoselle, true).len(), 13);
        assert_eq!(holidays(2026, Zone::Metropole, true).len(), 11);
        assert!(holidays(1500, Zone::Metropole, false).is_empty());
    }
}
