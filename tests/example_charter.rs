//! The example town's charter is valid, and nothing in it is idle.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "the example is a folder of files, and a helper of a test may stop it"
)]

use charte::charter::{CharterFile, read};
use charte::messages::{Lang, Messages};
use charte::report::diagnostic::{Style, render};
use std::fs;
use std::path::Path;

fn collect(folder: &Path, prefix: &str, files: &mut Vec<CharterFile>) {
    for entry in fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name");
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else {
            let bytes = fs::read(&path).expect("a file");
            files.push(CharterFile { path: name, bytes });
        }
    }
}

fn example() -> Vec<CharterFile> {
    let mut files = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("charter");
    collect(&folder, "", &mut files);
    files.sort_by(|one, two| one.path.cmp(&two.path));
    files
}

#[test]
fn the_example_charter_is_valid_without_a_warning() {
    let files = example();
    let (charter, faults) = read(&files);
    let shown: Vec<(String, String)> = files
        .iter()
        .map(|file| {
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            (file.path.clone(), text)
        })
        .collect();
    let style = Style {
        color: false,
        unicode: true,
        width: 100,
    };
    let report = render(&faults, &shown, &Messages::new(Lang::Fr), style);
    assert!(faults.is_empty(), "{report}");
    let charter = charter.expect("a charter");
    let written = files
        .iter()
        .filter(|file| file.path.starts_with("engagements/"))
        .count();
    assert_eq!(charter.engagements.len(), written);
    let numbers: Vec<u32> = charter
        .engagements
        .iter()
        .map(|engagement| engagement.number)
        .collect();
    assert!(numbers.is_sorted(), "{numbers:?}");
    assert!(!charter.guide.is_empty());
    assert!(!charter.labels.is_empty());
}
