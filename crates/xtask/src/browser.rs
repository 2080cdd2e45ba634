//! The web pages in a real browser, against the program serving the sample archive.

use anyhow::Result;

use crate::{process, server::SampleServer, workspace::Workspace};

/// Serves the sample and runs the browser tests.
pub(crate) fn test(workspace: &Workspace) -> Result<()> {
    let sample = SampleServer::start(workspace)?;
    process::run(workspace.npm(&["run", "test:browser"]).env("QUOTIDIAN_URL", sample.server.url()))
}
