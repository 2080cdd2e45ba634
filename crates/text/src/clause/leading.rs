//! Where the clause starts in "X told (him) (on Monday) (that) CLAUSE" and "According to X, CLAUSE".

use std::ops::Range;

use super::Scene;
use crate::{document::Document, lexicon::Traits, part::Part};

/// How far "that" may stand from its verb, in tokens.
const THAT: usize = 14;

/// How many adjuncts are skipped: "said | on Monday | in a statement | CLAUSE".
const ADJUNCTS: usize = 4;

/// The longest listener whose words may belong to the clause: "told the BBC | progress had been made".
const LISTENER: usize = 5;

/// Where the clause after the verb at `cue` may start: after "that", or else after the verb, its listener or an adjunct.
pub(super) fn starts(scene: &Scene<'_, '_>, cue: usize, limit: usize) -> Vec<usize> {
    let document = scene.document;
    let traits = document.tokens[cue].facts.traits;
    if traits.any(Traits::FRAME_INFINITIVE) && document.lower(cue + 1) == "to" {
        return Vec::new();
    }
    let that = that(scene, cue, limit);
    // "told him on Monday that"; but "said a belief that ... was wrong".
    if let Some(that) = that.filter(|_| !is_noun_phrase(scene, cue)) {
        return vec![that + 1];
    }
    let mut starts = listener_ends(scene, cue);
    starts.extend(that.map(|that| that + 1));
    let mut at = starts.last().copied().unwrap_or(cue + 1);
    for _ in 0..ADJUNCTS {
        let Some(after) = after_adjunct(scene, at).filter(|&after| after < limit) else { break };
        starts.push(after);
        at = after;
    }
    starts.retain(|&start| start < limit && begins_clause(scene, start));
    starts
}

/// Whether a noun phrase follows a verb that has no listener, so that a "that" may go with the phrase.
fn is_noun_phrase(scene: &Scene<'_, '_>, cue: usize) -> bool {
    !listens(scene.document.lower(cue))
        && scene.candidate_at(cue + 1).is_some()
        && after_time(scene.document, cue + 1).is_none()
}

/// Whether a clause may begin with a token: with no mark, and no preposition that goes with the verb.
fn begins_clause(scene: &Scene<'_, '_>, at: usize) -> bool {
    let document = scene.document;
    let quoted = scene.is_marked(at) && !scene.is_direct(at);
    let word =
        document.is_word(at) && !matches!(document.lower(at), "to" | "of" | "so") && !scene.is_direct(at);
    quoted || word
}

/// The conjunction "that" of the clause: before any finite verb, subject or mark.
fn that(scene: &Scene<'_, '_>, cue: usize, limit: usize) -> Option<usize> {
    let document = scene.document;
    for at in cue + 1..limit.min(cue + THAT) {
        let token = &document.tokens[at];
        let word = document.lower(at);
        if word == "that" {
            // "said that is ...", "says that's ...": a pronoun.
            let pronoun = document.tokens.get(at + 1).is_some_and(|next| next.part.is_finite());
            return (!pronoun).then_some(at);
        }
        let subject = token.part == Part::Pronoun && !matches!(word, "him" | "her" | "them" | "us" | "me");
        if matches!(word, ":" | ";") || scene.is_marked(at) || token.part.is_finite() || subject {
            return None;
        }
    }
    None
}

/// Whether a verb has a listener.
fn listens(verb: &str) -> bool {
    matches!(
        verb,
        "told"
            | "tell"
            | "tells"
            | "telling"
            | "warned"
            | "warns"
            | "warning"
            | "assured"
            | "assures"
            | "assuring"
            | "reminded"
            | "reminds"
            | "reminding"
            | "informed"
            | "informs"
            | "notified"
            | "promised"
            | "advised"
    )
}

/// The tokens that may follow the verb and its listener: "told | psychologists | mass shooters were".
fn listener_ends(scene: &Scene<'_, '_>, cue: usize) -> Vec<usize> {
    let document = scene.document;
    if !listens(document.lower(cue)) {
        return vec![cue + 1];
    }
    if matches!(document.lower(cue + 1), "him" | "her" | "them" | "us" | "me") {
        return vec![cue + 2];
    }
    match scene.candidate_at(cue + 1) {
        Some(listener) => (cue + 1..=listener.tokens.end).take(LISTENER).collect(),
        None => vec![cue + 1],
    }
}

/// Adverbs between a verb of saying and its clause.
const ADVERBS: [&str; 11] = [
    "earlier",
    "later",
    "recently",
    "yesterday",
    "today",
    "also",
    "again",
    "then",
    "repeatedly",
    "afterward",
    "afterwards",
];

/// The token after "on Monday", "in a statement," or "also" at `at`.
fn after_adjunct(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let document = scene.document;
    let after = after_time(document, at).or_else(|| {
        let token = document.tokens.get(at).filter(|token| token.part == Part::Preposition)?;
        let phrase = scene.candidate_at(at + 1)?;
        let same = document.tokens[phrase.head].sentence == token.sentence;
        let end = phrase.tokens.end;
        same.then(|| end + usize::from(is_number(document, end)))
    })?;
    Some(after + usize::from(document.lower(after) == ","))
}

/// The token after "Monday", "last week", "on May 5" or an adverb at `at`.
pub(super) fn after_time(document: &Document<'_>, at: usize) -> Option<usize> {
    let dated =
        |at: usize| document.tokens.get(at).is_some_and(|token| token.facts.traits.any(Traits::CALENDAR));
    let (word, next) = (document.lower(at), document.lower(at + 1));
    let span = matches!(word, "last" | "this" | "earlier")
        && matches!(next, "week" | "month" | "year" | "night" | "morning" | "weekend");
    if span {
        return Some(at + 2);
    }
    if dated(at) || ADVERBS.contains(&word) {
        return Some(at + 1);
    }
    let date = matches!(word, "on" | "in") && dated(at + 1);
    date.then(|| at + 2 + usize::from(is_number(document, at + 2)))
}

fn is_number(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| token.part == Part::Number)
}

/// Where the clause after "According to X," starts; nothing where "according" does not begin its sentence.
pub(super) fn after_according(scene: &Scene<'_, '_>, cue: usize, sentence: Range<usize>) -> Option<usize> {
    let document = scene.document;
    let leads = (sentence.start..cue)
        .all(|at| matches!(document.lower(at), "and" | "but" | "also" | "while" | "\"" | "“"));
    let comma = |from: usize| (from..sentence.end).find(|&at| document.lower(at) == ",");
    let cut = comma(cue + 2).filter(|_| leads)?;
    // "According to X, a lawyer, CLAUSE", "According to a report, published in May, CLAUSE".
    let participle = document.tokens.get(cut + 1).is_some_and(|next| next.part == Part::PastParticiple);
    if (participle || matches!(document.lower(cut + 1), "a" | "an" | "the" | "who"))
        && let Some(next) = comma(cut + 1)
    {
        let apposition = !document.is_finite(cut + 1..next) || document.lower(cut + 1) == "who";
        if apposition && document.is_finite(next + 1..sentence.end) {
            return Some(next + 1);
        }
    }
    Some(cut + 1)
}
