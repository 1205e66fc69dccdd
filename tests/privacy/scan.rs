//! Looks for many strings at once, in every spelling.
//!
//! A text is searched as it is in small letters, and once more with its letters and digits alone, so that a line break
//! or a frame within a string does not hide it.

use super::markers::Marker;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Strings are found by their first bytes.
const HEAD: usize = 8;

/// The strings to look for, by their first bytes; each with what it tells.
#[derive(Debug, Default)]
pub(super) struct Scanner {
    spellings: BTreeMap<[u8; HEAD], Vec<(Vec<u8>, String)>>,
    words: BTreeMap<Vec<u8>, String>,
}

impl Scanner {
    /// Looks for a marker in every spelling.
    pub(super) fn marker(&mut self, marker: &Marker) {
        let raw = &marker.bytes[..marker.bytes.len().min(120)];
        for bytes in [raw, marker.core.as_bytes()] {
            for spelling in spellings(bytes) {
                self.add(&spelling, &marker.core);
            }
        }
    }

    /// Looks for a string as it is.
    pub(super) fn literal(&mut self, text: &str) {
        self.add(text.as_bytes(), text);
    }

    /// Looks for a value that stands by itself, not within a longer word or number.
    pub(super) fn word(&mut self, value: &[u8]) {
        let text = String::from_utf8_lossy(value).into_owned();
        self.words.insert(value.to_ascii_lowercase(), text);
    }

    fn add(&mut self, spelling: &[u8], what: &str) {
        let spelling = spelling.to_ascii_lowercase();
        let head = spelling.get(..HEAD).and_then(|head| head.try_into().ok());
        let of_head = self
            .spellings
            .entry(head.unwrap_or_else(|| panic!("too short: {what}")));
        of_head.or_default().push((spelling, what.to_owned()));
    }

    /// What is found in a text.
    pub(super) fn found(&self, text: &[u8]) -> Vec<String> {
        let lower = text.to_ascii_lowercase();
        let bare: Vec<u8> = lower
            .iter()
            .copied()
            .filter(u8::is_ascii_alphanumeric)
            .collect();
        let mut found = Vec::new();
        for text in [&lower, &bare] {
            for at in 0..text.len().saturating_sub(HEAD - 1) {
                let head: [u8; HEAD] = text[at..at + HEAD].try_into().expect("a head");
                let candidates = self.spellings.get(&head).into_iter().flatten();
                let here = candidates.filter(|(spelling, _)| text[at..].starts_with(spelling));
                found.extend(here.map(|(_, what)| what.clone()));
            }
        }
        found.extend(self.found_words(&lower));
        found.sort();
        found.dedup();
        found
    }

    fn found_words<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = String> + 'a {
        let within = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
        let starts = (0..text.len()).filter(move |at| {
            within(text.get(*at)) && !within(at.checked_sub(1).and_then(|before| text.get(before)))
        });
        starts.flat_map(move |at| {
            let rest = &text[at..];
            let ends = (1..=rest.len().min(48)).filter(move |end| !within(rest.get(*end)));
            ends.filter_map(move |end| self.words.get(&rest[..end]).cloned())
        })
    }
}

/// The ways in which a program may write some bytes.
fn spellings(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#x27;");
    let percent: String = bytes.iter().map(percent).collect();
    let json = serde_json::to_string(&text).expect("a string");
    let mut all: Vec<Vec<u8>> = vec![
        bytes.to_vec(),
        text.to_lowercase().into_bytes(),
        text.to_uppercase().into_bytes(),
        escaped.into_bytes(),
        percent.into_bytes(),
        json.trim_matches('"').as_bytes().to_vec(),
        format!("{text:?}").trim_matches('"').as_bytes().to_vec(),
        hex(bytes).into_bytes(),
        format!("{bytes:?}")
            .trim_matches(['[', ']'])
            .as_bytes()
            .to_vec(),
        hex(&Sha256::digest(bytes)).into_bytes(),
        bytes.iter().rev().copied().collect(),
    ];
    all.extend((0..3).map(|offset| base64(bytes, offset)));
    all
}

fn percent(byte: &u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-_.~".contains(byte) {
        char::from(*byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The inner part of some bytes in base64, as it stands when so many bytes are before them.
fn base64(bytes: &[u8], offset: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let skipped = (3 - offset) % 3;
    let whole = bytes.get(skipped..).unwrap_or_default().chunks_exact(3);
    let letters = whole.flat_map(|chunk| {
        let bits = chunk
            .iter()
            .fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        [18, 12, 6, 0].map(|shift| LETTERS[bits >> shift & 63])
    });
    letters.collect()
}

#[test]
fn every_spelling_is_found() {
    let marker = Marker {
        bytes: "É <qzkwx0001vj> & \u{1b}".as_bytes().to_vec(),
        core: "qzkwx0001vj".to_owned(),
    };
    let mut scanner = Scanner::default();
    scanner.marker(&marker);
    scanner.word(b"Usager 12");
    let all = "é <qzkwx0001vj> & \u{1b}";
    for text in [
        all.to_owned(),
        "É <QZKWX0001VJ>".to_owned(),
        "%C3%89%20%3Cqzkwx0001vj%3E%20%26%20%1B".to_owned(),
        "qzkw\n    │ x000 1vj".to_owned(),
        hex(b"qzkwx0001vj"),
        hex(&Sha256::digest(b"qzkwx0001vj")),
        "xyz cXprd3gwMDAxdmo= xyz".to_owned(),
        "5,1,12 113, 122, 107, 119, 120, 48, 48, 48, 49, 118, 106".to_owned(),
    ] {
        assert_eq!(scanner.found(text.as_bytes()), ["qzkwx0001vj"], "{text}");
    }
    assert!(
        scanner
            .found(b"qzkwx0002vj usager 123 xusager 12")
            .is_empty()
    );
    assert_eq!(scanner.found("« usager 12 »".as_bytes()), ["Usager 12"]);
}

#[test]
fn base64_is_the_usual_one() {
    // Of "abcdef" behind nothing, "x" and "xy".
    assert_eq!(base64(b"abcdef", 0), b"YWJjZGVm");
    assert_eq!(base64(b"abcdef", 1), b"Y2Rl");
    assert_eq!(base64(b"abcdef", 2), b"YmNk");
}
