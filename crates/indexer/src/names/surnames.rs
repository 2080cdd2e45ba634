//! Whom a surname alone means.

use std::collections::{BTreeMap, BTreeSet};

use quotidian_search::MergedBy;

use super::{dominance::Bearers, linking::Linking};

/// A surname alone must be a person in so many of a hundred articles: "Ford" is not.
const PERSON: u32 = 90;
/// A word is a given name if it stands before so many surnames.
const GIVEN_NAMES: usize = 8;
const LETTERS: usize = 3;

impl Linking<'_> {
    /// Finds whom surnames without a given name mean, and when.
    pub(super) fn find_surnames(&mut self) {
        let named = Named::of(self);
        for form in (0..self.people.forms.len()).filter(|form| self.people.is_leader(*form)) {
            let words: Vec<&str> = self.people.forms[form].name.words().collect();
            if !self.is_surname_alone(form, &named) || words.last().is_none_or(|last| last.len() < LETTERS) {
                continue;
            }
            let bearers = named.by_end.get(&words.join(" ")).into_iter().flatten();
            let bearers: Vec<usize> = bearers.copied().filter(|bearer| *bearer != form).collect();
            let namesakes = named.by_first.get(words[0]).into_iter().flatten();
            let bearers = Bearers::new(
                self.known,
                bearers.into_iter().map(|bearer| (bearer, self.people.articles(bearer))),
                namesakes.map(|leader| self.people.articles(*leader)),
            );
            for (leader, period) in bearers.meant(self.known, self.people.articles(form)) {
                self.sometimes.push(super::linking::Sometimes { form, leader, period, merged_by: MergedBy::Surname });
            }
        }
    }

    fn is_surname_alone(&self, form: usize, named: &Named) -> bool {
        let form = &self.people.forms[form];
        let is_person = form.spellings.iter().all(|spelling| self.known.uses_of(*spelling).is_person_in(PERSON));
        let is_given = |word: &str| named.surnames_behind.get(word).is_some_and(|number| *number >= GIVEN_NAMES);
        let is_alone = match form.name.given.as_slice() {
            [] => true,
            // "Brandt Okkerley" of "Ilse Brandt Okkerley".
            [word] => word.len() > 1 && !is_given(word) && form.name.surname.len() == 1,
            _ => false,
        };
        is_person && is_alone
    }
}

/// The people by the words of their names.
struct Named {
    /// By every end of a name that leaves one word at the least.
    by_end: BTreeMap<String, BTreeSet<usize>>,
    /// By the first word.
    by_first: BTreeMap<String, BTreeSet<usize>>,
    /// Before how many surnames a word stands.
    surnames_behind: BTreeMap<String, usize>,
}

impl Named {
    fn of(linking: &Linking<'_>) -> Self {
        let people = &linking.people;
        let mut by_end: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let mut by_first: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let mut surnames: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (place, form) in people.forms.iter().enumerate().filter(|(_, form)| form.is_full()) {
            let (leader, words) = (people.leader(place), form.name.words().collect::<Vec<_>>());
            for start in 1..words.len() {
                by_end.entry(words[start..].join(" ")).or_default().insert(leader);
            }
            by_first.entry(words[0].to_owned()).or_default().insert(leader);
            surnames.entry(words[0].to_owned()).or_default().insert(form.name.last());
        }
        let surnames_behind = surnames.into_iter().map(|(first, surnames)| (first, surnames.len())).collect();
        Self { by_end, by_first, surnames_behind }
    }
}
