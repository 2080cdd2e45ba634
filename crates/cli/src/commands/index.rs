use std::{fmt::Display, path::Path, process::ExitCode};

use anyhow::Context;
use quotidian_indexer::{FieldMap, Inputs, Options, Report};
use quotidian_model::Day;
use quotidian_tantivy_engine::TantivyWriter;
use serde::Serialize;

use super::{REJECTED, say};
use crate::{arguments, progress::Shown};

pub(super) fn run(arguments: &arguments::Index) -> anyhow::Result<ExitCode> {
    let archive = &arguments.archive.path;
    let mut options = Options::new(Day::new(jiff::Zoned::now().date()));
    options.source = arguments.source.clone();
    options.threads = arguments.threads.unwrap_or(options.threads);
    if let Some(map) = &arguments.map {
        options.fields = FieldMap::read(map)?;
    }
    let inputs = Inputs::expand(&arguments.paths, Some(archive))?;
    if arguments.dry_run {
        let preview = quotidian_indexer::preview(inputs, &options);
        show(&preview, arguments.json)?;
        return Ok(ExitCode::SUCCESS);
    }
    let report = index(inputs, &options, archive)?;
    show(&report, arguments.json)?;
    Ok(if report.rejected > 0 { ExitCode::from(REJECTED) } else { ExitCode::SUCCESS })
}

fn show(told: &(impl Display + Serialize), json: bool) -> anyhow::Result<()> {
    if json { say(serde_json::to_string(told)?) } else { say(told.to_string().trim_end()) }
}

/// Reads `inputs` into the archive at `archive`, with progress on standard error.
pub(super) fn index(inputs: Inputs, options: &Options, archive: &Path) -> anyhow::Result<Report> {
    let mut writer = TantivyWriter::open(archive).context("the archive cannot be written")?;
    Ok(quotidian_indexer::index(inputs, options, &mut writer, &mut Shown::new())?)
}
