//! What the ranker sees of a candidate beside a quote.
//!
//! The features follow the ones that proved themselves on annotated news: kind of words, relation to a verb of saying,
//! the path between candidate and quote, the quote's own edges, and the speaker of the quote before.

use quotidian_model::EntityKind;

use super::{Content, decode::Previous};
use crate::{
    candidate::{Candidate, CandidateKind},
    document::Document,
    feature::{Feature, bucket},
    part::Part,
    path::{Class, DASH, EDGE, Paths, character},
    saying::RelationKind,
    token::Shape,
};

/// What is looked at: the candidates beside one quote.
pub(super) struct View<'a, 'b> {
    pub(super) document: &'a Document<'b>,
    pub(super) paths: &'a Paths,
    pub(super) candidates: &'a [Candidate],
    pub(super) content: &'a Content,
    /// The quote before with its speaker.
    pub(super) previous: Option<&'a Previous>,
}

/// The longest path that is one feature, in runs.
const WHOLE_PATH: usize = 6;

/// The templates; the order is part of the weight file's meaning.
#[derive(Clone, Copy)]
enum Template {
    Kind,
    KindSide,
    Relation,
    RelationSide,
    RelationKindOfWords,
    Path,
    PathRelation,
    PathKind,
    PathEnds,
    PathFirstLast,
    Distance,
    Sentences,
    Verb,
    VerbWord,
    VerbWordSide,
    VerbSentence,
    MarkedBetween,
    Last,
    LastPath,
    Edges,
    FillsParagraph,
    Inside,
    InsideKind,
    WordBefore,
    WordBeforeRelation,
    Possessive,
    Heading,
    HeadingRelation,
    DashAfter,
    ColonAfter,
    Plural,
    Head,
    HeadRelation,
    Thing,
    ContentKind,
    ContentKindKind,
    Continues,
    PreviousApart,
    PreviousEdges,
    PreviousFills,
    PreviousRelation,
    PreviousSays,
    PreviousPath,
    NoPrevious,
    SaidBetween,
    PreviousKind,
}

/// Where a candidate stands to the quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Inside,
    Before,
    After,
}

/// What several features share.
struct Shared<'a> {
    side: Side,
    /// How many paragraphs away, as a small number.
    apart: u64,
    /// The kind of words, and with it the pronoun.
    kind: u64,
    kind_of_words: u64,
    relation: u64,
    relation_strength: u64,
    path: &'a [Class],
    distance: usize,
}

impl View<'_, '_> {
    /// The features of a candidate.
    pub(super) fn features(&self, index: usize, features: &mut Vec<Feature>) {
        let candidate = &self.candidates[index];
        let shared = self.shared(candidate);
        let mut found = |template: Template, values: &[u64]| {
            let feature = Feature::new(template as u32 + 1, []);
            features.push(values.iter().fold(feature, |feature, &value| feature.with(value)));
        };
        self.words(candidate, &shared, &mut found);
        path(&shared, &mut found);
        self.verb(candidate, &shared, &mut found);
        self.quote(candidate, &shared, &mut found);
        self.neighbours(candidate, &shared, &mut found);
        self.chain(index, &shared, &mut found);
    }

