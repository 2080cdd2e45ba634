use std::{ops::Deref, sync::Arc};

use quotidian_search::EngineError;
use rustc_hash::FxHashMap;
use tantivy::DocAddress;

use super::{Collection, FacetIndex};
use crate::{errors::internal, schema::article_of_key};

/// A facet of the documents of an index: values of their own, or those of the article that a quote stands in.
#[derive(Debug, Clone)]
pub(crate) struct DocumentFacet {
    index: Arc<FacetIndex>,
    articles: Option<Arc<ArticleAddresses>>,
}

/// Where the article of every quote is found, by the quote's segment and document.
#[derive(Debug)]
pub(super) struct ArticleAddresses(Vec<Vec<DocAddress>>);

impl DocumentFacet {
    pub(super) fn own(index: FacetIndex) -> Self {
        Self { index: Arc::new(index), articles: None }
    }

    /// The same facet for the quotes of the articles.
    pub(super) fn through(&self, articles: &Arc<ArticleAddresses>) -> Self {
        Self { index: Arc::clone(&self.index), articles: Some(Arc::clone(articles)) }
    }

    /// Calls `each` with the ordinal of every value of a document.
    pub(crate) fn for_each_value(&self, document: DocAddress, each: impl FnMut(u32)) {
        self.index.for_each_value(self.holder(document), each);
    }

    /// The document that holds the values of `document`: itself, or its article.
    pub(crate) fn holder(&self, document: DocAddress) -> DocAddress {
        self.articles.as_ref().map_or(document, |articles| articles.of(document))
    }
}

/// What is said of values is said by the index.
impl Deref for DocumentFacet {
    type Target = FacetIndex;

    fn deref(&self) -> &FacetIndex {
        &self.index
    }
}

impl ArticleAddresses {
    pub(super) fn open(quotes: &Collection, articles: &Collection) -> Result<Self, EngineError> {
        let key = |collection: &Collection, address: DocAddress| {
            collection.columns(address).key.first(address.doc_id).unwrap_or_default()
        };
        let by_key: FxHashMap<u64, DocAddress> =
            articles.alive().map(|address| (key(articles, address), address)).collect();
        let nowhere = DocAddress::new(0, 0);
        let readers = quotes.searcher.segment_readers();
        let mut addresses: Vec<Vec<DocAddress>> =
            readers.iter().map(|reader| vec![nowhere; reader.max_doc() as usize]).collect();
        for quote in quotes.alive() {
            let article = by_key.get(&article_of_key(key(quotes, quote)));
            let article = article.ok_or_else(|| internal("a quote stands in no article"))?;
            addresses[quote.segment_ord as usize][quote.doc_id as usize] = *article;
        }
        Ok(Self(addresses))
    }

    fn of(&self, quote: DocAddress) -> DocAddress {
        self.0[quote.segment_ord as usize][quote.doc_id as usize]
    }
}
