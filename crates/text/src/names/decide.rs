//! The kind of each name, the same throughout an article.

use quotidian_model::EntityKind;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Name,
    capital::is_capital,
    evidence::{Score, inner, outer},
    split::Piece,
};
use crate::{
    document::Document,
    lexicon::{Class, LEXICON, Traits},
    token::Shape,
};

/// The points that a name of two words or more needs.
const THRESHOLD: f32 = 1.0;
/// The points that a name of one word needs.
const SINGLE_THRESHOLD: f32 = 1.4;

/// The pieces that are names, with their kinds.
pub(super) fn decide(document: &Document<'_>, pieces: Vec<Piece>) -> Vec<Name> {
    let keys: Vec<String> = pieces.iter().map(|piece| key(document, piece)).collect();
    // What the words say, and what all their neighbours say.
    let mut evidence: FxHashMap<&str, (Score, Score)> = FxHashMap::default();
    for (piece, key) in pieces.iter().zip(&keys) {
        let (_, around) =
            evidence.entry(key).or_insert_with(|| (inner(document, piece.tokens.clone()), Score::default()));
        around.add(outer(document, piece));
    }
    let total = |(mut score, around): (Score, Score)| {
        score.add(around.clamped());
        score
    };
    let scores: FxHashMap<&str, Score> =
        evidence.into_iter().map(|(key, parts)| (key, total(parts))).collect();
    let surnames = surnames(document, &pieces, &keys, &scores);
    let companies = companies(document, &pieces);
    let heads = heads(document, &pieces, &keys, &scores);
    let kinds: Vec<Option<EntityKind>> = pieces
        .iter()
        .zip(&keys)
        .map(|(piece, key)| {
            if is_nothing(document, piece) && !(piece.tokens.len() == 1 && surnames.contains(key.as_str())) {
                return None;
            }
            let score = scores.get(key.as_str()).copied().unwrap_or_default();
            if word_count(document, piece) > 1 {
                return score.best(THRESHOLD);
            }
            if !surnames.contains(key.as_str()) && companies.contains(key.as_str()) {
                return Some(EntityKind::Organization);
            }
            if heads.contains(key.as_str()) && is_the_body(document, piece) {
                return Some(EntityKind::Organization);
            }
            single(document, piece, score, surnames.contains(key.as_str()))
        })
        .collect();
    let names = pieces.into_iter().zip(kinds);
    names
        .filter_map(|(piece, kind)| Some(Name { tokens: piece.tokens, titles: piece.titles, kind: kind? }))
        .collect()
}

fn key(document: &Document<'_>, piece: &Piece) -> String {
    document.span(piece.tokens.clone()).of(&document.text).to_lowercase()
}

fn word_count(document: &Document<'_>, piece: &Piece) -> usize {
    piece.tokens.clone().filter(|&at| document.is_word(at)).count()
}

/// The last words (and parts of double surnames) of the persons with full names.
fn surnames(
    document: &Document<'_>,
    pieces: &[Piece],
    keys: &[String],
    scores: &FxHashMap<&str, Score>,
) -> FxHashSet<String> {
    let mut surnames = FxHashSet::default();
    for (piece, key) in pieces.iter().zip(keys) {
        let person =
            scores.get(key.as_str()).and_then(|score| score.best(THRESHOLD)) == Some(EntityKind::Person);
        if word_count(document, piece) < 2 || !person {
            continue;
        }
        let last = piece.tokens.end - 1;
        surnames.insert(document.lower(last).to_owned());
        surnames.extend(document.lower(last).split('-').map(str::to_owned));
        let particle = document.tokens[last - 1].shape == Shape::Lower;
        if particle && piece.tokens.len() > 2 {
            surnames.insert(document.span(last - 1..last + 1).of(&document.text).to_lowercase());
        }
    }
    surnames
}

/// The first words of company names: "Tolle" of "Tolle Shipping Corp".
fn companies(document: &Document<'_>, pieces: &[Piece]) -> FxHashSet<String> {
    let traits = |at: usize| document.tokens[at].facts.traits;
    let company =
        |piece: &&Piece| piece.tokens.len() > 1 && traits(piece.tokens.end - 1).any(Traits::COMPANY_SUFFIX);
    let first = pieces.iter().filter(company).map(|piece| piece.tokens.start);
    let own = |at: &usize| {
        let shared = Traits::COMMON.or(Traits::DEMONYM).or(Traits::GIVEN).or(Traits::PLACE_FIRST);
        !traits(*at).any(shared) && LEXICON.name(document.lower(*at)).is_none()
    };
    first.filter(own).map(|at| document.lower(at).to_owned()).collect()
}

