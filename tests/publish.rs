//! Published pages: texts stay texts, pages stay accessible and self-contained, no figure reaches the public.

#[path = "publish/scan.rs"]
mod scan;
#[path = "publish/town.rs"]
mod town;

use charte::diagnostic::Value;
use charte::messages::{Lang, Messages};
use charte::publish::{Page, SCORECARD_JSON, SCORECARD_MARKDOWN, TEMPLATE, pages, template_names};
use std::collections::BTreeSet;

const NOTHING: &dyn Fn(&str) -> Option<String> = &|_| None;

/// Texts that no document may take for its own.
const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title></style><style>*{display:none}</style>",
    "<!-- ",
    "]]> <?php ?> <![CDATA[",
    "[x](javascript:alert(1))",
    "![x](//evil.example/x.png)",
    "<javascript:alert(1)>",
    "{{ page.tool }} {% if %} {# #}",
    "&lt;b&gt; &#60;i&#62; &amp;",
    "{ $name } { -term } {\"\"}",
];

/// Texts that Markdown alone would take for its own.
const MARKED: [&str; 15] = [
    "*a* _b_ ~~c~~ **d** ^e^",
    "`code` ``",
    "# title",
    "- item",
    "1. item",
    "> quote",
    "a | b | c",
    "---",
    "===",
    "a\n\n# b\n\n- c\n\n```\nd",
    "[x](https://a.example) [x]: y [^1] [[w]]",
    "<https://a.example> <a@b.example> https://a.example www.a.example",
    "\\ \\\\ \\# a\\",
    "term {#id .class} $x$ :::",
    "    indented",
];

fn published(say: town::Say<'_>, mark: town::Say<'_>, lang: Lang) -> Vec<Page> {
    let (charter, scorecard) = (town::charter(say, mark), town::scorecard(say));
    pages(&charter, &scorecard, &Messages::new(lang), NOTHING).expect("pages")
}

fn harmless(lang: Lang) -> Vec<Page> {
    published(&str::to_owned, &str::to_owned, lang)
}

fn text(page: &Page) -> &str {
    std::str::from_utf8(&page.bytes).expect("text")
}

fn html(pages: &[Page]) -> impl Iterator<Item = &Page> {
    pages.iter().filter(|page| page.path.ends_with(".html"))
}

fn markdown(pages: &[Page]) -> impl Iterator<Item = &Page> {
    pages.iter().filter(|page| page.path.ends_with(".md"))
}

#[test]
fn every_page_is_there() {
    let paths: Vec<String> = harmless(Lang::Fr).into_iter().map(|page| page.path).collect();
    assert_eq!(
        paths,
        [
            "public/index.html",
            "public/charte.md",
            "staff/index.html",
            "staff/guide.md",
            "audit/index.html",
            SCORECARD_MARKDOWN,
            SCORECARD_JSON,
        ]
    );
}

#[test]
fn hostile_texts_add_no_tag_and_no_attribute() {
    let expected = harmless(Lang::Fr);
    for hostile in HOSTILE.iter().chain(&MARKED) {
        let say = |word: &str| format!("{word} {hostile}");
        let plain = str::to_owned;
        // What is Markdown for the town's own texts is not hostile there.
        let mark: town::Say<'_> = if HOSTILE.contains(hostile) { &say } else { &plain };
        let found = published(&say, mark, Lang::Fr);
        for (harmless, page) in html(&expected).zip(html(&found)) {
            let (wanted, _) = scan::scan(text(harmless));
            let (tags, words) = scan::scan(text(page));
            let shapes = |tags: &[scan::Element]| tags.iter().map(scan::Element::shape).collect::<Vec<String>>();
            assert_eq!(shapes(&tags), shapes(&wanted), "{hostile} in {}", page.path);
            let shown = words.replace(['\u{a0}', '\u{202f}'], " ");
            assert!(shown.contains(&scan::blanks(hostile)), "{hostile} is lost in {}", page.path);
        }
    }
}

#[test]
fn hostile_texts_change_no_markdown() {
    let expected = harmless(Lang::Fr);
    for hostile in HOSTILE.iter().chain(&MARKED) {
        for before in [true, false] {
            let say = |word: &str| if before { format!("{hostile} {word}") } else { format!("{word} {hostile}") };
            let plain = str::to_owned;
            let mark: town::Say<'_> = if HOSTILE.contains(hostile) && !before { &say } else { &plain };
            let found = published(&say, mark, Lang::Fr);
            for (harmless, page) in markdown(&expected).zip(markdown(&found)) {
                let (wanted, _) = scan::events(text(harmless));
                let (kinds, words) = scan::events(text(page));
                assert_eq!(kinds, wanted, "{hostile} in {}", page.path);
                let shown = words.replace(['\u{a0}', '\u{202f}'], " ");
                assert!(shown.contains(&scan::blanks(hostile)), "{hostile} is lost in {}", page.path);
            }
        }
    }
}

