//! Diagnostics about the evidence, gathered by kind: one heading, one line each, one remedy.
//!
//! Invariant: they have no excerpt, since a cell of the evidence is never shown.

use super::{Report, Style};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::messages::Messages;
use crate::report::text::wrap;

/// Whether a diagnostic is about the evidence.
pub(super) fn is_of_evidence(diagnostic: &Diagnostic) -> bool {
    matches!(diagnostic.place, Some(Place::Evidence { .. }))
}

/// Draws the diagnostics about the evidence, errors first, in the order in which each kind was met.
pub(super) fn draw(
    diagnostics: &[Diagnostic],
    messages: &Messages,
    style: Style,
    out: &mut String,
) {
    for severity in [Severity::Error, Severity::Warning] {
        let of_evidence = || {
            let all = diagnostics.iter().filter(|one| is_of_evidence(one));
            all.filter(|one| one.severity == severity)
        };
        let mut kinds: Vec<Code> = Vec::new();
        for diagnostic in of_evidence() {
            if !kinds.contains(&diagnostic.code) {
                kinds.push(diagnostic.code);
            }
        }
        for kind in kinds {
            let alike: Vec<Report> = of_evidence()
                .filter(|one| one.code == kind)
                .map(|one| Report::new(one, &[], messages, style))
                .collect();
            draw_kind(&alike, style, out);
        }
    }
}

fn draw_kind(alike: &[Report], style: Style, out: &mut String) {
    let Some(first) = alike.first() else {
        return;
    };
    let mut line = |text: &str| {
        out.push_str(text.trim_end());
        out.push('\n');
    };
    line(&first.heading);
    let room = style.width.saturating_sub(4).max(20);
    let mark = if style.unicode { "•" } else { "*" };
    for report in alike {
        for (index, text) in wrap(&report.message, room).iter().enumerate() {
            let mark = if index == 0 { mark } else { " " };
            line(&format!("  {mark} {text}"));
        }
    }
    // A remedy that depends on the place is that of the first.
    for text in first.footer.iter().flat_map(|footer| wrap(footer, room)) {
        line(&format!("  {text}"));
    }
    line("");
}
