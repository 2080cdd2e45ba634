//! "CLAUSE, X said (on Monday)" and "..., X said, CLAUSE".

use std::ops::Range;

use super::{Scene, leading::after_time};
use crate::part::Part;

/// The words before a frame that a comma, or quoted words that end in one, part from it.
pub(super) fn before(
    scene: &Scene<'_, '_>,
    frame: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let document = scene.document;
    let start = apposition_start(scene, frame.start).unwrap_or(frame.start);
    let last = start.checked_sub(1).filter(|&at| at > sentence.start + 1)?;
    let comma = document.lower(last) == "," && !scene.is_marked(last);
    // "... that it was "too late," X said".
    let quoted = scene.is_marked(last)
        && (last.saturating_sub(1)..=last).any(|at| matches!(document.lower(at), "," | "?" | "!"));
    let near = last.saturating_sub(2).max(sentence.start)..last;
    if !(comma || quoted) || near.clone().any(|at| scene.is_direct(at)) {
        return None;
    }
    let marked = document.tokens[last].marked.map(|marked| document.marked[marked].outer.start);
    // Quoted words that start the sentence are a quotation of their own.
    if quoted && marked.is_some_and(|start| start <= document.tokens[sentence.start].span.start) {
        return None;
    }
    // "X said:" introduces what follows.
    let introduces = document.lower(frame.end) == ":";
    (!introduces).then(|| sentence.start..if quoted { last + 1 } else { last })
}

/// Where the words begin that a name stands in apposition to: "..., | the mayor, Maravant, said".
fn apposition_start(scene: &Scene<'_, '_>, subject: usize) -> Option<usize> {
    let document = scene.document;
    let comma = subject.checked_sub(1).filter(|&at| document.lower(at) == ",")?;
    let before = scene.candidates.partition_point(|candidate| candidate.tokens.end <= comma);
    let phrase = scene.candidates[..before].last().filter(|phrase| phrase.tokens.end == comma)?;
    let start = phrase.tokens.start;
    let named = phrase.name.is_some();
    (!named && phrase.voice && start > 0 && document.lower(start - 1) == ",").then_some(start)
}

/// Where the words go on after "X said,".
pub(super) fn after(scene: &Scene<'_, '_>, frame_end: usize, limit: usize) -> Option<usize> {
    let document = scene.document;
    let comma = after_time(document, frame_end).unwrap_or(frame_end);
    let goes_on = comma + 1 < limit
        && matches!(document.lower(comma), "," | ";")
        && !scene.is_marked(comma)
        && !scene.is_direct(comma + 1)
        // "X said, citing ..."
        && document.tokens[comma + 1].part != Part::Participle;
    goes_on.then_some(comma + 1)
}
