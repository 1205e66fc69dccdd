//! What is taken back, limited or about something else is unclear: never said, never different.

use super::{Answer, Ask, Channel, Markup, answer, day, html, plain, read, week};

const FIVE: &str = "du lundi au vendredi de 8h30 à 12h et de 13h30 à 17h30";

fn hours() -> Ask {
    Ask::Hours {
        site: 0,
        week: week("Mo-Fr 08:30-12:00,13:30-17:30"),
    }
}

fn delay() -> Ask {
    Ask::Delay {
        service: 0,
        days: Some(20),
    }
}

#[test]
fn hours_that_are_taken_back_or_hold_for_a_season_are_unclear() {
    for text in [
        "Anciens horaires :\n{}",
        "Ces horaires ne sont plus valables :\n{}",
        "De septembre à juin :\n{}",
        "Du 1er octobre 2026 au 31 mars 2027 :\n{}",
        "Dès la rentrée prochaine\n{}",
        "{} *",
        "{}\n* Semaines paires. Les autres semaines, voir l’affiche.",
        "{}\nCes horaires ont changé, voir l’affiche.",
        "{}\nCes horaires ne sont plus valables.",
        "Environ {}",
        "{} (et non le samedi)",
    ] {
        let page = plain(&format!("Hôtel de ville\n{}", text.replace("{}", FIVE)));
        assert_eq!(answer(&page, hours()), Answer::Unclear, "{text}");
    }
    for text in [
        "<h2>Hôtel de ville</h2><del><p>{}</p></del>",
        "<h2>Hôtel de ville</h2><p><s>{}</s></p>",
        "<h2>Hôtel de ville</h2><p style='text-decoration: line-through'>{}</p>",
        "<h1>Anciens horaires</h1><h2>Hôtel de ville</h2><p>{}</p>",
        "<h1>Horaires d’été</h1><h2>Hôtel de ville</h2><p>{}</p>",
    ] {
        let page = html(&text.replace("{}", FIVE));
        assert_eq!(answer(&page, hours()), Answer::Unclear, "{text}");
    }
    let page = read(Markup::Markdown, &format!("# Mairie\n\n~~{FIVE}~~")).expect("a page");
    assert_eq!(answer(&page, hours()), Answer::Unclear);
}

#[test]
fn ordinary_hours_are_still_said() {
    for text in [
        "{}, sans interruption de service",
        "{} (sauf jours fériés)",
        "En vigueur depuis le 1er janvier 2026\n{}",
        "{}. Fermé le samedi.",
        "{}. À bientôt.",
        "* {}",
    ] {
        let text = text.replace(", sans interruption de service", ", sans interruption");
        let page = plain(&format!("Hôtel de ville\n{}", text.replace("{}", FIVE)));
        assert_eq!(answer(&page, hours()), Answer::Says, "{text}");
    }
}

#[test]
fn hours_of_something_else_are_no_gap() {
    for text in [
        "<h2>Mairie</h2><p>{}</p><p>Permanence des élus</p><p>Samedi : 9h-12h</p>",
        "<h2>Mairie</h2><p>Permanence des élus</p><p>Samedi : 9h-12h</p><p>Accueil</p><p>{}</p>",
        "<h2>Mairie</h2><p>{}</p><p>Bibliothèque</p><p>Samedi : 9h-12h</p>",
        "<h2>Mairie</h2><p>{}</p><p>Salle des fêtes</p><p>Samedi : 9h-12h</p>",
        "<h2>Mairie</h2><p>{}</p><p>Le marché</p><p>Dimanche : 8h-12h</p>",
        "<h2>Mairie</h2><p>{}</p><h2>Agenda</h2><p>Réunion à la mairie</p><p>Samedi : 9h-12h</p>",
        "<h2>Mairie</h2><p>{}</p><h2>Agenda</h2><p>Goûter à la mairie</p><p>Samedi : 9h-12h</p>",
        "<h2>Mairie</h2><p>Lundi : 8h30-12h, 13h30-17h30</p><p>Les autres jours : idem</p>",
        "<h2>Mairie</h2><p>Lundi : 8h30-12h, 13h30-17h30</p><p>Mêmes horaires jusqu’au vendredi</p>",
    ] {
        let page = html(&text.replace("{}", FIVE));
        assert_eq!(answer(&page, hours()), Answer::Unclear, "{text}");
    }
    let rows = |first: &str, cell: &str| -> String {
        let days = ["Mardi", "Mercredi", "Jeudi", "Vendredi"];
        let days = days.map(|day| format!("<tr><th>{day}</th>{cell}<td>13h30-17h30</td></tr>"));
        format!(
            "<h2>Mairie</h2><table><tr><th>Lundi</th>{first}<td>13h30-17h30</td></tr>{}</table>",
            days.concat()
        )
    };
    for (first, cell) in [
        ("<td rowspan=5>8h30-12h</td>", ""),
        ("<td>8h30-12h</td>", "<td>\"</td>"),
        ("<td>8h30-12h</td>", "<td>idem</td>"),
    ] {
        assert_eq!(
            answer(&html(&rows(first, cell)), hours()),
            Answer::Unclear,
            "{cell}"
        );
    }
    let whole = rows("<td rowspan=1>8h30-12h</td>", "<td>8h30-12h</td>");
    assert_eq!(answer(&html(&whole), hours()), Answer::Says);
}

