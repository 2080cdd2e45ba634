use quotidian_search::query::{Clause, Matching};

use crate::{
    analysis::{folded_words, stemmed_words},
    near::Window,
};

/// What a clause looks like in a text.
pub(super) enum Pattern {
    /// A single word.
    Word(WordPattern),
    /// Folded words side by side.
    Phrase(Vec<String>),
    /// Folded words near each other, each once, and how near.
    Near(Vec<String>, Window),
}

/// What a word looks like.
pub(super) enum WordPattern {
    Stem(String),
    Folded(String),
    Prefix(String),
    Fuzzy(String, usize),
}

impl WordPattern {
    pub(super) fn fits(&self, folded: &str, stem: &str) -> bool {
        match self {
            Self::Stem(wanted) => stem == wanted,
            Self::Folded(wanted) => folded == wanted,
            Self::Prefix(prefix) => folded.starts_with(prefix),
            Self::Fuzzy(wanted, edits) => {
                folded.chars().next() == wanted.chars().next()
                    && strsim::osa_distance(folded, wanted) <= *edits
            }
        }
    }

    fn beginning(&self) -> Beginning {
        match self {
            Self::Stem(text) | Self::Folded(text) | Self::Prefix(text) => Beginning::of(text),
            // Only the first letter is sure to stand.
            Self::Fuzzy(text, _) => Beginning { second: None, ..Beginning::of(text) },
        }
    }
}

impl Pattern {
    fn of(clause: &Clause) -> Option<Self> {
        let words: Vec<String> = folded_words(&clause.text).into_iter().map(|word| word.term).collect();
        let first = words.first()?.clone();
        Some(match (clause.matching, words.len()) {
            (Matching::Word, 1) => {
                Self::Word(WordPattern::Stem(stemmed_words(&clause.text).into_iter().next()?.term))
            }
            (Matching::Prefix, _) => Self::Word(WordPattern::Prefix(first)),
            (Matching::Fuzzy(edits), _) => Self::Word(WordPattern::Fuzzy(first, edits.into())),
            (_, 1) => Self::Word(WordPattern::Folded(first)),
            (Matching::Near(slop), _) => {
                let mut distinct = words.clone();
                distinct.sort_unstable();
                distinct.dedup();
                let times = |word: &String| words.iter().filter(|known| *known == word).count() as u32;
                let window = Window::new(distinct.iter().map(times).collect(), slop.into());
                Self::Near(distinct, window)
            }
            _ => Self::Phrase(words),
        })
    }

    fn beginnings(&self) -> Vec<Beginning> {
        match self {
            Self::Word(word) => vec![word.beginning()],
            Self::Phrase(words) | Self::Near(words, _) => {
                words.iter().map(|word| Beginning::of(word)).collect()
            }
        }
    }
}

/// The first two letters of a word, by which nearly all others are told from it without folding and stemming them.
struct Beginning {
    first: Option<u8>,
    /// Without the difference of `i` and `y`: the stem of `lying` is `lie`, and no other stem changes so early.
    second: Option<u8>,
}

impl Beginning {
    fn of(folded: &str) -> Self {
        let letter = |place: usize| folded.as_bytes().get(place).copied().filter(u8::is_ascii);
        Self { first: letter(0), second: letter(1).map(without_y) }
    }

    /// Whether a word, folded, may begin so. Letters beyond ASCII may fold to any.
    fn may_be_of(&self, word: &[u8]) -> bool {
        let may_be = |wanted: Option<u8>, letter: Option<&u8>| match (wanted, letter) {
            (Some(wanted), Some(letter)) if letter.is_ascii() => {
                wanted == letter.to_ascii_lowercase() || wanted == without_y(letter.to_ascii_lowercase())
            }
            _ => true,
        };
        let starts_in_ascii = word.first().is_some_and(u8::is_ascii);
        !starts_in_ascii || (may_be(self.first, word.first()) && may_be(self.second, word.get(1)))
    }
}

fn without_y(letter: u8) -> u8 {
    if letter == b'y' { b'i' } else { letter }
}

/// The patterns that are looked for in a text, with what tells fast that a word is none of theirs.
pub(super) struct Patterns {
    patterns: Vec<Pattern>,
    /// How their words begin.
    beginnings: Vec<Beginning>,
    /// The bytes that their words can begin with before folding. Letters beyond ASCII may fold to any.
    first_bytes: [bool; 256],
}

impl Default for Patterns {
    fn default() -> Self {
        let beyond_ascii = |byte: usize| (0xc2..=0xf4).contains(&byte);
        Self { patterns: Vec::new(), beginnings: Vec::new(), first_bytes: std::array::from_fn(beyond_ascii) }
    }
}

impl Patterns {
    pub(super) fn add(&mut self, clause: &Clause) {
        let Some(pattern) = Pattern::of(clause) else { return };
        for beginning in pattern.beginnings() {
            if let Some(first) = beginning.first {
                self.first_bytes[usize::from(first)] = true;
                self.first_bytes[usize::from(first.to_ascii_uppercase())] = true;
            }
            self.beginnings.push(beginning);
        }
        self.patterns.push(pattern);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.patterns.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Pattern> {
        self.patterns.iter()
    }

    pub(super) fn has_stems(&self) -> bool {
        self.iter().any(|pattern| matches!(pattern, Pattern::Word(WordPattern::Stem(_))))
    }

    /// Whether some of them is of several words, so that it matters which words are side by side.
    pub(super) fn have_several_words(&self) -> bool {
        self.iter().any(|pattern| !matches!(pattern, Pattern::Word(_)))
    }

    /// Whether an unfolded word of theirs may begin with a byte.
    pub(super) fn may_start_with(&self, byte: u8) -> bool {
        self.first_bytes[usize::from(byte)]
    }

    /// Whether an unfolded word may be one of theirs.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        self.beginnings.iter().any(|beginning| beginning.may_be_of(word.as_bytes()))
    }

    /// Whether a word belongs to one of them.
    pub(super) fn have(&self, folded: &str, stem: &str) -> bool {
        self.iter().any(|pattern| match pattern {
            Pattern::Word(word) => word.fits(folded, stem),
            Pattern::Phrase(words) | Pattern::Near(words, _) => words.iter().any(|word| word == folded),
        })
    }
}
