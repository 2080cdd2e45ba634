use quotidian_model::DateRange;
use quotidian_search::{Interval, Timeline};

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
        (Some(first), Some(last)) => interval.axis(first, last, dates),
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
