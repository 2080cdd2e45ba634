//! Which full names mean one person, from what is surest to what is least.

use std::{cmp::Reverse, collections::BTreeMap};

use quotidian_search::MergedBy;

use super::{
    company::Company,
    compare::difference,
    dominance::{Bearers, Period},
    eras::{era, is_within},
    known::Known,
    people::{Form, People},
};

/// Of the articles of the rarer name, this share must name what is named beside the person.
const SUPPORT: f64 = 0.3;
/// A name is in real use if it has so many of a hundred articles of the most frequent of its kind.
const REAL_USE: usize = 5;

/// A name that means a person at some times only.
pub(super) struct Sometimes {
    pub(super) form: usize,
    pub(super) leader: usize,
    pub(super) period: Period,
    pub(super) merged_by: MergedBy,
}

/// Joins names.
pub(super) struct Linking<'a> {
    pub(super) known: &'a Known<'a>,
    pub(super) company: Company<'a>,
    pub(super) people: People,
    pub(super) sometimes: Vec<Sometimes>,
}

impl<'a> Linking<'a> {
    pub(super) fn new(known: &'a Known<'a>, people: People) -> Self {
        Self { known, company: Company::new(known, &people), people, sometimes: Vec::new() }
    }

    /// Joins all full names that mean one person.
    pub(super) fn link(&mut self) {
        let blocks: Vec<Vec<usize>> = self.people.by_surname.clone();
        for block in blocks.iter().filter(|block| block.len() > 1) {
            self.join_spellings(block);
            self.join_middle_names(block);
            self.join_where(block, MergedBy::Nickname);
            self.join_where(block, MergedBy::Initials);
        }
    }

    /// "Zelenskiy" is "Zelenskyy".
    fn join_spellings(&mut self, block: &[usize]) {
        let leaders = self.leaders(block, Form::is_plausible);
        for (place, form) in leaders.iter().enumerate().rev() {
            let is_same = |other: &&usize| {
                self.differ(*form, **other) == Some(MergedBy::Spelling) && self.is_supported(*form, **other)
            };
            if let Some(other) = leaders[..place].iter().find(is_same) {
                self.people.join(*form, *other, MergedBy::Spelling);
            }
        }
    }

    /// "Tobin K. Okkerley" is "Tobin Okkerley", unless "Tobin L. Okkerley" can be meant.
    fn join_middle_names(&mut self, block: &[usize]) {
        let mut by_first: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for leader in self.leaders(block, |form| form.is_plausible() && form.has_given_name()) {
            let first = self.people.forms[leader]
                .name
                .first()
                .map(|first| first.sound().to_owned())
                .unwrap_or_default();
            by_first.entry(first).or_default().push(leader);
        }
        for same_first in by_first.into_values().filter(|same| same.len() > 1) {
            let detailed = self.leaders(&same_first, Form::is_detailed);
            self.join_where(&detailed, MergedBy::Initials);
            let plain = self.leaders(&same_first, |form| !form.is_detailed());
            plain.into_iter().for_each(|plain| self.join_plain(plain, &detailed));
        }
    }

    /// Joins a name without middle names to the one person with middle names that it can mean, in the time of that one.
    fn join_plain(&mut self, plain: usize, detailed: &[usize]) {
        let is_possible = |other: &usize| {
            self.people.is_leader(*other)
                && self.differ(plain, *other).is_some()
                && self.is_either_supported(plain, *other)
        };
        let possible: Vec<usize> = detailed.iter().copied().filter(is_possible).collect();
        let used = self.in_real_use(&possible);
        if let [only] = used.as_slice() {
            self.join_in_era(plain, *only);
        } else {
            let bearers = used.iter().map(|one| (*one, self.people.articles(*one)));
            let bearers = Bearers::new(self.known, bearers, []);
            for (leader, period) in bearers.meant(self.known, self.people.articles(plain)) {
                self.mean(plain, leader, period, MergedBy::Initials);
            }
        }
        let leader = self.people.leader(plain);
        for rare in possible.into_iter().filter(|one| !used.contains(one)) {
            if self.is_compatible(rare, leader) {
                self.people.join(rare, leader, MergedBy::Initials);
            }
        }
    }

    fn join_in_era(&mut self, plain: usize, detailed: usize) {
        let (own, others) = (self.people.articles(plain), self.people.articles(detailed));
        if self.is_rarer(detailed, plain) {
            if is_within(self.known, others, own) {
                self.people.join(detailed, plain, MergedBy::Initials);
            }
        } else if is_within(self.known, own, others) {
            self.people.join(plain, detailed, MergedBy::Initials);
        } else if let Some(period) = era(self.known, others).and_then(|(first, last)| Period::of(first, last))
        {
            self.mean(plain, detailed, period, MergedBy::Initials);
        }
    }

