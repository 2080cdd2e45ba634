use quotidian_model::Span;
use quotidian_search::EngineError;

use super::{finding::Sought, weights::Weights, windows::Window};
use crate::{
    analysis::word_spans,
    query::records::{Record, Records},
    wording::{Alignment, Wording},
};

/// How many articles are looked at, word by word.
const LOOKED_AT: usize = 128;
/// Of a quote that is longer, such as a speech, so many words are compared.
const MOST_WORDS: usize = 300;
/// What is nearly the same, or a shortened form, has so many words in common, differs in no more than this share of the words of
/// the shorter, and what it has in common weighs as much as one and a third words that one article alone has; half of that if
/// the same speaker said it.
const FEWEST_SAME: usize = 5;
const LEAST_WEIGHT: u32 = Weights::WHOLE * 4 / 3;
const LEAST_WEIGHT_OF_ONE_SPEAKER: u32 = LEAST_WEIGHT / 2;
const MOST_DIFFERING: f64 = 0.25;

/// Where an article prints what was said, in one wording or another.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) article: u32,
    /// The place of the quote among the article's; `None` outside of any.
    pub(super) quote: Option<usize>,
    pub(super) speaker: Option<String>,
    pub(super) span: Span,
    /// Its text as far as it is compared.
    pub(super) text: String,
    /// The words of the text, folded, by which wordings are the same.
    pub(super) words: Vec<String>,
}

impl Place {
    /// A quote, by its place among those of the article.
    pub(super) fn of_quote(article: u32, quote: usize, record: &Record) -> Option<Self> {
        let found = record.1.get(quote)?;
        let speaker = found.speaker.name.clone();
        Some(Self { quote: Some(quote), speaker, ..Self::new(article, found.span, record) })
    }

    /// Words outside of any quote.
    fn new(article: u32, span: Span, record: &Record) -> Self {
        let text = compared(span.of(&record.0.body)).to_owned();
        let words = Wording::whole(&text).words().map(|(word, _)| word.to_owned()).collect();
        Self { article, quote: None, speaker: None, span, text, words }
    }
}

/// Everywhere that what was said was printed, shortened or with more around it, and whether there may be more.
pub(super) fn places(records: &mut Records<'_>, said: &Place) -> Result<(Vec<Place>, bool), EngineError> {
    let sought = Sought::new(Wording::whole(&said.text), records.snapshot)?;
    let windows = sought.windows(records.snapshot, LEAST_WEIGHT_OF_ONE_SPEAKER, LOOKED_AT, None)?;
    let is_cut = windows.len() == LOOKED_AT;
    let mut found = Vec::new();
    let mut last_has = false;
    for window in &windows {
        let record = records.get(window.article)?;
        let places = in_window(&sought, said, window, &record);
        last_has = !places.is_empty();
        found.extend(places);
    }
    Ok((found, is_cut && last_has))
}

/// The quotes around a window that have what was said; where there are none, the words of the article that have all of it.
fn in_window(sought: &Sought<'_>, said: &Place, window: &Window, record: &Record) -> Vec<Place> {
    let (article, quotes) = record;
    let around = sought.around(&article.body, window);
    let same = quotes.iter().enumerate().filter(|(_, quote)| {
        let is_of_one_speaker = said.speaker.is_some() && quote.speaker.name == said.speaker;
        let least = if is_of_one_speaker { LEAST_WEIGHT_OF_ONE_SPEAKER } else { LEAST_WEIGHT };
        quote.span.overlaps(around)
            && is_same(sought, &Wording::whole(compared(quote.span.of(&article.body))), least)
    });
    let mut places: Vec<Place> =
        same.filter_map(|(quote, _)| Place::of_quote(window.article, quote, record)).collect();
    if places.is_empty() {
        let (printed, alignment) = sought.laid_along(record, around);
        let is_enough =
            is_near(&alignment, sought.words()) && sought.weight_found(&alignment) >= LEAST_WEIGHT;
        let passage = alignment.printed_span(&printed).filter(|_| is_enough);
        places.extend(passage.map(|span| Place::new(window.article, span, record)));
    }
    places
}

/// The part of a quote that is compared.
fn compared(text: &str) -> &str {
    word_spans(text).nth(MOST_WORDS).map_or(text, |next| text[..next.start].trim_end())
}

/// Whether one of two wordings is in the other, nearly as it is, and what they have in common weighs enough.
fn is_same(sought: &Sought<'_>, other: &Wording<'_>, least_weight: u32) -> bool {
    let (words, others) = (sought.words(), other.words().count());
    let (alignment, weight) = if others < words {
        let alignment = Alignment::of(other, &sought.wording);
        let weight = sought.weight_printed(&alignment);
        (alignment, weight)
    } else {
        let alignment = Alignment::of(&sought.wording, other);
        let weight = sought.weight_found(&alignment);
        (alignment, weight)
    };
    weight >= least_weight && is_near(&alignment, words.min(others))
}

fn is_near(alignment: &Alignment, words: usize) -> bool {
    alignment.same().count() >= FEWEST_SAME && alignment.distance as f64 <= MOST_DIFFERING * words as f64
}
