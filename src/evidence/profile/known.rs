//! Exports whose shape is public: told by their headers, or by the place and looks of their columns where they have none.
//!
//! Invariant: an export is recognised only if every column that its declaration names is there.

use super::column::Counts;
use super::guess::{Guess, Judged};
use super::layout::{HeaderFound, Layout};

/// An export for which a declaration is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// Asterisk's `Master.csv` of 16 columns, without header.
    Asterisk,
    /// The same with unique ids and user fields.
    AsteriskIds,
    /// Asterisk's fields under their names.
    AsteriskNamed,
    /// FreeSWITCH's `Master.csv` by its default template.
    FreeSwitch,
    /// A telephone log of segments.
    Segments,
    /// The appointments of RDV Service Public.
    RdvServicePublic,
}

/// What Asterisk calls the end of a call.
const DISPOSITIONS: [&str; 5] = ["ANSWERED", "NO ANSWER", "BUSY", "FAILED", "CONGESTION"];

/// The headers that tell an export.
const NAMED: [(Known, &[&str]); 3] = [
    (
        Known::AsteriskNamed,
        &[
            "accountcode",
            "src",
            "dst",
            "dcontext",
            "clid",
            "channel",
            "dstchannel",
            "lastapp",
            "lastdata",
            "start",
            "answer",
            "end",
            "duration",
            "billsec",
            "disposition",
            "amaflags",
        ],
    ),
    (
        Known::Segments,
        &[
            "Call ID",
            "Call Time",
            "From",
            "To",
            "Status",
            "Ringing",
            "Talking",
        ],
    ),
    (
        Known::RdvServicePublic,
        &[
            "année",
            "date prise rdv",
            "heure prise rdv",
            "origine",
            "date rdv",
            "heure rdv",
            "service",
            "motif",
            "contexte",
            "statut",
            "lieu",
            "professionnel.le(s)",
            "usager(s)",
            "commune du premier responsable",
            "au moins un usager mineur ?",
            "résultat des notifications",
            "Organisation",
            "date naissance",
            "code postal du premier responsable",
            "créé par",
            "email(s) professionnel.le(s)",
        ],
    ),
];

/// The export that a table probably is.
pub(super) fn recognise(layout: &Layout, judged: &[Judged], counts: &[Counts]) -> Option<Known> {
    if layout.header != HeaderFound::Data {
        let has = |header: &&str| layout.names.iter().any(|name| name == *header);
        let found = NAMED.iter().find(|(_, headers)| headers.iter().all(&has));
        return found.map(|(known, _)| *known);
    }
    let dated = |place: usize| {
        let guess = place
            .checked_sub(1)
            .and_then(|position| judged.get(position));
        matches!(
            guess.map(|column| &column.guess),
            Some(Guess::DateTime(notation)) if notation == "yyyy-mm-dd HH:MM:SS"
        )
    };
    let words = |place: usize, fits: &dyn Fn(&str) -> bool| {
        let counts = place
            .checked_sub(1)
            .and_then(|position| counts.get(position));
        counts.is_some_and(|counts| {
            !counts.values.is_empty() && counts.values.keys().all(|value| fits(value))
        })
    };
    let dispositions = |value: &str| DISPOSITIONS.contains(&value);
    let causes = |value: &str| {
        value.contains('_')
            && value
                .bytes()
                .all(|byte| byte == b'_' || byte.is_ascii_uppercase())
    };
    if dated(10) && dated(12) && words(15, &dispositions) {
        match layout.width {
            16 => Some(Known::Asterisk),
            18 => Some(Known::AsteriskIds),
            _ => None,
        }
    } else if layout.width == 15 && dated(5) && dated(7) && words(10, &causes) {
        Some(Known::FreeSwitch)
    } else {
        None
    }
}
