//! The people and bodies of one article: which names, roles and pronouns mean the same.

mod bodies;
mod definite;
mod gender;
mod given_name;
mod people;
mod pronoun;
mod resolve;
mod role;
mod role_phrase;
#[cfg(feature = "training")]
pub(crate) mod training;

use std::ops::Range;

use quotidian_model::EntityKind;
use rustc_hash::FxHashSet;

use crate::{candidate::Candidate, document::Document, names::Name};

pub(crate) use gender::Gender;
#[cfg(feature = "training")]
pub use given_name::given_name_file;
pub(crate) use pronoun::WEIGHTS;
#[cfg(feature = "training")]
pub use pronoun::{COUNT as PRONOUN_FEATURES, PronounWeights, Values};
pub(crate) use resolve::Resolution;
use resolve::Sayer;

/// Somebody or something that the article names.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) kind: EntityKind,
    /// The fullest name, without titles.
    pub(crate) full: String,
    /// Its mentions among the document's names, in order.
    pub(crate) mentions: Vec<usize>,
    gender: Gender,
    /// What a person is said to be: "minister", "lawyer".
    roles: FxHashSet<String>,
    /// The fullest phrase that says what a person is: "foreign minister of Halvia".
    pub(crate) role: Option<Range<usize>>,
    /// The country that a person's titles name.
    country: Option<String>,
}

/// The register of a document.
#[derive(Debug)]
pub(crate) struct Register {
    pub(crate) entries: Vec<Entry>,
    /// The entry of each of the document's names.
    entry_of_name: Vec<usize>,
}

impl Register {
    /// Groups the names of a document, and gathers what is said of each person.
    pub(crate) fn new(document: &Document<'_>, names: &[Name], candidates: &[Candidate]) -> Self {
        let mut register = Self { entries: Vec::new(), entry_of_name: vec![usize::MAX; names.len()] };
        people::group(document, names, &mut register);
        bodies::group(document, names, &mut register);
        for entry in &mut register.entries {
            entry.mentions.sort_unstable();
        }
        role::gather(document, names, candidates, &mut register);
        gender::gather(document, names, &mut register);
        register
    }

    /// The entry of a name.
    pub(crate) fn entry_of(&self, name: usize) -> Option<usize> {
        self.entry_of_name.get(name).copied().filter(|&entry| entry < self.entries.len())
    }

    /// Adds a mention to an entry.
    fn mention(&mut self, entry: usize, name: usize) {
        self.entries[entry].mentions.push(name);
        self.entry_of_name[name] = entry;
    }

    /// Adds an entry for something new.
    fn enter(&mut self, kind: EntityKind, full: String) -> usize {
        self.entries.push(Entry {
            kind,
            full,
            mentions: Vec::new(),
            gender: Gender::default(),
            roles: FxHashSet::default(),
            role: None,
            country: None,
        });
        self.entries.len() - 1
    }
}

/// A name's words, without suffixes such as "Jr.", as they are written.
fn plain_name(document: &Document<'_>, tokens: Range<usize>) -> String {
    let mut tokens = tokens;
    while tokens.len() > 1
        && matches!(document.lower(tokens.end - 1), "jr" | "jr." | "sr" | "sr." | "ii" | "iii" | "iv" | ",")
    {
        tokens.end -= 1;
    }
    let text = document.span(tokens).of(&document.text);
    let text = text.strip_prefix("The ").or_else(|| text.strip_prefix("the ")).unwrap_or(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
