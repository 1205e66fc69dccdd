//! Dates and week numbers of a rule: `Jul 1-Aug 31`, `du 1er juillet au 31 août 2026`, `2026`, `week 1-53/2`.
//!
//! Invariant: what is written is OSM, day after month; a day that its month never has is a fault.

use super::{HoursFault, HoursFaultKind, MONTHS, Reader, What};

/// The longest each month gets.
const LENGTHS: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/// The first year that OSM's dates know.
const FIRST_YEAR: u32 = 1900;

/// One end of a range of dates.
#[derive(Debug, Clone, Copy, Default)]
struct Point {
    year: Option<u32>,
    month: Option<u8>,
    day: Option<u32>,
}

impl Point {
    fn write(self) -> String {
        let month = self.month.and_then(|month| MONTHS.get(usize::from(month)));
        let pieces = [
            self.year.map(|year| year.to_string()),
            month.map(|name| (*name).to_owned()),
            self.day.map(|day| format!("{day:02}")),
        ];
        pieces.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn exists(self) -> bool {
        let length = self
            .month
            .and_then(|month| LENGTHS.get(usize::from(month)).copied())
            .unwrap_or(31);
        let month_if_day = self.day.is_none() || self.month.is_some();
        month_if_day && self.day.is_none_or(|day| (1..=length).contains(&day))
    }
}

impl Reader<'_> {
    /// A list of dates and ranges of dates, in OSM.
    pub(super) fn dates(&mut self) -> Result<String, HoursFault> {
        let mut dates = vec![self.date_range()?];
        while self.what(0) == Some(What::Comma)
            && matches!(self.what(1), Some(What::Number(_) | What::Month(_)))
            && !self.starts_time(1)
        {
            self.at += 1;
            dates.push(self.date_range()?);
        }
        Ok(dates.join(","))
    }

    fn date_range(&mut self) -> Result<String, HoursFault> {
        let first = self.at;
        let mut from = self.point()?;
        let fault = |reader: &Self| {
            HoursFault::new(
                HoursFaultKind::Selector,
                reader.text,
                reader.span_since(first),
            )
        };
        if !self.take(What::Dash) {
            return if from.exists() {
                Ok(from.write())
            } else {
                Err(fault(self))
            };
        }
        let mut to = self.end_point(from)?;
        from.month = from.month.or(to.month);
        from.year = from.year.or(to.year);
        if from.year == to.year && to.month.is_some() {
            // One year is enough for both ends.
            to.year = to.year.filter(|_| to.day.is_some());
        }
        if !from.exists() || !to.exists() {
            return Err(fault(self));
        }
        Ok(format!("{}-{}", from.write(), to.write()))
    }

    /// The end of a range: a date, or a day in the month where the range began.
    fn end_point(&mut self, from: Point) -> Result<Point, HoursFault> {
        match (self.what(0), self.what(1)) {
            (Some(What::Number(_)), Some(What::Month(_))) => self.point(),
            (Some(What::Number(day)), _) if from.day.is_some() && day < FIRST_YEAR => {
                self.at += 1;
                Ok(Point {
                    day: Some(day),
                    ..from
                })
            }
            _ => self.point(),
        }
    }

    fn point(&mut self) -> Result<Point, HoursFault> {
        let mut point = Point::default();
        match (self.what(0), self.what(1)) {
            (Some(What::Number(day)), Some(What::Month(month))) if day < FIRST_YEAR => {
                self.at += 2;
                point.day = Some(day);
                point.month = Some(month);
                point.year = self.year();
            }
            (Some(What::Number(year)), _) if (FIRST_YEAR..=9999).contains(&year) => {
                point.year = self.year();
                if let Some(What::Month(month)) = self.what(0) {
                    self.at += 1;
                    point.month = Some(month);
                    point.day = self.day_of_month();
                }
            }
            (Some(What::Month(month)), _) => {
                self.at += 1;
                point.month = Some(month);
                point.day = self.day_of_month();
                point.year = self.year();
            }
            (Some(What::Number(day)), Some(What::Dash))
                if matches!(
                    (self.what(2), self.what(3)),
                    (Some(What::Number(_)), Some(What::Month(_)))
                ) =>
            {
                // `1 au 15 juillet`: the month follows.
                self.at += 1;
                point.day = Some(day);
            }
            (Some(What::Number(_)), _) => return Err(self.fault_here(HoursFaultKind::Time)),
            _ => return Err(self.fault_here(HoursFaultKind::Unexpected)),
        }
        Ok(point)
    }

    fn year(&mut self) -> Option<u32> {
        match self.what(0) {
            Some(What::Number(year)) if (FIRST_YEAR..=9999).contains(&year) => {
                self.at += 1;
                Some(year)
            }
            _ => None,
        }
    }

    fn day_of_month(&mut self) -> Option<u32> {
        match self.what(0) {
            Some(What::Number(day)) if day < FIRST_YEAR && !self.starts_time(0) => {
                self.at += 1;
                Some(day)
            }
            _ => None,
        }
    }

    /// Week numbers, in OSM.
    pub(super) fn weeks(&mut self) -> Result<String, HoursFault> {
        self.at += 1;
        let mut weeks = Vec::new();
        loop {
            let mut week = self.number()?;
            if self.take(What::Dash) {
                week = format!("{week}-{}", self.number()?);
                if self.take(What::Slash) {
                    week = format!("{week}/{}", self.number()?);
                }
            }
            weeks.push(week);
            let listed = matches!(self.what(1), Some(What::Number(_))) && !self.starts_time(1);
            if !(listed && self.take(What::Comma)) {
                return Ok(format!("week {}", weeks.join(",")));
            }
        }
    }

    fn number(&mut self) -> Result<String, HoursFault> {
        match self.what(0) {
            Some(What::Number(number)) => {
                self.at += 1;
                Ok(number.to_string())
            }
            _ => Err(self.fault_here(HoursFaultKind::Unexpected)),
        }
    }
}
