use quotidian_model::{CodePointSpan, Day, QuoteId};

use crate::{ArticleSummary, Change};

/// Everywhere that the archive has the words of a quote, the same or nearly the same, in the wordings in which they were
/// printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The day on which they were first printed, as far as printings are dated.
    pub first: Option<Day>,
    /// The day on which they were last printed.
    pub last: Option<Day>,
    /// How many articles print them.
    pub total: usize,
    /// Whether there may be more: not all articles with such words were looked at.
    pub is_cut: bool,
    /// The outlets that printed them, in the order of their days.
    pub outlets: Vec<Outlet>,
    /// The wordings: first the longest, then the most printed.
    pub variants: Vec<Variant>,
    /// Who is said to have said them, the most frequent first. More than one name is worth a look.
    pub attributions: Vec<Attribution>,
}

/// An outlet that printed the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// Its name; `None` where articles name none.
    pub source: Option<String>,
    /// The day on which it first did.
    pub first: Option<Day>,
    /// In how many articles it did.
    pub articles: usize,
}

/// A wording of what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// The words of its first printing.
    pub text: String,
    /// Whether it is a shortened form: words of the longest form, and no others.
    pub is_shortened: bool,
    /// It beside the longest form; empty for the longest form itself.
    pub diff: Vec<Change>,
    /// Where it was printed, in the order of days.
    pub printings: Vec<VariantPrinting>,
}

/// An article that printed a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantPrinting {
    /// The quote; `None` where the words stand outside any quote.
    pub quote: Option<QuoteId>,
    /// Canonical name of who is said to have said it.
    pub speaker: Option<String>,
    /// The article.
    pub article: ArticleSummary,
    /// Where the words stand in its body.
    pub place: CodePointSpan,
}

/// Somebody who is said to have said the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// Canonical name; `None` where the words are attributed to nobody.
    pub speaker: Option<String>,
    /// In how many articles.
    pub articles: usize,
    /// The day of the first of them.
    pub first: Option<Day>,
}
