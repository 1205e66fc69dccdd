//! Sound workbooks of each format: those that other programs write, and the rarer shapes made by hand.

use super::build::{Table, archive, ods, parts, rows, said, xlsx, xlsx_with};
use super::compound::{cell, record, xls};
use charte::evidence::workbook::WorkbookFormat;
use charte::evidence::workbook::fault::WorkbookFault;
use rust_xlsxwriter::{Format, Workbook};

const XLSX: WorkbookFormat = WorkbookFormat::Xlsx;
const XLS: WorkbookFormat = WorkbookFormat::Xls;
const ODS: WorkbookFormat = WorkbookFormat::Ods;

fn table(rows: &[(u64, &[&str])]) -> Table {
    let row = |(line, cells): &(u64, &[&str])| {
        (*line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    };
    rows.iter().map(row).collect()
}

#[test]
fn a_workbook_of_every_kind_of_cell() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let format = |code: &str| Format::new().set_num_format(code);
    sheet.write_string(0, 0, "Début & fin").unwrap();
    sheet.write_string(0, 2, "  blancs ").unwrap();
    sheet.write_number(1, 0, 12).unwrap();
    sheet.write_number(1, 1, -0.5).unwrap();
    sheet
        .write_number_with_format(1, 2, 0.9, &format("0.00%"))
        .unwrap();
    sheet.write_boolean(1, 3, true).unwrap();
    sheet
        .write_number_with_format(3, 0, 43_913.0, &format("dd/mm/yyyy"))
        .unwrap();
    sheet
        .write_number_with_format(3, 1, 43_913.537_5, &format("dd/mm/yyyy hh:mm"))
        .unwrap();
    sheet
        .write_number_with_format(3, 2, 0.5375, &format("hh:mm"))
        .unwrap();
    sheet
        .write_number_with_format(3, 3, 1.5, &format("[h]:mm"))
        .unwrap();
    sheet
        .write_formula(4, 0, rust_xlsxwriter::Formula::new("=1+1").set_result("2"))
        .unwrap();
    sheet
        .write_formula(
            4,
            1,
            rust_xlsxwriter::Formula::new("=\"a\"&\"b\"").set_result("ab"),
        )
        .unwrap();
    sheet
        .merge_range(5, 0, 5, 2, "fusion", &Format::new())
        .unwrap();
    let (bold, plain) = (Format::new().set_bold(), Format::new());
    sheet
        .write_rich_string(6, 0, &[(&bold, "gras"), (&plain, " et maigre")])
        .unwrap();
    sheet.set_row_hidden(6).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let expected = table(&[
        (1, &["'Début & fin'", "", "'  blancs '"]),
        (2, &["12", "-0.5", "0.9", "true"]),
        (
            4,
            &[
                "2020-03-23T00:00:00",
                "2020-03-23T12:54:00",
                "46440 s",
                "129600 s",
            ],
        ),
        (5, &["2", "'ab'"]),
        (6, &["'fusion'"]),
        (7, &["'gras et maigre'"]),
    ]);
    assert_eq!(rows(&bytes, XLSX, None), Ok(expected));
}

#[test]
fn cells_as_they_are_rarely_written() {
    let data = r#"
        <row><c t="inlineStr"><is><t>dans</t><r><t xml:space="preserve"> la cellule</t></r><rPh><t>son</t></rPh></is></c>
             <c t="str"><f>A1</f><v>formule &amp; &#233;_x000D_</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>0</v></c></row>
        <row r="3"><c r="B3" t="d"><v>2020-03-23T12:54:07</v></c><c r="D3"><v>1E-2</v></c><c><v>1.0</v></c><c><v/></c></row>
        <row r="4" hidden="1"><c r="A4"><v>00012</v></c><c r="XFD4" t="n"><v>123456789012345678</v></c></row>
        <row r="1048576"><c r="A1048576" t="s"><v>1</v></c><c t="s"><v>0</v></c></row>"#;
    let texts = "<sst><si><t></t></si><si><r><t>deux</t></r><r><t> mots</t></r><rPh><t>son</t></rPh></si></sst>";
    let bytes = xlsx_with(data, &[("xl/sharedStrings.xml", texts.as_bytes().to_vec())]);
    let found = rows(&bytes, XLSX, None).unwrap();
    let expected = table(&[
        (1, &["'dans la cellule'", "'formule & é\r'", "#", "false"]),
        (3, &["", "2020-03-23T12:54:07", "", "0.01", "1"]),
    ]);
    assert_eq!(found[..2], expected);
    assert_eq!(found[2].1.len(), 16_384);
    assert_eq!(
        (found[2].1[0].as_str(), found[2].1[16_383].as_str()),
        ("12", "123456789012345680")
    );
    assert_eq!(found[3], (1_048_576, vec!["'deux mots'".to_owned()]));
}

