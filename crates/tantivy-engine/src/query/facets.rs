use std::cmp::Reverse;

use quotidian_search::{Facet, FacetField, FacetFilter, FacetSort, FacetValue, Filters};

use super::tally::Tally;
use crate::read::FacetIndex;

/// The facet as a request wants it: the first values in its order, and the selected and excluded ones in any case.
pub(super) fn facet(
    field: FacetField,
    index: &FacetIndex,
    tally: Tally,
    filters: &Filters,
    values: usize,
    sort: FacetSort,
) -> Facet {
    let filter = filters.facets.get(&field);
    let total_values = tally.counts.len() as u64;
    let sum: u64 = tally.counts.iter().map(|(_, count)| u64::from(*count)).sum();
    let wanted = filter.into_iter().flat_map(|filter| filter.any_of.iter().chain(&filter.none_of));
    let missing_from = |listed: &[FacetValue], wanted: &str| listed.iter().all(|known| known.value != wanted);
    let asked_for: Vec<FacetValue> = wanted
        .map(|wanted| {
            let place = index
                .ordinal(wanted)
                .and_then(|ordinal| tally.counts.binary_search_by_key(&ordinal, |(one, _)| *one).ok());
            value(wanted, place.map_or(0, |place| tally.counts[place].1), filter)
        })
        .collect();
    let mut listed: Vec<FacetValue> = first(tally.counts, values, sort)
        .into_iter()
        .map(|(ordinal, count)| value(index.value(ordinal), count, filter))
        .collect();
    for one in asked_for {
        if missing_from(&listed, &one.value) {
            listed.push(one);
        }
    }
    let other = sum - listed.iter().map(|value| value.count).sum::<u64>();
    Facet { field, values: listed, total_values, other, missing: tally.missing }
}

/// The first of these ordinals, which are in the order of names, with their counts.
pub(super) fn first(mut counts: Vec<(u32, u32)>, limit: usize, sort: FacetSort) -> Vec<(u32, u32)> {
    if sort == FacetSort::Count {
        let most_frequent = |(ordinal, count): &(u32, u32)| (Reverse(*count), *ordinal);
        if counts.len() > limit {
            counts.select_nth_unstable_by_key(limit, most_frequent);
            counts.truncate(limit);
        }
        counts.sort_unstable_by_key(most_frequent);
    }
    counts.truncate(limit);
    counts
}

/// A value with what the request says of it.
pub(super) fn value(value: &str, count: u32, filter: Option<&FacetFilter>) -> FacetValue {
    let among = |values: fn(&FacetFilter) -> &Vec<String>| {
        filter.is_some_and(|filter| values(filter).iter().any(|wanted| wanted == value))
    };
    FacetValue {
        value: value.to_owned(),
        count: count.into(),
        selected: among(|filter| &filter.any_of),
        excluded: among(|filter| &filter.none_of),
    }
}