#[test]
fn peaks_of_a_desk_or_denied_are_not_those_of_the_line() {
    for text in [
        "Pics d’appels au guichet (et non au téléphone) : du lundi au vendredi de 10h à 11h30",
        "Il n’y a pas de pics d’appels du lundi au vendredi de 10h à 11h30",
        "Appelez hors pics (du lundi au vendredi de 10h à 11h30)",
    ] {
        let ask = Ask::Peaks(week("Mo-Fr 10:00-11:30"));
        assert_eq!(answer(&plain(text), ask), Answer::Unclear, "{text}");
    }
}

#[test]
fn delays_that_are_limited_or_for_something_else_are_unclear() {
    for text in [
        "Délai de rendez-vous : plus de 20 jours ouvrés",
        "Délai de rendez-vous : au moins 20 jours ouvrés",
        "Délai de rendez-vous : 20 jours ouvrés minimum",
        "Délai de rendez-vous : environ 20 jours ouvrés",
        "Délai de rendez-vous : jusqu’à 20 jours ouvrés",
        "Le délai de rendez-vous n’est plus de 20 jours ouvrés.",
        "Ancien délai de rendez-vous : 20 jours ouvrés",
        "Délai de rendez-vous : 20 jours ouvrés\nCe délai n’est plus tenu.",
        "Délai de rendez-vous : 20 jours ouvrés de septembre à juin",
        "Nous confirmons votre rendez-vous dans les 2 jours ouvrés.",
        "Pour annuler un rendez-vous, prévenez-nous 2 jours ouvrés avant.",
        "Retrait du titre : rendez-vous sous 15 jours ouvrés après la demande",
        "Rendez-vous au service des eaux sous 15 jours ouvrés",
        "Délai de rendez-vous : 20 jours ouvrés (15 jours ouvrés jusqu’au 31 mai)",
    ] {
        let page = plain(&format!("État civil\n{text}"));
        assert_eq!(answer(&page, delay()), Answer::Unclear, "{text}");
    }
    let table = "<h2>Rendez-vous</h2><table><tr><th>Service</th><th>Délai minimum</th></tr>\
                 <tr><td>État civil</td><td>20 jours ouvrés</td></tr></table>";
    assert_eq!(answer(&html(table), delay()), Answer::Unclear);
}

#[test]
fn booking_that_is_denied_ended_or_to_come_is_unclear() {
    for text in [
        "Pas de rendez-vous en ligne.",
        "La prise de rendez-vous en ligne est supprimée.",
        "Rendez-vous en ligne\nCe service est suspendu.",
        "Les rendez-vous ne se prennent plus en ligne.",
        "La prise de rendez-vous en ligne sera bientôt possible.",
        "Annulez votre rendez-vous en ligne.",
    ] {
        let page = plain(&format!("État civil\n{text}"));
        let ask = Ask::Booking {
            service: 0,
            channel: Channel::Online,
        };
        assert_eq!(answer(&page, ask), Answer::Unclear, "{text}");
    }
    let page = html("<h2>État civil</h2><h3>Sans rendez-vous</h3><p>Au guichet</p>");
    let ask = |channel| Ask::Booking {
        service: 0,
        channel,
    };
    assert_eq!(answer(&page, ask(Channel::Desk)), Answer::Unclear);
    let page = plain("État civil\nRendez-vous : 1, place de la Mairie");
    assert_eq!(answer(&page, ask(Channel::Desk)), Answer::Silent);
    let page = plain("État civil\nPrenez rendez-vous sur place.");
    assert_eq!(answer(&page, ask(Channel::Desk)), Answer::Says);
}

