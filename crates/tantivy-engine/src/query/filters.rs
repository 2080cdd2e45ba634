use quotidian_model::DateRange;
use quotidian_search::{FacetField, FacetFilter, Filters};

use crate::read::{Collection, DocumentFacet};

/// What keeps a document out of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing.
    Match,
    /// The selection in one facet alone, by its place in [`Judge::facets`]: it still counts in that facet's own list.
    AllBut(usize),
    /// The range of days alone: it still counts in the timeline.
    AllButDates,
    /// More than one of these, or the confidence, or the group.
    Out,
}

/// The filters of a request, ready to judge documents.
pub(super) struct Judge<'a> {
    collection: &'a Collection,
    selections: Vec<Selection<'a>>,
    /// The places of the days wanted; `None` wants anything, undated documents too.
    days: Option<std::ops::Range<usize>>,
    confidence: Option<f32>,
    /// The ordinal of the group wanted; within it, `None` is one that the archive has not.
    group: Option<Option<u32>>,
}

/// A selection in one facet, by ordinals.
struct Selection<'a> {
    field: FacetField,
    facet: &'a DocumentFacet,
    /// `None` wants anything.
    any_of: Option<Vec<u32>>,
    none_of: Vec<u32>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(collection: &'a Collection, filters: &Filters) -> Self {
        let selection = |(field, filter): (&FacetField, &FacetFilter)| {
            let facet = collection.facet(*field)?;
            let ordinals =
                |values: &[String]| values.iter().filter_map(|value| facet.ordinal(value)).collect();
            let any_of = (!filter.any_of.is_empty()).then(|| ordinals(&filter.any_of));
            let selection = Selection { field: *field, facet, any_of, none_of: ordinals(&filter.none_of) };
            (selection.any_of.is_some() || !selection.none_of.is_empty()).then_some(selection)
        };
        Self {
            collection,
            selections: filters.facets.iter().filter_map(selection).collect(),
            days: places_wanted(collection, filters.dates),
            confidence: filters.confidence.map(|confidence| confidence.get()),
            group: filters.group.map(|id| collection.groups.ordinal(id)),
        }
    }

    /// The facets in which something is selected, in order.
    pub(super) fn facets(&self) -> Vec<FacetField> {
        self.selections.iter().map(|selection| selection.field).collect()
    }

    /// Whether everything is let in.
    pub(super) fn is_open(&self) -> bool {
        self.selections.is_empty() && self.days.is_none() && self.confidence.is_none() && self.group.is_none()
    }

    pub(super) fn verdict(&self, document: u32) -> Verdict {
        let confidence = || self.collection.confidences.get(document as usize);
        if self.confidence.is_some_and(|lowest| confidence().is_some_and(|confidence| *confidence < lowest)) {
            return Verdict::Out;
        }
        if self.group.is_some_and(|wanted| wanted != Some(self.collection.groups.of(document))) {
            return Verdict::Out;
        }
        let day = self.collection.days.place(document) as usize;
        let in_time = self.days.as_ref().is_none_or(|days| days.contains(&day));
        let mut verdict = if in_time { Verdict::Match } else { Verdict::AllButDates };
        for (selection, place) in std::iter::zip(&self.selections, 0..) {
            if !selection.lets_in(document) {
                if verdict != Verdict::Match {
                    return Verdict::Out;
                }
                verdict = Verdict::AllBut(place);
            }
        }
        verdict
    }
}

impl Selection<'_> {
    fn lets_in(&self, document: u32) -> bool {
        let values = self.facet.of(document);
        let has = |wanted: &[u32]| values.iter().any(|value| wanted.contains(value));
        self.any_of.as_ref().is_none_or(|any_of| has(any_of)) && !has(&self.none_of)
    }
}

fn places_wanted(collection: &Collection, range: DateRange) -> Option<std::ops::Range<usize>> {
    if range.is_open() {
        return None;
    }
    let days = &collection.days;
    let ends = range.from.or(days.first()).zip(range.to.or(days.last()));
    Some(ends.map_or(0..0, |(first, last)| days.places(first, last)))
}