#[test]
fn pages_are_sound() {
    for lang in Lang::ALL {
        for page in html(&harmless(lang)) {
            let (tags, _) = scan::scan(text(page));
            let named = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
            let path = &page.path;
            assert_eq!(named("h1"), 1, "{path}");
            assert_eq!((named("main"), named("title")), (1, 1), "{path}");
            for forbidden in ["script", "img", "iframe", "object", "embed", "form", "link", "base"] {
                assert_eq!(named(forbidden), 0, "{forbidden} in {path}");
            }
            let language = tags.iter().find(|tag| tag.name == "html").and_then(|tag| tag.attribute("lang"));
            assert_eq!(language, Some(lang.tag()), "{path}");
            assert!(tags.iter().all(|tag| tag.attribute("style").is_none()), "{path}");
            let tables = named("table");
            let captioned = named("caption")
                + tags.iter().filter(|tag| tag.name == "div" && tag.attribute("aria-labelledby").is_some()).count();
            assert!(captioned >= tables, "{path}: {captioned} names for {tables} tables");
            assert!(tags.iter().filter(|tag| tag.name == "th").all(|tag| tag.attribute("scope").is_some()), "{path}");
            balanced(&tags, path);
            let levels = tags.iter().filter_map(|tag| tag.name.strip_prefix('h')?.parse::<u8>().ok());
            let mut last = 0;
            for level in levels {
                assert!(level <= last + 1, "heading of level {level} after {last} in {path}");
                last = level;
            }
        }
    }
}

/// Each element that opens closes, in order.
fn balanced(tags: &[scan::Element], path: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in tags.iter().map(|tag| tag.name.as_str()) {
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{path}"),
            None if ["meta", "!doctype", "br", "hr"].contains(&tag) => {}
            None => open.push(tag),
        }
    }
    assert!(open.is_empty(), "{open:?} in {path}");
}

#[test]
fn anchors_are_unique_and_links_lead_somewhere() {
    for page in html(&harmless(Lang::Fr)) {
        let (tags, _) = scan::scan(text(page));
        let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.attribute("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{}", page.path);
        let labels = tags.iter().filter_map(|tag| tag.attribute("aria-labelledby"));
        let links = tags.iter().filter_map(|tag| tag.attribute("href")?.strip_prefix('#'));
        for target in labels.chain(links) {
            assert!(unique.contains(target), "{target} in {}", page.path);
        }
    }
    let guide = harmless(Lang::Fr).into_iter().find(|page| page.path == "staff/index.html").expect("a guide");
    assert!(text(&guide).contains("<a href=\"#chapter-02-suite\">02</a> <a href=\"#chapter-01-chapitre-un\">a</a>"));
    assert!(text(&guide).contains("id=\"chapter-01-chapitre-un-2\""));
}

#[test]
fn pages_load_nothing_and_run_nothing() {
    for page in html(&harmless(Lang::Fr)) {
        let (tags, _) = scan::scan(text(page));
        let policy = tags.iter().find(|tag| tag.attribute("http-equiv") == Some("Content-Security-Policy"));
        let policy = policy.and_then(|tag| tag.attribute("content")).expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        for address in tags.iter().flat_map(|tag| ["href", "src"].map(|name| tag.attribute(name))).flatten() {
            let safe = ["#", "https:", "http:", "mailto:"].iter().any(|start| address.starts_with(start));
            assert!(safe, "{address} in {}", page.path);
        }
        assert!(!text(page).contains("url(") && !text(page).contains("@import"), "{}", page.path);
    }
}

