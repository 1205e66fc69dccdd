//! The scorecard of an earlier run, to compare with.
//!
//! Invariant: one of another schema is refused.

use crate::diagnostic::{Code, Diagnostic};
use crate::scorecard::Scorecard;
use crate::scorecard::card::SCHEMA;
use std::path::Path;

/// The earlier scorecard cannot be read.
const PREVIOUS: Code = Code::new("run-previous");

/// Reads an earlier scorecard.
#[expect(
    clippy::disallowed_methods,
    reason = "this layer is the one that opens files"
)]
pub(super) fn earlier(path: &Path) -> Result<Scorecard, Diagnostic> {
    let fault = || Diagnostic::error(PREVIOUS).arg("path", path.display().to_string());
    // A pipe or a device might never end.
    if !path.is_file() {
        return Err(fault());
    }
    let bytes = std::fs::read(path).map_err(|_| fault())?;
    let scorecard: Scorecard = serde_json::from_slice(&bytes).map_err(|_| fault())?;
    if scorecard.schema == SCHEMA {
        Ok(scorecard)
    } else {
        Err(fault())
    }
}
