//! How sure a quote with its speaker is: a logistic model over what the steps before say of themselves, fitted to
//! annotated news so that 0.9 means nine in ten.

use std::sync::LazyLock;

use quotidian_model::{Confidence, QuoteKind};

use crate::{
    register::Resolution,
    speaker::{Decision, Rule},
};

/// How many facts the model weighs.
pub const FACTS: usize = 12;

/// The weight of each fact, in order.
static WEIGHTS: LazyLock<[f32; FACTS]> = LazyLock::new(|| read(include_str!("../models/confidence.txt")));

/// What a weight file says: a line `weight name` for each fact.
fn read(file: &str) -> [f32; FACTS] {
    let mut weights = [0.0; FACTS];
    for (weight, line) in weights.iter_mut().zip(file.lines()) {
        *weight = line.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0.0);
    }
    weights
}

/// What the steps say of a quote.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Evidence {
    pub(crate) kind: QuoteKind,
    /// How likely its words are a quotation, 0 to 1.
    pub(crate) said: f32,
    pub(crate) decision: Decision,
    pub(crate) resolution: Resolution,
}

impl Evidence {
    /// How likely the quote and its speaker are right.
    pub(crate) fn confidence(&self) -> Confidence {
        let score: f32 = WEIGHTS.iter().zip(self.facts()).map(|(weight, (fact, _))| weight * fact).sum();
        Confidence::clamped(1.0 / (1.0 + libm::expf(-score)))
    }

    /// The facts with their names.
    pub(crate) fn facts(&self) -> [(f32, &'static str); FACTS] {
        let when = |condition: bool| if condition { 1.0 } else { 0.0 };
        let rule = self.decision.rule;
        let indirect = self.kind == QuoteKind::Indirect;
        let ranked = log_odds(self.decision.probability);
        [
            (1.0, "always"),
            (ranked.max(0.0), "speaker likely"),
            (ranked.min(0.0), "speaker unlikely"),
            (log_odds(self.said), "words said"),
            (when(indirect), "indirect"),
            (when(self.kind == QuoteKind::Mixed), "mixed"),
            (when(matches!(self.resolution, Resolution::Pronoun(_))), "by pronoun"),
            (when(matches!(self.resolution, Resolution::Definite(_))), "by role"),
            (when(self.resolution == Resolution::Unresolved), "nobody by name"),
            (when(matches!(rule, Rule::SameSpeaker | Rule::Continued)), "speaker before"),
            (when(matches!(rule, Rule::Nearest | Rule::Subject | Rule::SentenceAfter)), "no verb of saying"),
            (when(self.decision.candidate.is_none()), "nobody"),
        ]
    }
}

/// The logarithm of the odds of a probability, within bounds.
fn log_odds(probability: f32) -> f32 {
    let probability = probability.clamp(0.01, 0.99);
    libm::logf(probability / (1.0 - probability))
}
