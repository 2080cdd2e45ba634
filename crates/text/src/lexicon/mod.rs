//! Language knowledge: the word lists under `data/`, parsed once.
//!
//! A list file has `[section]` headers and entries parted by white space; `_` joins the words of one entry, `:` parts
//! an entry from its value, `#` starts a comment line.

mod parse;

use std::sync::LazyLock;

use quotidian_model::EntityKind;
use rustc_hash::FxHashMap;

use crate::feature::word_hash;

/// The grammatical class of a closed-class word or irregular verb form, in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Class {
    /// Nothing is known: a noun or adjective more often than not.
    #[default]
    Open,
    Determiner,
    Pronoun,
    Preposition,
    Conjunction,
    Auxiliary,
    Modal,
    Adverb,
    /// An irregular past tense.
    Past,
    /// A present tense that is often a noun as well.
    Present,
    /// Ends like a past tense and is none.
    NotPast,
}

/// What a word can be; a set of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Traits(u64);

macro_rules! traits {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Traits { $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)* }
    };
}

traits! {
    /// `his`, `the` with an owner.
    OWNER = 0;
    /// Mr, King.
    TITLE_MASCULINE = 1;
    /// Mrs, Queen.
    TITLE_FEMININE = 2;
    /// Dr, Pope.
    HONORIFIC = 3;
    /// General, Detective.
    RANK = 4;
    /// President, Minister.
    OFFICE = 5;
    /// Prime, Deputy: part of a title when one follows.
    TITLE_MODIFIER = 6;
    /// A noun for what a person is.
    ROLE = 7;
    ROLE_MASCULINE = 8;
    ROLE_FEMININE = 9;
    GIVEN_MASCULINE = 10;
    GIVEN_FEMININE = 11;
    GIVEN_EITHER = 12;
    /// Mostly written in lower case.
    COMMON = 13;
    /// A month, a day of the week, a feast.
    CALENDAR = 14;
    DEMONYM = 15;
    /// Ends an organization's name.
    ORGANIZATION_LAST = 16;
    /// Begins an organization's name, before "of".
    ORGANIZATION_FIRST = 17;
    PLACE_LAST = 18;
    PLACE_FIRST = 19;
    /// Capitalised, but no name.
    NO_NAME = 20;
    /// Governs a reported clause with and without "that", before and after it.
    FRAME_FREE = 21;
    /// Governs a reported clause with "that".
    FRAME_THAT = 22;
    /// `, saying ...`.
    FRAME_PARTICIPLE = 23;
    /// `vowed to ...`.
    FRAME_INFINITIVE = 24;
    /// A full stop after it ends no sentence when a name follows.
    ABBREVIATION_NAME = 25;
    /// A full stop after it ends no sentence.
    ABBREVIATION = 26;
    /// Ends a company's name with a full stop.
    ABBREVIATION_COMPANY = 27;
    /// Inc, Corp: surely a company.
    COMPANY_SUFFIX = 28;
    /// Describes a person who has just been named: "the rookie".
    DESCRIPTIVE = 33;
    /// Speaks as people do, but is no person: a report, a family.
    VOICE = 32;
    /// More than one person of a nation or party.
    PEOPLES = 31;
}

impl Traits {
    /// The set of both.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of `other` is in the set.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// A title that stands before a name.
    pub(crate) const TITLE: Self =
        Self::TITLE_MASCULINE.or(Self::TITLE_FEMININE).or(Self::HONORIFIC).or(Self::RANK).or(Self::OFFICE);
    /// A given name.
    pub(crate) const GIVEN: Self = Self::GIVEN_MASCULINE.or(Self::GIVEN_FEMININE).or(Self::GIVEN_EITHER);
}

/// All that the lists say about one lower-case word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Facts {
    pub(crate) class: Class,
    /// How surely it is a verb of saying: 0 not at all, 3 always.
    pub(crate) saying: u8,
    pub(crate) traits: Traits,
}

/// The parsed lists.
pub(crate) struct Lexicon {
    /// By the hashes of the words: a token's is known already.
    words: FxHashMap<u64, Facts>,
    /// Names of one or more words, with single spaces, in lower case.
    names: FxHashMap<String, EntityKind>,
    /// Nationality words and capitals, each with its country.
    countries: FxHashMap<String, String>,
    /// Words for kinds of organization, each with the kind.
    organization_kinds: FxHashMap<&'static str, &'static str>,
    /// Short names with the full ones: `u.s.` is `United States`.
    aliases: FxHashMap<String, String>,
}

/// The lexicon of English news.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::parse);

impl Lexicon {
    /// What is known of a lower-case word.
    pub(crate) fn facts(&self, word: &str) -> Facts {
        self.facts_of(word_hash(word))
    }

    /// The same by the hash of the word.
    pub(crate) fn facts_of(&self, hash: u64) -> Facts {
        self.words.get(&hash).copied().unwrap_or_default()
    }

    /// What a lower-case name stands for, if it is a well-known one.
    pub(crate) fn name(&self, name: &str) -> Option<EntityKind> {
        self.names.get(name).copied()
    }

    /// The country of a lower-case nationality word, capital or country.
    pub(crate) fn country<'a>(&'a self, word: &'a str) -> Option<&'a str> {
        self.countries.get(word).map(String::as_str)
    }

    /// The kind of organization that a lower-case word stands for: `firm` is a `company`.
    pub(crate) fn organization_kind(&self, word: &str) -> Option<&'static str> {
        self.organization_kinds.get(word).copied()
    }

    /// The full name that a lower-case short one stands for: `United States` for `u.s.`.
    pub(crate) fn alias(&self, name: &str) -> Option<&str> {
        self.aliases.get(name).map(String::as_str)
    }
}
