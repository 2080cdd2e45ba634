//! What is counted of a speaker, against a look at every quote.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use proptest::prelude::*;
use quotidian_model::{AnnotatedArticle, Quote, Span};
use quotidian_search::{Counted, Engine, FacetField, Interval, SpeakerProfile, SpeakerRequest};

use crate::{
    archives::{ARCHIVES, Archive, the_same_in_other_segments},
    cases::for_cases,
    document::Kind,
};

/// Longer lists are cut.
const LISTED: usize = 30;

/// A speaker of an archive.
fn any_speaker(archives: &'static [Archive]) -> impl Strategy<Value = (&'static Archive, &'static str)> {
    let archive = (0..archives.len()).prop_map(move |place| &archives[place]);
    (archive, any::<prop::sample::Index>()).prop_filter_map("nobody is quoted", |(archive, chosen)| {
        let quotes = archive.documents(Kind::Quote).iter();
        let names: BTreeSet<&str> = quotes.flat_map(|quote| quote.values(FacetField::Speaker)).collect();
        let names: Vec<&str> = names.into_iter().collect();
        (!names.is_empty()).then(|| (archive, *chosen.get(&names)))
    })
}

fn profile(archive: &Archive, name: &str) -> Result<SpeakerProfile, TestCaseError> {
    let request = SpeakerRequest { name: name.to_owned(), interval: Some(Interval::Month) };
    archive.engine.speaker(&request)?.ok_or_else(|| TestCaseError::fail(format!("{name} is not quoted")))
}

fn is_said_by(quote: &Quote, name: &str) -> bool {
    quote.speaker.name.as_deref().map(str::trim) == Some(name)
}

/// How many of a speaker's quotes have each value, the most frequent first.
fn counts(
    archive: &Archive,
    name: &str,
    value: impl Fn(&AnnotatedArticle, &Quote) -> Option<String>,
) -> Vec<(String, u64)> {
    let mut counts = BTreeMap::new();
    for article in &archive.articles {
        for quote in article.annotations.quotes.iter().filter(|quote| is_said_by(quote, name)) {
            value(article, quote).into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
        }
    }
    ordered(counts)
}

fn ordered(counts: BTreeMap<String, u64>) -> Vec<(String, u64)> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts.truncate(LISTED);
    counts
}

/// The words of a span in lower case.
fn words(article: &AnnotatedArticle, span: Option<Span>) -> Option<String> {
    span.map(|span| span.of(&article.article.body).to_lowercase())
}

fn others(archive: &Archive, name: &str) -> Vec<(String, u64)> {
    let mut counts = BTreeMap::new();
    for article in &archive.articles {
        let quotes = &article.annotations.quotes;
        let names: BTreeSet<&str> =
            quotes.iter().filter_map(|quote| quote.speaker.name.as_deref()).map(str::trim).collect();
        if names.contains(name) {
            let others = names.into_iter().filter(|other| *other != name);
            others.for_each(|other| *counts.entry(other.to_owned()).or_default() += 1);
        }
    }
    ordered(counts)
}

fn drawn(counted: &[Counted]) -> Vec<(String, u64)> {
    counted.iter().map(|one| (one.value.clone(), one.count)).collect()
}

#[test]
fn a_speaker_has_the_counts_of_a_look_at_every_quote() {
    for_cases(any_speaker(&ARCHIVES), |(archive, name)| {
        let profile = profile(archive, name)?;
        let variants = profile.variants.values.iter().map(|one| (one.words.to_lowercase(), one.count));
        let roles = profile.roles.values.iter().map(|one| (one.words.to_lowercase(), one.count));
        let surfaces = counts(archive, name, |article, quote| words(article, quote.speaker.surface));
        prop_assert_eq!(variants.take(LISTED).collect::<Vec<_>>(), surfaces);
        prop_assert_eq!(
            roles.collect::<Vec<_>>(),
            counts(archive, name, |article, quote| words(article, quote.speaker.role))
        );
        let cues = counts(archive, name, |article, quote| words(article, quote.cue));
        prop_assert_eq!(drawn(&profile.cues.values), cues);
        let sources = counts(archive, name, |article, _| article.article.source.clone());
        prop_assert_eq!(drawn(&profile.sources.values), sources);
        prop_assert_eq!(drawn(&profile.quoted_with.values), others(archive, name));
        let quotes = counts(archive, name, |_, _| Some(String::new()));
        prop_assert_eq!(profile.listing.quotes, quotes[0].1);
        let timeline = profile.timeline.ok_or_else(|| TestCaseError::fail("there is no timeline"))?;
        let counted = timeline.buckets.iter().map(|bucket| bucket.count).sum::<u64>() + timeline.undated;
        prop_assert_eq!(counted, profile.listing.quotes);
        Ok(())
    });
}

#[test]
fn a_speaker_is_the_same_however_the_articles_came() {
    let twins = the_same_in_other_segments();
    for_cases(any_speaker(&twins[..1]), |(archive, name)| {
        let expected = profile(archive, name)?;
        for twin in &twins[1..] {
            prop_assert_eq!(&profile(twin, name)?, &expected, "in {}", twin.name);
        }
        Ok(())
    });
}