    fn shared(&self, candidate: &Candidate) -> Shared<'_> {
        let quote = &self.content.tokens;
        let (side, between) = if candidate.tokens.start >= quote.end {
            (Side::After, quote.end..candidate.tokens.start)
        } else if candidate.tokens.end <= quote.start {
            (Side::Before, candidate.tokens.end..quote.start)
        } else {
            (Side::Inside, quote.start..quote.start)
        };
        let there = self.document.tokens[candidate.head].paragraph;
        let here = self.document.tokens[quote.start].paragraph;
        let kind = kind_of_words(self.document, candidate);
        let pronoun = candidate.kind == CandidateKind::Pronoun;
        let relation = candidate.relation.kind as u64;
        Shared {
            side,
            apart: (there + 3).saturating_sub(here).min(5) as u64,
            kind: if pronoun { self.document.tokens[candidate.head].hash } else { kind },
            kind_of_words: kind,
            relation,
            relation_strength: relation * 4 + u64::from(candidate.relation.strength),
            distance: between.len(),
            path: self.paths.between(between),
        }
    }

    /// The candidate's own words and its relation.
    fn words(&self, candidate: &Candidate, shared: &Shared<'_>, found: &mut impl FnMut(Template, &[u64])) {
        let side = shared.side as u64;
        found(Template::Kind, &[shared.kind]);
        found(Template::KindSide, &[shared.kind_of_words, side, shared.apart]);
        found(Template::Relation, &[shared.relation_strength]);
        found(Template::RelationSide, &[shared.relation_strength, side, shared.apart]);
        found(Template::RelationKindOfWords, &[shared.relation, side, shared.kind_of_words]);
        if candidate.plural {
            found(Template::Plural, &[shared.kind_of_words]);
        }
        if matches!(candidate.kind, CandidateKind::Definite | CandidateKind::Indefinite) {
            let head = self.document.tokens[candidate.head].hash;
            found(Template::Head, &[head]);
            found(Template::HeadRelation, &[head, shared.relation]);
            found(Template::Thing, &[u64::from(candidate.voice), shared.relation]);
        }
    }

    /// The verb of the candidate's relation, as it stands to the quote.
    fn verb(&self, candidate: &Candidate, shared: &Shared<'_>, found: &mut impl FnMut(Template, &[u64])) {
        let Some(verb) = candidate.relation.verb else { return };
        let quote = &self.content.tokens;
        let side = shared.side as u64;
        let (gap, beyond) = match shared.side {
            Side::After => (verb.abs_diff(quote.end), verb >= candidate.tokens.start),
            _ => ((quote.start).abs_diff(verb + 1), verb < candidate.tokens.end),
        };
        let place = u64::from(beyond) * 64 + bucket(gap);
        found(Template::Verb, &[side, shared.relation_strength, place, shared.apart]);
        let word = self.document.tokens[verb].hash;
        found(Template::VerbWord, &[word]);
        found(Template::VerbWordSide, &[word, side, shared.apart]);
        let sentences =
            self.document.tokens[verb].sentence.abs_diff(self.document.tokens[quote.start].sentence);
        found(Template::VerbSentence, &[sentences.min(3) as u64, shared.relation, side]);
        let between = match shared.side {
            Side::After => quote.end..verb,
            _ => verb..quote.start,
        };
        let marked = self.paths.marked_in(between.start.max(between.end.saturating_sub(60))..between.end);
        let nearer = match shared.side {
            Side::After => between.clone(),
            _ => (verb + 1).min(quote.start)..quote.start,
        };
        let said = u64::from(self.paths.said_in(nearer).min(2));
        found(Template::SaidBetween, &[said, side, shared.relation_strength, self.content.kind as u64]);
        found(Template::MarkedBetween, &[u64::from(marked.min(2)), side, shared.relation, shared.apart]);
    }

    /// The quote's edges, as the candidate meets them.
    fn quote(&self, candidate: &Candidate, shared: &Shared<'_>, found: &mut impl FnMut(Template, &[u64])) {
        let outline = &self.content.outline;
        let side = shared.side as u64;
        let last = outline.last_code();
        let edges = u64::from(outline.starts_paragraph) * 2 + u64::from(outline.ends_paragraph);
        found(Template::Last, &[last, side, shared.relation, shared.apart]);
        found(Template::LastPath, &[last, side, shared.path.first().copied().unwrap_or(EDGE)]);
        if shared.apart == 3 {
            found(Template::Edges, &[edges, side, shared.relation]);
        }
        if outline.fills_paragraph() {
            found(Template::FillsParagraph, &[shared.apart, shared.relation, shared.kind_of_words]);
        }
        if self.document.tokens[candidate.tokens.start].marked.is_some() {
            found(Template::Inside, &[]);
            found(Template::InsideKind, &[shared.kind_of_words, shared.relation]);
        }
        let kind = self.content.kind as u64;
        found(Template::ContentKind, &[kind, side, shared.relation, shared.apart]);
        found(Template::ContentKindKind, &[kind, shared.kind_of_words]);
    }

    /// The words around the candidate.
    fn neighbours(
        &self,
        candidate: &Candidate,
        shared: &Shared<'_>,
        found: &mut impl FnMut(Template, &[u64]),
    ) {
        let document = self.document;
        let token = &document.tokens[candidate.tokens.start];
        let start = document.sentences[token.sentence].start == candidate.tokens.start;
        let before = if start { 0 } else { document.tokens[candidate.tokens.start - 1].hash };
        let telling = start || is_telling(document, candidate.tokens.start - 1);
        let before = if telling { before } else { 1 };
        found(Template::WordBefore, &[before]);
        found(Template::WordBeforeRelation, &[before, shared.relation]);
        if candidate.relation.kind == RelationKind::Possessive {
            found(Template::Possessive, &[shared.side as u64]);
        }
        if document.paragraphs[token.paragraph].heading {
            found(Template::Heading, &[shared.apart]);
            found(Template::HeadingRelation, &[shared.relation]);
        }
        let end = candidate.tokens.end;
        let after = document.tokens.get(end);
        if shared.side == Side::After && shared.path == [DASH] {
            let ends = after.is_none_or(|after| after.paragraph != token.paragraph || after.marked.is_some());
            found(Template::DashAfter, &[u64::from(ends)]);
        }
        if after.is_some() && document.lower(end) == ":" {
            let gap = self.content.tokens.start.abs_diff(end).min(2) as u64;
            let upper = u64::from(token.shape == Shape::Upper);
            found(Template::ColonAfter, &[shared.side as u64, gap, upper]);
        }
    }

    /// The speaker of the quote before.
    fn chain(&self, index: usize, shared: &Shared<'_>, found: &mut impl FnMut(Template, &[u64])) {
        let Some(previous) = self.previous else {
            found(Template::NoPrevious, &[shared.apart, shared.relation]);
            return;
        };
        let same = previous.candidate == index;
        if self.content.continues {
            found(Template::Continues, &[shared.apart, u64::from(same)]);
        }
        if !same {
            return;
        }
        let start = self.content.tokens.start;
        let before = self.document.tokens[previous.end - 1].paragraph;
        let apart = (self.document.tokens[start].paragraph - before).min(3) as u64;
        let outline = &self.content.outline;
        let starts = u64::from(outline.starts_paragraph);
        found(Template::PreviousApart, &[apart]);
        found(Template::PreviousEdges, &[apart, starts, outline.last_code()]);
        found(Template::PreviousFills, &[u64::from(outline.fills_paragraph()), apart]);
        found(Template::PreviousRelation, &[shared.relation, apart]);
        let (said_before, said_after) = outline.says;
        found(Template::PreviousSays, &[u64::from(said_before), u64::from(said_after), apart.min(2)]);
        let between = previous.end.min(start)..start;
        let said = u64::from(self.paths.said_in(between.clone()).min(2));
        found(Template::PreviousKind, &[self.content.kind as u64, apart, said]);
        let path = if between.len() < 25 { self.paths.between(between) } else { &[EDGE] };
        found(Template::PreviousPath, &path[..path.len().min(4)]);
    }
}

