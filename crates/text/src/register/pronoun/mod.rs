//! Whom "he", "she", "they", "it" and "who" mean.

mod person;
mod weight;

use quotidian_model::EntityKind;

pub use self::weight::PronounWeights;
pub(crate) use self::weight::WEIGHTS;
#[cfg(feature = "training")]
pub use self::weight::{COUNT, Values};
use super::{Register, Sayer};
use crate::{
    candidate::{Candidate, CandidateKind},
    document::Document,
    names::Name,
};

/// How many names before a pronoun are looked at.
const NAMES_BEFORE: usize = 60;

/// What a search for an antecedent reads.
pub(crate) struct Antecedents<'a, 'b> {
    pub(super) document: &'a Document<'b>,
    pub(super) names: &'a [Name],
    pub(super) register: &'a Register,
    /// Who has said something so far, in order.
    pub(super) sayers: &'a [Sayer],
    /// Whom each "he" and "she" outside marks means so far, in order.
    pub(super) pronouns: &'a [Sayer],
    pub(super) weights: &'a PronounWeights,
}

impl Antecedents<'_, '_> {
    /// The entry that a pronoun means.
    pub(super) fn find(&self, candidates: &[Candidate], index: usize) -> Option<usize> {
        let pronoun = &candidates[index];
        match self.document.lower(pronoun.head) {
            "he" => self.person(pronoun.head, true),
            "she" => self.person(pronoun.head, false),
            "who" => self.relative(candidates, index),
            "they" => self.last_sayer(pronoun.head, 2, |kind| kind == EntityKind::Organization),
            "it" => self
                .last_sayer(pronoun.head, 1, |kind| kind == EntityKind::Organization)
                .or_else(|| self.organization(pronoun.head)),
            _ => None,
        }
    }

    /// The last sayer of a kind, not further back than some paragraphs.
    fn last_sayer(&self, at: usize, paragraphs: usize, wanted: impl Fn(EntityKind) -> bool) -> Option<usize> {
        let before = &self.sayers[..self.sayers.partition_point(|sayer| sayer.token < at)];
        let here = self.document.tokens[at].paragraph;
        let near = before
            .iter()
            .rev()
            .take_while(|sayer| self.document.tokens[sayer.token].paragraph + paragraphs >= here);
        near.map(|sayer| sayer.entry).find(|&entry| wanted(self.register.entries[entry].kind))
    }

    /// The nearest organization outside marks, in this paragraph or the one before.
    fn organization(&self, at: usize) -> Option<usize> {
        let before = self.names.partition_point(|name| name.tokens.start < at);
        let here = self.document.tokens[at].paragraph;
        (0..before)
            .rev()
            .take(NAMES_BEFORE)
            .take_while(|&name| self.document.tokens[self.names[name].tokens.start].paragraph + 1 >= here)
            .filter(|&name| self.document.tokens[self.names[name].tokens.start].marked.is_none())
            .filter(|&name| self.names[name].kind == EntityKind::Organization)
            .find_map(|name| self.register.entry_of(name))
    }

    /// The person before "who".
    fn relative(&self, candidates: &[Candidate], index: usize) -> Option<usize> {
        let sentence = self.document.tokens[candidates[index].head].sentence;
        for candidate in candidates[..index].iter().rev().take(6) {
            if self.document.tokens[candidate.head].sentence != sentence {
                return None;
            }
            match candidate.kind {
                CandidateKind::Named(EntityKind::Person) => {
                    return candidate.name.and_then(|name| self.register.entry_of(name));
                }
                CandidateKind::Definite | CandidateKind::Indefinite => return None,
                CandidateKind::Named(_) | CandidateKind::Pronoun => {}
            }
        }
        None
    }
}
