//! What pages say of decisions, waivers and dated requirements.

use super::town::Town;
use std::path::Path;

/// The pages of a case of `tests/cases`, in both formats: public, audit.
fn pages(case: &str) -> [String; 4] {
    let town = Town::new();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let charter = cases.join(case).join("charter");
    let charter = charter.to_str().expect("a path in UTF-8");
    let said = town.run(&["publish", "--charter", charter, "--out", "pages"]);
    assert_eq!(said.code, 0, "{said:?}");
    let tree = town.tree("pages");
    let page = |path: &str| {
        let bytes = tree.get(path).expect("a page").clone();
        // Spaces that do not break are spaces to a reader.
        String::from_utf8(bytes)
            .expect("UTF-8")
            .replace(['\u{202f}', '\u{a0}'], " ")
            .replace("&#x27;", "'")
            .replace("&#39;", "'")
    };
    [
        page("public/index.html"),
        page("public/charte.md"),
        page("audit/index.html"),
        page("audit/tableau-de-bord.md"),
    ]
}

#[track_caller]
fn say(pages: &[String], words: &str) {
    for page in pages {
        assert!(page.contains(words), "{words} is not in {page}");
    }
}

#[test]
fn a_requirement_amended_in_march_is_announced_and_judged_twice() {
    let pages = pages("requirement-amended-in-march");
    let change = "À partir du 15 mars 2026 : La promesse est tenue (apres) (jusque-là : La promesse est tenue (avant))";
    say(&pages[..2], change);
    say(&pages[2..], "Jusqu’au 14 mars 2026");
    say(&pages[2..], "À partir du 15 mars 2026");
    say(&pages[2..], "9 sur 11");
    say(&pages[2..], "8 sur 11");
}

#[test]
fn a_requirement_to_come_is_announced_and_no_day_is_judged() {
    let pages = pages("requirement-not-in-force-on-the-days-judged");
    say(
        &pages[..2],
        "À partir du 1er juillet 2026 : La promesse est tenue (a-venir)",
    );
    say(
        &pages[..2],
        "Jusqu’au 30 avril 2026 : La promesse est tenue (finie)",
    );
    say(
        &pages[2..],
        "À partir du 1er juillet 2026 ; aucun jour de la période n’est jugé",
    );
}

#[test]
fn what_nobody_decided_stands_first_in_the_register() {
    let pages = pages("decisions-without-a-record-come-first");
    say(&pages[2..], "6 décisions : 4 ne sont pas renseignées.");
    say(&pages[2..], "Tolérance de 10 min");
    say(
        &pages[2..],
        "Cible inférieure à celle du référentiel (Référentiel fictif, version 2, point 4) : au moins 80 %",
    );
    for page in &pages[2..] {
        let register = page.rfind("6 décisions").expect("the register");
        let register = page.get(register..).expect("a tail");
        let (open, decided) = (
            register
                .find("décision non renseignée")
                .expect("an open one"),
            register.find("Comité de pilotage").expect("a decided one"),
        );
        assert!(open < decided, "{register}");
    }
}

#[test]
fn a_waiver_says_what_it_covers_and_where_it_ends() {
    let ceiling = pages("waiver-exactly-at-its-ceiling");
    say(
        &ceiling[2..],
        "jusqu’au 31 décembre 2026 tant que le relevé reste à au moins 80 %",
    );
    say(
        &ceiling[2..],
        "l’écart dépasse ce qui était accepté, ou pourrait le dépasser",
    );
    say(
        &pages("waiver-about-to-end")[2..],
        "ne vaut plus que 30 jours",
    );
    say(&pages("waiver-of-no-use")[2..], "sans effet : aucun écart");
    say(&pages("waiver-expired")[2..], "échu");
}

#[test]
fn actions_and_options_say_what_became_of_them() {
    let actions = pages("action-of-no-effect");
    say(&actions[2..], "fait le 20 mai 2026");
    say(&actions[2..], "action corrective");
    say(
        &actions[2..],
        "sans effet : l’écart persiste sur les preuves d’après",
    );
    say(&actions[2..], "sans preuve d’effet");
    say(&actions[2..], "effet non démontré sur les preuves d’après");
    say(
        &actions[2..],
        "constaté le 30 juin 2026 – Relecture des fiches",
    );
    let options = pages("gap-without-an-action");
    say(&options[2..], "Aucune action déclarée");
    say(
        &options[2..],
        "écartée le 15 janvier 2026 – motif : Il existe déjà – décision : Comité de pilotage",
    );
    say(&options[2..], "proposée");
    for page in &options[..2] {
        assert!(!page.contains("Il existe déjà"), "{page}");
    }
}

#[test]
fn grids_say_what_blocks_and_that_they_are_a_simulation() {
    let missing = pages("grid-where-missing-proof-is-major");
    let notice =
        "Simulation selon la grille « Essai ». Auto-évaluation, ne vaut ni label ni certification.";
    say(&missing[2..], notice);
    say(&missing[2..], "Référentiel fictif, version 3");
    say(
        &missing[2..],
        "non démontré : 2, compté comme un écart majeur",
    );
    say(&missing[2..], "aucune exigence ne répond à ce point");
    let limits = pages("grid-with-too-much-that-is-not-applicable");
    say(
        &limits[2..],
        "2 sur 5 (au plus 3, et au plus 39 %) : trop pour cette grille, ce qui bloque",
    );
    say(&limits[2..], "2 sur 5 (au plus 40 %)");
}

#[test]
fn an_objection_is_shown_with_the_figures_before_and_after() {
    let pages = pages("objection-corrected");
    say(&pages[2..], "Avant contestation");
    say(&pages[2..], "Avant correction : ");
    say(&pages[2..], "Contestation");
}
