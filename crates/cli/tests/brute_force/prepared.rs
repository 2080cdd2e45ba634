//! Whether a document answers a query.

use quotidian_search::{
    FacetField,
    query::{Clause, DateClause, Query, QueryField},
};

use crate::{
    document::{Document, Kind},
    naive::Word,
    pattern::Pattern,
};

/// A query whose words are split and stemmed once, not again for every document.
#[derive(Debug)]
pub(crate) enum Prepared {
    Everything,
    Clause { field: Option<QueryField>, text: Pattern, name: Pattern },
    Date(DateClause),
    All(Vec<Prepared>),
    Any(Vec<Prepared>),
    Not(Box<Prepared>),
}

impl Prepared {
    pub(crate) fn of(query: &Query) -> Self {
        match query {
            Query::All => Self::Everything,
            Query::Clause(clause) => Self::clause(clause),
            Query::Date(clause) => Self::Date(*clause),
            Query::And(parts) => Self::All(parts.iter().map(Self::of).collect()),
            Query::Or(parts) => Self::Any(parts.iter().map(Self::of).collect()),
            Query::Not(inner) => Self::Not(Box::new(Self::of(inner))),
        }
    }

    fn clause(clause: &Clause) -> Self {
        let (text, name) = (Pattern::of(clause), Pattern::of_name(clause));
        Self::Clause { field: clause.field, text, name }
    }

    pub(crate) fn matches(&self, document: &Document) -> bool {
        match self {
            Self::Everything => true,
            Self::Clause { field, text, name } => stands(*field, text, name, document),
            Self::Date(DateClause::Undated) => document.day.is_none(),
            Self::Date(DateClause::Within(range)) => document.is_within(range),
            Self::All(parts) => parts.iter().all(|part| part.matches(document)),
            Self::Any(parts) => parts.iter().any(|part| part.matches(document)),
            Self::Not(inner) => !inner.matches(document),
        }
    }
}

fn stands(field: Option<QueryField>, text: &Pattern, name: &Pattern, document: &Document) -> bool {
    let within = |words: &[Word]| text.is_in(words);
    let article = &document.article;
    let named = |facets: &[FacetField]| {
        facets.iter().flat_map(|facet| document.names(*facet)).any(|value| name.is_in(value))
    };
    let Some(field) = field else {
        return match document.kind {
            Kind::Article => within(&article.title) || within(&article.body),
            Kind::Quote => document.said.iter().any(|said| within(said)),
        };
    };
    match field {
        QueryField::Title => within(&article.title),
        QueryField::Body => within(&article.body),
        QueryField::Said => document.said.iter().any(|said| within(said)),
        QueryField::Speaker => named(&[FacetField::Speaker]),
        QueryField::Person => named(&[FacetField::Person]),
        QueryField::Organization => named(&[FacetField::Organization]),
        QueryField::Place => named(&[FacetField::Place]),
        QueryField::Source => named(&[FacetField::Source]),
        QueryField::Section => named(&[FacetField::Section]),
        QueryField::Author => named(&[FacetField::Author]),
        QueryField::Language => named(&[FacetField::Language]),
        QueryField::About => {
            within(&article.title)
                || named(&[FacetField::Person, FacetField::Organization, FacetField::Place])
        }
    }
}
