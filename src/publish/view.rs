//! What the templates see: flat structs of finished texts, built in Rust.
//!
//! Invariant: a `String` is escaped where it is inserted; `Ready` is not, and only this layer makes one. Templates
//! compute nothing.

use super::escape;
use crate::messages::Messages;
use crate::scorecard::{Scorecard, wording};
use minijinja::Value;
use sha2::{Digest, Sha256};

/// Declares structs whose fields templates read by name.
macro_rules! view {
    ($($(#[$about:meta])* struct $name:ident { $($(#[$what:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$about])*
        #[derive(Debug)]
        pub(in crate::publish) struct $name {
            $($(#[$what])* pub(in crate::publish) $field: $kind,)*
        }

        impl From<$name> for minijinja::Value {
            fn from(view: $name) -> Self {
                Self::from_pairs([$((stringify!($field), $crate::publish::view::Shown::shown(view.$field)),)*])
            }
        }

        impl $crate::publish::view::Shown for $name {
            fn shown(self) -> minijinja::Value {
                self.into()
            }
        }
    )*};
}
pub(super) use view;

/// What templates can read.
pub(super) trait Shown {
    /// Its value.
    fn shown(self) -> Value;
}

impl Shown for String {
    fn shown(self) -> Value {
        self.into()
    }
}

impl Shown for bool {
    fn shown(self) -> Value {
        self.into()
    }
}

impl Shown for Ready {
    fn shown(self) -> Value {
        Value::from_safe_string(self.0)
    }
}

impl<T: Shown> Shown for Option<T> {
    fn shown(self) -> Value {
        self.map_or_else(|| Value::from(()), T::shown)
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn shown(self) -> Value {
        self.into_iter().map(T::shown).collect()
    }
}

/// What a document is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Html,
    Markdown,
}

impl Format {
    /// The format of a template, by its name.
    pub(super) fn of(name: &str) -> Self {
        if name.ends_with(".md.j2") {
            Self::Markdown
        } else {
            Self::Html
        }
    }
}

/// For whom a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Public,
    Staff,
    Audit,
}

impl Part {
    const fn id(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Staff => "staff",
            Self::Audit => "audit",
        }
    }

    /// The template of a page.
    pub(super) const fn template(self, format: Format) -> &'static str {
        match (self, format) {
            (Self::Public, Format::Html) => "charter.html.j2",
            (Self::Public, Format::Markdown) => "charter.md.j2",
            (Self::Staff, Format::Html) => "guide.html.j2",
            (Self::Staff, Format::Markdown) => "guide.md.j2",
            (Self::Audit, Format::Html) => "scorecard.html.j2",
            (Self::Audit, Format::Markdown) => "scorecard.md.j2",
        }
    }
}

/// A piece of the document itself, already escaped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Ready(pub(super) String);

view! {
    /// What every page has.
    struct Frame {
        /// The language tag.
        lang: String,
        /// For whom it is.
        part: String,
        /// The name of the page.
        name: String,
        /// The charter's title.
        charter: String,
        /// The charter's version.
        version: String,
        /// Who promises.
        organisation: String,
        /// The style of the page.
        style: Ready,
        /// The style's digest, that the page's policy allows.
        style_hash: String,
        /// Says that it is a self-assessment.
        notice: String,
        /// The program's version.
        tool: String,
    }

    /// A result: a sign, a word and a colour.
    struct Badge {
        /// The sign.
        sign: String,
        /// The word.
        word: String,
        /// Why, where it is not shown.
        cause: Option<String>,
        /// The colour's name.
        tone: String,
    }

    /// A named value.
    struct Fact {
        /// What it is, for templates.
        key: String,
        /// Its name.
        label: String,
        /// Its value.
        value: String,
    }

    /// A link within the page.
    struct Link {
        /// The anchor.
        id: String,
        /// The words.
        title: String,
    }
}