/// The path between candidate and quote.
fn path(shared: &Shared<'_>, found: &mut impl FnMut(Template, &[u64])) {
    let side = shared.side as u64;
    let path = shared.path;
    let (first, last) = (path.first().copied().unwrap_or(0), path.last().copied().unwrap_or(0));
    if path.len() <= WHOLE_PATH {
        let whole = path.iter().fold(Feature::new(0, [side]), |feature, &class| feature.with(class)).0;
        found(Template::Path, &[whole]);
        found(Template::PathRelation, &[whole, shared.relation_strength]);
        found(Template::PathKind, &[whole, shared.kind_of_words]);
    } else {
        let end = path.len();
        found(Template::PathEnds, &[side, path[0], path[1], path[end - 2], path[end - 1]]);
    }
    found(Template::PathFirstLast, &[side, first, last, shared.relation]);
    found(Template::Distance, &[side, bucket(shared.distance), shared.apart]);
    let ends = ['.', '?', '!'].map(character);
    let sentences = path.iter().filter(|class| ends.contains(class)).count();
    found(Template::Sentences, &[side, sentences.min(3) as u64, shared.relation]);
}

/// The kind of a candidate's words as a number.
fn kind_of_words(document: &Document<'_>, candidate: &Candidate) -> u64 {
    match candidate.kind {
        CandidateKind::Named(EntityKind::Person) => 0,
        CandidateKind::Named(EntityKind::Organization) => 1,
        CandidateKind::Named(EntityKind::Place) => 2,
        CandidateKind::Pronoun => 3,
        _ if document.tokens[candidate.head].part == Part::Name => 4,
        CandidateKind::Definite => 5,
        CandidateKind::Indefinite => 6,
    }
}

/// Whether the word before a candidate tells something about it: a preposition, a conjunction, a comma.
fn is_telling(document: &Document<'_>, at: usize) -> bool {
    matches!(
        document.lower(at),
        "of" | "in"
            | "with"
            | "to"
            | "by"
            | "for"
            | "from"
            | "at"
            | "on"
            | "about"
            | "against"
            | "and"
            | ","
            | "that"
            | "when"
            | "as"
            | "like"
            | "than"
            | "between"
            | "after"
            | "over"
            | "through"
    )
}
