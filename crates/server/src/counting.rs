//! Queries counted over time, on one calendar axis.

use std::time::Instant;

use quotidian_search::{
    Bucket, Engine, EngineError, Filters, Interval, Page, QueryReport, SearchRequest, SearchResults, Sort,
    Timeline, query::Query,
};

use crate::parameters::Subject;

/// How queries are counted over time.
#[derive(Clone)]
pub(crate) struct Counting {
    /// What is counted.
    pub(crate) subject: Subject,
    /// What narrows every query.
    pub(crate) filters: Filters,
    /// The length of a period.
    pub(crate) interval: Interval,
}

/// The periods in which queries are counted.
#[derive(Clone)]
pub(crate) struct Axis {
    /// Their length.
    pub(crate) interval: Interval,
    /// Those that have a day asked for, in order. Their counts do not matter.
    pub(crate) buckets: Vec<Bucket>,
}

/// How often a query matches.
pub(crate) struct Count {
    /// Matches on the days asked for.
    pub(crate) total: u64,
    /// Matches without a day.
    pub(crate) undated: u64,
    /// Matches in each period of the axis.
    pub(crate) counts: Vec<u64>,
    /// What the archive says of the query.
    pub(crate) report: QueryReport,
}

impl Counting {
    /// The axis: all periods of the archive that have a day asked for.
    pub(crate) fn axis(&self, engine: &dyn Engine, deadline: Instant) -> Result<Axis, EngineError> {
        let dates = self.filters.dates;
        let all = Self { filters: Filters { dates, ..Filters::default() }, ..self.clone() };
        let (_, timeline, _) = all.ask(&Query::All, engine, deadline)?;
        let has_day = |bucket: &Bucket| {
            dates.from.is_none_or(|from| from <= bucket.to) && dates.to.is_none_or(|to| bucket.from <= to)
        };
        let buckets = timeline.buckets.into_iter().filter(has_day).collect();
        Ok(Axis { interval: timeline.interval, buckets })
    }

    /// How often `query` matches.
    pub(crate) fn count(
        &self,
        query: &Query,
        axis: &Axis,
        engine: &dyn Engine,
        deadline: Instant,
    ) -> Result<Count, EngineError> {
        let (total, timeline, report) = self.ask(query, engine, deadline)?;
        Ok(Count { total, undated: timeline.undated, counts: axis.counts(&timeline), report })
    }

    fn ask(
        &self,
        query: &Query,
        engine: &dyn Engine,
        deadline: Instant,
    ) -> Result<(u64, Timeline, QueryReport), EngineError> {
        let request = SearchRequest {
            filters: self.filters.clone(),
            // Nobody looks at the hits: one, in an order that needs no scores, is the least there is.
            page: Page::new(1, 1).unwrap_or_default(),
            sort: Some(Sort::Newest),
            interval: Some(self.interval),
            deadline: Some(deadline),
            ..SearchRequest::new(query.clone())
        };
        match self.subject {
            Subject::Articles => engine.articles(&request).map(counted),
            Subject::Quotes => engine.quotes(&request).map(counted),
        }
    }
}

fn counted<Hit>(results: SearchResults<Hit>) -> (u64, Timeline, QueryReport) {
    let none = || Timeline { interval: Interval::Year, buckets: Vec::new(), undated: 0 };
    (results.total, results.timeline.unwrap_or_else(none), results.query)
}

impl Axis {
    /// The counts of a timeline in the periods of the axis. They are found by their days and not by their places: the
    /// archive may have grown in between.
    fn counts(&self, timeline: &Timeline) -> Vec<u64> {
        let count = |bucket: &Bucket| {
            let same = timeline.buckets.binary_search_by_key(&bucket.from, |known| known.from);
            same.map_or(0, |place| timeline.buckets[place].count)
        };
        self.buckets.iter().map(count).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_found_by_their_days() {
        let timeline = |first: &str, last: &str, count: u64| {
            let (interval, mut buckets) =
                Interval::Month.buckets(first.parse().unwrap(), last.parse().unwrap());
            buckets.iter_mut().zip(count..).for_each(|(bucket, count)| bucket.count = count);
            Timeline { interval, buckets, undated: 0 }
        };
        let Timeline { interval, buckets, .. } = timeline("2024-02-01", "2024-05-31", 0);
        let axis = Axis { interval, buckets };
        assert_eq!(axis.counts(&timeline("2024-01-01", "2024-06-30", 10)), [11, 12, 13, 14]);
        assert_eq!(axis.counts(&timeline("2024-04-01", "2024-04-30", 5)), [0, 0, 5, 0]);
    }
}
