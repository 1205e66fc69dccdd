//! The command line: one file per verb.
//!
//! Invariant: the only layer that prints, reads the environment, or knows the terminal. Data go to standard output,
//! messages to standard error.

mod anonymise;
mod calendar;
mod check;
mod console;
mod explain;
mod judged;
mod local;
mod localise;
mod peaks;
mod profile;
mod publish;
mod reminders;
mod schema;

use crate::messages::{Lang, Messages};
use crate::run::folder::Folder;
use crate::run::reader::called;
use chrono::NaiveDate;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use console::Console;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Exit codes of the program.
pub mod exit {
    /// Nothing to act on.
    pub const FINE: u8 = 0;
    /// At least one gap without a valid waiver.
    pub const GAP: u8 = 1;
    /// The charter, the call or the output is faulty.
    pub const FAULT: u8 = 2;
    /// No such gap, but something is not shown.
    pub const NOT_SHOWN: u8 = 3;
}

#[derive(Debug, Parser)]
#[command(name = "charte", version)]
struct Call {
    #[command(subcommand)]
    verb: Verb,
    #[command(flatten)]
    general: General,
}

#[derive(Debug, Clone, Args)]
struct General {
    /// The charter folder.
    #[arg(long, global = true, value_name = "DIR")]
    charter: Option<PathBuf>,
    /// The language of messages.
    #[arg(long, global = true, value_name = "LANG", value_parser = ["fr", "en"])]
    lang: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Judges every requirement.
    Check(check::Options),
    /// Checks, then publishes.
    Publish(publish::Options),
    /// One requirement in full.
    Explain(explain::Options),
    /// When most calls come.
    Peaks(peaks::Options),
    /// What an export probably is.
    Profile(profile::Options),
    /// A copy to share.
    Anonymise(anonymise::Options),
    /// Who is to be reminded.
    Reminders(reminders::Options),
    /// Working days and holidays.
    Calendar(calendar::Options),
    /// The JSON Schema of a document.
    Schema(schema::Options),
}

/// Reads `2026-06-30`.
fn date(text: &str) -> Result<NaiveDate, String> {
    let well_formed = text.len() == 10
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let date = text.parse().ok().filter(|_| well_formed);
    date.ok_or_else(|| "date".to_owned())
}

/// The verbs and options, in the language of the catalogue.
pub fn command(messages: &Messages) -> clap::Command {
    localise::command(Call::command(), messages)
}

/// The program, from its arguments to its exit code.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(code) = called(&arguments) {
        return code;
    }
    let start = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let messages = Messages::new(language(&arguments, &start));
    let console = Console::new(&messages);
    let mut command = command(&messages);
    let call = command
        .try_get_matches_from_mut(&arguments)
        .and_then(|matches| Call::from_arg_matches(&matches));
    let call = match call {
        Ok(call) => call,
        Err(error) => {
            return localise::finish(&error, &localise::verbs(&command, &arguments), &console);
        }
    };
    let code = match call.verb {
        Verb::Check(options) => check::run(&options, &call.general, &start, &console),
        Verb::Publish(options) => publish::run(&options, &call.general, &start, &console),
        Verb::Explain(options) => explain::run(&options, &call.general, &start, &console),
        Verb::Peaks(options) => peaks::run(&options, &call.general, &start, &console),
        Verb::Profile(options) => profile::run(&options, &call.general, &start, &console),
        Verb::Anonymise(options) => anonymise::run(&options, &call.general, &start, &console),
        Verb::Reminders(options) => reminders::run(&options, &call.general, &start, &console),
        Verb::Calendar(options) => calendar::run(&options, &call.general, &start, &console),
        Verb::Schema(options) => schema::run(&options, &console),
    };
    ExitCode::from(code)
}

/// The language of messages: the call's, then the charter's, then French.
fn language(arguments: &[OsString], start: &Path) -> Lang {
    let value_of = |name: &str| {
        let words = arguments
            .iter()
            .map(|argument| argument.to_string_lossy().into_owned());
        let words: Vec<String> = words.collect();
        let joined = words
            .iter()
            .find_map(|word| word.strip_prefix(&format!("{name}=")).map(str::to_owned));
        let apart = words.iter().position(|word| word == name);
        joined.or_else(|| words.get(apart?.checked_add(1)?).cloned())
    };
    let given = value_of("--lang").and_then(|tag| Lang::parse(&tag));
    given.unwrap_or_else(|| {
        let charter = value_of("--charter").map(PathBuf::from);
        let folder = Folder::find(charter.as_deref(), start).ok();
        folder
            .and_then(|folder| folder.language())
            .unwrap_or_default()
    })
}
