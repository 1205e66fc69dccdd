//! The scorecard of the small town, as its own JSON; every text passes through a function.

use super::town::Say;
use charte::scorecard::Scorecard;
use serde_json::{Value, json};

/// Numbers that stand nowhere but in the scorecard.
pub(crate) const FIGURES: [u64; 12] = [
    4711, 4813, 739, 857, 118, 6421, 7523, 8629, 9733, 367, 983, 5347,
];

const CASES: u64 = FIGURES[11];

fn decision(say: Say<'_>) -> Value {
    json!({ "by": say("Comité"), "on": "2026-01-15", "record": say("Compte rendu") })
}

/// Figures with further fields.
fn figures(more: &Value) -> Value {
    let mut all = json!({
        "numerator": FIGURES[0], "denominator": FIGURES[1], "unknown": FIGURES[2],
        "unknown_by": { "not-recorded": FIGURES[3], "unreadable": FIGURES[4] },
        "value": null, "values": [], "longest": null, "margin": { "lacks": FIGURES[4] },
        "interval": { "low": 367, "high": 983 }, "further": 5347
    });
    let map = all.as_object_mut().expect("a map");
    map.extend(more.as_object().expect("a map").clone());
    all
}

fn measured(say: Say<'_>) -> Value {
    let group = |verdict: Option<&str>, judged: bool| {
        figures(&json!({
            "by": [say("site")], "key": ["k"], "name": [say("Groupe")], "judged": judged, "verdict": verdict,
            "cause": null, "twelve_months": { "numerator": FIGURES[9], "denominator": FIGURES[10], "unknown": 0 }
        }))
    };
    let aside = FIGURES[8];
    figures(&json!({
        "source": "registre", "beside": ["registre"], "proof": "census", "from": "2026-05-01", "to": "2026-06-30",
        "target": {
            "measure": "share", "bound": "at-least", "numerator": 9, "denominator": 10, "limit": null, "unit": null
        },
        "total_verdict": "met",
        "out_of_period": FIGURES[5], "out_of_scope": FIGURES[6], "not_concerned": FIGURES[7],
        "set_aside": [
            { "reason": say("Absent"), "count": aside, "decision": decision(say), "grace": false },
            { "reason": say("Annulé"), "count": aside, "decision": null, "grace": false },
            { "reason": "grace", "count": aside, "decision": null, "grace": true }
        ],
        "open": true, "min_cases": 20,
        "groups": [group(Some("major-gap"), true), group(None, true), group(None, false)],
        "failing": [{ "file": 1, "line": CASES }], "doubtful": [{ "file": 2, "line": CASES }]
    }))
}

