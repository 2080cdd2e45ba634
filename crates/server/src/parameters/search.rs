use std::sync::LazyLock;

use quotidian_search::{
    SearchRequest,
    query::{ParsedQuery, Warning},
};

use super::{
    PageLinks, Subject, collapse, counts, cursor,
    extract::Readable,
    filters, order, pages,
    parameter::{Form, Parameter},
    reader::Reader,
};
use crate::problem::Problem;

/// A search as it was asked for.
pub(crate) struct SearchParameters {
    /// What it looks for.
    pub(crate) subject: Subject,
    /// The query as it was given.
    pub(crate) text: String,
    /// What could not be read as it stands.
    pub(crate) warnings: Vec<Warning>,
    /// What to ask the engine. It has no deadline yet.
    pub(crate) request: SearchRequest,
    /// The way to the other pages.
    pub(crate) links: PageLinks,
}

/// A search for articles.
pub(crate) struct ArticleSearch(pub(crate) SearchParameters);

/// A search for quotes.
pub(crate) struct QuoteSearch(pub(crate) SearchParameters);

static KNOWN_OF_ARTICLES: LazyLock<Vec<Parameter>> = LazyLock::new(|| known(Subject::Articles));
static KNOWN_OF_QUOTES: LazyLock<Vec<Parameter>> = LazyLock::new(|| known(Subject::Quotes));

impl Readable for ArticleSearch {
    fn known() -> &'static [Parameter] {
        &KNOWN_OF_ARTICLES
    }

    fn read(reader: Reader, path: &str) -> Result<Self, Problem> {
        SearchParameters::read(reader, path, Subject::Articles).map(Self)
    }
}

impl Readable for QuoteSearch {
    fn known() -> &'static [Parameter] {
        &KNOWN_OF_QUOTES
    }

    fn read(reader: Reader, path: &str) -> Result<Self, Problem> {
        SearchParameters::read(reader, path, Subject::Quotes).map(Self)
    }
}

impl SearchParameters {
    fn read(reader: Reader, path: &str, subject: Subject) -> Result<Self, Problem> {
        let (ParsedQuery { query, warnings }, sort) = (query(&reader, QUERY), order::sort(&reader)?);
        let after = cursor::read(&reader, sort)?;
        let request = SearchRequest {
            filters: filters::read(&reader, subject)?,
            sort: after.map(|cursor| cursor.sort).or(sort),
            recency: order::recency(&reader)?,
            page: pages::read(&reader)?,
            after,
            collapse: collapse::read(&reader, subject)?,
            facets: counts::facets(&reader, subject)?,
            interval: counts::interval(&reader)?,
            ..SearchRequest::new(query)
        };
        let text = reader.text(QUERY).unwrap_or_default().to_owned();
        Ok(Self { subject, text, warnings, request, links: reader.into_links(path) })
    }
}

/// The parameter that holds the query of a search.
pub(super) const QUERY: &str = "q";

/// The parameter `name` that takes a query.
pub(super) fn query_parameter(name: &str, about: &str) -> Parameter {
    Parameter::new(name, about, Form::Text, "levy OR tide -harbour")
}

/// The query that the parameter `name` holds; everything, if there is none.
pub(super) fn query(reader: &Reader, name: &str) -> ParsedQuery {
    ParsedQuery::parse(reader.text(name).unwrap_or_default())
}

fn known(subject: Subject) -> Vec<Parameter> {
    let mut known = vec![query_parameter(QUERY, "The query, in the query language.")];
    known.extend(order::known());
    known.extend(collapse::known(subject));
    known.extend(counts::known());
    known.extend(pages::known());
    known.push(cursor::known());
    known.extend(filters::known(subject));
    known
}
