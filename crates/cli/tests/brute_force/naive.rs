//! How a text becomes words, in the simplest way.

use frostem::{Algorithm, Stemmer};
use quotidian_model::Span;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word as it stands, and its stem; both in lower case and without diacritics.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) folded: String,
    pub(crate) stem: String,
    /// Where it stands, in bytes.
    pub(crate) span: Span,
}

pub(crate) fn words(text: &str) -> Vec<Word> {
    let stemmer = Stemmer::new(Algorithm::English);
    let belongs = |character: char| character.is_alphanumeric() || is_combining_mark(character);
    let pieces = text.split(|character: char| !belongs(character));
    let words = pieces.filter_map(|piece| {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        let folded = folded(piece);
        let stem = stemmer.stem(&folded).into_owned();
        (!folded.is_empty()).then(|| Word { folded, stem, span: Span::new(start, start + piece.len()) })
    });
    words.collect()
}

fn folded(text: &str) -> String {
    text.to_lowercase().nfd().filter(|character| !is_combining_mark(*character)).collect()
}

/// The folded words of a text, by which equal words are known.
pub(crate) fn folded_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}
