//! Encodings by tables that others wrote down, and by writing a text in them.

use super::open;
use crate::evidence::encoding::{Encoding, text_of};
use crate::evidence::fault::FileFault;
use proptest::prelude::*;
use std::io::Read;

const SENTENCE: &str = "N° ; reçu à l’œil ; 12 €\n";

fn read(bytes: &[u8], encoding: Encoding) -> Result<Vec<u8>, FileFault> {
    let mut text = Vec::new();
    open(bytes, encoding)?.read_to_end(&mut text).unwrap();
    Ok(text)
}

/// A text as UTF-16, in one order of bytes or the other.
fn wide(text: &str, little: bool) -> Vec<u8> {
    let order = |unit: u16| {
        if little {
            unit.to_le_bytes()
        } else {
            unit.to_be_bytes()
        }
    };
    text.encode_utf16().flat_map(order).collect()
}

/// An input that gives its bytes one by one.
struct Slow<'a>(&'a [u8]);

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let first = buffer.len().min(1);
        self.0.read(&mut buffer[..first])
    }
}

#[test]
fn each_single_byte_encoding_by_its_published_table() {
    // As python's own codecs write them.
    for (encoding, bytes, text) in [
        (
            Encoding::Windows1252,
            &b"N\xb0 re\xe7u \xe0 l\x92\x9cil 12 \x80"[..],
            "N° reçu à l’œil 12 €",
        ),
        (
            Encoding::Iso8859_15,
            b"N\xb0 re\xe7u \xe0 l'\xbdil 12 \xa4 \xa6\xa8\xb4\xb8\xbc\xbe",
            "N° reçu à l'œil 12 € ŠšŽžŒŸ",
        ),
        (
            Encoding::Cp850,
            b"N\xf8 re\x87u \x85 l'\x91il \x82t\x82 \x90t\x82 \xffa",
            "N° reçu à l'æil été Été \u{a0}a",
        ),
        (
            Encoding::Cp850,
            b"\x80\x8a\x88\x96\xe2\x9c\xd5\xf0",
            "ÇèêûÔ£ı\u{ad}",
        ),
    ] {
        assert_eq!(
            text_of(bytes, encoding).as_deref(),
            Some(text),
            "{encoding:?}"
        );
    }
    for (encoding, bytes) in [
        (Encoding::Windows1252, b"\x81"),
        (Encoding::Windows1252, b"\x9d"),
        (Encoding::Iso8859_15, b"\x80"),
        (Encoding::Iso8859_15, b"\x9f"),
        (Encoding::Utf8, b"\xe9"),
    ] {
        assert_eq!(text_of(bytes, encoding), None, "{encoding:?} {bytes:?}");
    }
}

#[test]
fn ascii_is_ascii_in_all_of_them_and_every_byte_has_one_character() {
    for encoding in [Encoding::Windows1252, Encoding::Iso8859_15, Encoding::Cp850] {
        let mut seen = std::collections::BTreeSet::new();
        for byte in 0..=255_u8 {
            let bytes = [byte];
            let text = text_of(&bytes, encoding);
            if byte < 0x80 {
                assert_eq!(text.as_deref(), std::str::from_utf8(&bytes).ok());
            }
            if let Some(text) = text {
                assert_eq!(text.chars().count(), 1);
                assert!(seen.insert(text.into_owned()), "{encoding:?} {byte:x}");
            }
        }
        let unused = match encoding {
            Encoding::Windows1252 => 5,
            Encoding::Iso8859_15 => 32,
            _ => 0,
        };
        assert_eq!(seen.len(), 256 - unused, "{encoding:?}");
    }
}

#[test]
fn utf_16_is_read_with_its_mark_and_by_its_declared_order() {
    for little in [true, false] {
        let own = if little {
            Encoding::Utf16Le
        } else {
            Encoding::Utf16Be
        };
        let bare = wide(SENTENCE, little);
        let marked = wide(&format!("\u{feff}{SENTENCE}"), little);
        let name = if little { "utf-16le" } else { "utf-16be" };
        let other = if little {
            Encoding::Utf16Be
        } else {
            Encoding::Utf16Le
        };
        let text = Ok(SENTENCE.as_bytes().to_vec());
        assert_eq!(read(&bare, own), text);
        assert_eq!(read(&marked, own), text);
        assert_eq!(read(&marked, Encoding::Utf16), text);
        assert_eq!(read(&bare, Encoding::Utf16), Err(FileFault::OrderUnsaid));
        for encoding in [
            other,
            Encoding::Utf8,
            Encoding::Windows1252,
            Encoding::Cp850,
            Encoding::Iso8859_15,
        ] {
            assert_eq!(
                read(&marked, encoding),
                Err(FileFault::OtherEncoding(name)),
                "{encoding:?}"
            );
        }
        // Its zeros betray it where the first characters are plain letters.
        let letters = wide("Jour;", little);
        for encoding in [other, Encoding::Utf8, Encoding::Windows1252] {
            assert_eq!(
                read(&letters, encoding),
                Err(FileFault::OtherEncoding(name)),
                "{encoding:?}"
            );
        }
    }
}

