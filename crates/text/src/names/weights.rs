//! The tagger's weights, read in place.
//!
//! The file is a hash table of features. A bucket is 64 bytes and has four rows: 14 signed bytes each, the weights of
//! the labels but [`label::OUTSIDE`](super::label::OUTSIDE) in the first stage and in the second; then the rows'
//! fingerprints, two bytes each, little endian, 0 for an empty row. So one look-up serves both stages. After the
//! buckets stand the weights of the transitions: for each stage of the first label, of the last, and of each pair, as
//! `i16` in the same unit.

use super::label::{LABELS, Label};
use crate::feature::Feature;

/// The stages of the tagger.
pub(super) const STAGES: usize = 2;
/// The weights of a row that belong to one stage.
const STAGE_WEIGHTS: usize = LABELS - 1;
/// The weights of a row.
const ROW: usize = STAGES * STAGE_WEIGHTS;
/// The rows of a bucket.
const ROWS: usize = 4;
const BUCKET: usize = 64;
/// Where the fingerprints stand in a bucket.
const PRINTS: usize = ROWS * ROW;
/// The bytes of a stage's transitions.
const TRANSITIONS: usize = (2 * LABELS + LABELS * LABELS) * 2;

/// The sums of the weights of a token's features: a row, and two that mean nothing.
pub(super) type Sums = [i16; 16];

/// How well labels follow each other.
#[derive(Debug, Clone, Copy, Default)]
pub struct Transitions<T> {
    /// By the first label.
    pub first: [T; LABELS],
    /// By the last label.
    pub last: [T; LABELS],
    /// By a label and the one after it.
    pub pairs: [[T; LABELS]; LABELS],
}

/// A weight file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weights<'a> {
    buckets: &'a [[u8; BUCKET]],
    pub(super) transitions: [Transitions<i32>; STAGES],
}

impl<'a> Weights<'a> {
    /// Reads a weight file; a file that is none gives weights of 0.
    pub(super) fn new(file: &'a [u8]) -> Self {
        let (table, transitions) = file.split_at(file.len().saturating_sub(STAGES * TRANSITIONS));
        let mut numbers = transitions.as_chunks().0.iter().map(|pair| i32::from(i16::from_le_bytes(*pair)));
        let mut next = || numbers.next().unwrap_or_default();
        let transitions = std::array::from_fn(|_| Transitions {
            first: std::array::from_fn(|_| next()),
            last: std::array::from_fn(|_| next()),
            pairs: std::array::from_fn(|_| std::array::from_fn(|_| next())),
        });
        Self { buckets: table.as_chunks().0, transitions }
    }

    /// Adds the weights of features.
    pub(super) fn add(&self, features: &[Feature], sums: &mut Sums) {
        for feature in features {
            let (bucket, print) = place(*feature, self.buckets.len());
            if let Some(bucket) = self.buckets.get(bucket) {
                add_row(bucket, print, sums);
            }
        }
    }
}

/// The bucket of a feature and its fingerprint, which is never 0.
fn place(feature: Feature, buckets: usize) -> (usize, u16) {
    let bucket = ((feature.0 >> 32) * buckets as u64) >> 32;
    (bucket as usize, (feature.0 as u16).max(1))
}

/// Adds the row with a fingerprint, if a bucket has one.
fn add_row(bucket: &[u8; BUCKET], print: u16, sums: &mut Sums) {
    const EACH: u64 = 0x0001_0001_0001_0001;
    let [.., a, b, c, d, e, f, g, h] = *bucket;
    let prints = u64::from_le_bytes([a, b, c, d, e, f, g, h]);
    // The lowest 16 bits that are 0 after this are the row's (Warren, Hacker's Delight, 6-1).
    let different = prints ^ (u64::from(print) * EACH);
    let equal = different.wrapping_sub(EACH) & !different & (EACH << 15);
    if equal == 0 {
        return;
    }
    let row = (equal.trailing_zeros() / 16) as usize * ROW;
    if let Some(weights) = bucket[row..].first_chunk::<16>() {
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum = sum.wrapping_add(i16::from(weight.cast_signed()));
        }
    }
}

/// The scores of a token's labels in a stage.
pub(super) fn scores(sums: &Sums, stage: usize) -> [i32; LABELS] {
    let mut scores = [0; LABELS];
    for label in 1..LABELS {
        scores[label] = i32::from(sums[stage * STAGE_WEIGHTS + label - 1]);
    }
    scores
}

