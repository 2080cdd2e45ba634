//! What must be said of a query beside its hits.

use quotidian_model::DateRange;
use quotidian_search::{Condition, Filters, Remedy, SearchRequest};

use crate::model::Model;

/// How many documents each part of the query finds by itself; of one that excludes, how many there are to exclude.
pub(crate) fn counts(model: Model<'_>, request: &SearchRequest) -> Vec<u64> {
    use quotidian_search::query::Query;
    let asked = |part: &Query| match part {
        Query::Not(inner) => model.matching(inner).len() as u64,
        other => model.matching(other).len() as u64,
    };
    request.query.conjuncts().iter().map(asked).collect()
}

/// Every condition without which there would be hits.
pub(crate) fn remedies(model: Model<'_>, request: &SearchRequest) -> Vec<Remedy> {
    let found = |request: &SearchRequest| model.found(request).len() as u64;
    if found(request) > 0 {
        return Vec::new();
    }
    let remedy = |condition: Condition| {
        let count = found(&without(request, &condition));
        (count > 0).then_some(Remedy { leave_out: condition, count })
    };
    conditions(request).into_iter().filter_map(remedy).collect()
}

/// All that a request asks for, in the order in which it is told of.
pub(crate) fn conditions(request: &SearchRequest) -> Vec<Condition> {
    let Filters { dates, facets, confidence, group } = &request.filters;
    let mut conditions: Vec<Condition> =
        (0..request.query.conjuncts().len()).map(Condition::Clause).collect();
    conditions.extend((!dates.is_open()).then_some(Condition::Dates));
    let selecting =
        facets.iter().filter(|(_, filter)| !filter.any_of.is_empty() || !filter.none_of.is_empty());
    conditions.extend(selecting.map(|(facet, _)| Condition::Facet(*facet)));
    conditions.extend(confidence.map(|_| Condition::Confidence));
    conditions.extend(group.map(|_| Condition::Group));
    conditions
}

/// The request with one condition less.
pub(crate) fn without(request: &SearchRequest, condition: &Condition) -> SearchRequest {
    let mut less = request.clone();
    match condition {
        Condition::Clause(place) => less.query = request.query.without(*place),
        Condition::Dates => less.filters.dates = DateRange::default(),
        Condition::Facet(facet) => {
            less.filters.facets.remove(facet);
        }
        Condition::Confidence => less.filters.confidence = None,
        Condition::Group => less.filters.group = None,
    }
    less
}
