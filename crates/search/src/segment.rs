/// A piece of text, cut where marking changes, so that nobody has to parse HTML or count offsets to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The words.
    pub text: String,
    /// Whether they answer the query.
    pub mark: bool,
    /// Whether they stand in quotation marks in the article, in the content of a mixed quote.
    pub verbatim: bool,
}

/// A piece of the sentence around a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextSegment {
    /// The words.
    pub text: String,
    /// What they are to the quote.
    pub role: ContextRole,
}

/// What a piece of context is to its quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContextRole {
    /// The quote's own words.
    Content,
    /// The words that name the speaker.
    Source,
    /// The verb or phrase of saying.
    Cue,
    /// Anything else.
    Text,
}

impl ContextRole {
    /// The role's name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Source => "source",
            Self::Cue => "cue",
            Self::Text => "text",
        }
    }
}
