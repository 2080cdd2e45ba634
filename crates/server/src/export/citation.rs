use quotidian_model::{CodePointSpan, Day, PublicationDate, QuoteKind};
use quotidian_search::{ArticleSummary, QuoteHit};

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
    pub(super) date: Option<PublicationDate>,
    /// Where it was published.
    pub(super) url: Option<String>,
    /// The address of the page that shows it here; a path where the address of this server is not known.
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
    /// What was said, in marks where it was printed in marks.
    said: String,
    kind: QuoteKind,
    number: u32,
    place: CodePointSpan,
}

impl Citation {
    /// The citation of what was found, by a server that is known as `origin`.
    pub(super) fn new(hit: Hit, origin: &str) -> Self {
        match hit {
            Hit::Article(hit) => {
                Self { excerpt: fragments(&hit.snippets), ..Self::of_article(hit.article, origin) }
            }
            Hit::Quote(hit) => Self::of_quote(hit, origin),
        }
    }

    /// The citation of an article.
    pub(super) fn of_article(article: ArticleSummary, origin: &str) -> Self {
        Self {
            page: format!("{origin}{}", permalink::of_article(&article.id)),
            id: article.id.into(),
            title: article.title.text,
            authors: article.authors,
            source: article.source,
            section: article.section,
            date: article.date,
            url: article.url,
            excerpt: String::new(),
            quote: None,
        }
    }

    /// The citation of a quote.
    pub(super) fn of_quote(hit: QuoteHit, origin: &str) -> Self {
        let (id, number, kind, place) = (hit.id.to_string(), hit.id.number.get(), hit.kind, hit.place);
        let said = quoted(&hit.content, kind);
        let hash = ContentHash::of_segments(&hit.content);
        let quote = CitedQuote { speaker: hit.speaker, said: said.clone(), kind, number, place };
        Self {
            id,
            page: format!("{origin}{}", permalink::of_quote(&hit.id.article, number, hash)),
            excerpt: said,
            quote: Some(quote),
            ..Self::of_article(hit.article, origin)
        }
    }

    /// The civil day of publication.
    pub(super) fn day(&self) -> Option<Day> {
        self.date.as_ref().and_then(|date| date.day)
    }
}

impl CitedQuote {
    /// Who said what.
    pub(super) fn statement(&self) -> String {
        format!("{}: {}", self.speaker.as_deref().unwrap_or("Nobody named"), self.said)
    }

    /// Where in the article it stands, for people: characters are counted from 1, and the last is inside.
    pub(super) fn place(&self) -> String {
        let CodePointSpan { start, end } = self.place;
        format!("{} quotation {} of the article, characters {}–{end}", self.kind, self.number, start + 1)
    }

    /// Who said what, and where it stands.
    pub(super) fn note(&self) -> String {
        format!("{} ({})", self.statement(), self.place())
    }
}