/// What training finds: for each feature and stage the weights of the labels, and the transitions.
#[cfg(any(test, feature = "training"))]
#[derive(Debug, Default)]
pub struct Trained {
    /// The features in any fixed order.
    pub features: Vec<(Feature, [[f32; LABELS]; STAGES])>,
    /// The transitions of each stage.
    pub transitions: [Transitions<f32>; STAGES],
}

#[cfg(any(test, feature = "training"))]
impl Trained {
    /// The weight file with `buckets` buckets, its unit being `1 / unit`; what finds no room is left out, the least
    /// first.
    pub fn file(&self, buckets: usize, unit: f32) -> Vec<u8> {
        let mut rows: Vec<(i32, Feature, [i8; ROW])> = self
            .features
            .iter()
            .map(|(feature, weights)| {
                let mut row = [0; ROW];
                for stage in 0..STAGES {
                    for label in 1..LABELS {
                        let weight = weights[stage][label] - weights[stage][0];
                        row[stage * STAGE_WEIGHTS + label - 1] =
                            (weight * unit).round().clamp(-127.0, 127.0) as i8;
                    }
                }
                let spread = |row: &[i8]| {
                    let (least, most) = row
                        .iter()
                        .fold((0, 0), |(least, most), &weight| (weight.min(least), weight.max(most)));
                    i32::from(most) - i32::from(least)
                };
                (spread(&row[..STAGE_WEIGHTS]).max(spread(&row[STAGE_WEIGHTS..])), *feature, row)
            })
            .collect();
        rows.sort_by_key(|(spread, feature, _)| (-spread, *feature));
        let mut table = vec![[0_u8; BUCKET]; buckets];
        for (_, feature, row) in rows.into_iter().filter(|(spread, ..)| *spread > 1) {
            let (bucket, print) = place(feature, buckets);
            insert(&mut table[bucket], print, row);
        }
        let mut file = table.concat();
        let unit = |weight: &f32| ((weight * unit).round() as i16).to_le_bytes();
        for Transitions { first, last, pairs } in &self.transitions {
            file.extend(first.iter().chain(last).chain(pairs.as_flattened()).flat_map(unit));
        }
        file
    }
}

/// Puts a row where there is room.
#[cfg(any(test, feature = "training"))]
fn insert(bucket: &mut [u8; BUCKET], print: u16, row: [i8; ROW]) {
    for at in 0..ROWS {
        let place = PRINTS + 2 * at..PRINTS + 2 * at + 2;
        if bucket[place.clone()] == print.to_le_bytes() {
            return;
        }
        if bucket[place.clone()] == [0, 0] {
            bucket[place].copy_from_slice(&print.to_le_bytes());
            bucket[at * ROW..(at + 1) * ROW].copy_from_slice(&row.map(i8::cast_unsigned));
            return;
        }
    }
}

/// The weight of a pair of labels that cannot stand together.
pub(super) const NEVER: i32 = -1_000_000;

/// The best label, the earlier one where two are equal.
pub(super) fn best(scores: &[i32; LABELS]) -> Label {
    let mut best = 0;
    for label in 1..LABELS {
        if scores[label] > scores[best] {
            best = label;
        }
    }
    best as Label
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Feature = Feature(0x0123_4567_89ab_cdef);

    fn file() -> Vec<u8> {
        let mut known = [[0.0; LABELS]; STAGES];
        known[0][3] = 1.5;
        known[1][1] = -0.5;
        let mut trained = Trained { features: vec![(KNOWN, known)], ..Trained::default() };
        trained.transitions[1].pairs[2][4] = 2.0;
        trained.file(4, 10.0)
    }

    #[test]
    fn a_features_weights_are_found_in_both_stages() {
        let file = file();
        let weights = Weights::new(&file);
        let mut sums = Sums::default();
        weights.add(&[KNOWN, KNOWN], &mut sums);
        assert_eq!(scores(&sums, 0), [0, 0, 0, 30, 0, 0, 0, 0]);
        assert_eq!(scores(&sums, 1), [0, -10, 0, 0, 0, 0, 0, 0]);
        assert_eq!(weights.transitions[1].pairs[2][4], 20);
    }

    #[test]
    fn unknown_features_and_an_empty_file_weigh_nothing() {
        let mut sums = Sums::default();
        Weights::new(&file()).add(&[Feature(KNOWN.0 ^ 1), Feature(7)], &mut sums);
        Weights::new(&[]).add(&[KNOWN], &mut sums);
        assert_eq!(sums, Sums::default());
    }
}
