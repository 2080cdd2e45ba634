use std::time::Instant;

use quotidian_model::CodePointSpan;

use crate::{ArticleSummary, Change, ContextSegment, QuoteHit};

/// A question whether words were printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationRequest {
    /// The words. An ellipsis stands for words left out, brackets for an editor's words.
    pub text: String,
    /// Who is said to have said them.
    pub speaker: Option<String>,
    /// The most printings to show.
    pub limit: usize,
    /// When to give up.
    pub deadline: Option<Instant>,
}

/// Whether and where the archive has some words. It says what was printed, and nothing of what is true.
#[derive(Debug, Clone, PartialEq)]
pub struct Verification {
    /// The verdict on the closest printing.
    pub verdict: Verdict,
    /// Whether the printings with this verdict name the speaker asked about.
    pub speaker: Agreement,
    /// How many words were given.
    pub words: usize,
    /// How many articles were found to print them, the same or close. Where more than a few dozen do, not all are looked at.
    pub total: usize,
    /// The printings, the closest first; of equals those by the speaker asked about, quotes before passages, the earliest.
    pub printings: Vec<Printing>,
    /// The generation of the archive that answered.
    pub generation: u64,
}

/// How what was given lies to what was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The same words in the same order, but for case, marks, spaces, and what editors mark as theirs.
    Verbatim,
    /// Most of the words in the same order.
    Close,
    /// Neither.
    Absent,
}

/// Whether a printing names the speaker asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// It names them.
    Agrees,
    /// It names somebody else.
    Conflicts,
    /// It names nobody, or nobody was asked about.
    Unknown,
}

/// A place where an article prints the words.
#[derive(Debug, Clone, PartialEq)]
pub struct Printing {
    /// How close they are; never [`Verdict::Absent`].
    pub verdict: Verdict,
    /// Whether the speaker asked about is named.
    pub speaker: Agreement,
    /// How many words are missing, added or changed.
    pub differing: usize,
    /// What was given beside what was printed.
    pub diff: Vec<Change>,
    /// The words of negation that the sentence has, and that what was given leaves out: cut off in front of it, dropped
    /// inside it, or hidden behind an ellipsis.
    pub cut_negations: Vec<String>,
    /// Where the words stand in the article's body.
    pub place: CodePointSpan,
    /// What they are there.
    pub found: Printed,
}

/// What printed words are in their article.
#[derive(Debug, Clone, PartialEq)]
pub enum Printed {
    /// Part or all of a quote.
    Quote(Box<QuoteHit>),
    /// Words outside any quote.
    Passage(Passage),
}

/// Words of an article that are in no quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The article.
    pub article: ArticleSummary,
    /// The sentences around them.
    pub context: Vec<ContextSegment>,
}

impl Verdict {
    /// The verdict's name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Close => "close",
            Self::Absent => "absent",
        }
    }
}

impl Agreement {
    /// The name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Conflicts => "conflicts",
            Self::Unknown => "unknown",
        }
    }
}

impl Printed {
    /// The article that printed them.
    pub fn article(&self) -> &ArticleSummary {
        match self {
            Self::Quote(quote) => &quote.article,
            Self::Passage(passage) => &passage.article,
        }
    }
}
