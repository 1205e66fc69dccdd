//! Templates that a town replaces: faults are located, escaping stays on.

use super::card::scorecard;
use super::scan;
use super::town::{Say, charter, html, text};
use charte::diagnostic::{Diagnostic, Value};
use charte::messages::{Lang, Messages};
use charte::publish::{Page, TEMPLATE, pages, template_names};

/// Publishes with one template replaced.
fn with_template(name: &str, template: &str) -> Result<Vec<Page>, Diagnostic> {
    let say: Say<'_> = &|word: &str| format!("{word} <b>*x*</b>");
    let (charter, scorecard) = (charter(say, say), scorecard(say));
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
                found
                    .map(|(_, value)| value.clone())
                    .unwrap_or_else(|| panic!("{wanted}"))
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
                assert!(
                    words.contains(name) && words.contains(&line.to_string()),
                    "{words}"
                );
                assert!(!words.contains('$') && !words.contains('\n'), "{words}");
                assert!(
                    messages
                        .attribute(fault.code.as_str(), "help", &fault.args)
                        .is_some()
                );
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
        for (name, path) in [
            ("charter.html.j2", "public/index.html"),
            ("charter.md.j2", "public/charte.md"),
        ] {
            let pages = with_template(name, template)
                .unwrap_or_else(|fault| panic!("{template}: {fault:?}"));
            let page = pages.iter().find(|page| page.path == path).expect("a page");
            let found = text(page);
            if name.ends_with(".html.j2") {
                assert!(
                    !found.contains("<b>") && !found.contains("<i>"),
                    "{template}: {found}"
                );
            } else {
                let (kinds, _) = scan::events(found);
                assert!(
                    kinds
                        .iter()
                        .all(|kind| kind == "text" || kind.contains("Paragraph")),
                    "{template}: {kinds:?}"
                );
            }
        }
    }
}

#[test]
fn a_replaced_style_stays_in_its_element() {
    let pages =
        with_template("style.css", "p{}</style><script>x</script>\r\n</STYLE>").expect("pages");
    for page in html(&pages) {
        let style = text(page)
            .split_once("<style>")
            .and_then(|(_, rest)| rest.split_once("</style>"));
        let (style, rest) = style.expect("a style");
        assert_eq!(style, "p{}<\\/style><script>x<\\/script>\n<\\/STYLE>");
        assert!(!rest.contains("<script"));
    }
}
