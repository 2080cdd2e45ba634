//! Learning to choose: conditional logit models (McFadden 1974) over hashed binary features.
//!
//! A question has options with features, one or more of them right; an option's probability is the softmax of the sums
//! of its weights. A yes-or-no question is one with an option that has no features.

use quotidian_text::training::Feature;

use super::{random::Random, sgd::AdaGrad};

/// An option: the slots of its features in the weight table, and whether it is right.
pub(crate) struct Choice {
    slots: Box<[u32]>,
    right: bool,
}

/// The options of one question.
pub(crate) type Question = Vec<Choice>;

/// How a model is learned.
#[derive(Clone, Copy)]
pub(crate) struct Settings {
    /// The table has `1 << bits` weights.
    pub(crate) bits: u32,
    pub(crate) epochs: usize,
    /// The share of features that is left out at each look.
    pub(crate) dropout: f32,
    pub(crate) rate: f32,
    /// Features seen less often are left out.
    pub(crate) seen: u32,
}

/// The weights are the mean over this many last epochs.
const AVERAGED: usize = 4;
/// How many runs the weights are the mean of.
const RUNS: u64 = 3;

/// A choice of a question.
pub(crate) fn choice(features: &[Feature], right: bool, bits: u32) -> Choice {
    let mut slots: Vec<u32> = features.iter().map(|feature| feature.slot(bits) as u32).collect();
    slots.sort_unstable();
    slots.dedup();
    Choice { slots: slots.into(), right }
}

/// A question that is answered with yes or no.
pub(crate) fn yes_or_no(features: &[Feature], yes: bool, bits: u32) -> Question {
    vec![choice(features, yes, bits), choice(&[], !yes, bits)]
}

/// The weights that make the right choices of the questions likely: the mean of several runs, each with a seed.
pub(crate) fn learn(questions: &[Question], settings: Settings) -> Vec<f32> {
    let known = known(questions, 1 << settings.bits, settings.seen);
    let mut mean = vec![0.0; 1 << settings.bits];
    for seed in 1..=RUNS {
        for (mean, weight) in mean.iter_mut().zip(run(questions, &known, settings, seed)) {
            *mean += weight / RUNS as f32;
        }
    }
    mean
}

fn run(questions: &[Question], known: &[bool], settings: Settings, seed: u64) -> Vec<f32> {
    let size = known.len();
    let mut random = Random::new(seed);
    let mut model = AdaGrad::new(size, settings.rate);
    let mut order: Vec<usize> = (0..questions.len()).collect();
    let mut sum = vec![0.0_f64; size];
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        for &question in &order {
            step(&mut model, &questions[question], known, settings.dropout, &mut random);
        }
        if epoch + AVERAGED >= settings.epochs {
            for (sum, weight) in sum.iter_mut().zip(&model.weights) {
                *sum += f64::from(*weight);
            }
        }
    }
    // Without dropout more features speak at once: each speaks lower.
    let scale = f64::from(1.0 - settings.dropout) / AVERAGED as f64;
    sum.iter().map(|sum| (sum * scale) as f32).collect()
}

/// The share of questions whose likeliest choice is right.
pub(crate) fn accuracy(weights: &[f32], questions: &[Question]) -> f32 {
    let right = questions.iter().filter(|question| {
        let score = |choice: &Choice| choice.slots.iter().map(|&slot| weights[slot as usize]).sum::<f32>();
        let best = question.iter().max_by(|left, right| score(left).total_cmp(&score(right)));
        best.is_some_and(|best| best.right)
    });
    right.count() as f32 / questions.len().max(1) as f32
}

fn known(questions: &[Question], size: usize, seen: u32) -> Vec<bool> {
    let mut counts = vec![0_u32; size];
    for slot in questions.iter().flatten().flat_map(|choice| choice.slots.iter()) {
        counts[*slot as usize] += 1;
    }
    counts.into_iter().map(|count| count >= seen).collect()
}

/// One gradient step on the logarithm of the right choices' probability.
fn step(model: &mut AdaGrad, question: &Question, known: &[bool], dropout: f32, random: &mut Random) {
    let kept: Vec<Vec<u32>> = question
        .iter()
        .map(|choice| {
            let known = choice.slots.iter().copied().filter(|&slot| known[slot as usize]);
            known.filter(|_| random.unit() >= dropout).collect()
        })
        .collect();
    let score = |slots: &Vec<u32>| slots.iter().map(|&slot| model.weights[slot as usize]).sum::<f32>();
    let scores: Vec<f32> = kept.iter().map(score).collect();
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let odds: Vec<f32> = scores.iter().map(|score| libm::expf(score - highest)).collect();
    let all: f32 = odds.iter().sum();
    let right: f32 = odds.iter().zip(question).filter(|(_, choice)| choice.right).map(|(odds, _)| odds).sum();
    if right <= 0.0 {
        return;
    }
    for ((slots, choice), odds) in kept.iter().zip(question).zip(odds) {
        let gradient = if choice.right { odds / right } else { 0.0 } - odds / all;
        if gradient.abs() > 1e-3 {
            for &slot in slots {
                model.step(slot as usize, gradient);
            }
        }
    }
}
