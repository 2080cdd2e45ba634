use std::{path::Path, process::ExitCode};

use anyhow::Context;
use quotidian_indexer::{Inputs, Names, Options, Report};
use quotidian_model::Day;
use quotidian_tantivy_engine::TantivyWriter;

use super::{REJECTED, say};
use crate::{arguments, progress::Shown};

pub(super) fn run(arguments: &arguments::Index) -> anyhow::Result<ExitCode> {
    let archive = &arguments.archive.path;
    let mut options = Options::new(Day::new(jiff::Zoned::now().date()));
    options.source = arguments.source.clone();
    options.threads = arguments.threads.unwrap_or(options.threads);
    let inputs = Inputs::expand(&arguments.paths, Some(archive))?;
    let report = index(inputs, &options, archive)?;
    if arguments.json {
        say(serde_json::to_string(&report)?)?;
    } else {
        say(report.to_string().trim_end())?;
    }
    Ok(if report.rejected > 0 { ExitCode::from(REJECTED) } else { ExitCode::SUCCESS })
}

/// Reads `inputs` into the archive at `archive`, with progress on standard error.
pub(super) fn index(inputs: Inputs, options: &Options, archive: &Path) -> anyhow::Result<Report> {
    let mut writer = open_writer(archive)?;
    Ok(quotidian_indexer::index(inputs, options, &mut writer, &mut Shown::new())?)
}

/// Opens an archive for writing, with what its owner says of names.
pub(super) fn open_writer(archive: &Path) -> anyhow::Result<TantivyWriter> {
    let names = Names::of_archive(archive)?;
    TantivyWriter::open(archive, Box::new(names)).context("the archive cannot be written")
}
