//! What a frame may report: the clause after its verb, or the one before it, and what goes on after "X said,".

use std::ops::Range;

use super::{
    REACH, Scene, accept,
    frame::{Frame, FrameKind},
    leading, trailing,
};
use crate::token::Shape;

/// Where a proposed clause stands beside its frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProposalKind {
    /// "X said (that) CLAUSE".
    Leading,
    /// "CLAUSE, X said".
    Trailing,
    /// "..., X said, CLAUSE".
    Continuation,
    /// "According to X, CLAUSE".
    AccordingLeading,
    /// "CLAUSE, according to X".
    AccordingTrailing,
}

/// Words that may be a reported clause.
#[derive(Debug, Clone)]
pub(crate) struct Proposal {
    pub(crate) kind: ProposalKind,
    /// The clause, if it goes on to its sentence's end.
    pub(crate) tokens: Range<usize>,
    pub(crate) cue: usize,
    /// The tokens of the verb with its subject.
    pub(crate) frame: Range<usize>,
    pub(crate) candidate: Option<usize>,
}

/// The proposals of a frame: one before it, what goes on after it, and one after its verb.
pub(super) fn proposals(scene: &Scene<'_, '_>, frame: &Frame) -> Vec<Proposal> {
    use ProposalKind::{AccordingLeading, AccordingTrailing, Continuation, Leading, Trailing};
    let sentence = sentence(scene, frame.cue);
    let subject = frame.candidate.map(|index| scene.candidates[index].tokens.clone());
    let subject = subject.unwrap_or(frame.cue..frame.cue);
    let around = subject.start.min(frame.cue)..subject.end.max(frame.cue + 1);
    let propose = |kind, tokens: Range<usize>| {
        let tokens = accept::trimmed(scene, tokens)?;
        if !accept::has_verb(scene, frame.cue, tokens.clone()) {
            return None;
        }
        Some(Proposal { kind, tokens, cue: frame.cue, frame: around.clone(), candidate: frame.candidate })
    };
    let mut found = Vec::new();
    if frame.kind == FrameKind::According {
        let lead = leading::after_according(scene, frame.cue, sentence.clone());
        found.extend(match lead {
            Some(start) => propose(AccordingLeading, start..sentence.end),
            // "Some of the boats, according to X, have left": what goes on is the rest of a clause.
            None => propose(AccordingTrailing, sentence.start..frame.cue).or_else(|| {
                let start = trailing::after(scene, around.end, sentence.end)?;
                propose(Continuation, start..sentence.end)
            }),
        });
        return found;
    }
    if frame.kind != FrameKind::Bare
        && let Some(before) = trailing::before(scene, &around, &sentence)
    {
        found.extend(propose(Trailing, before));
        let goes_on = trailing::after(scene, around.end, sentence.end);
        found.extend(goes_on.and_then(|start| propose(Continuation, start..sentence.end)));
    }
    if frame.kind != FrameKind::Inverted {
        let starts = leading::starts(scene, frame.cue, sentence.end);
        found.extend(starts.into_iter().filter_map(|start| propose(Leading, start..sentence.end)));
    }
    found
}

/// The tokens of the sentence around a verb, without dateline and final marks.
fn sentence(scene: &Scene<'_, '_>, cue: usize) -> Range<usize> {
    let document = scene.document;
    let whole = document.sentence_of(cue);
    let start = after_dateline(scene, whole.start.max(cue.saturating_sub(REACH))..whole.end);
    let mut end = whole.end.min(cue + REACH);
    while end > start && !document.is_word(end - 1) && !scene.is_marked(end - 1) {
        end -= 1;
    }
    start..end
}

/// Past "PORT SENNA (Wire) —".
fn after_dateline(scene: &Scene<'_, '_>, sentence: Range<usize>) -> usize {
    let document = scene.document;
    if document.tokens.get(sentence.start).is_none_or(|token| token.shape != Shape::Upper) {
        return sentence.start;
    }
    let head = sentence.start..sentence.end.min(sentence.start + 9);
    let dash = head.rev().find(|&at| matches!(document.lower(at), "—" | "–" | "-"));
    dash.map_or(sentence.start, |dash| dash + 1)
}
