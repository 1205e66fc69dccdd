//! The repository's files as the checks read them: Rust with its comments and texts blanked, and its texts apart.
//!
//! Invariant: blanking keeps every offset and line break, so that what is found can be located.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// A text between quotes.
#[derive(Debug, Clone)]
pub(super) struct Literal {
    /// The offset of its opening quote.
    pub(super) at: usize,
    /// What stands between the quotes, escapes left as they are.
    pub(super) text: String,
}

/// A Rust file.
#[derive(Debug)]
pub(super) struct Source {
    /// Its path from the repository's root, with `/`.
    pub(super) path: String,
    /// Its whole text.
    pub(super) text: String,
    /// Its text with comments, texts, characters and test modules replaced by blanks.
    pub(super) code: String,
    /// Its texts, those of test modules left out.
    pub(super) literals: Vec<Literal>,
}

impl Source {
    fn new(path: String, text: String) -> Self {
        let (code, mut literals) = blank(&text);
        let (code, cut) = without_tests(&code);
        literals.retain(|literal| !cut.iter().any(|cut| cut.contains(&literal.at)));
        Self {
            path,
            text,
            code,
            literals,
        }
    }

    /// Its module path: `src/a/b.rs` → `["a", "b"]`; the crate's root has none.
    pub(super) fn module(&self) -> Vec<&str> {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        path.split('/').filter(|part| *part != "lib").collect()
    }

    /// The line of an offset, counted from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    /// The offsets of a word of the code that is no part of a longer name.
    pub(super) fn words<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let whole = move |at: &usize| {
            let before = self.code[..*at].chars().next_back();
            let after = self.code[at + word.len()..].chars().next();
            let within = |letter: char| letter.is_alphanumeric() || letter == '_';
            let longer = (before.is_some_and(within) && word.starts_with(within))
                || (after.is_some_and(within) && word.ends_with(within));
            !longer
        };
        self.code
            .match_indices(word)
            .map(|(at, _)| at)
            .filter(whole)
    }
}

/// The root of the repository.
pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The paths of the files under a folder of the repository, sorted; what is built or published is left out.
pub(super) fn files(folder: &str) -> Vec<String> {
    let mut paths = Vec::new();
    collect(folder, &mut paths);
    paths.sort();
    paths
}

fn collect(folder: &str, paths: &mut Vec<String>) {
    let entries = fs::read_dir(root().join(folder)).into_iter().flatten();
    for entry in entries {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        let path = if folder.is_empty() {
            name.clone()
        } else {
            format!("{folder}/{name}")
        };
        let left_out = folder.is_empty()
            && (matches!(&*name, ".git" | "target") || name.starts_with("published"));
        if left_out {
            continue;
        }
        if entry.file_type().expect("a type").is_dir() {
            collect(&path, paths);
        } else {
            paths.push(path);
        }
    }
}

/// The text of a file of the repository; none if it is no UTF-8.
pub(super) fn text(path: &str) -> Option<String> {
    let bytes = fs::read(root().join(path)).ok()?;
    String::from_utf8(bytes).ok()
}

/// The Rust files under a folder.
pub(super) fn rust(folder: &str) -> Vec<Source> {
    let paths = files(folder)
        .into_iter()
        .filter(|path| path.ends_with(".rs"));
    paths
        .map(|path| {
            let text = text(&path).expect("UTF-8");
            Source::new(path, text)
        })
        .collect()
}

/// The Rust files of the library and the program, test modules left out.
pub(super) fn program() -> &'static [Source] {
    static PROGRAM: LazyLock<Vec<Source>> = LazyLock::new(|| {
        let mut sources = rust("src");
        let of_tests = |path: &str| path.ends_with("/tests.rs") || path.contains("/tests/");
        sources.retain(|source| !of_tests(&source.path));
        sources
    });
    &PROGRAM
}

/// Replaces comments, texts and characters by blanks, and gives the texts.
fn blank(text: &str) -> (String, Vec<Literal>) {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut literals = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let within_name =
            at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_');
        let end = if rest.starts_with(b"//") {
            at + rest
                .iter()
                .position(|byte| *byte == b'\n')
                .unwrap_or(rest.len())
        } else if rest.starts_with(b"/*") {
            at + comment_length(rest)
        } else if rest[0] == b'"' {
            let length = text_length(rest);
            literals.push(literal(text, at, 1, length));
            at + length
        } else if !within_name && raw_hashes(rest).is_some() {
            let (skipped, hashes) = raw_hashes(rest).expect("a raw text");
            let length = raw_length(rest, skipped, hashes);
            literals.push(literal(text, at, skipped, length));
            at + length
        } else if rest[0] == b'\'' {
            at + character_length(rest)
        } else {
            at += 1;
            continue;
        };
        for byte in &mut out[at..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at = end;
    }
    let code = String::from_utf8(out).expect("only whole characters are blanked");
    (code, literals)
}

