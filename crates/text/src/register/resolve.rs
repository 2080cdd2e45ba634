//! From the words beside a quote to a canonical name.

use quotidian_model::EntityKind;

use super::{Register, pronoun::Antecedents};
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

impl Register {
    /// Whom a candidate means, given who has spoken before. A place speaks for nobody.
    pub(crate) fn resolve(
        &self,
        document: &Document<'_>,
        names: &[Name],
        candidates: &[Candidate],
        index: usize,
        sayers: &[Sayer],
    ) -> Resolution {
        let antecedents = Antecedents { document, names, register: self, sayers };
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
