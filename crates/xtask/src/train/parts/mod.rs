//! The tagger of parts of speech, learned from the treebanks GUM and EWT.
//!
//! Twice: the first tagger reads raw news and counts what its words usually are, and the second learns with that.

mod perceptron;
mod sentence;
mod usual;

use anyhow::Result;
use quotidian_text::training::{Usual, part_file};

use self::{
    perceptron::{Perceptron, ROW_BITS},
    sentence::{Sentence, headings, sentences},
};
use super::{conllu, random::Random};
use crate::workspace::Workspace;

const TREEBANKS: [&str; 3] =
    ["gold/pos/gum.conllu.gz", "gold/pos/ewt.dev.conllu.gz", "gold/pos/ewt.test.conllu.gz"];
const SEED: u64 = 1;
/// One document in so many is kept for the figure.
const HELD_OUT: usize = 20;
const EPOCHS: usize = 8;

/// Trains, prints the accuracy on what was held out, and gives the weight file.
pub(crate) fn train(workspace: &Workspace) -> Result<Vec<u8>> {
    let mut documents = Vec::new();
    for name in TREEBANKS {
        documents.extend(conllu::read(workspace, name)?);
    }
    let mut random = Random::new(SEED);
    random.shuffle(&mut documents);
    let held_out = documents.split_off(documents.len() - documents.len() / HELD_OUT);
    let mut held_out: Vec<Sentence> = held_out.iter().flat_map(sentences).collect();
    let mut sentences: Vec<Sentence> = documents.iter().flat_map(sentences).collect();
    sentences.extend(documents.iter().flat_map(|document| headings(document, &mut random)));

    let (mut usual, seen) = usual::in_treebanks(&sentences);
    usual::note(&mut sentences, &usual);
    let first = learn(&mut sentences, &mut random);
    for (key, parts) in usual::in_news(workspace, &first, &usual, &seen)? {
        usual.entry(key).and_modify(|known| *known = known.or(parts)).or_insert(parts);
    }
    usual::note(&mut sentences, &usual);
    usual::note(&mut held_out, &usual);
    let mut second = learn(&mut sentences, &mut random);
    let rows = second.round();
    let right = 100.0 * second.accuracy(&held_out);
    println!(
        "{} sentences, {} usual words, {right:.2} % of held-out words right",
        sentences.len(),
        usual.len()
    );
    let usual: Vec<(u64, Usual)> = usual.into_iter().collect();
    Ok(part_file(ROW_BITS, &rows, &usual))
}

fn learn(sentences: &mut [Sentence], random: &mut Random) -> Perceptron {
    let mut perceptron = Perceptron::new(sentences);
    for _ in 0..EPOCHS {
        random.shuffle(sentences);
        sentences.iter().for_each(|sentence| perceptron.learn(sentence));
    }
    perceptron.average();
    perceptron
}
