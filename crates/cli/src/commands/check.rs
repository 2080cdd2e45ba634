use std::process::ExitCode;

use super::say;
use crate::arguments;

pub(super) fn run(archive: &arguments::Archive) -> anyhow::Result<ExitCode> {
    let report = quotidian_tantivy_engine::check(&archive.path)?;
    say(&report)?;
    Ok(if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
