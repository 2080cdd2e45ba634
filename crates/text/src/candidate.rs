//! Who could be a speaker: names, noun phrases and pronouns.

use std::ops::Range;

use quotidian_model::EntityKind;

use crate::{
    document::Document,
    lexicon::{LEXICON, Traits},
    names::Name,
    part::Part,
    saying::{self, Relation},
    token::Shape,
};

/// What a candidate's words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CandidateKind {
    Named(EntityKind),
    /// "the minister", "his lawyer".
    Definite,
    /// "officials", "a minister".
    Indefinite,
    Pronoun,
}

/// A phrase that could name a speaker.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: CandidateKind,
    /// Its name among the document's names.
    pub(crate) name: Option<usize>,
    /// The token of its head noun.
    pub(crate) head: usize,
    pub(crate) plural: bool,
    /// Whether its words stand for people, a body or a document.
    pub(crate) voice: bool,
    /// How it stands to a verb of saying.
    pub(crate) relation: Relation,
}

/// Whether a candidate's words stand for people, a body or a document.
fn can_speak(document: &Document<'_>, candidate: &Candidate) -> bool {
    if !matches!(candidate.kind, CandidateKind::Definite | CandidateKind::Indefinite) {
        return true;
    }
    let word = document.lower(candidate.head);
    let singular = word.strip_suffix('s').unwrap_or(word);
    let voices =
        Traits::ROLE.or(Traits::ORGANIZATION_LAST).or(Traits::OFFICE).or(Traits::VOICE).or(Traits::PEOPLES);
    let voice = |word: &str| LEXICON.facts(word).traits.any(voices);
    let capital = document.tokens[candidate.head].part == Part::Name;
    capital
        || voice(word)
        || voice(singular)
        || is_age(word)
        || matches!(word, "some" | "many" | "others" | "one" | "another")
}

/// The candidates of a document in order.
pub(crate) fn find(document: &Document<'_>, names: &[Name]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut next_name = 0;
    for sentence in &document.sentences {
        let mut at = sentence.start;
        // A possessor just before, whose phrase goes on: "the president's | office".
        let mut owner: Option<usize> = None;
        while at < sentence.end {
            while names.get(next_name).is_some_and(|name| name.tokens.end <= at) {
                next_name += 1;
            }
            if let Some(candidate) = pronoun(document, at) {
                candidates.push(candidate);
                (at, owner) = (at + 1, None);
                continue;
            }
            let Some(mut candidate) = phrase(document, names, next_name, at, sentence.end) else {
                at += 1;
                owner = owner.filter(|_| document.tokens[at - 1].part == Part::Possessive);
                continue;
            };
            at = candidate.tokens.end;
            let start = candidate.tokens.start;
            if let Some(owner) = owner.take()
                && !matches!(candidate.kind, CandidateKind::Named(_))
            {
                candidate.tokens.start = owner;
                candidate.kind = CandidateKind::Definite;
            }
            owner = (document.tokens.get(at).is_some_and(|token| token.part == Part::Possessive))
                .then_some(start);
            candidates.push(candidate);
        }
    }
    attach_prepositions(document, names, &mut candidates);
    for candidate in &mut candidates {
        candidate.voice = can_speak(document, candidate);
        candidate.relation = saying::relation(document, candidate);
    }
    candidates
}

fn pronoun(document: &Document<'_>, at: usize) -> Option<Candidate> {
    let word = document.lower(at);
    let personal = matches!(word, "he" | "she" | "they" | "i" | "we" | "it" | "who" | "you");
    let next_says =
        document.tokens.get(at + 1).is_some_and(|token| token.facts.saying >= 2 && token.part == Part::Verb);
    let counted = matches!(word, "others" | "many" | "some" | "one" | "another") && next_says;
    if !personal && !counted {
        return None;
    }
    Some(Candidate {
        tokens: at..at + 1,
        kind: if personal { CandidateKind::Pronoun } else { CandidateKind::Indefinite },
        name: None,
        head: at,
        plural: matches!(word, "they" | "we" | "others" | "many" | "some"),
        voice: false,
        relation: Relation::NONE,
    })
}

