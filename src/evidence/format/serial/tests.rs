//! Spreadsheet days against floating-point days, long division and chrono.

use super::{Epoch, seconds, unix};
use chrono::{Datelike, NaiveDate, NaiveTime};
use proptest::prelude::*;

fn midnight(year: i32, month: u32, day: u32) -> i64 {
    let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
    date.and_time(NaiveTime::MIN).and_utc().timestamp()
}

/// `numerator / 86 400` with so many decimals, rounded half up, by long division; trailing zeros dropped as Excel does.
fn divided(day: i64, second: i64, decimals: usize) -> String {
    let mut rest = u128::try_from(second).unwrap();
    let mut digits: Vec<u8> = Vec::new();
    for _ in 0..decimals {
        rest *= 10;
        digits.push(u8::try_from(rest / 86_400).unwrap());
        rest %= 86_400;
    }
    let mut day = day;
    let mut carry = rest * 2 >= 86_400;
    for digit in digits.iter_mut().rev() {
        if carry {
            *digit += 1;
            carry = *digit == 10;
            *digit %= 10;
        }
    }
    day += i64::from(carry);
    let fraction: String = digits
        .iter()
        .map(|digit| char::from(b'0' + digit))
        .collect();
    match fraction.trim_end_matches('0') {
        "" => day.to_string(),
        fraction => format!("{day}.{fraction}"),
    }
}

#[test]
fn every_second_of_a_day_is_exact_in_both_epochs() {
    // 2020-03-23, whose numbers in both epochs Excel documents to be 1,462 days apart.
    let start = midnight(2020, 3, 23);
    for (epoch, day) in [(Epoch::Of1900, 43_913_i64), (Epoch::Of1904, 43_913 - 1_462)] {
        for second in 0..86_400_i64 {
            let stored = day as f64 + second as f64 / 86_400.0;
            let mut texts = vec![stored.to_string()];
            texts.extend([5, 6, 7, 11, 30].map(|decimals| divided(day, second, decimals)));
            for text in texts {
                assert_eq!(epoch.instant(&text), Some(start + second), "{text}");
            }
            let fraction = second as f64 / 86_400.0;
            for text in [
                fraction.to_string(),
                format!("{fraction:e}"),
                format!("{fraction:E}"),
                divided(0, second, 17),
            ] {
                assert_eq!(seconds(&text), Some(second), "{text}");
            }
        }
    }
}

#[test]
fn days_count_as_chrono_counts_them() {
    let day = |year, month, day| {
        let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        Some(date.num_days_from_ce())
    };
    for (epoch, text, expected) in [
        (Epoch::Of1900, "61", day(1900, 3, 1)),
        (Epoch::Of1900, "60", None),
        (Epoch::Of1900, "59", None),
        (Epoch::Of1900, "1", None),
        (Epoch::Of1900, "0", None),
        (Epoch::Of1900, "366", day(1900, 12, 31)),
        (Epoch::Of1900, "25569", day(1970, 1, 1)),
        (Epoch::Of1900, "36526", day(2000, 1, 1)),
        (Epoch::Of1900, "43890", day(2020, 2, 29)),
        (Epoch::Of1900, "43890.0", day(2020, 2, 29)),
        (Epoch::Of1900, "43890.5", None),
        (Epoch::Of1900, "109574", day(2199, 12, 31)),
        (Epoch::Of1900, "109575", None),
        (Epoch::Of1904, "0", day(1904, 1, 1)),
        (Epoch::Of1904, "42428", day(2020, 2, 29)),
        (Epoch::Of1904, "-1", None),
    ] {
        assert_eq!(epoch.day(text), expected, "{text}");
    }
}

#[test]
fn what_is_between_two_seconds_is_not_read() {
    for (text, expected) in [
        ("0", Some(0)),
        ("1", Some(86_400)),
        ("1.5", Some(129_600)),
        ("0.5", Some(43_200)),
        ("5E-1", Some(43_200)),
        ("15e-1", Some(129_600)),
        ("2E1", Some(1_728_000)),
        ("1.1574074074074073E-5", Some(1)),
        // Four tenths and half of a second after noon, written in full.
        ("0.50000462962962961", None),
        ("0.50000578703703702", None),
        // A thousandth too much: more than the last digit can err.
        ("0.500000012", None),
        // Rounded to five decimals, as a spreadsheet shows it in a general cell.
        ("0.50001", Some(43_201)),
        ("0.5000", Some(43_200)),
        ("0.5376", Some(46_449)),
        (".5", None),
        ("1.", None),
        ("", None),
        ("-1", None),
        ("+1", None),
        ("1,5", None),
        ("1e", None),
        ("1e99", None),
        ("1e-99", Some(0)),
        ("1e-2147483648", None),
        ("0x10", None),
        ("٣", None),
        ("NaN", None),
        ("9999999999999", None),
    ] {
        assert_eq!(seconds(text), expected, "{text}");
    }
}

#[test]
fn unix_seconds_by_hand() {
    for (text, numbered, expected) in [
        ("0", false, Some(0)),
        ("1584950400", false, Some(1_584_950_400)),
        ("1584950400.000", false, Some(1_584_950_400)),
        ("1584950400.123", false, None),
        ("1584950400.123", true, Some(1_584_950_400)),
        ("1584950400", true, Some(1_584_950_400)),
        ("1584950400.", true, None),
        ("1584950400.1.2", true, None),
        ("1584950400,123", true, None),
        ("-1", false, None),
        ("1584950400123", false, None),
        ("", false, None),
        (".5", true, None),
    ] {
        assert_eq!(unix(text, numbered), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn any_number_ends_without_panic(text in "[0-9]{0,40}[.]?[0-9]{0,60}([eE]-?[0-9]{1,10})?", wild in ".*") {
        for text in [&text, &wild] {
            let _ = (seconds(text), Epoch::Of1900.instant(text), Epoch::Of1904.day(text), unix(text, true));
        }
    }

    /// A naive second reading: the number as a fraction of two integers, compared with each neighbouring second.
    #[test]
    fn a_number_of_days_is_its_nearest_second_or_none(digits in 0_u64..100_000_000_000, decimals in 8_u32..12) {
        let unit = 10_u128.pow(decimals);
        let text = format!("{}.{:0width$}", u128::from(digits) / unit, u128::from(digits) % unit, width = decimals as usize);
        let scaled = u128::from(digits) * 86_400;
        let near = (0..=1).map(|more| scaled / unit + more).filter(|second| {
            // Within half a hundred-millionth of a day.
            (second * unit).abs_diff(scaled) * 200_000_000 <= unit * 86_400
        });
        prop_assert_eq!(seconds(&text), near.map(|second| i64::try_from(second).unwrap()).next());
    }
}
