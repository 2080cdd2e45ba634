//! An averaged perceptron (Collins 2002) that tags from left to right.

use quotidian_text::training::{Feature, Part, Word, part_features};

use super::sentence::Sentence;

/// Rows of the table: `1 << ROW_BITS`.
pub(super) const ROW_BITS: u8 = 17;

pub(super) const PARTS: usize = Part::ALL.len();

/// Weights while they are learned: whole numbers, so that their sums do not depend on any order.
pub(super) struct Perceptron {
    weights: Vec<[f64; PARTS]>,
    /// Each change times the moment at which it was made.
    moments: Vec<[f64; PARTS]>,
    now: f64,
}

impl Perceptron {
    /// All weights zero.
    pub(super) fn new() -> Self {
        Self {
            weights: vec![[0.0; PARTS]; 1 << ROW_BITS],
            moments: vec![[0.0; PARTS]; 1 << ROW_BITS],
            now: 0.0,
        }
    }

    fn best(&self, features: &[Feature]) -> Part {
        let mut sums = [0.0; PARTS];
        for feature in features {
            for (sum, weight) in sums.iter_mut().zip(&self.weights[row(*feature)]) {
                *sum += weight;
            }
        }
        let first = |best: usize, part: usize| if sums[part] > sums[best] { part } else { best };
        Part::ALL[(1..PARTS).fold(0, first)]
    }

    /// The parts of words, the certain ones among them.
    pub(super) fn tag(&self, words: &[Word]) -> Vec<Part> {
        let mut before = [Part::Mark; 2];
        let tag = |at: usize| {
            let guess = words[at].certain();
            let guess = guess.unwrap_or_else(|| self.best(&part_features(words, at, before)));
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
                let guess = self.best(&features);
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
            self.weights[row(*feature)][part as usize] += change;
            self.moments[row(*feature)][part as usize] += change * self.now;
        }
    }

    /// Puts the average over all moments in the place of each weight.
    pub(super) fn average(&mut self) {
        let weights = self.weights.as_flattened_mut().iter_mut();
        for (weight, moment) in weights.zip(self.moments.as_flattened()) {
            *weight -= moment / self.now;
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

    /// Rounds the weights to the steps of a signed byte, and gives those.
    pub(super) fn round(&mut self) -> Vec<[i8; PARTS]> {
        let weights = self.weights.as_flattened();
        let largest = weights.iter().fold(0.0_f64, |largest, weight| largest.max(weight.abs()));
        let rounded = |weight: f64| (weight / largest * 127.0).round();
        self.weights.iter_mut().for_each(|row| *row = row.map(rounded));
        self.weights.iter().map(|row| row.map(|weight| weight as i8)).collect()
    }
}

fn row(feature: Feature) -> usize {
    feature.slot(u32::from(ROW_BITS))
}
