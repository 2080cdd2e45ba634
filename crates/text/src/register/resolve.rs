//! From the words beside a quote to a canonical name.

use quotidian_model::EntityKind;

use super::{
    Register,
    pronoun::{Antecedents, PronounWeights},
};
use crate::{
    candidate::{Candidate, CandidateKind},
    document::Document,
    names::Name,
};

/// Somebody who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sayer {
    /// The first token of the words that name them.
    pub(crate) token: usize,
    pub(crate) entry: usize,
}

/// Whom a candidate means, and by what kind of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Resolution {
    Name(usize),
    Pronoun(usize),
    Definite(usize),
    /// Words that name nobody in particular.
    Unresolved,
}

impl Resolution {
    /// The entry that is meant.
    pub(crate) fn entry(self) -> Option<usize> {
        match self {
            Self::Name(entry) | Self::Pronoun(entry) | Self::Definite(entry) => Some(entry),
            Self::Unresolved => None,
        }
    }
}

/// What has been found of a text's candidates.
#[derive(Debug)]
pub(crate) struct Resolved {
    /// Whom each candidate means.
    pub(crate) resolutions: Vec<Resolution>,
    sayers: Vec<Sayer>,
    pronouns: Vec<Sayer>,
}

impl Register {
    /// Whom the candidates of a document mean: those that say something, those that are `chosen` for a quote, and "he" and
    /// "she". From left to right: a pronoun goes to people who have spoken or were meant before.
    pub(crate) fn resolve(
        &self,
        document: &Document<'_>,
        names: &[Name],
        candidates: &[Candidate],
        chosen: &[bool],
        weights: &PronounWeights,
    ) -> Resolved {
        let mut resolved = Resolved {
            resolutions: vec![Resolution::Unresolved; candidates.len()],
            sayers: Vec::new(),
            pronouns: Vec::new(),
        };
        for (index, candidate) in candidates.iter().enumerate() {
            let outside = document.tokens[candidate.head].marked.is_none();
            let says = candidate.relation.says() && outside || chosen.get(index) == Some(&true);
            let person = outside && matches!(document.lower(candidate.head), "he" | "she");
            if !says && !person {
                continue;
            }
            let resolution =
                self.resolve_one(&resolved.antecedents(document, names, self, weights), candidates, index);
            resolved.resolutions[index] = resolution;
            let Some(entry) = resolution.entry() else { continue };
            let meant = Sayer { token: candidate.tokens.start, entry };
            if says {
                resolved.sayers.push(meant);
            }
            if person {
                resolved.pronouns.push(meant);
            }
        }
        resolved
    }

    /// Whom a candidate means. A place speaks for nobody.
    fn resolve_one(
        &self,
        antecedents: &Antecedents<'_, '_>,
        candidates: &[Candidate],
        index: usize,
    ) -> Resolution {
        let candidate = &candidates[index];
        let found = match candidate.kind {
            CandidateKind::Named(EntityKind::Place) => None,
            CandidateKind::Named(_) => {
                candidate.name.and_then(|name| self.entry_of(name)).map(Resolution::Name)
            }
            CandidateKind::Pronoun => antecedents.find(candidates, index).map(Resolution::Pronoun),
            CandidateKind::Definite | CandidateKind::Indefinite => {
                antecedents.definite(candidates, index).map(Resolution::Definite)
            }
        };
        found.unwrap_or(Resolution::Unresolved)
    }
}

impl Resolved {
    /// The search for whom words mean, given what has been found so far.
    pub(crate) fn antecedents<'a, 'b>(
        &'a self,
        document: &'a Document<'b>,
        names: &'a [Name],
        register: &'a Register,
        weights: &'a PronounWeights,
    ) -> Antecedents<'a, 'b> {
        Antecedents { document, names, register, sayers: &self.sayers, pronouns: &self.pronouns, weights }
    }
}
