use quotidian_search::{
    EngineError, FacetField,
    query::{Clause, Matching, Query, QueryField},
};
use tantivy::{
    Term,
    query::{
        AllQuery, BooleanQuery, BoostQuery, EmptyQuery, Occur, PhraseQuery, Query as TantivyQuery, TermQuery,
    },
    schema::IndexRecordOption,
};

use super::{join, names};
use crate::{
    analysis::{folded_words, stemmed_words},
    read::{Collection, Snapshot},
    schema::TextFields,
};

/// How much more a word in the headline counts than one in the body.
const TITLE_WEIGHT: f32 = 2.0;

type Lowered = Result<Box<dyn TantivyQuery>, EngineError>;

/// Turns our query into tantivy's, for the index of articles.
pub(super) fn for_articles(snapshot: &Snapshot, query: &Query) -> Lowered {
    let fields = &snapshot.article_fields;
    let texts = vec![(fields.title, TITLE_WEIGHT), (fields.body, 1.0)];
    Lowering { snapshot, collection: &snapshot.articles, texts, body: fields.body, of_quotes: false }
        .query(query)
}

/// Turns our query into tantivy's, for the index of quotes.
pub(super) fn for_quotes(snapshot: &Snapshot, query: &Query) -> Lowered {
    let content = snapshot.quote_fields.content;
    let texts = vec![(content, 1.0)];
    Lowering { snapshot, collection: &snapshot.quotes, texts, body: content, of_quotes: true }.query(query)
}

struct Lowering<'a> {
    snapshot: &'a Snapshot,
    collection: &'a Collection,
    /// Where words without a field are looked for, and how much each counts.
    texts: Vec<(TextFields, f32)>,
    body: TextFields,
    of_quotes: bool,
}

impl Lowering<'_> {
    fn query(&self, query: &Query) -> Lowered {
        match query {
            Query::All => Ok(Box::new(AllQuery)),
            Query::Clause(clause) => self.clause(clause),
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
            clauses.push((Occur::Must, Box::new(AllQuery)));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    fn clause(&self, clause: &Clause) -> Lowered {
        match clause.field {
            None => any_of(self.texts.iter().map(|(fields, weight)| -> Lowered {
                Ok(Box::new(BoostQuery::new(text(*fields, clause), *weight)))
            })),
            Some(QueryField::Title) => self.title(clause),
            Some(QueryField::Body) => Ok(text(self.body, clause)),
            Some(QueryField::Speaker) => Ok(self.names(FacetField::Speaker, clause)),
            Some(QueryField::Person) => Ok(self.names(FacetField::Person, clause)),
            Some(QueryField::Organization) => Ok(self.names(FacetField::Organization, clause)),
            Some(QueryField::Place) => Ok(self.names(FacetField::Place, clause)),
            Some(QueryField::Source) => Ok(self.names(FacetField::Source, clause)),
            Some(QueryField::Section) => Ok(self.names(FacetField::Section, clause)),
            Some(QueryField::Author) => Ok(self.names(FacetField::Author, clause)),
            Some(QueryField::About) => any_of([
                Ok(self.names(FacetField::Person, clause)),
                Ok(self.names(FacetField::Organization, clause)),
                Ok(self.names(FacetField::Place, clause)),
                self.title(clause),
            ]),
        }
    }

    /// The headline is a field of articles; quotes are found through theirs.
    fn title(&self, clause: &Clause) -> Lowered {
        let in_title = text(self.snapshot.article_fields.title, clause);
        if self.of_quotes {
            join::quotes_of(&self.snapshot.articles, in_title.as_ref())
        } else {
            Ok(in_title)
        }
    }

    fn names(&self, facet: FacetField, clause: &Clause) -> Box<dyn TantivyQuery> {
        match self.collection.facet(facet) {
            Some(facet) => names::with_words(self.collection, facet, &clause.text),
            None => Box::new(EmptyQuery),
        }
    }
}

fn any_of(parts: impl IntoIterator<Item = Lowered>) -> Lowered {
    Ok(Box::new(BooleanQuery::union(parts.into_iter().collect::<Result<_, _>>()?)))
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
