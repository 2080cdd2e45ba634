use serde::{Deserialize, Serialize};

use crate::Span;

/// A person, organization or place that an article names, with every place where it is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its canonical name within the article, the fullest that was printed.
    pub name: String,
    /// Where it is named, in text order; never empty.
    pub mentions: Vec<Span>,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, party, ministry, court, team or other body.
    Organization,
    /// A country, city, region, sea or building.
    Place,
}
