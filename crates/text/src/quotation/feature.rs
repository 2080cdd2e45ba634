//! What the filters see of a marked span.

use std::ops::Range;

use super::Quotation;
use crate::{
    document::Document,
    feature::{Feature, bucket},
    lexicon::{Class, Traits},
    part::Part,
    path::Paths,
    saying::saying,
    token::Shape,
};

/// The templates; the order is part of the weight files' meaning.
#[derive(Clone, Copy)]
enum Template {
    Always,
    Words,
    Last,
    Says,
    SaysBefore,
    SaysAfter,
    Finite,
    Speech,
    Capitals,
    Capital,
    WordBefore,
    WordAfter,
    ClassBefore,
    ClassAfter,
    WordsBefore,
    WordsAfter,
    Around,
    ClassesBefore,
    ClassesAfter,
    ClassesFarAfter,
    ClassBeforeWords,
    ClassAfterWords,
    ClassBeforeCapital,
    Edges,
    SentenceStart,
    Content,
    ContentWord,
    ContentParts,
    MinorMarks,
    Open,
    Others,
    LongOther,
    PathFromBefore,
    Naming,
    TitleCase,
    Nickname,
    CueBefore,
    CueAfter,
    Heading,
}

/// Longer contents are not looked into word by word.
const FEW_WORDS: usize = 3;
/// How many words count one by one.
const WORDS: usize = 8;

/// Hands the features of each span to `found`, in order.
pub(super) fn each(
    document: &Document<'_>,
    paths: &Paths,
    quotations: &[Quotation],
    mut found: impl FnMut(usize, &[Feature]),
) {
    let minor = minor_marks(document, quotations);
    let mut features = Vec::with_capacity(64);
    for (index, quotation) in quotations.iter().enumerate() {
        let paragraph = document.tokens[quotation.tokens.start].paragraph;
        let view = View {
            document,
            paths,
            quotation,
            before: index.checked_sub(1).map(|before| &quotations[before]),
            after: quotations.get(index + 1),
            paragraph: document.paragraphs[paragraph].tokens.clone(),
            features: &mut features,
        };
        view.read(minor);
        found(index, &features);
        features.clear();
    }
}

/// Whether a text that quotes with double marks has some in single ones.
fn minor_marks(document: &Document<'_>, quotations: &[Quotation]) -> bool {
    let single = quotations.iter().filter(|quotation| is_single(document, quotation)).count();
    let double = quotations.len() - single;
    double > 0 && single <= 2 * double
}

fn is_single(document: &Document<'_>, quotation: &Quotation) -> bool {
    let span = document.marked[quotation.marked];
    matches!(&document.text[span.outer.start..span.inner.start], "'" | "‘" | "`")
}

/// A marked span with what stands around it.
struct View<'a, 'b> {
    document: &'a Document<'b>,
    paths: &'a Paths,
    quotation: &'a Quotation,
    before: Option<&'a Quotation>,
    after: Option<&'a Quotation>,
    /// The tokens of its paragraph.
    paragraph: Range<usize>,
    features: &'a mut Vec<Feature>,
}

impl View<'_, '_> {
    fn add<const N: usize>(&mut self, template: Template, values: [u64; N]) {
        self.features.push(Feature::new(template as u32 + 1, values));
    }

    fn read(mut self, minor: bool) {
        self.add(Template::Always, []);
        let single = is_single(self.document, self.quotation);
        self.add(Template::MinorMarks, [u64::from(minor && single)]);
        let paragraph = self.document.tokens[self.quotation.tokens.start].paragraph;
        let heading = self.document.paragraphs[paragraph].heading;
        self.add(Template::Heading, [u64::from(heading)]);
        self.add(Template::Heading, [u64::from(heading), u64::from(minor && single)]);
        self.content();
        self.cues();
        self.surroundings();
        self.others();
        self.naming();
    }

