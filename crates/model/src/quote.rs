use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{Confidence, Span, Speaker};

/// A quotation: words that an article says somebody said or wrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// The content without its outer marks: the quoted words, or the reported clause.
    pub span: Span,
    /// How much of the content is in quotation marks.
    pub kind: QuoteKind,
    /// The words inside marks, for a mixed quote; empty for the other kinds.
    pub verbatim: Vec<Span>,
    /// Who said it.
    pub speaker: Speaker,
    /// The verb or phrase of saying ("said", "according to"), if there is one.
    pub cue: Option<Span>,
    /// The sentence or sentences around the content, with source and cue.
    pub context: Span,
    /// How sure content and canonical speaker are together.
    pub confidence: Confidence,
    /// The name of the rule or model that decided on the speaker, listed in the annotator's documentation.
    pub rule: String,
}

/// How much of a quote's content stands in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// A reported statement with quoted words in it.
    Mixed,
    /// None of it.
    Indirect,
}

/// A text that names no [`QuoteKind`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a kind of quote; the kinds are direct, mixed and indirect")]
pub struct QuoteKindError {
    /// What was given.
    pub text: String,
}

impl QuoteKind {
    /// Every kind, the most exact first.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Mixed, Self::Indirect];

    /// The kind's name in the API and the archive.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

impl FromStr for QuoteKind {
    type Err = QuoteKindError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let kind = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        kind.ok_or_else(|| QuoteKindError { text: text.to_owned() })
    }
}

impl fmt::Display for QuoteKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
