//! `models/entities.bin`: the tagger of names; and `models/usage.bin`, which it makes on the way.

use std::{fs, ops::Range};

use anyhow::Result;
use quotidian_model::{EntityKind, Span};
use quotidian_text::training::{
    Feature,
    names::{
        Codes, NamedText, Trained, WordCodes,
        label::{self, LABELS, Label},
    },
};
use rustc_hash::FxHashMap;

use super::{
    Files,
    crf::{Crf, Schedule, Sequence},
    parallel::parallel,
    usage,
};
use crate::{
    gold::{Bytes, GoldEntity, NamedArticle, read},
    workspace::Workspace,
};

const SETS: [&str; 3] =
    ["gold/ner/worldwide.train.jsonl.gz", "gold/ner/conll03.train.jsonl.gz", "gold/ner/wikigold.jsonl.gz"];
/// What the figures are measured on; nothing is learned from it.
const MEASURED: [&str; 2] = ["gold/ner/worldwide.dev.jsonl.gz", "gold/ner/conll03.dev.jsonl.gz"];

/// How often a feature must be seen.
const LEAST_COUNT: u32 = 2;
/// The parts of the articles of which one is tagged by a model of the others.
const FOLDS: usize = 5;
/// The models whose weights are averaged: each sees the articles in an order of its own.
const SEEDS: usize = 6;
const SCHEDULE: Schedule = Schedule { epochs: 10, averaged: 3, rate: 0.1, dropout: 0.5 };
const FOLD_SCHEDULE: Schedule = Schedule { epochs: 6, ..SCHEDULE };
/// The taggers before the last one.
const ROUNDS: usize = 2;
/// The buckets of the weight file, 64 bytes each.
const BUCKETS: usize = 100_000;
/// The steps of a weight of one.
const UNIT: f32 = 24.0;

pub(crate) fn train(workspace: &Workspace) -> Result<Files> {
    let clusters = fs::read(super::model_path(workspace, "clusters.bin"))?;
    let clusters = WordCodes::new(&clusters);
    let mut gold: Vec<NamedArticle> = Vec::new();
    for set in SETS {
        gold.extend(read::<NamedArticle>(workspace, set)?);
    }
    // Each tagger shows how plain news uses its words; the next one learns with that.
    let mut usage = Vec::new();
    for _ in 0..ROUNDS {
        let codes = Codes { clusters, usage: WordCodes::new(&usage) };
        usage = usage::usage(workspace, &tagger(&gold, codes), codes)?;
    }
    let codes = Codes { clusters, usage: WordCodes::new(&usage) };
    let file = tagger(&gold, codes);
    MEASURED.iter().try_for_each(|set| measure(workspace, set, &file, codes))?;
    Ok(vec![("usage.bin", usage), ("entities.bin", file)])
}

/// The weight file of both stages.
fn tagger(gold: &[NamedArticle], codes: Codes<'_>) -> Vec<u8> {
    let mut articles: Vec<Article<'_>> = gold.iter().map(|article| Article::new(article, codes)).collect();
    let first = Stage::new(&articles);
    let guesses = jackknife(&articles, &first);
    for (article, guess) in articles.iter_mut().zip(guesses) {
        article.add_second_stage(guess);
    }
    let second = Stage::new(&articles);
    println!("{} features, {} with the second stage", first.numbers.len(), second.numbers.len());
    learn(&[first, second]).file(BUCKETS, UNIT)
}

/// An article with what is learned from it.
struct Article<'a> {
    text: NamedText<'a>,
    /// The label of each token.
    labels: Vec<Label>,
    stretches: Vec<Range<usize>>,
    /// The features of each token of the stretches.
    features: Vec<Vec<Feature>>,
}

impl<'a> Article<'a> {
    fn new(article: &'a NamedArticle, codes: Codes<'_>) -> Self {
        let text = NamedText::new(&article.text);
        let (mut stretches, mut features) = (Vec::new(), Vec::new());
        text.first_stage(codes, |stretch, tokens| {
            stretches.push(stretch);
            features.extend(tokens);
        });
        Self { labels: gold_labels(article, &text), text, stretches, features }
    }

    fn add_second_stage(&mut self, guess: Vec<Label>) {
        let mut tokens = self.features.iter_mut();
        self.text.second_stage(guess, |features| {
            if let Some(token) = tokens.next() {
                token.extend(features);
            }
        });
    }
}

/// The label of each token by the gold; a name that overlaps one before is left out.
fn gold_labels(article: &NamedArticle, text: &NamedText<'_>) -> Vec<Label> {
    let bytes = Bytes::of(&article.text);
    let mut labels = vec![label::OUTSIDE; text.len()];
    for entity in &article.entities {
        let tokens = text.tokens(bytes.span(entity.start, entity.end));
        let Some(kind) = kind(&entity.kind) else { continue };
        if tokens.is_empty() || labels[tokens.start] != label::OUTSIDE {
            continue;
        }
        let (begin, inside) = match kind {
            Kind::Named(kind) => (label::begin(kind), label::inside(kind)),
            Kind::Other => (label::OTHER, label::OTHER),
        };
        labels[tokens.start + 1..tokens.end].fill(inside);
        labels[tokens.start] = begin;
    }
    labels
}

/// What a gold name stands for.
enum Kind {
    Named(EntityKind),
    Other,
}

