//! Imports go down: between layers always, and never in a circle between the files of a module.

use super::source::{Source, program, rust};
use std::collections::{BTreeMap, BTreeSet};

/// The layers from the bottom up; modules on one line do not import each other.
const LAYERS: [&[&str]; 12] = [
    &["diagnostic", "ratio"],
    &["calendar", "messages"],
    &["reference"],
    &["evidence"],
    &["measure"],
    &["charter"],
    &["verdict"],
    &["scorecard"],
    &["publish", "report"],
    &["run"],
    &["cli"],
    &["lib", "main"],
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// Every module of the library with its height.
pub(super) fn levels() -> Vec<(&'static str, usize)> {
    let modules = LAYERS
        .iter()
        .zip(0..)
        .flat_map(|(layer, level)| layer.iter().map(move |module| (*module, level)));
    modules
        .filter(|(module, _)| !matches!(*module, "lib" | "main"))
        .collect()
}

/// The top-level module that a file belongs to.
fn top(path: &str) -> &str {
    let name = path.trim_start_matches("src/").trim_end_matches(".rs");
    name.split('/').next().unwrap_or(name)
}

/// The paths that a `use` tree or an expression names, from a given offset: `a::{b, c::d}` → `a::b`, `a::c::d`.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut rest = code;
    let mut path = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(tree) = rest.strip_prefix('{') {
            return branches(tree)
                .into_iter()
                .flat_map(paths)
                .map(|branch| path.iter().cloned().chain(branch).collect())
                .collect();
        }
        let end = rest
            .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .unwrap_or(rest.len());
        if end == 0 {
            break;
        }
        path.push(rest[..end].to_owned());
        match rest[end..].trim_start().strip_prefix("::") {
            Some(next) => rest = next,
            None => break,
        }
    }
    vec![path]
}

