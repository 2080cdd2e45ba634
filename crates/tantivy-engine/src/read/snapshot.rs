use quotidian_model::{AnnotatedArticle, ArticleId, QuoteId};
use quotidian_search::{EngineError, FacetField, Fingerprint, Stats};
use rustc_hash::FxHashMap;
use tantivy::{
    DocAddress, DocSet, TERMINATED, TantivyDocument, Term,
    schema::{IndexRecordOption, Value},
};

use super::Collection;
use crate::{
    archive::Generation,
    errors::internal,
    schema::{ArticleFields, QuoteFields},
};

/// A generation opened for reading: everything a search touches, none of which changes.
pub(crate) struct Snapshot {
    pub(crate) generation: u64,
    pub(crate) articles: Collection,
    pub(crate) article_fields: ArticleFields,
    pub(crate) quotes: Collection,
    pub(crate) quote_fields: QuoteFields,
}

impl Snapshot {
    pub(crate) fn open(generation: &Generation) -> Result<Self, EngineError> {
        let articles = Collection::open(&generation.articles(), FacetField::of_articles())?;
        let mut quotes = Collection::open(&generation.quotes(), &QuoteFields::FACETS)?;
        quotes.adopt_facets_of(&articles)?;
        Ok(Self {
            generation: generation.number(),
            articles,
            article_fields: ArticleFields::new(),
            quotes,
            quote_fields: QuoteFields::new(),
        })
    }

    pub(crate) fn stats(&self) -> Stats {
        Stats {
            articles: self.articles.documents(),
            quotes: self.quotes.documents(),
            speakers: self.quotes.values_in_use(FacetField::Speaker),
            sources: self.articles.values_in_use(FacetField::Source),
            from: self.articles.first_day(),
            to: self.articles.last_day(),
            undated: self.articles.undated(),
            generation: self.generation,
        }
    }

    /// The fingerprint of every article, by its key.
    pub(crate) fn fingerprints(&self) -> Result<FxHashMap<u64, Fingerprint>, EngineError> {
        let fingerprint = |address: DocAddress| {
            let columns = self.articles.columns(address);
            let key = columns.key.first(address.doc_id)?;
            Some((key, Fingerprint(columns.fingerprint.first(address.doc_id)?)))
        };
        self.articles
            .alive()
            .map(|address| fingerprint(address).ok_or_else(|| internal("an article has no fingerprint")))
            .collect()
    }

    /// The number of quotes by the articles' own count.
    pub(crate) fn quotes_by_article(&self) -> u64 {
        let count = |address: DocAddress| self.articles.columns(address).quote_count.first(address.doc_id);
        self.articles.alive().filter_map(count).sum()
    }

    /// The article at an address of the index of articles.
    pub(crate) fn record(&self, address: DocAddress) -> Result<AnnotatedArticle, EngineError> {
        let document: TantivyDocument = self.articles.searcher.doc(address).map_err(internal)?;
        let record = document.get_first(self.article_fields.record).and_then(|value| value.as_bytes());
        postcard::from_bytes(record.unwrap_or_default()).map_err(internal)
    }

    pub(crate) fn article(&self, id: &ArticleId) -> Result<Option<AnnotatedArticle>, EngineError> {
        let term = Term::from_field_text(self.article_fields.id, id.as_str());
        for (reader, segment) in std::iter::zip(self.articles.searcher.segment_readers(), 0..) {
            let index = reader.inverted_index(term.field()).map_err(internal)?;
            let postings = index.read_postings(&term, IndexRecordOption::Basic).map_err(internal)?;
            let Some(mut postings) = postings else { continue };
            while postings.doc() != TERMINATED {
                if !reader.is_deleted(postings.doc()) {
                    return self.record(DocAddress::new(segment, postings.doc())).map(Some);
                }
                postings.advance();
            }
        }
        Ok(None)
    }

    /// The identity of the quote at an address of the index of quotes.
    pub(crate) fn quote_id(&self, address: DocAddress) -> Result<QuoteId, EngineError> {
        let columns = self.quotes.columns(address);
        let mut article = String::new();
        if let Some(ids) = &columns.article_id
            && let Some(ordinal) = ids.term_ords(address.doc_id).next()
        {
            ids.ord_to_str(ordinal, &mut article).map_err(internal)?;
        }
        let number = columns.number.first(address.doc_id).unwrap_or_default();
        format!("{article}.{number}").parse().map_err(internal)
    }
}
