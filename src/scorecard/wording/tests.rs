//! Gaps of a coverage in words.

use super::gap;
use crate::messages::{Lang, Messages};
use crate::scorecard::card::GapCard;
use chrono::NaiveDate;

fn card(from: &str, to: &str, minutes: u32, repeated: bool, known: bool) -> GapCard {
    GapCard {
        place: "mairie".to_owned(),
        name: "Mairie".to_owned(),
        on: NaiveDate::from_ymd_opt(2026, 10, 25).unwrap(),
        from: from.to_owned(),
        to: to.to_owned(),
        minutes,
        repeated,
        known,
    }
}

#[test]
fn a_gap_says_its_place_day_and_minutes_and_whether_it_is_certain() {
    let (fr, en) = (Messages::new(Lang::Fr), Messages::new(Lang::En));
    let known = card("08:05", "12:00", 235, false, true);
    assert_eq!(
        gap(&fr, &known).replace('\u{a0}', " "),
        "Mairie, le 25 octobre 2026, de 8 h 05 à 12 h (235 min) : non couvert"
    );
    assert_eq!(
        gap(&en, &known),
        "Mairie, 25 October 2026, from 8:05 to 12:00 (235 min): not covered"
    );
    let repeated = card("02:30", "24:00", 1_290, true, false);
    assert_eq!(
        gap(&fr, &repeated).replace(['\u{a0}', '\u{202f}'], " "),
        "Mairie, le 25 octobre 2026, de 2 h 30 (après le passage à l’heure d’hiver) à 24 h (1 290 min) : couverture \
         inconnue"
    );
    assert_eq!(
        gap(&en, &card("00:00", "00:10", 10, true, false)),
        "Mairie, 25 October 2026, from 0:00 (after the change to winter time) to 0:10 (10 min): cover unknown"
    );
}
