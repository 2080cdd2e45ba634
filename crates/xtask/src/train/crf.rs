//! Learning a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), one sequence at a time, with
//! AdaGrad (Duchi, Hazan and Singer 2011) and features left out by chance, so that none relies on another (Hinton et
//! al. 2012).

use quotidian_text::training::names::{
    Transitions, decode,
    label::{LABELS, Label},
    legal,
};

use super::random::Random;

/// A number for each label.
pub(crate) type ByLabel = [f32; LABELS];

/// A stretch of tokens with the numbers of their features.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sequence {
    pub(crate) tokens: Vec<Vec<u32>>,
    pub(crate) labels: Vec<Label>,
}

/// How to learn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Schedule {
    pub(crate) epochs: usize,
    /// The weights are the mean of those after this many last epochs.
    pub(crate) averaged: usize,
    pub(crate) rate: f32,
    /// The share of features left out.
    pub(crate) dropout: f32,
}

/// The weights of a model.
#[derive(Debug, Clone)]
pub(crate) struct Crf {
    pub(crate) features: Vec<ByLabel>,
    pub(crate) transitions: Transitions<f32>,
}

/// A step's size for training sums: finer than the shipped weights'.
const UNIT: f32 = 1024.0;
/// Tokens whose labels are this sure change nothing.
const SURE: f32 = 1e-3;

impl Crf {
    fn zero(features: usize) -> Self {
        Self { features: vec![[0.0; LABELS]; features], transitions: Transitions::default() }
    }

    /// Learns from sequences whose features are numbered below `features`.
    pub(crate) fn train(sequences: &[&Sequence], features: usize, schedule: Schedule, seed: u64) -> Self {
        let mut learner = Learner {
            crf: Self::zero(features),
            squares: Self { features: vec![[1e-6; LABELS]; features], transitions: filled(1e-6) },
            random: Random::new(seed),
            schedule,
        };
        let mut mean = Self::zero(features);
        let mut order: Vec<usize> = (0..sequences.len()).collect();
        for epoch in 0..schedule.epochs {
            learner.random.shuffle(&mut order);
            for &index in &order {
                learner.learn(sequences[index]);
            }
            if epoch + schedule.averaged >= schedule.epochs {
                mean.add(&learner.crf, 1.0 / schedule.averaged as f32);
            }
        }
        for weights in &mut mean.features {
            *weights = weights.map(|weight| weight * (1.0 - schedule.dropout));
        }
        mean
    }

    /// The mean of models.
    pub(crate) fn mean(models: &[Self]) -> Self {
        let mut mean = Self::zero(models[0].features.len());
        for model in models {
            mean.add(model, 1.0 / models.len() as f32);
        }
        mean
    }

    fn add(&mut self, other: &Self, factor: f32) {
        for (row, other) in self.rows_mut().zip(other.rows()) {
            for (weight, other) in row.iter_mut().zip(other) {
                *weight += other * factor;
            }
        }
    }

    fn rows(&self) -> impl Iterator<Item = &ByLabel> {
        let Transitions { first, last, pairs } = &self.transitions;
        self.features.iter().chain([first, last]).chain(pairs)
    }

    fn rows_mut(&mut self) -> impl Iterator<Item = &mut ByLabel> {
        let Transitions { first, last, pairs } = &mut self.transitions;
        self.features.iter_mut().chain([first, last]).chain(pairs)
    }

    /// The best labels of a sequence.
    pub(crate) fn decode(&self, sequence: &Sequence) -> Vec<Label> {
        let whole = |row: &ByLabel| row.map(|weight| (weight * UNIT) as i32);
        let transitions = Transitions {
            first: whole(&self.transitions.first),
            last: whole(&self.transitions.last),
            pairs: self.transitions.pairs.each_ref().map(whole),
        };
        let scores: Vec<_> = sequence.tokens.iter().map(|token| whole(&self.scores(token))).collect();
        let mut labels = vec![0; scores.len()];
        decode(&legal(transitions), &scores, &mut Vec::new(), &mut labels);
        labels
    }

    fn scores(&self, token: &[u32]) -> ByLabel {
        let mut scores = [0.0; LABELS];
        for &feature in token {
            add(&mut scores, &self.features[feature as usize]);
        }
        scores
    }
}

fn filled(value: f32) -> Transitions<f32> {
    Transitions { first: [value; LABELS], last: [value; LABELS], pairs: [[value; LABELS]; LABELS] }
}

fn add(sums: &mut ByLabel, row: &ByLabel) {
    for (sum, value) in sums.iter_mut().zip(row) {
        *sum += value;
    }
}

/// A model that learns.
struct Learner {
    crf: Crf,
    /// The sums of the squared gradients.
    squares: Crf,
    random: Random,
    schedule: Schedule,
}

/// What the model believes of a sequence.
struct Belief {
    /// For each token the probability of each label.
    labels: Vec<ByLabel>,
    /// The expected number of each pair of neighbouring labels.
    pairs: [ByLabel; LABELS],
}