fn engagement(say: Say<'_>) -> Value {
    let requirement = |id: &str, verdict: &str, cause: Option<&str>| {
        json!({
            "engagement": "essai", "id": id, "title": say("Règle"), "severity": "major", "verdict": verdict,
            "cause": cause, "waived_until": "2026-12-31",
            "dated": { "from": "2026-05-15", "until": null, "replaces": "neutre", "judged": true },
            "reference": {
                "target": {
                    "measure": "share", "bound": "at-least", "numerator": 19, "denominator": 20, "limit": null,
                    "unit": null
                },
                "source": say("Version 2"), "below": true
            }, "not_applicable": null, "measured": measured(say),
            "previous": null
        })
    };
    let neutral = json!({
        "engagement": "essai", "id": "neutre", "title": say("Neutre"), "severity": "minor",
        "verdict": "not-applicable", "cause": null, "waived_until": null, "measured": null, "previous": null,
        "not_applicable": { "reason": say("Motif"), "decision": decision(say) }
    });
    json!({
        "id": "essai", "number": 4, "title": say("Titre"), "promise": say("Promesse"), "theme": say("Thème"),
        "channels": [say("guichet")], "owner": say("Pilote"), "services": [say("Accueil")], "verdict": "major-gap",
        "requirements": [
            requirement("fait", "major-gap", None), requirement("vu", "not-shown", Some("too-few-cases")), neutral
        ],
        "findings": [{ "text": say("Constat"), "on": "2025-09-15" }],
        "options": [
            { "text": say("Option"), "state": "rejected", "why": say("Coût"), "on": "2026-01-15", "requirement": "fait",
              "decision": decision(say) }
        ],
        "actions": [
            { "text": say("Fait"), "kind": "corrective", "owner": say("Chef"), "services": [say("Accueil")], "due": null,
              "state": "done", "done": "2026-05-20", "overdue": false, "requirement": "fait", "effect": say("Preuve"),
              "effect_on": "2026-06-01", "since": "ineffective" },
            { "text": say("Action"), "owner": say("Chef"), "due": "2026-06-01", "state": "doing", "overdue": true,
              "requirement": "fait", "effect": say("Effet") },
            { "text": say("Autre"), "owner": say("Chef"), "due": null, "state": "open", "overdue": false,
              "requirement": null, "effect": null }
        ],
        "waivers": [{
            "requirement": "fait", "reason": say("Attente"), "author": say("Elle"), "approver": say("Lui"),
            "from": "2026-05-01", "until": "2026-12-31", "expired": false, "state": "exceeded",
            "ceiling": {
                "measure": "share", "bound": "at-least", "numerator": 4, "denominator": 5, "limit": null, "unit": null
            }, "decision": decision(say)
        }]
    })
}

fn source(say: Say<'_>) -> Value {
    json!({
        "id": "registre", "title": say("Registre"), "nature": "register", "system": say("Outil"),
        "proof": "control-plan",
        "plan": {
            "size": 50, "accept": 0, "on": "2026-04-20", "draw": say("Tirage"), "decision": decision(say)
        },
        "collected": "2026-06-30", "valid_until": "2026-06-01", "rows": CASES, "read": CASES, "rejected": 0,
        "files": [
            { "file": 1, "used": true, "sha256": "ab".repeat(32), "rows": CASES, "read": CASES,
              "rejected": { "evidence-row-too-long": 1 }, "unreadable": { say("colonne"): 2 } },
            { "file": 2, "used": false, "sha256": null, "rows": 0, "read": 0, "rejected": {}, "unreadable": {} }
        ]
    })
}

fn choice(say: Say<'_>, decision: &Value) -> Value {
    json!({
        "kind": "set-aside", "engagement": "essai", "requirement": "fait", "source": null, "label": null,
        "services": [], "from": null, "to": null, "text": say("Annulé"), "amount": null, "unit": null, "target": null,
        "file": null, "line": null, "decision": decision
    })
}

fn label(say: Say<'_>) -> Value {
    json!({
        "id": "grille", "title": say("Grille"), "framework": say("Cadre"), "version": say("3"), "origin": say("Origine"),
        "blocked": true, "minor_gaps": 0, "minors_make_major": 5,
        "clauses": [{
            "id": say("1"), "title": say("Point"), "requirements": ["essai/fait"], "verdict": "major-gap",
            "blocks": true
        }]
    })
}

/// The scorecard.
pub(crate) fn scorecard(say: Say<'_>) -> Scorecard {
    let card = json!({
        "schema": charte::scorecard::card::SCHEMA, "tool": "0.0.0",
        "organisation": say("Ville"), "title": say("Charte"), "version": say("2026"),
        "from": "2026-05-01", "to": "2026-07-31", "as_of": "2026-06-30", "provisional": true,
        "requirements": { "major-gap": 1, "not-shown": 1, "not-applicable": 1 },
        "engagements": [engagement(say)], "decisions": [choice(say, &Value::Null), choice(say, &decision(say))], "labels": [label(say)], "sources": [source(say)],
        "charter_files": [{ "path": say("charter.toml"), "sha256": "cd".repeat(32) }]
    });
    serde_json::from_value(card).expect("a scorecard")
}
