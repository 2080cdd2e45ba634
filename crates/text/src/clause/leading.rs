//! Where the clause starts in "X told (him) (on Monday) (that) CLAUSE" and "According to X, CLAUSE".

use std::ops::Range;

use super::Scene;
use crate::{
    document::Document,
    lexicon::Traits,
    part::Part,
};

/// How far "that" may stand from its verb, in tokens.
const THAT: usize = 14;

/// Words that begin no clause after a verb of saying without "that".
const NO_CLAUSE: [&str; 29] = [
    ",", ".", ":", ";", "(", "to", "of", "about", "at", "in", "on", "for", "by", "with", "if", "whether",
    "what", "as", "when", "so", "yes", "no", "how", "why", "before", "after", "during", "from", "and",
];

/// Where the clause after the verb at `cue` starts.
pub(super) fn start(scene: &Scene<'_, '_>, cue: usize, limit: usize) -> Option<usize> {
    let document = scene.document;
    let traits = document.tokens[cue].facts.traits;
    if traits.any(Traits::FRAME_INFINITIVE) && document.lower(cue + 1) == "to" {
        return None;
    }
    if let Some(that) = that(scene, cue, limit) {
        return Some(that + 1);
    }
    if !traits.any(Traits::FRAME_FREE) {
        return None;
    }
    let at = after_adjuncts(scene, after_listener(scene, cue), limit, cue)?;
    let word = document.lower(at);
    // "said this during a visit" reports nothing.
    let next = document.tokens.get(at + 1).map(|token| token.part);
    let bare = matches!(word, "this" | "so" | "it") && next == Some(Part::Preposition);
    // "said about forty boats had left".
    let begins = !NO_CLAUSE.contains(&word) || word == "about" && next == Some(Part::Number);
    (at < limit && begins && !bare && !scene.is_direct(at)).then_some(at)
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

/// Past the listener of "told", "warned": the token after it.
fn after_listener(scene: &Scene<'_, '_>, cue: usize) -> usize {
    let document = scene.document;
    let listens = matches!(
        document.lower(cue),
        "told" | "tell" | "tells" | "telling" | "warned" | "warns" | "warning" | "assured" | "reminded"
    );
    if !listens {
        return cue + 1;
    }
    if matches!(document.lower(cue + 1), "him" | "her" | "them" | "us" | "me") {
        return cue + 2;
    }
    scene.candidate_at(cue + 1).map_or(cue + 1, |listener| listener.tokens.end)
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

/// Past "on Monday", "in a statement", "also".
fn after_adjuncts(scene: &Scene<'_, '_>, from: usize, limit: usize, cue: usize) -> Option<usize> {
    let document = scene.document;
    let mut at = from;
    for _ in 0..5 {
        document.tokens.get(at).filter(|_| at < limit)?;
        if let Some(after) = after_time(document, at) {
            at = after;
            continue;
        }
        let adjunct = matches!(
            document.lower(at),
            "on" | "in" | "at" | "during" | "by" | "via" | "to" | "from" | "after"
        );
        let Some(phrase) = scene.candidate_at(at + 1).filter(|phrase| adjunct && phrase.tokens.end < limit)
        else {
            return Some(at);
        };
        let after = phrase.tokens.end + usize::from(is_number(document, phrase.tokens.end));
        if document.lower(after) == "," {
            let clause = document.tokens[cue].facts.traits.any(Traits::FRAME_FREE)
                && !SUBORDINATE.contains(&document.lower(after + 1))
                && document.is_finite(after + 1..limit);
            return clause.then_some(after + 1);
        }
        if document.tokens.get(after).is_some_and(|token| token.part.is_finite()) {
            return Some(at);
        }
        at = after;
    }
    Some(at)
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

/// Words that begin the writer's own words after "said on Monday,".
const SUBORDINATE: [&str; 24] = [
    "though", "although", "but", "while", "as", "when", "after", "before", "because", "even", "with", "and",
    "or", "which", "where", "who", "a", "an", "the", "one", "two", "three", "citing", "speaking",
];

/// Where the clause after "According to X," starts; nothing where "according" does not begin its sentence.
pub(super) fn after_according(scene: &Scene<'_, '_>, cue: usize, sentence: Range<usize>) -> Option<usize> {
    let document = scene.document;
    let leads = (sentence.start..cue)
        .all(|at| matches!(document.lower(at), "and" | "but" | "also" | "while" | "\"" | "“"));
    let comma = |from: usize| (from..sentence.end).find(|&at| document.lower(at) == ",");
    let cut = comma(cue + 2).filter(|_| leads)?;
    // "According to X, a lawyer, CLAUSE".
    if matches!(document.lower(cut + 1), "a" | "an" | "the" | "who")
        && let Some(next) = comma(cut + 1)
    {
        let apposition = !document.is_finite(cut + 1..next) || document.lower(cut + 1) == "who";
        if apposition && document.is_finite(next + 1..sentence.end) {
            return Some(next + 1);
        }
    }
    Some(cut + 1)
}
