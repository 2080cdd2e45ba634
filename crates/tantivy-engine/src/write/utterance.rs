use crate::{analysis::folded_words, schema::first_bytes};

/// Shorter words are said by many on many occasions: each time they are an utterance of their own.
const FEWEST_WORDS: usize = 5;

/// The identity of what was said: the same for the same words, whatever their case, diacritics, marks and spaces. `key`
/// is the quote's own.
pub(super) fn utterance(content: &str, key: u64) -> u64 {
    let words = folded_words(content);
    if words.len() < FEWEST_WORDS {
        return key;
    }
    let mut hasher = blake3::Hasher::new();
    for word in words {
        hasher.update(word.term.as_bytes()).update(b" ");
    }
    first_bytes(&hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_one_utterance() {
        let said = utterance("The levy is a tide mark, for all.", 1);
        assert_eq!(said, utterance("the “levy” is a Tide Mark for all", 2));
        assert_ne!(said, utterance("The levy is no tide mark for all", 1));
    }

    #[test]
    fn a_few_words_are_their_own() {
        assert_eq!(utterance("No comment at all.", 7), 7);
    }
}
