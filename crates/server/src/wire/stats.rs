use serde::Serialize;
use utoipa::ToSchema;

/// What is in the archive.
#[derive(Serialize, ToSchema)]
pub(crate) struct Stats {
    /// Number of articles.
    articles: u64,
    /// Number of quotes.
    quotes: u64,
    /// Number of named speakers.
    speakers: u64,
    /// Number of outlets.
    sources: u64,
    /// The day of the earliest dated article.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "date")]
    from: Option<String>,
    /// The day of the latest dated article.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "date")]
    to: Option<String>,
    /// Number of articles without a day.
    undated: u64,
    /// The generation that was counted; it grows with every change.
    generation: u64,
}

impl From<quotidian_search::Stats> for Stats {
    fn from(stats: quotidian_search::Stats) -> Self {
        Self {
            articles: stats.articles,
            quotes: stats.quotes,
            speakers: stats.speakers,
            sources: stats.sources,
            from: stats.from.map(String::from),
            to: stats.to.map(String::from),
            undated: stats.undated,
            generation: stats.generation,
        }
    }
}
