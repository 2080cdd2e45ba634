use std::cmp::Reverse;

use quotidian_search::{Facet, FacetField, FacetFilter, FacetValue, Filters};
use tantivy::DocAddress;

use crate::read::{DocumentFacet, FacetIndex};

/// Counts the values of one facet, exactly, by their ordinals over all segments.
pub(super) struct FacetCounter<'a> {
    pub(super) field: FacetField,
    facet: &'a DocumentFacet,
    counts: Vec<u32>,
    missing: u64,
    /// The document whose values are counted next, and how often. The quotes of an article follow each other, so its
    /// values are looked up once for all of them.
    pending: Option<(DocAddress, u32)>,
}

impl<'a> FacetCounter<'a> {
    pub(super) fn new(field: FacetField, facet: &'a DocumentFacet) -> Self {
        Self { field, facet, counts: vec![0; facet.len()], missing: 0, pending: None }
    }

    pub(super) fn count(&mut self, document: DocAddress) {
        let holder = self.facet.holder(document);
        match &mut self.pending {
            Some((pending, times)) if *pending == holder => *times += 1,
            _ => {
                self.count_pending();
                self.pending = Some((holder, 1));
            }
        }
    }

    fn count_pending(&mut self) {
        let Some((holder, times)) = self.pending.take() else { return };
        let mut any = false;
        FacetIndex::for_each_value(self.facet, holder, |ordinal| {
            self.counts[ordinal as usize] += times;
            any = true;
        });
        self.missing += if any { 0 } else { u64::from(times) };
    }

    /// The facet as the request wants it: the most frequent values, and the selected ones in any case.
    pub(super) fn finish(mut self, filters: &Filters, values: usize) -> Facet {
        self.count_pending();
        let filter = filters.facets.get(&self.field);
        let mut used: Vec<(u32, Reverse<u32>)> = std::iter::zip(&self.counts, 0..)
            .filter(|(count, _)| **count > 0)
            .map(|(count, ordinal)| (*count, Reverse(ordinal)))
            .collect();
        let total_values = used.len() as u64;
        let sum: u64 = used.iter().map(|(count, _)| u64::from(*count)).sum();
        // Ordinals are in the order of values: the smaller one breaks a tie.
        if used.len() > values {
            used.select_nth_unstable_by_key(values, |entry| Reverse(*entry));
            used.truncate(values);
        }
        used.sort_unstable_by_key(|entry| Reverse(*entry));
        let mut listed: Vec<FacetValue> = used
            .into_iter()
            .map(|(count, Reverse(ordinal))| value(self.facet.value(ordinal), count, filter))
            .collect();
        for wanted in filter.into_iter().flat_map(|filter| filter.any_of.iter().chain(&filter.none_of)) {
            if !listed.iter().any(|listed| listed.value == *wanted) {
                let count = self.facet.ordinal(wanted).map_or(0, |ordinal| self.counts[ordinal as usize]);
                listed.push(value(wanted, count, filter));
            }
        }
        let other = sum - listed.iter().map(|value| value.count).sum::<u64>();
        Facet { field: self.field, values: listed, total_values, other, missing: self.missing }
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
