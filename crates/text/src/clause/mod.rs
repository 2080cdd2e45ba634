//! Reported clauses: what somebody is said to have said, without marks or with some words in marks.
//!
//! A [`frame`] is a verb of saying with its subject. It proposes clauses ([`proposal`]): `X said that CLAUSE`
//! ([`leading`]), `CLAUSE, X said` and `CLAUSE, X said, CLAUSE` ([`trailing`]), both with "according to X" as well. A
//! linear model decides which proposals are clauses ([`accept`]) and where a clause ends before its sentence does
//! ([`edge`]).

mod accept;
mod edge;
mod feature;
mod frame;
mod leading;
mod model;
mod proposal;
mod subject;
mod trailing;
#[cfg(feature = "training")]
pub mod training;

use std::ops::Range;

use crate::{
    candidate::Candidate,
    document::Document,
    feature::Feature,
    quotation::{MarkedKind, Quotation},
};
pub(crate) use proposal::Proposal;

/// A reported clause with its frame.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    pub(crate) tokens: Range<usize>,
    /// The token of its verb of saying, or of "according".
    pub(crate) cue: usize,
    /// The candidate that the frame names, if it names one.
    pub(crate) candidate: Option<usize>,
}

/// How far a clause reaches from its verb, in tokens.
const REACH: usize = 250;

/// The reported clauses of a document in order.
pub(crate) fn find(
    document: &Document<'_>,
    candidates: &[Candidate],
    quotations: &[Quotation],
) -> Vec<Clause> {
    let scene = Scene::new(document, candidates, quotations);
    let mut features: Vec<Feature> = Vec::new();
    let mut clauses: Vec<Clause> = Vec::new();
    for frame in frame::frames(&scene) {
        for proposal in accept::accepted(&scene, proposal::proposals(&scene, &frame), &mut features) {
            let end = edge::end(&scene, &proposal);
            let Some(tokens) = accept::trimmed(&scene, proposal.tokens.start..end) else { continue };
            let tokens = with_fragments(tokens, quotations);
            clauses.push(Clause { tokens, cue: proposal.cue, candidate: proposal.candidate });
        }
    }
    without_overlaps(clauses)
}

/// The clauses in text order; of two that overlap the first.
fn without_overlaps(mut clauses: Vec<Clause>) -> Vec<Clause> {
    clauses.sort_by_key(|clause| clause.tokens.start);
    let mut last = 0;
    clauses.retain(|clause| {
        let free = clause.tokens.start >= last;
        last = if free { clause.tokens.end } else { last };
        free
    });
    clauses
}

/// The tokens with the quoted words that they cut: marks can go on past a sentence's end.
fn with_fragments(tokens: Range<usize>, quotations: &[Quotation]) -> Range<usize> {
    let first = quotations.partition_point(|quotation| quotation.tokens.end <= tokens.start);
    let inside = quotations[first..].iter().take_while(|quotation| quotation.tokens.start < tokens.end);
    let fragments = inside.filter(|quotation| quotation.kind == MarkedKind::Fragment);
    fragments.fold(tokens.clone(), |tokens, fragment| {
        tokens.start.min(fragment.tokens.start)..tokens.end.max(fragment.tokens.end)
    })
}

/// What frames are found in.
pub(crate) struct Scene<'a, 'b> {
    document: &'a Document<'b>,
    candidates: &'a [Candidate],
    /// For each marked span whether it is a statement of its own.
    standalone: Vec<bool>,
}

impl<'a, 'b> Scene<'a, 'b> {
    fn new(document: &'a Document<'b>, candidates: &'a [Candidate], quotations: &[Quotation]) -> Self {
        let mut standalone = vec![false; document.marked.len()];
        for quotation in quotations {
            standalone[quotation.marked] = quotation.kind == MarkedKind::Standalone;
        }
        Self { document, candidates, standalone }
    }

    /// Whether a token stands in a direct quotation.
    fn is_direct(&self, at: usize) -> bool {
        self.document
            .tokens
            .get(at)
            .and_then(|token| token.marked)
            .is_some_and(|marked| self.standalone[marked])
    }

    fn is_marked(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|token| token.marked.is_some())
    }

    /// The longest candidate that starts at a token.
    fn candidate_at(&self, at: usize) -> Option<&Candidate> {
        let after = self.candidates.partition_point(|candidate| candidate.tokens.start <= at);
        self.candidates[..after].last().filter(|candidate| candidate.tokens.start == at)
    }
}
