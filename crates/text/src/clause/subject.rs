//! Who says it: the subject of a verb of saying.

use quotidian_model::EntityKind;

use super::Scene;
use crate::{
    candidate::{Candidate, CandidateKind, can_speak},
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

/// Whether words between subject and verb say that nothing was said: "would say", "did not say".
fn is_unreal(document: &Document<'_>, subject_end: usize, cue: usize) -> bool {
    (subject_end..cue.max(subject_end)).any(|at| {
        document.tokens[at].part == Part::Modal
            || matches!(document.lower(at), "n't" | "n’t" | "not" | "never")
    })
}

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
    let prepositional = is_preposition(before);
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

fn owner(scene: &Scene<'_, '_>, index: usize) -> Option<usize> {
    let document = scene.document;
    let candidate = &scene.candidates[index];
    let left = &scene.candidates[..index];
    let before = candidate.tokens.start.checked_sub(1)?;
    let sentence = document.tokens[candidate.head].sentence;
    let near = |owner: &Candidate| {
        document.tokens[owner.head].sentence == sentence && document.same_marked(owner.head, candidate.head)
    };
    let ends_at = |at: usize| {
        left.iter()
            .rposition(|owner| owner.tokens.end <= at)
            .filter(|&owner| left[owner].tokens.end == at && near(&left[owner]))
    };
    let comma = usize::from(document.lower(before) == ",");
    if document.lower(candidate.head) == "who" {
        return ends_at(candidate.tokens.start - comma).filter(|&owner| can_speak(document, &left[owner]));
    }
    if !is_preposition(document.lower(before)) {
        return None;
    }
    // "a man | with a dog who was | in court": the verb may belong to the words before "who".
    let who = || {
        let who = left.iter().rposition(|owner| document.lower(owner.head) == "who")?;
        let between = left[who].head..candidate.tokens.start;
        let open = between.len() <= WHO && !between.into_iter().any(|at| document.lower(at) == ",");
        (open && near(&left[who])).then_some(who)
    };
    ends_at(before).or_else(who)
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "of" | "in" | "with" | "for" | "from" | "at" | "on" | "about")
}
