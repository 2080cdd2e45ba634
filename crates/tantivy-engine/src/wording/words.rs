use quotidian_model::Span;

use super::editing::{EditedSpans, is_inside};
use crate::analysis::{Folder, word_spans};

/// A text as the words it is made of, and the marks by which editors say that they changed it.
#[derive(Debug, Clone)]
pub(crate) struct Wording<'text> {
    pub(crate) text: &'text str,
    pub(crate) tokens: Vec<Token>,
}

/// A word, or what stands for others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    /// Where it stands in the text, in bytes.
    pub(crate) span: Span,
}

/// What a token is in a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A word in lower case, without diacritics, apostrophes and the points of abbreviations.
    Word(String),
    /// A printed word that whoever quotes may leave out without saying so: an editor's, or an attribution amid a quotation.
    Aside(String),
    /// In place of any words, or of none: an ellipsis, or an editor's words in brackets.
    Gap,
}

impl<'text> Wording<'text> {
    /// What somebody gives as the words of another: with ellipses for what they left out, and their own words in brackets.
    pub(crate) fn given(text: &'text str) -> Self {
        let edits = EditedSpans::of(text);
        let mut tokens: Vec<Token> = words(text, Span::new(0, text.len()))
            .filter(|(_, span)| !is_inside(&edits.brackets, *span))
            .map(|(word, span)| Token { kind: TokenKind::Word(word), span })
            .collect();
        let gaps = edits.brackets.into_iter().chain(edits.ellipses);
        tokens.extend(gaps.map(|span| Token { kind: TokenKind::Gap, span }));
        tokens.sort_by_key(|token| token.span.start);
        Self { text, tokens }
    }

    /// A piece of a text as it was printed. `asides` are the attributions amid its quotations, in order.
    pub(crate) fn printed(text: &'text str, piece: Span, asides: &[Span]) -> Self {
        let brackets = EditedSpans::of(piece.of(text)).brackets;
        let brackets: Vec<Span> = brackets.iter().map(|span| moved(*span, piece.start)).collect();
        let token = |(word, span)| {
            let is_aside = is_inside(&brackets, span) || is_inside(asides, span);
            let kind = if is_aside { TokenKind::Aside(word) } else { TokenKind::Word(word) };
            Token { kind, span }
        };
        Self { text, tokens: words(text, piece).map(token).collect() }
    }

    /// A text as a whole, in which brackets and ellipses stand for nothing.
    pub(crate) fn whole(text: &'text str) -> Self {
        let token = |(word, span)| Token { kind: TokenKind::Word(word), span };
        Self { text, tokens: words(text, Span::new(0, text.len())).map(token).collect() }
    }

    /// The words alone, without gaps.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, Span)> {
        self.tokens.iter().filter_map(|token| Some((token.word()?, token.span)))
    }
}

impl Token {
    /// The word, if it is one.
    pub(crate) fn word(&self) -> Option<&str> {
        match &self.kind {
            TokenKind::Word(word) | TokenKind::Aside(word) => Some(word),
            TokenKind::Gap => None,
        }
    }
}

/// The words of a piece of a text. What an apostrophe or the point of an abbreviation or number joins is one word, so that
/// "don’t" is "dont", "U.S." is "us" and "1,000" is "1000".
fn words(text: &str, piece: Span) -> impl Iterator<Item = (String, Span)> {
    let mut folder = Folder::default();
    let mut spans = word_spans(piece.of(text)).map(move |span| moved(span, piece.start)).peekable();
    std::iter::from_fn(move || {
        let mut span = spans.next()?;
        let mut word = folder.folded(span.of(text));
        while let Some(next) = spans.next_if(|next| is_joined(text, span, *next)) {
            word.push_str(&folder.folded(next.of(text)));
            span.end = next.end;
        }
        Some((word, span))
    })
}

fn moved(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

/// Whether what stands between two words makes them one.
fn is_joined(text: &str, left: Span, right: Span) -> bool {
    let is_digit = |character: Option<char>| character.is_some_and(|one| one.is_ascii_digit());
    let before = left.of(text).chars().next_back();
    let after = right.of(text).chars().next();
    match Span::new(left.end, right.start).of(text) {
        "'" | "’" | "ʼ" | "‘" | "`" | "[" | "]" => true,
        "," => is_digit(before) && is_digit(after),
        "." => {
            let last_letter = left.of(text).rsplit('.').next().unwrap_or_default();
            let are_letters = last_letter.chars().count() == 1 && right.of(text).chars().count() == 1;
            are_letters || is_digit(before) && is_digit(after)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(wording: &Wording<'_>) -> String {
        let token = |token: &Token| match &token.kind {
            TokenKind::Word(word) => word.clone(),
            TokenKind::Aside(word) => format!("({word})"),
            TokenKind::Gap => "*".to_owned(),
        };
        wording.tokens.iter().map(token).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn marks_case_and_diacritics_fold_away() {
        let check = |text, expected| assert_eq!(drawn(&Wording::given(text)), expected, "{text}");
        check("“Don’t” tax the café’s TIDE—ever!", "dont tax the cafes tide ever");
        check("1,000 U.S. tonnes, 3.5 %", "1000 us tonnes 35");
        check("the wardens' boats, 'tis said", "the wardens boats tis said");
        check("a.m. Mr.Okkerley", "am mr okkerley");
    }

    #[test]
    fn editors_marks_stand_for_other_words() {
        let check = |text, expected| assert_eq!(drawn(&Wording::given(text)), expected, "{text}");
        check("We … tax [the tide] . . . ever", "we * tax * * ever");
        check("[W]e will [...] tax... it [sic]", "we will * tax * it *");
        check("[unclosed we say", "unclosed we say");
    }

    #[test]
    fn printed_words_of_editors_and_attributions_are_asides() {
        let text = "\"We will,\" she said, \"tax [the] tide.\"";
        let aside = Span::new(9, 20);
        let wording = Wording::printed(text, Span::new(0, text.len()), &[aside]);
        assert_eq!(drawn(&wording), "we will (she) (said) tax (the) tide");
    }
}
