//! Draws cases of an archive and a search, and says which one fails.

use std::{env, fmt};

use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestCaseResult, TestRng, TestRunner},
};
use quotidian_search::SearchRequest;

use crate::{
    archives::{ARCHIVES, Archive, Found},
    document::Kind,
    model::Model,
    queries,
    requests::{self, Narrowing},
};

/// How many cases a property is checked with, unless the environment says otherwise.
const CASES: u32 = 64;

/// A search of an archive.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) archive: &'static Archive,
    pub(crate) kind: Kind,
    /// The query as it was typed.
    pub(crate) text: String,
    pub(crate) request: SearchRequest,
}

impl Case {
    pub(crate) fn model(&self) -> Model<'static> {
        self.archive.model(self.kind)
    }

    pub(crate) fn ask(
        &self,
        request: &SearchRequest,
    ) -> Result<quotidian_search::SearchResults<Found>, TestCaseError> {
        Ok(self.archive.ask(self.kind, request)?)
    }

    /// The whole list of hits.
    pub(crate) fn list(&self, request: &SearchRequest) -> Result<Vec<Found>, TestCaseError> {
        Ok(self.archive.list(self.kind, request)?)
    }

    pub(crate) fn ids(&self, request: &SearchRequest) -> Result<Vec<String>, TestCaseError> {
        Ok(self.archive.ids(self.kind, request)?)
    }

    /// The same search with another query.
    pub(crate) fn asking(&self, text: &str) -> SearchRequest {
        SearchRequest { query: queries::parsed(text), ..self.request.clone() }
    }
}

impl fmt::Debug for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { archive, kind, text, request } = self;
        writeln!(formatter, "{kind:?} in the archive `{archive:?}`")?;
        writeln!(formatter, "typed: {text}")?;
        writeln!(formatter, "read:  {}", request.query)?;
        writeln!(formatter, "{:?}", request.filters)?;
        let SearchRequest { sort, recency, collapse, facets, interval, .. } = request;
        writeln!(formatter, "sort {sort:?}, recency {recency:?}, collapse {collapse:?}, {interval:?}")?;
        write!(formatter, "{} values of facets by {:?}", facets.values, facets.sort)
    }
}

/// Any archive, any query, any filters.
pub(crate) fn any_case() -> impl Strategy<Value = Case> {
    cases(queries::any_query())
}

/// Few conditions, so that many cases find something.
pub(crate) fn simple_case() -> impl Strategy<Value = Case> {
    cases(queries::leaf())
}

pub(crate) fn cases(query: impl Strategy<Value = String>) -> impl Strategy<Value = Case> {
    let kind = prop::sample::select(Kind::ALL.to_vec());
    let archive = 0..ARCHIVES.len();
    (archive, kind, query, requests::any_narrowing(), requests::any_request()).prop_map(
        |(archive, kind, text, narrowing, request)| {
            let archive = &ARCHIVES[archive];
            case(archive, kind, text, &narrowing, request)
        },
    )
}

fn case(
    archive: &'static Archive,
    kind: Kind,
    text: String,
    narrowing: &Narrowing,
    request: SearchRequest,
) -> Case {
    let filters = narrowing.filters(kind, archive.documents(kind));
    let request = SearchRequest { query: queries::parsed(&text), filters, ..request };
    Case { archive, kind, text, request }
}

/// Checks a property with as many cases as are asked for, the same ones at every run with the same seed.
pub(crate) fn for_cases<T: fmt::Debug>(
    cases: impl Strategy<Value = T>,
    check: impl Fn(&T) -> TestCaseResult,
) {
    let config = Config {
        cases: number("QUOTIDIAN_PROPERTY_CASES").or_else(|| number("PROPTEST_CASES")).unwrap_or(CASES),
        max_shrink_iters: 2_000,
        failure_persistence: None,
        ..Config::default()
    };
    let seed = number("QUOTIDIAN_PROPERTY_SEED").unwrap_or(1);
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed as u8; 32]);
    let mut runner = TestRunner::new_with_rng(config, rng);
    if let Err(error) = runner.run(&cases, |case| check(&case)) {
        panic!("{error}");
    }
}

/// Whether a list is the one expected; if not, says where it goes another way.
pub(crate) fn check_list<T: fmt::Debug + PartialEq>(found: &[T], expected: &[T]) -> TestCaseResult {
    let same = std::iter::zip(found, expected).take_while(|(found, expected)| found == expected).count();
    let (found_here, expected_here) = (found.get(same), expected.get(same));
    prop_assert!(
        found_here.is_none() && expected_here.is_none(),
        "the list has {} hits and must have {}; at place {same} stands {found_here:?} and must stand {expected_here:?}",
        found.len(),
        expected.len()
    );
    Ok(())
}

fn number(variable: &str) -> Option<u32> {
    env::var(variable).ok()?.parse().ok()
}
