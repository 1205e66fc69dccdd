//! XLS workbooks made record by record, and their container sector by sector.

/// A record.
pub(super) fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), body].concat()
}

/// The beginning of a stream of records.
pub(super) fn begin(version: u16, kind: u16) -> Vec<u8> {
    let mut body = [version.to_le_bytes(), kind.to_le_bytes()].concat();
    body.resize(16, 0);
    record(0x0809, &body)
}

/// The place and the style of a cell, before what it holds.
pub(super) fn cell(kind: u16, row: u16, column: u16, style: u16, value: &[u8]) -> Vec<u8> {
    let place = [row, column, style].map(u16::to_le_bytes).concat();
    record(kind, &[&place[..], value].concat())
}

/// The records of a workbook of one sheet: those before its sheets, then those of its cells.
pub(super) fn stream(globals: &[Vec<u8>], cells: &[Vec<u8>]) -> Vec<u8> {
    let before = [&[begin(0x0600, 5)][..], globals].concat().concat();
    let name = b"Export";
    let length = u32::try_from(before.len() + 4 + 8 + name.len() + 4).unwrap();
    let sheet = [&length.to_le_bytes()[..], &[0, 0, 6, 0], name].concat();
    let sheet = record(0x0085, &sheet);
    let end = record(0x000a, &[]);
    let cells = [&[begin(0x0600, 16)][..], cells, std::slice::from_ref(&end)].concat();
    [before, sheet, end, cells.concat()].concat()
}

const FREE: u32 = 0xffff_ffff;
const END: u32 = 0xffff_fffe;
const FAT: u32 = 0xffff_fffd;

fn entry(name: &str, kind: u8, start: u32, size: usize) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = u16::try_from(entry.len() + 2).unwrap();
    entry.resize(64, 0);
    entry.extend(length.to_le_bytes());
    entry.push(kind);
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(u64::try_from(size).unwrap().to_le_bytes());
    entry
}

/// A container of one stream; `spoil` may change what follows each sector.
pub(super) fn container(name: &str, stream: &[u8], spoil: impl Fn(&mut Vec<u32>)) -> Vec<u8> {
    // Below the cutoff a stream would lie elsewhere.
    let size = stream.len().max(4_096);
    let sectors = u32::try_from(size.div_ceil(512)).unwrap();
    assert!(sectors < 125, "one sector of numbers is enough");
    // The numbers, the directory, then the stream.
    let mut next = vec![FAT, END];
    next.extend((0..sectors).map(|sector| match sector + 1 == sectors {
        true => END,
        false => sector + 3,
    }));
    spoil(&mut next);
    next.resize(128, FREE);
    let mut header = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    header.resize(24, 0);
    for number in [0x003e_u16, 3, 0xfffe, 9, 6] {
        header.extend(number.to_le_bytes());
    }
    header.resize(44, 0);
    for number in [1_u32, 1, 0, 4_096, END, 0, END, 0, 0] {
        header.extend(number.to_le_bytes());
    }
    header.resize(512, 0xff);
    header.extend(next.iter().flat_map(|number| number.to_le_bytes()));
    let mut directory = [entry("Root Entry", 5, END, 0), entry(name, 2, 2, size)].concat();
    directory.resize(512, 0);
    header.extend(directory);
    let mut stream = stream.to_vec();
    stream.resize(512 * sectors as usize, 0);
    header.extend(stream);
    header
}

/// A sound XLS workbook of one sheet.
pub(super) fn xls(globals: &[Vec<u8>], cells: &[Vec<u8>]) -> Vec<u8> {
    container("Workbook", &stream(globals, cells), |_| {})
}
