//! The lines of a page: cells of words, under headings, within tables.

use super::lexer::{Token, lex};

/// A line as it stands on the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Its cells; one, but for the rows of a table.
    pub(super) cells: Vec<String>,
    /// The level of a heading, from 1; 0 for any other line.
    pub(super) heading: u8,
    /// The table that it is a row of, from 1; 0 outside of tables.
    pub(super) table: u32,
    /// The part of the page that it stands in: menu, header, main part, footer.
    pub(super) part: u32,
    /// Whether some of it is struck out, or may be hidden.
    pub(super) struck: bool,
    /// Whether it is a row of a table in which a cell spans several rows.
    pub(super) spanned: bool,
}

/// A line cut into tokens.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) cells: Vec<Vec<Token>>,
    pub(super) heading: u8,
    pub(super) table: u32,
    pub(super) part: u32,
    /// Whether some of it is struck out, or may be hidden.
    pub(super) struck: bool,
    /// Whether what it says may not hold: it is struck out, lacks a cell that spans rows, or stands in the shadow of
    /// another line.
    pub(super) doubt: bool,
}

impl Row {
    pub(super) fn of(line: &Line) -> Self {
        Self {
            cells: line.cells.iter().map(|cell| lex(cell)).collect(),
            heading: line.heading,
            table: line.table,
            part: line.part,
            struck: line.struck,
            doubt: line.struck || line.spanned,
        }
    }

    /// Its tokens, cell after cell.
    pub(super) fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.cells.iter().flatten()
    }

    /// Its words and numbers.
    pub(super) fn words(&self) -> Vec<&str> {
        let tokens = self.tokens().filter(|token| !token.is_mark());
        tokens.map(|token| token.text.as_str()).collect()
    }

    pub(super) fn has_words(&self) -> bool {
        self.tokens().any(|token| !token.is_mark())
    }

    /// Whether one of these words stands in it.
    pub(super) fn has_any(&self, words: &[&str]) -> bool {
        self.tokens()
            .any(|token| words.contains(&token.text.as_str()))
    }
}
