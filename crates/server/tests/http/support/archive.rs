use std::{
    ops::ControlFlow,
    sync::{
        Mutex,
        atomic::{AtomicU64, AtomicUsize, Ordering},
        mpsc::Receiver,
    },
};

use quotidian_model::{ArticleId, QuoteId};
use quotidian_search::{
    ArticleHit, Cursor, Engine, EngineError, FacetValueList, FacetValuesRequest, FoundArticle, Provenance,
    QuoteHit, SearchRequest, SearchResults, SpeakerList, SpeakerProfile, SpeakerRequest, SpeakersRequest,
    Stats, SuggestRequest, Suggestion, Verification, VerificationRequest, query::Query,
};

use super::{fixtures, wordings};

/// An engine that gives fixed answers and remembers what it was asked.
pub(crate) struct FakeArchive {
    pub(crate) generation: AtomicU64,
    /// How many match every search but the one for [`NOWHERE`].
    pub(crate) total: AtomicU64,
    /// How many hits an export has given out.
    pub(crate) exported: AtomicUsize,
    mood: Mood,
    requests: Mutex<Vec<SearchRequest>>,
    values_requests: Mutex<Vec<FacetValuesRequest>>,
}

/// The word that stands nowhere.
pub(crate) const NOWHERE: &str = "nowhere";
/// The word that takes too long to search for.
pub(crate) const ENDLESS: &str = "endless";

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
    /// It answers, but an export has so many hits.
    Exporting(usize),
    /// It answers, but an export fails after so many hits.
    Breaking(usize),
    /// It answers, but an export panics after so many hits.
    Collapsing(usize),
}

impl FakeArchive {
    pub(crate) fn new(mood: Mood) -> Self {
        Self {
            generation: AtomicU64::new(17),
            total: AtomicU64::new(142),
            exported: AtomicUsize::new(0),
            mood,
            requests: Mutex::default(),
            values_requests: Mutex::default(),
        }
    }

    pub(crate) fn last_request(&self) -> SearchRequest {
        self.requests.lock().unwrap().last().cloned().unwrap()
    }

    pub(crate) fn last_values_request(&self) -> FacetValuesRequest {
        self.values_requests.lock().unwrap().last().cloned().unwrap()
    }

