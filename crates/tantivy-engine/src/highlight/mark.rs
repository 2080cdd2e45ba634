use quotidian_model::Span;
use quotidian_search::query::{Clause, Matching};

use crate::analysis::{Word, folded_words, stemmed_words};

/// Terms side by side.
pub(super) struct Pattern {
    terms: Vec<String>,
    stemmed: bool,
}

/// A marked piece of a text, and the pattern that marked it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) pattern: usize,
}

impl Pattern {
    pub(super) fn of(clause: &Clause) -> Option<Self> {
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
pub(super) fn marks(text: &str, patterns: &[Pattern]) -> Vec<Mark> {
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
