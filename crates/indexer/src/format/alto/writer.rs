use std::ops::Range;

use super::words::{Part, Word, Words};

/// What divides words at the ends of lines, beside the hyphen: the soft one, the not sign that scanners take for one, and
/// the double one of Fraktur.
const HYPHENS: [char; 5] = ['-', '\u{ad}', '¬', '⸗', '\u{2010}'];

/// Writes words, blocks as paragraphs, and joins what line ends divide.
#[derive(Debug, Default)]
pub(in crate::format) struct Writer {
    text: String,
    /// The word that was written last.
    last: Option<Word>,
}

impl Writer {
    /// Adds a part of the words of a file.
    pub(in crate::format) fn add(&mut self, words: &Words, part: Range<usize>) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let before = self.last.take();
        for (place, word) in words.words.get(part).unwrap_or_default().iter().enumerate() {
            let last = self.last.take().or_else(|| before.clone().filter(|_| place == 0));
            self.add_word(last.as_ref(), word);
            self.last = Some(word.clone());
        }
    }

    fn add_word(&mut self, last: Option<&Word>, word: &Word) {
        let is_new_block = last.is_some_and(|last| last.block != word.block);
        if is_new_block && !self.text.ends_with("\n\n") {
            self.text.push_str("\n\n");
        }
        match (last, &word.part) {
            // The whole word stands where its first part was.
            (Some(Word { part: Part::First(Some(whole)), .. }), Part::Second(second)) if whole == second => {
                return;
            }
            (Some(last), _) if !is_new_block && divides(last, word) => {
                self.text.truncate(self.text.trim_end_matches(HYPHENS).len());
            }
            _ => self.space(),
        }
        match &word.part {
            Part::First(Some(whole)) => self.text.push_str(whole),
            _ => self.text.push_str(&word.text),
        }
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
    }

    /// The text.
    pub(in crate::format) fn finish(self) -> String {
        let paragraphs = self.text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }
}

/// Whether a line end divides a word of which these are the parts.
fn divides(last: &Word, next: &Word) -> bool {
    let is_at_end = last.line != next.line;
    let is_marked = last.part == Part::First(None);
    let looks_divided = last.part == Part::Whole
        && last.text.chars().count() > 1
        && last.text.ends_with(HYPHENS)
        && next.text.starts_with(char::is_lowercase);
    is_at_end && (is_marked || looks_divided)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::xml::tree;

    fn check(lines: &[&str], expected: &str) {
        let lines: String = lines.iter().map(|line| format!("<TextLine>{line}</TextLine>")).collect();
        let words = Words::read(&tree(&format!("<alto><Page><TextBlock>{lines}</TextBlock></Page></alto>")));
        let mut writer = Writer::default();
        words.pages[0].parts.iter().for_each(|part| writer.add(&words, part.clone()));
        assert_eq!(writer.finish(), expected, "{lines}");
    }

    fn word(text: &str) -> String {
        format!("<String CONTENT='{text}'/><SP/>")
    }

    fn part(text: &str, kind: u8, whole: &str) -> String {
        format!("<String CONTENT='{text}' SUBS_TYPE='HypPart{kind}' SUBS_CONTENT='{whole}'/>")
    }

    #[test]
    fn words_that_a_line_end_divides_are_joined() {
        let hyphen = "<HYP CONTENT='-'/>";
        let first = word("The") + &part("har", 1, "harbour") + hyphen;
        check(&[&first, &(part("bour", 2, "harbour") + &word("closed."))], "The harbour closed.");
        check(&[&(word("har") + hyphen), &word("bour")], "harbour");
        check(&[&word("har-"), &word("bour")], "harbour");
        check(&[&word("har¬"), &word("bour")], "harbour");
    }

    #[test]
    fn other_hyphens_stay() {
        check(&[&word("Senna-"), &word("Lisk")], "Senna- Lisk");
        check(&[&(word("north-") + &word("east"))], "north- east");
        check(&[&word("he left -"), &word("-"), &word("they stayed")], "he left - - they stayed");
        check(&[&part("bour", 2, "harbour"), &word("closed.")], "bour closed.");
    }
}
