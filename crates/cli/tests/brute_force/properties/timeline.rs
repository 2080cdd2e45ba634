//! What is counted by period.

use proptest::prelude::*;
use quotidian_model::DateRange;
use quotidian_search::{Interval, SearchRequest, Timeline};

use crate::cases::{Case, any_case, for_cases, simple_case};

pub(super) fn check(case: &Case, request: &SearchRequest) -> Result<(), TestCaseError> {
    let timeline = case.ask(request)?.timeline;
    let expected = request.interval.map(|interval| case.model().timeline(request, interval));
    // An archive without any day has no periods, of whatever length.
    let same_length = |timeline: Timeline| match timeline.buckets.is_empty() {
        true => Timeline { interval: Interval::Year, ..timeline },
        false => timeline,
    };
    prop_assert_eq!(timeline.map(same_length), expected.map(same_length));
    Ok(())
}

#[test]
fn the_timeline_is_counted_exactly_over_the_whole_archive() {
    for_cases(any_case(), |case| check(case, &case.request));
}

#[test]
fn the_timeline_of_what_one_clause_finds_is_counted_exactly() {
    for_cases(simple_case(), |case| check(case, &case.request));
}

#[test]
fn a_range_of_days_leaves_the_timeline_whole_unless_that_is_too_coarse() {
    for_cases(any_case(), |case| {
        let narrowed = case.ask(&case.request)?.timeline;
        let mut request = case.request.clone();
        request.filters.dates = DateRange::default();
        let whole = case.ask(&request)?.timeline;
        if whole.as_ref().map(|whole| whole.interval) == request.interval {
            prop_assert_eq!(whole, narrowed);
        }
        Ok(())
    });
}

#[test]
fn the_periods_and_the_undated_are_everything() {
    for_cases(simple_case(), |case| {
        let mut request = case.request.clone();
        request.filters.dates = DateRange::default();
        let results = case.ask(&request)?;
        if let Some(Timeline { buckets, undated, .. }) = results.timeline {
            prop_assert_eq!(buckets.iter().map(|bucket| bucket.count).sum::<u64>() + undated, results.total);
        }
        Ok(())
    });
}
