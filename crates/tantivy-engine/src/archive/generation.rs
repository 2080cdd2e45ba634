use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use quotidian_search::{Authority, CanonicalName, EngineError};
use rustc_hash::FxHashMap;

use super::{
    Manifest,
    sync::{sync_file, sync_folder},
};
use crate::errors::{AtPath, damaged, internal};

const PREFIX: &str = "gen-";
const MANIFEST: &str = "manifest.json";
/// Which article belongs to the story of another: their keys in postcard, in the order of the first.
const STORIES: &str = "stories";
/// Which names mean the same: a canonical name with its variants a line. Archives of before have none.
const AUTHORITY: &str = "authority.jsonl";
/// Files that belong to a writer, not to the index.
const NOT_OF_THE_INDEX: [&str; 2] = [".tantivy-writer.lock", ".tantivy-meta.lock"];

/// One generation's folder, by its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Generation {
    path: PathBuf,
    number: u64,
}

/// Keeps a generation from being removed while it is read.
#[derive(Debug)]
pub(crate) struct ReadLock {
    _manifest: File,
}

impl Generation {
    /// The two indexes of every generation.
    pub(crate) const INDEXES: [&str; 2] = ["articles", "quotes"];

    pub(super) fn new(archive: &Path, number: u64) -> Self {
        Self { path: archive.join(format!("{PREFIX}{number:06}")), number }
    }

    pub(super) fn named(archive: &Path, name: &str) -> Option<Self> {
        let generation = Self::new(archive, name.strip_prefix(PREFIX)?.parse().ok()?);
        (generation.name() == name).then_some(generation)
    }

    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn name(&self) -> String {
        format!("{PREFIX}{:06}", self.number)
    }

    pub(crate) fn articles(&self) -> PathBuf {
        self.path.join(Self::INDEXES[0])
    }

    pub(crate) fn quotes(&self) -> PathBuf {
        self.path.join(Self::INDEXES[1])
    }

    pub(super) fn manifest_path(&self) -> PathBuf {
        self.path.join(MANIFEST)
    }

    pub(crate) fn manifest(&self) -> Result<Manifest, EngineError> {
        Manifest::read(&self.manifest_path())
    }

    /// Writes down the keys of articles that belong to the story of another, and that one's key.
    pub(crate) fn write_stories(&self, stories: &[(u64, u64)]) -> Result<(), EngineError> {
        let path = self.path.join(STORIES);
        fs::write(&path, postcard::to_stdvec(stories).map_err(internal)?).at(&path)
    }

    /// The story of every article that belongs to that of another, by key.
    pub(crate) fn stories(&self) -> Result<FxHashMap<u64, u64>, EngineError> {
        let path = self.path.join(STORIES);
        let bytes = fs::read(&path).at(&path)?;
        let stories: Vec<(u64, u64)> =
            postcard::from_bytes(&bytes).map_err(|error| damaged(&path, error.to_string()))?;
        Ok(stories.into_iter().collect())
    }

    /// Writes down which names mean the same.
    pub(crate) fn write_authority(&self, authority: &Authority) -> Result<(), EngineError> {
        let path = self.path.join(AUTHORITY);
        let mut lines = Vec::new();
        for name in authority.names() {
            serde_json::to_writer(&mut lines, name).map_err(internal)?;
            lines.push(b'\n');
        }
        fs::write(&path, lines).at(&path)
    }

    /// Which names mean the same; none in an archive that was made before names were merged.
    pub(crate) fn authority(&self) -> Result<Authority, EngineError> {
        let path = self.path.join(AUTHORITY);
        if !path.exists() {
            return Ok(Authority::default());
        }
        let text = fs::read(&path).at(&path)?;
        let names = serde_json::Deserializer::from_slice(&text).into_iter::<CanonicalName>();
        let names = names.collect::<Result<_, _>>().map_err(|error| damaged(&path, error.to_string()))?;
        Ok(Authority::new(names))
    }

    /// Holds the generation for reading.
    pub(crate) fn lock_for_reading(&self) -> Result<ReadLock, EngineError> {
        let path = self.manifest_path();
        let manifest = File::open(&path).at(&path)?;
        manifest.lock_shared().at(&path)?;
        Ok(ReadLock { _manifest: manifest })
    }

    /// Makes this generation's folder, with hard links to the files of `previous`. tantivy never changes a segment file
    /// and replaces its small files by renames, so the links of the previous generation stay as they are.
    pub(crate) fn create_from(&self, previous: Option<&Generation>) -> Result<(), EngineError> {
        for index in Self::INDEXES {
            let folder = self.path.join(index);
            fs::create_dir_all(&folder).at(&folder)?;
            let Some(previous) = previous else { continue };
            for path in index_files(&previous.path.join(index))? {
                let target = folder.join(path.file_name().unwrap_or_default());
                fs::hard_link(&path, &target).or_else(|_| fs::copy(&path, &target).map(drop)).at(&target)?;
            }
        }
        Ok(())
    }

    /// The files of both indexes and those of the stories and names, relative to the generation's folder, in order.
    pub(super) fn files(&self) -> Result<Vec<PathBuf>, EngineError> {
        let mut files = Vec::new();
        for index in Self::INDEXES {
            files.extend(index_files(&self.path.join(index))?);
        }
        files.push(self.path.join(STORIES));
        files.extend(Some(self.path.join(AUTHORITY)).filter(|path| path.exists()));
        let relative = files.iter().filter_map(|path| path.strip_prefix(&self.path).ok().map(Path::to_owned));
        Ok(relative.collect())
    }

    /// Writes the manifest and flushes every file and folder of the generation to the disk.
    pub(crate) fn seal(&self, manifest: &Manifest) -> Result<(), EngineError> {
        let path = self.manifest_path();
        fs::write(&path, serde_json::to_vec_pretty(manifest).map_err(internal)?).at(&path)?;
        for file in self.files()? {
            sync_file(&self.path.join(file))?;
        }
        sync_file(&path)?;
        for index in Self::INDEXES {
            sync_folder(&self.path.join(index))?;
        }
        sync_folder(&self.path)?;
        self.path.parent().map_or(Ok(()), sync_folder)
    }

    pub(super) fn remove_unless_read(&self) -> Result<(), EngineError> {
        let read = match File::open(self.manifest_path()).map(|manifest| manifest.try_lock()) {
            Ok(Err(TryLockError::WouldBlock)) => true,
            Ok(_) => false,
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(error).at(&self.manifest_path()),
        };
        if read { Ok(()) } else { self.remove() }
    }

    /// Removes the generation's folder.
    pub(crate) fn remove(&self) -> Result<(), EngineError> {
        fs::remove_dir_all(&self.path).at(&self.path)
    }
}

fn index_files(folder: &Path) -> Result<Vec<PathBuf>, EngineError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).at(folder)? {
        let path = entry.at(folder)?.path();
        let foreign =
            path.file_name().is_some_and(|name| NOT_OF_THE_INDEX.iter().any(|other| name == *other));
        if !foreign {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
