use std::{
    collections::HashMap,
    fs::{self, File},
    path::{Path, PathBuf},
};

use quotidian_model::Day;
use quotidian_search::EngineError;
use serde::{Deserialize, Serialize};

use super::Generation;
use crate::errors::{AtPath, damaged};

/// The version of the archive's layout and fields. A program reads only its own.
pub(crate) const FORMAT_VERSION: u32 = 3;

/// What a generation holds: counts, and every file with size and checksum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) format_version: u32,
    pub(crate) generation: u64,
    pub(crate) articles: u64,
    pub(crate) quotes: u64,
    pub(crate) undated: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<Day>,
    pub(crate) files: Vec<FileEntry>,
}

/// One file of a generation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileEntry {
    /// The path within the generation's folder.
    pub(crate) path: PathBuf,
    /// Its size in bytes.
    pub(crate) size: u64,
    /// Its BLAKE3 digest in hexadecimal.
    pub(crate) blake3: String,
}

impl Manifest {
    pub(super) fn read(path: &Path) -> Result<Self, EngineError> {
        let text = fs::read(path).at(path)?;
        let manifest: Self =
            serde_json::from_slice(&text).map_err(|error| damaged(path, error.to_string()))?;
        if manifest.format_version == FORMAT_VERSION {
            return Ok(manifest);
        }
        let reason = format!(
            "the archive has format version {}, this program reads {FORMAT_VERSION}; index the sources into a new one",
            manifest.format_version
        );
        Err(damaged(path, reason))
    }
}

impl FileEntry {
    /// Every file of a generation. Files that `previous` lists under the same name and size are not read again: they
    /// are hard links to segment files that never change.
    pub(crate) fn of_generation(
        generation: &Generation,
        previous: Option<&Manifest>,
    ) -> Result<Vec<Self>, EngineError> {
        let known: HashMap<&Path, &Self> = previous
            .iter()
            .flat_map(|manifest| &manifest.files)
            .map(|file| (file.path.as_path(), file))
            .collect();
        let entry = |path: PathBuf| match known.get(path.as_path()) {
            Some(file) if is_segment_file(&path) => Ok((*file).clone()),
            _ => Self::read(generation, path),
        };
        generation.files()?.into_iter().map(entry).collect()
    }

    /// Reads a file of a generation, and its checksum with it.
    pub(super) fn read(generation: &Generation, path: PathBuf) -> Result<Self, EngineError> {
        let full = generation.path().join(&path);
        let mut hasher = blake3::Hasher::new();
        let size = File::open(&full).and_then(|mut file| std::io::copy(&mut file, &mut hasher)).at(&full)?;
        Ok(Self { path, size, blake3: hasher.finalize().to_hex().to_string() })
    }
}

/// Segment files are named by a unique id and never change; the others (`meta.json`, `.managed.json`, the stories and the
/// names) are replaced.
fn is_segment_file(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension != "json" && extension != "jsonl")
}
