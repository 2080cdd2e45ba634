//! Whether a text has a word or a phrase, found out in the simplest way.

use frostem::{Algorithm, Stemmer};
use quotidian_search::query::{Clause, Matching, Query, QueryField};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::model::Document;

/// A word as it stands, and its stem; both in lower case and without diacritics.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    folded: String,
    stem: String,
}

pub(crate) fn words(text: &str) -> Vec<Word> {
    let stemmer = Stemmer::new(Algorithm::English);
    let folded: String =
        text.to_lowercase().nfd().filter(|character| !is_combining_mark(*character)).collect();
    let words = folded.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| Word { folded: word.to_owned(), stem: stemmer.stem(word).into_owned() }).collect()
}

pub(crate) fn matches(query: &Query, document: &Document) -> bool {
    match query {
        Query::All => true,
        Query::And(parts) => parts.iter().all(|part| matches(part, document)),
        Query::Or(parts) => parts.iter().any(|part| matches(part, document)),
        Query::Not(inner) => !matches(inner, document),
        Query::Clause(clause) => clause_matches(clause, document),
    }
}

fn clause_matches(clause: &Clause, document: &Document) -> bool {
    let names = |facet: &str| {
        let values = document
            .facets
            .iter()
            .filter(|(field, _)| field.as_str() == facet)
            .flat_map(|(_, values)| values);
        values.into_iter().any(|value| has_phrase(&words(value), &clause.text))
    };
    match clause.field {
        None => has(&document.body, clause) || (document.titled && has(&document.title, clause)),
        Some(QueryField::Title) => has(&document.title, clause),
        Some(QueryField::Body) => has(&document.body, clause),
        Some(QueryField::About) => {
            has(&document.title, clause) || ["person", "org", "place"].into_iter().any(names)
        }
        Some(field) => names(field.as_str()),
    }
}

fn has(text: &[Word], clause: &Clause) -> bool {
    let wanted = words(&clause.text);
    match (clause.matching, wanted.as_slice()) {
        (Matching::Word, [word]) => text.iter().any(|known| known.stem == word.stem),
        _ => has_phrase(text, &clause.text),
    }
}

fn has_phrase(text: &[Word], phrase: &str) -> bool {
    let wanted = words(phrase);
    let same =
        |window: &[Word]| std::iter::zip(window, &wanted).all(|(word, wanted)| word.folded == wanted.folded);
    text.windows(wanted.len()).any(same)
}
