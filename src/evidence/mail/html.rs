//! HTML bodies as plain text, what is quoted left out.
//!
//! Invariant: linear in the size of the body, without a tree; what a tag hides from the reader (script, style, head) is no
//! text.

use html5gum::{StartTag, Token, Tokenizer};

/// Elements whose text is not shown.
const HIDDEN: [&[u8]; 6] = [
    b"head",
    b"style",
    b"script",
    b"template",
    b"title",
    b"noscript",
];
/// Elements after and before which a line ends.
const BLOCKS: [&[u8]; 22] = [
    b"p", b"div", b"br", b"tr", b"li", b"ul", b"ol", b"dl", b"dt", b"dd", b"table", b"h1", b"h2",
    b"h3", b"h4", b"h5", b"h6", b"hr", b"pre", b"section", b"address", b"footer",
];
/// Classes of the elements in which mail programs put what they quote.
const QUOTES: [&str; 6] = [
    "gmail_quote",
    "gmail_quote_container",
    "gmail_attr",
    "yahoo_quoted",
    "moz-cite-prefix",
    "moz-forward-container",
];
/// Ids behind which mail programs put what they quote, to the end.
const ENDS: [&str; 3] = [
    "divrplyfwdmsg",
    "appendonsend",
    "mail-editor-reference-message-container",
];

/// The text of an HTML body, without what it quotes.
pub(super) fn text(html: &str) -> String {
    let mut page = Page::default();
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.open(&tag),
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(text) => page.write(&String::from_utf8_lossy(&text)),
            _ => {}
        }
        if page.ended {
            break;
        }
    }
    page.out
}

/// The text so far, and what is left out at the moment.
#[derive(Default)]
struct Page {
    out: String,
    /// The element that is left out, and how many of its name are open.
    skipped: Option<(Vec<u8>, usize)>,
    blank: bool,
    ended: bool,
}

impl Page {
    fn open(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name && !tag.self_closing {
                *depth = depth.saturating_add(1);
            }
            return;
        }
        let attribute = |name: &[u8]| {
            let value = tag
                .attributes
                .iter()
                .find(|(key, _)| key.as_slice() == name);
            value.map_or_else(String::new, |(_, value)| {
                String::from_utf8_lossy(value).to_lowercase()
            })
        };
        if ENDS.contains(&attribute(b"id").as_str()) {
            self.ended = true;
            return;
        }
        let class = attribute(b"class");
        let quoted = name == b"blockquote"
            || class
                .split_ascii_whitespace()
                .any(|class| QUOTES.contains(&class));
        if quoted || HIDDEN.contains(&name) {
            self.end_line();
            self.skipped = Some((name.to_vec(), 1));
        } else if BLOCKS.contains(&name) {
            self.end_line();
        } else if name == b"td" || name == b"th" {
            self.out.push('\t');
            self.blank = true;
        }
    }

    fn close(&mut self, name: &[u8]) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name {
                *depth = depth.saturating_sub(1);
                if *depth == 0 {
                    self.skipped = None;
                }
            }
        } else if BLOCKS.contains(&name) {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.blank = true;
    }

    fn write(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        for letter in text.chars() {
            // A no-break space is no blank of HTML.
            if matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                if !self.blank {
                    self.out.push(' ');
                }
                self.blank = true;
            } else {
                self.out.push(letter);
                self.blank = false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use proptest::prelude::*;

    #[test]
    fn blocks_are_lines_and_blanks_one_space() {
        let html = "<html><head><title>T</title><style>p{}</style></head><body><p>Bonjour,</p>\n<p>Voici\n  la <b>liste</b>&nbsp;: &eacute;t&eacute;.<br>Fin</p><table><tr><td>A</td><td>B</td></tr></table></body></html>";
        let lines: Vec<String> = text(html)
            .lines()
            .map(|line| line.trim().to_owned())
            .collect();
        assert_eq!(
            lines,
            ["Bonjour,", "Voici la liste\u{a0}: été.", "Fin", "A\tB"]
        );
    }

    #[test]
    fn quotes_are_left_out() {
        for (html, expected) in [
            (
                "<p>Oui</p><blockquote><p>Non</p></blockquote><p>Aussi</p>",
                "Oui\nAussi\n",
            ),
            (
                "<div>Oui</div><div class=\"gmail_quote x\"><div>Non</div>Non</div>Fin",
                "Oui\nFin",
            ),
            (
                "<div>Oui</div><div id='divRplyFwdMsg'>De : x</div><p>Non</p>",
                "Oui\n",
            ),
            ("Oui<blockquote><blockquote>Non</blockquote>Non", "Oui\n"),
            ("<script>if (a < b) Non</script>Oui", "Oui"),
        ] {
            assert_eq!(text(html), expected, "{html}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(html in "(<[/a-z!\\-]{0,12}[ >]|[a-zé&;# \"'=-]){0,60}") {
            text(&html);
        }
    }
}
