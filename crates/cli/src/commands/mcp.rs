use std::process::ExitCode;

use tokio::runtime;

use super::serve::open;
use crate::arguments;

pub(super) fn run(archive: &arguments::Archive) -> anyhow::Result<ExitCode> {
    let engine = open(&archive.path)?;
    runtime::Runtime::new()?.block_on(quotidian_server::serve_stdio(engine))?;
    Ok(ExitCode::SUCCESS)
}
