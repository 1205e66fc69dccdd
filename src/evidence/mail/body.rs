//! The body of a message: its text, and whether something is attached.
//!
//! Invariant: what could not be read, or only in part, says so; nothing is concluded from what it does not hold.

use super::html;
use mail_parser::{ContentType, MessageParser, MessagePart, MimeHeaders, PartType};

/// The longest text that is looked at, in bytes.
const TEXT_BYTES: usize = 1 << 20;
/// Parts that carry a signature or a key, which no one attached.
const SEALS: [&str; 4] = [
    "pkcs7-signature",
    "x-pkcs7-signature",
    "pgp-signature",
    "pgp-keys",
];
/// Parts that hide the text itself.
const SEALED: [&str; 4] = ["pkcs7-mime", "x-pkcs7-mime", "pgp-encrypted", "ms-tnef"];

/// What is read of a body.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Its text, quotes of HTML already left out.
    pub(super) text: String,
    /// Whether some of the text may be missing or wrong.
    pub(super) damaged: bool,
    /// Whether something is attached; none if that cannot be told.
    pub(super) attachments: Option<bool>,
    /// The names of the attachments.
    pub(super) names: Vec<String>,
    /// Whether the text shows images, which may hold a signature.
    pub(super) images: bool,
}

/// Reads the body of a message that has passed the guard.
pub(super) fn read(raw: &[u8]) -> Body {
    let parser = MessageParser::new()
        .with_mime_headers()
        .default_header_ignore();
    let Some(message) = parser.parse(raw) else {
        return Body {
            damaged: true,
            ..Body::default()
        };
    };
    let mut body = Body {
        attachments: Some(false),
        ..Body::default()
    };
    let chosen = [&message.text_body, &message.html_body];
    let texts = chosen.map(|ids| {
        let parts = ids.iter().filter_map(|id| message.part(*id));
        parts.filter_map(text).collect::<Vec<Text>>()
    });
    let blank = |texts: &[Text]| texts.iter().all(|text| text.text.trim().is_empty());
    let [plain, html] = &texts;
    let texts = if blank(plain) { html } else { plain };
    for text in texts {
        body.text.push_str(&text.text);
        body.text.push('\n');
        body.damaged |= text.damaged;
    }
    for part in &message.parts {
        enter(part, &mut body);
    }
    if plain.is_empty() && html.is_empty() && body.attachments != Some(true) {
        body.damaged = true;
    }
    body
}

/// The text of a part.
struct Text {
    text: String,
    damaged: bool,
}

fn text(part: &MessagePart<'_>) -> Option<Text> {
    let (text, is_html) = match &part.body {
        PartType::Text(text) => (text, false),
        PartType::Html(text) => (text, true),
        _ => return None,
    };
    let whole = text.len() <= TEXT_BYTES;
    let text: String = if whole {
        text.to_string()
    } else {
        text.chars().take(TEXT_BYTES / 4).collect()
    };
    let damaged = !whole || part.is_encoding_problem || text.contains('\u{fffd}');
    let text = if is_html { html::text(&text) } else { text };
    Some(Text { text, damaged })
}

