use quotidian_model::Span;
use quotidian_search::Segment;

use super::{
    Mark,
    segments::segments,
    sentence::{sentences, trimmed},
};

const MAX_SNIPPETS: usize = 3;
/// The length of a fragment, in bytes, beyond which it is cut.
pub(super) const MAX_SNIPPET_BYTES: usize = 260;
/// How much of a cut fragment stands before its first mark, in bytes.
const BYTES_BEFORE_MARK: usize = 80;

/// The sentences that together show the most patterns: each time the one with most patterns not shown yet, then with
/// most marks, then the earliest. In text order.
pub(super) fn best_sentences(sentences: &[Span], marks: &[Mark], patterns: usize) -> Vec<Span> {
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

/// Sentences joined where a mark reaches from one into the next, as a phrase can.
pub(super) fn joined_by_marks(sentences: Vec<Span>, marks: &[Mark]) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let crosses = |last: &Span| {
            let next = marks.partition_point(|mark| mark.span.end <= last.end);
            marks.get(next).is_some_and(|mark| mark.span.start < last.end && mark.span.end > sentence.start)
        };
        match joined.last_mut().filter(|last| crosses(last)) {
            Some(last) => last.end = sentence.end,
            None => joined.push(sentence),
        }
    }
    joined
}

/// The beginning of a body, as many whole sentences of its first paragraph as fit a fragment.
pub(super) fn opening(body: &str) -> Span {
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
pub(super) fn fragment(body: &str, sentence: Span, marks: &[Mark]) -> Vec<Segment> {
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

/// The largest character boundary at or before `place`.
pub(super) fn floor_boundary(text: &str, place: usize) -> usize {
    let mut place = place.min(text.len());
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}
