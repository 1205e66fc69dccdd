//! Planted files with known answers.

use super::{
    Charset, ColumnDoubt, Container, Difference, Group, Guess, HeaderFound, NothingReason, Profile,
    ProfileFault, Spot, Trace, profile,
};
use crate::evidence::ledger::Rejection;
use std::fmt::Write;
use std::io::{self, Cursor, Read};

fn of(files: &[&[u8]]) -> Result<Profile, Vec<(usize, ProfileFault)>> {
    let openers: Vec<_> = files
        .iter()
        .map(|bytes| {
            let bytes = bytes.to_vec();
            move || -> io::Result<Box<dyn Read>> { Ok(Box::new(Cursor::new(bytes.clone()))) }
        })
        .collect();
    let inputs: Vec<super::Input<'_>> = openers
        .iter()
        .map(|open| open as super::Input<'_>)
        .collect();
    profile(&inputs)
}

fn one(text: &str) -> Group {
    of(&[text.as_bytes()]).expect("a profile").groups.remove(0)
}

fn guess(cells: &[&str], header: &str) -> Guess {
    let mut text = format!("Rang;{header}\n");
    for (rank, cell) in cells.iter().enumerate() {
        writeln!(text, "{rank};{cell}").expect("a text");
    }
    one(&text).columns.remove(1).judged.guess
}

#[test]
fn types_are_those_of_nearly_all_cells() {
    let date = |notation: &str| Guess::Date(notation.to_owned());
    let instant = |notation: &str| Guess::DateTime(notation.to_owned());
    let span = |notation: &str| Guess::Duration(notation.to_owned());
    for (cells, header, expected) in [
        (
            &["23/03/2020", "01/04/2020"][..],
            "Jour",
            date("dd/mm/yyyy"),
        ),
        (&["03/23/2020", "04/01/2020"], "Jour", date("mm/dd/yyyy")),
        (&["23.03.20", "01.04.20"], "Jour", date("dd.mm.yy")),
        (
            &["2020-03-23T12:54:07", "2020-04-01T00:00:00"],
            "Le",
            instant("yyyy-mm-ddTHH:MM:SS"),
        ),
        (
            &["23/03/2020 à 12h54", "01/04/2020 à 9h05"],
            "Le",
            instant("dd/mm/yyyy à HHhMM"),
        ),
        (&["20200323", "20200401"], "Date", date("yyyymmdd")),
        (&["20200323", "20200401"], "Montant", Guess::Integer),
        (&["00:27", "04:25"], "Attente", span("mm:ss")),
        (&["09:27", "14:25"], "Heure", span("HH:MM")),
        (&["45:27", "04:25"], "Tour", span("mm:ss")),
        (&["00:27", "04:25"], "Tour", Guess::HoursOrMinutes),
        (&["12", "1 250"], "Attente (s)", span("seconds")),
        (&["12", "90"], "Durée en minutes", span("minutes")),
        (&["12", "-90"], "Solde", Guess::Integer),
        (&["3", "0"], "Nb d'appels", Guess::Weight),
        (&["3,5", "0.25"], "Note", Guess::Text),
        (&["", ""], "Divers", Guess::Empty),
    ] {
        assert_eq!(guess(cells, header), expected, "{cells:?}");
    }
    let boolean = |yes: &str, no: &str| Guess::Boolean {
        yes: vec![yes.to_owned()],
        no: vec![no.to_owned()],
    };
    assert_eq!(guess(&["Oui", "non", "Oui"], "Reçu"), boolean("Oui", "non"));
    assert_eq!(guess(&["oui", "oui"], "Reçu"), boolean("oui", "non"));
    assert_eq!(guess(&["1", "0"], "Reçu"), boolean("1", "0"));
    assert!(matches!(
        guess(&["01/02/2020", "03/04/2020"], "Le"),
        Guess::DayOrMonth(_)
    ));
}

#[test]
fn clocks_names_and_numbers_are_told_apart() {
    let date = |notation: &str| Guess::Date(notation.to_owned());
    let instant = |notation: &str| Guess::DateTime(notation.to_owned());
    let span = |notation: &str| Guess::Duration(notation.to_owned());
    for (cells, header, expected) in [
        (
            &["2020-03-23T12:54:07+01:00", "2020-04-01T00:00:00+02:00"][..],
            "Le",
            instant("yyyy-mm-ddTHH:MM:SSz"),
        ),
        (
            &["2020-03-23T12:54:07Z", "2020-04-01T00:00:00Z"],
            "Le",
            Guess::WhichClock("yyyy-mm-ddTHH:MM:SSz".to_owned()),
        ),
        (
            &["1er mars 2020", "23 avr. 2020"],
            "Jour",
            date("dd mmmm yyyy"),
        ),
        (&["1584950400", "1584950460"], "calldate", instant("epoch")),
        (&["1584950400", "1584950460"], "Montant", Guess::Integer),
        (
            &["1584950400.1", "1584950460.12"],
            "uniqueid",
            instant("epoch-id"),
        ),
        (&["9h", "14h"], "Heure", span("HHh")),
    ] {
        assert_eq!(guess(cells, header), expected, "{cells:?}");
    }
}

#[test]
fn several_notations_of_a_column_are_all_proposed() {
    let mut text = String::from("Rang;Jour\n");
    for day in 13..29 {
        writeln!(text, "{day};{day}/03/2020").expect("a text");
        writeln!(text, "{day};2020-04-{day}").expect("a text");
        writeln!(text, "{day};{day} mai 2020").expect("a text");
    }
    let judged = one(&text).columns.remove(1).judged;
    assert_eq!(judged.guess, Guess::Date("dd/mm/yyyy".to_owned()));
    let others = [
        ("yyyy-mm-dd".to_owned(), 16),
        ("dd mmmm yyyy".to_owned(), 16),
    ];
    assert_eq!(judged.others, others);
    assert_eq!(judged.doubts, []);
}

#[test]
fn personal_columns_are_told_by_header_or_by_cells() {
    for (cells, header, personal) in [
        (&["X1", "X2"][..], "Nom", true),
        (&["X1", "X2"], "Agent", true),
        (&["oui", "non"], "Usager informé", false),
        (
            &["01/02/2020", "23/04/2020"],
            "Date convenue avec l'usager",
            false,
        ),
        (&["01/02/1980", "23/04/1970"], "Date de naissance", true),
        (&["01 99 00 45 59", "0199004560"], "Colonne", true),
        (&["a@b.example", "c@d.example"], "Colonne", true),
        (&["2 55 08 14 168 025 38", "x"], "Colonne", true),
        (&["Marie Exemple", "Paul Untel"], "Suivi", true),
        (&["12 rue des Lilas", "3 place du Marché"], "Colonne", true),
        (&["État civil", "Urbanisme"], "Nom du service", false),
        (&["12", "13"], "Nb d'usagers", false),
    ] {
        let found = matches!(guess(cells, header), Guess::Personal(_));
        assert_eq!(found, personal, "{header}: {cells:?}");
    }
    // One address in a hundred texts is said, and no value of the column can be shown.
    let mut cells = vec!["Question sur les horaires"; 99];
    cells.push("écrire à a@b.example");
    let mut text = String::from("Rang;Suite\n");
    for (rank, cell) in cells.iter().enumerate() {
        writeln!(text, "{rank};{cell}").expect("a text");
    }
    let judged = one(&text).columns.remove(1).judged;
    assert_eq!(judged.guess, Guess::Text);
    assert_eq!(judged.doubts, [ColumnDoubt::Traces(Trace::Email, 1)]);
}

#[test]
fn values_that_mean_nothing_are_told_from_values() {
    let nothing = |cells: &[String], header: &str| -> Vec<(String, u64, NothingReason)> {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let mut text = format!("Rang;{header}\n");
        for (rank, cell) in cells.iter().enumerate() {
            writeln!(text, "{rank};{cell}").expect("a text");
        }
        let found = one(&text).columns.remove(1).judged.nothing;
        found
            .into_iter()
            .map(|word| (word.value, word.count, word.reason))
            .collect()
    };
    let times = |frequent: &str, so_often: usize| -> Vec<String> {
        let others = (0..60).map(|minute| format!("0:{minute:02}:07"));
        others.chain(vec![frequent.to_owned(); so_often]).collect()
    };
    assert_eq!(
        nothing(&times("0:00:00", 12), "Attente"),
        [("0:00:00".to_owned(), 12, NothingReason::Frequent)]
    );
    assert_eq!(
        nothing(&times("17:00:00", 20), "Fin"),
        [("17:00:00".to_owned(), 20, NothingReason::Frequent)]
    );
    // Twice as often as another is nothing strange.
    assert_eq!(nothing(&times("0:00:00", 2), "Attente"), []);
    assert_eq!(
        nothing(&times("-", 3), "Attente"),
        [("-".to_owned(), 3, NothingReason::Word)]
    );
    assert_eq!(
        nothing(&times("00:00 - 00:00", 3), "Attente"),
        [("00:00 - 00:00".to_owned(), 3, NothingReason::Word)]
    );
    // Of a category, "inconnu" may be a value.
    let words: Vec<String> = (0..30)
        .map(|rank| ["inconnu", "guichet", "--"][rank % 3].to_owned())
        .collect();
    assert_eq!(
        nothing(&words, "Canal"),
        [("--".to_owned(), 10, NothingReason::Word)]
    );
}

/// A feed of six values a day, over the weekdays of five weeks.
fn feed() -> Vec<(u32, String)> {
    let mut days = Vec::new();
    for day in (1..=31).filter(|day| (day + 3) % 7 < 5) {
        let mut rows = String::new();
        for hour in 9..15 {
            writeln!(
                rows,
                "{day:02}/05/2026;{hour};{}",
                (day * 7 + hour * 3) % 11
            )
            .expect("a text");
        }
        days.push((day, rows));
    }
    days
}

#[test]
fn days_without_rows_and_days_that_repeat_the_one_before_are_found() {
    let (mut text, mut before) = (String::from("Jour;Heure;Nb\n"), String::new());
    for (day, rows) in feed() {
        match day {
            // Friday 8 is not there; on Wednesday 13 and Thursday 14 the feed repeats Tuesday.
            8 => {}
            13 | 14 => text += &before.replace("12/05", &format!("{day:02}/05")),
            _ => text += &rows,
        }
        if day == 12 {
            before = rows;
        }
    }
    let group = one(&text);
    let days = group.rows.days.expect("days");
    assert_eq!(
        (days.from.to_string(), days.to.to_string()),
        ("2026-05-01".to_owned(), "2026-05-29".to_owned())
    );
    assert_eq!(
        days.missing_days
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["2026-05-08"]
    );
    assert_eq!(days.weekdays[0], (4, 4));
    assert_eq!(days.weekdays[4], (4, 5));
    assert_eq!(days.weekdays[5], (0, 4));
    let frozen: Vec<String> = days
        .frozen
        .iter()
        .map(|(from, to, rows)| format!("{from} {to} {rows}"))
        .collect();
    assert_eq!(frozen, ["2026-05-12 2026-05-14 6"]);
}

#[test]
fn rows_that_are_wrong_are_named_by_their_line() {
    let mut text = String::from("N°;Début;Fin;Durée (min)\n");
    for row in 10..40 {
        let day = row - 9;
        writeln!(
            text,
            "V{row};{day:02}/05/2026 09:00;{day:02}/05/2026 09:{row};{row}"
        )
        .expect("a text");
    }
    let text = text
        .replace("V12;03/05/2026 09:00", "V12;03/05/2026 19:00")
        .replace("V15;", "V15;;");
    let text =
        text + "V20;11/05/2026 09:00;11/05/2026 09:20;20\nN°;Début;Fin;Durée (min)\nTotal;;;735\n";
    let group = one(&text);
    let rows = &group.rows;
    let at = |line| vec![Spot { file: 1, line }];
    assert_eq!(rows.broken[&Rejection::FieldCount].first, at(7));
    assert_eq!(rows.repeated.first, at(32));
    assert_eq!(rows.headers.first, at(33));
    assert_eq!(rows.totals.first, at(34));
    assert_eq!(rows.contradictions.len(), 1);
    let found = &rows.contradictions[0];
    assert_eq!(
        (found.earlier, found.later, &found.spots.first),
        (1, 2, &at(4))
    );
}

#[test]
fn a_last_row_that_adds_up_the_others_is_a_total() {
    let group = one("Site;Visites\nA;3\nB;4\nC;5\nD;6\nVille;18\n");
    assert_eq!(group.rows.totals.count, 1);
    let group = one("Site;Visites\nA;3\nB;4\nC;5\nD;6\nVille;17\n");
    assert_eq!(group.rows.totals.count, 0);
}

#[test]
fn files_of_one_source_are_compared_and_others_linked() {
    let mut may = String::from("Ticket;Le;Lieu;Badge\n");
    let mut june = String::from("Le;Ticket;Lieu;Badge\n");
    for row in 1..=20 {
        writeln!(may, "T{row};{row:02}/05/2026;Hall;B{}", row % 6).expect("a text");
        writeln!(june, "2026-06-{row:02};U{row};Hall;B{}", row % 6).expect("a text");
    }
    let staff = "Badge;Ouvert\nB0;oui\nB1;oui\nB2;non\nB3;oui\nB4;oui\nB5;oui\nB6;non\n";
    let found = of(&[may.as_bytes(), june.as_bytes(), staff.as_bytes()]).expect("a profile");
    assert_eq!(found.groups.len(), 2);
    assert_eq!(
        found.groups[0].differences,
        [
            Difference::Moved(2),
            Difference::Notation(2, 1, "yyyy-mm-dd".to_owned())
        ]
    );
    let links: Vec<_> = found
        .links
        .iter()
        .map(|link| (link.from, link.to, link.shared, link.of))
        .collect();
    assert_eq!(links, [((0, 3), (1, 0), 6, 6), ((1, 0), (0, 3), 6, 7)]);
}

#[test]
fn texts_in_every_encoding_give_the_same_columns() {
    let text = "Numéro;Reçu;Jour\nà;oui;23/03/2026\né;non;24/03/2026\nê;oui;25/03/2026\n";
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let western = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let plain = of(&[text.as_bytes()]).expect("a profile");
    for (bytes, charset) in [(&wide, Charset::Utf16Le), (&western, Charset::Windows1252)] {
        let found = of(&[bytes.as_slice()]).expect("a profile");
        assert_eq!(found.files[0].bytes.charset, charset);
        assert_eq!(found.groups, plain.groups);
        assert_eq!(found.files[0].layout.header, HeaderFound::Names);
    }
}

#[test]
fn files_that_are_no_tables_are_faults_together() {
    let faults = of(&[b"PK\x03\x04", b"a;b\n1;2\n", b""]).expect_err("faults");
    assert_eq!(
        faults,
        [
            (0, ProfileFault::NotText(Container::Zip)),
            (2, ProfileFault::Empty)
        ]
    );
}
