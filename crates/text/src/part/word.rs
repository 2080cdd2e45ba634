//! What the tagger sees of a word.

use super::{Part, usual::Usual};
use crate::{
    document::Token,
    feature::{Feature, word_hash},
    lexicon::Facts,
    token::Shape,
};

/// A word as the tagger sees it: without the glyph of an apostrophe or quotation mark, without the digits of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The hash of the word in lower case.
    pub(super) hash: u64,
    /// The last three bytes in lower case.
    ending: u32,
    pub(super) case: Case,
    pub(super) usual: Usual,
    /// How surely the word is a verb of saying.
    pub(super) saying: u8,
}

/// How a word is written, where that says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    /// A capital inside a sentence.
    Capital,
    /// A capital after a full stop, a colon or an opening mark.
    First,
    Upper,
    /// A capital in a heading in title case or capitals.
    Heading,
    /// A word that begins with a digit.
    Number,
    /// Digits alone.
    Digits,
    Clitic,
    Mark,
}

/// The ends of a sentence.
pub(super) const EDGE: Word = Word { hash: 0, ending: 0, case: Case::Mark, usual: Usual::UNKNOWN, saying: 0 };

const NUMBER: u64 = word_hash("#");
const APOSTROPHE_S: u64 = word_hash("'s");
const QUOTE: u64 = word_hash("\"");
const STOP: u64 = word_hash(".");

impl Word {
    fn new(lower: &str, token: &Token, first: bool, heading: bool) -> Self {
        let Token { hash, shape, facts: Facts { saying, .. }, .. } = *token;
        let case = match shape {
            Shape::Lower => Case::Lower,
            Shape::Capital | Shape::Upper if heading => Case::Heading,
            Shape::Capital if first => Case::First,
            Shape::Capital => Case::Capital,
            Shape::Upper => Case::Upper,
            Shape::Number if lower.bytes().all(|byte| !byte.is_ascii_alphabetic()) => Case::Digits,
            Shape::Number => Case::Number,
            Shape::Clitic => Case::Clitic,
            Shape::Mark => Case::Mark,
        };
        let hash = match case {
            Case::Number | Case::Digits => NUMBER,
            Case::Clitic => clitic_hash(lower, hash),
            Case::Mark => mark_hash(lower, hash),
            _ => hash,
        };
        let bytes = lower.as_bytes();
        let ending = bytes.iter().rev().take(3).rev().fold(0, |ending, byte| ending << 8 | u32::from(*byte));
        Self { hash, ending, case, usual: Usual::UNKNOWN, saying }
    }

    /// The last `bytes` bytes, up to three.
    pub(super) fn ending(self, bytes: u32) -> u64 {
        u64::from(self.ending & ((1 << (8 * bytes)) - 1))
    }

    /// The word with its case: what the list of unambiguous words is asked for.
    pub fn key(self) -> u64 {
        Feature::new(0, [self.hash, self.case as u64]).0
    }

    /// The part that needs no model: of a mark, of digits, of a word that always has the same.
    pub fn certain(self) -> Option<Part> {
        match self.case {
            Case::Mark => Some(Part::Mark),
            Case::Digits => Some(Part::Number),
            _ => self.usual.certain(),
        }
    }

    /// Whether a part of a closed class is among those that the word can have.
    pub(super) fn can_be_closed(self) -> bool {
        self.usual.is_closed() || self.case == Case::Clitic
    }

    /// The keys of the word with a capital and without.
    pub fn keys(self) -> [u64; 5] {
        let cases = [Case::Lower, Case::Capital, Case::First, Case::Upper, Case::Heading];
        cases.map(|case| Self { case, ..self }.key())
    }

    /// The word with what the list of usual parts says of it.
    #[must_use]
    pub fn with_usual(self, usual: Usual) -> Self {
        Self { usual, ..self }
    }

    /// Whether a capital after it says little.
    fn opens(self) -> bool {
        self.hash == QUOTE || self.hash == word_hash(":") || self.hash == word_hash("-")
    }
}

/// The hash of a clitic with the straight apostrophe.
fn clitic_hash(lower: &str, hash: u64) -> u64 {
    match lower.strip_prefix('’') {
        Some("s") => APOSTROPHE_S,
        Some("re") => word_hash("'re"),
        Some("ve") => word_hash("'ve"),
        Some("ll") => word_hash("'ll"),
        Some("d") => word_hash("'d"),
        Some("m") => word_hash("'m"),
        _ if lower == "n’t" => word_hash("n't"),
        _ => hash,
    }
}

/// The hash of a mark: one for all quotation marks, one for all dashes, one for all ends of sentences.
fn mark_hash(mark: &str, hash: u64) -> u64 {
    match mark {
        "\"" | "“" | "”" | "‘" | "’" | "'" | "``" | "''" | "«" | "»" | "„" | "`" => QUOTE,
        "-" | "–" | "—" | "--" | "---" | "*" | "•" => word_hash("-"),
        "." | "!" | "?" | "…" | "..." => STOP,
        _ => hash,
    }
}

/// The words of a sentence's tokens; `lower` is the document in lower case.
pub(crate) fn read(lower: &str, tokens: &[Token], words: &mut Vec<Word>) {
    words.clear();
    let heading = is_heading(tokens);
    let mut first = true;
    for token in tokens {
        let word = Word::new(&lower[token.span.range()], token, first, heading);
        first = word.case == Case::Mark && (first || word.opens());
        words.push(word);
    }
}

/// Whether a sentence is in title case or capitals: many capitals, and nothing but small words without one.
fn is_heading(tokens: &[Token]) -> bool {
    let mut capitals = 0;
    for token in tokens {
        match token.shape {
            Shape::Lower if token.span.len() > SMALL => return false,
            Shape::Capital | Shape::Upper => capitals += 1,
            _ => {}
        }
    }
    capitals >= 3
}

/// The longest word that headings in title case leave small, in bytes.
const SMALL: usize = 4;
