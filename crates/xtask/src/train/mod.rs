//! `cargo xtask train`: every weight file under `crates/text/models`, from the annotated news in `../shared/data`, bit
//! for bit the same each time.
//!
//! A model's file here reads the gold data, asks the text crate for the features, and learns; [`random`] is the one
//! source of chance, with a fixed seed; [`sgd`] is the one way of learning.

mod clauses;
mod gold;
mod random;
mod sgd;

use anyhow::Result;
use clap::ValueEnum;

use crate::workspace::Workspace;

/// A weight file, or several that are made together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Model {
    /// Reported clauses.
    Clauses,
}

impl Model {
    fn train(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::Clauses => clauses::train(workspace),
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
