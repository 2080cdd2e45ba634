use std::cmp::Reverse;

use quotidian_search::{Facet, FacetField, FacetFilter, FacetValue, Filters};
use tantivy::DocId;

use crate::read::{FacetIndex, SegmentFacet};

/// Counts the values of one facet over all segments.
pub(super) struct FacetCounter<'a> {
    pub(super) field: FacetField,
    index: &'a FacetIndex,
    /// Per ordinal over all segments.
    counts: Vec<u32>,
    missing: u64,
}

/// Counts the values of one facet in one segment, by the segment's own ordinals.
pub(super) struct SegmentCounter<'a> {
    pub(super) field: FacetField,
    facet: &'a SegmentFacet,
    counts: Vec<u32>,
    missing: u64,
}

impl<'a> FacetCounter<'a> {
    pub(super) fn new(field: FacetField, index: &'a FacetIndex) -> Self {
        Self { field, index, counts: vec![0; index.len()], missing: 0 }
    }

    pub(super) fn segment(&self, segment: usize) -> SegmentCounter<'a> {
        let facet = &self.index.segments[segment];
        SegmentCounter { field: self.field, facet, counts: vec![0; facet.to_global.len()], missing: 0 }
    }

    pub(super) fn add(&mut self, segment: SegmentCounter<'_>) {
        for (count, global) in std::iter::zip(segment.counts, &segment.facet.to_global) {
            self.counts[*global as usize] += count;
        }
        self.missing += segment.missing;
    }

    /// The facet as the request wants it: the most frequent values, and the selected ones in any case.
    pub(super) fn finish(self, filters: &Filters, values: usize) -> Facet {
        let filter = filters.facets.get(&self.field);
        let mut used: Vec<(u32, Reverse<u32>)> = std::iter::zip(&self.counts, 0..)
            .filter(|(count, _)| **count > 0)
            .map(|(count, ordinal)| (*count, Reverse(ordinal)))
            .collect();
        let (total_values, sum) =
            (used.len() as u64, used.iter().map(|(count, _)| u64::from(*count)).sum::<u64>());
        // Ordinals are in the order of values: the smaller one breaks a tie.
        if used.len() > values {
            used.select_nth_unstable_by_key(values, |entry| Reverse(*entry));
            used.truncate(values);
        }
        used.sort_unstable_by_key(|entry| Reverse(*entry));
        let mut listed: Vec<FacetValue> = used
            .into_iter()
            .map(|(count, Reverse(ordinal))| value(self.index.value(ordinal), count, filter))
            .collect();
        for wanted in filter.into_iter().flat_map(|filter| filter.any_of.iter().chain(&filter.none_of)) {
            if !listed.iter().any(|listed| listed.value == *wanted) {
                let count = self.index.ordinal(wanted).map_or(0, |ordinal| self.counts[ordinal as usize]);
                listed.push(value(wanted, count, filter));
            }
        }
        let other = sum - listed.iter().map(|value| value.count).sum::<u64>();
        Facet { field: self.field, values: listed, total_values, other, missing: self.missing }
    }
}

impl SegmentCounter<'_> {
    pub(super) fn count(&mut self, document: DocId) {
        let Some(ordinals) = &self.facet.ordinals else {
            self.missing += 1;
            return;
        };
        let mut any = false;
        for ordinal in ordinals.values_for_doc(document) {
            self.counts[ordinal as usize] += 1;
            any = true;
        }
        self.missing += u64::from(!any);
    }
}

fn value(value: &str, count: u32, filter: Option<&FacetFilter>) -> FacetValue {
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
