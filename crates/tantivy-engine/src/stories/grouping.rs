use std::{cmp::Reverse, collections::VecDeque};

use super::{
    buckets::{Bucket, Buckets},
    rule::{Entry, Report},
};

/// The story of every entry, parallel to the entries: the key of its first report, which is the earliest article in it.
///
/// Reports are taken in the order of their days and keys, whatever that of the entries. Each joins the first report that
/// it is most like, if it is like enough, and else is the first report of a story. A story therefore does not drift: all
/// of it is like its first report, where a chain of pairs would join hundreds of notices made from one template.
pub(crate) fn stories(entries: &[Entry]) -> Vec<u64> {
    let mut reports: Vec<(Report, usize)> =
        std::iter::zip(entries, 0..).filter_map(|(entry, index)| Some((Report::of(entry)?, index))).collect();
    reports.sort_unstable();
    let (reports, indices): (Vec<Report>, Vec<usize>) = reports.into_iter().unzip();
    let buckets = Buckets::of(&reports);
    let mut firsts = FirstReports::new(&reports, buckets.count);
    let mut stories: Vec<u64> = entries.iter().map(|entry| entry.key).collect();
    for in_buckets in buckets.by_place() {
        if let Some((joining, first)) = firsts.take(in_buckets) {
            stories[indices[joining]] = reports[first].key;
        }
    }
    stories
}

/// The first reports so far, by the buckets they are in.
struct FirstReports<'a> {
    reports: &'a [Report<'a>],
    in_bucket: Vec<VecDeque<usize>>,
    /// For every report the last one that it was compared with, so that a pair in many buckets is compared once.
    compared: Vec<Option<usize>>,
}

impl<'a> FirstReports<'a> {
    fn new(reports: &'a [Report<'a>], buckets: usize) -> Self {
        Self { reports, in_bucket: vec![VecDeque::new(); buckets], compared: vec![None; reports.len()] }
    }

    /// The report at these buckets and the first report that it joins; or nothing, and it is a first report itself.
    fn take(&mut self, in_buckets: &[(usize, Bucket)]) -> Option<(usize, usize)> {
        let mut best = None;
        for (place, bucket) in in_buckets {
            best = best.max(self.most_alike(*place, *bucket));
        }
        let (place, _) = in_buckets.first()?;
        if let Some((_, Reverse(first))) = best {
            return Some((*place, first));
        }
        for (place, bucket) in in_buckets {
            self.in_bucket[bucket.number].push_back(*place);
        }
        None
    }

    /// The first report of a bucket that is most like the report at `place`, with their equal hashes; of several the
    /// earliest.
    fn most_alike(&mut self, place: usize, bucket: Bucket) -> Option<(usize, Reverse<usize>)> {
        let report = &self.reports[place];
        let firsts = &mut self.in_bucket[bucket.number];
        if bucket.near_days_only {
            // Reports come in the order of their days: what is too old for this one is too old for all that follow.
            while firsts.pop_front_if(|first| !self.reports[*first].is_near(report)).is_some() {}
        }
        let mut best = None;
        for first in firsts.iter().copied() {
            if self.compared[first].replace(place) != Some(place) {
                best = best.max(self.reports[first].likeness(report).map(|equal| (equal, Reverse(first))));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            rule::{SIMILAR, UNDATED, VERBATIM},
            signature::HASHES,
            testing::signature,
        },
        *,
    };

    fn check(entries: &[(u64, Option<i64>, usize)], expected: &[u64]) {
        let entry = |(key, day, changed): &(u64, Option<i64>, usize)| Entry {
            key: *key,
            day: *day,
            signature: signature(1, 0..*changed),
        };
        assert_eq!(stories(&entries.iter().map(entry).collect::<Vec<_>>()), expected);
    }

    #[test]
    fn the_earliest_report_names_the_story() {
        check(&[(3, Some(1), 0), (1, Some(2), 0), (2, None, 0)], &[3, 3, 3]);
        check(&[(3, Some(1), 0), (1, Some(1), 0)], &[1, 1]);
        check(&[], &[]);
    }

    #[test]
    fn thresholds_are_exact() {
        check(&[(1, Some(1), 0), (2, Some(5), HASHES - SIMILAR)], &[1, 1]);
        check(&[(1, Some(1), 0), (2, Some(5), HASHES - SIMILAR + 1)], &[1, 2]);
        check(&[(1, Some(1), 0), (2, Some(6), HASHES - VERBATIM)], &[1, 1]);
        check(&[(1, Some(1), 0), (2, Some(6), HASHES - VERBATIM + 1)], &[1, 2]);
        check(&[(1, None, 0), (2, None, HASHES - SIMILAR)], &[1, 1]);
        check(&[(1, None, 0), (2, None, HASHES - SIMILAR + 1)], &[1, 2]);
        check(&[(1, Some(1), 0), (2, None, HASHES - UNDATED)], &[1, 1]);
        check(&[(1, Some(1), 0), (2, None, HASHES - UNDATED + 1)], &[1, 2]);
    }

    #[test]
    fn thousands_of_copies_are_one_story() {
        let entries: Vec<_> = (0..5000).map(|key| (key, Some(1), 0)).collect();
        check(&entries, &[0; 5000]);
    }
}
