//! From left to right: the best candidate for each quote.

use std::ops::Range;

use super::feature::View;
use crate::{candidate::Candidate, document::Document, saying::RelationKind};

/// What a quote's content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContentKind {
    /// A statement in marks.
    Direct,
    /// Quoted words in the writer's sentence.
    Fragment,
    /// A reported clause.
    Clause,
    /// A turn of a transcript.
    Turn,
}

/// A quote that wants a speaker.
#[derive(Debug, Clone)]
pub(crate) struct Content {
    pub(crate) kind: ContentKind,
    /// Marks included.
    pub(crate) tokens: Range<usize>,
    /// The verb of saying, where the frame gives it.
    pub(crate) cue: Option<usize>,
    /// The speaker, where the frame gives it.
    pub(crate) candidate: Option<usize>,
    pub(crate) continues: bool,
    pub(crate) starts_paragraph: bool,
    pub(crate) fills_paragraph: bool,
}

/// How a speaker was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    SubjectAfter,
    SubjectBefore,
    Inverted,
    SecondVerb,
    AccordingTo,
    Colon,
    Dash,
    Continued,
    SameSpeaker,
    Subject,
    SentenceBefore,
    SentenceAfter,
    ParagraphBefore,
    Clause,
    Nearest,
    Nobody,
}

/// The speaker of a quote.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Decision {
    pub(crate) candidate: Option<usize>,
    pub(crate) cue: Option<usize>,
    pub(crate) rule: Rule,
    /// How far the speaker's score lies above the next one's.
    pub(crate) margin: f32,
}

/// The quote before, with its speaker.
pub(super) struct Previous {
    pub(super) candidate: usize,
    /// The token after it.
    pub(super) end: usize,
}

/// How many candidates on each side are scored.
const NEIGHBOURS: usize = 30;
/// How many paragraphs before are searched.
const PARAGRAPHS_BEFORE: usize = 3;
/// The score below which a quote has no speaker.
const LOWEST: f32 = 1.4;

/// The speakers of the quotes, which come in text order.
pub(crate) fn decode(
    document: &Document<'_>,
    candidates: &[Candidate],
    contents: &[Content],
) -> Vec<Decision> {
    let mut previous: Option<Previous> = None;
    contents
        .iter()
        .map(|content| {
            let decision = match content.candidate {
                speaker if content.kind == ContentKind::Turn => Decision {
                    candidate: speaker,
                    cue: None,
                    rule: if speaker.is_some() { Rule::Colon } else { Rule::Nobody },
                    margin: 3.0,
                },
                Some(candidate) => Decision {
                    candidate: Some(candidate),
                    cue: content.cue,
                    rule: if candidates[candidate].relation.kind == RelationKind::AccordingTo {
                        Rule::AccordingTo
                    } else {
                        Rule::Clause
                    },
                    margin: 3.0,
                },
                None if content.kind == ContentKind::Clause => subject_before(document, candidates, content),
                None => rank(document, candidates, content, previous.as_ref()),
            };
            if let Some(candidate) = decision.candidate {
                previous = Some(Previous { candidate, end: content.tokens.end });
            }
            decision
        })
        .collect()
}

/// The subject that a second verb of saying belongs to: the nearest one to its left in the sentence.
fn subject_before(document: &Document<'_>, candidates: &[Candidate], content: &Content) -> Decision {
    let cue = content.cue.unwrap_or(content.tokens.start);
    let sentence = document.tokens[cue].sentence;
    let before = candidates.partition_point(|candidate| candidate.tokens.start < cue);
    let subject = |kind| {
        use RelationKind::{
            Conjunct, Inverted, OtherSubject, Participle, Subject, SubjectApposition, SubjectParenthesis,
        };
        matches!(
            kind,
            Conjunct
                | Inverted
                | OtherSubject
                | Participle
                | Subject
                | SubjectApposition
                | SubjectParenthesis
        )
    };
    let mut subjects = (0..before).rev().take(NEIGHBOURS).filter(|&index| {
        let candidate = &candidates[index];
        document.tokens[candidate.head].sentence == sentence
            && document.tokens[candidate.head].marked.is_none()
            && subject(candidate.relation.kind)
    });
    let nearest = subjects.next();
    let sayer = nearest.filter(|&index| candidates[index].relation.says());
    let candidate = sayer.or_else(|| subjects.find(|&index| candidates[index].relation.says())).or(nearest);
    Decision {
        candidate,
        cue: Some(cue),
        rule: if candidate.is_some() { Rule::SecondVerb } else { Rule::Nobody },
        margin: 1.5,
    }
}

/// The candidate with the highest score.
fn rank(
    document: &Document<'_>,
    candidates: &[Candidate],
    content: &Content,
    previous: Option<&Previous>,
) -> Decision {
    let view = View { document, candidates, content, previous };
    let middle = candidates.partition_point(|candidate| candidate.tokens.start < content.tokens.start);
    let near = middle.saturating_sub(NEIGHBOURS)..candidates.len().min(middle + NEIGHBOURS * 2);
    let far = previous.map(|previous| previous.candidate).filter(|index| !near.contains(index));
    let mut nobody = Decision { candidate: None, cue: None, rule: Rule::Nobody, margin: 0.0 };
    let (mut best, mut second) = (LOWEST, LOWEST);
    for index in near.chain(far) {
        if !is_eligible(document, &candidates[index], content) {
            continue;
        }
        let mut score = 0.0;
        let rule = view.features(index, &mut |feature| score += feature.weight());
        if score > best {
            second = best;
            best = score;
            let says =
                candidates[index].relation.says() && !matches!(rule, Rule::SameSpeaker | Rule::Continued);
            let cue = candidates[index].relation.verb.filter(|_| says);
            nobody = Decision { candidate: Some(index), cue, rule, margin: 0.0 };
        } else if score > second {
            second = score;
        }
    }
    Decision { margin: best - second, ..nobody }
}

/// Whether a candidate may speak the quote at all.
fn is_eligible(document: &Document<'_>, candidate: &Candidate, content: &Content) -> bool {
    let inside = content.tokens.contains(&candidate.head) || candidate.tokens.contains(&content.tokens.start);
    let here = document.tokens[content.tokens.start].paragraph;
    let there = document.tokens[candidate.head].paragraph;
    !inside && there <= here + 1 && there + PARAGRAPHS_BEFORE >= here
}
