use quotidian_search::{
    Condition, CutExpansion, EngineError, FacetField, Filters, QueryReport, Remedy, SearchRequest,
    query::{Clause, Matching, Query, QueryField},
};

use super::{
    correction,
    expand::{self, MAX_WORDS},
    search::Searching,
};
use crate::{analysis::folded_words, errors::internal};

/// What the archive says of a query that finds `total` documents.
pub(super) fn report(
    searching: &Searching<'_>,
    request: &SearchRequest,
    total: u64,
) -> Result<QueryReport, EngineError> {
    let query = &request.query;
    let mut cut = Vec::new();
    for clause in clauses(query) {
        cut.extend(cut_expansion(searching, clause)?);
    }
    let counts = query.conjuncts().iter().map(|part| count_of(searching, part));
    let remedies = if total == 0 { remedies(searching, request)? } else { Vec::new() };
    Ok(QueryReport {
        counts: counts.collect::<Result<_, _>>()?,
        cut,
        did_you_mean: correction::correction(searching, query, total)?,
        remedies,
    })
}

/// Every clause of a query, the excluded ones too.
fn clauses(query: &Query) -> Vec<&Clause> {
    match query {
        Query::All | Query::Date(_) => Vec::new(),
        Query::Clause(clause) => vec![clause],
        Query::And(parts) | Query::Or(parts) => parts.iter().flat_map(clauses).collect(),
        Query::Not(inner) => clauses(inner),
    }
}

/// How many documents of the archive a part finds by itself; of one that excludes, how many there are to exclude.
fn count_of(searching: &Searching<'_>, part: &Query) -> Result<u64, EngineError> {
    let part = if let Query::Not(inner) = part { inner } else { part };
    searching.cache.clause(searching.lowering.kind(), &part.to_string(), || {
        let query = searching.lowering.query(part)?;
        let searcher = &searching.collection().searcher;
        query.count(searcher).map(|count| count as u64).map_err(internal)
    })
}

fn cut_expansion(searching: &Searching<'_>, clause: &Clause) -> Result<Option<CutExpansion>, EngineError> {
    let of_text =
        matches!(clause.field, None | Some(QueryField::Title | QueryField::Body | QueryField::Said));
    if !of_text || !matches!(clause.matching, Matching::Prefix | Matching::Fuzzy(_)) {
        return Ok(None);
    }
    let Some(word) = folded_words(&clause.text).into_iter().next() else { return Ok(None) };
    for (collection, fields) in searching.lowering.texts_of(clause.field) {
        let words = expand::words_like(collection, fields.exact, &word.term, clause.matching)?;
        if words.len() > MAX_WORDS {
            return Ok(Some(CutExpansion { clause: clause.to_string(), words: MAX_WORDS }));
        }
    }
    Ok(None)
}

/// What would be found with one condition less.
fn remedies(searching: &Searching<'_>, request: &SearchRequest) -> Result<Vec<Remedy>, EngineError> {
    let Filters { dates, facets, confidence, group } = &request.filters;
    let is_set = |field: &FacetField| {
        facets.get(field).is_some_and(|filter| !filter.any_of.is_empty() || !filter.none_of.is_empty())
    };
    let mut conditions: Vec<Condition> =
        (0..request.query.conjuncts().len()).map(Condition::Clause).collect();
    conditions.extend((!dates.is_open()).then_some(Condition::Dates));
    conditions.extend(FacetField::ALL.into_iter().filter(is_set).map(Condition::Facet));
    conditions.extend(confidence.is_some().then_some(Condition::Confidence));
    conditions.extend(group.is_some().then_some(Condition::Group));
    let mut remedies = Vec::new();
    for leave_out in conditions {
        let count = searching.matches(&without(request, &leave_out), false)?.documents.len() as u64;
        if count > 0 {
            remedies.push(Remedy { leave_out, count });
        }
    }
    Ok(remedies)
}

fn without(request: &SearchRequest, condition: &Condition) -> SearchRequest {
    let mut request = request.clone();
    // Only the number matters: nothing has to be scored.
    request.sort = Some(quotidian_search::Sort::Newest);
    match condition {
        Condition::Clause(place) => request.query = request.query.without(*place),
        Condition::Dates => request.filters.dates = quotidian_model::DateRange::default(),
        Condition::Facet(field) => drop(request.filters.facets.remove(field)),
        Condition::Confidence => request.filters.confidence = None,
        Condition::Group => request.filters.group = None,
    }
    request
}
