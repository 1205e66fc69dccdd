//! A tamed document as Markdown again.

use super::{Document, links};
use crate::publish::escape::{guard, markdown_inline};
use crate::publish::view::Ready;
use pulldown_cmark::{Event, Tag, TagEnd};

impl Document<'_> {
    /// The document as Markdown. Links within the page are left out: anchors differ from one reader to another.
    pub(in crate::publish) fn markdown(&self) -> Ready {
        let outward = |address: &str| (!address.starts_with('#')).then(|| address.to_owned());
        let mut writer = Writer {
            open: vec![Block::default()],
            code: None,
            cell: false,
        };
        for event in links(self.events.clone(), &outward) {
            writer.event(event);
        }
        let blocks = writer.open.into_iter().flat_map(Block::finish);
        Ready(blocks.collect::<Vec<String>>().join("\n\n"))
    }
}

/// A block that is open: its finished blocks, and the line being written.
#[derive(Debug, Default)]
struct Block {
    done: Vec<String>,
    line: String,
    /// The next number of a list; none for bullets.
    next: Option<u64>,
    /// The address of the open link, in each nesting.
    addresses: Vec<String>,
}

impl Block {
    /// Ends the line being written.
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let lines: Vec<String> = line.trim().split('\n').map(guard).collect();
        let line = lines.join("\n");
        if !line.is_empty() {
            self.done.push(line);
        }
    }

    fn finish(mut self) -> Vec<String> {
        self.end_line();
        self.done
    }
}

struct Writer {
    open: Vec<Block>,
    /// The text of a code block.
    code: Option<String>,
    /// Whether the text is a table's cell.
    cell: bool,
}

impl Writer {
    fn top(&mut self) -> Option<&mut Block> {
        self.open.last_mut()
    }

    fn write(&mut self, text: &str) {
        if let Some(block) = self.top() {
            block.line.push_str(text);
        }
    }

    fn push_done(&mut self, text: String) {
        if let Some(block) = self.top() {
            block.end_line();
            block.done.push(text);
        }
    }

    fn open(&mut self, next: Option<u64>) {
        if let Some(block) = self.top() {
            block.end_line();
        }
        self.open.push(Block {
            next,
            ..Block::default()
        });
    }

    fn close(&mut self) -> Vec<String> {
        // The document itself stays open.
        if self.open.len() < 2 {
            return Vec::new();
        }
        self.open.pop().map_or_else(Vec::new, Block::finish)
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.write(&markdown_inline(&text)),
            },
            Event::Code(text) => self.inline_code(&text),
            Event::SoftBreak => self.write(" "),
            Event::HardBreak if self.cell => self.write(" "),
            Event::HardBreak => self.write("\\\n"),
            Event::Rule => self.push_done("---".to_owned()),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn inline_code(&mut self, text: &str) {
        let text = text.replace(['\n', '\r'], " ");
        let text = if self.cell {
            text.replace('|', "\\|")
        } else {
            text
        };
        let fence = "`".repeat(longest_run(&text).saturating_add(1));
        self.write(&format!("{fence} {text} {fence}"));
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } => {
                if let Some(block) = self.top() {
                    block.end_line();
                }
            }
            Tag::BlockQuote(_) | Tag::Item => self.open(None),
            Tag::List(first) => self.open(first),
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::Table(_) => self.open(None),
            Tag::TableHead | Tag::TableRow => {
                self.cell = true;
                self.write("|");
            }
            Tag::TableCell => self.write(" "),
            Tag::Emphasis => self.write("*"),
            Tag::Strong => self.write("**"),
            Tag::Strikethrough => self.write("~~"),
            Tag::Link { dest_url, .. } => {
                self.write("[");
                if let Some(block) = self.top() {
                    block.addresses.push(dest_url.replace(['<', '>', '|'], ""));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                if let Some(block) = self.top() {
                    block.end_line();
                }
            }
            TagEnd::Heading(level) => {
                let line = self
                    .top()
                    .map(|block| std::mem::take(&mut block.line))
                    .unwrap_or_default();
                let marks = "#".repeat(usize::from(super::rank(level)));
                self.push_done(format!("{marks} {}", line.replace("\\\n", " ").trim()));
            }
            TagEnd::BlockQuote(_) => {
                let inside = self.close().join("\n\n");
                let lines: Vec<String> =
                    inside.split('\n').map(|line| format!("> {line}")).collect();
                self.push_done(lines.join("\n"));
            }
            TagEnd::Item => self.item(),
            TagEnd::List(_) => {
                let items = self.close().join("\n");
                self.push_done(items);
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                let fence = "`".repeat(longest_run(&code).saturating_add(1).max(3));
                self.push_done(format!("{fence}\n{}\n{fence}", code.trim_end_matches('\n')));
            }
            TagEnd::TableCell => self.write(" |"),
            TagEnd::TableHead | TagEnd::TableRow => self.row(matches!(tag, TagEnd::TableHead)),
            TagEnd::Table => {
                let rows = self.close().join("\n");
                self.push_done(rows);
            }
            TagEnd::Emphasis => self.write("*"),
            TagEnd::Strong => self.write("**"),
            TagEnd::Strikethrough => self.write("~~"),
            TagEnd::Link => {
                let address = self
                    .top()
                    .and_then(|block| block.addresses.pop())
                    .unwrap_or_default();
                self.write(&format!("](<{address}>)"));
            }
            _ => {}
        }
    }

    fn item(&mut self) {
        let blocks = self.close().join("\n\n");
        let Some(list) = self.top() else { return };
        let mark = list
            .next
            .map_or_else(|| "-".to_owned(), |number| format!("{number}."));
        list.next = list.next.map(|number| number.saturating_add(1));
        let indent = " ".repeat(mark.len().saturating_add(1));
        let lines: Vec<String> = blocks
            .split('\n')
            .enumerate()
            .map(|(at, line)| match (at, line.is_empty()) {
                (0, _) => format!("{mark} {line}"),
                (_, true) => String::new(),
                _ => format!("{indent}{line}"),
            })
            .collect();
        list.done.push(lines.join("\n"));
    }

    fn row(&mut self, head: bool) {
        self.cell = false;
        let row = self
            .top()
            .map(|block| std::mem::take(&mut block.line))
            .unwrap_or_default();
        let Some(table) = self.top() else { return };
        if head {
            let columns = row.matches(" |").count();
            let rule = format!("|{}", " --- |".repeat(columns.max(1)));
            table.done.push(row);
            table.done.push(rule);
        } else {
            table.done.push(row);
        }
    }
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    let runs = text.split(|letter: char| letter != '`').map(str::len);
    runs.max().unwrap_or(0)
}
