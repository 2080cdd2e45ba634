//! From left to right: the best candidate for each quote.

use super::{Content, Rule, content::ContentKind, feature::View};
use crate::{
    candidate::Candidate,
    document::Document,
    feature::{Feature, Weights},
    path::Paths,
    saying::RelationKind,
};

/// The ranker's weights: a conditional logit over the candidates of a quote.
static WEIGHTS: Weights<'static> = Weights::new(include_bytes!("../../models/speakers.bin"));

/// The speaker of a quote.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Decision {
    pub(crate) candidate: Option<usize>,
    pub(crate) cue: Option<usize>,
    pub(crate) rule: Rule,
    /// How likely the model takes the candidate for the speaker, 0 to 1.
    pub(crate) probability: f32,
}

/// The quote before, with its speaker.
#[derive(Debug, Clone, Copy)]
pub(super) struct Previous {
    pub(super) candidate: usize,
    /// The token after it.
    pub(super) end: usize,
}

/// How many candidates before and after a quote's start are scored.
const NEIGHBOURS: (usize, usize) = (40, 30);
/// How many paragraphs before are searched.
const PARAGRAPHS_BEFORE: usize = 3;

/// The speakers of the quotes, which come in text order; `entry` tells whom a candidate means, where that is known.
pub(crate) fn decode(
    document: &Document<'_>,
    paths: &Paths,
    candidates: &[Candidate],
    contents: &[Content],
    entry: impl Fn(usize) -> Option<usize>,
) -> Vec<Decision> {
    let mut previous: Option<Previous> = None;
    let mut buffer = Vec::new();
    contents
        .iter()
        .map(|content| {
            let view = View { document, paths, candidates, content, previous: previous.as_ref() };
            let decision = match content.candidate {
                speaker if content.kind == ContentKind::Turn => Decision {
                    candidate: speaker,
                    cue: None,
                    rule: if speaker.is_some() { Rule::Colon } else { Rule::Nobody },
                    probability: 0.95,
                },
                _ => rank(&view, &entry, &mut buffer),
            };
            if let Some(candidate) = decision.candidate {
                previous = Some(Previous { candidate, end: content.tokens.end });
            }
            decision
        })
        .collect()
}

/// The likeliest speaker. A person's chances are those of all the words that name them; of these words the likeliest
/// are taken.
fn rank(view: &View<'_, '_>, entry: &impl Fn(usize) -> Option<usize>, buffer: &mut Vec<Feature>) -> Decision {
    let nearest = view.eligible().filter_map(|index| view.governing_verb(index)).max();
    let scored: Vec<(usize, f32)> = view
        .eligible()
        .filter(|&index| view.governing_verb(index).is_none_or(|verb| Some(verb) == nearest))
        .map(|index| {
            buffer.clear();
            view.features(index, buffer);
            (index, WEIGHTS.score(buffer))
        })
        .collect();
    let highest = scored.iter().map(|(_, score)| *score).fold(f32::NEG_INFINITY, f32::max);
    let mut shares: Vec<Share> = Vec::new();
    let mut all = 0.0;
    for (index, score) in scored {
        let odds = libm::expf(score - highest);
        all += odds;
        let entry = entry(index);
        match shares.iter_mut().find(|share| entry.is_some() && share.entry == entry) {
            Some(share) => share.add(index, odds),
            None => shares.push(Share { entry, odds, best: (index, odds) }),
        }
    }
    let best = shares.iter().reduce(|best, share| if share.odds > best.odds { share } else { best });
    match best {
        Some(share) => view.decision(share.best.0, share.odds / all),
        None => Decision { candidate: None, cue: None, rule: Rule::Nobody, probability: 0.0 },
    }
}

/// One speaker's part of the odds.
struct Share {
    /// Who it is, where that is known.
    entry: Option<usize>,
    odds: f32,
    /// The likeliest words with their odds.
    best: (usize, f32),
}

impl Share {
    fn add(&mut self, index: usize, odds: f32) {
        self.odds += odds;
        if odds > self.best.1 {
            self.best = (index, odds);
        }
    }
}

impl View<'_, '_> {
    /// The candidates that may speak the quote, nearest first or not.
    pub(super) fn eligible(&self) -> impl Iterator<Item = usize> {
        let start = self.content.tokens.start;
        let middle = self.candidates.partition_point(|candidate| candidate.tokens.start < start);
        let (before, after) = NEIGHBOURS;
        let near = middle.saturating_sub(before)..self.candidates.len().min(middle + after);
        let previous = self.previous.map(|previous| previous.candidate);
        let far = previous.filter(|index| !near.contains(index));
        near.filter(move |&index| previous == Some(index) || self.is_eligible(index)).chain(far)
    }

    /// The verb of saying before quoted words in the same sentence: of several the nearest governs them, as in "X said that Y
    /// had assured her of his “...”".
    fn governing_verb(&self, index: usize) -> Option<usize> {
        let candidate = &self.candidates[index];
        let start = self.content.tokens.start;
        let verb = candidate.relation.verb.filter(|&verb| verb < start)?;
        let same = self.document.tokens[verb].sentence == self.document.tokens[start].sentence;
        let fragment = self.content.kind == ContentKind::Fragment;
        let before = candidate.tokens.end <= verb;
        (fragment && same && before && candidate.relation.says()).then_some(verb)
    }

    /// Whether a candidate may speak the quote at all: not from inside it, from a heading or from far away.
    fn is_eligible(&self, index: usize) -> bool {
        let (document, candidate) = (self.document, &self.candidates[index]);
        let quote = &self.content.tokens;
        let inside = candidate.tokens.start < quote.end && candidate.tokens.end > quote.start;
        let here = document.tokens[quote.start].paragraph;
        let head = &document.tokens[candidate.head];
        let there = head.paragraph;
        // A thing speaks only where the text says so: "the report says".
        let voice = candidate.relation.strength > 0 || candidate.voice;
        !inside
            && voice
            && there <= here + 1
            && there + PARAGRAPHS_BEFORE >= here
            && (there == here || head.marked.is_none() && !document.paragraphs[there].heading)
    }

    fn decision(&self, index: usize, probability: f32) -> Decision {
        let candidate = &self.candidates[index];
        let is_previous = self.previous.filter(|previous| previous.candidate == index);
        let mut rule = Rule::of(self.document, candidate, self.content, is_previous);
        let framed = self.content.kind == ContentKind::Clause && self.content.candidate == Some(index);
        if framed && candidate.relation.kind != RelationKind::AccordingTo {
            rule = Rule::Clause;
        }
        let says = candidate.relation.says() && !matches!(rule, Rule::SameSpeaker | Rule::Continued);
        let cue = self.content.cue.or(candidate.relation.verb.filter(|_| says));
        Decision { candidate: Some(index), cue, rule, probability }
    }
}
