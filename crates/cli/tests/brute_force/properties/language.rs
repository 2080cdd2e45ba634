//! The query language.

use proptest::prelude::*;
use quotidian_search::query::{ParsedQuery, Query};

use crate::{cases::for_cases, queries::any_query};

#[test]
fn a_query_printed_and_read_again_is_the_same() {
    for_cases(any_query(), |text| {
        let parsed = ParsedQuery::parse(text);
        let again = ParsedQuery::parse(&parsed.query.to_string());
        prop_assert_eq!(&again.query, &parsed.query);
        prop_assert_eq!(again.warnings, []);
        Ok(())
    });
}

#[test]
fn a_query_without_a_part_has_one_part_less() {
    for_cases(any_query(), |text| {
        let query = ParsedQuery::parse(text).query;
        for place in 0..query.conjuncts().len() {
            let mut parts: Vec<Query> = query.conjuncts().to_vec();
            parts.remove(place);
            prop_assert_eq!(query.without(place), Query::and(parts));
        }
        Ok(())
    });
}
