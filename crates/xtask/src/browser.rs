//! The web pages in a real browser, against the program serving the sample archive, and one that means harm.

use anyhow::Result;

use crate::{process, server::ArchiveServer, workspace::Workspace};

/// Serves both archives and runs the browser tests.
pub(crate) fn test(workspace: &Workspace) -> Result<()> {
    let sample = ArchiveServer::sample(workspace)?;
    let hostile = ArchiveServer::hostile(workspace)?;
    let mut tests = workspace.npm(&["run", "test:browser"]);
    tests.env("QUOTIDIAN_URL", sample.server.url()).env("QUOTIDIAN_HOSTILE_URL", hostile.server.url());
    process::run(&mut tests)
}