/// Takes in what a part says of attachments.
fn enter(part: &MessagePart<'_>, body: &mut Body) {
    let kind = part.content_type();
    let (main, sub) = kind.map_or(("text", "plain"), |kind| {
        (kind.ctype(), kind.subtype().unwrap_or_default())
    });
    if main == "multipart" || SEALS.contains(&sub) {
        return;
    }
    if SEALED.contains(&sub) || (kind.is_some() && sub.is_empty()) {
        body.damaged = true;
        body.attachments = body.attachments.filter(|known| *known);
        return;
    }
    let disposition = part.content_disposition();
    let attached = disposition.is_some_and(ContentType::is_attachment);
    let name = part.attachment_name();
    if main == "image" && !attached && (part.content_id().is_some() || disposition.is_some()) {
        body.images = true;
        return;
    }
    if attached || name.is_some() || !matches!(main, "text" | "") {
        body.attachments = Some(true);
        body.names.extend(name.map(str::to_owned));
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::evidence::mail::guard::guard;

    fn body(text: &str) -> super::Body {
        read(&guard(text.replace('\n', "\r\n").into_bytes()).unwrap())
    }

    fn mixed(parts: &[&str]) -> String {
        let mut text = "Content-Type: multipart/mixed; boundary=b\n\n".to_owned();
        for part in parts {
            text.push_str(&format!("--b\n{part}\n"));
        }
        text + "--b--\n"
    }

    #[test]
    fn texts_are_decoded() {
        for (text, expected) in [
            ("Subject: x\n\nÉté", "Été"),
            (
                "Content-Type: text/plain; charset=iso-8859-15\nContent-Transfer-Encoding: quoted-printable\n\n=C9t=E9 =\n=BD",
                "Été œ",
            ),
            (
                "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nw4l0w6k=\n",
                "Été",
            ),
            (
                "Content-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C9t=E9</p>",
                "Été",
            ),
            (
                "Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64\n\nyQB0AOkA\n",
                "Été",
            ),
        ] {
            let body = body(text);
            assert_eq!(body.text.trim(), expected, "{text}");
            assert!(!body.damaged, "{text}");
            assert_eq!(body.attachments, Some(false), "{text}");
        }
    }

    #[test]
    fn plain_text_goes_before_html_unless_it_is_blank() {
        let alternative = |plain: &str| {
            format!(
                "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{plain}\n--b\nContent-Type: text/html\n\n<p>riche</p>\n--b--\n"
            )
        };
        assert_eq!(body(&alternative("simple")).text.trim(), "simple");
        assert_eq!(body(&alternative(" ")).text.trim(), "riche");
    }

    #[test]
    fn attachments_are_told_from_images_and_seals() {
        let text = "Content-Type: text/plain\n\nBonjour";
        for (part, expected) in [
            ("Content-Type: application/pdf; name=a.pdf\n\nx", Some(true)),
            (
                "Content-Type: text/plain; name=a.txt\nContent-Disposition: attachment\n\nx",
                Some(true),
            ),
            (
                "Content-Type: image/png\nContent-Disposition: attachment; filename=a.png\n\nx",
                Some(true),
            ),
            (
                "Content-Type: message/rfc822\n\nSubject: x\n\nx",
                Some(true),
            ),
            ("Content-Type: image/png\nContent-ID: <a>\n\nx", Some(false)),
            (
                "Content-Type: application/pkcs7-signature; name=smime.p7s\n\nx",
                Some(false),
            ),
            ("Content-Type: text/plain\n\nSuite", Some(false)),
        ] {
            let body = body(&mixed(&[text, part]));
            assert_eq!(body.attachments, expected, "{part}");
            assert!(body.text.contains("Bonjour") && !body.damaged, "{part}");
            assert_eq!(body.images, part.contains("Content-ID"), "{part}");
        }
        assert_eq!(
            body(&mixed(&[
                text,
                "Content-Type: application/pdf; name=a.pdf\n\nx"
            ]))
            .names,
            ["a.pdf"]
        );
    }

    #[test]
    fn what_hides_its_text_is_damaged() {
        for (text, attachments) in [
            (
                "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\nAAAA\n",
                None,
            ),
            (
                "Content-Type: text/plain; charset=utf-8\n\nFa\u{fffd}ade",
                Some(false),
            ),
            ("Content-Type: text\n\nBonjour", None),
        ] {
            let body = body(text);
            assert!(body.damaged, "{text}: {body:?}");
            assert_eq!(body.attachments, attachments, "{text}");
        }
        let attached_only = body("Content-Type: application/pdf; name=a.pdf\n\nx");
        assert!(!attached_only.damaged && attached_only.text.trim().is_empty());
        assert!(!body("Subject: x\n\n").damaged);
    }
}
