//! `cargo xtask train`: every weight file under `crates/text/models`, from the annotated news in `../shared/data`, bit
//! for bit the same each time.
//!
//! A model's file here reads the gold data, asks the text crate for the features, and learns; [`random`] is the one
//! source of chance, with a fixed seed. [`choice`] learns the linear models, [`crf`] the tagger of names.
//!
//! The text crate carries the weight files inside. So each model is made by a process of its own, built anew: it sees
//! what the models before it have become.

mod choice;
mod clauses;
mod clusters;
mod confidence;
mod conllu;
mod crf;
mod entities;
mod exchange;
mod given_names;
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

use crate::{process, workspace::Workspace};

/// A weight file, or several that are made together; in the order in which they need one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Model {
    /// Parts of speech.
    Parts,
    /// Classes of words.
    Clusters,
    /// The tagger of names.
    Entities,
    /// Given names with their gender.
    GivenNames,
    /// Whom "he" and "she" mean.
    Pronouns,
    /// Which marked spans are quotations.
    Quotations,
    /// Reported clauses.
    Clauses,
    /// Who says a quote.
    Speakers,
    /// How sure a quote is.
    Confidence,
}

/// The names and contents of weight files.
type Files = Vec<(&'static str, Vec<u8>)>;

impl Model {
    /// Its weight files.
    fn files(self, workspace: &Workspace) -> Result<Files> {
        match self {
            Self::Parts => Ok(vec![("parts.bin", parts::train(workspace)?)]),
            Self::Clusters => clusters::train(workspace),
            Self::Entities => entities::train(workspace),
            Self::GivenNames => Ok(vec![("given_names.bin", given_names::train(workspace)?)]),
            Self::Pronouns => Ok(vec![("pronouns.txt", pronouns::train(workspace)?)]),
            Self::Quotations => quotations::train(workspace),
            Self::Clauses => clauses::train(workspace),
            Self::Speakers => speakers::train(workspace),
            Self::Confidence => confidence::train(workspace),
        }
    }
}

/// Makes one model, or several one after the other: all, if none is named.
pub(crate) fn run(workspace: &Workspace, models: &[Model]) -> Result<()> {
    match models {
        [model] => make(workspace, *model),
        [] => Model::value_variants().iter().try_for_each(|model| make_anew(workspace, *model)),
        several => several.iter().try_for_each(|model| make_anew(workspace, *model)),
    }
}

/// Makes a model in a process that is built for it.
fn make_anew(workspace: &Workspace, model: Model) -> Result<()> {
    let value = model.to_possible_value().context("a model has a name")?;
    let arguments = ["run", "--quiet", "--release", "--package", "quotidian-xtask", "--", "train"];
    process::run(workspace.cargo(&arguments).arg(value.get_name()))
}

fn make(workspace: &Workspace, model: Model) -> Result<()> {
    for (name, bytes) in model.files(workspace)? {
        let path = model_path(workspace, name);
        let same = fs::read(&path).is_ok_and(|before| before == bytes);
        println!("{name}: {} bytes, {}", bytes.len(), if same { "as before" } else { "changed" });
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Where a weight file stands.
fn model_path(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.path("crates/text/models").join(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The models that take seconds; the others are made the same way.
    const QUICK: [Model; 5] =
        [Model::Pronouns, Model::Quotations, Model::Clauses, Model::Speakers, Model::Confidence];

    #[test]
    fn the_weight_files_are_what_training_makes() {
        let workspace = Workspace::find().expect("cargo runs the tests");
        if !workspace.path("../shared/data/gold").is_dir() {
            println!("skipped: no annotated news beside the repository");
            return;
        }
        for model in QUICK {
            for (name, bytes) in model.files(&workspace).expect("the annotated news can be read") {
                let committed = fs::read(model_path(&workspace, name)).expect("the weight file is there");
                assert!(committed == bytes, "{name} is not what `cargo xtask train` makes");
            }
        }
    }
}