impl Frame {
    /// The frame of a page.
    pub(super) fn new(part: Part, scorecard: &Scorecard, messages: &Messages, style: &str) -> Self {
        let id = part.id();
        Self {
            lang: messages.lang().tag().to_owned(),
            part: id.to_owned(),
            name: messages.plain(&format!("publish-name-{id}")),
            charter: scorecard.title.clone(),
            version: scorecard.version.clone(),
            organisation: scorecard.organisation.clone(),
            style: Ready(style.to_owned()),
            style_hash: format!("sha256-{}", base64(&Sha256::digest(style.as_bytes()))),
            notice: messages.plain("publish-notice"),
            tool: scorecard.tool.clone(),
        }
    }
}

/// The colour that goes with a verdict.
fn tone(verdict: &str) -> &'static str {
    match verdict {
        "met" | "no-case" => "good",
        "close" => "fair",
        "minor-gap" => "poor",
        "major-gap" => "bad",
        "not-shown" => "unsure",
        _ => "none",
    }
}

impl Badge {
    /// The result as an auditor reads it.
    pub(super) fn audit(messages: &Messages, verdict: &str, cause: Option<&str>) -> Self {
        Self {
            sign: wording::sign(verdict).to_owned(),
            word: wording::verdict(messages, verdict),
            cause: cause.map(|cause| wording::cause(messages, cause)),
            tone: tone(verdict).to_owned(),
        }
    }

    /// The result as the public reads it: verdicts with the same word have the same sign and colour.
    pub(super) fn public(messages: &Messages, verdict: &str) -> Self {
        let (sign_of, tone) = match verdict {
            "met" | "no-case" => ("met", "good"),
            "close" | "minor-gap" => ("close", "fair"),
            "major-gap" => ("minor-gap", "bad"),
            "not-shown" => ("not-shown", "unsure"),
            _ => ("not-applicable", "none"),
        };
        Self {
            sign: wording::sign(sign_of).to_owned(),
            word: wording::public(messages, verdict),
            cause: None,
            tone: tone.to_owned(),
        }
    }
}

impl Fact {
    /// A value under the name that the catalogue has for its key.
    pub(super) fn new(messages: &Messages, key: &str, value: impl Into<String>) -> Self {
        Self {
            key: key.to_owned(),
            label: messages.plain(&format!("publish-fact-{key}")),
            value: capital(&value.into()),
        }
    }
}

/// A text with a capital first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// An anchor made of a title: letters, digits and dashes.
pub(super) fn slug(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'à' | 'â' | 'ä' | 'á' | 'ã' => "a",
            'ç' => "c",
            'é' | 'è' | 'ê' | 'ë' => "e",
            'î' | 'ï' | 'í' => "i",
            'ô' | 'ö' | 'ó' | 'õ' => "o",
            'ù' | 'û' | 'ü' | 'ú' => "u",
            'ÿ' => "y",
            'œ' => "oe",
            'æ' => "ae",
            'ñ' => "n",
            _ => "",
        };
        if letter.is_ascii_alphanumeric() {
            out.push(letter);
        } else if !plain.is_empty() {
            out.push_str(plain);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let trimmed = out.trim_end_matches('-');
    if trimmed.is_empty() {
        "x".to_owned()
    } else {
        trimmed.to_owned()
    }
}

/// Plain text as the document takes it, for what this layer writes without a template.
pub(super) fn escaped(text: &str, messages: &Messages) -> String {
    escape::html(&escape::typography(text, messages.lang()))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for (at, shift) in [18_u32, 12, 6, 0].into_iter().enumerate() {
            let sextet = usize::try_from(word >> shift & 63).unwrap_or(0);
            let letter = LETTERS.get(sextet).copied().unwrap_or(b'=');
            out.push(if at <= chunk.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{base64, slug};

    #[test]
    fn writes_base64() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn makes_anchors() {
        for (title, anchor) in [
            ("Avant l’ouverture", "avant-l-ouverture"),
            ("Où ? Là-bas !", "ou-la-bas"),
            ("«»", "x"),
            ("\"><script>", "script"),
        ] {
            assert_eq!(slug(title), anchor);
        }
    }
}
