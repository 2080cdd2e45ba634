use std::{collections::HashMap, iter, ops::Range};

use crate::format::xml::Element;

/// Parts of a page around the print: running heads and numbers.
const MARGINS: &[&str] = &["TopMargin", "BottomMargin", "LeftMargin", "RightMargin"];

/// What a word is of a word that a line end divides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// The first part; with the whole word, where it is stated.
    First(Option<String>),
    /// The second part of this word.
    Second(String),
}

/// A word as it is printed.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) part: Part,
    /// The number of the line in the file.
    pub(super) line: usize,
    /// The number of the block in the file.
    pub(super) block: usize,
}

/// A page, as the parts of the file's words that are its text, in reading order.
#[derive(Debug, Default)]
pub(in crate::format) struct Page {
    pub(in crate::format) number: Option<String>,
    /// The line of the file in which it begins.
    pub(super) line: u64,
    pub(in crate::format) parts: Vec<Range<usize>>,
}

/// A place that another file points at: everything, an element, or all from one element to another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::format) struct Area {
    pub(in crate::format) begin: Option<String>,
    pub(in crate::format) end: Option<String>,
}

/// The words of a file.
#[derive(Debug, Default)]
pub(in crate::format) struct Words {
    pub(super) words: Vec<Word>,
    /// The words in every element with an id.
    places: HashMap<String, Range<usize>>,
    pub(in crate::format) pages: Vec<Page>,
    pub(super) language: Option<String>,
    lines: usize,
    blocks: usize,
}

impl Words {
    /// The words of a file of ALTO.
    pub(in crate::format) fn read(alto: &Element) -> Self {
        let mut words = Self::default();
        let order: Vec<&str> = alto
            .first("ReadingOrder")
            .into_iter()
            .flat_map(Element::descendants)
            .filter_map(|reference| reference.attribute("REF"))
            .collect();
        for page in alto.all("Page") {
            let mut blocks = Vec::new();
            words.add(page, &mut blocks);
            let number = page.attribute("PRINTED_IMG_NR").or_else(|| page.attribute("PHYSICAL_IMG_NR"));
            let parts = words.in_order(blocks, &order);
            words.pages.push(Page { number: number.map(str::to_owned), line: page.line, parts });
        }
        words
    }

    /// Adds the words of an element, and the words of blocks in it that are print to `blocks`.
    fn add(&mut self, element: &Element, blocks: &mut Vec<Range<usize>>) {
        let begin = self.words.len();
        for child in element.children() {
            match child.name() {
                "String" => self.add_word(child),
                "HYP" => self.add_hyphen(),
                name if MARGINS.contains(&name) => self.add(child, &mut Vec::new()),
                "TextLine" => {
                    self.lines += 1;
                    self.add(child, blocks);
                }
                "TextBlock" => {
                    self.blocks += 1;
                    self.language = self.language.take().or_else(|| {
                        child.attribute("LANG").or_else(|| child.attribute("language")).map(str::to_owned)
                    });
                    let begin = self.words.len();
                    self.add(child, blocks);
                    blocks.push(begin..self.words.len());
                }
                _ => self.add(child, blocks),
            }
        }
        self.place(element, begin);
    }

    fn place(&mut self, element: &Element, begin: usize) {
        if let Some(id) = element.attribute("ID") {
            self.places.insert(id.to_owned(), begin..self.words.len());
        }
    }

    fn add_word(&mut self, string: &Element) {
        let Some(text) = string.attribute("CONTENT") else { return };
        let whole = string.attribute("SUBS_CONTENT").map(str::to_owned);
        let part = match (string.attribute("SUBS_TYPE"), whole) {
            (Some("HypPart1"), whole) => Part::First(whole),
            (Some("HypPart2"), Some(whole)) => Part::Second(whole),
            _ => Part::Whole,
        };
        self.words.push(Word { text: text.to_owned(), part, line: self.lines, block: self.blocks });
        self.place(string, self.words.len() - 1);
    }

