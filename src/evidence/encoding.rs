//! The encodings of text.
//!
//! Invariant: bytes that are no text in the declared encoding stay so, and are never replaced by a neighbouring character.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// The encodings that a charter may declare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16 in the order of bytes that its mark tells.
    Utf16,
    /// UTF-16, the lower byte first, with or without its mark.
    Utf16Le,
    /// UTF-16, the higher byte first, with or without its mark.
    Utf16Be,
    /// Windows-1252, the "ANSI" of Western Windows.
    Windows1252,
    /// ISO-8859-15, also called Latin-9.
    Iso8859_15,
    /// Code page 850, the "OEM" of Western DOS.
    Cp850,
}

/// Its upper half, by the table that Microsoft gave Unicode (VENDORS/MICSFT/PC/CP850).
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The characters of ISO-8859-15 that are not those of the same number in Unicode.
const LATIN_9: [(u8, char); 8] = [
    (0xa4, '€'),
    (0xa6, 'Š'),
    (0xa8, 'š'),
    (0xb4, 'Ž'),
    (0xb8, 'ž'),
    (0xbc, 'Œ'),
    (0xbd, 'œ'),
    (0xbe, 'Ÿ'),
];

impl Encoding {
    /// Its names in a charter.
    pub const WORDS: &[&str] = &[
        "utf-8",
        "windows-1252",
        "iso-8859-15",
        "cp850",
        "utf-16",
        "utf-16le",
        "utf-16be",
    ];

    /// The encoding that a charter names so.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "utf-8" => Self::Utf8,
            "utf-16" => Self::Utf16,
            "utf-16le" => Self::Utf16Le,
            "utf-16be" => Self::Utf16Be,
            "windows-1252" => Self::Windows1252,
            "iso-8859-15" => Self::Iso8859_15,
            "cp850" => Self::Cp850,
            _ => return None,
        })
    }
}

/// Text of a file that was opened in an encoding; none if the bytes are no text in it.
pub(super) fn text_of(bytes: &[u8], encoding: Encoding) -> Option<Cow<'_, str>> {
    let one_by_one = |character: fn(u8) -> Option<char>| {
        if bytes.is_ascii() {
            return std::str::from_utf8(bytes).ok().map(Cow::Borrowed);
        }
        let text: Option<String> = bytes.iter().copied().map(character).collect();
        text.map(Cow::Owned)
    };
    match encoding {
        // UTF-16 was made UTF-8 when the file was opened.
        Encoding::Utf8 | Encoding::Utf16 | Encoding::Utf16Le | Encoding::Utf16Be => {
            std::str::from_utf8(bytes).ok().map(Cow::Borrowed)
        }
        Encoding::Windows1252 => {
            // Five bytes stand for nothing; the web's table, used here, makes control characters of them.
            let unused = |byte: &u8| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
            (!bytes.iter().any(unused)).then(|| WINDOWS_1252.decode_without_bom_handling(bytes).0)
        }
        Encoding::Iso8859_15 => one_by_one(latin_9),
        Encoding::Cp850 => one_by_one(cp850),
    }
}

fn latin_9(byte: u8) -> Option<char> {
    let own = LATIN_9.iter().find(|(other, _)| *other == byte);
    let character = own.map_or(char::from(byte), |(_, character)| *character);
    // Between ASCII and the letters there are only control characters.
    (!(0x80..0xa0).contains(&byte)).then_some(character)
}

fn cp850(byte: u8) -> Option<char> {
    match byte.checked_sub(0x80) {
        None => Some(char::from(byte)),
        Some(upper) => CP850.chars().nth(usize::from(upper)),
    }
}
