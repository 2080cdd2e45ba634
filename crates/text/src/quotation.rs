//! Which marked spans are quotations, and of what kind.

use std::ops::Range;

use crate::{
    document::Document,
    lexicon::{Class, Traits},
    part::Part,
    saying::{saying, strongest_around},
    token::Shape,
};

/// What a marked span is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MarkedKind {
    /// A statement of its own.
    Standalone,
    /// Quoted words inside the writer's sentence.
    Fragment,
    /// A title, a term, a scare quote.
    NoQuotation,
}

/// A marked span with the facts that the filter and the ranker look at.
#[derive(Debug, Clone)]
pub(crate) struct Quotation {
    /// Its place among the document's marked spans.
    pub(crate) marked: usize,
    /// Its tokens, marks included.
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: MarkedKind,
    pub(crate) words: usize,
    /// Its last character, or a comma or full stop just outside.
    pub(crate) last: char,
    /// The strongest verb of saying before and after it in its sentence.
    pub(crate) says: (u8, u8),
    pub(crate) starts_paragraph: bool,
    pub(crate) ends_paragraph: bool,
    pub(crate) capital: bool,
    finite: bool,
}

/// The marked spans of a document that hold words, each judged.
pub(crate) fn judge(document: &Document<'_>) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::with_capacity(document.marked.len());
    for marked in 0..document.marked.len() {
        if let Some(mut quotation) = read(document, marked) {
            quotation.kind = kind(document, &quotation, quotations.last());
            quotations.push(quotation);
        }
    }
    quotations
}

fn read(document: &Document<'_>, marked: usize) -> Option<Quotation> {
    let span = document.marked[marked];
    let tokens = document.token_at(span.outer.start)..document.token_at(span.outer.end);
    let words = tokens.clone().filter(|&at| document.is_word(at)).count();
    let inside = document.tokens.get(tokens.start)?;
    if words == 0 || tokens.is_empty() {
        return None;
    }
    let inner = span.inner.of(&document.text).trim();
    let outside = document.text[span.outer.end..].chars().next().filter(|after| ",.?!".contains(*after));
    let last = inner.chars().next_back().filter(|last| ",.?!…".contains(*last)).or(outside).unwrap_or('w');
    let paragraph = &document.paragraphs[inside.paragraph].tokens;
    Some(Quotation {
        marked,
        kind: MarkedKind::NoQuotation,
        words,
        last,
        says: strongest_around(document, tokens.clone()),
        starts_paragraph: paragraph.start == tokens.start,
        ends_paragraph: paragraph.end <= tokens.end,
        capital: inner.starts_with(char::is_uppercase),
        finite: document.is_finite(tokens.clone()),
        tokens,
    })
}

fn kind(document: &Document<'_>, quotation: &Quotation, before: Option<&Quotation>) -> MarkedKind {
    let surroundings = Surroundings::of(document, quotation);
    if is_standalone(document, quotation, &surroundings, before) {
        return MarkedKind::Standalone;
    }
    if is_term(document, quotation, &surroundings) { MarkedKind::NoQuotation } else { MarkedKind::Fragment }
}

/// What stands around a marked span.
struct Surroundings<'a> {
    starts_sentence: bool,
    before: &'a str,
    /// Whether a verb of saying stands directly before, perhaps with a comma or colon.
    said_before: bool,
    /// Whether a verb of saying and its subject follow directly.
    said_after: bool,
}

impl<'a> Surroundings<'a> {
    fn of(document: &'a Document<'_>, quotation: &Quotation) -> Self {
        let (start, end) = (quotation.tokens.start, quotation.tokens.end);
        let token = &document.tokens[start];
        let begins = document.sentences[token.sentence].start == start;
        let before = document.lower_in(token.sentence, start.checked_sub(1));
        let back = if matches!(before, "," | ":") { 2 } else { 1 };
        // "a book called ..." names, "what she called ..." says.
        let calls = |at: usize| matches!(document.lower(at), "called" | "calls" | "call");
        let what = |at: usize| (at.saturating_sub(5)..at).any(|before| document.lower(before) == "what");
        let said = |at: usize| saying(document, at) >= 2 && (!calls(at) || what(at));
        let said_before = start >= back && !begins && said(start - back);
        let last = document.tokens[end - 1].sentence;
        let comma = usize::from(document.lower_in(last, Some(end)) == ",");
        let said_after = (end + comma..end + comma + 6)
            .take_while(|&at| document.tokens.get(at).is_some_and(|token| token.sentence == last))
            .take_while(|&at| !matches!(document.lower(at), "," | "." | ";" | "to" | "and" | "that"))
            .any(|at| saying(document, at) >= 2);
        Self { starts_sentence: begins, before, said_before, said_after }
    }
}

