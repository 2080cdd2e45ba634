use serde::Serialize;
use utoipa::ToSchema;

use super::{article_summary::ArticleSummary, change::Change};

/// Everywhere that the archive has the words of a quote, the same or nearly the same.
#[derive(Serialize, ToSchema)]
pub(crate) struct Provenance {
    /// The day on which they were first printed; absent if no printing is dated.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "date", example = "2024-03-14")]
    first: Option<String>,
    /// The day on which they were last printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "date", example = "2024-03-15")]
    last: Option<String>,
    /// How many articles print them.
    total: usize,
    /// Whether there may be more: of very many, not all are looked at.
    cut: bool,
    /// The outlets that printed them, in the order of their days.
    outlets: Vec<Outlet>,
    /// Who is said to have said them, the most frequent first. More than one name is worth a look.
    attributions: Vec<Attribution>,
    /// The wordings: first the longest, then the most printed.
    variants: Vec<WordingVariant>,
}

/// An outlet that printed the words.
#[derive(Serialize, ToSchema)]
pub(crate) struct Outlet {
    /// Its name; absent where articles name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "The Semaphore")]
    source: Option<String>,
    /// The day on which it first did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "date", example = "2024-03-14")]
    first: Option<String>,
    /// In how many articles it did.
    articles: usize,
}

/// Somebody who is said to have said the words.
#[derive(Serialize, ToSchema)]
pub(crate) struct Attribution {
    /// Canonical name; absent where the words are attributed to nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "Ilse Maravant")]
    speaker: Option<String>,
    /// In how many articles.
    articles: usize,
    /// The day of the first of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "date", example = "2024-03-14")]
    first: Option<String>,
}

/// A wording of what was said.
#[derive(Serialize, ToSchema)]
pub(crate) struct WordingVariant {
    /// The words of its first printing.
    text: String,
    /// Whether it is a shortened form: words of the longest form, and no others.
    shortened: bool,
    /// It, as what is given, beside the longest form; empty for the longest form itself.
    diff: Vec<Change>,
    /// Where it was printed, in the order of days.
    printings: Vec<WordingPrinting>,
}

/// An article that printed a wording.
#[derive(Serialize, ToSchema)]
pub(crate) struct WordingPrinting {
    /// The id of the quote; absent where the words stand outside of any.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "semaphore-2024-118.3")]
    quote: Option<String>,
    /// Canonical name of who is said to have said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "Ilse Maravant")]
    speaker: Option<String>,
    /// The first code point of the words in the article's body.
    start: usize,
    /// The first code point after them.
    end: usize,
    /// The article.
    article: ArticleSummary,
}

impl From<quotidian_search::Provenance> for Provenance {
    fn from(provenance: quotidian_search::Provenance) -> Self {
        Self {
            first: provenance.first.map(String::from),
            last: provenance.last.map(String::from),
            total: provenance.total,
            cut: provenance.is_cut,
            outlets: provenance.outlets.into_iter().map(Outlet::from).collect(),
            attributions: provenance.attributions.into_iter().map(Attribution::from).collect(),
            variants: provenance.variants.into_iter().map(WordingVariant::from).collect(),
        }
    }
}

impl From<quotidian_search::Outlet> for Outlet {
    fn from(outlet: quotidian_search::Outlet) -> Self {
        Self { source: outlet.source, first: outlet.first.map(String::from), articles: outlet.articles }
    }
}

impl From<quotidian_search::Attribution> for Attribution {
    fn from(attribution: quotidian_search::Attribution) -> Self {
        Self {
            speaker: attribution.speaker,
            articles: attribution.articles,
            first: attribution.first.map(String::from),
        }
    }
}

impl From<quotidian_search::Variant> for WordingVariant {
    fn from(variant: quotidian_search::Variant) -> Self {
        Self {
            text: variant.text,
            shortened: variant.is_shortened,
            diff: variant.diff.into_iter().map(Change::from).collect(),
            printings: variant.printings.into_iter().map(WordingPrinting::from).collect(),
        }
    }
}

impl From<quotidian_search::VariantPrinting> for WordingPrinting {
    fn from(printing: quotidian_search::VariantPrinting) -> Self {
        Self {
            quote: printing.quote.map(|id| id.to_string()),
            speaker: printing.speaker,
            start: printing.place.start,
            end: printing.place.end,
            article: printing.article.into(),
        }
    }
}
