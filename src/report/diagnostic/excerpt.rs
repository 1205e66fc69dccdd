//! The lines of a charter file around a fault, cut to the width of the terminal.
//!
//! Invariant: every line of an excerpt is a line of the file, with its number there; characters that are not harmless are
//! replaced, and what is cut off is marked.

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// Two places further apart than this get an excerpt each.
const TOGETHER: usize = 4;

/// The columns of a tab.
const TAB: usize = 4;

/// A place in a file, and what is said about it.
#[derive(Debug, Clone)]
pub(super) struct Spot<'a> {
    pub(super) path: String,
    pub(super) text: &'a str,
    pub(super) span: Range<usize>,
    pub(super) label: Option<String>,
}

/// The excerpts of one diagnostic, as one source code: each has its stretch of offsets.
#[derive(Debug, Default)]
pub(super) struct Excerpts {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    path: String,
    /// The offset of its first byte.
    base: usize,
    /// Its first line in the file, from 0.
    first: usize,
    text: String,
    marks: Vec<Mark>,
}

#[derive(Debug)]
struct Mark {
    span: Range<usize>,
    line: usize,
    column: usize,
    label: Option<String>,
    main: bool,
}

/// A spot within its line.
#[derive(Debug, Clone)]
struct Located<'a> {
    spot: &'a Spot<'a>,
    /// The line, from 0.
    line: usize,
    /// Bytes within the line.
    span: Range<usize>,
    main: bool,
}

impl Excerpts {
    /// The excerpts around some spots, of which the first is the main one.
    pub(super) fn new(spots: &[Spot<'_>], width: usize, unicode: bool) -> Self {
        let mut groups: Vec<Vec<Located<'_>>> = Vec::new();
        for (position, spot) in spots.iter().enumerate() {
            let located = locate(spot, position == 0);
            let near = |group: &&mut Vec<Located<'_>>| {
                group.iter().any(|other| {
                    other.spot.path == spot.path && other.line.abs_diff(located.line) <= TOGETHER
                })
            };
            match groups.iter_mut().find(near) {
                Some(group) => group.push(located),
                None => groups.push(vec![located]),
            }
        }
        let cutting = Cutting {
            width: width.max(20),
            mark: if unicode { "…" } else { "..." },
        };
        let mut excerpts = Self::default();
        for group in &groups {
            let last = excerpts.parts.last();
            let base = last.map_or(0, |part| part.end().saturating_add(1));
            excerpts.parts.extend(part(base, group, cutting));
        }
        excerpts
    }

    /// The carets and their words.
    pub(super) fn labels(&self) -> Vec<LabeledSpan> {
        let marks = self.parts.iter().flat_map(|part| &part.marks);
        let label = |mark: &Mark| {
            let span = (mark.span.start, mark.span.len());
            if mark.main {
                LabeledSpan::new_primary_with_span(mark.label.clone(), span)
            } else {
                LabeledSpan::new_with_span(mark.label.clone(), span)
            }
        };
        marks.map(label).collect()
    }
}

impl Part {
    const fn end(&self) -> usize {
        self.base.saturating_add(self.text.len())
    }
}

impl SourceCode for Excerpts {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let end = span.offset().saturating_add(span.len());
        let holds = |part: &&Part| part.base <= span.offset() && end <= part.end();
        let part = self
            .parts
            .iter()
            .find(holds)
            .ok_or(MietteError::OutOfBounds)?;
        // Lines are numbered from the excerpt's first; a caret's own place is asked for without lines around it.
        let alone = before == 0 && after == 0;
        let mark = part.marks.iter().find(|mark| {
            alone && mark.span.start == span.offset() && mark.span.len() == span.len()
        });
        let (line, column) = mark.map_or((part.first, 0), |mark| (mark.line, mark.column));
        Ok(Box::new(MietteSpanContents::new_named(
            part.path.clone(),
            part.text.as_bytes(),
            (part.base, part.text.len()).into(),
            line,
            column,
            part.text.lines().count().max(1),
        )))
    }
}

