use std::sync::LazyLock;

use super::{
    counting,
    extract::Readable,
    filters,
    parameter::Parameter,
    reader::Reader,
    search::{QUERY, query_parameter},
};
use crate::{counting::Counting, problem::Problem};

/// The queries to compare over time.
pub(crate) struct TrendsSearch {
    /// How they are counted.
    pub(crate) counting: Counting,
    /// The queries as they were given.
    pub(crate) queries: Vec<String>,
}

/// The most queries.
const MOST: usize = 5;

static KNOWN: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let queries = "A query, in the query language; one to five of them, each a `q` of its own.";
    let mut known = vec![query_parameter(QUERY, queries).repeating()];
    known.extend(counting::known());
    known.extend(filters::known_of_either());
    known
});

impl Readable for TrendsSearch {
    fn known() -> &'static [Parameter] {
        &KNOWN
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        let counting = counting::read(&reader, |reader, subject| {
            filters::refuse_those_of_the_other(reader, subject, counting::SUBJECT)?;
            filters::read(reader, subject)
        })?;
        let queries = reader.texts(QUERY);
        if !(1..=MOST).contains(&queries.len()) {
            let detail =
                format!("one to {MOST} queries can be compared, each a `{QUERY}`; {} came", queries.len());
            return Err(Problem::bad_value(QUERY, detail));
        }
        Ok(Self { counting, queries })
    }
}
