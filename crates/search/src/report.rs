use crate::{FacetField, query::Query};

/// What the archive says of a query beside its hits.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct QueryReport {
    /// How many documents of the archive each of the query's [`conjuncts`](Query::conjuncts) finds by itself, without
    /// any filter; of one that excludes, how many there are to exclude.
    pub counts: Vec<u64>,
    /// The clauses that stand for more words than are looked for.
    pub cut: Vec<CutExpansion>,
    /// The query with words that the archive has for words that it has not.
    pub did_you_mean: Option<Query>,
    /// Where nothing was found: what would be found with one condition less; only those with which something would be.
    pub remedies: Vec<Remedy>,
}

/// A prefix or fuzzy word for which only the most frequent words were looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutExpansion {
    /// The clause, printed.
    pub clause: String,
    /// How many words were looked for.
    pub words: usize,
}

/// A condition without which there would be hits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// What to leave out.
    pub leave_out: Condition,
    /// How many hits there would be.
    pub count: u64,
}

/// One thing that a search asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The part of the query at this place among its [`conjuncts`](Query::conjuncts).
    Clause(usize),
    /// The range of days.
    Dates,
    /// All that is selected and excluded in a facet.
    Facet(FacetField),
    /// The lowest confidence.
    Confidence,
    /// The story or utterance.
    Group,
}
