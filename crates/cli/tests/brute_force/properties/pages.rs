//! How a list is cut.

use proptest::prelude::*;
use quotidian_search::{Cursor, Page, SearchRequest};

use crate::{
    archives::ids,
    cases::{Case, any_case, check_list, for_cases},
    requests::any_collapse,
};

/// The most pages that are looked at, or small pages of long lists would take all the time.
const PAGES: usize = 8;

/// A search with the size of its pages and perhaps collapsed.
fn any_list() -> impl Strategy<Value = (Case, usize)> {
    let collapse = prop::option::of(any_collapse());
    (any_case(), 1..40_usize, collapse).prop_map(|(mut case, size, collapse)| {
        case.request.collapse = collapse;
        (case, size)
    })
}

fn page(number: usize, size: usize) -> Result<Page, TestCaseError> {
    Ok(Page::new(number, size)?)
}

#[test]
fn pages_are_one_list_cut() {
    for_cases(any_list(), |(case, size)| {
        let list = case.list(&case.request)?;
        let size = (*size).max(list.len() / PAGES).min(Page::MAX_SIZE);
        for number in 1..=list.len() / size + 2 {
            let page = page(number, size)?;
            let results = case.ask(&SearchRequest { page, ..case.request.clone() })?;
            let cut: Vec<_> = list.iter().skip(page.offset()).take(size).cloned().collect();
            check_list(&results.hits, &cut)?;
            prop_assert_eq!(results.total, case.model().found(&case.request).len() as u64);
            if page.offset() < list.len() {
                prop_assert_eq!(results.next.is_some(), page.offset() + size < list.len());
            }
        }
        Ok(())
    });
}

#[test]
fn cursors_lead_through_the_list_to_its_end() {
    for_cases((any_list(), 1..3_usize), |((case, size), first)| {
        let list = ids(case.list(&case.request)?);
        let size = (*size).max(list.len() / PAGES).min(Page::MAX_SIZE);
        let first = page(*first, size)?;
        let mut request = SearchRequest { page: first, ..case.request.clone() };
        let mut walked: Vec<String> = list.iter().take(first.offset()).cloned().collect();
        loop {
            let results = case.ask(&request)?;
            walked.extend(ids(results.hits));
            let Some(next) = results.next else { break };
            // As it comes back in an address.
            let next: Cursor = next.to_string().parse()?;
            request = SearchRequest { page: page(1, size)?, after: Some(next), ..request };
            prop_assert!(walked.len() <= list.len(), "{walked:?} goes on behind {list:?}");
        }
        check_list(&walked, &list)
    });
}

#[test]
fn pages_are_counted_from_a_cursor() {
    for_cases(any_list(), |(case, size)| {
        let list = ids(case.list(&case.request)?);
        let first = case.ask(&SearchRequest { page: page(1, *size)?, ..case.request.clone() })?;
        let second = SearchRequest { page: page(2, *size)?, after: first.next, ..case.request.clone() };
        if first.next.is_some() {
            let expected: Vec<String> = list.into_iter().skip(2 * size).take(*size).collect();
            check_list(&ids(case.ask(&second)?.hits), &expected)?;
        }
        Ok(())
    });
}

#[test]
fn a_list_goes_on_from_a_cursor() {
    for_cases(any_list(), |(case, size)| {
        let first = case.ask(&SearchRequest { page: page(1, *size)?, ..case.request.clone() })?;
        let rest = SearchRequest { after: first.next, ..case.request.clone() };
        if first.next.is_some() {
            let list: Vec<String> = case.ids(&case.request)?.into_iter().skip(*size).collect();
            check_list(&case.ids(&rest)?, &list)?;
        }
        Ok(())
    });
}

#[test]
fn hits_come_one_after_another_as_in_the_list() {
    for_cases(any_list(), |(case, size)| {
        let streamed = |most| Ok::<_, TestCaseError>(case.archive.stream(case.kind, &case.request, most)?);
        let list = case.list(&case.request)?;
        check_list(&streamed(usize::MAX)?, &list)?;
        check_list(&streamed(*size)?, &list[..list.len().min(*size)])
    });
}

#[test]
fn hits_come_one_after_another_from_a_cursor() {
    for_cases(any_list(), |(case, size)| {
        let first = case.ask(&SearchRequest { page: page(1, *size)?, ..case.request.clone() })?;
        if let Some(next) = first.next {
            let rest = SearchRequest { after: Some(next), ..case.request.clone() };
            let expected: Vec<_> = case.list(&case.request)?.into_iter().skip(*size).collect();
            check_list(&case.archive.stream(case.kind, &rest, usize::MAX)?, &expected)?;
        }
        Ok(())
    });
}
