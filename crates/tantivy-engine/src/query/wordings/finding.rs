use std::time::Instant;

use quotidian_model::{Quote, Span};
use quotidian_search::EngineError;

use super::{
    weights::Weights,
    windows::{Window, WindowSearch},
};
use crate::{
    analysis::word_spans,
    query::{lower::Lowering, records::Record},
    read::Snapshot,
    wording::{Alignment, Wording},
};

/// By how many of its most telling words a wording is looked for.
const TERMS: usize = 16;
/// How many more words an article may have amid the wording than the wording has, and for each gap in it.
const SLACK: usize = 8;
const GAP_WORDS: usize = 40;
/// The largest table that words are compared in: 64 MB. Thousands of ellipses would make any.
const MOST_CELLS: usize = 16 << 20;
/// A wording of so few words may have no rare ones: it is looked for as a phrase too.
const WORDS_OF_A_PHRASE: usize = 24;
/// The longest attribution amid a quotation, in bytes.
const MAX_ASIDE: usize = 120;

/// A wording to look for.
pub(super) struct Sought<'a> {
    pub(super) wording: Wording<'a>,
    pub(super) weights: Weights,
    /// The number of words that a printing can have.
    length: usize,
}

impl<'a> Sought<'a> {
    pub(super) fn new(wording: Wording<'a>, snapshot: &Snapshot) -> Result<Self, EngineError> {
        let weights = Weights::of(&wording, snapshot)?;
        let words = wording.words().count();
        let gaps = wording.tokens.len() - words;
        let length = words + words / 2 + SLACK + gaps * GAP_WORDS;
        // What is looked at is three times as long.
        let length = length.min(MOST_CELLS / (3 * wording.tokens.len().max(1)));
        Ok(Self { wording, weights, length })
    }

    /// How many words it has.
    pub(super) fn words(&self) -> usize {
        self.wording.words().count()
    }

    /// The articles that have its most telling words near each other, the most of them first. Those that cannot have words of
    /// the weight `least` are left out.
    pub(super) fn windows(
        &self,
        snapshot: &Snapshot,
        least: u32,
        limit: usize,
        deadline: Option<Instant>,
    ) -> Result<Vec<Window>, EngineError> {
        let terms = &self.weights.terms;
        let terms = &terms[..terms.len().min(TERMS)];
        let looked_for: u32 = terms.iter().map(|(_, weight)| weight).sum();
        let not_looked_for = self.weight().saturating_sub(looked_for);
        let search = WindowSearch {
            articles: &snapshot.articles,
            terms,
            length: u32::try_from(self.length).unwrap_or(u32::MAX),
            limit,
            least: least.saturating_sub(not_looked_for),
            deadline,
        };
        search.run()
    }

    /// The articles that print it word for word, in order, as far as they are found without looking at them word by word.
    pub(super) fn articles_with_phrase(&self, snapshot: &Snapshot) -> Result<Vec<u32>, EngineError> {
        let is_phrase = self.words() == self.wording.tokens.len() && self.words() <= WORDS_OF_A_PHRASE;
        match is_phrase {
            true => Lowering::for_articles(snapshot).articles_with_phrase(self.wording.text),
            false => Ok(Vec::new()),
        }
    }

    /// The weight of all its words.
    pub(super) fn weight(&self) -> u32 {
        self.weights.of_tokens.iter().sum()
    }

    /// It laid along a piece of what an article prints.
    pub(super) fn laid_along<'b>(&self, record: &'b Record, piece: Span) -> (Wording<'b>, Alignment) {
        let (article, quotes) = record;
        let printed = Wording::printed(&article.body, piece, &asides(&article.body, quotes));
        let alignment = Alignment::of(&self.wording, &printed);
        (printed, alignment)
    }

    /// The weight of its words that an alignment found again, where it is the given wording.
    pub(super) fn weight_found(&self, alignment: &Alignment) -> u32 {
        alignment.same().map(|(given, _)| self.weights.of_tokens[given]).sum()
    }

    /// The weight of its words that an alignment found again, where it is the printed wording.
    pub(super) fn weight_printed(&self, alignment: &Alignment) -> u32 {
        alignment.same().map(|(_, printed)| self.weights.of_tokens[printed]).sum()
    }

    /// The piece of a body in which all of a printing must lie that has the words of a window.
    pub(super) fn around(&self, body: &str, window: &Window) -> Span {
        let first = (window.first as usize).saturating_sub(self.length);
        let last = window.last as usize + self.length;
        let mut words = word_spans(body).skip(first);
        let start = words.next().map_or(body.len(), |word| word.start);
        let end = words.nth(last - first).map_or(body.len(), |word| word.start);
        Span::new(start, end)
    }
}

/// What stands between two quotes of one speaker that follow each other: "she said", as a rule.
fn asides(body: &str, quotes: &[Quote]) -> Vec<Span> {
    let between = |pair: &[Quote]| {
        let aside = Span { start: pair[0].span.end, end: pair[1].span.start };
        let is_short = aside.start < aside.end && aside.end - aside.start <= MAX_ASIDE;
        let is_of_one = pair[0].speaker.name == pair[1].speaker.name;
        let is_on_a_line = is_short && !aside.of(body).contains('\n');
        (is_of_one && is_on_a_line).then_some(aside)
    };
    quotes.windows(2).filter_map(between).collect()
}

/// The quote that has most of what stands at a place, if quotes have at least half of it; by its place among the quotes.
pub(super) fn quote_at(quotes: &[Quote], place: Span) -> Option<usize> {
    let shared = |quote: &Quote| {
        let (start, end) = (quote.span.start.max(place.start), quote.span.end.min(place.end));
        end.saturating_sub(start)
    };
    let all: usize = quotes.iter().map(shared).sum();
    let (quote, most) = quotes.iter().map(shared).enumerate().rev().max_by_key(|(_, shared)| *shared)?;
    (most > 0 && 2 * all >= place.len()).then_some(quote)
}
