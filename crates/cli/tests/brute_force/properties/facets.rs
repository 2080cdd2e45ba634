//! What is counted by value.

use proptest::prelude::*;
use quotidian_search::{FacetFilter, FacetSort, FacetValuesRequest, Page};

use crate::{
    cases::{any_case, for_cases, simple_case},
    document::has_beginnings,
};

#[test]
fn facets_are_counted_exactly_and_without_their_own_selection() {
    for_cases(any_case(), |case| {
        prop_assert_eq!(case.ask(&case.request)?.facets, case.model().facets(&case.request));
        Ok(())
    });
}

#[test]
fn facets_of_what_one_clause_finds_are_counted_exactly() {
    for_cases(simple_case(), |case| {
        prop_assert_eq!(case.ask(&case.request)?.facets, case.model().facets(&case.request));
        Ok(())
    });
}

#[test]
fn facets_come_in_the_order_asked_for() {
    for_cases((any_case(), any::<prop::sample::Index>()), |(case, turn)| {
        let mut fields = case.kind.facets().to_vec();
        let turn = turn.index(fields.len());
        fields.rotate_left(turn);
        fields.truncate(3);
        let mut request = case.request.clone();
        request.facets.fields.clone_from(&fields);
        let answered: Vec<_> = case.ask(&request)?.facets.into_iter().map(|facet| facet.field).collect();
        prop_assert_eq!(answered, fields);
        Ok(())
    });
}

#[test]
fn selecting_a_value_finds_as_many_as_it_counts() {
    for_cases((any_case(), any::<prop::sample::Index>()), |(case, chosen)| {
        let facets = case.ask(&case.request)?.facets;
        let values: Vec<_> = facets
            .iter()
            .flat_map(|facet| facet.values.iter().map(move |value| (facet.field, value)))
            .collect();
        if values.is_empty() {
            return Ok(());
        }
        let (field, value) = chosen.get(&values);
        let mut request = case.request.clone();
        let alone = FacetFilter { any_of: vec![value.value.clone()], none_of: Vec::new() };
        request.filters.facets.insert(*field, alone);
        prop_assert_eq!(case.ask(&request)?.total, value.count, "{}", value.value);
        Ok(())
    });
}

/// None begins another way to write a name here: which ways there are is the engine's to know.
const BEGINNINGS: &[&str] =
    &["", "", "il", "OKK", "mar il", "lev", "port", "board harb", "new", "zep", "2", "d"];

#[test]
fn the_values_of_a_facet_are_listed_by_the_beginnings_of_their_words() {
    let fields = any::<prop::sample::Index>();
    let words = prop::sample::select(BEGINNINGS);
    let sort = prop::sample::select(&[FacetSort::Count, FacetSort::Name][..]);
    for_cases((any_case(), fields, words, sort, 1..12_usize), |(case, field, words, sort, size)| {
        let field = *field.get(case.kind.facets());
        let mut expected = case.model().facet_values(&case.request, field, *sort);
        expected.retain(|(value, _)| has_beginnings(value, words));
        for number in 1..=expected.len() / size + 1 {
            let page = Page::new(number, *size)?;
            let request = FacetValuesRequest {
                search: case.request.clone(),
                field,
                words: (*words).to_owned(),
                sort: *sort,
                page,
            };
            let list = case.archive.values(case.kind, &request)?;
            prop_assert_eq!(list.total, expected.len() as u64, "{} {:?}", field, words);
            let values: Vec<_> = list.values.into_iter().map(|value| (value.value, value.count)).collect();
            let cut: Vec<_> = expected.iter().skip(page.offset()).take(*size).cloned().collect();
            prop_assert_eq!(values, cut, "{} {:?}, page {} of {}", field, words, number, size);
        }
        Ok(())
    });
}
