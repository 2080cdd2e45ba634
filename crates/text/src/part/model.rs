//! The features of a word, and the weights that they look up.

#[cfg(feature = "training")]
use super::usual::{self, Usual};
use super::{
    Part,
    usual::UsualList,
    word::{EDGE, Word, read},
};
use crate::{document::Token, feature::Feature};

/// How many parts there are.
const PARTS: usize = Part::ALL.len();
/// How many features a word has.
const FEATURES: usize = 17;
/// The bytes of a row: a check of the feature whose row it is, 0 for none, and a signed byte for each part.
const ROW: usize = 1 + PARTS;
/// The bytes of an entry in the list of usual parts.
const ENTRY: usize = 4;

/// The weights by feature hashing (Weinberger et al. 2009), with a check that keeps most unknown features from looking up
/// the weights of others, and the list of usual parts.
///
/// The file is a byte for the bits of a row's number, a byte for those of an entry's place, the rows, the entries.
#[derive(Debug, Clone, Copy)]
struct Model<'a> {
    row_bits: u32,
    rows: &'a [[u8; ROW]],
    list: UsualList<'a>,
}

/// The model of English news.
static MODEL: Model<'_> = Model::new(include_bytes!("../../models/parts.bin"));

impl<'a> Model<'a> {
    /// Reads a weight file; a file that is none gives a model that knows nothing.
    const fn new(file: &'a [u8]) -> Self {
        if let Some(([row_bits, entry_bits], tables)) = file.split_first_chunk::<2>()
            && let Some((rows, entries)) = tables.split_at_checked(ROW << *row_bits)
            && entries.len() == ENTRY << *entry_bits
        {
            let list = UsualList(entries.as_chunks::<ENTRY>().0);
            return Self { row_bits: *row_bits as u32, rows: rows.as_chunks::<ROW>().0, list };
        }
        Self { row_bits: 1, rows: &[[0; ROW]; 2], list: UsualList(&[[0; ENTRY]]) }
    }

    /// The part with the highest sum of weights, among those that the word can have; the first of several.
    fn best(&self, word: Word, features: &[Feature; FEATURES]) -> Part {
        let mut sums = [0_i16; ROW];
        for feature in features {
            let row = &self.rows[feature.slot(self.row_bits)];
            let mask = if row[0] == check(*feature) { u8::MAX } else { 0 };
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i16::from((weight & mask).cast_signed());
            }
        }
        best(word, |part| sums[1 + part])
    }
}

/// The part with the highest of `sums`, among those that the word can have; the first of several.
pub fn best<N: PartialOrd>(word: Word, sums: impl Fn(usize) -> N) -> Part {
    let closed = word.can_be_closed();
    let mut best = Part::Noun;
    for part in Part::ALL {
        if sums(part as usize) > sums(best as usize) && (closed || !part.is_closed()) {
            best = part;
        }
    }
    best
}

/// What tells a feature from most others that have the same row.
pub fn check(feature: Feature) -> u8 {
    ((feature.0 >> 8) as u8).max(1)
}

/// Tags the tokens of a document, a sentence at a time; `lower` is its text in lower case.
pub(crate) fn tag(lower: &str, tokens: &mut [Token], sentences: &[std::ops::Range<usize>]) {
    let mut words = Vec::new();
    for sentence in sentences {
        let tokens = &mut tokens[sentence.clone()];
        read(lower, tokens, &mut words);
        for word in &mut words {
            *word = word.with_usual(MODEL.list.of(word.key()));
        }
        let mut before = [Part::Mark; 2];
        for (at, token) in tokens.iter_mut().enumerate() {
            let word = words[at];
            token.part = match word.certain() {
                Some(part) => part,
                None => MODEL.best(word, &features(&words, at, before)),
            };
            before = [token.part, before[0]];
        }
    }
}

/// The features of a word after the parts of the two words before it, the nearer first.
pub fn features(words: &[Word], at: usize, before: [Part; 2]) -> [Feature; FEATURES] {
    let around = |offset: isize| at.checked_add_signed(offset).and_then(|at| words.get(at)).unwrap_or(&EDGE);
    let (word, left, right) = (words[at], around(-1), around(1));
    let left_two = around(-2);
    let [last, last_two] = before.map(|part| part as u64);
    let case = word.case as u64;
    [
        Feature::new(1, [word.hash]),
        Feature::new(2, [word.ending(3)]),
        Feature::new(4, [word.ending(1), case]),
        Feature::new(6, [last]),
        Feature::new(7, [last, last_two]),
        Feature::new(8, [last, word.hash]),
        Feature::new(9, [left.hash]),
        Feature::new(10, [right.hash]),
        Feature::new(11, [left.ending(3)]),
        Feature::new(13, [left_two.hash]),
        Feature::new(15, [right.ending(2), right.case as u64]),
        Feature::new(17, [word.hash, right.hash]),
        Feature::new(3, [u64::from(word.saying), word.ending(2), last]),
        Feature::new(18, [word.usual.value()]),
        Feature::new(19, [word.usual.value(), last]),
        Feature::new(20, [word.usual.value(), right.usual.value()]),
        Feature::new(21, [right.usual.value(), last]),
    ]
}

/// The bytes of a weight file: for each of `1 << row_bits` rows the check of its feature and the weights, and the usual
/// parts of words by their keys, each key once.
#[cfg(feature = "training")]
pub fn part_file(row_bits: u8, rows: &[(u8, [i8; PARTS])], words: &[(u64, Usual)]) -> Vec<u8> {
    let entries = usual::entries(words);
    let mut file = vec![row_bits, entries.len().ilog2() as u8];
    for (check, weights) in rows {
        file.push(*check);
        file.extend(weights.map(i8::cast_unsigned));
    }
    file.extend(entries.as_flattened());
    file
}
