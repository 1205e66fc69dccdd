//! Human statements that are about to lapse.
//!
//! Invariant: the day that counts is the day the results stand for, never today.

use crate::charter::Charter;
use crate::diagnostic::{Code, Diagnostic};
use chrono::{Days, NaiveDate};

/// An attestation can be relied on for a few more days only.
pub const ATTESTATION_ENDS: Code = Code::new("run-attestation-ends");

/// From so many days before its end on, an attestation is reported.
const NOTICE: i64 = 30;

/// The attestations that will lapse within the notice. One that has lapsed makes its requirements "not shown".
pub(super) fn warnings(charter: &Charter, as_of: NaiveDate) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    for source in &charter.sources {
        let Some(days) = source.valid_days.filter(|_| source.nature == "attestation") else {
            continue;
        };
        let until = source
            .collected
            .checked_add_days(Days::new(u64::from(days)));
        let Some(until) = until.filter(|until| as_of <= *until) else {
            continue;
        };
        let left = until.signed_duration_since(as_of).num_days();
        if left <= NOTICE {
            warnings.push(
                Diagnostic::warning(ATTESTATION_ENDS)
                    .arg("source", &source.id)
                    .arg("days", left)
                    .arg("until", until.to_string())
                    .at(source.place.clone()),
            );
        }
    }
    warnings
}
