//! Answering a request: the query lowered to tantivy's, one scan over the matches that ranks, counts facets and time,
//! and the page's hits cut from the records.

mod article_hits;
mod facets;
mod filters;
mod join;
mod lower;
mod names;
mod quote_hits;
mod scan;
mod timeline;
mod top;

use quotidian_model::QuoteId;
use quotidian_search::{ArticleHit, EngineError, QuoteHit, SearchRequest, SearchResults};

use crate::{highlight::Highlighter, read::Snapshot};

pub(crate) fn articles(
    snapshot: &Snapshot,
    request: &SearchRequest,
) -> Result<SearchResults<ArticleHit>, EngineError> {
    let query = lower::for_articles(snapshot, &request.query)?;
    let found = scan::scan(&snapshot.articles, query.as_ref(), request)?;
    let highlighter = Highlighter::new(&request.query);
    let hit = |address| Ok(article_hits::hit(&snapshot.record(address)?, &highlighter));
    let hits = found.page.into_iter().map(hit).collect::<Result<_, EngineError>>()?;
    let (facets, timeline) = (found.facets, found.timeline);
    Ok(SearchResults { total: found.total, hits, facets, timeline, generation: snapshot.generation })
}

pub(crate) fn quotes(
    snapshot: &Snapshot,
    request: &SearchRequest,
) -> Result<SearchResults<QuoteHit>, EngineError> {
    let query = lower::for_quotes(snapshot, &request.query)?;
    let found = scan::scan(&snapshot.quotes, query.as_ref(), request)?;
    let highlighter = Highlighter::new(&request.query);
    let mut records = quote_hits::Records::new(snapshot);
    let hit = |address| records.hit(&snapshot.quote_id(address)?, &highlighter);
    let hits = found.page.into_iter().map(hit).collect::<Result<_, EngineError>>()?;
    let (facets, timeline) = (found.facets, found.timeline);
    Ok(SearchResults { total: found.total, hits, facets, timeline, generation: snapshot.generation })
}

pub(crate) fn quote(snapshot: &Snapshot, id: &QuoteId) -> Result<Option<QuoteHit>, EngineError> {
    let article = snapshot.article(&id.article)?;
    Ok(article.and_then(|article| quote_hits::hit(&article, id, &Highlighter::none())))
}