/// The kind that the gold's word means; none for dates and sums of money.
fn kind(word: &str) -> Option<Kind> {
    match word.to_uppercase().as_str() {
        "PER" | "PERSON" => Some(Kind::Named(EntityKind::Person)),
        "ORG" | "ORGANIZATION" => Some(Kind::Named(EntityKind::Organization)),
        "LOC" | "LOCATION" | "GPE" | "FAC" | "FACILITY" => Some(Kind::Named(EntityKind::Place)),
        "MISC" | "NORP" | "PRODUCT" => Some(Kind::Other),
        _ => None,
    }
}

/// The articles as one stage of the tagger learns from them.
struct Stage {
    numbers: FxHashMap<Feature, u32>,
    /// The sequences of each article.
    sequences: Vec<Vec<Sequence>>,
}

impl Stage {
    fn new(articles: &[Article<'_>]) -> Self {
        let mut counts: FxHashMap<Feature, u32> = FxHashMap::default();
        for feature in articles.iter().flat_map(|article| article.features.iter().flatten()) {
            *counts.entry(*feature).or_default() += 1;
        }
        counts.retain(|_, count| *count >= LEAST_COUNT);
        let mut features: Vec<Feature> = counts.into_keys().collect();
        features.sort_unstable();
        let numbers: FxHashMap<Feature, u32> = features.into_iter().zip(0..).collect();
        let sequences = articles.iter().map(|article| sequences(article, &numbers)).collect();
        Self { numbers, sequences }
    }

    fn learn(&self, articles: impl Fn(usize) -> bool, schedule: Schedule, seed: u64) -> Crf {
        let chosen = self.sequences.iter().enumerate().filter(|(index, _)| articles(*index));
        let sequences: Vec<&Sequence> = chosen.flat_map(|(_, sequences)| sequences).collect();
        Crf::train(&sequences, self.numbers.len(), schedule, seed)
    }
}

fn sequences(article: &Article<'_>, numbers: &FxHashMap<Feature, u32>) -> Vec<Sequence> {
    let mut rest = article.features.iter();
    let sequence = |stretch: &Range<usize>| Sequence {
        tokens: rest
            .by_ref()
            .take(stretch.len())
            .map(|token| token.iter().filter_map(|feature| numbers.get(feature).copied()).collect())
            .collect(),
        labels: legal_labels(&article.labels[stretch.clone()]),
    };
    article.stretches.iter().map(sequence).collect()
}

/// The labels of a stretch, where a name that began before it begins again.
fn legal_labels(labels: &[Label]) -> Vec<Label> {
    let mut labels = labels.to_vec();
    if let Some(first) = labels.first_mut()
        && label::goes_on(*first)
    {
        *first -= 1;
    }
    labels
}

/// The first stage's labels of each article by a model that has not seen it.
fn jackknife(articles: &[Article<'_>], stage: &Stage) -> Vec<Vec<Label>> {
    let models =
        parallel(FOLDS, |fold| stage.learn(|article| article % FOLDS != fold, FOLD_SCHEDULE, fold as u64));
    let guess = |(index, article): (usize, &Article<'_>)| {
        let mut labels = vec![label::OUTSIDE; article.labels.len()];
        for (stretch, sequence) in article.stretches.iter().zip(&stage.sequences[index]) {
            labels[stretch.clone()].copy_from_slice(&models[index % FOLDS].decode(sequence));
        }
        labels
    };
    articles.iter().enumerate().map(guess).collect()
}

/// Both stages, each the mean of models that saw the articles in another order.
fn learn(stages: &[Stage]) -> Trained {
    let models =
        parallel(stages.len() * SEEDS, |job| stages[job / SEEDS].learn(|_| true, SCHEDULE, 100 + job as u64));
    let means: Vec<Crf> = models.chunks(SEEDS).map(Crf::mean).collect();
    let row = |stage: usize, feature: &Feature| {
        let number = stages[stage].numbers.get(feature);
        number.map_or([0.0; LABELS], |&number| means[stage].features[number as usize])
    };
    let mut features: Vec<Feature> = stages[1].numbers.keys().copied().collect();
    features.sort_unstable();
    Trained {
        features: features
            .into_iter()
            .map(|feature| (feature, [row(0, &feature), row(1, &feature)]))
            .collect(),
        transitions: [means[0].transitions, means[1].transitions],
    }
}

/// Prints how well a weight file finds the names of a set.
fn measure(workspace: &Workspace, set: &str, file: &[u8], codes: Codes<'_>) -> Result<()> {
    use EntityKind::{Organization, Person, Place};
    let groups = [vec![Person, Organization, Place], vec![Person], vec![Organization], vec![Place]];
    let mut counts = [(0, 0); 4];
    for article in read::<NamedArticle>(workspace, set)? {
        let text = NamedText::new(&article.text);
        let bytes = Bytes::of(&article.text);
        let named = |entity: &GoldEntity| match kind(&entity.kind)? {
            Kind::Named(kind) => Some((bytes.span(entity.start, entity.end), kind)),
            Kind::Other => None,
        };
        let gold: Vec<_> = article.entities.iter().filter_map(named).collect();
        let found = text.names(file, codes);
        for (kinds, (both, all)) in groups.iter().zip(&mut counts) {
            let of_kinds = |name: &&(Span, EntityKind)| kinds.contains(&name.1);
            *both += found.iter().filter(of_kinds).filter(|name| gold.contains(name)).count();
            *all += found.iter().chain(&gold).filter(of_kinds).count();
        }
    }
    let [all, persons, organizations, places] = counts.map(|(both, all)| 200.0 * both as f64 / all as f64);
    println!(
        "{set}: F1 {all:.2}, persons {persons:.2}, organizations {organizations:.2}, places {places:.2}"
    );
    Ok(())
}
