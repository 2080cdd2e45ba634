//! The features of the first stage: a token, its neighbours, and what the article shows of them.

use super::{
    field::{AFFIX, Field},
    statistics::SEEN_BITS,
};
use crate::feature::Feature;

/// Collects features; the order of the calls numbers the templates.
pub(super) struct Templates<'a> {
    template: u32,
    features: &'a mut Vec<Feature>,
}

impl<'a> Templates<'a> {
    /// Starts after a template number.
    pub(super) fn after(template: u32, features: &'a mut Vec<Feature>) -> Self {
        Self { template, features }
    }

    /// Adds the next template's feature, if none of its values is missing.
    pub(super) fn add<const N: usize>(&mut self, values: [u64; N]) {
        self.template += 1;
        if !values.contains(&0) {
            self.features.push(Feature::new(self.template, values));
        }
    }
}

/// A token's fields between those of its neighbours, two on each side.
pub(super) type Window = [Field; 5];

/// Adds the features of the token in the middle. `position` is 1 for a sentence's first token, 2 for its second, 3 for
/// others.
pub(super) fn add(window: &Window, position: u64, shouted: bool, features: &mut Vec<Feature>) {
    let [before2, before, token, after, after2] = window;
    let mut templates = Templates::after(0, features);
    templates.add([1]);
    add_words(window, &mut templates);
    for affix in 0..AFFIX {
        templates.add([token.prefixes[affix]]);
        templates.add([token.suffixes[affix]]);
    }
    for neighbour in [before, after] {
        templates.add([neighbour.prefixes[2]]);
        templates.add([neighbour.suffixes[2]]);
    }
    add_shapes(window, &mut templates);
    templates.add([position, token.shape]);
    templates.add([1 + u64::from(shouted), token.shape]);
    for field in [before2, before, token, after, after2] {
        templates.add([field.gazetteer]);
    }
    templates.add([before.gazetteer, token.shape]);
    templates.add([after.gazetteer, token.shape]);
    templates.add([before.gazetteer, token.gazetteer]);
    templates.add([token.gazetteer, after.gazetteer]);
    for bit in 0..SEEN_BITS {
        let seen = token.seen.places.wrapping_sub(1) >> bit & 1;
        templates.add([if token.seen.places == 0 { 0 } else { seen }]);
    }
    templates.add([before.seen.places]);
    templates.add([token.seen.places]);
    templates.add([after.seen.places]);
    templates.add([token.seen.places, position]);
    templates.add([if token.seen.places == 0 { 0 } else { token.seen.before + 1 }]);
    templates.add([if token.seen.places == 0 { 0 } else { token.seen.after + 1 }]);
    add_codes(window, &mut templates);
}

fn add_words([before2, before, token, after, after2]: &Window, templates: &mut Templates<'_>) {
    for word in [before2.word, before.word, token.word, token.cased, after.word, after2.word] {
        templates.add([word]);
    }
    templates.add([before.word, token.shape]);
    templates.add([token.shape, after.word]);
    templates.add([before.word, token.word]);
    templates.add([token.word, after.word]);
    templates.add([before.word, after.word]);
    templates.add([before2.word, before.word]);
    templates.add([after.word, after2.word]);
}

fn add_shapes([before2, before, token, after, after2]: &Window, templates: &mut Templates<'_>) {
    for shape in [before2.shape, before.shape, token.shape, token.long_shape, after.shape, after2.shape] {
        templates.add([shape]);
    }
    templates.add([before.shape, token.shape]);
    templates.add([token.shape, after.shape]);
    templates.add([before.shape, token.shape, after.shape]);
}

fn add_codes([before2, before, token, after, after2]: &Window, templates: &mut Templates<'_>) {
    for code in 0..token.codes.len() {
        let [before2, before, token, after, after2] =
            [before2, before, token, after, after2].map(|field| field.codes[code]);
        for single in [before2, before, token, after, after2] {
            templates.add([single]);
        }
        templates.add([before, token]);
        templates.add([token, after]);
        templates.add([before, after]);
    }
}
