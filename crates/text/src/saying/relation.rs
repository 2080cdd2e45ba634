//! The relation of a candidate to the nearest verb of saying.

use super::saying;
use crate::{
    candidate::{Candidate, CandidateKind},
    document::Document,
    part::Part,
    token::Shape,
};
use quotidian_model::EntityKind;

/// How a candidate stands to a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RelationKind {
    None,
    /// "Maravant's".
    Possessive,
    /// "Maravant said".
    Subject,
    /// "Maravant (Unity) said".
    SubjectParenthesis,
    /// "Maravant, the mayor, said".
    SubjectApposition,
    /// "said Maravant".
    Inverted,
    /// "told Maravant".
    Object,
    /// "according to Maravant".
    AccordingTo,
    /// "by Maravant".
    By,
    /// "Maravant:".
    Colon,
    /// "Maravant left, saying".
    Participle,
    /// "Maravant left and said".
    Conjunct,
    /// The subject of another verb.
    OtherSubject,
}

/// A relation with its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Relation {
    pub(crate) kind: RelationKind,
    /// How surely the verb is one of saying, 0 to 3.
    pub(crate) strength: u8,
    /// The verb's token.
    pub(crate) verb: Option<usize>,
}

impl Relation {
    pub(crate) const NONE: Self = Self { kind: RelationKind::None, strength: 0, verb: None };

    fn new(kind: RelationKind, strength: u8, verb: usize) -> Self {
        Self { kind, strength, verb: Some(verb) }
    }

    /// Whether the candidate says something by this relation.
    pub(crate) fn says(self) -> bool {
        use RelationKind::{
            AccordingTo, Conjunct, Inverted, Participle, Subject, SubjectApposition, SubjectParenthesis,
        };
        let saying = matches!(
            self.kind,
            Subject | SubjectParenthesis | SubjectApposition | Inverted | AccordingTo | Participle | Conjunct
        );
        saying && self.strength >= 2
    }
}

/// How far an apposition reaches, in tokens.
const APPOSITION: usize = 28;
/// How far an owner reaches, in tokens.
const OWNER: usize = 8;
/// How far a second verb of the same subject may stand, in tokens.
const SECOND_VERB: usize = 30;

/// The first relation that fits, of those in [`RelationKind`]'s order.
pub(crate) fn relation(document: &Document<'_>, candidate: &Candidate) -> Relation {
    let view = View { document, sentence: document.tokens[candidate.head].sentence, at: candidate.head };
    let end = view.after_symbol(candidate.tokens.end);
    if view.holds(end) && document.tokens[end].part == Part::Possessive {
        return Relation { kind: RelationKind::Possessive, ..Relation::NONE };
    }
    // "according to Tolle, who said ..." tells that Tolle is the source, whatever follows.
    if let Some(according) = view.according(candidate.tokens.start) {
        return Relation::new(RelationKind::AccordingTo, 3, according);
    }
    let verb = view.verb_from(end);
    if let Some(verb) = verb.filter(|&verb| !view.is_passive(end, verb)) {
        let strength = saying(document, verb);
        // Any verb says something right after a quotation that ends in a comma: "..., she rasped".
        let after_quote =
            view.quotation_ends_at(candidate.tokens.start) && document.tokens[verb].part == Part::Verb;
        // "what she called ..." and "as she put it" name the speaker of the words.
        let before = candidate.tokens.start.checked_sub(1).filter(|&before| view.holds(before));
        let named = matches!(document.lower_in(view.sentence, before), "what" | "as" | "which");
        let strength = if after_quote || named && strength > 0 { strength.max(2) } else { strength };
        if strength > 0 {
            return Relation::new(RelationKind::Subject, strength, verb);
        }
    }
    if verb.is_some_and(|verb| view.is_passive(end, verb) && saying(document, verb) >= 2) {
        return Relation { kind: RelationKind::Object, ..Relation::NONE };
    }
    // A dateline is followed by the same marks as a person with an apposition.
    let place = candidate.kind == CandidateKind::Named(EntityKind::Place);
    let apposition = || view.apposition(view.after_parenthesis(end)).filter(|_| !place);
    let found = view.parenthesis(end).or_else(apposition);
    if let Some(relation) = found.or_else(|| view.left(candidate)) {
        return relation;
    }
    if view.holds(end) && document.lower(end) == ":" {
        return Relation::new(RelationKind::Colon, 0, end);
    }
    match verb {
        Some(verb) => view.second_verb(verb).unwrap_or(Relation::new(RelationKind::OtherSubject, 0, verb)),
        None => view.participle_phrase(candidate, end).unwrap_or(Relation::NONE),
    }
}

