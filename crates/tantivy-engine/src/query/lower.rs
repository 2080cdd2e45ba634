use quotidian_search::{
    FacetField,
    query::{Clause, Matching, Query, QueryField},
};
use tantivy::{
    Term,
    query::{
        AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery,
        Query as TantivyQuery, TermQuery, TermSetQuery,
    },
    schema::IndexRecordOption,
};

use crate::{
    analysis::{folded_words, stemmed_words},
    read::{Collection, Snapshot},
    schema::{FacetFieldMap, TextFields},
};

/// How much more a word in the headline counts than one in the body.
const TITLE_WEIGHT: f32 = 2.0;

pub(super) fn for_articles(snapshot: &Snapshot, query: &Query) -> Box<dyn TantivyQuery> {
    let fields = &snapshot.article_fields;
    let lowering = Lowering {
        collection: &snapshot.articles,
        facets: &fields.facets,
        default: vec![(fields.title, TITLE_WEIGHT), (fields.body, 1.0)],
        title: fields.title,
        body: fields.body,
    };
    lowering.query(query)
}

pub(super) fn for_quotes(snapshot: &Snapshot, query: &Query) -> Box<dyn TantivyQuery> {
    let fields = &snapshot.quote_fields;
    let lowering = Lowering {
        collection: &snapshot.quotes,
        facets: &fields.facets,
        default: vec![(fields.content, 1.0)],
        title: fields.title,
        body: fields.content,
    };
    lowering.query(query)
}

/// Turns our query into tantivy's, for one index.
struct Lowering<'a> {
    collection: &'a Collection,
    facets: &'a FacetFieldMap,
    default: Vec<(TextFields, f32)>,
    title: TextFields,
    body: TextFields,
}

impl Lowering<'_> {
    fn query(&self, query: &Query) -> Box<dyn TantivyQuery> {
        match query {
            Query::All => Box::new(AllQuery),
            Query::Clause(clause) => self.clause(clause),
            Query::And(parts) => self.all_of(parts),
            Query::Or(parts) => {
                Box::new(BooleanQuery::union(parts.iter().map(|part| self.query(part)).collect()))
            }
            Query::Not(_) => self.all_of(std::slice::from_ref(query)),
        }
    }

    fn all_of(&self, parts: &[Query]) -> Box<dyn TantivyQuery> {
        let mut clauses: Vec<(Occur, Box<dyn TantivyQuery>)> = parts
            .iter()
            .map(|part| match part {
                Query::Not(inner) => (Occur::MustNot, self.query(inner)),
                other => (Occur::Must, self.query(other)),
            })
            .collect();
        if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push((Occur::Must, Box::new(AllQuery)));
        }
        Box::new(BooleanQuery::new(clauses))
    }

    fn clause(&self, clause: &Clause) -> Box<dyn TantivyQuery> {
        match clause.field {
            None => {
                let weighted = self.default.iter().map(|(fields, weight)| -> Box<dyn TantivyQuery> {
                    Box::new(BoostQuery::new(text(*fields, clause), *weight))
                });
                Box::new(BooleanQuery::union(weighted.collect()))
            }
            Some(QueryField::Title) => text(self.title, clause),
            Some(QueryField::Body) => text(self.body, clause),
            Some(QueryField::Speaker) => self.names(FacetField::Speaker, &clause.text),
            Some(QueryField::Person) => self.names(FacetField::Person, &clause.text),
            Some(QueryField::Organization) => self.names(FacetField::Organization, &clause.text),
            Some(QueryField::Place) => self.names(FacetField::Place, &clause.text),
            Some(QueryField::Source) => self.names(FacetField::Source, &clause.text),
            Some(QueryField::Section) => self.names(FacetField::Section, &clause.text),
            Some(QueryField::Author) => self.names(FacetField::Author, &clause.text),
            Some(QueryField::About) => Box::new(BooleanQuery::union(vec![
                self.names(FacetField::Person, &clause.text),
                self.names(FacetField::Organization, &clause.text),
                self.names(FacetField::Place, &clause.text),
                text(self.title, clause),
            ])),
        }
    }

    /// Documents with a value of the facet that has these words side by side.
    fn names(&self, facet: FacetField, words: &str) -> Box<dyn TantivyQuery> {
        let (Some(field), Some(index)) = (self.facets.get(facet), self.collection.facet(facet)) else {
            return Box::new(EmptyQuery);
        };
        let term = |ordinal| Term::from_field_text(field, index.value(ordinal));
        let terms: Vec<Term> = index.with_words_in_order(words).into_iter().map(term).collect();
        // A name says whether, not how well: it does not weigh in the ranking.
        Box::new(ConstScoreQuery::new(Box::new(TermSetQuery::new(terms)), 0.0))
    }
}

/// A word in any form, or words in exactly this form and order. A word that is several terms (`well-known`) is a phrase.
fn text(fields: TextFields, clause: &Clause) -> Box<dyn TantivyQuery> {
    let stemmed = stemmed_words(&clause.text);
    if let ([word], Matching::Word) = (stemmed.as_slice(), clause.matching) {
        let term = Term::from_field_text(fields.stemmed, &word.term);
        return Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
    }
    let folded = folded_words(&clause.text);
    let mut terms: Vec<Term> =
        folded.iter().map(|word| Term::from_field_text(fields.exact, &word.term)).collect();
    match terms.len() {
        0 => Box::new(EmptyQuery),
        1 => Box::new(TermQuery::new(terms.remove(0), IndexRecordOption::WithFreqs)),
        _ => Box::new(PhraseQuery::new(terms)),
    }
}
