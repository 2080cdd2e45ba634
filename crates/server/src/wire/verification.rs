use std::time::Duration;

use quotidian_search::Printed;
use serde::Serialize;
use utoipa::ToSchema;

use super::{article_summary::ArticleSummary, change::Change, quote_hit::QuoteHit, segment::ContextSegment};
use crate::permalink;

/// Whether and where the archive has some words. It says what was printed, and nothing of what is true.
#[derive(Serialize, ToSchema)]
pub(crate) struct Verification {
    /// Of the closest printing: the same words in the same order, but for case, marks, spaces and what editors mark as theirs;
    /// most of the words in the same order; or neither.
    #[schema(pattern = "^(verbatim|close|absent)$", example = "close")]
    verdict: &'static str,
    /// Whether the printings with this verdict name the speaker asked about, or only others; `unknown` where they name nobody,
    /// or nobody was asked about.
    #[schema(pattern = "^(agrees|conflicts|unknown)$", example = "agrees")]
    speaker: &'static str,
    /// How many words were given.
    words: usize,
    /// How many articles were found to print them, the same or close. Of very many, not all are looked at.
    total: usize,
    /// How long the engine needed, in microseconds.
    took_us: u64,
    /// The generation of the archive that answered.
    generation: u64,
    /// The printings: the closest first; of equals those by the speaker asked about, quotes before passages, the earliest.
    matches: Vec<Match>,
}

/// A place where an article prints the words: in a quote, or else in a passage outside of any.
#[derive(Serialize, ToSchema)]
pub(crate) struct Match {
    /// How close they are.
    #[schema(pattern = "^(verbatim|close)$", example = "close")]
    verdict: &'static str,
    /// Whether the speaker asked about is named.
    #[schema(pattern = "^(agrees|conflicts|unknown)$", example = "agrees")]
    speaker: &'static str,
    /// How many words are missing, added or changed.
    differing: usize,
    /// What was given beside what was printed.
    diff: Vec<Change>,
    /// The words of negation in the sentence that what was given leaves out.
    cut_negations: Vec<String>,
    /// The first code point of the words in the article's body.
    start: usize,
    /// The first code point after them.
    end: usize,
    /// The quote that the words are in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    quote: Option<QuoteHit>,
    /// The passage that the words are in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    passage: Option<Passage>,
}

/// Words of an article that are in no quote.
#[derive(Serialize, ToSchema)]
pub(crate) struct Passage {
    /// The path of the page that shows the article.
    #[schema(example = "/articles/semaphore-2024-118")]
    permalink: String,
    /// The article.
    article: ArticleSummary,
    /// The sentences around the words.
    context: Vec<ContextSegment>,
}

impl Verification {
    /// What the engine found in the time it took.
    pub(crate) fn new(found: quotidian_search::Verification, took: Duration) -> Self {
        Self {
            verdict: found.verdict.as_str(),
            speaker: found.speaker.as_str(),
            words: found.words,
            total: found.total,
            took_us: u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
            generation: found.generation,
            matches: found.printings.into_iter().map(Match::from).collect(),
        }
    }
}

impl From<quotidian_search::Printing> for Match {
    fn from(printing: quotidian_search::Printing) -> Self {
        let (quote, passage) = match printing.found {
            Printed::Quote(quote) => (Some((*quote).into()), None),
            Printed::Passage(passage) => (None, Some(passage.into())),
        };
        Self {
            verdict: printing.verdict.as_str(),
            speaker: printing.speaker.as_str(),
            differing: printing.differing,
            diff: printing.diff.into_iter().map(Change::from).collect(),
            cut_negations: printing.cut_negations,
            start: printing.place.start,
            end: printing.place.end,
            quote,
            passage,
        }
    }
}

impl From<quotidian_search::Passage> for Passage {
    fn from(passage: quotidian_search::Passage) -> Self {
        Self {
            permalink: permalink::of_article(&passage.article.id),
            article: passage.article.into(),
            context: passage.context.into_iter().map(ContextSegment::from).collect(),
        }
    }
}
