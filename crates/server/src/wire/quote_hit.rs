use serde::Serialize;
use utoipa::ToSchema;

use super::{
    article_summary::ArticleSummary,
    group::Group,
    segment::{ContextSegment, Segment, segments},
};
use crate::{content_hash::ContentHash, permalink};

/// A quote that matches.
#[derive(Serialize, ToSchema)]
pub(crate) struct QuoteHit {
    /// Its identity: the article's, a dot, the number.
    #[schema(example = "semaphore-2024-118.3")]
    id: String,
    /// Its place among the article's quotes, from 1.
    number: u32,
    /// The hash of its words, by which `hash` asks whether they still stand.
    #[schema(example = "00c0ffee00c0ffee")]
    hash: String,
    /// The path of the page that shows it at its place.
    #[schema(example = "/articles/semaphore-2024-118?hash=00c0ffee00c0ffee#quote-3")]
    permalink: String,
    /// Its content, with the query's hits marked.
    segments: Vec<Segment>,
    /// Whose words it is.
    speaker: SpeakerNames,
    /// The words of saying.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "said")]
    cue: Option<String>,
    /// How much of it stands in quotation marks.
    #[schema(pattern = "^(direct|mixed|indirect)$", example = "direct")]
    kind: &'static str,
    /// How sure content and speaker are, from 0 to 1.
    #[schema(minimum = 0, maximum = 1)]
    confidence: f32,
    /// The rule or model that decided on the speaker.
    rule: String,
    /// The sentence around it.
    context: Vec<ContextSegment>,
    /// The first code point of its content.
    start: usize,
    /// The first code point after its content.
    end: usize,
    /// The article it stands in.
    article: ArticleSummary,
    /// The same words in other articles.
    utterance: Group,
}

/// How a speaker is called.
#[derive(Serialize, ToSchema)]
pub(crate) struct SpeakerNames {
    /// Canonical name; absent if the quote is unattributed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "Ilse Maravant")]
    name: Option<String>,
    /// The words that name the speaker at the quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "she")]
    surface: Option<String>,
}

impl From<quotidian_search::QuoteHit> for QuoteHit {
    fn from(hit: quotidian_search::QuoteHit) -> Self {
        let hash = ContentHash::of_segments(&hit.content);
        Self {
            id: hit.id.to_string(),
            number: hit.id.number.get(),
            hash: hash.to_string(),
            permalink: permalink::of_quote(&hit.id.article, hit.id.number.get(), hash),
            segments: segments(hit.content),
            speaker: SpeakerNames { name: hit.speaker, surface: hit.speaker_surface },
            cue: hit.cue,
            kind: hit.kind.as_str(),
            confidence: hit.confidence.get(),
            rule: hit.rule,
            context: hit.context.into_iter().map(ContextSegment::from).collect(),
            start: hit.place.start,
            end: hit.place.end,
            article: hit.article.into(),
            utterance: hit.utterance.into(),
        }
    }
}
