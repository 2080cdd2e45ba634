//! What the tagger sees of one token: numbers and hashes, never a string of its own.

use super::{
    gazetteer::gazetteer,
    statistics::{Seen, Statistics},
    stretch::is_capital,
    word_codes::{CODES, Codes},
};
use crate::{document::Document, feature::word_hash};

/// The longest prefix and suffix, in characters.
pub(super) const AFFIX: usize = 4;

/// A token's fields; 0 stands for none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Field {
    /// The word in lower case, digits as 0.
    pub(super) word: u64,
    /// The word as it is written, digits as 0.
    pub(super) cased: u64,
    /// The classes of its characters, at most two of one class in a row.
    pub(super) shape: u64,
    /// The same with at most five in a row.
    pub(super) long_shape: u64,
    /// The first one to four characters in lower case.
    pub(super) prefixes: [u64; AFFIX],
    /// The last one to four characters in lower case.
    pub(super) suffixes: [u64; AFFIX],
    pub(super) gazetteer: u64,
    pub(super) codes: [u64; 2 * CODES],
    /// How the article shows the word, if it is capitalised; its places plus one.
    pub(super) seen: Seen,
}

/// The word that stands before and after a sentence.
pub(super) const EDGES: [u64; 2] = [word_hash("<s>"), word_hash("</s>")];

impl Field {
    /// The field beyond an edge of a sentence.
    pub(super) fn edge(word: u64) -> Self {
        Self { word, cased: word, ..Self::default() }
    }

    /// The fields of a token.
    pub(super) fn new(
        document: &Document<'_>,
        statistics: &Statistics,
        codes: &Codes<'_>,
        at: usize,
    ) -> Self {
        let token = &document.tokens[at];
        let word = document.word(at);
        let mut field = Self {
            word: token.hash,
            gazetteer: gazetteer(token.facts.traits),
            codes: codes.of(word, token.shape, statistics.is_shouted(token.sentence)),
            ..Self::default()
        };
        field.read_characters(word);
        field.read_affixes(word);
        if is_capital(token) {
            field.seen = statistics.seen(token.hash);
            field.seen.places += 1;
        }
        field
    }

    /// Word, case and shapes, in one pass.
    fn read_characters(&mut self, word: &str) {
        let (mut lower, mut cased) = (Hash::new(), Hash::new());
        let (mut shape, mut long_shape) = (Hash::new(), Hash::new());
        let (mut last, mut run) = (0, 0);
        for character in word.chars() {
            let digit = character.is_ascii_digit();
            let plain = if digit { '0' } else { character };
            cased.add(u64::from(plain));
            lower.add(u64::from(plain.to_ascii_lowercase()));
            let class = class(character);
            run = if class == last { run + 1 } else { 1 };
            last = class;
            if run <= 2 {
                shape.add(class);
            }
            if run <= 5 {
                long_shape.add(class);
            }
        }
        (self.word, self.cased, self.shape, self.long_shape) = (lower.0, cased.0, shape.0, long_shape.0);
    }

    fn read_affixes(&mut self, word: &str) {
        let mut hash = Hash::new();
        for (prefix, character) in self.prefixes.iter_mut().zip(word.chars()) {
            hash.add(u64::from(character.to_ascii_lowercase()));
            *prefix = hash.0;
        }
        let mut hash = Hash::new();
        for (suffix, character) in self.suffixes.iter_mut().zip(word.chars().rev()) {
            hash.add(u64::from(character.to_ascii_lowercase()));
            *suffix = hash.0;
        }
    }
}

/// FNV-1a over characters or classes.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(word_hash(""))
    }

    fn add(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x0000_0100_0000_01b3);
    }
}

/// The class of a character: upper case, lower case, digit, other letter, or the mark itself.
fn class(character: char) -> u64 {
    match character {
        'A'..='Z' => 1,
        'a'..='z' => 2,
        '0'..='9' => 3,
        '’' => u64::from('\''),
        _ if character.is_uppercase() => 1,
        _ if character.is_lowercase() => 2,
        _ if character.is_numeric() => 3,
        _ if character.is_alphabetic() => 4,
        _ => u64::from(character),
    }
}
