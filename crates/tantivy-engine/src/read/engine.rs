use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock, Weak},
    thread,
    time::Duration,
};

use quotidian_model::{ArticleId, QuoteId};
use quotidian_search::{
    ArticleHit, Engine, EngineError, FacetValueList, FacetValuesRequest, FoundArticle, Provenance, QuoteHit,
    SearchRequest, SearchResults, SpeakerList, SpeakerProfile, SpeakerRequest, SpeakersRequest, Stats,
    SuggestRequest, Suggestion, Verification, VerificationRequest, query::Query,
};

use super::{Snapshot, speakers::SpeakerTallies};
use crate::{
    archive::{Archive, Generation, ReadLock},
    query::{Answering, CountCache, RecordCache},
};

/// How often a watching engine looks for a new generation.
const WATCH_INTERVAL: Duration = Duration::from_millis(500);
/// How often opening is tried again when a writer switches and removes the generation in between.
const OPENING_TRIES: usize = 5;

/// Searches an archive folder, read-only. Requests under way keep the generation they began with.
pub struct TantivyEngine {
    path: PathBuf,
    current: RwLock<Arc<Opened>>,
}

struct Opened {
    snapshot: Snapshot,
    cache: CountCache,
    records: RecordCache,
    stats: Stats,
    speakers: SpeakerTallies,
    /// After the snapshot: the generation may be removed only when its files are closed.
    _lock: ReadLock,
}

impl TantivyEngine {
    /// Opens the current generation of the archive at `path`.
    ///
    /// # Errors
    /// [`EngineError::NoArchive`] if there is none; other errors if it cannot be read.
    pub fn open(path: &Path) -> Result<Self, EngineError> {
        let opened = open_current(&Archive::at(path))?;
        Ok(Self { path: path.to_owned(), current: RwLock::new(Arc::new(opened)) })
    }

    /// Follows the archive from now on: a thread looks for new generations until the engine is dropped.
    pub fn watch(self: &Arc<Self>) {
        let engine = Arc::downgrade(self);
        thread::spawn(move || watch(&engine));
    }

    /// Opens the archive's current generation if it is not the one that answers already.
    pub fn refresh(&self) -> Result<(), EngineError> {
        let archive = Archive::at(&self.path);
        if archive.existing()?.number() != self.generation() {
            let opened = Arc::new(open_current(&archive)?);
            *self.current.write().unwrap_or_else(PoisonError::into_inner) = opened;
        }
        Ok(())
    }

    pub(crate) fn quotes_by_article(&self) -> Result<u64, EngineError> {
        self.current().snapshot.quotes_by_article()
    }

    fn current(&self) -> Arc<Opened> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }
}

fn open_current(archive: &Archive) -> Result<Opened, EngineError> {
    let mut tries = 0;
    loop {
        let generation = archive.existing()?;
        match open(&generation) {
            // The writer may have switched and removed it since its name was read.
            Err(_) if tries < OPENING_TRIES && archive.existing()? != generation => tries += 1,
            result => return result,
        }
    }
}

fn open(generation: &Generation) -> Result<Opened, EngineError> {
    let lock = generation.lock_for_reading()?;
    generation.manifest()?;
    let snapshot = Snapshot::open(generation)?;
    let speakers = SpeakerTallies::of(&snapshot);
    Ok(Opened {
        stats: snapshot.stats(),
        cache: CountCache::default(),
        records: RecordCache::default(),
        snapshot,
        speakers,
        _lock: lock,
    })
}

impl Opened {
    fn answering(&self) -> Answering<'_> {
        Answering { snapshot: &self.snapshot, cache: &self.cache, records: &self.records }
    }
}

fn watch(engine: &Weak<TantivyEngine>) {
    loop {
        thread::sleep(WATCH_INTERVAL);
        let Some(engine) = engine.upgrade() else { return };
        if let Err(error) = engine.refresh() {
            tracing::warn!(%error, "the archive cannot be opened; the last generation goes on answering");
        }
    }
}

impl Engine for TantivyEngine {
    fn articles(&self, request: &SearchRequest) -> Result<SearchResults<ArticleHit>, EngineError> {
        self.current().answering().articles(request)
    }

    fn quotes(&self, request: &SearchRequest) -> Result<SearchResults<QuoteHit>, EngineError> {
        self.current().answering().quotes(request)
    }

    fn each_article(
        &self,
        request: &SearchRequest,
        each: &mut dyn FnMut(ArticleHit) -> ControlFlow<()>,
    ) -> Result<(), EngineError> {
        self.current().answering().each_article(request, each)
    }

    fn each_quote(
        &self,
        request: &SearchRequest,
        each: &mut dyn FnMut(QuoteHit) -> ControlFlow<()>,
    ) -> Result<(), EngineError> {
        self.current().answering().each_quote(request, each)
    }

    fn article(&self, id: &ArticleId, marked: &Query) -> Result<Option<FoundArticle>, EngineError> {
        self.current().answering().article(id, marked)
    }

    fn similar(&self, id: &ArticleId, limit: usize) -> Result<Option<Vec<ArticleHit>>, EngineError> {
        self.current().answering().similar(id, limit)
    }

    fn quote(&self, id: &QuoteId) -> Result<Option<QuoteHit>, EngineError> {
        self.current().answering().quote(id)
    }

    fn provenance(&self, id: &QuoteId) -> Result<Option<Provenance>, EngineError> {
        self.current().answering().provenance(id)
    }

    fn verify(&self, request: &VerificationRequest) -> Result<Verification, EngineError> {
        self.current().answering().verify(request)
    }

    fn speaker(&self, request: &SpeakerRequest) -> Result<Option<SpeakerProfile>, EngineError> {
        self.current().answering().speaker(request)
    }

    fn speakers(&self, request: &SpeakersRequest) -> Result<SpeakerList, EngineError> {
        let current = self.current();
        current.speakers.list(&current.snapshot, request)
    }

    fn article_values(&self, request: &FacetValuesRequest) -> Result<FacetValueList, EngineError> {
        self.current().answering().article_values(request)
    }

    fn quote_values(&self, request: &FacetValuesRequest) -> Result<FacetValueList, EngineError> {
        self.current().answering().quote_values(request)
    }

    fn suggest(&self, request: &SuggestRequest) -> Result<Vec<Suggestion>, EngineError> {
        Ok(self.current().answering().suggest(request))
    }

    fn stats(&self) -> Result<Stats, EngineError> {
        Ok(self.current().stats.clone())
    }

    fn generation(&self) -> u64 {
        self.current().snapshot.generation
    }
}
