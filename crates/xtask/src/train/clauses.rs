//! The model of reported clauses, from PolNeAR (Newell, Margolin and Ruths 2018): which words beside a verb of
//! saying are a clause. Logistic regression over hashed features.

use anyhow::Result;
use quotidian_model::Span;
use quotidian_text::training::{
    Feature,
    clauses::{BITS, ClauseExample, examples},
    weight_file,
};

use super::{random::Random, sgd::AdaGrad};
use crate::{
    gold::{self, Bytes, QuotedArticle},
    workspace::Workspace,
};

/// How often each proposal is learned from.
const EPOCHS: usize = 8;
const RATE: f32 = 0.05;
/// How strongly weights are pulled to zero.
const PULL: f32 = 0.1;
/// What is seen more seldom is not learned from.
const SEEN: u32 = 3;

/// Whether a proposal is a clause, with what is seen of it.
struct Question {
    slots: Vec<usize>,
    yes: bool,
}

/// Makes `clauses.bin`.
pub(crate) fn train(workspace: &Workspace) -> Result<()> {
    let articles: Vec<QuotedArticle> = gold::read(workspace, "gold/quotes/polnear.train.jsonl.gz")?;
    let questions: Vec<Question> = articles.iter().flat_map(questions).collect();
    println!(
        "{} questions, {} yes",
        questions.len(),
        questions.iter().filter(|question| question.yes).count()
    );
    let weights = learn(questions);
    let dev: Vec<QuotedArticle> = gold::read(workspace, "gold/quotes/polnear.dev.jsonl.gz")?;
    report(&weights, &dev);
    super::write(workspace, "clauses.bin", &weight_file(BITS, &weights))
}

fn learn(mut questions: Vec<Question>) -> Vec<f32> {
    let mut seen = vec![0_u32; 1 << BITS];
    for &slot in questions.iter().flat_map(|question| &question.slots) {
        seen[slot] += 1;
    }
    for question in &mut questions {
        question.slots.retain(|&slot| seen[slot] >= SEEN);
    }
    let mut learner = AdaGrad::new(1 << BITS, RATE);
    let mut random = Random::new(7);
    for _ in 0..EPOCHS {
        random.shuffle(&mut questions);
        for question in &questions {
            let error = f32::from(u8::from(question.yes)) - probability(&learner.weights, question);
            for &slot in &question.slots {
                let pull = PULL * learner.weights[slot];
                learner.step(slot, error - pull);
            }
        }
    }
    learner.weights
}

fn probability(weights: &[f32], question: &Question) -> f32 {
    let score: f32 = question.slots.iter().map(|&slot| weights[slot]).sum();
    1.0 / (1.0 + libm::expf(-score))
}

/// How often the model is right about articles that it has not seen.
fn report(weights: &[f32], articles: &[QuotedArticle]) {
    let mut counts = [[0; 2]; 2];
    for question in articles.iter().flat_map(questions) {
        counts[usize::from(question.yes)][usize::from(probability(weights, &question) > 0.5)] += 1;
    }
    let [[rejected, extra], [missed, right]] = counts;
    println!(
        "clauses of unseen articles: right {right}, missed {missed}, extra {extra}, rejected {rejected}"
    );
}

/// Which of an article's proposals are clauses.
fn questions(article: &QuotedArticle) -> Vec<Question> {
    let contents = contents(article);
    let question = |example: ClauseExample| {
        let yes = answer(&article.text, &contents, &example)?;
        Some(Question { slots: slots(&example.features), yes })
    };
    examples(&article.text).into_iter().filter_map(question).collect()
}

fn slots(features: &[Feature]) -> Vec<usize> {
    features.iter().map(|feature| feature.slot(u32::from(BITS))).collect()
}

/// A reported content of the gold: its pieces without "that", and its cue.
struct Content {
    pieces: Vec<Span>,
    cue: Option<Span>,
}

fn contents(article: &QuotedArticle) -> Vec<Content> {
    let bytes = Bytes::of(&article.text);
    let reported = article.quotes.iter().filter(|quote| quote.kind != "direct");
    let content = |quote: &gold::GoldQuote| {
        let pieces = quote.fragments.clone().unwrap_or_else(|| vec![(quote.start, quote.end)]);
        let piece = |(start, end)| trimmed(&article.text, bytes.span(start, end));
        Content {
            pieces: pieces.into_iter().map(piece).collect(),
            cue: quote.cue_start.zip(quote.cue_end).map(|(start, end)| bytes.span(start, end)),
        }
    };
    reported.map(content).collect()
}

/// A span without marks and white space at its ends, and without "that" at its start.
fn trimmed(text: &str, span: Span) -> Span {
    let edge = |character: char| !character.is_alphanumeric();
    let mut start = span.end - span.of(text).trim_start_matches(edge).len();
    for that in ["that ", "That "] {
        start += if text[start..].starts_with(that) { that.len() } else { 0 };
    }
    Span::new(start, (start + text[start..span.end.max(start)].trim_end_matches(edge).len()).max(start))
}

/// How far an edge may lie from the gold's, in bytes.
const NEAR: usize = 3;

/// Whether the gold has a proposal; nothing where it has something else of the same verb there.
fn answer(text: &str, contents: &[Content], example: &ClauseExample) -> Option<bool> {
    let widest = trimmed(text, example.widest);
    let cued = |content: &&Content| content.cue.is_none_or(|cue| cue.overlaps(example.cue));
    let pieces: Vec<Span> = contents.iter().filter(cued).flat_map(|content| content.pieces.clone()).collect();
    let near = |piece: &Span| {
        let (left, right) =
            if example.before { (piece.end, widest.end) } else { (piece.start, widest.start) };
        left.abs_diff(right) <= NEAR
    };
    let unclear = |piece: &Span| example.before && piece.overlaps(widest);
    if pieces.iter().any(near) { Some(true) } else { (!pieces.iter().any(unclear)).then_some(false) }
}
