//! The weights by which "he" and "she" find a person: a conditional logit model over the persons named before, held near
//! weights set by hand, because little is annotated: pronouns of the treebank GUM, which count little, and the speakers
//! of the news quotes whose canonical names were found by hand.

use anyhow::Result;
use quotidian_model::Span;
use quotidian_text::training::{
    PRONOUN_FEATURES as FEATURES, PronounChoice, PronounWeights, Values, pronouns,
};

use super::conllu::{self, TreebankDocument, TreebankMention};
use crate::{
    gold::{self, Bytes, QuotedArticle},
    workspace::Workspace,
};

/// The weights set by hand.
const PRIOR: &str = "\
gender-sure 1.3
gender-likely 0.9
gender-unlikely -2.0
sentence-0 1.0
sentence-1 1.2
sentence-2 0.6
sentence-3 0.2
sentence-4 -0.4
paragraph-0 0.8
paragraph-1 0.6
paragraph-2 0.0
paragraph-3 -0.5
paragraph-4 -1.2
only-quoted -1.5
mentions 0.4
subject 0.6
preposition -0.6
possessive -0.3
named-after -4.0
last-sayer 1.0
last-fitting-sayer 1.2
has-spoken 0.4
last-pronoun 0.5
last-pronoun-here 0.5
";
/// Genres of GUM whose "he" is somebody named before.
const GENRES: [&str; 9] =
    ["news", "bio", "interview", "fiction", "essay", "court", "speech", "letter", "voyage"];
/// What an example of GUM counts, against one of the news quotes.
const TREEBANK_WEIGHT: f64 = 0.1;
/// How strongly the weights are held near the prior ones.
const HOLD: f64 = 10.0;
/// Steps of gradient ascent, and their length.
const STEPS: usize = 3000;
const RATE: f64 = 0.01;
/// The examples are read so often: what the pronouns before mean depends on the weights.
const ROUNDS: usize = 2;
const NEWS: &str = "gold/quotes/ggt.dev.jsonl.gz";

/// A pronoun with the persons whom it could mean, and whether it does.
struct Example {
    document: usize,
    weight: f64,
    choices: Vec<(Values, bool)>,
}

/// Trains, prints how many pronouns of articles left out find their person, and gives the weight file.
pub(crate) fn train(workspace: &Workspace) -> Result<Vec<u8>> {
    let mut treebank = conllu::read(workspace, "gold/pos/gum.conllu.gz")?;
    treebank.retain(|document| document.id.split('_').nth(1).is_some_and(|genre| GENRES.contains(&genre)));
    let news: Vec<QuotedArticle> = gold::read(workspace, NEWS)?;
    let mut weights = PronounWeights::parse(PRIOR);
    for _ in 0..ROUNDS {
        let mut examples = Vec::new();
        for article in &news {
            let document = examples.len();
            examples.extend(of_news(article, &weights).into_iter().map(|choices| Example {
                document,
                weight: 1.0,
                choices,
            }));
        }
        let quotes = examples.len();
        for document in &treebank {
            let found = of_treebank(document, &weights).into_iter();
            examples.extend(found.map(|choices| Example {
                document: usize::MAX,
                weight: TREEBANK_WEIGHT,
                choices,
            }));
        }
        report(&examples, quotes, &weights);
        weights = fitted(&examples.iter().collect::<Vec<_>>());
    }
    Ok(weights.print().into_bytes())
}

/// The pronouns that speak in an article whose right person is among the choices.
fn of_news(article: &QuotedArticle, weights: &PronounWeights) -> Vec<Vec<(Values, bool)>> {
    let bytes = Bytes::of(&article.text);
    let speaker = |span: Span| {
        let quote = article.quotes.iter().find(|quote| {
            quote.speaker_start.is_some_and(|start| bytes.span(start, start).start == span.start)
        });
        quote.and_then(|quote| quote.speaker_canonical.as_deref())
    };
    let found = pronouns(&article.text, weights).into_iter().filter_map(|pronoun| {
        let name = last_word(speaker(pronoun.span)?);
        let right = |choice: &PronounChoice| last_word(&choice.name) == name;
        Some(pronoun.choices.iter().map(|choice| (choice.values, right(choice))).collect())
    });
    found.filter(|choices: &Vec<_>| choices.iter().any(|(_, right)| *right)).collect()
}

