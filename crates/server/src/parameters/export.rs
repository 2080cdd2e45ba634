use std::sync::LazyLock;

use quotidian_search::SearchRequest;

use super::{
    Subject,
    extract::Readable,
    filters, order,
    parameter::Parameter,
    reader::Reader,
    search::{QUERY, query, query_parameter},
};
use crate::problem::Problem;

/// A search of which every hit is asked for.
pub(crate) struct ExportParameters {
    /// What it looks for.
    pub(crate) subject: Subject,
    /// The query as it was given.
    pub(crate) text: String,
    /// What to ask the engine.
    pub(crate) request: SearchRequest,
}

/// A search for articles of which every hit is asked for.
pub(crate) struct ArticleExport(ExportParameters);

/// A search for quotes of which every hit is asked for.
pub(crate) struct QuoteExport(ExportParameters);

static KNOWN_OF_ARTICLES: LazyLock<Vec<Parameter>> = LazyLock::new(|| known(Subject::Articles));
static KNOWN_OF_QUOTES: LazyLock<Vec<Parameter>> = LazyLock::new(|| known(Subject::Quotes));

impl Readable for ArticleExport {
    fn known() -> &'static [Parameter] {
        &KNOWN_OF_ARTICLES
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        ExportParameters::read(&reader, Subject::Articles).map(Self)
    }
}

impl Readable for QuoteExport {
    fn known() -> &'static [Parameter] {
        &KNOWN_OF_QUOTES
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        ExportParameters::read(&reader, Subject::Quotes).map(Self)
    }
}

impl From<ArticleExport> for ExportParameters {
    fn from(ArticleExport(export): ArticleExport) -> Self {
        export
    }
}

impl From<QuoteExport> for ExportParameters {
    fn from(QuoteExport(export): QuoteExport) -> Self {
        export
    }
}

impl ExportParameters {
    fn read(reader: &Reader, subject: Subject) -> Result<Self, Problem> {
        let request = SearchRequest {
            filters: filters::read(reader, subject)?,
            sort: order::sort(reader)?,
            recency: order::recency(reader)?,
            ..SearchRequest::new(query(reader, QUERY).query)
        };
        Ok(Self { subject, text: reader.text(QUERY).unwrap_or_default().to_owned(), request })
    }
}

fn known(subject: Subject) -> Vec<Parameter> {
    let mut known = vec![query_parameter(QUERY, "The query, in the query language.")];
    known.extend(order::known());
    known.extend(filters::known(subject));
    known
}
