//! The cells of a sheet of an XLSX workbook.
//!
//! Invariant: a cell stands where the sheet says, and nowhere else; what it shows depends on its type and its style alone.

use super::super::Grid;
use super::super::fault::WorkbookFault;
use super::super::grid::LONGEST_TEXT;
use super::super::serial::{self, Epoch};
use super::super::shown::{Shown, plain};
use super::super::strings::Strings;
use super::super::xml::{Item, Tag, Xml};
use crate::evidence::raw::Raw;
use crate::evidence::wire::{LAST_COLUMN, LAST_ROW};
use std::borrow::Cow;
use std::io::BufRead;

/// What the cells of a sheet are read with.
pub(super) struct Look<'a> {
    pub(super) epoch: Epoch,
    /// How each style shows a number.
    pub(super) styles: &'a [Shown],
    /// The table of texts.
    pub(super) strings: &'a Strings,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Type {
    #[default]
    Number,
    Shared,
    Text,
    Inline,
    Boolean,
    Error,
    Date,
}

/// The cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    row: u32,
    column: u32,
    kind: Type,
    style: usize,
    value: String,
    /// Whether it has a value at all: an empty text is one.
    there: bool,
    /// Whether what comes is part of its value.
    taking: bool,
    /// Whether what comes says how letters sound.
    sound: bool,
}

/// Reads a sheet to its end.
pub(super) fn read<R: BufRead>(
    xml: &mut Xml<R>,
    look: &Look<'_>,
    mut grid: Grid<'_>,
) -> Result<(), WorkbookFault> {
    let (mut within, mut inside) = (false, false);
    let mut cell = Cell::default();
    let mut spare = String::new();
    loop {
        match xml.next()? {
            Item::Open(tag) => match tag.name() {
                "sheetData" => within = true,
                "row" if within => cell.begin_row(&tag)?,
                "c" if within => {
                    cell.begin(&tag)?;
                    inside = true;
                }
                "v" if inside && cell.kind != Type::Inline => {
                    cell.taking = true;
                    cell.value.clear();
                }
                "is" if inside => cell.value.clear(),
                "t" if inside => cell.taking = cell.kind == Type::Inline && !cell.sound,
                "rPh" if inside => cell.sound = true,
                _ => {}
            },
            Item::Text(text) if inside && cell.taking => {
                cell.there = true;
                cell.value.push_str(&text);
                if cell.value.len() > LONGEST_TEXT {
                    return Err(WorkbookFault::Text);
                }
            }
            Item::Close(tag) => match tag.name() {
                "sheetData" => within = false,
                "c" if inside => {
                    inside = false;
                    if cell.there {
                        let raw = cell.raw(look, &mut spare)?;
                        if raw != Raw::Empty {
                            grid.cell(cell.row, cell.column, raw)?;
                        }
                    }
                    cell.column = cell.column.saturating_add(1);
                }
                "v" | "t" => cell.taking = false,
                "rPh" => cell.sound = false,
                _ => {}
            },
            Item::End => return grid.finish(),
            _ => {}
        }
    }
}

impl Cell {
    /// A row begins: the one that it names, or the next one.
    fn begin_row(&mut self, tag: &Tag<'_>) -> Result<(), WorkbookFault> {
        let mut row = self.row.saturating_add(1);
        tag.each(&mut |key, value| {
            if key == "r" {
                row = value.parse().map_err(|_| WorkbookFault::Grid)?;
            }
            Ok(())
        })?;
        if row <= self.row || row > LAST_ROW {
            return Err(WorkbookFault::Grid);
        }
        (self.row, self.column) = (row, 0);
        Ok(())
    }

