//! `models/usage.bin`: what the capitalised words of plain news are taken for by a tagger that does not know them yet, so
//! that the next one does (self-training).

use anyhow::Result;
use quotidian_text::training::names::{
    CODES, Codes, NamedText,
    label::{self, LABELS, Label},
    word_codes_file,
};
use rustc_hash::FxHashMap;

use super::parallel::parallel;
use crate::{
    gold::{RawArticle, read},
    workspace::Workspace,
};

/// How often a word must be seen.
const LEAST_COUNT: u32 = 4;
/// Articles are tagged in this many parts.
const PARTS: usize = 16;

/// How often a word has each label.
type Counts = FxHashMap<u64, [u32; LABELS]>;

/// The file of what a weight file takes words for.
pub(crate) fn usage(workspace: &Workspace, weights: &[u8], codes: Codes<'_>) -> Result<Vec<u8>> {
    let articles: Vec<RawArticle> = read(workspace, "corpora/news-64k.jsonl.zst")?;
    let parts = parallel(PARTS, |part| count(&articles, part, weights, codes));
    let mut counts = Counts::default();
    for (key, labels) in parts.into_iter().flatten() {
        let sums = counts.entry(key).or_default();
        for (sum, count) in sums.iter_mut().zip(labels) {
            *sum += count;
        }
    }
    counts.retain(|_, labels| labels.iter().sum::<u32>() >= LEAST_COUNT);
    let codes = |(key, labels): (u64, [u32; LABELS])| {
        (key, [kind_code(&labels), label_code(&labels), shares_code(&labels)])
    };
    let mut words: Vec<(u64, [u64; CODES])> = counts.into_iter().map(codes).collect();
    words.sort_unstable();
    println!("{} capitalised words", words.len());
    Ok(word_codes_file(&words))
}

fn count(articles: &[RawArticle], part: usize, weights: &[u8], codes: Codes<'_>) -> Counts {
    let mut counts = Counts::default();
    for article in articles.iter().skip(part).step_by(PARTS) {
        NamedText::new(&article.body)
            .capitals(weights, codes, |key, label| counts.entry(key).or_default()[usize::from(label)] += 1);
    }
    counts
}

/// The labels of one kind of name.
const KINDS: [&[Label]; 5] = [&[label::OUTSIDE], &[1, 2], &[3, 4], &[5, 6], &[label::OTHER]];

/// The commonest kind, how surely, the second one, and how frequent the word is, as one number.
fn kind_code(labels: &[u32; LABELS]) -> u64 {
    let kinds = KINDS.map(|kind| kind.iter().map(|&label| labels[usize::from(label)]).sum::<u32>());
    let [first, second] = ranked(&kinds);
    let total: u32 = kinds.iter().sum();
    let share = share(kinds[first], total);
    let other = if kinds[second] * 20 > total { second } else { first };
    let frequency = [10, 100].iter().filter(|&&least| total >= least).count();
    1 + (((first * 4 + share) * KINDS.len() + other) * 3 + frequency) as u64
}

/// The commonest label, how surely, and the second one, as one number.
fn label_code(labels: &[u32; LABELS]) -> u64 {
    let [first, second] = ranked(labels);
    let total: u32 = labels.iter().sum();
    let share = share(labels[first], total);
    let other = if labels[second] * 10 > total { second } else { first };
    1 + ((first * 4 + share) * LABELS + other) as u64
}

/// How great the share of each kind of name is, as one number.
fn shares_code(labels: &[u32; LABELS]) -> u64 {
    let total: u32 = labels.iter().sum();
    let level = |kind: &&[Label]| {
        let count: u32 = kind.iter().map(|&label| labels[usize::from(label)]).sum();
        let part = f64::from(count) / f64::from(total);
        [0.02, 0.1, 0.3, 0.7].iter().filter(|&&least| part > least).count() as u64
    };
    1 + KINDS[1..].iter().fold(0, |code, kind| code * 5 + level(kind))
}

/// The places of the greatest number and the second.
fn ranked<const N: usize>(counts: &[u32; N]) -> [usize; 2] {
    let mut order: [usize; N] = std::array::from_fn(|index| index);
    order.sort_by_key(|&index| u32::MAX - counts[index]);
    [order[0], order[1]]
}

/// 0 for nearly all, 3 for less than most.
fn share(count: u32, total: u32) -> usize {
    let part = f64::from(count) / f64::from(total);
    [0.95, 0.8, 0.6].iter().filter(|&&least| part <= least).count()
}
