//! What the ranker sees of a candidate beside a quote.

use super::{
    decode::{Content, Previous, Rule},
    weights::Feature,
};
use crate::{
    candidate::{Candidate, CandidateKind, can_speak},
    document::Document,
    part::Part,
    saying::RelationKind,
};
use quotidian_model::EntityKind;

/// What is looked at: one candidate beside one quote.
pub(super) struct View<'a, 'b> {
    pub(super) document: &'a Document<'b>,
    pub(super) candidates: &'a [Candidate],
    pub(super) content: &'a Content,
    /// The quote before with its speaker.
    pub(super) previous: Option<&'a Previous>,
}

/// Where a candidate's verb of saying stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

impl View<'_, '_> {
    /// The features of a candidate, each handed to `found`, and the rule that they amount to.
    pub(super) fn features(&self, index: usize, found: &mut impl FnMut(Feature)) -> Rule {
        let candidate = &self.candidates[index];
        self.kind(candidate, found);
        if let Some(rule) = self.chain(index, found) {
            let edges = [self.content.tokens.start, self.content.tokens.end - 1];
            let sentence = self.document.tokens[candidate.head].sentence;
            // Where the speaker before has no words beside this quote, being that speaker says all.
            if edges.iter().all(|&edge| self.document.tokens[edge].sentence != sentence) {
                return rule;
            }
        }
        self.cue(candidate, found).unwrap_or(Rule::Nearest)
    }

    fn kind(&self, candidate: &Candidate, found: &mut impl FnMut(Feature)) {
        match candidate.kind {
            CandidateKind::Named(EntityKind::Person) => found(Feature::Person),
            CandidateKind::Named(EntityKind::Organization) => found(Feature::Organization),
            CandidateKind::Named(EntityKind::Place) => found(Feature::Place),
            CandidateKind::Definite | CandidateKind::Indefinite => {
                let definite = candidate.kind == CandidateKind::Definite;
                found(if definite { Feature::Definite } else { Feature::Indefinite });
                if !can_speak(self.document, candidate) {
                    found(Feature::Thing);
                }
            }
            CandidateKind::Pronoun => match self.document.lower(candidate.head) {
                "he" | "she" => found(Feature::HeOrShe),
                "they" => found(Feature::They),
                "it" => found(Feature::It),
                "who" => found(Feature::Who),
                _ => found(Feature::SpeechPronoun),
            },
        }
        let token = &self.document.tokens[candidate.head];
        if token.marked.is_some() {
            found(Feature::InsideMarks);
        }
        if self.document.paragraphs[token.paragraph].heading {
            found(Feature::InHeading);
        }
        let before = self.document.lower_in(token.sentence, candidate.tokens.start.checked_sub(1));
        if matches!(
            before,
            "of" | "in" | "with" | "for" | "from" | "at" | "on" | "about" | "against" | "between" | "after"
        ) {
            found(Feature::AfterPreposition);
        }
        if matches!(candidate.relation.kind, RelationKind::Possessive | RelationKind::Object) {
            found(Feature::NoSubject);
        }
    }

    /// The speaker of the quote before.
    fn chain(&self, index: usize, found: &mut impl FnMut(Feature)) -> Option<Rule> {
        let previous = self.previous.filter(|previous| previous.candidate == index)?;
        let here = &self.document.tokens[self.content.tokens.start];
        let apart = here.paragraph - self.document.tokens[previous.end - 1].paragraph;
        if self.content.continues && apart == 1 {
            found(Feature::Continued);
            return Some(Rule::Continued);
        }
        let fills = self.content.fills_paragraph;
        let feature = match apart {
            0 => Feature::SameParagraph,
            1 if fills => Feature::NextWholeParagraph,
            1 if self.content.starts_paragraph => Feature::NextParagraphStart,
            1 => Feature::NextParagraph,
            2 if fills => Feature::SecondWholeParagraph,
            2 | 3 => Feature::Further,
            _ => return None,
        };
        found(feature);
        Some(Rule::SameSpeaker)
    }

    /// The candidate's verb of saying, as it stands to the quote.
    fn cue(&self, candidate: &Candidate, found: &mut impl FnMut(Feature)) -> Option<Rule> {
        let document = self.document;
        let content = self.content;
        let verb = candidate.relation.verb.unwrap_or(candidate.head);
        let side = if verb >= content.tokens.end { Side::After } else { Side::Before };
        let (first, last) = (candidate.tokens.start.min(verb), candidate.tokens.end.max(verb + 1));
        let gap = match side {
            Side::After => first.saturating_sub(content.tokens.end),
            Side::Before => content.tokens.start.saturating_sub(last),
        };
        let edge = match side {
            Side::After => content.tokens.end - 1,
            Side::Before => content.tokens.start,
        };
        let (place, target) = (&document.tokens[verb], &document.tokens[edge]);
        if place.paragraph != target.paragraph {
            return self.other_paragraph(candidate, found);
        }
        if self.quotation_between(side, first, last) {
            found(Feature::QuotationBetween);
        }
        for _ in 0..(gap / 5).min(8) {
            found(Feature::FiveTokensApart);
        }
        if place.sentence != target.sentence {
            return self.other_sentence(candidate, side, found);
        }
        self.same_sentence(candidate, side, gap, found)
    }