/// The noun phrase that starts at `start`, if one does.
fn phrase(
    document: &Document<'_>,
    names: &[Name],
    mut next_name: usize,
    start: usize,
    limit: usize,
) -> Option<Candidate> {
    let determined = document.tokens[start].part == Part::Determiner;
    let mut at = start + usize::from(determined);
    let (mut head, mut name) = (None, None);
    // "On Sunday | Ms Maravant said".
    let named = names.get(next_name).is_some_and(|name| name.tokens.start == start);
    if !determined && !named && is_date_word(document, start) {
        return None;
    }
    while at < limit && document.same_marked(start, at) {
        while names.get(next_name).is_some_and(|name| name.tokens.end <= at) {
            next_name += 1;
        }
        if let Some(found) = names.get(next_name).filter(|name| name.tokens.start == at) {
            head = Some(found.tokens.end - 1);
            name = Some(next_name);
            at = found.tokens.end;
            continue;
        }
        // "the lanky, bespectacled professor".
        if determined && at == start + 2 && joins_adjectives(document, at) {
            at += 1;
            continue;
        }
        let token = &document.tokens[at];
        let letter = token.span.len() == 1 && token.part == Part::Name;
        let noun = token.part.is_noun() && !letter;
        // "retired officers", but no "officers retired".
        let modifier = match token.part {
            Part::Number => true,
            // "rasped Maravant" is no phrase, "the jailed Maravant" is.
            Part::Participle | Part::PastParticiple | Part::Adjective
                if !determined && is_past(document, at) && is_before_name(document, at) =>
            {
                false
            }
            Part::Adjective => head.is_none_or(|head| document.tokens[head].part != Part::PluralNoun),
            Part::Participle | Part::PastParticiple => {
                head.is_none() && (token.facts.saying < 3 || document.lower(at) == "written")
            }
            _ => false,
        };
        if !noun && !modifier {
            break;
        }
        if noun && ends_phrase(document, at, start, name.is_some()) {
            break;
        }
        if noun {
            head = Some(at);
        }
        at += 1;
    }
    // "an official", "the military", "the 41-year-old".
    let adjective = determined && at > start + 1 && is_adjective_or_age(document, at - 1);
    let head = head.or(adjective.then(|| at - 1));
    let head =
        head.filter(|&head| name.is_some() || !document.tokens[head].facts.traits.any(Traits::CALENDAR))?;
    let name = name.filter(|&name| names[name].tokens.end == head + 1);
    let owner = document.tokens[start].facts.traits.any(Traits::OWNER);
    let definite =
        determined && (owner || matches!(document.lower(start), "the" | "this" | "that" | "these" | "those"));
    let kind = match name {
        Some(name) => CandidateKind::Named(names[name].kind),
        None if definite => CandidateKind::Definite,
        None => CandidateKind::Indefinite,
    };
    let word = document.lower(head);
    let plural =
        name.is_none() && word.ends_with('s') && !word.ends_with("ss") || matches!(word, "people" | "police");
    Some(Candidate {
        tokens: start..head + 1,
        kind,
        name,
        head,
        plural,
        voice: false,
        relation: Relation::NONE,
    })
}

/// Whether a token is a day or month with a capital.
fn is_date_word(document: &Document<'_>, at: usize) -> bool {
    let token = &document.tokens[at];
    token.facts.traits.any(Traits::CALENDAR) && token.shape != Shape::Lower
}

/// Whether a comma stands between two adjectives before a noun; a rare word may be one, whatever its part.
fn joins_adjectives(document: &Document<'_>, comma: usize) -> bool {
    let token = |at: usize| document.tokens.get(at);
    let common = |at: usize| document.tokens[at].facts.traits.any(Traits::COMMON.or(Traits::ROLE));
    let first = is_adjective(document, comma - 1)
        || document.tokens[comma - 1].part != Part::Name && !common(comma - 1);
    let second = is_adjective(document, comma + 1)
        || token(comma + 1).is_some_and(|token| token.part == Part::PastParticiple);
    document.lower(comma) == ","
        && first
        && second
        && token(comma + 2).is_some_and(|token| token.part.is_noun())
}

fn is_adjective(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| token.part == Part::Adjective)
}

/// Whether a word could be a verb in the past.
fn is_past(document: &Document<'_>, at: usize) -> bool {
    document.tokens[at].part == Part::PastParticiple || document.lower(at).ends_with("ed")
}

fn is_before_name(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at + 1).is_some_and(|next| next.part == Part::Name)
}

/// "41-year-old".
fn is_age(word: &str) -> bool {
    word.ends_with("-year-old")
}

fn is_adjective_or_age(document: &Document<'_>, at: usize) -> bool {
    is_adjective(document, at) || is_age(document.lower(at))
}

/// Whether a noun after a name begins a new phrase: "Maravant Tuesday".
fn ends_phrase(document: &Document<'_>, at: usize, start: usize, named: bool) -> bool {
    at > start && named && is_date_word(document, at)
}

/// Whether a verb of saying follows a phrase: "Tolle of the union | said".
fn speaks_after(document: &Document<'_>, phrase: &Candidate) -> bool {
    document
        .tokens
        .get(phrase.tokens.end)
        .is_some_and(|token| token.facts.saying >= 2 && token.part == Part::Verb)
}

/// "Corsellis | of Ondry".
fn is_of_place(document: &Document<'_>, inner: &Candidate) -> bool {
    inner.kind == CandidateKind::Named(EntityKind::Place)
        && document.lower(inner.tokens.start.saturating_sub(1)) == "of"
}

/// "a spokesman for the ministry": a person's role takes the phrase after its preposition in, and stands for both.
fn attach_prepositions(document: &Document<'_>, names: &[Name], candidates: &mut [Candidate]) {
    // From right to left: "the adviser to | the President of | Halvia".
    for index in (1..candidates.len()).rev() {
        let (left, right) = candidates.split_at_mut(index);
        let (Some(role), Some(inner)) = (left.last_mut(), right.first_mut()) else { continue };
        let between = role.tokens.end;
        let named = role.kind == CandidateKind::Named(EntityKind::Person);
        let person = document.tokens[role.head].facts.traits.any(Traits::ROLE) && role.name.is_none()
            || named && (speaks_after(document, inner) || is_of_place(document, inner));
        let joined = inner.tokens.start == between + 1
            && document.tokens[between].sentence == document.tokens[inner.tokens.start].sentence
            && document.same_marked(between, role.head)
            && document.same_marked(between, inner.head)
            && matches!(document.lower(between), "of" | "for" | "at" | "from" | "with" | "in" | "on" | "to")
            && !(named && matches!(document.lower(between), "in" | "on" | "to" | "for"));
        let office = inner.name.is_some_and(|name| {
            let name = &names[name];
            name.kind == EntityKind::Person && inner.tokens.start < name.titles.start.min(name.tokens.start)
        });
        if joined && office && document.lower(between) == "of" {
            // "Secretary of State Ilse Maravant" is one phrase.
            inner.tokens.start = role.tokens.start;
        } else if person && joined && inner.kind != CandidateKind::Pronoun {
            role.tokens.end = inner.tokens.end;
        }
    }
}
