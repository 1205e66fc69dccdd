//! A small town and its scorecard, every text of which passes through a function.

use charte::charter::{Charter, CharterFile, read};
use charte::messages::{Lang, Messages};
use charte::publish::{Page, pages};
use charte::scorecard::Scorecard;
use serde_json::json;

/// Turns a harmless text into the text to publish.
pub(crate) type Say<'a> = &'a dyn Fn(&str) -> String;

/// Numbers that stand nowhere but in the scorecard.
pub(crate) const FIGURES: [u64; 12] = [
    4711, 4813, 739, 857, 118, 6421, 7523, 8629, 9733, 367, 983, 5347,
];

fn quoted(text: &str) -> String {
    // Escapes of JSON strings are escapes of TOML strings.
    serde_json::to_string(text).expect("a string")
}

/// The charter. `say` makes the plain texts, `mark` those that are Markdown.
pub(crate) fn charter(say: Say<'_>, mark: Say<'_>) -> Charter {
    let town = format!(
        "title = {title}\nversion = {version}\nlanguage = \"fr\"\nin_force = 2026-01-01\n\
         [organisation]\nname = {name}\naddress = {address}\ncomplaints = {complaints}\nreciprocal = {reciprocal}\n\
         [period]\nfrom = 2026-05-01\nto = 2026-07-31\n\
         [calendar]\nzone = \"metropole\"\nworking_week = \"lu-ve\"\n\
         closures = [{{ on = 2026-05-15, reason = {past} }}, {{ from = 2026-12-24, to = 2026-12-31, reason = {closed} }}]\n\
         [sites.mairie]\nname = {site}\naddress = {place}\nhours = \"lu-ve 8h30-12h, 13h30-17h30; juillet-août lu-ve 9h-12h\"\n\
         [sites.annexe]\nname = {annexe}\nhours = \"lu 9h-12h; sa[1] 9h-12h; jf 10h-11h\"\n\
         [services.accueil]\nname = {service}\nsites = [\"mairie\", \"annexe\"]\nby_appointment = true\n\
         [services.urbanisme]\nname = {other}\nsites = [\"mairie\"]\nby_appointment = true\n\
         [[announced_delay]]\nservice = \"accueil\"\nfrom = 2026-01-01\nto = 2026-08-31\nworking_days = 20\n\
         [[announced_delay]]\nservice = \"accueil\"\nfrom = 2026-09-01\nworking_days = 30\n\
         [[call_peak]]\nhours = \"lu-ve 10h-11h30\"\nbasis = \"declared\"\n\
         [[exceptional_period]]\nfrom = 2026-06-08\nto = 2026-06-12\nservices = [\"accueil\"]\nreason = {exception}\n\
         decision = {{ by = {by}, on = 2026-06-09, record = {record} }}\n",
        title = quoted(&say("Charte")),
        version = quoted(&say("2026")),
        name = quoted(&say("Ville")),
        address = quoted(&say("Adresse")),
        complaints = quoted(&format!("{}\n\n- {}\n", mark("Réclamer"), mark("ici"))),
        reciprocal = quoted(&format!("## {}\n\n{}\n", mark("Titre"), mark("Venir"))),
        past = quoted(&say("Passé")),
        closed = quoted(&say("Fermé")),
        site = quoted(&say("Mairie")),
        place = quoted(&say("Place")),
        annexe = quoted(&say("Annexe")),
        service = quoted(&say("Accueil")),
        other = quoted(&say("Urbanisme")),
        exception = quoted(&say("Panne")),
        by = quoted(&say("Direction")),
        record = quoted(&say("Note")),
    );
    let sources = "[registre]\ntitle = \"Registre\"\nnature = \"register\"\nfiles = [\"evidence/a.csv\"]\n\
                   collected = 2026-06-30\nproof = \"census\"\ntime = \"jour\"\n[registre.columns]\n\
                   jour = { type = \"date\", format = \"dd/mm/yyyy\" }\nfait = { type = \"boolean\", yes = [\"oui\"], no = [\"non\"] }\n";
    let engagement = format!(
        "number = 4\ntitle = {}\npromise = {}\ntheme = {}\nchannels = [{}, {}]\nowner = {}\n\
         [[requirement]]\nid = \"fait\"\ntitle = {}\nsource = \"registre\"\nseverity = \"major\"\n\
         [requirement.share]\nholds = {{ fait = true }}\nat_least = \"90 %\"\n",
        quoted(&say("Titre")),
        quoted(&say("Promesse")),
        quoted(&say("Thème")),
        quoted(&say("guichet")),
        quoted(&say("courriel")),
        quoted(&say("Pilote")),
        quoted(&say("Règle")),
    );
    let chapter = format!(
        "# {}\n\n{}\n\n## Un\n\n- {}\n\n| {} | b |\n|---|:-:|\n| {} | d |\n\n## Un\n\n> {}\n\n## {}\n\n[02](02-suite.md) [a](#un)\n",
        mark("Chapitre"),
        mark("Texte"),
        mark("liste"),
        mark("a"),
        mark("c"),
        mark("citation"),
        mark("Deux"),
    );
    let file = |path: &str, text: &str| CharterFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let (charter, faults) = read(&[
        file("charter.toml", &town),
        file("sources.toml", sources),
        file("engagements/essai.toml", &engagement),
        file("guide/01-chapitre.md", &chapter),
        file(
            "guide/02-suite.md",
            &format!("# {}\n\n### Un\n\n{}\n", mark("Suite"), mark("fin")),
        ),
    ]);
    charter.unwrap_or_else(|| panic!("{faults:#?}"))
}

