//! Finding and reading a charter folder.
//!
//! Invariant: files are read in the order of their paths; nothing outside the root is opened, links resolved.

use crate::charter::{CharterFile, OBJECTIONS};
use crate::diagnostic::{Code, Diagnostic};
use crate::messages::Lang;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// No charter folder from here up.
pub const NO_CHARTER: Code = Code::new("run-no-charter");
/// The folder given holds no `charter.toml`.
pub const NOT_A_CHARTER: Code = Code::new("run-not-a-charter");
/// A file of the folder cannot be read.
pub const UNREADABLE: Code = Code::new("run-charter-unreadable");
/// A file of the folder is larger than any charter's.
pub const TOO_LARGE: Code = Code::new("run-charter-too-large");

/// The largest file of a charter folder, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// A charter folder on disk.
#[derive(Debug, Clone)]
pub struct Folder {
    /// The folder that holds `charter.toml`.
    pub charter: PathBuf,
    /// The folder around it: paths of the evidence start there.
    pub root: PathBuf,
}

impl Folder {
    /// The folder at a path, or the nearest `charter/` from a starting point up.
    pub fn find(given: Option<&Path>, start: &Path) -> Result<Self, Diagnostic> {
        let is_charter = |folder: &Path| folder.join("charter.toml").is_file();
        let charter = match given {
            Some(path) if is_charter(path) => path.to_owned(),
            Some(path) if is_charter(&path.join("charter")) => path.join("charter"),
            Some(path) => {
                let shown = path.display().to_string();
                return Err(Diagnostic::error(NOT_A_CHARTER).arg("path", shown));
            }
            None => start
                .ancestors()
                .flat_map(|folder| [folder.join("charter"), folder.to_owned()])
                .find(|folder| is_charter(folder))
                .ok_or_else(|| Diagnostic::error(NO_CHARTER))?,
        };
        let charter = charter
            .canonicalize()
            .map_err(|_| Diagnostic::error(NO_CHARTER))?;
        let root = charter.parent().unwrap_or(&charter).to_owned();
        Ok(Self { charter, root })
    }

    /// The files of the charter, in the order of their paths.
    pub fn read(&self) -> Result<Vec<CharterFile>, Vec<Diagnostic>> {
        let mut paths: Vec<String> = ["charter.toml", "sources.toml", OBJECTIONS]
            .map(str::to_owned)
            .into();
        let mut faults = Vec::new();
        for (folder, ending) in [
            ("engagements", ".toml"),
            ("guide", ".md"),
            ("label", ".toml"),
        ] {
            match names(&self.charter.join(folder), ending) {
                Ok(names) => paths.extend(names.into_iter().map(|name| format!("{folder}/{name}"))),
                Err(_) => faults.push(Diagnostic::error(UNREADABLE).arg("path", folder)),
            }
        }
        let mut files = Vec::new();
        for path in paths {
            match self.read_file(&path) {
                Ok(Some(bytes)) => files.push(CharterFile { path, bytes }),
                Ok(None) => {}
                Err(code) => faults.push(Diagnostic::error(code).arg("path", path)),
            }
        }
        if faults.is_empty() {
            Ok(files)
        } else {
            Err(faults)
        }
    }

    /// The language that the charter declares, read without regard to any fault of it.
    pub fn language(&self) -> Option<Lang> {
        let bytes = self.read_file("charter.toml").ok()??;
        let text = String::from_utf8(bytes).ok()?;
        let (table, _) = toml::de::DeTable::parse_recoverable(&text);
        let language = table
            .get_ref()
            .iter()
            .find(|(key, _)| key.get_ref() == "language");
        Lang::parse(language?.1.get_ref().as_str()?)
    }

    /// The bytes of a file of the charter; none if it is not there.
    fn read_file(&self, path: &str) -> Result<Option<Vec<u8>>, Code> {
        let full = self.charter.join(path);
        // A link to nothing is there all the same: it is a fault, not an absence.
        if full
            .symlink_metadata()
            .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
        {
            return Ok(None);
        }
        let file = open_within(&self.charter, &full).map_err(|_| UNREADABLE)?;
        let mut bytes = Vec::new();
        file.take(LARGEST.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|_| UNREADABLE)?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
            return Err(TOO_LARGE);
        }
        Ok(Some(bytes))
    }

    /// A template that the town keeps beside its charter, in `site/`.
    pub fn template(&self, name: &str) -> Option<String> {
        let site = self.root.join("site");
        let mut file = open_within(&self.root, &site.join(name)).ok()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// The names of the regular files of a folder with an ending, sorted; none for a folder that is not there.
fn names(folder: &Path, ending: &str) -> io::Result<Vec<String>> {
    let entries = match folder.read_dir() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        if let Some(name) = name
            .to_str()
            .filter(|name| name.ends_with(ending) && !name.starts_with('.'))
        {
            names.push(name.to_owned());
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Opens a regular file that lies under a root once links are resolved.
pub(super) fn open_within(root: &Path, path: &Path) -> io::Result<std::fs::File> {
    let resolved = path.canonicalize()?;
    if !resolved.starts_with(root.canonicalize()?) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    open_file(&resolved)
}

/// Opens a regular file wherever it lies.
pub(super) fn open_file(path: &Path) -> io::Result<std::fs::File> {
    let file = options().open(path)?;
    // Asked of what was opened: whatever took its place since is not what was looked at.
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::ErrorKind::InvalidInput.into()),
    }
}

/// How a file is opened: a pipe without a writer would wait for one, and opening a terminal could make it this program's.
fn options() -> std::fs::OpenOptions {
    let mut options = std::fs::OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::NOFOLLOW;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    options
}
