//! The elements of HTML, as far as the lines of a page depend on them.

use html5gum::StartTag;

/// Elements whose text is not shown, or is not text of the page.
pub(super) const HIDDEN: [&[u8]; 12] = [
    b"style",
    b"script",
    b"template",
    b"title",
    b"noscript",
    b"svg",
    b"iframe",
    b"object",
    b"canvas",
    b"audio",
    b"video",
    b"datalist",
];
/// Elements after and before which a line ends.
pub(super) const BLOCKS: [&[u8]; 41] = [
    b"p",
    b"div",
    b"br",
    b"tr",
    b"li",
    b"ul",
    b"ol",
    b"dl",
    b"dt",
    b"dd",
    b"table",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"hr",
    b"pre",
    b"section",
    b"article",
    b"address",
    b"footer",
    b"header",
    b"nav",
    b"main",
    b"aside",
    b"caption",
    b"thead",
    b"tbody",
    b"tfoot",
    b"figure",
    b"figcaption",
    b"form",
    b"fieldset",
    b"legend",
    b"option",
    b"blockquote",
    b"details",
    b"summary",
    b"body",
];
/// Parts of a page that have nothing to do with each other.
pub(super) const PARTS: [&[u8]; 5] = [b"nav", b"header", b"main", b"aside", b"footer"];
/// Elements that hold nothing.
pub(super) const VOID: [&[u8]; 14] = [
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param",
    b"source", b"track", b"wbr",
];
/// Elements whose end tag may be left out.
pub(super) const LENIENT: [&[u8]; 14] = [
    b"p", b"li", b"dt", b"dd", b"tr", b"td", b"th", b"thead", b"tbody", b"tfoot", b"option",
    b"html", b"head", b"body",
];
/// Breaks that a cell of a table may hold: its row goes on behind them.
pub(super) const WITHIN_CELL: [&[u8]; 3] = [b"br", b"p", b"div"];
/// Elements within which "<" opens nothing.
pub(super) const RAW: [&[u8]; 9] = [
    b"textarea",
    b"title",
    b"plaintext",
    b"script",
    b"style",
    b"iframe",
    b"xmp",
    b"noembed",
    b"noscript",
];

/// How deep elements may be nested.
pub(super) const DEEPEST: usize = 1_000;

/// The level of a heading; 0 for any other element.
pub(super) fn level(name: &[u8]) -> u8 {
    match name {
        [b'h', digit @ b'1'..=b'6'] => digit.saturating_sub(b'0'),
        _ => 0,
    }
}

pub(super) fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    let found = tag
        .attributes
        .iter()
        .find(|(key, _)| key.as_slice() == name);
    found.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
}

/// Whether an element is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Yes,
    No,
    /// Some or all of it may be.
    Unsure,
}

/// Whether a tag says that its element is shown.
pub(super) fn shown(tag: &StartTag<()>) -> Shown {
    const DISPLAYS: [&str; 10] = [
        "block",
        "inline",
        "inline-block",
        "flex",
        "inline-flex",
        "grid",
        "table",
        "table-row",
        "table-cell",
        "list-item",
    ];
    let declared = declarations(tag);
    let dialog = tag.name.as_slice() == b"dialog" && attribute(tag, b"open").is_none();
    let values = |property: &str| -> Vec<&str> {
        let all = declared.iter().filter(|(name, _)| name == property);
        all.map(|(_, value)| value.as_str()).collect()
    };
    let display = values("display");
    match display.last() {
        Some(&"none") => return Shown::No,
        Some(last) if DISPLAYS.contains(last) => {}
        Some(_) if display.iter().any(|value| value.starts_with("none")) => return Shown::Unsure,
        _ => {}
    }
    let hidden = attribute(tag, b"hidden").is_some() || dialog;
    let invisible = values("visibility")
        .iter()
        .any(|value| value.starts_with("hidden"));
    match (hidden, display.is_empty(), invisible) {
        (true, true, _) => Shown::No,
        // Its own style may show it all the same; what it holds may be made visible again.
        (true, false, _) | (_, _, true) => Shown::Unsure,
        _ => Shown::Yes,
    }
}

/// Whether a tag strikes its text out.
pub(super) fn strikes(tag: &StartTag<()>) -> bool {
    let declared = declarations(tag);
    let mut lines = declared
        .iter()
        .filter(|(name, _)| name.starts_with("text-decoration"));
    lines.any(|(_, value)| value.contains("line-through"))
}

/// The properties of its own style with their values, in their order, in small letters without blanks or comments.
fn declarations(tag: &StartTag<()>) -> Vec<(String, String)> {
    let style = attribute(tag, b"style").unwrap_or_default().to_lowercase();
    let mut bare = String::new();
    let mut rest = style.as_str();
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
    }
    bare.push_str(rest);
    let blank = |text: &str| -> String { text.split_whitespace().collect() };
    let pairs = bare.split(';').filter_map(|some| some.split_once(':'));
    pairs
        .map(|(name, value)| (blank(name), blank(value)))
        .collect()
}
