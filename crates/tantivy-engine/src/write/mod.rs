mod documents;
mod facet_values;
mod name_file;
mod story_file;
mod utterance;
mod working;

use std::path::Path;

use quotidian_model::{AnnotatedArticle, ArticleId};
use quotidian_search::{ArchiveWriter, EngineError, Fingerprint, NameAuthority};
use rustc_hash::FxHashMap;

use crate::{
    archive::{Archive, FORMAT_VERSION, FileEntry, Generation, Manifest, WriterLock},
    read::{Collection, Snapshot},
    schema::article_key,
};
use working::Working;

/// Writes to an archive folder. Only one writer at a time; readers are never in its way, nor it in theirs.
pub struct TantivyWriter {
    archive: Archive,
    lock: WriterLock,
    current: Option<Generation>,
    fingerprints: FxHashMap<u64, Fingerprint>,
    working: Option<Working>,
    names: Box<dyn NameAuthority>,
}

impl TantivyWriter {
    /// Opens the archive at `path` for writing, making the folder if there is none, and removes what a crash left. At every
    /// checkpoint `names` tells which names mean the same.
    ///
    /// # Errors
    /// [`EngineError::Busy`] if another process writes to it; other errors if it cannot be read.
    pub fn open(path: &Path, names: Box<dyn NameAuthority>) -> Result<Self, EngineError> {
        let archive = Archive::at(path);
        let lock = archive.lock_for_writing()?;
        let current = archive.current()?;
        let fingerprints = match &current {
            Some(generation) => Snapshot::open(generation)?.fingerprints()?,
            None => FxHashMap::default(),
        };
        // Only now that the current generation is known to open: until then another may be the last good one.
        archive.remove_unused(&lock)?;
        Ok(Self { archive, lock, current, fingerprints, working: None, names })
    }

    /// Tells anew which names of the archive mean the same, without reading an article again.
    ///
    /// # Errors
    /// If the archive cannot be read or written; it stays as it was.
    pub fn apply_names(&mut self) -> Result<(), EngineError> {
        let Some(current) = &self.current else { return Ok(()) };
        let generation = self.archive.next(Some(current));
        generation.create_from(Some(current))?;
        self.complete(generation)
    }

    /// Finishes a generation whose indexes are committed, and switches to it.
    fn complete(&mut self, generation: Generation) -> Result<(), EngineError> {
        story_file::write(&generation)?;
        name_file::write(&generation, &*self.names)?;
        generation.seal(&self.manifest(&generation)?)?;
        self.archive.switch_to(&generation)?;
        self.current = Some(generation);
        self.archive.remove_unused(&self.lock)
    }

    fn working(&mut self) -> Result<&mut Working, EngineError> {
        let working = match self.working.take() {
            Some(working) => working,
            None => Working::start(self.archive.next(self.current.as_ref()), self.current.as_ref())?,
        };
        Ok(self.working.insert(working))
    }

    fn manifest(&self, generation: &Generation) -> Result<Manifest, EngineError> {
        let stats = Snapshot::open(generation)?.stats();
        let previous = self.current.as_ref().map(Generation::manifest).transpose()?;
        Ok(Manifest {
            format_version: FORMAT_VERSION,
            generation: generation.number(),
            articles: stats.articles,
            quotes: stats.quotes,
            undated: stats.undated,
            from: stats.from,
            to: stats.to,
            files: FileEntry::of_generation(generation, previous.as_ref())?,
        })
    }
}

impl ArchiveWriter for TantivyWriter {
    fn fingerprint(&self, id: &ArticleId) -> Option<Fingerprint> {
        self.fingerprints.get(&article_key(id)).copied()
    }

    fn put(&mut self, article: &AnnotatedArticle, fingerprint: Fingerprint) -> Result<(), EngineError> {
        let known = self.fingerprints.insert(article_key(&article.article.id), fingerprint);
        let working = self.working()?;
        if known.is_some() {
            working.delete(&article.article.id);
        }
        working.add(article, fingerprint)
    }

    fn delete(&mut self, id: &ArticleId) -> Result<bool, EngineError> {
        let known = self.fingerprints.remove(&article_key(id)).is_some();
        if known {
            self.working()?.delete(id);
        }
        Ok(known)
    }

    fn ids(&self) -> Result<Vec<ArticleId>, EngineError> {
        let Some(current) = &self.current else { return Ok(Vec::new()) };
        let ids = Collection::open(&current.articles())?.ids()?;
        Ok(ids.into_iter().filter(|id| self.fingerprints.contains_key(&article_key(id))).collect())
    }

    fn checkpoint(&mut self) -> Result<(), EngineError> {
        let Some(working) = self.working.take() else { return Ok(()) };
        self.complete(working.finish()?)
    }
}
