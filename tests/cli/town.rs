//! A small town in a folder of its own, and what the program says of it.
//!
//! Twenty visits, all well, feed one requirement; ten calls, nine answered, feed another that asks for nine in ten.

use assert_cmd::cargo::cargo_bin_cmd;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

const CHARTER: &str = r#"title = "Charte d'accueil"
version = "1"
in_force = 2026-01-01
organisation = { name = "Ville de Bourg-l'Exemple" }
period = { from = 2026-05-01, to = 2026-06-30 }
calendar = { working_week = "lu-ve" }
sites = {}
services = {}
"#;

const SOURCES: &str = r#"[visites]
title = "Visites"
nature = "observation"
files = ["evidence/fiches.csv"]
collected = 2026-06-30
proof = "census"

[visites.columns]
fiche = { type = "text" }
salue = { type = "boolean", yes = ["oui"], no = ["non"] }

[appels]
title = "Appels"
nature = "software-export"
files = ["evidence/journal.csv"]
collected = 2026-06-30
proof = "census"
time = "jour"
rows_expected = { irregular = { reason = "Dix appels par mois" } }

[appels.columns]
jour = { type = "date", format = "dd/mm/yyyy" }
repondu = { type = "boolean", yes = ["oui"], no = ["non"] }
nom = { type = "personal" }
"#;

const WELCOME: &str = r#"number = 1
title = "Un accueil attentif"
promise = "Nous vous saluons."
theme = "Accueil"
owner = "Responsable de l'accueil"

[[requirement]]
id = "salutation"
title = "Chaque personne est saluée"
source = "visites"
severity = "minor"

[requirement.share]
holds = { salue = true }
at_least = "90 %"
"#;

const CALLS: &str = r#"number = 2
title = "Une réponse au téléphone"
promise = "Nous répondons."
theme = "Téléphone"
owner = "Responsable du standard"

[[requirement]]
id = "reponse"
title = "Neuf appels sur dix reçoivent une réponse"
source = "appels"
severity = "major"

[requirement.share]
holds = { repondu = true }
at_least = "90 %"
"#;

/// The requirement on the visits.
pub(super) const VISITS: &str = "accueil/salutation";
/// The requirement on the calls.
pub(super) const ANSWERED: &str = "telephone/reponse";

/// A folder with a charter and its evidence.
pub(super) struct Town {
    folder: TempDir,
}

/// What the program said.
pub(super) struct Said {
    pub(super) code: i32,
    pub(super) out: String,
    pub(super) err: String,
}

/// As one reads it when a test fails: a scorecard is cut short.
impl fmt::Debug for Said {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let out: String = self.out.chars().take(400).collect();
        write!(formatter, "exit {}\n{out}\n--\n{}", self.code, self.err)
    }
}

impl Said {
    /// The scorecard on standard output.
    pub(super) fn scorecard(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The card of a requirement, by its `engagement/requirement`.
    pub(super) fn card(&self, name: &str) -> Value {
        let scorecard = self.scorecard();
        let engagements = scorecard["engagements"].as_array().expect("engagements");
        let cards = engagements.iter().flat_map(|engagement| {
            let cards = engagement["requirements"].as_array();
            cards.expect("requirements").clone()
        });
        let is_it = |card: &Value| {
            let text = |key: &str| card[key].as_str().unwrap_or_default().to_owned();
            format!("{}/{}", text("engagement"), text("id")) == name
        };
        let mut cards = cards.filter(is_it);
        cards
            .next()
            .unwrap_or_else(|| panic!("no {name}: {self:?}"))
    }

    /// Both streams.
    pub(super) fn both(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// The codes of the diagnostics.
    pub(super) fn codes(&self) -> Vec<&str> {
        let of_line = |line: &'static str| move |text: &&str| text.starts_with(line);
        let severities = ["faute ", "avertissement ", "error ", "warning "];
        let lines = self
            .err
            .lines()
            .filter(|line| severities.iter().any(|word| of_line(word)(line)));
        lines
            .filter_map(|line| line.split_whitespace().nth(1))
            .collect()
    }
}

/// Runs the program in a folder, with nothing of the environment.
pub(super) fn run_in(folder: &Path, args: &[&str]) -> Said {
    run_with(folder, args, &[])
}

/// Runs the program in a folder with some variables.
pub(super) fn run_with(folder: &Path, args: &[&str], variables: &[(&str, &str)]) -> Said {
    let mut command = cargo_bin_cmd!("charte");
    command.env_clear().envs(variables.iter().copied());
    command
        .current_dir(folder)
        .args(args)
        .timeout(Duration::from_secs(20));
    let output = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let said = Said {
        code: output
            .status
            .code()
            .unwrap_or_else(|| panic!("{args:?} did not end by itself")),
        out: text(output.stdout),
        err: text(output.stderr),
    };
    assert!(!said.both().contains('\u{1b}'), "an escape: {said:?}");
    for mark in ["{$", "{ $", "panicked"] {
        assert!(!said.both().contains(mark), "{mark}: {said:?}");
    }
    said
}

impl Town {
    /// The town as it should be: nothing to act on.
    pub(super) fn new() -> Self {
        let town = Self {
            folder: TempDir::new().expect("a folder"),
        };
        town.write("charter/charter.toml", CHARTER);
        town.write("charter/sources.toml", SOURCES);
        town.write("charter/engagements/accueil.toml", WELCOME);
        town.write("charter/engagements/telephone.toml", CALLS);
        let visits = (1..=20).map(|number| format!("F{number};oui\n"));
        town.write(
            "evidence/fiches.csv",
            format!("fiche;salue\n{}", visits.collect::<String>()),
        );
        town.write("evidence/journal.csv", calls(9, 10));
        town
    }

    /// The folder around `charter/`.
    pub(super) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A path within the town.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file.
    pub(super) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, content).expect("a file");
    }

    /// Changes a text of a file.
    pub(super) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).expect("a file");
        assert!(text.contains(from), "{from} is not in {path}");
        self.write(path, text.replace(from, to));
    }

    /// Removes a file.
    pub(super) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("a file");
    }

    /// Runs the program at the root.
    pub(super) fn run(&self, args: &[&str]) -> Said {
        run_in(self.root(), args)
    }

    /// The scorecard as JSON.
    pub(super) fn judged(&self) -> Said {
        self.run(&["check", "--format", "json"])
    }

    /// Every file under a folder, by its path there.
    pub(super) fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.path(folder), "", &mut files);
        files
    }

    /// The names in a folder.
    pub(super) fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

/// A journal with some answered calls.
pub(super) fn calls(answered: usize, all: usize) -> String {
    let line = |number: usize| {
        let word = if number < answered { "oui" } else { "non" };
        format!("{:02}/05/2026;{word};Personne {number}\n", number % 28 + 1)
    };
    let lines: String = (0..all).map(line).collect();
    format!("jour;repondu;nom\n{lines}")
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.expect("an entry");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
}

#[test]
fn the_town_has_nothing_to_act_on() {
    let town = Town::new();
    let said = town.judged();
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(said.card(VISITS)["verdict"], "met");
    assert_eq!(said.card(ANSWERED)["verdict"], "met");
}
