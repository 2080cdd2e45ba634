//! What plain news shows of words: [`CODES`] small numbers for each.
//!
//! `models/clusters.bin` has classes of words that stand in the same company; `models/usage.bin` what capitalised words
//! were taken for by an earlier tagger. Each file is a hash table with open addressing, read in place: eight bytes a
//! word, little endian, the low [`CODE_BITS`] for the codes, the rest a fingerprint of the word. An empty slot is 0.

use crate::{feature::Feature, token::Shape};

/// How many codes a file has for a word, 0 being none.
pub const CODES: usize = 3;
/// How many codes a word has in both files together.
pub(super) const ALL_CODES: usize = 2 * CODES;
/// The bits of a code.
const WIDTH: u32 = 10;
/// The bits of all codes.
const CODE_BITS: u32 = WIDTH * CODES as u32;

/// Says of a code that it is the lower-case word's: "Harbour" where only "harbour" is known.
const OTHER_CASE: u64 = 1 << 32;

/// All codes of words.
#[derive(Debug, Clone, Copy)]
pub struct Codes<'a> {
    /// By their company.
    pub clusters: WordCodes<'a>,
    /// By what they were taken for.
    pub usage: WordCodes<'a>,
}

impl Codes<'_> {
    /// The codes of a word; of usage only where it is capitalised.
    pub(super) fn of(&self, word: &str, shape: Shape, shouted: bool) -> [u64; ALL_CODES] {
        let [first, second, third] = self.clusters.codes(word, shape, shouted);
        let capital = matches!(shape, Shape::Capital | Shape::Upper);
        let [kind, label, shares] = if capital { self.usage.codes(word, shape, shouted) } else { [0; CODES] };
        [first, second, third, kind, label, shares]
    }
}

/// The codes of words in one file.
#[derive(Debug, Clone, Copy)]
pub struct WordCodes<'a> {
    slots: &'a [[u8; 8]],
}

/// How a word is spelled to be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    AsWritten,
    /// Each part of a hyphenated word with one capital.
    Title,
    Lower,
}

/// The key of a word in a spelling, digits as 0: FNV-1a over its characters.
pub(super) fn key(word: &str, spelling: Spelling) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut starts = true;
    for character in word.chars() {
        let character = match spelling {
            _ if character.is_ascii_digit() => '0',
            Spelling::AsWritten => character,
            Spelling::Title if starts => character,
            Spelling::Title | Spelling::Lower if character.is_ascii() => character.to_ascii_lowercase(),
            Spelling::Title | Spelling::Lower => character.to_lowercase().next().unwrap_or(character),
        };
        starts = character == '-';
        hash = (hash ^ u64::from(character)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash
}

impl<'a> WordCodes<'a> {
    /// Reads a file.
    pub const fn new(file: &'a [u8]) -> Self {
        Self { slots: file.as_chunks().0 }
    }

    /// The codes of a word; 0 for none, `OTHER_CASE` added where only the word in lower case has them.
    fn codes(&self, word: &str, shape: Shape, shouted: bool) -> [u64; CODES] {
        let found = |spelling: Spelling| self.find(key(word, spelling));
        let (packed, other_case) = match shape {
            Shape::Upper => {
                let first = if shouted { Spelling::Title } else { Spelling::AsWritten };
                let second = if shouted { Spelling::AsWritten } else { Spelling::Title };
                (found(first).or_else(|| found(second)).or_else(|| found(Spelling::Lower)), 0)
            }
            Shape::Capital => match found(Spelling::AsWritten) {
                Some(packed) => (Some(packed), 0),
                None => (found(Spelling::Lower), OTHER_CASE),
            },
            _ => (found(Spelling::AsWritten), 0),
        };
        packed.map_or([0; CODES], |packed| unpack(packed, other_case))
    }

    fn find(&self, key: u64) -> Option<u64> {
        let (mut slot, print) = place(key, self.slots.len());
        // The table is never full: an empty slot ends each search.
        for _ in 0..self.slots.len() {
            let packed = u64::from_le_bytes(self.slots[slot]);
            if packed == 0 || packed >> CODE_BITS == print {
                return (packed != 0).then_some(packed);
            }
            slot = if slot + 1 == self.slots.len() { 0 } else { slot + 1 };
        }
        None
    }
}

/// The first slot of a key in a table, and its fingerprint, which is never 0.
fn place(key: u64, slots: usize) -> (usize, u64) {
    let mixed = Feature::new(0, [key]).0;
    let slot = ((u128::from(mixed) * slots as u128) >> 64) as usize;
    (slot, (mixed & (u64::MAX >> CODE_BITS)).max(1))
}

/// The codes in a slot.
fn unpack(packed: u64, other_case: u64) -> [u64; CODES] {
    std::array::from_fn(|index| {
        let code = packed >> (WIDTH * index as u32) & ((1 << WIDTH) - 1);
        if code == 0 { 0 } else { code + other_case }
    })
}

/// The file for words, each with its key and codes, the most frequent first.
#[cfg(any(test, feature = "training"))]
pub fn word_codes_file(words: &[(u64, [u64; CODES])]) -> Vec<u8> {
    let mut slots = vec![0_u64; words.len() * 9 / 8 + 1];
    for (key, codes) in words {
        let (mut slot, print) = place(*key, slots.len());
        while slots[slot] != 0 {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = codes.iter().rev().fold(print, |packed, code| packed << WIDTH | code);
    }
    slots.into_iter().flat_map(u64::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_the_spelling_that_is_known() {
        let words = [("Senna", [3, 4, 0]), ("harbour", [5, 6, 1]), ("route-00", [7, 8, 1000])];
        let words = words.map(|(word, codes)| (key(word, Spelling::AsWritten), codes));
        let file = word_codes_file(&words);
        let codes = |word: &str, shape, shouted| WordCodes::new(&file).codes(word, shape, shouted);
        assert_eq!(codes("Senna", Shape::Capital, false), [3, 4, 0]);
        assert_eq!(codes("SENNA", Shape::Upper, true), [3, 4, 0]);
        assert_eq!(codes("HARBOUR", Shape::Upper, false), [5, 6, 1]);
        assert_eq!(codes("Harbour", Shape::Capital, false), [5, 6, 1].map(|code| code + OTHER_CASE));
        assert_eq!(codes("route-66", Shape::Lower, false), [7, 8, 1000]);
        assert_eq!(codes("pier", Shape::Lower, false), [0; CODES]);
    }

    #[test]
    fn an_empty_file_knows_no_word() {
        assert_eq!(WordCodes::new(&[]).codes("Senna", Shape::Capital, false), [0; CODES]);
    }
}
