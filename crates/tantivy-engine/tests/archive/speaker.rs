//! What the archive says of a speaker.

use quotidian_model::{AnnotatedArticle, Span};
use quotidian_search::{Counted, Difference, Engine, Interval, MergedBy, SpeakerProfile, SpeakerRequest};
use quotidian_tantivy_engine::TantivyEngine;

use crate::support::{annotated, articles, write};

const OKKERLEY: &str = "Tobin Okkerley";

/// An article in which Okkerley is quoted, with the places of the words that name him, of the cue and of his role.
fn said(id: &str, day: &str, body: &str, words: [&str; 3]) -> AnnotatedArticle {
    let mut annotated = annotated(id, Some(day), "Ledger", body, OKKERLEY);
    let place = |words: &str| {
        let start = body.find(words).filter(|_| !words.is_empty());
        start.map(|start| Span::new(start, start + words.len()))
    };
    for quote in &mut annotated.annotations.quotes {
        let [surface, cue, role] = words.map(place);
        (quote.speaker.surface, quote.cue, quote.speaker.role) = (surface, cue, role);
    }
    annotated
}

fn profile(articles: &[AnnotatedArticle], name: &str) -> Option<SpeakerProfile> {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), articles);
    let engine = TantivyEngine::open(folder.path()).unwrap();
    engine.speaker(&SpeakerRequest { name: name.to_owned(), interval: Some(Interval::Year) }).unwrap()
}

fn drawn(counted: &[Counted]) -> Vec<String> {
    counted.iter().map(|one| format!("{} {}", one.value, one.count)).collect()
}

#[test]
fn a_speaker_is_counted() {
    let okkerley = profile(&articles(), OKKERLEY).unwrap();
    let day = |day: &str| Some(day.parse().unwrap());
    assert_eq!((okkerley.listing.quotes, okkerley.listing.first), (2, day("2024-03-15")));
    assert_eq!(okkerley.listing.last, day("2024-03-15"));
    assert_eq!(drawn(&okkerley.sources.values), ["Lantern 1", "Ledger 1"]);
    assert_eq!((okkerley.variants.total, okkerley.quoted_with.total), (0, 0));
    let timeline = okkerley.timeline.unwrap();
    let year = timeline.buckets.iter().find(|bucket| bucket.from.to_string() == "2024-01-01");
    assert_eq!(year.map(|bucket| (bucket.count, bucket.total)), Some((1, 4)));
    assert_eq!(timeline.undated, 1);
}

#[test]
fn nobody_of_that_name_is_quoted() {
    assert_eq!(profile(&articles(), "Okkerley"), None);
    assert_eq!(profile(&articles(), "Nobody Special"), None);
    assert_eq!(profile(&articles(), ""), None);
}

#[test]
fn words_for_a_speaker_are_told_apart_but_for_their_case() {
    let role = "mayor of\nOndry";
    let body = "Tobin Okkerley, mayor of\nOndry, spoke. “One.” The Mayor Said: “Two.”";
    let articles = [
        said("a", "2022-05-01", body, ["The Mayor", "Said", role]),
        said("b", "2024-05-01", "“Three,” the mayor said.", ["the mayor", "said", ""]),
        said("c", "2024-05-02", "“Four,” the mayor warned.", ["the mayor", "warned", ""]),
        said("d", "2024-05-02", "“Five,” Mr. Okkerley said. “Six.” “Seven.”", ["Mr. Okkerley", "said", ""]),
    ];
    let profile = profile(&articles, OKKERLEY).unwrap();
    let variants: Vec<_> =
        profile.variants.values.iter().map(|one| (one.words.as_str(), one.count, one.merged_by)).collect();
    assert_eq!(variants, [("The Mayor", 4, MergedBy::Role), ("Mr. Okkerley", 3, MergedBy::Title)]);
    assert_eq!(drawn(&profile.cues.values), ["said 6", "warned 1"]);
    let [role] = profile.roles.values.as_slice() else { panic!("{:?}", profile.roles) };
    assert_eq!((role.words.as_str(), role.count), ("mayor of Ondry", 2));
    assert_eq!(role.first.unwrap().to_string(), "2022-05-01");
}

#[test]
fn speakers_of_the_same_articles_are_quoted_together() {
    let mut both = articles().swap_remove(1);
    both.annotations.quotes[1].speaker.name = Some(OKKERLEY.to_owned());
    let profile = profile(&[articles().swap_remove(0), both], OKKERLEY).unwrap();
    assert_eq!(drawn(&profile.quoted_with.values), ["Ilse Maravant 1"]);
}

#[test]
fn what_was_said_otherwise_is_offered() {
    let close = "“We will close the old ferry landing.” “The new ferry will carry 300 boats.”";
    let keep = "“We will not close the old ferry landing.” “The new ferry will carry 400 boats.”";
    let articles = [
        said("a", "2022-05-01", close, [""; 3]),
        said("b", "2024-05-01", keep, [""; 3]),
        said("c", "2023-05-01", close, [""; 3]),
    ];
    let changed = profile(&articles, OKKERLEY).unwrap().changed_statements;
    let pairs: Vec<_> = changed
        .values
        .iter()
        .map(|one| (one.difference, one.later.id.to_string(), one.earlier.id.to_string()))
        .collect();
    let pair = |difference, later: &str, earlier: &str| (difference, later.to_owned(), earlier.to_owned());
    let expected = [pair(Difference::Number, "b.2", "c.2"), pair(Difference::Negation, "b.1", "c.1")];
    assert_eq!(pairs.len(), 2);
    assert!(expected.iter().all(|pair| pairs.contains(pair)), "{pairs:?}");
    assert_eq!(changed.total, 2);
}
