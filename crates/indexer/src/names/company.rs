use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{known::Known, people::People};

/// An article speaks for a person if what it names besides is so much likelier beside that person than anywhere: the sum
/// of the logarithms of how much. In a small archive nothing can be much likelier, and a share of the logarithm of its
/// articles is enough.
const TELLING: f64 = 4.0;
const TELLING_SHARE: f64 = 0.4;
/// What is added to the expected number of articles, so that one article alone does not tell everything.
const SMOOTHING: f64 = 0.1;

/// The names beside which people are named.
pub(super) struct Company<'a> {
    known: &'a Known<'a>,
    /// The surname of every name, if it is a person's.
    surnames: Vec<Option<u32>>,
    /// Of every person whom it was asked of, by the leading form and the number of articles.
    beside: RefCell<FxHashMap<(usize, usize), Beside>>,
}

/// In how many articles of a person a name stands.
type Beside = Rc<FxHashMap<u32, u32>>;

impl<'a> Company<'a> {
    pub(super) fn new(known: &'a Known<'a>, people: &People) -> Self {
        let surname = |(name, _): (u32, &str)| people.form_of(name).map(|form| people.forms[form].surname);
        Self { known, surnames: known.names().map(surname).collect(), beside: RefCell::default() }
    }

    /// Which share of some articles name what is named beside a person.
    pub(super) fn share(&self, people: &People, articles: &[u32], leader: usize) -> f64 {
        let beside = self.beside(people, leader);
        let (all, own) = (self.known.quarters.len() as f64, people.articles(leader).len() as f64);
        // Others of the surname say nothing: it is what is asked about.
        let surname = Some(people.forms[leader].surname);
        let weight = |name: u32| {
            let together = f64::from(beside.get(&name).copied().unwrap_or_default());
            if together == 0.0 || self.surnames[name as usize] == surname {
                return 0.0;
            }
            let expected = self.known.uses_of(name).articles.len() as f64 * own / all;
            (together / (expected + SMOOTHING)).ln().max(0.0)
        };
        let telling = TELLING.min(TELLING_SHARE * all.ln());
        let speaks = |article: &&u32| self.known.names_in(**article).map(weight).sum::<f64>() >= telling;
        articles.iter().filter(speaks).count() as f64 / articles.len().max(1) as f64
    }

    fn beside(&self, people: &People, leader: usize) -> Beside {
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
