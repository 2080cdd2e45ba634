use std::sync::LazyLock;

use quotidian_search::{FacetField, FacetSort, FacetValuesRequest, Page, SearchRequest};

use super::{
    Subject, counts,
    extract::Readable,
    filters, pages,
    parameter::{Form, Parameter},
    reader::Reader,
    search::{query, query_parameter},
};
use crate::problem::Problem;

/// The question for the values of a facet.
pub(crate) struct FacetValueSearch {
    /// Among what they are counted.
    pub(crate) subject: Subject,
    /// The page wanted.
    pub(crate) page: Page,
    search: SearchRequest,
    words: String,
    sort: FacetSort,
}

static KNOWN: LazyLock<Vec<Parameter>> = LazyLock::new(|| {
    let words = "Beginnings of words of the value, without regard to case and diacritics.";
    let of = "Whether values are counted by articles or by quotes; `kind` is of quotes alone.";
    let sort = "The order: the most frequent first, or by name.";
    let mut known = vec![
        Parameter::new("q", words, Form::Text, "marav"),
        Parameter::new("of", of, Form::one_of(&Subject::choices(), Some("articles")), "quotes"),
        query_parameter("search", "The query whose matches are counted, in the query language."),
        Parameter::new("sort", sort, Form::one_of(&counts::facet_sorts(), Some("count")), "name"),
    ];
    known.extend(pages::known());
    known.extend(filters::known_of_either());
    known
});

impl Readable for FacetValueSearch {
    fn known() -> &'static [Parameter] {
        &KNOWN
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        let subject = reader.choice("of", &Subject::choices())?.unwrap_or(Subject::Articles);
        filters::refuse_those_of_the_other(&reader, subject, "of")?;
        let filters = filters::read(&reader, subject)?;
        Ok(Self {
            subject,
            page: pages::read(&reader)?,
            search: SearchRequest { filters, ..SearchRequest::new(query(&reader, "search").query) },
            words: reader.text("q").unwrap_or_default().to_owned(),
            sort: counts::facet_sort(&reader, "sort")?,
        })
    }
}

impl FacetValueSearch {
    /// The question about one facet.
    ///
    /// # Errors
    /// If the subject has no such facet.
    pub(crate) fn about(self, field: FacetField) -> Result<FacetValuesRequest, Problem> {
        if !self.subject.fields().contains(&field) {
            let detail = format!("{} have no facet `{field}`; ask with `of=quotes`", self.subject.as_str());
            return Err(Problem::bad_value("of", detail).suggesting(Some(Subject::Quotes.as_str())));
        }
        let Self { search, words, sort, page, .. } = self;
        Ok(FacetValuesRequest { search, field, words, sort, page })
    }
}
