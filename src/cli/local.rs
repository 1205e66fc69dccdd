//! Lists that stay on the machine of whoever asks for them: never in continuous integration, whose logs and artefacts
//! others read.

use super::console::{Console, variable};
use crate::diagnostic::{Code, Diagnostic, Value};
use std::path::Path;

/// The list was asked for in continuous integration.
pub(super) const IN_CI: Code = Code::new("cli-local-in-ci");

/// What the usual services of continuous integration set, beside `CI`.
const SERVICES: [&str; 7] = [
    "BUILD_NUMBER",
    "GITHUB_ACTIONS",
    "GITLAB_CI",
    "JENKINS_URL",
    "TEAMCITY_VERSION",
    "TF_BUILD",
    "WOODPECKER",
];

/// Whether the environment says that this is continuous integration.
pub(super) fn is_shared() -> bool {
    let said = |name: &str| {
        let value = variable(name)?;
        let no = ["", "0", "false", "no"];
        Some(!no.contains(&value.trim().to_lowercase().as_str()))
    };
    said("CI").unwrap_or_else(|| SERVICES.iter().any(|name| said(name) == Some(true)))
}

/// Says that a list is refused, where this is continuous integration.
pub(super) fn refused(console: &Console<'_>) -> bool {
    let refused = is_shared();
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
