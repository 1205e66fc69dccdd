//! Plain text → text that cannot be anything but text in HTML or in Markdown.
//!
//! Invariant: escaping is done once, where a value meets the document; a value never brings a line break, a tag, an
//! attribute or a mark of its own.

use crate::messages::Lang;

/// Text inside an element or a quoted attribute.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\r' | '\t' => out.push(' '),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A whole value: one line, without blanks around it, that begins neither a list nor a heading.
pub(super) fn markdown(text: &str) -> String {
    let words = text.split(is_break).filter(|word| !word.is_empty());
    guard(&markdown_inline(&words.collect::<Vec<&str>>().join(" ")))
}

/// Blanks that a line can break at; those that it cannot are kept.
const fn is_break(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// A piece of a line.
pub(super) fn markdown_inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '@' | '$'
            | '{' | '}' | '^' => {
                out.push('\\');
                out.push(letter);
            }
            // Bare addresses, that some renderers make links of.
            ':' if letters.peek() == Some(&'/') => out.push_str("\\:"),
            '.' if ends_with_www(&out) => out.push_str("\\."),
            letter if is_break(letter) => out.push(' '),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

fn ends_with_www(text: &str) -> bool {
    let mut last = text.chars().rev();
    (0..3).all(|_| {
        last.next()
            .is_some_and(|letter| letter.eq_ignore_ascii_case(&'w'))
    })
}

/// Keeps an escaped line from beginning a list, an underlined heading or a rule.
pub(super) fn guard(line: &str) -> String {
    let line = line.trim_start_matches(' ');
    if line.starts_with(['-', '+', '=', ':']) {
        return format!("\\{line}");
    }
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    if rest.len() < line.len() && rest.starts_with(['.', ')']) {
        let digits = line.strip_suffix(rest).unwrap_or_default();
        return format!("{digits}\\{rest}");
    }
    line.to_owned()
}

/// The blanks that a language wants around its marks; only where the text has a blank already.
pub(super) fn typography(text: &str, lang: Lang) -> String {
    if lang != Lang::Fr {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let narrow = matches!(letter, ' ' | '\u{a0}')
            && (letters
                .peek()
                .is_some_and(|next| matches!(next, ';' | ':' | '!' | '?' | '%' | '»'))
                && !out.is_empty()
                || out.ends_with('«'));
        if narrow {
            out.push('\u{202f}');
        } else if letter == ' ' && out.ends_with("n°") {
            out.push('\u{a0}');
        } else {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{guard, html, markdown, typography};
    use crate::messages::Lang;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    const NASTY: [&str; 20] = [
        "<script>alert(1)</script>",
        "*a* _b_ ~~c~~ `d` **e**",
        "[x](javascript:alert(1)) ![y](z)",
        "# title",
        "- item",
        "+ item",
        "1. item",
        "23) item",
        "> quote",
        "| a | b |",
        "===",
        "---",
        "&lt; &#60; &amp;",
        "a\n\n# b\n\n- c\r\n\u{2028}```\nd",
        "    code",
        "a {#b .c}",
        ": definition",
        "a^b^ $c$ [^d] :::",
        "\\# \\",
        "<https://a.example> www.a.example http://a.example a@b.example",
    ];

    #[test]
    fn a_value_stays_one_paragraph_of_text() {
        for nasty in NASTY {
            let escaped = markdown(nasty);
            let mut events =
                Parser::new_ext(&escaped, Options::all() - Options::ENABLE_SMART_PUNCTUATION);
            assert_eq!(events.next(), Some(Event::Start(Tag::Paragraph)), "{nasty}");
            let mut text = String::new();
            for event in events {
                match event {
                    Event::Text(piece) => text.push_str(&piece),
                    Event::End(TagEnd::Paragraph) => {}
                    other => panic!("{nasty}: {other:?}"),
                }
            }
            let wanted: Vec<&str> = nasty.split_whitespace().collect();
            assert_eq!(text, wanted.join(" "), "{nasty}");
        }
    }

    #[test]
    fn html_keeps_to_text() {
        assert_eq!(
            html("<a b='c' d=\"e\">&\u{0}\n"),
            "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp; "
        );
    }

    #[test]
    fn french_blanks() {
        let narrow = "«\u{202f}oui\u{202f}»\u{202f}: 90\u{202f}%\u{202f}; n°\u{a0}3";
        assert_eq!(typography("« oui » : 90 % ; n° 3", Lang::Fr), narrow);
        assert_eq!(typography("« oui » : 90 %", Lang::En), "« oui » : 90 %");
        assert_eq!(
            typography("https://a.example/?b", Lang::Fr),
            "https://a.example/?b"
        );
        assert_eq!(typography(" : a", Lang::Fr), " : a");
    }

    #[test]
    fn lines_begin_as_text() {
        for (line, guarded) in [
            ("- a", "\\- a"),
            ("  12) a", "12\\) a"),
            ("2026 a", "2026 a"),
            ("3.5", "3\\.5"),
        ] {
            assert_eq!(guard(line), guarded);
        }
    }
}
