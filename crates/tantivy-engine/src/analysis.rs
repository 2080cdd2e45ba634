//! How text becomes terms, the same for indexing, querying and highlighting.
//!
//! *Folded* terms are words in lower case without diacritics; *stemmed* terms are folded and reduced to their English
//! stem (Porter 2). Anything but letters and digits parts words, so every kind of apostrophe and dash is alike.

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
    fn words_know_their_place() {
        let words = folded_words("né, Ça");
        assert_eq!((words[1].start, words[1].end, words[1].term.as_str()), (5, 8, "ca"));
    }
}