    /// Joins every name to the other one that differs in this way, in whose company it is named, if neither can mean
    /// somebody else: "Bill Okkerley" is "William Okkerley", "T. Okkerley" is "Tobin Okkerley".
    fn join_where(&mut self, block: &[usize], merged_by: MergedBy) {
        let leaders = self.leaders(block, Form::is_plausible);
        for form in leaders.iter().rev().copied() {
            let Some(other) = self.only(form, &leaders, merged_by) else { continue };
            let others_too = self.possible(other, &leaders, merged_by);
            if others_too.into_iter().all(|one| one == form || self.is_compatible(one, form)) {
                self.join_rarer(form, other, merged_by);
            }
        }
    }

    /// The most frequent of those whom a name can mean, if none of them conflicts with another.
    fn only(&self, form: usize, leaders: &[usize], merged_by: MergedBy) -> Option<usize> {
        let possible = self.possible(form, leaders, merged_by);
        let (first, others) = possible.split_first()?;
        others.iter().all(|other| self.is_compatible(*other, *first)).then_some(*first)
    }

    /// Those in real use whom a name can mean that differs in this way, the most frequent first.
    fn possible(&self, form: usize, leaders: &[usize], merged_by: MergedBy) -> Vec<usize> {
        let is_possible = |other: &usize| {
            *other != form
                && self.people.is_leader(form)
                && self.people.is_leader(*other)
                && self.differ(form, *other) == Some(merged_by)
                && self.is_compatible(form, *other)
                && self.is_either_supported(form, *other)
        };
        self.in_real_use(&leaders.iter().copied().filter(is_possible).collect::<Vec<_>>())
    }

    /// Joins the rarer of two people to the other one, if it is named in the time of that one.
    pub(super) fn join_rarer(&mut self, one: usize, other: usize, merged_by: MergedBy) {
        let (rarer, other) = if self.is_rarer(one, other) { (one, other) } else { (other, one) };
        if is_within(self.known, self.people.articles(rarer), self.people.articles(other)) {
            self.people.join(rarer, other, merged_by);
        }
    }

    /// Notes whom a name means at a time, and counts its articles of that time.
    pub(super) fn mean(&mut self, form: usize, leader: usize, period: Period, merged_by: MergedBy) {
        if period == Period::Always {
            return self.people.join(form, leader, merged_by);
        }
        let is_then = |article: &u32| period.holds(self.known.evidence.articles[*article as usize].day);
        let articles = self.people.articles(form).iter().copied().filter(is_then).collect();
        self.people.add_articles(leader, articles);
        self.sometimes.push(Sometimes { form, leader, period, merged_by });
    }

    /// Those of some forms that lead a person, the most frequent first.
    pub(super) fn leaders(&self, forms: &[usize], is_wanted: impl Fn(&Form) -> bool) -> Vec<usize> {
        let is_leader = |form: &usize| self.people.is_leader(*form) && is_wanted(&self.people.forms[*form]);
        let mut leaders: Vec<usize> = forms.iter().copied().filter(is_leader).collect();
        leaders.sort_by_key(|leader| (Reverse(self.people.articles(*leader).len()), *leader));
        leaders
    }

    fn differ(&self, one: usize, other: usize) -> Option<MergedBy> {
        difference(&self.people.forms[one].name, &self.people.forms[other].name)
    }

    /// Whether no name in real use of one person speaks against any of the other.
    fn is_compatible(&self, one: usize, other: usize) -> bool {
        let others = self.names_in_use(other);
        self.names_in_use(one)
            .iter()
            .all(|one| others.iter().all(|other| self.differ(*one, *other).is_some()))
    }

    fn names_in_use(&self, leader: usize) -> Vec<usize> {
        let most = self.people.articles(leader).len();
        let is_used = |form: &usize| self.people.forms[*form].articles.len() * 100 >= REAL_USE * most;
        self.people.members(leader).iter().copied().filter(is_used).collect()
    }

    fn is_rarer(&self, one: usize, other: usize) -> bool {
        let rank = |form: usize| (Reverse(self.people.articles(form).len()), form);
        rank(one) > rank(other)
    }

    /// Whether a person is named in the company of another one.
    pub(super) fn is_supported(&self, one: usize, other: usize) -> bool {
        self.company.share(&self.people, self.people.articles(one), other) >= SUPPORT
    }

    /// Whether the rarer of two people is named in the company of the other one.
    fn is_either_supported(&self, one: usize, other: usize) -> bool {
        if self.is_rarer(one, other) { self.is_supported(one, other) } else { self.is_supported(other, one) }
    }

    /// Those that are not much rarer than the most frequent one.
    fn in_real_use(&self, forms: &[usize]) -> Vec<usize> {
        let count = |form: &usize| self.people.articles(*form).len();
        let most = forms.iter().map(count).max().unwrap_or_default();
        forms.iter().copied().filter(|form| count(form) * 100 >= REAL_USE * most).collect()
    }
}
