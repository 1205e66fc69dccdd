//! A good workbook of 200,000 rows by 21 columns, under the limits of hostile ones.

use super::program::Town;
use rust_xlsxwriter::{Format, Workbook};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::time::Instant;

const ROWS: u32 = 200_000;

/// The workbook of a year of appointments: days, hours, texts and numbers.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    for column in 0..21 {
        sheet
            .write_string(0, column, format!("colonne {column}"))
            .unwrap();
    }
    for row in 1..=ROWS {
        for column in 0..21 {
            let place = f64::from(row) * 7.0 + f64::from(column);
            match column % 3 {
                0 => {
                    sheet.write_number_with_format(row, column, 46_023.0 + place / 100_000.0, &day)
                }
                1 => sheet.write_string(row, column, format!("motif {}", row % 997)),
                _ => sheet.write_number(row, column, place / 4.0),
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// How many cells another reader finds.
fn another(path: &Path) -> u64 {
    use calamine::{DataRef, Reader, Xlsx};
    let file = BufReader::new(File::open(path).unwrap());
    let mut book: Xlsx<_> = Xlsx::new(file).unwrap();
    let name = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&name).unwrap();
    let mut count = 0;
    while let Some(cell) = cells.next_cell().unwrap() {
        count += u64::from(*cell.get_value() != DataRef::Empty);
    }
    count
}

#[test]
#[ignore = "it takes a minute where nothing is optimised: .ci/run runs it in release"]
fn a_large_workbook_is_read_under_the_same_limits() {
    let bytes = workbook();
    let town = Town::new("xlsx", "", &[("export.xlsx", &bytes)]);
    let start = Instant::now();
    let checked = town.check();
    let whole = start.elapsed().as_millis();
    assert_eq!(checked.codes, Vec::<String>::new());
    assert_eq!(checked.rows, [Some(u64::from(ROWS))]);
    let start = Instant::now();
    let cells = another(&town.folder().join("export.xlsx"));
    let other = start.elapsed().as_millis();
    assert_eq!(cells, u64::from(ROWS + 1) * 21);
    println!(
        "{} bytes: {whole} ms, another reader alone {other} ms",
        bytes.len()
    );
}
