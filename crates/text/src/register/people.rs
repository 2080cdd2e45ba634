//! Persons: full names that mean the same, and surnames that belong to them.

use quotidian_model::EntityKind;
use rustc_hash::FxHashMap;

use super::{Register, bodies::full_name, plain_name};
use crate::{document::Document, names::Name};

/// How many persons of one surname are compared.
const SAME_SURNAME: usize = 16;

/// Groups the persons among the names: full names first, the longest first, then single words.
pub(super) fn group(document: &Document<'_>, names: &[Name], register: &mut Register) {
    let words = |name: usize| -> Vec<String> {
        let plain = plain_name(document, names[name].tokens.clone()).to_lowercase();
        plain.split(' ').map(str::to_owned).collect()
    };
    let persons = (0..names.len()).filter(|&name| names[name].kind == EntityKind::Person);
    let (mut full, single): (Vec<_>, Vec<_>) =
        persons.map(|name| (name, words(name))).partition(|(_, words)| words.len() > 1);
    // "HANNEKE OBRASZ" gives way to the usual spelling.
    let shouted =
        |name: usize| !plain_name(document, names[name].tokens.clone()).contains(char::is_lowercase);
    full.sort_by_cached_key(|(name, words)| (usize::MAX - words.len(), shouted(*name), *name));
    let mut index = Index::default();
    for (name, words) in full {
        let entry = index.find_full(register, &words).unwrap_or_else(|| {
            let plain = full_name(EntityKind::Person, plain_name(document, names[name].tokens.clone()));
            let entry = register.enter(EntityKind::Person, plain);
            index.add(entry, &words);
            entry
        });
        register.mention(entry, name);
    }
    for entry in &mut register.entries {
        entry.mentions.sort_unstable();
        index.full_mentions.push(entry.mentions.len());
    }
    for (name, words) in single {
        let entry = index.find_single(register, &words[0], name).unwrap_or_else(|| {
            let entry = register.enter(EntityKind::Person, plain_name(document, names[name].tokens.clone()));
            index.singles.insert(words[0].clone(), entry);
            index.full_mentions.push(0);
            entry
        });
        register.mention(entry, name);
    }
}

/// The persons by their words.
#[derive(Default)]
struct Index {
    by_last: FxHashMap<String, Vec<usize>>,
    by_given: FxHashMap<String, Vec<usize>>,
    singles: FxHashMap<String, usize>,
    /// How many of each person's mentions are full names, which come first and are sorted.
    full_mentions: Vec<usize>,
}

impl Index {
    fn add(&mut self, entry: usize, words: &[String]) {
        let Some((last, given)) = words.split_last() else { return };
        self.by_last.entry(last.clone()).or_default().push(entry);
        for part in last.split('-').filter(|part| *part != last) {
            self.by_last.entry(part.to_owned()).or_default().push(entry);
        }
        for word in given.iter().take(2) {
            self.by_given.entry(word.clone()).or_default().push(entry);
        }
    }

    /// A person with the same surname and the same given name or initial, or whose name holds these words in order.
    fn find_full(&self, register: &Register, words: &[String]) -> Option<usize> {
        let (first, last) = (words.first()?, words.last()?);
        let same_last = self.by_last.get(last).into_iter().flatten().take(SAME_SURNAME);
        let found = same_last.copied().find(|&entry| {
            let full = register.entries[entry].full.to_lowercase();
            let mut other = full.split(' ');
            let other_first = other.next().unwrap_or_default();
            let initial = first.trim_end_matches('.');
            let same = other_first == first
                || initial.chars().count() == 1 && other_first.starts_with(initial)
                || other_first.trim_end_matches('.').chars().count() == 1
                    && first.starts_with(other_first.trim_end_matches('.'));
            same || full.split(' ').count() > words.len() && is_subsequence(words, full.split(' '))
        });
        found.or_else(|| {
            let same_given = self.by_given.get(first).into_iter().flatten().take(SAME_SURNAME);
            same_given.copied().find(|&entry| {
                let full = register.entries[entry].full.to_lowercase();
                full.split(' ').count() > words.len() && is_subsequence(words, full.split(' '))
            })
        })
    }

    /// The person that a single word names: by surname, else by given name; of several the one named last before.
    fn find_single(&self, register: &Register, word: &str, name: usize) -> Option<usize> {
        if let Some(&entry) = self.singles.get(word) {
            return Some(entry);
        }
        let found = self.by_last.get(word).or_else(|| self.by_given.get(word))?;
        let near = |entry: &&usize| {
            let (full, single) = register.entries[**entry].mentions.split_at(self.full_mentions[**entry]);
            let full_before = full[..full.partition_point(|&mention| mention < name)].last();
            let before = full_before.max(single.last());
            // The latest one before; without one the first after.
            (
                before.is_some(),
                before.copied().unwrap_or(usize::MAX - full.first().copied().unwrap_or(usize::MAX)),
            )
        };
        found.iter().take(SAME_SURNAME).max_by_key(near).copied()
    }
}

fn is_subsequence<'a>(words: &[String], mut of: impl Iterator<Item = &'a str>) -> bool {
    words.iter().all(|word| of.any(|other| other == word))
}
