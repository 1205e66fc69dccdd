//! What a town writes comes out as it was, and nothing of it acts.

use super::html::Setting;
use super::{Document, Ids, allowed};
use crate::messages::{Lang, Messages};
use pulldown_cmark::{Event, Options, Parser, Tag};

fn html(source: &str) -> String {
    let messages = Messages::new(Lang::En);
    let setting = Setting {
        prefix: "p",
        files: &[("02-b.md".to_owned(), "chapter-02-b".to_owned())],
        messages: &messages,
    };
    Document::read(source, 3, Lang::En)
        .html(&mut Ids::default(), &setting)
        .0
}

fn text(source: &str) -> String {
    Document::read(source, 3, Lang::En).markdown().0
}

#[test]
fn links_that_run_something_are_none() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "ftp://a.example",
        "",
    ] {
        assert_eq!(allowed(address), None, "{address}");
    }
    for address in [
        "https://a.example/b?c#d",
        "HTTP://a.example",
        "mailto:a@b.example",
        "a/b.pdf",
        "#x",
        "?a=b:c",
        "/a:b",
    ] {
        assert_eq!(allowed(address).as_deref(), Some(address));
    }
}

#[test]
fn nothing_active_is_left_in_html() {
    let page = html(
        "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> a <b>c</b>\n\n[x](javascript:alert(1) \"t\") \
         <javascript:alert(1)> ![alt](https://a.example/p.png) <a@b.example> [y](https://a.example)\n\n```js\n<i>\n```\n",
    );
    for tag in [
        "<script",
        "<img",
        "<b>",
        "<i>",
        "javascript:alert(1)\"",
        "class=\"language",
    ] {
        assert!(!page.contains(tag), "{tag} in {page}");
    }
    for kept in [
        "&lt;script&gt;",
        "alt",
        "href=\"mailto:a@b.example\"",
        "href=\"https://a.example\"",
        "x ",
    ] {
        assert!(page.contains(kept), "{kept} not in {page}");
    }
}

#[test]
fn headings_follow_each_other() {
    let page = html("## a\n\n##### b\n\n# c\n\n### a\n");
    let levels: Vec<&str> = page
        .match_indices("<h")
        .filter_map(|(at, _)| page.get(at..at + 3))
        .collect();
    assert_eq!(levels, ["<h3", "<h4", "<h3", "<h4"]);
    assert!(
        page.contains("id=\"p-a\"") && page.contains("id=\"p-a-2\""),
        "{page}"
    );
}

#[test]
fn links_within_the_page_are_found() {
    let page = html("[a](#où-aller) [b](02-b.md) [c](#nowhere) [d](other.md#x)\n\n# Où aller\n");
    for kept in [
        "href=\"#p-ou-aller\"",
        "href=\"#chapter-02-b\"",
        "href=\"other.md#x\"",
    ] {
        assert!(page.contains(kept), "{kept} not in {page}");
    }
    assert!(!page.contains("nowhere"));
}

#[test]
fn tables_have_scopes_and_no_style() {
    let page = html("| a | b |\n|:--|--:|\n| 1 | 2 |\n");
    assert_eq!(page.matches("<th scope=\"col\">").count(), 2);
    assert_eq!(page.matches("<td>").count(), 2);
    assert!(!page.contains("style"));
}

/// What a document is made of: its tags and its text, line breaks and splits aside.
fn skeleton(source: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut pieces: Vec<String> = Vec::new();
    let mut joined = false;
    for event in Parser::new_ext(source, options) {
        let piece = match &event {
            Event::Text(text) => text.to_string(),
            Event::SoftBreak => " ".to_owned(),
            Event::Start(Tag::CodeBlock(_)) => "code block".to_owned(),
            Event::Start(Tag::Heading { .. }) | Event::End(pulldown_cmark::TagEnd::Heading(_)) => {
                "heading".to_owned()
            }
            // Tight or loose lists are the same list.
            Event::Start(Tag::Paragraph) | Event::End(pulldown_cmark::TagEnd::Paragraph) => {
                continue;
            }
            Event::Start(Tag::Table(columns)) => format!("table of {}", columns.len()),
            Event::Start(Tag::Link { dest_url, .. }) => format!("link to {dest_url}"),
            other => format!("{other:?}"),
        };
        let is_text = matches!(event, Event::Text(_) | Event::SoftBreak);
        match pieces.last_mut() {
            Some(last) if joined && is_text => last.push_str(&piece),
            _ => pieces.push(piece),
        }
        joined = is_text;
    }
    pieces
        .into_iter()
        .map(|piece| piece.trim().to_owned())
        .collect()
}

#[test]
fn markdown_comes_back_as_it_was() {
    for source in [
        "a **b** *c* ~~d~~ `e` [f](https://a.example/(x)) g\\\nh",
        "- a\n- b\n\n  c\n\n  1. d\n  2. e\n- f",
        "3. a\n4. b\n   - c",
        "> a\n> b\n>\n> - c\n>   d",
        "# a\n\n## b #\n\ntext",
        "| a | `b\\|c` |\n|---|:-:|\n| d \\| e | **f** |\n| g |  |",
        "```\n# not a heading\n- nor a list\n``\n```",
        "    indented\n    code\n",
        "a\n\n---\n\nb",
        "1\\. not a list\n\n\\- nor this\n\n\\# nor that, \\*nor\\* \\<b\\>\n\n2026\\. end",
        "``a ` b``",
    ] {
        assert_eq!(
            skeleton(&text(source)),
            skeleton(source),
            "{source}\n-->\n{}",
            text(source)
        );
    }
}

#[test]
fn nothing_active_is_left_in_markdown() {
    let out =
        text("<script>alert(1)</script>\n\na <img src=x> [x](javascript:alert(1)) ![y](z.png)\n");
    let active = |event: &Event<'_>| {
        matches!(
            event,
            Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Start(Tag::Link { .. } | Tag::Image { .. })
        )
    };
    assert!(
        !Parser::new_ext(&out, Options::all()).any(|event| active(&event)),
        "{out}"
    );
}

#[test]
fn deep_nesting_is_cut() {
    let deep = format!("{}a", "> ".repeat(5000));
    assert!(html(&deep).matches("<blockquote>").count() < 40);
    assert!(text(&deep).len() < 200);
    let lists = format!("{}a", "- ".repeat(900));
    let page = html(&lists);
    assert_eq!(page.matches("<ul>").count(), page.matches("</ul>").count());
}

#[test]
fn a_title_is_taken_out() {
    let (title, document) = Document::read_titled("# A *b*\n\ntext\n\n## c\n", 3, Lang::En);
    assert_eq!(title.as_deref(), Some("A b"));
    assert_eq!(document.markdown().0, "text\n\n### c");
    assert_eq!(Document::read_titled("text\n\n## c\n", 3, Lang::En).0, None);
}
