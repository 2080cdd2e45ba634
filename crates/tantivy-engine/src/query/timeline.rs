use quotidian_model::{DateRange, Day};
use quotidian_search::{Bucket, Interval, Timeline};

use super::{scan::Matches, tally};
use crate::read::{Collection, Days, Groups};

/// Matches by calendar period, of documents, or of groups where they are given.
pub(super) fn timeline(
    collection: &Collection,
    matches: &Matches,
    groups: Option<&Groups>,
    interval: Interval,
    dates: DateRange,
) -> Timeline {
    let days = &collection.days;
    let (interval, mut buckets) = match (days.first(), days.last()) {
        (Some(first), Some(last)) => axis(interval, first, last, dates),
        _ => (Interval::Year, Vec::new()),
    };
    // Days outside the axis have a period of their own behind the buckets, the undated one the last.
    let outside = buckets.len() as u32;
    let mut periods = vec![outside; days.distinct().len()];
    for (bucket, number) in std::iter::zip(&mut buckets, 0..) {
        periods[days.places(bucket.from, bucket.to)].fill(number);
        bucket.total = days.count_between(bucket.from, bucket.to);
    }
    let period = |place: u32| if place == Days::UNDATED { outside + 1 } else { periods[place as usize] };
    let (counts, undated) = tally::by_day(collection, matches, groups, period, buckets.len() + 1);
    for (bucket, count) in std::iter::zip(&mut buckets, counts) {
        bucket.count = count;
    }
    Timeline { interval, buckets, undated }
}

/// The axis of a request: all the days of the archive. Where months do not fit on it, an asked-for range gets an axis of
/// its own, with as much again before and after, so that it can be narrowed further.
fn axis(interval: Interval, first: Day, last: Day, dates: DateRange) -> (Interval, Vec<Bucket>) {
    let whole = interval.buckets(first, last);
    let is_coarse = matches!(whole.0, Interval::Year | Interval::Decade | Interval::Century);
    if interval != Interval::Fit || !is_coarse || dates.is_open() {
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
