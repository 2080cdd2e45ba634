//! Examples for the training of the ranker.

use std::ops::Range;

use quotidian_model::{EntityKind, Span};

use super::{Content, content::ContentKind, decode::Previous, feature::View};
use crate::{
    candidate::{self, Candidate, CandidateKind},
    document::Document,
    feature::Feature,
    names,
    path::Paths,
    quotation::{self, MarkedKind, Quotation},
    saying::RelationKind,
};

/// A quote of annotated news, with the words that name its speaker.
#[derive(Debug, Clone, Copy)]
pub struct Attribution {
    /// Its content, marks included.
    pub content: Span,
    /// The words that name its speaker.
    pub speaker: Span,
    /// Whether the content stands in marks of its own.
    pub marked: bool,
}

/// The candidates of one quote: the features of each, and whether it is the speaker.
pub type Example = Vec<(Vec<Feature>, bool)>;

/// The examples of an annotated text, whose attributions come in text order.
pub fn examples(body: &str, attributions: &[Attribution]) -> Vec<Example> {
    let document = Document::new(body);
    let candidates = candidate::find(&document, &names::find(&document));
    let paths = Paths::new(&document);
    let quotations = quotation::judge(&document, &paths);
    let mut examples = Vec::new();
    let mut previous: Option<Previous> = None;
    for attribution in attributions {
        let Some(content) = content(&document, &quotations, attribution) else { continue };
        let view = View {
            document: &document,
            paths: &paths,
            candidates: &candidates,
            content: &content,
            previous: previous.as_ref(),
        };
        let speakers = speakers(&document, &candidates, attribution.speaker);
        let example: Example = view
            .eligible()
            .map(|index| {
                let mut features = Vec::new();
                view.features(index, &mut features);
                (features, speakers.contains(&index))
            })
            .collect();
        if example.iter().any(|(_, speaker)| *speaker) {
            examples.push(example);
        }
        let person = |index: &&usize| candidates[**index].kind == CandidateKind::Named(EntityKind::Person);
        if let Some(&candidate) = speakers.iter().find(person).or(speakers.first()) {
            previous = Some(Previous { candidate, end: content.tokens.end });
        }
    }
    examples
}

fn content(document: &Document<'_>, quotations: &[Quotation], attribution: &Attribution) -> Option<Content> {
    let tokens = tokens(document, attribution.content);
    if tokens.is_empty() {
        return None;
    }
    if !attribution.marked {
        return Some(Content::unmarked(document, ContentKind::Clause, tokens));
    }
    let quotation = quotations.iter().find(|quotation| quotation.tokens == tokens)?;
    let standalone = quotation.kind == MarkedKind::Standalone;
    let kind = if standalone { ContentKind::Direct } else { ContentKind::Fragment };
    Some(Content::marked(document, quotation, kind))
}

fn tokens(document: &Document<'_>, span: Span) -> Range<usize> {
    document.token_at(span.start)..document.token_at(span.end)
}

/// The candidates that stand for a speaker's words: the first of them, a person named with it, and for a possessor the
/// phrase that it owns.
fn speakers(document: &Document<'_>, candidates: &[Candidate], speaker: Span) -> Vec<usize> {
    let named = tokens(document, speaker);
    let within: Vec<usize> = (0..candidates.len())
        .filter(|&index| {
            candidates[index].tokens.start < named.end && candidates[index].tokens.end > named.start
        })
        .collect();
    let Some((&first, rest)) = within.split_first() else { return Vec::new() };
    let person = |index: &usize| candidates[*index].kind == CandidateKind::Named(EntityKind::Person);
    let possessive = |index: usize| candidates[index].relation.kind == RelationKind::Possessive;
    if possessive(first) && candidates[first].tokens.end < named.end {
        let owned = rest.first().copied();
        let apposed = rest.get(1).copied().filter(person);
        return owned.into_iter().chain(apposed).collect();
    }
    if person(&first) {
        return vec![first];
    }
    let preposition = |index: usize| {
        let before = candidates[index].tokens.start.saturating_sub(1);
        matches!(
            document.lower(before),
            "of" | "from" | "in" | "with" | "to" | "by" | "for" | "at" | "on" | "against"
        )
    };
    let apposed =
        rest.iter().copied().find(|index| person(index) && !preposition(*index) && !possessive(*index));
    [first].into_iter().chain(apposed).collect()
}
