//! Names that are full names of others with a slip: a letter wrong, or words of the text run into them.

use std::ops::Range;

use quotidian_search::MergedBy;
use rustc_hash::FxHashMap;

use super::{linking::Linking, people::Form, word_lists::is_in};

/// A slip is so many times rarer than the name.
const RARER: usize = 20;
/// A surname that others have in more articles than this is no slip.
const OTHERS: usize = 2;
/// A word with a wrong letter has so many letters.
const LETTERS: usize = 6;
/// A name with more words is rarer in this ratio, and nearly always in the same company.
const RARER_WITH_MORE: usize = 3;
const SUPPORT_WITH_MORE: f64 = 0.8;
const FEWEST_WITH_MORE: usize = 10;

impl Linking<'_> {
    /// Joins slips to the names that were meant.
    pub(super) fn join_slips(&mut self) {
        let all: Vec<usize> = (0..self.people.forms.len()).collect();
        let leaders = self.leaders(&all, Form::has_given_name);
        let mut nearby: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let mut by_words: FxHashMap<String, usize> = FxHashMap::default();
        for form in &leaders {
            // From the most frequent to the rarest: what was meant is there already.
            if let Some(meant) = self.name_with_fewer_words(*form, &by_words) {
                self.people.join_slip(*form, meant, MergedBy::Title);
                continue;
            }
            if let Some(meant) = self.name_without_slip(*form, &nearby) {
                self.people.join_slip(*form, meant, MergedBy::Spelling);
                continue;
            }
            let articles = self.people.articles(*form).len();
            if articles >= RARER {
                for key in keys(&self.people.forms[*form]) {
                    nearby.entry(key).or_default().push(*form);
                }
            }
            if articles >= FEWEST_WITH_MORE {
                by_words.insert(words(&self.people.forms[*form]).join(" "), *form);
            }
        }
    }

    /// "Vasyl Zelneskyy".
    fn name_without_slip(&self, form: usize, nearby: &FxHashMap<String, Vec<usize>>) -> Option<usize> {
        let articles = self.people.articles(form).len();
        let slip = &self.people.forms[form];
        // "Schmitt" is no slip of "Schmidt": others are called so.
        let surname = &self.people.by_surname[slip.surname as usize];
        let of_others =
            surname.iter().filter(|other| self.people.forms[**other].name.last() == slip.name.last());
        let is_name = of_others.map(|other| self.people.forms[*other].articles.len()).sum::<usize>()
            > OTHERS + articles;
        let mut found: Vec<usize> =
            keys(slip).iter().filter_map(|key| nearby.get(key)).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|meant| {
            self.people.articles(*meant).len() >= RARER * articles
                && is_one_slip(slip, &self.people.forms[*meant])
                && (!is_name || slip.surname == self.people.forms[*meant].surname)
                && self.is_supported(form, *meant)
        });
        let [meant] = found.as_slice() else { return None };
        Some(*meant)
    }

    /// "Tobin Okkerley Halvia", "Candidate Tobin Okkerley": the name with words behind or before it.
    fn name_with_fewer_words(&self, form: usize, by_words: &FxHashMap<String, usize>) -> Option<usize> {
        let words = words(&self.people.forms[form]);
        let articles = self.people.articles(form).len();
        let part =
            |range: Range<usize>| Some((by_words.get(&words[range.clone()].join(" ")).copied()?, range));
        let ends = (2..words.len()).rev().flat_map(|length| [0..length, words.len() - length..words.len()]);
        let (meant, range) = ends.filter_map(part).next()?;
        let rest = [&words[..range.start], &words[range.end..]];
        // Where others are named too, it is a list of names.
        let names_another = rest.iter().any(|rest| {
            let pairs = rest.windows(2).filter_map(|pair| by_words.get(&pair.join(" ")));
            pairs.into_iter().any(|other| *other != meant)
        });
        let is_of_another = rest[1].first().is_some_and(|word| is_in("generation", word));
        let is_rarer = self.people.articles(meant).len() >= RARER_WITH_MORE * articles;
        let is_beside =
            || self.company.share(&self.people, self.people.articles(form), meant) >= SUPPORT_WITH_MORE;
        (!names_another && !is_of_another && is_rarer && is_beside()).then_some(meant)
    }
}

fn words(form: &Form) -> Vec<&str> {
    form.name.words().collect()
}

/// What two names have in common of which one has a slip: the one word, and where in the name it stands.
fn keys(form: &Form) -> Vec<String> {
    let name = &form.name;
    let given = name.first().map(|first| format!("{} ", first.sound()));
    let surname = Some(format!(" {}", form.surname));
    let start = |word: &str| word.chars().take(2).collect::<String>();
    let of_given = given.map(|given| given + &start(name.last()));
    let of_surname =
        surname.map(|surname| name.first().map(|first| start(first)).unwrap_or_default() + &surname);
    of_given.into_iter().chain(of_surname).collect()
}

/// Whether one letter is wrong, missing, too many or in the wrong place, in a long word.
fn is_one_slip(slip: &Form, meant: &Form) -> bool {
    let (left, right) = (words(slip), words(meant));
    if left.len() != right.len() {
        return false;
    }
    let mut differing = std::iter::zip(left, right).filter(|(left, right)| left != right);
    let is_slip =
        |(left, right): (&str, &str)| right.len() >= LETTERS && strsim::osa_distance(left, right) == 1;
    differing.next().is_some_and(is_slip) && differing.next().is_none()
}
