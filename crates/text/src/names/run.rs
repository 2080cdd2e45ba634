//! Capitalised words in a row, with the small words that names hold.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::capital::is_capital;
use crate::{
    document::Document,
    lexicon::{Class, LEXICON, Traits},
    part::Part,
    token::Shape,
};

/// Small words inside a person's name.
const PARTICLES: [&str; 24] = [
    "de", "la", "du", "da", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el", "di", "do",
    "dos", "das", "y", "ter", "ten", "zu", "le", "af",
];
/// The longest run, in tokens.
const LONGEST: usize = 14;
/// The longest well-known name, in tokens.
const LONGEST_KNOWN: usize = 6;
/// Small words that can begin a person's surname.
const LEADING_PARTICLES: [&str; 10] = ["de", "du", "da", "van", "von", "bin", "ibn", "al", "el", "di"];

/// The runs of a document, in order; none crosses a sentence or a quotation mark.
pub(super) fn runs(document: &Document<'_>) -> Vec<Range<usize>> {
    let pairs = inner_pairs(document);
    let mut runs = Vec::new();
    for sentence in &document.sentences {
        if is_shouted(document, sentence.clone()) {
            continue;
        }
        let mut at = sentence.start;
        while at < sentence.end {
            if !begins(document, &pairs, at, sentence.end) {
                at += 1;
                continue;
            }
            let end = extend(document, at, sentence.end);
            runs.push(at..end);
            at = end;
        }
    }
    runs
}

/// Stands before a surname in [`inner_pairs`].
const SURNAME: &str = "";

/// Pairs of neighbouring capitalised words inside sentences: a capital at a sentence's start belongs to a name when the
/// pair is found again elsewhere.
fn inner_pairs<'a>(document: &'a Document<'_>) -> FxHashSet<(&'a str, &'a str)> {
    let mut pairs = FxHashSet::default();
    for index in 1..document.tokens.len() {
        let (before, token) = (&document.tokens[index - 1], &document.tokens[index]);
        if before.sentence == token.sentence && is_capital(document, index - 1) && is_capital(document, index)
        {
            pairs.insert((document.lower(index - 1), document.lower(index)));
            let initial = document.word(index - 1).len() == 2 && document.word(index - 1).ends_with('.');
            if before.facts.traits.any(Traits::GIVEN.or(Traits::TITLE)) || initial {
                pairs.insert((SURNAME, document.lower(index)));
            }
        }
    }
    pairs
}

/// Whether a sentence is a heading in title case or capitals, where a capital says nothing.
fn is_shouted(document: &Document<'_>, sentence: Range<usize>) -> bool {
    let (mut words, mut capitals, mut upper) = (0, 0, 0);
    for index in sentence.clone() {
        let token = &document.tokens[index];
        let content = token.facts.class == Class::Open || token.facts.class == Class::Present;
        if matches!(token.shape, Shape::Lower | Shape::Capital | Shape::Upper) && content {
            words += 1;
            capitals += usize::from(token.shape != Shape::Lower);
            upper += usize::from(token.shape == Shape::Upper && token.span.len() > 4);
        }
    }
    let heading = document.paragraphs[document.tokens[sentence.start].paragraph].heading;
    words >= 4 && (upper * 2 > words || heading && capitals * 4 >= words * 3)
}

/// Whether a run can begin at a token.
fn begins(document: &Document<'_>, pairs: &FxHashSet<(&str, &str)>, at: usize, end: usize) -> bool {
    let token = &document.tokens[at];
    if is_symbol(document, at) {
        return false;
    }
    let next_is_name = at + 1 < end && is_capital(document, at + 1);
    if is_capital(document, at) {
        return !is_closed(document, at);
    }
    if LEADING_PARTICLES.contains(&document.lower(at)) && token.shape == Shape::Lower {
        return next_is_name;
    }
    if !matches!(token.shape, Shape::Capital | Shape::Upper) || token.part == Part::Pronoun {
        return false;
    }
    // From here on: a common word with a capital because it starts its sentence.
    let traits = token.facts.traits;
    let family = Traits::TITLE
        .or(Traits::DEMONYM)
        .or(Traits::GIVEN)
        .or(Traits::PLACE_FIRST)
        .or(Traits::TITLE_MODIFIER);
    let first = family.or(Traits::ORGANIZATION_FIRST).or(Traits::ORGANIZATION_LAST);
    if next_is_name {
        return known_end(document, at, end).is_some()
            || traits.any(first)
            || pairs.contains(&(document.lower(at), document.lower(at + 1)));
    }
    let of = document.lower(at + 1) == "of" && at + 2 < end && is_capital(document, at + 2);
    let next_part = document.tokens.get(at + 1).map(|next| next.part);
    let surname = pairs.contains(&(SURNAME, document.lower(at)))
        && (next_part
            .is_some_and(|part| part.is_finite() || matches!(part, Part::Possessive | Part::Adverb))
            || document.lower(at + 1) == ",");
    surname
        || known_end(document, at, end).is_some()
        || of && traits.any(Traits::ORGANIZATION_FIRST)
        || traits.any(Traits::GIVEN)
        || LEXICON.name(document.lower(at)).is_some() && !is_closed(document, at)
}

