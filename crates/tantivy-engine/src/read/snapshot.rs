use quotidian_model::{ArticleId, QuoteId};
use quotidian_search::{Authority, EngineError, FacetField, Fingerprint, Stats};
use rustc_hash::FxHashMap;
use serde::de::DeserializeOwned;
use tantivy::{
    DocSet, TERMINATED, TantivyDocument, Term,
    schema::{IndexRecordOption, Value},
};

use super::{Collection, DocumentFacet, Groups, Standing, renaming::Renaming};
use crate::{
    archive::Generation,
    errors::internal,
    schema::{ArticleFields, FINGERPRINT, NUMBER, QUOTE_COUNT, QuoteFields, UTTERANCE, number_of_key},
};

/// A generation opened for reading: everything a search touches, none of which changes.
pub(crate) struct Snapshot {
    pub(crate) generation: u64,
    pub(crate) articles: Collection,
    pub(crate) article_fields: ArticleFields,
    pub(crate) quotes: Collection,
    pub(crate) quote_fields: QuoteFields,
    pub(crate) standing: Standing,
    /// Whom names mean.
    pub(crate) authority: Authority,
}

/// The facets of people, whose values are put in place of those that articles have.
const OF_PEOPLE: [FacetField; 2] = [FacetField::Speaker, FacetField::Person];

impl Snapshot {
    pub(crate) fn open(generation: &Generation) -> Result<Self, EngineError> {
        let authority = generation.authority()?;
        let articles = articles(generation, &authority)?;
        let mut quotes = Collection::open(&generation.quotes())?;
        let utterance_of = quotes.numbers_in(UTTERANCE)?;
        quotes.groups = Groups::new(&utterance_of, |quote| quotes.is_alive(quote));
        let standing = Standing::new(&quotes, &articles)?;
        open_facets_of_quotes(&mut quotes, &articles, &standing, &authority)?;
        Ok(Self {
            generation: generation.number(),
            articles,
            article_fields: ArticleFields::new(),
            quotes,
            quote_fields: QuoteFields::new(),
            standing,
            authority,
        })
    }

    pub(crate) fn stats(&self) -> Stats {
        Stats {
            articles: self.articles.documents(),
            quotes: self.quotes.documents(),
            speakers: self.quotes.values_in_use(FacetField::Speaker),
            sources: self.articles.values_in_use(FacetField::Source),
            from: self.articles.days.first(),
            to: self.articles.days.last(),
            undated: self.articles.undated(),
            generation: self.generation,
        }
    }

    /// The fingerprint of every article, by its key.
    pub(crate) fn fingerprints(&self) -> Result<FxHashMap<u64, Fingerprint>, EngineError> {
        let fingerprints = self.articles.numbers_in(FINGERPRINT)?;
        let of = |article| (self.articles.key(article), Fingerprint(fingerprints[article as usize]));
        Ok(self.articles.alive().map(of).collect())
    }

    /// The number of quotes by the articles' own count.
    pub(crate) fn quotes_by_article(&self) -> Result<u64, EngineError> {
        let counts = self.articles.numbers_in(QUOTE_COUNT)?;
        Ok(self.articles.alive().map(|article| counts[article as usize]).sum())
    }

    /// The article with a number in the index of articles, with what was found in it as it is stored, or any beginning of
    /// that: a record is read no further than it is asked for.
    pub(crate) fn record<Record: DeserializeOwned>(&self, article: u32) -> Result<Record, EngineError> {
        let address = self.articles.address(article);
        let document: TantivyDocument = self.articles.searcher.doc(address).map_err(internal)?;
        let record = document.get_first(self.article_fields.record).and_then(|value| value.as_bytes());
        let (record, _) = postcard::take_from_bytes(record.unwrap_or_default()).map_err(internal)?;
        Ok(record)
    }

    /// The quotes of an article, in the order of the text.
    pub(crate) fn quotes_of(&self, article: u32) -> Vec<u32> {
        let mut quotes = self.standing.quotes_of(&[article]);
        quotes.sort_unstable_by_key(|quote| self.quotes.key(*quote));
        quotes
    }

