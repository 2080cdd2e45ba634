use std::sync::LazyLock;

use quotidian_search::query::Query;

use super::{
    extract::Readable,
    parameter::{Bounds, Form, Parameter},
    reader::Reader,
    search::{QUERY, query, query_parameter},
};
use crate::problem::Problem;

/// What to mark in an article.
pub(crate) struct ArticleReading(pub(crate) Query);

/// How many articles like one are wanted.
pub(crate) struct SimilarSearch {
    /// The most.
    pub(crate) limit: usize,
}

const SIMILAR: Bounds = Bounds { from: 1, to: 50, default: 10 };

static KNOWN_OF_READING: LazyLock<Vec<Parameter>> =
    LazyLock::new(|| vec![query_parameter(QUERY, "The query whose hits are marked, in the query language.")]);
static KNOWN_OF_SIMILAR: LazyLock<Vec<Parameter>> =
    LazyLock::new(|| vec![Parameter::new("limit", "The most articles.", Form::Number(SIMILAR), "5")]);

impl Readable for ArticleReading {
    fn known() -> &'static [Parameter] {
        &KNOWN_OF_READING
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        Ok(Self(query(&reader, QUERY).query))
    }
}

impl Readable for SimilarSearch {
    fn known() -> &'static [Parameter] {
        &KNOWN_OF_SIMILAR
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        Ok(Self { limit: reader.number("limit", SIMILAR)? })
    }
}
