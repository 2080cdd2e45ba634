//! What is found.

use std::collections::BTreeSet;

use proptest::prelude::*;
use quotidian_search::{SearchRequest, query::Query};

use crate::{
    cases::{Case, any_case, cases, for_cases, simple_case},
    queries::{date, fuzzy, leaf, name, near, parsed, part, phrase, prefix, text_in_field, word},
};

fn found(case: &Case, request: &SearchRequest) -> Result<BTreeSet<String>, TestCaseError> {
    Ok(case.ids(request)?.into_iter().collect())
}

fn expected(case: &Case, request: &SearchRequest) -> BTreeSet<String> {
    case.model().found(request).into_iter().map(|document| document.id.clone()).collect()
}

#[test]
fn a_search_finds_what_matches_and_nothing_else() {
    for_cases(any_case(), |case| {
        let expected = expected(case, &case.request);
        prop_assert_eq!(case.ask(&case.request)?.total, expected.len() as u64);
        prop_assert_eq!(found(case, &case.request)?, expected);
        Ok(())
    });
}

/// Whether a query alone finds what matches it.
fn check_query(case: &Case) -> Result<(), TestCaseError> {
    let request = SearchRequest::new(case.request.query.clone());
    prop_assert_eq!(found(case, &request)?, expected(case, &request));
    Ok(())
}

#[test]
fn a_word_finds_its_forms_and_a_phrase_itself() {
    for_cases(cases(prop_oneof![word(), phrase()]), check_query);
}

#[test]
fn near_words_stand_within_their_window() {
    for_cases(cases(near()), check_query);
}

#[test]
fn a_beginning_or_a_fuzzy_word_finds_all_words_like_it() {
    for_cases(cases(prop_oneof![prefix(), fuzzy()]), check_query);
}

#[test]
fn a_field_is_looked_at_alone() {
    for_cases(cases(text_in_field()), check_query);
}

#[test]
fn names_are_found_by_their_words() {
    for_cases(cases(name()), check_query);
}

#[test]
fn days_are_found_by_their_range() {
    for_cases(cases(date()), check_query);
}

#[test]
fn filters_let_in_what_they_say() {
    for_cases(simple_case(), |case| {
        let request = SearchRequest { query: Query::All, ..case.request.clone() };
        prop_assert_eq!(found(case, &request)?, expected(case, &request));
        Ok(())
    });
}

#[test]
fn an_exclusion_finds_all_the_others() {
    for_cases(cases(part()), |case| {
        let query = Query::negated(case.request.query.clone());
        let found = found(case, &SearchRequest::new(case.request.query.clone()))?;
        let others: BTreeSet<String> = case.ids(&SearchRequest::new(query))?.into_iter().collect();
        prop_assert!(found.is_disjoint(&others));
        prop_assert_eq!(found.len() + others.len(), case.model().documents.len());
        Ok(())
    });
}

#[test]
fn two_conditions_find_what_each_of_them_finds() {
    for_cases((cases(part()), leaf()), |(case, other)| {
        let both = Query::and([case.request.query.clone(), parsed(other)]);
        let both = found(case, &SearchRequest { query: both, ..case.request.clone() })?;
        let (left, right) = (found(case, &case.request)?, found(case, &case.asking(other))?);
        prop_assert_eq!(both, left.intersection(&right).cloned().collect::<BTreeSet<_>>());
        Ok(())
    });
}

#[test]
fn either_of_two_conditions_finds_what_one_of_them_finds() {
    for_cases((cases(part()), leaf()), |(case, other)| {
        let either = Query::or([case.request.query.clone(), parsed(other)]);
        let either = found(case, &SearchRequest { query: either, ..case.request.clone() })?;
        let (left, right) = (found(case, &case.request)?, found(case, &case.asking(other))?);
        prop_assert_eq!(either, left.union(&right).cloned().collect::<BTreeSet<_>>());
        Ok(())
    });
}
