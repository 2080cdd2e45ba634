//! What the model sees of a proposal.

use std::ops::Range;

use super::{Proposal, REACH, Scene, accept::is_stop};
use crate::{
    candidate::CandidateKind,
    feature::Feature,
    lexicon::{Class, Traits},
};

/// The features of the question whether a proposal is a clause.
pub(super) fn features(scene: &Scene<'_, '_>, proposal: &Proposal, found: &mut Vec<Feature>) {
    let document = scene.document;
    let start = proposal.tokens.start;
    let that = u64::from(start > 0 && document.lower(start - 1) == "that");
    let view = View { scene, proposal, setting: proposal.kind as u64 * 2 + that };
    view.verb(found);
    view.words(found);
    view.surroundings(found);
}

/// A proposal in its document.
struct View<'a, 'b, 'c> {
    scene: &'a Scene<'b, 'c>,
    proposal: &'a Proposal,
    /// The kind of the proposal, and whether "that" begins it.
    setting: u64,
}

impl View<'_, '_, '_> {
    /// A fact alone, and in its setting.
    fn add(&self, found: &mut Vec<Feature>, template: u32, values: [u64; 2]) {
        let feature = Feature::new(template, values);
        found.push(feature);
        found.push(feature.with(1 + self.setting));
    }

    fn hash(&self, at: usize) -> u64 {
        self.scene.document.tokens.get(at).map_or(0, |token| token.hash)
    }

    fn part(&self, at: usize) -> u64 {
        self.scene.document.tokens.get(at).map_or(99, |token| token.part as u64)
    }

    fn is_finite(&self, tokens: Range<usize>) -> u64 {
        u64::from(self.scene.document.is_finite(tokens))
    }

    /// The verb of saying and its subject.
    fn verb(&self, found: &mut Vec<Feature>) {
        let proposal = self.proposal;
        let cue = &self.scene.document.tokens[proposal.cue];
        let start = proposal.tokens.start;
        self.add(found, 0, [0, 0]);
        self.add(found, 1, [cue.hash, 0]);
        self.add(found, 2, [self.listed(), 0]);
        self.add(found, 3, [self.subject(), 0]);
        self.add(found, 4, [cue.part as u64, 0]);
        self.add(found, 5, [step(start.saturating_sub(proposal.cue)), 0]);
        self.add(found, 6, [cue.hash, self.part(start)]);
        self.add(found, 7, [cue.hash, step(start.saturating_sub(proposal.cue))]);
        let participle = cue.facts.traits.any(Traits::FRAME_PARTICIPLE);
        self.add(found, 8, [u64::from(participle), u64::from(proposal.candidate.is_some())]);
    }

    /// What the lists say about the verb.
    fn listed(&self) -> u64 {
        let facts = self.scene.document.tokens[self.proposal.cue].facts;
        u64::from(facts.traits.any(Traits::FRAME_FREE)) + 2 * u64::from(facts.saying)
    }

    /// What the frame's subject is.
    fn subject(&self) -> u64 {
        let candidate = self.proposal.candidate.map(|index| &self.scene.candidates[index]);
        let Some(candidate) = candidate else { return 0 };
        let kind = match candidate.kind {
            CandidateKind::Named(kind) => kind as u64,
            CandidateKind::Definite => 4,
            CandidateKind::Indefinite => 5,
            CandidateKind::Pronoun => 6,
        };
        let speaks = u64::from(candidate.voice);
        1 + candidate.relation.kind as u64 * 16 + kind * 2 + speaks
    }

    /// The words of the proposal itself.
    fn words(&self, found: &mut Vec<Feature>) {
        let document = self.scene.document;
        let (start, end) = (self.proposal.tokens.start, self.proposal.tokens.end);
        self.add(found, 10, [self.hash(start), 0]);
        self.add(found, 11, [self.part(start), 0]);
        self.add(found, 12, [self.part(start), self.part(start + 1)]);
        self.add(found, 13, [self.hash(start), self.part(start + 1)]);
        self.add(found, 14, [self.hash(start - 1.min(start)), self.part(start)]);
        let words = (start..end).filter(|&at| document.is_word(at)).count();
        self.add(found, 15, [step(words), 0]);
        let stop = (start + 1..end).find(|&at| is_stop(document, at)).unwrap_or(end);
        let present = document.tokens[start..stop].iter().any(|token| token.facts.class == Class::Present);
        let verbs = self.is_finite(start..stop) * 4 + self.is_finite(start..end) * 2 + u64::from(present);
        self.add(found, 16, [verbs, 0]);
        self.add(found, 17, [verbs, self.listed()]);
        let first = self.scene.candidate_at(start).map_or(0, |first| 1 + first.relation.kind as u64);
        self.add(found, 19, [first, 0]);
        let marked = (start..end).filter(|&at| self.scene.is_marked(at)).count();
        self.add(found, 18, [(marked * 4 / (end - start)) as u64, u64::from(marked > 0)]);
    }

    /// What stands around the frame.
    fn surroundings(&self, found: &mut Vec<Feature>) {
        let document = self.scene.document;
        let (frame, tokens) = (&self.proposal.frame, &self.proposal.tokens);
        let sentence = document.sentence_of(self.proposal.cue);
        self.add(found, 20, [self.hash(frame.end), 0]);
        self.add(found, 21, [self.part(frame.end), self.part(frame.end + 1)]);
        let before = frame.start.checked_sub(1).filter(|&before| before >= sentence.start);
        self.add(found, 22, [before.map_or(0, |before| self.hash(before)), 0]);
        let marked = before.is_some_and(|before| self.scene.is_marked(before));
        let first = sentence.start.max(frame.start.saturating_sub(REACH));
        self.add(found, 23, [u64::from(marked), self.is_finite(first..frame.start.max(first))]);
        if tokens.end <= frame.start {
            let tail = frame.end..sentence.end.min(frame.end + REACH).max(frame.end);
            self.add(found, 24, [step(tail.len()), self.is_finite(tail.clone())]);
            self.add(found, 25, [self.hash(tail.start), self.hash(tail.start + 1)]);
            self.add(found, 26, [u64::from(tail.clone().any(|at| self.scene.is_marked(at))), 0]);
        }
    }
}

/// A number in one of few steps.
fn step(count: usize) -> u64 {
    match count {
        0..=4 => count as u64,
        5..=7 => 5,
        8..=12 => 6,
        13..=20 => 7,
        _ => 8,
    }
}