/// A sentence as seen from a candidate.
struct View<'a, 'b> {
    document: &'a Document<'b>,
    sentence: usize,
    /// The candidate's head.
    at: usize,
}

impl View<'_, '_> {
    /// Whether a token is in the candidate's sentence and marked span.
    fn holds(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|token| token.sentence == self.sentence)
            && self.document.same_marked(self.at, at)
    }

    /// The verb at `start`, past auxiliaries and adverbs.
    fn verb_from(&self, start: usize) -> Option<usize> {
        let mut at = start;
        let mut last_auxiliary = None;
        while self.holds(at) && at < start + 5 {
            match self.document.tokens[at].part {
                Part::Auxiliary | Part::Modal => last_auxiliary = Some(at),
                Part::Adverb => {}
                Part::Verb => return Some(at),
                Part::Participle | Part::PastParticiple | Part::BaseVerb if last_auxiliary.is_some() => {
                    return Some(at);
                }
                // A participle without "has": a finite form that looks alike.
                Part::PastParticiple if self.document.tokens[at].facts.saying == 3 => return Some(at),
                _ => return last_auxiliary,
            }
            at += 1;
        }
        last_auxiliary
    }

    /// "according to C", "according to the council's C".
    fn according(&self, start: usize) -> Option<usize> {
        let document = self.document;
        let owned = start > 0 && document.tokens[start - 1].part == Part::Possessive;
        let reach = if owned { OWNER } else { 2 };
        let mut before = (0..start.saturating_sub(1)).rev().take(reach - 1).take_while(|&at| self.holds(at));
        before.find(|&at| document.lower(at) == "according" && document.lower(at + 1) == "to")
    }

    /// "C (Unity) said".
    fn parenthesis(&self, end: usize) -> Option<Relation> {
        if !(self.holds(end) && self.document.lower(end) == "(") {
            return None;
        }
        let close = (end + 1..end + 10).find(|&at| self.holds(at) && self.document.lower(at) == ")")?;
        let verb = self.verb_from(close + 1)?;
        let strength = saying(self.document, verb);
        (strength > 0).then_some(Relation::new(RelationKind::SubjectParenthesis, strength, verb))
    }

    /// Past a share's symbol: "Tolle Corp | TOL.N | said".
    fn after_symbol(&self, end: usize) -> usize {
        let document = self.document;
        let symbol = self.holds(end)
            && document.tokens[end].shape == Shape::Upper
            && document.lower(end + 1) == "."
            && document
                .tokens
                .get(end + 2)
                .is_some_and(|market| market.part == Part::Name && market.span.len() <= 2);
        if symbol { end + 3 } else { end }
    }

    /// The token after a parenthesis at `end`, or `end`.
    fn after_parenthesis(&self, end: usize) -> usize {
        if self.document.lower(end) != "(" {
            return end;
        }
        let close = (end + 1..end + 10).find(|&at| self.holds(at) && self.document.lower(at) == ")");
        close.map_or(end, |close| close + 1)
    }

    /// "C, the mayor, said", "C, who left, said".
    fn apposition(&self, end: usize) -> Option<Relation> {
        let opens = self.holds(end) && matches!(self.document.lower(end), "," | "—" | "–" | "-" | "who");
        if !opens {
            return None;
        }
        for comma in (end..end + APPOSITION).take_while(|&at| self.holds(at)) {
            if !matches!(self.document.lower(comma), "," | "—" | "–") {
                continue;
            }
            if let Some(verb) = self.verb_from(comma + 1).filter(|&verb| saying(self.document, verb) >= 2) {
                if self.document.tokens[verb].part == Part::Participle {
                    continue;
                }
                return Some(Relation::new(
                    RelationKind::SubjectApposition,
                    saying(self.document, verb),
                    verb,
                ));
            }
        }
        None
    }

    /// "C, leaving the room, spoke": another verb after words that a participle begins.
    fn participle_phrase(&self, candidate: &Candidate, end: usize) -> Option<Relation> {
        let document = self.document;
        let person = candidate.kind == CandidateKind::Named(EntityKind::Person);
        let opens = self.holds(end + 1)
            && document.lower(end) == ","
            && document.tokens[end + 1].part == Part::Participle;
        let mut commas = (end + 2..end + APPOSITION).take_while(|&at| self.holds(at));
        let close = commas.find(|&at| document.lower(at) == ",").filter(|_| person && opens)?;
        let verb = self.verb_from(close + 1)?;
        Some(Relation::new(RelationKind::OtherSubject, 0, verb))
    }

    /// What stands before the candidate: "said C", "according to C", "by C".
    fn left(&self, candidate: &Candidate) -> Option<Relation> {
        let document = self.document;
        let mut at = candidate.tokens.start.checked_sub(1)?;
        let mut adverbs = 0;
        while self.holds(at) && document.tokens[at].part == Part::Adverb && adverbs < 2 {
            at = at.checked_sub(1)?;
            adverbs += 1;
        }
        if !self.holds(at) {
            return None;
        }
        match document.lower(at) {
            // "described by C as".
            "by" if at > 0 && saying(document, at - 1) >= 2 => {
                return Some(Relation::new(RelationKind::Inverted, saying(document, at - 1), at - 1));
            }
            "by" | "from" => return Some(Relation::new(RelationKind::By, 0, at)),
            _ => {}
        }
        let strength = saying(document, at);
        let after_quote = self.quotation_ends_at(at) && adverbs == 0;
        let word = document.lower(at);
        let verbal = matches!(document.tokens[at].part, Part::Verb | Part::PastParticiple | Part::PluralNoun)
            || word.ends_with("ed");
        if after_quote && verbal && strength < 2 {
            return Some(Relation::new(RelationKind::Inverted, 2, at));
        }
        if strength < 2 {
            return None;
        }
        // "X, the mayor, urged C": the comma before the verb closes an apposition.
        // "..., asks C, “has anyone ...": the words that C says follow.
        let end = candidate.tokens.end;
        let speaks = document.lower(end) == ","
            && document.tokens.get(end + 1).is_some_and(|next| next.marked.is_some());
        let comma = at > 0 && document.lower(at - 1) == "," && !self.quotation_ends_at(at) && !speaks;
        let transitive = strength == 2 || matches!(word, "told" | "asked" | "tells" | "asks" | "warned");
        let object = self.has_subject(at) || comma && transitive;
        Some(Relation::new(if object { RelationKind::Object } else { RelationKind::Inverted }, strength, at))
    }

    /// Whether a quotation that ends in a comma, question or exclamation mark stands directly before a token.
    fn quotation_ends_at(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let marked = self.document.tokens[before].marked;
        marked.is_some()
            && marked != self.document.tokens[at].marked
            && (before.saturating_sub(1)..=before)
                .any(|at| matches!(self.document.lower(at), "," | "?" | "!"))
    }

    /// Whether a form of "be" before the verb makes it passive: "was told".
    fn is_passive(&self, start: usize, verb: usize) -> bool {
        let be = |at: usize| {
            matches!(
                self.document.lower(at),
                "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'re" | "'s" | "’s" | "’re"
            )
        };
        let participle = matches!(self.document.tokens[verb].part, Part::Verb | Part::PastParticiple);
        participle && (start..verb).any(be)
    }

    /// Whether the verb at `verb` has a subject to its left.
    fn has_subject(&self, verb: usize) -> bool {
        let parts = (0..verb).rev().take_while(|&at| self.holds(at)).map(|at| self.document.tokens[at].part);
        let mut parts = parts.skip_while(|part| matches!(part, Part::Auxiliary | Part::Modal | Part::Adverb));
        let participle = self.document.tokens[verb].part == Part::Participle;
        participle || parts.next().is_some_and(|part| part.is_noun() || part == Part::Pronoun)
    }

    /// A later verb of saying with the same subject: "C left, saying", "C left and said".
    fn second_verb(&self, verb: usize) -> Option<Relation> {
        for at in (verb + 1..verb + SECOND_VERB).take_while(|&at| self.holds(at)) {
            let token = &self.document.tokens[at];
            let strength = saying(self.document, at);
            if token.part == Part::Participle && strength >= 2 && self.document.lower(at - 1) != "of" {
                return Some(Relation::new(RelationKind::Participle, 2, at));
            }
            if self.document.lower(at) == "and" && self.holds(at + 1) {
                let strength = saying(self.document, at + 1);
                if strength >= 2 && self.document.tokens[at + 1].part != Part::Participle {
                    return Some(Relation::new(RelationKind::Conjunct, strength, at + 1));
                }
            }
        }
        None
    }
}
