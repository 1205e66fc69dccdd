//! A good workbook of 200,000 rows by 21 columns, under the limits of hostile ones.

use super::program::Town;
use rust_xlsxwriter::{Format, Workbook};
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

#[test]
#[ignore = "it takes a minute where nothing is optimised: .ci/run runs it in release"]
fn a_large_workbook_is_read_under_the_same_limits() {
    let bytes = workbook();
    let town = Town::new("xlsx", "", &[("export.xlsx", &bytes)]);
    let start = Instant::now();
    let checked = town.check();
    println!("{} bytes, {} ms", bytes.len(), start.elapsed().as_millis());
    assert_eq!(checked.codes, Vec::<String>::new());
    assert_eq!(checked.rows, [Some(u64::from(ROWS))]);
}

/// Prints how long another reader takes beside the whole program; what matters is the ratio.
#[test]
#[ignore = "it measures"]
fn beside_another_reader() {
    use calamine::{Reader, Xlsx};
    let bytes = workbook();
    let town = Town::new("xlsx", "", &[("export.xlsx", &bytes)]);
    let path = town.folder().join("export.xlsx");
    for _ in 0..3 {
        let start = Instant::now();
        let file = std::io::BufReader::new(std::fs::File::open(&path).unwrap());
        let mut book: Xlsx<_> = Xlsx::new(file).unwrap();
        let name = book.sheet_names()[0].clone();
        let mut cells = book.worksheet_cells_reader(&name).unwrap();
        let mut count = 0_u64;
        while let Some(cell) = cells.next_cell().unwrap() {
            count += u64::from(*cell.get_value() != calamine::DataRef::Empty);
        }
        let other = start.elapsed();
        let start = Instant::now();
        let checked = town.check();
        let mine = start.elapsed();
        assert_eq!(checked.rows, [Some(u64::from(ROWS))]);
        println!(
            "{count} cells: {} ms, the whole program {} ms",
            other.as_millis(),
            mine.as_millis()
        );
    }
}
