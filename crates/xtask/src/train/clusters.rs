//! `models/clusters.bin`: classes of the words of plain news.

use anyhow::Result;
use quotidian_text::training::{
    Feature,
    names::{CODES, word_codes_file, words},
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Files,
    exchange::{Contexts, exchange},
    parallel::parallel,
};
use crate::{
    gold::{RawArticle, read},
    workspace::Workspace,
};

/// How many words have classes: the most frequent.
const WORDS: usize = 60_000;
/// How many classes there are for each code.
const CLASSES: [usize; CODES] = [100, 300, 1000];
const PASSES: usize = 3;
/// Shorter sentences are menus and bylines.
const SHORTEST: usize = 4;
/// Stands between sentences.
const BREAK: u32 = u32::MAX;

pub(crate) fn train(workspace: &Workspace) -> Result<Files> {
    let corpus = Corpus::read(workspace)?;
    println!("{} tokens, {} words", corpus.tokens.len(), corpus.counts.len());
    let (keys, ranks) = corpus.most_frequent();
    let contexts = corpus.neighbours(&ranks, keys.len());
    drop(corpus);
    let classes = parallel(CODES, |code| exchange(&contexts, CLASSES[code], PASSES));
    let codes = |word: usize| std::array::from_fn(|code| 1 + u64::from(classes[code][word]));
    let file: Vec<_> = keys.iter().enumerate().map(|(word, key)| (*key, codes(word))).collect();
    Ok(vec![("clusters.bin", word_codes_file(&file))])
}

/// Sentences of plain news, each once.
#[derive(Default)]
struct Corpus {
    /// Words by number, [`BREAK`] before each sentence.
    tokens: Vec<u32>,
    /// The key of each word.
    keys: Vec<u64>,
    counts: Vec<u32>,
    numbers: FxHashMap<u64, u32>,
    sentences: FxHashSet<Feature>,
}

impl Corpus {
    fn read(workspace: &Workspace) -> Result<Self> {
        let mut corpus = Self::default();
        let mut sentence = Vec::new();
        for article in read::<RawArticle>(workspace, "corpora/news-64k.jsonl.zst")? {
            for text in [&article.title, &article.body] {
                words(text, |key, starts| {
                    if starts {
                        corpus.add(&sentence);
                        sentence.clear();
                    }
                    sentence.push(key);
                });
                corpus.add(&sentence);
                sentence.clear();
            }
        }
        Ok(corpus)
    }

    /// Adds a sentence that is long enough and new.
    fn add(&mut self, sentence: &[u64]) {
        let hash = sentence.iter().fold(Feature::new(0, []), |hash, key| hash.with(*key));
        if sentence.len() < SHORTEST || !self.sentences.insert(hash) {
            return;
        }
        self.tokens.push(BREAK);
        for &key in sentence {
            let number = *self.numbers.entry(key).or_insert_with(|| {
                self.keys.push(key);
                self.counts.push(0);
                (self.keys.len() - 1) as u32
            });
            self.counts[number as usize] += 1;
            self.tokens.push(number);
        }
    }

    /// The keys of the most frequent words, and the rank of each word.
    fn most_frequent(&self) -> (Vec<u64>, Vec<u32>) {
        let mut order: Vec<usize> = (0..self.keys.len()).collect();
        order.sort_by_key(|&word| (u32::MAX - self.counts[word], self.keys[word]));
        let mut ranks = vec![BREAK; order.len()];
        for (rank, &word) in order.iter().enumerate() {
            ranks[word] = rank as u32;
        }
        (order.iter().take(WORDS).map(|&word| self.keys[word]).collect(), ranks)
    }

    /// The words before and after each of the first words: what is seen twice.
    fn neighbours(&self, ranks: &[u32], words: usize) -> Contexts {
        // A sentence's edge is the word after the last.
        let rank = |token: u32| if token == BREAK { words as u32 } else { ranks[token as usize] };
        let ranked: Vec<u32> = self.tokens.iter().map(|&token| rank(token)).collect();
        let known = |pair: &&[u32]| pair.iter().all(|&word| word as usize <= words);
        let mut pairs: Vec<[u32; 2]> =
            ranked.windows(2).filter(known).map(|pair| [pair[0], pair[1]]).collect();
        pairs.sort_unstable();
        let mut of = vec![Vec::new(); words];
        for same in pairs.chunk_by(|left, right| left == right).filter(|same| same.len() > 1) {
            let [left, right] = same[0];
            let count = same.len() as u32;
            if (left as usize) < words {
                of[left as usize].push((right, count));
            }
            if (right as usize) < words {
                of[right as usize].push((left + words as u32 + 1, count));
            }
        }
        Contexts { of, count: 2 * (words + 1) }
    }
}
