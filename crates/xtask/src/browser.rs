//! The web pages in a real browser, against the program serving the sample archive.

use anyhow::{Context, Result};

use crate::{process, server::Server, workspace::Workspace};

/// Indexes the sample, serves it and runs the browser tests. The archive lies in a temporary folder.
pub(crate) fn test(workspace: &Workspace) -> Result<()> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let archive = folder.path().join("archive");
    let sample = ["data/sample/articles.jsonl", "data/sample/letters"];
    process::run(workspace.quotidian()?.arg("index").args(sample).arg("--archive").arg(&archive))?;
    let server = Server::start(workspace.quotidian()?, &archive)?;
    process::run(workspace.npm(&["run", "test:browser"]).env("QUOTIDIAN_URL", server.url()))
}
