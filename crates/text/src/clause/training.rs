//! What the learner of reported clauses sees, exactly as annotating sees it.

use quotidian_model::Span;

pub use super::model::BITS;
use super::{Proposal, Scene, feature, frame, proposal};
use crate::{candidate, document::Document, feature::Feature, names, path::Paths, quotation};

/// What the learner sees of a proposal.
#[derive(Debug, Clone)]
pub struct ClauseExample {
    /// The verb of saying, in bytes.
    pub cue: Span,
    /// All that the clause could be, in bytes, up to the sentence's end.
    pub widest: Span,
    /// Whether the clause stands before its verb, so that its end is certain and not its start.
    pub before: bool,
    /// The features of the question whether it is a clause.
    pub features: Vec<Feature>,
}

/// The words of a body that may be reported clauses.
pub fn examples(body: &str) -> Vec<ClauseExample> {
    let document = Document::new(body);
    let names = names::find(&document);
    let candidates = candidate::find(&document, &names);
    let quotations = quotation::judge(&document, &Paths::new(&document));
    let scene = Scene::new(&document, &candidates, &quotations);
    let frames = frame::frames(&scene);
    let proposals = frames.iter().flat_map(|frame| proposal::proposals(&scene, frame));
    let example = |proposal: Proposal| {
        let mut features = Vec::new();
        feature::features(&scene, &proposal, &mut features);
        ClauseExample {
            cue: document.tokens[proposal.cue].span,
            widest: document.span(proposal.tokens.clone()),
            before: proposal.tokens.start < proposal.cue,
            features,
        }
    };
    proposals.map(example).collect()
}
