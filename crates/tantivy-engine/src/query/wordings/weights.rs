use std::cmp::Reverse;

use quotidian_search::EngineError;
use rustc_hash::FxHashMap;
use tantivy::Term;

use crate::{analysis::folded_words, errors::internal, read::Snapshot, wording::Wording};

/// How much each word of a wording tells: its inverse document frequency among the articles, as a share of that of a word that
/// one article alone has, in steps of 1/1024. Whole numbers, so that sums are the same in any order.
pub(super) struct Weights {
    /// The words as they are indexed, each once, the most telling first. Words that no article has are not among them.
    pub(super) terms: Vec<(Term, u32)>,
    /// What each token of the wording weighs; gaps weigh nothing.
    pub(super) of_tokens: Vec<u32>,
}

impl Weights {
    /// The weight of a word that one article alone has.
    pub(super) const WHOLE: u32 = 1_024;

    pub(super) fn of(wording: &Wording<'_>, snapshot: &Snapshot) -> Result<Self, EngineError> {
        let (articles, field) = (&snapshot.articles, snapshot.article_fields.body.exact);
        let mut known: FxHashMap<String, u32> = FxHashMap::default();
        let mut terms = Vec::new();
        let mut of_tokens = Vec::with_capacity(wording.tokens.len());
        for token in &wording.tokens {
            let mut heaviest = 0;
            let words = token.word().map(|_| folded_words(token.span.of(wording.text)));
            for word in words.into_iter().flatten() {
                let known = match known.get(&word.term) {
                    Some(known) => *known,
                    None => {
                        let term = Term::from_field_text(field, &word.term);
                        let holders = articles.searcher.doc_freq(&term).map_err(internal)?;
                        let weight = weight(holders, articles.documents());
                        if holders > 0 {
                            terms.push((term, weight));
                        }
                        known.insert(word.term, weight);
                        weight
                    }
                };
                heaviest = heaviest.max(known);
            }
            of_tokens.push(heaviest);
        }
        terms.sort_by_key(|(_, weight)| Reverse(*weight));
        Ok(Self { terms, of_tokens })
    }
}

/// The weight of a word that so many of the articles have; of one that none has, as if one had it.
fn weight(holders: u64, articles: u64) -> u32 {
    let frequency = |holders: u64| (1.0 + articles as f64 / holders.max(1) as f64).ln();
    (f64::from(Weights::WHOLE) * frequency(holders) / frequency(1)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_tell_more() {
        assert_eq!((weight(0, 60_000), weight(1, 60_000), weight(60_000, 60_000)), (1_024, 1_024, 64));
        assert!(weight(10, 60_000) > weight(1_000, 60_000));
        assert_eq!((weight(1, 1), weight(0, 0)), (1_024, 0));
    }
}
