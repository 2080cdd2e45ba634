//! What the developer's `cargo xtask train` reads: the features of annotated texts, exactly as [`crate::annotate`] sees
//! them. Not part of the library's contract.

use quotidian_model::{Quote, Span};

pub use crate::{
    clause::training as clauses,
    confidence::FACTS,
    feature::{Feature, Weights, weight_file, word_hash},
    marks::Marked,
    names::training as names,
    part::{
        Part, Usual, Word, best as best_part, check as feature_check, features as part_features, part_file,
    },
    quotation::example as quotations,
    register::{
        PRONOUN_FEATURES, PronounWeights, Values, given_name_file,
        training::{Pronoun, PronounChoice, pronouns},
    },
    speaker::example as speakers,
};
use crate::{
    document::Document,
    lexicon::{Class, LEXICON},
};

/// The spans of a text in double quotation marks, in order.
pub fn marked_spans(text: &str) -> Vec<Marked> {
    let mut spans = crate::marks::find(text);
    spans.retain(|marked| !matches!(&text[marked.outer.start..marked.inner.start], "'" | "‘" | "`"));
    spans
}

/// The sentences of a body as the tagger of parts of speech sees them: where each word stands, and the words.
pub fn tagged_sentences(body: &str) -> Vec<(Vec<Span>, Vec<Word>)> {
    let document = Document::new(body);
    let sentence = |tokens: &std::ops::Range<usize>| {
        let tokens = &document.tokens[tokens.clone()];
        let mut words = Vec::new();
        crate::part::read(document.lower_text(), tokens, &mut words);
        (tokens.iter().map(|token| token.span).collect(), words)
    };
    document.sentences.iter().map(sentence).collect()
}

/// The quotes of a text, each with the facts that its confidence is made of.
pub fn judged_quotes(body: &str) -> Vec<(Quote, [(f32, &'static str); FACTS])> {
    let (quotes, _) = crate::annotate::judged(body);
    quotes.into_iter().map(|(quote, evidence)| (quote, evidence.facts())).collect()
}

/// The part that the list of grammatical words gives a word in lower case.
pub fn listed_part(word: &str) -> Option<Part> {
    match LEXICON.facts(word).class {
        Class::Preposition => Some(Part::Preposition),
        Class::Conjunction => Some(Part::Conjunction),
        Class::Modal => Some(Part::Modal),
        _ => None,
    }
}
