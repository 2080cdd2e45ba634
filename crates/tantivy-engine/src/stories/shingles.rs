use super::{
    dateline::without_dateline,
    letters::{folded, is_combining_mark},
};
use crate::mixing::{FNV_OFFSET, FNV_PRIME, mix};

/// Words in a shingle. Of 3, 4 and 5, measured on news: 3 joins more notices made from a template, 5 loses more updates.
const WORDS: usize = 4;

/// A body of fewer words is one shingle, and like another only if all words are equal: one word may be the news in it.
const FEWEST_FOR_PARTS: usize = 30;

/// A body of fewer words has no shingle: it is a caption or a title and no report.
const FEWEST: usize = 10;

/// The hashes of all runs of [`WORDS`] words of a body, in text order. What is between words, case, diacritics and the
/// dateline do not count.
pub(super) fn shingles(body: &str) -> Vec<u64> {
    let words = word_hashes(without_dateline(body));
    match words.len() {
        0..FEWEST => Vec::new(),
        FEWEST..FEWEST_FOR_PARTS => vec![hash(&words)],
        _ => words.windows(WORDS).map(hash).collect(),
    }
}

fn hash(words: &[u64]) -> u64 {
    words.iter().fold(0, |hash, word| mix(hash ^ word))
}

/// The hash of every word, folded: FNV-1a over its letters.
fn word_hashes(text: &str) -> Vec<u64> {
    let mut words = Vec::new();
    let mut word = FNV_OFFSET;
    // A space at the end, so that the last word ends like all others.
    for character in text.chars().chain([' ']) {
        if character.is_ascii_alphanumeric() {
            word = step(word, character.to_ascii_lowercase());
        } else if character.is_alphanumeric() {
            folded(character, |letter| word = step(word, letter));
        } else if word != FNV_OFFSET && !is_combining_mark(character) {
            words.push(std::mem::replace(&mut word, FNV_OFFSET));
        }
    }
    words
}

fn step(hash: u64, letter: char) -> u64 {
    (hash ^ u64::from(letter)).wrapping_mul(FNV_PRIME)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, count: usize) {
        assert_eq!(shingles(body).len(), count, "{body}");
    }

    #[test]
    fn runs_of_words_are_counted() {
        check("", 0);
        check(&"pier ".repeat(9), 0);
        check(&"pier ".repeat(10), 1);
        check(&"pier ".repeat(29), 1);
        check(&"pier ".repeat(30), 27);
    }

    #[test]
    fn every_mark_parts_words_but_one_over_a_letter() {
        let words = |text: &str| word_hashes(text);
        assert_eq!(words("The pier’s (old) cafe\u{301}—closed!"), words("the pier s old café closed"));
        assert_ne!(words("the pier"), words("pier the"));
        assert_ne!(words("the pier"), words("thepier"));
    }
}
