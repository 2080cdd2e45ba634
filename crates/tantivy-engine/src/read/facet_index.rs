use std::cmp::Ordering;

use quotidian_search::EngineError;
use tantivy::{SegmentReader, columnar::StrColumn};

use super::Lists;
use crate::{analysis::folded_words, errors::internal, sound::sound};

/// One facet of an index: its values in one order over all segments, who has them, and the words they are made of.
#[derive(Debug)]
pub(crate) struct FacetIndex {
    /// Every value, in order; a value's place is its ordinal.
    values: Vec<Box<str>>,
    /// Every word of every value with the value's ordinal, in order.
    words: Vec<(Box<str>, u32)>,
    /// The same words as they sound, in order.
    sounds: Vec<(Box<str>, u32)>,
    /// The ordinals of every document's values.
    by_document: Lists,
    /// The documents that have a value.
    by_value: Lists,
}

impl FacetIndex {
    /// Reads the fast field of a facet. Documents that were replaced have no values.
    pub(super) fn open(segments: &[SegmentReader], field: &str) -> Result<Self, EngineError> {
        let mut columns = Vec::with_capacity(segments.len());
        for segment in segments {
            let column = segment.fast_fields().str(field).map_err(internal)?;
            let dictionary = column.as_ref().map(segment_values).transpose()?.unwrap_or_default();
            columns.push((column, dictionary));
        }
        let mut values: Vec<Box<str>> =
            columns.iter().flat_map(|(_, dictionary)| dictionary).cloned().collect();
        values.sort_unstable();
        values.dedup();
        let mut by_document = Lists::with_capacity(segments.iter().map(|one| one.max_doc() as usize).sum());
        for (segment, (column, dictionary)) in std::iter::zip(segments, &columns) {
            let to_global = places(dictionary, &values);
            for document in 0..segment.max_doc() {
                let column = column.as_ref().filter(|_| !segment.is_deleted(document));
                let ordinals = column.into_iter().flat_map(|column| column.term_ords(document));
                by_document.push(ordinals.map(|ordinal| to_global[ordinal as usize]));
            }
        }
        Ok(Self::new(values, by_document))
    }

    /// From the values in order, and the ordinals of every document's values.
    pub(super) fn new(values: Vec<Box<str>>, by_document: Lists) -> Self {
        let words = words_of(&values);
        let mut sounds: Vec<(Box<str>, u32)> =
            words.iter().map(|(word, ordinal)| (sound(word).into(), *ordinal)).collect();
        sounds.sort_unstable();
        let by_value = by_document.transposed(values.len());
        Self { values, words, sounds, by_document, by_value }
    }

    /// How many values the archive has, those of replaced articles included.
    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    pub(crate) fn value(&self, ordinal: u32) -> &str {
        self.values.get(ordinal as usize).map_or("", |value| value)
    }

    pub(crate) fn ordinal(&self, value: &str) -> Option<u32> {
        self.values.binary_search_by(|known| (**known).cmp(value)).ok().map(|place| place as u32)
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
            let ordinals = ordinals(&self.sounds, |known| beginning(known, &typed));
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
        ordinals(&self.words, compare)
    }

    /// Every word of every value, folded, each once, in order.
    pub(crate) fn words_beginning_with(&self, letter: char) -> impl Iterator<Item = (&str, u32)> {
        let start = self.words.partition_point(|(word, _)| word.chars().next() < Some(letter));
        self.words[start..]
            .iter()
            .take_while(move |(word, _)| word.starts_with(letter))
            .map(|(word, ordinal)| (&**word, *ordinal))
    }
}

/// The ordinals of the words that `compare` finds equal, in order, each once.
fn ordinals(words: &[(Box<str>, u32)], compare: impl Fn(&str) -> Ordering) -> Vec<u32> {
    let start = words.partition_point(|(word, _)| compare(word).is_lt());
    let length = words[start..].partition_point(|(word, _)| compare(word).is_eq());
    let mut ordinals: Vec<u32> = words[start..start + length].iter().map(|(_, ordinal)| *ordinal).collect();
    ordinals.sort_unstable();
    ordinals.dedup();
    ordinals
}

/// How a word lies to all words that begin so.
pub(crate) fn beginning(word: &str, start: &str) -> Ordering {
    if word.starts_with(start) { Ordering::Equal } else { word.cmp(start) }
}

fn segment_values(column: &StrColumn) -> Result<Vec<Box<str>>, EngineError> {
    let mut values = Vec::with_capacity(column.num_terms());
    let mut stream = column.dictionary().stream().map_err(internal)?;
    while stream.advance() {
        values.push(String::from_utf8_lossy(stream.key()).into());
    }
    Ok(values)
}

/// The place of each of `some` in `all`; both in order.
fn places(some: &[Box<str>], all: &[Box<str>]) -> Vec<u32> {
    let mut places = Vec::with_capacity(some.len());
    let mut place = 0;
    for value in some {
        while all.get(place).is_some_and(|known| known < value) {
            place += 1;
        }
        places.push(place as u32);
    }
    places
}

fn words_of(values: &[Box<str>]) -> Vec<(Box<str>, u32)> {
    let mut words: Vec<(Box<str>, u32)> = std::iter::zip(values, 0..)
        .flat_map(|(value, ordinal)| {
            folded_words(value).into_iter().map(move |word| (word.term.into(), ordinal))
        })
        .collect();
    words.sort_unstable();
    words
}
