//! An archive in memory, and a folder to read from.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

use quotidian_indexer::{IndexError, Inputs, NoProgress, Options, Report, index};
use quotidian_model::{AnnotatedArticle, Article, ArticleId};
use quotidian_search::{ArchiveWriter, EngineError, Fingerprint};

/// Remembers what was put, in order.
#[derive(Default)]
pub(crate) struct MemoryArchive {
    pub(crate) put: Vec<AnnotatedArticle>,
    pub(crate) checkpoints: usize,
    fingerprints: HashMap<ArticleId, Fingerprint>,
}

impl ArchiveWriter for MemoryArchive {
    fn fingerprint(&self, id: &ArticleId) -> Option<Fingerprint> {
        self.fingerprints.get(id).copied()
    }

    fn put(&mut self, article: &AnnotatedArticle, fingerprint: Fingerprint) -> Result<(), EngineError> {
        self.put.push(article.clone());
        self.fingerprints.insert(article.article.id.clone(), fingerprint);
        Ok(())
    }

    fn delete(&mut self, id: &ArticleId) -> Result<bool, EngineError> {
        self.put.retain(|put| put.article.id != *id);
        Ok(self.fingerprints.remove(id).is_some())
    }

    fn ids(&self) -> Result<Vec<ArticleId>, EngineError> {
        Ok(self.fingerprints.keys().cloned().collect())
    }

    fn checkpoint(&mut self) -> Result<(), EngineError> {
        self.checkpoints += 1;
        Ok(())
    }
}

impl MemoryArchive {
    /// The article with an id, as it was put last.
    pub(crate) fn article(&self, id: &str) -> &Article {
        &self.put.iter().rev().find(|put| put.article.id.as_str() == id).unwrap().article
    }

    /// The ids in the order in which they were put.
    pub(crate) fn ids(&self) -> Vec<&str> {
        self.put.iter().map(|put| put.article.id.as_str()).collect()
    }
}

/// A folder that is removed at the end of the test.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The path of an entry.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file, making the folders above it.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }
}

pub(crate) fn options() -> Options {
    Options::new("2026-11-22".parse().unwrap())
}

/// Indexes paths into an archive.
pub(crate) fn index_into(archive: &mut MemoryArchive, paths: &[&Path]) -> Report {
    let paths: Vec<PathBuf> = paths.iter().map(|path| (*path).to_owned()).collect();
    let inputs = Inputs::expand(&paths, None).unwrap();
    let report = index(inputs, &options(), archive, &mut NoProgress).unwrap();
    assert_eq!(report.read, report.indexed + report.replaced + report.unchanged + report.rejected);
    report
}

/// Indexes one path into a new archive.
pub(crate) fn index_path(path: impl AsRef<Path>) -> (Report, MemoryArchive) {
    let mut archive = MemoryArchive::default();
    let report = index_into(&mut archive, &[path.as_ref()]);
    (report, archive)
}

/// The error that a path argument leads to.
pub(crate) fn expand_error(path: PathBuf) -> IndexError {
    Inputs::expand(&[path], None).unwrap_err()
}
