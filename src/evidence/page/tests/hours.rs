//! Opening hours as towns write them.

use super::{Answer, Ask, Week, answer, answer_at, html, plain, week};

const FIVE: &str = "Mo-Fr 08:30-12:00,13:30-17:30";

fn hours(site: u32, osm: &str) -> Ask {
    Ask::Hours {
        site,
        week: week(osm),
    }
}

/// Every way to write a week, with the week that it is.
const WRITTEN: [(&str, &str); 40] = [
    (
        "du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30",
        FIVE,
    ),
    (
        "Du lundi au vendredi, de 8 h 30 à 12 h et de 13 h 30 à 17 h 30.",
        FIVE,
    ),
    ("lundi au vendredi : 8h30-12h / 13h30-17h30", FIVE),
    (
        "Lundi – vendredi\n8 h 30 – 12 h 00\n13 h 30 – 17 h 30",
        FIVE,
    ),
    ("LUNDI AU VENDREDI 8H30 - 12H00 ET 13H30 - 17H30", FIVE),
    ("lun.-ven. 08:30-12:00 13:30-17:30", FIVE),
    ("lu-ve 8h30-12h, 13h30-17h30", FIVE),
    (
        "Ouvert du lundi au vendredi de 8h30 à midi et de 13h30 à 17h30",
        FIVE,
    ),
    (
        "Horaires d’ouverture au public :\nDu lundi au vendredi\nMatin : 8h30 à 12h\nAprès-midi : 13h30 à 17h30",
        FIVE,
    ),
    (
        "du lundi au vendredi, le matin de 8h30 à 12h, l’après-midi de 13h30 à 17h30",
        FIVE,
    ),
    (
        "lundi, mardi, mercredi, jeudi et vendredi : 8h30 à 12h, 13h30 à 17h30",
        FIVE,
    ),
    (
        "les lundis, mardis, mercredis, jeudis et vendredis de 8 heures 30 à 12 heures puis de 13 heures 30 à 17 heures 30",
        FIVE,
    ),
    (
        "Ouverture du lundi au vendredi : 8h30/12h - 13h30/17h30",
        FIVE,
    ),
    ("du lundi au vendredi 8h30 → 12h et 13h30 → 17h30", FIVE),
    (
        "du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30, fermé le samedi et le dimanche",
        FIVE,
    ),
    (
        "du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30. Fermé le week-end et les jours fériés.",
        FIVE,
    ),
    (
        "du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30 (sauf jours fériés)",
        FIVE,
    ),
    (
        "du lundi au vendredi, hors jours fériés, de 8h30 à 12h et de 13h30 à 17h30",
        FIVE,
    ),
    (
        "Lundi\t8h30-12h\t13h30-17h30\nMardi\t8h30-12h\t13h30-17h30\nMercredi\t8h30-12h\t13h30-17h30\nJeudi\t8h30-12h\t13h30-17h30\nVendredi\t8h30-12h\t13h30-17h30\nSamedi\tFermé\nDimanche\tFermé",
        FIVE,
    ),
    (
        "Lundi : 8h30 - 12h00 / 13h30 - 17h30\nMardi : 8h30 - 12h00 / 13h30 - 17h30\nMercredi : 8h30 - 12h00 / 13h30 - 17h30\nJeudi : 8h30 - 12h00 / 13h30 - 17h30\nVendredi : 8h30 - 12h00 / 13h30 - 17h30",
        FIVE,
    ),
    (
        "1, place de la Mairie\nTél. 01 99 00 12 34\ndu lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30",
        FIVE,
    ),
    ("Nous vous accueillons du lundi au vendredi", ""),
    (
        "du lundi au vendredi de 8h30 à 17h30 sans interruption",
        "Mo-Fr 08:30-17:30",
    ),
    (
        "du lundi au vendredi en journée continue : 8h30 - 17h30",
        "Mo-Fr 08:30-17:30",
    ),
    (
        "du lundi au jeudi de 9h à 12h, le vendredi de 9h à 16h",
        "Mo-Th 09:00-12:00; Fr 09:00-16:00",
    ),
    (
        "lundi, mardi et jeudi 9h-12h ; mercredi 14h-18h",
        "Mo,Tu,Th 09:00-12:00; We 14:00-18:00",
    ),
    (
        "Fermé le lundi. Du mardi au samedi de 9h à 12h30.",
        "Tu-Sa 09:00-12:30",
    ),
    (
        "Lundi fermé, du mardi au vendredi 9h-12h",
        "Tu-Fr 09:00-12:00",
    ),
    ("tous les jours de 9h à 18h", "Mo-Su 09:00-18:00"),
    ("samedi et dimanche de 14h à 18h", "Sa,Su 14:00-18:00"),
    ("le week-end de 14 h à 18 h", "Sa,Su 14:00-18:00"),
    ("lundi de 9-12h et de 14h-18", "Mo 09:00-12:00,14:00-18:00"),
    ("mercredi 13 h 45 / 17 h 15", "We 13:45-17:15"),
    ("du jeudi au samedi : de 0h à minuit", "Th-Sa 00:00-24:00"),
    (
        "mardi\u{a0}: 9\u{202f}h\u{202f}30 – 12\u{202f}h",
        "Tu 09:30-12:00",
    ),
    ("JEUDI : 9H À 12H", "Th 09:00-12:00"),
    ("ven. : 14:00 - 16:30", "Fr 14:00-16:30"),
    (
        "du lundi au mercredi et le vendredi de 9h à 12h",
        "Mo-We,Fr 09:00-12:00",
    ),
    ("Le samedi matin de 9h à 12h", "Sa 09:00-12:00"),
    ("Accueil ouvert le mardi de 17h à 19h", "Tu 17:00-19:00"),
];

