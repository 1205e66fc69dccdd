//! Delays, booking, other bodies, dates, headings; what a browser does not show; limits.

use super::{Answer, Ask, Channel, Markup, answer, day, html, plain, read, settings};
use crate::evidence::FileFault;
use crate::evidence::page::read_page;
use crate::evidence::schema::Encoding;

fn delay(days: u32) -> Ask {
    Ask::Delay {
        service: 0,
        days: Some(days),
    }
}

#[test]
fn delays_are_read_in_working_days() {
    for (text, expected) in [
        (
            "État civil : rendez-vous sous 20 jours ouvrés",
            Answer::Says,
        ),
        ("État civil\nDélai annoncé : 20 jours ouvrés", Answer::Says),
        (
            "État civil\nDélai de rendez-vous : 30 jours ouvrés",
            Answer::Differs,
        ),
        (
            "État civil\nDélai de rendez-vous : 20 j. ouvrés",
            Answer::Says,
        ),
        (
            "État civil\nDélai de rendez-vous : 20 jours",
            Answer::Unclear,
        ),
        (
            "État civil\nDélai de rendez-vous : 20 jours ouvrables",
            Answer::Unclear,
        ),
        (
            "État civil\nDélai de rendez-vous : quatre semaines",
            Answer::Unclear,
        ),
        (
            "État civil\nDélai de rendez-vous : quinze jours ouvrés",
            Answer::Unclear,
        ),
        (
            "État civil\nDélai de rendez-vous : 15 à 20 jours ouvrés",
            Answer::Unclear,
        ),
        (
            "État civil\nDélai de rendez-vous : 20 jours ouvrés, 30 jours ouvrés en été",
            Answer::Unclear,
        ),
        (
            "État civil\nRéponse aux courriels : délai de 10 jours ouvrés",
            Answer::Unclear,
        ),
        ("État civil\nPassage en 20 jours ouvrés", Answer::Unclear),
        ("État civil\nPièces à apporter", Answer::Silent),
        (
            "État civil\nDélai de rendez-vous : 20 jours ouvrés. Le jour dit, venez à l’heure.",
            Answer::Says,
        ),
        (
            "Urbanisme\nRendez-vous sous 20 jours ouvrés",
            Answer::Silent,
        ),
        ("Rendez-vous sous 20 jours ouvrés", Answer::Unclear),
    ] {
        assert_eq!(answer(&plain(text), delay(20)), expected, "{text}");
    }
}

#[test]
fn a_table_of_delays_is_read_under_its_head() {
    let table = "<h2>Rendez-vous</h2><table><tr><th>Service</th><th>Délai annoncé (jours ouvrés)</th></tr>\
                 <tr><td>État civil</td><td>20 jours ouvrés</td></tr><tr><td>Urbanisme</td><td>15 jours ouvrés</td></tr></table>";
    assert_eq!(answer(&html(table), delay(20)), Answer::Says);
    assert_eq!(answer(&html(table), delay(15)), Answer::Differs);
    let bare = "<table><tr><th>Service</th></tr><tr><td>État civil</td><td>20 jours ouvrés</td></tr></table>";
    assert_eq!(answer(&html(bare), delay(20)), Answer::Unclear);
}

#[test]
fn booking_is_said_in_the_passage_of_the_service() {
    let page = html(
        "<h2>État civil</h2><p>Rendez-vous en ligne, par téléphone ou à l’accueil.</p><h2>Urbanisme</h2>\
         <h3>Prendre rendez-vous</h3><ul><li>urbanisme@ville.example</li></ul>",
    );
    let ask = |service, channel| Ask::Booking { service, channel };
    for (service, channel, expected) in [
        (0, Channel::Online, Answer::Says),
        (0, Channel::Phone, Answer::Says),
        (0, Channel::Desk, Answer::Says),
        (0, Channel::Email, Answer::Unclear),
        (0, Channel::Post, Answer::Silent),
        (1, Channel::Email, Answer::Says),
        (1, Channel::Phone, Answer::Unclear),
    ] {
        assert_eq!(
            answer(&page, ask(service, channel)),
            expected,
            "{service} {channel:?}"
        );
    }
}

#[test]
fn other_bodies_are_found_by_name_or_address() {
    let ask = || Ask::Alternative {
        position: 0,
        names: vec!["Mairie de Val-d’Exemple".to_owned()],
        url: Some("https://val.example/titres/".to_owned()),
    };
    for (text, expected) in [
        ("<p>mairie de Val d'Exemple</p>", Answer::Says),
        ("<p>MAIRIE DE<br>VAL-D’EXEMPLE</p>", Answer::Says),
        ("<a href='https://val.example/titres'>ici</a>", Answer::Says),
        ("<p>Voir aussi les communes voisines</p>", Answer::Unclear),
        ("<p>Mairie de Val-d’Exemplaire</p>", Answer::Silent),
    ] {
        assert_eq!(answer(&html(text), ask()), expected, "{text}");
    }
}

