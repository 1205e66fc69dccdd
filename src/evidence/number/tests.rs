//! Numbers by hand, and against their digits written out.

use super::{Groups, Numerals};
use proptest::prelude::*;

const PLAIN: Numerals = Numerals {
    decimal: None,
    groups: Groups::Blank,
};

const FRENCH: Numerals = Numerals {
    decimal: Some(','),
    groups: Groups::Blank,
};

const fn signs(decimal: char, groups: Groups) -> Numerals {
    Numerals {
        decimal: Some(decimal),
        groups,
    }
}

#[test]
fn integers_by_hand() {
    for (text, expected) in [
        ("0", Some(0)),
        ("-12", Some(-12)),
        ("1 234", Some(1_234)),
        ("1\u{202f}234\u{202f}567", Some(1_234_567)),
        ("-12\u{a0}345", Some(-12_345)),
        ("1 23", None),
        ("1234 567", None),
        ("1  234", None),
        (" 123", None),
        ("1 234\u{a0}567", None),
        ("--1", None),
        ("+1", None),
        ("-", None),
        ("", None),
        ("1,5", None),
        ("1.0", None),
        ("1'234", None),
        ("9223372036854775807", Some(i64::MAX)),
        ("9223372036854775808", None),
        ("-9223372036854775808", Some(i64::MIN)),
        ("99999999999999999999999999999999999999999999", None),
    ] {
        assert_eq!(PLAIN.whole(text, 1), expected, "{text}");
    }
}

#[test]
fn decimals_are_read_where_the_value_is_whole() {
    let german = signs(',', Groups::Point);
    let english = signs('.', Groups::Comma);
    let swiss = signs('.', Groups::Apostrophe);
    for (numerals, text, times, expected) in [
        (FRENCH, "1 234,00", 1, Some(1_234)),
        (FRENCH, "1\u{202f}234,000", 1, Some(1_234)),
        (FRENCH, "1 234,50", 1, None),
        (FRENCH, "1 234", 1, Some(1_234)),
        (FRENCH, "-7,0", 1, Some(-7)),
        (FRENCH, "2,5", 60, Some(150)),
        (FRENCH, "2,51", 60, None),
        (FRENCH, "2,55", 60, Some(153)),
        (FRENCH, "0,016666667", 60, None),
        (FRENCH, "12,5", 1, None),
        (FRENCH, "1.234,00", 1, None),
        (FRENCH, "1,", 1, None),
        (FRENCH, ",5", 60, None),
        (FRENCH, "1,2,3", 60, None),
        (FRENCH, "1,0 0", 1, None),
        (FRENCH, "1,0x0", 1, None),
        (FRENCH, "1.5", 60, None),
        (german, "1.234,00", 1, Some(1_234)),
        (german, "1.234.567", 1, Some(1_234_567)),
        (german, "1.23", 1, None),
        (german, "1 234", 1, None),
        (english, "1,234.00", 1, Some(1_234)),
        (english, "1,234", 1, Some(1_234)),
        (english, "1,5", 60, None),
        (swiss, "1'234.00", 1, Some(1_234)),
        (swiss, "1\u{2019}234.00", 1, Some(1_234)),
        (swiss, "1'234\u{2019}567", 1, None),
        (PLAIN, "2,5", 60, None),
        (PLAIN, "15", 60, Some(900)),
    ] {
        assert_eq!(numerals.whole(text, times), expected, "{text} × {times}");
    }
}

#[test]
fn a_decimal_comma_becomes_a_point_and_a_point_stays_alone() {
    assert_eq!(FRENCH.pointed("43913,5").as_deref(), Some("43913.5"));
    assert_eq!(FRENCH.pointed("43913").as_deref(), Some("43913"));
    assert_eq!(FRENCH.pointed("43.913,5"), None);
    assert_eq!(FRENCH.pointed("43913.5"), None);
    assert_eq!(PLAIN.pointed("43913.5").as_deref(), Some("43913.5"));
    assert_eq!(PLAIN.pointed("43913,5").as_deref(), Some("43913,5"));
}

proptest! {
    #[test]
    fn grouped_integers_read_back(number: i64, decimals in 0_usize..6) {
        prop_assert_eq!(PLAIN.whole(&number.to_string(), 1), Some(number));
        let digits = number.unsigned_abs().to_string();
        for (separator, numerals) in [
            ('\u{202f}', FRENCH),
            ('.', signs(',', Groups::Point)),
            ('\'', signs(',', Groups::Apostrophe)),
        ] {
            let mut grouped = String::from(if number < 0 { "-" } else { "" });
            for (rank, digit) in digits.chars().enumerate() {
                if rank > 0 && (digits.len() - rank) % 3 == 0 {
                    grouped.push(separator);
                }
                grouped.push(digit);
            }
            if decimals > 0 {
                grouped.push(',');
                grouped.push_str(&"0".repeat(decimals));
            }
            prop_assert_eq!(numerals.whole(&grouped, 1), Some(number), "{}", grouped);
        }
    }

    /// Minutes with two decimals: hundredths of sixty seconds, by whole numbers alone.
    #[test]
    fn minutes_with_decimals_are_whole_seconds_or_nothing(hundredths in 0_i64..1_000_000) {
        let text = format!("{},{:02}", hundredths / 100, hundredths % 100);
        let seconds = hundredths * 60;
        let expected = (seconds % 100 == 0).then_some(seconds / 100);
        prop_assert_eq!(FRENCH.whole(&text, 60), expected);
    }

    #[test]
    fn any_text_ends_without_panic(text in ".*", near in "[-0-9 ,.']{0,60}", times: i64) {
        for numerals in [PLAIN, FRENCH, signs('.', Groups::Comma)] {
            let _ = (numerals.whole(&text, times), numerals.whole(&near, times), numerals.pointed(&near));
        }
    }
}
