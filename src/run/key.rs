//! The key under which identifiers are compared.
//!
//! Invariant: nothing that depends on the key of a run is ever written.

use crate::diagnostic::{Code, Diagnostic};
use crate::evidence::KeyRing;

/// The machine gives no random bytes for the key of the run.
pub const NO_KEY: Code = Code::new("run-no-key");

/// A key that lives as long as the run.
pub(super) fn of_run() -> Result<KeyRing, Diagnostic> {
    let mut key = [0_u8; 32];
    getrandom::fill(&mut key).map_err(|_| Diagnostic::error(NO_KEY))?;
    Ok(KeyRing::new(key))
}
