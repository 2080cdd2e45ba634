//! Marks what a query found in a text, and cuts the fragments that show it.
//!
//! A phrase marks the phrase and not its scattered words; a word marks all its forms. Fragments are sentences; a
//! sentence that is too long is cut around its first mark, at word borders.

use quotidian_model::Span;
use quotidian_search::{
    Segment,
    query::{Clause, Matching, Query, QueryField},
};

use crate::analysis::{Word, folded_words, stemmed_words};

const MAX_SNIPPETS: usize = 3;
/// The length of a fragment, in bytes, beyond which it is cut.
const MAX_SNIPPET_BYTES: usize = 260;
/// How much of a cut fragment stands before its first mark, in bytes.
const BYTES_BEFORE_MARK: usize = 80;
/// A body is searched for marks up to here, in bytes; a hit further down is found, but not shown in the list.
const MAX_SEARCHED_BYTES: usize = 200_000;

/// What to mark: the words and phrases of a query that are not excluded.
pub(crate) struct Highlighter {
    body: Vec<Pattern>,
    title: Vec<Pattern>,
}

/// Terms side by side.
struct Pattern {
    terms: Vec<String>,
    stemmed: bool,
}

/// A marked piece of a text, and the pattern that marked it.
#[derive(Debug, Clone, Copy)]
struct Mark {
    span: Span,
    pattern: usize,
}

impl Highlighter {
    /// Marks nothing.
    pub(crate) fn none() -> Self {
        Self { body: Vec::new(), title: Vec::new() }
    }

    pub(crate) fn new(query: &Query) -> Self {
        let mut highlighter = Self::none();
        highlighter.gather(query);
        highlighter
    }

    fn gather(&mut self, query: &Query) {
        match query {
            Query::All | Query::Not(_) => {}
            Query::And(parts) | Query::Or(parts) => parts.iter().for_each(|part| self.gather(part)),
            Query::Clause(clause) => {
                if matches!(clause.field, None | Some(QueryField::Body)) {
                    self.body.extend(Pattern::of(clause));
                }
                if matches!(clause.field, None | Some(QueryField::Title | QueryField::About)) {
                    self.title.extend(Pattern::of(clause));
                }
            }
        }
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
        let mut chosen = best_sentences(&sentences(searched), &marks, self.body.len());
        if chosen.is_empty() {
            chosen.push(opening(searched));
        }
        chosen.into_iter().map(|sentence| fragment(body, sentence, &marks)).collect()
    }
}

impl Pattern {
    fn of(clause: &Clause) -> Option<Self> {
        let terms = |words: Vec<Word>| words.into_iter().map(|word| word.term).collect::<Vec<_>>();
        let stems = terms(stemmed_words(&clause.text));
        match (clause.matching, stems.len()) {
            (_, 0) => None,
            (Matching::Word, 1) => Some(Self { terms: stems, stemmed: true }),
            _ => Some(Self { terms: terms(folded_words(&clause.text)), stemmed: false }),
        }
    }
}

/// Every place where a pattern stands, in text order, without overlaps.
fn marks(text: &str, patterns: &[Pattern]) -> Vec<Mark> {
    let words_for = |stemmed: bool, analyze: fn(&str) -> Vec<Word>| {
        if patterns.iter().any(|pattern| pattern.stemmed == stemmed) { analyze(text) } else { Vec::new() }
    };
    let (stemmed, folded) = (words_for(true, stemmed_words), words_for(false, folded_words));
    let mut marks: Vec<Mark> = Vec::new();
    for (pattern, place) in std::iter::zip(patterns, 0..) {
        let words = if pattern.stemmed { &stemmed } else { &folded };
        let stands =
            |window: &&[Word]| std::iter::zip(*window, &pattern.terms).all(|(word, term)| word.term == *term);
        marks.extend(words.windows(pattern.terms.len()).filter(stands).filter_map(|window| {
            let span = Span::new(window.first()?.start, window.last()?.end);
            Some(Mark { span, pattern: place })
        }));
    }
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let mut end = 0;
    marks.retain(|mark| {
        let apart = mark.span.start >= end;
        end = end.max(mark.span.end);
        apart
    });
    marks
}