    pub(crate) fn searches(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    fn behave(&self) -> Result<(), EngineError> {
        match &self.mood {
            Mood::Well | Mood::Exporting(_) | Mood::Breaking(_) | Mood::Collapsing(_) => Ok(()),
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
        if request.query.to_string().contains(ENDLESS) {
            return Err(EngineError::Deadline);
        }
        let is_found = !request.query.to_string().contains(NOWHERE);
        let total = if is_found { self.total.load(Ordering::SeqCst) } else { 0 };
        let groups = request.collapse.map(|_| total / 2);
        let end = (request.page.offset() + request.page.size()) as u64;
        let next = Cursor { sort: request.order(), rank: end, key: 255 };
        Ok(SearchResults {
            total,
            groups,
            hits: if is_found { vec![hit] } else { vec![] },
            next: (end < groups.unwrap_or(total)).then_some(next),
            facets: if request.facets.fields.is_empty() { vec![] } else { vec![fixtures::speaker_facet()] },
            timeline: request.interval.map(|_| fixtures::timeline()),
            query: fixtures::report(&request.query, is_found),
            generation: self.generation(),
        })
    }

    /// Gives hits to `each`: those of the fixtures, or as many as the mood says.
    fn give<Hit>(
        &self,
        request: &SearchRequest,
        fixed: Vec<Hit>,
        made: impl Fn(usize) -> Hit,
        each: &mut dyn FnMut(Hit) -> ControlFlow<()>,
    ) -> Result<(), EngineError> {
        self.requests.lock().unwrap().push(request.clone());
        self.behave()?;
        let count = match self.mood {
            Mood::Exporting(count) | Mood::Breaking(count) | Mood::Collapsing(count) => count,
            _ => {
                let _ = fixed.into_iter().try_for_each(each);
                return Ok(());
            }
        };
        for number in 0..count {
            self.exported.fetch_add(1, Ordering::SeqCst);
            if each(made(number)).is_break() {
                return Ok(());
            }
        }
        match self.mood {
            Mood::Breaking(_) => Err(EngineError::Deadline),
            Mood::Collapsing(_) => panic!("the fake archive panics"),
            _ => Ok(()),
        }
    }

    fn values(&self, request: &FacetValuesRequest, of: &str) -> Result<FacetValueList, EngineError> {
        self.values_requests.lock().unwrap().push(request.clone());
        self.behave()?;
        Ok(fixtures::values(request, of))
    }
}

impl Engine for FakeArchive {
    fn articles(&self, request: &SearchRequest) -> Result<SearchResults<ArticleHit>, EngineError> {
        self.found(request, fixtures::article_hit())
    }

    fn quotes(&self, request: &SearchRequest) -> Result<SearchResults<QuoteHit>, EngineError> {
        self.found(request, fixtures::quote_hit())
    }

    fn each_article(
        &self,
        request: &SearchRequest,
        each: &mut dyn FnMut(ArticleHit) -> ControlFlow<()>,
    ) -> Result<(), EngineError> {
        let fixed = vec![fixtures::article_hit(), fixtures::wild_article_hit()];
        self.give(request, fixed, fixtures::numbered_article_hit, each)
    }

    fn each_quote(
        &self,
        request: &SearchRequest,
        each: &mut dyn FnMut(QuoteHit) -> ControlFlow<()>,
    ) -> Result<(), EngineError> {
        let fixed = vec![fixtures::quote_hit(), fixtures::wild_quote_hit()];
        self.give(request, fixed, |_| fixtures::quote_hit(), each)
    }

    fn article(&self, id: &ArticleId, marked: &Query) -> Result<Option<FoundArticle>, EngineError> {
        self.behave()?;
        let found = fixtures::articles().into_iter().find(|annotated| annotated.article.id == *id);
        Ok(found.map(|article| FoundArticle {
            marks: fixtures::marks(&article.article.body, marked),
            article,
            story: fixtures::group(),
        }))
    }

    fn similar(&self, id: &ArticleId, limit: usize) -> Result<Option<Vec<ArticleHit>>, EngineError> {
        self.behave()?;
        let is_known = fixtures::articles().iter().any(|annotated| annotated.article.id == *id);
        Ok(is_known.then(|| (0..limit).map(fixtures::numbered_article_hit).collect()))
    }

    fn quote(&self, id: &QuoteId) -> Result<Option<QuoteHit>, EngineError> {
        self.behave()?;
        Ok(Some(fixtures::quote_hit()).filter(|hit| hit.id == *id))
    }

    fn provenance(&self, id: &QuoteId) -> Result<Option<Provenance>, EngineError> {
        self.behave()?;
        Ok((fixtures::quote_hit().id == *id).then(wordings::provenance))
    }

    fn verify(&self, request: &VerificationRequest) -> Result<Verification, EngineError> {
        self.behave()?;
        Ok(wordings::verification(request, self.generation()))
    }

    fn speaker(&self, request: &SpeakerRequest) -> Result<Option<SpeakerProfile>, EngineError> {
        self.behave()?;
        Ok(Some(fixtures::speaker(request)).filter(|profile| profile.listing.name == request.name))
    }

    fn speakers(&self, request: &SpeakersRequest) -> Result<SpeakerList, EngineError> {
        self.behave()?;
        Ok(fixtures::speakers(request))
    }

    fn article_values(&self, request: &FacetValuesRequest) -> Result<FacetValueList, EngineError> {
        self.values(request, "articles")
    }

    fn quote_values(&self, request: &FacetValuesRequest) -> Result<FacetValueList, EngineError> {
        self.values(request, "quotes")
    }

    fn suggest(&self, request: &SuggestRequest) -> Result<Vec<Suggestion>, EngineError> {
        self.behave()?;
        Ok(fixtures::suggestions(request))
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
