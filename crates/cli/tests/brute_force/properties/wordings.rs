//! Whether words were printed.

use proptest::prelude::*;
use quotidian_search::{ChangeOp, Engine, Verdict, VerificationRequest};

use crate::{
    archives::{ARCHIVES, the_same_in_other_segments},
    cases::for_cases,
    naive::{folded_words, words},
};

/// So many are looked at; of those that are printed more often, some are not shown.
const LIMIT: usize = 48;

fn request(text: String) -> VerificationRequest {
    VerificationRequest { text, speaker: None, limit: LIMIT, deadline: None }
}

/// Some words of an article of some archive, as they are printed.
fn any_piece() -> impl Strategy<Value = (usize, String)> {
    let chosen = (0..ARCHIVES.len(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1..30_usize);
    chosen.prop_map(|(archive, article, start, length)| {
        let body = &article.get(&ARCHIVES[archive].articles).article.body;
        let words: Vec<&str> = body.split_whitespace().collect();
        let start = if words.is_empty() { 0 } else { start.index(words.len()) };
        (archive, words.into_iter().skip(start).take(length).collect::<Vec<_>>().join(" "))
    })
}

#[test]
fn words_that_an_article_prints_are_verbatim_where_they_stand() {
    for_cases(any_piece(), |(archive, text)| {
        let archive = &ARCHIVES[*archive];
        let given = folded_words(text);
        let printing = |body: &str| {
            words(body)
                .windows(given.len().max(1))
                .any(|window| std::iter::zip(window, &given).all(|(word, given)| word.folded == *given))
        };
        // Brackets and ellipses stand for other words.
        prop_assume!(!given.is_empty() && !text.contains(['[', '…']) && !text.contains("..."));
        let expected = archive.articles.iter().filter(|one| printing(&one.article.body)).count();
        let found = archive.engine.verify(&request(text.clone()))?;
        prop_assert_eq!(found.verdict, Verdict::Verbatim, "{}", text);
        let verbatim: Vec<_> =
            found.printings.iter().filter(|printing| printing.verdict == Verdict::Verbatim).collect();
        prop_assert!(verbatim.len() >= expected.min(LIMIT), "{} of {expected}: {text}", verbatim.len());
        prop_assert!(found.total >= expected);
        for printing in &found.printings {
            let given: String = printing.diff.iter().map(|change| change.given.as_str()).collect();
            let printed: String = printing.diff.iter().map(|change| change.printed.as_str()).collect();
            let id = &printing.found.article().id;
            let body = &archive.articles.iter().find(|one| one.article.id == *id).unwrap().article.body;
            let place = printing.place.start..printing.place.end;
            prop_assert_eq!(&given, text);
            prop_assert_eq!(printed, body.chars().skip(place.start).take(place.len()).collect::<String>());
            let is_same =
                printing.diff.iter().all(|change| matches!(change.op, ChangeOp::Same | ChangeOp::Edited));
            prop_assert_eq!(is_same, printing.verdict == Verdict::Verbatim);
        }
        Ok(())
    });
}

#[test]
fn a_verdict_does_not_depend_on_the_segments() {
    let archives = the_same_in_other_segments();
    for_cases(any_piece(), |(_, text)| {
        let mut scrambled: Vec<&str> = text.split(' ').collect();
        let middle = scrambled.len() / 2;
        scrambled.swap(0, middle);
        for text in [text.clone(), scrambled.join(" ")] {
            let first = archives[0].engine.verify(&request(text.clone()))?;
            for other in &archives[1..] {
                let other = other.engine.verify(&request(text.clone()))?;
                prop_assert_eq!(&other.printings, &first.printings, "{}", text);
                prop_assert_eq!((other.verdict, other.total), (first.verdict, first.total));
            }
        }
        Ok(())
    });
}

#[test]
fn every_quote_is_among_its_own_printings() {
    let any_article = (0..ARCHIVES.len(), any::<prop::sample::Index>());
    for_cases(any_article, |(archive, article)| {
        let archive = &ARCHIVES[*archive];
        let article = article.get(&archive.articles);
        for number in 1..=article.annotations.quotes.len() {
            let id = format!("{}.{number}", article.article.id).parse().unwrap();
            let found = archive.engine.provenance(&id)?;
            let Some(found) = found else { return Err(TestCaseError::fail("the quote is not there")) };
            let printings = found.variants.iter().flat_map(|variant| &variant.printings);
            let mut dated: Vec<_> = printings
                .clone()
                .filter_map(|printing| printing.article.date.as_ref().and_then(|date| date.day))
                .collect();
            prop_assert!(printings.clone().any(|printing| printing.quote.as_ref() == Some(&id)), "{}", id);
            dated.sort_unstable();
            prop_assert_eq!((found.first, found.last), (dated.first().copied(), dated.last().copied()));
            prop_assert!(!found.variants[0].is_shortened && found.variants[0].diff.is_empty());
        }
        Ok(())
    });
}
