use quotidian_model::Day;
use quotidian_search::ArticleSummary;

use super::{
    format::Hit,
    text::{fragments, quoted},
};
use crate::{content_hash::ContentHash, permalink};

/// What is cited, whatever was found: an article, or a quote in an article.
pub(super) struct Citation {
    /// The identity of the article or quote.
    pub(super) id: String,
    /// The headline of the article.
    pub(super) title: String,
    /// The byline.
    pub(super) authors: Vec<String>,
    /// The outlet.
    pub(super) source: Option<String>,
    /// The part of the paper.
    pub(super) section: Option<String>,
    /// When it was published.
    pub(super) day: Option<Day>,
    /// Where it was published.
    pub(super) url: Option<String>,
    /// The path of the page that shows it here.
    pub(super) page: String,
    /// The fragments that answer the query, of an article; what was said, of a quote.
    pub(super) excerpt: String,
    /// The quote, if one is cited.
    pub(super) quote: Option<CitedQuote>,
}

/// What is cited of a quote.
pub(super) struct CitedQuote {
    /// Canonical name of who said it.
    pub(super) speaker: Option<String>,
    /// Who said what, and where it stands, in a sentence.
    pub(super) note: String,
}

impl From<Hit> for Citation {
    fn from(hit: Hit) -> Self {
        match hit {
            Hit::Article(hit) => Self { excerpt: fragments(&hit.snippets), ..Self::of(hit.article) },
            Hit::Quote(hit) => {
                let said = quoted(&hit.content, hit.kind);
                let speaker = hit.speaker.as_deref().unwrap_or("nobody named");
                let (kind, id, number) = (hit.kind, hit.id.to_string(), hit.id.number);
                let note = format!("{speaker}: {said} ({kind} quotation {number} of {})", hit.id.article);
                let article = Self::of(hit.article);
                Self {
                    id,
                    page: permalink::of_quote(
                        &hit.id.article,
                        number.get(),
                        ContentHash::of_segments(&hit.content),
                    ),
                    excerpt: said,
                    quote: Some(CitedQuote { speaker: hit.speaker, note }),
                    ..article
                }
            }
        }
    }
}

impl Citation {
    fn of(article: ArticleSummary) -> Self {
        Self {
            page: permalink::of_article(&article.id),
            id: article.id.into(),
            title: article.title.text,
            authors: article.authors,
            source: article.source,
            section: article.section,
            day: article.date.and_then(|date| date.day),
            url: article.url,
            excerpt: String::new(),
            quote: None,
        }
    }
}
