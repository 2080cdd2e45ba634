//! The sentences of a treebank with our parts of speech.

use quotidian_model::Span;
use quotidian_text::training::{Part, Word, tagged_sentences};

use super::{
    super::conllu::{TreebankDocument, TreebankWord},
    Random,
};

/// One sentence in so many is read a second time in title case, and one in so many in capitals.
const HEADINGS: usize = 10;

/// Prepositions that the treebanks call conjunctions before a form in -ing.
const PREPOSITIONS: [&str; 14] = [
    "of", "in", "for", "to", "with", "by", "at", "on", "from", "about", "without", "into", "despite", "upon",
];

/// A sentence with its parts; `None` for a token that the treebank does not have.
pub(super) struct Sentence {
    pub(super) words: Vec<Word>,
    pub(super) parts: Vec<Option<Part>>,
}

/// The sentences of a document.
pub(super) fn sentences(document: &TreebankDocument) -> Vec<Sentence> {
    parted(document, &document.text)
}

/// Some sentences of a document as they would stand in headings.
pub(super) fn headings(document: &TreebankDocument, random: &mut Random) -> Vec<Sentence> {
    let title = parted(document, &title_case(&document.text));
    let upper = parted(document, &document.text.to_ascii_uppercase());
    let mut chosen = |sentences: Vec<Sentence>| -> Vec<Sentence> {
        sentences.into_iter().filter(|_| random.below(HEADINGS) == 0).collect()
    };
    [chosen(title), chosen(upper)].into_iter().flatten().collect()
}

/// A text with a capital on every word that is not small.
fn title_case(text: &str) -> String {
    let word = |word: &str| {
        let small = word.len() < 4 && !matches!(word, "is" | "he" | "she" | "say" | "no" | "not");
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !small => first.to_ascii_uppercase().to_string() + letters.as_str(),
            _ => word.to_owned(),
        }
    };
    text.split_inclusive([' ', '\n']).map(word).collect()
}

/// The sentences of a document whose letters may be written otherwise in `text`.
fn parted(document: &TreebankDocument, text: &str) -> Vec<Sentence> {
    let mut next = 0;
    let mut part = |span: Span| {
        while document.words.get(next).is_some_and(|word| word.span.end <= span.start) {
            next += 1;
        }
        let inside = document.words[next..].iter().take_while(|word| word.span.start < span.end);
        part_of(document, &inside.collect::<Vec<_>>())
    };
    let found = tagged_sentences(text).into_iter();
    found
        .map(|(spans, words)| {
            let known = |(span, word): (&Span, &Word)| part(*span).map(|part| word.certain().unwrap_or(part));
            Sentence { parts: spans.iter().zip(&words).map(known).collect(), words }
        })
        .collect()
}

/// The part of a token that holds some words of the treebank, which parts "well-known" and we do not.
fn part_of(document: &TreebankDocument, words: &[&TreebankWord]) -> Option<Part> {
    let parts: Vec<Part> = words.iter().map(|word| part(word, word.span.of(&document.text))).collect();
    match parts.as_slice() {
        [] => None,
        [only] => Some(*only),
        [Part::Modal, ..] => Some(Part::Modal),
        [.., Part::Name] => Some(Part::Name),
        [.., Part::PastParticiple | Part::Participle | Part::Verb] => Some(Part::Adjective),
        [Part::Number, .., Part::Noun] => Some(Part::Adjective),
        [.., last] => Some(*last),
    }
}

/// The part that a treebank's tags stand for.
fn part(word: &TreebankWord, form: &str) -> Part {
    let universal = word.universal.as_str();
    match word.penn.as_str() {
        "MD" => Part::Modal,
        "POS" => Part::Possessive,
        "NNP" | "NNPS" => Part::Name,
        "PRP$" | "WP$" => Part::Determiner,
        "PRP" | "WP" | "EX" => Part::Pronoun,
        _ if universal == "PRON" => Part::Pronoun,
        "DT" | "PDT" | "WDT" => Part::Determiner,
        "CD" => Part::Number,
        "CC" => Part::Conjunction,
        // "of leaving" and "of her": one preposition.
        _ if universal == "SCONJ" && !PREPOSITIONS.contains(&form.to_lowercase().as_str()) => {
            Part::Conjunction
        }
        "IN" | "TO" => Part::Preposition,
        "RB" | "RBR" | "RBS" | "WRB" | "RP" => Part::Adverb,
        "JJ" | "JJR" | "JJS" | "AFX" => Part::Adjective,
        "NN" => Part::Noun,
        "NNS" => Part::PluralNoun,
        "UH" => Part::Interjection,
        penn if penn.starts_with("VB") && is_auxiliary(universal, form) => Part::Auxiliary,
        "VBD" | "VBP" | "VBZ" => Part::Verb,
        "VB" => Part::BaseVerb,
        "VBG" => Part::Participle,
        "VBN" => Part::PastParticiple,
        _ if form.starts_with(char::is_alphabetic) => Part::Noun,
        _ => Part::Mark,
    }
}

/// Whether a verb is a form of be, have or do; "done" and "doing" are verbs like others.
fn is_auxiliary(universal: &str, form: &str) -> bool {
    let form = form.to_lowercase().replace('’', "'");
    universal == "AUX"
        || matches!(
            form.as_str(),
            "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "'m" | "'s" | "'re"
        )
        || matches!(form.as_str(), "have" | "has" | "had" | "having" | "'ve" | "'d" | "do" | "does" | "did")
}
