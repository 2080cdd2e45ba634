//! Where a reported clause ends: before a direct quotation, another frame, or with its sentence.

use super::{Proposal, Scene, proposal::ProposalKind};
use crate::{
    candidate::Candidate,
    document::Document,
    lexicon::Traits,
    part::Part,
    saying::{RelationKind, saying},
};

/// The token after the clause's last one.
pub(super) fn end(scene: &Scene<'_, '_>, proposal: &Proposal) -> usize {
    let limit = proposal.tokens.end;
    if matches!(proposal.kind, ProposalKind::Trailing | ProposalKind::AccordingTrailing) {
        return limit;
    }
    let subordinate = is_subordinate(scene, proposal);
    let start = proposal.tokens.start;
    let ends = |at: usize| {
        ends_before(scene, start, at) || subordinate && begins_main_clause(scene, start, at, limit)
    };
    (start + 2..limit).find(|&at| ends(at)).unwrap_or(limit)
}

/// Whether a clause ends before a token: at a direct quotation, at ", adding", "and said", ", but X said".
fn ends_before(scene: &Scene<'_, '_>, start: usize, at: usize) -> bool {
    let document = scene.document;
    if scene.is_direct(at) {
        return true;
    }
    if scene.is_marked(at) {
        return false;
    }
    // "... that it was "too late," adding".
    let quoted = scene.is_marked(at - 1) && matches!(document.lower(at - 2), "," | "”" | "\"");
    let comma = matches!(document.lower(at), "," | ";");
    if quoted && is_participle(scene, at) {
        return true;
    }
    if comma && (document.lower(at + 1) == "according" || is_participle(scene, at + 1)) {
        return true;
    }
    let joint = at + usize::from(comma);
    let joins = matches!(document.lower(joint), "and" | "but" | "while" | "although" | "though");
    if document.lower(at) == ";" && begins_frame(scene, at + 1) {
        return true;
    }
    joins && (begins_frame(scene, joint + 1) || goes_on(scene, start, joint))
}

/// Whether the writer's sentence goes on: "but declined to name it", "and stressed that", "but denied".
fn goes_on(scene: &Scene<'_, '_>, start: usize, joint: usize) -> bool {
    let document = scene.document;
    let verb = joint + 1;
    let word = |at: usize| document.lower(at);
    // "but (he) declined to say".
    let pronoun = document.tokens.get(verb).is_some_and(|token| token.part == Part::Pronoun);
    let silent = is_silent(document, verb + usize::from(pronoun));
    let says = document.tokens.get(verb).is_some_and(|token| token.part == Part::Verb)
        && saying(document, verb) == 2;
    let that = word(verb + 1) == "that" || word(verb + 2) == "that";
    // "said he would stay and urged" against "said he left and urged".
    let first = || (start..joint).find(|&at| document.tokens[at].part.is_finite());
    let past = |at: usize| document.tokens[at].part == Part::Verb && !word(at).ends_with('s');
    let other_tense = || word(verb).ends_with("ed") && first().is_some_and(|first| !past(first));
    silent || says && (that || word(joint) == "but" || other_tense())
}

/// Whether the words at a token tell what somebody did not say.
fn is_silent(document: &Document<'_>, at: usize) -> bool {
    let word = |after: usize| document.lower(at + after);
    let negated = matches!((word(0), word(1)), ("did" | "does" | "would", "not" | "n't" | "n’t"));
    let tells = matches!(
        word(2),
        "say" | "name" | "give" | "elaborate" | "identify" | "specify" | "disclose" | "provide" | "comment"
    );
    matches!(word(0), "declined" | "refused" | "gave") || negated && tells
}

fn is_participle(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.document.tokens.get(at).is_some_and(|token| token.facts.traits.any(Traits::FRAME_PARTICIPLE))
}

/// Whether "said ..." or "(that) X said ..." starts at a token.
fn begins_frame(scene: &Scene<'_, '_>, at: usize) -> bool {
    let document = scene.document;
    let Some(token) = document.tokens.get(at) else { return false };
    if token.part != Part::Participle && saying(document, at) == 3 {
        return true;
    }
    let that = usize::from(document.lower(at) == "that");
    scene.candidate_at(at + that).is_some_and(|candidate| {
        let strength = if that == 1 { 2 } else { 3 };
        is_subject(candidate)
            && candidate.relation.strength >= strength
            && candidate.relation.verb.is_some_and(|verb| !scene.is_marked(verb))
    })
}

/// Whether a candidate is the subject of a verb.
fn is_subject(candidate: &Candidate) -> bool {
    use RelationKind::{OtherSubject, Subject, SubjectApposition};
    matches!(candidate.relation.kind, OtherSubject | Subject | SubjectApposition)
}

/// Whether a conjunction opens the frame, so that the main clause still has to come: "While X said CLAUSE, ...".
fn is_subordinate(scene: &Scene<'_, '_>, proposal: &Proposal) -> bool {
    let document = scene.document;
    let opens =
        |at: usize| matches!(document.lower(at), "while" | "although" | "though" | "as" | "after" | "when");
    let first = document.sentence_of(proposal.cue).start;
    let before = proposal.frame.start;
    before < proposal.tokens.start && (before == first + 1 || before == first + 2) && opens(first)
}

/// Whether a main clause begins after a comma at `at`, once the reported one has its verb.
fn begins_main_clause(scene: &Scene<'_, '_>, start: usize, at: usize, limit: usize) -> bool {
    let document = scene.document;
    let quoted = scene.is_marked(at) && document.lower(at - 1) == ",";
    let comma = document.lower(at) == "," && !scene.is_marked(at) || quoted;
    comma
        && document.is_finite(start..at)
        && scene.candidate_at(at + 1).is_some_and(|candidate| is_subject(candidate) && candidate.head < limit)
}

#[cfg(test)]
mod tests {
    use crate::annotate;

    /// The sentence says no more than what stands in its first brackets.
    fn check(sentence: &str) {
        let (before, rest) = sentence.split_once('[').unwrap();
        let (clause, after) = rest.split_once(']').unwrap();
        let body = format!("{before}{clause}{after}");
        let quotes = annotate(&body).quotes;
        assert_eq!(quotes.first().map(|quote| quote.span.of(&body)), Some(clause), "{sentence}");
    }

    #[test]
    fn a_clause_ends_where_another_frame_begins() {
        check("Ilse Maravant said [the pier was safe], adding that it was old.");
        check("Ilse Maravant said [the pier was safe], but Tobin Okkerley said it was not.");
        check("Ilse Maravant said that [the pier was safe] and stressed that it was old.");
        check("Ilse Maravant said [the pier would stay] and urged the council to wait.");
    }

    #[test]
    fn a_clause_ends_where_the_writer_goes_on() {
        check("Ilse Maravant said [the pier was sold], but she declined to name the buyer.");
        check("While Ilse Maravant said [the pier was safe], the council closed it.");
    }

    #[test]
    fn a_clause_keeps_what_its_own_verbs_govern() {
        check("Ilse Maravant said [the pier was old, and the harbour was full].");
        check("Ilse Maravant said [the pier, which was old, had to go because nobody came].");
    }
}
