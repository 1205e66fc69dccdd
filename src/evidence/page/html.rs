//! HTML as lines: token by token, without a tree that a hostile page could make deep.
//!
//! Invariant: linear in the size of the page. What a browser does not show (scripts, styles, comments, hidden elements) is
//! no text; the text alternative of an image is. What only an image, a frame or a script shows is not said to everyone.

use super::line::Line;
use super::tags::{
    BLOCKS, DEEPEST, HIDDEN, LENIENT, PARTS, RAW, Shown, VOID, WITHIN_CELL, attribute, level,
    shown, strikes,
};
use super::veil::{Step, Veil};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::collections::{BTreeMap, BTreeSet};

/// What the reader of a page found.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) lines: Vec<Line>,
    /// Where its links lead, each with the position of its line.
    pub(super) links: Vec<(usize, String)>,
    /// It is not sure where something that is hidden ends.
    pub(super) cut: bool,
}

/// The lines of an HTML page; none if it is nested too deep.
pub(super) fn lines(html: &str) -> Option<Lines> {
    let mut page = Builder::default();
    let mut emitter = DefaultEmitter::default();
    // Within scripts, styles and the like "<" opens nothing.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.open(&tag)?,
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(text) => page.write(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    page.end_line();
    page.found.cut |= page.veil.is_some();
    Some(page.found)
}

#[derive(Default)]
struct Builder {
    found: Lines,
    line: Line,
    depth: usize,
    /// The tables that are open, innermost last; how many were met, and in which a cell spans rows.
    tables: Vec<u32>,
    met: u32,
    spanned: BTreeSet<u32>,
    part: u32,
    in_cell: bool,
    /// How many blocks are open within the heading.
    within: usize,
    /// How many elements are open in which line breaks count, and in which text is struck out.
    kept: usize,
    struck: usize,
    /// How many elements of a name are open.
    opened: BTreeMap<Vec<u8>, usize>,
    /// The element that is left out.
    veil: Option<Veil>,
}

impl Builder {
    /// None if the page is nested too deep.
    fn open(&mut self, tag: &StartTag<()>) -> Option<()> {
        let name: &[u8] = &tag.name;
        // Within a drawing such an element would be over at once.
        self.found.cut |= tag.self_closing && RAW.contains(&name);
        let step = self
            .veil
            .as_mut()
            .map(|veil| veil.open(name, tag.self_closing));
        match step {
            Some(Step::TooDeep) => return None,
            Some(Step::Inside) => return Some(()),
            Some(Step::Ends) => self.veil = None,
            Some(Step::Unsure) => self.doubt(),
            None => {}
        }
        let void = VOID.contains(&name);
        if !void && !LENIENT.contains(&name) {
            self.depth = self.depth.saturating_add(1);
            if self.depth > DEEPEST {
                return None;
            }
        }
        let drawn = tag.self_closing && matches!(name, b"svg" | b"math");
        let shown = shown(tag);
        self.found.cut |= shown == Shown::Unsure;
        if HIDDEN.contains(&name) || shown != Shown::Yes {
            self.separate(name, true);
            self.found.cut |= tag.self_closing && !drawn && !void;
            if void || drawn {
                self.rise(name);
            } else {
                self.veil = Some(Veil::of(name));
            }
            return Some(());
        }
        if !void {
            let count = self.opened.entry(name.to_vec()).or_default();
            *count = count.saturating_add(1);
        }
        self.separate(name, true);
        self.begin(tag);
        Some(())
    }

    /// What an element that is shown begins.
    fn begin(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        match name {
            b"a" => {
                let line = self.found.lines.len();
                let link = attribute(tag, b"href").map(|link| (line, link));
                self.found.links.extend(link);
            }
            b"td" | b"th" => {
                self.line.cells.push(String::new());
                self.in_cell = true;
                let rows = attribute(tag, b"rowspan").unwrap_or_default();
                if !matches!(rows.trim(), "" | "1") {
                    self.spanned.extend(self.tables.last().copied());
                }
            }
            b"table" => {
                self.met = self.met.saturating_add(1);
                self.tables.push(self.met);
            }
            b"pre" => self.kept = self.kept.saturating_add(1),
            b"del" | b"s" | b"strike" => self.struck = self.struck.saturating_add(1),
            b"img" => {
                let alt = attribute(tag, b"alt").unwrap_or_default();
                self.write(&format!(" {alt} "));
            }
            _ => {}
        }
        if strikes(tag) {
            // Where it ends is not followed.
            self.doubt();
        }
        if PARTS.contains(&name) {
            self.part = self.part.saturating_add(1);
        }
        if level(name) > 0 {
            self.line.heading = level(name);
        }
    }

    /// From here on nothing is sure: what follows may be shown, or not.
    fn doubt(&mut self) {
        self.found.cut = true;
        self.veil = None;
        self.struck = self.struck.saturating_add(DEEPEST);
    }

    fn close(&mut self, name: &[u8]) {
        let open = self.opened.get(name).copied().unwrap_or(0);
        let step = self.veil.as_mut().map(|veil| veil.close(name, open > 0));
        match step {
            Some(Step::Inside | Step::TooDeep) => return,
            Some(Step::Ends) => {
                let veil = self.veil.take();
                if veil.is_some_and(|veil| veil.is(name)) {
                    self.rise(name);
                    return;
                }
            }
            Some(Step::Unsure) => self.doubt(),
            None => {}
        }
        if let Some(count) = self.opened.get_mut(name) {
            *count = count.saturating_sub(1);
        }
        self.rise(name);
        self.separate(name, false);
        match name {
            b"td" | b"th" => self.in_cell = false,
            b"table" => {
                self.tables.pop();
            }
            b"pre" => self.kept = self.kept.saturating_sub(1),
            b"del" | b"s" | b"strike" if open > 0 => self.struck = self.struck.saturating_sub(1),
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
    fn separate(&mut self, name: &[u8], opens: bool) {
        let heads = self.line.heading > 0 && WITHIN_CELL.contains(&name);
        if self.in_cell && WITHIN_CELL.contains(&name) {
            self.write(" ");
        } else if heads && (name == b"br" || opens || self.within > 0) {
            // A heading goes on behind its breaks.
            self.write(" ");
            self.within = match (name, opens) {
                (b"br", _) => self.within,
                (_, true) => self.within.saturating_add(1),
                (_, false) => self.within.saturating_sub(1),
            };
        } else if BLOCKS.contains(&name) {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        self.in_cell = false;
        self.within = 0;
        let line = std::mem::take(&mut self.line);
        if line.cells.iter().any(|cell| !cell.trim().is_empty()) {
            let table = self.tables.last().copied().unwrap_or(0);
            self.found.lines.push(Line {
                table,
                part: self.part,
                spanned: self.spanned.contains(&table),
                ..line
            });
        }
    }

    fn write(&mut self, text: &str) {
        if self.veil.is_some() {
            return;
        }
        for letter in text.chars() {
            if letter == '\n' && self.kept > 0 {
                self.end_line();
                continue;
            }
            self.line.struck |= self.struck > 0 && !letter.is_whitespace();
            if self.line.cells.is_empty() {
                self.line.cells.push(String::new());
            }
            if let Some(cell) = self.line.cells.last_mut() {
                // The lexer takes any run of blanks for one.
                cell.push(letter);
            }
        }
    }
}
