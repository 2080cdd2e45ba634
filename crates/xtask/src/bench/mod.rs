//! `cargo xtask bench`: how long a client waits for the answer to a search, over HTTP.
//!
//! [`mix`] is what is asked and [`mode`] how; [`client`] asks, and [`answer`] reads; [`figures`] makes the tables;
//! [`processor`] reads what the server used; [`archive`] is what is searched. The rules stand in `docs/performance.md`.

mod answer;
mod archive;
mod client;
mod figures;
mod mix;
mod mode;
mod processor;

use std::{
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Result, ensure};
use clap::Args;

use self::{client::Client, figures::Measurement, mix::Query, mode::Mode};
use crate::{process, server::Server, workspace::Workspace};

/// What to measure.
#[derive(Args)]
pub(crate) struct Options {
    /// The archive to search; made from the corpus unless given.
    #[arg(long, value_name = "DIR")]
    archive: Option<PathBuf>,
    /// The articles of the archive; `../shared/data/corpora/news-64k.jsonl.zst` beside the repository unless given.
    #[arg(long, value_name = "FILE", conflicts_with = "archive")]
    corpus: Option<PathBuf>,
    /// The mix of queries; `../shared/bench/queries.json` beside the repository unless given.
    #[arg(long, value_name = "FILE")]
    queries: Option<PathBuf>,
    /// How often the mix is measured in each mode, after one pass that warms up.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u8).range(10..=60))]
    passes: u8,
    /// The `quotidian` to measure, such as an earlier one; built from this repository unless given.
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
}

/// Measures, and prints the tables.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let beside = |path: &Option<PathBuf>, usual: &str| path.clone().unwrap_or_else(|| workspace.path(usual));
    let mix = mix::read(&beside(&options.queries, "../shared/bench/queries.json"))?;
    let program = options.program.clone().map_or_else(|| build(workspace), Ok)?;
    let archive = match &options.archive {
        Some(archive) => archive.clone(),
        None => {
            let corpus = beside(&options.corpus, "../shared/data/corpora/news-64k.jsonl.zst");
            archive::of_corpus(&program, &corpus, &workspace.target().join("bench"))?
        }
    };
    ensure!(archive.is_dir(), "there is no archive at {}", archive.display());
    let server = Server::start(Command::new(program), &archive)?;
    let passes = usize::from(options.passes);
    let mut client = Client::connect(server.address())?;
    check(&mut client, &mix, passes)?;
    let stats = client.get("/api/stats")?;
    let measure = |mode| measure(&mut client, &server, mode, &mix, passes);
    let measurements: Vec<Measurement> = Mode::ALL.into_iter().map(measure).collect::<Result<_>>()?;
    println!(
        "\n{} articles, {} quotes; {} queries, {passes} passes after one that warms up. Milliseconds.\n",
        stats["articles"],
        stats["quotes"],
        mix.len(),
    );
    println!("{}\n{}", figures::by_mode(&measurements), figures::by_kind(&mix, &measurements));
    Ok(())
}

/// The program as users run it.
fn build(workspace: &Workspace) -> Result<PathBuf> {
    process::run(&mut workspace.cargo(&["build", "--release", "--package", "quotidian-cli"]))?;
    Ok(workspace.released("quotidian"))
}

/// Asks every query once in every mode: nothing is measured before all are answered.
fn check(client: &mut Client, mix: &[Query], passes: usize) -> Result<()> {
    for mode in Mode::ALL {
        for target in mix::targets(mix, mode, passes)?.iter().take(1).flatten() {
            client.get(target)?;
        }
    }
    Ok(())
}

/// Asks the mix in one mode, pass after pass.
fn measure(
    client: &mut Client,
    server: &Server,
    mode: Mode,
    mix: &[Query],
    passes: usize,
) -> Result<Measurement> {
    let targets = mix::targets(mix, mode, passes)?;
    let (warm_up, measured) = targets.split_at(1);
    for target in warm_up.iter().flatten() {
        client.get(target)?;
    }
    let mut latencies = vec![Vec::with_capacity(passes); mix.len()];
    let before = processor::time(server.process_id());
    for pass in measured {
        for (target, latencies) in pass.iter().zip(&mut latencies) {
            latencies.push(latency(client, target)?);
        }
    }
    let after = processor::time(server.process_id());
    let processor = before.zip(after).map(|(before, after)| after.saturating_sub(before));
    Ok(Measurement { mode, latencies, processor })
}

/// The time from the call to the parsed answer.
fn latency(client: &mut Client, target: &str) -> Result<Duration> {
    let begun = Instant::now();
    let answer = client.get(target)?;
    let took = begun.elapsed();
    // Only now: freeing the answer is not part of it.
    drop(answer);
    Ok(took)
}
