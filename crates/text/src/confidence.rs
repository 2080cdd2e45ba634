//! How sure a quote with its speaker is: a table by rule, kind of words and kind of quote, set by hand.

use quotidian_model::{Confidence, QuoteKind};

use crate::{
    register::Resolution,
    speaker::{Decision, Rule},
};

/// The confidence of a quote.
pub(crate) fn confidence(decision: Decision, resolution: Resolution, kind: QuoteKind) -> Confidence {
    let rule = match decision.rule {
        Rule::SubjectAfter | Rule::Inverted | Rule::Clause => 0.97,
        Rule::AccordingTo | Rule::Colon => 0.9,
        Rule::SameSpeaker => 0.9,
        Rule::SubjectBefore | Rule::Dash | Rule::Continued => 0.84,
        Rule::SecondVerb => 0.82,
        Rule::SentenceBefore | Rule::ParagraphBefore => 0.72,
        Rule::Subject => 0.65,
        Rule::SentenceAfter | Rule::Nearest => 0.5,
        Rule::Nobody => 0.4,
    };
    let words = match resolution {
        Resolution::Name(_) => 0.98,
        Resolution::Pronoun(_) => 0.9,
        Resolution::Definite(_) => 0.7,
        Resolution::Unresolved => 0.7,
    };
    let margin = if decision.probability < 0.6 { 0.8 } else { 1.0 };
    let kind = match kind {
        QuoteKind::Direct => 1.0,
        QuoteKind::Mixed => 0.75,
        QuoteKind::Indirect => 0.9,
    };
    Confidence::clamped(rule * words * margin * kind)
}
