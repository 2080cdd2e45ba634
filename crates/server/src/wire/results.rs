use std::time::Duration;

use quotidian_search::SearchResults;
use serde::Serialize;
use utoipa::ToSchema;

use super::{facet::Facet, query::Query, timeline::Timeline};
use crate::parameters::{SearchParameters, page_count};

/// What a search found.
#[derive(Serialize, ToSchema)]
pub(crate) struct Results<Hit> {
    /// The query as it was understood.
    query: Query,
    /// How many match, exactly.
    total: u64,
    /// The page, from 1.
    page: usize,
    /// How many hits a page holds.
    per_page: usize,
    /// How many pages can be turned to.
    pages: u64,
    /// The path and query string of the next page; absent on the last.
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
        let pages = page_count(results.total, page);
        let is_last = page.number() as u64 >= pages;
        Self {
            query: search.into(),
            total: results.total,
            page: page.number(),
            per_page: page.size(),
            pages,
            next: (!is_last).then(|| search.links.to(page.number() + 1)),
            took_us: u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
            generation: results.generation,
            sort: search.request.order().as_str(),
            hits: results.hits.into_iter().map(Found::into).collect(),
            facets: results.facets.into_iter().map(Facet::from).collect(),
            timeline: results.timeline.map(Timeline::from),
        }
    }
}
