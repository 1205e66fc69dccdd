//! A small town, every text of which passes through a function, and its pages.

use super::card::scorecard;
use charte::charter::{Charter, CharterFile, read};
use charte::messages::{Lang, Messages};
use charte::publish::{Page, pages};

/// Turns a harmless text into the text to publish.
pub(crate) type Say<'a> = &'a dyn Fn(&str) -> String;

fn quoted(text: &str) -> String {
    // Escapes of JSON strings are escapes of TOML strings.
    serde_json::to_string(text).expect("a string")
}

fn town(say: Say<'_>, mark: Say<'_>) -> String {
    format!(
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
         [[call_peak]]\nhours = \"lu-ve 10h-11h30\"\nbasis = \"declared\"\nmeasure_before = 2026-09-30\n\
         [[quiet_hour]]\nsite = \"mairie\"\nhours = \"lu-ve 14h-15h\"\nbasis = \"measured\"\non = 2026-04-30\n\
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
    )
}

/// The charter. `say` makes the plain texts, `mark` those that are Markdown.
pub(crate) fn charter(say: Say<'_>, mark: Say<'_>) -> Charter {
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
        file("charter.toml", &town(say, mark)),
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