#[test]
fn documents_carry_dates_and_versions() {
    for (text, expected) in [
        ("En vigueur le 1er janvier 2026", Answer::Says),
        ("Applicable à compter du 01/01/2026", Answer::Says),
        ("Entrée en vigueur : 2026-01-01", Answer::Says),
        ("En vigueur depuis le 1.1.2026", Answer::Says),
        ("En vigueur le 1er janvier 2025", Answer::Differs),
        (
            "En vigueur le 1er janvier 2026\nImprimé le 3 mars 2026",
            Answer::Says,
        ),
        ("Le 1er janvier 2026", Answer::Hints),
        ("En vigueur", Answer::Hints),
        ("Version du 1er janvier 2026", Answer::Hints),
        (
            "En vigueur le 1er janvier 2026 au lieu du 1er janvier 2025",
            Answer::Unclear,
        ),
        ("Charte d’accueil", Answer::Silent),
    ] {
        assert_eq!(
            answer(&plain(text), Ask::InForce(day("2026-01-01"))),
            expected,
            "{text}"
        );
    }
    for (text, expected) in [
        ("Version 2026-1", Answer::Says),
        ("version : 2026-1.", Answer::Says),
        ("Version n° 2026-1 du guide", Answer::Says),
        ("Version 2025-2", Answer::Differs),
        ("Version 2026-10", Answer::Differs),
        ("Version 2026-1-2", Answer::Unclear),
        ("Charte 2026-1", Answer::Hints),
        ("Version imprimable", Answer::Silent),
        ("Charte", Answer::Silent),
    ] {
        assert_eq!(
            answer(&plain(text), Ask::Version("2026-1".to_owned())),
            expected,
            "{text}"
        );
    }
}

#[test]
fn sections_are_headings_with_something_under_them() {
    let ask = || Ask::Section("Parcours minimal de formation".to_owned());
    for (text, expected) in [
        (
            "# Parcours minimal de formation\n\nDeux jours.",
            Answer::Says,
        ),
        (
            "## 3. Parcours minimal  de FORMATION\n\n### Jour 1\n\n- accueil",
            Answer::Says,
        ),
        (
            "# Parcours minimal de formation\n\n# Codes\n\nTenue.",
            Answer::Silent,
        ),
        ("# Parcours minimal de formation", Answer::Silent),
        (
            "# Guide\n\nLe parcours minimal de formation viendra.",
            Answer::Unclear,
        ),
        (
            "# Le parcours minimal de formation des agents\n\nX",
            Answer::Unclear,
        ),
        ("# Guide\n\nRien.", Answer::Silent),
        (
            "<!-- # Parcours minimal de formation -->\n\nRien.",
            Answer::Silent,
        ),
    ] {
        let page = read(Markup::Markdown, text).expect("a page");
        assert_eq!(answer(&page, ask()), expected, "{text}");
    }
    let text = plain("GUIDE\n1. Parcours minimal de formation\nDeux jours.");
    assert_eq!(answer(&text, ask()), Answer::Says);
}

#[test]
fn what_a_browser_hides_is_not_said() {
    let ask = || Ask::Contains("bonjour à tous".to_owned());
    for (text, expected) in [
        ("<p>Bonjour &agrave;\n tous</p>", Answer::Says),
        ("<p>Bon<b>jour</b> à <i>tous</i></p>", Answer::Says),
        ("<img alt='Bonjour à tous'>x", Answer::Says),
        ("<p>x</p><!-- Bonjour à tous -->", Answer::Silent),
        ("<p>x</p><script>'Bonjour à tous'</script>", Answer::Silent),
        (
            "<p>x</p><div hidden><div>y</div>Bonjour à tous</div>",
            Answer::Silent,
        ),
        (
            "<p>x</p><div style='Display : none'>Bonjour à tous</div>",
            Answer::Silent,
        ),
        ("<p hidden>x<p>Bonjour à tous", Answer::Says),
        ("<input hidden><p>Bonjour à tous", Answer::Says),
        ("<title>Bonjour à tous</title><p>x</p>", Answer::Silent),
        // What is hidden never ends: the rest may be shown all the same.
        (
            "<p>x</p><div hidden>y<p>Bonjour à tous</p>",
            Answer::Unclear,
        ),
    ] {
        assert_eq!(answer(&html(text), ask()), expected, "{text}");
    }
}

#[test]
fn pages_that_cannot_be_used_are_refused() {
    for text in ["", " \n", "<p></p><script>x</script>", "…"] {
        assert_eq!(
            read(Markup::Html, text).err(),
            Some(FileFault::PageEmpty),
            "{text}"
        );
    }
    let deep = "<div>".repeat(1_001);
    assert_eq!(
        read(Markup::Html, &format!("{deep}x")).err(),
        Some(FileFault::PageTooDeep)
    );
    let list = "<li>x".repeat(5_000);
    assert!(
        read(Markup::Html, &list).is_ok(),
        "end tags may be left out"
    );
    let long = "x ".repeat(2 * 1024 * 1024 + 1);
    assert_eq!(
        read(Markup::Text, &long).err(),
        Some(FileFault::PageTooLong)
    );
    let latin: &[u8] = b"ferm\xe9";
    let found = |encoding| {
        let settings = crate::evidence::page::PageSettings {
            encoding,
            ..settings(Markup::Text)
        };
        let mut input = latin;
        read_page(&mut input, &settings, 1)
            .map(|(page, _)| answer(&page, Ask::Contains("fermé".to_owned())))
    };
    assert_eq!(found(Encoding::Utf8), Err(FileFault::PageEncoding));
    assert_eq!(found(Encoding::Windows1252), Ok(Answer::Says));
}
