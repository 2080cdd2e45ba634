//! How text becomes terms, the same for indexing, querying and highlighting.
//!
//! *Folded* terms are words in lower case without diacritics; *stemmed* terms are folded and reduced to their English
//! stem (Porter 2). Anything but letters and digits parts words, so every kind of apostrophe and dash is alike.

use quotidian_model::Span;
use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer, TokenStream,
    TokenizerManager,
};

pub(crate) const FOLDED: &str = "folded";
pub(crate) const STEMMED: &str = "stemmed";

/// One word of a text: its term and where it stands, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) term: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

pub(crate) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(FOLDED, folded());
    manager.register(STEMMED, stemmed());
    manager
}

fn folded() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).filter(AsciiFoldingFilter).build()
}

fn stemmed() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(Stemmer::new(Language::English))
        .build()
}

pub(crate) fn folded_words(text: &str) -> Vec<Word> {
    words(&mut folded(), text)
}

pub(crate) fn stemmed_words(text: &str) -> Vec<Word> {
    words(&mut stemmed(), text)
}

/// Where the words of a text stand, in bytes.
pub(crate) fn word_spans(text: &str) -> impl Iterator<Item = Span> {
    let mut place = 0;
    std::iter::from_fn(move || {
        let start = run_end(text, place, false);
        place = run_end(text, start, true);
        (start < place).then(|| Span::new(start, place))
    })
}

/// The end of the word that begins at `place`.
pub(crate) fn word_end(text: &str, place: usize) -> usize {
    run_end(text, place, true)
}

/// The end of the run of letters and digits, or of all others, that begins at `place`. Most text is ASCII, whose bytes need
/// no look-up.
fn run_end(text: &str, mut place: usize, of_words: bool) -> usize {
    let bytes = text.as_bytes();
    while place < bytes.len() {
        let length = if bytes[place].is_ascii() {
            usize::from(bytes[place].is_ascii_alphanumeric() == of_words)
        } else {
            let character = text[place..].chars().next().filter(|one| one.is_alphanumeric() == of_words);
            character.map_or(0, char::len_utf8)
        };
        if length == 0 {
            break;
        }
        place += length;
    }
    place
}

/// Folds and stems single words.
pub(crate) struct Folder {
    folded: TextAnalyzer,
    stemmed: TextAnalyzer,
}

impl Default for Folder {
    fn default() -> Self {
        Self { folded: folded(), stemmed: stemmed() }
    }
}

impl Folder {
    pub(crate) fn folded(&mut self, word: &str) -> String {
        if word.is_ascii() { word.to_ascii_lowercase() } else { only_term(&mut self.folded, word) }
    }

    pub(crate) fn stemmed(&mut self, word: &str) -> String {
        only_term(&mut self.stemmed, word)
    }
}

fn only_term(analyzer: &mut TextAnalyzer, word: &str) -> String {
    let mut stream = analyzer.token_stream(word);
    stream.next().map(|token| token.text.clone()).unwrap_or_default()
}

fn words(analyzer: &mut TextAnalyzer, text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut stream = analyzer.token_stream(text);
    while let Some(token) = stream.next() {
        words.push(Word { term: token.text.clone(), start: token.offset_from, end: token.offset_to });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, folded: &str, stemmed: &str) {
        let join = |words: Vec<Word>| words.into_iter().map(|word| word.term).collect::<Vec<_>>().join(" ");
        assert_eq!(join(folded_words(text)), folded);
        assert_eq!(join(stemmed_words(text)), stemmed);
    }

    #[test]
    fn case_diacritics_and_marks_fold_away() {
        check("Défenses, DEFENSES", "defenses defenses", "defens defens");
        check("don’t don't", "don t don t", "don t don t");
        check("news new", "news new", "news new");
        check("U.S. prices", "u s prices", "u s price");
    }

    #[test]
    fn single_words_are_folded_as_in_a_text() {
        let text = "Défenses’ DEFENSES, x2 İstanbul, don’t!";
        let mut folder = Folder::default();
        let single: Vec<(Span, String, String)> = word_spans(text)
            .map(|span| (span, folder.folded(span.of(text)), folder.stemmed(span.of(text))))
            .collect();
        for (word, (span, folded, _)) in std::iter::zip(folded_words(text), &single) {
            assert_eq!((word.start, word.end, &word.term), (span.start, span.end, folded));
        }
        let stems: Vec<String> = stemmed_words(text).into_iter().map(|word| word.term).collect();
        assert_eq!(stems, single.into_iter().map(|(_, _, stem)| stem).collect::<Vec<_>>());
    }

    #[test]
    fn words_know_their_place() {
        let words = folded_words("né, Ça");
        assert_eq!((words[1].start, words[1].end, words[1].term.as_str()), (5, 8, "ca"));
    }
}
