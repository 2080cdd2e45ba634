//! The weight files of linear models.

use anyhow::Result;
use quotidian_text::training::weight_file;

use crate::workspace::Workspace;

/// Writes the table of a linear model.
pub(crate) fn write(workspace: &Workspace, name: &str, bits: u32, weights: &[f32]) -> Result<()> {
    super::write(workspace, &format!("{name}.bin"), &weight_file(u8::try_from(bits)?, weights))
}
