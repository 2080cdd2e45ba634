//! The weights by which "he" and "she" find a person: a readable file, made by `cargo xtask train pronouns`.

use std::sync::LazyLock;

/// How many features there are.
pub const COUNT: usize = Feature::NAMES.len();

/// What speaks for or against a person as the one whom a pronoun means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feature {
    /// The person's gender is surely the pronoun's.
    GenderSure,
    /// The person's gender is likely the pronoun's.
    GenderLikely,
    /// The person's gender is likely the other one.
    GenderUnlikely,
    /// The last mention stands in the pronoun's sentence; the next three: so many sentences before.
    Sentence0,
    Sentence1,
    Sentence2,
    Sentence3,
    /// Four sentences before, or more.
    Sentence4,
    /// The last mention stands in the pronoun's paragraph; the next three: so many paragraphs before.
    Paragraph0,
    Paragraph1,
    Paragraph2,
    Paragraph3,
    /// Four paragraphs before, or more.
    Paragraph4,
    /// All mentions so far stand in quotation marks.
    OnlyQuoted,
    /// The square root of the number of mentions so far, less one.
    Mentions,
    /// The last mention is the subject of a verb, or a comma follows it.
    Subject,
    /// The last mention follows a preposition.
    Preposition,
    /// The last mention is a possessive.
    Possessive,
    /// The last mention is the first person in its paragraph.
    FirstInParagraph,
    /// No other person that fits is named after the last mention.
    Nearest,
    /// Named again after the pronoun in its sentence.
    NamedAfter,
    /// The last who said something.
    LastSayer,
    /// The last who said something, in the pronoun's paragraph.
    LastSayerHere,
    /// The last who said something of those that fit.
    LastFittingSayer,
    /// Has said something.
    HasSpoken,
    /// Whom the last pronoun of the gender means.
    LastPronoun,
    /// Whom the last pronoun of the gender means, in the pronoun's paragraph.
    LastPronounHere,
}

impl Feature {
    /// The names of the features in the file, in order.
    pub(super) const NAMES: [&str; 27] = [
        "gender-sure",
        "gender-likely",
        "gender-unlikely",
        "sentence-0",
        "sentence-1",
        "sentence-2",
        "sentence-3",
        "sentence-4",
        "paragraph-0",
        "paragraph-1",
        "paragraph-2",
        "paragraph-3",
        "paragraph-4",
        "only-quoted",
        "mentions",
        "subject",
        "preposition",
        "possessive",
        "first-in-paragraph",
        "nearest",
        "named-after",
        "last-sayer",
        "last-sayer-here",
        "last-fitting-sayer",
        "has-spoken",
        "last-pronoun",
        "last-pronoun-here",
    ];
}

/// The value of each feature.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Values(pub [f32; COUNT]);

impl Values {
    pub(super) const NONE: Self = Self([0.0; COUNT]);

    pub(super) fn set(&mut self, feature: Feature, value: f32) {
        self.0[feature as usize] = value;
    }

    pub(super) fn note(&mut self, feature: Feature, holds: bool) {
        self.set(feature, if holds { 1.0 } else { 0.0 });
    }
}

/// A weight for each feature.
#[derive(Debug, Clone, PartialEq)]
pub struct PronounWeights(pub [f32; COUNT]);

/// The trained weights.
pub(crate) static WEIGHTS: LazyLock<PronounWeights> =
    LazyLock::new(|| PronounWeights::parse(include_str!("../../../models/pronouns.txt")));

impl PronounWeights {
    /// Reads lines of a name and a weight; what is not there weighs nothing.
    pub fn parse(file: &str) -> Self {
        let mut weights = [0.0; COUNT];
        for line in file.lines() {
            let Some((name, weight)) = line.split_once(' ') else { continue };
            if let Some(feature) = Feature::NAMES.iter().position(|known| *known == name) {
                weights[feature] = weight.trim().parse().unwrap_or(0.0);
            }
        }
        Self(weights)
    }

    /// The lines of a file.
    #[cfg(feature = "training")]
    pub fn print(&self) -> String {
        let lines = Feature::NAMES.iter().zip(self.0);
        lines.map(|(name, weight)| format!("{name} {weight:.3}\n")).collect()
    }

    /// The weighted sum of the values.
    pub fn score(&self, values: &Values) -> f32 {
        self.0.iter().zip(values.0).map(|(weight, value)| weight * value).sum()
    }
}
