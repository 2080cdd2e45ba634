//! The tagger's features for training, exactly as tagging sees them.

use std::ops::Range;

use quotidian_model::{EntityKind, Span};

use super::{
    agreement::{Agreement, named},
    stretch::is_capital,
    tagger::{Reader, Tagger},
    word_codes::{Spelling, key},
};
pub use super::{
    decode::{decode, legal},
    label,
    weights::{Trained, Transitions},
    word_codes::{CODES, Codes, WordCodes, word_codes_file},
};
use crate::{document::Document, feature::Feature, lines, sentence, token};

/// Calls `take` for each token of a text with the word's key, and whether the token starts a sentence.
pub fn words(text: &str, mut take: impl FnMut(u64, bool)) {
    let text = lines::unwrap(text);
    let tokens = token::tokenize(&text);
    for (token, found) in tokens.iter().zip(sentence::breaks(&text, &tokens)) {
        let key = key(token.span.of(&text), Spelling::AsWritten);
        take(key, found != sentence::Break::None);
    }
}

/// A text as the tagger sees it.
pub struct NamedText<'a> {
    document: Document<'a>,
}

impl<'a> NamedText<'a> {
    /// Reads a text.
    pub fn new(text: &'a str) -> Self {
        Self { document: Document::new(text) }
    }

    /// How many tokens it has.
    pub fn len(&self) -> usize {
        self.document.tokens.len()
    }

    /// Whether it has no token.
    pub fn is_empty(&self) -> bool {
        self.document.tokens.is_empty()
    }

    /// The tokens that a span touches, those of its first sentence.
    pub fn tokens(&self, span: Span) -> Range<usize> {
        let tokens = &self.document.tokens;
        let start = tokens.partition_point(|token| token.span.end <= span.start);
        let end = tokens.partition_point(|token| token.span.start < span.end);
        start..end.min(self.document.sentence_of(start).end).max(start)
    }

    /// The stretches that can hold names, each with the first stage's features of its tokens.
    pub fn first_stage(&self, codes: Codes<'_>, mut take: impl FnMut(Range<usize>, Vec<Vec<Feature>>)) {
        let reader = Reader::new(&self.document, codes);
        for stretch in &reader.stretches {
            let mut tokens = Vec::with_capacity(stretch.len());
            reader.each_token(stretch, |features| tokens.push(features.to_vec()));
            take(stretch.clone(), tokens);
        }
    }

    /// The features that the second stage adds for a token, given the first stage's labels of all.
    pub fn second_stage(&self, labels: Vec<label::Label>, mut take: impl FnMut(&[Feature])) {
        let agreement = Agreement::new(&self.document, labels);
        let mut features = Vec::new();
        for at in super::stretch::stretches(&self.document).into_iter().flatten() {
            features.clear();
            agreement.add(&self.document, &self.document.sentence_of(at), at, &mut features);
            take(&features);
        }
    }

    /// Calls `take` for each capitalised token with its word's key and the label that a weight file gives it.
    pub fn capitals(&self, weights: &[u8], codes: Codes<'_>, mut take: impl FnMut(u64, label::Label)) {
        let labels = Tagger::new(weights, codes).tag(&self.document);
        for (at, label) in labels.into_iter().enumerate() {
            if is_capital(&self.document.tokens[at]) {
                take(key(self.document.word(at), Spelling::AsWritten), label);
            }
        }
    }

    /// The names that a weight file finds, each with its kind.
    pub fn names(&self, weights: &[u8], codes: Codes<'_>) -> Vec<(Span, EntityKind)> {
        let labels = Tagger::new(weights, codes).tag(&self.document);
        let names = named(&labels).into_iter();
        names
            .filter_map(|tokens| {
                Some((self.document.span(tokens.clone()), label::kind(labels[tokens.start])?))
            })
            .collect()
    }
}
