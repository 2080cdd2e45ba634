use std::sync::Arc;

use quotidian_search::{
    CountBy, Cursor, EngineError, Facet, FacetField, QueryReport, SearchRequest, Sort, Timeline,
};
use rayon::prelude::*;

use super::{
    CountCache,
    collapse::Leaders,
    facets,
    lower::Lowering,
    ranking::{Ranked, Ranking},
    report,
    scan::{Matches, Scan},
    tally::Tally,
    timeline,
};
use crate::read::Collection;

/// So many documents are worth counting on several processors.
const WORTH_SHARING: usize = 4_096;

/// What stands on a page, and what was counted besides.
pub(super) struct Found {
    pub(super) page: Vec<Ranked>,
    pub(super) next: Option<Cursor>,
    pub(super) counted: Arc<Counted>,
}

/// What was counted for a search, whatever its page.
#[derive(Debug)]
pub(super) struct Counted {
    pub(super) total: u64,
    pub(super) groups: Option<u64>,
    pub(super) facets: Vec<Facet>,
    pub(super) timeline: Option<Timeline>,
    pub(super) report: QueryReport,
}

/// Searches one of the two indexes.
#[derive(Clone, Copy)]
pub(super) struct Searching<'a> {
    pub(super) lowering: Lowering<'a>,
    pub(super) cache: &'a CountCache,
}

impl<'a> Searching<'a> {
    pub(super) fn collection(&self) -> &'a Collection {
        self.lowering.collection()
    }

    /// The page asked for, and the counts.
    pub(super) fn run(&self, request: &SearchRequest) -> Result<Found, EngineError> {
        let key = self.cache.key(self.lowering.kind(), request);
        let known = self.cache.answer(&key);
        let matches = self.matches(request, known.is_none())?;
        let ranking = Ranking::new(self.collection(), &matches, request.order(), request.recency);
        let leaders = request.collapse.map(|_| Leaders::of(self.collection(), &matches, &ranking));
        let counted = match known {
            Some(known) => known,
            None => {
                let groups = leaders.as_ref().map(|leaders| leaders.groups);
                let counted = Arc::new(self.count(request, &matches, groups)?);
                self.cache.keep(key, &counted);
                counted
            }
        };
        let (offset, size) = (request.page.offset(), request.page.size());
        let leads = |place: &usize| {
            let document = matches.documents[*place];
            leaders.as_ref().is_none_or(|leaders| leaders.leads(self.collection(), document))
        };
        let places = (0..matches.documents.len()).filter(leads);
        // One more than the page holds tells whether the list goes on.
        let mut page = ranking.first(places, request.after, offset + size + 1);
        let goes_on = page.len() > offset + size;
        page.truncate(offset + size);
        page.drain(..offset.min(page.len()));
        let next = page.last().filter(|_| goes_on).map(|last| ranking.cursor(last));
        Ok(Found { page, next, counted })
    }

    /// The whole list, in order, from the request's cursor on.
    pub(super) fn all(&self, request: &SearchRequest) -> Result<Vec<u32>, EngineError> {
        let matches = self.matches(request, false)?;
        let ranking = Ranking::new(self.collection(), &matches, request.order(), request.recency);
        let leaders = request.collapse.map(|_| Leaders::of(self.collection(), &matches, &ranking));
        let listed = |place: &u32| {
            let ranked = ranking.ranked(*place as usize);
            leaders.as_ref().is_none_or(|leaders| leaders.leads(self.collection(), ranked.document))
                && request.after.is_none_or(|cursor| ranked.is_after(&cursor))
        };
        // Places and not what is known of each: an export can be of millions.
        let mut places: Vec<u32> = (0..matches.documents.len() as u32).filter(listed).collect();
        places.sort_unstable_by(|left, right| {
            let (left, right) = (ranking.ranked(*left as usize), ranking.ranked(*right as usize));
            left.order(&right)
        });
        places.iter_mut().for_each(|place| *place = matches.documents[*place as usize]);
        Ok(places)
    }

    /// What matches a request; where it is to be counted too, also what only its own selection in a facet to count
    /// keeps out.
    pub(super) fn matches(&self, request: &SearchRequest, counting: bool) -> Result<Matches, EngineError> {
        let mut query = self.lowering.query(&request.query)?;
        for (field, filter) in &request.filters.facets {
            let counts_others = counting && request.facets.fields.contains(field);
            if !filter.any_of.is_empty() && !counts_others {
                query = self.lowering.selected(query, *field, &filter.any_of);
            }
        }
        let scan = Scan {
            collection: self.collection(),
            filters: &request.filters,
            scoring: request.order() == Sort::Relevance,
            deadline: request.deadline,
        };
        scan.run(query.as_ref())
    }

    fn count(
        &self,
        request: &SearchRequest,
        matches: &Matches,
        groups: Option<u64>,
    ) -> Result<Counted, EngineError> {
        let collection = self.collection();
        let counted_groups = (request.collapse == Some(CountBy::Group)).then_some(&collection.groups);
        let facet = |field: &FacetField| {
            let index = collection.facet(*field)?;
            let documents = [matches.documents.as_slice(), matches.but(*field)];
            let tally = Tally::of(collection, index, documents, counted_groups);
            let (values, sort) = (request.facets.values, request.facets.sort);
            Some(facets::facet(*field, index, tally, &request.filters, values, sort))
        };
        let fields = &request.facets.fields;
        let facets = if matches.documents.len() >= WORTH_SHARING {
            fields.par_iter().filter_map(facet).collect()
        } else {
            fields.iter().filter_map(facet).collect()
        };
        let timeline = request.interval.map(|interval| {
            timeline::timeline(collection, matches, counted_groups, interval, request.filters.dates)
        });
        let total = matches.documents.len() as u64;
        Ok(Counted { total, groups, facets, timeline, report: report::report(self, request, total)? })
    }
}
