use std::cmp::Reverse;

use quotidian_search::{
    EngineError, FacetField, FacetRequest, FacetSort, FacetValueList, FacetValuesRequest, SearchRequest,
    SuggestRequest, Suggestion,
};

use super::{
    canonical::with_canonical_names,
    facets::{self, value},
    search::Searching,
    tally::Tally,
};
use crate::read::Snapshot;

/// The facets whose values are suggested, in order.
const SUGGESTED: [FacetField; 5] = [
    FacetField::Speaker,
    FacetField::Person,
    FacetField::Organization,
    FacetField::Place,
    FacetField::Source,
];

/// The values of a facet among the matches of a search.
pub(super) fn values(
    searching: &Searching<'_>,
    request: &FacetValuesRequest,
) -> Result<FacetValueList, EngineError> {
    let Some(facet) = searching.collection().facet(request.field) else {
        return Ok(FacetValueList { total: 0, values: Vec::new() });
    };
    let search = SearchRequest {
        facets: FacetRequest { fields: vec![request.field], ..FacetRequest::default() },
        ..with_canonical_names(searching.collection(), &request.search).into_owned()
    };
    let matches = searching.matches(&search, true)?;
    let tally =
        Tally::of(searching.collection(), facet, [&matches.documents, matches.but(request.field)], None);
    let wanted = facet.with_word_beginnings(&request.words);
    let mut counts = tally.counts;
    counts.retain(|(ordinal, _)| wanted.binary_search(ordinal).is_ok());
    let total = counts.len() as u64;
    let filter = search.filters.facets.get(&request.field);
    let (offset, size) = (request.page.offset(), request.page.size());
    let listed = facets::first(counts, offset + size, request.sort).into_iter().skip(offset);
    let values = listed.map(|(ordinal, count)| value(facet.value(ordinal), count, filter)).collect();
    Ok(FacetValueList { total, values })
}

/// The most frequent names that begin so, of every facet that is suggested.
pub(super) fn suggestions(snapshot: &Snapshot, request: &SuggestRequest) -> Vec<Suggestion> {
    if request.text.trim().is_empty() {
        return Vec::new();
    }
    SUGGESTED.into_iter().flat_map(|field| suggestions_of(snapshot, field, request)).collect()
}

fn suggestions_of(snapshot: &Snapshot, field: FacetField, request: &SuggestRequest) -> Vec<Suggestion> {
    // Speakers are counted by what they said, all others by the articles that name them.
    let collection = if field == FacetField::Speaker { &snapshot.quotes } else { &snapshot.articles };
    let Some(facet) = collection.facet(field) else { return Vec::new() };
    let count = |ordinal: u32| facet.documents_with(ordinal).len() as u32;
    let mut counts: Vec<(u32, u32)> =
        facet.with_word_beginnings(&request.text).into_iter().map(|one| (one, count(one))).collect();
    counts.retain(|(_, count)| *count > 0);
    let mut first = facets::first(counts, request.limit, FacetSort::Count);
    first.sort_by_key(|(_, count)| Reverse(*count));
    first
        .into_iter()
        .map(|(ordinal, count)| Suggestion {
            field,
            value: facet.value(ordinal).to_owned(),
            count: count.into(),
        })
        .collect()
}
