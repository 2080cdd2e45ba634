//! What a content looks like from outside: its edges, its length, its place in the paragraph.

use std::ops::Range;

use quotidian_model::Span;

use crate::{document::Document, saying::strongest_around};

/// The facts about a content that the models read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outline {
    /// Its words, without marks.
    pub(crate) words: usize,
    /// Its last mark of punctuation; `w` for a word.
    pub(crate) last: char,
    /// Whether that mark stands just outside.
    pub(crate) outside: bool,
    /// The strongest verb of saying before and after it in its sentence.
    pub(crate) says: (u8, u8),
    pub(crate) starts_paragraph: bool,
    pub(crate) ends_paragraph: bool,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

impl Outline {
    /// The outline of some tokens, marks included, whose words are `inner`.
    pub(crate) fn of(document: &Document<'_>, tokens: &Range<usize>, inner: Span) -> Self {
        let end = document.span(tokens.clone()).end;
        let text = inner.of(&document.text).trim();
        let within = text.chars().next_back().filter(|last| ",.?!…".contains(*last));
        let outside = document.text[end..].chars().next().filter(|after| ",.?!".contains(*after));
        let paragraph = &document.paragraphs[document.tokens[tokens.start].paragraph].tokens;
        Self {
            words: tokens.clone().filter(|&at| document.is_word(at)).count(),
            last: within.or(outside).unwrap_or('w'),
            outside: within.is_none() && outside.is_some(),
            says: strongest_around(document, tokens.clone()),
            starts_paragraph: paragraph.start == tokens.start,
            ends_paragraph: paragraph.end <= tokens.end,
            capital: text.starts_with(char::is_uppercase),
        }
    }

    /// Whether it is its whole paragraph.
    pub(crate) fn fills_paragraph(&self) -> bool {
        self.starts_paragraph && self.ends_paragraph
    }

    /// Its last mark as a number for the models: each sort of mark, inside or outside.
    pub(crate) fn last_code(&self) -> u64 {
        u64::from(u32::from(self.last)) * 2 + u64::from(self.outside)
    }
}
