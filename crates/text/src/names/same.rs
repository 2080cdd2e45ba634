//! The same words are the same thing: a name whose writing says little is what it is where the writing says more.

use std::ops::Range;

use quotidian_model::EntityKind;
use rustc_hash::FxHashMap;

use crate::{document::Document, feature::Feature, token::Shape};

/// How much the writing of a name says: nothing in capitals, little where a sentence begins.
fn certainty(document: &Document<'_>, tokens: &Range<usize>) -> u8 {
    let capitals = document.tokens[tokens.clone()].iter().all(|token| token.shape == Shape::Upper);
    match () {
        () if capitals => 0,
        () if document.sentence_of(tokens.start).start == tokens.start => 1,
        () => 2,
    }
}

/// Gives each name the kind of the first one of the same words that is written most surely.
pub(super) fn agree(document: &Document<'_>, names: &mut [(Range<usize>, EntityKind)]) {
    let key = |tokens: &Range<usize>| {
        document.tokens[tokens.clone()].iter().fold(Feature::new(0, []), |key, token| key.with(token.hash))
    };
    let mut surest: FxHashMap<Feature, (u8, EntityKind)> = FxHashMap::default();
    for (tokens, kind) in names.iter() {
        let certainty = certainty(document, tokens);
        let best = surest.entry(key(tokens)).or_insert((certainty, *kind));
        if certainty > best.0 {
            *best = (certainty, *kind);
        }
    }
    for (tokens, kind) in names {
        if let Some(&(certain, surest)) = surest.get(&key(tokens))
            && certain > certainty(document, tokens)
        {
            *kind = surest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_starts_of_sentences_follow_the_surer_writing() {
        use EntityKind::{Organization, Person, Place};
        let document = Document::new("ILSE TOLLE: No. Senna fell. They met Ilse Tolle in Senna.");
        let mut names = vec![(0..2, Place), (5..6, Organization), (10..12, Person), (13..14, Place)];
        agree(&document, &mut names);
        let kinds: Vec<EntityKind> = names.into_iter().map(|(_, kind)| kind).collect();
        assert_eq!(kinds, [Person, Place, Person, Place]);
    }
}
