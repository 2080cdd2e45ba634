//! The features of the second stage: what the first one found for the same words elsewhere in the article.

use std::ops::Range;

use quotidian_model::EntityKind;
use rustc_hash::FxHashMap;

use super::{
    label::{self, Label},
    stretch::is_capital,
    template::Templates,
};
use crate::{document::Document, feature::Feature};

/// The template number that the first stage never reaches.
const FIRST_TEMPLATE: u32 = 1000;
/// The kinds of [`kind_of`].
const KINDS: usize = 5;

/// What the first stage found in a document.
pub(super) struct Agreement {
    labels: Vec<Label>,
    /// How often each capitalised word is part of each kind.
    kinds: FxHashMap<u64, [u32; KINDS]>,
    /// The longest name that each word is part of.
    longest: FxHashMap<u64, Longest>,
    /// For each token of a name, how the same words are tagged throughout.
    same: Vec<u64>,
}

/// The longest name that a word is part of.
#[derive(Debug, Clone, Copy, Default)]
struct Longest {
    length: usize,
    /// Kind, place of the word in it, and length, as one number.
    code: u64,
}

impl Agreement {
    /// Reads the first stage's labels of all tokens.
    pub(super) fn new(document: &Document<'_>, labels: Vec<Label>) -> Self {
        let mut agreement = Self {
            kinds: FxHashMap::default(),
            longest: FxHashMap::default(),
            same: vec![0; labels.len()],
            labels,
        };
        agreement.count_words(document);
        agreement.compare_names(document);
        agreement
    }

    fn count_words(&mut self, document: &Document<'_>) {
        for (token, label) in document.tokens.iter().zip(&self.labels) {
            if is_capital(token) {
                self.kinds.entry(token.hash).or_default()[kind_of(*label)] += 1;
            }
        }
    }

    fn compare_names(&mut self, document: &Document<'_>) {
        let names = named(&self.labels);
        let key = |tokens: &Range<usize>| {
            document.tokens[tokens.clone()]
                .iter()
                .fold(Feature::new(0, []), |key, token| key.with(token.hash))
        };
        let mut counts: FxHashMap<Feature, [u32; KINDS]> = FxHashMap::default();
        for tokens in &names {
            let kind = kind_of(self.labels[tokens.start]);
            counts.entry(key(tokens)).or_default()[kind] += 1;
            for at in tokens.clone().filter(|&at| is_capital(&document.tokens[at])) {
                let longest = self.longest.entry(document.tokens[at].hash).or_default();
                if tokens.len() > longest.length {
                    let code = 1 + kind as u64 * 16 + place_in(tokens, at) * 4 + tokens.len().min(4) as u64;
                    *longest = Longest { length: tokens.len(), code };
                }
            }
        }
        for tokens in &names {
            let majority = majority(&counts[&key(tokens)]);
            for at in tokens.clone() {
                self.same[at] = majority * 4 + place_in(tokens, at);
            }
        }
    }

    /// What the other capitalised occurrences of a word are, and how surely.
    fn others(&self, document: &Document<'_>, at: usize) -> u64 {
        let token = &document.tokens[at];
        if !is_capital(token) {
            return 0;
        }
        let mut counts = self.kinds.get(&token.hash).copied().unwrap_or_default();
        let own = &mut counts[kind_of(self.labels[at])];
        *own = own.saturating_sub(1);
        majority(&counts)
    }

    fn longest(&self, document: &Document<'_>, at: usize) -> u64 {
        let token = &document.tokens[at];
        let longest = is_capital(token).then(|| self.longest.get(&token.hash)).flatten();
        longest.map_or(0, |longest| longest.code)
    }

