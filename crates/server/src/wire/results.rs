use std::time::Duration;

use quotidian_search::{Cursor, Page, SearchResults};
use serde::Serialize;
use utoipa::ToSchema;

use super::{facet::Facet, query::Query, timeline::Timeline};
use crate::parameters::{SearchParameters, page_count};

/// What a search found.
#[derive(Serialize, ToSchema)]
pub(crate) struct Results<Hit> {
    /// The query as it was understood.
    query: Query,
    /// How many articles or quotes match, exactly.
    total: u64,
    /// How many stories (of articles) or utterances (of quotes) they are; absent unless `collapse` shows each once.
    /// The pages then list these.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    groups: Option<u64>,
    /// The page, from 1; where a cursor was given, counted from there.
    page: usize,
    /// How many hits a page holds.
    per_page: usize,
    /// How many pages can be turned to by number. A `next` reaches every hit.
    pages: u64,
    /// The path and query string of what comes next; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "/api/quotes?q=levy&page=2")]
    next: Option<String>,
    /// How long the engine needed, in microseconds.
    took_us: u64,
    /// The generation of the archive that answered.
    generation: u64,
    /// The order.
    #[schema(pattern = "^(relevance|newest|oldest)$", example = "newest")]
    sort: &'static str,
    /// The hits of the page.
    hits: Vec<Hit>,
    /// The facets asked for.
    facets: Vec<Facet>,
    /// The timeline, if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    timeline: Option<Timeline>,
}

impl<Hit> Results<Hit> {
    /// What the engine found for a search in the time it took.
    pub(crate) fn new<Found: Into<Hit>>(
        search: &SearchParameters,
        results: SearchResults<Found>,
        took: Duration,
    ) -> Self {
        let page = search.request.page;
        Self {
            total: results.total,
            groups: results.groups,
            page: page.number(),
            per_page: page.size(),
            pages: page_count(results.listed(), page),
            next: results.next.map(|cursor| next(search, cursor)),
            took_us: u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
            generation: results.generation,
            sort: search.request.order().as_str(),
            hits: results.hits.into_iter().map(Found::into).collect(),
            facets: results.facets.into_iter().map(Facet::from).collect(),
            timeline: results.timeline.map(Timeline::from),
            query: Query::new(
                search.subject,
                &search.text,
                &search.request.query,
                &search.warnings,
                results.query,
            ),
        }
    }
}

/// The link to what comes behind a page: the next number where numbers reach, since people read it; else the cursor.
fn next(search: &SearchParameters, cursor: Cursor) -> String {
    let page = search.request.page;
    let number = page.number() + 1;
    let is_in_reach = search.request.after.is_none() && Page::new(number, page.size()).is_ok();
    if is_in_reach { search.links.to(number) } else { search.links.behind(cursor) }
}
