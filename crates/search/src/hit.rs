use quotidian_model::{ArticleId, CodePointSpan, Confidence, PublicationDate, QuoteId, QuoteKind, Title};

use crate::{ContextSegment, Group, Segment};

/// What a list says of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleSummary {
    /// Its identity.
    pub id: ArticleId,
    /// Where it was published.
    pub url: Option<String>,
    /// Its headline.
    pub title: Title,
    /// When it was published.
    pub date: Option<PublicationDate>,
    /// The outlet.
    pub source: Option<String>,
    /// The byline.
    pub authors: Vec<String>,
    /// The part of the paper.
    pub section: Option<String>,
}

/// An article that matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleHit {
    /// The article.
    pub article: ArticleSummary,
    /// Its headline with the query's hits marked.
    pub title: Vec<Segment>,
    /// Fragments of the body, in text order, with the query's hits marked.
    pub snippets: Vec<Vec<Segment>>,
    /// How many quotes it has.
    pub quote_count: u64,
    /// Who is quoted in it, the most quoted first.
    pub speakers: Vec<SpeakerCount>,
    /// The near-duplicates of it.
    pub story: Group,
}

/// How many quotes a speaker has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerCount {
    /// Canonical name; `None` counts the unattributed quotes.
    pub name: Option<String>,
    /// Number of quotes.
    pub count: u64,
}

/// A quote that matches.
#[derive(Debug, Clone, PartialEq)]
pub struct QuoteHit {
    /// Its identity.
    pub id: QuoteId,
    /// The content, cut into marked, verbatim and other pieces.
    pub content: Vec<Segment>,
    /// Canonical name of the speaker; `None` is unattributed.
    pub speaker: Option<String>,
    /// The words that name the speaker at the quote.
    pub speaker_surface: Option<String>,
    /// The words of saying.
    pub cue: Option<String>,
    /// How exact it is.
    pub kind: QuoteKind,
    /// How sure content and speaker are.
    pub confidence: Confidence,
    /// The rule or model that decided on the speaker.
    pub rule: String,
    /// The sentence around it.
    pub context: Vec<ContextSegment>,
    /// The article it stands in.
    pub article: ArticleSummary,
    /// Where its content stands in the article's body.
    pub place: CodePointSpan,
    /// The same words in other articles.
    pub utterance: Group,
}
