use crate::{FacetField, FacetSort, FacetValue, Page, SearchRequest};

/// A question for the values of one facet among the matches of a search.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetValuesRequest {
    /// The search; its page, facets and timeline do not matter, nor does its selection in this facet.
    pub search: SearchRequest,
    /// The facet.
    pub field: FacetField,
    /// Words of the value, each matched as the beginning of any word of it, without regard to case, diacritics and
    /// ways of transliteration; empty for all.
    pub words: String,
    /// The order of the values.
    pub sort: FacetSort,
    /// The page wanted.
    pub page: Page,
}

/// A page of a facet's values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValueList {
    /// How many values match.
    pub total: u64,
    /// Those of the page.
    pub values: Vec<FacetValue>,
}

/// A name to offer while somebody types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What the name is.
    pub field: FacetField,
    /// The name, as a filter takes it.
    pub value: String,
    /// How many quotes a speaker has; how many articles there are for any other.
    pub count: u64,
}

/// A question for names to offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestRequest {
    /// What was typed so far: beginnings of words.
    pub text: String,
    /// The most names of each facet.
    pub limit: usize,
}
