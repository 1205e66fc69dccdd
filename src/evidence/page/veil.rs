//! Where an element that is not shown ends: at its own end tag, or where HTML lets its end tag be left out.
//!
//! Invariant: an end that is not surely the element's is unsure; nothing that follows is then taken for shown or hidden.

use super::tags::{BLOCKS, DEEPEST, LENIENT, VOID, level};

/// What a tag means within an element that is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The element goes on.
    Inside,
    /// The element is over.
    Ends,
    /// The element may be over.
    Unsure,
    /// Too many elements are open.
    TooDeep,
}

/// An element that is not shown, and what is open within it.
#[derive(Debug)]
pub(super) struct Veil {
    name: Vec<u8>,
    inside: Vec<Vec<u8>>,
}

/// Elements before which a paragraph ends.
fn ends_paragraph(name: &[u8]) -> bool {
    const NOT: [&[u8]; 9] = [
        b"br", b"tr", b"caption", b"thead", b"tbody", b"tfoot", b"legend", b"option", b"body",
    ];
    BLOCKS.contains(&name) && !NOT.contains(&name)
}

/// Whether an element ends, if its end tag was left out, where this one begins.
fn gives_way(name: &[u8], next: &[u8]) -> bool {
    match name {
        b"p" => ends_paragraph(next),
        b"li" => next == b"li",
        b"dt" | b"dd" => matches!(next, b"dt" | b"dd"),
        b"option" => matches!(next, b"option" | b"optgroup" | b"hr"),
        b"td" | b"th" => matches!(next, b"td" | b"th" | b"tr" | b"tbody" | b"tfoot" | b"thead"),
        b"tr" => matches!(next, b"tr" | b"tbody" | b"tfoot" | b"thead"),
        b"tbody" | b"thead" | b"tfoot" => matches!(next, b"tbody" | b"tfoot" | b"thead"),
        b"a" | b"button" | b"nobr" => name == next,
        _ => level(name) > 0 && level(next) > 0,
    }
}

/// Elements within which what gives way outside of them does not.
fn holds(name: &[u8], inner: &[u8]) -> bool {
    match inner {
        b"li" => matches!(name, b"ul" | b"ol"),
        b"dt" | b"dd" => name == b"dl",
        b"option" => name == b"select",
        _ => matches!(
            name,
            b"table" | b"td" | b"th" | b"button" | b"object" | b"template"
        ),
    }
}

impl Veil {
    pub(super) fn of(name: &[u8]) -> Self {
        Self {
            name: name.to_vec(),
            inside: Vec::new(),
        }
    }

    pub(super) fn is(&self, name: &[u8]) -> bool {
        self.name == name
    }

    /// Whether all that is open within it may end without a tag.
    fn loose(&self, from: usize) -> bool {
        let mut inside = self.inside.iter().skip(from);
        inside.all(|name| LENIENT.contains(&name.as_slice()))
    }

    pub(super) fn open(&mut self, name: &[u8], self_closing: bool) -> Step {
        if VOID.contains(&name) {
            return Step::Inside;
        }
        let drawing = |name: &[u8]| matches!(name, b"svg" | b"math");
        let drawn = drawing(&self.name) || self.inside.iter().any(|name| drawing(name));
        if drawn {
            let breaks =
                BLOCKS.contains(&name) || matches!(name, b"span" | b"b" | b"i" | b"em" | b"strong");
            if drawing(&self.name) && breaks {
                return Step::Unsure;
            }
            if self_closing {
                return Step::Inside;
            }
        }
        let within = |veil: &Self| veil.inside.iter().any(|outer| holds(outer, &veil.name));
        if gives_way(&self.name, name) && !within(self) {
            return if self.loose(0) {
                Step::Ends
            } else {
                Step::Unsure
            };
        }
        let last = self.inside.last().unwrap_or(&self.name).as_slice();
        if misplaced(last, name) {
            return Step::Unsure;
        }
        // An element that gives way to this one is over.
        while self.inside.last().is_some_and(|last| gives_way(last, name)) {
            self.inside.pop();
        }
        self.inside.push(name.to_vec());
        if self.inside.len() > DEEPEST {
            Step::TooDeep
        } else {
            Step::Inside
        }
    }

    /// `opened`: whether such an element is open around it.
    pub(super) fn close(&mut self, name: &[u8], opened: bool) -> Step {
        if VOID.contains(&name) {
            return Step::Inside;
        }
        if let Some(position) = self.inside.iter().rposition(|inner| inner == name) {
            if !self.loose(position.saturating_add(1)) {
                return Step::Unsure;
            }
            self.inside.truncate(position);
            return Step::Inside;
        }
        if self.name == name {
            return if self.loose(0) {
                Step::Ends
            } else {
                Step::Unsure
            };
        }
        if !opened {
            // Browsers pass over the end of what never began.
            return Step::Inside;
        }
        let block = BLOCKS.contains(&name) || matches!(name, b"select" | b"td" | b"th");
        if block && LENIENT.contains(&self.name.as_slice()) && self.loose(0) {
            Step::Ends
        } else {
            Step::Unsure
        }
    }
}

/// Whether browsers move such an element out of the table that is open.
fn misplaced(last: &[u8], name: &[u8]) -> bool {
    let rows = matches!(last, b"table" | b"tbody" | b"thead" | b"tfoot" | b"tr");
    let fits = matches!(
        name,
        b"caption"
            | b"colgroup"
            | b"tbody"
            | b"thead"
            | b"tfoot"
            | b"tr"
            | b"td"
            | b"th"
            | b"script"
            | b"style"
            | b"template"
            | b"form"
    );
    rows && !fits
}
