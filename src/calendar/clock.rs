//! The legal clock of a territory: which instant a local time names, and how long local times are apart.
//!
//! Invariant: instants are seconds of real time, local times are seconds since 1970-01-01 00:00 as a clock on the wall
//! shows them; a local time that the spring change skips names no instant, one that the autumn change repeats names two.

use std::ops::Range;
use std::sync::OnceLock;

use chrono::{DateTime, NaiveDate, Offset, TimeZone};
use chrono_tz::Tz;

use super::Zone;

/// Years whose changes are known.
const KNOWN: [i32; 2] = [1970, 2100];
/// No territory changed its clock twice within so many seconds: a week.
const STEP: i64 = 7 * 86_400;

/// A stretch of time during which the clock runs without a jump.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    /// Its first instant.
    from: i64,
    /// What the clock shows, less the instant.
    offset: i64,
}

/// When a territory's clock jumps.
#[derive(Debug, PartialEq, Eq)]
pub struct Clock {
    /// In order; the first begins before anything that is asked of it.
    stretches: Vec<Stretch>,
}

/// The instants that a local time may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instants {
    /// One.
    Once(i64),
    /// The clock showed it twice.
    Twice(i64, i64),
    /// The clock jumped over it: what it would be after the jump, and before it.
    Never(i64, i64),
}

impl Instants {
    /// The earliest instant that may be meant.
    pub const fn earliest(self) -> i64 {
        match self {
            Self::Once(instant) | Self::Twice(instant, _) | Self::Never(instant, _) => instant,
        }
    }

    /// The latest instant that may be meant.
    pub const fn latest(self) -> i64 {
        match self {
            Self::Once(instant) | Self::Twice(_, instant) | Self::Never(_, instant) => instant,
        }
    }

    /// The instants that the local time names.
    pub fn all(self) -> impl Iterator<Item = i64> {
        let (one, two) = match self {
            Self::Once(instant) => (Some(instant), None),
            Self::Twice(one, two) => (Some(one), Some(two)),
            Self::Never(..) => (None, None),
        };
        one.into_iter().chain(two)
    }
}

impl Clock {
    /// The clock of a territory.
    pub fn of(zone: Zone) -> &'static Self {
        static CLOCKS: [OnceLock<Clock>; Zone::ALL.len()] =
            [const { OnceLock::new() }; Zone::ALL.len()];
        static STILL: Clock = Clock {
            stretches: Vec::new(),
        };
        let position = Zone::ALL.iter().position(|other| *other == zone);
        position
            .and_then(|position| CLOCKS.get(position))
            .map_or(&STILL, |clock| clock.get_or_init(|| Self::read(tz(zone))))
    }

    fn read(tz: Tz) -> Self {
        let [first, last] =
            KNOWN.map(|year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default());
        let seconds = |day: NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp();
        let (mut at, end) = (seconds(first), seconds(last));
        let mut stretches = vec![Stretch {
            from: i64::MIN,
            offset: offset(tz, at),
        }];
        while at < end {
            let next = at.saturating_add(STEP);
            let (before, after) = (offset(tz, at), offset(tz, next));
            if before != after {
                stretches.push(Stretch {
                    from: change(tz, at, next),
                    offset: after,
                });
            }
            at = next;
        }
        Self { stretches }
    }

    /// The stretches that a local time may belong to: the clock is never further than a day from real time.
    fn around(&self, local: Range<i64>) -> impl Iterator<Item = (Range<i64>, i64)> {
        const FAR: i64 = 86_400;
        let first = self
            .stretches
            .partition_point(|stretch| stretch.from <= local.start.saturating_sub(FAR));
        let from = first.saturating_sub(1);
        let ends = self
            .stretches
            .iter()
            .skip(from.saturating_add(1))
            .map(|stretch| stretch.from)
            .chain([i64::MAX]);
        self.stretches
            .iter()
            .skip(from)
            .zip(ends)
            .map(|(stretch, end)| (stretch.from..end, stretch.offset))
            .take_while(move |(stretch, _)| stretch.start < local.end.saturating_add(FAR))
    }

    /// The instants that a local time may name.
    pub fn instants(&self, local: i64) -> Instants {
        let mut around = self.around(local..local.saturating_add(1)).peekable();
        let first = around.next();
        if let (Some((_, offset)), None) = (&first, around.peek()) {
            // Far from any jump, as nearly all times are.
            return Instants::Once(local.saturating_sub(*offset));
        }
        let (mut named, mut beside): (Vec<i64>, Vec<i64>) = (Vec::new(), Vec::new());
        for (stretch, offset) in first.into_iter().chain(around) {
            let instant = local.saturating_sub(offset);
            beside.push(instant);
            if stretch.contains(&instant) {
                named.push(instant);
            }
        }
        match (named.as_slice(), beside.iter().min(), beside.iter().max()) {
            ([one], ..) => Instants::Once(*one),
            ([one, two, ..], ..) => Instants::Twice(*one, *two),
            ([], Some(one), Some(two)) => Instants::Never(*one, *two),
            ([], ..) => Instants::Once(local),
        }
    }

    /// The real time of what a clock shows from one local time to before another, in order; in pieces where it jumps.
    /// What is skipped is nowhere, what is repeated is there twice.
    pub fn real(&self, local: Range<i64>) -> Vec<Range<i64>> {
        if self.stretches.is_empty() {
            return vec![local];
        }
        let pieces = self.around(local.clone()).map(|(stretch, offset)| {
            let start = local.start.saturating_sub(offset).max(stretch.start);
            start..local.end.saturating_sub(offset).min(stretch.end)
        });
        pieces.filter(|piece| piece.start < piece.end).collect()
    }

    /// What the clock shows at an instant, and whether it has shown that before.
    pub fn local(&self, instant: i64) -> (i64, bool) {
        let after = self
            .stretches
            .partition_point(|stretch| stretch.from <= instant);
        let offset = |position: Option<usize>| {
            let stretch = position.and_then(|position| self.stretches.get(position));
            stretch.map_or(0, |stretch| stretch.offset)
        };
        let local = instant.saturating_add(offset(after.checked_sub(1)));
        let repeated =
            matches!(self.instants(local), Instants::Twice(_, second) if second == instant);
        (local, repeated)
    }
}

/// The first instant after a change that lies after one instant and not after another.
fn change(tz: Tz, after: i64, by: i64) -> i64 {
    let before = offset(tz, after);
    let (mut low, mut high) = (after, by);
    while low.saturating_add(1) < high {
        let middle = low.midpoint(high);
        if offset(tz, middle) == before {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

fn offset(tz: Tz, instant: i64) -> i64 {
    let moment = DateTime::from_timestamp(instant, 0).unwrap_or_default();
    let offset = tz.offset_from_utc_datetime(&moment.naive_utc());
    i64::from(offset.fix().local_minus_utc())
}

const fn tz(zone: Zone) -> Tz {
    match zone {
        Zone::Metropole | Zone::AlsaceMoselle => chrono_tz::Europe::Paris,
        Zone::Guadeloupe => chrono_tz::America::Guadeloupe,
        Zone::Martinique => chrono_tz::America::Martinique,
        Zone::Guyane => chrono_tz::America::Cayenne,
        Zone::Reunion => chrono_tz::Indian::Reunion,
        Zone::Mayotte => chrono_tz::Indian::Mayotte,
        Zone::SaintMartin => chrono_tz::America::Marigot,
        Zone::SaintBarthelemy => chrono_tz::America::St_Barthelemy,
    }
}

#[cfg(test)]
mod tests;
