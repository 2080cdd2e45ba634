//! From people to canonical names.

use std::{cmp::Reverse, collections::BTreeMap};

use quotidian_search::{CanonicalName, MergedBy, NameVariant};
use rustc_hash::FxHashSet;

use super::{
    compare::difference,
    dominance::Period,
    known::Known,
    linking::{Linking, Sometimes},
    people::Form,
};

/// The people who have several names.
pub(super) fn people(linking: &Linking<'_>) -> Vec<CanonicalName> {
    let mut names: BTreeMap<usize, CanonicalName> = BTreeMap::new();
    let people = &linking.people;
    let always = linking.sometimes.iter().filter(|one| one.period == Period::Always).map(|one| one.form);
    let means_another: FxHashSet<usize> = always.collect();
    let is_somebody = |form: &usize| people.is_leader(*form) && !means_another.contains(form);
    for leader in (0..people.forms.len()).filter(is_somebody) {
        let canonical = canonical_spelling(linking, leader);
        let mut variants = Vec::new();
        for form in people.members(leader) {
            for spelling in people.forms[*form].spellings.iter().filter(|spelling| **spelling != canonical) {
                let merged_by = merged_by(linking, *form, *spelling, canonical);
                variants.push(NameVariant::always(linking.known.name(*spelling), merged_by));
            }
        }
        names.insert(leader, CanonicalName { name: linking.known.name(canonical).to_owned(), variants });
    }
    for Sometimes { form, leader, period, merged_by } in &linking.sometimes {
        // The name may have been joined to another one since, for good.
        let leader = people.leader(*leader);
        let spellings = people.members(*form).iter().flat_map(|form| &people.forms[*form].spellings);
        let variant = |spelling: &u32| variant(linking.known.name(*spelling), *merged_by, *period);
        if let Some(canonical) = names.get_mut(&leader).filter(|_| people.is_leader(*form)) {
            canonical.variants.extend(spellings.map(variant));
        }
    }
    names.into_values().filter(|name| !name.variants.is_empty()).collect()
}

fn variant(name: &str, merged_by: MergedBy, period: Period) -> NameVariant {
    let always = NameVariant::always(name, merged_by);
    match period {
        Period::Always => always,
        Period::Days(from, to) => NameVariant { from: Some(from), to: Some(to), ..always },
        Period::Undated => NameVariant { undated: true, ..always },
    }
}

/// The most frequent name of a person that is written as names are.
fn canonical_spelling(linking: &Linking<'_>, leader: usize) -> u32 {
    let known = linking.known;
    let people = &linking.people;
    let members = people.members(leader).iter().filter(|form| **form == leader || !people.is_slip(**form));
    let spellings = members.flat_map(|form| {
        let form = &people.forms[*form];
        form.spellings.iter().map(move |spelling| (*spelling, is_usual(form, known.name(*spelling))))
    });
    let rank = |(spelling, is_usual): &(u32, bool)| {
        (Reverse(*is_usual), Reverse(known.uses_of(*spelling).articles.len()), known.name(*spelling))
    };
    spellings.min_by_key(rank).map_or(0, |(spelling, _)| spelling)
}

/// Whether a name is a given name and a surname in small and capital letters, and nothing besides.
fn is_usual(form: &Form, printed: &str) -> bool {
    let has_small = printed.chars().any(char::is_lowercase);
    let has_capital = printed.chars().next().is_some_and(char::is_uppercase);
    let is_initial_alone = form.name.given.len() < 2 && !form.has_given_name();
    has_small && has_capital && !is_initial_alone && !has_title(form, printed)
}

fn has_title(form: &Form, printed: &str) -> bool {
    let words = printed.split(|letter: char| letter.is_whitespace() || letter == '-').count();
    form.name.called.is_none()
        && words > form.name.words().count() + usize::from(form.name.generation.is_some())
}

fn merged_by(linking: &Linking<'_>, form: usize, spelling: u32, canonical: u32) -> MergedBy {
    let people = &linking.people;
    let printed = linking.known.name(spelling);
    let by_itself = people.merged_by(form);
    let Some(other) = people.form_of(canonical) else { return by_itself };
    if by_itself == MergedBy::User || people.is_slip(form) {
        return by_itself;
    }
    let (name, other_name) = (&people.forms[form].name, &people.forms[other].name);
    match difference(name, other_name) {
        _ if has_title(&people.forms[form], printed) => MergedBy::Title,
        _ if form == other => MergedBy::SameName,
        Some(difference) => difference,
        None => by_itself,
    }
}

/// Every canonical name once: where the same stands for several, their variants are one list.
pub(super) fn unique(names: Vec<CanonicalName>) -> Vec<CanonicalName> {
    let mut unique: BTreeMap<String, Vec<NameVariant>> = BTreeMap::new();
    for CanonicalName { name, variants } in names {
        unique.entry(name).or_default().extend(variants);
    }
    let canonical = |(name, mut variants): (String, Vec<NameVariant>)| {
        variants.sort_by(|left, right| (&left.name, left.from).cmp(&(&right.name, right.from)));
        CanonicalName { name, variants }
    };
    unique.into_iter().map(canonical).filter(|name| !name.variants.is_empty()).collect()
}

impl Known<'_> {
    /// The number of a name.
    pub(super) fn number_of(&self, name: &str) -> Option<u32> {
        self.names().find(|(_, known)| *known == name).map(|(number, _)| number)
    }
}
