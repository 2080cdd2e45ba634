//! Whether words are a reported clause.

use std::ops::Range;

use super::{Proposal, Scene, model::MODEL, proposal::ProposalKind};
use crate::{
    candidate::{CandidateKind, can_speak},
    feature::Feature,
    lexicon::{Class, Traits},
};

/// The likely clauses among a frame's proposals: the one after its verb, or those around the whole frame.
pub(super) fn accepted(
    scene: &Scene<'_, '_>,
    proposals: Vec<Proposal>,
    buffer: &mut Vec<Feature>,
) -> Vec<Proposal> {
    let mut score = |proposal: Proposal| {
        buffer.clear();
        features(scene, &proposal, buffer);
        (MODEL.score(buffer), proposal)
    };
    let likely = |(score, _): &(f32, Proposal)| *score > 0.0;
    let scored: Vec<(f32, Proposal)> = proposals.into_iter().map(&mut score).filter(likely).collect();
    let best = scored.iter().max_by(|left, right| left.0.total_cmp(&right.0));
    let leads = best.is_some_and(|(_, best)| best.kind == ProposalKind::Leading);
    let fits = |(_, proposal): &(f32, Proposal)| leads == (proposal.kind == ProposalKind::Leading);
    scored.into_iter().filter(fits).map(|(_, proposal)| proposal).collect()
}

/// The tokens as a clause: without commas and "that" at its edges, of at least three words, and mostly outside direct
/// quotations.
pub(super) fn trimmed(scene: &Scene<'_, '_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let document = scene.document;
    let (mut start, mut end) = (tokens.start, tokens.end);
    while start < end && matches!(document.lower(start), "," | ":" | "—" | "–" | ";" | "-") {
        start += 1;
    }
    while end > start
        && !scene.is_marked(end - 1)
        && !document.is_word(end - 1)
        && !matches!(document.word(end - 1), ")" | "%")
    {
        end -= 1;
    }
    let direct = (start..end).filter(|&at| scene.is_direct(at)).count();
    let words = (start..end).filter(|&at| document.is_word(at)).count();
    (direct * 5 <= (end - start) * 2 && words >= 3).then_some(start..end)
}

/// A number in one of few steps.
pub(super) fn step(count: usize) -> u64 {
    match count {
        0..=4 => count as u64,
        5..=7 => 5,
        8..=12 => 6,
        13..=20 => 7,
        _ => 8,
    }
}

/// The features of the question whether a proposal is a clause.
pub(super) fn features(scene: &Scene<'_, '_>, proposal: &Proposal, found: &mut Vec<Feature>) {
    let document = scene.document;
    let hash = |at: usize| document.tokens.get(at).map_or(0, |token| token.hash);
    let part = |at: usize| document.tokens.get(at).map_or(99, |token| token.part as u64);
    let (start, end) = (proposal.tokens.start, proposal.tokens.end);
    let kind = proposal.kind as u64;
    let cue = &document.tokens[proposal.cue];
    let that = u64::from(start > 0 && document.lower(start - 1) == "that");
    let listed = u64::from(cue.facts.traits.any(Traits::FRAME_FREE)) + 2 * u64::from(cue.facts.saying);
    let setting = kind * 2 + that;
    let mut add = |template: u32, value: u64| {
        found.push(Feature::new(template, [value]));
        found.push(Feature::new(template + 1, [setting, value]));
    };
    add(100, 0);
    add(102, cue.hash);
    add(104, listed);
    add(106, hash(start));
    add(108, part(start));
    add(110, part(start) * 100 + part(start + 1));
    add(112, hash(proposal.frame.end));
    add(114, part(proposal.frame.end));
    add(116, proposal.frame.start.checked_sub(1).map_or(0, hash));
    let words = (start..end).filter(|&at| document.is_word(at)).count();
    add(118, step(words));
    let finite = |range: Range<usize>| u64::from(document.is_finite(range));
    let stop = (start + 1..end).find(|&at| is_stop(document.lower(at))).unwrap_or(end);
    let present =
        document.tokens[start..stop].iter().any(|token| token.facts.class == Class::Present);
    let verbs = finite(start..stop) * 4 + finite(start..end) * 2 + u64::from(present);
    add(120, verbs);
    add(122, verbs * 64 + listed);
    add(124, subject(scene, proposal));
    add(126, step(proposal.tokens.start.saturating_sub(proposal.cue)));
    add(128, cue.part as u64);
    let tail = proposal.frame.end..document.sentence_of(proposal.cue).end.max(proposal.frame.end);
    let tail = tail.start..tail.end.min(tail.start + super::REACH);
    if end <= proposal.frame.start {
        add(130, step(tail.len()) * 2 + finite(tail.clone()));
        add(132, hash(tail.start) * 31 + hash(tail.start + 1));
        add(134, u64::from(tail.clone().any(|at| scene.is_marked(at))));
    }
    let marked = (start..end).filter(|&at| scene.is_marked(at)).count();
    add(136, (marked * 4 / (end - start)) as u64 + u64::from(marked > 0));
    let before = proposal.frame.start.min(start).checked_sub(1);
    add(138, u64::from(before.is_some_and(|at| scene.is_marked(at))));
    add(140, u64::from(cue.facts.traits.any(Traits::FRAME_PARTICIPLE)) * 2 + u64::from(proposal.candidate.is_some()));
}

/// Words at which a reported clause has named its subject and verb.
fn is_stop(word: &str) -> bool {
    matches!(word, "," | ";" | "as" | "when" | "while" | "who" | "which" | "that")
}

/// What the frame's subject is.
fn subject(scene: &Scene<'_, '_>, proposal: &Proposal) -> u64 {
    let Some(candidate) = proposal.candidate.map(|index| &scene.candidates[index]) else { return 0 };
    let kind = match candidate.kind {
        CandidateKind::Named(kind) => kind as u64,
        CandidateKind::Definite => 4,
        CandidateKind::Indefinite => 5,
        CandidateKind::Pronoun => 6,
    };
    1 + candidate.relation.kind as u64 * 16 + kind * 2 + u64::from(can_speak(scene.document, candidate))
}
