//! The same articles and the same question have the same answer, whatever else differs.

use std::thread;

use proptest::prelude::*;
use quotidian_search::{Engine, Page, SearchRequest, SearchResults};

use crate::{
    archives::{ARCHIVES, Archive, the_same_in_other_segments},
    cases::{Case, any_case, check_list, for_cases},
    document::Kind,
    requests::any_collapse,
};

/// Everything that is answered, as it can be compared.
fn answer(archive: &Archive, kind: Kind, request: &SearchRequest) -> Result<String, TestCaseError> {
    // Generations are counted by checkpoints: that alone may differ.
    Ok(match kind {
        Kind::Article => {
            format!("{:#?}", SearchResults { generation: 0, ..archive.engine.articles(request)? })
        }
        Kind::Quote => format!("{:#?}", SearchResults { generation: 0, ..archive.engine.quotes(request)? }),
    })
}

/// The first lines that differ.
fn difference(left: &str, right: &str) -> Option<String> {
    let pairs = std::iter::zip(left.lines().chain([""]), right.lines().chain([""]));
    let mut unequal = pairs.enumerate().filter(|(_, (left, right))| left != right);
    unequal.next().map(|(line, (left, right))| format!("in line {line}:\n{left}\n{right}"))
}

/// A search of the archive that is there in several segments.
fn any_case_of_the_first() -> impl Strategy<Value = Case> {
    let collapse = prop::option::of(any_collapse());
    (any_case(), collapse, 1..4_usize).prop_map(|(mut case, collapse, number)| {
        let is_twin = the_same_in_other_segments().iter().any(|archive| archive.name == case.archive.name);
        if !is_twin {
            // A story of another archive would find nothing.
            case.request.filters.group = None;
        }
        case.archive = &ARCHIVES[0];
        case.request.collapse = collapse;
        case.request.page = Page::new(number, 20).unwrap_or_default();
        case
    })
}

#[test]
fn neither_checkpoints_nor_the_order_of_input_change_an_answer() {
    for_cases(any_case_of_the_first(), |case| {
        let expected = answer(case.archive, case.kind, &case.request)?;
        for twin in the_same_in_other_segments() {
            let answer = answer(twin, case.kind, &case.request)?;
            prop_assert_eq!(difference(&expected, &answer), None, "{:?}", twin);
        }
        Ok(())
    });
}

#[test]
fn lists_are_the_same_whatever_the_segments() {
    for_cases(any_case_of_the_first(), |case| {
        let expected = case.list(&case.request)?;
        for twin in the_same_in_other_segments() {
            check_list(&twin.list(case.kind, &case.request)?, &expected)?;
        }
        Ok(())
    });
}

#[test]
fn many_threads_at_once_get_the_answer_of_one() {
    const THREADS: usize = 4;
    for_cases(any_case(), |case| {
        let alone = answer(case.archive, case.kind, &case.request)?;
        let ask = || answer(case.archive, case.kind, &case.request);
        let answers: Vec<_> = thread::scope(|scope| {
            let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(ask)).collect();
            threads.into_iter().map(|thread| thread.join()).collect()
        });
        for answer in answers {
            let answer = answer.map_err(|_| TestCaseError::fail("a thread panicked"))??;
            prop_assert_eq!(difference(&alone, &answer), None);
        }
        Ok(())
    });
}

#[test]
fn asking_again_changes_nothing() {
    for_cases(any_case(), |case| {
        let first = answer(case.archive, case.kind, &case.request)?;
        prop_assert_eq!(difference(&first, &answer(case.archive, case.kind, &case.request)?), None);
        Ok(())
    });
}
