//! Lists that stay on the machine of whoever asks for them: never in continuous integration, whose logs and artefacts
//! others read.

use super::console::{Console, variable};
use crate::diagnostic::{Code, Diagnostic, Value};
use std::path::Path;

/// The list was asked for in continuous integration.
pub(super) const IN_CI: Code = Code::new("cli-local-in-ci");

/// Says that a list is refused, where the environment says that this is continuous integration.
pub(super) fn refused(console: &Console<'_>) -> bool {
    let ci = variable("CI").unwrap_or_default();
    let no = ["", "0", "false", "no"];
    let refused = !no.contains(&ci.trim().to_lowercase().as_str());
    if refused {
        console.diagnostics(&[Diagnostic::error(IN_CI)], &[]);
    }
    refused
}

/// Says what was written where.
pub(super) fn confirm(key: &str, count: usize, path: &Path, console: &Console<'_>) {
    let args = [
        (
            "count",
            Value::from(u64::try_from(count).unwrap_or(u64::MAX)),
        ),
        ("path", path.display().to_string().into()),
    ];
    console.message(&console.messages.text(key, &args));
}
