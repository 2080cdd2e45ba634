//! The model of reported clauses, from PolNeAR (Newell, Margolin and Ruths 2018): which words beside a verb of
//! saying are a clause. Logistic regression over hashed features.

use anyhow::Result;
use quotidian_model::Span;
use quotidian_text::training::{
    clauses::{BITS, ClauseExample, examples},
    weight_file,
};

use super::{
    Files,
    choice::{self, Question, Settings, yes_or_no},
};
use crate::{
    gold::{self, Bytes, QuotedArticle},
    workspace::Workspace,
};

const SETTINGS: Settings = Settings { bits: BITS, epochs: 8, dropout: 0.3, rate: 0.05, seen: 3 };

/// Makes `clauses.bin`.
pub(crate) fn train(workspace: &Workspace) -> Result<Files> {
    let [train, dev] = ["train", "dev"].map(|part| questions(workspace, part));
    let (train, dev) = (train?, dev?);
    let weights = choice::learn(&train, SETTINGS);
    println!("clauses: {} proposals, right on dev {:.4}", train.len(), choice::accuracy(&weights, &dev));
    Ok(vec![("clauses.bin", weight_file(BITS, &weights))])
}

/// Which of the articles' proposals are clauses.
fn questions(workspace: &Workspace, part: &str) -> Result<Vec<Question>> {
    let articles: Vec<QuotedArticle> =
        gold::read(workspace, &format!("gold/quotes/polnear.{part}.jsonl.gz"))?;
    let mut questions = Vec::new();
    for article in articles {
        let contents = contents(&article);
        for example in examples(&article.text) {
            if let Some(yes) = answer(&article.text, &contents, &example) {
                questions.push(yes_or_no(&example.features, yes, BITS));
            }
        }
    }
    Ok(questions)
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
        let pieces = quote.pieces();
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
