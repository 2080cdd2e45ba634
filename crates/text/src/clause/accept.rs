//! Whether words are a reported clause.

use std::ops::Range;

use super::{Proposal, Scene, feature::features, model::MODEL, proposal::ProposalKind};
use crate::{document::Document, feature::Feature, part::Part};

/// The score below which a proposal is no clause: a little under even, since the verbs that report attitudes alone are
/// left out anyway.
const LOWEST: f32 = -0.5;

/// The likely clauses among a frame's proposals: the one after its verb, or those around the whole frame.
pub(super) fn accepted(
    scene: &Scene<'_, '_>,
    proposals: Vec<Proposal>,
    buffer: &mut Vec<Feature>,
) -> Vec<Proposal> {
    let mut score = |proposal: Proposal| {
        buffer.clear();
        features(scene, &proposal, buffer);
        (MODEL.score(buffer), proposal)
    };
    let likely = |(score, _): &(f32, Proposal)| *score > LOWEST;
    let scored: Vec<(f32, Proposal)> = proposals.into_iter().map(&mut score).filter(likely).collect();
    let best = scored.iter().enumerate().max_by(|(_, left), (_, right)| left.0.total_cmp(&right.0));
    let Some((index, (_, best))) = best else { return Vec::new() };
    let leads = best.kind == ProposalKind::Leading;
    let fits = |(at, proposal): &(usize, Proposal)| {
        if leads { *at == index } else { proposal.kind != ProposalKind::Leading }
    };
    let proposals = scored.into_iter().map(|(_, proposal)| proposal).enumerate();
    proposals.filter(fits).map(|(_, proposal)| proposal).collect()
}

/// The tokens as a clause: without commas and "that" at its edges, of at least three words, and mostly outside direct
/// quotations.
pub(super) fn trimmed(scene: &Scene<'_, '_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let document = scene.document;
    let (mut start, mut end) = (tokens.start, tokens.end);
    while start < end && matches!(document.lower(start), "," | ":" | "—" | "–" | ";" | "-") {
        start += 1;
    }
    while end > start
        && !scene.is_marked(end - 1)
        && !document.is_word(end - 1)
        && !matches!(document.word(end - 1), ")" | "%")
    {
        end -= 1;
    }
    // "Maravant was told that, according to ...": no clause ends in a conjunction.
    if matches!(document.lower(end.max(1) - 1), "that" | "because" | "and" | "but") {
        return None;
    }
    let direct = (start..end).filter(|&at| scene.is_direct(at)).count();
    let words = (start..end).filter(|&at| document.is_word(at)).count();
    (direct * 5 <= (end - start) * 2 && words >= 3).then_some(start..end)
}

/// Whether words have the verb of a clause: "stressed their unity as they work" reports none.
pub(super) fn has_verb(scene: &Scene<'_, '_>, cue: usize, tokens: Range<usize>) -> bool {
    let document = scene.document;
    let (start, end) = (tokens.start, tokens.end);
    let plain = matches!(document.lower(cue), "said" | "says" | "say" | "told" | "according" | "saying");
    let that = start > 0 && document.lower(start - 1) == "that";
    let stop = if plain || that || start < cue {
        end
    } else {
        (start + 1..end).find(|&at| is_stop(document, at)).unwrap_or(end)
    };
    // A past tense looks like a participle: "the boats delayed in May arrived".
    let loose = plain || start < cue;
    let verb = |part: Part| part.is_finite() || loose && part == Part::PastParticiple;
    document.tokens[start..stop].iter().any(|token| verb(token.part))
}

/// Whether a clause has named its subject and verb before a token.
pub(super) fn is_stop(document: &Document<'_>, at: usize) -> bool {
    let word = document.lower(at);
    let second = || document.tokens.get(at + 1).is_some_and(|next| next.part.is_finite());
    matches!(word, "," | ";" | "as" | "when" | "while" | "who" | "which" | "that")
        || matches!(word, "and" | "but") && second()
}