    /// Adds the second stage's features of a token; `sentence` is its sentence's tokens.
    pub(super) fn add(
        &self,
        document: &Document<'_>,
        sentence: &Range<usize>,
        at: usize,
        features: &mut Vec<Feature>,
    ) {
        let near = [at.wrapping_sub(1), at, at + 1].map(|at| Some(at).filter(|at| sentence.contains(at)));
        let [label_before, label, label_after] =
            near.map(|at| at.map_or(0, |at| 1 + u64::from(self.labels[at])));
        let [others_before, others, others_after] =
            near.map(|at| at.map_or(0, |at| self.others(document, at)));
        let [longest_before, longest, longest_after] =
            near.map(|at| at.map_or(0, |at| self.longest(document, at)));
        let position = 1 + (at - sentence.start).min(2) as u64;
        let mut templates = Templates::after(FIRST_TEMPLATE, features);
        for value in [label_before, label, label_after, others_before, others, others_after] {
            templates.add([value]);
        }
        for value in [longest_before, longest, longest_after, self.same[at]] {
            templates.add([value]);
        }
        templates.add([label, others]);
        templates.add([label, longest]);
        templates.add([others, longest]);
        templates.add([label_before, label, label_after]);
        templates.add([others, position]);
        templates.add([longest, position]);
    }
}

/// The kind of a label as a number: 0 outside, then persons, organizations, places, others.
fn kind_of(label: Label) -> usize {
    match label::kind(label) {
        Some(EntityKind::Person) => 1,
        Some(EntityKind::Organization) => 2,
        Some(EntityKind::Place) => 3,
        None if label == label::OTHER => 4,
        None => 0,
    }
}

/// The commonest kind, how pure and how frequent it is, as one number; 0 when nothing is counted.
fn majority(counts: &[u32; KINDS]) -> u64 {
    let total: u32 = counts.iter().sum();
    let (mut kind, mut count) = (0, counts[0]);
    for (other, &number) in counts.iter().enumerate().skip(1) {
        if number > count {
            (kind, count) = (other, number);
        }
    }
    if total == 0 {
        return 0;
    }
    let purity = match () {
        () if count == total => 0,
        () if count * 4 >= total * 3 => 1,
        () => 2,
    };
    1 + kind as u64 * 12 + purity * 4 + u64::from(count.min(4) - 1)
}

/// Where a token stands in a name: 0 first, 1 between, 2 last, 3 alone.
fn place_in(tokens: &Range<usize>, at: usize) -> u64 {
    match (at == tokens.start, at + 1 == tokens.end) {
        (true, true) => 3,
        (true, false) => 0,
        (false, true) => 2,
        (false, false) => 1,
    }
}

/// The tokens of each name, and of each stretch of other things with names.
pub(super) fn named(labels: &[Label]) -> Vec<Range<usize>> {
    let mut named: Vec<Range<usize>> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        if label == label::OUTSIDE {
            continue;
        }
        let other = label == label::OTHER && at > 0 && labels[at - 1] == label::OTHER;
        match named.last_mut() {
            Some(last) if label::goes_on(label) || other => last.end = at + 1,
            _ => named.push(at..at + 1),
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use label::{OTHER, OUTSIDE, begin, inside};

    #[test]
    fn names_begin_and_go_on() {
        let (person, place) = (EntityKind::Person, EntityKind::Place);
        let labels = [begin(person), inside(person), begin(person), OUTSIDE, OTHER, OTHER, begin(place)];
        assert_eq!(named(&labels), [0..2, 2..3, 4..6, 6..7]);
    }

    #[test]
    fn other_mentions_say_what_a_word_is() {
        let document = Document::new("Tobin Okkerley left. Okkerley is back. Okkerley, too.");
        let person = EntityKind::Person;
        let mut labels = vec![OUTSIDE; document.tokens.len()];
        (labels[0], labels[1], labels[4]) = (begin(person), inside(person), begin(person));
        let agreement = Agreement::new(&document, labels);
        // Two of two others are persons: pure.
        assert_eq!(agreement.others(&document, 8), majority(&[0, 2, 0, 0, 0]));
        // One of two is.
        assert_eq!(agreement.others(&document, 4), majority(&[1, 1, 0, 0, 0]));
        assert_eq!(agreement.others(&document, 0), 0);
        // The longest name with the word has two, the word last.
        assert_eq!(agreement.longest(&document, 8), 1 + 16 + 2 * 4 + 2);
    }
}
