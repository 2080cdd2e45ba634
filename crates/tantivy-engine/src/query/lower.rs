use quotidian_model::DateRange;
use quotidian_search::{
    EngineError, FacetField,
    query::{Clause, DateClause, Matching, Query, QueryField},
};
use tantivy::{
    Score, Term,
    collector::DocSetCollector,
    query::{AllQuery, BooleanQuery, BoostQuery, EmptyQuery, Occur, PhraseQuery, Query as TantivyQuery},
};

use super::{
    document_set::DocumentSet,
    expand::{self, MAX_WORDS},
    leaf::{Rounded, TermLeaf},
    names,
    near::NearQuery,
};
use crate::{
    analysis::{folded_words, stemmed_words},
    errors::internal,
    read::{Collection, DocumentFacet, Snapshot},
    schema::TextFields,
};

/// How much more a word in the headline counts than one in the body.
const TITLE_WEIGHT: Score = 2.0;

type Lowered = Result<Box<dyn TantivyQuery>, EngineError>;

/// Turns our queries into tantivy's, for the index of articles or that of quotes.
#[derive(Clone, Copy)]
pub(super) struct Lowering<'a> {
    snapshot: &'a Snapshot,
    of_quotes: bool,
}

impl<'a> Lowering<'a> {
    pub(super) fn for_articles(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, of_quotes: false }
    }

    pub(super) fn for_quotes(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, of_quotes: true }
    }

    pub(super) fn collection(&self) -> &'a Collection {
        if self.of_quotes { &self.snapshot.quotes } else { &self.snapshot.articles }
    }

    /// The fields in which words without a field are looked for, and how much each counts.
    fn texts(&self) -> Vec<(TextFields, Score)> {
        if self.of_quotes {
            vec![(self.snapshot.quote_fields.content, 1.0)]
        } else {
            let fields = &self.snapshot.article_fields;
            vec![(fields.title, TITLE_WEIGHT), (fields.body, 1.0)]
        }
    }

    /// Which of the two indexes, as a word.
    pub(super) fn kind(&self) -> &'static str {
        if self.of_quotes { "quotes" } else { "articles" }
    }

    /// The texts in which a clause about a text, with or without a field, is looked for.
    pub(super) fn texts_of(&self, field: Option<QueryField>) -> Vec<(&'a Collection, TextFields)> {
        let (articles, fields) = (&self.snapshot.articles, &self.snapshot.article_fields);
        match field {
            Some(QueryField::Title | QueryField::About) => vec![(articles, fields.title)],
            Some(QueryField::Body) => vec![(articles, fields.body)],
            Some(QueryField::Said) => vec![(&self.snapshot.quotes, self.snapshot.quote_fields.content)],
            _ => self.texts().into_iter().map(|(fields, _)| (self.collection(), fields)).collect(),
        }
    }

    pub(super) fn query(&self, query: &Query) -> Lowered {
        match query {
            Query::All => Ok(Box::new(AllQuery)),
            Query::Clause(clause) => self.clause(clause),
            Query::Date(clause) => Ok(self.set(self.dated(*clause))),
            Query::And(parts) => self.all_of(parts),
            Query::Or(parts) => any_of(parts.iter().map(|part| self.query(part))),
            Query::Not(_) => self.all_of(std::slice::from_ref(query)),
        }
    }

    fn all_of(&self, parts: &[Query]) -> Lowered {
        let mut clauses = Vec::with_capacity(parts.len() + 1);
        for part in parts {
            clauses.push(match part {
                Query::Not(inner) => (Occur::MustNot, self.query(inner)?),
                other => (Occur::Must, self.query(other)?),
            });
        }
        if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push((Occur::Must, self.set(self.collection().alive().collect())));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    fn clause(&self, clause: &Clause) -> Lowered {
        let Some(field) = clause.field else { return self.texts_with(clause) };
        match field {
            QueryField::Title => self.in_article(self.snapshot.article_fields.title, clause, TITLE_WEIGHT),
            QueryField::Body => self.in_article(self.snapshot.article_fields.body, clause, 1.0),
            QueryField::Said => self.said(clause),
            QueryField::About => any_of([
                Ok(self.names(FacetField::Person, clause)),
                Ok(self.names(FacetField::Organization, clause)),
                Ok(self.names(FacetField::Place, clause)),
                self.in_article(self.snapshot.article_fields.title, clause, TITLE_WEIGHT),
            ]),
            field => Ok(facet_of(field).map_or_else(empty, |facet| self.names(facet, clause))),
        }
    }

    /// What a clause without a field asks for.
    fn texts_with(&self, clause: &Clause) -> Lowered {
        let texts = self.texts();
        if let (Matching::Word, [word]) = (clause.matching, &*stemmed_words(&clause.text)) {
            let term = |(fields, weight): (TextFields, Score)| {
                (Term::from_field_text(fields.stemmed, &word.term), weight)
            };
            return Ok(Box::new(TermLeaf { terms: texts.into_iter().map(term).collect() }));
        }
        any_of(texts.into_iter().map(|(fields, weight)| self.text(fields, clause, weight)))
    }

    /// Headline and body are fields of articles; quotes are found through theirs.
    fn in_article(&self, fields: TextFields, clause: &Clause, weight: Score) -> Lowered {
        let articles = Self::for_articles(self.snapshot);
        let query = articles.text(fields, clause, weight)?;
        if !self.of_quotes {
            return Ok(query);
        }
        let articles = documents(&self.snapshot.articles, query.as_ref())?;
        Ok(self.set(self.snapshot.standing.quotes_of(&articles)))
    }

    /// The articles whose bodies have these words side by side, in order.
    pub(super) fn articles_with_phrase(&self, words: &str) -> Result<Vec<u32>, EngineError> {
        let clause = Clause { field: None, matching: Matching::Phrase, text: words.to_owned() };
        let query = self.text(self.snapshot.article_fields.body, &clause, 1.0)?;
        documents(&self.snapshot.articles, query.as_ref())
    }

    /// What was said is a field of quotes; articles are found through theirs.
    fn said(&self, clause: &Clause) -> Lowered {
        let quotes = Self::for_quotes(self.snapshot);
        let query = quotes.text(self.snapshot.quote_fields.content, clause, 1.0)?;
        if self.of_quotes {
            return Ok(query);
        }
        let quotes = documents(&self.snapshot.quotes, query.as_ref())?;
        Ok(self.set(self.snapshot.standing.articles_of(&quotes)))
    }

    /// A name says whether, not how well: it does not weigh in the ranking.
    fn names(&self, field: FacetField, clause: &Clause) -> Box<dyn TantivyQuery> {
        let Some(facet) = self.collection().facet(field) else { return empty() };
        self.set(self.having(facet, &names::values(facet, clause)))
    }

    /// What of a query's has one of these values.
    pub(super) fn selected(
        &self,
        query: Box<dyn TantivyQuery>,
        field: FacetField,
        values: &[String],
    ) -> Box<dyn TantivyQuery> {
        let Some(facet) = self.collection().facet(field) else { return query };
        let ordinals: Vec<u32> = values.iter().filter_map(|value| facet.ordinal(value)).collect();
        let selected = self.set(self.having(facet, &ordinals));
        // Everything need not be looked at.
        if query.downcast_ref::<AllQuery>().is_some() {
            selected
        } else {
            Box::new(BooleanQuery::intersection(vec![query, selected]))
        }
    }

    /// The documents that have one of these values of a facet, in order.
    fn having(&self, facet: &DocumentFacet, ordinals: &[u32]) -> Vec<u32> {
        let mut documents: Vec<u32> =
            ordinals.iter().flat_map(|ordinal| facet.documents_with(*ordinal)).copied().collect();
        documents.sort_unstable();
        documents.dedup();
        if facet.is_of_articles() {
            documents = self.snapshot.standing.quotes_of(&documents);
        }
        documents
    }

    fn dated(&self, clause: DateClause) -> Vec<u32> {
        let collection = self.collection();
        let days = &collection.days;
        match clause {
            DateClause::Undated => collection.alive().filter(|one| days.day(*one).is_none()).collect(),
            DateClause::Within(DateRange { from, to }) => {
                let (first, last) = (from.or(days.first()), to.or(days.last()));
                let places = first.zip(last).map_or(0..0, |(first, last)| days.places(first, last));
                (0..collection.numbers())
                    .filter(|one| places.contains(&(days.place(*one) as usize)))
                    .collect()
            }
        }
    }

    fn set(&self, documents: Vec<u32>) -> Box<dyn TantivyQuery> {
        Box::new(DocumentSet::new(self.collection(), documents, 0.0))
    }

    /// What a clause asks for in one text.
    fn text(&self, fields: TextFields, clause: &Clause, weight: Score) -> Lowered {
        let folded: Vec<String> = folded_words(&clause.text).into_iter().map(|word| word.term).collect();
        let term = |word: &String| Term::from_field_text(fields.exact, word);
        Ok(match (clause.matching, folded.as_slice()) {
            (_, []) => empty(),
            (Matching::Word, [_]) => {
                let stem = stemmed_words(&clause.text).into_iter().next();
                stem.map_or_else(empty, |stem| {
                    Box::new(TermLeaf::new(Term::from_field_text(fields.stemmed, &stem.term), weight))
                })
            }
            (Matching::Prefix | Matching::Fuzzy(_), [word, ..]) => {
                let mut words = expand::words_like(self.collection(), fields.exact, word, clause.matching)?;
                words.truncate(MAX_WORDS);
                let documents = expand::with_any(self.collection(), fields.exact, &words)?;
                Box::new(DocumentSet::new(self.collection(), documents, weight))
            }
            (_, [word]) => Box::new(TermLeaf::new(term(word), weight)),
            (Matching::Near(slop), words) => {
                Box::new(NearQuery { terms: words.iter().map(term).collect(), slop: slop.into(), weight })
            }
            (_, words) => {
                let phrase = Box::new(PhraseQuery::new(words.iter().map(term).collect()));
                Box::new(Rounded(Box::new(BoostQuery::new(phrase, weight))))
            }
        })
    }
}

