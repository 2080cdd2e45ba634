use serde::Serialize;
use utoipa::ToSchema;

use super::{Provenance, QuoteHit};

/// A quote that was asked for by its identity.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReadQuote {
    #[serde(flatten)]
    pub(crate) quote: QuoteHit,
    /// What became of the words whose hash was given; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = Option<String>, pattern = "^(unchanged|changed|moved)$", example = "unchanged")]
    pub(crate) state: Option<QuoteState>,
    /// Everywhere that its words were printed, the same or nearly the same.
    pub(crate) provenance: Provenance,
}

/// What became of the words of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum QuoteState {
    /// They stand at this number.
    Unchanged,
    /// Others stand at this number now, and they nowhere in the article.
    Changed,
    /// They stand at another number of the article: at that of the answer.
    Moved,
}
