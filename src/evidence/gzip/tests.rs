//! Compressed files, sound and not.

use super::{FREE, GzipFault, Inflated, is_gzip};
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use std::io::{self, Read, Write};

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

fn read(bytes: &[u8], name: &str) -> Result<Vec<u8>, GzipFault> {
    let mut content = Vec::new();
    let read = Inflated::new(bytes, name)
        .unwrap()
        .read_to_end(&mut content);
    read.map(|_| content)
        .map_err(|error| GzipFault::of(&error).unwrap())
}

#[test]
fn the_name_says_whether_a_file_is_compressed() {
    let content = b"Jour;Statut\n";
    let packed = gzip(content);
    for name in ["table.csv.gz", "TABLE.CSV.GZ", "é.gz"] {
        assert!(is_gzip(name));
        assert_eq!(read(&packed, name).as_deref(), Ok(&content[..]));
        assert_eq!(read(content, name), Err(GzipFault::NotCompressed));
    }
    for name in ["table.csv", "gz", "", "table.gz.csv", "é"] {
        assert!(!is_gzip(name), "{name}");
        assert_eq!(read(&packed, name), Err(GzipFault::Unnamed));
        assert_eq!(read(content, name).as_deref(), Ok(&content[..]));
    }
    assert_eq!(read(b"", "table.csv").as_deref(), Ok(&b""[..]));
    assert_eq!(read(b"\x1f", "table.csv").as_deref(), Ok(&b"\x1f"[..]));
    assert_eq!(read(b"", "table.csv.gz"), Err(GzipFault::NotCompressed));
}

#[test]
fn every_member_is_read() {
    let packed = [gzip(b"Jour;"), gzip(b""), gzip(b"Statut\n")].concat();
    assert_eq!(read(&packed, "a.gz").as_deref(), Ok(&b"Jour;Statut\n"[..]));
}

#[test]
fn a_file_cut_anywhere_or_followed_by_anything_is_broken() {
    let packed = gzip(b"Jour;Statut\n01/04/2026;oui\n");
    for end in 2..packed.len() {
        assert_eq!(
            read(&packed[..end], "a.gz"),
            Err(GzipFault::Broken),
            "{end}"
        );
    }
    for more in [&b"x"[..], b"\0\0\0\0", b"\x1f\x8b", b"01/04/2026;non\n"] {
        let longer = [&packed[..], more].concat();
        assert_eq!(read(&longer, "a.gz"), Err(GzipFault::Broken), "{more:?}");
    }
}

#[test]
fn a_bomb_goes_off_nowhere() {
    // A thousand zeros of each byte: 64 MiB in 64 KiB.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; 1 << 20];
    for _ in 0..64 {
        encoder.write_all(&zeros).unwrap();
    }
    let bomb = encoder.finish().unwrap();
    assert!(bomb.len() < 1 << 17);
    let mut input = Inflated::new(&bomb[..], "a.gz").unwrap();
    let counted = io::copy(&mut input, &mut Most(0)).unwrap_err();
    assert_eq!(GzipFault::of(&counted), Some(GzipFault::TooLarge));
}

/// A sink that holds no more than a little over what is free.
struct Most(u64);

impl Write for Most {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.0 += u64::try_from(buffer.len()).unwrap();
        assert!(self.0 <= FREE * 2, "inflated {} bytes", self.0);
        Ok(buffer.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_file_itself_comes_back_behind_its_content() {
    let packed = gzip(b"Jour\n");
    for (name, bytes) in [
        ("a.gz", &packed[..]),
        ("a", b"Jour\n"),
        ("a", &packed),
        ("a.gz", b"Jour\n"),
    ] {
        let mut input = Inflated::new(bytes, name).unwrap();
        let _ = input.read_to_end(&mut Vec::new());
        // What was not read is what was left of the slice.
        let rest = input.into_inner();
        assert!(bytes.ends_with(rest), "{name}");
    }
}

proptest! {
    #[test]
    fn what_was_packed_comes_out(content: Vec<u8>, parts in 1_usize..5) {
        let packed: Vec<u8> = content.chunks(content.len() / parts + 1).flat_map(gzip).collect();
        if !content.is_empty() {
            prop_assert_eq!(read(&packed, "a.gz"), Ok(content));
        }
    }

    #[test]
    fn any_bytes_end_without_panic(mut bytes: Vec<u8>, flip in 0_usize..200, with: u8) {
        let _ = read(&bytes, "a");
        bytes.splice(0..0, [0x1f, 0x8b, 8]);
        let _ = read(&bytes, "a.gz");
        let content = b"Jour;Statut\n".repeat(20);
        let mut packed = gzip(&content);
        let at = flip % packed.len();
        packed[at] ^= with;
        // What is read is what was packed, or nothing; bytes 4 to 9 of the header say nothing of the content.
        if let Ok(read) = read(&packed, "a.gz") {
            prop_assert_eq!(read, content);
        }
    }
}
