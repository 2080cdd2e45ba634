use quotidian_search::query;
use serde::Serialize;
use utoipa::ToSchema;

use crate::parameters::SearchParameters;

/// A query as it was given and as it was understood.
#[derive(Serialize, ToSchema)]
pub(crate) struct Query {
    /// As it was given.
    text: String,
    /// As it was understood, in the query language.
    printed: String,
    /// Its parts, which must all hold.
    clauses: Vec<Clause>,
    /// What could not be read as it stands.
    warnings: Vec<Warning>,
}

/// A part of a query.
#[derive(Serialize, ToSchema)]
pub(crate) struct Clause {
    /// The part, in the query language.
    #[schema(example = "levy OR tide")]
    text: String,
    /// The query without the part.
    without: String,
}

/// Something in a query that could not be read as it stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct Warning {
    /// Where, in code points from 1.
    #[schema(minimum = 1)]
    column: usize,
    /// What is wrong and how it was read.
    reason: String,
}

impl From<&SearchParameters> for Query {
    fn from(search: &SearchParameters) -> Self {
        let warning =
            |warning: &query::Warning| Warning { column: warning.column, reason: warning.reason.clone() };
        Self {
            text: search.text.clone(),
            printed: search.request.query.to_string(),
            clauses: clauses(&search.request.query),
            warnings: search.warnings.iter().map(warning).collect(),
        }
    }
}

fn clauses(query: &query::Query) -> Vec<Clause> {
    let parts = query.conjuncts();
    let without = |left_out: usize| {
        let others = parts.iter().enumerate().filter(|(place, _)| *place != left_out);
        query::Query::and(others.map(|(_, part)| part.clone())).to_string()
    };
    let clause =
        |(place, part): (usize, &query::Query)| Clause { text: part.to_string(), without: without(place) };
    parts.iter().enumerate().map(clause).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let clauses = clauses(&query::ParsedQuery::parse(text).query);
        let drawn: Vec<_> = clauses.iter().map(|clause| (&*clause.text, &*clause.without)).collect();
        assert_eq!(drawn, expected, "{text}");
    }

    #[test]
    fn each_clause_knows_the_query_without_it() {
        check("", &[]);
        check("levy", &[("levy", "")]);
        check("levy OR tide -harbour", &[("levy OR tide", "-harbour"), ("-harbour", "levy OR tide")]);
        check("a (b c) d", &[("a", "b c d"), ("b", "a c d"), ("c", "a b d"), ("d", "a b c")]);
    }
}
