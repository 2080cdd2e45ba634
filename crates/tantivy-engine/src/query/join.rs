use std::sync::Arc;

use quotidian_search::EngineError;
use rustc_hash::FxHashSet;
use tantivy::{
    DocId, SegmentReader,
    collector::DocSetCollector,
    query::{
        ConstScoreQuery, Query,
        doc_predicate_query::{DocPredicateQuery, FunctionPredicate},
    },
};

use crate::{
    errors::internal,
    read::Collection,
    schema::{KEY, article_of_key},
};

/// The quotes of the articles that match a query of the index of articles.
pub(super) fn quotes_of(articles: &Collection, query: &dyn Query) -> Result<Box<dyn Query>, EngineError> {
    let matching = articles.searcher.search(query, &DocSetCollector).map_err(internal)?;
    let key = |address| articles.columns(address).key.first(address.doc_id);
    let keys: Arc<FxHashSet<u64>> = Arc::new(matching.into_iter().filter_map(key).collect());
    let predicate = FunctionPredicate::from(move |reader: &SegmentReader| {
        let (keys, column) = (Arc::clone(&keys), reader.fast_fields().u64(KEY)?);
        Ok(move |quote: DocId| column.first(quote).is_some_and(|key| keys.contains(&article_of_key(key))))
    });
    Ok(Box::new(ConstScoreQuery::new(Box::new(DocPredicateQuery::from(predicate)), 0.0)))
}