#[test]
fn no_figure_reaches_the_public_nor_the_staff() {
    for lang in Lang::ALL {
        let pages = harmless(lang);
        for page in &pages {
            let body = text(page).split_once("<body").map_or(text(page), |(_, body)| body);
            let body = body.replace([',', '\u{202f}', '\u{a0}'], "");
            for figure in town::FIGURES {
                let figure = figure.to_string();
                match page.path.as_str() {
                    path if !path.starts_with("audit/") => assert!(!body.contains(&figure), "{figure} in {path}"),
                    "audit/index.html" | SCORECARD_MARKDOWN if !["367", "983"].contains(&figure.as_str()) => {
                        assert!(body.contains(&figure), "{figure} not in {}", page.path);
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    assert_eq!(harmless(Lang::Fr), harmless(Lang::Fr));
    let json = harmless(Lang::Fr).into_iter().find(|page| page.path == SCORECARD_JSON).expect("data");
    assert!(text(&json).ends_with("}\n"));
    let back: charte::scorecard::Scorecard = serde_json::from_str(text(&json)).expect("a scorecard");
    assert_eq!(back, town::scorecard(&str::to_owned));
}

#[test]
fn every_word_is_in_the_catalogue() {
    for lang in Lang::ALL {
        for page in harmless(lang) {
            let found = text(&page);
            for area in ["publish-", "verdict-", "public-", "cause-", "unit-", "proof-", "nature-", "doubt-", "calendar-"] {
                for bracket in ["[", "\\["] {
                    assert!(!found.contains(&format!("{bracket}{area}")), "{area} in {}", page.path);
                }
            }
            assert!(!found.contains("{ $") && !found.contains("{$"), "{}", page.path);
        }
    }
}

#[test]
fn provisional_results_and_self_assessment_are_said() {
    let notice = "Auto-évaluation\u{202f}: ne vaut ni label ni certification.";
    for page in harmless(Lang::Fr) {
        if page.path == SCORECARD_JSON {
            continue;
        }
        assert!(text(&page).contains(notice), "{}", page.path);
        let provisional = text(&page).contains("Résultats provisoires, arrêtés au 30 juin 2026");
        assert_eq!(provisional, !page.path.starts_with("staff/"), "{}", page.path);
    }
    let audit = harmless(Lang::Fr).into_iter().find(|page| page.path == "audit/index.html").expect("an audit");
    let said = "Simulation selon la grille Grille. Auto-évaluation, ne vaut ni label ni certification.";
    assert!(text(&audit).contains(said));
}

/// Publishes with one template replaced.
fn with_template(name: &str, template: &str) -> Result<Vec<Page>, charte::diagnostic::Diagnostic> {
    let say: town::Say<'_> = &|word: &str| format!("{word} <b>*x*</b>");
    let (charter, scorecard) = (town::charter(say, say), town::scorecard(say));
    let replace = |asked: &str| (asked == name).then(|| template.to_owned());
    pages(&charter, &scorecard, &Messages::new(Lang::Fr), &replace)
}

#[test]
fn a_faulty_template_is_located() {
    for (template, line, kind, excerpt) in [
        ("a\n{{ nope }}\n", 2, "undefined", "nope"),
        ("{{ page.nope }}", 1, "undefined", "page.nope"),
        ("a\n\n{% if %}", 3, "syntax", ""),
        ("{{ page.name|safe }}", 1, "unknown", ""),
        ("{{ t(\"publish-nope\") }}", 1, "unknown", ""),
        ("{{ nope() }}", 1, "unknown", ""),
        ("{% include \"../charter.toml\" %}", 1, "template", ""),
        ("{% extends \"nope\" %}", 1, "template", ""),
        ("{{ page.name + 1 }}", 1, "other", ""),
    ] {
        for name in ["charter.html.j2", "scorecard.md.j2"] {
            let fault = with_template(name, template).expect_err(template);
            assert_eq!(fault.code, TEMPLATE, "{template}");
            let argument = |wanted: &str| {
                let found = fault.args.iter().find(|(known, _)| *known == wanted);
                found.map(|(_, value)| value.clone()).unwrap_or_else(|| panic!("{wanted}"))
            };
            assert_eq!(argument("template"), Value::from(name), "{template}");
            assert_eq!(argument("line"), Value::from(line as i64), "{template}");
            assert_eq!(argument("kind"), Value::from(kind), "{template}");
            if !excerpt.is_empty() {
                assert_eq!(argument("excerpt"), Value::from(excerpt), "{template}");
            }
            for lang in Lang::ALL {
                let messages = Messages::new(lang);
                let words = messages.text(fault.code.as_str(), &fault.args);
                assert!(words.contains(name) && words.contains(&line.to_string()), "{words}");
                assert!(!words.contains('$') && !words.contains('\n'), "{words}");
                assert!(messages.attribute(fault.code.as_str(), "help", &fault.args).is_some());
            }
        }
    }
}

#[test]
fn a_template_cannot_turn_escaping_off() {
    let names: Vec<&str> = template_names().collect();
    assert!(names.contains(&"charter.html.j2") && names.contains(&"style.css"));
    for template in [
        "{% autoescape false %}{{ page.charter }}{% endautoescape %}",
        "{% set x %}{% autoescape false %}{{ page.charter }}{% endautoescape %}{% endset %}{{ x }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(page.charter) }}",
        "{{ [page.charter, page.name]|join(\" \") }}",
        "{{ page.charter ~ page.name }}",
        "{{ t(\"publish-version\", version=page.charter) }}",
        "{{ page.charter|replace(\"Charte\", \"<i>\") }}",
    ] {
        for (name, path) in [("charter.html.j2", "public/index.html"), ("charter.md.j2", "public/charte.md")] {
            let pages = with_template(name, template).unwrap_or_else(|fault| panic!("{template}: {fault:?}"));
            let page = pages.iter().find(|page| page.path == path).expect("a page");
            let found = text(page);
            if name.ends_with(".html.j2") {
                assert!(!found.contains("<b>") && !found.contains("<i>"), "{template}: {found}");
            } else {
                let (kinds, _) = scan::events(found);
                assert!(kinds.iter().all(|kind| kind == "text" || kind.contains("Paragraph")), "{template}: {kinds:?}");
            }
        }
    }
}

#[test]
fn a_replaced_style_stays_in_its_element() {
    let pages = with_template("style.css", "p{}</style><script>x</script>\r\n</STYLE>").expect("pages");
    for page in html(&pages) {
        let style = text(page).split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
        let (style, rest) = style.expect("a style");
        assert_eq!(style, "p{}<\\/style><script>x<\\/script>\n<\\/STYLE>");
        assert!(!rest.contains("<script"));
    }
}