#[test]
fn a_week_is_the_same_however_it_is_written() {
    for (text, osm) in WRITTEN.iter().filter(|(_, osm)| !osm.is_empty()) {
        for page in [
            plain(&format!("Hôtel de ville\n{text}")),
            html(&format!(
                "<nav>Mairie</nav><h2>Hôtel de ville</h2><p>{}</p>",
                text.replace('\n', "<br>")
            )),
        ] {
            assert_eq!(answer(&page, hours(0, osm)), Answer::Says, "{text}");
            // Five minutes more on one day are another week.
            let mut other: Week = week(osm);
            let moved = other.iter_mut().flatten().next().expect("an opening");
            moved.end = moved.end.checked_sub(5).expect("long enough");
            let ask = Ask::Hours {
                site: 0,
                week: other,
            };
            assert_eq!(answer(&page, ask), Answer::Differs, "{text}");
        }
    }
}

#[test]
fn what_is_not_recognised_is_unclear() {
    for text in [
        "Nous vous accueillons du lundi au vendredi",
        "du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30, sauf le mercredi après-midi",
        "Du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30 sur rendez-vous",
        "Pendant les vacances scolaires : du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30",
        "du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30. Horaires d’été : fermé à 16h.",
        "du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30. À partir du 1er juillet, fermé le samedi.",
        "8h30-12h et 13h30-17h30",
        "Horaires : 8.30-12.00",
        "Monday to Friday 8:30-12:00",
        "lundi, un mardi sur deux : 9h-12h",
        "du lundi au vendredi à partir de 8h30",
        "lundi 8h30-12h-14h",
        "lundi 12h-8h",
        "lundi 9h-12h, 11h-14h",
        "lundi 9h-12h\nlundi 14h-18h",
        "Fermé",
        "mercredi après-midi fermé, du lundi au vendredi 8h30-12h",
        "Permanence du maire : samedi de 10h à 12h",
        "ouvert 24h/24",
        "du lundi au vendredi et jours fériés de 8h30 à 12h et de 13h30 à 17h30",
    ] {
        let page = plain(&format!("Hôtel de ville\n{text}"));
        assert_eq!(answer(&page, hours(0, FIVE)), Answer::Unclear, "{text}");
    }
}

#[test]
fn a_page_is_silent_only_where_no_hours_stand_elsewhere() {
    for (text, expected) in [
        ("Hôtel de ville\n1, place de la Mairie", Answer::Silent),
        ("Bienvenue", Answer::Silent),
        (
            "Hôtel de ville, tél. 01 99 00 12 34, étage 2",
            Answer::Silent,
        ),
        (
            "Bienvenue\nMise à jour le 3 juin 2026 à 10h30",
            Answer::Silent,
        ),
        // The hours of the other place say nothing of this one.
        ("Mairie annexe\nlundi 9h-12h", Answer::Silent),
        ("Pics d'appels : lundi 9h-12h", Answer::Silent),
        // These may be those of the place under another name.
        ("Nos bureaux\nlundi 9h-12h", Answer::Unclear),
    ] {
        assert_eq!(answer(&plain(text), hours(0, FIVE)), expected, "{text}");
    }
    let page = html("<h2>Hôtel de ville</h2><h2>Horaires</h2><p>Lundi 9h-12h</p>");
    assert_eq!(answer(&page, hours(0, FIVE)), Answer::Unclear);
}

#[test]
fn hours_belong_to_the_place_that_is_named_before_them() {
    let page = html(
        "<h2>Mairie annexe des Tilleuls</h2><p>12, rue des Tilleuls</p><p>Du mardi au samedi de 9h à 12h</p>\
         <h2>Hôtel de ville</h2><p>1, place de la Mairie</p><h3>Horaires</h3><p>Lundi de 9h à 12h</p>\
         <h2>Marché</h2><p>Samedi de 7h à 13h</p><footer>Mairie – Mis à jour à 12h</footer>",
    );
    assert_eq!(answer(&page, hours(0, "Mo 09:00-12:00")), Answer::Says);
    assert_eq!(answer(&page, hours(1, "Tu-Sa 09:00-12:00")), Answer::Says);
    assert_eq!(answer(&page, hours(0, "Tu 09:00-12:00")), Answer::Differs);
    let both = plain("La mairie annexe et l’hôtel de ville\nlundi de 9h à 12h");
    assert_eq!(answer(&both, hours(0, "Mo 09:00-12:00")), Answer::Says);
    assert_eq!(answer(&both, hours(1, "Mo 09:00-12:00")), Answer::Says);
}

