use quotidian_model::Span;

use super::pattern::{Pattern, Patterns};
use crate::analysis::{Folder, word_end, word_spans};

/// A marked piece of a text, and the pattern that marked it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) pattern: usize,
}

/// A word of a text that some pattern has: where it stands, and if that matters, its place among the text's words.
struct Met {
    place: u32,
    span: Span,
    folded: String,
    stem: String,
}

/// Every place where a pattern stands, in text order, without overlaps.
pub(super) fn marks(text: &str, patterns: &Patterns) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    if patterns.is_empty() {
        return marks;
    }
    let met = met(text, patterns);
    for (pattern, number) in std::iter::zip(patterns.iter(), 0..) {
        let mark = |first: &Met, last: &Met| Mark {
            span: Span::new(first.span.start, last.span.end),
            pattern: number,
        };
        match pattern {
            Pattern::Word(word) => {
                marks.extend(
                    met.iter().filter(|met| word.fits(&met.folded, &met.stem)).map(|met| mark(met, met)),
                );
            }
            Pattern::Phrase(words) => {
                let stands = |window: &&[Met]| {
                    std::iter::zip(*window, words).all(|(met, word)| met.folded == *word)
                        && window.windows(2).all(|pair| pair[0].place + 1 == pair[1].place)
                };
                let windows = met.windows(words.len()).filter(stands);
                marks.extend(windows.filter_map(|window| Some(mark(window.first()?, window.last()?))));
            }
            Pattern::Near(words, window) => {
                let places = |word: &String| {
                    met.iter().filter(|met| met.folded == *word).map(|met| met.place).collect::<Vec<_>>()
                };
                let at = |place: u32| met.binary_search_by_key(&place, |met| met.place).ok();
                let occurrences = window.occurrences(&words.iter().map(places).collect::<Vec<_>>());
                for (first, last) in occurrences {
                    let (Some(first), Some(last)) = (at(first), at(last)) else { continue };
                    let inside = met[first..=last].iter().filter(|met| words.contains(&met.folded));
                    marks.extend(inside.map(|met| mark(met, met)));
                }
            }
        }
    }
    without_overlaps(marks)
}

/// The words of a text that some pattern has.
fn met(text: &str, patterns: &Patterns) -> Vec<Met> {
    let mut folder = Folder::default();
    let mut met: Vec<Met> = Vec::new();
    let (mut place, mut counted) = (0, 0);
    for span in candidates(text, patterns) {
        let word = span.of(text);
        let folded = folder.folded(word);
        let stem = if patterns.has_stems() { folder.stemmed(word) } else { String::new() };
        if patterns.have(&folded, &stem) {
            if patterns.have_several_words() {
                place += word_spans(&text[counted..span.start]).count() as u32;
                counted = span.start;
            }
            met.push(Met { place, span, folded, stem });
        }
    }
    met
}

/// The words of a text that begin like a word of a pattern. A stem, a prefix and a fuzzy word keep the first letter, so the
/// others need not even be cut out.
fn candidates(text: &str, patterns: &Patterns) -> impl Iterator<Item = Span> {
    let mut place = 0;
    std::iter::from_fn(move || {
        loop {
            place += text.as_bytes()[place..].iter().position(|byte| patterns.may_start_with(*byte))?;
            let start = place;
            place = word_end(text, start).max(start + 1);
            let begins = !text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
            if begins && text.is_char_boundary(place) && patterns.may_begin(&text[start..place]) {
                return Some(Span::new(start, place));
            }
            while !text.is_char_boundary(place) {
                place += 1;
            }
        }
    })
}

/// Of marks that overlap the first stays, of those that begin together the longest.
fn without_overlaps(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let mut end = 0;
    marks.retain(|mark| {
        let apart = mark.span.start >= end;
        end = end.max(mark.span.end);
        apart
    });
    marks
}
