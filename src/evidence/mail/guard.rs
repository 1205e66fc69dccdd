//! Limits that hold before a message is parsed.
//!
//! Invariant: a message that passes has so few lines, parts and headers that parsing it takes memory in proportion to its
//! size, and no part of it is parsed as a message of its own: what is forwarded is nobody's form.

use crate::evidence::ledger::Rejection;

/// The largest message, in bytes.
pub(super) const MESSAGE_BYTES: usize = 32 * 1024 * 1024;
/// The most lines of a message.
const LINES: usize = 600_000;
/// The largest head of a message, in bytes.
const HEAD_BYTES: usize = 256 * 1024;
/// The most lines that could part a message.
const BOUNDARIES: usize = 2_000;
/// The most declarations of content.
const CONTENTS: usize = 500;
/// The longest declaration of content, in bytes.
const CONTENT_BYTES: usize = 2_000;

const CONTENT_TYPE: &[u8] = b"content-type";
/// The kinds of content that are read or passed over as they are.
const TYPES: [&[u8]; 8] = [
    b"text",
    b"multipart",
    b"application",
    b"image",
    b"audio",
    b"video",
    b"font",
    b"model",
];

/// The message, safe to parse; declarations of content that are unusual are made unknown ones.
pub(super) fn guard(mut raw: Vec<u8>) -> Result<Vec<u8>, Rejection> {
    if raw.len() > MESSAGE_BYTES {
        return Err(Rejection::MessageTooLong);
    }
    let (mut lines, mut boundaries, mut head) = (0_usize, 0_usize, None);
    let mut contents = Vec::new();
    let mut at = 0_usize;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        let end = at.saturating_add(line.len());
        lines = lines.saturating_add(1);
        if line.starts_with(b"--") {
            boundaries = boundaries.saturating_add(1);
        }
        if head.is_none() && at > 0 && line.trim_ascii().is_empty() {
            head = Some(at);
        }
        if let Some(length) = content_type(line) {
            contents.push((at.saturating_add(length), end));
        } else if let Some((_, last)) = contents.last_mut()
            && *last == at
            && (line.starts_with(b" ") || line.starts_with(b"\t"))
        {
            *last = end;
        }
        at = end;
    }
    if head.unwrap_or(at) > HEAD_BYTES {
        return Err(Rejection::MessageTooLong);
    }
    if lines > LINES || boundaries > BOUNDARIES || contents.len() > CONTENTS {
        return Err(Rejection::MessageTooComplex);
    }
    for (start, end) in contents {
        if let Some(value) = raw.get_mut(start..end)
            && !usual(value)
        {
            hide(value);
        }
    }
    Ok(raw)
}

/// How long the name of a declaration of content is in a line, its colon included. The parser passes over blanks within a
/// name and over colons before it.
fn content_type(line: &[u8]) -> Option<usize> {
    let start = line
        .iter()
        .position(|byte| *byte != b':' && !byte.is_ascii_whitespace())?;
    let rest = line.get(start..)?;
    let colon = rest.iter().position(|byte| *byte == b':')?;
    let mut name = rest
        .iter()
        .take(colon)
        .filter(|byte| !byte.is_ascii_whitespace())
        .map(u8::to_ascii_lowercase);
    let same = CONTENT_TYPE.iter().all(|byte| name.next() == Some(*byte)) && name.next().is_none();
    same.then(|| start.saturating_add(colon).saturating_add(1))
}

/// The kind that stands for a message within a message: as long as the word `message`.
const NESTED: &[u8] = b"model/m";

/// Whether a declaration of content is written as mail programs write it, and is no message or digest of messages.
fn usual(value: &[u8]) -> bool {
    if value.len() > CONTENT_BYTES {
        return false;
    }
    let value = value.trim_ascii().to_ascii_lowercase();
    let mut parts = value.splitn(2, |byte| *byte == b'/');
    let (Some(kind), Some(rest)) = (parts.next(), parts.next()) else {
        return false;
    };
    let token = |byte: &u8| byte.is_ascii_alphanumeric() || b".+-_".contains(byte);
    let length = rest.iter().take_while(|byte| token(byte)).count();
    let (Some(subtype), Some(after)) = (rest.get(..length), rest.get(length..)) else {
        return false;
    };
    let ends = after
        .first()
        .is_none_or(|byte| *byte == b';' || byte.is_ascii_whitespace());
    TYPES.contains(&kind)
        && !subtype.is_empty()
        && ends
        && !(kind == b"multipart" && subtype == b"digest")
}

/// Makes the declaration of a message one of an attachment, and any other one of an unknown kind; its length and its
/// line breaks stay.
fn hide(value: &mut [u8]) {
    let lower = value.to_ascii_lowercase();
    let holds = |word: &[u8]| lower.windows(word.len()).position(|window| window == word);
    let digest = holds(b"digest").and_then(|_| holds(b"multipart"));
    let message = holds(b"message").or(digest);
    let filling = if message.is_some() { b' ' } else { b'x' };
    for byte in value.iter_mut() {
        if !byte.is_ascii_whitespace() {
            *byte = filling;
        }
    }
    let room = message.and_then(|at| value.get_mut(at..at.saturating_add(NESTED.len())));
    if let Some(room) = room {
        room.copy_from_slice(NESTED);
    }
}

#[cfg(test)]
mod tests {
    use super::{BOUNDARIES, CONTENTS, HEAD_BYTES, guard};
    use crate::evidence::ledger::Rejection;

    fn after(text: &str) -> String {
        String::from_utf8(guard(text.as_bytes().to_vec()).unwrap()).unwrap()
    }

    #[test]
    fn nested_messages_are_no_messages() {
        for (unusual, kind) in [
            ("Content-Type: message/rfc822", "model/m"),
            ("Content-Type: Message/Global; x=y", "model/m"),
            ("Content-Type:\r\n message/rfc822", "model/m"),
            ("content - type : message/rfc822", "model/m"),
            (": Content-Type: message/rfc822", "model/m"),
            ("Content-Type: (a)message/rfc822", "model/m"),
            ("Content-Type: multipart/digest; boundary=x", "model/m"),
            ("Content-Type: \"message\"/rfc822", "model/m"),
            ("Content-Type: text", "xxxx"),
            ("Content-Type: mess(a)age/rfc822", "xxxx"),
        ] {
            let text = after(&format!("Subject: S\r\n{unusual}\r\n\r\nBody\r\n"));
            let lower = text.to_lowercase();
            let left = ["rfc822", "global", "digest"]
                .iter()
                .any(|word| lower.contains(word));
            assert!(!left && text.contains(kind), "{text}");
            assert!(text.ends_with("\r\n\r\nBody\r\n"), "{text}");
        }
    }

    #[test]
    fn usual_declarations_stay() {
        let text = "Content-Type: multipart/mixed;\r\n boundary=\"a/b\"\r\n\r\n--a/b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nx\r\n";
        assert_eq!(after(text), text);
    }

    #[test]
    fn limits_hold() {
        let long = format!("Subject: {}\r\n\r\nx", "a".repeat(HEAD_BYTES));
        assert_eq!(guard(long.into_bytes()), Err(Rejection::MessageTooLong));
        let many = format!("Subject: a\n\n{}", "--\n".repeat(BOUNDARIES + 1));
        assert_eq!(guard(many.into_bytes()), Err(Rejection::MessageTooComplex));
        let many = format!(
            "Subject: a\n\n{}",
            "Content-Type: text/plain\n".repeat(CONTENTS + 1)
        );
        assert_eq!(guard(many.into_bytes()), Err(Rejection::MessageTooComplex));
    }
}
