//! The frames: verbs of saying with the words that they report.

use super::{Scene, subject};
use crate::{lexicon::Traits, part::Part, saying::RelationKind};

/// A verb of saying, or "according", that may govern a clause.
pub(super) struct Frame {
    pub(super) cue: usize,
    /// Who says it, where the frame names someone.
    pub(super) candidate: Option<usize>,
    pub(super) kind: FrameKind,
}

/// How a verb stands to its subject.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FrameKind {
    /// A verb with its subject.
    Subject,
    /// "said X".
    Inverted,
    /// A second verb or a participle, whose subject stands further left.
    Bare,
    According,
}

/// The frames of a document in order, one for each verb.
pub(super) fn frames(scene: &Scene<'_, '_>) -> Vec<Frame> {
    let mut frames = Vec::new();
    // Verbs that report nothing, for they are the writer's or nobody's.
    let mut empty = Vec::new();
    for (index, candidate) in
        scene.candidates.iter().enumerate().filter(|(_, candidate)| !subject::is_time(scene, candidate))
    {
        let Some(cue) = candidate.relation.verb.filter(|&cue| governs(scene, cue)) else { continue };
        let Some(kind) = kind(candidate.relation.kind) else { continue };
        if subject::reports(scene.document, candidate, cue) {
            frames.push(Frame { cue, candidate: Some(index), kind });
        } else {
            empty.push(cue);
        }
    }
    empty.sort_unstable();
    let bare = (1..scene.document.tokens.len())
        .filter(|&at| is_bare(scene, at) && empty.binary_search(&at).is_err())
        .map(|cue| Frame { cue, candidate: None, kind: FrameKind::Bare });
    frames.extend(bare);
    // Of several subjects the likeliest comes first; a bare frame comes last.
    let distance =
        |frame: &Frame| frame.candidate.map_or(subject::BARE, |index| subject::distance(scene, index));
    // "Maravant, head of the union, said" names its subject first, "Maravant left and the mayor stayed, saying" last.
    let order = |frame: &Frame| match (frame.kind, frame.candidate) {
        (FrameKind::Bare, Some(index)) => usize::MAX - index,
        (_, index) => index.unwrap_or(0),
    };
    frames.sort_by_key(|frame| (frame.cue, distance(frame), order(frame)));
    frames.dedup_by_key(|frame| frame.cue);
    for frame in frames.iter_mut().filter(|frame| matches!(frame.kind, FrameKind::Subject | FrameKind::Bare))
    {
        let known = frame.candidate.map(|index| subject::head(scene, index));
        frame.candidate = known.or_else(|| subject::nearest(scene, frame.cue));
    }
    frames
}

fn kind(relation: RelationKind) -> Option<FrameKind> {
    use RelationKind::{
        AccordingTo, Conjunct, Inverted, Participle, Subject, SubjectApposition, SubjectParenthesis,
    };
    match relation {
        Subject | SubjectApposition | SubjectParenthesis => Some(FrameKind::Subject),
        Inverted => Some(FrameKind::Inverted),
        Participle | Conjunct => Some(FrameKind::Bare),
        AccordingTo => Some(FrameKind::According),
        _ => None,
    }
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
    let after_mark = before == "," || scene.is_marked(at - 1);
    let participle = token.facts.traits.any(Traits::FRAME_PARTICIPLE) && (after_mark || before == "and");
    let passive = matches!(before, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "to");
    // A past tense looks like a participle.
    let verb = matches!(token.part, Part::Verb | Part::PastParticiple);
    let second = verb && !passive && !after_mark;
    participle || second && token.facts.saying == 3 && token.facts.traits.any(Traits::FRAME_FREE)
}
