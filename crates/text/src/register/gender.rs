//! Whether "he" or "she" can mean a person: titles, roles, given names and the pronouns nearby.

use quotidian_model::EntityKind;

use super::{Register, given_name};
use crate::{
    document::Document,
    lexicon::{Facts, LEXICON, Traits},
    names::Name,
};

/// Evidence for each gender; the surer the higher.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Gender {
    masculine: f32,
    feminine: f32,
}

impl Gender {
    /// Whether a person may be "he" (or "she"): `None` if nothing is known.
    pub(crate) fn is_masculine(self) -> Option<bool> {
        let difference = self.masculine - self.feminine;
        (difference.abs() > 0.5).then_some(difference > 0.0)
    }

    /// Whether titles, roles or names, and not pronouns alone, say that a person is "he" (or "she").
    pub(crate) fn is_surely(self, masculine: bool) -> bool {
        let difference = self.masculine - self.feminine;
        (if masculine { difference } else { -difference }) > SURE
    }

    fn add(&mut self, masculine: bool, weight: f32) {
        if masculine { self.masculine += weight } else { self.feminine += weight }
    }
}

/// What a title, a role, a given name of the list, one seen in news and a pronoun nearby weigh.
const TITLE: f32 = 4.0;
const ROLE: f32 = 2.0;
const GIVEN: f32 = 2.5;
const SEEN: f32 = 1.5;
const PRONOUN: f32 = 0.7;
/// The difference from which a gender is sure: more than two pronouns nearby.
const SURE: f32 = 1.45;
/// How many names before a pronoun are looked at.
const NAMES_BEFORE: usize = 8;

/// Gathers the evidence for every person.
pub(super) fn gather(document: &Document<'_>, names: &[Name], register: &mut Register) {
    for (index, name) in names.iter().enumerate() {
        let Some(entry) = register.entry_of(index) else { continue };
        for at in name.titles.clone() {
            let traits = document.tokens[at].facts.traits;
            let masculine = traits.any(Traits::TITLE_MASCULINE);
            if masculine || traits.any(Traits::TITLE_FEMININE) {
                register.entries[entry].gender.add(masculine, TITLE);
            }
        }
    }
    for entry in register.entries.iter_mut().filter(|entry| entry.kind == EntityKind::Person) {
        let facts = |word: &str| -> Facts { LEXICON.facts(word) };
        let mut gender = entry.gender;
        for role in &entry.roles {
            let traits = facts(role).traits;
            if traits.any(Traits::ROLE_MASCULINE) {
                gender.add(true, ROLE);
            } else if traits.any(Traits::ROLE_FEMININE) {
                gender.add(false, ROLE);
            }
        }
        let lower = entry.full.to_lowercase();
        let given = lower.split([' ', '-']).next().unwrap_or_default();
        let traits = facts(given).traits;
        if lower.contains(' ') && traits.any(Traits::GIVEN_MASCULINE) {
            gender.add(true, GIVEN);
        } else if lower.contains(' ') && traits.any(Traits::GIVEN_FEMININE) {
            gender.add(false, GIVEN);
        } else if lower.contains(' ')
            && let Some(masculine) = given_name::is_masculine(given)
        {
            gender.add(masculine, SEEN);
        }
        entry.gender = gender;
    }
    pronouns(document, names, register);
}

/// A pronoun whose sentence, or else the sentence before, names one person only.
fn pronouns(document: &Document<'_>, names: &[Name], register: &mut Register) {
    let mut next = 0;
    for at in 0..document.tokens.len() {
        while names.get(next).is_some_and(|name| name.tokens.start < at) {
            next += 1;
        }
        let masculine = match document.lower(at) {
            "he" | "his" | "him" | "himself" => true,
            "she" | "her" | "herself" => false,
            _ => continue,
        };
        let sentence = document.tokens[at].sentence;
        let only = |back: usize| -> Option<usize> {
            let mut found = None;
            for name in (0..next).rev().take(NAMES_BEFORE) {
                let token = names[name].tokens.start;
                let there = document.tokens[token].sentence;
                if there + back < sentence {
                    break;
                }
                let entry = register
                    .entry_of(name)
                    .filter(|&entry| register.entries[entry].kind == EntityKind::Person);
                let Some(entry) =
                    entry.filter(|_| there + back == sentence && document.same_marked(token, at))
                else {
                    continue;
                };
                if found.is_some_and(|other| other != entry) {
                    return None;
                }
                found = Some(entry);
            }
            found
        };
        if let Some(entry) = only(0).or_else(|| only(1)) {
            register.entries[entry].gender.add(masculine, PRONOUN);
        }
    }
}
