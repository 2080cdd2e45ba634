use quotidian_model::{AnnotatedArticle, Span};

use crate::{Cursor, Facet, Group, QueryReport, Timeline};

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchResults<Hit> {
    /// How many articles or quotes match, exactly.
    pub total: u64,
    /// How many stories or utterances they are, if the search shows each once.
    pub groups: Option<u64>,
    /// The hits of the page asked for.
    pub hits: Vec<Hit>,
    /// Where the list goes on behind them; `None` at its end.
    pub next: Option<Cursor>,
    /// The facets asked for, in the order asked.
    pub facets: Vec<Facet>,
    /// The timeline, if asked for.
    pub timeline: Option<Timeline>,
    /// What the archive says of the query.
    pub query: QueryReport,
    /// The generation of the archive that answered.
    pub generation: u64,
}

impl<Hit> SearchResults<Hit> {
    /// How many hits the whole list has: stories or utterances where each is shown once, else articles or quotes.
    pub fn listed(&self) -> u64 {
        self.groups.unwrap_or(self.total)
    }
}

/// An article as it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundArticle {
    /// The article and what was found in it.
    pub article: AnnotatedArticle,
    /// Where a query's hits stand in the body, in text order, without overlaps.
    pub marks: Vec<Span>,
    /// The story it belongs to.
    pub story: Group,
}
