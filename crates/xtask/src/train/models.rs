//! The weight files.

use std::fs;

use anyhow::{Context, Result};
use quotidian_text::training::weight_file;

use crate::workspace::Workspace;

/// Writes the table of a linear model under `crates/text/models`.
pub(crate) fn write(workspace: &Workspace, name: &str, bits: u32, weights: &[f32]) -> Result<()> {
    write_bytes(workspace, &format!("{name}.bin"), &weight_file(u8::try_from(bits)?, weights))
}

/// Writes a file under `crates/text/models`.
pub(crate) fn write_bytes(workspace: &Workspace, name: &str, bytes: &[u8]) -> Result<()> {
    let path = workspace.path("crates/text/models").join(name);
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