    /// The words in the marks.
    fn content(&mut self) {
        let (document, outline) = (self.document, self.quotation.outline);
        let (last, capital) = (outline.last_code(), u64::from(outline.capital));
        let few = outline.words.min(6) as u64;
        let words = || self.quotation.tokens.clone().filter(|&at| document.is_word(at));
        let finite = u64::from(words().any(|at| document.tokens[at].part.is_finite()));
        let speech = words()
            .any(|at| matches!(document.lower(at), "i" | "we" | "you" | "my" | "our" | "me" | "us" | "your"));
        let upper = words().filter(|&at| !matches!(document.tokens[at].shape, Shape::Lower | Shape::Clitic));
        let share = (upper.count() * 4 / outline.words.max(1)) as u64;
        let title = u64::from(is_title_case(document, self.quotation));
        let parts = words().take(FEW_WORDS).fold(0, |code, at| code * 32 + document.tokens[at].part as u64);
        let first = words().fold(0_u64, |code, at| code.rotate_left(7) ^ document.tokens[at].hash);
        self.add(Template::Words, [outline.words.min(WORDS) as u64]);
        self.add(Template::Words, [bucket(outline.words), 100]);
        self.add(Template::Last, [last]);
        self.add(Template::Last, [last, few]);
        self.add(Template::Finite, [finite]);
        self.add(Template::Finite, [finite, bucket(outline.words)]);
        self.add(Template::Speech, [u64::from(speech)]);
        self.add(Template::Capitals, [share, bucket(outline.words)]);
        self.add(Template::Capital, [capital]);
        self.add(Template::Capital, [capital, finite, last]);
        self.add(Template::TitleCase, [title, few]);
        if outline.words <= FEW_WORDS {
            self.add(Template::Content, [first]);
            self.add(Template::ContentParts, [parts]);
        } else {
            let at = self.quotation.tokens.start + 1;
            self.add(Template::ContentWord, [document.tokens.get(at).map_or(0, |token| token.hash)]);
        }
        let marked = document.marked[self.quotation.marked];
        self.add(Template::Open, [u64::from(marked.closed), u64::from(marked.continues)]);
    }

    /// Verbs of saying in the sentence.
    fn cues(&mut self) {
        let outline = self.quotation.outline;
        let (before, after) = (u64::from(outline.says.0), u64::from(outline.says.1));
        self.add(Template::Says, [before, after]);
        self.add(Template::SaysBefore, [before, outline.words.min(6) as u64]);
        self.add(Template::SaysAfter, [after, outline.last_code()]);
    }

    /// What stands directly around the marks, in the paragraph.
    fn surroundings(&mut self) {
        let (start, end) = (self.quotation.tokens.start, self.quotation.tokens.end);
        let outline = self.quotation.outline;
        let (last, capital) = (outline.last_code(), u64::from(outline.capital));
        let few = outline.words.min(6) as u64;
        let finite = u64::from(self.document.is_finite(self.quotation.tokens.clone()));
        let word = |at: Option<usize>| {
            at.filter(|at| self.paragraph.contains(at)).map_or(0, |at| self.document.tokens[at].hash)
        };
        let class = |at: Option<usize>| self.paths.class_in(&self.paragraph, at);
        let words_before = [word(start.checked_sub(2)), word(start.checked_sub(1))];
        let words_after = [word(Some(end)), word(Some(end + 1))];
        let before = [class(start.checked_sub(2)), class(start.checked_sub(1))];
        let after = [class(Some(end)), class(Some(end + 1)), class(Some(end + 2))];
        let begins = self.document.sentences[self.document.tokens[start].sentence].start;
        let begins = u64::from(!(begins..start).any(|at| self.document.is_word(at)));
        self.add(Template::WordBefore, [words_before[1]]);
        self.add(Template::WordAfter, [words_after[0]]);
        self.add(Template::WordsBefore, words_before);
        self.add(Template::WordsAfter, words_after);
        self.add(Template::ClassBefore, [before[1]]);
        self.add(Template::ClassAfter, [after[0]]);
        self.add(Template::Around, [before[1], after[0], capital]);
        self.add(Template::ClassesBefore, before);
        self.add(Template::ClassesAfter, [after[0], after[1]]);
        self.add(Template::ClassesFarAfter, [after[0], after[1], after[2], last]);
        self.add(Template::ClassBeforeWords, [before[1], few]);
        self.add(Template::ClassAfterWords, [after[0], few]);
        self.add(Template::ClassBeforeCapital, [before[1], capital, finite]);
        let edges = u64::from(outline.starts_paragraph) * 2 + u64::from(outline.ends_paragraph);
        self.add(Template::Edges, [edges, capital]);
        self.add(Template::SentenceStart, [begins, capital, last]);
    }

    /// The other marked spans of the paragraph.
    fn others(&mut self) {
        let near = |other: &&Quotation| self.paragraph.contains(&other.tokens.start);
        let (before, after) = (self.before.filter(near), self.after.filter(near));
        let count = u64::from(before.is_some()) + u64::from(after.is_some()) * 2;
        let long = [before, after].into_iter().flatten().any(|other| other.outline.words > 6);
        self.add(Template::Others, [count]);
        if long {
            self.add(Template::LongOther, [self.quotation.outline.words.min(4) as u64]);
        }
        if let Some(before) = before {
            let between = before.tokens.end.min(self.quotation.tokens.start)..self.quotation.tokens.start;
            let path = self.paths.between(between);
            let path = path.iter().take(5).fold(Feature::new(0, []), |code, &class| code.with(class));
            self.add(Template::PathFromBefore, [path.0]);
        }
    }

