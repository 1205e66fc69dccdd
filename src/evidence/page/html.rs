//! HTML as lines: token by token, without a tree that a hostile page could make deep.
//!
//! Invariant: linear in the size of the page. What a browser does not show (scripts, styles, comments, hidden elements) is
//! no text; the text alternative of an image is. What only an image, a frame or a script shows is not said to everyone.

use super::line::Line;
use html5gum::{StartTag, Token, Tokenizer};

/// Elements whose text is not shown, or is not text of the page.
const HIDDEN: [&[u8]; 12] = [
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
const BLOCKS: [&[u8]; 41] = [
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
const PARTS: [&[u8]; 5] = [b"nav", b"header", b"main", b"aside", b"footer"];
/// Elements that hold nothing.
const VOID: [&[u8]; 14] = [
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param",
    b"source", b"track", b"wbr",
];
/// Elements whose end tag may be left out.
const LENIENT: [&[u8]; 14] = [
    b"p", b"li", b"dt", b"dd", b"tr", b"td", b"th", b"thead", b"tbody", b"tfoot", b"option",
    b"html", b"head", b"body",
];
/// Breaks that a cell of a table may hold: its row goes on behind them.
const WITHIN_CELL: [&[u8]; 3] = [b"br", b"p", b"div"];
/// How deep elements may be nested.
const DEEPEST: usize = 1_000;

/// What the reader of a page found.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) lines: Vec<Line>,
    /// Where its links lead.
    pub(super) links: Vec<String>,
    /// Something that is hidden never ends.
    pub(super) cut: bool,
}

/// The lines of an HTML page; none if it is nested too deep.
pub(super) fn lines(html: &str) -> Option<Lines> {
    let mut page = Builder::default();
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.open(&tag)?,
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(text) => page.write(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    page.end_line();
    page.found.cut = page
        .skipped
        .as_ref()
        .is_some_and(|(name, _)| !HIDDEN.contains(&name.as_slice()));
    Some(page.found)
}

#[derive(Default)]
struct Builder {
    found: Lines,
    cells: Vec<String>,
    heading: u8,
    depth: usize,
    /// The tables that are open, innermost last, and how many were met.
    tables: Vec<u32>,
    met: u32,
    part: u32,
    in_cell: bool,
    /// How many elements are open in which line breaks count.
    kept: usize,
    /// The element that is left out, and how many of its name are open.
    skipped: Option<(Vec<u8>, usize)>,
}

fn level(name: &[u8]) -> u8 {
    match name {
        [b'h', digit @ b'1'..=b'6'] => digit.saturating_sub(b'0'),
        _ => 0,
    }
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    let found = tag
        .attributes
        .iter()
        .find(|(key, _)| key.as_slice() == name);
    found.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
}

/// Whether a tag says that its element is not shown.
fn hides(tag: &StartTag<()>) -> bool {
    let style: String = attribute(tag, b"style")
        .unwrap_or_default()
        .to_lowercase()
        .split_whitespace()
        .collect();
    let name: &[u8] = &tag.name;
    attribute(tag, b"hidden").is_some()
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || (name == b"dialog" && attribute(tag, b"open").is_none())
}

impl Builder {
    /// None if the page is nested too deep.
    fn open(&mut self, tag: &StartTag<()>) -> Option<()> {
        let name: &[u8] = &tag.name;
        let void = VOID.contains(&name);
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped != name || void {
                return Some(());
            }
            // A paragraph ends where the next one begins.
            if name != b"p" {
                *depth = depth.saturating_add(1);
                return Some(());
            }
            self.skipped = None;
        }
        if !void && !LENIENT.contains(&name) {
            self.depth = self.depth.saturating_add(1);
            if self.depth > DEEPEST {
                return None;
            }
        }
        if HIDDEN.contains(&name) || hides(tag) {
            self.separate(name);
            self.skipped = (!void).then(|| (name.to_vec(), 1));
            return Some(());
        }
        self.links(tag);
        self.separate(name);
        match name {
            b"td" | b"th" => {
                self.cells.push(String::new());
                self.in_cell = true;
            }
            b"table" => {
                self.met = self.met.saturating_add(1);
                self.tables.push(self.met);
            }
            b"pre" => self.kept = self.kept.saturating_add(1),
            b"img" => {
                let alt = attribute(tag, b"alt").unwrap_or_default();
                self.write(&format!(" {alt} "));
            }
            _ => {}
        }
        if PARTS.contains(&name) {
            self.part = self.part.saturating_add(1);
        }
        if level(name) > 0 {
            self.heading = level(name);
        }
        Some(())
    }

    fn links(&mut self, tag: &StartTag<()>) {
        if tag.name.as_slice() == b"a" {
            self.found.links.extend(attribute(tag, b"href"));
        }
    }

    fn close(&mut self, name: &[u8]) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name {
                *depth = depth.saturating_sub(1);
                if *depth == 0 {
                    self.skipped = None;
                    self.rise(name);
                }
            }
            return;
        }
        self.rise(name);
        self.separate(name);
        match name {
            b"td" | b"th" => self.in_cell = false,
            b"table" => {
                self.tables.pop();
            }
            b"pre" => self.kept = self.kept.saturating_sub(1),
            _ => {}
        }
        if PARTS.contains(&name) {
            self.part = self.part.saturating_add(1);
        }
    }

    fn rise(&mut self, name: &[u8]) {
        if !VOID.contains(&name) && !LENIENT.contains(&name) {
            self.depth = self.depth.saturating_sub(1);
        }
    }

    /// What a tag does to the line.
    fn separate(&mut self, name: &[u8]) {
        if self.in_cell && WITHIN_CELL.contains(&name) {
            self.write(" ");
        } else if BLOCKS.contains(&name) {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        self.in_cell = false;
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.found.lines.push(Line {
                cells,
                heading: self.heading,
                table: self.tables.last().copied().unwrap_or(0),
                part: self.part,
            });
        }
        self.heading = 0;
    }

    fn write(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        for letter in text.chars() {
            if letter == '\n' && self.kept > 0 {
                self.end_line();
                continue;
            }
            if self.cells.is_empty() {
                self.cells.push(String::new());
            }
            if let Some(cell) = self.cells.last_mut() {
                // The lexer takes any run of blanks for one.
                cell.push(letter);
            }
        }
    }
}
