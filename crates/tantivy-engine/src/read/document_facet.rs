use std::{
    ops::Deref,
    sync::{Arc, OnceLock},
};

use super::FacetIndex;
use crate::query::Tally;

/// A facet of the documents of an index: values of their own, or those of the article that a quote stands in.
#[derive(Debug, Clone)]
pub(crate) struct DocumentFacet {
    index: Arc<FacetIndex>,
    /// The number of every quote's article.
    articles: Option<Arc<Vec<u32>>>,
    totals: Arc<OnceLock<Tally>>,
}

impl DocumentFacet {
    pub(super) fn own(index: FacetIndex) -> Self {
        Self { index: Arc::new(index), articles: None, totals: Arc::default() }
    }

    /// The same facet for the quotes of the articles.
    pub(super) fn through(&self, articles: &Arc<Vec<u32>>) -> Self {
        Self { index: Arc::clone(&self.index), articles: Some(Arc::clone(articles)), totals: Arc::default() }
    }

    /// The ordinals of the values of a document.
    pub(crate) fn of(&self, document: u32) -> &[u32] {
        self.index.values_of(self.holder(document))
    }

    /// The document that holds the values of `document`: itself, or its article.
    pub(crate) fn holder(&self, document: u32) -> u32 {
        self.articles.as_ref().map_or(document, |articles| articles[document as usize])
    }

    /// How often all documents have each value, or what `count` finds the first time.
    pub(crate) fn totals(&self, count: impl FnOnce() -> Tally) -> &Tally {
        self.totals.get_or_init(count)
    }

    /// Whether quotes have the values of their articles.
    pub(crate) fn is_of_articles(&self) -> bool {
        self.articles.is_some()
    }
}

/// What is said of values is said by the index.
impl Deref for DocumentFacet {
    type Target = FacetIndex;

    fn deref(&self) -> &FacetIndex {
        &self.index
    }
}
