//! Whom a surname alone means.

use std::collections::{BTreeMap, BTreeSet};

use quotidian_search::MergedBy;

use super::{dominance::Bearers, linking::Linking};

/// A surname alone must be a person in so many of a hundred articles: "Ford" is not.
const PERSON: u32 = 80;
/// A word is a given name if it stands before so many surnames.
const GIVEN_NAMES: usize = 8;
/// A word that is so many times more frequent as a surname is no given name.
const SURNAME: usize = 8;
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
            let bearers: Vec<(usize, &[u32])> =
                bearers.into_iter().map(|bearer| (bearer, self.people.articles(bearer))).collect();
            let namesakes = named.by_first.get(words[0]).into_iter().flatten();
            let namesakes: Vec<&[u32]> = namesakes.map(|leader| self.people.articles(*leader)).collect();
            let as_surname: usize = bearers.iter().map(|(_, articles)| articles.len()).sum();
            let as_given_name: usize = namesakes.iter().map(|articles| articles.len()).sum();
            let namesakes = namesakes.into_iter().filter(|_| as_given_name * SURNAME > as_surname);
            let bearers = Bearers::new(self.known, bearers, namesakes);
            for (leader, period) in bearers.meant(self.known, self.people.articles(form)) {
                self.sometimes.push(super::linking::Sometimes {
                    form,
                    leader,
                    period,
                    merged_by: MergedBy::Surname,
                });
            }
        }
    }

    fn is_surname_alone(&self, form: usize, named: &Named) -> bool {
        let form = &self.people.forms[form];
        let counts = form.spellings.iter().map(|spelling| self.known.uses_of(*spelling).persons());
        let (persons, all) = counts.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let is_person = persons * 100 >= PERSON * all;
        let is_alone = match form.name.given.as_slice() {
            [] => true,
            // "Brandt Okkerley" of "Ilse Brandt Okkerley".
            [word] => word.len() > 1 && !named.is_given(word, GIVEN_NAMES) && form.name.surname.len() == 1,
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
        let names = people.forms.iter().enumerate();
        for (place, form) in names.filter(|(place, form)| form.is_plausible() && !people.is_slip(*place)) {
            let (leader, words) = (people.leader(place), form.name.words().collect::<Vec<_>>());
            for start in 1..words.len() {
                by_end.entry(words[start..].join(" ")).or_default().insert(leader);
            }
            if form.name.is_surname_first {
                by_end.entry(words[0].to_owned()).or_default().insert(leader);
                continue;
            }
            by_first.entry(words[0].to_owned()).or_default().insert(leader);
            surnames.entry(words[0].to_owned()).or_default().insert(form.name.last());
        }
        let surnames_behind = surnames.into_iter().map(|(first, surnames)| (first, surnames.len())).collect();
        Self { by_end, by_first, surnames_behind }
    }

    /// Whether a word stands before so many surnames at the least.
    fn is_given(&self, word: &str, surnames: usize) -> bool {
        self.surnames_behind.get(word).is_some_and(|number| *number >= surnames)
    }
}
