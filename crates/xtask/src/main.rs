//! The developer's commands: `cargo xtask test` runs every check of the project, `cargo xtask lint` the quick ones.
//!
//! - [`steps`]: what is checked, in order; [`runner`]: one step after another, with headings, timings and a tally;
//! - [`tools`]: the programs that the checks need, installed where that is possible;
//! - [`browser`] and [`server`]: the web pages in a real browser, against the program itself;
//! - [`workspace`] and [`process`]: where the repository lies, and how programs are started.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to the person who runs it")]

mod browser;
mod process;
mod runner;
mod server;
mod steps;
mod tools;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use crate::{steps::Step, workspace::Workspace};

/// The developer's commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Every check: formatting, lints, tests, documentation, licences, web pages in a browser.
    Test,
    /// The quick checks: formatting, lints, documentation.
    Lint,
}

impl Task {
    fn steps(&self) -> &'static [Step] {
        match self {
            Task::Test => steps::TEST,
            Task::Lint => steps::LINT,
        }
    }
}

fn main() -> ExitCode {
    match run(&Task::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<bool> {
    let tally = runner::run(&Workspace::find()?, task.steps());
    println!("{tally}");
    Ok(tally.is_success())
}
