//! What a whole article shows of each capitalised word: "Okkerley" after "Mr." in one place is a person in all.

use rustc_hash::FxHashMap;

use super::{gazetteer::gazetteer, stretch::is_capital};
use crate::{document::Document, feature::word_hash, lexicon::Traits, token::Shape};

/// How a capitalised word is seen in its article, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Seen {
    /// One bit for each of the places of [`SEEN_BITS`] where it stands.
    pub(super) places: u64,
    /// What the capitalised words before it are, and whether there are any.
    pub(super) before: u64,
    /// The same of those after it.
    pub(super) after: u64,
}

/// How many bits [`Seen::places`] has.
pub(super) const SEEN_BITS: u32 = 8;

const MID_SENTENCE: u64 = 1;
const LOWER_CASE: u64 = 1 << 1;
const AFTER_TITLE: u64 = 1 << 2;
const AFTER_GIVEN_NAME: u64 = 1 << 3;
const AFTER_IN_OR_AT: u64 = 1 << 4;
const BESIDE_SAYING: u64 = 1 << 5;
const AFTER_OF_OR_THE: u64 = 1 << 6;
const BEFORE_PARENTHESIS: u64 = 1 << 7;

/// In [`Seen::before`] and [`Seen::after`]: there is such a word.
const PRESENT: u64 = 1 << 20;
/// In [`Seen::before`]: it starts its sentence, where a capital says little.
const AT_START: u64 = 1 << 21;

/// The capitalised words of a document and its sentences in capitals.
#[derive(Debug)]
pub(super) struct Statistics {
    words: FxHashMap<u64, Seen>,
    /// For each sentence, whether most of its words are in capitals.
    shouted: Vec<bool>,
}

impl Statistics {
    pub(super) fn new(document: &Document<'_>) -> Self {
        let mut statistics =
            Self { words: FxHashMap::default(), shouted: Vec::with_capacity(document.sentences.len()) };
        for sentence in 0..document.sentences.len() {
            statistics.read_sentence(document, sentence);
        }
        for token in document.tokens.iter().filter(|token| token.shape == Shape::Lower) {
            if let Some(seen) = statistics.words.get_mut(&token.hash) {
                seen.places |= LOWER_CASE;
            }
        }
        statistics
    }

    /// How the article shows a capitalised word.
    pub(super) fn seen(&self, word: u64) -> Seen {
        self.words.get(&word).copied().unwrap_or_default()
    }

    /// Whether most words of a sentence are in capitals.
    pub(super) fn is_shouted(&self, sentence: usize) -> bool {
        self.shouted[sentence]
    }

    fn read_sentence(&mut self, document: &Document<'_>, sentence: usize) {
        let tokens = document.sentences[sentence].clone();
        let (mut words, mut capitals, mut upper) = (0, 0, 0);
        for token in &document.tokens[tokens.clone()] {
            words += usize::from(!matches!(token.shape, Shape::Mark | Shape::Number | Shape::Clitic));
            capitals += usize::from(is_capital(token));
            upper += usize::from(token.shape == Shape::Upper);
        }
        let shouted = words > 1 && upper * 10 > words * 6;
        let title_case = words >= 4 && capitals * 10 >= words * 9;
        self.shouted.push(shouted);
        for at in tokens.clone().filter(|&at| is_capital(&document.tokens[at])) {
            let seen = self.words.entry(document.tokens[at].hash).or_default();
            if at > tokens.start {
                seen.places |= if shouted || title_case { 0 } else { MID_SENTENCE };
                seen.read_before(document, at - 1, at - 1 == tokens.start);
            }
            if at + 1 < tokens.end {
                seen.read_after(document, at + 1);
            }
        }
    }
}

impl Seen {
    fn read_before(&mut self, document: &Document<'_>, at: usize, starts: bool) {
        let before = &document.tokens[at];
        let traits = before.facts.traits;
        let mut when = |condition: bool, place: u64| self.places |= if condition { place } else { 0 };
        when(traits.any(Traits::TITLE.or(Traits::ROLE)), AFTER_TITLE);
        when(before.facts.saying == 3, BESIDE_SAYING);
        when(matches!(before.hash, IN | AT), AFTER_IN_OR_AT);
        when(matches!(before.hash, OF | THE), AFTER_OF_OR_THE);
        if is_capital(before) {
            when(traits.any(Traits::GIVEN), AFTER_GIVEN_NAME);
            self.before |= if starts { AT_START } else { gazetteer(traits) | PRESENT };
        }
    }

    fn read_after(&mut self, document: &Document<'_>, at: usize) {
        let after = &document.tokens[at];
        self.places |= if after.facts.saying == 3 { BESIDE_SAYING } else { 0 };
        self.places |= if after.hash == PARENTHESIS { BEFORE_PARENTHESIS } else { 0 };
        if is_capital(after) {
            self.after |= gazetteer(after.facts.traits) | PRESENT;
        }
    }
}

const IN: u64 = word_hash("in");
const AT: u64 = word_hash("at");
const OF: u64 = word_hash("of");
const THE: u64 = word_hash("the");
const PARENTHESIS: u64 = word_hash("(");

#[cfg(test)]
mod tests {
    use super::*;

    /// What the article shows of a word.
    fn seen(text: &str, word: &str) -> Seen {
        Statistics::new(&Document::new(text)).seen(word_hash(word))
    }

    #[test]
    fn places_are_gathered_from_the_whole_article() {
        let text = "Port is sweet. They saw Port in Senna. Mr. Port said so. The port is closed.";
        assert_eq!(seen(text, "port").places, MID_SENTENCE | LOWER_CASE | AFTER_TITLE | BESIDE_SAYING);
        assert_eq!(seen(text, "senna").places, MID_SENTENCE | AFTER_IN_OR_AT);
        assert_eq!(seen(text, "pier"), Seen::default());
    }

    #[test]
    fn capitals_in_headlines_say_nothing() {
        let text = "HARBOUR COUNCIL MEETS AGAIN\n\nA pier is closed.";
        assert_eq!(seen(text, "meets").places, 0);
        let statistics = Statistics::new(&Document::new(text));
        assert!(statistics.is_shouted(0) && !statistics.is_shouted(1));
    }

    #[test]
    fn neighbours_with_capitals_are_known() {
        let found = seen("They met Tobin Okkerley.", "okkerley");
        assert_eq!((found.before & PRESENT, found.after), (PRESENT, 0));
    }
}
