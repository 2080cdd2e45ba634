use quotidian_search::query::{Clause, Matching};

use crate::{
    analysis::{Word, folded_words},
    near::Window,
    read::{FacetIndex, beginning},
};

/// The ordinals of the values of a facet that a clause asks for by their words, in order.
pub(super) fn values(facet: &FacetIndex, clause: &Clause) -> Vec<u32> {
    let words: Vec<String> = folded_words(&clause.text).into_iter().map(|word| word.term).collect();
    let Some(first) = words.first() else { return Vec::new() };
    match clause.matching {
        Matching::Word | Matching::Phrase => {
            let side_by_side = |value: &[Word]| {
                value
                    .windows(words.len())
                    .any(|window| std::iter::zip(window, &words).all(|(known, word)| known.term == *word))
            };
            with(facet, first, side_by_side)
        }
        Matching::Near(slop) => {
            let (distinct, times) = distinct(&words);
            let window = Window::new(times, u32::from(slop));
            let near = |value: &[Word]| {
                let positions = distinct.iter().map(|word| places(value, word)).collect::<Vec<_>>();
                !window.occurrences(&positions).is_empty()
            };
            with(facet, first, near)
        }
        Matching::Prefix => facet.with_word(|known| beginning(known, first)),
        Matching::Fuzzy(edits) => {
            let Some(letter) = first.chars().next() else { return Vec::new() };
            let alike = |known: &str| strsim::osa_distance(known, first) <= usize::from(edits);
            let mut ordinals: Vec<u32> = facet
                .words_beginning_with(letter)
                .filter(|(known, _)| alike(known))
                .map(|(_, ordinal)| ordinal)
                .collect();
            ordinals.sort_unstable();
            ordinals.dedup();
            ordinals
        }
    }
}

/// Each word once, and how often it stands.
pub(super) fn distinct(words: &[String]) -> (Vec<&str>, Vec<u32>) {
    let mut distinct: Vec<(&str, u32)> = Vec::new();
    for word in words {
        match distinct.iter_mut().find(|(known, _)| known == word) {
            Some((_, times)) => *times += 1,
            None => distinct.push((word, 1)),
        }
    }
    distinct.into_iter().unzip()
}

fn with(facet: &FacetIndex, word: &str, fits: impl Fn(&[Word]) -> bool) -> Vec<u32> {
    facet.with_name(word, |name| fits(&folded_words(name)))
}

fn places(value: &[Word], word: &str) -> Vec<u32> {
    value.iter().zip(0..).filter(|(known, _)| known.term == word).map(|(_, place)| place).collect()
}
