//! Marks what a query found in a text, and cuts the fragments that show it.
//!
//! A phrase marks the phrase and not its scattered words; a word marks all its forms. Fragments are sentences; a
//! sentence that is too long is cut around its first mark, at word borders.

mod fragment;
mod mark;
mod pattern;
mod segments;
mod sentence;

use quotidian_model::Span;
use quotidian_search::{
    Segment,
    query::{Query, QueryField},
};

use fragment::{best_sentences, floor_boundary, fragment, joined_by_marks, opening};
use mark::{Mark, marks};
use pattern::Patterns;
use segments::segments;
pub(crate) use sentence::sentences_around;

/// A body is searched for marks up to here, in bytes; a hit further down is found, but not shown in the list.
const MAX_SEARCHED_BYTES: usize = 200_000;

/// What to mark: the words and phrases of a query that are not excluded.
#[derive(Default)]
pub(crate) struct Highlighter {
    body: Patterns,
    title: Patterns,
}

impl Highlighter {
    /// Marks nothing.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// Marks what a search of articles finds in headline and body.
    pub(crate) fn of_articles(query: &Query) -> Self {
        let in_body = [None, Some(QueryField::Body), Some(QueryField::Said)];
        let in_title = [None, Some(QueryField::Title), Some(QueryField::About)];
        let mut highlighter = Self::none();
        gather(query, &in_body, &mut highlighter.body);
        gather(query, &in_title, &mut highlighter.title);
        highlighter
    }

    /// Marks what a search of quotes finds in what was said.
    pub(crate) fn of_quotes(query: &Query) -> Self {
        let mut highlighter = Self::none();
        gather(query, &[None, Some(QueryField::Said)], &mut highlighter.body);
        highlighter
    }

    /// Every mark in a body, in text order, without overlaps.
    pub(crate) fn marks(&self, body: &str) -> Vec<Span> {
        marks(body, &self.body).into_iter().map(|mark| mark.span).collect()
    }

    /// A headline with its marks.
    pub(crate) fn title(&self, title: &str) -> Vec<Segment> {
        segments(title, Span::new(0, title.len()), &marks(title, &self.title), &[])
    }

    /// The content of a quote with its marks and the pieces that stand in quotation marks.
    pub(crate) fn content(&self, body: &str, content: Span, verbatim: &[Span]) -> Vec<Segment> {
        let shifted = marks(content.of(body), &self.body).into_iter().map(|mark| Mark {
            span: Span::new(mark.span.start + content.start, mark.span.end + content.start),
            ..mark
        });
        segments(body, content, &shifted.collect::<Vec<_>>(), verbatim)
    }

    /// The fragments of a body that show most of the query, in text order; its beginning where nothing is marked.
    pub(crate) fn snippets(&self, body: &str) -> Vec<Vec<Segment>> {
        let searched = &body[..floor_boundary(body, MAX_SEARCHED_BYTES)];
        let marks = marks(searched, &self.body);
        let sentences = sentences_around(searched, marks.iter().map(|mark| mark.span));
        let sentences = joined_by_marks(sentences, &marks);
        let mut chosen = best_sentences(&sentences, &marks, self.body.len());
        if chosen.is_empty() {
            chosen.push(opening(searched));
        }
        chosen.into_iter().map(|sentence| fragment(body, sentence, &marks)).collect()
    }
}

