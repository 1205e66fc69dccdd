//! The program as its own reader of workbooks, in a process of its own.
//!
//! Invariant: no verb for people: it knows only its standard input and output. It sets its own limits before it looks at a
//! byte, and neither memory, time nor a file of its own is to be had beyond them.

use super::VERB;
use crate::evidence::wire::write_end;
use crate::evidence::workbook::{WorkbookFormat, seconds_allowed, write_rows};
use rustix::process::{Resource, Rlimit, setrlimit};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::os::fd::AsFd;
use std::process::ExitCode;

/// The most memory of a reader.
const MEMORY: u64 = 512 * 1024 * 1024;
const BUFFER: usize = 64 * 1024;

/// Reads the workbook on the standard input, if that is what the program was called for.
pub fn called(arguments: &[OsString]) -> Option<ExitCode> {
    let (verb, rest) = arguments.get(1..)?.split_first()?;
    if verb != VERB {
        return None;
    }
    let (format, sheet) = rest.split_first()?;
    let format = WorkbookFormat::parse(format.to_str()?)?;
    let sheet = sheet.first().and_then(|sheet| sheet.to_str());
    Some(match read(format, sheet) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

fn read(format: WorkbookFormat, sheet: Option<&str>) -> io::Result<()> {
    let file = File::from(io::stdin().as_fd().try_clone_to_owned()?);
    limit(Resource::Core, 0, 0)?;
    limit(Resource::Fsize, 0, 0)?;
    limit(Resource::As, MEMORY, MEMORY)?;
    // The second more leaves time for the signal that tells this limit from the others.
    let seconds = seconds_allowed(file.metadata()?.len());
    limit(Resource::Cpu, seconds, seconds.saturating_add(1))?;
    let mut out = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let fault = write_rows(file, format, sheet, &mut out).err();
    write_end(fault, &mut out)?;
    out.flush()
}

/// Sets a limit that cannot be raised again.
fn limit(resource: Resource, current: u64, maximum: u64) -> io::Result<()> {
    let limit = Rlimit {
        current: Some(current),
        maximum: Some(maximum),
    };
    Ok(setrlimit(resource, limit)?)
}