/// The end of the run that begins at `start`.
fn extend(document: &Document<'_>, start: usize, limit: usize) -> usize {
    let limit = limit.min(start + LONGEST);
    let name = |at: usize| {
        at < limit
            && is_capital(document, at)
            && document.same_marked(start, at)
            && !is_symbol(document, at)
            && !is_closed(document, at)
    };
    let mut end = known_end(document, start, limit).unwrap_or(start + 1);
    loop {
        if name(end) {
            if breaks_before(document, start, end) {
                return end;
            }
            end = known_end(document, end, limit).unwrap_or(end + 1);
            continue;
        }
        let small = document.lower(end);
        let joined = match small {
            _ if end >= limit => None,
            "of" if joins_of(document, start, end) => {
                let the = usize::from(document.lower(end + 1) == "the");
                name(end + 1 + the).then_some(end + 2 + the)
            }
            "for" | "on" if is_organization(document, start, end) => {
                (name(end + 1) && !breaks_before(document, start, end + 1)).then_some(end + 2)
            }
            "and" if joins_and(document, start, end) => name(end + 1).then_some(end + 2),
            "&" => name(end + 1).then_some(end + 2),
            "'" | "’" if is_plural_owner(document, start, end) => body_after(document, end + 1, limit),
            "'s" | "’s" if is_common_owner(document, start, end) => body_after(document, end + 1, limit),
            _ if is_particle(document, end) => {
                let two = usize::from(PARTICLES.contains(&document.lower(end + 1)));
                name(end + 1 + two).then_some(end + 2 + two)
            }
            _ => None,
        };
        match joined {
            Some(after) => end = after,
            None => return with_clitic(document, start, end, limit),
        }
    }
}

/// Whether a token is a small word inside a person's name.
pub(super) fn is_particle(document: &Document<'_>, at: usize) -> bool {
    document.tokens[at].shape == Shape::Lower && PARTICLES.contains(&document.lower(at))
}

/// Whether the words before an apostrophe are members of a body: "Dockers' | League", but no "United States' Senate".
fn is_plural_owner(document: &Document<'_>, start: usize, apostrophe: usize) -> bool {
    let owner = apostrophe - 1;
    document.tokens[owner].span.end == document.tokens[apostrophe].span.start
        && document.lower(owner).ends_with('s')
        && document.tokens[apostrophe].marked == document.tokens[owner].marked
        && LEXICON.name(document.lower_span(start..apostrophe)).is_none()
}

/// Whether the word before "'s" is a common noun or a saint: "People's | Party", "St John's | Hospital".
fn is_common_owner(document: &Document<'_>, start: usize, clitic: usize) -> bool {
    let owner = document.tokens[clitic - 1].facts.traits;
    let saint = clitic - start == 2 && matches!(document.lower(start), "st" | "st." | "saint");
    saint || owner.any(Traits::COMMON) && !owner.any(Traits::GIVEN.or(Traits::TITLE))
}

/// The end of the words from `start` that name a body: "League", "Trade Union".
fn body_after(document: &Document<'_>, start: usize, limit: usize) -> Option<usize> {
    let name = |at: &usize| *at < limit && is_capital(document, *at) && document.same_marked(start, *at);
    let heads = Traits::ORGANIZATION_LAST.or(Traits::ORGANIZATION_FIRST);
    let last = (start..start + 3).take_while(name).last()?;
    document.tokens[last].facts.traits.any(heads).then_some(last + 1)
}

/// The end of the longest well-known name of two words or more that starts at a token.
fn known_end(document: &Document<'_>, start: usize, limit: usize) -> Option<usize> {
    let ends = (start + 2..=limit.min(start + LONGEST_KNOWN)).rev();
    ends.filter(|&end| document.same_marked(start, end - 1))
        .find(|&end| LEXICON.name(document.lower_span(start..end)).is_some())
}

