//! Encodings told by their letters, and files that are no text.

use super::{Bytes, Charset, Container, EncodingReason, survey};

const TEXT: &str = "Numéro;État;Hôtel\r\nDépôt;où;« déjà »\n";

fn of(bytes: &[u8]) -> Bytes {
    survey(bytes).expect("read").expect("a text")
}

fn encoded(text: &str, charset: Charset) -> Vec<u8> {
    text.chars()
        .map(|letter| {
            (0..=255)
                .find(|byte| charset.text(&[*byte]).as_deref() == Some(&letter.to_string()))
                .expect("a byte")
        })
        .collect()
}

#[test]
fn encodings_are_told_by_their_letters() {
    let told = of(TEXT.as_bytes());
    assert_eq!(
        (told.charset, told.reason),
        (Charset::Utf8, EncodingReason::WellFormed)
    );
    assert_eq!((told.ends.crlf, told.ends.lf, told.ends.cr), (1, 1, 0));
    let told = of(&encoded(TEXT, Charset::Windows1252));
    assert_eq!(
        (told.charset, told.reason),
        (Charset::Windows1252, EncodingReason::LettersEither)
    );
    let told = of(&encoded(TEXT, Charset::Cp850));
    assert_eq!(
        (told.charset, told.reason),
        (Charset::Cp850, EncodingReason::Letters)
    );
    let told = of(&encoded("Cœur de l’été, 3 €", Charset::Windows1252));
    assert_eq!(
        (told.charset, told.reason),
        (Charset::Windows1252, EncodingReason::Letters)
    );
    let told = of(&encoded("Cœur de l'été, 3 €", Charset::Iso885915));
    assert_eq!(
        (told.charset, told.reason),
        (Charset::Iso885915, EncodingReason::Letters)
    );
    let told = of(b"\xef\xbb\xbfa;b\ra");
    assert_eq!(
        (told.charset, told.reason),
        (Charset::Utf8, EncodingReason::Mark)
    );
    assert_eq!(told.ends.cr, 1);
    assert_eq!(of(b"a;b\n").reason, EncodingReason::Ascii);
}

#[test]
fn wide_texts_are_told() {
    for little in [true, false] {
        let bytes = |text: &str| -> Vec<u8> {
            let units = text.encode_utf16();
            let both = units.flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            });
            both.collect()
        };
        let told = of(&bytes(&format!("\u{feff}{TEXT}")));
        assert_eq!(
            (told.charset, told.reason),
            (Charset::Utf16, EncodingReason::Mark)
        );
        let told = of(&bytes(TEXT));
        let expected = if little {
            Charset::Utf16Le
        } else {
            Charset::Utf16Be
        };
        assert_eq!(
            (told.charset, told.reason),
            (expected, EncodingReason::Zeros)
        );
    }
}

#[test]
fn letters_lost_or_encoded_twice_are_counted() {
    assert_eq!(of("Num\u{fffd}ro".as_bytes()).lost, 1);
    assert_eq!(of("NumÃ©ro d'Ã©tat".as_bytes()).twice, 2);
    let cut = "é".repeat(40_000);
    assert_eq!(of(cut.as_bytes()).reason, EncodingReason::WellFormed);
}

#[test]
fn what_is_no_text_is_named() {
    for (head, expected) in [
        (&b"PK\x03\x04..."[..], Container::Zip),
        (b"\xd0\xcf\x11\xe0", Container::Ole),
        (b"\x1f\x8b\x08", Container::Gzip),
        (b"%PDF-1.7", Container::Pdf),
        (b"abc\x00defghijklmnopqrstuvwxyz", Container::Binary),
    ] {
        assert_eq!(survey(head).expect("read"), Err(expected));
    }
}
