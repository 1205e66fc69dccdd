//! clap in the user's language: help texts from the catalogue, errors from their kind and context.
//!
//! Invariant: no word of clap's own reaches a person.

use super::console::Console;
use super::exit;
use crate::diagnostic::Value;
use crate::messages::Messages;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};
use std::ffi::OsString;
use std::process::ExitCode;

/// Where the options of every verb stand in a list, behind the verb's own.
const GENERAL: usize = 100;

/// The command with every text from the catalogue: `cli-VERB` and `cli-VERB-ARGUMENT`.
pub(super) fn command(command: Command, messages: &Messages) -> Command {
    localised(command, "cli", messages)
}

fn localised(command: Command, key: &str, messages: &Messages) -> Command {
    let heading = messages.plain("cli-heading-options");
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        messages.plain("cli-heading-usage")
    );
    let root = key == "cli";
    let names: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    let usage = messages.plain(&format!("{key}-usage"));
    let mut command = command
        .about(messages.plain(&format!("{key}-about")))
        .long_about(None::<&str>)
        .override_usage(usage)
        .help_template(template)
        .subcommand_help_heading(messages.plain("cli-heading-commands"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true);
    let arguments: Vec<String> = command
        .get_arguments()
        .map(|argument| argument.get_id().to_string())
        .collect();
    for (order, id) in arguments.into_iter().enumerate() {
        let (argument_key, order) = match id.as_str() {
            "charter" | "lang" | "as_of" | "previous" => {
                (format!("cli-{id}"), order.saturating_add(GENERAL))
            }
            _ => (format!("{key}-{id}"), order),
        };
        command = command.mut_arg(id, |argument| {
            let positional = argument.is_positional();
            let takes_value = argument.get_action().takes_values();
            let argument = argument
                .help(messages.plain(&argument_key))
                .long_help(None::<&str>)
                .display_order(order);
            // What clap would add is in the catalogue's text already; it refuses to hide what a flag cannot have.
            let argument = if takes_value {
                argument.hide_possible_values(true).hide_default_value(true)
            } else {
                argument
            };
            let argument = match messages.attribute(&argument_key, "value", &[]) {
                Some(name) => argument.value_name(name),
                None => argument,
            };
            if positional {
                argument.help_heading(messages.plain("cli-heading-arguments"))
            } else {
                argument.help_heading(heading.clone())
            }
        });
    }
    command = command.arg(flag("help", 'h', ArgAction::Help, messages));
    if root {
        command = command
            .arg(flag("version", 'V', ArgAction::Version, messages))
            .after_help(messages.plain("cli-after-help"));
    }
    for name in names {
        let key = format!("{key}-{name}");
        command = command.mut_subcommand(name, |verb| localised(verb, &key, messages));
    }
    command
}

fn flag(name: &'static str, short: char, action: ArgAction, messages: &Messages) -> Arg {
    Arg::new(name)
        .long(name)
        .short(short)
        .action(action)
        .help(messages.plain(&format!("cli-{name}")))
        .help_heading(messages.plain("cli-heading-options"))
        .display_order(GENERAL.saturating_mul(2))
}

/// The verbs that a call names, behind the program's name: `charte calendar add`.
pub(super) fn verbs(command: &Command, arguments: &[OsString]) -> String {
    let mut words = vec![command.get_name().to_owned()];
    let mut at = command;
    for argument in arguments.iter().skip(1) {
        if let Some(verb) = at
            .get_subcommands()
            .find(|verb| verb.get_name() == argument)
        {
            words.push(verb.get_name().to_owned());
            at = verb;
        }
    }
    words.join(" ")
}

/// Says why a call cannot be carried out, or shows the help that was asked for.
pub(super) fn finish(error: &clap::Error, verbs: &str, console: &Console<'_>) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            console.data(&format!("{}\n", error.render().to_string().trim_end()));
            ExitCode::from(exit::FINE)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            console.message(error.render().to_string().trim_end());
            ExitCode::from(exit::FAULT)
        }
        kind => {
            console.fault(&explain(kind, error, verbs, console.messages));
            ExitCode::from(exit::FAULT)
        }
    }
}

fn explain(kind: ErrorKind, error: &clap::Error, verbs: &str, messages: &Messages) -> String {
    let context = |kind: ContextKind| error.get(kind).map(shown).unwrap_or_default();
    let key = match kind {
        ErrorKind::UnknownArgument if context(ContextKind::InvalidArg).starts_with('-') => {
            "cli-error-unknown-argument"
        }
        ErrorKind::UnknownArgument => "cli-error-surplus",
        ErrorKind::InvalidSubcommand => "cli-error-unknown-verb",
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            "cli-error-value-missing"
        }
        ErrorKind::InvalidValue => "cli-error-value",
        ErrorKind::ValueValidation => "cli-error-value-invalid",
        ErrorKind::MissingRequiredArgument => "cli-error-missing",
        ErrorKind::MissingSubcommand => "cli-error-no-verb",
        ErrorKind::ArgumentConflict => "cli-error-twice",
        ErrorKind::TooManyValues => "cli-error-value-surplus",
        _ => "cli-error-other",
    };
    let suggestion = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .find_map(|kind| best(error.get(kind)?));
    let subject = match kind {
        ErrorKind::InvalidSubcommand => context(ContextKind::InvalidSubcommand),
        _ => context(ContextKind::InvalidArg),
    };
    let known = match kind {
        ErrorKind::MissingSubcommand => context(ContextKind::ValidSubcommand),
        _ => context(ContextKind::ValidValue),
    };
    let args = [
        ("subject", Value::from(subject)),
        ("value", context(ContextKind::InvalidValue).into()),
        ("known", known.into()),
    ];
    let mut text = messages.text(key, &args);
    if let Some(suggestion) = suggestion {
        text = format!(
            "{text}\n{}",
            messages.text("cli-error-suggestion", &[("suggestion", suggestion.into())])
        );
    }
    format!(
        "{text}\n{}",
        messages.text("cli-error-help", &[("verbs", verbs.into())])
    )
}

/// The best of clap's suggestions, which comes last.
fn best(value: &ContextValue) -> Option<String> {
    match value {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.last().cloned(),
        _ => None,
    }
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
