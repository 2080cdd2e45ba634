//! Sentences and paragraphs.

use quotidian_model::Span;

use crate::{
    lexicon::{Class, LEXICON, Traits},
    lines,
    token::{RawToken, Shape, tokenize},
};

/// What parts a token from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Break {
    None,
    Sentence,
    Paragraph,
}

/// The break before each token; the first token of a text starts a paragraph.
pub(crate) fn breaks(text: &str, tokens: &[RawToken]) -> Vec<Break> {
    // The last token that is no closing mark decides whether a sentence ended.
    let mut ended = false;
    let mut breaks = Vec::with_capacity(tokens.len());
    for (index, token) in tokens.iter().enumerate() {
        let gap = match index.checked_sub(1) {
            None => "\n",
            Some(before) => &text[tokens[before].span.end..token.span.start],
        };
        let found = if gap.contains('\n') {
            Break::Paragraph
        } else if !gap.is_empty()
            && starts_sentence(text, *token)
            && (ended || abbreviation_ended(text, tokens, index))
        {
            Break::Sentence
        } else {
            Break::None
        };
        breaks.push(found);
        let word = token.span.of(text);
        if word.starts_with(['.', '!', '?', '…']) {
            ended = true;
        } else if found != Break::None || !is_closing(word) {
            ended = false;
        }
    }
    breaks
}

fn is_closing(word: &str) -> bool {
    matches!(word, "\"" | "”" | "’" | "'" | "''" | "»" | "“" | ")" | "]")
}

fn starts_sentence(text: &str, token: RawToken) -> bool {
    match token.shape {
        Shape::Capital | Shape::Upper | Shape::Number => true,
        Shape::Mark => {
            matches!(token.span.of(text), "\"" | "“" | "‘" | "'" | "``" | "«" | "`" | "„" | "(" | "[")
        }
        Shape::Lower | Shape::Clitic => false,
    }
}

/// Whether an abbreviation just before `index` ends a sentence as well: "in the U.S. The".
fn abbreviation_ended(text: &str, tokens: &[RawToken], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| tokens[before].span.of(text)) else { return false };
    if before.len() < 3 || !before.ends_with('.') || tokens[index].shape != Shape::Capital {
        return false;
    }
    let names = LEXICON.facts(&before.to_ascii_lowercase()).traits;
    let bare = LEXICON.facts(&before[..before.len() - 1].to_ascii_lowercase()).traits;
    if names.or(bare).any(Traits::TITLE.or(Traits::ABBREVIATION_NAME)) {
        return false;
    }
    let next = LEXICON.facts(&tokens[index].span.of(text).to_ascii_lowercase()).class;
    use Class::{Adverb, Conjunction, Determiner, Preposition, Pronoun};
    matches!(next, Determiner | Pronoun | Preposition | Conjunction | Adverb)
}

/// The sentences of a text in order: byte spans without the white space between them.
///
/// A line break ends a sentence, unless the text is hard-wrapped.
///
/// ```
/// let text = "Mr. Okkerley left. \"No,\" he said.";
/// let sentences: Vec<&str> = quotidian_text::sentences(text).iter().map(|span| span.of(text)).collect();
/// assert_eq!(sentences, ["Mr. Okkerley left.", "\"No,\" he said."]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let unwrapped = lines::unwrap(text);
    let tokens = tokenize(&unwrapped);
    let mut sentences: Vec<Span> = Vec::new();
    for (token, found) in tokens.iter().zip(breaks(&unwrapped, &tokens)) {
        match sentences.last_mut() {
            Some(sentence) if found == Break::None => sentence.end = token.span.end,
            _ => sentences.push(token.span),
        }
    }
    sentences
}

/// The longest title that [`first_sentence`] gives, in bytes.
const TITLE_LENGTH: usize = 160;

/// The first sentence of a text, trimmed, and cut between two words where it is longer than 160 bytes: a title for an
/// article that has none.
pub fn first_sentence(body: &str) -> &str {
    // A sentence is never far longer than the cut: the head of the body is enough.
    let mut head_end = body.len().min(TITLE_LENGTH * 8);
    while !body.is_char_boundary(head_end) {
        head_end -= 1;
    }
    let head = &body[..head_end];
    let sentence = sentences(head).first().map_or("", |span| span.of(head));
    let Some((mut cut, _)) = sentence.char_indices().find(|(at, _)| *at > TITLE_LENGTH) else {
        return sentence;
    };
    if let Some(space) = sentence[..cut].rfind(char::is_whitespace) {
        cut = space;
    }
    sentence[..cut]
        .trim_end_matches(|character: char| character.is_whitespace() || ",;:-–—".contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn sentences_end_at_full_stops_and_lines() {
        check("One. Two! Three?", &["One.", "Two!", "Three?"]);
        check("Heading\nText goes on", &["Heading", "Text goes on"]);
        check("He said: \"Go.\" Then he left.", &["He said: \"Go.\"", "Then he left."]);
        check("\"Go!\" he said. Maravant left.", &["\"Go!\" he said.", "Maravant left."]);
    }

    #[test]
    fn abbreviations_and_initials_go_on() {
        check("Sen. I. M. Tolle of Port St. Senna spoke.", &["Sen. I. M. Tolle of Port St. Senna spoke."]);
        check("She lives in the U.S. The rest stay.", &["She lives in the U.S.", "The rest stay."]);
        check("The 1.5 p.m. train.", &["The 1.5 p.m. train."]);
    }

    #[test]
    fn titles_are_cut_between_words() {
        let long = format!("{}.", vec!["harbour"; 40].join(" "));
        let title = first_sentence(&long);
        assert!(title.len() <= TITLE_LENGTH && title.ends_with("harbour"), "{title}");
        assert_eq!(first_sentence("  Short one. Another."), "Short one.");
        assert_eq!(first_sentence(" \n "), "");
    }
}