#[test]
fn both_epochs_through_a_workbook() {
    let styles = r#"<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;
    let data =
        r#"<row r="1"><c r="A1" s="1"><v>42451.5375</v></c><c r="B1" s="1"><v>0</v></c></row>"#;
    let mut parts = parts(&[("F", data)]);
    parts.push(("xl/styles.xml", styles.as_bytes().to_vec()));
    let book = br#"<workbook><workbookPr date1904="1"/><sheets><sheet name="F" r:id="r1"/></sheets></workbook>"#;
    parts[2].1 = book.to_vec();
    let expected = table(&[(1, &["2020-03-23T12:54:00", "1904-01-01T00:00:00"])]);
    assert_eq!(rows(&archive(&parts), XLSX, None), Ok(expected));
}

#[test]
fn the_sheet_is_the_declared_one() {
    let one = |number: u32| format!(r#"<row r="1"><c r="A1"><v>{number}</v></c></row>"#);
    let cells = |number: u32| {
        format!(
            r#"<table:table-row><table:table-cell office:value-type="float" office:value="{number}"/></table:table-row>"#
        )
    };
    let both = archive(&parts(&[("Accueil", &one(1)), ("Été", &one(2))]));
    let document = ods(&[("Accueil", &cells(1)), ("Été", &cells(2))]);
    for (bytes, format) in [(both, XLSX), (document, ODS)] {
        for (sheet, expected) in [
            (Some("Accueil"), Ok(table(&[(1, &["1"])]))),
            (Some("Été"), Ok(table(&[(1, &["2"])]))),
            (Some("été"), Err(WorkbookFault::SheetMissing(2))),
            (None, Err(WorkbookFault::SheetNeeded(2))),
        ] {
            assert_eq!(
                rows(&bytes, format, sheet),
                expected,
                "{format:?} {sheet:?}"
            );
        }
    }
}

#[test]
fn two_sheets_of_the_declared_name_are_refused() {
    let fault = Err(WorkbookFault::SheetTwice(3));
    let sheets = [("F", ""), ("G", ""), ("F", "")];
    assert_eq!(rows(&archive(&parts(&sheets)), XLSX, Some("F")), fault);
    assert_eq!(rows(&ods(&sheets), ODS, Some("F")), fault);
}

#[test]
fn a_document_of_every_kind_of_cell() {
    let value = |kind: &str, key: &str, value: &str| {
        format!(
            r#"<table:table-cell office:value-type="{kind}" office:{key}="{value}"><text:p>affiché</text:p></table:table-cell>"#
        )
    };
    let data = [
        r#"<table:table-header-rows><table:table-row>"#,
        &said("Début &amp; fin"),
        r#"<table:table-cell table:number-columns-repeated="2"/>"#,
        &said("a<text:s text:c=\"2\"/>b  c<text:span> d</text:span></text:p><text:p>e<text:line-break/>f"),
        "</table:table-row></table:table-header-rows>",
        r#"<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row table:number-rows-repeated="2">"#,
        &value("float", "value", "12"),
        &value("percentage", "value", "0.9"),
        &value("date", "date-value", "2020-03-23"),
        &value("date", "date-value", "2020-03-23T12:54:00"),
        &value("time", "time-value", "PT12H54M00S"),
        &value("boolean", "boolean-value", "true"),
        r##"<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>"##,
        r#"<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>"#,
        "</table:table-row>",
        r#"<table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>fusion</text:p><office:annotation><text:p>note</text:p></office:annotation></table:table-cell><table:covered-table-cell office:value-type="string"><text:p>caché</text:p></table:covered-table-cell><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#,
        r#"<table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
    ]
    .concat();
    let twice: &[&str] = &[
        "12",
        "0.9",
        "2020-03-23T00:00:00",
        "2020-03-23T12:54:00",
        "46440 s",
        "true",
        "#",
        "7",
        "7",
    ];
    let expected = table(&[
        (1, &["'Début & fin'", "", "", "'a  b c d\ne\nf'"]),
        (4, twice),
        (5, twice),
        (6, &["'fusion'", "", "1"]),
    ]);
    assert_eq!(rows(&ods(&[("Feuille", &data)]), ODS, None), Ok(expected));
}

#[test]
fn an_old_workbook_of_every_kind_of_cell() {
    let text = |text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let count = u16::try_from(units.len() / 2).unwrap();
        [&count.to_le_bytes()[..], &[1], &units].concat()
    };
    let style = |format: u16| {
        let mut body = [0, format].map(u16::to_le_bytes).concat();
        body.resize(20, 0);
        record(0x00e0, &body)
    };
    let code = [&164_u16.to_le_bytes()[..], &[5, 0, 0], b"[h]:m"].concat();
    let texts = [
        &[2, 0, 0, 0, 2, 0, 0, 0][..],
        &text("Début"),
        &[4, 0, 0],
        b"sui",
    ]
    .concat();
    let globals = [
        record(0x041e, &code),
        style(0),
        style(22),
        style(164),
        record(0x00fc, &texts),
        // The text goes on in another record, in wider letters.
        record(0x003c, &[1, b't', 0]),
    ];
    let number = |value: f64| value.to_le_bytes().to_vec();
    let cells = [
        cell(0x0203, 1, 0, 1, &number(43_913.537_5)),
        cell(0x0203, 1, 1, 2, &number(1.5)),
        cell(0x00fd, 0, 0, 0, &0_u32.to_le_bytes()),
        cell(0x00fd, 0, 1, 0, &1_u32.to_le_bytes()),
        cell(0x027e, 1, 2, 0, &0x0000_1347_u32.to_le_bytes()),
        record(
            0x00bd,
            &[2, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 10, 0, 0, 0, 2, 0],
        ),
        cell(0x0205, 2, 3, 0, &[1, 0]),
        cell(0x0205, 2, 4, 0, &[42, 1]),
        cell(0x0006, 3, 0, 0, &[&number(2.0)[..], &[0; 8]].concat()),
        cell(0x0006, 3, 1, 0, &[0, 0, 0, 0, 0, 0, 255, 255, 0, 0]),
        record(0x0207, &text("été")),
        cell(0x0204, 3, 2, 0, &[3, 0, 0, b'a', 0xe9, b'c']),
    ];
    let expected = table(&[
        (1, &["'Début'", "'suit'"]),
        (2, &["2020-03-23T12:54:00", "129600 s", "12.33"]),
        (3, &["", "1", "2", "true", "#"]),
        (4, &["2", "'été'", "'aéc'"]),
    ]);
    assert_eq!(rows(&xls(&globals, &cells), XLS, None), Ok(expected));
}

