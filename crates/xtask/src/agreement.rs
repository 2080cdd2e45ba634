//! Whether a quote that was found is one that was annotated, by the rules of the shared scorer: contents that overlap by
//! four fifths, and speakers of whom one's last name stands in the other's words.

use quotidian_model::Span;

/// Whether two contents are the same but for their edges: intersection over union of at least 0.8.
pub(crate) fn same_content(text: &str, left: Span, right: Span) -> bool {
    let (left, right) = (trimmed(text, left), trimmed(text, right));
    let common = left.end.min(right.end).saturating_sub(left.start.max(right.start));
    common > 0 && common * 10 >= (left.len() + right.len() - common) * 8
}

/// A span without the marks and punctuation at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let edge = |character: char| character.is_whitespace() || "\"“”'‘’«»„`,.:;!?…-–—".contains(character);
    let words = span.of(text);
    let start = span.start + words.len() - words.trim_start_matches(edge).len();
    Span::new(start, start + words.trim_matches(edge).len())
}

/// Whether two ways to name a speaker mean the same one.
pub(crate) fn same_speaker(left: &str, right: &str) -> bool {
    let (left, right) = (Named::of(left), Named::of(right));
    match (left.key.last(), right.key.last()) {
        (None, None) => true,
        (Some(left_last), Some(right_last)) => {
            if left.is_pronoun() || right.is_pronoun() {
                return left.key == right.key;
            }
            right.all.contains(left_last) || left.all.contains(right_last)
        }
        _ => false,
    }
}

/// The words that name a speaker.
struct Named {
    /// Those before an apposition, without titles and suffixes.
    key: Vec<String>,
    all: Vec<String>,
}

const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "president",
    "senator",
    "sen",
    "rep",
    "gov",
    "governor",
    "judge",
    "justice",
    "minister",
    "secretary",
    "gen",
    "general",
    "col",
    "lt",
    "sgt",
    "capt",
    "the",
    "a",
    "an",
    "then",
    "former",
    "prime",
];
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv", "phd", "md"];
const PRONOUNS: &[&str] = &[
    "he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "his", "their", "them", "which",
    "that", "one",
];

impl Named {
    fn of(text: &str) -> Self {
        let ends = [",", "(", ";", "—", " who ", " of the ", " with the "];
        let cut = ends.iter().filter_map(|end| text.trim().find(end)).min();
        let head = cut.map_or(text.trim(), |cut| &text.trim()[..cut]);
        let head = if head.trim().is_empty() { text } else { head };
        let named: Vec<String> =
            words(head).into_iter().filter(|word| !SUFFIXES.contains(&word.as_str())).collect();
        let key: Vec<String> =
            named.iter().filter(|word| !TITLES.contains(&word.as_str())).cloned().collect();
        Self { key: if key.is_empty() { named } else { key }, all: words(text) }
    }

    fn is_pronoun(&self) -> bool {
        matches!(self.key.as_slice(), [only] if PRONOUNS.contains(&only.as_str()))
    }
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace('’', "'");
    let word = |part: &str| part.trim_end_matches("'s").trim_end_matches('\'').trim_matches('-').to_owned();
    lower
        .split(|character: char| !character.is_alphanumeric() && !"'-_".contains(character))
        .map(word)
        .filter(|word| word.starts_with(char::is_alphanumeric))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speakers_agree_by_their_last_names() {
        assert!(same_speaker("Ilse Maravant", "Mayor Maravant"));
        assert!(same_speaker("Tobin Okkerley, a dock worker", "Okkerley"));
        assert!(!same_speaker("he", "Tobin Okkerley"));
        assert!(!same_speaker("Ilse Maravant", "Tobin Okkerley"));
        assert!(!same_speaker("", "Tobin Okkerley"));
    }

    #[test]
    fn contents_agree_without_their_marks() {
        let text = "\"The pier stays open all year,\" she said.";
        assert!(same_content(text, Span::new(0, 31), Span::new(1, 29)));
        assert!(!same_content(text, Span::new(0, 31), Span::new(1, 9)));
    }
}
