//! What a search must find, from a look at every document.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use quotidian_model::Day;
use quotidian_search::{
    Bucket, CountBy, Facet, FacetField, FacetFilter, FacetSort, FacetValue, Filters, GroupId, Interval,
    SearchRequest, Sort, Timeline, query::Query,
};

use crate::{
    document::{Document, Kind},
    prepared::Prepared,
};

/// All the articles or all the quotes of an archive.
#[derive(Clone, Copy)]
pub(crate) struct Model<'a> {
    pub(crate) kind: Kind,
    pub(crate) documents: &'a [Document],
}

/// What a search is counted by: every document, or every story or utterance once.
#[derive(Clone, Copy)]
pub(crate) struct Counting(Option<CountBy>);

impl Counting {
    pub(crate) const DOCUMENTS: Self = Self(None);

    pub(crate) fn of(request: &SearchRequest) -> Self {
        Self(request.collapse)
    }

    pub(crate) fn count<'a>(self, documents: impl IntoIterator<Item = &'a Document>) -> u64 {
        match self.0 {
            Some(CountBy::Group) => {
                documents.into_iter().map(|document| document.group).collect::<BTreeSet<_>>().len() as u64
            }
            Some(CountBy::Document) | None => documents.into_iter().count() as u64,
        }
    }
}

/// Filters that do not narrow a list, because the list is what they are chosen from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum LeftOut {
    Nothing,
    Dates,
    Facet(FacetField),
}

impl<'a> Model<'a> {
    pub(crate) fn new(kind: Kind, documents: &'a [Document]) -> Self {
        Self { kind, documents }
    }

    pub(crate) fn matching(self, query: &Query) -> Vec<&'a Document> {
        let prepared = Prepared::of(query);
        self.documents.iter().filter(|document| prepared.matches(document)).collect()
    }

    /// Everything that a request finds, in no order.
    pub(crate) fn found(self, request: &SearchRequest) -> Vec<&'a Document> {
        let mut found = self.matching(&request.query);
        found.retain(|document| self.lets_in(&request.filters, LeftOut::Nothing, document));
        found
    }

    /// Everything that a request finds, the newest or oldest first.
    pub(crate) fn by_day(self, request: &SearchRequest, sort: Sort) -> Vec<&'a Document> {
        let mut found = self.found(request);
        found.sort_by_key(|document| {
            let day = document.day.map(Day::days_since_epoch);
            let rank = day.map(|day| if sort == Sort::Oldest { day } else { -day });
            (day.is_none(), rank, document.key)
        });
        found
    }

    fn lets_in(self, filters: &Filters, left_out: LeftOut, document: &Document) -> bool {
        let facets = self.kind.facets().iter().filter(|facet| left_out != LeftOut::Facet(**facet));
        let confident = |least| document.confidence.is_none_or(|confidence| confidence >= least);
        (left_out == LeftOut::Dates || document.is_within(&filters.dates))
            && filters.confidence.is_none_or(confident)
            && filters.group.is_none_or(|group| document.group == group)
            && facets.copied().all(|facet| selects(filters.facets.get(&facet), facet, document))
    }

    /// The facets of a request, those aside that documents of this kind have not.
    pub(crate) fn facets(self, request: &SearchRequest) -> Vec<Facet> {
        let matching = self.matching(&request.query);
        let fields = request.facets.fields.iter().copied();
        fields
            .filter(|field| self.kind.facets().contains(field))
            .map(|field| self.facet(request, field, &matching))
            .collect()
    }

    fn facet(self, request: &SearchRequest, field: FacetField, matching: &[&Document]) -> Facet {
        let without = LeftOut::Facet(field);
        let counted: Vec<&Document> = matching
            .iter()
            .copied()
            .filter(|document| self.lets_in(&request.filters, without, document))
            .collect();
        let filter = request.filters.facets.get(&field).cloned().unwrap_or_default();
        let counts = counts(&counted, field, Counting::of(request));
        let mut names = ordered(&counts, request.facets.sort);
        names.truncate(request.facets.values);
        for name in filter.any_of.iter().chain(&filter.none_of) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        let values: Vec<FacetValue> = names.into_iter().map(|name| value(name, &counts, &filter)).collect();
        let listed: u64 = values.iter().map(|value| value.count).sum();
        let nameless = counted.iter().copied().filter(|document| document.values(field).next().is_none());
        Facet {
            field,
            total_values: counts.len() as u64,
            other: counts.values().sum::<u64>() - listed,
            missing: Counting::of(request).count(nameless),
            values,
        }
    }

    /// The values of a facet that a search finds without its own selection in it.
    pub(crate) fn facet_values(
        self,
        request: &SearchRequest,
        field: FacetField,
        sort: FacetSort,
    ) -> Vec<(String, u64)> {
        let mut counted = self.matching(&request.query);
        counted.retain(|document| self.lets_in(&request.filters, LeftOut::Facet(field), document));
        let counts = counts(&counted, field, Counting::of(request));
        ordered(&counts, sort).into_iter().map(|name| (name.to_owned(), counts[name])).collect()
    }

    /// The timeline of an archive that has any day, with the interval given.
    pub(crate) fn timeline(self, request: &SearchRequest, interval: Interval) -> Timeline {
        let mut matching = self.matching(&request.query);
        matching.retain(|document| self.lets_in(&request.filters, LeftOut::Dates, document));
        let days = || self.documents.iter().filter_map(|document| document.day);
        let (interval, mut buckets) = match (days().min(), days().max()) {
            (Some(first), Some(last)) => interval.axis(first, last, request.filters.dates),
            _ => (interval, Vec::new()),
        };
        let counting = Counting::of(request);
        for bucket in &mut buckets {
            let inside = |document: &Document| is_in(bucket, document);
            let (count, total) = (
                counting.count(matching.iter().copied().filter(|document| inside(document))),
                Counting::DOCUMENTS.count(self.documents.iter().filter(|document| inside(document))),
            );
            (bucket.count, bucket.total) = (count, total);
        }
        let undated = counting.count(matching.iter().copied().filter(|document| document.day.is_none()));
        Timeline { interval, buckets, undated }
    }

    /// How many stories or utterances a request finds.
    pub(crate) fn groups(self, request: &SearchRequest) -> u64 {
        self.found(request).iter().map(|document| document.group).collect::<BTreeSet<GroupId>>().len() as u64
    }
}