fn literal(text: &str, at: usize, opening: usize, length: usize) -> Literal {
    let inner = &text[at + opening..at + length];
    let inner = inner.trim_end_matches('#');
    Literal {
        at,
        text: inner.strip_suffix('"').unwrap_or(inner).to_owned(),
    }
}

fn comment_length(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at
}

fn text_length(rest: &[u8]) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

/// How long the opening of a raw text is, and how many hashes it has.
fn raw_hashes(rest: &[u8]) -> Option<(usize, usize)> {
    let after_r = if rest.starts_with(b"br") {
        2
    } else if rest.starts_with(b"r") {
        1
    } else {
        return None;
    };
    let hashes = rest[after_r..]
        .iter()
        .take_while(|byte| **byte == b'#')
        .count();
    let quote = rest.get(after_r + hashes) == Some(&b'"');
    quote.then_some((after_r + hashes + 1, hashes))
}

fn raw_length(rest: &[u8], opening: usize, hashes: usize) -> usize {
    let closing: Vec<u8> = std::iter::once(b'"')
        .chain(std::iter::repeat_n(b'#', hashes))
        .collect();
    let inner = rest[opening..]
        .windows(closing.len())
        .position(|window| window == closing);
    inner.map_or(rest.len(), |inner| opening + inner + closing.len())
}

/// A character; a lifetime is only its quote.
fn character_length(rest: &[u8]) -> usize {
    if rest.get(1) == Some(&b'\\') {
        let closing = rest.iter().skip(3).position(|byte| *byte == b'\'');
        return closing.map_or(1, |closing| closing + 4);
    }
    let text = std::str::from_utf8(&rest[1..rest.len().min(6)]).unwrap_or_else(|error| {
        std::str::from_utf8(&rest[1..=error.valid_up_to()]).unwrap_or_default()
    });
    let width = text.chars().next().map_or(0, char::len_utf8);
    if rest.get(1 + width) == Some(&b'\'') {
        width + 2
    } else {
        1
    }
}

/// Blanks `#[cfg(test)] mod … { … }`, and says which offsets that were.
fn without_tests(code: &str) -> (String, Vec<std::ops::Range<usize>>) {
    let mut out = code.as_bytes().to_vec();
    let mut cut = Vec::new();
    for (at, mark) in code.match_indices("#[cfg(test)]") {
        let rest = &code[at + mark.len()..];
        let Some(opening) = rest
            .find(['{', ';'])
            .filter(|end| rest[*end..].starts_with('{'))
        else {
            continue;
        };
        let mut depth = 0;
        let inner = rest[opening..].bytes().position(|byte| {
            depth += i32::from(byte == b'{') - i32::from(byte == b'}');
            depth == 0
        });
        let end = at + mark.len() + opening + inner.expect("a closing brace") + 1;
        for byte in &mut out[at..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        cut.push(at..end);
    }
    let code = String::from_utf8(out).expect("only whole characters are blanked");
    (code, cut)
}

#[test]
fn comments_texts_and_characters_are_blanked() {
    let text = concat!(
        "let a = 'x'; // \"no\"\n",
        "/* \"neither\" /* nested */ */ let b: &'static str = \"yes \\\" {b}\"; ",
        "let c = r#\"raw \"quoted\"\"#; let d = '\\''; let e = '\\u{e9}'; let f = 'é'; let g = b\"h\";",
    );
    let (code, literals) = blank(text);
    assert_eq!(code.len(), text.len());
    let texts: Vec<&str> = literals.iter().map(|literal| &*literal.text).collect();
    assert_eq!(texts, ["yes \\\" {b}", "raw \"quoted\"", "h"]);
    for word in ["no", "neither", "nested", "yes", "raw", "u{e9}", "é"] {
        assert!(!code.contains(word), "{word} in {code}");
    }
    // Of a lifetime, the quote alone is blanked.
    for word in ["let b: & static str", "let g = b"] {
        assert!(code.contains(word), "{word} not in {code}");
    }
}

#[test]
fn test_modules_are_blanked() {
    let text = "use a;\n#[cfg(test)]\nmod tests;\n#[cfg(test)]\nmod more { fn b() { \"c\" } }\nfn d() { \"e\" }\n";
    let source = Source::new("src/x.rs".to_owned(), text.to_owned());
    assert!(!source.code.contains("fn b"));
    assert!(source.code.contains("fn d"));
    assert_eq!(source.literals.len(), 1);
    assert_eq!(source.line(source.literals[0].at), 6);
}