fn gather(query: &Query, fields: &[Option<QueryField>], patterns: &mut Patterns) {
    match query {
        Query::All | Query::Not(_) | Query::Date(_) => {}
        Query::And(parts) | Query::Or(parts) => {
            parts.iter().for_each(|part| gather(part, fields, patterns));
        }
        Query::Clause(clause) if fields.contains(&clause.field) => patterns.add(clause),
        Query::Clause(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quotidian_search::query::ParsedQuery;

    use super::{fragment::MAX_SNIPPET_BYTES, *};

    fn highlighter(query: &str) -> Highlighter {
        Highlighter::of_articles(&ParsedQuery::parse(query).query)
    }

    /// Segments drawn as text, marks in brackets.
    fn drawn(segments: &[Segment]) -> String {
        segments
            .iter()
            .map(|part| if part.mark { format!("[{}]", part.text) } else { part.text.clone() })
            .collect()
    }

    fn check_title(query: &str, title: &str, expected: &str) {
        assert_eq!(drawn(&highlighter(query).title(title)), expected);
    }

    fn check_snippets(query: &str, body: &str, expected: &[&str]) {
        let snippets = highlighter(query).snippets(body);
        assert_eq!(snippets.iter().map(|snippet| drawn(snippet)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_word_marks_all_its_forms() {
        check_title(
            "price",
            "Prices, PRICING and a price’s rise",
            "[Prices], [PRICING] and a [price]’s rise",
        );
    }

    #[test]
    fn a_phrase_marks_the_phrase_alone() {
        check_title("\"red lines\"", "Red, lines red; “Red lines”", "[Red, lines] red; “[Red lines]”");
        check_title("\"news\"", "New news", "New [news]");
        check_title("Söder", "soder SÖDER", "[soder] [SÖDER]");
    }

    #[test]
    fn prefixes_fuzzy_and_near_words_are_marked() {
        check_title("lev*", "Levies, LEVY and a leaf", "[Levies], [LEVY] and a leaf");
        check_title("harbour~", "The harbor, a hárbours, no arbour", "The [harbor], a [hárbours], no arbour");
        check_title(
            "\"interest rates\"~2",
            "Rates of interest; no interest at all in such rates",
            "[Rates] of [interest]; no interest at all in such rates",
        );
        check_title("\"a a b\"~1", "a b, a c b a", "[a] [b], [a] c b a");
    }

    #[test]
    fn what_is_excluded_or_of_another_field_is_not_marked() {
        check_title("levy -tide speaker:okkerley", "Okkerley: levy, tide", "Okkerley: [levy], tide");
        check_title("body:levy", "A levy", "A levy");
    }

    #[test]
    fn fragments_are_sentences_that_show_the_most() {
        let body = "The tide was out. A levy came. Nobody saw it.\n\nA levy on the tide! The end.";
        check_snippets(
            "levy tide",
            body,
            &["The [tide] was out.", "A [levy] came.", "A [levy] on the [tide]!"],
        );
        check_snippets("\"came nobody\"", body, &["A levy [came. Nobody] saw it."]);
        check_snippets("\"saw it a\"", body, &["Nobody [saw it.\n\nA] levy on the tide!"]);
        check_snippets("harbour", body, &["The tide was out. A levy came. Nobody saw it."]);
    }

    #[test]
    fn a_long_sentence_is_cut_around_its_mark() {
        let body = format!("{} levy {}", "before ".repeat(60), "after ".repeat(60));
        let snippets = highlighter("levy").snippets(&body);
        let text = drawn(&snippets[0]);
        assert!(
            text.starts_with("… before") && text.contains(" [levy] after") && text.ends_with("after …"),
            "{text}"
        );
        assert!(text.len() < MAX_SNIPPET_BYTES + 20, "{}", text.len());
    }

    #[test]
    fn content_knows_its_verbatim_words() {
        let body = "He called it a levy by another name.";
        let content = highlighter("levy").content(body, Span::new(3, 35), &[Span::new(15, 30)]);
        let drawn: Vec<_> =
            content.iter().map(|part| (part.text.as_str(), part.mark, part.verbatim)).collect();
        let expected = [
            ("called it a ", false, false),
            ("levy", true, true),
            (" by another", false, true),
            (" name", false, false),
        ];
        assert_eq!(drawn, expected);
    }

    proptest! {
        #[test]
        fn segments_are_the_text(body in "([ab. é\n]|levy|tide){0,80}", query in "(levy|tide|\"levy tide\"| ){0,3}") {
            let highlighter = highlighter(&query);
            let whole: String = highlighter.title(&body).into_iter().map(|part| part.text).collect();
            prop_assert_eq!(&whole, &body);
            for snippet in highlighter.snippets(&body) {
                let text: String = snippet.into_iter().map(|part| part.text).collect();
                prop_assert!(body.contains(text.trim_matches(['…', ' '])));
            }
        }
    }
}
