//! `cargo xtask eval`: the annotator's scoreboard, by the shared scorers over what `quotidian annotate` prints.
//!
//! [`program`] runs the annotator and the scorers; [`styles`] sets articles in other quotation marks; the boards are
//! [`quotes`] and [`entities`].

mod entities;
mod program;
mod quotes;
mod styles;

use anyhow::Result;

use self::program::Program;
use crate::workspace::Workspace;

/// A line of the scoreboard.
struct Measure {
    name: String,
    figure: String,
    /// The figure to reach.
    reach: &'static str,
}

impl Measure {
    fn new(name: impl Into<String>, figure: impl Into<String>, reach: &'static str) -> Self {
        Self { name: name.into(), figure: figure.into(), reach }
    }
}

/// Prints the scoreboard.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let program = Program::build(workspace)?;
    println!("| measure | figure | reach |\n|---|---|---|");
    for board in [quotes::measure, entities::measure, speed] {
        for measure in board(&program)? {
            println!("| {} | {} | {} |", measure.name, measure.figure, measure.reach);
        }
    }
    Ok(())
}

/// How fast one core annotates.
fn speed(program: &Program<'_>) -> Result<Vec<Measure>> {
    let figure = program.throughput("corpora/news-2k.jsonl.zst")?;
    Ok(vec![Measure::new("speed on one core, news-2k", figure, ">= 1,500 articles/s, >= 6 MB/s")])
}
