use quotidian_model::DateRange;
use quotidian_search::{FacetField, Filters};
use tantivy::{DocId, columnar::Column};

use crate::read::{Collection, SegmentColumns};

/// What keeps a document out of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing.
    Match,
    /// The selection in one facet alone: it still counts in that facet's own list.
    AllBut(FacetField),
    /// The range of days alone: it still counts in the timeline.
    AllButDates,
    /// More than one of these, or the confidence.
    Out,
}

/// The filters of a request, ready for one segment.
pub(super) struct SegmentFilters {
    facets: Vec<SegmentFacetFilter>,
    dates: DateRangeInDays,
    confidence: Option<f64>,
}

struct SegmentFacetFilter {
    field: FacetField,
    ordinals: Option<Column<u64>>,
    /// The segment's ordinals of the wanted values; `None` wants anything.
    any_of: Option<Vec<u64>>,
    none_of: Vec<u64>,
}

#[derive(Clone, Copy)]
struct DateRangeInDays {
    from: i64,
    to: i64,
    open: bool,
}

impl SegmentFilters {
    pub(super) fn new(collection: &Collection, segment: usize, filters: &Filters) -> Self {
        let facet = |(field, filter): (&FacetField, &quotidian_search::FacetFilter)| {
            let index = collection.facet(*field)?;
            let facet = &index.segments[segment];
            // Both orders are by value, so the segment's ordinals of values ascend with the archive's.
            let local = |value: &String| {
                facet.to_global.binary_search(&index.ordinal(value)?).ok().map(|place| place as u64)
            };
            Some(SegmentFacetFilter {
                field: *field,
                ordinals: facet.ordinals.clone(),
                any_of: (!filter.any_of.is_empty()).then(|| filter.any_of.iter().filter_map(local).collect()),
                none_of: filter.none_of.iter().filter_map(local).collect(),
            })
        };
        Self {
            facets: filters.facets.iter().filter_map(facet).collect(),
            dates: DateRangeInDays::new(filters.dates),
            confidence: filters.confidence.map(|confidence| confidence.get().into()),
        }
    }

    pub(super) fn verdict(&self, columns: &SegmentColumns, document: DocId, day: Option<i64>) -> Verdict {
        if let Some(lowest) = self.confidence
            && columns.confidence.first(document).is_some_and(|confidence| confidence < lowest)
        {
            return Verdict::Out;
        }
        let mut verdict = if self.dates.lets_in(day) { Verdict::Match } else { Verdict::AllButDates };
        for facet in self.facets.iter().filter(|facet| !facet.lets_in(document)) {
            if verdict != Verdict::Match {
                return Verdict::Out;
            }
            verdict = Verdict::AllBut(facet.field);
        }
        verdict
    }
}

impl SegmentFacetFilter {
    fn lets_in(&self, document: DocId) -> bool {
        let Some(ordinals) = &self.ordinals else { return self.any_of.is_none() };
        let mut wanted = self.any_of.is_none();
        for ordinal in ordinals.values_for_doc(document) {
            if self.none_of.contains(&ordinal) {
                return false;
            }
            wanted = wanted || self.any_of.as_ref().is_some_and(|any_of| any_of.contains(&ordinal));
        }
        wanted
    }
}

impl DateRangeInDays {
    fn new(range: DateRange) -> Self {
        Self {
            from: range.from.map_or(i64::MIN, |day| day.days_since_epoch()),
            to: range.to.map_or(i64::MAX, |day| day.days_since_epoch()),
            open: range.is_open(),
        }
    }

    fn lets_in(self, day: Option<i64>) -> bool {
        day.map_or(self.open, |day| self.from <= day && day <= self.to)
    }
}
