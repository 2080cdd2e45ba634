//! "X said (him) (on Monday) (that) CLAUSE".

use std::ops::Range;

use super::{Scene, accept};
use crate::{
    document::Document,
    lexicon::Traits,
    part::Part,
    saying::{RelationKind, saying},
};

/// How far "that" may stand from its verb, in tokens.
const THAT: usize = 14;

/// The clause after the verb at `cue`.
pub(super) fn content(scene: &Scene<'_, '_>, cue: usize, sentence: Range<usize>) -> Option<Range<usize>> {
    let start = start(scene, cue, sentence.end)?;
    accept::clause(scene, cue, start..end(scene, start, sentence.end))
}

/// Words that begin no clause after a verb of saying without "that".
const NO_CLAUSE: [&str; 29] = [
    ",", ".", ":", ";", "(", "to", "of", "about", "at", "in", "on", "for", "by", "with", "if", "whether",
    "what", "as", "when", "so", "yes", "no", "how", "why", "before", "after", "during", "from", "and",
];

/// Where the clause starts.
fn start(scene: &Scene<'_, '_>, cue: usize, limit: usize) -> Option<usize> {
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
    (at < limit && !NO_CLAUSE.contains(&word) && !bare && !scene.is_direct(at)).then_some(at)
}

/// The conjunction "that" of the clause: before any finite verb, subject or mark.
fn that(scene: &Scene<'_, '_>, cue: usize, limit: usize) -> Option<usize> {
    let document = scene.document;
    for at in cue + 1..limit.min(cue + THAT) {
        let token = &document.tokens[at];
        let word = document.lower(at);
        if word == "that" {
            return Some(at);
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
fn after_time(document: &Document<'_>, at: usize) -> Option<usize> {
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

/// Where the clause ends: before a direct quotation, another frame, or the sentence's end.
fn end(scene: &Scene<'_, '_>, start: usize, limit: usize) -> usize {
    let document = scene.document;
    for at in start + 2..limit {
        if scene.is_direct(at) {
            return at;
        }
        if scene.is_marked(at) {
            let ends =
                document.tokens.get(at + 1).is_none_or(|next| next.marked != document.tokens[at].marked);
            if ends && matches!(document.lower(at - 1), "," | "”" | "\"") && is_participle(scene, at + 1) {
                return at + 1;
            }
            continue;
        }
        let next = document.lower(at + 1);
        let comma = matches!(document.lower(at), "," | ";");
        if comma && (next == "according" || is_participle(scene, at + 1)) {
            return at;
        }
        let joins = |at: usize| matches!(document.lower(at), "and" | "but" | "while" | "although" | "though");
        if comma && joins(at + 1) && new_frame(scene, at + 2) || joins(at) && new_frame(scene, at + 1) {
            return at;
        }
    }
    limit
}

fn is_participle(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.document.tokens.get(at).is_some_and(|token| token.facts.traits.any(Traits::FRAME_PARTICIPLE))
}

/// Whether "said ..." or "(that) X said ..." starts at a token.
fn new_frame(scene: &Scene<'_, '_>, at: usize) -> bool {
    let document = scene.document;
    let Some(token) = document.tokens.get(at) else { return false };
    if token.part == Part::Verb && saying(document, at) == 3 {
        return true;
    }
    let that = usize::from(document.lower(at) == "that");
    scene.candidate_at(at + that).is_some_and(|candidate| {
        let subject =
            matches!(candidate.relation.kind, RelationKind::Subject | RelationKind::SubjectApposition);
        let strength = if that == 1 { 2 } else { 3 };
        subject
            && candidate.relation.strength >= strength
            && candidate.relation.verb.is_some_and(|verb| !scene.is_marked(verb))
    })
}
