//! Whom "he", "she", "they", "it" and "who" mean.

use quotidian_model::EntityKind;
use rustc_hash::FxHashMap;

use super::{Register, Sayer};
use crate::{
    candidate::{Candidate, CandidateKind},
    document::Document,
    names::Name,
    part::Part,
};

/// How many names before a pronoun are looked at.
const NAMES_BEFORE: usize = 60;
/// The score below which nobody is meant.
const LOWEST: f32 = -1.5;

/// What a search for an antecedent reads.
pub(super) struct Antecedents<'a, 'b> {
    pub(super) document: &'a Document<'b>,
    pub(super) names: &'a [Name],
    pub(super) register: &'a Register,
    /// Who has said something so far, in order.
    pub(super) sayers: &'a [Sayer],
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

    /// The person whom "he" or "she" means: hand weights over gender, distance, subjecthood and who spoke last.
    fn person(&self, at: usize, masculine: bool) -> Option<usize> {
        let before = self.names.partition_point(|name| name.tokens.start < at);
        let sayers = &self.sayers[..self.sayers.partition_point(|sayer| sayer.token < at)];
        let recent = &sayers[sayers.len().saturating_sub(NAMES_BEFORE)..];
        let compatible = |entry: usize| {
            let entry = &self.register.entries[entry];
            entry.kind == EntityKind::Person && entry.gender.is_masculine() != Some(!masculine)
        };
        let last_compatible =
            recent.iter().rev().find(|sayer| compatible(sayer.entry)).map(|sayer| sayer.entry);
        let last = recent.last().map(|sayer| sayer.entry);
        // The nearest mention of each person, and how often each is named.
        let mut nearest: FxHashMap<usize, (usize, f32)> = FxHashMap::default();
        let mut order = Vec::new();
        for name in (before.saturating_sub(NAMES_BEFORE)..before).rev() {
            let Some(entry) = self.register.entry_of(name).filter(|&entry| compatible(entry)) else {
                continue;
            };
            let token = self.names[name].tokens.start;
            let visible =
                self.document.tokens[token].marked.is_none() || self.document.same_marked(token, at);
            if !visible {
                continue;
            }
            nearest.entry(entry).and_modify(|(_, count)| *count += 1.0).or_insert_with(|| {
                order.push(entry);
                (name, 1.0)
            });
        }
        let mut best: Option<(f32, usize)> = None;
        for entry in order {
            let Some(&(name, count)) = nearest.get(&entry) else { continue };
            let mut score = self.nearness(name, at) + 0.69 * f32::ln(count);
            score += match self.register.entries[entry].gender.is_masculine() {
                Some(_) => 1.21,
                None => -0.1,
            };
            score += if last == Some(entry) { 0.94 } else { 0.0 };
            score += if last_compatible == Some(entry) { 1.01 } else { 0.0 };
            score += if recent.iter().any(|sayer| sayer.entry == entry) { 0.26 } else { 0.0 };
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, entry));
            }
        }
        best.filter(|&(score, _)| score > LOWEST).map(|(_, entry)| entry)
    }

    /// What the place of a mention is worth.
    fn nearness(&self, name: usize, at: usize) -> f32 {
        let (mention, pronoun) =
            (&self.document.tokens[self.names[name].tokens.start], &self.document.tokens[at]);
        let by_sentence = [0.99, 1.26, 0.63, 0.11, -0.40];
        let by_paragraph = [1.03, 0.34, 0.0, -0.54, -1.13];
        let mut score = by_sentence[(pronoun.sentence - mention.sentence).min(4)];
        score += by_paragraph[(pronoun.paragraph - mention.paragraph).min(4)];
        let start = self.names[name].titles.start.min(self.names[name].tokens.start);
        let before = self.document.lower_in(mention.sentence, start.checked_sub(1));
        let end = self.names[name].tokens.end;
        let after = self.document.tokens.get(end).map(|token| token.part);
        let preposition =
            matches!(before, "of" | "with" | "to" | "for" | "by" | "against" | "about" | "from" | "in");
        score -= if preposition { 0.56 } else { 0.0 };
        score -= if after == Some(Part::Possessive) { 0.5 } else { 0.0 };
        let subject = after.is_some_and(Part::is_finite) || self.document.lower(end) == ",";
        score + if subject && !preposition && before != "and" { 0.66 } else { 0.0 }
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
