//! Cutting a run into names and titles.

use std::ops::Range;

use quotidian_model::EntityKind;

use crate::{
    document::Document,
    lexicon::{LEXICON, Traits},
    token::Shape,
};

/// A possible name, with the titles before it.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) tokens: Range<usize>,
    pub(super) titles: Range<usize>,
}

/// The possible names of a run: "Apple CEO Tim Cook" holds two.
pub(super) fn split(document: &Document<'_>, run: Range<usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if run.len() == 1 {
        // "King said": a title alone may be a surname of the article's.
        pieces.push(Piece { titles: run.start..run.start, tokens: run });
    } else {
        split_into(document, run, &mut pieces);
    }
    pieces
}

fn split_into(document: &Document<'_>, run: Range<usize>, pieces: &mut Vec<Piece>) {
    if run.is_empty() {
        return;
    }
    if is_whole(document, run.clone()) {
        pieces.push(Piece { titles: run.start..run.start, tokens: run });
        return;
    }
    if let Some(titles) = last_titles(document, run.clone()) {
        let mut end = titles.start;
        while end > run.start && matches!(document.lower(end - 1), "of" | "the" | "and" | "for" | "&" | "on")
        {
            end -= 1;
        }
        push_before(document, run.start..end, pieces);
        let person = Traits::TITLE.or(Traits::ROLE);
        if titles.end < run.end && !titles.clone().any(|at| document.tokens[at].facts.traits.any(person)) {
            push_before(document, titles.end..run.end, pieces);
        } else if titles.end < run.end {
            push_titled(document, titles.clone(), titles.end..run.end, pieces);
        }
        return;
    }
    if let Some(cut) = person_start(document, run.clone()) {
        split_into(document, run.start..cut, pieces);
        pieces.push(Piece { tokens: cut..run.end, titles: cut..cut });
        return;
    }
    pieces.push(Piece { titles: run.start..run.start, tokens: run });
}

/// The words before a title: an organization or a place, but no person.
fn push_before(document: &Document<'_>, tokens: Range<usize>, pieces: &mut Vec<Piece>) {
    let title = Traits::TITLE.or(Traits::TITLE_MODIFIER).or(Traits::NO_NAME).or(Traits::DEMONYM);
    let mut start = tokens.start;
    while start < tokens.end
        && document.tokens[start].facts.traits.any(title)
        && !is_whole(document, start..tokens.end)
    {
        start += 1;
    }
    if start < tokens.end {
        pieces.push(Piece { titles: start..start, tokens: start..tokens.end });
    }
}

fn push_titled(document: &Document<'_>, titles: Range<usize>, tokens: Range<usize>, pieces: &mut Vec<Piece>) {
    // "Secretary of State Ilse Maravant": the office goes on to the given name.
    let start =
        if document.lower(tokens.start) == "of" { person_start(document, tokens.clone()) } else { None };
    let start = start.unwrap_or(tokens.start);
    if document.lower(start) == "of" {
        split_into(document, start + 1..tokens.end, pieces);
    } else {
        pieces.push(Piece { tokens: start..tokens.end, titles: titles.start..start });
    }
}

/// Whether the run is one name in spite of the titles in it.
fn is_whole(document: &Document<'_>, run: Range<usize>) -> bool {
    let text = document.span(run.clone()).of(&document.text).to_lowercase();
    if LEXICON.name(&text).is_some() {
        return true;
    }
    let (first, last) =
        (&document.tokens[run.start].facts.traits, &document.tokens[run.end - 1].facts.traits);
    let organization = Traits::ORGANIZATION_LAST.or(Traits::PLACE_LAST);
    // "Department of Justice", "Office of the Attorney General".
    let of = (run.start + 1..run.end).find(|&at| document.lower(at) == "of");
    if let Some(of) = of.filter(|&of| document.tokens[of - 1].facts.traits.any(Traits::ORGANIZATION_FIRST)) {
        return !(of + 2..run.end.saturating_sub(1))
            .any(|at| document.tokens[at].facts.traits.any(Traits::GIVEN));
    }
    let person = first.any(Traits::TITLE)
        && run.len() > 2
        && document.tokens[run.start + 1].facts.traits.any(Traits::GIVEN);
    run.len() > 1 && last.any(organization) && !last.any(Traits::TITLE) && !person
}

/// The last group of title words in a run.
fn last_titles(document: &Document<'_>, run: Range<usize>) -> Option<Range<usize>> {
    let title = Traits::TITLE.or(Traits::ROLE).or(Traits::NO_NAME);
    let is_title = |at: usize| {
        let traits = document.tokens[at].facts.traits;
        // "Dean" and "Judge" are given names or surnames too: after a given name they end the name.
        let surname =
            at > run.start && document.tokens[at - 1].facts.traits.any(Traits::GIVEN) && at + 1 == run.end;
        traits.any(title) && !surname && (traits.any(Traits::TITLE) || !traits.any(Traits::GIVEN))
    };
    let last = run.clone().rev().find(|&at| is_title(at))?;
    let mut start = last;
    let known = |end: usize| end > run.start && LEXICON.name(document.lower_span(run.start..end)).is_some();
    while start > run.start && !known(start) {
        let modifier = document.tokens[start - 1].facts.traits.any(Traits::TITLE_MODIFIER);
        if !(is_title(start - 1) || modifier || is_portfolio(document, start - 1)) {
            break;
        }
        start -= 1;
    }
    Some(start..last + 1)
}

/// "Foreign" Minister, "Defense" Secretary: common words before a title.
fn is_portfolio(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    token.facts.traits.any(Traits::COMMON)
        && token.shape == Shape::Capital
        && !token.facts.traits.any(Traits::GIVEN.or(Traits::ORGANIZATION_LAST).or(Traits::PLACE_LAST))
}

/// Where a given name starts a person's name after words of another kind.
fn person_start(document: &Document<'_>, run: Range<usize>) -> Option<usize> {
    (run.start + 1..run.end.saturating_sub(1)).find(|&at| {
        let before = &document.tokens[at - 1];
        let other = Traits::COMMON.or(Traits::DEMONYM).or(Traits::NO_NAME).or(Traits::ROLE);
        let known = matches!(
            LEXICON.name(&document.span(run.start..at).of(&document.text).to_lowercase()),
            Some(EntityKind::Organization)
        );
        let given = document.tokens[at].facts.traits.any(Traits::GIVEN);
        let joins = before.facts.traits.any(Traits::PLACE_FIRST) || before.shape == Shape::Mark;
        given
            && !joins
            && !before.facts.traits.any(Traits::GIVEN)
            && (before.facts.traits.any(other) || known)
    })
}
