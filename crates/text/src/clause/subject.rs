//! Who says it: the subject of a verb of saying.

use quotidian_model::EntityKind;

use super::Scene;
use crate::{
    candidate::{Candidate, CandidateKind},
    document::Document,
    part::Part,
    saying::RelationKind,
};

/// "this week": no subject, whatever verb follows.
pub(super) fn is_time(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    matches!(
        scene.document.lower(candidate.head),
        "time"
            | "night"
            | "morning"
            | "afternoon"
            | "evening"
            | "day"
            | "week"
            | "weekend"
            | "month"
            | "year"
    )
}

/// Whether a subject is not the writer, and does say something.
pub(super) fn reports(document: &Document<'_>, candidate: &Candidate, cue: usize) -> bool {
    let writer = candidate.kind == CandidateKind::Pronoun
        && matches!(document.lower(candidate.head), "i" | "we" | "you");
    let before = candidate.tokens.start.checked_sub(1);
    let condition = before.is_some_and(|at| matches!(document.lower(at), "if" | "unless" | "whether"));
    !writer && !condition && !is_unreal(document, candidate.tokens.end, cue)
}

/// Whether the words before a verb tell that its subject said nothing: "would say", "did not say", "was told".
fn is_unreal(document: &Document<'_>, subject_end: usize, cue: usize) -> bool {
    let near = subject_end.max(cue.saturating_sub(VERB_WORDS))..cue.max(subject_end);
    let mut words = near.rev().take_while(|&at| document.lower(at) != ",");
    let participle = document.tokens[cue].part == Part::Participle;
    words.any(|at| {
        let passive = matches!(document.lower(at), "is" | "are" | "was" | "were" | "be" | "been" | "being")
            && !participle;
        let denied = matches!(document.lower(at), "n't" | "n’t" | "not" | "never");
        document.tokens[at].part == Part::Modal || denied || passive
    })
}

/// The longest verb with its auxiliaries and adverbs, in tokens.
const VERB_WORDS: usize = 5;

/// How unlikely no candidate at all is.
pub(super) const BARE: u8 = 9;

/// How unlikely a candidate is the subject of its verb.
pub(super) fn distance(scene: &Scene<'_, '_>, index: usize) -> u8 {
    let candidate = &scene.candidates[index];
    // "Maravant, the mayor, said Tolle (also) would leave": Tolle is the subject of the clause.
    if candidate.relation.kind == RelationKind::Inverted && has_verb(scene.document, candidate.tokens.end) {
        return BARE + 1;
    }
    let before = candidate.tokens.start.checked_sub(1);
    let before = scene.document.lower_in(scene.document.tokens[candidate.head].sentence, before);
    let prepositional = matches!(before, "of" | "in" | "with" | "for" | "from" | "at" | "on" | "about");
    let kind = candidate.relation.kind;
    let apposition = kind == RelationKind::SubjectApposition;
    let second = matches!(kind, RelationKind::Participle | RelationKind::Conjunct);
    // "Maravant left because the mayor stayed, saying".
    let subordinate = second
        && matches!(
            before,
            "that"
                | "which"
                | "who"
                | "because"
                | "if"
                | "when"
                | "while"
                | "as"
                | "after"
                | "before"
                | "than"
                | "why"
                | "how"
                | "whether"
                | "what"
                | "where"
        );
    let person = !second && candidate.kind == CandidateKind::Named(EntityKind::Person);
    3 + 2 * u8::from(prepositional || subordinate) + u8::from(apposition) - u8::from(person)
}

/// Whether a finite verb stands at a token, perhaps after an adverb.
fn has_verb(document: &Document<'_>, at: usize) -> bool {
    let part = |at: usize| document.tokens.get(at).map(|token| token.part);
    let verb = if part(at) == Some(Part::Adverb) { part(at + 1) } else { part(at) };
    verb.is_some_and(Part::is_finite)
}

/// The candidate that a subject belongs to: the head of "the mayor of Port Senna", the person before "who".
pub(super) fn head(scene: &Scene<'_, '_>, mut index: usize) -> usize {
    while let Some(owner) = owner(scene, index) {
        index = owner;
    }
    index
}

/// How far back "who" may stand from the last noun of its words, in tokens.
const WHO: usize = 10;
/// How many candidates back the head is looked for.
const NEIGHBOURS: usize = 12;

fn owner(scene: &Scene<'_, '_>, index: usize) -> Option<usize> {
    let document = scene.document;
    let candidate = &scene.candidates[index];
    let before = candidate.tokens.start.checked_sub(1)?;
    let near = |&owner: &usize| {
        let owner = scene.candidates[owner].head;
        document.tokens[owner].sentence == document.tokens[candidate.head].sentence
            && document.same_marked(owner, candidate.head)
    };
    let left = || (0..index).rev().take(NEIGHBOURS).take_while(near);
    let ends_at = |at: usize| left().find(|&owner| scene.candidates[owner].tokens.end == at);
    if document.lower(candidate.head) == "who" {
        let end = candidate.tokens.start - usize::from(document.lower(before) == ",");
        return ends_at(end).filter(|&owner| scene.candidates[owner].voice);
    }
    if document.tokens[before].part != Part::Preposition {
        return None;
    }
    // "a man with a dog who was | in court": the verb may belong to the words before "who".
    let who = || {
        let who = left().find(|&who| document.lower(scene.candidates[who].head) == "who")?;
        let mut between = scene.candidates[who].head..candidate.tokens.start;
        (between.len() <= WHO && between.all(|at| document.lower(at) != ",")).then_some(who)
    };
    ends_at(before).or_else(who)
}

/// The nearest phrase before a verb whose own subject no relation tells: "a release sent to the council said".
pub(super) fn nearest(scene: &Scene<'_, '_>, cue: usize) -> Option<usize> {
    let document = scene.document;
    let second = matches!(document.lower(cue.checked_sub(1)?), "and" | "but" | "also" | "then" | ",");
    let before = scene.candidates.partition_point(|candidate| candidate.tokens.start < cue);
    let index = before.checked_sub(1).filter(|_| !second)?;
    let candidate = &scene.candidates[index];
    let same = document.tokens[candidate.head].sentence == document.tokens[cue].sentence
        && document.same_marked(candidate.head, cue)
        && candidate.tokens.end <= cue;
    let index = head(scene, index);
    (same && scene.candidates[index].voice).then_some(index)
}
