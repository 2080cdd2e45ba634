use std::{fmt::Display, path::Path, process::ExitCode};

use anyhow::Context;
use quotidian_indexer::{FieldMap, Inputs, Names, Options, Report};
use quotidian_model::Day;
use quotidian_tantivy_engine::TantivyWriter;
use serde::Serialize;

use super::{REJECTED, say, watch::watch};
use crate::{arguments, progress::Shown};

pub(super) fn run(arguments: &arguments::Index) -> anyhow::Result<ExitCode> {
    let archive = &arguments.archive.path;
    let options = options(arguments)?;
    if arguments.dry_run {
        let inputs = Inputs::expand(&arguments.paths, Some(archive))?;
        show(&quotidian_indexer::preview(inputs, &options), arguments.json)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut rejected = 0;
    if !arguments.delete.is_empty() {
        let report = quotidian_indexer::delete(&arguments.delete, &mut open_writer(archive)?)?;
        rejected += report.rejected;
        show(&report, arguments.json)?;
    }
    if arguments.watch {
        return watch(arguments, &options);
    }
    if !arguments.paths.is_empty() {
        let report = index(Inputs::expand(&arguments.paths, Some(archive))?, &options, archive)?;
        rejected += report.rejected;
        show(&report, arguments.json)?;
    }
    Ok(if rejected > 0 { ExitCode::from(REJECTED) } else { ExitCode::SUCCESS })
}

fn options(arguments: &arguments::Index) -> anyhow::Result<Options> {
    let mut options = Options::new(Day::new(jiff::Zoned::now().date()));
    options.source = arguments.source.clone();
    options.threads = arguments.threads.unwrap_or(options.threads);
    options.format = arguments.format;
    options.delete_missing = arguments.delete_missing;
    if let Some(map) = &arguments.map {
        options.fields = FieldMap::read(map)?;
    }
    Ok(options)
}

/// Prints a report, for people or as JSON.
pub(super) fn show(report: &(impl Display + Serialize), json: bool) -> anyhow::Result<()> {
    if json { say(serde_json::to_string(report)?) } else { say(report.to_string().trim_end()) }
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
