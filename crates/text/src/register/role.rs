//! What an article says that a person is: titles, nouns before and after the name.

use quotidian_model::EntityKind;

use super::{Register, role_phrase};
use crate::{
    candidate::{Candidate, CandidateKind},
    document::Document,
    lexicon::{LEXICON, Traits},
    names::Name,
};

/// Gathers roles and countries of the persons.
pub(super) fn gather(
    document: &Document<'_>,
    names: &[Name],
    candidates: &[Candidate],
    register: &mut Register,
) {
    for (index, candidate) in candidates.iter().enumerate() {
        let Some(name) = candidate.name else { continue };
        let Some(entry) = register.entry_of(name) else { continue };
        if register.entries[entry].kind != EntityKind::Person {
            continue;
        }
        let titles = candidate.tokens.start..names[name].tokens.start;
        role_phrase::note(document, titles.clone(), &mut register.entries[entry].role);
        before(document, titles, register, entry);
        if let Some(after) = candidates.get(index + 1)
            && is_apposition(document, candidate, after)
        {
            if document.lower_span(candidate.tokens.end..after.tokens.start) == "," {
                role_phrase::note_apposition(document, after, &mut register.entries[entry].role);
            }
            apposition(document, after, register, entry);
        }
        if let Some(role) = index.checked_sub(1).map(|before| &candidates[before]) {
            let comma = candidate.tokens.start.saturating_sub(1);
            let adjoins = role.tokens.end == comma && document.lower(comma) == ",";
            let same = document.tokens[role.head].sentence == document.tokens[candidate.head].sentence;
            let noun = matches!(role.kind, CandidateKind::Definite | CandidateKind::Indefinite);
            if adjoins && same && noun && !role.plural {
                role_phrase::note_apposition(document, role, &mut register.entries[entry].role);
                apposition(document, role, register, entry);
            }
        }
    }
}

/// "Halvian President | Ilse Maravant".
fn before(document: &Document<'_>, tokens: std::ops::Range<usize>, register: &mut Register, entry: usize) {
    for at in tokens {
        note(document, at, register, entry);
    }
}

/// Notes a role word, or the country of a nationality word.
fn note(document: &Document<'_>, at: usize, register: &mut Register, entry: usize) {
    let traits = document.tokens[at].facts.traits;
    let word = document.lower(at).trim_end_matches('.');
    let entry = &mut register.entries[entry];
    if traits.any(Traits::TITLE.or(Traits::ROLE).or(Traits::TITLE_MODIFIER).or(Traits::NO_NAME))
        || traits.any(Traits::COMMON)
    {
        entry.roles.insert(word.to_owned());
    }
    if let Some(country) = LEXICON.country(word).or_else(|| LEXICON.country(document.lower(at))) {
        entry.country.get_or_insert_with(|| country.to_owned());
    }
}

/// "C, the minister", "C, who is a lawyer", "C is a lawyer".
fn is_apposition(document: &Document<'_>, candidate: &Candidate, after: &Candidate) -> bool {
    if document.tokens[after.head].sentence != document.tokens[candidate.head].sentence {
        return false;
    }
    let between = candidate.tokens.end..after.tokens.start;
    let noun = !matches!(after.kind, CandidateKind::Pronoun);
    let links = between
        .clone()
        .all(|at| matches!(document.lower(at), "is" | "was" | "who" | "," | "became" | "also"));
    noun && (1..=3).contains(&between.len()) && links
}

fn apposition(document: &Document<'_>, phrase: &Candidate, register: &mut Register, entry: usize) {
    let head = &document.tokens[phrase.head];
    if phrase.name.is_some() && !head.facts.traits.any(Traits::ROLE) {
        return;
    }
    for at in phrase.tokens.clone() {
        note(document, at, register, entry);
    }
}
