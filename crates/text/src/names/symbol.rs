//! What looks like a name and is none: share symbols ("OKK.N") and the party and state of a legislator ("D-Ohio").

use std::ops::Range;

use crate::{document::Document, token::Shape};

/// Whether the tokens of a name are such a symbol.
pub(super) fn is_symbol(document: &Document<'_>, tokens: Range<usize>) -> bool {
    let word = document.word(tokens.start);
    let party = tokens.len() == 1 && ["D-", "R-", "I-"].iter().any(|party| word.starts_with(party));
    let dot = tokens.start + 1;
    let share = document.tokens[tokens.start].shape == Shape::Upper
        && document.word(dot) == "."
        && adjoins(document, tokens.start)
        && adjoins(document, dot);
    party || share
}

/// Whether the next token stands directly after a token.
fn adjoins(document: &Document<'_>, at: usize) -> bool {
    let next = document.tokens.get(at + 1);
    next.is_some_and(|next| next.span.start == document.tokens[at].span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, tokens: Range<usize>, expected: bool) {
        assert_eq!(is_symbol(&Document::new(text), tokens), expected, "{text}");
    }

    #[test]
    fn shares_and_parties_are_symbols() {
        check("OKK.N fell", 0..3, true);
        check("OKK.N fell", 0..1, true);
        check("D-Ohio", 0..1, true);
        check("R-Senna", 0..1, true);
    }

    #[test]
    fn names_are_none() {
        check("OKK. Nobody knew", 0..1, false);
        check("Okkerley.", 0..1, false);
        check("I-Ling Tolle", 0..2, false);
    }
}
