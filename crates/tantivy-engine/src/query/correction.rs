use quotidian_search::{
    EngineError,
    query::{Clause, Matching, Query, QueryField},
};
use tantivy::{Term, schema::Field};

use super::{expand, lower::facet_of, search::Searching};
use crate::{
    analysis::{folded_words, stemmed_words},
    errors::internal,
    read::{Collection, FacetIndex},
    schema::TextFields,
};

/// A word in at most so many documents may be a slip of the pen ...
const RARE: u64 = 20;
/// ... if it has so many letters, and its neighbour stands in so many times more documents.
const LONG: usize = 6;
const TIMES_MORE: u64 = 500;

/// The query with words that the archive has for words that it has not, or hardly has; `None` if there is nothing to
/// correct. Excluded parts stay as they are.
pub(super) fn correction(
    searching: &Searching<'_>,
    query: &Query,
    total: u64,
) -> Result<Option<Query>, EngineError> {
    let corrected = corrected(searching, query, total)?;
    Ok((corrected != *query).then_some(corrected))
}

fn corrected(searching: &Searching<'_>, query: &Query, total: u64) -> Result<Query, EngineError> {
    let all = |parts: &[Query]| -> Result<Vec<Query>, EngineError> {
        parts.iter().map(|part| corrected(searching, part, total)).collect()
    };
    Ok(match query {
        Query::All | Query::Date(_) | Query::Not(_) => query.clone(),
        Query::And(parts) => Query::And(all(parts)?),
        Query::Or(parts) => Query::Or(all(parts)?),
        Query::Clause(clause) => Query::Clause(corrected_clause(searching, clause, total)?),
    })
}

fn corrected_clause(searching: &Searching<'_>, clause: &Clause, total: u64) -> Result<Clause, EngineError> {
    if matches!(clause.matching, Matching::Prefix | Matching::Fuzzy(_)) {
        return Ok(clause.clone());
    }
    let mut text = clause.text.clone();
    // From the last word on, so that the places of the others stay right.
    for word in folded_words(&clause.text).into_iter().rev() {
        let printed = &clause.text[word.start..word.end];
        let better = match clause.field.and_then(facet_of) {
            Some(field) => {
                searching.collection().facet(field).and_then(|facet| better_name(facet, &word.term))
            }
            None => better_word(searching, clause.field, printed, &word.term, total)?,
        };
        if let Some(better) = better {
            text.replace_range(word.start..word.end, &better);
        }
    }
    Ok(Clause { text, ..clause.clone() })
}

/// A word of the archive's texts for one that they do not have.
fn better_word(
    searching: &Searching<'_>,
    field: Option<QueryField>,
    printed: &str,
    folded: &str,
    total: u64,
) -> Result<Option<String>, EngineError> {
    let letters = folded.chars().count();
    if !(3..=expand::LONGEST_FUZZY).contains(&letters) || folded.chars().any(|letter| letter.is_ascii_digit())
    {
        return Ok(None);
    }
    let texts = searching.lowering.texts_of(field);
    let mut frequency = 0;
    for (collection, fields) in &texts {
        frequency += in_any_form(collection, *fields, printed, folded)?;
    }
    if frequency > RARE || (frequency > 0 && (letters < LONG || total > RARE)) {
        return Ok(None);
    }
    let enough = if frequency == 0 { 2 } else { frequency * TIMES_MORE };
    let edits = if letters < LONG || frequency > 0 { 1..=1 } else { 1..=2 };
    for edits in edits {
        for (collection, fields) in texts.iter().rev() {
            let words = expand::words_like(collection, fields.exact, folded, Matching::Fuzzy(edits))?;
            let other = words.into_iter().find(|(word, count)| word != folded && *count >= enough);
            if let Some((word, _)) = other {
                return Ok(Some(word));
            }
        }
    }
    Ok(None)
}

/// In how many documents at the least a word stands, as it is or in another form.
fn in_any_form(
    collection: &Collection,
    fields: TextFields,
    printed: &str,
    folded: &str,
) -> Result<u64, EngineError> {
    let frequency = |field: Field, word: &str| {
        collection.searcher.doc_freq(&Term::from_field_text(field, word)).map_err(internal)
    };
    let stem = stemmed_words(printed).into_iter().next();
    let stem = stem.map_or(Ok(0), |stem| frequency(fields.stemmed, &stem.term))?;
    Ok(stem.max(frequency(fields.exact, folded)?))
}

/// A word of the names in a facet for one that they do not have: of the nearest the one that most documents have.
fn better_name(facet: &FacetIndex, folded: &str) -> Option<String> {
    let letters = folded.chars().count();
    if letters < 3 || !facet.with_word(|known| known.cmp(folded)).is_empty() {
        return None;
    }
    let most = if letters < LONG { 1 } else { 2 };
    let near = |known: &str| Some(strsim::osa_distance(known, folded)).filter(|distance| *distance <= most);
    let candidates = facet.words_beginning_with(folded.chars().next()?);
    let rated = candidates.filter_map(|(known, ordinal)| {
        let documents = facet.documents_with(ordinal).len();
        near(known).map(|distance| (std::cmp::Reverse(distance), documents, known))
    });
    rated.filter(|(_, documents, _)| *documents > 0).max().map(|(_, _, known)| known.to_owned())
}
