//! The tokens between two places of a text, as the models see them: runs of classes.

use std::ops::Range;

use crate::{document::Document, part::Part, saying::saying, token::Shape};

/// The class of a token: [`QUOTED`], a verb of saying by its strength, a mark, a word that joins clauses, or a part of
/// speech.
pub(crate) type Class = u64;

/// Inside quotation marks.
pub(crate) const QUOTED: Class = 1;
/// A dash of any length.
pub(crate) const DASH: Class = 2;
/// Beyond the edge of the paragraph.
pub(crate) const EDGE: Class = 3;
const QUOTATION_MARK: Class = 4;
const SAYING: Class = 5;
const CLEAR_SAYING: Class = 6;
const OTHER_MARK: Class = 7;
const VERB: Class = 8;
const PART: Class = 16;
const CHARACTER: Class = 64;
/// More than [`FAR`] tokens.
const FAR_AWAY: Class = 9;
/// The longest path that is looked at, in tokens.
const FAR: usize = 60;

/// The class of a token by itself.
pub(crate) fn class(document: &Document<'_>, at: usize) -> Class {
    let token = &document.tokens[at];
    if token.shape == Shape::Mark {
        return mark(document.word(at));
    }
    let strength = saying(document, at);
    match token.part {
        _ if strength == 3 => SAYING,
        Part::Auxiliary => PART + Part::Auxiliary as u64,
        _ if strength == 2 => CLEAR_SAYING,
        Part::Verb => VERB * 256 + u64::from(strength),
        part => match document.lower(at) {
            "that" | "who" | "to" | "according" | "as" | "and" | "but" | "when" | "while" => token.hash,
            _ => PART + part as u64,
        },
    }
}

fn mark(text: &str) -> Class {
    match text {
        "—" | "–" | "―" | "--" | "---" => DASH,
        "\"" | "“" | "”" | "„" | "«" | "»" | "``" | "''" | "‘" | "’" | "'" => QUOTATION_MARK,
        "," | ":" | "." | ";" | "(" | ")" | "-" | "?" | "!" => {
            text.chars().next().map_or(OTHER_MARK, character)
        }
        _ => OTHER_MARK,
    }
}

/// The class of a mark of punctuation.
pub(crate) fn character(mark: char) -> Class {
    CHARACTER + u64::from(u32::from(mark))
}

/// The classes of a document's tokens, equal neighbours together.
pub(crate) struct Paths {
    classes: Vec<Class>,
    /// The run that each token stands in.
    run: Vec<u32>,
    /// The class of each run.
    runs: Vec<Class>,
    /// How many marked spans start before each token.
    marked_before: Vec<u32>,
    /// How many verbs of saying stand outside marks before each token.
    said_before: Vec<u32>,
}

impl Paths {
    pub(crate) fn new(document: &Document<'_>) -> Self {
        let classes: Vec<Class> = (0..document.tokens.len()).map(|at| class(document, at)).collect();
        let mut paths = Self {
            run: Vec::with_capacity(classes.len()),
            runs: Vec::new(),
            marked_before: Vec::with_capacity(classes.len() + 1),
            said_before: Vec::with_capacity(classes.len() + 1),
            classes,
        };
        let (mut marked, mut said, mut last) = (0, 0, None);
        for (token, &class) in document.tokens.iter().zip(&paths.classes) {
            paths.marked_before.push(marked);
            paths.said_before.push(said);
            said += u32::from(token.marked.is_none() && matches!(class, SAYING | CLEAR_SAYING));
            if token.marked.is_some() && token.marked != last {
                marked += 1;
            }
            last = token.marked;
            let class = if token.marked.is_some() { QUOTED } else { class };
            if paths.runs.last() != Some(&class) {
                paths.runs.push(class);
            }
            paths.run.push(paths.runs.len() as u32 - 1);
        }
        paths.marked_before.push(marked);
        paths.said_before.push(said);
        paths
    }

    /// The class of a token by itself, or [`EDGE`] outside `within`.
    pub(crate) fn class_in(&self, within: &Range<usize>, at: Option<usize>) -> Class {
        at.filter(|at| within.contains(at)).map_or(EDGE, |at| self.classes[at])
    }

    /// The classes from one token up to another, equal neighbours together; one class of its own where that is far.
    pub(crate) fn between(&self, tokens: Range<usize>) -> &[Class] {
        match tokens.len() {
            0 => &[],
            length if length >= FAR => &[FAR_AWAY],
            _ => &self.runs[self.run[tokens.start] as usize..=self.run[tokens.end - 1] as usize],
        }
    }

    /// How many verbs of saying stand outside marks among some tokens.
    pub(crate) fn said_in(&self, tokens: Range<usize>) -> u32 {
        self.said_before[tokens.end].saturating_sub(self.said_before[tokens.start])
    }

    /// How many marked spans start among some tokens.
    pub(crate) fn marked_in(&self, tokens: Range<usize>) -> u32 {
        if tokens.start >= tokens.end {
            return 0;
        }
        self.marked_before[tokens.end] - self.marked_before[tokens.start]
    }
}