    /// "called ...", "a song, ...", a nickname inside a name; a verb of saying and its subject beside the marks.
    fn naming(&mut self) {
        let document = self.document;
        let (start, end) = (self.quotation.tokens.start, self.quotation.tokens.end);
        let few = self.quotation.outline.words.min(6) as u64;
        let sentence = document.tokens[start].sentence;
        let lower = |back: usize| document.lower_in(sentence, start.checked_sub(back));
        let naming = is_naming(lower(1)) || matches!(lower(1), "," | "the" | "a") && is_naming(lower(2));
        self.add(Template::Naming, [u64::from(naming), few]);
        let name = |at: Option<usize>| {
            at.and_then(|at| document.tokens.get(at)).is_some_and(|token| token.part == Part::Name)
        };
        let nickname = self.quotation.outline.words <= 2 && name(start.checked_sub(1)) && name(Some(end));
        self.add(Template::Nickname, [u64::from(nickname)]);
        let back = if matches!(lower(1), "," | ":") { 2 } else { 1 };
        let said_before = start.checked_sub(back).filter(|&at| document.tokens[at].sentence == sentence);
        self.add(Template::CueBefore, [said_before.map_or(0, |at| u64::from(saying(document, at))), few]);
        let last = document.tokens[end - 1].sentence;
        let comma = usize::from(document.lower_in(last, Some(end)) == ",");
        let said_after = (end + comma..end + comma + 6)
            .take_while(|&at| document.tokens.get(at).is_some_and(|token| token.sentence == last))
            .take_while(|&at| !matches!(document.lower(at), "," | "." | ";" | "to" | "and" | "that"))
            .map(|at| saying(document, at))
            .max();
        self.add(Template::CueAfter, [u64::from(said_after.unwrap_or(0)), comma as u64, few]);
    }
}

/// Words after which marks hold a title or a term.
fn is_naming(word: &str) -> bool {
    matches!(
        word,
        "called"
            | "titled"
            | "entitled"
            | "dubbed"
            | "named"
            | "nicknamed"
            | "known"
            | "billed"
            | "labeled"
            | "labelled"
            | "word"
            | "words"
            | "term"
            | "terms"
            | "phrase"
            | "song"
            | "film"
            | "movie"
            | "book"
            | "album"
            | "show"
            | "series"
            | "novel"
            | "play"
            | "single"
            | "drama"
            | "comedy"
            | "so-called"
            | "program"
            | "programme"
            | "hit"
            | "episode"
            | "documentary"
            | "tagline"
            | "slogan"
            | "category"
            | "headline"
            | "poem"
            | "magazine"
            | "memoir"
            | "essay"
            | "column"
            | "hashtag"
    )
}

/// Whether common words after the first have a capital, as in "The Long Way Home" and not in "President Maravant".
pub(super) fn capitalises_common_words(document: &Document<'_>, quotation: &Quotation) -> bool {
    let words = quotation.tokens.clone().filter(|&at| document.is_word(at)).skip(1);
    let common = words.filter(|&at| {
        let token = &document.tokens[at];
        let named = Traits::TITLE.or(Traits::ROLE).or(Traits::GIVEN);
        token.shape == Shape::Capital
            && token.facts.traits.any(Traits::COMMON)
            && !token.facts.traits.any(named)
    });
    common.count() > 0 && quotation.outline.words >= FEW_WORDS
}

/// Whether every content word is capitalised.
pub(super) fn is_title_case(document: &Document<'_>, quotation: &Quotation) -> bool {
    let function = |class: Class| {
        matches!(
            class,
            Class::Determiner | Class::Preposition | Class::Conjunction | Class::Auxiliary | Class::Pronoun
        )
    };
    let capital = |at: usize| {
        let token = &document.tokens[at];
        token.shape != Shape::Lower || token.facts.traits.any(Traits::NO_NAME) || token.part == Part::Number
    };
    let mut content = quotation
        .tokens
        .clone()
        .filter(|&at| document.is_word(at) && !function(document.tokens[at].facts.class))
        .peekable();
    content.peek().is_some() && content.all(capital) && quotation.outline.capital
}
