//! `cargo xtask train`: every weight file under `crates/text/models`, from the annotated news in `../shared/data`, bit
//! for bit the same each time.
//!
//! A model's file here reads the gold data, asks the text crate for the features, and learns; [`random`] is the one
//! source of chance, with a fixed seed; [`sgd`] is the one way of learning.

mod choice;
mod clauses;
mod clusters;
mod confidence;
mod conllu;
mod crf;
mod entities;
mod exchange;
mod given_names;
mod models;
mod parallel;
mod parts;
mod pronouns;
mod quotations;
pub(crate) mod random;
mod sgd;
mod speakers;
mod usage;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::workspace::Workspace;

/// A weight file, or several that are made together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Model {
    /// `parts.bin`: parts of speech.
    Parts,
    /// Classes of words.
    Clusters,
    /// The tagger of names.
    Entities,
    /// Given names with their gender.
    GivenNames,
    /// Whom "he" and "she" mean.
    Pronouns,
    /// `clauses.bin`: reported clauses.
    Clauses,
    /// `said.bin` and `standalone.bin`: which marked spans are quotations.
    Quotations,
    /// `speakers.bin`: who says a quote.
    Speakers,
    /// `confidence.txt`: how sure a quote is.
    Confidence,
}

impl Model {
    fn train(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::Parts => write(workspace, "parts.bin", &parts::train(workspace)?),
            Self::Clusters => clusters::train(workspace),
            Self::Entities => entities::train(workspace),
            Self::GivenNames => write(workspace, "given_names.bin", &given_names::train(workspace)?),
            Self::Pronouns => write(workspace, "pronouns.txt", &pronouns::train(workspace)?),
            Self::Clauses => clauses::train(workspace),
            Self::Quotations => quotations::train(workspace),
            Self::Speakers => speakers::train(workspace),
            Self::Confidence => confidence::train(workspace),
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
