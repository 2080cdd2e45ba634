use std::cmp::Ordering;

use quotidian_search::sound;

use super::Lists;
use crate::analysis::folded_words;

/// One facet of an index: its values in one order over all segments, who has them, and the words they are made of.
#[derive(Debug)]
pub(crate) struct FacetIndex {
    /// Every value, in order; a value's place is its ordinal.
    values: Vec<Box<str>>,
    /// Other names of values with the value's ordinal, in order.
    variants: Vec<(Box<str>, u32)>,
    /// Every word of every label, in order. The labels are the values, and after them the variants.
    words: Vec<(Box<str>, u32)>,
    /// The same words as they sound, in order.
    sounds: Vec<(Box<str>, u32)>,
    /// The ordinals of every document's values.
    by_document: Lists,
    /// The documents that have a value.
    by_value: Lists,
}

impl FacetIndex {
    /// From the values in order, and the ordinals of every document's values.
    pub(super) fn new(values: Vec<Box<str>>, by_document: Lists) -> Self {
        Self::with_variants(values, by_document, Vec::new())
    }

    /// Likewise, with other names of the values, in order, each with the value's ordinal.
    pub(super) fn with_variants(
        values: Vec<Box<str>>,
        by_document: Lists,
        variants: Vec<(Box<str>, u32)>,
    ) -> Self {
        let labels = values.iter().chain(variants.iter().map(|(variant, _)| variant));
        let words = words_of(labels);
        let mut sounds: Vec<(Box<str>, u32)> =
            words.iter().map(|(word, label)| (sound(word).into(), *label)).collect();
        sounds.sort_unstable();
        let by_value = by_document.transposed(values.len());
        Self { values, variants, words, sounds, by_document, by_value }
    }

    /// How many values the archive has, those of replaced articles included.
    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    pub(crate) fn value(&self, ordinal: u32) -> &str {
        self.values.get(ordinal as usize).map_or("", |value| value)
    }

    /// The ordinal of a value that documents have, or of the only one that has this other name.
    pub(crate) fn ordinal(&self, value: &str) -> Option<u32> {
        let own = self.values.binary_search_by(|known| (**known).cmp(value)).ok().map(|place| place as u32);
        own.filter(|ordinal| !self.documents_with(*ordinal).is_empty()).or_else(|| self.meant(value)).or(own)
    }

    fn meant(&self, variant: &str) -> Option<u32> {
        let start = self.variants.partition_point(|(known, _)| **known < *variant);
        let mut meant = self.variants[start..].iter().take_while(|(known, _)| **known == *variant);
        meant.next().filter(|_| meant.next().is_none()).map(|(_, ordinal)| *ordinal)
    }

    /// The ordinals of a document's values.
    pub(crate) fn values_of(&self, document: u32) -> &[u32] {
        self.by_document.get(document)
    }

    /// The documents that have a value, in order.
    pub(crate) fn documents_with(&self, ordinal: u32) -> &[u32] {
        self.by_value.get(ordinal)
    }

    /// The ordinals of the values in which each word of `text` begins some word as it sounds; in order.
    pub(crate) fn with_word_beginnings(&self, text: &str) -> Vec<u32> {
        let mut matching: Option<Vec<u32>> = None;
        for word in folded_words(text) {
            let typed = sound(&word.term);
            let ordinals = self.ordinals_of(matching_words(&self.sounds, |known| beginning(known, &typed)));
            matching = Some(match matching {
                None => ordinals,
                Some(before) => {
                    before.into_iter().filter(|one| ordinals.binary_search(one).is_ok()).collect()
                }
            });
        }
        matching.unwrap_or_else(|| (0..self.values.len() as u32).collect())
    }

    /// The ordinals of the values that have a word which `compare` finds equal; in order, each once. It must order
    /// words as they are.
    pub(crate) fn with_word(&self, compare: impl Fn(&str) -> Ordering) -> Vec<u32> {
        self.ordinals_of(matching_words(&self.words, compare))
    }

    /// The ordinals of the values with a name that has a word and fits besides; in order, each once.
    pub(crate) fn with_name(&self, word: &str, fits: impl Fn(&str) -> bool) -> Vec<u32> {
        let having = matching_words(&self.words, |known| known.cmp(word)).iter();
        self.ordinals_of(having.filter(|(_, label)| fits(self.label(*label))))
    }

    /// Every word of every value and variant, folded, each once, in order, with the value's ordinal.
    pub(crate) fn words_beginning_with(&self, letter: char) -> impl Iterator<Item = (&str, u32)> {
        let start = self.words.partition_point(|(word, _)| word.chars().next() < Some(letter));
        self.words[start..]
            .iter()
            .take_while(move |(word, _)| word.starts_with(letter))
            .map(|(word, label)| (&**word, self.labelled(*label)))
    }

    /// A value, or another name of one.
    fn label(&self, label: u32) -> &str {
        let variant = || self.variants.get(label as usize - self.values.len()).map(|(variant, _)| variant);
        self.values.get(label as usize).or_else(variant).map_or("", |label| label)
    }

    /// The ordinal of the value that a label stands for.
    fn labelled(&self, label: u32) -> u32 {
        let variant = (label as usize).checked_sub(self.values.len());
        variant.and_then(|variant| self.variants.get(variant)).map_or(label, |(_, ordinal)| *ordinal)
    }

    fn ordinals_of<'a>(&self, words: impl IntoIterator<Item = &'a (Box<str>, u32)>) -> Vec<u32> {
        let mut ordinals: Vec<u32> = words.into_iter().map(|(_, label)| self.labelled(*label)).collect();
        ordinals.sort_unstable();
        ordinals.dedup();
        ordinals
    }
}

/// The words that `compare` finds equal.
fn matching_words(words: &[(Box<str>, u32)], compare: impl Fn(&str) -> Ordering) -> &[(Box<str>, u32)] {
    let start = words.partition_point(|(word, _)| compare(word).is_lt());
    let length = words[start..].partition_point(|(word, _)| compare(word).is_eq());
    &words[start..start + length]
}

/// How a word lies to all words that begin so.
pub(crate) fn beginning(word: &str, start: &str) -> Ordering {
    if word.starts_with(start) { Ordering::Equal } else { word.cmp(start) }
}

fn words_of<'a>(labels: impl Iterator<Item = &'a Box<str>>) -> Vec<(Box<str>, u32)> {
    let mut words: Vec<(Box<str>, u32)> = std::iter::zip(labels, 0..)
        .flat_map(|(name, label)| folded_words(name).into_iter().map(move |word| (word.term.into(), label)))
        .collect();
    words.sort_unstable();
    words
}
