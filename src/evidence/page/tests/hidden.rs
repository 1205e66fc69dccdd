//! Where what a browser does not show begins and ends.

use super::{Answer, Ask, answer, html};

fn said(text: &str) -> Answer {
    let ask = Ask::Contains("bonjour à tous".to_owned());
    answer(&html(&format!("<p>x</p>{text}")), ask)
}

#[test]
fn what_is_shown_behind_something_hidden_is_read() {
    const SHOWN: &str = "<p>Bonjour à tous</p>";
    for before in [
        "<svg width='1'/>",
        "<svg><path d='M0'/><g><title>a</title></g></svg>",
        "<script>var a = '<script>';</script>",
        "<script>var a = '<!--';</script>",
        "<script>document.write('<svg>')</script>",
        "<style><!-- a {} </style>",
        "<textarea><svg></textarea>",
        "<title>a <svg> b</title>",
        "<p hidden>x",
        "<p hidden>x<ul><li>y</li></ul>",
        "<p hidden>x<h2>y</h2>",
        "<ul><li hidden>x<li>y</ul>",
        "<ul><li hidden>x</ul>",
        "<select><option hidden>x</select>",
        "<table><tr hidden><td>x</table>",
        "<table><tr hidden><td>x<tr><td>y</table>",
        "<dl><dt>a<dd hidden>x</dl>",
        "<div hidden><p>x<p>y<ul><li>z</ul></div>",
        "<div hidden></i></div>",
        "<p style='--x-display:none'>y</p>",
        "<p style='display:none;display:block'>y</p>",
    ] {
        assert_eq!(said(&format!("{before}{SHOWN}")), Answer::Says, "{before}");
    }
    let own = "<p style='display:none;display:block'>Bonjour à tous</p>";
    assert_eq!(said(own), Answer::Says);
    let own = "<p style='--x-display:none'>Bonjour à tous</p>";
    assert_eq!(said(own), Answer::Says);
}

#[test]
fn what_may_be_hidden_is_neither_said_nor_missing() {
    for text in [
        "<div><span hidden>x</div><p>Bonjour à tous</p><span>z</span></span>",
        "<div hidden><span>x</div><p>Bonjour à tous</p>",
        "<p hidden><b>x<h2>Bonjour à tous</h2></b>",
        "<a hidden><b>x<a>Bonjour à tous</a>",
        "<svg><p>Bonjour à tous</p></svg>",
        "<svg><title/></svg><p>Bonjour à tous</p><svg><title>a</title></svg>",
        "<table hidden><tr><div>Bonjour à tous</div></tr></table>",
        "<div hidden/><p>Bonjour à tous</p>",
        "<p style='visibility:hidden'>Bonjour à tous</p>",
        "<p hidden style='display:block'>Bonjour à tous</p>",
        "<svg><g><p>Bonjour à tous",
    ] {
        assert_eq!(said(text), Answer::Unclear, "{text}");
    }
}

#[test]
fn what_is_surely_hidden_is_not_said() {
    for text in [
        "<div hidden><ul><li>a<li>Bonjour à tous</ul></div>",
        "<ul><li hidden>x<ul><li>Bonjour à tous</ul></li></ul>",
        "<div hidden></p></section>Bonjour à tous</div>",
        "<p style='display:/**/none'>Bonjour à tous</p>",
        "<p style='display:block; DISPLAY :\tnone !important'>Bonjour à tous</p>",
        "<template><div>Bonjour à tous</div></template>",
        "<svg><text>Bonjour à tous</text></svg>",
        "<div hidden><svg/>Bonjour à tous</div>",
    ] {
        assert_ne!(said(text), Answer::Says, "{text}");
    }
    assert_eq!(
        said("<div hidden><p>Bonjour à tous</p></div>"),
        Answer::Silent
    );
}
