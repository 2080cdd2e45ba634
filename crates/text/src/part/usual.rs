//! The parts that a word usually has, counted over news: what a word never seen in a treebank most likely is.

use super::Part;

/// One or two parts that a word has nearly always, five bits each, and a bit for whether it can have a part of a closed
/// class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual(u16);

const BITS: u32 = 5;
const MASK: u16 = (1 << BITS) - 1;
const CLOSED: u16 = 1 << (2 * BITS);
/// The bits of an entry that hold its parts; the others hold its key.
const LOW: u32 = 2 * BITS + 1;

impl Usual {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self(0);

    /// Two parts, the more frequent first; twice the same for a word that needs no model.
    pub fn new(first: Part, second: Option<Part>) -> Self {
        Self((first as u16 + 1) | second.map_or(0, |second| second as u16 + 1) << BITS)
    }

    /// The part of a word that needs no model.
    pub(super) fn certain(self) -> Option<Part> {
        let (first, second) = (self.0 & MASK, self.0 >> BITS & MASK);
        if first == second { Part::ALL.get(usize::from(first.checked_sub(1)?)).copied() } else { None }
    }

    /// The same for a word that can have a part of a closed class.
    #[must_use]
    pub fn with_closed(self) -> Self {
        Self(self.0 | CLOSED)
    }

    /// The same with other parts where none is known.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self.0 & !CLOSED == 0 { Self(self.0 | other.0) } else { self }
    }

    /// Whether the word can have a part of a closed class.
    pub(super) fn is_closed(self) -> bool {
        self.0 & CLOSED != 0
    }

    /// The parts as a value of a feature.
    pub(super) fn value(self) -> u64 {
        u64::from(self.0)
    }
}

/// The list of usual parts: an open hash table of four bytes an entry, twenty-one bits of a word's key and eleven
/// of its parts.
#[derive(Debug, Clone, Copy)]
pub(super) struct UsualList<'a>(pub(super) &'a [[u8; 4]]);

impl UsualList<'_> {
    /// What the list says of a word's key.
    pub(super) fn of(self, key: u64) -> Usual {
        let mut at = place(key, self.0.len());
        loop {
            let entry = u32::from_le_bytes(self.0[at]);
            if entry == 0 || (entry ^ check(key)) >> LOW == 0 {
                return Usual((entry & ((1 << LOW) - 1)) as u16);
            }
            at = (at + 1) & (self.0.len() - 1);
        }
    }
}

/// Where the search for a key begins in a table whose length is a power of two.
fn place(key: u64, length: usize) -> usize {
    (key >> 32) as usize & (length - 1)
}

/// The bits of a key that an entry keeps.
fn check(key: u64) -> u32 {
    (key as u32) << LOW
}

/// The entries of a list, at most half of them taken.
#[cfg(feature = "training")]
pub(super) fn entries(words: &[(u64, Usual)]) -> Vec<[u8; 4]> {
    let mut entries = vec![[0; 4]; (words.len() * 2).next_power_of_two().max(2)];
    for (key, usual) in words {
        let mut at = place(*key, entries.len());
        while entries[at] != [0; 4] {
            at = (at + 1) & (entries.len() - 1);
        }
        entries[at] = (check(*key) | u32::from(usual.0)).to_le_bytes();
    }
    entries
}
