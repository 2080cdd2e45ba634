//! A quote that wants a speaker.

use std::ops::Range;

use crate::{clause::Clause, document::Document, outline::Outline, quotation::Quotation};

/// What a quote's content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContentKind {
    /// A statement in marks.
    Direct,
    /// Quoted words in the writer's sentence.
    Fragment,
    /// A reported clause.
    Clause,
    /// A turn of a transcript.
    Turn,
}

/// A quote that wants a speaker.
#[derive(Debug, Clone)]
pub(crate) struct Content {
    pub(crate) kind: ContentKind,
    /// Marks included.
    pub(crate) tokens: Range<usize>,
    /// The verb of saying, where the frame gives it.
    pub(crate) cue: Option<usize>,
    /// The speaker, where the frame gives it.
    pub(crate) candidate: Option<usize>,
    /// Whether the marks go on where the paragraph before left them open.
    pub(crate) continues: bool,
    pub(crate) outline: Outline,
    /// How surely it is a quotation, 0 to 1.
    pub(crate) probability: f32,
}

impl Content {
    /// A marked span.
    pub(crate) fn marked(document: &Document<'_>, quotation: &Quotation, kind: ContentKind) -> Self {
        Self {
            kind,
            tokens: quotation.tokens.clone(),
            cue: None,
            candidate: None,
            continues: document.marked[quotation.marked].continues,
            outline: quotation.outline,
            probability: quotation.probability,
        }
    }

    /// A reported clause with its frame.
    pub(crate) fn clause(document: &Document<'_>, clause: &Clause) -> Self {
        Self {
            cue: Some(clause.cue),
            candidate: clause.candidate,
            ..Self::unmarked(document, ContentKind::Clause, clause.tokens.clone())
        }
    }

    /// A turn of a transcript, with the candidate that its label is.
    pub(crate) fn turn(document: &Document<'_>, words: Range<usize>, speaker: Option<usize>) -> Self {
        Self { candidate: speaker, ..Self::unmarked(document, ContentKind::Turn, words) }
    }

    /// Words that stand in no marks of their own.
    pub(crate) fn unmarked(document: &Document<'_>, kind: ContentKind, tokens: Range<usize>) -> Self {
        let outline = Outline::of(document, &tokens, document.span(tokens.clone()));
        Self { kind, tokens, cue: None, candidate: None, continues: false, outline, probability: 1.0 }
    }
}
