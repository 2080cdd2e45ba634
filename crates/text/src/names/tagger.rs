//! The two stages: each word by itself and its neighbours, then again with what was found throughout the article.

use std::{ops::Range, sync::LazyLock};

use super::{
    agreement::Agreement,
    decode::{decode, legal},
    field::{EDGES, Field},
    label::{LABELS, Label, OUTSIDE},
    statistics::Statistics,
    stretch::stretches,
    template,
    weights::{STAGES, Sums, Transitions, Weights, scores},
    word_codes::{Codes, WordCodes},
};
use crate::{document::Document, feature::Feature};

/// A document with all that the features are made of.
pub(super) struct Reader<'a> {
    document: &'a Document<'a>,
    codes: Codes<'a>,
    statistics: Statistics,
    pub(super) stretches: Vec<Range<usize>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document<'a>, codes: Codes<'a>) -> Self {
        Self { document, codes, statistics: Statistics::new(document), stretches: stretches(document) }
    }

    /// Gives the first stage's features of each token of a stretch in order.
    pub(super) fn each_token(&self, stretch: &Range<usize>, mut take: impl FnMut(&[Feature])) {
        let sentence = self.document.sentence_of(stretch.start);
        let shouted = self.statistics.is_shouted(self.document.tokens[stretch.start].sentence);
        let field = |at: usize| match at {
            _ if at < sentence.start + 2 => Field::edge(EDGES[0]),
            _ if at >= sentence.end + 2 => Field::edge(EDGES[1]),
            _ => Field::new(self.document, &self.statistics, &self.codes, at - 2),
        };
        // The window starts two tokens before its middle: its places are counted from there.
        let first = stretch.start;
        let mut window = [field(first), field(first), field(first + 1), field(first + 2), field(first + 3)];
        let mut features = Vec::with_capacity(128);
        for at in stretch.clone() {
            window.rotate_left(1);
            window[4] = field(at + 4);
            features.clear();
            template::add(&window, 1 + (at - sentence.start).min(2) as u64, shouted, &mut features);
            take(&features);
        }
    }
}

/// A trained tagger.
pub(super) struct Tagger<'a> {
    weights: Weights<'a>,
    transitions: [Transitions<i32>; STAGES],
    codes: Codes<'a>,
}

/// Starts its bytes at a cache line, so that each bucket lies in one.
#[repr(align(64))]
struct Aligned<T: ?Sized>(T);

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/entities.bin"));
static CLUSTERS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/clusters.bin"));
static USAGE: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/usage.bin"));

static TAGGER: LazyLock<Tagger<'static>> = LazyLock::new(|| {
    let codes = Codes { clusters: WordCodes::new(&CLUSTERS.0), usage: WordCodes::new(&USAGE.0) };
    Tagger::new(&WEIGHTS.0, codes)
});

/// The label of each token.
pub(super) fn tag(document: &Document<'_>) -> Vec<Label> {
    TAGGER.tag(document)
}

impl<'a> Tagger<'a> {
    /// The tagger of a weight file.
    pub(super) fn new(file: &'a [u8], codes: Codes<'a>) -> Self {
        let weights = Weights::new(file);
        Self { transitions: weights.transitions.map(legal), weights, codes }
    }

    /// The label of each token.
    pub(super) fn tag(&self, document: &Document<'_>) -> Vec<Label> {
        let reader = Reader::new(document, self.codes);
        let mut sums: Vec<Sums> = Vec::new();
        for stretch in &reader.stretches {
            reader.each_token(stretch, |features| {
                let mut token = Sums::default();
                self.weights.add(features, &mut token);
                sums.push(token);
            });
        }
        let labels = self.decode(0, document, &reader.stretches, &sums);
        let agreement = Agreement::new(document, labels);
        let mut features = Vec::with_capacity(32);
        let tokens = reader.stretches.iter().cloned().flatten();
        for (at, token) in tokens.zip(&mut sums) {
            features.clear();
            agreement.add(document, &document.sentence_of(at), at, &mut features);
            self.weights.add(&features, token);
        }
        self.decode(1, document, &reader.stretches, &sums)
    }

    /// The best labels of a stage.
    fn decode(
        &self,
        stage: usize,
        document: &Document<'_>,
        stretches: &[Range<usize>],
        sums: &[Sums],
    ) -> Vec<Label> {
        let mut labels = vec![OUTSIDE; document.tokens.len()];
        let (mut back, mut emissions): (Vec<_>, Vec<[i32; LABELS]>) = (Vec::new(), Vec::new());
        let mut rest = sums;
        for stretch in stretches {
            let (these, after) = rest.split_at(stretch.len());
            rest = after;
            emissions.clear();
            emissions.extend(these.iter().map(|sums| scores(sums, stage)));
            decode(&self.transitions[stage], &emissions, &mut back, &mut labels[stretch.clone()]);
        }
        labels
    }
}
