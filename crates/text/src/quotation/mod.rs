//! Which marked spans are quotations, and of what kind: two trained models over the same features. One tells what
//! somebody says from titles, terms and scare quotes, the other a statement of its own from quoted words in the writer's
//! sentence.

#[cfg(feature = "training")]
pub mod example;
mod feature;

use std::ops::Range;

use crate::{
    document::Document,
    feature::{Feature, Weights},
    outline::Outline,
    path::Paths,
};

/// The weights of "somebody says this".
static SAID: Weights<'static> = Weights::new(include_bytes!("../../models/said.bin"));
/// The weights of "this is a statement of its own".
static STANDALONE: Weights<'static> = Weights::new(include_bytes!("../../models/standalone.bin"));

/// The probability from which a span is a quotation.
const SAID_FROM: f32 = 0.5;
/// The same for spans of fewer than [`SHORT`] words: most of them are terms and scare quotes.
const SHORT_SAID_FROM: f32 = 0.7;
const SHORT: usize = 4;

/// What a marked span is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MarkedKind {
    /// A statement of its own.
    Standalone,
    /// Quoted words inside the writer's sentence.
    Fragment,
    /// A title, a term, a scare quote.
    NoQuotation,
}

/// A marked span, judged.
#[derive(Debug, Clone)]
pub(crate) struct Quotation {
    /// Its place among the document's marked spans.
    pub(crate) marked: usize,
    /// Its tokens, marks included.
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: MarkedKind,
    /// How likely it is what somebody says, 0 to 1.
    pub(crate) probability: f32,
    pub(crate) outline: Outline,
    /// Whether its closing mark was found.
    closed: bool,
}

/// The marked spans of a document that hold words, each judged.
pub(crate) fn judge(document: &Document<'_>, paths: &Paths) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = (0..document.marked.len())
        .filter_map(|marked| {
            let span = document.marked[marked];
            let tokens = document.token_at(span.outer.start)..document.token_at(span.outer.end);
            let worded = !tokens.is_empty() && tokens.clone().any(|at| document.is_word(at));
            worded.then(|| Quotation {
                marked,
                kind: MarkedKind::NoQuotation,
                probability: 0.0,
                outline: Outline::of(document, &tokens, span.inner),
                closed: span.closed,
                tokens,
            })
        })
        .collect();
    let mut judged = Vec::with_capacity(quotations.len());
    feature::each(document, paths, &quotations, |index, features| {
        judged.push(kind(document, &quotations[index], features));
    });
    for (quotation, (kind, probability)) in quotations.iter_mut().zip(judged) {
        (quotation.kind, quotation.probability) = (kind, probability);
    }
    quotations
}

fn kind(document: &Document<'_>, quotation: &Quotation, features: &[Feature]) -> (MarkedKind, f32) {
    let outline = &quotation.outline;
    // A heading or a pulled quote: its words stand in the text again.
    if outline.fills_paragraph() && outline.last == 'w' && quotation.closed {
        return (MarkedKind::NoQuotation, 0.0);
    }
    let unsaid = outline.says == (0, 0) && outline.last == 'w' && !outline.fills_paragraph();
    let spoken = matches!(outline.last, '?' | '!');
    let titled = unsaid || !spoken && feature::capitalises_common_words(document, quotation);
    if titled && feature::is_title_case(document, quotation) {
        return (MarkedKind::NoQuotation, 0.0);
    }
    let said = probability(SAID.score(features));
    let from = if outline.words < SHORT { SHORT_SAID_FROM } else { SAID_FROM };
    let kind = if said < from {
        MarkedKind::NoQuotation
    } else if STANDALONE.score(features) >= 0.0 {
        MarkedKind::Standalone
    } else {
        MarkedKind::Fragment
    };
    (kind, said)
}

/// The logistic function.
fn probability(score: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-score))
}
