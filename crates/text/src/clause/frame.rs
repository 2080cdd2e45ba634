//! The frames: verbs of saying with the words that they report.

use std::ops::Range;

use quotidian_model::EntityKind;

use super::{REACH, Scene, accept, leading};
use crate::{
    candidate::{CandidateKind, can_speak},
    lexicon::Traits,
    part::Part,
    saying::RelationKind,
    token::Shape,
};

/// A verb of saying, or "according", that may govern a clause.
pub(super) struct Frame {
    pub(super) cue: usize,
    /// Who says it, where the frame names someone.
    pub(super) candidate: Option<usize>,
    kind: FrameKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FrameKind {
    /// A verb with its subject.
    Subject,
    /// "said X".
    Inverted,
    /// A second verb or a participle, whose subject stands further left.
    Bare,
    According,
}

/// The longest tail after "CLAUSE, X said", in words.
const TAIL: usize = 12;

/// The frames of a document in order, one for each verb.
pub(super) fn frames(scene: &Scene<'_, '_>) -> Vec<Frame> {
    let document = scene.document;
    let mut frames = Vec::new();
    for (index, candidate) in scene.candidates.iter().enumerate() {
        let Some(cue) = candidate.relation.verb else { continue };
        let kind = match candidate.relation.kind {
            RelationKind::Subject | RelationKind::SubjectApposition | RelationKind::SubjectParenthesis => {
                FrameKind::Subject
            }
            RelationKind::Inverted => FrameKind::Inverted,
            RelationKind::Participle | RelationKind::Conjunct => FrameKind::Bare,
            RelationKind::AccordingTo => FrameKind::According,
            _ => continue,
        };
        let relative = candidate.kind == CandidateKind::Pronoun
            && matches!(document.lower(candidate.head), "who" | "i" | "we" | "you");
        let modal = candidate.tokens.end <= cue
            && (candidate.tokens.end..cue).any(|at| document.tokens[at].part == Part::Modal);
        let plain = matches!(document.lower(cue), "said" | "says" | "say");
        let voice = plain || can_speak(document, candidate);
        if governs(scene, cue) && !relative && !modal && voice {
            frames.push(Frame { cue, candidate: Some(index), kind });
        }
    }
    frames.extend((1..document.tokens.len()).filter(|&at| is_bare(scene, at)).map(|cue| Frame {
        cue,
        candidate: None,
        kind: FrameKind::Bare,
    }));
    // Of several subjects the likeliest comes first; a bare frame comes last.
    frames.sort_by_key(|frame| (frame.cue, frame.candidate.map_or(9, |index| distance(scene, index))));
    frames.dedup_by_key(|frame| frame.cue);
    frames
}

/// How unlikely a candidate is the subject of its verb.
fn distance(scene: &Scene<'_, '_>, index: usize) -> u8 {
    let candidate = &scene.candidates[index];
    let before = candidate.tokens.start.checked_sub(1);
    let before = scene.document.lower_in(scene.document.tokens[candidate.head].sentence, before);
    let prepositional = matches!(before, "of" | "in" | "with" | "for" | "from" | "at" | "on" | "about");
    let apposition = candidate.relation.kind == RelationKind::SubjectApposition;
    let person = candidate.kind == CandidateKind::Named(EntityKind::Person);
    3 + 2 * u8::from(prepositional) + u8::from(apposition) - u8::from(person)
}

/// Whether a verb outside marks can govern a clause.
fn governs(scene: &Scene<'_, '_>, cue: usize) -> bool {
    let token = &scene.document.tokens[cue];
    let paragraph = &scene.document.paragraphs[token.paragraph];
    // Flattened articles end their paragraphs with "Read more": only the sentence without a full stop is a heading.
    let heading = paragraph.heading && scene.document.sentences[token.sentence].end == paragraph.tokens.end;
    token.facts.traits.any(Traits::FRAME_FREE.or(Traits::FRAME_THAT)) && !scene.is_marked(cue) && !heading
}

/// ", saying", "and said": a verb whose subject is not beside it.
fn is_bare(scene: &Scene<'_, '_>, at: usize) -> bool {
    let document = scene.document;
    let token = &document.tokens[at];
    if token.facts.saying == 0 || !governs(scene, at) || document.tokens[at - 1].sentence != token.sentence {
        return false;
    }
    let before = document.lower(at - 1);
    let participle = token.facts.traits.any(Traits::FRAME_PARTICIPLE) && matches!(before, "," | "and");
    let second = token.part == Part::Verb && matches!(before, "and" | "but" | "also" | "then");
    participle || second && token.facts.traits.any(Traits::FRAME_FREE)
}

/// The clause that a frame governs.
pub(super) fn content(scene: &Scene<'_, '_>, frame: &Frame) -> Option<Range<usize>> {
    let document = scene.document;
    let whole = document.sentence_of(frame.cue);
    let start = after_dateline(scene, whole.start.max(frame.cue.saturating_sub(REACH))..whole.end);
    let mut end = whole.end.min(frame.cue + REACH);
    while end > start && !document.is_word(end - 1) && !scene.is_marked(end - 1) {
        end -= 1;
    }
    let sentence = start..end;
    if frame.kind == FrameKind::According {
        return according(scene, frame, sentence);
    }
    let candidate = frame.candidate.map(|index| scene.candidates[index].tokens.clone());
    let candidate = candidate.unwrap_or(frame.cue..frame.cue);
    if frame.kind != FrameKind::Bare {
        let frame_tokens = candidate.start.min(frame.cue)..candidate.end.max(frame.cue + 1);
        if let Some(clause) = trailing(scene, frame.cue, frame_tokens, sentence.clone()) {
            return Some(clause);
        }
    }
    if frame.kind == FrameKind::Inverted {
        return None;
    }
    leading::content(scene, frame.cue, sentence)
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

/// "According to X, CLAUSE" and "CLAUSE, according to X".
fn according(scene: &Scene<'_, '_>, frame: &Frame, sentence: Range<usize>) -> Option<Range<usize>> {
    let document = scene.document;
    let leads = (sentence.start..frame.cue)
        .all(|at| matches!(document.lower(at), "and" | "but" | "also" | "while" | "\"" | "“"));
    if !leads {
        return accept::clause(scene, frame.cue, sentence.start..frame.cue);
    }
    let comma = |from: usize| (from..sentence.end).find(|&at| document.lower(at) == ",");
    let mut cut = comma(frame.cue + 2)?;
    // "According to X, a lawyer, CLAUSE".
    if matches!(document.lower(cut + 1), "a" | "an" | "the" | "who")
        && let Some(next) = comma(cut + 1)
    {
        let apposition = !document.is_finite(cut + 1..next) || document.lower(cut + 1) == "who";
        if apposition && document.is_finite(next + 1..sentence.end) {
            cut = next;
        }
    }
    accept::clause(scene, frame.cue, cut + 1..sentence.end)
}

/// "CLAUSE, X said TAIL".
fn trailing(
    scene: &Scene<'_, '_>,
    cue: usize,
    frame: Range<usize>,
    sentence: Range<usize>,
) -> Option<Range<usize>> {
    let document = scene.document;
    let comma =
        frame.start.checked_sub(1).filter(|&at| at > sentence.start + 2 && document.lower(at) == ",")?;
    if !document.tokens[cue].facts.traits.any(Traits::FRAME_FREE) {
        return None;
    }
    if (comma.saturating_sub(2).max(sentence.start)..comma).any(|at| scene.is_direct(at)) {
        return None;
    }
    let goes_on = document.lower(frame.end) == ","
        && matches!(
            document.lower(frame.end + 1),
            "though" | "although" | "but" | "and" | "adding" | "while"
        );
    let tail = frame.end..sentence.end.max(frame.end);
    // "he told me to leave" orders, and reports nothing before it.
    let orders = matches!(document.lower(cue), "told" | "tells" | "warned")
        && tail.clone().any(|at| document.lower(at) == "to");
    if orders {
        return None;
    }
    let words = tail.clone().filter(|&at| document.is_word(at)).count();
    let short =
        words <= TAIL && !document.is_finite(tail.clone()) && !tail.clone().any(|at| scene.is_marked(at));
    if !(goes_on || short) {
        return None;
    }
    accept::clause(scene, cue, sentence.start..comma)
}
