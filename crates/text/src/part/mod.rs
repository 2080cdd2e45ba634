//! Parts of speech: what each token does in its sentence, by a trained tagger.
//!
//! The words are read left to right, each tagged by the highest sum of weights over the features of the word, its
//! neighbours and the two tags before it: the averaged perceptron (Collins 2002), greedy. The weights come from
//! `cargo xtask train parts`; see `docs/models.md`.

mod model;
mod usual;
mod word;

pub(crate) use model::tag;
#[cfg(feature = "training")]
pub use model::{best, check, features, part_file};
#[cfg(feature = "training")]
pub use usual::Usual;
#[cfg(feature = "training")]
pub use word::Word;
#[cfg(feature = "training")]
pub(crate) use word::read;

/// What a token does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// "the", "his", "some" before a noun.
    Determiner,
    /// "she", "who", "someone"; "this" and "some" alone; "there" in "there is".
    Pronoun,
    /// "of", "according"; "to" before a noun or a verb.
    Preposition,
    /// "and", "because", "that" before a clause.
    Conjunction,
    /// Any form of be, have or do, or its clitic.
    Auxiliary,
    /// "will", "could".
    Modal,
    /// "not", "often", "how", "up" in "give up".
    Adverb,
    /// A finite verb.
    Verb,
    /// A verb in its bare form: "to leave", "will leave".
    BaseVerb,
    /// A form in -ing.
    Participle,
    /// "has left", "was told", "based in".
    PastParticiple,
    /// "new", "French", "ten-year".
    Adjective,
    /// A common noun in the singular.
    Noun,
    /// A common noun in the plural.
    PluralNoun,
    /// A word of a proper name.
    Name,
    /// "12", "two".
    Number,
    /// The clitic of a possessive.
    Possessive,
    /// "yes", "oh".
    Interjection,
    /// Punctuation and symbols.
    Mark,
}

impl Part {
    /// All parts, in the order of a weight file.
    pub const ALL: [Self; 19] = [
        Self::Determiner,
        Self::Pronoun,
        Self::Preposition,
        Self::Conjunction,
        Self::Auxiliary,
        Self::Modal,
        Self::Adverb,
        Self::Verb,
        Self::BaseVerb,
        Self::Participle,
        Self::PastParticiple,
        Self::Adjective,
        Self::Noun,
        Self::PluralNoun,
        Self::Name,
        Self::Number,
        Self::Possessive,
        Self::Interjection,
        Self::Mark,
    ];

    /// Whether the part belongs to a closed class: to words that are all known.
    pub fn is_closed(self) -> bool {
        matches!(
            self,
            Self::Determiner
                | Self::Pronoun
                | Self::Preposition
                | Self::Conjunction
                | Self::Auxiliary
                | Self::Modal
                | Self::Possessive
        )
    }

    /// Whether the token makes its clause finite.
    pub(crate) fn is_finite(self) -> bool {
        matches!(self, Self::Verb | Self::Auxiliary | Self::Modal)
    }

    /// Whether the token can be the head of a noun phrase.
    pub(crate) fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::PluralNoun | Self::Name)
    }
}