/// The facet whose values a field asks for.
pub(super) fn facet_of(field: QueryField) -> Option<FacetField> {
    match field {
        QueryField::Speaker => Some(FacetField::Speaker),
        QueryField::Person => Some(FacetField::Person),
        QueryField::Organization => Some(FacetField::Organization),
        QueryField::Place => Some(FacetField::Place),
        QueryField::Source => Some(FacetField::Source),
        QueryField::Section => Some(FacetField::Section),
        QueryField::Author => Some(FacetField::Author),
        QueryField::Language => Some(FacetField::Language),
        QueryField::Title | QueryField::Body | QueryField::Said | QueryField::About => None,
    }
}

fn empty() -> Box<dyn TantivyQuery> {
    Box::new(EmptyQuery)
}

fn any_of(parts: impl IntoIterator<Item = Lowered>) -> Lowered {
    Ok(Box::new(BooleanQuery::union(parts.into_iter().collect::<Result<_, _>>()?)))
}

/// The numbers of the documents that a query finds, in order.
fn documents(collection: &Collection, query: &dyn TantivyQuery) -> Result<Vec<u32>, EngineError> {
    let found = collection.searcher.search(query, &DocSetCollector).map_err(internal)?;
    let mut numbers: Vec<u32> =
        found.into_iter().map(|address| collection.start(address.segment_ord) + address.doc_id).collect();
    numbers.sort_unstable();
    Ok(numbers)
}
