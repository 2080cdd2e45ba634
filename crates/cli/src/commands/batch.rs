use std::{
    fs,
    io::{self, Read},
    path::Path,
    process::ExitCode,
    sync::Arc,
};

use anyhow::Context;
use quotidian_server::write_answer_to_lines;
use quotidian_tantivy_engine::TantivyEngine;

use super::say;
use crate::arguments;

pub(super) fn run(arguments: &arguments::Batch) -> anyhow::Result<ExitCode> {
    let engine = Arc::new(TantivyEngine::open(&arguments.archive.path)?);
    let lines = read(&arguments.file).with_context(|| arguments.file.display().to_string())?;
    let path = if arguments.json { "/api/batch" } else { "/api/batch.csv" };
    let mut table = Vec::new();
    write_answer_to_lines(engine, path, &arguments.parameters(), lines, &mut table)?;
    // A row of CSV ends in two characters, of which `say` writes the last.
    say(String::from_utf8_lossy(&table).trim_end_matches('\n'))?;
    Ok(ExitCode::SUCCESS)
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file != Path::new("-") {
        return fs::read(file);
    }
    let mut lines = Vec::new();
    io::stdin().lock().read_to_end(&mut lines)?;
    Ok(lines)
}