fn is_standalone(
    document: &Document<'_>,
    quotation: &Quotation,
    around: &Surroundings<'_>,
    before: Option<&Quotation>,
) -> bool {
    let final_mark = ",.?!…".contains(quotation.last);
    let marked = &document.marked[quotation.marked];
    if marked.continues {
        return true;
    }
    if around.starts_sentence {
        let speech =
            quotation.finite || quotation.words >= 5 || around.said_after || ".?!…".contains(quotation.last);
        let whole = quotation.starts_paragraph && quotation.ends_paragraph && quotation.words >= 3;
        return final_mark && speech && (around.said_after || quotation.capital || whole)
            || around.said_after && quotation.words >= 2;
    }
    let resumes = before.is_some_and(|before| {
        before.kind == MarkedKind::Standalone
            && document.tokens[before.tokens.start].sentence
                == document.tokens[quotation.tokens.start].sentence
            && (before.tokens.end..quotation.tokens.start).any(|at| saying(document, at) >= 2)
    });
    if resumes && matches!(around.before, "," | "." | ":" | ";" | "—") {
        return true;
    }
    let introduced = matches!(around.before, ":" | "," | "—" | "–") || around.said_before;
    let capital_speech =
        quotation.capital && final_mark && (quotation.finite || quotation.words >= 4 || around.said_before);
    introduced
        && capital_speech
        && (around.said_before || quotation.says.0 >= 1 || around.before == ":" || around.said_after)
        || around.before == ":" && quotation.words >= 4 && quotation.says.0 >= 1
        || around.said_before
            && around.before != "that"
            && quotation.words >= 4
            && quotation.finite
            && quotation.capital
}

/// Words after which marks hold a title or a term.
const NAMING: [&str; 40] = [
    "called",
    "titled",
    "entitled",
    "dubbed",
    "named",
    "nicknamed",
    "known",
    "billed",
    "labeled",
    "labelled",
    "word",
    "words",
    "term",
    "phrase",
    "song",
    "film",
    "movie",
    "book",
    "album",
    "show",
    "series",
    "novel",
    "play",
    "single",
    "drama",
    "comedy",
    "so-called",
    "or",
    "program",
    "hit",
    "episode",
    "documentary",
    "tagline",
    "slogan",
    "category",
    "headline",
    "poem",
    "magazine",
    "memoir",
    "as",
];

/// Whether a span is a title, a term or a scare quote.
fn is_term(document: &Document<'_>, quotation: &Quotation, around: &Surroundings<'_>) -> bool {
    let said = quotation.says.0.max(quotation.says.1);
    if quotation.words < 3 && said < 2 || said == 0 && quotation.words < 6 {
        return true;
    }
    let nickname = quotation.words <= 2
        && quotation.tokens.start > 0
        && [quotation.tokens.start - 1, quotation.tokens.end]
            .iter()
            .all(|&at| document.tokens.get(at).is_some_and(|token| token.part == Part::Name));
    if nickname {
        return true;
    }
    let by_cue = around.said_before || around.said_after;
    let start = quotation.tokens.start;
    let named = NAMING.contains(&around.before)
        || around.before == "," && NAMING.contains(&document.lower(start.saturating_sub(2)));
    if named && !by_cue && quotation.words < 8 {
        return true;
    }
    is_title_case(document, quotation) && !by_cue
}

/// Whether every content word is capitalised.
fn is_title_case(document: &Document<'_>, quotation: &Quotation) -> bool {
    let content = quotation.tokens.clone().filter(|&at| {
        let token = &document.tokens[at];
        document.is_word(at)
            && !matches!(
                token.facts.class,
                Class::Determiner
                    | Class::Preposition
                    | Class::Conjunction
                    | Class::Auxiliary
                    | Class::Pronoun
            )
    });
    let mut count = 0;
    let mut capitals = 0;
    for at in content {
        count += 1;
        let token = &document.tokens[at];
        capitals += usize::from(
            token.shape != Shape::Lower
                || token.facts.traits.any(Traits::NO_NAME)
                || token.part == Part::Number,
        );
    }
    count >= 1 && capitals == count && quotation.capital
}
