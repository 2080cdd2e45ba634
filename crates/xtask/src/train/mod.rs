//! `cargo xtask train`: every weight file under `crates/text/models`, from the annotated news in `../shared/data`, bit
//! for bit the same each time.
//!
//! A model's file here reads the gold data, asks the text crate for the features, and learns; [`random`] is the one
//! source of chance, with a fixed seed; [`sgd`] is the one way of learning.

mod clusters;
mod crf;
mod entities;
mod exchange;
mod gold;
mod parallel;
mod random;
mod sgd;
mod usage;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::workspace::Workspace;

/// A weight file, or several that are made together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Model {
    /// Classes of words.
    Clusters,
    /// The tagger of names.
    Entities,
}

impl Model {
    fn train(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::Clusters => clusters::train(workspace),
            Self::Entities => entities::train(workspace),
        }
    }
}

/// Makes the models named, or all in order: a later one sees what an earlier one finds.
pub(crate) fn run(workspace: &Workspace, models: &[Model]) -> Result<()> {
    let models = if models.is_empty() { Model::value_variants() } else { models };
    for model in models {
        println!("== {model:?}");
        model.train(workspace)?;
    }
    Ok(())
}

/// Where a weight file stands.
fn model_path(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.path("crates/text/models").join(name)
}

/// Writes a weight file.
fn write(workspace: &Workspace, name: &str, file: &[u8]) -> Result<()> {
    let path = model_path(workspace, name);
    println!("{}: {} bytes", path.display(), file.len());
    fs::write(&path, file).with_context(|| format!("cannot write {}", path.display()))
}