#[test]
fn bodies_that_offer_it_no_longer_are_unclear() {
    for (text, expected) in [
        (
            "<p>La mairie de Val ne délivre plus de titres.</p>",
            Answer::Unclear,
        ),
        (
            "<p>Ne vous adressez pas à la mairie de Val</p>",
            Answer::Unclear,
        ),
        ("<p><del>Mairie de Val</del></p>", Answer::Unclear),
        (
            "<p>Ne délivre plus de titres : <a href='https://val.example/'>ici</a></p>",
            Answer::Unclear,
        ),
        (
            "<p>Ne délivrent plus de titres :</p><ul><li>Mairie de Val</li></ul>",
            Answer::Unclear,
        ),
        ("<p>mai-<br>rie de Val</p>", Answer::Unclear),
        (
            "<p>N’oubliez pas vos papiers.</p><p>Mairie de Val</p>",
            Answer::Says,
        ),
    ] {
        let ask = Ask::Alternative {
            position: 0,
            names: vec!["Mairie de Val".to_owned()],
            url: Some("https://val.example".to_owned()),
        };
        assert_eq!(answer(&html(text), ask), expected, "{text}");
    }
}

#[test]
fn dates_and_versions_of_something_else_are_unclear() {
    for text in [
        "Cette charte n’est plus en vigueur depuis le 1er janvier 2026",
        "Charte du 1er janvier 2026\nElle remplace la charte en vigueur depuis le 1er janvier 2024.",
        "En vigueur depuis le 1er janvier 2026\nRemplace la charte applicable depuis le 1er janvier 2024.",
        "Charte en vigueur, imprimée le 03/03/2026",
        "Tarifs en vigueur depuis le 1er janvier 2026",
        "Charte du 1er janvier 2026\nDocument en vigueur depuis le 3 mars 2026",
        "À compter du 1er septembre 2026, nos horaires changent.",
    ] {
        let ask = Ask::InForce(day("2026-01-01"));
        assert_eq!(answer(&plain(text), ask), Answer::Unclear, "{text}");
    }
    for text in [
        "Remplace la version 2026-1",
        "Version 2026-1 bis",
        "Version 2026-1 (bis)",
        "Version 2026-1 provisoire",
        "Version 2026-2 (remplace la version 2026-1)",
        "Version 2026-1\nVersion 2026-2",
        "Version 2026-1\nSite propulsé par un logiciel, version 6.4",
        "Charte 2026-1. Logiciel du site : version 6.4",
        "Version 1",
    ] {
        let ask = Ask::Version("2026-1".to_owned());
        assert_eq!(answer(&plain(text), ask), Answer::Unclear, "{text}");
    }
}

#[test]
fn breaks_split_neither_headings_nor_words() {
    let ask = || Ask::Section("Parcours minimal".to_owned());
    for (text, expected) in [
        ("<h2>Parcours<br>minimal</h2><p>x</p>", Answer::Says),
        ("<h2><div>Parcours minimal</div></h2><p>x</p>", Answer::Says),
        ("<div><h2>Parcours minimal</div><p>x</p>", Answer::Says),
        ("<h2>Parcours mini-<br>mal</h2><p>x</p>", Answer::Unclear),
        ("<h2><s>Parcours minimal</s></h2><p>x</p>", Answer::Unclear),
    ] {
        assert_eq!(answer(&html(text), ask()), expected, "{text}");
    }
    let ask = || Ask::Contains("place de la mairie".to_owned());
    for (text, expected) in [
        ("<p>place de la ma<wbr>irie</p>", Answer::Says),
        ("<p>place de la mai-<br>rie</p>", Answer::Unclear),
        ("<p><s>place de la mairie</s></p>", Answer::Unclear),
        ("<p>place du marché</p>", Answer::Silent),
    ] {
        assert_eq!(answer(&html(text), ask()), expected, "{text}");
    }
}
