use std::collections::BTreeMap;

use quotidian_model::{Confidence, DateRange};

use crate::{FacetField, GroupId};

/// What narrows a search beside its words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filters {
    /// The civil days to look at; a closed range leaves undated articles out.
    pub dates: DateRange,
    /// Values wanted and not wanted, per facet. Facets are ANDed.
    pub facets: BTreeMap<FacetField, FacetFilter>,
    /// The lowest confidence of a quote; articles have none.
    pub confidence: Option<Confidence>,
    /// The story of articles, the utterance of quotes.
    pub group: Option<GroupId>,
}

/// The values of one facet that a search wants and does not want.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FacetFilter {
    /// At least one of these, unless there are none.
    pub any_of: Vec<String>,
    /// None of these.
    pub none_of: Vec<String>,
}
