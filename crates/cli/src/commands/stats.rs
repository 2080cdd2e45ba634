use std::{process::ExitCode, sync::Arc};

use quotidian_search::{Engine, Stats};
use quotidian_tantivy_engine::TantivyEngine;

use super::say;
use crate::arguments;

pub(super) fn run(arguments: &arguments::Stats) -> anyhow::Result<ExitCode> {
    let engine = Arc::new(TantivyEngine::open(&arguments.archive.path)?);
    if arguments.json {
        say(quotidian_server::answer(engine, "/api/stats", &[])?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let Stats { articles, quotes, speakers, sources, from, to, undated, generation } = engine.stats()?;
    say(format_args!("articles    {articles}"))?;
    say(format_args!("quotes      {quotes}"))?;
    say(format_args!("speakers    {speakers}"))?;
    say(format_args!("sources     {sources}"))?;
    if let (Some(from), Some(to)) = (from, to) {
        say(format_args!("dates       {from} to {to}"))?;
    }
    say(format_args!("undated     {undated}"))?;
    say(format_args!("generation  {generation}"))?;
    Ok(ExitCode::SUCCESS)
}
