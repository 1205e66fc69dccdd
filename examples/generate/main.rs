//! Writes the evidence of the example town: fictional exports with known flaws.
//!
//! `cargo run --release --example generate -- [--out DIR] [--scale town|region:N] [--seed N]`
//!
//! Invariant: same scale and same seed, same bytes; no clock, no environment, no value of a real person.

mod appointments;
mod arguments;
mod calendar;
mod calls;
mod hours;
mod mail;
mod output;
mod random;
mod registers;
mod tickets;

use std::error::Error;

use arguments::Arguments;

/// What every table needs to know.
#[derive(Debug)]
pub(crate) struct Town {
    /// Folder that receives the files.
    pub(crate) out: std::path::PathBuf,
    /// Factor on calls, appointments and visits.
    pub(crate) factor: u64,
    /// Start of the pseudo-random numbers.
    pub(crate) seed: u64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let town = Arguments::parse(std::env::args().skip(1))?.into_town();
    std::fs::create_dir_all(&town.out)?;
    calls::write(&town)?;
    appointments::write_requests(&town)?;
    appointments::write_visits(&town)?;
    tickets::write(&town)?;
    registers::write(&town)?;
    mail::write(&town)?;
    hours::write(&town)?;
    Ok(())
}
