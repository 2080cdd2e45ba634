use quotidian_model::PublicationDate;
use serde::Serialize;
use utoipa::ToSchema;

/// What a quote says of its article.
#[derive(Serialize, ToSchema)]
pub(crate) struct ArticleSummary {
    /// Its identity.
    #[schema(example = "semaphore-2024-118")]
    id: String,
    /// Where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    url: Option<String>,
    /// Its headline.
    title: String,
    /// Whether the headline was taken from the first sentence.
    title_derived: bool,
    #[serde(flatten)]
    date: Date,
    /// The outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    source: Option<String>,
    /// The byline, one entry per person.
    author: Vec<String>,
    /// The part of the paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    section: Option<String>,
}

/// When an article was published.
#[derive(Serialize, ToSchema)]
pub(crate) struct Date {
    /// The civil day; absent if the article is undated.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "date", example = "2024-03-14")]
    date: Option<String>,
    /// The date in the words of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    date_stated: Option<String>,
}

impl From<quotidian_search::ArticleSummary> for ArticleSummary {
    fn from(article: quotidian_search::ArticleSummary) -> Self {
        Self {
            id: article.id.into(),
            url: article.url,
            title: article.title.text,
            title_derived: article.title.derived,
            date: article.date.into(),
            source: article.source,
            author: article.authors,
            section: article.section,
        }
    }
}

impl From<Option<PublicationDate>> for Date {
    fn from(date: Option<PublicationDate>) -> Self {
        Self {
            date: date.as_ref().and_then(|date| date.day).map(String::from),
            date_stated: date.map(|date| date.stated),
        }
    }
}
