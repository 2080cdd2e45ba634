//! The usual parts of words: of some surely by the treebanks, of the others by raw news that a first tagger has read.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use quotidian_text::training::{Part, Usual, Word, listed_part, tagged_sentences};
use rustc_hash::FxHashMap;

use super::{
    perceptron::{PARTS, Perceptron},
    sentence::Sentence,
};
use crate::{gold, workspace::Workspace};

/// How often a word is seen in the treebanks, and with what share of one part, that needs no model.
const SEEN: u32 = 20;
const SHARE: f64 = 0.985;
/// The same for what the first tagger sees in news.
const SEEN_SURELY: u32 = 1000;
const SHARE_IN_NEWS: f64 = 0.995;
/// How often a word is seen in news before anything is said of it.
const SEEN_IN_NEWS: u32 = 40;
/// The share from which a second part counts.
const SHARE_OF_SECOND: f64 = 0.05;
/// One article in so many is read.
const STEP: usize = 3;

/// The usual parts of words by their keys.
pub(super) type UsualParts = BTreeMap<u64, Usual>;

/// Tells each word what its usual parts are.
pub(super) fn note(sentences: &mut [Sentence], usual: &UsualParts) {
    for word in sentences.iter_mut().flat_map(|sentence| &mut sentence.words) {
        *word = word.with_usual(usual.get(&word.key()).copied().unwrap_or(Usual::UNKNOWN));
    }
}

/// How often words of a key have each part.
type Counts = FxHashMap<u64, [u32; PARTS]>;

/// What the treebanks say: the words that nearly always have the same part, those of the closed classes, and which words
/// they hold.
pub(super) fn in_treebanks(sentences: &[Sentence]) -> (UsualParts, BTreeSet<u64>) {
    let mut counts: BTreeMap<u64, [u32; PARTS]> = BTreeMap::new();
    let mut closed: BTreeMap<u64, (Word, [u32; 2])> = BTreeMap::new();
    for sentence in sentences {
        for (word, part) in sentence.words.iter().zip(&sentence.parts) {
            if let Some(part) = part.filter(|_| word.certain().is_none()) {
                counts.entry(word.key()).or_insert([0; PARTS])[part as usize] += 1;
                closed.entry(word.keys()[0]).or_insert((*word, [0; 2])).1[usize::from(part.is_closed())] += 1;
            }
        }
    }
    let seen = closed.keys().copied().collect();
    closed.retain(|_, (_, [open, closed])| *closed * 20 >= *open);
    let mut usual = UsualParts::new();
    for (key, parts) in counts {
        let (part, share) = most(&parts);
        if parts.iter().sum::<u32>() >= SEEN && share >= SHARE {
            usual.insert(key, Usual::new(part, Some(part)));
        }
    }
    for key in closed.values().flat_map(|(word, _)| word.keys()) {
        let known = usual.entry(key).or_insert(Usual::UNKNOWN);
        *known = known.with_closed();
    }
    (usual, seen)
}

/// The most frequent part, and its share.
fn most(parts: &[u32; PARTS]) -> (Part, f64) {
    let best = (0..PARTS).max_by_key(|part| (parts[*part], PARTS - part)).unwrap_or(0);
    (Part::ALL[best], f64::from(parts[best]) / f64::from(parts.iter().sum::<u32>()))
}

/// The usual parts of the words of raw news, as a first tagger sees them.
pub(super) fn in_news(
    workspace: &Workspace,
    perceptron: &Perceptron,
    known: &UsualParts,
    seen: &BTreeSet<u64>,
) -> Result<UsualParts> {
    let mut counts = Counts::default();
    let mut listed = UsualParts::new();
    for line in gold::lines(workspace, "corpora/news-64k.jsonl.zst")?.step_by(STEP) {
        let article: gold::RawArticle = serde_json::from_str(&line?)?;
        for (spans, words) in tagged_sentences(&article.body) {
            for (word, span) in words.iter().zip(spans) {
                // "amid" is rare enough to be in no treebank.
                if !seen.contains(&word.keys()[0])
                    && let Some(part) = listed_part(&span.of(&article.body).to_lowercase())
                {
                    listed.extend(word.keys().map(|key| (key, Usual::new(part, Some(part)).with_closed())));
                }
            }
            let mut sentence = Sentence { parts: Vec::new(), words };
            note(std::slice::from_mut(&mut sentence), known);
            for (word, part) in sentence.words.iter().zip(perceptron.tag(&sentence.words)) {
                if word.certain().is_none() {
                    counts.entry(word.key()).or_insert([0; PARTS])[part as usize] += 1;
                }
            }
        }
    }
    let mut usual: UsualParts =
        counts.into_iter().filter_map(|(key, parts)| Some((key, of_counts(parts)?))).collect();
    usual.extend(listed);
    Ok(usual)
}

/// The usual parts of a word that has been seen often enough.
fn of_counts(mut parts: [u32; PARTS]) -> Option<Usual> {
    let seen: u32 = parts.iter().sum();
    let (first, share) = most(&parts);
    if seen >= SEEN_SURELY && share >= SHARE_IN_NEWS {
        return Some(Usual::new(first, Some(first)));
    }
    parts[first as usize] = 0;
    let second = most(&parts).0;
    let second = (f64::from(parts[second as usize]) >= SHARE_OF_SECOND * f64::from(seen)).then_some(second);
    (seen >= SEEN_IN_NEWS).then(|| Usual::new(first, second))
}
