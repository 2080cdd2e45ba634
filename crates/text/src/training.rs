//! What the developer's `cargo xtask train` reads: the features of annotated texts, exactly as [`crate::annotate`] sees
//! them. Not part of the library's contract.

use quotidian_model::Span;

use crate::document::Document;
pub use crate::{
    clause::training as clauses,
    feature::{Feature, Weights, weight_file, word_hash},
    names::training as names,
    part::{Part, Usual, Word, features as part_features, part_file},
};

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
