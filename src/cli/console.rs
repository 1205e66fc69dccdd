//! Standard output and error, and what the terminal can show.
//!
//! Invariant: the only place that prints; a closed pipe is no fault.

use crate::diagnostic::Diagnostic;
use crate::messages::Messages;
use crate::report::{Style, diagnostic};
use std::io::{IsTerminal, Write};

/// Where the program speaks.
#[derive(Debug)]
pub(super) struct Console<'a> {
    pub(super) messages: &'a Messages,
    /// How standard output shows things.
    pub(super) output: Style,
    /// Whether standard output is a terminal.
    pub(super) terminal: bool,
    /// How standard error shows things.
    pub(super) error: Style,
}

/// Lines longer than this are hard to read, whatever the terminal.
const WIDEST: usize = 110;
/// The width where there is no terminal.
const USUAL: usize = 80;

impl<'a> Console<'a> {
    /// The console of the process.
    pub(super) fn new(messages: &'a Messages) -> Self {
        let width = terminal_size::terminal_size().map_or(USUAL, |(width, _)| usize::from(width.0));
        let plain = is_set("NO_COLOR") || variable("TERM").as_deref() == Some("dumb");
        let style = |terminal: bool| Style {
            color: terminal && !plain,
            unicode: true,
            width: if terminal {
                width.clamp(40, WIDEST)
            } else {
                USUAL
            },
        };
        Self {
            messages,
            output: style(std::io::stdout().is_terminal()),
            terminal: std::io::stdout().is_terminal(),
            error: style(std::io::stderr().is_terminal()),
        }
    }

    /// Prints what was asked for.
    pub(super) fn data(&self, text: &str) {
        let mut output = std::io::stdout().lock();
        // A reader that has seen enough closes the pipe; there is no one left to tell.
        let _ = output
            .write_all(text.as_bytes())
            .and_then(|()| output.flush());
    }

    /// Prints a message.
    pub(super) fn message(&self, text: &str) {
        let mut output = std::io::stderr().lock();
        let _ = writeln!(output, "{text}");
    }

    /// Prints why something cannot be done.
    pub(super) fn fault(&self, text: &str) {
        let word = self.messages.plain("cli-error");
        // The call is quoted as it was typed: its control characters must not act on the terminal.
        let lines: Vec<String> = text.lines().map(diagnostic::harmless).collect();
        self.message(&format!("{word} {}", lines.join("\n")));
    }

    /// Prints diagnostics, with excerpts of the files they speak of.
    pub(super) fn diagnostics(&self, diagnostics: &[Diagnostic], files: &[(String, String)]) {
        if !diagnostics.is_empty() {
            self.message(
                diagnostic::render(diagnostics, files, self.messages, self.error).trim_end(),
            );
        }
    }
}

/// Whether a variable of the environment is set to something.
pub(super) fn is_set(name: &str) -> bool {
    variable(name).is_some_and(|value| !value.is_empty())
}

/// A variable of the environment.
#[expect(
    clippy::disallowed_methods,
    reason = "how things are shown, and whether others see them, is the environment's business"
)]
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}
