//! How well a document answers, by BM25.

use quotidian_model::Day;
use quotidian_search::{
    SearchRequest,
    query::{Clause, Matching, Query, QueryField},
};

use crate::{
    document::{Document, Kind},
    model::Model,
    naive::Word,
    pattern::Pattern,
    prepared::Prepared,
};

const K1: f64 = 1.2;
const B: f64 = 0.75;
const TITLE_WEIGHT: f64 = 2.0;
/// What an engine may round in the score of one clause in one field.
const ROUNDING: f64 = 1.0 / 1024.0;
/// Texts of fewer words have their exact length in an index; the length of longer ones is rounded down to seven
/// eighths at worst.
const EXACT_LENGTH: usize = 40;
const LENGTH_ROUNDING: f64 = 7.0 / 8.0;

/// The bounds of a score. They differ only where the contract leaves room: how often near words occur, how long a long
/// text is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Score {
    pub(crate) least: f64,
    pub(crate) most: f64,
}

impl Score {
    const ZERO: Self = Self { least: 0.0, most: 0.0 };

    fn exactly(score: f64) -> Self {
        Self { least: score, most: score }
    }

    fn times(self, factor: f64) -> Self {
        Self { least: self.least * factor, most: self.most * factor }
    }

    fn and(self, other: Self) -> Self {
        Self { least: self.least + other.least, most: self.most + other.most }
    }

    pub(crate) fn is_exact(self) -> bool {
        self.least.to_bits() == self.most.to_bits()
    }

    /// Whether a document of this score may stand before one of the other.
    pub(crate) fn may_stand_before(self, other: Self, rounding: f64) -> bool {
        self.most * 1.01 + rounding >= other.least
    }
}

/// The scores of one request over one archive.
pub(crate) struct Ranking<'a> {
    request: &'a SearchRequest,
    last_day: Option<Day>,
    query: Scored,
}

/// A part of a query: it scores where it matches, as much as its own parts and leaves together.
struct Scored {
    query: Prepared,
    parts: Vec<Scored>,
    leaves: Vec<Leaf>,
}

/// A clause in one field.
struct Leaf {
    words: fn(&Document) -> &[Word],
    pattern: Pattern,
    weight: f64,
    /// Whether the contract says nothing of its score.
    open: bool,
    idf: f64,
    average_length: f64,
}

impl<'a> Ranking<'a> {
    pub(crate) fn new(model: Model<'_>, request: &'a SearchRequest) -> Self {
        let last_day = model.documents.iter().filter_map(|document| document.day).max();
        Self { request, last_day, query: Scored::new(model, &request.query) }
    }

    /// The most that rounding may change.
    pub(crate) fn rounding(&self) -> f64 {
        self.query.leaves() as f64 * TITLE_WEIGHT * ROUNDING
    }

    pub(crate) fn score(&self, document: &Document) -> Score {
        self.query.score(document).times(self.recency(document))
    }

    fn recency(&self, document: &Document) -> f64 {
        let age = document.day.zip(self.last_day);
        let age = age.map(|(day, last)| last.days_since_epoch() - day.days_since_epoch());
        self.request.recency.map_or(1.0, |half_life| half_life.factor(age))
    }
}

impl Scored {
    /// What is excluded does not weigh, nor do dates.
    fn new(model: Model<'_>, query: &Query) -> Self {
        let parts = match query {
            Query::And(parts) | Query::Or(parts) => parts.iter().map(|part| Self::new(model, part)).collect(),
            Query::All | Query::Clause(_) | Query::Date(_) | Query::Not(_) => Vec::new(),
        };
        let leaves = match query {
            Query::Clause(clause) => leaves(model, clause),
            _ => Vec::new(),
        };
        Self { query: Prepared::of(query), parts, leaves }
    }

    fn leaves(&self) -> usize {
        self.leaves.len() + self.parts.iter().map(Self::leaves).sum::<usize>()
    }

    fn score(&self, document: &Document) -> Score {
        if !self.query.matches(document) {
            return Score::ZERO;
        }
        let of_parts = self.parts.iter().map(|part| part.score(document));
        let of_leaves = self.leaves.iter().map(|leaf| leaf.score(document));
        of_parts.chain(of_leaves).fold(Score::ZERO, Score::and)
    }
}

/// Names and what is asked of the other index do not weigh.
fn leaves(model: Model<'_>, clause: &Clause) -> Vec<Leaf> {
    let leaf = |words, weight, open| Leaf::new(model.documents, words, Pattern::of(clause), weight, open);
    match (model.kind, clause.field) {
        (Kind::Article, None) => vec![leaf(title, TITLE_WEIGHT, false), leaf(body, 1.0, false)],
        (Kind::Article, Some(QueryField::Title)) => vec![leaf(title, TITLE_WEIGHT, false)],
        (Kind::Article, Some(QueryField::About)) => vec![leaf(title, TITLE_WEIGHT, true)],
        (Kind::Article, Some(QueryField::Body)) => vec![leaf(body, 1.0, false)],
        (Kind::Quote, None | Some(QueryField::Said)) => vec![leaf(content, 1.0, false)],
        _ => Vec::new(),
    }
}

fn title(document: &Document) -> &[Word] {
    &document.article.title
}

fn body(document: &Document) -> &[Word] {
    &document.article.body
}

fn content(document: &Document) -> &[Word] {
    document.said.first().map_or(&[], Vec::as_slice)
}

impl Leaf {
    fn new(
        documents: &[Document],
        words: fn(&Document) -> &[Word],
        pattern: Pattern,
        weight: f64,
        open: bool,
    ) -> Self {
        let stemmed = pattern.matching == Matching::Word;
        let same = |word: &Word, wanted: &Word| {
            if stemmed { word.stem == wanted.stem } else { word.folded == wanted.folded }
        };
        let has = |document: &Document, wanted: &Word| words(document).iter().any(|word| same(word, wanted));
        let all = documents.len() as f64;
        let idf = |wanted: &Word| {
            let having = documents.iter().filter(|document| has(document, wanted)).count() as f64;
            (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
        };
        let length: usize = documents.iter().map(|document| words(document).len()).sum();
        Self {
            words,
            idf: pattern.words.iter().map(idf).sum(),
            average_length: length as f64 / all,
            pattern,
            weight,
            open,
        }
    }

    fn score(&self, document: &Document) -> Score {
        let words = (self.words)(document);
        let places = self.pattern.places(words).len();
        let score = match self.pattern.matching {
            _ if places == 0 => Score::ZERO,
            Matching::Prefix | Matching::Fuzzy(_) => Score::exactly(1.0),
            Matching::Near(_) => {
                Score { least: self.bm25(1, words).least, most: self.bm25(places, words).most }
            }
            Matching::Word | Matching::Phrase => self.bm25(places, words),
        };
        let score = score.times(self.weight);
        if self.open { Score { least: 0.0, ..score } } else { score }
    }

    fn bm25(&self, times: usize, words: &[Word]) -> Score {
        let exact = words.len() as f64;
        let shortest = if words.len() <= EXACT_LENGTH { exact } else { exact * LENGTH_ROUNDING };
        let with_length = |length: f64| {
            let norm = K1 * (1.0 - B + B * length / self.average_length);
            self.idf * (K1 + 1.0) * times as f64 / (times as f64 + norm)
        };
        Score { least: with_length(exact), most: with_length(shortest) }
    }
}