/// A capitalised word that names nothing by itself: "The", "And".
fn is_closed(document: &Document<'_>, at: usize) -> bool {
    use Class::{Auxiliary, Conjunction, Determiner, Modal, Preposition, Pronoun};
    let token = &document.tokens[at];
    let closed =
        matches!(token.facts.class, Determiner | Pronoun | Preposition | Conjunction | Auxiliary | Modal);
    let name = token.facts.traits.any(Traits::GIVEN.or(Traits::CALENDAR)) || token.shape == Shape::Upper;
    closed && !name
}

/// A share's symbol ("FRE.N", ".SPX"), or a legislator's party and state ("D-Ohio").
fn is_symbol(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    let dot_between = |left: usize, right: usize| {
        document.lower(left) == "."
            && document
                .tokens
                .get(right)
                .is_some_and(|token| token.span.start == document.tokens[left].span.end)
    };
    let upper = token.shape == Shape::Upper;
    let suffixed = upper
        && document.tokens.get(at + 1).is_some_and(|dot| dot.span.start == token.span.end)
        && dot_between(at + 1, at + 2);
    let prefixed = upper && at > 0 && dot_between(at - 1, at);
    let party = matches!(document.lower(at).get(..2), Some("d-" | "r-" | "i-")) && token.span.len() <= 10;
    let middle = at > 0 && document.tokens[at - 1].facts.traits.any(Traits::GIVEN);
    let single = token.span.len() == 1 && document.lower(at + 1) != "&" && !middle;
    suffixed || prefixed || party || single
}

/// A month or day begins no part of a name, but a surname after a given name ("Theresa May").
fn breaks_before(document: &Document<'_>, start: usize, at: usize) -> bool {
    let calendar = |index: usize| document.tokens[index].facts.traits.any(Traits::CALENDAR);
    let person = document.tokens[at - 1].facts.traits.any(Traits::GIVEN.or(Traits::TITLE));
    // "SPOOKED Richard Tolle": a heading runs into a sentence.
    let (before, token) = (&document.tokens[at - 1], &document.tokens[at]);
    let shouted = before.shape == Shape::Upper && token.shape == Shape::Capital && before.span.len() > 3;
    calendar(at) && !person
        || calendar(start) && at == start + 1
        || shouted && before.facts.traits.any(Traits::COMMON)
}

/// Whether the words so far hold a head word of an organization.
fn is_organization(document: &Document<'_>, start: usize, end: usize) -> bool {
    let heads = Traits::ORGANIZATION_FIRST.or(Traits::ORGANIZATION_LAST);
    document.tokens[start..end].iter().any(|token| token.facts.traits.any(heads))
}

fn joins_of(document: &Document<'_>, start: usize, end: usize) -> bool {
    let last = &document.tokens[end - 1].facts.traits;
    last.any(Traits::ORGANIZATION_FIRST)
        || last.any(Traits::ORGANIZATION_LAST) && end - start > 1
        || matches!(
            document.lower(end - 1),
            "gulf" | "isle" | "bay" | "cape" | "strait" | "city" | "state" | "house" | "horn"
        )
}

/// "Department of Health and Human Services", "Food and Drug Administration".
fn joins_and(document: &Document<'_>, start: usize, end: usize) -> bool {
    let common =
        |at: usize| document.tokens.get(at).is_some_and(|token| token.facts.traits.any(Traits::COMMON));
    if !common(end + 1) {
        return false;
    }
    let has_of = (start..end).any(|at| document.lower(at) == "of" || document.lower(at) == "for");
    let mut last = end + 1;
    while last + 1 < document.tokens.len() && is_capital(document, last + 1) {
        last += 1;
    }
    let organization = |at: usize| document.tokens[at].facts.traits.any(Traits::ORGANIZATION_LAST);
    has_of && is_organization(document, start, end)
        || organization(last) && last > end + 1 && !organization(end - 1)
}

/// A well-known name can end in a clitic: Moody's.
fn with_clitic(document: &Document<'_>, start: usize, end: usize, limit: usize) -> usize {
    if end < limit && document.tokens[end].shape == Shape::Clitic {
        let name = document.span(start..end + 1).of(&document.text).to_lowercase().replace('’', "'");
        if LEXICON.name(&name).is_some() {
            return end + 1;
        }
    }
    end
}
