//! Verifying an archive on disk.

use std::{collections::BTreeSet, fmt, path::Path};

use quotidian_search::{Engine, EngineError};

use super::{Archive, FileEntry, Generation, Manifest};
use crate::read::TantivyEngine;

/// What [`check`] found in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// The generation that was checked.
    pub generation: u64,
    /// How many files were read.
    pub files: usize,
    /// How many articles it holds.
    pub articles: u64,
    /// How many quotes it holds.
    pub quotes: u64,
    /// What is wrong, one sentence each; empty for a sound archive.
    pub faults: Vec<String>,
}

impl fmt::Display for CheckReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { generation, files, articles, quotes, faults } = self;
        for fault in faults {
            writeln!(formatter, "{fault}")?;
        }
        let verdict =
            if faults.is_empty() { "sound" } else { "damaged: index the sources into a new archive" };
        write!(
            formatter,
            "generation {generation}: {files} files, {articles} articles, {quotes} quotes: {verdict}"
        )
    }
}

/// Reads every file of the current generation and compares it with the manifest, then counts what the indexes hold.
///
/// # Errors
/// If there is no archive, or its manifest cannot be read; damage to other files is a fault in the report.
pub fn check(archive: &Path) -> Result<CheckReport, EngineError> {
    let generation = Archive::at(archive).existing()?;
    let _lock = generation.lock_for_reading()?;
    let manifest = generation.manifest()?;
    let mut faults = file_faults(&generation, &manifest)?;
    if faults.is_empty() {
        faults = count_faults(archive, &manifest)?;
    }
    Ok(CheckReport {
        generation: generation.number(),
        files: manifest.files.len(),
        articles: manifest.articles,
        quotes: manifest.quotes,
        faults,
    })
}

fn file_faults(generation: &Generation, manifest: &Manifest) -> Result<Vec<String>, EngineError> {
    let mut faults = Vec::new();
    for expected in &manifest.files {
        let path = expected.path.display();
        match FileEntry::read(generation, expected.path.clone()) {
            Err(EngineError::Io { source, .. }) => faults.push(format!("{path} cannot be read: {source}")),
            Err(error) => faults.push(error.to_string()),
            Ok(found) if found.size != expected.size => {
                faults.push(format!("{path} has {} bytes and should have {}", found.size, expected.size));
            }
            Ok(found) if found.blake3 != expected.blake3 => faults.push(format!("{path} has changed")),
            Ok(_) => {}
        }
    }
    let listed: BTreeSet<_> = manifest.files.iter().map(|file| &file.path).collect();
    let present = generation.files()?;
    faults.extend(
        present
            .iter()
            .filter(|path| !listed.contains(path))
            .map(|path| format!("{} does not belong to the archive", path.display())),
    );
    Ok(faults)
}

fn count_faults(archive: &Path, manifest: &Manifest) -> Result<Vec<String>, EngineError> {
    let engine = TantivyEngine::open(archive)?;
    let stats = engine.stats()?;
    let mut faults = Vec::new();
    let mut compare = |what: &str, found: u64, expected: u64| {
        if found != expected {
            faults.push(format!("there are {found} {what} and should be {expected}"));
        }
    };
    compare("articles", stats.articles, manifest.articles);
    compare("quotes", stats.quotes, manifest.quotes);
    compare("undated articles", stats.undated, manifest.undated);
    compare("quotes, by the articles' own count,", engine.quotes_by_article()?, manifest.quotes);
    Ok(faults)
}
