use std::{mem, sync::LazyLock};

use super::Statement;
use crate::{
    analysis::{Folder, Word, folded_words},
    word_lists::WordLists,
};

static WORDS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::parse(include_str!("../../data/statement_words.txt")));

/// A full stop behind a word of so few letters may be that of an abbreviation, and ends no sentence: better to miss an
/// affirmation than to make one up.
const LONGEST_ABBREVIATION: usize = 3;

impl Statement {
    /// What a text says.
    pub(crate) fn of(text: &str) -> Self {
        let words = folded_words(text);
        let mut reading = Reading { text, words: &words, folder: Folder::default(), ..Reading::default() };
        let mut at = 0;
        while at < words.len() {
            if reading.begins_sentence(at) {
                reading.end_sentence();
            }
            at += reading.read(at);
        }
        reading.end_sentence();
        let mut statement = reading.statement;
        statement.words = words.iter().fold(" ".to_owned(), |all, word| all + &word.term + " ");
        for list in
            [&mut statement.content, &mut statement.denied, &mut statement.affirmed, &mut statement.names]
        {
            list.sort_unstable();
            list.dedup();
        }
        statement.numbers.sort_unstable();
        statement.numbers.dedup();
        statement
    }
}

/// A text, and what has been read of it.
#[derive(Default)]
struct Reading<'a> {
    text: &'a str,
    words: &'a [Word],
    folder: Folder,
    statement: Statement,
    sentence: Sentence,
}

/// What has been read of a sentence.
#[derive(Default)]
struct Sentence {
    content: Vec<String>,
    denied: Vec<String>,
    is_negative: bool,
    is_condition: bool,
    /// Whether the next content word is denied.
    denies_next: bool,
}

impl<'a> Reading<'a> {
    fn term(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| &word.term)
    }

    /// What stands between a word and the one before it.
    fn gap_before(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |word| word.end);
        let end = self.words.get(at).map_or(self.text.len(), |word| word.start);
        self.text.get(start..end).unwrap_or_default()
    }

    fn is(&self, section: &str, at: usize) -> bool {
        WORDS.has(section, self.term(at))
    }

    fn begins_sentence(&self, at: usize) -> bool {
        let gap = self.gap_before(at);
        let after_short = at > 0 && self.term(at - 1).len() <= LONGEST_ABBREVIATION;
        let stops = gap.contains(['!', '?', ';']) || gap.contains('.') && !after_short;
        at == 0 || stops && gap.contains(char::is_whitespace)
    }

    /// Reads what begins at a word, and says how many words it has.
    fn read(&mut self, at: usize) -> usize {
        let term = self.term(at);
        if is_number(term) || self.is("number", at) {
            return self.read_number(at);
        }
        // "won't", whatever the apostrophe.
        if term.ends_with('n') && self.term(at + 1) == "t" && matches!(self.gap_before(at + 1), "'" | "’") {
            self.negate();
            return 2;
        }
        let senses = WORDS.senses(term);
        let has = |section: &str| senses.iter().any(|sense| sense.section == section);
        self.sentence.is_negative |= has("reserve");
        if has("negation") {
            // "No. 1", "no, ...", "not only".
            let interjection = term == "no" && self.gap_before(at + 1).starts_with([',', '.', '!']);
            if !interjection && !is_number(self.term(at + 1)) && !self.is("emphasis", at + 1) {
                self.negate();
            }
        } else if has("condition") {
            self.sentence.is_condition = true;
        } else if !["function", "scale", "unit"].into_iter().any(has) {
            self.read_content(at);
        }
        1
    }

    fn negate(&mut self) {
        (self.sentence.is_negative, self.sentence.denies_next) = (true, true);
    }

    fn read_content(&mut self, at: usize) {
        let word = &self.words[at];
        let stem = self.folder.stemmed(&word.term);
        let capital = self.text[word.start..].starts_with(char::is_uppercase);
        if capital && !self.begins_sentence(at) {
            self.statement.names.push(stem.clone());
        }
        // "But not Okkerley" denies nothing of Okkerley.
        if mem::take(&mut self.sentence.denies_next) && !capital {
            self.sentence.denied.push(stem.clone());
        }
        self.sentence.content.push(stem);
    }

    /// Reads "20 million crowns", "$1,200.50", "three percent"; days of a month and years are names.
    fn read_number(&mut self, at: usize) -> usize {
        let mut value = WORDS.meaning("number", self.term(at)).unwrap_or(self.term(at)).to_owned();
        let mut next = at + 1;
        while is_number(self.term(next)) && matches!(self.gap_before(next), "." | ",") {
            value.push_str(if self.gap_before(next) == "." { "." } else { "" });
            value.push_str(self.term(next));
            next += 1;
        }
        let sign = self.gap_before(at).chars().last().filter(|sign| matches!(sign, '$' | '€' | '£'));
        if at > 0 && self.is("month", at - 1) || sign.is_none() && is_year(&value) {
            self.statement.names.push(value.clone());
            self.sentence.content.push(value);
            return next - at;
        }
        if let Some(scale) = WORDS.meaning("scale", self.term(next)) {
            value.push_str(scale);
            next += 1;
        }
        let unit = sign.map_or_else(|| self.unit(next), String::from);
        self.statement.numbers.push((unit, value));
        next - at
    }

    /// The unit that begins at a word; empty if the word is none.
    fn unit(&mut self, at: usize) -> String {
        if self.gap_before(at).starts_with('%') {
            return "%".to_owned();
        }
        let Some(word) = self.words.get(at).filter(|_| !self.is("function", at)) else {
            return String::new();
        };
        match WORDS.meaning("unit", &word.term) {
            Some(unit) => unit.to_owned(),
            None => self.folder.stemmed(&word.term),
        }
    }

    fn end_sentence(&mut self) {
        let Sentence { content, denied, is_negative, is_condition, .. } = mem::take(&mut self.sentence);
        if !is_condition {
            self.statement.denied.extend(denied);
            self.statement.affirmed.extend(content.iter().filter(|_| !is_negative).cloned());
        }
        self.statement.content.extend(content);
    }
}

fn is_number(term: &str) -> bool {
    term.starts_with(|first: char| first.is_ascii_digit())
}

fn is_year(value: &str) -> bool {
    value.len() == 4 && ["18", "19", "20"].iter().any(|century| value.starts_with(century))
}
