use std::time::Instant;

use quotidian_search::{EngineError, Facet, SearchRequest, Sort, Timeline};
use tantivy::{
    DocAddress, DocSet, SegmentOrdinal, SegmentReader, TERMINATED,
    query::{EnableScoring, Query, Weight},
};

use super::{
    facets::FacetCounter,
    filters::{Judge, Verdict},
    timeline::TimelineCounter,
    top::{Top, rank},
};
use crate::{errors::internal, read::Collection};

/// How many documents are looked at between two looks at the clock.
const DOCUMENTS_BETWEEN_CLOCKS: u32 = 4_096;

/// What one pass over the matches found.
pub(super) struct Found {
    pub(super) total: u64,
    pub(super) page: Vec<DocAddress>,
    pub(super) facets: Vec<Facet>,
    pub(super) timeline: Option<Timeline>,
}

/// Goes once over everything that matches the words, and ranks and counts it all.
///
/// Facets are disjunctive: a document that only its own selection in one facet keeps out counts in that facet's list,
/// and one that only the range of days keeps out counts in the timeline.
pub(super) fn scan(
    collection: &Collection,
    query: &dyn Query,
    request: &SearchRequest,
) -> Result<Found, EngineError> {
    let sort = request.order();
    let searcher = &collection.searcher;
    let scoring = match sort {
        Sort::Relevance => EnableScoring::enabled_from_searcher(searcher),
        Sort::Newest | Sort::Oldest => EnableScoring::disabled_from_searcher(searcher),
    };
    let weight = query.weight(scoring).map_err(internal)?;
    let mut scan = Scan {
        sort,
        total: 0,
        top: Top::new(request.page.offset() + request.page.size()),
        facets: request
            .facets
            .fields
            .iter()
            .filter_map(|field| Some(FacetCounter::new(*field, collection.facet(*field)?)))
            .collect(),
        timeline: request
            .interval
            .map(|interval| TimelineCounter::new(collection, interval, request.filters.dates)),
        deadline: request.deadline,
    };
    let judge = Judge::new(collection, &request.filters);
    for (reader, segment) in std::iter::zip(searcher.segment_readers(), 0..) {
        scan.segment(segment, reader, collection, &judge, weight.as_ref())?;
    }
    Ok(Found {
        total: scan.total,
        page: scan.top.into_page(request.page.offset()),
        facets: scan
            .facets
            .into_iter()
            .map(|facet| facet.finish(&request.filters, request.facets.values))
            .collect(),
        timeline: scan.timeline.map(TimelineCounter::finish),
    })
}

struct Scan<'a> {
    sort: Sort,
    total: u64,
    top: Top,
    facets: Vec<FacetCounter<'a>>,
    timeline: Option<TimelineCounter>,
    deadline: Option<Instant>,
}

impl Scan<'_> {
    fn segment(
        &mut self,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
        collection: &Collection,
        judge: &Judge<'_>,
        weight: &dyn Weight,
    ) -> Result<(), EngineError> {
        let columns = &collection.segments[segment as usize];
        let mut scorer = weight.scorer(reader, 1.0).map_err(internal)?;
        let mut seen = 0_u32;
        let mut document = scorer.doc();
        while document != TERMINATED {
            if seen.is_multiple_of(DOCUMENTS_BETWEEN_CLOCKS)
                && self.deadline.is_some_and(|end| Instant::now() > end)
            {
                return Err(EngineError::Deadline);
            }
            seen = seen.wrapping_add(1);
            if !reader.is_deleted(document) {
                let day = columns.day.first(document);
                let address = DocAddress::new(segment, document);
                let verdict = judge.verdict(address, day);
                self.count(verdict, address, day);
                if verdict == Verdict::Match {
                    let score = if self.sort == Sort::Relevance { scorer.score() } else { 0.0 };
                    let key = || columns.key.first(document).unwrap_or_default();
                    self.top.push(rank(self.sort, score, day), key, address);
                }
            }
            document = scorer.advance();
        }
        Ok(())
    }

    fn count(&mut self, verdict: Verdict, document: DocAddress, day: Option<i64>) {
        match verdict {
            Verdict::Out => return,
            Verdict::AllBut(field) => {
                let own = self.facets.iter_mut().filter(|facet| facet.field == field);
                own.for_each(|facet| facet.count(document));
                return;
            }
            Verdict::AllButDates => {}
            Verdict::Match => {
                self.total += 1;
                self.facets.iter_mut().for_each(|facet| facet.count(document));
            }
        }
        if let Some(timeline) = &mut self.timeline {
            timeline.count(day);
        }
    }
}
