//! What is said of a query beside its hits.

use proptest::prelude::*;
use quotidian_search::{
    Condition,
    query::{Clause, Matching, ParsedQuery, Query},
};

use crate::{
    cases::{any_case, cases, for_cases},
    document::Kind,
    naive::folded_words,
    queries::{leaf, part},
    report::{conditions, counts, remedies, without},
};

#[test]
fn every_part_of_a_query_is_counted_by_itself() {
    for_cases(any_case(), |case| {
        prop_assert_eq!(case.ask(&case.request)?.query.counts, counts(case.model(), &case.request));
        Ok(())
    });
}

/// Queries of so many conditions that most find nothing.
fn narrow_query() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(leaf(), 1..5).prop_map(|parts| parts.join(" ")),
        prop::collection::vec(part(), 2..4).prop_map(|parts| parts.join(" ")),
    ]
}

#[test]
fn where_nothing_is_found_every_condition_in_the_way_is_told() {
    for_cases(cases(narrow_query()), |case| {
        let told = case.ask(&case.request)?.query.remedies;
        prop_assert_eq!(told, remedies(case.model(), &case.request));
        Ok(())
    });
}

#[test]
fn a_condition_left_out_finds_as_many_as_was_told() {
    for_cases(cases(narrow_query()), |case| {
        let results = case.ask(&case.request)?;
        let told = |condition: &Condition| {
            results.query.remedies.iter().find(|remedy| remedy.leave_out == *condition)
        };
        for condition in conditions(&case.request).iter().filter(|_| results.total == 0) {
            let total = case.ask(&without(&case.request, condition))?.total;
            prop_assert_eq!(told(condition).map_or(0, |remedy| remedy.count), total, "{:?}", condition);
        }
        Ok(())
    });
}

#[test]
fn few_words_stand_for_a_prefix_so_none_is_cut() {
    for_cases(any_case(), |case| {
        prop_assert_eq!(case.ask(&case.request)?.query.cut, []);
        Ok(())
    });
}

/// The clauses of a query, in the order of the text.
fn clauses(query: &Query) -> Vec<&Clause> {
    match query {
        Query::All | Query::Date(_) => Vec::new(),
        Query::Clause(clause) => vec![clause],
        Query::And(parts) | Query::Or(parts) => parts.iter().flat_map(clauses).collect(),
        Query::Not(inner) => clauses(inner),
    }
}

/// Every word of a clause as a clause of its own: of a single word that clause itself.
fn words(clause: &Clause) -> Vec<Clause> {
    let words = folded_words(&clause.text);
    if words.len() == 1 {
        return vec![clause.clone()];
    }
    words.into_iter().map(|text| Clause { text, matching: Matching::Phrase, ..clause.clone() }).collect()
}

/// The words of two queries where they differ; `None` if they differ in more than words.
fn changed_words(old: &Query, new: &Query) -> Option<Vec<(Clause, Clause)>> {
    let words = |query| clauses(query).into_iter().flat_map(words).collect::<Vec<Clause>>();
    let (old, new) = (words(old), words(new));
    let same_length = old.len() == new.len();
    same_length.then(|| std::iter::zip(old, new).filter(|(old, new)| old != new).collect())
}

#[test]
fn a_correction_asks_for_words_that_the_archive_has_instead_of_others() {
    for_cases(cases(narrow_query()), |case| {
        let query = &case.request.query;
        let Some(corrected) = case.ask(&case.request)?.query.did_you_mean else { return Ok(()) };
        prop_assert_eq!(&ParsedQuery::parse(&corrected.to_string()).query, &corrected);
        prop_assert_ne!(&corrected, query);
        let changed = changed_words(query, &corrected);
        prop_assert!(changed.is_some(), "{} is another question", corrected);
        for (old, new) in changed.into_iter().flatten() {
            let found = |kind: Kind, word: &Clause| {
                case.archive.model(kind).matching(&Query::Clause(word.clone())).len()
            };
            prop_assert_eq!(found(case.kind, &old), 0, "{:?} is there", old);
            // Headlines and names are those of articles, which need not have quotes.
            prop_assert!(Kind::ALL.iter().any(|kind| found(*kind, &new) > 0), "{:?} is not there", new);
        }
        Ok(())
    });
}
