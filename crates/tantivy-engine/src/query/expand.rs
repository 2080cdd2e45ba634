use std::cmp::Reverse;

use quotidian_search::{EngineError, query::Matching};
use rustc_hash::FxHashMap;
use tantivy::{
    DocSet, TERMINATED, Term,
    query::FuzzyTermQuery,
    schema::{Field, IndexRecordOption},
    termdict::TermDictionary,
};

use crate::{errors::internal, read::Collection};

/// The most words that a prefix or a fuzzy word stands for in one field: the most frequent ones.
pub(super) const MAX_WORDS: usize = 1_000;

/// The longest word, in letters, for which similar ones are looked for: the automaton grows with it.
pub(super) const LONGEST_FUZZY: usize = 40;

/// The words of a field that a prefix or fuzzy word stands for, with the number of documents that have each, the most
/// frequent first, ties in the order of words; all of them.
pub(super) fn words_like(
    collection: &Collection,
    field: Field,
    folded: &str,
    matching: Matching,
) -> Result<Vec<(String, u64)>, EngineError> {
    let mut words: FxHashMap<String, u64> = FxHashMap::default();
    for reader in collection.searcher.segment_readers() {
        let index = reader.inverted_index(field).map_err(internal)?;
        let mut add = |word: &[u8], frequency: u32| {
            *words.entry(String::from_utf8_lossy(word).into_owned()).or_default() += u64::from(frequency);
        };
        match matching {
            Matching::Prefix => with_prefix(index.terms(), folded, &mut add)?,
            Matching::Fuzzy(edits) => similar(index.terms(), field, folded, edits, &mut add)?,
            _ => {}
        }
    }
    let mut words: Vec<(String, u64)> = words.into_iter().collect();
    words.sort_unstable_by(|left, right| (Reverse(left.1), &left.0).cmp(&(Reverse(right.1), &right.0)));
    Ok(words)
}

fn with_prefix(
    terms: &TermDictionary,
    prefix: &str,
    add: &mut impl FnMut(&[u8], u32),
) -> Result<(), EngineError> {
    let mut stream = terms.range().ge(prefix).into_stream().map_err(internal)?;
    while stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
        add(stream.key(), stream.value().doc_freq);
    }
    Ok(())
}

fn similar(
    terms: &TermDictionary,
    field: Field,
    word: &str,
    edits: u8,
    add: &mut impl FnMut(&[u8], u32),
) -> Result<(), EngineError> {
    let automaton =
        FuzzyTermQuery::new(Term::from_field_text(field, word), edits, true).automaton().map_err(internal)?;
    let mut stream = terms.search(automaton).into_stream().map_err(internal)?;
    let first_letter = word.chars().next().map(|letter| letter.to_string()).unwrap_or_default();
    while stream.advance() {
        if stream.key().starts_with(first_letter.as_bytes()) {
            add(stream.key(), stream.value().doc_freq);
        }
    }
    Ok(())
}

/// The numbers of the documents that have one of these words in a field, in order.
pub(super) fn with_any(
    collection: &Collection,
    field: Field,
    words: &[(String, u64)],
) -> Result<Vec<u32>, EngineError> {
    let mut has_one = vec![false; collection.numbers() as usize];
    for (reader, segment) in std::iter::zip(collection.searcher.segment_readers(), 0..) {
        let index = reader.inverted_index(field).map_err(internal)?;
        let start = collection.start(segment);
        for (word, _) in words {
            let term = Term::from_field_text(field, word);
            let postings = index.read_postings(&term, IndexRecordOption::Basic).map_err(internal)?;
            let Some(mut postings) = postings else { continue };
            while postings.doc() != TERMINATED {
                has_one[(start + postings.doc()) as usize] = true;
                postings.advance();
            }
        }
    }
    Ok(std::iter::zip(has_one, 0..).filter(|(has_one, _)| *has_one).map(|(_, number)| number).collect())
}
