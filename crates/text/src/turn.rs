//! Transcripts: paragraphs that begin with the speaker's name and a colon.

use std::ops::Range;

use quotidian_model::EntityKind;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    document::{Document, Token},
    lexicon::{LEXICON, Traits},
    part::Part,
    token::Shape,
};

/// One speaker's words in a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Turn {
    /// The name before the colon, with its title.
    pub(crate) label: Range<usize>,
    /// Everything after the colon.
    pub(crate) words: Range<usize>,
    /// Whether the outlet speaks and no person.
    pub(crate) outlet: bool,
}

/// The longest label, in tokens.
const LONGEST_LABEL: usize = 8;
/// Labels of whoever asks the questions.
const ASKERS: [&str; 9] =
    ["q", "question", "interviewer", "reporter", "host", "moderator", "presenter", "narrator", "announcer"];

/// The turns of a transcript, in order. A text is one where two speakers at least have two turns each, and one of them
/// is a person.
pub(crate) fn find(document: &Document<'_>) -> Vec<Turn> {
    // "MORE: Ice seller found guilty" is a link and no turn.
    let paragraphs = document.paragraphs.iter().filter(|paragraph| !paragraph.heading);
    let mut turns: Vec<Turn> =
        paragraphs.filter_map(|paragraph| turn(document, paragraph.tokens.clone())).collect();
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for turn in &turns {
        *counts.entry(document.lower(turn.label.end - 1)).or_default() += 1;
    }
    if counts.values().filter(|&&count| count >= 2).count() < 2 {
        return Vec::new();
    }
    let joined = joined_words(document);
    let mut outlets: FxHashMap<&str, bool> = FxHashMap::default();
    for turn in &mut turns {
        let name = document.lower(turn.label.end - 1);
        turn.outlet =
            *outlets.entry(name).or_insert_with(|| is_outlet(document, &joined, turn.label.clone()));
    }
    if turns.iter().all(|turn| turn.outlet) { Vec::new() } else { turns }
}

/// The turn that a paragraph is, if it begins with a name and a colon.
fn turn(document: &Document<'_>, paragraph: Range<usize>) -> Option<Turn> {
    let start = paragraph.start;
    let mut tokens = start..paragraph.end.min(start + LONGEST_LABEL + 1);
    let colon = tokens.find(|&at| document.lower(at) == ":").filter(|&colon| colon > start)?;
    // "HANNEKE OBRASZ, DOCKERS' LEAGUE:".
    let end = (start + 1..colon).find(|&at| document.lower(at) == ",").unwrap_or(colon);
    let named = (start..end).all(|at| {
        let particle = document.tokens[at].shape == Shape::Lower && at > start && at + 1 < end;
        particle || matches!(document.tokens[at].shape, Shape::Capital | Shape::Upper)
    });
    let last = &document.tokens[end - 1];
    let common = last.facts.traits.any(Traits::COMMON.or(Traits::CALENDAR)) && last.shape != Shape::Upper;
    let place = LEXICON.name(document.lower_span(start..end)) == Some(EntityKind::Place);
    let words = colon + 1..paragraph.end;
    (named && !common && !place && !words.is_empty()).then_some(Turn {
        label: start..end,
        words,
        outlet: false,
    })
}

/// Whether a label names an outlet or a part in the talk: no word of two or more, no given name, no surname of a person
/// whose full name stands elsewhere.
fn is_outlet(document: &Document<'_>, joined: &FxHashSet<&str>, label: Range<usize>) -> bool {
    let body = Traits::ORGANIZATION_LAST.or(Traits::ORGANIZATION_FIRST);
    let traits = |at: usize| document.tokens[at].facts.traits;
    let name = document.lower(label.start);
    let known = LEXICON.name(document.lower_span(label.clone())) == Some(EntityKind::Organization);
    if known
        || ASKERS.contains(&document.lower(label.end - 1))
        || label.clone().any(|at| traits(at).any(body))
    {
        return true;
    }
    let person = label.len() > 1 || name == "a" || traits(label.start).any(Traits::GIVEN);
    !person && !joined.contains(name)
}

/// The words that stand beside another word of a name, which is no body's.
fn joined_words<'a>(document: &'a Document<'_>) -> FxHashSet<&'a str> {
    let body = Traits::ORGANIZATION_LAST.or(Traits::ORGANIZATION_FIRST);
    let mut joined = FxHashSet::default();
    for (index, pair) in document.tokens.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        if left.sentence == right.sentence && left.part == Part::Name && right.part == Part::Name {
            let mut add = |beside: &Token, word: usize| {
                if !beside.facts.traits.any(body) {
                    joined.insert(document.lower(word));
                }
            };
            add(left, index + 1);
            add(right, index);
        }
    }
    joined
}
