//! The stretches of a sentence that can hold names: from a capital to the last one nearby.

use std::ops::Range;

use crate::{
    document::{Document, Token},
    token::Shape,
};

/// The most tokens without a capital inside a name: "Ministry | of the | Interior".
const GAP: usize = 3;

/// Whether a token has a capital where a name would.
pub(super) fn is_capital(token: &Token) -> bool {
    matches!(token.shape, Shape::Capital | Shape::Upper)
}

/// The stretches of a document, in order; what is in none is no part of a name.
pub(super) fn stretches(document: &Document<'_>) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for (at, token) in document.tokens.iter().enumerate() {
        if !is_capital(token) {
            continue;
        }
        match stretches.last_mut() {
            Some(last)
                if at - last.end <= GAP && document.tokens[last.end - 1].sentence == token.sentence =>
            {
                last.end = at + 1;
            }
            _ => stretches.push(at..at + 1),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let document = Document::new(text);
        let found: Vec<_> =
            stretches(&document).into_iter().map(|tokens| document.span(tokens).of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stretches_go_from_capital_to_capital() {
        check("a pier in Port Senna", &["Port Senna"]);
        check("The Ministry of the Interior met.", &["The Ministry of the Interior"]);
        check("Halvia is a land of many old Ministries.", &["Halvia", "Ministries"]);
        check("in Halvia. The pier", &["Halvia", "The"]);
        check("no name here", &[]);
    }
}
