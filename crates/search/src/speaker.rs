use quotidian_model::Day;

use crate::{Interval, MergedBy, QuoteHit, SpeakerListing, Timeline};

/// A question for one speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerRequest {
    /// Canonical name, as the archive has it.
    pub name: String,
    /// The interval of the timeline; `None` leaves it out.
    pub interval: Option<Interval>,
}

/// What an archive says of one speaker.
#[derive(Debug, Clone, PartialEq)]
pub struct SpeakerProfile {
    /// Name, number of quotes, first and last day.
    pub listing: SpeakerListing,
    /// The words that name the speaker at the quotes, the most frequent first.
    pub variants: Shortlist<SpeakerVariant>,
    /// What articles say that the speaker is, the most frequent first.
    pub roles: Shortlist<SpeakerRole>,
    /// The quotes over time, if asked for.
    pub timeline: Option<Timeline>,
    /// The words of saying in lower case, with the number of quotes.
    pub cues: Shortlist<Counted>,
    /// Who else is quoted in the same articles, with the number of articles.
    pub quoted_with: Shortlist<Counted>,
    /// The outlets, with the number of quotes.
    pub sources: Shortlist<Counted>,
    /// Quotes that say nearly the same but for a negation or a number, the newest first. They are worth a look, and no
    /// verdict.
    pub changed_statements: Shortlist<ChangedStatement>,
}

/// The first of a list, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortlist<T> {
    /// The first ones.
    pub values: Vec<T>,
    /// How many there are in all.
    pub total: u64,
}

impl<T> Shortlist<T> {
    /// The first `limit` of `all`.
    pub fn first(limit: usize, mut all: Vec<T>) -> Self {
        let total = all.len() as u64;
        all.truncate(limit);
        Self { values: all, total }
    }
}

/// A value, and how often it was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The value.
    pub value: String,
    /// How often.
    pub count: u64,
}

/// Words that name a speaker at quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerVariant {
    /// The words in their most frequent spelling; case does not tell variants apart.
    pub words: String,
    /// Number of quotes.
    pub count: u64,
    /// How they come to stand for the name.
    pub merged_by: MergedBy,
}

/// What articles say that a speaker is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerRole {
    /// The words in their most frequent spelling.
    pub words: String,
    /// Number of quotes from articles that say so.
    pub count: u64,
    /// The day of the first dated one.
    pub first: Option<Day>,
    /// The day of the last dated one.
    pub last: Option<Day>,
}

/// Two quotes of one speaker from different articles that say nearly the same.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedStatement {
    /// What they differ in.
    pub difference: Difference,
    /// The later quote; undated ones come before dated ones.
    pub later: QuoteHit,
    /// The earlier quote.
    pub earlier: QuoteHit,
}

/// In what two statements differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// What one says, the other denies.
    Negation,
    /// One has another number for the same.
    Number,
}

impl Difference {
    /// The difference's name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Negation => "negation",
            Self::Number => "number",
        }
    }
}
