//! In which order it is found.

use std::collections::HashMap;

use proptest::prelude::*;
use quotidian_search::{SearchRequest, Sort};

use crate::{
    cases::{Case, any_case, cases, check_list, for_cases, simple_case},
    queries::text,
    ranking::{Ranking, Score},
};

fn check_by_day(case: &Case, sort: Sort) -> Result<(), TestCaseError> {
    let request = SearchRequest { sort: Some(sort), ..case.request.clone() };
    let expected: Vec<String> =
        case.model().by_day(&request, sort).into_iter().map(|document| document.id.clone()).collect();
    check_list(&case.ids(&request)?, &expected)
}

#[test]
fn the_newest_stand_first_and_the_undated_last() {
    for_cases(simple_case(), |case| check_by_day(case, Sort::Newest));
}

#[test]
fn the_oldest_stand_first_and_the_undated_last() {
    for_cases(simple_case(), |case| check_by_day(case, Sort::Oldest));
}

#[test]
fn without_an_order_words_are_sorted_by_relevance_and_all_else_by_day() {
    for_cases(any_case(), |case| {
        let request = SearchRequest { sort: None, ..case.request.clone() };
        let stated = SearchRequest { sort: Some(request.order()), ..request.clone() };
        prop_assert_eq!(case.ask(&request)?, case.ask(&stated)?);
        Ok(())
    });
}

#[test]
fn the_most_relevant_stand_first() {
    for_cases(prop_oneof![any_case().boxed(), cases(text()).boxed()], check_by_relevance);
}

fn check_by_relevance(case: &Case) -> Result<(), TestCaseError> {
    // What was replaced may still count in how rare a word is. Where no text is asked for, nothing is better.
    if case.archive.replaced || !case.request.query.ranks() {
        return Ok(());
    }
    let request = SearchRequest { sort: Some(Sort::Relevance), ..case.request.clone() };
    let ranking = Ranking::new(case.model(), &request);
    let scored: Vec<(Score, String, u64)> = case
        .ids(&request)?
        .into_iter()
        .map(|id| {
            let document = case.archive.document(case.kind, &id);
            (ranking.score(document), id, document.key)
        })
        .collect();
    let mut worst: Option<&(Score, String, u64)> = None;
    for hit in &scored {
        if let Some(before) = worst {
            prop_assert!(
                before.0.may_stand_before(hit.0, ranking.rounding()),
                "{} with {:?} stands before {} with {:?}",
                before.1,
                before.0,
                hit.1,
                hit.0
            );
        }
        if worst.is_none_or(|worst| hit.0.most < worst.0.most) {
            worst = Some(hit);
        }
    }
    ties_are_broken_by_key(&scored)
}

fn ties_are_broken_by_key(scored: &[(Score, String, u64)]) -> Result<(), TestCaseError> {
    let mut last_of: HashMap<u64, &(Score, String, u64)> = HashMap::new();
    for hit in scored.iter().filter(|(score, ..)| score.is_exact()) {
        if let Some(before) = last_of.insert(hit.0.most.to_bits(), hit) {
            prop_assert!(before.2 < hit.2, "{} stands before {}, which has the smaller key", before.1, hit.1);
        }
    }
    Ok(())
}