/// The head words that end names of organizations: "league" of "Dockers' League".
fn heads(
    document: &Document<'_>,
    pieces: &[Piece],
    keys: &[String],
    scores: &FxHashMap<&str, Score>,
) -> FxHashSet<String> {
    let mut heads = FxHashSet::default();
    for (piece, key) in pieces.iter().zip(keys) {
        let last = piece.tokens.end - 1;
        let head = document.tokens[last].facts.traits.any(Traits::ORGANIZATION_LAST);
        let kind = scores.get(key.as_str()).and_then(|score| score.best(THRESHOLD));
        if head && piece.tokens.len() > 1 && kind == Some(EntityKind::Organization) {
            heads.insert(document.lower(last).to_owned());
        }
    }
    heads
}

/// "the League", with a capital.
fn is_the_body(document: &Document<'_>, piece: &Piece) -> bool {
    let at = piece.tokens.start;
    let before = document.lower_in(document.tokens[at].sentence, at.checked_sub(1));
    before == "the" && document.tokens[at].shape == Shape::Capital
}

/// The kind of a name of one word: a surname of the article's, else what the evidence says.
fn single(document: &Document<'_>, piece: &Piece, score: Score, surname: bool) -> Option<EntityKind> {
    let at = piece.tokens.start;
    let sentence = document.tokens[at].sentence;
    let before = document.lower_in(sentence, at.checked_sub(1));
    if surname
        && !(score.place >= 4.0 && matches!(before, "in" | "to" | "from" | "near" | "at"))
        && before != "the"
    {
        return Some(EntityKind::Person);
    }
    // A place whose name is a person's elsewhere needs a title here.
    if score.place >= 4.0 {
        let honorific = Traits::TITLE_MASCULINE.or(Traits::TITLE_FEMININE).or(Traits::HONORIFIC);
        let addressed = piece.titles.clone().any(|at| document.tokens[at].facts.traits.any(honorific));
        return Some(if addressed { EntityKind::Person } else { EntityKind::Place });
    }
    // A capitalised common word is a name only by a title, or where the lists know it.
    let traits = document.tokens[at].facts.traits;
    let body = traits.any(Traits::ORGANIZATION_FIRST.or(Traits::ORGANIZATION_LAST));
    let titles = |at: usize| document.tokens[at].facts.traits.any(Traits::TITLE);
    let titled = piece.titles.clone().any(titles) && !body;
    let known = LEXICON.name(document.lower(at)).is_some() || traits.any(Traits::GIVEN) || titled;
    if traits.any(Traits::COMMON) && !known {
        return None;
    }
    score.best(SINGLE_THRESHOLD)
}

/// Whether a piece is no name: nationalities, months, titles and capitalised common words alone.
fn is_nothing(document: &Document<'_>, piece: &Piece) -> bool {
    let no_name = Traits::TITLE
        .or(Traits::ROLE)
        .or(Traits::DEMONYM)
        .or(Traits::CALENDAR)
        .or(Traits::NO_NAME)
        .or(Traits::TITLE_MODIFIER);
    let mut letters = false;
    let nothing = piece.tokens.clone().all(|at| {
        let token = &document.tokens[at];
        letters |= is_capital(document, at);
        token.facts.traits.any(no_name) || token.facts.class != Class::Open || !document.is_word(at)
    });
    let (first, last) = (piece.tokens.start, piece.tokens.end - 1);
    let traits = |at: usize| document.tokens[at].facts.traits;
    let given = traits(first).any(Traits::GIVEN);
    let peoples =
        last > first && traits(last).any(Traits::DEMONYM) && !given || traits(last).any(Traits::PEOPLES);
    let thing = traits(first).any(Traits::THING_FIRST) && last > first
        || traits(last).any(Traits::THING_LAST) && !given && last > first;
    let known = LEXICON.name(&key(document, piece)).is_some();
    if LEXICON.facts(&key(document, piece)).traits.any(Traits::NO_NAME) {
        return true;
    }
    if first == last && traits(first).any(Traits::COMPANY_SUFFIX) {
        return true;
    }
    // "Carolina-based", "levy-era": an adjective.
    let (_, tail) = document.word(last).rsplit_once('-').unwrap_or_default();
    let adjective = tail.starts_with(char::is_lowercase);
    if !known && (adjective || peoples || thing) {
        return true;
    }
    let titled = !piece.titles.is_empty() && piece.tokens.len() == 1;
    let calendar_surname = titled && document.tokens[piece.tokens.start].facts.traits.any(Traits::CALENDAR);
    nothing && !calendar_surname && !known || document.word(first).chars().count() < 2 && first == last
}
