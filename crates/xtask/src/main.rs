//! The developer's commands: `cargo xtask test` runs every check of the project, `cargo xtask lint` the quick ones.
//!
//! - [`train`]: the weight files of the annotator, made from annotated news beside the repository;
//! - [`eval`]: its scoreboard; [`gold`]: the annotated news; [`agreement`]: whether a quote is the annotated one;
//! - [`fuzz`]: random texts against the parsers;
//! - [`mod@bench`]: how long searches take over HTTP;
//! - [`steps`]: what is checked, in order; [`runner`]: one step after another, with headings, timings and a tally;
//! - [`tools`]: the programs that the checks need, installed where that is possible;
//! - [`browser`] and [`server`]: the web pages in a real browser, against the program itself; [`hostile`]: an archive of payloads;
//! - [`schemathesis`]: the HTTP API against its own description, likewise;
//! - [`workspace`] and [`process`]: where the repository lies, and how programs are started.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to the person who runs it")]

mod agreement;
mod bench;
mod browser;
mod eval;
mod fuzz;
mod gold;
mod hostile;
mod process;
mod runner;
mod schemathesis;
mod server;
mod steps;
mod tools;
mod train;
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
    /// Random texts against the parsers, where cargo-fuzz is installed.
    Fuzz {
        /// How long each target runs, in seconds.
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// The annotator's scoreboard over the annotated news beside the repository.
    Eval,
    /// How long searches take over HTTP, for the mix of queries beside the repository.
    Bench(bench::Options),
    /// Makes the annotator's weight files from the annotated news beside the repository: all of them, or those named.
    Train {
        /// The models, in the order in which they need one another.
        #[arg(value_enum)]
        models: Vec<train::Model>,
    },
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
    let workspace = Workspace::find()?;
    match task {
        Task::Test => Ok(check(&workspace, steps::TEST)),
        Task::Lint => Ok(check(&workspace, steps::LINT)),
        Task::Fuzz { seconds } => fuzz::run(&workspace, *seconds).map(|()| true),
        Task::Eval => eval::run(&workspace).map(|()| true),
        Task::Bench(options) => bench::run(&workspace, options).map(|()| true),
        Task::Train { models } => train::run(&workspace, models).map(|()| true),
    }
}

fn check(workspace: &Workspace, steps: &[Step]) -> bool {
    let tally = runner::run(workspace, steps);
    println!("{tally}");
    tally.is_success()
}
