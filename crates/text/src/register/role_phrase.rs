//! The words in which an article says what a person is: the longest title before the name, or phrase beside it.

use std::ops::Range;

use crate::{candidate::Candidate, document::Document, lexicon::Traits, part::Part, token::Shape};

/// The most tokens of a phrase: what is longer tells a story.
const LONGEST: usize = 8;
/// What says what somebody is; "Dr." and "Mrs." do not.
const ROLE: Traits = Traits::ROLE.or(Traits::RANK).or(Traits::OFFICE);

/// Keeps the titles before a name if they say more than `best`: "Halvian President".
pub(super) fn note(document: &Document<'_>, titles: Range<usize>, best: &mut Option<Range<usize>>) {
    let ends = |at: usize| at + 1 == titles.end || document.lower(at + 1) == "of";
    let head = titles.clone().rev().find(|at| ends(*at) && is_singular_role(document, *at));
    let Some(head) = head else { return };
    let after_break = titles.clone().rev().find(|at| *at < head && breaks(document, *at));
    let start = after_break.map_or(titles.start, |at| at + 1);
    keep(document, start..titles.end, best);
}

fn keep(document: &Document<'_>, phrase: Range<usize>, best: &mut Option<Range<usize>>) {
    let phrase = without_determiners(document, phrase);
    // "Former president of a pro-" goes on behind its hyphen.
    let plain = |at: usize| document.tokens[at].shape != Shape::Mark && !document.word(at).ends_with('-');
    let longer = phrase.len() > best.as_ref().map_or(0, ExactSizeIterator::len);
    if longer && phrase.len() <= LONGEST && phrase.clone().all(plain) {
        *best = Some(phrase);
    }
}

fn is_singular_role(document: &Document<'_>, at: usize) -> bool {
    let word = document.lower(at).trim_end_matches('.');
    let plural = word.ends_with('s') && !word.ends_with("ss");
    document.tokens[at].facts.traits.any(ROLE) && !plural
}

/// Whether a title cannot reach over a word: what stands before belongs to the sentence. "After the rise | President
/// Maravant", "obeying | President Maravant", "the wish of | Mayor Maravant".
fn breaks(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    let is_capital = |at: usize| matches!(document.tokens[at].shape, Shape::Capital | Shape::Upper);
    let says_title =
        |at: usize| is_capital(at) || document.tokens[at].facts.traits.any(ROLE.or(Traits::TITLE_MODIFIER));
    match token.part {
        Part::Participle | Part::Number => true,
        Part::Preposition => !at.checked_sub(1).is_some_and(says_title),
        Part::Determiner => false,
        _ => {
            let modifies = token.facts.traits.any(Traits::TITLE_MODIFIER.or(Traits::DEMONYM));
            !is_capital(at) && !modifies && is_capital(at + 1)
        }
    }
}

/// Keeps a noun phrase that a comma parts from the name if it says more: "the foreign minister of Halvia". One that is too
/// long is cut behind its noun.
pub(super) fn note_apposition(document: &Document<'_>, phrase: &Candidate, best: &mut Option<Range<usize>>) {
    if phrase.name.is_some() || phrase.plural || !document.tokens[phrase.head].facts.traits.any(ROLE) {
        return;
    }
    let whole = without_determiners(document, phrase.tokens.clone());
    let end = if whole.len() <= LONGEST { whole.end } else { phrase.head + 1 };
    keep(document, whole.start..end, best);
}

/// "the minister" and "his own lawyer" without their first words.
fn without_determiners(document: &Document<'_>, mut tokens: Range<usize>) -> Range<usize> {
    let is_first = |at: usize| document.tokens[at].part == Part::Determiner || document.lower(at) == "own";
    while tokens.start < tokens.end && is_first(tokens.start) {
        tokens.start += 1;
    }
    tokens
}