impl Learner {
    fn learn(&mut self, sequence: &Sequence) {
        let limit = (self.schedule.dropout * 65536.0) as u64;
        let mut left_out = Dice { random: &mut self.random, bits: 0, left: 0 };
        let mut kept: Vec<Vec<u32>> = Vec::with_capacity(sequence.tokens.len());
        for token in &sequence.tokens {
            kept.push(token.iter().copied().filter(|_| left_out.roll() >= limit).collect());
        }
        let scores: Vec<ByLabel> = kept.iter().map(|token| self.crf.scores(token)).collect();
        let mut belief = believe(&self.crf.transitions, &scores);
        for ((probabilities, &label), token) in belief.labels.iter_mut().zip(&sequence.labels).zip(&kept) {
            let gradient = gradient(probabilities, usize::from(label));
            if gradient.iter().all(|value| value.abs() < SURE) {
                continue;
            }
            for &feature in token {
                let feature = feature as usize;
                let (weights, squares) =
                    (&mut self.crf.features[feature], &mut self.squares.features[feature]);
                step(weights, squares, &gradient, self.schedule.rate);
            }
        }
        self.learn_transitions(sequence, belief);
    }

    fn learn_transitions(&mut self, sequence: &Sequence, mut belief: Belief) {
        let rate = self.schedule.rate;
        let (transitions, squares) = (&mut self.crf.transitions, &mut self.squares.transitions);
        let [Some((before, first)), Some((after, last))] = [
            belief.labels.first().zip(sequence.labels.first()),
            belief.labels.last().zip(sequence.labels.last()),
        ] else {
            return;
        };
        step(&mut transitions.first, &mut squares.first, &gradient(before, usize::from(*first)), rate);
        step(&mut transitions.last, &mut squares.last, &gradient(after, usize::from(*last)), rate);
        for pair in sequence.labels.windows(2) {
            belief.pairs[usize::from(pair[0])][usize::from(pair[1])] -= 1.0;
        }
        for label in 0..LABELS {
            let gradient = belief.pairs[label].map(|value| -value);
            step(&mut transitions.pairs[label], &mut squares.pairs[label], &gradient, rate);
        }
    }
}

/// Sixteen random bits at a time.
struct Dice<'a> {
    random: &'a mut Random,
    bits: u64,
    left: u32,
}

impl Dice<'_> {
    fn roll(&mut self) -> u64 {
        if self.left == 0 {
            (self.bits, self.left) = (self.random.bits(), 4);
        }
        let roll = self.bits & 0xffff;
        self.bits >>= 16;
        self.left -= 1;
        roll
    }
}

/// What is seen less what is believed.
fn gradient(probabilities: &ByLabel, label: usize) -> ByLabel {
    let mut gradient = probabilities.map(|probability| -probability);
    gradient[label] += 1.0;
    gradient
}

fn step(weights: &mut ByLabel, squares: &mut ByLabel, gradient: &ByLabel, rate: f32) {
    for label in 0..LABELS {
        squares[label] += gradient[label] * gradient[label];
        // IEEE square roots are exact on every machine.
        weights[label] += rate * gradient[label] / squares[label].sqrt();
    }
}

/// Forward and backward sums in probabilities, scaled at each token.
fn believe(transitions: &Transitions<f32>, scores: &[ByLabel]) -> Belief {
    let pairs = transitions.pairs.map(|row| row.map(libm::expf));
    let potentials = potentials(transitions, scores);
    let forward = forward(&pairs, &potentials);
    let mut belief = Belief { labels: vec![[0.0; LABELS]; scores.len()], pairs: [[0.0; LABELS]; LABELS] };
    let mut backward = [1.0; LABELS];
    for at in (0..scores.len()).rev() {
        belief.labels[at] = normalized(product(&forward[at], &backward));
        if at > 0 {
            let ahead = product(&potentials[at], &backward);
            backward = normalized(pairs.map(|row| sum(&product(&row, &ahead))));
            let mut joint = [[0.0; LABELS]; LABELS];
            for label in 0..LABELS {
                joint[label] = product(&pairs[label], &ahead).map(|value| value * forward[at - 1][label]);
            }
            let total: f32 = joint.iter().map(sum).sum();
            for (pair, joint) in belief.pairs.as_flattened_mut().iter_mut().zip(joint.as_flattened()) {
                *pair += joint / total;
            }
        }
    }
    belief
}

/// What each token says of its labels, the greatest being 1.
fn potentials(transitions: &Transitions<f32>, scores: &[ByLabel]) -> Vec<ByLabel> {
    let potential = |(at, score): (usize, &ByLabel)| {
        let mut score = *score;
        if at == 0 {
            add(&mut score, &transitions.first);
        }
        if at + 1 == scores.len() {
            add(&mut score, &transitions.last);
        }
        let most = score.iter().fold(f32::MIN, |most, value| most.max(*value));
        score.map(|value| libm::expf(value - most))
    };
    scores.iter().enumerate().map(potential).collect()
}

/// What all tokens up to each say of its labels.
fn forward(pairs: &[ByLabel; LABELS], potentials: &[ByLabel]) -> Vec<ByLabel> {
    let mut forward: Vec<ByLabel> = Vec::with_capacity(potentials.len());
    for potential in potentials {
        let mut sums = if forward.is_empty() { [1.0; LABELS] } else { [0.0; LABELS] };
        if let Some(before) = forward.last() {
            for (weight, row) in before.iter().zip(pairs) {
                for label in 0..LABELS {
                    sums[label] += weight * row[label];
                }
            }
        }
        forward.push(normalized(product(&sums, potential)));
    }
    forward
}

fn product(left: &ByLabel, right: &ByLabel) -> ByLabel {
    std::array::from_fn(|label| left[label] * right[label])
}

fn sum(row: &ByLabel) -> f32 {
    row.iter().sum()
}

fn normalized(row: ByLabel) -> ByLabel {
    let total = sum(&row).max(f32::MIN_POSITIVE);
    row.map(|value| value / total)
}
