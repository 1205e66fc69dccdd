//! Readings of events that are spread over several rows, when some of those rows could not be placed.
//!
//! Invariant: each row that belongs to an unknown event may turn one case that holds into one that fails, or the reverse,
//! or be a case of its own; the bounds of the figures that are left allow for each of these.

use super::reading::{Cases, Figures, Reading, doubt};
use super::truth::Doubt;

/// Makes a reading allow for rows that could not be placed; so many, or any number. Says whether its figures can.
pub fn waver(reading: &mut Reading, rows: u64) -> bool {
    if rows == 0 {
        return true;
    }
    let mut all = of_figures(&mut reading.total, rows);
    for group in &mut reading.groups {
        all &= of_figures(&mut group.figures, rows);
    }
    all
}

/// Whether figures of this kind can allow for it.
fn of_figures(figures: &mut Figures, rows: u64) -> bool {
    match figures {
        Figures::Share(cases) => {
            of_cases(cases, rows);
            true
        }
        Figures::Limit { cases, worst, .. } => {
            of_cases(cases, rows);
            *worst = None;
            true
        }
        _ => false,
    }
}

fn of_cases(cases: &mut Cases, rows: u64) {
    for known in [&mut cases.holds, &mut cases.fails] {
        let turned = (*known).min(rows);
        *known = known.saturating_sub(turned);
        doubt(&mut cases.doubts, Doubt::Unreadable, turned);
    }
}

#[cfg(test)]
mod tests {
    use super::{Cases, of_cases};

    /// Every way in which some rows turn cases or add their own keeps the share within the bounds.
    #[test]
    fn bounds_hold_whatever_the_rows_belong_to() {
        for (holds, fails, rows) in (0..6_u64)
            .flat_map(|holds| (0..6).map(move |fails| (holds, fails)))
            .flat_map(|(holds, fails)| (0..4).map(move |rows| (holds, fails, rows)))
        {
            let mut cases = Cases {
                holds,
                fails,
                ..Cases::default()
            };
            of_cases(&mut cases, rows);
            assert_eq!(cases.all(), holds + fails);
            let at_best = cases.holds + cases.unknown();
            // The rows that are cases of their own are counted as unknown beside: here, as what they turn out to be.
            for (turned_off, turned_on) in
                (0..=rows).flat_map(|off| (0..=rows - off).map(move |on| (off, on)))
            {
                let (off, on) = (turned_off.min(holds), turned_on.min(fails));
                let own = rows - turned_off - turned_on;
                for own_holds in 0..=own {
                    let part = holds - off + on + own_holds;
                    let all = holds + fails + own;
                    let unknown = at_best + rows;
                    // Counted with `rows` unknown cases more: k / (n + m) ≤ share ≤ (k + u + m) / (n + m).
                    let counted = holds + fails + rows;
                    assert!(cases.holds * all <= part * counted);
                    assert!(part * counted <= unknown * all || all == 0);
                }
            }
        }
    }
}