    /// The number of an article.
    pub(crate) fn number_of(&self, id: &ArticleId) -> Result<Option<u32>, EngineError> {
        let term = Term::from_field_text(self.article_fields.id, id.as_str());
        for (reader, segment) in std::iter::zip(self.articles.searcher.segment_readers(), 0..) {
            let index = reader.inverted_index(term.field()).map_err(internal)?;
            let postings = index.read_postings(&term, IndexRecordOption::Basic).map_err(internal)?;
            let Some(mut postings) = postings else { continue };
            while postings.doc() != TERMINATED {
                if !reader.is_deleted(postings.doc()) {
                    return Ok(Some(self.articles.start(segment) + postings.doc()));
                }
                postings.advance();
            }
        }
        Ok(None)
    }

    /// The number of a quote.
    pub(crate) fn number_of_quote(&self, id: &QuoteId) -> Result<Option<u32>, EngineError> {
        let Some(article) = self.number_of(&id.article)? else { return Ok(None) };
        let quotes = self.standing.quotes_of(&[article]);
        for quote in quotes {
            if self.place_in_article(quote)? == u64::from(id.number.get()) {
                return Ok(Some(quote));
            }
        }
        Ok(None)
    }

    /// The place of a quote among those of its article, from 1.
    pub(crate) fn place_in_article(&self, quote: u32) -> Result<u64, EngineError> {
        if let Some(number) = number_of_key(self.quotes.key(quote)) {
            return Ok(number);
        }
        let address = self.quotes.address(quote);
        let reader = self.quotes.searcher.segment_reader(address.segment_ord);
        let numbers = reader.fast_fields().u64(NUMBER).map_err(internal)?;
        Ok(numbers.first(address.doc_id).unwrap_or_default())
    }
}

fn articles(generation: &Generation, authority: &Authority) -> Result<Collection, EngineError> {
    let stories = generation.stories()?;
    let mut articles = Collection::open(&generation.articles())?;
    let (of_people, others): (Vec<FacetField>, Vec<FacetField>) =
        ArticleFields::FACETS.into_iter().partition(|field| OF_PEOPLE.contains(field));
    for field in others {
        let raw = articles.raw_facet(field)?;
        articles.add_facet(field, DocumentFacet::own(raw.into_index()));
    }
    for field in of_people {
        let day = |article| articles.days.day(article);
        let renaming = Renaming { authority, day: &day, source: &|article| source(&articles, article) };
        let index = renaming.facet(articles.raw_facet(field)?, |_, _| {});
        articles.add_facet(field, DocumentFacet::own(index));
    }
    articles.add_facet(FacetField::Year, DocumentFacet::own(articles.years()));
    let story = |article| {
        let key = articles.key(article);
        stories.get(&key).copied().unwrap_or(key)
    };
    let story_of: Vec<u64> = (0..articles.numbers()).map(story).collect();
    articles.groups = Groups::new(&story_of, |article| articles.is_alive(article));
    Ok(articles)
}

/// Adds the facets of quotes, and lowers the confidence of those whose speaker is less sure by the name.
fn open_facets_of_quotes(
    quotes: &mut Collection,
    articles: &Collection,
    standing: &Standing,
    authority: &Authority,
) -> Result<(), EngineError> {
    let kinds = quotes.raw_facet(FacetField::Kind)?.into_index();
    let speakers = quotes.raw_facet(FacetField::Speaker)?;
    let (days, confidences) = (&quotes.days, &mut quotes.confidences);
    let renaming = Renaming {
        authority,
        day: &|quote| days.day(quote),
        source: &|quote| source(articles, standing.article_of[quote as usize]),
    };
    let speakers = renaming.facet(speakers, |quote, merged_by| {
        if let Some(confidence) = confidences.get_mut(quote as usize) {
            *confidence *= merged_by.confidence();
        }
    });
    quotes.add_facet(FacetField::Speaker, DocumentFacet::own(speakers));
    quotes.add_facet(FacetField::Kind, DocumentFacet::own(kinds));
    quotes.adopt_facets_of(articles, &standing.article_of);
    Ok(())
}

/// The outlet of an article.
fn source(articles: &Collection, article: u32) -> Option<&str> {
    let facet = articles.facet(FacetField::Source)?;
    facet.of(article).first().map(|ordinal| facet.value(*ordinal))
}
