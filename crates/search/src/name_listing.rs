use quotidian_model::Day;
use serde::Serialize;

use crate::MergedBy;

/// What the archive has under a canonical name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NameListing {
    /// The canonical name.
    pub name: String,
    /// Number of quotes under all its names.
    pub quotes: u64,
    /// The other names that its quotes have in their articles, the most frequent first.
    pub variants: Vec<VariantListing>,
}

/// Another name that quotes have in their articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VariantListing {
    /// The name.
    pub name: String,
    /// Number of quotes.
    pub quotes: u64,
    /// How it came to mean the canonical one.
    pub merged_by: MergedBy,
    /// The first day on which it does, if it does not always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last day on which it does, if it does not always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
}
