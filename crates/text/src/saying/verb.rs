//! Verbs of saying in their place.

use std::ops::Range;

use crate::{document::Document, part::Part};

/// How far around a marked span verbs of saying are looked for, in tokens.
const REACH: usize = 25;

/// How surely a token is a verb of saying, 0 to 3; a noun such as "a claim" is none.
pub(crate) fn saying(document: &Document<'_>, at: usize) -> u8 {
    let Some(token) = document.tokens.get(at) else { return 0 };
    match token.part {
        Part::Participle | Part::Preposition if document.lower(at) == "according" => 3,
        Part::Verb | Part::Participle | Part::PastParticiple => token.facts.saying,
        _ => 0,
    }
}

/// The strongest verb of saying before and after a marked span, outside marks and within its sentence.
pub(crate) fn strongest_around(document: &Document<'_>, tokens: Range<usize>) -> (u8, u8) {
    let (Some(first), Some(last)) = (document.tokens.get(tokens.start), document.tokens.get(tokens.end - 1))
    else {
        return (0, 0);
    };
    let strength = |at: usize| if document.tokens[at].marked.is_none() { saying(document, at) } else { 0 };
    let before = (0..tokens.start).rev().take(REACH);
    let before = before.take_while(|&at| document.tokens[at].sentence == first.sentence).map(strength).max();
    let after = (tokens.end..document.tokens.len()).take(REACH);
    let after = after.take_while(|&at| document.tokens[at].sentence == last.sentence).map(strength).max();
    (before.unwrap_or(0), after.unwrap_or(0))
}
