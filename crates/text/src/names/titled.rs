//! Persons and the titles before them: "Prime Minister | Ilse Maravant".

use std::ops::Range;

use crate::{document::Document, lexicon::Traits, token::Shape};

use super::stretch::is_capital;

/// The most tokens of a title.
const LONGEST: usize = 6;

/// Cuts titles off the start of a person's name; a title alone may be a surname and stays.
pub(super) fn without_titles(document: &Document<'_>, tokens: Range<usize>) -> Range<usize> {
    let mut start = tokens.start;
    while start + 1 < tokens.end && is_title(document, start) && is_capital(&document.tokens[start + 1]) {
        start += 1;
    }
    start..tokens.end
}

/// The capitalised title words directly before a name, from `limit` on.
pub(super) fn titles_before(document: &Document<'_>, limit: usize, name: usize) -> Range<usize> {
    let sentence = document.tokens[name].sentence;
    let earliest = limit.max(name.saturating_sub(LONGEST));
    let mut start = name;
    while start > earliest
        && document.tokens[start - 1].sentence == sentence
        && document.same_marked(start - 1, name)
        && (is_title(document, start - 1) || start < name && is_modifier(document, start - 1))
    {
        start -= 1;
    }
    start..name
}

/// A capitalised title or role.
fn is_title(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    is_capital(token) && token.facts.traits.any(Traits::TITLE.or(Traits::ROLE))
}

/// Part of a title when one follows: "Prime" Minister, "Foreign" Minister.
fn is_modifier(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    let body = Traits::GIVEN.or(Traits::ORGANIZATION_LAST).or(Traits::PLACE_LAST);
    let portfolio = token.shape == Shape::Capital && token.facts.traits.any(Traits::COMMON);
    token.facts.traits.any(Traits::TITLE_MODIFIER) || portfolio && !token.facts.traits.any(body)
}
