use crate::{Facet, Timeline};

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchResults<Hit> {
    /// How many match, exactly.
    pub total: u64,
    /// The hits of the page asked for.
    pub hits: Vec<Hit>,
    /// The facets asked for, in the order asked.
    pub facets: Vec<Facet>,
    /// The timeline, if asked for.
    pub timeline: Option<Timeline>,
    /// The generation of the archive that answered.
    pub generation: u64,
}
