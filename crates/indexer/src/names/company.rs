use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{known::Known, people::People};

/// An article speaks for a person if what it names besides is so much likelier beside that person than anywhere: the sum
/// of the logarithms of how much.
const TELLING: f64 = 4.0;
/// What is added to the expected number of articles, so that one article alone does not tell everything.
const SMOOTHING: f64 = 0.1;

/// The names beside which people are named.
pub(super) struct Company<'a> {
    known: &'a Known<'a>,
    /// Of every person whom it was asked of, by the leading form and the number of articles, in how many articles a name
    /// stands beside.
    beside: RefCell<FxHashMap<(usize, usize), Rc<FxHashMap<u32, u32>>>>,
}

impl<'a> Company<'a> {
    pub(super) fn new(known: &'a Known<'a>) -> Self {
        Self { known, beside: RefCell::default() }
    }

    /// Which share of some articles name what is named beside a person.
    pub(super) fn share(&self, people: &People, articles: &[u32], leader: usize) -> f64 {
        let beside = self.beside(people, leader);
        let (all, own) = (self.known.quarters.len() as f64, people.articles(leader).len() as f64);
        let sound = &people.forms[leader].sound;
        let weight = |name: u32| {
            let together = f64::from(beside.get(&name).copied().unwrap_or_default());
            if together == 0.0 || self.has_surname(people, name, sound) {
                return 0.0;
            }
            let expected = self.known.uses_of(name).articles.len() as f64 * own / all;
            (together / (expected + SMOOTHING)).ln().max(0.0)
        };
        let speaks = |article: &&u32| self.known.names_in(**article).map(weight).sum::<f64>() >= TELLING;
        articles.iter().filter(speaks).count() as f64 / articles.len().max(1) as f64
    }

    /// Whether a name is that of somebody with this surname: it is what is asked about.
    fn has_surname(&self, people: &People, name: u32, sound: &str) -> bool {
        people.form_of(name).is_some_and(|form| people.forms[form].sound == sound)
    }

    fn beside(&self, people: &People, leader: usize) -> Rc<FxHashMap<u32, u32>> {
        let articles = people.articles(leader);
        let key = (leader, articles.len());
        if let Some(known) = self.beside.borrow().get(&key) {
            return Rc::clone(known);
        }
        let mut beside: FxHashMap<u32, u32> = FxHashMap::default();
        for article in articles {
            let mut names: Vec<u32> = self.known.names_in(*article).collect();
            names.sort_unstable();
            names.dedup();
            names.into_iter().for_each(|name| *beside.entry(name).or_default() += 1);
        }
        let beside = Rc::new(beside);
        self.beside.borrow_mut().insert(key, Rc::clone(&beside));
        beside
    }
}
