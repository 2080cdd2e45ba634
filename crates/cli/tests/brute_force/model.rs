//! What a search must find, from a look at every document.

use std::{cmp::Reverse, collections::BTreeMap};

use quotidian_model::{AnnotatedArticle, Day, EntityKind, Quote};
use quotidian_search::{Bucket, Facet, FacetField, FacetValue, SearchRequest, Timeline};

use crate::naive::{Word, matches, words};

/// An article or a quote as a search sees it.
pub(crate) struct Document {
    pub(crate) id: String,
    day: Option<Day>,
    pub(crate) title: Vec<Word>,
    pub(crate) body: Vec<Word>,
    /// Whether words without a field are looked for in the title too.
    pub(crate) titled: bool,
    pub(crate) facets: BTreeMap<FacetField, Vec<String>>,
}

impl Document {
    pub(crate) fn article(annotated: &AnnotatedArticle) -> Self {
        Self::new(annotated, &annotated.article.body)
    }

    fn new(annotated: &AnnotatedArticle, body: &str) -> Self {
        let article = &annotated.article;
        let names = |kind: EntityKind| {
            annotated
                .annotations
                .entities
                .iter()
                .filter(|entity| entity.kind == kind)
                .map(|entity| &entity.name)
                .cloned()
                .collect()
        };
        let speakers = annotated.annotations.quotes.iter().filter_map(|quote| quote.speaker.name.clone());
        let facets: [(FacetField, Vec<String>); 8] = [
            (FacetField::Speaker, speakers.collect()),
            (FacetField::Person, names(EntityKind::Person)),
            (FacetField::Organization, names(EntityKind::Organization)),
            (FacetField::Place, names(EntityKind::Place)),
            (FacetField::Source, article.source.iter().cloned().collect()),
            (FacetField::Section, article.section.iter().cloned().collect()),
            (FacetField::Author, article.authors.clone()),
            (FacetField::Language, article.language.iter().cloned().collect()),
        ];
        Self {
            id: article.id.to_string(),
            day: article.date.as_ref().and_then(|date| date.day),
            title: words(&article.title.text),
            body: words(body),
            titled: true,
            facets: facets.into_iter().map(|(field, values)| (field, unique(values))).collect(),
        }
    }

    pub(crate) fn quotes(annotated: &AnnotatedArticle) -> Vec<Self> {
        let quotes = annotated.annotations.quotes.iter().zip(1..);
        quotes.map(|(quote, number)| Self::quote(annotated, quote, number)).collect()
    }

    fn quote(annotated: &AnnotatedArticle, quote: &Quote, number: u32) -> Self {
        let mut document = Self::new(annotated, quote.span.of(&annotated.article.body));
        document.id = format!("{}.{number}", document.id);
        document.titled = false;
        document.facets.insert(FacetField::Speaker, quote.speaker.name.iter().cloned().collect());
        document.facets.insert(FacetField::Kind, vec![quote.kind.to_string()]);
        document
    }
}

fn unique(values: Vec<String>) -> Vec<String> {
    let mut unique: Vec<String> = Vec::new();
    for value in values.iter().map(|value| value.trim().chars().take(200).collect::<String>()) {
        if !value.is_empty() && !unique.contains(&value) {
            unique.push(value);
        }
    }
    unique
}

/// The answer to a request.
pub(crate) struct Expected {
    pub(crate) ids: Vec<String>,
    /// The days of the matches, newest first, undated last.
    pub(crate) days: Vec<Option<Day>>,
    pub(crate) facets: Vec<Facet>,
    pub(crate) timeline: Option<Timeline>,
}

impl Expected {
    pub(crate) fn of(request: &SearchRequest, fields: &[FacetField], documents: &[Document]) -> Self {
        let matching: Vec<&Document> =
            documents.iter().filter(|document| matches(&request.query, document)).collect();
        let but = |left_out: Option<FacetField>, dates: bool| {
            let fits = |document: &&&Document| {
                let range = &request.filters.dates;
                (!dates || range.is_open() || document.day.is_some_and(|day| range.contains(day)))
                    && fields
                        .iter()
                        .all(|field| Some(*field) == left_out || lets_in(request, *field, document))
            };
            matching.iter().filter(fits).copied().collect::<Vec<_>>()
        };
        let found = but(None, true);
        let mut days: Vec<Option<Day>> = found.iter().map(|document| document.day).collect();
        days.sort_by_key(|day| Reverse(*day));
        let facets = fields.iter().map(|field| facet(request, *field, &but(Some(*field), true)));
        Self {
            facets: facets.collect(),
            timeline: timeline(request, documents, &but(None, false)),
            ids: found.into_iter().map(|document| document.id.clone()).collect(),
            days,
        }
    }
}

fn lets_in(request: &SearchRequest, field: FacetField, document: &Document) -> bool {
    let Some(filter) = request.filters.facets.get(&field) else { return true };
    let values = &document.facets[&field];
    let wanted = filter.any_of.is_empty() || filter.any_of.iter().any(|value| values.contains(value));
    wanted && !filter.none_of.iter().any(|value| values.contains(value))
}

fn facet(request: &SearchRequest, field: FacetField, documents: &[&Document]) -> Facet {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for value in documents.iter().flat_map(|document| &document.facets[&field]) {
        *counts.entry(value).or_default() += 1;
    }
    let filter = request.filters.facets.get(&field).cloned().unwrap_or_default();
    let listed = |value: &str| FacetValue {
        value: value.to_owned(),
        count: counts.get(value).copied().unwrap_or_default(),
        selected: filter.any_of.iter().any(|wanted| wanted == value),
        excluded: filter.none_of.iter().any(|unwanted| unwanted == value),
    };
    let mut values: Vec<&str> = counts.keys().copied().collect();
    values.sort_by_key(|value| Reverse(counts[value]));
    values.truncate(request.facets.values);
    for value in filter.any_of.iter().chain(&filter.none_of) {
        if !values.contains(&value.as_str()) {
            values.push(value);
        }
    }
    let values: Vec<FacetValue> = values.into_iter().map(listed).collect();
    Facet {
        field,
        total_values: counts.len() as u64,
        other: counts.values().sum::<u64>() - values.iter().map(|value| value.count).sum::<u64>(),
        missing: documents.iter().filter(|document| document.facets[&field].is_empty()).count() as u64,
        values,
    }
}

fn timeline(request: &SearchRequest, all: &[Document], matching: &[&Document]) -> Option<Timeline> {
    let days = || all.iter().filter_map(|document| document.day);
    let (interval, mut buckets) = request.interval?.buckets(days().min()?, days().max()?);
    for bucket in &mut buckets {
        let inside =
            |document: &Document| document.day.is_some_and(|day| bucket.from <= day && day <= bucket.to);
        *bucket = Bucket {
            count: matching.iter().filter(|document| inside(document)).count() as u64,
            total: all.iter().filter(|document| inside(document)).count() as u64,
            ..*bucket
        };
    }
    let undated = matching.iter().filter(|document| document.day.is_none()).count() as u64;
    Some(Timeline { interval, buckets, undated })
}
