//! Texts that would be tags, attributes, links or marks, in every field of the charter and of the scorecard.

use super::scan;
use super::town::{Say, html, markdown, published, text};
use charte::messages::Lang;
use charte::publish::Page;

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

/// A word that no document has of its own, and that none can take for anything else.
const PLAIN: &str = "zzzz";

/// Where a hostile text stands in each text.
#[derive(Debug, Clone, Copy)]
enum Place {
    Before,
    After,
}

/// Every page, with a piece in each text; `marked` also puts it in those that are Markdown.
fn with(piece: &str, place: Place, marked: bool) -> Vec<Page> {
    let say = |word: &str| match place {
        Place::Before => format!("{piece} {word}"),
        Place::After => format!("{word} {piece}"),
    };
    let mark: Say<'_> = if marked { &say } else { &str::to_owned };
    published(&say, mark, Lang::Fr)
}

/// How often a piece is in a text, whatever its capitals and the width of its blanks.
fn count(text: &str, piece: &str) -> usize {
    let even = |text: &str| scan::blanks(text).to_lowercase();
    even(text).matches(&even(piece)).count()
}

/// Which texts stand where; whether also in those that are Markdown, of which a link keeps its words only.
fn cases() -> Vec<(Place, bool, Vec<&'static str>)> {
    let all: Vec<&str> = HOSTILE.iter().chain(&MARKED).copied().collect();
    // Before a text, a piece could begin a block of the town's own Markdown: only after it is it marked.
    vec![
        (Place::After, true, HOSTILE.to_vec()),
        (Place::After, false, all),
        (Place::Before, false, MARKED.to_vec()),
    ]
}

/// In HTML: the same tags with the same attributes, and the piece wherever the plain one was.
fn same_html(harmless: &Page, page: &Page, piece: &str, marked: bool) {
    let (wanted, plain) = scan::scan(text(harmless));
    let (tags, words) = scan::scan(text(page));
    let shapes = |tags: &[scan::Element]| {
        let shapes = tags.iter().map(scan::Element::shape);
        shapes.collect::<Vec<String>>()
    };
    let path = &page.path;
    assert_eq!(shapes(&tags), shapes(&wanted), "{piece} in {path}");
    if marked {
        return;
    }
    let values = |tags: &[scan::Element], piece: &str| {
        let all = tags.iter().flat_map(|tag| &tag.attributes);
        all.map(|(_, value)| count(value, piece)).sum::<usize>()
    };
    assert_eq!(
        count(&words, piece),
        count(&plain, PLAIN),
        "{piece} in {path}"
    );
    assert_eq!(
        values(&tags, piece),
        values(&wanted, PLAIN),
        "{piece} in {path}"
    );
}

/// In Markdown: the same events, and the piece wherever the plain one was.
fn same_markdown(harmless: &Page, page: &Page, piece: &str, marked: bool) {
    let (wanted, plain) = scan::events(text(harmless));
    let (kinds, words) = scan::events(text(page));
    let path = &page.path;
    assert_eq!(kinds, wanted, "{piece} in {path}");
    if !marked {
        assert_eq!(
            count(&words, piece),
            count(&plain, PLAIN),
            "{piece} in {path}"
        );
    }
}

#[test]
fn hostile_texts_stay_texts() {
    for (place, marked, pieces) in cases() {
        let expected = with(PLAIN, place, marked);
        for piece in pieces {
            let found = with(piece, place, marked);
            for (harmless, page) in html(&expected).zip(html(&found)) {
                same_html(harmless, page, piece, marked);
            }
            for (harmless, page) in markdown(&expected).zip(markdown(&found)) {
                same_markdown(harmless, page, piece, marked);
            }
        }
    }
}
