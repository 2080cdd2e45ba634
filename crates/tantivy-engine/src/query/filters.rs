use quotidian_model::DateRange;
use quotidian_search::{FacetField, FacetFilter, Filters};
use tantivy::DocAddress;

use crate::read::{Collection, DocumentFacet};

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

/// The filters of a request, ready to judge documents.
pub(super) struct Judge<'a> {
    collection: &'a Collection,
    facets: Vec<Selection<'a>>,
    dates: DateRangeInDays,
    confidence: Option<f64>,
}

/// A selection in one facet, by ordinals.
struct Selection<'a> {
    field: FacetField,
    facet: &'a DocumentFacet,
    /// `None` wants anything.
    any_of: Option<Vec<u32>>,
    none_of: Vec<u32>,
}

#[derive(Clone, Copy)]
struct DateRangeInDays {
    from: i64,
    to: i64,
    open: bool,
}

impl<'a> Judge<'a> {
    pub(super) fn new(collection: &'a Collection, filters: &Filters) -> Self {
        let selection = |(field, filter): (&FacetField, &FacetFilter)| {
            let facet = collection.facet(*field)?;
            let ordinals =
                |values: &[String]| values.iter().filter_map(|value| facet.ordinal(value)).collect();
            let any_of = (!filter.any_of.is_empty()).then(|| ordinals(&filter.any_of));
            Some(Selection { field: *field, facet, any_of, none_of: ordinals(&filter.none_of) })
        };
        Self {
            collection,
            facets: filters.facets.iter().filter_map(selection).collect(),
            dates: DateRangeInDays::new(filters.dates),
            confidence: filters.confidence.map(|confidence| confidence.get().into()),
        }
    }

    pub(super) fn verdict(&self, document: DocAddress, day: Option<i64>) -> Verdict {
        let confidence = || self.collection.columns(document).confidence.first(document.doc_id);
        if self.confidence.is_some_and(|lowest| confidence().is_some_and(|confidence| confidence < lowest)) {
            return Verdict::Out;
        }
        let mut verdict = if self.dates.lets_in(day) { Verdict::Match } else { Verdict::AllButDates };
        for selection in self.facets.iter().filter(|selection| !selection.lets_in(document)) {
            if verdict != Verdict::Match {
                return Verdict::Out;
            }
            verdict = Verdict::AllBut(selection.field);
        }
        verdict
    }
}

impl Selection<'_> {
    fn lets_in(&self, document: DocAddress) -> bool {
        let mut wanted = self.any_of.is_none();
        let mut unwanted = false;
        self.facet.for_each_value(document, |ordinal| {
            wanted |= self.any_of.as_ref().is_some_and(|any_of| any_of.contains(&ordinal));
            unwanted |= self.none_of.contains(&ordinal);
        });
        wanted && !unwanted
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