    /// A cell begins: where it says, or behind the last one.
    fn begin(&mut self, tag: &Tag<'_>) -> Result<(), WorkbookFault> {
        self.value.clear();
        (self.kind, self.style) = (Type::Number, 0);
        (self.there, self.taking, self.sound) = (false, false, false);
        let (mut row, mut column) = (self.row, self.column);
        tag.each(&mut |key, value| {
            match key {
                "r" => (row, column) = place(value).ok_or(WorkbookFault::Grid)?,
                "s" => self.style = value.parse().unwrap_or(0),
                "t" => {
                    self.kind = match value {
                        "s" => Type::Shared,
                        "str" => Type::Text,
                        "inlineStr" => Type::Inline,
                        "b" => Type::Boolean,
                        "e" => Type::Error,
                        "d" => Type::Date,
                        _ => Type::Number,
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        if row != self.row || column < self.column || column >= LAST_COLUMN {
            return Err(WorkbookFault::Grid);
        }
        self.column = column;
        Ok(())
    }

    /// What it holds.
    fn raw<'s>(&'s self, look: &Look<'s>, spare: &'s mut String) -> Result<Raw<'s>, WorkbookFault> {
        let value = self.value.trim();
        let text = |text: Cow<'s, str>, spare: &'s mut String| match text {
            text if text.is_empty() => Raw::Empty,
            Cow::Borrowed(text) => Raw::Text(text),
            Cow::Owned(text) => {
                *spare = text;
                Raw::Text(spare)
            }
        };
        Ok(match self.kind {
            Type::Shared => {
                let number = value.parse().map_err(|_| WorkbookFault::Damaged)?;
                let shared = look.strings.get(number).ok_or(WorkbookFault::Damaged)?;
                text(Cow::Borrowed(shared), spare)
            }
            Type::Text | Type::Inline => text(unescaped(&self.value), spare),
            Type::Boolean => match value {
                "1" | "true" => Raw::Boolean(true),
                "0" | "false" => Raw::Boolean(false),
                _ => Raw::Error,
            },
            Type::Error => Raw::Error,
            Type::Date => serial::iso_instant(value).map_or(Raw::Error, Raw::Instant),
            Type::Number if value.is_empty() => Raw::Empty,
            Type::Number => {
                let shown = look.styles.get(self.style).copied().unwrap_or_default();
                if shown == Shown::Number && is_short(value) {
                    return Ok(Raw::Number(value));
                }
                match value.parse::<f64>() {
                    Ok(number) if shown == Shown::Number => plain(number, spare),
                    Ok(number) => shown.cell(number, look.epoch, spare),
                    Err(_) => Raw::Error,
                }
            }
        })
    }
}

/// Whether a number is written as it would be anew.
fn is_short(value: &str) -> bool {
    value == "0"
        || (value.len() <= 15
            && !value.starts_with('0')
            && value.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The row, counted from 1, and the column, from 0, of a reference such as `XFD1048576`.
fn place(reference: &str) -> Option<(u32, u32)> {
    let mut column = 0_u32;
    let mut bytes = reference.bytes().peekable();
    while let Some(letter) = bytes.next_if(u8::is_ascii_alphabetic) {
        let letter = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(letter)?;
    }
    let mut row = 0_u32;
    for digit in bytes {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        row = row.checked_mul(10)?.checked_add(digit)?;
    }
    Some((row, column.checked_sub(1)?))
}

/// A text whose control characters are written as `_x000D_`.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let letter = after.split_at_checked(5).and_then(|(code, behind)| {
            let code = code.strip_suffix('_')?;
            let number = u32::from_str_radix(code, 16).ok()?;
            Some((char::from_u32(number)?, behind))
        });
        match letter {
            Some((letter, behind)) => {
                plain.push(letter);
                rest = behind;
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        for (reference, expected) in [
            ("A1", Some((1, 0))),
            ("XFD1048576", Some((1_048_576, 16_383))),
            ("aa12", Some((12, 26))),
            ("AAAAAAAAAA1", None),
            ("A99999999999", None),
            ("12", None),
            ("A1B", None),
            ("A", Some((0, 0))),
        ] {
            assert_eq!(place(reference), expected, "{reference}");
        }
    }

    #[test]
    fn written_control_characters() {
        for (text, expected) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_x00", "_x00"),
            ("_xé", "_xé"),
        ] {
            assert_eq!(unescaped(text), expected, "{text}");
        }
    }
}