fn is_in(bucket: &Bucket, document: &Document) -> bool {
    document.day.is_some_and(|day| bucket.from <= day && day <= bucket.to)
}

fn selects(filter: Option<&FacetFilter>, facet: FacetField, document: &Document) -> bool {
    let Some(FacetFilter { any_of, none_of }) = filter else { return true };
    let wanted = any_of.is_empty() || any_of.iter().any(|value| document.has(facet, value));
    wanted && !none_of.iter().any(|value| document.has(facet, value))
}

fn counts<'a>(documents: &[&'a Document], field: FacetField, counting: Counting) -> BTreeMap<&'a str, u64> {
    let mut having: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
    for document in documents.iter().copied() {
        for value in document.values(field) {
            having.entry(value).or_default().push(document);
        }
    }
    having.into_iter().map(|(value, documents)| (value, counting.count(documents))).collect()
}

/// The names are in order already.
fn ordered<'a>(counts: &BTreeMap<&'a str, u64>, sort: FacetSort) -> Vec<&'a str> {
    let mut names: Vec<&str> = counts.keys().copied().collect();
    if sort == FacetSort::Count {
        names.sort_by_key(|name| Reverse(counts[name]));
    }
    names
}

fn value(name: &str, counts: &BTreeMap<&str, u64>, filter: &FacetFilter) -> FacetValue {
    FacetValue {
        value: name.to_owned(),
        count: counts.get(name).copied().unwrap_or_default(),
        selected: filter.any_of.iter().any(|wanted| wanted == name),
        excluded: filter.none_of.iter().any(|unwanted| unwanted == name),
    }
}
