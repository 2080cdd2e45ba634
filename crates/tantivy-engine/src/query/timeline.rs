use quotidian_model::{DateRange, Day};
use quotidian_search::{Bucket, Interval, Timeline};

use crate::read::Collection;

/// Counts matches by calendar period.
pub(super) struct TimelineCounter {
    interval: Interval,
    buckets: Vec<Bucket>,
    /// The first day of each bucket, as days since 1970-01-01.
    starts: Vec<i64>,
    undated: u64,
}

impl TimelineCounter {
    /// The axis of a request: all the days of the archive. Where months do not fit on it, an asked-for range gets an
    /// axis of its own, with as much again before and after, so that it can be narrowed further.
    pub(super) fn new(collection: &Collection, interval: Interval, dates: DateRange) -> Self {
        let (interval, mut buckets) = match (collection.first_day(), collection.last_day()) {
            (Some(first), Some(last)) => axis(interval, first, last, dates),
            _ => (Interval::Year, Vec::new()),
        };
        for bucket in &mut buckets {
            bucket.total = collection.dated_between(bucket.from, bucket.to);
        }
        let starts = buckets.iter().map(|bucket| bucket.from.days_since_epoch()).collect();
        Self { interval, buckets, starts, undated: 0 }
    }

    pub(super) fn count(&mut self, day: Option<i64>) {
        let Some(day) = day else {
            self.undated += 1;
            return;
        };
        let after = self.starts.partition_point(|start| *start <= day);
        let bucket = after.checked_sub(1).and_then(|place| self.buckets.get_mut(place));
        if let Some(bucket) = bucket.filter(|bucket| day <= bucket.to.days_since_epoch()) {
            bucket.count += 1;
        }
    }

    pub(super) fn finish(self) -> Timeline {
        Timeline { interval: self.interval, buckets: self.buckets, undated: self.undated }
    }
}

fn axis(interval: Interval, first: Day, last: Day, dates: DateRange) -> (Interval, Vec<Bucket>) {
    let whole = interval.buckets(first, last);
    if interval != Interval::Fit || whole.0 != Interval::Year || dates.is_open() {
        return whole;
    }
    let (first, last) = (first.days_since_epoch(), last.days_since_epoch());
    let from = dates.from.map_or(first, Day::days_since_epoch).clamp(first, last);
    let to = dates.to.map_or(last, Day::days_since_epoch).clamp(first, last);
    let length = (to - from + 1).max(1);
    let from = Day::from_days_since_epoch((from - length).max(first));
    let to = Day::from_days_since_epoch((to + length).min(last));
    match (from, to) {
        (Some(from), Some(to)) => interval.buckets(from, to),
        _ => whole,
    }
}
