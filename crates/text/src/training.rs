//! What the developer's `cargo xtask train` reads: the features of annotated texts, exactly as [`crate::annotate`] sees
//! them. Not part of the library's contract.

use quotidian_model::Span;

use crate::{
    candidate,
    document::Document,
    lexicon::{Class, LEXICON},
    names,
    register::Register,
};
pub use crate::{
    feature::{Feature, Weights, weight_file, word_hash},
    part::{
        Part, Usual, Word, best as best_part, check as feature_check, features as part_features, part_file,
    },
    register::{PRONOUN_FEATURES, PronounWeights, Values, given_name_file},
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

/// The part that the list of grammatical words gives a word in lower case.
pub fn listed_part(word: &str) -> Option<Part> {
    match LEXICON.facts(word).class {
        Class::Preposition => Some(Part::Preposition),
        Class::Conjunction => Some(Part::Conjunction),
        Class::Modal => Some(Part::Modal),
        _ => None,
    }
}

/// A "he" or "she" outside quotation marks, with everybody whom it could mean.
#[derive(Debug)]
pub struct Pronoun {
    /// Where it stands.
    pub span: Span,
    /// The persons, the last named first.
    pub choices: Vec<PronounChoice>,
}

/// A person whom a pronoun could mean.
#[derive(Debug)]
pub struct PronounChoice {
    /// The full name.
    pub name: String,
    /// Where the person is named before the pronoun.
    pub mentions: Vec<Span>,
    /// What speaks for the person.
    pub values: Values,
}

/// The pronouns of a body, where the pronouns before them mean what `weights` say.
pub fn pronouns(body: &str, weights: &PronounWeights) -> Vec<Pronoun> {
    let document = Document::new(body);
    let names = names::find(&document);
    let candidates = candidate::find(&document, &names);
    let register = Register::new(&document, &names, &candidates);
    let resolved = register.resolve(&document, &names, &candidates, &[], weights);
    let antecedents = resolved.antecedents(&document, &names, &register, weights);
    let pronoun = |at: usize| {
        let choices = antecedents.choices(at, document.lower(at) == "he").into_iter();
        let choices = choices.map(|choice| {
            let entry = &register.entries[choice.entry];
            let mentions = entry.mentions.iter().map(|&name| document.span(names[name].tokens.clone()));
            PronounChoice {
                name: entry.full.clone(),
                mentions: mentions.filter(|span| span.end <= document.tokens[at].span.start).collect(),
                values: choice.values,
            }
        });
        Pronoun { span: document.tokens[at].span, choices: choices.collect() }
    };
    let heads = candidates.iter().map(|candidate| candidate.head);
    let outside = heads.filter(|&at| document.tokens[at].marked.is_none());
    outside.filter(|&at| matches!(document.lower(at), "he" | "she")).map(pronoun).collect()
}
