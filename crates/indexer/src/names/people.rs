use std::{cmp::Reverse, collections::BTreeMap};

use quotidian_search::MergedBy;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    known::{Kind, Known},
    printed_name::{PrintedName, Word},
    word_lists::is_in,
};

const MOST_GIVEN_NAMES: usize = 3;

/// A way to write a person's name, whatever its case, diacritics and titles.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) name: PrintedName,
    /// The number of the surname as it sounds.
    pub(super) surname: u32,
    /// The names of the archive that are written so, the most frequent first.
    pub(super) spellings: Vec<u32>,
    /// The articles that have one of them, in order.
    pub(super) articles: Vec<u32>,
}

/// The people of an archive: forms, and which of them mean one person.
pub(super) struct People {
    pub(super) forms: Vec<Form>,
    /// The form that leads the person of every form, and how a form came to it.
    leaders: Vec<usize>,
    merged_by: Vec<MergedBy>,
    /// The forms of every leader, itself first.
    members: Vec<Vec<usize>>,
    /// The articles of every leader's forms, in order.
    articles: Vec<Vec<u32>>,
    /// The forms by the number of their surname.
    pub(super) by_surname: Vec<Vec<usize>>,
    form_of: FxHashMap<u32, usize>,
    /// The forms that are names with a slip.
    slips: FxHashSet<usize>,
}

impl People {
    /// Everybody whom the archive names, but `left_out`, each form for itself.
    pub(super) fn of(known: &Known<'_>, is_left_out: impl Fn(&str) -> bool) -> Self {
        let mut by_words: BTreeMap<(Vec<String>, Option<String>), Vec<u32>> = BTreeMap::new();
        for (number, printed) in known.names() {
            let kind = known.uses_of(number).kind();
            if !matches!(kind, Kind::Person | Kind::Speaker) || is_left_out(printed) {
                continue;
            }
            let Some(name) = PrintedName::read(printed) else { continue };
            let words: Vec<String> = name.words().map(str::to_owned).collect();
            by_words.entry((words, name.generation)).or_default().push(number);
        }
        let forms = by_words.into_values().filter_map(|spellings| Form::new(known, spellings));
        let mut forms: Vec<Form> = forms.collect();
        // The most frequent first: what comes later joins what is there. Sorting is stable, and the words are in order.
        forms.sort_by_key(|form| Reverse(form.articles.len()));
        let mut by_sound: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, form) in forms.iter().enumerate() {
            by_sound.entry(form.name.last().sound().to_owned()).or_default().push(place);
        }
        let by_surname: Vec<Vec<usize>> = by_sound.into_values().collect();
        for (number, block) in std::iter::zip(0.., &by_surname) {
            block.iter().for_each(|form| forms[*form].surname = number);
        }
        let spellings =
            |(place, form): (usize, &Form)| form.spellings.clone().into_iter().map(move |one| (one, place));
        Self {
            leaders: (0..forms.len()).collect(),
            merged_by: vec![MergedBy::SameName; forms.len()],
            members: (0..forms.len()).map(|place| vec![place]).collect(),
            articles: forms.iter().map(|form| form.articles.clone()).collect(),
            by_surname,
            form_of: forms.iter().enumerate().flat_map(spellings).collect(),
            forms,
            slips: FxHashSet::default(),
        }
    }

    /// The form that is written so.
    pub(super) fn form_of(&self, name: u32) -> Option<usize> {
        self.form_of.get(&name).copied()
    }

    /// The form that leads the person of a form.
    pub(super) fn leader(&self, form: usize) -> usize {
        self.leaders[form]
    }

    pub(super) fn is_leader(&self, form: usize) -> bool {
        self.leaders[form] == form
    }

    /// The forms of a leader's person, itself first.
    pub(super) fn members(&self, leader: usize) -> &[usize] {
        &self.members[leader]
    }

    /// The articles that name a leader's person, in order.
    pub(super) fn articles(&self, leader: usize) -> &[u32] {
        &self.articles[leader]
    }

    /// How a form came to its person.
    pub(super) fn merged_by(&self, form: usize) -> MergedBy {
        self.merged_by[form]
    }

    /// Joins the person that `from` leads to the one that `to` leads.
    pub(super) fn join(&mut self, from: usize, to: usize, merged_by: MergedBy) {
        if from == to {
            return;
        }
        for form in std::mem::take(&mut self.members[from]) {
            self.leaders[form] = to;
            if form == from || self.merged_by[form] == MergedBy::SameName {
                self.merged_by[form] = merged_by;
            }
            self.members[to].push(form);
        }
        let articles = std::mem::take(&mut self.articles[from]);
        self.add_articles(to, articles);
    }

    /// Joins a name with a slip to the person that was meant.
    pub(super) fn join_slip(&mut self, slip: usize, meant: usize, merged_by: MergedBy) {
        self.slips.extend(self.members[slip].iter().copied());
        self.join(slip, meant, merged_by);
    }

    /// Whether a form is a name with a slip, which tells nothing of other names.
    pub(super) fn is_slip(&self, form: usize) -> bool {
        self.slips.contains(&form)
    }

    /// Counts articles that name a leader's person in another way.
    pub(super) fn add_articles(&mut self, leader: usize, articles: Vec<u32>) {
        let all = &mut self.articles[leader];
        all.extend(articles);
        all.sort_unstable();
        all.dedup();
    }
}

impl Form {
    fn new(known: &Known<'_>, mut spellings: Vec<u32>) -> Option<Self> {
        let count = |spelling: &u32| known.uses_of(*spelling).articles.len();
        spellings.sort_by_key(|spelling| (Reverse(count(spelling)), known.name(*spelling)));
        let mut articles: Vec<u32> =
            spellings.iter().flat_map(|spelling| known.uses_of(*spelling).articles.iter().copied()).collect();
        articles.sort_unstable();
        articles.dedup();
        let read = || spellings.iter().filter_map(|spelling| PrintedName::read(known.name(*spelling)));
        // A hyphen tells what stands first.
        let mut name = read().find(|name| name.is_surname_first).or_else(|| read().next())?;
        name.called = read().find_map(|name| name.called);
        Some(Self { name, surname: 0, spellings, articles })
    }

    /// Whether it is a given name and a surname at the least: somebody in particular.
    pub(super) fn is_full(&self) -> bool {
        self.name.first().is_some_and(|first| !is_in("title", first) && !is_in("before_two", first))
    }

    /// Whether it is as long as names are, and has no word twice: not two names that ran into each other.
    pub(super) fn is_plausible(&self) -> bool {
        let given = &self.name.given;
        let is_twice =
            |word: &str| word.len() > 1 && self.name.words().filter(|other| *other == word).count() > 1;
        let is_other = |word: &Word| is_twice(word) || is_in("generation", word) || is_in("behind", word);
        self.is_full() && given.len() <= MOST_GIVEN_NAMES && !given.iter().any(is_other)
    }

    /// Whether there is a given name and not only an initial.
    pub(super) fn has_given_name(&self) -> bool {
        self.name.first().is_some_and(|first| first.len() > 1)
    }

    /// Whether there is more than a first name and a surname.
    pub(super) fn is_detailed(&self) -> bool {
        self.name.given.len() > 1 || self.name.generation.is_some()
    }
}
