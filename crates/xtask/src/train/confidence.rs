//! How sure a quote is: a logistic model over the facts that the annotator gives.

use std::fmt::Write;

use anyhow::Result;
use quotidian_model::QuoteKind;
use quotidian_text::training::{FACTS, judged_quotes};

use super::Files;
use crate::{
    agreement::{same_content, same_speaker},
    gold::{self, Bytes, QuotedArticle},
    workspace::Workspace,
};

/// A quote that was found: its facts, and whether it is right.
struct Judged {
    /// The number of its article.
    article: usize,
    facts: [f32; FACTS],
    direct: bool,
    right: bool,
    weight: f32,
}

/// The pull of each weight towards nothing.
const PULL: f32 = 1.0;
const STEPS: usize = 4000;
const RATE: f32 = 0.5;
/// The parts of the articles of which each is measured with the weights of the others.
const FOLDS: usize = 5;
/// What an example counts whose speaker is known by the surface alone.
const SURFACE_WEIGHT: f32 = 0.3;

/// Makes `confidence.txt`.
pub(crate) fn train(workspace: &Workspace) -> Result<Files> {
    let (mut examples, names) = canonical(workspace)?;
    let surface = surface(workspace, examples.len())?;
    let canonical_articles = examples.iter().map(|example| example.article).max().unwrap_or(0) + 1;
    examples.extend(surface);
    report(&examples, canonical_articles);
    let weights = learn(examples.iter());
    let mut file = String::new();
    for (weight, name) in weights.iter().zip(names) {
        writeln!(file, "{weight:.4} {name}")?;
    }
    Ok(vec![("confidence.txt", file.into_bytes())])
}

/// The quotes found in articles whose speakers were resolved by hand, and the names of the facts.
fn canonical(workspace: &Workspace) -> Result<(Vec<Judged>, [&'static str; FACTS])> {
    let articles: Vec<QuotedArticle> = gold::read(workspace, "gold/quotes/ggt.dev.jsonl.gz")?;
    let (mut examples, mut names) = (Vec::new(), [""; FACTS]);
    for (number, article) in articles.iter().enumerate() {
        let bytes = Bytes::of(&article.text);
        for (quote, facts) in judged_quotes(&article.text) {
            names = facts.map(|(_, name)| name);
            let surface = quote.speaker.surface.map_or("", |surface| surface.of(&article.text));
            let speaker = quote.speaker.name.as_deref().unwrap_or(surface);
            let right = article.quotes.iter().any(|gold| {
                let named = gold.speaker_canonical.as_deref().unwrap_or_default();
                same_content(&article.text, bytes.span(gold.start, gold.end), quote.span)
                    && same_speaker(named, speaker)
            });
            let direct = quote.kind == QuoteKind::Direct;
            examples.push(Judged {
                article: number,
                facts: facts.map(|(fact, _)| fact),
                direct,
                right,
                weight: 1.0,
            });
        }
    }
    Ok((examples, names))
}

/// The direct quotes found in articles that tell the words for each speaker, and not who that is.
fn surface(workspace: &Workspace, first_number: usize) -> Result<Vec<Judged>> {
    let articles: Vec<QuotedArticle> = gold::read(workspace, "gold/quotes/polnear-direct.dev.jsonl.gz")?;
    let mut examples = Vec::new();
    for (number, article) in articles.iter().enumerate() {
        let bytes = Bytes::of(&article.text);
        for (quote, facts) in judged_quotes(&article.text) {
            let gold = article
                .quotes
                .iter()
                .find(|gold| same_content(&article.text, bytes.span(gold.start, gold.end), quote.span));
            let (Some(gold), Some(surface)) = (gold, quote.speaker.surface) else { continue };
            let Some(speaker) = gold.speaker(&bytes) else { continue };
            // Whom the words mean is not known here.
            let known = |(fact, name): (f32, &str)| if name.starts_with("by ") { 0.0 } else { fact };
            examples.push(Judged {
                article: first_number + number,
                facts: facts.map(known),
                direct: true,
                right: same_speaker(speaker.of(&article.text), surface.of(&article.text)),
                weight: SURFACE_WEIGHT,
            });
        }
    }
    Ok(examples)
}

/// Prints how well articles that were left out are judged.
fn report(examples: &[Judged], articles: usize) {
    let (mut sure, mut right, mut all) = (0, 0, 0);
    for fold in 0..FOLDS {
        let weights = learn(examples.iter().filter(|example| example.article % FOLDS != fold));
        let held_out = examples.iter().filter(|example| example.article % FOLDS == fold);
        for example in held_out.filter(|example| example.direct && example.article < articles) {
            let is_sure = probability(&weights, &example.facts) >= 0.9;
            all += 1;
            sure += usize::from(is_sure);
            right += usize::from(is_sure && example.right);
        }
    }
    println!("confidence: direct quotes held out {all}, of 0.9 and more {sure}, right of these {right}");
}

fn probability(weights: &[f32; FACTS], facts: &[f32; FACTS]) -> f32 {
    let score: f32 = weights.iter().zip(facts).map(|(weight, fact)| weight * fact).sum();
    1.0 / (1.0 + libm::expf(-score))
}

/// The weights under which the examples are likeliest.
fn learn<'a>(examples: impl Iterator<Item = &'a Judged>) -> [f32; FACTS] {
    let examples: Vec<&Judged> = examples.collect();
    let mut weights = [0.0; FACTS];
    for _ in 0..STEPS {
        let mut gradient = weights.map(|weight| -PULL * weight);
        for example in &examples {
            let right = if example.right { 1.0 } else { 0.0 };
            let error = (right - probability(&weights, &example.facts)) * example.weight;
            for (gradient, fact) in gradient.iter_mut().zip(example.facts) {
                *gradient += error * fact;
            }
        }
        for (weight, gradient) in weights.iter_mut().zip(gradient) {
            *weight += RATE * gradient / examples.len() as f32;
        }
    }
    weights
}
