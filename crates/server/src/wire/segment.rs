use serde::Serialize;
use utoipa::ToSchema;

use super::is_false;

/// A piece of text, cut where marking changes.
#[derive(Serialize, ToSchema)]
pub(crate) struct Segment {
    /// The words.
    text: String,
    /// Whether they answer the query; absent means no.
    #[serde(skip_serializing_if = "is_false")]
    #[schema(required = false)]
    mark: bool,
    /// Whether they stand in quotation marks in a mixed quote; absent means no.
    #[serde(skip_serializing_if = "is_false")]
    #[schema(required = false)]
    verbatim: bool,
}

/// A piece of the sentence around a quote.
#[derive(Serialize, ToSchema)]
pub(crate) struct ContextSegment {
    /// The words.
    text: String,
    /// What they are to the quote.
    #[schema(pattern = "^(content|source|cue|text)$", example = "cue")]
    role: &'static str,
}

impl From<quotidian_search::Segment> for Segment {
    fn from(segment: quotidian_search::Segment) -> Self {
        Self { text: segment.text, mark: segment.mark, verbatim: segment.verbatim }
    }
}

impl From<quotidian_search::ContextSegment> for ContextSegment {
    fn from(segment: quotidian_search::ContextSegment) -> Self {
        Self { text: segment.text, role: segment.role.as_str() }
    }
}

/// Segments for the wire.
pub(super) fn segments(segments: Vec<quotidian_search::Segment>) -> Vec<Segment> {
    segments.into_iter().map(Segment::from).collect()
}
