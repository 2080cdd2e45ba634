//! Answering a request: the query lowered to tantivy's, one scan over the matches, the first of them ranked, all of them
//! counted by facet and time, and the page's hits cut from the records.

mod article_hits;
mod cache;
mod canonical;
mod collapse;
mod correction;
mod document_set;
mod expand;
mod facets;
mod filters;
mod leaf;
mod lower;
mod names;
mod near;
mod quote_hits;
mod ranking;
mod records;
mod report;
mod scan;
mod search;
mod similar;
mod speaker;
mod tally;
mod timeline;
mod values;
mod wordings;

use std::ops::ControlFlow;

use quotidian_model::{AnnotatedArticle, ArticleId, QuoteId};
use quotidian_search::{
    ArticleHit, EngineError, FacetValueList, FacetValuesRequest, FoundArticle, Provenance, QuoteHit,
    SearchRequest, SearchResults, SpeakerProfile, SpeakerRequest, SuggestRequest, Suggestion, Verification,
    VerificationRequest, query::Query,
};

use crate::{highlight::Highlighter, read::Snapshot};
pub(crate) use cache::CountCache;
use canonical::with_canonical_names;
use lower::Lowering;
use ranking::Ranked;
pub(crate) use records::RecordCache;
use records::Records;
use search::{Found, Searching};
pub(crate) use tally::Tally;

/// A generation, and what was counted and shown of it lately.
#[derive(Clone, Copy)]
pub(crate) struct Answering<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) cache: &'a CountCache,
    pub(crate) records: &'a RecordCache,
}

impl<'a> Answering<'a> {
    pub(crate) fn articles(&self, request: &SearchRequest) -> Result<SearchResults<ArticleHit>, EngineError> {
        let request = &*with_canonical_names(&self.snapshot.articles, request);
        let found = self.among_articles().run(request)?;
        let highlighter = Highlighter::of_articles(&request.query);
        let mut records = self.records();
        let hit = |ranked: &Ranked| article_hits::hit(&mut records, ranked.document, &highlighter);
        let hits = found.page.iter().map(hit).collect::<Result<_, _>>()?;
        Ok(self.results(found, hits))
    }

    pub(crate) fn quotes(&self, request: &SearchRequest) -> Result<SearchResults<QuoteHit>, EngineError> {
        let request = &*with_canonical_names(&self.snapshot.quotes, request);
        let found = self.among_quotes().run(request)?;
        let highlighter = Highlighter::of_quotes(&request.query);
        let mut records = self.records();
        let hit = |ranked: &Ranked| quote_hits::hit(&mut records, ranked.document, &highlighter);
        let hits = found.page.iter().map(hit).collect::<Result<_, _>>()?;
        Ok(self.results(found, hits))
    }

    pub(crate) fn each_article(
        &self,
        request: &SearchRequest,
        each: &mut dyn FnMut(ArticleHit) -> ControlFlow<()>,
    ) -> Result<(), EngineError> {
        let request = &*with_canonical_names(&self.snapshot.articles, request);
        let highlighter = Highlighter::of_articles(&request.query);
        let mut records = Records::new(self.snapshot, None);
        for document in self.among_articles().all(request)? {
            if each(article_hits::hit(&mut records, document, &highlighter)?).is_break() {
                break;
            }
        }
        Ok(())
    }

    pub(crate) fn each_quote(
        &self,
        request: &SearchRequest,
        each: &mut dyn FnMut(QuoteHit) -> ControlFlow<()>,
    ) -> Result<(), EngineError> {
        let request = &*with_canonical_names(&self.snapshot.quotes, request);
        let highlighter = Highlighter::of_quotes(&request.query);
        let mut records = Records::new(self.snapshot, None);
        for document in self.among_quotes().all(request)? {
            if each(quote_hits::hit(&mut records, document, &highlighter)?).is_break() {
                break;
            }
        }
        Ok(())
    }

    pub(crate) fn article(
        &self,
        id: &ArticleId,
        marked: &Query,
    ) -> Result<Option<FoundArticle>, EngineError> {
        let Some(number) = self.snapshot.number_of(id)? else { return Ok(None) };
        let mut article: AnnotatedArticle = self.snapshot.record(number)?;
        let annotations = &mut article.annotations;
        self.snapshot.rename_speakers(&article.article, &mut annotations.quotes);
        self.snapshot.rename_people(&article.article, &mut annotations.entities);
        let marks = Highlighter::of_articles(marked).marks(&article.article.body);
        let story = article_hits::group(&self.snapshot.articles, number);
        Ok(Some(FoundArticle { article, marks, story }))
    }

    pub(crate) fn quote(&self, id: &QuoteId) -> Result<Option<QuoteHit>, EngineError> {
        let Some(number) = self.snapshot.number_of_quote(id)? else { return Ok(None) };
        quote_hits::hit(&mut self.records(), number, &Highlighter::none()).map(Some)
    }

    pub(crate) fn provenance(&self, id: &QuoteId) -> Result<Option<Provenance>, EngineError> {
        wordings::provenance(&mut self.records(), id)
    }

    pub(crate) fn verify(&self, request: &VerificationRequest) -> Result<Verification, EngineError> {
        wordings::verify(&mut self.records(), request)
    }

    pub(crate) fn similar(
        &self,
        id: &ArticleId,
        limit: usize,
    ) -> Result<Option<Vec<ArticleHit>>, EngineError> {
        similar::similar(&mut self.records(), id, limit)
    }

    pub(crate) fn speaker(&self, request: &SpeakerRequest) -> Result<Option<SpeakerProfile>, EngineError> {
        speaker::profile(&mut self.records(), request)
    }

    pub(crate) fn article_values(&self, request: &FacetValuesRequest) -> Result<FacetValueList, EngineError> {
        values::values(&self.among_articles(), request)
    }

    pub(crate) fn quote_values(&self, request: &FacetValuesRequest) -> Result<FacetValueList, EngineError> {
        values::values(&self.among_quotes(), request)
    }

    pub(crate) fn suggest(&self, request: &SuggestRequest) -> Vec<Suggestion> {
        values::suggestions(self.snapshot, request)
    }

    fn records(&self) -> Records<'a> {
        Records::new(self.snapshot, Some(self.records))
    }

    fn among_articles(&self) -> Searching<'a> {
        Searching { lowering: Lowering::for_articles(self.snapshot), cache: self.cache }
    }

    fn among_quotes(&self) -> Searching<'a> {
        Searching { lowering: Lowering::for_quotes(self.snapshot), cache: self.cache }
    }

    fn results<Hit>(&self, found: Found, hits: Vec<Hit>) -> SearchResults<Hit> {
        let counted = &found.counted;
        SearchResults {
            total: counted.total,
            groups: counted.groups,
            hits,
            next: found.next,
            facets: counted.facets.clone(),
            timeline: counted.timeline.clone(),
            query: counted.report.clone(),
            generation: self.snapshot.generation,
        }
    }
}
