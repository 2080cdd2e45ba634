//! `cargo xtask train`: every weight file under `crates/text/models`, from the annotated news in `../shared/data`, bit
//! for bit the same each time.
//!
//! A model's file here reads the gold data, asks the text crate for the features, and learns; [`random`] is the one
//! source of chance, with a fixed seed; [`sgd`] is the one way of learning.

mod conllu;
mod given_names;
mod gold;
mod parts;
mod pronouns;
mod random;
mod sgd;

use std::fs;

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::workspace::Workspace;

/// A weight file, or several that are made together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Model {
    /// Parts of speech.
    Parts,
    /// Given names with their gender.
    GivenNames,
    /// Whom "he" and "she" mean.
    Pronouns,
}

impl Model {
    fn train(self, workspace: &Workspace) -> Result<()> {
        let (name, file) = match self {
            Self::Parts => ("parts.bin", parts::train(workspace)?),
            Self::GivenNames => ("given_names.bin", given_names::train(workspace)?),
            Self::Pronouns => ("pronouns.txt", pronouns::train(workspace)?),
        };
        let path = workspace.path("crates/text/models").join(name);
        fs::write(&path, file).with_context(|| format!("cannot write {}", path.display()))
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
