//! What is marked and shown.

use proptest::prelude::*;
use quotidian_model::Span;
use quotidian_search::{Engine, Page, SearchRequest, query::QueryField};

use crate::{
    cases::{Case, any_case, cases, for_cases},
    document::Kind,
    marks::{any_marked, any_stands, first_unreal, is_piece, joined, marked, patterns},
    queries::text,
};

/// The fields whose answers may be marked in a body, and those that must.
const MAY_MARK_BODY: &[Option<QueryField>] = &[None, Some(QueryField::Body), Some(QueryField::Said)];
const MUST_MARK_BODY: &[Option<QueryField>] = &[None, Some(QueryField::Body)];
const MARK_TITLE: &[Option<QueryField>] = &[None, Some(QueryField::Title), Some(QueryField::About)];
const MUST_MARK_QUOTE: &[Option<QueryField>] = &[None, Some(QueryField::Said)];

/// Searches of which many ask for words alone.
fn any_marking() -> impl Strategy<Value = Case> {
    prop_oneof![any_case().boxed(), cases(text()).boxed()]
}

fn some_hits(case: &Case) -> SearchRequest {
    SearchRequest { page: Page::default(), ..case.request.clone() }
}

#[test]
fn an_article_marks_what_is_asked_for_and_nothing_else() {
    for_cases((any_marking(), any::<prop::sample::Index>()), |(case, chosen)| {
        let query = &case.request.query;
        let article = chosen.get(&case.archive.articles);
        let found = case.archive.engine.article(&article.article.id, query)?;
        let Some(found) = found else { return Err(TestCaseError::fail("the article is not there")) };
        prop_assert_eq!(&found.article, article);
        let body = &article.article.body;
        prop_assert_eq!(first_unreal(body, &patterns(query, MAY_MARK_BODY), &found.marks), None);
        let overlap = |pair: &[Span]| pair[0].end > pair[1].start;
        prop_assert!(!found.marks.windows(2).any(overlap), "{:?}", found.marks);
        if any_stands(&patterns(query, MUST_MARK_BODY), body) {
            prop_assert!(!found.marks.is_empty(), "nothing is marked in: {}", body);
        }
        let own = case.archive.document(Kind::Article, article.article.id.as_str());
        prop_assert_eq!(found.story.id, own.group);
        Ok(())
    });
}

#[test]
fn a_snippet_is_a_piece_of_the_body_that_shows_why_it_was_found() {
    for_cases(any_marking(), |case| {
        let query = &case.request.query;
        let (may, must) = (patterns(query, MAY_MARK_BODY), patterns(query, MUST_MARK_BODY));
        for hit in case.archive.engine.articles(&some_hits(case))?.hits {
            let id = hit.article.id.to_string();
            let article = case.archive.articles.iter().find(|article| article.article.id == hit.article.id);
            let body = article.map(|article| article.article.body.as_str()).unwrap_or_default();
            for snippet in &hit.snippets {
                prop_assert!(is_piece(snippet, body, &may), "{}: {:?} of {}", id, snippet, body);
            }
            if any_stands(&must, body) {
                let marked = hit.snippets.iter().any(|snippet| any_marked(snippet));
                prop_assert!(marked, "{}: nothing is marked in {:?} of {}", id, hit.snippets, body);
            }
        }
        Ok(())
    });
}

#[test]
fn a_headline_marks_what_is_asked_for_and_nothing_else() {
    for_cases(any_marking(), |case| {
        let patterns = patterns(&case.request.query, MARK_TITLE);
        for hit in case.archive.engine.articles(&some_hits(case))?.hits {
            let title = &hit.article.title.text;
            prop_assert_eq!(&joined(&hit.title), title);
            prop_assert_eq!(first_unreal(title, &patterns, &marked(&hit.title)), None, "{}", title);
            prop_assert_eq!(any_marked(&hit.title), any_stands(&patterns, title), "{}", title);
        }
        Ok(())
    });
}

#[test]
fn a_quote_marks_what_is_asked_for_and_nothing_else() {
    for_cases(any_marking(), |case| {
        let query = &case.request.query;
        let (may, must) = (patterns(query, MAY_MARK_BODY), patterns(query, MUST_MARK_QUOTE));
        for hit in case.archive.engine.quotes(&some_hits(case))?.hits {
            let article = case.archive.articles.iter().find(|article| article.article.id == hit.article.id);
            let article = article.ok_or_else(|| TestCaseError::fail("the quote has no article"))?;
            let quote = &article.annotations.quotes[hit.id.number.get() as usize - 1];
            let content = quote.span.of(&article.article.body);
            prop_assert_eq!(joined(&hit.content), content);
            prop_assert_eq!(first_unreal(content, &may, &marked(&hit.content)), None, "{}", content);
            if any_stands(&must, content) {
                prop_assert!(any_marked(&hit.content), "nothing is marked in {}", content);
            }
            let verbatim: usize = quote.verbatim.iter().map(|span| span.len()).sum();
            let shown = hit.content.iter().filter(|segment| segment.verbatim);
            prop_assert_eq!(shown.map(|segment| segment.text.len()).sum::<usize>(), verbatim);
        }
        Ok(())
    });
}

#[test]
fn a_quote_is_shown_as_it_was_put() {
    for_cases(any_case(), |case| {
        for hit in case.archive.engine.quotes(&some_hits(case))?.hits {
            let shown = case.archive.engine.quote(&hit.id)?;
            let Some(shown) = shown else { return Err(TestCaseError::fail("the quote is not there")) };
            prop_assert_eq!(joined(&shown.content), joined(&hit.content));
            prop_assert_eq!(&shown.utterance, &hit.utterance);
            prop_assert_eq!(&shown.context, &hit.context);
            prop_assert_eq!((&shown.speaker, shown.kind, shown.place), (&hit.speaker, hit.kind, hit.place));
            prop_assert!(!any_marked(&shown.content));
        }
        Ok(())
    });
}
