//! Examples for the training of the pronouns.

use quotidian_model::Span;

use super::{PronounWeights, Register, Values};
use crate::{candidate, document::Document, names};

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