/// The sentences of a text: cut after a full stop, question or exclamation mark with what closes it, before a space,
/// and at line breaks. Abbreviations may cut one too many; nothing is lost by it.
fn sentences(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut ended = false;
    for (place, character) in text.char_indices() {
        match character {
            '\n' => ended = true,
            '.' | '?' | '!' | '…' => {
                ended = true;
                continue;
            }
            '"' | '”' | '’' | '\'' | ')' | '»' if ended => continue,
            _ if character.is_whitespace() => {}
            _ => ended = false,
        }
        if ended {
            sentences.push(Span::new(start, place));
            start = place;
            ended = character == '\n';
        }
    }
    sentences.push(Span::new(start, text.len()));
    sentences
        .into_iter()
        .map(|sentence| trimmed(text, sentence))
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

fn trimmed(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let start = span.start + (inside.len() - inside.trim_start().len());
    Span::new(start, start + inside.trim().len())
}

/// The sentences that together show the most patterns: each time the one with most patterns not shown yet, then with
/// most marks, then the earliest. In text order.
fn best_sentences(sentences: &[Span], marks: &[Mark], patterns: usize) -> Vec<Span> {
    let mut rest = marks;
    let mut candidates: Vec<(Span, Vec<usize>)> = Vec::new();
    for sentence in sentences {
        let behind = rest.partition_point(|mark| mark.span.start < sentence.start);
        let inside = rest.partition_point(|mark| mark.span.start < sentence.end);
        if inside > behind {
            candidates.push((*sentence, rest[behind..inside].iter().map(|mark| mark.pattern).collect()));
        }
        rest = &rest[inside..];
    }
    let mut shown = vec![false; patterns];
    let mut chosen = Vec::new();
    while chosen.len() < MAX_SNIPPETS && !candidates.is_empty() {
        let worth = |found: &[usize]| {
            let mut fresh: Vec<usize> = found.iter().copied().filter(|pattern| !shown[*pattern]).collect();
            fresh.sort_unstable();
            fresh.dedup();
            (fresh.len(), found.len())
        };
        let best =
            (0..candidates.len()).rev().max_by_key(|place| worth(&candidates[*place].1)).unwrap_or_default();
        let (sentence, found) = candidates.remove(best);
        found.into_iter().for_each(|pattern| shown[pattern] = true);
        chosen.push(sentence);
    }
    chosen.sort();
    chosen
}

/// The beginning of a body, as many whole sentences of its first paragraph as fit a fragment.
fn opening(body: &str) -> Span {
    let mut opening = Span::new(0, 0);
    for sentence in sentences(&body[..floor_boundary(body, 4 * MAX_SNIPPET_BYTES)]) {
        if opening.is_empty() {
            opening = sentence;
        } else if sentence.end - opening.start <= MAX_SNIPPET_BYTES
            && !body[opening.end..sentence.start].contains('\n')
        {
            opening.end = sentence.end;
        } else {
            break;
        }
    }
    opening
}

/// A sentence as segments, cut around its first mark if it is too long.
fn fragment(body: &str, sentence: Span, marks: &[Mark]) -> Vec<Segment> {
    let inside: Vec<Mark> = marks.iter().copied().filter(|mark| sentence.contains(mark.span)).collect();
    let mut shown = sentence;
    if sentence.len() > MAX_SNIPPET_BYTES {
        let first = inside.first().map_or(sentence.start, |mark| mark.span.start);
        let start = first.saturating_sub(BYTES_BEFORE_MARK).max(sentence.start);
        let latest_start = sentence.end - MAX_SNIPPET_BYTES;
        shown = at_words(
            body,
            sentence,
            Span::new(start.min(latest_start), start.min(latest_start) + MAX_SNIPPET_BYTES),
        );
    }
    let mut segments = segments(body, shown, &inside, &[]);
    if let Some(first) = segments.first_mut().filter(|_| shown.start > sentence.start) {
        first.text.insert_str(0, if first.mark { "" } else { "… " });
    }
    if let Some(last) = segments.last_mut().filter(|_| shown.end < sentence.end) {
        last.text.push_str(if last.mark { "" } else { " …" });
    }
    segments
}

/// The largest piece inside `wanted` that begins and ends with whole words.
fn at_words(body: &str, sentence: Span, wanted: Span) -> Span {
    let mut start = floor_boundary(body, wanted.start);
    if start > sentence.start {
        let rest = &body[start..sentence.end];
        start +=
            rest.find(char::is_whitespace).map_or(0, |space| rest.len() - rest[space..].trim_start().len());
    }
    let mut end = floor_boundary(body, wanted.end.min(sentence.end));
    if end < sentence.end {
        end = body[start..end].rfind(char::is_whitespace).map_or(end, |space| start + space);
    }
    trimmed(body, Span::new(start, end))
}

/// A piece of `text` cut where marks and verbatim pieces begin and end.
fn segments(text: &str, piece: Span, marks: &[Mark], verbatim: &[Span]) -> Vec<Segment> {
    let clipped = |span: &Span| {
        Span::new(span.start.clamp(piece.start, piece.end), span.end.clamp(piece.start, piece.end))
    };
    let mut borders: Vec<usize> = vec![piece.start, piece.end];
    for span in marks.iter().map(|mark| &mark.span).chain(verbatim) {
        let span = clipped(span);
        borders.extend([span.start, span.end]);
    }
    borders.sort_unstable();
    borders.dedup();
    let inside = |span: &Span, start: usize, end: usize| span.start <= start && end <= span.end;
    let segment = |window: &[usize]| Segment {
        text: text.get(window[0]..window[1]).unwrap_or_default().to_owned(),
        mark: marks.iter().any(|mark| inside(&mark.span, window[0], window[1])),
        verbatim: verbatim.iter().any(|span| inside(span, window[0], window[1])),
    };
    borders.windows(2).map(segment).collect()
}

/// The largest character boundary at or before `place`.
fn floor_boundary(text: &str, place: usize) -> usize {
    let mut place = place.min(text.len());
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quotidian_search::query::ParsedQuery;

    use super::*;

    fn highlighter(query: &str) -> Highlighter {
        Highlighter::new(&ParsedQuery::parse(query).query)
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
