mod annotate;
mod batch;
mod check;
mod demo;
mod export;
mod index;
mod listing;
#[cfg(feature = "mcp")]
mod mcp;
mod names;
mod search;
mod serve;
mod stats;
mod verify;
mod watch;

use std::process::ExitCode;

use crate::arguments::{Arguments, Command};

/// The run ended well, but something was rejected.
const REJECTED: u8 = 3;

pub(crate) fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    match arguments.command {
        Command::Demo(demo) => demo::run(&demo),
        Command::Index(index) => index::run(&index),
        Command::Serve(serve) => serve::run(&serve),
        #[cfg(feature = "mcp")]
        Command::Mcp(archive) => mcp::run(&archive),
        Command::Search(search) => search::run(&search),
        Command::Export(export) => export::run(&export),
        Command::Batch(batch) => batch::run(&batch),
        Command::Annotate(annotate) => annotate::run(&annotate),
        Command::Check(archive) => check::run(&archive),
        Command::Names(names) => names::run(&names.command),
        Command::Stats(stats) => stats::run(&stats),
        Command::Verify(verify) => verify::run(&verify),
    }
}

/// Prints an error with what led to it, on one line.
#[expect(clippy::print_stderr, reason = "errors of the program go to its standard error")]
pub(crate) fn complain(error: &anyhow::Error) {
    eprintln!("quotidian: {error:#}");
}

/// Prints a line to standard output. A reader that has gone away (`quotidian search x | head -1`) is no error.
fn say(line: impl std::fmt::Display) -> anyhow::Result<()> {
    use std::io::{ErrorKind, Write};
    match writeln!(std::io::stdout(), "{line}") {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => Ok(result?),
    }
}
