//! A body cut into tokens, sentences, paragraphs and marked spans: what every later step reads.

use std::{borrow::Cow, ops::Range};

use quotidian_model::Span;

use crate::{
    feature::word_hash,
    lexicon::{Facts, LEXICON},
    lines,
    marks::{self, Marked},
    part::{self, Part},
    sentence::{Break, breaks},
    token::{Shape, tokenize},
    turn::{self, Turn},
};

/// A token in its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    /// The hash of the word in lower case, for the features of the models.
    pub(crate) hash: u64,
    pub(crate) facts: Facts,
    pub(crate) part: Part,
    pub(crate) sentence: usize,
    pub(crate) paragraph: usize,
    /// The marked span that it stands in, marks included.
    pub(crate) marked: Option<usize>,
}

/// A paragraph's tokens.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    pub(crate) tokens: Range<usize>,
    /// Without final punctuation: a heading, a caption, a "read more" line.
    pub(crate) heading: bool,
}

/// A body with everything that a look at single words gives.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) text: Cow<'a, str>,
    /// The text with ASCII letters in lower case; every offset holds.
    lower: String,
    pub(crate) tokens: Vec<Token>,
    /// The tokens of each sentence.
    pub(crate) sentences: Vec<Range<usize>>,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) marked: Vec<Marked>,
    /// The turns of a transcript; none in other texts.
    pub(crate) turns: Vec<Turn>,
}

impl<'a> Document<'a> {
    /// Reads a body.
    pub(crate) fn new(body: &'a str) -> Self {
        let text = lines::unwrap(body);
        let lower = text.to_ascii_lowercase();
        let mut document = Self {
            marked: marks::find(&text),
            text,
            lower,
            tokens: Vec::new(),
            sentences: Vec::new(),
            paragraphs: Vec::new(),
            turns: Vec::new(),
        };
        document.read_tokens();
        part::tag(&document.lower, &mut document.tokens, &document.sentences);
        document.find_headings();
        document.turns = turn::find(&document);
        document
    }

    fn read_tokens(&mut self) {
        let raw = tokenize(&self.text);
        let found = breaks(&self.text, &raw);
        self.tokens.reserve(raw.len());
        let mut marked = 0;
        for (index, (token, found)) in raw.into_iter().zip(found).enumerate() {
            if found == Break::Paragraph {
                self.paragraphs.push(Paragraph { tokens: index..index, heading: false });
            }
            if found != Break::None {
                self.sentences.push(index..index);
            }
            while self.marked.get(marked).is_some_and(|marked| marked.outer.end <= token.span.start) {
                marked += 1;
            }
            let inside = self.marked.get(marked).is_some_and(|marked| marked.outer.start <= token.span.start);
            let lower = &self.lower[token.span.range()];
            let hash = word_hash(lower);
            let facts = if token.shape == Shape::Mark { Facts::default() } else { LEXICON.facts_of(hash) };
            self.tokens.push(Token {
                span: token.span,
                shape: token.shape,
                hash,
                facts,
                part: Part::Mark,
                sentence: self.sentences.len() - 1,
                paragraph: self.paragraphs.len() - 1,
                marked: inside.then_some(marked),
            });
            if let (Some(sentence), Some(paragraph)) = (self.sentences.last_mut(), self.paragraphs.last_mut())
            {
                sentence.end = index + 1;
                paragraph.tokens.end = index + 1;
            }
        }
    }

    fn find_headings(&mut self) {
        for paragraph in &mut self.paragraphs {
            let last = &self.tokens[paragraph.tokens.end - 1];
            let ends = ['.', '?', '!', '…', '"', '”', '’', '\'', ':', ',', ';'];
            paragraph.heading = !last.span.of(&self.text).ends_with(ends);
        }
    }

    /// The text in lower case.
    #[cfg(feature = "training")]
    pub(crate) fn lower_text(&self) -> &str {
        &self.lower
    }

    /// The text of a token as it is written.
    pub(crate) fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| token.span.of(&self.text))
    }

    /// The text of a token in lower case; `""` past the end.
    pub(crate) fn lower(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| &self.lower[token.span.range()])
    }

    /// The text of a token in lower case, or `""` where the token does not stand in `sentence`.
    pub(crate) fn lower_in(&self, sentence: usize, index: Option<usize>) -> &str {
        match index {
            Some(index) if self.tokens.get(index).is_some_and(|token| token.sentence == sentence) => {
                self.lower(index)
            }
            _ => "",
        }
    }

    /// The tokens from the first one's start to the last one's end, in lower case.
    pub(crate) fn lower_span(&self, tokens: Range<usize>) -> &str {
        &self.lower[self.span(tokens).range()]
    }

    /// The bytes from the first token's start to the last one's end.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens.clone()) {
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            Some([only]) => only.span,
            _ => Span::new(0, 0),
        }
    }

    /// The sentence that a token stands in.
    pub(crate) fn sentence_of(&self, index: usize) -> Range<usize> {
        self.tokens.get(index).map_or(0..0, |token| self.sentences[token.sentence].clone())
    }

    /// The first token that starts at or after a byte offset.
    pub(crate) fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|token| token.span.start < offset)
    }

    /// Whether two tokens are in the same marked span, or both in none.
    pub(crate) fn same_marked(&self, left: usize, right: usize) -> bool {
        self.tokens[left].marked == self.tokens[right].marked
    }

    /// The turn whose label or words hold a token.
    pub(crate) fn turn_of(&self, index: usize) -> Option<&Turn> {
        let before = self.turns.partition_point(|turn| turn.label.start <= index);
        self.turns[..before].last().filter(|turn| index < turn.words.end)
    }

    /// Whether a word's token is letters or digits.
    pub(crate) fn is_word(&self, index: usize) -> bool {
        self.tokens[index].shape != Shape::Mark
    }

    /// Whether the tokens hold a finite verb.
    pub(crate) fn is_finite(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|index| self.tokens[index].part.is_finite())
    }
}
