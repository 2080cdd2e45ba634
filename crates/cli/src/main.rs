//! The `quotidian` program: parse arguments, call, print, exit code.

mod arguments;
mod commands;
mod progress;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    commands::run(arguments::Arguments::parse()).unwrap_or_else(|error| {
        commands::complain(&error);
        ExitCode::FAILURE
    })
}
