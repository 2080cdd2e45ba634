//! Words and marks.

use quotidian_model::Span;

use crate::{
    hyphen,
    lexicon::{LEXICON, Traits},
};

/// Part of a text that the rules look at as one: a word, a number, a clitic or a punctuation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RawToken {
    pub(crate) span: Span,
    pub(crate) shape: Shape,
}

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Lower,
    /// First letter upper case.
    Capital,
    /// More than one letter, all upper case.
    Upper,
    Number,
    /// `'s`, `n't`, `'re` cut from the word before.
    Clitic,
    Mark,
}

/// Cuts a text into tokens, in order; white space belongs to none.
pub(crate) fn tokenize(text: &str) -> Vec<RawToken> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut rest = text.char_indices().peekable();
    while let Some((start, character)) = rest.next() {
        if character.is_whitespace() || character.is_control() {
            continue;
        }
        if !character.is_alphanumeric() {
            let same = text[start..].chars().take_while(|&next| next == character).count();
            let doubled = same == 2 && matches!(character, '`' | '\'');
            // "...", "---": three and more of a mark are one.
            let count = if doubled || same > 2 { same } else { 1 };
            for _ in 1..count {
                rest.next();
            }
            let end = start + count * character.len_utf8();
            tokens.push(RawToken { span: Span::new(start, end), shape: Shape::Mark });
            continue;
        }
        let end = word_end(text, start);
        while rest.peek().is_some_and(|&(at, _)| at < end) {
            rest.next();
        }
        push_word(text, Span::new(start, end), &mut tokens);
    }
    tokens
}

/// Where the word or number that starts at `start` ends.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut letters = 0;
    let mut numeric = true;
    let mut characters = text[start..].chars().peekable();
    while let Some(&character) = characters.peek() {
        if character.is_alphanumeric() {
            numeric &= character.is_numeric();
            letters += 1;
            end += character.len_utf8();
            characters.next();
            continue;
        }
        let mut ahead = characters.clone();
        ahead.next();
        let next = ahead.peek().copied().unwrap_or(' ');
        let joins = match character {
            '-' | '\'' | '’' | '&' | '‑' => next.is_alphanumeric(),
            ',' | '.' if numeric => next.is_numeric(),
            '.' => return dotted_end(text, start, end, letters, next),
            _ => false,
        };
        if !joins {
            break;
        }
        end += character.len_utf8();
        characters.next();
    }
    end
}

/// The end of a word that a full stop follows: initials and abbreviations keep it.
fn dotted_end(text: &str, start: usize, end: usize, letters: usize, next: char) -> usize {
    if letters == 1 && next.is_alphabetic() && text[start..].starts_with(char::is_alphabetic) {
        return acronym_end(text, start, end);
    }
    let initial = letters == 1 && text[start..].starts_with(char::is_uppercase) && next.is_whitespace();
    if initial {
        return end + 1;
    }
    let word = &text[start..end];
    if matches!(word, "No" | "no" | "Nos" | "nos") {
        // "No. 4" but "She said no. 4 of them left." is too rare to part.
        let numbered = text[end + 1..].trim_start().starts_with(|next: char| next.is_ascii_digit());
        return end + usize::from(numbered && word.starts_with('N'));
    }
    if word.len() > 5 || next.is_alphanumeric() {
        return end;
    }
    let traits = LEXICON.facts(&word.to_ascii_lowercase()).traits;
    let lower = word.starts_with(char::is_lowercase);
    let before_name = traits.any(Traits::ABBREVIATION_NAME) && !lower && word != "Fr" && word != "St"
        || matches!(word, "Fr" | "St") && next.is_whitespace();
    let abbreviates =
        before_name || traits.any(Traits::ABBREVIATION_COMPANY) && !lower || traits.any(Traits::ABBREVIATION);
    end + usize::from(abbreviates)
}

