//! Filters, orders and counting beside the query.

use std::num::NonZeroU32;

use proptest::{
    collection::{btree_map, vec},
    option,
    prelude::*,
    sample::{Index, select},
};
use quotidian_model::{Confidence, DateRange};
use quotidian_search::{
    CountBy, FacetField, FacetFilter, FacetRequest, FacetSort, Filters, HalfLife, Interval, SearchRequest,
    Sort, query::Query,
};

use crate::document::{Document, Kind};

/// Filters before it is known whether articles or quotes are searched, and in which archive.
#[derive(Debug, Clone)]
pub(crate) struct Narrowing {
    dates: DateRange,
    facets: Vec<(FacetField, Selection)>,
    confidence: Option<Confidence>,
    /// A document whose story or utterance alone is searched.
    group_of: Option<Index>,
}

/// Documents of which a value is wanted or not.
#[derive(Debug, Clone)]
struct Selection {
    any_of: Vec<Index>,
    none_of: Vec<Index>,
    nobody: bool,
}

impl Narrowing {
    /// The filters in an archive. Articles have neither kind nor confidence.
    pub(crate) fn filters(&self, kind: Kind, documents: &[Document]) -> Filters {
        let fitting = self.facets.iter().filter(|(field, _)| kind.facets().contains(field));
        let group = self.group_of.filter(|_| !documents.is_empty());
        Filters {
            dates: self.dates,
            facets: fitting.map(|(field, selection)| (*field, selection.filter(*field, documents))).collect(),
            confidence: self.confidence.filter(|_| kind == Kind::Quote),
            group: group.map(|document| document.get(documents).group),
        }
    }
}

impl Selection {
    fn filter(&self, field: FacetField, documents: &[Document]) -> FacetFilter {
        let mut any_of = values(&self.any_of, field, documents);
        if self.nobody {
            any_of.push("Nobody By This Name".to_owned());
        }
        let mut none_of = values(&self.none_of, field, documents);
        none_of.retain(|value| !any_of.contains(value));
        FacetFilter { any_of, none_of }
    }
}

/// A value of each of some documents, each value once.
fn values(places: &[Index], field: FacetField, documents: &[Document]) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for place in places.iter().filter(|_| !documents.is_empty()) {
        let document = place.get(documents);
        let value = document.values(field).last().map(str::to_owned);
        values.extend(value.filter(|value| !values.contains(value)));
    }
    values
}

pub(crate) fn any_narrowing() -> impl Strategy<Value = Narrowing> {
    let facets = btree_map(select(FacetField::ALL.to_vec()), selection(), 0..3);
    let facets = prop_oneof![1 => Just(Default::default()), 1 => facets];
    let confidence = select(&[0.0, 0.5, 0.6, 0.9][..]).prop_map(Confidence::clamped);
    let (confidence, group_of) = (option::weighted(0.2, confidence), option::weighted(0.1, any::<Index>()));
    (dates(), facets, confidence, group_of).prop_map(|(dates, facets, confidence, group_of)| Narrowing {
        dates,
        facets: facets.into_iter().collect(),
        confidence,
        group_of,
    })
}

fn selection() -> impl Strategy<Value = Selection> {
    let places = || vec(any::<Index>(), 0..3);
    (places(), places(), prop::bool::weighted(0.1)).prop_map(|(any_of, none_of, nobody)| Selection {
        any_of,
        none_of,
        nobody,
    })
}

/// Mostly open; else some weeks of 2024, or centuries.
fn dates() -> impl Strategy<Value = DateRange> {
    let from = option::of(select(&["0001", "1677-01-01", "1969-12-31", "2024-01-10", "2024-02"][..]));
    let to = option::of(select(&["2024-03-01", "2024-02", "2024", "1999", "1676-12-31"][..]));
    let range = (from, to).prop_map(|(from, to)| DateRange::parse(from, to).unwrap_or_default());
    prop_oneof![2 => Just(DateRange::default()), 1 => range]
}

/// Everything but query and filters; nothing is collapsed.
pub(crate) fn any_request() -> impl Strategy<Value = SearchRequest> {
    let half_life = select(&[1, 30, 365, HalfLife::MAX_DAYS][..])
        .prop_filter_map("a day at least", |days| NonZeroU32::new(days).map(|days| HalfLife { days }));
    let facets = (0..6_usize, select(&[FacetSort::Count, FacetSort::Name][..]));
    let facets =
        facets.prop_map(|(values, sort)| FacetRequest { fields: FacetField::ALL.to_vec(), values, sort });
    (any_sort(), option::of(half_life), facets, select(Interval::ALL.to_vec())).prop_map(
        |(sort, recency, facets, interval)| SearchRequest {
            sort,
            recency,
            facets,
            interval: Some(interval),
            ..SearchRequest::new(Query::All)
        },
    )
}

fn any_sort() -> impl Strategy<Value = Option<Sort>> {
    select(&[None, Some(Sort::Relevance), Some(Sort::Newest), Some(Sort::Oldest)][..])
}

pub(crate) fn any_collapse() -> impl Strategy<Value = CountBy> {
    select(&[CountBy::Document, CountBy::Group][..])
}