#[test]
fn a_mark_of_utf_8_belongs_to_utf_8() {
    let marked = b"\xef\xbb\xbfJour\n";
    assert_eq!(read(marked, Encoding::Utf8), Ok(b"Jour\n".to_vec()));
    for encoding in [
        Encoding::Windows1252,
        Encoding::Iso8859_15,
        Encoding::Cp850,
        Encoding::Utf16,
        Encoding::Utf16Le,
    ] {
        assert_eq!(
            read(marked, encoding),
            Err(FileFault::OtherEncoding("utf-8")),
            "{encoding:?}"
        );
    }
}

#[test]
fn short_and_empty_files_are_themselves() {
    for encoding in Encoding::WORDS
        .iter()
        .filter_map(|word| Encoding::parse(word))
    {
        assert_eq!(read(b"", encoding), Ok(Vec::new()), "{encoding:?}");
    }
    for bytes in [&b"a"[..], b"ab", b"abc", b"abcd", b"\xef\xbb"] {
        assert_eq!(read(bytes, Encoding::Utf8), Ok(bytes.to_vec()));
    }
    assert_eq!(read(b"\xff\xfe", Encoding::Utf16), Ok(Vec::new()));
    assert_eq!(Encoding::parse("latin-1"), None);
}

#[test]
fn what_is_broken_in_utf_16_is_no_text_and_breaks_nothing_else() {
    let unit = |units: &[u16]| {
        units
            .iter()
            .flat_map(|unit| unit.to_le_bytes())
            .collect::<Vec<u8>>()
    };
    let semicolon = u16::from(b';');
    for (bytes, text) in [
        // Half a pair alone, before a letter, before a delimiter, the wrong half, and half a unit at the end.
        (unit(&[0xd83d]), &b"\xff"[..]),
        (unit(&[0xd83d, 0x41]), b"\xffA"),
        (unit(&[0x41, 0xd83d, semicolon, 0x42]), b"A\xff;B"),
        (unit(&[0xde00, semicolon]), b"\xff;"),
        (unit(&[0xd83d, 0xd83d, 0xde00]), b"\xff\xf0\x9f\x98\x80"),
        (b"A\0;\0B".to_vec(), b"A;\xff"),
    ] {
        assert_eq!(
            read(&bytes, Encoding::Utf16Le).as_deref(),
            Ok(text),
            "{bytes:?}"
        );
    }
    assert_eq!(text_of(b"\xff", Encoding::Utf16Le), None);
}

proptest! {
    /// However long the text, and however it comes in, UTF-16 becomes the UTF-8 of the same text.
    #[test]
    fn utf_16_becomes_the_same_text(text in "(?s).{0,40}", times in 1_usize..600, little: bool) {
        let text = text.repeat(times);
        let encoding = if little { Encoding::Utf16Le } else { Encoding::Utf16Be };
        let bytes = wide(&format!("\u{feff}{text}"), little);
        prop_assert_eq!(read(&bytes, encoding).ok(), Some(text.clone().into_bytes()));
        let bytes = &bytes[..bytes.len().min(4_000)];
        let read_at_once = read(bytes, encoding).unwrap();
        let mut slow = Vec::new();
        open(Slow(bytes), Encoding::Utf16).unwrap().read_to_end(&mut slow).unwrap();
        prop_assert_eq!(slow, read_at_once);
    }

    #[test]
    fn any_bytes_end_without_panic(bytes: Vec<u8>) {
        for encoding in Encoding::WORDS.iter().filter_map(|word| Encoding::parse(word)) {
            if let Ok(text) = read(&bytes, encoding) {
                let _ = text_of(&text, encoding);
            }
        }
    }
}
