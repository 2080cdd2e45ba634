use serde::Serialize;
use utoipa::ToSchema;

use super::ArticleHit;

/// Articles that are like one, but not of its story.
#[derive(Serialize, ToSchema)]
pub(crate) struct Similar {
    /// The articles, the most similar first.
    hits: Vec<ArticleHit>,
}

impl From<Vec<quotidian_search::ArticleHit>> for Similar {
    fn from(hits: Vec<quotidian_search::ArticleHit>) -> Self {
        Self { hits: hits.into_iter().map(ArticleHit::from).collect() }
    }
}
