//! What a word's capital says.

use crate::{
    document::Document,
    lexicon::{Class, Traits},
    token::Shape,
};

/// Whether a token's capital makes it part of a name: inside a sentence always, at the start of a sentence or of quoted
/// words only on a word that is not known to be a common one.
pub(super) fn is_capital(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    let facts = token.facts;
    let unknown = || facts.class == Class::Open && !facts.traits.any(Traits::COMMON) && facts.saying == 0;
    match token.shape {
        Shape::Capital | Shape::Upper if starts(document, at) => unknown(),
        Shape::Capital => document.lower(at) != "i" || unknown(),
        Shape::Upper => true,
        _ => false,
    }
}

/// Whether a token is the first word of a sentence or of a marked span.
fn starts(document: &Document<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &document.tokens[before]);
    before.is_none_or(|before| {
        let opens = || {
            matches!(
                before.span.of(&document.text),
                "\"" | "“" | "‘" | "'" | "``" | "«" | "„" | ":" | "–" | "—" | "-" | "*" | "•"
            )
        };
        before.sentence != document.tokens[at].sentence || before.shape == Shape::Mark && opens()
    })
}
