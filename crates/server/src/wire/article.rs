use quotidian_model::{AnnotatedArticle, ArticleId, EntityKind};
use quotidian_search::FoundArticle;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    article_summary::Date,
    group::Group,
    place::{Place, Places, Words},
};
use crate::{content_hash::ContentHash, permalink};

/// An article with its whole text and what was found in it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Article {
    /// Its identity.
    #[schema(example = "semaphore-2024-118")]
    id: String,
    /// Where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    url: Option<String>,
    /// Its headline.
    title: String,
    /// Whether the headline was taken from the first sentence.
    title_derived: bool,
    #[serde(flatten)]
    date: Date,
    /// The outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    source: Option<String>,
    /// The byline, one entry per person.
    author: Vec<String>,
    /// The part of the paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    section: Option<String>,
    /// The language, ISO 639-1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "en")]
    language: Option<String>,
    /// The text. All offsets are code points into it.
    body: String,
    /// Its quotes, in text order.
    quotes: Vec<Quote>,
    /// People, organizations and places, by first mention.
    entities: Vec<Entity>,
    /// What the query given finds in the body, in text order, without overlaps; empty without one.
    marks: Vec<Place>,
    /// The near-duplicates of it.
    story: Group,
}

/// A quote in its article.
#[derive(Serialize, ToSchema)]
pub(crate) struct Quote {
    /// Its identity: the article's, a dot, the number.
    #[schema(example = "semaphore-2024-118.3")]
    id: String,
    /// Its place among the article's quotes, from 1.
    number: u32,
    /// The hash of its words, by which `hash` asks whether they still stand.
    #[schema(example = "00c0ffee00c0ffee")]
    hash: String,
    /// The path of the page that shows it at its place.
    #[schema(example = "/articles/semaphore-2024-118?hash=00c0ffee00c0ffee#quote-3")]
    permalink: String,
    /// Where its content stands.
    #[serde(flatten)]
    place: Place,
    /// How much of it stands in quotation marks.
    #[schema(pattern = "^(direct|mixed|indirect)$", example = "direct")]
    kind: &'static str,
    /// The words in quotation marks, of a mixed quote.
    verbatim: Vec<Place>,
    /// Whose words it is.
    speaker: QuoteSpeaker,
    /// The words of saying.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    cue: Option<Words>,
    /// The sentence around it.
    context: Place,
    /// How sure content and speaker are, from 0 to 1.
    #[schema(minimum = 0, maximum = 1)]
    confidence: f32,
    /// The rule or model that decided on the speaker.
    rule: String,
}

/// Whose words a quote is.
#[derive(Serialize, ToSchema)]
pub(crate) struct QuoteSpeaker {
    /// Canonical name; absent if the quote is unattributed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    name: Option<String>,
    /// The words that name the speaker at the quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    surface: Option<Words>,
    /// The words that say what the speaker is, wherever in the article they stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    role: Option<Words>,
}

/// A person, organization or place that the article names.
#[derive(Serialize, ToSchema)]
pub(crate) struct Entity {
    /// What it is.
    #[schema(pattern = "^(person|organization|place)$", example = "place")]
    kind: &'static str,
    /// Its fullest name in the article.
    name: String,
    /// Where it is named, in text order.
    mentions: Vec<Place>,
}

impl From<FoundArticle> for Article {
    fn from(FoundArticle { article, marks, story }: FoundArticle) -> Self {
        let AnnotatedArticle { article, annotations } = article;
        let places = Places::of(&article.body);
        let marks = places.places(marks);
        let quotes = annotations.quotes.into_iter().zip(1..);
        let quotes = quotes.map(|(quote, number)| places.quote(&article.id, number, quote)).collect();
        let entities = annotations.entities.into_iter().map(|entity| places.entity(entity)).collect();
        Self {
            id: article.id.into(),
            url: article.url,
            title: article.title.text,
            title_derived: article.title.derived,
            date: article.date.into(),
            source: article.source,
            author: article.authors,
            section: article.section,
            language: article.language,
            body: article.body,
            quotes,
            entities,
            marks,
            story: story.into(),
        }
    }
}

impl Places<'_> {
    fn quote(&self, article: &ArticleId, number: u32, quote: quotidian_model::Quote) -> Quote {
        let hash = ContentHash::of(self.text(quote.span));
        Quote {
            id: format!("{article}.{number}"),
            number,
            hash: hash.to_string(),
            permalink: permalink::of_quote(article, number, hash),
            place: self.place(quote.span),
            kind: quote.kind.as_str(),
            verbatim: self.places(quote.verbatim),
            speaker: QuoteSpeaker {
                name: quote.speaker.name,
                surface: quote.speaker.surface.map(|span| self.words(span)),
                role: quote.speaker.role.map(|span| self.words(span)),
            },
            cue: quote.cue.map(|span| self.words(span)),
            context: self.place(quote.context),
            confidence: quote.confidence.get(),
            rule: quote.rule,
        }
    }

    fn entity(&self, entity: quotidian_model::Entity) -> Entity {
        let kind = match entity.kind {
            EntityKind::Person => "person",
            EntityKind::Organization => "organization",
            EntityKind::Place => "place",
        };
        Entity { kind, name: entity.name, mentions: self.places(entity.mentions) }
    }
}
