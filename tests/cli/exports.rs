//! The ready declarations of `examples/exports`, on samples of the true shapes: what each reads, and what `profile`
//! proposes for it. Figures are counted by hand in the samples.

use super::town::Town;
use std::path::Path;

/// Answered within thirty seconds: 12 s and 8 s, not 45 s; two of five were not answered.
const ANSWERED: &str =
    r#"{ all = [{ resultat = "répondu" }, { attente = { at_most = "30 s" } }] }"#;

struct Export {
    folder: &'static str,
    toml: &'static str,
    sample: &'static str,
    source: &'static str,
    condition: &'static str,
    rows: u64,
    /// Cases that hold, cases that are known, and cases that are not.
    figures: (u64, u64, u64),
}

const EXPORTS: [Export; 6] = [
    Export {
        folder: "asterisk",
        toml: "sans-en-tete.toml",
        sample: "Master.csv",
        source: "appels-asterisk",
        condition: ANSWERED,
        rows: 5,
        figures: (2, 5, 0),
    },
    Export {
        folder: "asterisk",
        toml: "avec-identifiants.toml",
        sample: "Master-identifiants.csv",
        source: "appels-asterisk",
        condition: ANSWERED,
        rows: 5,
        figures: (2, 5, 0),
    },
    Export {
        folder: "asterisk",
        toml: "avec-en-tete.toml",
        sample: "Master-en-tete.csv",
        source: "appels-asterisk",
        condition: ANSWERED,
        rows: 5,
        figures: (2, 5, 0),
    },
    Export {
        folder: "freeswitch",
        toml: "sources.toml",
        sample: "Master.csv",
        source: "appels-freeswitch",
        // Three of five were put through and hung up.
        condition: r#"{ cause = "raccroché" }"#,
        rows: 5,
        figures: (3, 5, 0),
    },
    Export {
        folder: "segments",
        toml: "sources.toml",
        sample: "journal.csv",
        source: "appels-segments",
        // Eight segments of four calls; those of 12 + 15 + 4, 9 and 6 + 3 seconds were answered.
        condition: r#"{ all = [{ repondu = true }, { sonnerie = { at_most = "10 s" } }] }"#,
        rows: 8,
        figures: (2, 4, 0),
    },
    Export {
        folder: "rdv-service-public",
        toml: "sources.toml",
        sample: "rdvs.csv",
        source: "rdv-service-public",
        // From 4 to 11 May: 4 working days, Friday 8 being a holiday; to 22 May 13, Thursday 14 being one too; from 5 to
        // 13 May 5.
        condition: r#"{ delai = { at_most = 5 } }"#,
        rows: 3,
        // Three appointments are no month of a town: the days without a row may hide one more.
        figures: (2, 3, 1),
    },
];

fn bytes(export: &Export, name: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/exports");
    std::fs::read(root.join(export.folder).join(name)).expect("a file")
}

fn file(export: &Export, name: &str) -> String {
    String::from_utf8(bytes(export, name)).expect("UTF-8")
}

/// A town with the sample of an export, declared so.
fn town(export: &Export, toml: &str) -> Town {
    let town = Town::new();
    town.write(
        &format!("evidence/{}", export.sample),
        bytes(export, export.sample),
    );
    let sources = std::fs::read_to_string(town.path("charter/sources.toml")).expect("a file");
    town.write("charter/sources.toml", format!("{sources}\n{toml}"));
    let engagement = format!(
        "number = 3\ntitle = \"Essai\"\npromise = \"Essai.\"\ntheme = \"Essai\"\nowner = \"Essai\"\n\n\
         [[requirement]]\nid = \"part\"\ntitle = \"Part\"\nsource = \"{}\"\nseverity = \"minor\"\n\n\
         [requirement.share]\nholds = {}\nat_least = \"1 %\"\n",
        export.source, export.condition
    );
    town.write("charter/engagements/essai.toml", engagement);
    town
}

fn figures(town: &Town, export: &Export) {
    let checked = town.judged();
    assert_ne!(checked.code, 2, "{}: {checked:?}", export.toml);
    let card = checked.card("essai/part");
    let measured = &card["measured"];
    let (holds, known, unknown) = export.figures;
    assert_eq!(
        (
            &measured["numerator"],
            &measured["denominator"],
            &measured["unknown"]
        ),
        (&holds.into(), &known.into(), &unknown.into()),
        "{} {}: {checked:?}",
        export.folder,
        export.toml
    );
    let sources = checked.scorecard()["sources"].clone();
    let of = |id: &str| {
        sources
            .as_array()
            .expect("sources")
            .iter()
            .find(|card| card["id"] == id)
            .cloned()
    };
    let source = of(export.source).expect("the source");
    assert_eq!(
        (&source["rows"], &source["rejected"]),
        (&export.rows.into(), &0.into()),
        "{source}"
    );
    assert_eq!(
        source["files"][0]["unreadable"],
        serde_json::json!({}),
        "{source}"
    );
}

/// The same appointments in the workbook, whose days and hours are text.
const WORKBOOK: Export = Export {
    folder: "rdv-service-public",
    toml: "classeur.toml",
    sample: "rdvs.xls",
    source: "rdv-service-public",
    condition: r#"{ delai = { at_most = 5 } }"#,
    rows: 3,
    figures: (2, 3, 1),
};

#[test]
fn ready_declarations_read_the_true_shapes() {
    for export in EXPORTS.iter().chain([&WORKBOOK]) {
        figures(&town(export, &file(export, export.toml)), export);
    }
}

/// What `profile` proposes for each sample is its ready declaration, with the file that it was given.
#[test]
fn known_exports_are_recognised_and_their_declaration_is_proposed() {
    for export in &EXPORTS {
        let bare = Town::new();
        let path = format!("evidence/{}", export.sample);
        bare.write(&path, file(export, export.sample));
        let said = bare.run(&["profile", &path, "--values"]);
        assert_eq!(said.code, 0, "{said:?}");
        assert!(
            said.out.contains("ressemble à l’export"),
            "{}: {}",
            export.folder,
            said.out
        );
        let (_, toml) = said
            .out
            .split_once("sources.toml\u{202f}:\n\n")
            .expect("a declaration");
        assert!(
            toml.contains(&format!("[{}.columns]", export.source)),
            "{toml}"
        );
        figures(&town(export, toml), export);
        for secret in ["0199000", "Usager UN", "Agent FICTIF", "@mairie"] {
            assert!(!said.out.contains(secret), "{secret}: {}", said.out);
        }
    }
}