    /// A hyphen at the end of a line makes the word before it a first part.
    fn add_hyphen(&mut self) {
        if let Some(word) = self.words.last_mut().filter(|word| word.part == Part::Whole) {
            word.part = Part::First(None);
        }
    }

    /// The blocks in the stated reading order, those without a place in it at the end; without any, as in the file.
    fn in_order(&self, mut blocks: Vec<Range<usize>>, order: &[&str]) -> Vec<Range<usize>> {
        let mut ordered = Vec::with_capacity(blocks.len());
        let mut ranks: HashMap<usize, usize> = HashMap::new();
        for (rank, name) in order.iter().enumerate() {
            let place = self.places.get(*name).cloned().unwrap_or_default();
            for block in blocks.iter().filter(|block| block.start >= place.start && block.end <= place.end) {
                ranks.entry(block.start).or_insert(rank);
            }
            if ranks.len() == blocks.len() {
                break;
            }
        }
        blocks.sort_by_key(|block| ranks.get(&block.start).copied().unwrap_or(usize::MAX));
        ordered.append(&mut blocks);
        ordered
    }

    /// The words of an area, if it is in this file.
    pub(in crate::format) fn in_area(&self, area: &Area) -> Option<Vec<Range<usize>>> {
        let Some(begin) = &area.begin else {
            return Some(self.pages.iter().flat_map(|page| page.parts.clone()).collect());
        };
        let first = self.places.get(begin)?;
        let last =
            area.end.as_ref().and_then(|end| self.places.get(end)).filter(|last| last.end >= first.end);
        Some(iter::once(first.start..last.unwrap_or(first).end).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Writer;
    use super::*;
    use crate::format::xml::tree;

    const ALTO: &str = "<alto><Layout><Page ID='p'><TopMargin><TextBlock ID='m'><TextLine><String CONTENT='17'/></TextLine></TextBlock></TopMargin>\
        <PrintSpace><ComposedBlock ID='c'><TextBlock ID='b1'><TextLine ID='l1'><String ID='w1' CONTENT='One'/><String ID='w2' CONTENT='two.'/></TextLine></TextBlock>\
        <TextBlock ID='b2'><TextLine><String ID='w3' CONTENT='Three.'/></TextLine></TextBlock></ComposedBlock>\
        <TextBlock ID='b3'><TextLine><String ID='w4' CONTENT='Four.'/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>";

    fn text(words: &Words, parts: &[Range<usize>]) -> String {
        let mut writer = Writer::default();
        parts.iter().for_each(|part| writer.add(words, part.clone()));
        writer.finish()
    }

    #[test]
    fn areas_are_elements_or_reach_from_one_to_another() {
        let words = Words::read(&tree(ALTO));
        let check = |begin: Option<&str>, end: Option<&str>, expected: &str| {
            let area = Area { begin: begin.map(str::to_owned), end: end.map(str::to_owned) };
            assert_eq!(text(&words, &words.in_area(&area).unwrap()), expected, "{area:?}");
        };
        check(None, None, "One two.\n\nThree.\n\nFour.");
        check(Some("b1"), None, "One two.");
        check(Some("c"), None, "One two.\n\nThree.");
        check(Some("w2"), Some("w3"), "two.\n\nThree.");
        check(Some("w2"), Some("nothing"), "two.");
        check(Some("m"), None, "17");
        assert_eq!(words.in_area(&Area { begin: Some("nothing".to_owned()), end: None }), None);
    }

    #[test]
    fn a_stated_reading_order_wins() {
        let order = "<alto><ReadingOrder><OrderedGroup><ElementRef REF='b3'/><ElementRef REF='c'/></OrderedGroup></ReadingOrder>";
        let words = Words::read(&tree(&ALTO.replacen("<alto>", order, 1)));
        assert_eq!(text(&words, &words.pages[0].parts), "Four.\n\nOne two.\n\nThree.");
    }
}
