use serde::{Deserialize, Serialize};

use crate::{ArticleId, PublicationDate};

/// One article as its source gave it. Absent fields are absent, never guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The identity under which the article is updated and linked to.
    pub id: ArticleId,
    /// Where it was published, if the source says.
    pub url: Option<String>,
    /// The headline.
    pub title: Title,
    /// When it was published; `None` when the source states nothing.
    pub date: Option<PublicationDate>,
    /// The outlet.
    pub source: Option<String>,
    /// The byline, one entry per person.
    pub authors: Vec<String>,
    /// The part of the paper or the topic.
    pub section: Option<String>,
    /// The language as an ISO 639-1 code.
    pub language: Option<String>,
    /// The text. All spans are byte offsets into it.
    pub body: String,
}

/// A headline, or the words that stand in for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// The words shown as the headline.
    pub text: String,
    /// Whether they were taken from the first sentence because the source has no headline.
    pub derived: bool,
}

impl Title {
    /// A headline the source printed.
    pub fn stated(text: impl Into<String>) -> Self {
        Self { text: text.into(), derived: false }
    }

    /// A headline made from the article's first sentence.
    pub fn derived(text: impl Into<String>) -> Self {
        Self { text: text.into(), derived: true }
    }
}
