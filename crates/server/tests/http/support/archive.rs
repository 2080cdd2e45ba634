use std::sync::{
    Mutex,
    atomic::{AtomicU64, Ordering},
    mpsc::Receiver,
};

use quotidian_model::{AnnotatedArticle, ArticleId, QuoteId};
use quotidian_search::{
    ArticleHit, Engine, EngineError, QuoteHit, SearchRequest, SearchResults, SpeakerList, SpeakersRequest,
    Stats,
};

use super::fixtures;

/// An engine that gives fixed answers and remembers what it was asked.
pub(crate) struct FakeArchive {
    pub(crate) generation: AtomicU64,
    mood: Mood,
    requests: Mutex<Vec<SearchRequest>>,
}

/// How an engine behaves.
pub(crate) enum Mood {
    /// It answers.
    Well,
    /// It fails.
    Failing(fn() -> EngineError),
    /// It panics, as no engine should.
    Panicking,
    /// It answers once it receives something, or the sender is gone.
    Waiting(Mutex<Receiver<()>>),
}

impl FakeArchive {
    pub(crate) fn new(mood: Mood) -> Self {
        Self { generation: AtomicU64::new(17), mood, requests: Mutex::default() }
    }

    pub(crate) fn last_request(&self) -> SearchRequest {
        self.requests.lock().unwrap().last().cloned().unwrap()
    }

    pub(crate) fn searches(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    fn behave(&self) -> Result<(), EngineError> {
        match &self.mood {
            Mood::Well => Ok(()),
            Mood::Failing(error) => Err(error()),
            Mood::Panicking => panic!("the fake archive panics"),
            Mood::Waiting(signal) => {
                let _ = signal.lock().unwrap().recv();
                Ok(())
            }
        }
    }

    fn found<Hit>(&self, request: &SearchRequest, hit: Hit) -> Result<SearchResults<Hit>, EngineError> {
        self.requests.lock().unwrap().push(request.clone());
        self.behave()?;
        Ok(SearchResults {
            total: 142,
            hits: vec![hit],
            facets: if request.facets.fields.is_empty() { vec![] } else { vec![fixtures::speaker_facet()] },
            timeline: request.interval.map(|_| fixtures::timeline()),
            generation: self.generation(),
        })
    }
}

impl Engine for FakeArchive {
    fn articles(&self, request: &SearchRequest) -> Result<SearchResults<ArticleHit>, EngineError> {
        self.found(request, fixtures::article_hit())
    }

    fn quotes(&self, request: &SearchRequest) -> Result<SearchResults<QuoteHit>, EngineError> {
        self.found(request, fixtures::quote_hit())
    }

    fn article(&self, id: &ArticleId) -> Result<Option<AnnotatedArticle>, EngineError> {
        self.behave()?;
        Ok(fixtures::articles().into_iter().find(|annotated| annotated.article.id == *id))
    }

    fn quote(&self, id: &QuoteId) -> Result<Option<QuoteHit>, EngineError> {
        self.behave()?;
        Ok(Some(fixtures::quote_hit()).filter(|hit| hit.id == *id))
    }

    fn speakers(&self, request: &SpeakersRequest) -> Result<SpeakerList, EngineError> {
        self.behave()?;
        Ok(fixtures::speakers(request))
    }

    fn stats(&self) -> Result<Stats, EngineError> {
        self.behave()?;
        Ok(fixtures::stats(self.generation()))
    }

    fn generation(&self) -> u64 {
        assert!(!matches!(self.mood, Mood::Panicking), "the fake archive panics");
        self.generation.load(Ordering::SeqCst)
    }
}
