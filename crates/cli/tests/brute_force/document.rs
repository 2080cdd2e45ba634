//! An article or a quote as a search sees it.

use std::{collections::BTreeMap, sync::Arc};

use quotidian_model::{AnnotatedArticle, Article, Confidence, DateRange, Day, EntityKind, Quote};
use quotidian_search::{FacetField, GroupId};

use crate::naive::{Word, folded_words, words};

/// What is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Article,
    Quote,
}

impl Kind {
    pub(crate) const ALL: [Self; 2] = [Self::Article, Self::Quote];

    pub(crate) fn facets(self) -> &'static [FacetField] {
        match self {
            Self::Article => FacetField::of_articles(),
            Self::Quote => FacetField::of_quotes(),
        }
    }
}

/// The texts of an article; its quotes share them.
#[derive(Debug)]
pub(crate) struct Texts {
    pub(crate) title: Vec<Word>,
    pub(crate) body: Vec<Word>,
}

#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) kind: Kind,
    pub(crate) id: String,
    /// What breaks ties: the smaller first.
    pub(crate) key: u64,
    pub(crate) day: Option<Day>,
    pub(crate) article: Arc<Texts>,
    /// What is said in the quotes of an article, and in a quote.
    pub(crate) said: Vec<Vec<Word>>,
    pub(crate) confidence: Option<Confidence>,
    /// Its story or utterance, once it is known.
    pub(crate) group: GroupId,
    facets: BTreeMap<FacetField, Vec<Value>>,
}

#[derive(Debug, Clone)]
struct Value {
    text: String,
    words: Vec<Word>,
}

impl Document {
    pub(crate) fn article(annotated: &AnnotatedArticle) -> Self {
        let AnnotatedArticle { article, annotations } = annotated;
        let contents = annotations.quotes.iter().map(|quote| words(quote.span.of(&article.body)));
        let texts = Texts { title: words(&article.title.text), body: words(&article.body) };
        Self {
            kind: Kind::Article,
            id: article.id.to_string(),
            key: article_key(&article.id.to_string()),
            day: article.date.as_ref().and_then(|date| date.day),
            article: Arc::new(texts),
            said: contents.collect(),
            confidence: None,
            group: GroupId(0),
            facets: facets(annotated),
        }
    }

    pub(crate) fn quotes(annotated: &AnnotatedArticle) -> Vec<Self> {
        let article = Self::article(annotated);
        let quotes = annotated.annotations.quotes.iter().zip(1..);
        quotes.map(|(quote, number)| article.quote(&annotated.article, quote, number)).collect()
    }

    fn quote(&self, article: &Article, quote: &Quote, number: u64) -> Self {
        let mut facets = self.facets.clone();
        facets.insert(FacetField::Speaker, values(quote.speaker.name.clone()));
        facets.insert(FacetField::Kind, values([quote.kind.to_string()]));
        Self {
            kind: Kind::Quote,
            id: format!("{}.{number}", self.id),
            key: self.key | number,
            said: vec![words(quote.span.of(&article.body))],
            confidence: Some(quote.confidence),
            facets,
            ..self.clone()
        }
    }

    pub(crate) fn values(&self, facet: FacetField) -> impl Iterator<Item = &str> {
        self.facets.get(&facet).into_iter().flatten().map(|value| value.text.as_str())
    }

    /// The words of each value.
    pub(crate) fn names(&self, facet: FacetField) -> impl Iterator<Item = &[Word]> {
        self.facets.get(&facet).into_iter().flatten().map(|value| value.words.as_slice())
    }

    pub(crate) fn has(&self, facet: FacetField, wanted: &str) -> bool {
        self.values(facet).any(|value| value == wanted)
    }

    /// Whether a range of days lets it in; one with any end leaves undated ones out.
    pub(crate) fn is_within(&self, range: &DateRange) -> bool {
        range.is_open() || self.day.is_some_and(|day| range.contains(day))
    }
}

/// The first eight bytes of the digest of the id, without the 16 bits that number quotes.
fn article_key(id: &str) -> u64 {
    let digest = blake3::hash(id.as_bytes());
    let first = digest.as_bytes().iter().take(8);
    first.fold(0, |key, byte| (key << 8) | u64::from(*byte)) & !0xffff
}

fn facets(annotated: &AnnotatedArticle) -> BTreeMap<FacetField, Vec<Value>> {
    let AnnotatedArticle { article, annotations } = annotated;
    let named = |kind: EntityKind| {
        let entities = annotations.entities.iter().filter(move |entity| entity.kind == kind);
        values(entities.map(|entity| entity.name.clone()))
    };
    let speakers = annotations.quotes.iter().filter_map(|quote| quote.speaker.name.clone());
    let day = article.date.as_ref().and_then(|date| date.day);
    BTreeMap::from([
        (FacetField::Speaker, values(speakers)),
        (FacetField::Person, named(EntityKind::Person)),
        (FacetField::Organization, named(EntityKind::Organization)),
        (FacetField::Place, named(EntityKind::Place)),
        (FacetField::Source, values(article.source.clone())),
        (FacetField::Section, values(article.section.clone())),
        (FacetField::Author, values(article.authors.iter().cloned())),
        (FacetField::Language, values(article.language.clone())),
        (FacetField::Year, values(day.map(|day| format!("{:04}", day.date().year())))),
    ])
}

/// Each value once, as long as an archive keeps it.
fn values(texts: impl IntoIterator<Item = String>) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    for text in texts {
        let text: String = text.trim().chars().take(200).collect();
        if !text.is_empty() && values.iter().all(|known| known.text != text) {
            values.push(Value { words: words(&text), text });
        }
    }
    values
}

/// Whether every word of `beginnings` begins some word of a value.
pub(crate) fn has_beginnings(value: &str, beginnings: &str) -> bool {
    let words = folded_words(value);
    folded_words(beginnings).iter().all(|beginning| words.iter().any(|word| word.starts_with(beginning)))
}
