//! The `charte` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    charte::cli::main(std::env::args_os())
}
