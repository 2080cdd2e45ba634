use std::{path::Path, process::ExitCode};

use quotidian_indexer::{OwnerNames, SplitOff};
use quotidian_search::{MergedBy, NameListing, VariantListing};
use quotidian_tantivy_engine::TantivyEngine;

use super::{index::open_writer, say};
use crate::arguments::{ListNames, MergeNames, NamesCommand, SplitNames};

pub(super) fn run(command: &NamesCommand) -> anyhow::Result<ExitCode> {
    match command {
        NamesCommand::List(arguments) => list(arguments)?,
        NamesCommand::Merge(MergeNames { name, variants, archive }) => {
            change(&archive.path, |owner| owner.merge(name, variants))?;
        }
        NamesCommand::Split(arguments) => {
            let SplitNames { name, variant, archive, from, to, source, meant } = arguments.clone();
            let split = SplitOff { name, variant, from, to, source, meant };
            change(&archive.path, |owner| owner.split(&split))?;
        }
        NamesCommand::Apply(archive) => apply(&archive.path)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes down what the owner says, and applies it.
fn change(archive: &Path, change: impl FnOnce(&mut OwnerNames)) -> anyhow::Result<()> {
    // Without an archive there is nothing to say; the error tells how to make one.
    TantivyEngine::open(archive)?;
    let mut owner = OwnerNames::of_archive(archive)?;
    change(&mut owner);
    owner.save()?;
    apply(archive)
}

fn apply(archive: &Path) -> anyhow::Result<()> {
    open_writer(archive)?.apply_names()?;
    let merged = quotidian_tantivy_engine::names(archive)?;
    let variants: usize = merged.iter().map(|name| name.variants.len()).sum();
    say(format_args!("{} speakers are quoted under {} other names", merged.len(), variants))
}

fn list(arguments: &ListNames) -> anyhow::Result<()> {
    let names = quotidian_tantivy_engine::names(&arguments.archive.path)?;
    let like = arguments.like.as_deref().unwrap_or_default().to_lowercase();
    let is_like = |name: &str| name.to_lowercase().contains(&like);
    let is_wanted = |listing: &&NameListing| {
        is_like(&listing.name) || listing.variants.iter().any(|variant| is_like(&variant.name))
    };
    for listing in names.iter().filter(is_wanted).take(arguments.limit) {
        if arguments.json {
            say(serde_json::to_string(listing)?)?;
            continue;
        }
        say(format_args!("{} ({})", listing.name, listing.quotes))?;
        for variant in &listing.variants {
            say(format_args!("    {}", described(variant)))?;
        }
    }
    Ok(())
}

/// "Okkerley (12): the only bearer of the surname then, 2022-01-01 to 2023-12-31".
fn described(variant: &VariantListing) -> String {
    let how = match variant.merged_by {
        MergedBy::SameName => "the same name",
        MergedBy::PartOfName => "a part of the name",
        MergedBy::Title => "with a title or other words",
        MergedBy::Spelling => "another spelling",
        MergedBy::Initials => "initials or middle names",
        MergedBy::Nickname => "another form of the given name",
        MergedBy::Surname => "the surname alone",
        MergedBy::User => "by authority.toml",
        MergedBy::Role | MergedBy::Pronoun | MergedBy::Other => "in another way",
    };
    let mut described = format!("{} ({}): {how}", variant.name, variant.quotes);
    if let Some(from) = variant.from {
        described += &format!(", from {from}");
    }
    if let Some(to) = variant.to {
        described += &format!(", to {to}");
    }
    described
}