    /// A candidate in the quote's own sentence.
    fn same_sentence(
        &self,
        candidate: &Candidate,
        side: Side,
        gap: usize,
        found: &mut impl FnMut(Feature),
    ) -> Option<Rule> {
        let before = side == Side::Before;
        let introduced = before && self.document.lower(self.content.tokens.start.saturating_sub(1)) == ":";
        if introduced && is_subject(candidate) {
            found(Feature::SubjectBeforeColon);
        }
        let relation = candidate.relation;
        match relation.kind {
            RelationKind::AccordingTo => {
                found(Feature::AccordingTo);
                Some(Rule::AccordingTo)
            }
            RelationKind::Colon if before && gap <= 1 && can_speak(self.document, candidate) => {
                found(Feature::Colon);
                Some(Rule::Colon)
            }
            _ if relation.says() => Some(saying(candidate, side, gap, found)),
            RelationKind::Subject | RelationKind::SubjectApposition => {
                found(Feature::WeakVerb);
                Some(saying(candidate, side, gap, found))
            }
            RelationKind::OtherSubject if before && (introduced || self.is_person(candidate)) => {
                found(Feature::SubjectBefore);
                Some(Rule::Subject)
            }
            RelationKind::None if !before && gap <= 1 && self.ends_with_dash(candidate) => {
                found(Feature::Dash);
                Some(Rule::Dash)
            }
            _ => None,
        }
    }

    /// Whether another quotation stands between the quote and the candidate's verb.
    fn quotation_between(&self, side: Side, first: usize, last: usize) -> bool {
        let between = match side {
            Side::After => self.content.tokens.end..first,
            Side::Before => last..self.content.tokens.start,
        };
        between.len() < 200 && between.clone().any(|at| self.document.tokens[at].marked.is_some())
    }

    /// A verb of saying in the sentence before or after, in the same paragraph.
    fn other_sentence(
        &self,
        candidate: &Candidate,
        side: Side,
        found: &mut impl FnMut(Feature),
    ) -> Option<Rule> {
        let here = self.document.tokens[self.content.tokens.start].sentence;
        let there = self.document.tokens[candidate.head].sentence;
        let near = here.abs_diff(there) <= 1;
        let subject = is_subject(candidate);
        match side {
            Side::Before if candidate.relation.says() => {
                found(if near { Feature::SaysInSentenceBefore } else { Feature::SaysEarlier });
                Some(Rule::SentenceBefore)
            }
            Side::Before if subject && near && self.is_person(candidate) => {
                found(Feature::SubjectOfSentenceBefore);
                Some(Rule::SentenceBefore)
            }
            Side::After if candidate.relation.says() && near && self.content.starts_paragraph => {
                found(Feature::SaysInSentenceAfter);
                Some(Rule::SentenceAfter)
            }
            Side::Before => None,
            Side::After => {
                found(Feature::LaterSentence);
                None
            }
        }
    }

    /// A candidate of the paragraph before or after.
    fn other_paragraph(&self, candidate: &Candidate, found: &mut impl FnMut(Feature)) -> Option<Rule> {
        let document = self.document;
        let here = &document.tokens[self.content.tokens.start];
        let there = &document.tokens[candidate.head];
        found(Feature::OtherParagraph);
        if there.paragraph + 1 != here.paragraph {
            found(Feature::DistantParagraph);
            return None;
        }
        let last_sentence = there.sentence + 1 == here.sentence;
        let subject = candidate.relation.says() || is_subject(candidate);
        if !subject || there.marked.is_some() || !(candidate.relation.says() || self.is_person(candidate)) {
            return None;
        }
        if last_sentence && self.content.starts_paragraph {
            let colon = document.lower(document.paragraphs[there.paragraph].tokens.end - 1) == ":";
            found(if colon { Feature::ColonBeforeParagraph } else { Feature::SubjectEndsParagraphBefore });
            return Some(Rule::ParagraphBefore);
        }
        found(Feature::SubjectInParagraphBefore);
        Some(Rule::ParagraphBefore)
    }

    /// Whether the candidate is surely a person: only a person is taken for a speaker without a verb of saying.
    fn is_person(&self, candidate: &Candidate) -> bool {
        candidate.kind == CandidateKind::Named(EntityKind::Person)
            || matches!(self.document.lower(candidate.head), "he" | "she")
    }

    /// A dash and a name that ends its paragraph.
    fn ends_with_dash(&self, candidate: &Candidate) -> bool {
        let document = self.document;
        let dash = matches!(document.lower(candidate.tokens.start - 1), "—" | "–" | "-" | "―");
        let paragraph = document.tokens[candidate.head].paragraph;
        let rest = candidate.tokens.end..document.paragraphs[paragraph].tokens.end;
        dash && !rest.clone().any(|at| document.tokens[at].part == Part::Verb) && rest.len() < 12
    }
}

/// Whether a candidate is the subject of any verb.
fn is_subject(candidate: &Candidate) -> bool {
    use RelationKind::{OtherSubject, Subject, SubjectApposition};
    matches!(candidate.relation.kind, OtherSubject | Subject | SubjectApposition)
}

/// A verb of saying in the quote's sentence, and how near it stands.
fn saying(candidate: &Candidate, side: Side, gap: usize, found: &mut impl FnMut(Feature)) -> Rule {
    let relation = candidate.relation;
    if relation.strength == 3 {
        found(Feature::StrongVerb);
    }
    if relation.kind == RelationKind::SubjectApposition {
        found(Feature::Apposition);
    }
    found(match (side, gap) {
        (Side::After, 0..=1) => Feature::RightAfter,
        (Side::After, 2..=8) => Feature::SoonAfter,
        (Side::After, _) => Feature::After,
        (Side::Before, 0..=2) => Feature::RightBefore,
        (Side::Before, 3..=9) => Feature::SoonBefore,
        (Side::Before, _) => Feature::Before,
    });
    match (side, relation.kind) {
        (_, RelationKind::Inverted) => Rule::Inverted,
        (_, RelationKind::Participle | RelationKind::Conjunct) => Rule::SecondVerb,
        (Side::After, _) => Rule::SubjectAfter,
        (Side::Before, _) => Rule::SubjectBefore,
    }
}
