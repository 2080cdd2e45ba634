//! An averaged perceptron (Collins 2002) that tags from left to right.

use quotidian_text::training::{Feature, Part, Word, best_part, feature_check, part_features};
use rustc_hash::FxHashMap;

use super::sentence::Sentence;

/// Rows of the table: `1 << ROW_BITS`.
pub(super) const ROW_BITS: u8 = 17;

pub(super) const PARTS: usize = Part::ALL.len();

/// How often a feature is seen that is worth a row.
const SEEN: u32 = 2;

/// A feature's row while it is learned.
#[derive(Debug, Clone)]
struct Row {
    /// Whose row it is; 0 for nobody's.
    check: u8,
    /// Whole numbers, so that their sums do not depend on any order.
    weights: [f64; PARTS],
    /// Each change times the moment at which it was made.
    moments: [f64; PARTS],
}

/// Weights while they are learned.
pub(super) struct Perceptron {
    rows: Vec<Row>,
    now: f64,
}

impl Perceptron {
    /// All weights zero; of features that share a row the more frequent has it.
    pub(super) fn new(sentences: &[Sentence]) -> Self {
        let mut counts: FxHashMap<Feature, u32> = FxHashMap::default();
        for sentence in sentences {
            let mut before = [Part::Mark; 2];
            for (at, word) in sentence.words.iter().enumerate() {
                if word.certain().is_none() {
                    for feature in part_features(&sentence.words, at, before) {
                        *counts.entry(feature).or_default() += 1;
                    }
                }
                let part = word.certain().or(sentence.parts[at]).unwrap_or(Part::Noun);
                before = [part, before[0]];
            }
        }
        let mut features: Vec<(u32, Feature)> = counts
            .into_iter()
            .map(|(feature, seen)| (seen, feature))
            .filter(|(seen, _)| *seen >= SEEN)
            .collect();
        features.sort_unstable();
        let empty = Row { check: 0, weights: [0.0; PARTS], moments: [0.0; PARTS] };
        let mut rows = vec![empty; 1 << ROW_BITS];
        for (_, feature) in features {
            rows[slot(feature)].check = feature_check(feature);
        }
        Self { rows, now: 0.0 }
    }

    fn best(&self, word: Word, features: &[Feature]) -> Part {
        let mut sums = [0.0; PARTS];
        for feature in features {
            let row = &self.rows[slot(*feature)];
            if row.check == feature_check(*feature) {
                sums.iter_mut().zip(&row.weights).for_each(|(sum, weight)| *sum += weight);
            }
        }
        best_part(word, |part| sums[part])
    }

    /// The parts of words, the certain ones among them.
    pub(super) fn tag(&self, words: &[Word]) -> Vec<Part> {
        let mut before = [Part::Mark; 2];
        let tag = |at: usize| {
            let guess = words[at].certain();
            let guess = guess.unwrap_or_else(|| self.best(words[at], &part_features(words, at, before)));
            before = [guess, before[0]];
            guess
        };
        (0..words.len()).map(tag).collect()
    }

    /// Learns from a sentence, tagging it along.
    pub(super) fn learn(&mut self, sentence: &Sentence) {
        let mut before = [Part::Mark; 2];
        for (at, gold) in sentence.parts.iter().enumerate() {
            let guess = sentence.words[at].certain().unwrap_or_else(|| {
                let features = part_features(&sentence.words, at, before);
                let guess = self.best(sentence.words[at], &features);
                self.now += 1.0;
                if let Some(gold) = gold.filter(|gold| *gold != guess) {
                    self.change(&features, gold, 1.0);
                    self.change(&features, guess, -1.0);
                }
                guess
            });
            before = [guess, before[0]];
        }
    }

    fn change(&mut self, features: &[Feature], part: Part, change: f64) {
        for feature in features {
            let row = &mut self.rows[slot(*feature)];
            if row.check == feature_check(*feature) {
                row.weights[part as usize] += change;
                row.moments[part as usize] += change * self.now;
            }
        }
    }

    /// Puts the average over all moments in the place of each weight.
    pub(super) fn average(&mut self) {
        for row in &mut self.rows {
            for (weight, moment) in row.weights.iter_mut().zip(row.moments) {
                *weight -= moment / self.now;
            }
        }
    }

    /// The share of words that get the treebank's part.
    pub(super) fn accuracy(&self, sentences: &[Sentence]) -> f64 {
        let (mut right, mut words) = (0.0, 0.0);
        for sentence in sentences {
            for (gold, guess) in sentence.parts.iter().zip(self.tag(&sentence.words)) {
                words += if gold.is_some() { 1.0 } else { 0.0 };
                right += if *gold == Some(guess) { 1.0 } else { 0.0 };
            }
        }
        right / words
    }

    /// Rounds the weights to the steps of a signed byte, and gives those with the checks of their features.
    pub(super) fn round(&mut self) -> Vec<(u8, [i8; PARTS])> {
        let weights = self.rows.iter().flat_map(|row| row.weights);
        let largest = weights.fold(0.0_f64, |largest, weight| largest.max(weight.abs()));
        for row in &mut self.rows {
            row.weights = row.weights.map(|weight| (weight / largest * 127.0).round());
        }
        self.rows.iter().map(|row| (row.check, row.weights.map(|weight| weight as i8))).collect()
    }
}

fn slot(feature: Feature) -> usize {
    feature.slot(u32::from(ROW_BITS))
}
