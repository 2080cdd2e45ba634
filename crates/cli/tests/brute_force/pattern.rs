//! Whether and where words stand as a clause asks for them.

use std::{collections::BTreeMap, ops::Range};

use quotidian_search::query::{Clause, Matching};

use crate::naive::{Word, words};

/// What a clause asks for, its words split once.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    pub(crate) words: Vec<Word>,
    pub(crate) matching: Matching,
}

impl Pattern {
    /// A word of several terms (`well-known`) is a phrase.
    pub(crate) fn of(clause: &Clause) -> Self {
        let words = words(&clause.text);
        let phrase = clause.matching == Matching::Word && words.len() != 1;
        Self { words, matching: if phrase { Matching::Phrase } else { clause.matching } }
    }

    /// The same of a name, whose words are never stemmed.
    pub(crate) fn of_name(clause: &Clause) -> Self {
        let pattern = Self::of(clause);
        let matching = if pattern.matching == Matching::Word { Matching::Phrase } else { pattern.matching };
        Self { matching, ..pattern }
    }

    pub(crate) fn is_in(&self, text: &[Word]) -> bool {
        match self.matching {
            Matching::Near(others) => !self.windows(text, others).is_empty(),
            Matching::Phrase => text.windows(self.words.len()).any(|window| self.is_phrase(window)),
            _ => text.iter().any(|word| self.is_word(word)),
        }
    }

    /// The places of the words that answer, each a run of words: whole phrases, single words of any other.
    pub(crate) fn places(&self, text: &[Word]) -> Vec<Range<usize>> {
        let run = |start: usize| start..start + self.words.len();
        match self.matching {
            Matching::Near(others) => self.near_places(text, others),
            Matching::Phrase => {
                let windows = text.windows(self.words.len()).enumerate();
                windows.filter(|(_, window)| self.is_phrase(window)).map(|(start, _)| run(start)).collect()
            }
            _ => {
                let words = text.iter().enumerate();
                words.filter(|(_, word)| self.is_word(word)).map(|(start, _)| start..start + 1).collect()
            }
        }
    }

    fn is_phrase(&self, window: &[Word]) -> bool {
        std::iter::zip(window, &self.words).all(|(word, wanted)| word.folded == wanted.folded)
    }

    fn is_word(&self, word: &Word) -> bool {
        let wanted = &self.words[0];
        match self.matching {
            Matching::Prefix => word.folded.starts_with(&wanted.folded),
            Matching::Fuzzy(edits) => is_like(&word.folded, &wanted.folded, edits),
            _ => word.stem == wanted.stem,
        }
    }

    /// The runs of words, of the longest length allowed, in which all the words stand, each as often as it is asked
    /// for.
    fn windows(&self, text: &[Word], others: u8) -> Vec<Range<usize>> {
        let length = self.words.len() + usize::from(others);
        let wanted = count(&self.words);
        // Most texts have not all of the words anywhere: that is soon seen.
        if !wanted.keys().all(|wanted| text.iter().any(|word| word.folded == *wanted)) {
            return Vec::new();
        }
        let starts = 0..text.len();
        let runs = starts.map(|start| start..text.len().min(start + length));
        let has_all = |run: &Range<usize>| {
            let found = count(&text[run.clone()]);
            wanted.iter().all(|(word, times)| found.get(word).is_some_and(|found| found >= times))
        };
        runs.filter(has_all).collect()
    }

    fn near_places(&self, text: &[Word], others: u8) -> Vec<Range<usize>> {
        let windows = self.windows(text, others);
        let asked = |word: &Word| self.words.iter().any(|wanted| wanted.folded == word.folded);
        let places = 0..text.len();
        let answers =
            |place: &usize| asked(&text[*place]) && windows.iter().any(|window| window.contains(place));
        places.filter(answers).map(|place| place..place + 1).collect()
    }
}

fn is_like(word: &str, wanted: &str, edits: u8) -> bool {
    word.chars().next() == wanted.chars().next() && strsim::osa_distance(word, wanted) <= usize::from(edits)
}

fn count(words: &[Word]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word.folded.as_str()).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use quotidian_search::query::{ParsedQuery, Query};

    use super::*;

    fn check(query: &str, text: &str, expected: &[Range<usize>]) {
        let Query::Clause(clause) = ParsedQuery::parse(query).query else { panic!("{query} is one clause") };
        let pattern = Pattern::of(&clause);
        let text = words(text);
        assert_eq!(pattern.places(&text), expected, "{query}");
        assert_eq!(pattern.is_in(&text), !expected.is_empty(), "{query}");
    }

    #[test]
    fn near_words_stand_in_any_order_within_a_window() {
        check("\"tide levy\"~1", "levy a tide", &[0..1, 2..3]);
        check("\"tide levy\"~0", "levy a tide", &[]);
        check("\"a a\"~2", "a b c a", &[0..1, 3..4]);
        check("\"a a\"~9", "a b c", &[]);
    }

    #[test]
    fn words_are_stemmed_and_phrases_are_not() {
        check("levies", "Levy, LÉVY, levied", &[0..1, 1..2, 2..3]);
        check("\"levies\"", "Levy, LÉVY, levied", &[]);
        check("well-known", "Well known, well. Known", &[0..2, 2..4]);
    }

    #[test]
    fn a_fuzzy_word_keeps_its_first_letter() {
        check("tide~1", "tied hide tides tid", &[0..1, 2..3, 3..4]);
        check("lev*", "levy LÉVY relevant", &[0..1, 1..2]);
    }
}