/// What another reader finds in a workbook, cell by cell.
fn another(bytes: Vec<u8>) -> Table {
    use calamine::{Data, Reader, open_workbook_auto_from_rs};
    let mut book = open_workbook_auto_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    let (row, column) = range.start().unwrap();
    let mut table = Table::new();
    for (line, cells) in range.rows().enumerate() {
        let cells = cells.iter().map(|cell| match cell {
            Data::Empty => String::new(),
            // Of a document, it gives what an error shows.
            Data::String(text) if text == "#DIV/0!" => "#".to_owned(),
            Data::String(text) => format!("'{text}'"),
            Data::Float(number) => number.to_string(),
            Data::Int(number) => number.to_string(),
            Data::Bool(value) => value.to_string(),
            Data::Error(_) => "#".to_owned(),
            Data::DateTime(serial) if serial.is_datetime() && serial.as_f64() >= 1.0 => {
                "instant".to_owned()
            }
            Data::DateTime(_) | Data::DurationIso(_) => "span".to_owned(),
            Data::DateTimeIso(_) => "instant".to_owned(),
        });
        let mut all = vec![String::new(); column as usize];
        all.extend(cells);
        while all.last().is_some_and(String::is_empty) {
            all.pop();
        }
        if !all.is_empty() {
            table.push((u64::from(row) + line as u64 + 1, all));
        }
    }
    table
}

#[test]
fn one_table_of_an_office_suite_in_three_formats() {
    let mut all = Vec::new();
    for (name, format) in [("xlsx", XLSX), ("xls", XLS), ("ods", ODS)] {
        let path = format!(
            "{}/tests/data/workbooks/export.{name}",
            env!("CARGO_MANIFEST_DIR")
        );
        let bytes = std::fs::read(path).unwrap();
        let mine = rows(&bytes, format, None).unwrap();
        let plain = mine.iter().map(|(line, cells)| {
            let cells = cells.iter().map(|cell| match cell {
                cell if cell.len() == 19 && cell.as_bytes()[10] == b'T' => "instant".to_owned(),
                cell if cell.ends_with(" s") => "span".to_owned(),
                cell => cell.clone(),
            });
            (*line, cells.collect())
        });
        assert_eq!(plain.collect::<Table>(), another(bytes), "{name}");
        all.push(mine);
    }
    assert_eq!(all[0], all[1], "XLSX and XLS");
    // The suite writes a yes as 1 in a document, unless the cell is shown as one.
    for cell in all[0].iter_mut().flat_map(|(_, cells)| cells) {
        match cell.as_str() {
            "true" => "1".clone_into(cell),
            "false" => "0".clone_into(cell),
            _ => {}
        }
    }
    assert_eq!(all[0], all[2], "XLSX and ODS");
    assert_eq!(all[0].len(), 41);
}

#[test]
fn an_empty_sheet_has_no_row() {
    assert_eq!(rows(&xlsx(""), XLSX, None), Ok(Table::new()));
    assert_eq!(rows(&ods(&[("F", "")]), ODS, None), Ok(Table::new()));
    assert_eq!(rows(&xls(&[], &[]), XLS, None), Ok(Table::new()));
}