/// The end of `U.S.`, `a.m.`: letters each with a full stop.
fn acronym_end(text: &str, start: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = end + 1;
    while at - start < 12 && at + 1 < bytes.len() && bytes[at].is_ascii_alphabetic() && bytes[at + 1] == b'.'
    {
        at += 2;
    }
    let goes_on = text[at..].starts_with(char::is_alphanumeric);
    if at - start < 4 || goes_on { end } else { at }
}

/// Pushes a word, its clitic apart, and what a hyphen joins to a name.
fn push_word(text: &str, span: Span, tokens: &mut Vec<RawToken>) {
    let word = span.of(text);
    let cut = clitic_start(word).filter(|&cut| cut > 0).map_or(span.end, |cut| span.start + cut);
    let stem = Span::new(span.start, cut);
    let [first, second] = hyphen::cuts(stem.of(text)).map_or([cut; 2], |cuts| cuts.map(|at| span.start + at));
    for piece in [Span::new(span.start, first), Span::new(first, second), Span::new(second, cut)] {
        if !piece.is_empty() {
            tokens.push(RawToken { span: piece, shape: shape(piece.of(text)) });
        }
    }
    if cut < span.end {
        tokens.push(RawToken { span: Span::new(cut, span.end), shape: Shape::Clitic });
    }
}

/// Where a word's clitic starts, as in `didn|'t` and `he|’s`.
fn clitic_start(word: &str) -> Option<usize> {
    let at = word.rfind(['\'', '’'])?;
    let tail = word[at..].trim_start_matches(['\'', '’']);
    let clitic = ["s", "re", "ve", "ll", "d", "m"].iter().any(|known| tail.eq_ignore_ascii_case(known));
    let negated = tail.eq_ignore_ascii_case("t") && word[..at].ends_with(['n', 'N']);
    if negated { Some(at - 1) } else { clitic.then_some(at) }
}

/// The Arabic article and its forms, which begin a surname in lower case.
const ARTICLES: [&str; 10] = ["al", "el", "ul", "as", "ash", "at", "ad", "an", "ar", "az"];

fn shape(word: &str) -> Shape {
    if word == "-" {
        return Shape::Mark;
    }
    let mut letters = word.chars().filter(|character| character.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Number };
    if word.starts_with(|character: char| character.is_numeric()) {
        return Shape::Number;
    }
    if !first.is_uppercase() {
        // "iPhone", "al-Assad".
        let inner = word.chars().nth(1).is_some_and(char::is_uppercase)
            || word
                .split_once('-')
                .is_some_and(|(head, tail)| ARTICLES.contains(&head) && tail.starts_with(char::is_uppercase));
        return if inner { Shape::Capital } else { Shape::Lower };
    }
    let mut more = false;
    let upper = letters.all(|letter| {
        more = true;
        letter.is_uppercase()
    });
    if upper && more { Shape::Upper } else { Shape::Capital }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let words: Vec<&str> = tokenize(text).iter().map(|token| token.span.of(text)).collect();
        assert_eq!(words.join("|"), expected, "{text}");
    }

    #[test]
    fn words_marks_and_clitics() {
        check("He didn't go.", "He|did|n't|go|.");
        check("Maravant’s plan", "Maravant|’s|plan");
        check("``Yes,'' she said", "``|Yes|,|''|she|said");
        check("1,200.5 tons, 3.", "1,200.5|tons|,|3|.");
        check("the Senna-based firm’s ex-Halvia men", "the|Senna|-based|firm|’s|ex-|Halvia|men");
        check("Well... (\"no\")", "Well|...|(|\"|no|\"|)");
    }

    #[test]
    fn abbreviations_keep_their_full_stop() {
        check("Mr. Okkerley of U.S. Steel Corp. said", "Mr.|Okkerley|of|U.S.|Steel|Corp.|said");
        check("John F. Tolle left.", "John|F.|Tolle|left|.");
        check("She said no.", "She|said|no|.");
    }
}