/// The parts of a tree between commas, up to its closing brace.
fn branches(tree: &str) -> Vec<&str> {
    let (mut depth, mut start) = (0, 0);
    let mut parts = Vec::new();
    for (at, letter) in tree.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' => {
                parts.push(&tree[start..at]);
                break;
            }
            ',' if depth == 0 => {
                parts.push(&tree[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Whether what stands at an offset is a visibility, `pub(in crate::publish)`.
fn is_visibility(source: &Source, at: usize) -> bool {
    source.code[..at].trim_end().ends_with("(in")
}

/// The paths from the crate's root that a file names, each with the offset where it does.
fn named(source: &Source, children: &BTreeSet<String>) -> Vec<(usize, Vec<String>)> {
    let module: Vec<String> = source.module().into_iter().map(str::to_owned).collect();
    let mut found = Vec::new();
    for at in source
        .words("crate::")
        .filter(|at| !is_visibility(source, *at))
    {
        let rest = &source.code[at + "crate::".len()..];
        found.extend(paths(rest).into_iter().map(|path| (at, path)));
    }
    for at in source.words("super::") {
        // The first of a chain only; each word goes one module up.
        if source.code[..at].trim_end().ends_with("super::") || is_visibility(source, at) {
            continue;
        }
        let (mut up, mut rest) = (0, &source.code[at..]);
        while let Some(next) = rest.strip_prefix("super::") {
            (up, rest) = (up + 1, next);
        }
        let parent = &module[..module.len().saturating_sub(up)];
        let whole = |path: Vec<String>| parent.iter().cloned().chain(path).collect();
        found.extend(paths(rest).into_iter().map(|path| (at, whole(path))));
    }
    for child in children {
        let opening = format!("{child}::");
        for at in source.words(&opening) {
            if source.code[..at].trim_end().ends_with("::") {
                continue;
            }
            let path = module.iter().cloned().chain([child.clone()]).collect();
            found.push((at, path));
        }
    }
    found
}

/// The modules that a file declares.
fn declared(source: &Source) -> BTreeSet<String> {
    source
        .words("mod")
        .filter_map(|at| {
            let rest = source.code[at + 3..].trim_start();
            let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_')?;
            rest[end..].starts_with(';').then(|| rest[..end].to_owned())
        })
        .collect()
}

#[test]
fn every_module_has_a_layer_and_every_layer_its_modules() {
    let found: BTreeSet<String> = program()
        .iter()
        .map(|source| top(&source.path).to_owned())
        .collect();
    let expected: BTreeSet<String> = LAYERS
        .iter()
        .flat_map(|layer| layer.iter().map(|name| (*name).to_owned()))
        .collect();
    assert_eq!(
        found, expected,
        "src on the left, the table of layers on the right"
    );
    let listed: usize = LAYERS.iter().map(|layer| layer.len()).sum();
    assert_eq!(listed, expected.len(), "a module is listed twice");
}

#[test]
fn imports_go_down() {
    let mut faults = Vec::new();
    for source in program() {
        let from = top(&source.path);
        let own = layer(from).expect("a layer");
        for (at, path) in named(source, &BTreeSet::new()) {
            let Some(to) = path.first() else { continue };
            if to == from {
                continue;
            }
            let line = source.line(at);
            match layer(to) {
                Some(other) if other < own => {}
                Some(_) => faults.push(format!("{}:{line}: {from} imports {to}", source.path)),
                None => faults.push(format!("{}:{line}: {to} has no layer", source.path)),
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn nothing_but_the_root_declares_layers() {
    let main = program().iter().find(|source| source.path == "src/main.rs");
    let main = main.expect("the program");
    let used: Vec<Vec<String>> = main
        .words("charte::")
        .flat_map(|at| paths(&main.code[at..]))
        .collect();
    for path in used {
        assert_eq!(path.get(1).map(String::as_str), Some("cli"), "{path:?}");
    }
}

type Graph = BTreeMap<String, BTreeSet<String>>;

/// Which file names an item of which other.
fn graph(sources: &[Source]) -> Graph {
    let by_module: BTreeMap<Vec<&str>, &str> = sources
        .iter()
        .filter(|source| !matches!(&*source.path, "src/lib.rs" | "src/main.rs"))
        .map(|source| (source.module(), &*source.path))
        .collect();
    let mut graph = Graph::new();
    for source in sources {
        let targets = graph.entry(source.path.clone()).or_default();
        for (_, path) in named(source, &declared(source)) {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let longest = (1..=path.len())
                .rev()
                .find_map(|end| by_module.get(&path[..end]));
            targets.extend(
                longest
                    .filter(|file| **file != source.path)
                    .map(|file| (*file).to_owned()),
            );
        }
    }
    graph
}

/// Whether one file is the other's parent, at any height.
fn is_above(upper: &str, lower: &str) -> bool {
    let upper = upper.trim_end_matches(".rs");
    lower
        .strip_prefix(upper)
        .is_some_and(|rest| rest.starts_with('/'))
}

/// A way from a file back to itself.
fn circle(graph: &Graph, start: &str) -> Option<Vec<String>> {
    let mut reached: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open = vec![start];
    while let Some(file) = open.pop() {
        for next in graph.get(file).into_iter().flatten() {
            if next == start {
                let mut way = vec![start.to_owned(), file.to_owned()];
                let mut at = file;
                while at != start {
                    at = reached.get(at).copied().unwrap_or(start);
                    way.push(at.to_owned());
                }
                way.reverse();
                return Some(way);
            }
            if !reached.contains_key(&**next) {
                reached.insert(next, file);
                open.push(next);
            }
        }
    }
    None
}

/// A parent may name what it is made of, and its parts the words that it defines for them all; between any other two
/// files, names go one way.
#[test]
fn files_do_not_import_each_other_in_a_circle() {
    let sources = program();
    let mut graph = graph(sources);
    for (file, targets) in &mut graph {
        targets.retain(|target| !is_above(target, file));
    }
    let circles: Vec<Vec<String>> = graph
        .keys()
        .filter_map(|file| circle(&graph, file))
        .collect();
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn paths_are_read_out_of_trees() {
    let shown = |text: &str| -> Vec<String> {
        let paths = paths(text);
        paths.iter().map(|path| path.join("::")).collect()
    };
    assert_eq!(shown("a::b;"), ["a::b"]);
    assert_eq!(shown("{a::b, c::{d, e::f}};"), ["a::b", "c::d", "c::e::f"]);
    assert_eq!(shown("a::{self, b as c};\nuse d;"), ["a::self", "a::b"]);
    assert_eq!(shown("a::b(c)"), ["a::b"]);
}

#[test]
fn circles_are_found() {
    let graph: Graph = [
        ("a", vec!["b"]),
        ("b", vec!["c", "d"]),
        ("c", vec!["a"]),
        ("d", vec![]),
    ]
    .into_iter()
    .map(|(file, targets)| {
        (
            file.to_owned(),
            targets.into_iter().map(str::to_owned).collect(),
        )
    })
    .collect();
    assert_eq!(circle(&graph, "a").expect("a circle"), ["a", "b", "c", "a"]);
    assert_eq!(circle(&graph, "d"), None);
}

#[test]
fn test_files_are_declared_for_tests_only() {
    for source in rust("src") {
        if source.path.ends_with("/tests.rs") {
            let parent = source.path.replace("/tests.rs", ".rs");
            let parent = super::source::text(&parent).expect("the parent");
            let declared = parent.contains("#[cfg(test)]\nmod tests;");
            assert!(declared, "{} is not behind #[cfg(test)]", source.path);
        }
    }
}