fn last_word(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or_default().to_lowercase()
}

/// The pronouns of a treebank's document whose right person is among the choices.
fn of_treebank(document: &TreebankDocument, weights: &PronounWeights) -> Vec<Vec<(Values, bool)>> {
    let mentions = document.mentions();
    let found = pronouns(&document.text, weights).into_iter().filter_map(|pronoun| {
        let group = &mentions.iter().find(|mention| mention.span == pronoun.span)?.group;
        let right = |choice: &PronounChoice| {
            choice.mentions.iter().any(|name| group_of(&mentions, *name).is_some_and(|found| found == group))
        };
        Some(pronoun.choices.iter().map(|choice| (choice.values, right(choice))).collect())
    });
    found.filter(|choices: &Vec<_>| choices.iter().any(|(_, right)| *right)).collect()
}

/// The group of the shortest mention of a person that holds a name.
fn group_of(mentions: &[TreebankMention], name: Span) -> Option<&String> {
    let persons = mentions.iter().filter(|mention| mention.kind == "person" && mention.span.contains(name));
    persons.min_by_key(|mention| mention.span.len()).map(|mention| &mention.group)
}

/// Prints the share of right choices: by the weights so far, and by weights fitted without the article at hand.
fn report(examples: &[Example], quotes: usize, weights: &PronounWeights) {
    let is_right = |example: &Example, weights: &PronounWeights| {
        let mut best = (f32::NEG_INFINITY, false);
        for (values, right) in &example.choices {
            let score = weights.score(values);
            best = if score > best.0 { (score, *right) } else { best };
        }
        best.1
    };
    let (news, treebank) = examples.split_at(quotes);
    let share = |examples: &[Example]| {
        let right = examples.iter().filter(|example| is_right(example, weights)).count();
        format!("{right} of {}", examples.len())
    };
    let mut left_out = 0;
    let mut documents: Vec<usize> = news.iter().map(|example| example.document).collect();
    documents.dedup();
    for document in documents {
        let others: Vec<&Example> = examples.iter().filter(|example| example.document != document).collect();
        let weights = fitted(&others);
        let own = news.iter().filter(|example| example.document == document);
        left_out += own.filter(|example| is_right(example, &weights)).count();
    }
    println!(
        "before: {} of news, {} of the treebank; articles left out: {left_out}",
        share(news),
        share(treebank)
    );
}

/// The weights with the highest likelihood, less their squared distance from the prior ones.
fn fitted(examples: &[&Example]) -> PronounWeights {
    let prior = PronounWeights::parse(PRIOR).0.map(f64::from);
    let mut weights = prior;
    for _ in 0..STEPS {
        let mut gradient = [0.0; FEATURES];
        for (slope, (weight, prior)) in gradient.iter_mut().zip(weights.iter().zip(prior)) {
            *slope = HOLD * (prior - weight);
        }
        for example in examples {
            add_gradient(example, &weights, &mut gradient);
        }
        weights.iter_mut().zip(gradient).for_each(|(weight, slope)| *weight += RATE * slope);
    }
    PronounWeights(weights.map(|weight| weight as f32))
}

/// Adds the slope of an example's log-likelihood.
fn add_gradient(example: &Example, weights: &[f64; FEATURES], gradient: &mut [f64; FEATURES]) {
    let score = |values: &Values| -> f64 {
        values.0.iter().zip(weights).map(|(value, weight)| f64::from(*value) * weight).sum()
    };
    let likelihoods: Vec<f64> =
        example.choices.iter().map(|(values, _)| libm::exp(score(values).min(30.0))).collect();
    let all: f64 = likelihoods.iter().sum();
    let right: f64 =
        likelihoods.iter().zip(&example.choices).filter(|(_, (_, right))| *right).map(|(each, _)| each).sum();
    for (each, (values, is_right)) in likelihoods.iter().zip(&example.choices) {
        let wanted = if *is_right { each / right } else { 0.0 };
        let pull = example.weight * (wanted - each / all);
        gradient.iter_mut().zip(values.0).for_each(|(slope, value)| *slope += pull * f64::from(value));
    }
}
