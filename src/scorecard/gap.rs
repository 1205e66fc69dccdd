//! The stretches of the opening hours that are not covered, as cards.
//!
//! Invariant: a stretch names a place of the charter, a day and minutes of it, and nothing of a row.

use super::card::GapCard;
use crate::charter::Charter;
use crate::measure::reading::{Figures, Gap, Reading};
use chrono::NaiveDate;

/// Every gap of a reading; none for a measure other than coverage.
pub(super) fn gaps(reading: &Reading, charter: &Charter) -> Vec<GapCard> {
    match &reading.total {
        Figures::Coverage { gaps, .. } => {
            gaps.iter().filter_map(|gap| card(gap, charter)).collect()
        }
        _ => Vec::new(),
    }
}

fn card(gap: &Gap, charter: &Charter) -> Option<GapCard> {
    let site = charter.town.sites.get(usize::try_from(gap.place).ok()?)?;
    Some(GapCard {
        place: site.id.clone(),
        name: site.name.clone(),
        on: NaiveDate::from_num_days_from_ce_opt(gap.day)?,
        from: clock(gap.from),
        to: clock(gap.to),
        minutes: gap.to.saturating_sub(gap.from),
        repeated: gap.repeated,
        known: gap.known,
    })
}

/// `08:05`.
fn clock(minute: u32) -> String {
    let (hour, minute) = (minute / 60, minute % 60);
    format!("{hour:02}:{minute:02}")
}
