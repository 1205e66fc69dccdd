//! How long the stages of a check take on the example town. Run with `cargo bench`.

#![expect(
    clippy::expect_used,
    reason = "a benchmark without its example town has nothing to measure"
)]

use charte::messages::{Lang, Messages};
use charte::report::{Style, terminal};
use charte::run::check::{Request, check, load};
use charte::run::folder::Folder;
use std::path::Path;

fn main() {
    divan::main();
}

fn town() -> Folder {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Folder::find(Some(&root.join("charter")), root).expect("the example town is in the repository")
}

/// Reading and validating the charter folder.
#[divan::bench]
fn charter(bencher: divan::Bencher<'_, '_>) {
    let folder = town();
    bencher.bench(|| load(&folder).expect("the charter can be read"));
}

/// Reading the evidence, judging, assembling.
#[divan::bench]
fn evidence(bencher: divan::Bencher<'_, '_>) {
    let folder = town();
    let loaded = load(&folder).expect("the charter can be read");
    let charter = loaded.charter.as_ref().expect("the charter is valid");
    bencher.bench(|| {
        check(&folder, &loaded, charter, &Request::default()).expect("the evidence can be read")
    });
}

/// Loading the message catalogue.
#[divan::bench]
fn messages() -> Messages {
    Messages::new(Lang::Fr)
}

/// Drawing the scorecard for a terminal.
#[divan::bench]
fn terminal_scorecard(bencher: divan::Bencher<'_, '_>) {
    let folder = town();
    let loaded = load(&folder).expect("the charter can be read");
    let charter = loaded.charter.as_ref().expect("the charter is valid");
    let checked =
        check(&folder, &loaded, charter, &Request::default()).expect("the evidence can be read");
    let messages = Messages::new(Lang::Fr);
    let style = Style {
        color: false,
        unicode: true,
        width: 80,
    };
    bencher.bench(|| terminal::render(&checked.scorecard, &messages, style));
}
