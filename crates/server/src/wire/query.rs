use quotidian_search::{CutExpansion, QueryReport, query};
use serde::Serialize;
use utoipa::ToSchema;

use super::remedy::Remedy;
use crate::parameters::Subject;

/// A query as it was given and as it was understood.
#[derive(Serialize, ToSchema)]
pub(crate) struct Query {
    /// As it was given.
    text: String,
    /// As it was understood, in the query language.
    pub(crate) printed: String,
    /// Its parts, which must all hold.
    clauses: Vec<Clause>,
    /// What could not be read as it stands, or was not looked for as it stands.
    warnings: Vec<Warning>,
    /// The query with words that the archive has for words that it has not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "levy tide")]
    did_you_mean: Option<String>,
    /// Where nothing was found: what would be found with one condition less.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    remedies: Vec<Remedy>,
}

/// A part of a query.
#[derive(Serialize, ToSchema)]
pub(crate) struct Clause {
    /// The part, in the query language.
    #[schema(example = "levy OR tide")]
    text: String,
    /// The query without the part.
    without: String,
    /// How many articles or quotes of the archive the part finds by itself, without any filter; of one that excludes,
    /// how many there are to exclude.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    count: Option<u64>,
}

/// Something in a query that was not taken as it stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct Warning {
    /// Where, in code points from 1; absent if the query could be read but not searched for in full.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, nullable = false)]
    column: Option<usize>,
    /// What is wrong and how it was taken.
    pub(crate) reason: String,
}

impl Query {
    /// The query of a search for `subject`, with what the archive says of it.
    pub(super) fn new(
        subject: Subject,
        text: &str,
        asked: &query::Query,
        warnings: &[query::Warning],
        report: QueryReport,
    ) -> Self {
        Self {
            text: text.to_owned(),
            printed: asked.to_string(),
            clauses: clauses(asked, &report.counts),
            warnings: Warning::all(warnings, &report),
            did_you_mean: report.did_you_mean.map(|query| query.to_string()),
            remedies: report.remedies.into_iter().map(|remedy| Remedy::new(subject, remedy)).collect(),
        }
    }
}

impl Warning {
    /// What was not read as it stands, and what was not looked for as it stands.
    pub(super) fn all(unread: &[query::Warning], report: &QueryReport) -> Vec<Self> {
        unread.iter().map(Self::from).chain(report.cut.iter().map(Self::from)).collect()
    }
}

impl From<&query::Warning> for Warning {
    fn from(warning: &query::Warning) -> Self {
        Self { column: Some(warning.column), reason: warning.reason.clone() }
    }
}

impl From<&CutExpansion> for Warning {
    fn from(CutExpansion { clause, words }: &CutExpansion) -> Self {
        let reason =
            format!("`{clause}` stands for more words than are looked for; the {words} most frequent were");
        Self { column: None, reason }
    }
}

fn clauses(query: &query::Query, counts: &[u64]) -> Vec<Clause> {
    let clause = |(place, part): (usize, &query::Query)| Clause {
        text: part.to_string(),
        without: query.without(place).to_string(),
        count: counts.get(place).copied(),
    };
    query.conjuncts().iter().enumerate().map(clause).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let clauses = clauses(&query::ParsedQuery::parse(text).query, &[]);
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
