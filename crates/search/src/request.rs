use std::{
    num::{NonZeroU32, NonZeroUsize},
    str::FromStr,
    time::Instant,
};

use crate::{Cursor, FacetField, FacetSort, Filters, Interval, query::Query};

/// A search: words, filters, order, the page wanted, and what to count besides.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchRequest {
    /// The words.
    pub query: Query,
    /// What narrows them.
    pub filters: Filters,
    /// The order; `None` sorts by relevance where words are asked for, else newest first.
    pub sort: Option<Sort>,
    /// How much age counts in the order of relevance; `None` not at all.
    pub recency: Option<HalfLife>,
    /// The page wanted.
    pub page: Page,
    /// Where the list of hits begins, if not with the first: pages are counted from there.
    pub after: Option<Cursor>,
    /// Whether stories (of articles) and utterances (of quotes) are shown once, and what then is counted.
    pub collapse: Option<CountBy>,
    /// The facets to count.
    pub facets: FacetRequest,
    /// The interval of the timeline; `None` leaves it out.
    pub interval: Option<Interval>,
    /// When to give up.
    pub deadline: Option<Instant>,
}

impl SearchRequest {
    /// The first page of a query, without filters and without counting anything but the hits.
    pub fn new(query: Query) -> Self {
        Self {
            query,
            filters: Filters::default(),
            sort: None,
            recency: Some(HalfLife::default()),
            page: Page::default(),
            after: None,
            collapse: None,
            facets: FacetRequest::default(),
            interval: None,
            deadline: None,
        }
    }

    /// The order of the hits: the one asked for, else by relevance. Where no words are asked for nothing is more relevant
    /// than another, and the newest come first.
    pub fn order(&self) -> Sort {
        match self.sort.unwrap_or(Sort::Relevance) {
            Sort::Relevance if !self.query.ranks() => Sort::Newest,
            sort => sort,
        }
    }
}

/// How much age counts in the order of relevance. A score is multiplied by `1 + 0.25 * 2^(-age / half-life)`, where
/// age is counted in days back from the latest day of all articles, or of all quotes: the newest article counts a quarter more than a
/// very old or undated one, and half of that advantage is gone after the half-life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HalfLife {
    /// Days.
    pub days: NonZeroU32,
}

impl HalfLife {
    /// The longest half-life, in days.
    pub const MAX_DAYS: u32 = 100_000;
    const DEFAULT_DAYS: NonZeroU32 = NonZeroU32::new(365).unwrap();
    const WEIGHT: f64 = 0.25;

    /// What a score is multiplied by, at this age in days; `None` is undated.
    pub fn factor(self, age: Option<i64>) -> f64 {
        let share = |age: i64| (-(age.max(0) as f64) / f64::from(self.days.get())).exp2();
        1.0 + Self::WEIGHT * age.map_or(0.0, share)
    }
}

impl Default for HalfLife {
    fn default() -> Self {
        Self { days: Self::DEFAULT_DAYS }
    }
}

/// What facets and timeline count where stories or utterances are shown once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountBy {
    /// Every article or quote that matches.
    Document,
    /// A story or utterance once for every value and period that some match of it has.
    Group,
}

/// Which facets to count, and how many values of each to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FacetRequest {
    /// The facets, in the order of the answer; one that articles do not have is left out of theirs.
    pub fields: Vec<FacetField>,
    /// Values listed per facet.
    pub values: usize,
    /// Which of them are listed, and in which order.
    pub sort: FacetSort,
}

/// The order of hits. Ties are broken by a stable key, so pages never overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The best match first (BM25).
    Relevance,
    /// The latest day first, undated last.
    Newest,
    /// The earliest day first, undated last.
    Oldest,
}

/// A text that names no [`Sort`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an order; sort by relevance, newest or oldest")]
pub struct SortError {
    /// What was given.
    pub text: String,
}

impl Sort {
    /// The order's name in URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
        }
    }
}

impl FromStr for Sort {
    type Err = SortError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let all = [Self::Relevance, Self::Newest, Self::Oldest];
        all.into_iter().find(|sort| sort.as_str() == text).ok_or_else(|| SortError { text: text.to_owned() })
    }
}

/// A page of hits: its number from 1, and how many hits it holds. Pages reach up to hit 10,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    number: NonZeroUsize,
    size: NonZeroUsize,
}

/// Why two numbers are not a [`Page`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// Pages are counted from 1.
    #[error("pages are counted from 1")]
    Number,
    /// A page holds 1 to 100 hits.
    #[error("a page holds 1 to {} hits", Page::MAX_SIZE)]
    Size,
    /// The page lies behind hit 10,000.
    #[error("pages reach up to hit {}; narrow the search to see more", Page::MAX_REACH)]
    Reach,
}

impl Page {
    /// The most hits a page holds.
    pub const MAX_SIZE: usize = 100;
    /// The last hit that pages reach.
    pub const MAX_REACH: usize = 10_000;

    /// Page `number`, from 1, of `size` hits.
    pub fn new(number: usize, size: usize) -> Result<Self, PageError> {
        let number = NonZeroUsize::new(number).ok_or(PageError::Number)?;
        let size =
            NonZeroUsize::new(size).filter(|size| size.get() <= Self::MAX_SIZE).ok_or(PageError::Size)?;
        let reach = number.checked_mul(size).ok_or(PageError::Reach)?;
        if reach.get() > Self::MAX_REACH { Err(PageError::Reach) } else { Ok(Self { number, size }) }
    }

    /// The page's number, from 1.
    pub fn number(self) -> usize {
        self.number.get()
    }

    /// How many hits it holds.
    pub fn size(self) -> usize {
        self.size.get()
    }

    /// How many hits stand before it.
    pub fn offset(self) -> usize {
        (self.number() - 1) * self.size()
    }
}

impl Default for Page {
    fn default() -> Self {
        Self { number: NonZeroUsize::MIN, size: NonZeroUsize::MIN.saturating_add(9) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_its_offset() {
        assert_eq!(Page::new(3, 20).unwrap().offset(), 40);
        assert_eq!(Page::default().size(), 10);
    }

    #[test]
    fn pages_have_limits() {
        assert_eq!(Page::new(0, 10), Err(PageError::Number));
        assert_eq!(Page::new(1, 101), Err(PageError::Size));
        assert_eq!(Page::new(1001, 10), Err(PageError::Reach));
        assert_eq!(Page::new(usize::MAX, 100), Err(PageError::Reach));
        assert!(Page::new(1000, 10).is_ok());
    }
}
