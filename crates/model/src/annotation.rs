use serde::{Deserialize, Serialize};

use crate::{Article, Entity, Quote};

/// What was found in an article's body: its quotes in text order, and its entities by first mention.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Annotations {
    /// Quotations in the order of their spans.
    pub quotes: Vec<Quote>,
    /// People, organizations and places, each once, in the order of their first mention.
    pub entities: Vec<Entity>,
}

/// An article together with what was found in it: what the indexer hands to an engine, and an engine gives back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnnotatedArticle {
    /// The article as it was read.
    pub article: Article,
    /// What was found in its body.
    pub annotations: Annotations,
}
