//! A table for a spreadsheet program, as a French one opens it: semicolons, and UTF-8 with its mark.
//!
//! Invariant: no cell can be taken for a formula; control characters become blanks, so that a row stays a line.

use unicode_width::UnicodeWidthChar;

/// What a cell must not begin with, lest a spreadsheet program compute it.
const FORMULAS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The bytes of a table, its header first.
pub fn sheet(header: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    for row in std::iter::once(header).chain(rows.iter().map(Vec::as_slice)) {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    writer.into_inner().unwrap_or_default()
}

fn harmless(cell: &str) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let text: String = cell.chars().map(plain).collect();
    let text = text.trim();
    // Marks without width would hide what comes first.
    let first = text
        .chars()
        .find(|letter| letter.is_ascii() || letter.width().is_some_and(|width| width > 0));
    if first.is_some_and(|first| FORMULAS.contains(&first)) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::sheet;

    #[test]
    fn cells_stay_cells() {
        let row = [
            "=1+1",
            "a;b",
            "dit \"non\"",
            "\t@x",
            "\u{1}=1+1",
            "\u{200b}+1",
            "deux\nlignes",
            "",
        ];
        let bytes = sheet(
            &["un".to_owned(), "deux".to_owned()],
            &[row.map(str::to_owned).to_vec()],
        );
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert_eq!(
            text,
            "\u{feff}un;deux\n'=1+1;\"a;b\";\"dit \"\"non\"\"\";'@x;'=1+1;'\u{200b}+1;deux lignes;\"\"\n"
                .replace(";\"\"\n", ";\n")
        );
    }
}
