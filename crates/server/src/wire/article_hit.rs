use serde::Serialize;
use utoipa::ToSchema;

use super::{
    article_summary::Date,
    group::Group,
    segment::{Segment, segments},
};

/// An article that matches.
#[derive(Serialize, ToSchema)]
pub(crate) struct ArticleHit {
    /// Its identity.
    #[schema(example = "semaphore-2024-118")]
    id: String,
    /// Where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    url: Option<String>,
    /// Its headline with the query's hits marked.
    title: Vec<Segment>,
    /// Its headline.
    title_text: String,
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
    /// Fragments of the body, in text order, with the query's hits marked.
    snippets: Vec<Vec<Segment>>,
    /// How many quotes it has.
    quote_count: u64,
    /// Who is quoted in it, the most quoted first.
    speakers: Vec<SpeakerCount>,
    /// The near-duplicates of it.
    story: Group,
}

/// How many quotes a speaker has in an article.
#[derive(Serialize, ToSchema)]
pub(crate) struct SpeakerCount {
    /// Canonical name; absent for the unattributed quotes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    name: Option<String>,
    /// Number of quotes.
    count: u64,
}

impl From<quotidian_search::ArticleHit> for ArticleHit {
    fn from(hit: quotidian_search::ArticleHit) -> Self {
        let article = hit.article;
        let speaker = |speaker: quotidian_search::SpeakerCount| SpeakerCount {
            name: speaker.name,
            count: speaker.count,
        };
        Self {
            id: article.id.into(),
            url: article.url,
            title: segments(hit.title),
            title_text: article.title.text,
            title_derived: article.title.derived,
            date: article.date.into(),
            source: article.source,
            author: article.authors,
            section: article.section,
            snippets: hit.snippets.into_iter().map(segments).collect(),
            quote_count: hit.quote_count,
            speakers: hit.speakers.into_iter().map(speaker).collect(),
            story: hit.story.into(),
        }
    }
}