#[test]
fn a_page_of_one_place_need_not_name_it() {
    let text = "BIENVENUE\nHoraires d’ouverture\nDu lundi au vendredi\n8 h 30 – 12 h 00\n13 h 30 – 17 h 30\nFermé le samedi et le dimanche";
    assert_eq!(
        answer_at(&plain(text), hours(1, FIVE), Some(1)),
        Answer::Says
    );
    assert_eq!(
        answer_at(&plain(text), hours(1, "Mo 09:00-12:00"), Some(1)),
        Answer::Differs
    );
    let other = "Ouvert le lundi de 9h à 12h\nHôtel de ville : mardi de 9h à 12h";
    assert_eq!(
        answer_at(&plain(other), hours(1, "Mo 09:00-12:00"), Some(1)),
        Answer::Says
    );
}

#[test]
fn tables_are_read_by_rows_or_by_columns_of_days() {
    let rows = "<h2>Mairie</h2><table><tr><th>Jour</th><th>Matin</th><th>Après-midi</th></tr>\
                <tr><td>Lundi</td><td><p>8h30 - 12h</p></td><td>13h30<br>-<br>17h30</td></tr>\
                <tr><td>Mercredi</td><td>8h30 - 12h</td><td>—</td></tr><tr><td>Samedi</td><td>–</td><td>–</td></tr><tr><td>Dimanche</td><td>Fermé</td><td>Fermé</td></tr></table>";
    let expected = "Mo 08:30-12:00,13:30-17:30; We 08:30-12:00";
    assert_eq!(answer(&html(rows), hours(0, expected)), Answer::Says);
    let columns = "<h2>Mairie</h2><table><tr><td></td><td>Lundi</td><td>Mardi</td><td>Mercredi</td></tr>\
                   <tr><td>Matin</td><td>8h30-12h</td><td>Fermé</td><td>8h30-12h</td></tr>\
                   <tr><td>Après-midi</td><td>13h30-17h30</td><td>-</td><td></td></tr></table>";
    assert_eq!(answer(&html(columns), hours(0, expected)), Answer::Says);
    assert_eq!(
        answer(&html(columns), hours(0, "Mo 08:30-12:00")),
        Answer::Differs
    );
    // The columns are places: which hours are whose is not told.
    let places = "<table><tr><th>Jour</th><th>Mairie</th><th>Médiathèque</th></tr><tr><td>Lundi</td><td>8h30-12h</td><td>14h-18h</td></tr></table>";
    assert_eq!(
        answer(&html(places), hours(0, "Mo 08:30-12:00,14:00-18:00")),
        Answer::Unclear
    );
}

#[test]
fn a_page_that_says_two_things_differs() {
    let two = "<h2>Mairie</h2><p>Lundi de 9h à 12h</p><h2>Urgences</h2><p>18</p><h2>Hôtel de ville</h2><p>Lundi de 9h à 11h</p>";
    assert_eq!(
        answer(&html(two), hours(0, "Mo 09:00-12:00")),
        Answer::Differs
    );
    // Parts of one week, apart: it may be whole.
    let parts = "<h2>Mairie</h2><p>Lundi de 9h à 12h</p><h2>Accès</h2><p>Bus</p><h2>Mairie</h2><p>Mardi de 9h à 11h</p>";
    assert_eq!(
        answer(&html(parts), hours(0, "Mo 09:00-12:00; Tu 09:00-11:00")),
        Answer::Unclear
    );
    // That it is closed on a day adds nothing.
    let closed = "<h2>Mairie</h2><p>Lundi de 9h à 12h</p><h2>Accès</h2><p>Bus</p><h2>Mairie</h2><p>Fermé le samedi</p>";
    assert_eq!(
        answer(&html(closed), hours(0, "Mo 09:00-12:00")),
        Answer::Says
    );
}

#[test]
fn peaks_are_hours_of_their_own() {
    let page = plain(
        "Standard\nPics d’appels : du lundi au vendredi de 10h à 11h30 et de 14h30 à 16h\nHeures creuses : du lundi au vendredi de 8h30 à 10h",
    );
    assert_eq!(
        answer(&page, Ask::Peaks(week("Mo-Fr 10:00-11:30,14:30-16:00"))),
        Answer::Says
    );
    assert_eq!(
        answer(&page, Ask::Quiet(week("Mo-Fr 08:30-10:00"))),
        Answer::Says
    );
    assert_eq!(
        answer(&page, Ask::Peaks(week("Mo-Fr 10:00-11:00"))),
        Answer::Differs
    );
    assert_eq!(
        answer(&plain("Standard"), Ask::Peaks(week("Mo 10:00-11:00"))),
        Answer::Silent
    );
}