/// The scorecard, as its own JSON.
pub(crate) fn scorecard(say: Say<'_>) -> Scorecard {
    let [
        part,
        whole,
        unknown,
        missing,
        margin,
        period,
        scope,
        population,
        aside,
        small,
        year,
        rows,
    ] = FIGURES;
    let decision =
        json!({ "by": say("Comité"), "on": "2026-01-15", "record": say("Compte rendu") });
    let figures = json!({
        "numerator": part, "denominator": whole, "unknown": unknown,
        "unknown_by": { "not-recorded": missing, "unreadable": margin },
        "value": null, "values": [], "longest": null, "margin": { "lacks": margin },
        "interval": { "low": 367, "high": 983 }, "further": 5347
    });
    let with = |base: &serde_json::Value, more: serde_json::Value| {
        let mut all = base.as_object().expect("a map").clone();
        all.extend(more.as_object().expect("a map").clone());
        serde_json::Value::Object(all)
    };
    let group = |verdict: Option<&str>, judged: bool| {
        with(
            &figures,
            json!({
                "by": [say("site")], "key": ["k"], "name": [say("Groupe")], "judged": judged, "verdict": verdict, "cause": null,
                "twelve_months": { "numerator": small, "denominator": year, "unknown": 0 }
            }),
        )
    };
    let measured = with(
        &figures,
        json!({
            "source": "registre", "register": "registre", "proof": "census", "from": "2026-05-01", "to": "2026-06-30",
            "target": { "measure": "share", "bound": "at-least", "numerator": 9, "denominator": 10, "limit": null, "unit": null },
            "total_verdict": "met", "out_of_period": period, "out_of_scope": scope, "not_concerned": population,
            "set_aside": [
                { "reason": say("Absent"), "count": aside, "decision": decision, "grace": false },
                { "reason": say("Annulé"), "count": aside, "decision": null, "grace": false },
                { "reason": "grace", "count": aside, "decision": null, "grace": true }
            ],
            "open": true, "min_cases": 20,
            "groups": [group(Some("major-gap"), true), group(None, true), group(None, false)],
            "failing": [{ "file": 1, "line": rows }], "doubtful": [{ "file": 2, "line": rows }]
        }),
    );
    let requirement = |id: &str, verdict: &str, cause: Option<&str>| {
        json!({
            "engagement": "essai", "id": id, "title": say("Règle"), "severity": "major", "verdict": verdict, "cause": cause,
            "waived_until": "2026-12-31", "not_applicable": null, "measured": measured, "previous": null
        })
    };
    let neutral = json!({
        "engagement": "essai", "id": "neutre", "title": say("Neutre"), "severity": "minor", "verdict": "not-applicable",
        "cause": null, "waived_until": null, "measured": null, "previous": null,
        "not_applicable": { "reason": say("Motif"), "decision": decision }
    });
    let card = json!({
        "schema": charte::scorecard::card::SCHEMA, "tool": "0.0.0", "organisation": say("Ville"), "title": say("Charte"),
        "version": say("2026"), "from": "2026-05-01", "to": "2026-07-31", "as_of": "2026-06-30", "provisional": true,
        "requirements": { "major-gap": 1, "not-shown": 1, "not-applicable": 1 },
        "engagements": [{
            "id": "essai", "number": 4, "title": say("Titre"), "promise": say("Promesse"), "theme": say("Thème"),
            "channels": [say("guichet")], "owner": say("Pilote"), "services": [say("Accueil")], "verdict": "major-gap",
            "requirements": [requirement("fait", "major-gap", None), requirement("vu", "not-shown", Some("too-few-cases")), neutral],
            "findings": [{ "text": say("Constat"), "on": "2025-09-15" }],
            "actions": [
                { "text": say("Action"), "owner": say("Chef"), "due": "2026-06-01", "state": "doing", "overdue": true,
                  "requirement": "fait", "effect": say("Effet") },
                { "text": say("Autre"), "owner": say("Chef"), "due": null, "state": "open", "overdue": false,
                  "requirement": null, "effect": null }
            ],
            "waivers": [{ "requirement": "fait", "reason": say("Attente"), "author": say("Elle"), "approver": say("Lui"),
                          "until": "2026-12-31", "expired": true, "decision": decision }]
        }],
        "labels": [{
            "id": "grille", "title": say("Grille"), "framework": say("Cadre"), "origin": say("Origine"), "blocked": true,
            "minor_gaps": 0, "minors_make_major": 5,
            "clauses": [{ "id": say("1"), "title": say("Point"), "requirements": ["essai/fait"], "verdict": "major-gap", "blocks": true }]
        }],
        "sources": [{
            "id": "registre", "title": say("Registre"), "nature": "register", "system": say("Outil"), "proof": "control-plan",
            "plan": { "size": 50, "accept": 0, "on": "2026-04-20", "draw": say("Tirage"), "decision": decision },
            "collected": "2026-06-30", "valid_until": "2026-06-01", "rows": rows, "read": rows, "rejected": 0,
            "files": [
                { "file": 1, "used": true, "sha256": "ab".repeat(32), "rows": rows, "read": rows,
                  "rejected": { "evidence-row-too-long": 1 }, "unreadable": { say("colonne"): 2 } },
                { "file": 2, "used": false, "sha256": null, "rows": 0, "read": 0, "rejected": {}, "unreadable": {} }
            ]
        }],
        "charter_files": [{ "path": say("charter.toml"), "sha256": "cd".repeat(32) }]
    });
    serde_json::from_value(card).expect("a scorecard")
}

/// Every page, in a language.
pub(crate) fn published(say: Say<'_>, mark: Say<'_>, lang: Lang) -> Vec<Page> {
    let (charter, scorecard) = (charter(say, mark), scorecard(say));
    pages(&charter, &scorecard, &Messages::new(lang), &|_| None).expect("pages")
}

/// Every page, with harmless texts.
pub(crate) fn harmless(lang: Lang) -> Vec<Page> {
    published(&str::to_owned, &str::to_owned, lang)
}

/// What a page says.
pub(crate) fn text(page: &Page) -> &str {
    std::str::from_utf8(&page.bytes).expect("text")
}

/// The pages in HTML.
pub(crate) fn html(pages: &[Page]) -> impl Iterator<Item = &Page> {
    pages.iter().filter(|page| page.path.ends_with(".html"))
}

/// The pages in Markdown.
pub(crate) fn markdown(pages: &[Page]) -> impl Iterator<Item = &Page> {
    pages.iter().filter(|page| page.path.ends_with(".md"))
}
