use quotidian_search::EngineError;
use tantivy::{DocAddress, SegmentReader, columnar::Column};

use crate::{analysis::folded_words, errors::internal};

/// One facet of an index: its values in one order over all segments, so that counts of segments can be added exactly.
#[derive(Debug)]
pub(crate) struct FacetIndex {
    /// Every value, in order; a value's place is its ordinal.
    values: Vec<Box<str>>,
    /// Every word of every value with the value's ordinal, in order.
    words: Vec<(Box<str>, u32)>,
    segments: Vec<SegmentFacet>,
}

/// A facet within one segment.
#[derive(Debug)]
struct SegmentFacet {
    /// The segment's own ordinals, per document; `None` where no document of the segment has a value.
    ordinals: Option<Column<u64>>,
    /// The ordinal over all segments of each of the segment's own.
    to_global: Vec<u32>,
}

impl FacetIndex {
    pub(super) fn open(segments: &[SegmentReader], field: &str) -> Result<Self, EngineError> {
        let mut dictionaries = Vec::with_capacity(segments.len());
        let mut columns = Vec::with_capacity(segments.len());
        for segment in segments {
            let column = segment.fast_fields().str(field).map_err(internal)?;
            dictionaries.push(column.as_ref().map(segment_values).transpose()?.unwrap_or_default());
            columns.push(column.map(|column| column.ords().clone()));
        }
        let mut values: Vec<Box<str>> = dictionaries.iter().flatten().cloned().collect();
        values.sort_unstable();
        values.dedup();
        let segments = std::iter::zip(columns, dictionaries)
            .map(|(ordinals, dictionary)| SegmentFacet { ordinals, to_global: places(&dictionary, &values) })
            .collect();
        let words = words_of(&values);
        Ok(Self { values, words, segments })
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

    /// Calls `each` with the ordinal of every value of a document.
    pub(crate) fn for_each_value(&self, address: DocAddress, mut each: impl FnMut(u32)) {
        let segment = &self.segments[address.segment_ord as usize];
        for ordinal in segment.ordinals.iter().flat_map(|column| column.values_for_doc(address.doc_id)) {
            each(segment.to_global[ordinal as usize]);
        }
    }

    /// The ordinals of the values that have these words side by side in this order, without regard to case and
    /// diacritics; in order.
    pub(crate) fn with_words_in_order(&self, text: &str) -> Vec<u32> {
        let terms: Vec<String> = folded_words(text).into_iter().map(|word| word.term).collect();
        let Some(first) = terms.first() else { return Vec::new() };
        let has_all = |ordinal: &u32| {
            let words: Vec<String> =
                folded_words(self.value(*ordinal)).into_iter().map(|word| word.term).collect();
            words.windows(terms.len()).any(|window| window == terms)
        };
        self.with_word(|word| word.cmp(first.as_str())).filter(has_all).collect()
    }

    /// The ordinals of the values in which each word of `text` begins some word; in order.
    pub(crate) fn with_word_beginnings(&self, text: &str) -> Vec<u32> {
        let mut matching: Option<Vec<u32>> = None;
        for word in folded_words(text) {
            let mut ordinals: Vec<u32> = self
                .with_word(|known| {
                    if known.starts_with(&word.term) {
                        std::cmp::Ordering::Equal
                    } else {
                        known.cmp(&word.term)
                    }
                })
                .collect();
            ordinals.sort_unstable();
            ordinals.dedup();
            matching = Some(match matching {
                None => ordinals,
                Some(before) => {
                    before.into_iter().filter(|one| ordinals.binary_search(one).is_ok()).collect()
                }
            });
        }
        matching.unwrap_or_else(|| (0..self.values.len() as u32).collect())
    }

    fn with_word(&self, compare: impl Fn(&str) -> std::cmp::Ordering) -> impl Iterator<Item = u32> {
        let start = self.words.partition_point(|(word, _)| compare(word).is_lt());
        let end = start + self.words[start..].partition_point(|(word, _)| compare(word).is_eq());
        let mut ordinals: Vec<u32> = self.words[start..end].iter().map(|(_, ordinal)| *ordinal).collect();
        ordinals.dedup();
        ordinals.into_iter()
    }
}

fn segment_values(column: &tantivy::columnar::StrColumn) -> Result<Vec<Box<str>>, EngineError> {
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
