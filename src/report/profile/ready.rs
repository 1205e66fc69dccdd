//! The declarations that are ready for exports of a public shape.
//!
//! Invariant: they are the files of `examples/exports`, which tests read with the program; only the files and the day of
//! collection are replaced.

use super::quote::quoted;
use crate::evidence::profile::Known;
use chrono::NaiveDate;

/// The name of the software.
pub(super) const fn software(known: Known) -> &'static str {
    match known {
        Known::Asterisk | Known::AsteriskIds | Known::AsteriskNamed => "Asterisk (cdr_csv)",
        Known::FreeSwitch => "FreeSWITCH (mod_cdr_csv)",
        Known::Segments => "3CX",
        Known::RdvServicePublic => "RDV Service Public",
    }
}

const fn text(known: Known) -> &'static str {
    match known {
        Known::Asterisk => include_str!("../../../examples/exports/asterisk/sans-en-tete.toml"),
        Known::AsteriskIds => {
            include_str!("../../../examples/exports/asterisk/avec-identifiants.toml")
        }
        Known::AsteriskNamed => {
            include_str!("../../../examples/exports/asterisk/avec-en-tete.toml")
        }
        Known::FreeSwitch => include_str!("../../../examples/exports/freeswitch/sources.toml"),
        Known::Segments => include_str!("../../../examples/exports/segments/sources.toml"),
        Known::RdvServicePublic => {
            include_str!("../../../examples/exports/rdv-service-public/sources.toml")
        }
    }
}

/// The declaration for some files, cut as they are.
pub(super) fn toml(known: Known, files: &[&str], last: Option<NaiveDate>, dialect: &str) -> String {
    let names: Vec<String> = files.iter().map(|file| quoted(file)).collect();
    let line = |line: &str| {
        let replaced = match (line.split_once(" = ").map(|(key, _)| key), last) {
            (Some("files"), _) => format!("files = [{}]", names.join(", ")),
            (Some("dialect"), _) => dialect.to_owned(),
            (Some("collected"), Some(last)) => {
                let note = line.split_once('#').map_or("", |(_, note)| note);
                format!("collected = {}   #{note}", last.format("%Y-%m-%d"))
            }
            _ => line.to_owned(),
        };
        replaced + "\n"
    };
    text(known).lines().map(line).collect()
}