/// Whether a character can be shown as it is.
pub(super) fn is_harmless(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The line of a spot; a span over several lines is cut at the end of its first.
fn locate<'a>(spot: &'a Spot<'a>, main: bool) -> Located<'a> {
    let text = spot.text;
    let mut start = spot.span.start.min(text.len());
    while !text.is_char_boundary(start) {
        start = start.saturating_sub(1);
    }
    let before = text.get(..start).unwrap_or_default();
    let line = before.matches('\n').count();
    let line_start = before.rfind('\n').map_or(0, |end| end.saturating_add(1));
    let rest = text.get(start..).unwrap_or_default();
    let line_end = start.saturating_add(rest.find(['\r', '\n']).unwrap_or(rest.len()));
    let mut end = spot.span.end.clamp(start, line_end);
    while !text.is_char_boundary(end) {
        end = end.saturating_add(1);
    }
    Located {
        spot,
        line,
        span: start.saturating_sub(line_start)..end.saturating_sub(line_start),
        main,
    }
}

#[derive(Debug, Clone, Copy)]
struct Cutting {
    width: usize,
    mark: &'static str,
}

/// The lines from one before the first spot to one after the last.
fn part(base: usize, spots: &[Located<'_>], cutting: Cutting) -> Option<Part> {
    let lines = || spots.iter().map(|spot| spot.line);
    let first = lines().min()?.saturating_sub(1);
    let last = lines().max()?.saturating_add(1);
    let one = spots.first()?;
    let mut text = String::new();
    let mut marks = Vec::new();
    let shown = one
        .spot
        .text
        .split('\n')
        .enumerate()
        .skip(first)
        .take_while(|(number, _)| *number <= last);
    for (number, line) in shown {
        if number > first {
            text.push('\n');
        }
        let here: Vec<&Located<'_>> = spots.iter().filter(|spot| spot.line == number).collect();
        let focus = here.iter().map(|spot| spot.span.start).min().unwrap_or(0);
        let cut = Cut::new(line.trim_end_matches('\r'), focus, cutting);
        let start = base.saturating_add(text.len());
        for spot in here {
            let before = line.get(..spot.span.start).unwrap_or_default();
            marks.push(Mark {
                span: start.saturating_add(cut.offset(spot.span.start))
                    ..start.saturating_add(cut.offset(spot.span.end)),
                line: number,
                column: before.chars().count(),
                label: spot.spot.label.clone(),
                main: spot.main,
            });
        }
        text.push_str(&cut.text);
        if marks.iter().any(|mark| mark.line == number) {
            // Room for a caret after the last character.
            text.push(' ');
        }
    }
    // An empty last line would only lengthen the excerpt.
    while text.ends_with('\n') {
        text.pop();
    }
    Some(Part {
        path: one.spot.path.clone(),
        base,
        first,
        text,
        marks,
    })
}

/// A line cut to a width around a byte.
#[derive(Debug)]
struct Cut {
    text: String,
    /// For each character of the line: its byte there, its byte in the cut.
    offsets: Vec<(usize, usize)>,
}

impl Cut {
    fn new(line: &str, focus: usize, cutting: Cutting) -> Self {
        let total: usize = line.chars().map(columns).sum();
        let before: usize = line.get(..focus).unwrap_or(line).chars().map(columns).sum();
        // A third of the room is for what stands before.
        let lead = cutting.width.checked_div(3).unwrap_or(0);
        let skipped = if total > cutting.width {
            before.saturating_sub(lead)
        } else {
            0
        };
        let mut cut = Self {
            text: String::new(),
            offsets: Vec::new(),
        };
        let (mut column, mut used) = (0_usize, 0_usize);
        let mut ended = false;
        if skipped > 0 {
            cut.text.push_str(cutting.mark);
            used = cutting.mark.chars().count();
        }
        for (at, letter) in line.char_indices() {
            cut.offsets.push((at, cut.text.len()));
            let wide = columns(letter);
            column = column.saturating_add(wide);
            if column <= skipped || ended {
                continue;
            }
            used = used.saturating_add(wide);
            if used > cutting.width {
                cut.text.push_str(cutting.mark);
                ended = true;
                continue;
            }
            cut.text.push(match letter {
                '\t' => '\t',
                letter if is_harmless(letter) => letter,
                _ => char::REPLACEMENT_CHARACTER,
            });
        }
        cut.offsets.push((line.len(), cut.text.len()));
        cut
    }

    /// Where a byte of the line is in the cut.
    fn offset(&self, at: usize) -> usize {
        let found = self.offsets.iter().find(|(byte, _)| *byte >= at);
        found.map_or(self.text.len(), |(_, offset)| *offset)
    }
}

fn columns(letter: char) -> usize {
    match letter {
        '\t' => TAB,
        letter if is_harmless(letter) => letter.width().unwrap_or(1),
        _ => 1,
    }
}
